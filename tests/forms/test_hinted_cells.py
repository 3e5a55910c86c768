"""Cells to write in that show in brackets how the answer is to look: "Phone | (area code first)"."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.naming.hinted_cells import hinted_cells, is_hint
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Vendor Technology Questionnaire"
ROWS = ("Legal name of the company", "Main telephone", "Postal address", "Approval is needed by", "Grade levels")
HINTS = {
    "Main telephone": "(area code first)",
    "Postal address": "(street, city, state, ZIP)",
    "Approval is needed by": "(month / day / year)",
}
FULL = {
    "Legal name of the company": "Harbor Phonics LLC",
    "Main telephone": "309-555-0142",
    "Postal address": "9 Pier Road, Elgin, IL 60120",
    "Approval is needed by": "03/05/2027",
    "Grade levels": "K-2",
}


def form(answers: dict[str, str], labels: dict[str, str] | None = None) -> bytes:
    """`answers` stand in the right column as they are given, `labels` in the left one."""
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(f"{papers.DISTRICT}. Please answer every question below and send the form back to us.")
    document.add_paragraph("The District reads each form before it buys software for its schools and offices.")
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        left, right = table.add_row().cells
        left.text, right.text = (labels or {}).get(row, row), answers.get(row, "")
        if row in HINTS:
            right.add_paragraph("")
    return papers.saved(document)


@pytest.fixture(scope="module")
def blank() -> Blank:
    return papers.blank(form(HINTS), "rfi", TITLE, "vendor.docx")


def read(blank: Blank, data: bytes) -> Form:
    (found,) = assemble(recognise(papers.read(data, "filled.docx"), (blank,)), (blank,))
    return found


def test_places_are_called_by_their_labels(blank: Blank) -> None:
    assert [p.label for p in blank.places] == list(ROWS)
    assert next(p for p in blank.places if p.role == "deadline").label == "Approval is needed by"


@pytest.mark.parametrize(
    "answers",
    [
        FULL,  # in the hints' stead
        {row: f"{HINTS.get(row, '')} {said}".strip() for row, said in FULL.items()},
        {row: f"{HINTS.get(row, '')}\n{said}".strip() for row, said in FULL.items()},
    ],
)
def test_filled(blank: Blank, answers: dict[str, str]) -> None:
    found = read(blank, form(answers))
    assert (found.status, found.doubts) == ("complete", ())


def test_answers_beside_the_labels(blank: Blank) -> None:
    beside = {row: f"{row}   {said}" for row, said in FULL.items()}
    assert read(blank, form(HINTS, beside)).status == "complete"


@pytest.mark.parametrize("left", [HINTS, {}])
def test_left_open(blank: Blank, left: dict[str, str]) -> None:
    open_ = {"Main telephone", "Approval is needed by"}
    answers = {row: left.get(row, "") if row in open_ else said for row, said in FULL.items()}
    found = read(blank, form(answers))
    assert found.status == "incomplete"
    assert {r.place.label for r in found.readings if r.state == "empty"} == open_


@pytest.mark.parametrize("text", ["(area code first)", "(month / day / year)", " (city, state, ZIP) "])
def test_hints(text: str) -> None:
    assert is_hint(text)


@pytest.mark.parametrize(
    "text",
    ["(optional)", "(see Exhibit A)", "(if any)", "(printed name)", "(date)", "(signature)", "Yes", "(309) 555-0100"],
)
def test_what_is_no_hint(text: str) -> None:
    assert not is_hint(text)


@pytest.mark.parametrize(
    ("rows", "hinted"),
    [
        ([("Name", ""), ("Phone", "(area code first)")], {(0, 1, 1)}),
        ([("Name", "(legal name first)"), ("Phone", "(area code first)")], set()),  # nobody writes in that column
        ([("Name", "", ""), ("Phone", "(area code first)", "")], set()),  # written in beside the hint
        ([("Name", ""), ("(per year)", "(area code first)")], set()),
    ],
)
def test_columns_of_answers(rows: list[tuple[str, ...]], hinted: set[tuple[int, int, int]]) -> None:
    assert hinted_cells({0: {r: dict(enumerate(row)) for r, row in enumerate(rows)}}, ()) == hinted
