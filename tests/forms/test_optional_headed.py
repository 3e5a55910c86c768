"""Names of `optional` that are a cell's first line, over small print on what to write there."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.model import Blank

TITLE = "Request for New Software"
ROWS = (
    ("Firm", "Legal name, not the brand"),
    ("Background", "Years of work with public schools"),
    ("Used at", "School(s) or department(s) of the District"),
    ("If free", "Tell us how it pays for itself in the end and who bears that; leave empty otherwise"),
    ("Completed by", "Name and title"),
)


def of_word(optional: tuple[str, ...]) -> Blank:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(f"{papers.DISTRICT}. Type your answers into the right-hand cells of this form.")
    table = document.add_table(rows=0, cols=2)
    for head, hint in ROWS:
        cell = table.add_row().cells[0]
        cell.text = head
        cell.add_paragraph(hint)
    return papers.blank(papers.saved(document), "rfi", TITLE, "request.docx", optional)


def of_page(optional: tuple[str, ...], *, small: float = 7) -> Blank:
    canvas = papers.canvas_of(TITLE, f"{papers.DISTRICT}. Type your answers into the right-hand cells of this form.")
    for row, (head, hint) in enumerate(ROWS):
        y = 640 - 40 * row
        canvas.rect(60, y, 200, 40)
        canvas.rect(260, y, 280, 40)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(64, y + 28, head)
        canvas.setFont("Helvetica", small)
        canvas.drawString(64, y + 16, hint[:44])
        canvas.drawString(64, y + 6, hint[44:])
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE, "request.pdf", optional)


@pytest.mark.parametrize("learnt", [of_word, of_page])
def test_a_cells_first_line_names_its_place(learnt: object) -> None:
    blank = learnt(("If free",))  # type: ignore[operator]
    assert [p.label.partition(" Tell")[0] for p in blank.places if not p.required] == ["If free"]
    assert not [n for n in blank.notes if n.startswith("optional")]


@pytest.mark.parametrize("wanted", ["If", "If free tell us", "leave empty otherwise"])
def test_what_names_none(wanted: str) -> None:
    blank = of_word((wanted,))
    assert all(p.required for p in blank.places)
    assert [n for n in blank.notes if n.startswith("optional")]


def test_a_label_that_wraps_has_no_head() -> None:
    assert all(p.required for p in of_page(("If free",), small=10).places)


def test_years_of_work_with_schools_are_no_schools() -> None:
    (asked,) = (p.label for p in of_word(()).places if p.role == "schools")
    assert asked.startswith("Used at")
