"""Columns that a rule parts, lines across the page, and cells: shaded ones, those of rows with boxes, heads that name
no more than who writes."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from test_page_labels import cell, page


def test_no_label_stands_on_the_other_side_of_a_rule_between_two_columns() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(306, 690, 306, 300)
        for y, label in ((660, "Company"), (640, "Phone")):
            canvas.drawString(60, y, label)
            canvas.line(120, y - 2, 290, y - 2)
        canvas.drawString(60, 600, "Type of business (check one)")
        for y, (left, right) in ((585, ("Corporation", "LLC")), (570, ("Partnership", "Non-profit"))):
            for x, text in ((60, left), (180, right)):
                canvas.rect(x, y, 8, 8)
                canvas.drawString(x + 13, y, text)
        for y, text in ((652, "Grades"), (634, "Pictures")):
            canvas.rect(320, y, 8, 8)
            canvas.drawString(333, y, text)
        canvas.drawString(320, 600, "Where is the information kept?")
        canvas.line(320, 584, 560, 584)
        canvas.line(320, 568, 560, 568)
        canvas.line(320, 520, 560, 520)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(320, 512, "Signature")

    found = page(draw).places
    assert [p.label for p in found if p.kind != "check"] == [
        "Company",
        "Phone",
        "Where is the information kept?",
        "Signature",
    ]
    asked = {p.group: [q.label for q in found if q.group == p.group] for p in found if p.group}
    assert ["Corporation", "LLC", "Partnership", "Non-profit"] in asked.values()
    assert ["Grades", "Pictures"] in asked.values()


def test_rules_across_the_page_under_each_other_are_lines_and_a_single_one_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "13. Subcontractors that receive covered information")
        for y in (640, 622, 604):
            canvas.line(60, y, 550, y)
        canvas.drawString(60, 560, "14. The vendor answers for its subcontractors")
        canvas.line(60, 540, 550, 540)

    assert [p.label for p in page(draw).places] == ["13. Subcontractors that receive covered information"]


def test_words_before_shaded_cells_without_borders_name_them() -> None:
    def draw(canvas: Canvas) -> None:
        for y, label in ((660, "Operator"), (637, "Address"), (614, "Covered products")):
            canvas.drawString(60, y, label)
            canvas.setFillColor(HexColor("#ececec"))
            canvas.rect(220, y - 6, 320, 22, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))

    assert [p.label for p in page(draw).places] == ["Operator", "Address", "Covered products"]


def test_a_cell_behind_boxes_is_named_by_its_row_and_not_by_the_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        for at, head in ((60, "Element"), (200, "Collected?"), (340, "Purpose")):
            cell(canvas, at, 680, 140, 20, head)
        for top, name in ((660, "Birth date"), (640, "Grade level")):
            cell(canvas, 60, top, 140, 20, name)
            cell(canvas, 200, top, 140, 20)
            cell(canvas, 340, top, 140, 20)
            for x, text in ((210, "Yes"), (260, "No")):
                canvas.rect(x, top - 15, 8, 8)
                canvas.drawString(x + 12, top - 14, text)

    written = [p.label for p in page(draw).places if p.kind == "text"]
    assert written == ["Birth date purpose", "Grade level purpose"]


def test_a_head_that_says_who_answers_is_no_part_of_a_question() -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 680, 200, 20, "Question")
        cell(canvas, 260, 680, 280, 20, "Vendor response")
        cell(canvas, 60, 660, 200, 30, "1. Name of the product")
        cell(canvas, 260, 660, 280, 30)
        cell(canvas, 60, 630, 200, 50, "2. Is the product subject to SOPPA?")
        cell(canvas, 260, 630, 280, 50)
        for x, text in ((270, "Yes"), (340, "No (state why below)")):
            canvas.rect(x, 614, 8, 8)
            canvas.drawString(x + 12, 615, text)
        canvas.drawString(270, 592, "Reason:")

    found = page(draw).places
    assert [p.label for p in found] == ["1. Name of the product", "Yes", "No (state why below)", "Reason"]


def test_a_table_of_signatures_has_a_column_of_the_districts() -> None:
    def draw(canvas: Canvas) -> None:
        for at, head in ((60, ""), (160, "Operator"), (350, "District")):
            cell(canvas, at, 680, 100 if at == 60 else 190, 20, head)
        for top, name in ((660, "Signature"), (630, "Name and title"), (600, "Date signed")):
            cell(canvas, 60, top, 100, 30, name)
            cell(canvas, 160, top, 190, 30)
            cell(canvas, 350, top, 190, 30)

    found = page(draw).places
    assert [(p.label, p.party) for p in found] == [
        (label, party) for label in ("Signature", "Name and title", "Date signed") for party in ("operator", "district")
    ]


def test_a_question_is_asked_of_the_boxes_behind_it_though_columns_stand_over_them() -> None:
    def draw(canvas: Canvas) -> None:
        for y, labels in (
            (680, ("Product", "Version")),
            (655, ("Pricing", "Length of term")),
            (630, ("City", "Phone")),
        ):
            for x, label in zip((60, 320), labels, strict=True):
                canvas.drawString(x, y, f"{label} ____________________")
        canvas.drawString(60, 600, "2. Is student data encrypted at rest?")
        for x, text in ((400, "Yes"), (460, "No")):
            canvas.rect(x, 600, 8, 8)
            canvas.drawString(x + 13, 600, text)

    boxes = [p for p in page(draw).places if p.kind == "check"]
    assert {p.group_label for p in boxes} == {"2. Is student data encrypted at rest?"}
    assert [p.option for p in boxes] == ["Yes", "No"]


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("accompanies this questionnaire.", True),
        ("Supplement is enclosed.", True),
        ("Only for the library:", False),
        ("Has it been approved before?", False),
    ],
)
def test_an_option_that_is_wrapped_under_its_box_in_a_cell(below: str, goes_on: bool) -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 660, 190, 60, "3.2 Status under SOPPA (check one)")
        canvas.rect(250, 600, 190, 60)
        canvas.drawString(500, 690, "elsewhere on it")  # text of the page that reaches further than the cell
        for y, text in ((646, "SOPPA applies. Our agreement"), (612, "SOPPA does not apply to it")):
            canvas.rect(256, y, 8, 8)
            canvas.drawString(268, y, text)
        canvas.drawString(256, 631, below)

    boxes = [p for p in page(draw).places if p.kind == "check"]
    first = "SOPPA applies. Our agreement"
    assert [p.label for p in boxes] == [
        f"{first} {below}".rstrip(".") if goes_on else first,
        "SOPPA does not apply to it",
    ]
    assert len({p.group for p in boxes}) == (1 if goes_on else 2)


@pytest.mark.parametrize("numbered", [True, False])
def test_a_row_that_asks_parts_the_boxes_over_and_under_it(numbered: bool) -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 680, 480, 20, "22. Information that it receives (check all that apply)")
        cell(canvas, 60, 660, 480, 30)
        cell(canvas, 60, 630, 480, 20, "23. Status under SOPPA" if numbered else "Health")
        cell(canvas, 60, 610, 480, 40)
        for x, y, text in (
            (70, 640, "Name"),
            (170, 640, "Grade"),
            (70, 592, "SOPPA applies"),
            (70, 576, "It does not"),
        ):
            canvas.rect(x, y, 8, 8)
            canvas.drawString(x + 12, y, text)

    boxes = [p for p in page(draw).places if p.kind == "check"]
    assert len({p.group for p in boxes}) == (2 if numbered else 1)


def test_the_words_before_a_line_begin_behind_the_last_box() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "They follow (check at least one):")
        for x, text in ((60, "ISO 27001"), (150, "CIS Controls"), (250, "another framework:")):
            canvas.rect(x, 640, 8, 8)
            canvas.drawString(x + 12, 640, text)
        canvas.line(355, 638, 540, 638)

    assert [p.label for p in page(draw).places if p.kind == "text"] == ["another framework"]


def test_a_question_over_boxes_is_not_the_line_before_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Person to call: " + "_" * 20 + "  Cell phone: " + "_" * 14)
        canvas.drawString(60, 645, "Status under SOPPA. Check one:")
        for y, text in ((630, "SOPPA applies"), (616, "SOPPA does not apply")):
            canvas.rect(70, y, 8, 8)
            canvas.drawString(84, y, text)

    assert {p.group_label for p in page(draw).places if p.kind == "check"} == {"Status under SOPPA. Check one"}


def test_a_cell_around_a_line_to_sign_is_no_second_signature() -> None:
    def draw(canvas: Canvas) -> None:
        cell(canvas, 60, 660, 480, 80, "Authorized signature")
        canvas.line(70, 600, 340, 600)
        cell(canvas, 380, 640, 140, 40, "Date signed")
        canvas.acroForm.textfield(name="Date signed", x=384, y=602, width=130, height=18)

    found = page(draw).places
    assert [p.label for p in found] == ["Authorized signature", "Date signed"]


@pytest.mark.parametrize("strip", ["31 Helper|32 Its task|33 Its country", "Helper|Its task|Its country"])
def test_heads_in_a_strip_without_upright_lines_head_the_grid_under_it(strip: str) -> None:
    """Not the captioned cells over the strip, whose columns are as wide."""
    columns = ((84, 200), (284, 140), (424, 126))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        captions = ("28 Host", "29 Country of storage", "30 Days until deletion")
        for (left, wide), text in zip(((60, 224), *columns[1:]), captions, strict=True):
            canvas.rect(left, 650, wide, 32)
            canvas.drawString(left + 3, 673, text)
        canvas.rect(60, 638, 490, 12)
        for (left, _), text in zip(columns, strip.split("|"), strict=True):
            canvas.drawString(left + 3, 641, text)
        for row in (1, 2, 3):
            cell(canvas, 60, 660 - 22 * row, 24, 22, str(row))
            for left, wide in columns:
                cell(canvas, left, 660 - 22 * row, wide, 22)

    heads = [h if h[0].isdigit() else h[0].lower() + h[1:] for h in strip.split("|")]
    found = page(draw)
    assert [p.label for p in found.places][3:] == [f"{row} {head}" for row in (1, 2, 3) for head in heads]
    assert not any("empty cells" in note for note in found.notes)
