"""Entries of `optional` in an administrator's own words: a column, a row, a line told by its question or its part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soppa_mailbot.forms.naming.optional_described import with_described
from soppa_mailbot.forms.naming.optional_rows import rows_meant
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
        ('the line "Other" of question 3', [13]),
        ("the 'Other' line of Exhibit 1", [12]),
        ("Schedule 2, Comments column", []),  # another part of the form
        ("Part B: what it does, and with which data", [2]),  # said once, wherever that is
        ("Operator: Date line", []),  # of whoever signs nothing is left open in passing
    ],
)
def test_what_is_described(wanted: str, free: list[int]) -> None:
    places, left = with_described(PLACES, [wanted])
    assert [n for n, (now, was) in enumerate(zip(places, PLACES, strict=True)) if now.required != was.required] == free
    assert left == (() if free else (wanted,))


FOLLOWED = (
    replace(place("This Agreement is made on"), kind="date"),
    place("Yes", "Part B", kind="check", group="3. Do subcontractors receive data?"),
    place("No", "Part B", kind="check", group="3. Do subcontractors receive data?"),
    place("If yes, list them", "Part B"),
    place("Yes", "Part B", kind="check", group="(a) Is there a contract in place?"),
    place("No", "Part B", kind="check", group="(a) Is there a contract in place?"),
    place("Name and number of the contract", "Part B"),
    place("Its last day", "Part B"),
    place("4.1 Describe the service", "Part B"),
    place("Anything else", "Part B"),
    place("7. Grades", "Part C"),
    place("Signature", "OPERATOR", kind="signature"),
    replace(place("Signature", "For Birch Lake SD 4", kind="signature"), required=False, party="district"),
)


@pytest.mark.parametrize(
    ("wanted", "free"),
    [
        ("follow-up to 3 if they said yes", [3]),
        ("list of subcontractors if question 3 is no", [3]),
        ("explanation under 3 when the answer is no", [3]),
        ("the follow-up to question 3", [3]),
        ("contract name and number under (a), if no", [6]),
        ("when it ends, if (a) is answered No", []),  # none of the two has a word of it
        ("follow-up to (a) if no", [6, 7]),
        ("follow-up to 4.1", [9]),
        ("follow-up to 7", []),  # nothing is asked after it in its part
        ("follow-up to 8 if no", []),  # no such question
        ("signature under 7 if no", []),  # of whoever signs nothing is left open
        ("question 3", []),  # no follow-up, but the question itself: other rules read that
        ("date in the first sentence (we put it in)", [0]),
        ("effective date at the top", [0]),
    ],
)
def test_what_is_asked_after_a_question(wanted: str, free: list[int]) -> None:
    places, left = with_described(FOLLOWED, [wanted])
    freed = [n for n, (now, was) in enumerate(zip(places, FOLLOWED, strict=True)) if now.required != was.required]
    assert (freed, left) == (free, () if free else (wanted,))


def test_the_first_place_is_freed_as_a_date_only_where_it_is_one() -> None:
    assert with_described(FOLLOWED[1:], ["date in the first sentence"])[1] == ("date in the first sentence",)


@pytest.mark.parametrize(
    "wanted", ["everything on the Birch Lake side of the signatures", "right-hand signature block, that is ours"]
)
def test_the_districts_side_by_its_name(wanted: str) -> None:
    assert with_described(FOLLOWED, [wanted]) == (FOLLOWED, ())
    assert with_described(FOLLOWED[:-1], [wanted])[1] == (wanted,)


TABLED = (
    *(
        place(f"{a} {b}", "Schedule 1. Data", cell=f"t2r{n}c{m}")
        for n, a in enumerate(("Names", "Grades"))
        for m, b in enumerate(("purpose", "kept for"))
    ),
    *(place(label, "References") for n in (1, 2) for label in (f"Reference {n}: district", "Contact", "Phone")),
)


@pytest.mark.parametrize(
    ("wanted", "free"),
    [
        ("Grades row of the data table (small firms)", [2, 3]),
        ("the 'purpose' column of Schedule 1", [0, 2]),
        ("Schedule 1, 'kept for' column for what is not kept", [1, 3]),
    ],
)
def test_rows_and_columns_in_ones_own_words(wanted: str, free: list[int]) -> None:
    places, left = with_described(TABLED, [wanted])
    assert [n for n, (now, was) in enumerate(zip(places, TABLED, strict=True)) if now.required != was.required] == free
    assert left == ()


def test_a_column_of_controls_that_do_not_tell_where_they_stand() -> None:
    """Controls of a Word file have no boxes: what comes at the same place of each row is a column."""
    named = [f"{kind} purpose (if kept)" for kind in ("Names", "Grades", "Health")]
    apart = [place(t, "Data", cell=f"c{n}") for n, t in enumerate(f"{x}{y}" for x in named for y in ("", " days"))]
    places, left = with_described(apart, ['the "Purpose (if kept)" column'])
    assert (left, [p.id for p in places if not p.required]) == ((), ["c0", "c2", "c4"])
    uneven = [*apart[:3], place("Other data", "Data", cell="c9"), *apart[3:]]
    assert with_described(uneven, ['the "Purpose (if kept)" column'])[1] == ('the "Purpose (if kept)" column',)


def test_cells_that_begin_alike_are_a_row_only_in_one_row() -> None:
    cells = [place(f"Liability {what}", "Insurance") for what in ("carrier", "limit")]
    level = [replace(p, id=f"b{n}", box=(60.0 + 90 * n, 100.0, 140.0 + 90 * n, 112.0)) for n, p in enumerate(cells)]
    apart = [level[0], replace(level[1], box=(60.0, 300.0, 140.0, 312.0))]
    assert [p.required for p in with_described(level, ["the Liability row"])[0]] == [False, False]
    assert with_described(apart, ["the Liability row"])[1] == ("the Liability row",)


def test_the_table_that_stands_where_the_entry_says() -> None:
    """Both tables have a row 2 of such cells."""
    both = tuple(
        replace(place(what, section), id=f"{section[5]}{n}{what}")
        for section in ("Part 1. Plants", "Part 2. Hosts")
        for n in (1, 2)
        for what in ("Company", "Country")
    )
    assert rows_meant("row 2 of part 2", both) == ("22Company", "22Country")
    assert rows_meant("row 2", both) == ()


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("second reference", [7, 8, 9]),
        ("second row of the table of references", [7, 8, 9]),
        ("Phone, second reference", [9]),
    ],
)
def test_rows_by_numbers_within_their_labels(wanted: str, ids: list[int]) -> None:
    numbered = tuple(replace(p, id=str(n)) for n, p in enumerate(TABLED))
    assert rows_meant(wanted, numbered) == tuple(map(str, ids))


@pytest.mark.parametrize(
    "wanted",
    ["District's signature block", "District Office Use Only (all of it)", "Signature block of the Board of Education"],
)
def test_a_part_that_is_the_districts_anyway_is_no_unknown_entry(wanted: str) -> None:
    places, left = with_described(PLACES, [wanted])
    assert (places, left) == (PLACES, ())
    assert with_described(PLACES[:-1], [wanted]) == (PLACES[:-1], (wanted,))  # nothing is the District's
