"""A list that calls two places alike: the alias alone names neither, and what stands beside it may."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

find = places_among(
    (
        School("Jefferson High School", "school", ("JHS",)),
        School("Jackson High School", "school", ("JHS", "Jackson")),
        School("Oak Elementary School", "school", ("Oak",)),
        School("Fir Elementary School", "school", ("North Campus",)),
        School("Ash Elementary School", "school", ("North Campus",)),
        School("Special Services Department", "department", ("SSD", "Student Services")),
        School("Student Support Department", "department", ("SSD", "Student Services")),
    )
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It will be used at JHS.", "JHS"),
        ("It will be used at the North Campus.", "North Campus"),
        ("It is for the North Campus and Oak.", "North Campus"),
        ("It is for SSD.", "SSD"),
        ("It will be used by Student Services.", "Student Services"),
        ("It will be used by the Student Services Department.", "Student Services Department"),
    ],
)
def test_it_names_neither_of_them(text: str, named: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, (named,))
    assert f"“{named}”: could be " in found.detail


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("It will be used at Jefferson High School (JHS).", "Jefferson High School"),
        ("It will be used at JHS (Jackson).", "Jackson High School"),
        ("School: Fir Elementary, North Campus", "Fir Elementary School"),
        ("It will be used by Student Services (Special Services Department).", "Special Services Department"),
    ],
)
def test_but_the_name_beside_it_does(text: str, school: str) -> None:
    assert (find(text).status, find(text).value) == (Status.RECEIVED, (school,))
