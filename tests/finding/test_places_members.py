"""Members named beside their group, short names of schools, remarks on what a department serves."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.finding.locations import places
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
EAST, WEST = ("Quarry East High School",), ("Quarry West High School",)
SPECIAL, WIDE = ("Special Services",), ("District-wide",)
find = places_among(SCHOOLS)


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
        ("It will be used at all three middle schools, Quarry East and Quarry West.", (*MIDDLE, *EAST, *WEST)),
        ("Schools: the middle schools, Lincoln Park", (*MIDDLE, "Lincoln Park Elementary School")),
        ("It is district-wide, for every school nurse.", WIDE),
        ("Planet is for all middle schools and centers of the district (district-wide).", WIDE),
        ("As discussed with Special Services, who will run the program, here is our packet.", SPECIAL),
        ("Every school nurse will use it.", WIDE),
        ("Conferences are booked across the whole district, so please put us down for all schools.", WIDE),
    ],
)
def test_received(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, sorted(found.value)) == (Status.RECEIVED, sorted(value))


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


CLOSER = (
    School("Sandburg Elementary School", "school", ("Sandburg El",)),
    School("Sandburg Middle School", "school", ("Sandburg MS",)),
    School("Willard Elementary School", "school", ("Willard",)),
    School("Salt Creek Elementary School", "school", ("Salt Creek",)),
    School("Thomas Edison Elementary School", "school", ("Edison",)),
    School("Little Red School", "school", ("Little Red",)),
    School("Business Services", "department", ("Business Office",)),
    School("Transportation", "department", ("Bus Office",)),
)
WILLARD, SALT, EDISON = "Willard Elementary School", "Salt Creek Elementary School", "Thomas Edison Elementary School"
BOTH = ("Sandburg Elementary School", "Sandburg Middle School")


def closer(text: str) -> LocationsFinding:
    return places.find(text, CLOSER, source="body", district_names=("Ashbrook CCSD 71",))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Attached is the quote for Sandburg (the middle school, not the elementary).", BOTH[1:]),
        ("For Sandburg, the elementary.", BOTH[:1]),
        ("School locations: Sandburg (both buildings)", BOTH),
        ("Little Red and Edison want ReadFox.", ("Little Red School", EDISON)),
        ("Edison and Salt Creek are in. Order form attached.", (SALT, EDISON)),
        ("Edison and Willard will take part.", (EDISON, WILLARD)),
        ("It is for Willard; Edison and Salt Creek may follow next year.", (WILLARD,)),
        ("It is for Willard; Salt Creek; Edison.", (SALT, EDISON, WILLARD)),
        ("Willard has had the trial since August and would like to buy 60 seats.", (WILLARD,)),
        ("It's not for Willard but Salt Creek.", (SALT,)),
        ("Place: Willard", (WILLARD,)),
        ("Willard only, they would like it in May.", (WILLARD,)),
        ("Sandburg only the elementary, please.", BOTH[:1]),
        ("Willard, Edison and Salt Creek will be on the same contract.", (SALT, EDISON, WILLARD)),
        ("Edison and Salt Creek have chosen ReadFox.", (SALT, EDISON)),
        ("Edison and Salt Creek will share the ten seats.", (SALT, EDISON)),
        ("The Bus Office needs this by May.", ("Transportation",)),
        ("To: Business Services, Ashbrook CCSD 71\n\nThe order is for Transportation.", ("Transportation",)),
    ],
)
def test_said_more_closely(text: str, value: tuple[str, ...]) -> None:
    found = closer(text)
    assert (found.status, tuple(sorted(found.value))) == (Status.RECEIVED, tuple(sorted(value)))


@pytest.mark.parametrize(
    "text",
    [
        "For Sandburg (the high school).",
        "For Sandburg and Edison.",
        "Willard had the pilot last year and did not renew.",
        "We served Willard last year and would like to sell more.",
        "It's not for Willard but the district office asked.",
        "Edison is in New Jersey.",
        "Riverbend and Willard only, please.",
        "Edison will be in New Jersey.",
        "Edison joins us for the call.",
        "We know Transportation needs and budgets well.",
        "The meeting takes place: Willard",
        "Place of business: Edison, NJ",
        "To: Business Services\nWe need approval by December 1.",
    ],
)
def test_said_of_something_else(text: str) -> None:
    assert closer(text).status in (Status.UNCLEAR, Status.MISSING)
