"""Members named beside their group, short names of schools, remarks on what a department serves."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Washington Elementary School", "school", ("Washington Elementary",)),
    School("Washington Middle School", "school", ("Washington Middle",)),
    School("Lincoln Park Elementary School", "school", ("Lincoln Park",)),
    School("Abraham Lincoln Middle School", "school", ("Lincoln Middle", "Abe Lincoln")),
    School("Riverside Elementary School", "school", ("Riverside Elementary",)),
    School("Riverside Middle School", "school", ("Riverside Middle",)),
    School("Quarry East High School", "school", ("East", "East HS")),
    School("Quarry West High School", "school", ("West", "West HS")),
    School("Special Services", "department", ("Special Education",)),
    School("Technology Services", "department", ("IT", "Technology Department")),
)
MIDDLE = ("Abraham Lincoln Middle School", "Riverside Middle School", "Washington Middle School")
EAST, SPECIAL, WIDE = ("Quarry East High School",), ("Special Services",), ("District-wide",)


def find(text: str) -> LocationsFinding:
    return places.find(text, SCHOOLS, source="body", district_names=("Quarry CUSD 9",))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Schools: all three middle schools, i.e. Washington, Lincoln and Riverside", MIDDLE),
        ("For all three middle schools, which are Washington, Lincoln and Riverside.", MIDDLE),
        ("The order is for Washington, Lincoln and Riverside (the three middle schools).", MIDDLE),
        ("The three middle schools will use it: Washington, Lincoln and Riverside.", MIDDLE),
        ("Here is CL-30344, 300 students at Lincoln Park Elementary School.", ("Lincoln Park Elementary School",)),
        ("It is for use at Lincoln Park.", ("Lincoln Park Elementary School",)),
        ("East wants to add Quadrille Calculus. Quote attached.", EAST),
        ("The quote is for East.", EAST),
        ("We hear that East will pilot it.", EAST),
        ("Papers attached for Special Education (all buildings go through that department).", SPECIAL),
        ("The order is for Special Education, which serves all schools.", SPECIAL),
        ("It is for Special Education (they support students in all schools).", SPECIAL),
        ("It is for Special Education, and all buildings are covered by the license.", WIDE),
        ("All buildings will use it.", WIDE),
    ],
)
def test_received(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, tuple(sorted(found.value))) == (Status.RECEIVED, value)


@pytest.mark.parametrize(
    "text",
    [
        "The order is for Washington and Riverside.",
        "Schools: all middle schools and Washington",
        "Schools: both middle schools, i.e. Washington, Lincoln and Riverside",
    ],
)
def test_names_that_stay_open(text: str) -> None:
    assert find(text).status == Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Our reps in the East want to add more seats.",
        "East Coast schools use it.",
        "East Peoria wants to add it.",
        "The East would like to buy it.",
        "I am the sales manager for East.",
        "Our teachers moved out East. Want to add a license?",
        "Storms in the West delayed us; we will ship.",
    ],
)
def test_points_of_the_compass(text: str) -> None:
    assert find(text).status == Status.MISSING
