"""Layouts of ordinary offices: fields of several runs, tab leaders, combs, labels under each other, columns to mark."""

from __future__ import annotations

import io
from typing import Any

import docx
import form_papers as papers
import pytest
from docx.enum.text import WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.naming.party import heading_party
from soppa_mailbot.model import Place

TITLE = "Questionnaire for vendors"


def learnt(document: Any, form: str = "rfi") -> tuple[Place, ...]:
    return papers.blank(papers.saved(document), form, TITLE, "form.docx").places


def table_of(*rows: tuple[str, ...]) -> Any:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return document


def form_field(paragraph: Any, name: str) -> None:
    """A legacy text field as Word writes it: its five wide spaces are five runs."""

    def add(*elements: Any) -> None:
        run = paragraph.add_run()
        for element in elements:
            run._r.append(element)

    def character(kind: str) -> Any:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        return element

    begin = character("begin")
    data = OxmlElement("w:ffData")
    for tag, value in (("w:name", name), ("w:textInput", None)):
        child = OxmlElement(tag)
        if value is not None:
            child.set(qn("w:val"), value)
        data.append(child)
    begin.append(data)
    code = OxmlElement("w:instrText")
    code.text = " FORMTEXT "
    add(begin)
    add(code)
    add(character("separate"))
    for _ in range(5):
        paragraph.add_run("\u2002")
    add(character("end"))


def test_a_form_field_of_several_runs_is_one_place() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for label in ("Firm name", "City"):
        form_field(document.add_paragraph(f"{label}:  "), label.replace(" ", ""))
    assert [p.label for p in learnt(document)] == ["Firm name", "City"]


def test_labels_with_tab_leaders_are_written_on_and_not_ticked() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for labels in (("City:", "State:", "ZIP:"), ("Signature", "Date"), ("Print name", "Title")):
        paragraph = document.add_paragraph(" ".join(f"{label}\t" for label in labels))
        for n in range(len(labels)):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(2 * n + 1.8), leader=WD_TAB_LEADER.LINES)
    places = learnt(document)
    assert [p.label for p in places] == ["City", "State", "ZIP", "Signature", "Date", "Print name", "Title"]
    assert "check" not in {p.kind for p in places}


def test_labels_under_each_other_in_a_cell() -> None:
    document = table_of(("Sales contact", "Name:\nPhone:\nE-mail:"), ("Remarks", ""))
    cell = document.tables[0].rows[0].cells[1]
    cell.text = "Name:"
    for text in ("Phone:", "E-mail:"):
        cell.add_paragraph(text)
    assert len(learnt(document)) == 4


def test_states_over_columns_are_marked_in_word_too() -> None:
    heads = ("Requirement", "Meets", "Partially meets", "Does not meet")
    places = learnt(table_of(heads, ("Rosters nightly", "", "", ""), ("Spanish", "", "", "")))
    assert {p.kind for p in places} == {"check"}
    assert len({p.group for p in places}) == 2


def test_a_column_that_is_said_to_be_marked_is_one_question() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Place an X in the “Used” column for each element used by the product.")
    table = document.add_table(rows=0, cols=4)
    rows = [
        ("Category", "Element", "Used", "Comments"),
        ("Assessment", "Test scores", "", ""),
        ("", "Observations", "", ""),
        ("Attendance", "Daily attendance", "", ""),
    ]
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    places = learnt(document)
    marked = [p for p in places if p.kind == "check"]
    assert [p.option for p in marked] == ["Test scores", "Observations", "Daily attendance"]
    assert len({p.group for p in marked}) == 1
    assert len(places) == 6, "the white cell under a category is no place"


def test_a_row_is_named_by_its_first_cell_and_not_by_a_figure_of_it() -> None:
    heads = ("Coverage", "Minimum", "Carrier", "Expires")
    places = learnt(
        table_of(heads, ("General liability", "$1,000,000", "", ""), ("Cyber liability", "$2,000,000", "", ""))
    )
    assert [p.label for p in places][:2] == ["General liability carrier", "General liability expires"]


def test_a_cell_that_shows_a_currency_is_a_place() -> None:
    places = learnt(table_of(("Cost", "2026-27"), ("License", "$"), ("Training", "$")))
    assert [p.label for p in places] == ["License 2026-27", "Training 2026-27"]


def drawn(draw: Any) -> tuple[Place, ...]:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 750, TITLE)
    draw(canvas)
    canvas.save()
    return papers.blank(out.getvalue(), "soppa", TITLE).places


@pytest.mark.parametrize("runs", [(9,), (2, 7), (2, 2, 4)])
def test_small_boxes_that_touch_are_one_answer(runs: tuple[int, ...]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 300, 540], [640, 690])
        canvas.drawString(64, 680, "1. NAME OF COMPANY")
        canvas.drawString(304, 680, "2. NUMBER OR DATE")
        left = 310.0
        for count in runs:
            for _ in range(count):
                canvas.rect(left, 650, 13, 13)
                left += 13
            left += 9

    places = drawn(draw)
    assert [(p.kind, p.label) for p in places if "2." in p.label] == [("text", "2. NUMBER OR DATE")]
    assert "check" not in {p.kind for p in places}


