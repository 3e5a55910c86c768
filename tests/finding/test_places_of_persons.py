"""Schools that are called by a person: by the family name, with initials, with a level behind."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

KING = School("Dr. Martin Luther King Jr. Elementary School", "school", ())
WELLS = School("Ella J. Wells Middle School", "school", ())
PRITCHARD = School("Hiram Pritchard High School", "school", ())
LIST = (KING, WELLS, PRITCHARD, School("Ashby K-2 Center", "school", ()), School("Oak Ridge School", "school", ()))


def find(text: str) -> places.LocationsFinding:
    return places.find(text, LIST, source="body", district_names=("Kettle Prairie SD 71",))


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("It will be used at MLK.", KING),
        ("It will be used at MLK Elementary School.", KING),
        ("It will be used at M.L. King Elementary.", KING),
        ("It will be used at Wells Middle.", WELLS),
        ("It will be used at Ella Wells.", WELLS),
        ("It will be used at EJW Middle School.", WELLS),
        ("It will be used at Pritchard High.", PRITCHARD),
    ],
)
def test_called_shorter(text: str, school: School) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, (school.name,))


@pytest.mark.parametrize(
    "text", ["It will be used at MLK Middle School.", "It will be used at Wells Elementary School."]
)
def test_another_level_is_another_school(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize("text", ["Regards, Hiram", "See Mr. Pritchard's note.", "Call Ella J. Stone about it."])
def test_a_person_is_no_school(text: str) -> None:
    assert find(text).status is Status.MISSING
