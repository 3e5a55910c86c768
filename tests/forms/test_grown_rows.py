"""A row of a table that an answer made higher: what stands under it is pushed down, what stands over it is not."""

from __future__ import annotations

import form_papers as papers
import pytest

TITLE = "Software Vendor Information Questionnaire"
LABELS = ("Company name", "Product name", "Mailing address", "Contact person", "E-mail", "State of organization")
ANSWERS = ("Trellis Wellbeing, PBC", "Trellis SEL", "820 Garden Way", "Simone Arceneaux", "", "Delaware")
QUESTIONS = (
    "What does the product do, and who will use it?",
    "Grade levels or groups of employees",
    "Where is data of the District kept?",
    "Which devices or browsers are required?",
    "Is artificial intelligence part of it?",
    "How is it priced, and for what term?",
    "Who answers calls of schools for help?",
    "Which other districts use it in Illinois?",
)


def page(answers: tuple[str, ...], grown: float, replies: tuple[str, ...] = ()) -> bytes:
    """`grown`: points by which the row of the e-mail address is higher, its address in two lines."""
    canvas = papers.canvas_of(TITLE, "Complete one questionnaire for each program, and return it with your quote.")
    y = 680.0
    for number, label in enumerate(LABELS):
        high = 20.0 + (grown if label == "E-mail" else 0.0)
        canvas.rect(54, y - high, 120, high)
        canvas.rect(174, y - high, 380, high)
        canvas.drawString(58, y - 10, label)
        if label == "E-mail" and grown:
            canvas.drawString(178, y - 9, "simone@trelliswellbeing.exa")
            canvas.drawString(178, y - 20, "mple")
        elif answers:
            canvas.drawString(178, y - 9, answers[number])
        y -= high
    for number, question in enumerate(QUESTIONS):
        y -= 36
        canvas.drawString(54, y, f"{number + 1}. {question}")
        canvas.line(66, y - 17, 540, y - 17)
        if replies:
            canvas.drawString(68, y - 15, replies[number])
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize("grown", [4.0, 5.5])
def test_answers_over_a_grown_row_stay_in_their_rows(grown: float) -> None:
    blank = papers.blank(page((), 0.0), "rfi", TITLE)
    replies = tuple(f"Answer number {n} of ours" for n in range(len(QUESTIONS)))
    copy = papers.copy_of(blank, page(ANSWERS, grown, replies))
    found = {r.place.label: r.value for r in copy.readings}
    assert copy.status == "complete"
    assert [found[label] for label in LABELS[:4]] == list(ANSWERS[:4])
    assert found["E-mail"].split() == ["simone@trelliswellbeing.exa", "mple"]
    assert found["State of organization"] == "Delaware"
    assert [v for label, v in found.items() if label not in LABELS] == list(replies)


@pytest.mark.parametrize("left", range(4))
def test_a_row_left_open_over_a_grown_row_is_open(left: int) -> None:
    blank = papers.blank(page((), 0.0), "rfi", TITLE)
    answers = tuple("" if n == left else a for n, a in enumerate(ANSWERS))
    copy = papers.copy_of(blank, page(answers, 5.5, ("Yes, see our website",) * len(QUESTIONS)))
    assert [r.place.label for r in copy.readings if r.state != "filled"] == [LABELS[left]]
