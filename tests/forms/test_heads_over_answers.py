"""Small tables under each other, each a row of labels over a row to write in: "Street | City" over two empty cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.papers.heads_over_cells import FlowTables, under_heads
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.comparison import compare
from soppa_mailbot.forms.texts.paging import page_stream
from soppa_mailbot.forms.texts.stream import paper_stream
from soppa_mailbot.model import Blank

TITLE = "Vendor Questionnaire for New Software"
INTRO = "The company completes every box below, and returns all pages to Alder Creek District 9 with its quote."
PAIRS = (
    ("Company name", "Trade name, if different"),
    ("Street", "City, state and ZIP code"),
    ("Web site", "Founded in", "Fax, if any"),
    ("Person to call", "Title of that person"),
    ("Electronic mail", "Telephone"),
)
LABELS = [label for row in PAIRS for label in row]
OPTIONAL = ("Trade name, if different", "Fax, if any")


def sheet(
    answers: Mapping[str, str] | None = None, *, wide: float = 480, high: float = 20, apart: float = 5, left: float = 60
) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    top = 690.0
    for heads in PAIRS:
        said = [(answers or {}).get(head, "") for head in heads]
        for row in (heads, said):
            for n, text in enumerate(row):
                each = wide / len(row)
                canvas.rect(left + n * each, top - high, each, high)
                canvas.drawString(left + n * each + 4, top - 14, text)
            top -= high
        top -= apart
    return canvas.getpdfdata()


def blank() -> Blank:
    return papers.blank(sheet(), "rfi", TITLE, optional=OPTIONAL)


def test_each_empty_cell_is_named_by_the_label_over_it() -> None:
    assert [p.label for p in blank().places] == LABELS
    assert not [note for note in blank().notes if "empty cells" in note]


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            canvas.rect(60 + 240 * column, 660 - 24 * n, 240, 24)
            canvas.drawString(64 + 240 * column, 668 - 24 * n, text)
    return [p.label for p in papers.blank(canvas.getpdfdata(), "rfi", TITLE).places]


def test_an_answer_that_is_printed_is_no_head_of_the_answer_under_it() -> None:
    rows = (("Company", ""), ("District", "Alder Creek District 9"), ("Telephone", ""))
    assert table(rows) == ["Company", "Telephone"]


ANSWERS = {
    "Company name": "Acme Learning LLC",
    "Street": "4 Elm Street",
    "City, state and ZIP code": "Peoria, IL 61602",
    "Web site": "acme.example",
    "Founded in": "1999",
    "Person to call": "Ana Ruiz",
    "Title of that person": "Manager of sales",
    "Electronic mail": "ana@acme.example",
    "Telephone": "309-555-0100",
}


def word_copy(answers: Mapping[str, str]) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    for heads in PAIRS:
        table = document.add_table(rows=2, cols=len(heads))
        for n, head in enumerate(heads):
            table.cell(0, n).text, table.cell(1, n).text = head, answers.get(head, "")
        document.add_paragraph()
    return papers.saved(document)


@pytest.mark.parametrize("left_out", ["", "Company name", "City, state and ZIP code", "Founded in", "Electronic mail"])
@pytest.mark.parametrize("made", ["as the blank", "by another program", "without white between the tables", "in Word"])
def test_each_answer_is_that_of_the_label_over_it(made: str, left_out: str) -> None:
    answers = {label: text for label, text in ANSWERS.items() if label != left_out}
    if made == "in Word":
        document = papers.read(word_copy(answers), "paper.docx")
    elif made == "by another program":
        document = papers.read(sheet(answers, wide=430, high=27, apart=11, left=80))
    elif made == "without white between the tables":  # the next row is no next line of a sentence
        document = papers.read(sheet(answers, wide=430, high=22, apart=0, left=80))
    else:
        document = papers.read(sheet(answers))
    (found,) = recognise(document, [blank()])
    assert {r.place.label: r.value for r in found.readings if r.state != "empty"} == answers
    assert not found.doubts


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("Reference", "Telephone"), ("", "")), True),
        ((("Reference", "Telephone"), ("", ""), ("Reached at", "Best hours"), ("", "")), True),
        ((("Reference", "Telephone"), ("", ""), ("", "")), False),  # a vendor may take out a row, or add one
        ((("Reference", "Telephone"), ("First of them", "")), False),
        ((("Reference",), ("",)), False),  # nothing stands beside it
    ],
)
def test_only_a_row_of_labels_over_one_row_to_write_in_tells(rows: Sequence[Sequence[str]], *, told: bool) -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            canvas.rect(60 + 200 * column, 660 - 24 * n, 200, 24)
            canvas.drawString(64 + 200 * column, 668 - 24 * n, text)
    form = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    document = docx.Document()
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text or "Acme"
    paper = papers.read(papers.saved(document), "paper.docx")
    compared = compare(page_stream(form.document.pages, form.places), paper_stream(paper.flow).tokens)
    assert bool(under_heads(compared, form.document.pages, FlowTables.of(paper.flow))) == told


def lone_row(heads: Sequence[str], before: str = "", off: float = 0, lead: float = 30) -> Blank:
    """A table, and beside it a row of boxes with words over them and, before these, whose the row is."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, label in enumerate(("Company name", "Web site")):
        for column, text in enumerate((label, "")):
            canvas.rect(60 + 240 * column, 680 - 24 * n, 240, 24)
            canvas.drawString(64 + 240 * column, 688 - 24 * n, text)
    canvas.drawString(lead, 606, before)
    for n, head in enumerate(heads):
        left = 98 + 440 / len(heads) * n
        canvas.rect(left, 580, 440 / len(heads), 20)
        canvas.drawString(left + off + 22 * (n == 0 and bool(before)), 606, head)
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE)


@pytest.mark.parametrize("before", ["", "District use:", "Office use only:", "MSAD 9 USE ONLY:", "Vendor:"])
@pytest.mark.parametrize("heads", [("Reviewed by", "Score (0-100)"), ("Printed name", "Position", "Day")])
def test_boxes_side_by_side_are_named_by_what_is_over_them(before: str, heads: tuple[str, ...]) -> None:
    known = lone_row(heads, before)
    theirs = "district" if "use" in before.casefold() else "operator"
    assert [(p.label, p.party) for p in known.places][2:] == [(head, theirs) for head in heads]
    assert not [note for note in known.notes if "empty cells" in note]


@pytest.mark.parametrize(
    ("heads", "off"), [(("Reviewed by", ""), 0), (("Reviewed on one of the first days of the month by", "Score"), 200)]
)
def test_a_head_that_is_lacking_or_lies_over_two_boxes_names_none(heads: tuple[str, ...], off: float) -> None:
    known = lone_row(heads, off=off)
    assert [p.label for p in known.places] == ["Company name", "Web site"]
    assert [note for note in known.notes if "empty cells" in note]
