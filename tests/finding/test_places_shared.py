"""Words that several names share and that are said once: "North and South River"."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("East Hollow Elementary School", "school", ("East Hollow", "EHES")),
    School("West Hollow Elementary School", "school", ("West Hollow", "WHES")),
    School("Upper Pine Ridge School", "school", ()),
    School("Lower Pine Ridge School", "school", ()),
    School("Benton Middle School", "school", ("Benton",)),
    School("North High School", "school", ("North",)),
    School("North Hollow Academy", "school", ("North Hollow",)),
    School("Mason North Elementary School", "school", ("Mason North",)),
    School("Mason South Elementary School", "school", ("Mason South",)),
    School("Pupil Services", "department", ("Special Education",)),
)
BOTH = ("East Hollow Elementary School", "West Hollow Elementary School")
WEST = ("West Hollow Elementary School",)
MASONS = ("Mason North Elementary School", "Mason South Elementary School")
RIDGES = ("Lower Pine Ridge School", "Upper Pine Ridge School")
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Attached is our quote. The first-grade teachers at East and West Hollow have asked for it.", BOTH),
        ("It will be used at East and West Hollow.", BOTH),
        ("It will be used at East and West Hollow Elementary.", BOTH),
        ("East & West Hollow will use it.", BOTH),
        ("East/West Hollow will use it.", BOTH),
        ("Schools: East and West Hollow", BOTH),
        ("Schools: Benton, East and West Hollow", ("Benton Middle School", *BOTH)),
        ("for east and west hollow elementary schools", BOTH),
        ("It will be used at Upper and Lower Pine Ridge.", RIDGES),
        ("It will be used at East Hollow and West.", BOTH),
        ("It will be used at Mason North and South.", MASONS),
        ("Schools: Mason North & South, Benton", ("Benton Middle School", *MASONS)),
        ("It is for Benton, Mason North and South.", ("Benton Middle School", *MASONS)),
        ("Mason North/South will use it.", MASONS),
        # a name of its own needs no last word, and none that makes another name is made one
        ("It will be used at Benton and West Hollow.", ("Benton Middle School", *WEST)),
        ("Schools: North and West Hollow", ("North High School", *WEST)),
        ("For East Hollow and West Hollow.", BOTH),
        ("Ms. East and West Hollow asked for it. Quote attached.", WEST),
    ],
)
def test_received(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, sorted(found.value)) == (Status.RECEIVED, sorted(value))


def test_no_other_name_is_made() -> None:
    found = find("Schools: South and West Hollow")
    assert (found.status, found.value) == (Status.UNCLEAR, ("South",))


def test_another_name_behind_it() -> None:
    found = find("Schools: Mason North and South Elementary")
    assert (found.status, found.value) == (Status.UNCLEAR, ("South Elementary",))
