"""Tables whose rows are answered by marks under the heads of several columns."""

from __future__ import annotations

import io
from itertools import pairwise

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise

TITLE = "Schedule of Student Data"
STATES = ["Collected", "Stored", "Not used"]
ROWS = ["First and last name", "Date of birth", "Attendance or discipline"]


def sheet(heads: list[str], said: str = "", marks: dict[str, str] | None = None) -> bytes:
    """The form on one page; `marks` are row -> head of the column that is crossed."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 722, "Cedar Bluff District 14. Every vendor returns this schedule with its agreement.")
    edges = [60, 220, *(220 + 60 * n for n in range(1, len(heads) + 1)), 550]
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
    ],
)
def test_columns_that_are_marked(heads: list[str], said: str, kinds: set[str]) -> None:
    places = papers.blank(sheet(heads, said), "soppa", TITLE).places
    narrow = [p for p in places if p.box and p.box[2] - p.box[0] < 70]
    assert len(narrow) == len(heads) * len(ROWS)
    assert {p.kind for p in narrow} == kinds


def test_a_row_without_a_mark_is_open_and_one_mark_answers_it() -> None:
    blank = papers.blank(sheet(STATES), "soppa", TITLE)
    paper = papers.read(sheet(STATES, marks={ROWS[0]: "Collected", ROWS[2]: "Not used"}))
    (form,) = assemble(recognise(paper, [blank]), [blank])
    assert form.open == (ROWS[1],)
