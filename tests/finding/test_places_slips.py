"""Slips in what names are made of: "Schol", a lost "and", a letter too few in a short name."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

TANSLEY, OXBOW, GARRETT = "Tansley Grade School", "Oxbow Grade School", "Garrett Middle School"
AG, GROUNDS = "Agriculture and Vocational", "Buildings and Grounds"
BOTH = ("Library and Technology", "Technology", "Library")
find = places_among(
    (
        *(School(name, "school", ()) for name in (TANSLEY, OXBOW, GARRETT)),
        *(School(name, "department", ()) for name in (AG, GROUNDS, "Athletics", *BOTH)),
    )
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It's for Tansly Grade Schol, about 40 kids.", {TANSLEY}),
        ("It's for Oxbow Shool.", {OXBOW}),
        ("It's for the teachers of Oxbow Grade Scool.", {OXBOW}),
        ("It will be used at Garrett Midle Schol.", {GARRETT}),
        ("It's for the Athletics and Agriculture Vocational programs.", {AG, "Athletics"}),
        ("Department: Agriculture Vocational; Athletics", {AG, "Athletics"}),
        ("It is for Agriculture/Vocational.", {AG}),
        ("It is for Buildings Grounds.", {GROUNDS}),
        ("It is for Buildings & Grounds.", {GROUNDS}),
        # two departments, where the list has both
        ("It is for Library/Technology.", {"Library", "Technology"}),
    ],
)
def test_a_name_with_a_slip_is_known(text: str, named: set[str]) -> None:
    found = find(text)
    assert (found.status, set(found.value)) == (Status.RECEIVED, named)


@pytest.mark.parametrize(
    "text", ["It will be used at Tansly.", "It's for Tansly, about 40 kids.", "It will be used at Garret and Oxbow."]
)
def test_a_slip_in_a_short_name_alone_is_for_a_person(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize("text", ["Tansly is our contact.", "It is for Tansy.", "I spoke to Garret on Monday."])
def test_but_a_word_that_is_used_nowhere_is_no_school(text: str) -> None:
    assert find(text).status is Status.MISSING
