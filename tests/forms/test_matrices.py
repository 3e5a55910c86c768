"""Tables whose rows are answered by marks under the heads of several columns."""

from __future__ import annotations

import io
from itertools import pairwise

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise

TITLE = "Schedule of Student Data"
STATES = ["Collected", "Stored", "Not used"]
ROWS = ["First and last name", "Date of birth", "Attendance or discipline"]


def sheet(heads: list[str], said: str = "", marks: dict[str, str] | None = None, wide: int = 60) -> bytes:
    """The form on one page; `marks` are row -> head of the column that is crossed."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 722, "Cedar Bluff District 14. Every vendor returns this schedule with its agreement.")
    edges = [60, 220, *(220 + wide * n for n in range(1, len(heads) + 1)), 550]
    for n, row in enumerate(["Data element", *ROWS]):
        bottom = 670 - 24 * n
        for m, (left, right) in enumerate(pairwise(edges)):
            canvas.rect(left, bottom, right - left, 24)
            text = [row, *heads, "Purpose"][m] if n == 0 or m == 0 else ""
            if n and 0 < m <= len(heads) and marks and marks.get(row) == heads[m - 1]:
                text = "X"
            if n and m > len(heads) and marks:
                text = "Rosters"
            canvas.drawString(left + 4, bottom + 8, text)
    canvas.drawString(60, 570, said)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("heads", "said", "kinds"),
    [
        (STATES, "", {"check"}),
        (["Students", "Parents", "Staff"], "Mark every column that applies.", {"check"}),
        (["Students", "Parents", "Staff"], "Send this to the office.", {"text"}),
        (["Price", "Units", "Date needed"], "Mark every column that applies.", {"text"}),
        (["Collected", "Shared"], 'Answer Y or N in the columns "Collected" and "Shared" of each row.', {"text"}),
        (["Collected", "Shared"], "Send this to the office.", {"check"}),
        (["Yes", "No"], "Answer Yes or No in each row.", {"check"}),
    ],
)
def test_columns_that_are_marked(heads: list[str], said: str, kinds: set[str]) -> None:
    places = papers.blank(sheet(heads, said), "soppa", TITLE).places
    narrow = [p for p in places if p.box and p.box[2] - p.box[0] < 70]
    assert len(narrow) == len(heads) * len(ROWS)
    assert {p.kind for p in narrow} == kinds


KINDS = ["Collected (required)", "Collected (optional)", "Not collected"]
WHERE = ["In the account", "On request", "Not at all"]


@pytest.mark.parametrize(
    ("heads", "said", "kinds"),
    [
        (KINDS, "", {"check"}),
        (["Stored - encrypted", "Stored - plain", "Not stored"], "", {"check"}),
        (["Collected, if agreed", "Collected", "Never"], "", {"check"}),
        (WHERE, "Tick one column in every line.", {"check"}),
        (WHERE, "For each element, place an X in one of the columns for each row.", {"check"}),
        (WHERE, "Send this to the office.", {"text"}),
        (WHERE, "Fill in one line for each element.", {"text"}),
        (WHERE, "Tick one of the boxes below, and send this to the office.", {"text"}),
        (["Collected (date)", "Stored (how)", "Shared (with whom)"], "Send this to the office.", {"text"}),
        (["Collected (Y/N)", "Stored (Y/N)", "Shared (Y/N)"], "Send this to the office.", {"text"}),
        (["Recipient", "Reason", "Provider"], "Tick one column in every line.", {"text"}),
    ],
)
def test_wide_columns_that_are_marked(heads: list[str], said: str, kinds: set[str]) -> None:
    places = papers.blank(sheet(heads, said, wide=82), "soppa", TITLE).places
    cells = [p for p in places if "purpose" not in p.label.casefold()]
    assert len(cells) == len(heads) * len(ROWS)
    assert {p.kind for p in cells} == kinds


def test_a_row_without_a_mark_is_open_and_one_mark_answers_it() -> None:
    blank = papers.blank(sheet(STATES), "soppa", TITLE)
    paper = papers.read(sheet(STATES, marks={ROWS[0]: "Collected", ROWS[2]: "Not used"}))
    (form,) = assemble(recognise(paper, [blank]), [blank])
    assert form.open == (ROWS[1],)


def test_y_or_n_is_written_into_a_word_table_too() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Write Yes or No into both columns of each row.")
    table = document.add_table(rows=0, cols=3)
    for texts in (("Data element", "Collected", "Shared"), *((row, "", "") for row in ROWS)):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    places = papers.blank(papers.saved(document), "soppa", TITLE, "form.docx").places
    assert [p.kind for p in places] == ["text"] * 2 * len(ROWS)


def test_a_category_that_is_said_once_asks_for_nothing() -> None:
    canvas = papers.canvas_of(TITLE, "Mark each element that the product collects, and send this page back.", size=9)
    rows = [("Category", "Data element", "Collected"), ("Identity", ROWS[0], ""), ("", ROWS[1], ""), ("", ROWS[2], "")]
    for n, texts in enumerate(rows):
        bottom = 660 - 20 * n
        for (left, right), text in zip(pairwise((60, 160, 420, 480)), texts, strict=True):
            canvas.rect(left, bottom, right - left, 20)
            canvas.drawString(left + 4, bottom + 6, text)
        if n:
            canvas.rect(445, bottom + 5, 9, 9)
    blank = papers.blank(canvas.getpdfdata(), "soppa", TITLE)
    assert [p.kind for p in blank.places] == ["check"] * len(ROWS)
    assert gap_in(blank) == ""


@pytest.mark.parametrize("head", ["", "Remarks"])
def test_what_a_table_leaves_over_beside_its_rows_asks_for_nothing(head: str) -> None:
    """A cell over all rows right of the boxes, shaded by the spreadsheet that the form was made with."""
    canvas = papers.canvas_of(TITLE, "Mark one column on every line, and send this page back.", size=9)
    for n, row in enumerate(["Does the product collect:", *ROWS]):
        bottom = 670 - 24 * n
        for left, right, text in (
            (60, 300, row),
            (300, 360, "Yes" if not n else ""),
            (360, 420, "No" if not n else ""),
        ):
            canvas.rect(left, bottom, right - left, 24)
            canvas.drawString(left + 4, bottom + 8, text)
    if head:
        canvas.rect(420, 670, 130, 24)
        canvas.drawString(424, 678, head)
    canvas.rect(420, 598, 130, 72 if head else 96)
    blank = papers.blank(bytes(canvas.getpdfdata()), "soppa", TITLE, "form.pdf")
    written = [p.label.rsplit(" ", 1)[-1].capitalize() for p in blank.places if p.kind != "check"]
    assert written == ([head] if head else [])
    assert len({p.group for p in blank.places if p.kind == "check"}) == len(ROWS)
