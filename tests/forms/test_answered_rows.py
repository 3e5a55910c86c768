""" "None" in the first cell of a table's row: typed on a page, in a Word file, written by hand and scanned."""

from __future__ import annotations

import io
from typing import Any

import docx as python_docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

import scans
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.papers.answered_rows import with_answered_rows
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Document, Form, PlaceReading
from soppa_mailbot.reading import image
from soppa_mailbot.reading.base import Limits

TITLE = "Supplier Disclosure Sheet"
WORDS = [
    "Briar Glen Public School District 30 asks every supplier to list those who help it to run the product.",
    "Write one helper into each line of the table. Write none where nobody helps. Unfinished sheets are returned.",
]
HEADS = ["Entry", "Company", "Service", "State"]
ROWS = ["Helper 1", "Helper 2"]
LABELS = [f"{row} {head.lower()}" for row in ROWS for head in HEADS[1:]]
Cells = dict[str, str]


def on_paper(cells: Cells) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 11)
    for row, line in enumerate([TITLE, *WORDS]):
        canvas.drawString(60, 740 - 20 * row, line)
    for row, name in enumerate(["", *ROWS]):
        for column, head in enumerate(HEADS):
            x, y = 60 + 120 * column, 640 - 28 * row
            canvas.rect(x, y, 120, 28)
            text = head if row == 0 else name if column == 0 else cells.get(f"{name} {head.lower()}", "")
            canvas.drawString(x + 6, y + 9, text)
    canvas.drawString(60, 500, "Name of the person who fills in this sheet:")
    canvas.line(290, 498, 540, 498)
    canvas.drawString(296, 501, cells.get("person", ""))
    canvas.drawString(60, 470, "Return this sheet with the other papers to the purchasing office of the District.")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def in_word(cells: Cells) -> bytes:
    document = python_docx.Document()
    document.add_heading(TITLE, 1)
    for line in WORDS:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(HEADS))
    for name in ["", *ROWS]:
        row = table.add_row().cells
        for column, head in enumerate(HEADS):
            row[column].text = head if not name else name if column == 0 else cells.get(f"{name} {head.lower()}", "")
    document.add_paragraph(f"Name of the person who fills in this sheet: {cells.get('person') or '_' * 30}")
    document.add_paragraph("Return this sheet with the other papers to the purchasing office of the District.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FULL = dict.fromkeys(LABELS, "Ohio") | {"person": "Lena Ortiz"}
NONE_IN_FIRST = {k: v for k, v in FULL.items() if not k.startswith("Helper")} | {"Helper 1 company": "None"}


@pytest.fixture(scope="module", params=["pdf", "docx"])
def sheet(request: pytest.FixtureRequest) -> tuple[Blank, Any]:
    draw = on_paper if request.param == "pdf" else in_word
    blank = papers.blank(draw({}), "rfi", TITLE, f"sheet.{request.param}", optional=("Helper 2",))
    return blank, lambda cells: papers.read(draw(cells), f"sheet.{request.param}")


def judged(blank: Blank, document: Document) -> Form:
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    return form


def test_the_table_is_learnt_as_rows(sheet: tuple[Blank, Any]) -> None:
    assert [p.label.casefold() for p in sheet[0].places][:6] == [x.casefold() for x in LABELS]


@pytest.mark.parametrize("none", ["None", "N/A", "not applicable"])
def test_none_answers_its_row(sheet: tuple[Blank, Any], none: str) -> None:
    form = judged(sheet[0], sheet[1]({**NONE_IN_FIRST, "Helper 1 company": none}))
    open_labels = [label.casefold() for label in form.open]
    assert not [label for label in open_labels if label.startswith("helper 1")]


@pytest.mark.parametrize(
    "cells",
    [
        {"Helper 1 company": "Acme"},
        {"Helper 1 company": "None but Acme"},
        {"Helper 1 service": "None"},
        {"Helper 2 company": "None"},
        {},
    ],
)
def test_anything_else_leaves_the_row_open(sheet: tuple[Blank, Any], cells: Cells) -> None:
    form = judged(sheet[0], sheet[1]({"person": "Lena Ortiz", **cells}))
    assert "helper 1 state" in [label.casefold() for label in form.open]
    assert form.status == "incomplete"


def test_none_written_on_a_scanned_page() -> None:
    data = on_paper({})
    blank_document, blank_opened = papers.opened(data, "sheet.pdf")
    blank = papers.blank(data, "rfi", TITLE, "sheet.pdf", optional=("Helper 2",))
    assert blank_opened is not None and blank_document.pages
    for cells, left in ((NONE_IN_FIRST, False), ({**NONE_IN_FIRST, "Helper 1 company": "Acme"}, True)):
        _, filled = papers.opened(on_paper(cells), "filled.pdf")
        assert filled is not None
        picture = filled(1, scans.DPI)
        assert picture is not None
        opened = image.read(scans.as_png(scans.degraded(picture.gray, "medium", 5)), Limits())
        document = Document("a1", "scan.png", pages=opened.pages)
        parts = recognise(document, (blank,), opened.raster, lambda _blank, page, dpi: blank_opened(page, dpi))
        (form,) = assemble(parts, (blank,))
        assert ("helper 1 state" in [label.casefold() for label in form.open]) is left


@pytest.mark.parametrize(("cell", "state"), [("Helper 1 company", "doubtful"), ("Helper 1 service", "empty")])
def test_handwriting_that_begins_a_row_may_say_none(cell: str, state: str) -> None:
    blank = papers.blank(on_paper({}), "rfi", TITLE, "sheet.pdf")
    readings = [
        PlaceReading(p, "filled", how=("ink",)) if p.label.casefold() == cell.casefold() else PlaceReading(p, "empty")
        for p in blank.places
    ]
    told = {r.place.label.casefold(): r.state for r in with_answered_rows(readings)}
    assert told["helper 1 state"] == state and told["helper 2 state"] == "empty"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([["None", "", ""], ["", "", ""], ["", "", ""]], "complete"),
        ([["Names", "", ""], ["", "", ""], ["", "", ""]], "incomplete"),
        ([["Names", "to log in", "pupil"], ["None", "", ""], ["", "", ""]], "incomplete"),
        ([["None", "", ""], ["Names", "", ""], ["", "", ""]], "incomplete"),
    ],
)
def test_rows_of_a_word_table_that_say_the_same(said: list[list[str]], status: str) -> None:
    """The heads of the columns are all the labels that its cells have."""

    def filled(cells: list[list[str]]) -> bytes:
        document = python_docx.Document()
        for text in [TITLE, *WORDS]:
            document.add_paragraph(text)
        table = document.add_table(4, 3)
        for row, texts in enumerate([["Data", "Purpose", "Source"], *cells]):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        return papers.saved(document)

    blank = papers.blank(filled([[""] * 3] * 3), "rfi", TITLE, "blank.docx")
    (form,) = assemble(recognise(papers.read(filled(said), "filled.docx"), (blank,)), (blank,))
    assert (form.status, form.doubtful) == (status, ())


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([["None", "", ""], ["", "", ""], ["", "", ""]], "complete"),
        ([["N/A", "", ""], ["", "", ""], ["", "", ""]], "complete"),
        ([["Names", "", ""], ["", "", ""], ["", "", ""]], "incomplete"),
        ([["", "None", ""], ["", "", ""], ["", "", ""]], "incomplete"),
        ([["Names", "to log in", "pupil"], ["None", "", ""], ["", "", ""]], "incomplete"),
        ([["None", "", ""], ["Names", "", ""], ["", "", ""]], "incomplete"),
    ],
)
def test_rows_of_a_page_that_say_the_same(said: list[list[str]], status: str) -> None:
    def filled(cells: list[list[str]]) -> bytes:
        canvas = papers.canvas_of(TITLE, WORDS[0])
        canvas.drawString(60, 715, WORDS[1])
        for row, texts in enumerate([["Data", "Purpose", "Source"], *cells]):
            for column, text in enumerate(texts):
                canvas.rect(60 + 150 * column, 640 - 24 * row, 150, 24)
                canvas.drawString(66 + 150 * column, 648 - 24 * row, text)
        return canvas.getpdfdata()

    blank = papers.blank(filled([[""] * 3] * 3), "rfi", TITLE)
    form = papers.copy_of(blank, filled(said))
    assert (form.status, form.doubtful) == (status, ())
