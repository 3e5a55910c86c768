"""Rows of Word tables under a question: which are marks, which ask themselves, and what a mark answers."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Vendor Technology Questionnaire"
INTRO = (
    f"{papers.DISTRICT}. Please answer every question below; forms with open questions are sent back to their vendor."
)
Rows = Sequence[tuple[str, ...]]
DEVICES = "Devices (check all that apply)"


def table(rows: Rows) -> bytes:
    """A table with a frame; a row with fewer cells than the longest has its last one merged to the end."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    width = max(map(len, rows))
    drawn = document.add_table(rows=0, cols=width)
    drawn.style = "Table Grid"
    for row in rows:
        cells = drawn.add_row().cells
        if len(row) < width:
            cells[len(row) - 1].merge(cells[width - 1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    return papers.saved(document)


def lines(*said: str) -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    for text in said:
        document.add_paragraph(text)
    return papers.saved(document)


def learnt(data: bytes, *, optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(data, "rfi", TITLE, "vendor.docx", optional=optional)


def read(data: bytes, blank: Blank) -> Form:
    (form,) = assemble(recognise(papers.read(data, "filled.docx"), (blank,)), (blank,))
    return form


def answered(rows: Rows, answers: dict[str, str]) -> Rows:
    return [(*row[:-1], answers.get(row[-2], "")) if len(row) > 1 and not row[-1] else row for row in rows]


def test_a_row_that_asks_ends_the_marks_of_the_question_over_it() -> None:
    rows = [
        ("Company name", ""),
        (DEVICES,),
        ("iPad", ""),
        ("Windows", ""),
        ("Where is student data stored?", ""),
        ("Date of the last security audit", ""),
    ]
    blank = learnt(table(rows))
    assert [p.kind for p in blank.places] == ["text", "check", "check", "text", "text"]
    form = read(table(answered(rows, {"Company name": "Harbor", "iPad": "X"})), blank)
    assert form.status == "incomplete"
    assert form.open == ("Where is student data stored?", "Date of the last security audit")


@pytest.mark.parametrize(
    "head", ["Contacts (complete all that apply)", "Security (please check each answer before you send it)"]
)
def test_words_that_tell_of_no_marks(head: str) -> None:
    rows = [("Company name", ""), (head,), ("Sales", ""), ("Hosting", ""), ("Where is data stored?", "")]
    blank = learnt(table(rows))
    assert {p.kind for p in blank.places} == {"text"}


def test_rows_without_a_number_that_are_written_into() -> None:
    rows = [
        ("A1", "Company", ""),
        ("A2", "Web address", ""),
        ("A3", "Technical contact"),
        ("", "Name", ""),
        ("", "E-mail", ""),
        ("", "Telephone", ""),
        ("A4", "Annual cost", ""),
    ]
    blank = learnt(table(rows))
    assert {p.kind for p in blank.places} == {"text"}
    given = {"Company": "Harbor", "Web address": "harbor.example", "Name": "Lena Ortiz", "Annual cost": "$40"}
    assert read(table(answered(rows, given)), blank).open == ("E-mail", "Telephone")


@pytest.mark.parametrize("mark", ["✓", "✔", "☒"])
def test_a_tick_describes_nothing(mark: str) -> None:
    asks = ("Describe how student data is encrypted at rest", "List all subcontractors that receive student data")
    duty = "Student data is erased within sixty days of the end"
    rows = [("Company name", ""), *((text, "") for text in (*asks, duty)), ("Annual cost", "")]
    blank = learnt(table(rows))
    given = {"Company name": "Harbor", "Annual cost": "$4", **dict.fromkeys((*asks, duty), mark)}
    assert read(table(answered(rows, given)), blank).open == asks


LINE = "_" * 30
COMPANY, COST = f"Company name: {LINE}", f"Annual cost: {LINE}"
FILLED = ("Company name: Harbor", "Annual cost: $4")


@pytest.mark.parametrize(("other", "asked"), [("☒", ("Please specify",)), ("☐", ())])
def test_who_checks_other_says_what(other: str, asked: tuple[str, ...]) -> None:
    """A line right behind the boxes is owed with "Other", and with nothing else."""
    boxes = "Which devices? {ipad} iPad ☐ Windows {other} Other"
    specify = f"Please specify: {LINE}"
    data = lines(COMPANY, boxes.format(ipad="☐", other="☐"), specify, COST)
    blank = learnt(data)
    ipad = "☐" if asked else "☒"
    copy = lines(FILLED[0], boxes.format(ipad=ipad, other=other), specify, FILLED[1])
    assert read(copy, blank).open == asked
    free = learnt(data, optional=("Please specify",))
    assert read(copy, free).open == (), "the configuration says that it may stay empty"


@pytest.mark.parametrize(
    ("boxes", "between"),
    [
        ("Is student data shared? {0} Yes ☐ No", ()),
        ("Which devices? {0} iPad ☐ Windows ☐ Other", (f"Licences: {LINE}",)),
    ],
)
def test_lines_that_no_box_excuses(boxes: str, between: tuple[str, ...]) -> None:
    blank = learnt(lines(COMPANY, boxes.format("☐"), *between, f"Other: {LINE}", COST))
    copy = lines(FILLED[0], boxes.format("☒"), *(b.replace(LINE, "$3") for b in between), f"Other: {LINE}", FILLED[1])
    assert read(copy, blank).open == ("Other",)


def test_an_office_that_checks_a_vendors_signature() -> None:
    office = ("Date received", "Vendor signature verified by", "Operator initials checked by", "Ticket number")
    rows = [("Company name", ""), ("Annual cost", ""), ("FOR DISTRICT USE ONLY",), *((text, "") for text in office)]
    blank = learnt(table(rows))
    assert [p.party for p in blank.places] == ["operator"] * 2 + ["district"] * 4


ASKED = ("4. What do you sell to schools? ______________________", "By signing I confirm that I may bind the company.")
CAPTIONS = "Signature of officer\tDate of signature"
BESIDE = f"{'_' * 40}\t{'_' * 20}"


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("/s/ Ana Ruiz  ______________\t 3/30/2026  _______", ["/s/ Ana Ruiz", "3/30/2026"]),
        ("/s/ Ana Ruiz\t3/30/2026", ["/s/ Ana Ruiz", "3/30/2026"]),
        ("______________________\t 3/30/2026  _______", ["", "3/30/2026"]),
        ("/s/ Ana Ruiz  ______________\t ____________", ["/s/ Ana Ruiz", ""]),
    ],
)
def test_the_rests_of_two_lines_beside_each_other(line: str, values: list[str]) -> None:
    blank = learnt(lines(*ASKED, BESIDE, CAPTIONS))
    form = read(lines(ASKED[0].replace("_" * 22, "Films"), ASKED[1], line, CAPTIONS), blank)
    assert [r.value for r in form.readings] == ["Films", *values]
    assert not form.doubtful


MATRIX: Rows = [
    ("Data element", "Yes", "No"),
    ("Student name", "☐", "☐"),
    ("Home address", "☐", "☐"),
    ("Other data (list, or enter None)", ""),
]


@pytest.mark.parametrize("boxes", [True, False])  # or empty cells to mark
def test_a_merged_cell_under_yes_and_no_is_written_in(boxes: bool) -> None:
    def form(marks: Sequence[tuple[str, ...]], other: str) -> Rows:
        empty = "☐" if boxes else ""
        rows = [(row[0], *(m or empty for m in mark)) for row, mark in zip(MATRIX[1:3], marks, strict=True)]
        return [MATRIX[0], *rows, (MATRIX[3][0], other)]

    blank = learnt(table(form([("", ""), ("", "")], "")))
    assert [(p.kind, p.label) for p in blank.places][-1] == ("text", "Other data (list, or enter None)")
    mark = "☒" if boxes else "X"
    full = read(table(form([(mark, ""), ("", mark)], "None")), blank)
    assert (full.status, full.doubts) == ("complete", ())
    assert read(table(form([(mark, ""), ("", mark)], "")), blank).open == ("Other data (list, or enter None)",)
