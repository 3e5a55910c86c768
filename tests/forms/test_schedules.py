"""Schedules of data: of all their boxes those are checked that apply, whatever row they stand in."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Collection

import docx as python_docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Exhibit B: Schedule of Student Data"
KINDS = {
    "Identity": ["Full name", "Local student number", "Birthday"],
    "Family": ["Names of parents", "Telephone of parents"],
    "Records": ["Marks", "Days absent"],
    "Health": ["Care plan", "Allergies"],
}
EACH = "Check each element that the service uses"
FEW = {"Full name", "Marks"}
Draw = Callable[..., bytes]


def begun(out: io.BytesIO) -> Canvas:
    """A page with its title and introduction."""
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 720, "Cedar Bluff District 14. The Provider returns this page with the signed agreement.")
    return canvas


def sheet(said: str, kinds: dict[str, list[str]], checked: Collection[str] = ()) -> bytes:
    """A page with a table: a kind in the first cell, its boxes in the second."""
    out = io.BytesIO()
    canvas = begun(out)
    canvas.drawString(60, 690, said)
    for n, (kind, elements) in enumerate(kinds.items()):
        bottom = 660 - 24 * n
        canvas.rect(58, bottom, 102, 24)
        canvas.rect(160, bottom, 390, 24)
        canvas.drawString(64, bottom + 8, kind)
        for m, element in enumerate(elements):
            left = 168 + 125 * m
            canvas.rect(left, bottom + 7, 9, 9)
            canvas.drawString(left + 14, bottom + 8, element)
            if element in checked:
                canvas.line(left, bottom + 7, left + 9, bottom + 16)
                canvas.line(left, bottom + 16, left + 9, bottom + 7)
    canvas.drawString(60, 520, "Operator (legal name): ______________________________________")
    if checked:
        canvas.drawString(170, 521, "Harbor Phonics LLC")
    canvas.save()
    return out.getvalue()


def sheet_of(said: str, checked: Collection[str] = ()) -> bytes:
    return sheet(said, KINDS, checked)


def word(said: str, checked: Collection[str] = ()) -> bytes:
    """The same as a Word table with boxes made of letters."""
    document = python_docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph("Cedar Bluff District 14. The Provider returns this page with the signed agreement.")
    document.add_paragraph(said)
    table = document.add_table(rows=len(KINDS), cols=2)
    for row, (kind, elements) in zip(table.rows, KINDS.items(), strict=True):
        row.cells[0].text = kind
        row.cells[1].text = "    ".join(f"{'☒' if e in checked else '☐'} {e}" for e in elements)
    document.add_paragraph(f"Operator (legal name): {'Harbor Phonics LLC' if checked else '_' * 30}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def asked(data: bytes, name: str) -> list[str]:
    """The questions with boxes of a blank, each once."""
    places = papers.blank(data, "soppa", TITLE, name).places
    return list(dict.fromkeys(p.group for p in places if p.kind == "check"))


def form(blank: bytes, copy: bytes, name: str) -> Form:
    learnt = papers.blank(blank, "soppa", TITLE, name)
    (found,) = assemble(recognise(papers.read(copy, name), [learnt]), [learnt])
    return found


@pytest.mark.parametrize(("draw", "name"), [(sheet_of, "blank.pdf"), (word, "blank.docx")])
def test_one_question_of_all_rows(draw: Draw, name: str) -> None:
    assert len(asked(draw(EACH), name)) == 1
    copy = form(draw(EACH), draw(EACH, FEW), name)
    assert copy.open == ()
    assert {r.place.label for r in copy.readings if r.state == "filled"} >= FEW


@pytest.mark.parametrize(("draw", "name"), [(sheet_of, "blank.pdf"), (word, "blank.docx")])
def test_a_schedule_without_any_mark_is_open(draw: Draw, name: str) -> None:
    copy = form(draw(EACH), draw(EACH, {"nothing of it"}), name)
    assert copy.open == ("Check each element that the service uses",)


@pytest.mark.parametrize(
    "said",
    [
        "Check all boxes that apply.",
        "Mark the elements used by your product.",
        "Data elements (check if collected by the service, any that apply)",
        "Please tick every type of data which your service receives or creates:",
    ],
)
def test_other_ways_to_say_it(said: str) -> None:
    assert len(asked(sheet_of(said), "blank.pdf")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Check at least one element for each kind.",
        "In every row, check all that apply.",
        "Check one box in each row.",
    ],
)
def test_every_row_is_asked_where_nothing_else_is_said(said: str) -> None:
    assert len(asked(sheet_of(said), "blank.pdf")) == len(KINDS)


def test_the_same_answers_in_every_row_are_a_question_each() -> None:
    rows = {kind: ["Collected", "Shared", "Sold"] for kind in KINDS}
    assert len(asked(sheet("Check all that apply.", rows), "blank.pdf")) == len(KINDS)


def test_kinds_that_are_marked_under_the_same_heads_are_one_schedule() -> None:
    rows = {kind: ["Collected", "Shared"] for kind in KINDS}
    said = "Check each kind of data that the product collects, and each that is shared with a third party."
    assert len(asked(sheet(said, rows), "blank.pdf")) == 1
    rows = {kind: ["Collected", "Not collected"] for kind in KINDS}
    assert len(asked(sheet(said, rows), "blank.pdf")) == len(KINDS)


@pytest.mark.parametrize(
    "said",
    [
        "Check each purpose of each element. Leave a row empty if the element is not collected.",
        "Mark what applies; rows of elements that are not collected may be left blank.",
    ],
)
def test_rows_that_may_stay_empty_are_one_schedule(said: str) -> None:
    rows = {kind: ["Instruction", "Assessment", "Operations"] for kind in KINDS}
    assert len(asked(sheet(said, rows), "blank.pdf")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Mark for each kind of data where it is stored. Do not leave any row blank.",
        "Mark for each kind where it is stored. Leave no row empty.",
        "Mark for each kind where it is stored. Never leave a box unchecked.",
        "Mark for each kind where it is stored and don't leave a line blank.",
        "Mark for each kind where it is stored. No row may remain empty.",
    ],
)
def test_rows_that_must_not_stay_empty_are_asked_each(said: str) -> None:
    rows = {kind: ["United States", "Abroad"] for kind in KINDS}
    assert len(asked(sheet(said, rows), "blank.pdf")) == len(KINDS)


def test_a_row_for_none_belongs_to_its_schedule() -> None:
    rows = {**KINDS, "None": ["No data of students"]}
    assert len(asked(sheet(EACH, rows), "blank.pdf")) == 1


@pytest.mark.parametrize(
    ("none", "questions"),
    [("None of the above", 1), ("None of these elements", 1), ("None", 2), ("None of the staff", 2)],
)
def test_none_of_the_above_in_the_last_row_is_said_of_all(none: str, questions: int) -> None:
    last = list(KINDS)[-1]
    rows = {**KINDS, last: [*KINDS[last], none]}
    assert len(asked(sheet(EACH, rows), "blank.pdf")) == questions


def test_what_is_to_be_checked_anew_is_a_question_of_its_own() -> None:
    document = python_docx.Document()
    for line in (TITLE, "Cedar Bluff District 14 asks each Provider for this page.", EACH):
        document.add_paragraph(line)
    table = document.add_table(rows=len(KINDS), cols=2)
    for row, (kind, elements) in zip(table.rows, KINDS.items(), strict=True):
        row.cells[0].text, row.cells[1].text = kind, "    ".join(f"☐ {e}" for e in elements)
    document.add_paragraph("When the agreement ends the data is dealt with as follows (check one):")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Disposition", "☐ Delete    ☐ Return"
    assert len(asked(papers.saved(document), "blank.docx")) == 2


COLUMNS = (("Identity", ["Name", "Birthday", "None"]), ("Records", ["Marks", "Days absent", "None"]))


def columns_on_a_page(said: str) -> bytes:
    canvas = papers.canvas_of(TITLE, said, size=9)
    for n, (head, options) in enumerate(COLUMNS):
        canvas.drawString(60 + 200 * n, 690, head)
        for m, option in enumerate(options):
            canvas.rect(60 + 200 * n, 670 - 16 * m, 9, 9)
            canvas.drawString(74 + 200 * n, 671 - 16 * m, option)
    return canvas.getpdfdata()


def columns_in_word(said: str) -> bytes:
    document = python_docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(said)
    table = document.add_table(rows=2, cols=2)
    for n, (head, options) in enumerate(COLUMNS):
        table.cell(0, n).text = head
        table.cell(1, n).text = "\n".join(f"☐ {o}" for o in options)
    return papers.saved(document)


@pytest.mark.parametrize(("draw", "name"), [(columns_on_a_page, "blank.pdf"), (columns_in_word, "blank.docx")])
def test_each_column_is_asked_where_the_form_says_so(draw: Draw, name: str) -> None:
    blank = papers.blank(draw("Check what is collected, at least one in each column."), "soppa", TITLE, name)
    groups = {p.group: p.group_label for p in blank.places}
    assert sorted(groups.values()) == ["Identity", "Records"]
    assert len(asked(draw("Check each element that is collected."), name)) == 1


def test_questions_of_their_own_stay_apart() -> None:
    rows = {f"{kind}: what is collected?": elements for kind, elements in KINDS.items()}
    assert len(asked(sheet("Check all that apply.", rows), "blank.pdf")) == len(KINDS)


def test_rows_that_can_say_none_are_a_question_each() -> None:
    rows = {kind: [*elements[:2], "None"] for kind, elements in KINDS.items()}
    assert len(asked(sheet("Check each element that the service uses", rows), "blank.pdf")) == len(KINDS)


PAIRS = {
    "Identity": [("Full name", "Birthday"), ("Student number", "Number with the State")],
    "Contact": [("Street", "Telephone"), ("Names of parents", "Telephone of parents")],
    "Records": [("Marks", "Days absent"), ("Work handed in", "Minutes on task")],
    "Device": [("Address on the network", "Voice or picture")],
}


def paired(head: str, checked: Collection[str] = ()) -> bytes:
    """Two elements a row with a column to check behind each; a kind stands beside the first of its rows only."""
    out = io.BytesIO()
    canvas = begun(out)
    canvas.drawString(60, 700, EACH)
    edges = (58, 130, 270, 330, 480, 540)
    rows = [(kind if n == 0 else "", *pair) for kind, pairs in PAIRS.items() for n, pair in enumerate(pairs)]
    for n, (kind, one, other) in enumerate([("Kind", "Element", "Element"), *rows]):
        bottom = 672 - 18 * n
        for left, right in itertools.pairwise(edges):
            canvas.rect(left, bottom, right - left, 18)
        canvas.drawString(62, bottom + 5, kind)
        for left, box, element in ((134, 295, one), (334, 505, other)):
            canvas.drawString(left, bottom + 5, element)
            if n == 0:
                canvas.drawString(box - 15, bottom + 5, head)
                continue
            canvas.rect(box, bottom + 4, 9, 9)
            if element in checked:
                canvas.line(box, bottom + 4, box + 9, bottom + 13)
                canvas.line(box, bottom + 13, box + 9, bottom + 4)
    canvas.drawString(60, 470, f"Operator (legal name): {'Harbor Phonics LLC' if checked else '_' * 38}")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("head", ["Check", "Mark", "X if used"])
def test_what_stands_over_the_boxes_is_no_question_of_its_own(head: str) -> None:
    assert len(asked(paired(head), "blank.pdf")) == 1
    copy = form(paired(head), paired(head, {"Full name", "Work handed in"}), "blank.pdf")
    assert copy.open == ()


SIDES = (
    {"Identity": ["Full name", "Birthday"], "Family": ["Names of parents"], "Records": ["Marks", "Days absent"]},
    {"Health": ["Care plan", "Allergies"], "Device": ["Its model", "Address on the network"]},
)


def side_by_side(said: str, again: str = "") -> bytes:
    """Kinds in two columns with a rule between them; `again` is said over those on the right."""
    out = io.BytesIO()
    canvas = begun(out)
    canvas.drawString(60, 695, said)
    canvas.drawString(320, 683, again)
    canvas.line(306, 692, 306, 440)
    for left, kinds in zip((60, 320), SIDES, strict=True):
        top = 665.0
        for kind, elements in kinds.items():
            canvas.drawString(left, top, kind)
            for n, element in enumerate(elements, 1):
                canvas.rect(left, top - 14 * n - 1, 9, 9)
                canvas.drawString(left + 14, top - 14 * n, element)
            top -= 14 * len(elements) + 30
    canvas.save()
    return out.getvalue()


def test_what_is_said_over_two_columns_is_said_of_both() -> None:
    assert len(asked(side_by_side("Tick, in either column, each element that the Service collects."), "blank.pdf")) == 1


def test_what_is_said_over_the_second_column_alone_is_said_anew() -> None:
    said = "Tick each element that the Service collects."
    assert len(asked(side_by_side(said, "Check those that are kept abroad."), "blank.pdf")) == 3
