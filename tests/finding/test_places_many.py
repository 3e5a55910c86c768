"""Texts that name more places than anybody would, and lists as long as the largest district's."""

from __future__ import annotations

import time
from itertools import product

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Lincoln Elementary School", "school", ("Lincoln",)),
    School("Cedar Middle School", "school", ("Cedar",)),
    School("Maple Hollow High School", "school", ("MHHS",)),
    School("Technology Department", "department", ("IT",)),
)
UNITS = (
    "HS ", "IT ", "middle school, ", "both middle schools ", "all schools ", "Lincoln ", "Washington Elementary, ",
    "the middle and high schools of the district, elementary schools, Lincoln and the academy ",
    "Middle School of Lincoln\n", "High School and ", "used at Lincoln, not at Cedar\n", "MHHS/",
)  # fmt: skip


@pytest.mark.parametrize("labelled", [False, True])
@pytest.mark.parametrize("unit", UNITS)
def test_nothing_but_school_words_is_read_soon(unit: str, labelled: bool) -> None:
    text = (unit * (60_000 // len(unit) + 1))[:60_000]
    began = time.process_time()
    found = places.find(text, SCHOOLS, source="rfi.pdf" if labelled else "body", labelled=labelled)
    # some 0.5 to 2.5 s, on busy machines more; work that grows with the square of the text takes minutes
    assert time.process_time() - began < 8
    assert found.status in (Status.UNCLEAR, Status.MISSING, Status.RECEIVED)


def test_more_places_than_a_person_would_name_are_unclear() -> None:
    text = "We will use it at Lincoln Elementary.\n" * 1500
    found = places.find(text, SCHOOLS, source="body")
    assert (found.status, found.value) == (Status.UNCLEAR, ())
    few = places.find("We will use it at Lincoln Elementary.\n" * 50, SCHOOLS, source="body")
    assert (few.status, few.value) == (Status.RECEIVED, ("Lincoln Elementary School",))


def test_every_school_of_a_large_district_by_name() -> None:
    first = ("North", "Oak", "Elm", "River", "Stone", "Fair", "Glen", "High", "West", "Bell")
    last = ("field", "wood", "view", "brook", "dale", "mont", "port", "ham")
    tail = ("Bend", "Creek", "Orchard", "Tower", "Union", "Heath", "March", "Yard")
    schools = tuple(School(f"{a}{b} {c} Elementary School", "school") for a, b, c in product(first, last, tail))
    assert len(schools) == 640
    text = "Schools that will use it:\n" + "\n".join(s.name for s in schools)
    found = places.find(text, (*schools, School("Lone Tree High School", "school")), source="rfi.pdf", labelled=True)
    assert found.status == Status.RECEIVED
