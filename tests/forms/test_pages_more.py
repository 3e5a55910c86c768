"""Copies of a form that take a page more than it has: typed off in Word, or with longer answers."""

from __future__ import annotations

from collections.abc import Sequence

import form_papers as papers
import pytest

TITLE = "Agreement for the Protection of Covered Information"
INTRO = "The Operator completes the blanks and returns the agreement to Alder Creek District 9."
CLAUSES = [f"{n}. The Operator keeps promise {n} for as long as record {n} of a student is held." for n in range(1, 25)]
SCHEDULE = [f"Kind {n} of record is kept in room {n} and erased after {n} school years." for n in range(1, 25)]
HEAD = ("SIGNATURES", "The officer who signs below confirms that all of the schedules are true.")
SIGNED = {"Signature": "Pia Rowan", "Name in print": "Pia Rowan", "Title": "Treasurer", "Date": "10/05/2026"}


def sheet(*pages: Sequence[str]) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for number, lines in enumerate(pages):
        if number:
            canvas.showPage()
            canvas.setFont("Helvetica", 9)
        for n, line in enumerate(lines):
            canvas.drawString(60, 690 - 16 * n, line)
    return bytes(canvas.getpdfdata())


def signing(said: dict[str, str]) -> list[str]:
    return [*HEAD, *(f"{label}: {said.get(label) or '_' * 30}" for label in SIGNED)]


def operator(name: str) -> str:
    return f"Operator: {name}"


BLANK = sheet([operator("_" * 30), *CLAUSES], [*SCHEDULE, *signing({})])
LETTER = ["Thank you for your order.", "We look forward to working with the schools of Alder Creek District 9."]


@pytest.mark.parametrize(
    ("last", "status", "pages"),
    [
        (signing(SIGNED), "complete", 3),
        (signing({**SIGNED, "Signature": ""}), "incomplete", 3),
        (signing({}), "incomplete", 3),
        (LETTER, "incomplete", 2),
    ],
    ids=["signed", "not signed", "left empty", "a letter"],
)
def test_the_signatures_come_on_a_page_of_their_own(last: list[str], status: str, pages: int) -> None:
    blank = papers.blank(BLANK, "soppa", TITLE)
    form = papers.copy_of(blank, sheet([operator("Rowan Maps"), *CLAUSES], SCHEDULE, last))
    assert (form.status, len(form.pages)) == (status, pages)
    assert form.unsigned == (status != "complete")


def test_a_page_behind_a_whole_copy_is_no_page_of_it() -> None:
    blank = papers.blank(BLANK, "soppa", TITLE)
    form = papers.copy_of(blank, sheet([operator("Rowan Maps"), *CLAUSES], [*SCHEDULE, *signing({})], signing(SIGNED)))
    assert (form.status, len(form.pages)) == ("incomplete", 2)
