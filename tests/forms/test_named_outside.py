"""Places that words outside of their frame name: labels of several lines, lone combs, rows and heads beside a table."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Place

TITLE = "Software Vendor Disclosure"
INTRO = "Cedar Ford Public School District 12. Please answer every question."


def page() -> Canvas:
    return papers.canvas_of(TITLE, INTRO)


def learnt(canvas: Canvas) -> tuple[Place, ...]:
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE, "blank.pdf").places


def labels(canvas: Canvas) -> list[str]:
    return [p.label for p in learnt(canvas)]


def test_a_label_of_several_lines_beside_a_box() -> None:
    canvas = page()
    for y, lines in ((640, ("Schools or departments that will", "use the product", "(if known)")), (560, ("Product",))):
        for row, line in enumerate(lines):
            canvas.drawString(60, y + 18 - 12 * row, line)
        canvas.rect(260, y - 14, 280, 44)
    assert labels(canvas) == ["Schools or departments that will use the product (if known)", "Product"]


def test_the_next_item_is_no_further_line_of_a_label() -> None:
    canvas = page()
    for y, line in ((660, "Company:"), (648, "b) telephone:"), (636, "c) e-mail:")):
        canvas.drawString(60, y, line)
        canvas.line(160, y - 2, 400, y - 2)
    assert labels(canvas) == ["Company", "b) telephone", "c) e-mail"]


@pytest.mark.parametrize("filled", [0, 9])
def test_boxes_for_one_character_each_in_a_frame_parted_by_rules(filled: int) -> None:
    def drawn(digits: int) -> Canvas:
        canvas = page()
        canvas.drawString(60, 664, "Federal tax ID")
        canvas.rect(160, 658, 9 * 16, 18)
        for tooth in range(1, 9):
            canvas.line(160 + 16 * tooth, 658, 160 + 16 * tooth, 676)
        for tooth in range(digits):
            canvas.drawString(165 + 16 * tooth, 663, str(tooth))
        canvas.drawString(60, 620, "Company: " + ("Harbor Press" if digits else "_" * 30))
        return canvas

    blank = papers.blank(bytes(drawn(0).getpdfdata()), "rfi", TITLE, "blank.pdf")
    assert [p.label for p in blank.places] == ["Federal tax ID", "Company"]
    form = papers.copy_of(blank, bytes(drawn(filled).getpdfdata()))
    assert form.status == ("complete" if filled else "blank")


def test_rows_and_heads_that_stand_in_no_cell() -> None:
    canvas = page()
    for column, head in enumerate(("School district", "Contact person", "Telephone")):
        canvas.drawString(164 + 130 * column, 662, head)
    for row in range(2):
        canvas.drawString(60, 638 - 24 * row, f"Reference {row + 1}")
        for column in range(3):
            canvas.rect(160 + 130 * column, 632 - 24 * row, 130, 24)
    heads = ("school district", "contact person", "telephone")
    assert labels(canvas) == [f"Reference {row} {head}" for row in (1, 2) for head in heads]


@pytest.mark.parametrize(
    ("left", "right", "party"),
    [("Superintendent", "Business Manager", "district"), ("Product", "Web address", "operator")],
)
def test_the_districts_name_over_lines_of_its_officers(left: str, right: str, party: str) -> None:
    """Two parties sign beside each other, and only captions under the lines say who of the District signs."""
    canvas = page()
    canvas.drawString(60, 660, "OPERATOR")
    canvas.drawString(320, 660, "CEDAR FORD PUBLIC SCHOOL DISTRICT 12")
    for row, (label, caption) in enumerate((("By:", left), ("Name:", right))):
        y = 630 - 44 * row
        canvas.drawString(60, y, label)
        for x in (100, 320):
            canvas.line(x, y - 2, x + 190, y - 2)
        canvas.drawString(320, y - 14, caption)
    whose = {p.label: p.party for p in learnt(canvas)}
    assert whose[left] == party
    assert whose["By"] == whose["Name"] == "operator"
