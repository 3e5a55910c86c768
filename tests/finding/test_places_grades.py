"""Schools by their grades, where the list's aliases tell them, and by the town that they are in."""

from __future__ import annotations

import time

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

ROWS = """
Girasol Preschool | Girasol;Wexham Pre-K
Hawthorn Primary School | Hawthorn;Hawthorn K-2;Ashby K-2
Fox Run Primary School | Fox Run;Wexham K-2
Lottie Holman Primary School | Holman;Kettle Prairie K-2
Bluestone Intermediate School | Bluestone;Ashby 3-5
Wexham Upper Elementary School | Wexham Upper;Wexham 3-5
Ashby Middle School | AMS;Ashby 6-8
"""
LIST = tuple(
    School(name.strip(), "school", tuple(a.strip() for a in aliases.split(";")))
    for name, _, aliases in (line.partition("|") for line in ROWS.strip().splitlines())
)
GIRASOL, HAWTHORN, FOX, HOLMAN, STONE, UPPER, MIDDLE = (s.name for s in LIST)


def find(text: str) -> places.LocationsFinding:
    return places.find(text, LIST, source="body", district_names=("Kettle Prairie SD 71",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is for all K-2 buildings.", (HAWTHORN, FOX, HOLMAN)),
        ("For the K-2 schools, please.", (HAWTHORN, FOX, HOLMAN)),
        ("It will be used at both 3-5 schools.", (STONE, UPPER)),
        ("Who will use it: the K-2 and the 3-5 school in Ashby.", (HAWTHORN, STONE)),
        ("It is for all three Wexham schools (Pre-K, K-2 and 3-5).", (GIRASOL, FOX, UPPER)),
        ("It is for the K-2 school in Kettle Prairie.", (HOLMAN,)),
        ("It is for both Wexham schools (K-2 and 3-5).", (FOX, UPPER)),
        ("Each K-2 center gets a poster. For Ashby Middle School.", (MIDDLE,)),
        ("Schools: Wexham: Fox Run (K-2) and Wexham Upper (3-5)", (FOX, UPPER)),
        ("It is for Ashby Middle.", (MIDDLE,)),
        ("For use at Ashby 6-8.", (MIDDLE,)),
        ("It will be used in grades 3-5 at Bluestone.", (STONE,)),
    ],
)
def test_schools_told_by_their_grades(text: str, names: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, set(found.value)) == (Status.RECEIVED, set(names))


@pytest.mark.parametrize(
    "text", ["It is for the schools in Ashby.", "For Ashby.", "It is for both K-2 schools.", "For Wexham, please."]
)
def test_a_town_of_several_schools_is_none_of_them(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text", ["It comes with 3-5 licenses.", "We quote K-5 and 6-8 content.", "Grades K-2 and 3-5."]
)
def test_grades_by_themselves_name_no_school(text: str) -> None:
    assert find(text).status is not Status.RECEIVED


def test_many_schools_and_many_hits_take_no_time() -> None:
    many = tuple(School(f"Ashton{n} School", "school", (f"Ashton{n} K-5",)) for n in range(700))
    text = " ".join(f"It is for the K-5 school in Ashton{n}." for n in range(300))
    start = time.process_time()
    places.find(text, many, source="body")
    assert time.process_time() - start < 10
