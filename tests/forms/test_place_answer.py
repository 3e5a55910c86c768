"""Which schools a form names, where its first place only says that they follow."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.place_answer import points_on, schools_answer
from soppa_mailbot.model import Place, PlaceReading

MORE = "Names, if a department or more than one school"


def reading(label: str, value: str, kind: str = "text", **place: str) -> PlaceReading:
    return PlaceReading(Place(label, kind, label, True, **place), "filled" if value else "empty", value)  # type: ignore[arg-type]


def asked(value: str, kind: str = "choice") -> PlaceReading:
    return reading("School or department", value, kind, role="schools")


@pytest.mark.parametrize(
    "choice",
    [
        "District department (name below)",
        "More than one school (list below)",
        "Other (specify)",
        "See below",
        "Several",
        "2 or more schools",
        "Department",
        "Individual school(s):",
    ],
)
def test_a_choice_that_names_no_school_is_answered_by_the_next_place(choice: str) -> None:
    assert points_on(choice)
    assert schools_answer([asked(choice), reading(MORE, "Human Resources")]) == ("Human Resources",)
    assert schools_answer([asked(choice), reading("Please specify", "Human Resources")]) == ("Human Resources",)
    assert schools_answer([asked(choice), reading(MORE, "")]) == (choice,)


@pytest.mark.parametrize(
    "choice", ["All schools", "District-wide", "Oak Ridge Middle School", "District", "N/A", "Middle School"]
)
def test_a_choice_that_says_where_points_nowhere(choice: str) -> None:
    assert not points_on(choice)
    assert schools_answer([asked(choice), reading("Other comments", "none")]) == (choice,)


def test_more_schools_below_add_to_the_one_that_was_chosen() -> None:
    readings = [asked("Oak Ridge Middle School"), reading(MORE, "Lincoln"), reading("School contact", "Kim Ash")]
    assert schools_answer(readings) == ("Oak Ridge Middle School", "Lincoln")


@pytest.mark.parametrize(
    "label",
    [
        "District employee you spoke with, if any",
        "School contact person",
        "Number of schools",
        "Name of product",
        "Other districts that use it",
        "Telephone",
    ],
)
def test_the_next_place_may_ask_for_something_else(label: str) -> None:
    assert schools_answer([asked("Several"), reading(label, "Kim Ash")]) == ("Several",)
    assert schools_answer([asked("Lincoln"), reading(label, "Kim Ash")]) == ("Lincoln",)


def test_only_the_place_right_behind_is_read_without_a_word_for_schools() -> None:
    readings = [asked("Other"), reading(MORE, "Lincoln"), reading("Name", "Kim Ash")]
    assert schools_answer(readings) == ("Lincoln",)
    assert schools_answer([asked("Other"), reading("Fax", ""), reading("Specify", "Lincoln")]) == ("Other",)


def test_boxes_and_their_lines() -> None:
    box = {"group": "g", "role": "schools"}
    readings = [
        reading("All", "", "check", **box),
        reading("One school", "One school", "check", **box),
        reading("One school (name)", "Lincoln"),
        reading("Department", "", "check", **box),
        reading("Department (name)", ""),
    ]
    assert schools_answer(readings) == ("Lincoln",)


def test_a_form_that_does_not_ask() -> None:
    assert schools_answer([reading(MORE, "Lincoln")]) == ()
