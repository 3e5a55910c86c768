"""Schools of which the own names end alike: "both River schools"."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("East Hollow Elementary School", "school", ("East Hollow", "EHES")),
    School("West Hollow Elementary School", "school", ("West Hollow", "WHES")),
    School("Upper Pine Middle School", "school", ("Upper Pine",)),
    School("Lower Pine Elementary School", "school", ("Lower Pine",)),
    School("Mill Creek Elementary School", "school", ()),
    School("Fox Creek Elementary School", "school", ()),
    School("Creek Academy", "school", ("Creek",)),
)
HOLLOWS = ("East Hollow Elementary School", "West Hollow Elementary School")
PINES = ("Upper Pine Middle School", "Lower Pine Elementary School")
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Both of the Hollow schools (East and West) are in.", HOLLOWS),
        ("Both Hollow schools will use it.", HOLLOWS),
        ("The two Hollow schools are on board.", HOLLOWS),
        ("It is for the Hollow elementaries.", HOLLOWS),
        ("Both Hollows will use it.", HOLLOWS),
        ("It will be used in both Pine schools.", PINES),
        ("It will be used in the Hollow schools (East only).", HOLLOWS[:1]),
        ("It will be used in the Hollow schools (K-5).", HOLLOWS),
    ],
)
def test_both_of_that_name(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, value)


def test_another_number() -> None:
    found = find("It is for all three Hollow schools.")
    assert (found.status, found.value) == (Status.UNCLEAR, ("all three Hollow schools",))


@pytest.mark.parametrize(
    "text",
    [
        "We work with both hollow buildings and solid ones.",
        "The Hollow schools in Peoria use it.",
        "It is not for the Hollow schools.",
    ],
)
def test_not_these(text: str) -> None:
    assert find(text).status is not Status.RECEIVED


def test_one_is_called_so_by_itself() -> None:
    assert "Fox Creek Elementary School" not in find("Both Creek schools will use it.").value
