"""Numbers at the head or foot of a blank's page: of the page, or of its first question."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.registering.overlay import own_tokens

TITLE = "Software Vendor Request for Information"
HEAD = "Marsh Hollow District 21 asks every vendor of software to answer each of these questions."


def blank(*heads: str) -> bytes:
    """A page each, with a line at its top and a question with a box to write into below it."""
    canvas = papers.canvas_of(TITLE, HEAD)
    for n, head in enumerate(heads):
        if n:
            canvas.showPage()
        canvas.drawString(60, 765, head)
        canvas.drawString(60, 640, f"Describe the purpose of part {n} of the product for us")
        canvas.rect(60, 590, 480, 40)
        canvas.drawString(290, 30, f"{n + 1}")
    return canvas.getpdfdata()


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("4.4  Does the product use artificial intelligence?", ["4", "4", "does"]),
        ("15. Does the product use artificial intelligence?", ["15", "does"]),
        ("3 of 4", []),
        ("31 of each year the operator sends its report", ["31", "of", "each", "year"]),
        ("Page 2", ["page"]),
    ],
)
def test_a_question_keeps_its_number_and_a_page_does_not(head: str, kept: list[str]) -> None:
    page = papers.read(blank("", head)).pages[1]
    tokens = [t.norm for t in own_tokens(page)]
    assert tokens[: len(kept)] == kept
    assert "2" not in tokens


def test_the_next_questions_number_answers_nothing() -> None:
    known = papers.blank(blank("1.1  Who makes it?", "4.4  Does the product use it?"), "rfi", TITLE)
    copy = docx.Document()
    lines = [TITLE, HEAD, "1.1  Who makes it?", "Describe the purpose of part 0 of the product for us"]
    for line in (
        *lines,
        "4.4  Does the product use it?",
        "Describe the purpose of part 1 of the product for us",
        "Maths",
    ):
        copy.add_paragraph(line)
    (found,) = recognise(papers.read(papers.saved(copy), "copy.docx"), [known])
    assert [(r.state, r.value) for r in found.readings] == [("empty", ""), ("filled", "Maths")]
