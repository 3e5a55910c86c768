"""A District's form as a workbook: framed white cells to type in, rows to put an X beside, drop-down cells."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping

import openpyxl
import pytest
from openpyxl.drawing.image import Image as Pasted
from openpyxl.styles import Border, PatternFill, Side
from PIL import Image

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.marked_rows import marked_rows, unnumbered
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Document, Form
from soppa_mailbot.reading import xlsx
from soppa_mailbot.reading.base import Limits

LAW = "Does the Student Online Personal Protection Act (SOPPA) apply to this product? (X one)"
ROWS = (
    ("A", "ABOUT YOU", None),
    ("A1", "Company name", ""),
    ("A2", "Name of the product", ""),
    ("A3", "Person who answers", ""),
    ("A4", "Direct telephone", ""),
    ("B", "THE PRODUCT", None),
    ("B1", "Intended users (X all that apply)", None),
    ("", "Teachers", ""),
    ("", "Students", ""),
    ("B2", "Where data is kept", ""),
    ("B3", "Conformance to WCAG", "Choose a level"),
    ("C1", LAW, None),
    ("", "It applies", ""),
    ("", "It does not apply", ""),
    ("D1", "Date of these answers", ""),
    ("", "Ticket no.", None),
    ("", "Outcome", None),
    ("", "Approved", ""),
    ("", "Declined", ""),
)
ANSWERS = {
    "Company name": "Harbor Press LLC",
    "Name of the product": "Harbor Reader",
    "Person who answers": "Lena Ortiz",
    "Direct telephone": "312-555-0144",
    "Students": "X",
    "Where data is kept": "Ohio",
    "Conformance to WCAG": "2.1 AA",
    "It does not apply": "x",
    "Date of these answers": "10/6/2026",
}
FRAME = Border(*(Side(style="thin") for _ in range(4)))
GREY = PatternFill("solid", fgColor="D9D9D9")
PALE = PatternFill("solid", fgColor="FFF8E1")


def workbook(answers: Mapping[str, str], ground: PatternFill | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Digital Product Questionnaire"])
    sheet.append(["Cedar Ford Public School District 12. Type your answers in the white cells."])
    sheet.merge_cells("A2:C2")
    for row, (number, label, answer) in enumerate(ROWS, 3):
        for column, text in enumerate((number, label, answers.get(label, answer)), 1):
            cell = sheet.cell(row, column, text or None)
            cell.border = FRAME
            if column == 3 and answer is None:
                cell.fill = GREY
            elif column == 3 and ground is not None:
                cell.fill = ground
        if number in ("A", "B"):
            sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(data: bytes, name: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    return Document(id=digest[:16], filename=name, sha256=digest, flow=xlsx.read(data, Limits()).flow)


def learnt(ground: PatternFill | None = None) -> Blank:
    form = document(workbook({}, ground), "questionnaire.xlsx")
    title = "Digital Product Questionnaire"
    return learn(form, form="rfi", title=title, file=form.filename, optional=("Outcome",), roles={})


def read(answers: Mapping[str, str]) -> Form:
    blank = learnt()
    (form,) = assemble(recognise(document(workbook(answers), "answers.xlsx"), (blank,)), (blank,))
    return form


@pytest.mark.parametrize("ground", [None, PALE, PatternFill("solid", fgColor="FFFFFF")])
def test_white_and_pale_cells_are_places(ground: PatternFill | None) -> None:
    places = learnt(ground).places
    assert [p.label for p in places if p.kind == "text"] == [
        "A1. Company name",
        "A2. Name of the product",
        "A3. Person who answers",
        "A4. Direct telephone",
        "B2. Where data is kept",
        "B3. Conformance to WCAG",
        "D1. Date of these answers",
    ]
    boxes = {(p.group_label, p.option) for p in places if p.kind == "check"}
    assert boxes == {
        ("B1. Intended users (X all that apply)", "Teachers"),
        ("B1. Intended users (X all that apply)", "Students"),
        (f"C1. {LAW}", "It applies"),
        (f"C1. {LAW}", "It does not apply"),
        ("Outcome", "Approved"),
        ("Outcome", "Declined"),
    }


def test_grey_cells_are_none() -> None:
    texts = [p.label for p in learnt(GREY).places if p.kind == "text"]
    assert texts == ["B3. Conformance to WCAG"], "a prompt asks in any colour"


def test_a_full_copy_and_what_it_says() -> None:
    form = read(ANSWERS)
    assert (form.status, form.open, form.subject_to_soppa) == ("complete", (), False)


@pytest.mark.parametrize("left", [*ANSWERS])
def test_each_place_left_empty_is_found(left: str) -> None:
    form = read({label: text for label, text in ANSWERS.items() if label != left})
    asked = {"Students": "Intended users", "It does not apply": "Student Online"}.get(left, left)
    assert form.status == "incomplete" and len(form.open) == 1 and asked in form.open[0], form.open


def test_a_picture_in_a_cell_is_seen() -> None:
    """A signature that was put in, over an empty framed cell."""
    book = openpyxl.load_workbook(io.BytesIO(workbook({})))
    picture = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(picture, "PNG")
    picture.seek(0)
    sheet = book.active
    assert sheet is not None
    sheet.add_image(Pasted(picture), "C4")
    out = io.BytesIO()
    book.save(out)
    flow = document(out.getvalue(), "signed.xlsx").flow
    assert [p.cell for p in flow if any(r.image for r in p.runs)] == [(0, 3, 2)]
    assert [p.part for p in flow if p.cell == (0, 3, 2)] == ["body"]


def test_empty_cells_say_nothing_in_other_papers() -> None:
    """A quote with framed white cells reads as before."""
    assert "\t\t" not in document(workbook({}), "quote.xlsx").text()


def test_rows_that_are_marked() -> None:
    rows = {0: {0: {0: "1", 1: "Devices (check all that apply)"}, 1: {0: "", 1: "iPad", 2: ""}, 2: {1: "Mac", 2: ""}}}
    assert marked_rows(rows) == {(0, 1, 2): (0, 0, 1), (0, 2, 2): (0, 0, 1)}
    left = {0: {0: {1: "Put an X before each that you use"}, 1: {0: "", 1: "iPad"}, 2: {0: "", 1: "Mac"}}}
    assert marked_rows(left) == {(0, 1, 0): (0, 0, 1), (0, 2, 0): (0, 0, 1)}
    answered = {0: {0: {0: "Devices (check all that apply)", 1: ""}, 1: {0: "iPad", 1: ""}, 2: {0: "Mac", 1: ""}}}
    assert marked_rows(answered) == {}, "the question has a cell of its own"
    one = {0: {0: {0: "Devices (check all that apply)"}, 1: {0: "iPad", 1: ""}, 2: {0: "2", 1: "Cost", 2: ""}}}
    assert marked_rows(one) == {}, "one row is no choice"


def test_cells_of_a_column_of_numbers() -> None:
    rows = {0: {0: {0: "A1", 1: "Name", 2: ""}, 1: {0: "A2", 1: "City", 2: ""}, 2: {0: "", 1: "Ticket", 2: ""}}}
    assert unnumbered(rows) == {(0, 2, 0)}
    words = {0: {0: {0: "Name", 1: ""}, 1: {0: "", 1: "City"}}}
    assert unnumbered(words) == frozenset()


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        (("No.", "B  Item", "C  Vendor response", "D  Comments (optional)"), ("", " comments (optional)")),
        (("No.", "Item", "Vendor response", "Remarks"), ("", " remarks")),
        (("No.", "B  Item", "C  This year", "D  Next year"), (" this year", " next year")),
        (("No.", "Item", "C corporation", "Partnership"), (" C corporation", " partnership")),
    ],
)
def test_heads_under_two_titles_name_the_columns_of_all_sections(
    heads: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    rows = (("Vendor workbook",), ("Complete column C.",), heads, ("A. COMPANY",), ("1", "Name"), ("2", "Street"))
    for number, row in enumerate(rows, 1):
        for column in range(1, 5):
            sheet.cell(number, column, row[column - 1] if column <= len(row) else None).border = FRAME
        if len(row) == 1:
            sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=4)
    out = io.BytesIO()
    book.save(out)
    form = document(out.getvalue(), "workbook.xlsx")
    wanted = (labels[1].strip(),)
    places = learn(form, form="rfi", title="Vendor workbook", file=form.filename, optional=wanted, roles={}).places
    assert [(p.label, p.required) for p in places] == [
        (f"{asked}{head}", head == labels[0]) for asked in ("1. Name", "2. Street") for head in labels
    ]
