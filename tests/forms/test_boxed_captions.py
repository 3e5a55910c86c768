"""Form fields in drawn boxes close under each other, whose names are printed between them."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

TITLE = "Technology Vendor Questionnaire"
LEFT, RIGHT = (
    ("Company legal name", "Federal tax ID", "Street address"),
    ("Doing business as", "Main telephone", "City"),
)
TALL, GAP = 14.0, 13.0  # points: a box, and from one to the next


def field(canvas: Canvas, name: str, left: float, bottom: float, wide: float) -> None:
    canvas.acroForm.textfield(name=name, x=left, y=bottom, width=wide, height=TALL, borderWidth=0, fillColor=None)


def form(where: str, heads: tuple[str, str] = ("", "")) -> bytes:
    """Two columns of boxes with their names over or under them; one row has boxes for a character each."""
    canvas = papers.canvas_of(
        TITLE, "Answer every question; write N/A where one does not apply to your company.", size=9
    )
    for column, (left, labels, head) in enumerate(((54.0, LEFT, heads[0]), (310.0, RIGHT, heads[1]))):
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(left, 690, head)
        canvas.setFont("Helvetica", 7)
        for row, label in enumerate(labels):
            bottom = 660 - row * (TALL + GAP)
            canvas.drawString(left, bottom + TALL + 3 if where == "over" else bottom - 8, label)
            teeth = 9 if label == "Federal tax ID" else 1
            for tooth in range(teeth):
                canvas.rect(left + tooth * 240 / teeth, bottom, 240 / teeth, TALL)
            field(canvas, f"Text{3 * column + row}", left, bottom, 240)
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize(("where", "heads"), [("over", ("", "")), ("under", ("FOR THE OPERATOR", "FOR THE DISTRICT"))])
def test_names_over_their_boxes_or_under_them(where: str, heads: tuple[str, str]) -> None:
    places = papers.blank(form(where, heads), "rfi", TITLE).places
    assert {p.id: p.label for p in places} == {f"Text{n}": label for n, label in enumerate((*LEFT, *RIGHT))}


def test_rows_of_a_grid_under_one_head() -> None:
    canvas = papers.canvas_of(TITLE, "", size=8)
    heads = ("School district", "Contact person", "Telephone or e-mail")
    for column, head in enumerate(heads):
        left = 54 + 160 * column
        canvas.drawString(left, 703, head)
        for row in range(3):
            bottom = 684 - 18 * row
            canvas.rect(left, bottom, 152, TALL)
            field(canvas, f"fill_{10 * row + column}", left, bottom, 152)
    canvas.drawString(54, 684 - 36 - 12, "Part G. Certification of the answers")
    places = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE).places
    assert {p.id: p.label for p in places} == {
        f"fill_{10 * row + column}": head for row in range(3) for column, head in enumerate(heads)
    }
