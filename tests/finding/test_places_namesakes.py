"""Schools that are told by another's name: "the middle school of the same name"."""

from __future__ import annotations

import pytest

from made_places import DISTRICT, places_among
from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Benton Elementary School", "school", ()),
    School("Benton Middle School", "school", ()),
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio High School", "school", ("Tarkio",)),
    School("Quarry High School", "school", ()),
)
BOTH = ("Benton Elementary School", "Benton Middle School")
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    "text",
    [
        "It is for Benton Elementary and the middle school of the same name.",
        "Benton Elementary and its middle school namesake will use it.",
        "Benton Elementary starts; the pupils take it up to the middle school by that name, so both get accounts.",
        "It is for Benton Elementary and the middle school that bears the same name.",
    ],
)
def test_of_the_same_name(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, BOTH)


def test_is_left_out() -> None:
    found = find("It is for Benton Elementary; the middle school of the same name is not part of it.")
    assert (found.status, found.value) == (Status.RECEIVED, BOTH[:1])


@pytest.mark.parametrize(
    "text",
    [
        "It is for Benton Elementary and the high school of the same name.",
        "It is for the high school of the same name.",
    ],
)
def test_none_of_that_name(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


def test_a_junior_high_of_that_name_is_another() -> None:
    kinds = ("Benton Elementary School", "Benton Middle School", "Benton Junior High School")
    schools = tuple(School(name, "school", ()) for name in kinds)
    found = places.find("It is for Benton Elementary and the middle school of the same name.", schools, source="body")
    assert (found.status, found.value) == (Status.RECEIVED, BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "Our quote is for Benton, and I mean the middle school, not the elementary of the same name.",
        "It is for Benton, I mean the middle school.",
        "It is for Benton. Sorry, I meant the middle school there.",
        "It is for Benton, by which I mean the middle school and not the elementary one.",
        "It is for Benton, meaning the middle school, not the elementary.",
        "It is for Benton, to be clear the middle school.",
    ],
)
def test_which_of_that_name_is_meant(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, BOTH[1:])


@pytest.mark.parametrize(
    "text",
    [
        "It is for Benton and the middle school.",
        "It is for Benton, I mean the high school.",
        "It is for Benton Elementary. Sorry, I meant the middle school.",
    ],
)
def test_another_kind_does_not_say_which(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


# --- the District's own name, said to mean a school ---

CAMPUS = School("Quarry Freshman Campus", "school", ("Freshman Campus",))
OFFICE = School("Quarry Business Office", "department", ())
QUARRY = ("Quarry High School", "Quarry Freshman Campus")


@pytest.mark.parametrize(
    "text",
    [
        "It is to be used at Quarry (the school, not the whole district).",
        "It is for Quarry (the school).",
        "It is for Quarry - the school, not the district. Thanks.",
        "It is for Quarry, I mean the school, not the whole District.",
        "It is for Quarry (not the district, just the school).",
        "It is for Quarry (meaning the school itself, not the entire district).",
        "It will be used at Quarry only (the building, not the district).",
        "It will be used at Quarry the school, not Quarry the district.",
    ],
)
def test_the_school_and_not_the_district(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, QUARRY[:1])
    assert places.find(text, (*SCHOOLS, OFFICE), source="body", district_names=DISTRICT).value == QUARRY[:1]
    # where two schools bear the name nobody knows which
    either = places.find(
        text,
        (*SCHOOLS, CAMPUS),
        source="body",
        district_names=DISTRICT,
    )
    assert (either.status, either.value) == (Status.UNCLEAR, ("Quarry",))
    assert all(name in either.detail for name in QUARRY)


@pytest.mark.parametrize(
    "text",
    [
        "It is for Quarry, the school district.",
        "We met at Quarry, the school board knows.",
        "It goes to Quarry and the school nurse wants it.",
        "It is for Quarry, the schools and offices.",
        "It is for Quarry CUSD 9 (the district, not a school).",
    ],
)
def test_the_districts_name_alone_is_no_school(text: str) -> None:
    assert not set(find(text).value) & set(QUARRY)
    assert find(text).status is Status.MISSING
