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


def test_a_paragraph_that_ends_in_boxes_and_a_line_of_the_last_one() -> None:
    """The boxes are asked by their whole sentence, and "Other: / ____" is the line of that box."""
    canvas = papers.canvas_of(TITLE, "To be completed", size=10)
    canvas.drawString(60, 700, "The Operator keeps safeguards, written down and tested, that meet the standards. Its")
    canvas.drawString(60, 687, "program follows (check one or more):")
    for x, option in ((238, "NIST CSF"), (308, "CIS Controls"), (388, "Other:")):
        canvas.rect(x, 686, 9, 9)
        canvas.drawString(x + 13, 687, option)
    canvas.drawString(60, 674, "_" * 24)
    canvas.drawString(60, 640, "Telephone: " + "_" * 24)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE, "form.pdf", ("Other",))
    asked = {p.group_label for p in blank.places if p.kind == "check"}
    assert asked == {
        "The Operator keeps safeguards, written down and tested, that meet the standards. Its program follows "
        "(check one or more)"
    }
    assert [(p.label, p.required) for p in blank.places if p.kind == "text"] == [("Other", False), ("Telephone", True)]


def test_words_of_another_column_are_not_the_questions() -> None:
    canvas = papers.canvas_of(TITLE, "To be completed", size=10)
    canvas.drawString(60, 700, "Does the product show")
    canvas.drawString(452, 700, "Write if unsure")
    canvas.drawString(60, 687, "advertisements?")
    boxes(canvas, 687)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert {p.group_label for p in blank.places} == {"Does the product show advertisements?"}
