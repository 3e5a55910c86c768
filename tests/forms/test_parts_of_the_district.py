"""Parts of a page that are the District's own: the row behind "OFFICE USE", a block under the District's name."""

from __future__ import annotations

import io

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from test_page_labels import cell, page

from soppa_mailbot.forms.naming.party import label_party, opens_own_line
from soppa_mailbot.model import Blank


def parties(blank: Blank) -> list[tuple[str, str]]:
    return [(p.label, p.party) for p in blank.places]


def signer(canvas: Canvas, top: float, name: str = "Print name") -> None:
    for left, right, caption in ((60, 270, "Signature"), (290, 430, name), (450, 550, "Date")):
        canvas.line(left, top, right, top)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(left, top - 9, caption)
        canvas.setFont("Helvetica", 10)


@pytest.mark.parametrize("opening", ["OFFICE USE  ", "Office use only: ", "FOR DISTRICT USE  ", "District use:  "])
def test_a_row_that_office_use_begins_is_the_districts(opening: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Name ______________________________________________________")
        canvas.drawString(60, 600, f"{opening}Received ____________   By ____________   File ____________")
        canvas.drawString(60, 560, "Remarks ____________________")

    found = page(draw).places
    assert {p.label for p in found if p.party == "operator"} == {"Name", "Remarks"}
    assert len(found) == 5
    assert not any(p.role == "signature" for p in found)


def test_a_row_of_cells_that_office_use_begins_is_the_districts() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Name ____________________   Title ____________________")
        for left, text in ((60, "OFFICE USE  Date:"), (225, "Vendor ID:"), (390, "Approved:")):
            cell(canvas, left, 620, 165, 20, text)

    assert [p.party for p in page(draw).places] == ["operator"] * 2 + ["district"] * 3


def test_all_of_a_frame_that_office_use_begins_is_the_districts() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 660, "Name ____________________   Title ____________________")
        canvas.rect(50, 570, 500, 60)
        canvas.drawString(60, 614, "Office use only   Received ____________")
        canvas.drawString(60, 584, "Approved ____________   Account ____________")
        canvas.drawString(60, 540, "Remarks ____________________")

    assert [p.party for p in page(draw).places] == ["operator"] * 2 + ["district"] * 3 + ["operator"]


def test_what_the_district_uses_begins_no_row_of_its_own() -> None:
    assert not opens_own_line("District use of the product in class")
    assert not opens_own_line("School use")
    assert opens_own_line("District only: By")


@pytest.mark.parametrize(
    "name", ["UNIT DISTRICT 31", "BOARD OF EDUCATION, LAKE FORD CONSOLIDATED UNIT SCHOOL DISTRICT NO. 31"]
)
def test_a_block_under_the_districts_name_is_its_own(name: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 640, "OPERATOR")
        signer(canvas, 600, "Print name and title")
        canvas.drawString(60, 560, name)
        signer(canvas, 520)

    assert [p for _, p in parties(page(draw))] == ["operator"] * 3 + ["district"] * 3


def test_a_single_signature_is_the_operators_whatever_stands_over_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 640, "Lake Ford Unit School District 31")
        signer(canvas, 600)

    found = page(draw).places
    assert found[0].role == "signature"
    assert {p.party for p in found} == {"operator"}


def test_blocks_side_by_side_under_operator_and_the_districts_name() -> None:
    def draw(canvas: Canvas) -> None:
        for left, head in ((60, "OPERATOR"), (330, "LAKE FORD PUBLIC SCHOOLS")):
            canvas.drawString(left, 640, head)
            for n, label in enumerate(("By", "Name", "Date")):
                canvas.drawString(left, 610 - 22 * n, f"{label}: ____________________")

    found = parties(page(draw))
    assert sorted(found) == sorted((label, p) for label in ("By", "Name", "Date") for p in ("operator", "district"))


def test_tooltips_that_say_whose_a_signature_is() -> None:
    assert label_party("For the District: date") == label_party("For the Board: printed name") == "district"
    assert label_party("For the District: number of licenses") == ""


def test_boxes_in_rows_are_asked_row_by_row_where_their_tooltips_tell_the_rows() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, "Schedule of data of the vendor agreement")
    rows = ["Attendance: Daily attendance", "Attendance: Class attendance", "Conduct: Discipline"]
    for n, row in enumerate(rows):
        canvas.drawString(60, 700 - 30 * n, row.replace(": ", "   "))
        for x, option in ((400, "required"), (440, "optional"), (480, "not collected")):
            name, tooltip = f"r{n}{option[0]}", f"{row} – {option}"
            canvas.acroForm.checkbox(name=name, tooltip=tooltip, x=x, y=698 - 30 * n, size=11)
    canvas.save()
    found = papers.blank(out.getvalue(), "soppa", "Vendor agreement").places
    assert {p.group_label for p in found} == set(rows)
    assert [p.option for p in found[:3]] == ["required", "optional", "not collected"]


def test_dates_in_a_column_of_their_own_go_with_the_signature_beside_them() -> None:
    def block(canvas: Canvas, top: float, head: str) -> None:
        canvas.drawString(60, top, head)
        for down, left, right in ((34, "Authorized signature", "Date"), (64, "Printed name", "Title")):
            canvas.drawString(60, top - down, "_" * 46)
            canvas.drawString(400, top - down, "_" * 26)
            canvas.setFont("Helvetica", 7)
            canvas.drawString(60, top - down - 10, left)
            canvas.drawString(400, top - down - 10, right)
            canvas.setFont("Helvetica", 10)

    def draw(canvas: Canvas, other: str) -> None:
        block(canvas, 640, "Signed for the Operator")
        block(canvas, 540, other)

    found = page(lambda c: draw(c, "Signed for the District (District 46 completes)"))
    captions = ("Authorized signature", "Date", "Printed name", "Title")
    assert sorted(parties(found)) == sorted((label, p) for label in captions for p in ("operator", "district"))
    assert {p.party for p in page(lambda c: draw(c, "Signed for the Reseller")).places} == {"operator"}


@pytest.mark.parametrize(("first", "second"), [("Operator", "District"), ("Vendor:", "School District:")])
@pytest.mark.parametrize("down", [20, 24, 30])
def test_a_head_right_over_the_room_to_sign(first: str, second: str, down: int) -> None:
    """The room over the line reaches up beside the head."""

    def draw(canvas: Canvas) -> None:
        for top, head in ((640, first), (500, second)):
            canvas.drawString(60, top, head)
            canvas.drawString(60, top - down, f"Signature: {'_' * 40}")
            canvas.drawString(60, top - down - 22, f"Name: {'_' * 25}  Title: {'_' * 20}")
            canvas.drawString(60, top - down - 44, f"Date: {'_' * 20}")

    said = parties(page(draw))
    assert [p for _, p in said] == ["operator"] * 4 + ["district"] * 4


@pytest.mark.parametrize("second", ["District", "School District"])
def test_a_label_level_with_its_line_is_no_head(second: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 640, f"Company: {'_' * 40}")
        canvas.drawString(60, 600, f"{second} {'_' * 40}")
        canvas.drawString(60, 570, f"Name: {'_' * 25}  Title: {'_' * 20}")

    assert {p for _, p in parties(page(draw))} == {"operator"}