def test_labels_under_each_other_in_a_drawn_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([60, 200, 540], [600, 660, 690])
        canvas.drawString(64, 675, "Company")
        canvas.drawString(64, 648, "Sales contact")
        for n, text in enumerate(("Name:", "Phone:", "E-mail:")):
            canvas.drawString(206, 648 - 17 * n, text)

    assert [p.label for p in drawn(draw)] == [
        "Company",
        "Sales contact name",
        "Sales contact phone",
        "Sales contact e-mail",
    ]


def test_captions_under_lines_below_a_party_in_capitals() -> None:
    def draw(canvas: Canvas) -> None:
        for top, party in ((600, "OPERATOR"), (480, "CEDAR FORD PUBLIC SCHOOL DISTRICT 12")):
            canvas.drawString(60, top, party)
            for n, captions in enumerate((("Authorized signature", "Date"), ("Printed name", "Title"))):
                for x, caption in zip((60, 320), captions, strict=True):
                    canvas.line(x, top - 28 - 36 * n, x + 220, top - 28 - 36 * n)
                    canvas.drawString(x, top - 38 - 36 * n, caption)

    places = drawn(draw)
    assert [(p.label, p.kind, p.party) for p in places if p.kind == "signature"] == [
        ("Authorized signature", "signature", "operator"),
        ("Authorized signature", "signature", "district"),
    ]
    assert [p.label for p in places] == ["Authorized signature", "Date", "Printed name", "Title"] * 2


def test_a_tooltip_that_two_boxes_share_is_no_answer() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Is the product subject to SOPPA?")
        for n, option in enumerate(("Yes", "No")):
            canvas.acroForm.checkbox(name=f"Box{n}", tooltip="SOPPA", x=300 + 60 * n, y=698, size=11)
            canvas.drawString(316 + 60 * n, 700, option)

    assert [p.option for p in drawn(draw)] == ["Yes", "No"]


def parties(places: tuple[Place, ...]) -> list[tuple[str, str]]:
    return [(p.label, p.party) for p in places]


def test_name_and_date_in_the_row_of_the_districts_signature_are_its_own() -> None:
    rows: list[tuple[str, ...]] = []
    for whose in ("Operator", "District"):
        rows += [("", "", "", "", ""), (f"Signature for the {whose}", "", "Printed name and title", "", "Date")]
    assert parties(learnt(table_of(*rows), "soppa")) == [
        ("Signature for the Operator", "operator"),
        ("Printed name and title", "operator"),
        ("Date", "operator"),
        ("Signature for the District", "district"),
        ("Printed name and title", "district"),
        ("Date", "district"),
    ]


def test_blocks_in_cells_that_begin_with_their_party() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, head in zip(cells, ("OPERATOR", "BOARD OF EDUCATION OF CEDAR FORD DISTRICT NO. 12"), strict=True):
        cell.text = head
        for label in ("By", "Its", "Attest", "Date"):
            cell.add_paragraph(f"{label}: ______________________")
    assert [p.party for p in learnt(document, "soppa")] == ["operator"] * 4 + ["district"] * 4


def test_a_letter_that_the_superintendent_signs_first() -> None:
    document = docx.Document()
    lines = [
        TITLE,
        "Sincerely,",
        "_" * 30,
        "Paula R. Reed, Superintendent",
        "Date: ____________",
        "ACCEPTED AND AGREED:",
    ]
    for caption in ("Company (Operator)", "Signature of authorized representative", "Date signed"):
        lines += ["_" * 40, caption]
    for line in lines:
        document.add_paragraph(line)
    assert parties(learnt(document, "soppa")) == [
        ("Paula R. Reed, Superintendent", "district"),
        ("Date", "district"),
        ("Company (Operator)", "operator"),
        ("Signature of authorized representative", "operator"),
        ("Date signed", "operator"),
    ]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("BUILDING / DISTRICT USE", "district"),
        ("Sunfield 118 staff only", "district"),
        ("Central office use", "district"),
        ("For District 93 only – please leave blank", "district"),
        ("FOR MAPLE GROVE DISTRICT 12 ONLY", "district"),
        ("Intake (please leave blank)", "district"),
        ("If none leave this section blank", ""),
        ("Vendor part, do not leave blank", ""),
        ("Schools in District 93 only", ""),
        ("Vendor staff only", ""),
        ("Staff only", ""),
        ("Adult staff only", ""),
        ("Buildings that will use the product", ""),
        ("Intended use", ""),
    ],
)
def test_headings_of_the_districts_own_part(text: str, party: str) -> None:
    assert heading_party(text) == party


def test_lines_of_cards_beside_each_other_keep_their_labels() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (60, 230, 400):
            for n, label in enumerate(("Name", "Title", "Phone")):
                canvas.drawString(x, 640 - 20 * n, label)
                canvas.line(x + 30, 638 - 20 * n, x + 150, 638 - 20 * n)
        for x, label in ((60, "Street"), (300, "State"), (426, "ZIP")):
            canvas.drawString(x, 700, label)
            canvas.rect(x, 672, 100, 20)

    assert sorted(p.label for p in drawn(draw)) == sorted(["Name", "Title", "Phone"] * 3 + ["Street", "State", "ZIP"])
