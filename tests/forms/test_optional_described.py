"""Entries of `optional` in an administrator's own words: a column, a row, a line told by its question or its part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.optional_described import with_described
from soppa_mailbot.model import Place


def place(label: str, section: str = "", *, kind: str = "text", group: str = "", cell: str = "") -> Place:
    return Place(
        cell or f"{section}/{group}/{label}",
        kind,
        label,
        required=True,
        section=section,
        group=group,
        group_label=group,
    )


AI, BREACH = "9. Does it use artificial intelligence?", "10. Was there a breach in the last three years?"
SCHEDULE, EXHIBIT = "Schedule 1. Data elements", "EXHIBIT 1 - DESCRIPTION"
PLACES = (
    place("Yes", kind="check", group=AI),
    place("No", kind="check", group=AI),
    place("If yes: what it does, and with which data"),
    place("Yes", kind="check", group=BREACH),
    place("No", kind="check", group=BREACH),
    place("If yes: when, and what was taken"),
    place("Name comments", SCHEDULE, cell="t3r1c3"),
    place("Address comments", SCHEDULE, cell="t3r2c3"),
    place("Reference 1 district"),
    place("Reference 1 contact"),
    place("Reference 2 district"),
    place("Reference 2 contact"),
    place("(d) Other", EXHIBIT),
    place("Other", "3. Platforms"),
    place("Name", "OPERATOR"),
    place("Date", "OPERATOR"),
    replace(place("Date", "BOARD OF EDUCATION"), required=False, party="district"),
)


@pytest.mark.parametrize(
    ("wanted", "free"),
    [
        ("Artificial intelligence - what it does, and with which data (if yes)", [2]),
        ("9 follow-up: If yes, what it does and with which data", [2]),
        ("Breach, when and what was taken", [5]),
        ("Schedule 1, Comments column", [6, 7]),
        ("Comments column", [6, 7]),
        ("Reference 2 line", [10, 11]),
        ('Exhibit 1 "Other" line', [12]),
        ('the line "Other" of question 3', []),  # an order of words that is not understood frees nothing
        ("Schedule 2, Comments column", []),  # another part of the form
        ("Part B: what it does, and with which data", [2]),  # said once, wherever that is
        ("Operator: Date line", []),  # of whoever signs nothing is left open in passing
    ],
)
def test_what_is_described(wanted: str, free: list[int]) -> None:
    places, left = with_described(PLACES, [wanted])
    assert [n for n, (now, was) in enumerate(zip(places, PLACES, strict=True)) if now.required != was.required] == free
    assert left == (() if free else (wanted,))


@pytest.mark.parametrize(
    "wanted",
    ["District's signature block", "District Office Use Only (all of it)", "Signature block of the Board of Education"],
)
def test_a_part_that_is_the_districts_anyway_is_no_unknown_entry(wanted: str) -> None:
    places, left = with_described(PLACES, [wanted])
    assert (places, left) == (PLACES, ())
    assert with_described(PLACES[:-1], [wanted]) == (PLACES[:-1], (wanted,))  # nothing is the District's
