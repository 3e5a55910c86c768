"""Questions of several lines with their boxes beside the first, the middle or the last of them."""

from __future__ import annotations

import io

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

TITLE = "Request for Information on Digital Products"
LINES = (
    "4. Is the product subject to the Student Online Personal Protection Act",
    "(SOPPA), that is, does it collect, hold or receive covered information",
    "of students?",
)
OTHER = "5. Are there advertisements?"


def form(beside: int, leading: float, number: bool = True) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, TITLE)
    canvas.drawString(60, 700, "3. Is the price fixed?")
    boxes(canvas, 700)
    for n, text in enumerate(LINES):
        canvas.drawString(60, 700 - (n + 1) * leading - 8, text if number else text.removeprefix("4. "))
    boxes(canvas, 700 - (beside + 1) * leading - 8)
    canvas.drawString(60, 700 - 4 * leading - 16, OTHER)
    boxes(canvas, 700 - 4 * leading - 16)
    canvas.save()
    return out.getvalue()


def boxes(canvas: Canvas, y: float) -> None:
    for x, option in ((440, "Yes"), (500, "No")):
        canvas.rect(x, y - 1, 9, 9)
        canvas.drawString(x + 13, y, option)


@pytest.mark.parametrize("beside", [0, 1, 2])
@pytest.mark.parametrize("leading", [11.5, 13.0, 15.0])
@pytest.mark.parametrize("number", [True, False])
def test_all_its_lines_are_the_question(beside: int, leading: float, number: bool) -> None:
    blank = papers.blank(form(beside, leading, number), "rfi", TITLE)
    asked = list(dict.fromkeys(p.group_label for p in blank.places))
    assert asked == ["3. Is the price fixed?", " ".join(LINES) if number else " ".join(LINES)[3:], OTHER]
    assert {p.role for p in blank.places if p.group_label == asked[1]} == {"subject_to_soppa"}
