"""Several places of the list that a number or letter tells apart: "Campuses 1 through 4", "Programs A and B"."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

ONE = School("Maple North High School", "school", ("North Campus", "Campus 1"))
TWO = School("Maple South High School", "school", ("South Campus", "Campus 2"))
THREE = School("Maple East High School", "school", ("Campus 3",))
FIVE = School("Hollis Career Center", "school", ("Campus 5",))
A = School("Birch Learning Academy", "school", ("Program A",))
B = School("Riverside Day Program", "school", ("Program B", "Day Program"))
OLDER = School("Transition Center", "school", ("Program 18-22",))
NINTH = School("Ninth Grade Center", "school", ("Grade 9",))
TENTH = School("Tenth Grade Center", "school", ("Grade 10",))
LIST = (ONE, TWO, THREE, FIVE, A, B, OLDER, NINTH, TENTH)


def find(text: str) -> tuple[Status, tuple[str, ...]]:
    found = places.find(text, LIST, source="body", district_names=("Maple HSD 7",))
    return found.status, tuple(sorted(found.value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will be used at Campuses 1 through 3.", (ONE, TWO, THREE)),
        ("It will be used at Campus(es) 1 to 3.", (ONE, TWO, THREE)),
        ("Locations: Campus 1-3", (ONE, TWO, THREE)),
        ("Schools: campuses 1, 3 & 5", (ONE, THREE, FIVE)),
        ("Location: Campus 2 and 5", (TWO, FIVE)),
        ("Where it will be used: Programs A and B.", (A, B)),
        ("Where it will be used: Programs A-B and Campus 5", (A, B, FIVE)),
        ("Location: Campus 1 (2 seats)", (ONE,)),
        ("Location: Campus 1, 2 seats", (ONE,)),
        ("Locations: Program 18-22", (OLDER,)),
        ("It will be used at Campus 5. It covers grades 9 and 10.", (FIVE,)),
    ],
)
def test_each_is_told(text: str, expected: tuple[School, ...]) -> None:
    assert find(text) == (Status.RECEIVED, tuple(sorted(s.name for s in expected)))


@pytest.mark.parametrize(
    "text",
    [
        "It will be used at Campuses 1 through 5.",
        "Locations: Campuses 3, 5 and 9",
        "Where it will be used: Programs A-D",
    ],
)
def test_one_is_not_on_the_list(text: str) -> None:
    assert find(text)[0] == Status.UNCLEAR
