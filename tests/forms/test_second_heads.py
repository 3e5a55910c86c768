"""Tables under two rows of heads, rows that the form marks or answers itself, and rows with a line of their own."""

from __future__ import annotations

from collections.abc import Mapping

import docx
import form_papers as papers

from soppa_mailbot.model import Form

TITLE = "Operator Data Schedule"
INTRO = "Cedar Ford Public School District 12. Mark each row of the schedule and sign."
ITEMS = ("Name and grade of a student", "Writing of students", "Photographs")


def schedule(marks: Mapping[str, int] | None = None) -> bytes:
    """Rows of items under "Collected", which goes over "Yes" and "No"; the form marks one row itself."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    document.add_paragraph("Operator: " + ("Harbor Press" if marks is not None else "_" * 30))
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Item"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Collected"
    table.cell(1, 1).text, table.cell(1, 2).text = "Yes", "No"
    for item in (*ITEMS, "Social security number"):
        cells = table.add_row().cells
        cells[0].text = item
        if item not in ITEMS:
            cells[2].text = "X"
        elif marks and item in marks:
            cells[marks[item]].text = "X"
    return papers.saved(document)


def read(marks: Mapping[str, int]) -> Form:
    blank = papers.blank(schedule(), "rfi", TITLE, "blank.docx")
    return papers.copy_of(blank, schedule(marks), "copy.docx")


def test_a_row_is_one_question_under_two_rows_of_heads() -> None:
    blank = papers.blank(schedule(), "rfi", TITLE, "blank.docx")
    assert {(p.group_label, p.option) for p in blank.places if p.kind == "check"} == {
        (item, option) for item in ITEMS for option in ("Yes", "No")
    }, "what the form marks itself is asked of nobody"


def test_each_row_must_be_marked() -> None:
    assert read({item: 1 + n % 2 for n, item in enumerate(ITEMS)}).status == "complete"
    form = read({ITEMS[0]: 1, ITEMS[2]: 2})
    assert (form.status, form.open) == ("incomplete", (ITEMS[1],))


def other(answer: str = "", *, marked: str = "") -> bytes:
    """A row that is named with a line: "Other: ____ | Yes | No"."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, ("Item", "Yes", "No"), strict=True):
        cell.text = head
    for item in (*ITEMS, f"Other: {answer or '_' * 12}"):
        cells = table.add_row().cells
        cells[0].text = item
        cells[1].text, cells[2].text = ("☒", "☐") if marked else ("☐", "☐")
    return papers.saved(document)


def test_a_row_named_with_a_line_is_a_question_of_its_own() -> None:
    blank = papers.blank(other(), "rfi", TITLE, "blank.docx")
    asked = {p.group_label for p in blank.places if p.kind == "check"}
    assert {*ITEMS} < asked and len(asked) == 4
    assert any(label.startswith("Other") for label in asked - {*ITEMS})


def behind(*, marked: bool = False, first: bool = True) -> bytes:
    """Lines behind their options: "Yes ____   No ____"."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    for question in ("Does the product show advertising?", "Is data kept in the United States?"):
        document.add_paragraph(question)
        yes, no = ("_X__", "____") if marked and first else ("____", "_X__") if marked else ("____", "____")
        document.add_paragraph(f"Yes {yes}   No {no}")
    return papers.saved(document)


def test_a_mark_on_a_line_behind_its_option() -> None:
    blank = papers.blank(behind(), "rfi", TITLE, "blank.docx")
    for first, option in ((True, "Yes"), (False, "No")):
        form = papers.copy_of(blank, behind(marked=True, first=first), "copy.docx")
        chosen = {r.place.option for r in form.readings if r.state == "filled"}
        assert (form.status, chosen) == ("complete", {option})
