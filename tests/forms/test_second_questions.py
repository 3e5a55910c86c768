"""Lines of "Yes ____  No ____": two questions in one row, fields for text on them, and columns beside them."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.second_questions import with_second_questions
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Place

TITLE = "Vendor Questionnaire for Online Services"
INTRO = "Any company that would like to sell an online service to the District answers every question."
ROWS = (
    ("5. Can teachers and students sign in with their District accounts?", ""),
    ("8. Are data encrypted in transit?", "At rest?"),
)


def box(n: int, option: str, group: str = "g1", question: str = "8. In transit?") -> Place:
    return Place(f"p1:box{n}", "check", option, True, group=group, group_label=question, option=option)


def test_an_option_that_holds_the_next_question() -> None:
    found = with_second_questions([box(1, "Yes"), box(2, "No"), box(3, "At rest? Yes"), box(4, "No")])
    assert [(p.option, p.group_label) for p in found] == [
        ("Yes", "8. In transit?"),
        ("No", "8. In transit?"),
        ("Yes", "At rest?"),
        ("No", "At rest?"),
    ]
    assert [p.group for p in found] == ["g1", "g1", "g1+1", "g1+1"] and found[2].label == "Yes"


def test_an_option_that_only_asks_is_one() -> None:
    boxes = [box(1, "Is it sold? Yes"), box(2, "No"), box(3, "Not sure?"), box(4, "N/A", group="g2")]
    assert with_second_questions(boxes) == boxes
    heads = [box(1, "Collected? Yes"), box(2, "Collected? No")]
    assert with_second_questions(heads) == heads


def test_in_word() -> None:
    document = docx.Document()
    for text in (TITLE, INTRO):
        document.add_paragraph(text)
    for first, second in ROWS:
        asked = f"{first}   Yes ____   No ____"
        document.add_paragraph(f"{asked}     {second}  Yes ____   No ____" if second else asked)
    places = papers.blank(papers.saved(document), "rfi", TITLE, "rfi.docx").places
    assert [p.group_label for p in places] == [ROWS[0][0]] * 2 + [ROWS[1][0]] * 2 + ["At rest?"] * 2


def page(answers: tuple[str, ...] = ()) -> bytes:
    """Fields for text over printed lines, as a program finds them by itself; a label far right makes a column."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 720, INTRO)
    said = iter(answers or [""] * 6)
    hosts, audit, state = ("AWS", "SOC 2", "IL") if answers else ("", "", "")
    number = 0

    def marks(left: float, y: float) -> None:
        nonlocal number
        for at, word in ((left, "Yes"), (left + 62, "No")):
            number += 1
            canvas.drawString(at, y, word)
            canvas.drawString(at + 22, y, "_" * 6)
            canvas.acroForm.textfield(
                name=f"{word}_{number}", x=at + 22, y=y - 3, width=33, height=14, value=next(said), borderWidth=0
            )

    canvas.drawString(60, 660, "7. Hosting company:")
    canvas.acroForm.textfield(name="Hosting company", x=165, y=657, width=150, height=14, borderWidth=0, value=hosts)
    canvas.drawString(330, 660, "Certification:")
    canvas.acroForm.textfield(name="Certification", x=400, y=657, width=150, height=14, borderWidth=0, value=audit)
    canvas.drawString(60, 630, ROWS[0][0])
    marks(380, 630)
    canvas.drawString(60, 600, ROWS[1][0])
    marks(215, 600)
    canvas.drawString(360, 600, ROWS[1][1])
    marks(405, 600)
    canvas.drawString(60, 570, "9. State:")
    canvas.acroForm.textfield(name="State", x=105, y=567, width=40, height=14, borderWidth=0, value=state)
    canvas.save()
    return out.getvalue()


def blank() -> Blank:
    return papers.blank(page(), "rfi", TITLE, "rfi.pdf")


def test_short_fields_behind_yes_and_no_are_the_answers_of_one_question() -> None:
    marked = [p for p in blank().places if p.kind == "check"]
    assert [(p.group_label, p.option) for p in marked] == [
        (question, option) for question in (ROWS[0][0], ROWS[1][0], "At rest?") for option in ("Yes", "No")
    ]
    assert [p.label for p in blank().places if p.kind == "text"][-1] == "9. State"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (("X", "", "", "X", "x", ""), "complete"),
        (("X", "", "", "X", "", ""), "incomplete"),
    ],
)
def test_an_x_in_one_of_them_answers_it(answers: tuple[str, ...], status: str) -> None:
    known = blank()
    (form,) = assemble(recognise(papers.read(page(answers)), (known,)), (known,))
    assert form.status == status, (form.open, form.doubtful)
    assert [r.state for r in form.readings if r.place.kind == "check"] == [
        "filled" if said else "empty" for said in answers
    ]
