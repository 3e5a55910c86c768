"""Word questions whose boxes were replaced by the answer's own words."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Vendor Technology Questionnaire"
SERVES = "☐ Students   ☐ Teachers/Staff   ☐ Parents"
YES_NO = "☐ Yes   ☐ No"


def form(company: str = "", serves: str = SERVES, rosters: str = YES_NO, soppa: str = YES_NO) -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(f"{papers.DISTRICT}. Please answer every question below and send the form back to us.")
    document.add_paragraph("The District reads each form before it buys software for its schools and offices.")
    document.add_paragraph("Forms with open questions go back to the vendor and are read again when they are whole.")
    rows = (
        ("Legal name of the company", company),
        ("Who will be using it? (check all)", serves),
        ("Will you need rosters from our system?", rosters),
        ("Is the product subject to SOPPA (105 ILCS 85)?", soppa),
    )
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return papers.saved(document)


@pytest.fixture(scope="module")
def blank() -> Blank:
    return papers.blank(form(), "rfi", TITLE, "vendor.docx")


def read(blank: Blank, serves: str, rosters: str, soppa: str) -> Form:
    data = papers.read(form("Acme Learning", serves, rosters, soppa), "filled.docx")
    (found,) = assemble(recognise(data, (blank,)), (blank,))
    return found


def test_words_that_are_left_are_chosen(blank: Blank) -> None:
    found = read(blank, "Students, Teachers/Staff", "No", "Yes")
    assert (found.status, found.doubts) == ("complete", ())
    chosen = [r.place.option for r in found.readings if r.place.kind == "check" and r.state == "filled"]
    assert chosen == ["Students", "Teachers/Staff", "No", "Yes"]
    assert found.subject_to_soppa is True


def test_many_answers_taken_out() -> None:
    """They are no sign of another wording; other words that are gone are."""
    many = "☐ Students   ☐ Teachers or aides   ☐ Parents"
    whole = papers.blank(form(serves=many), "rfi", TITLE, "vendor.docx")
    found = read(whole, "Students", "No", "Yes")
    assert (found.status, found.doubts) == ("complete", ())
    assert read(whole, "Pupils", "No", "Yes").status != "complete"


def test_beside_boxes_that_are_there(blank: Blank) -> None:
    assert read(blank, "☒ Students   ☐ Teachers/Staff   ☐ Parents", "No", "☐ Yes   ☒ No").status == "complete"


@pytest.mark.parametrize(
    ("rosters", "state"),
    [
        ("Yes   No", "doubtful"),  # a converter that drops boxes
        ("Yes, but No for grades 1 and 2", "doubtful"),
        ("☐ Yes", "empty"),
        ("Only if you want it", "empty"),
        ("", "empty"),
    ],
)
def test_what_chooses_nothing(blank: Blank, rosters: str, state: str) -> None:
    found = read(blank, "Students", rosters, "Yes")
    readings = [r.state for r in found.readings if r.place.group_label.startswith("Will you need")]
    assert "filled" not in readings and state in readings
    assert found.status != "complete"
