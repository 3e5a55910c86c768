"""Haste without a day, days that words came to mean otherwise, and offices that are none of the list's."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.mails import withdrawal
from soppa_mailbot.model import School, Status

SENT = date(2026, 9, 29)
LIST = (
    School("Kickapoo Creek High School", "school", ("Kickapoo Creek",)),
    School("Pathways Academy", "school", ("Pathways",)),
    School("Valley Career Center", "school", ("Career Center", "CTC")),
    School("Office of Technology", "department", ("Technology Department",)),
)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ASAP please, the teacher is waiting!", Status.UNCLEAR),
        ("They'd like to get going as soon as possible!", Status.UNCLEAR),
        ("Please reply asap.", Status.MISSING),
        ("We will send the form as soon as possible.", Status.MISSING),
        ("Questions? Call me asap.", Status.MISSING),
        ("Please approve it asap, by January 11, 2027.", Status.RECEIVED),
        ("We would like it approved in time for the spring semester.", Status.UNCLEAR),
        ("It was approved in March 2026.", Status.MISSING),
        ("Please push it through as early as you can, ideally before winter break.", Status.UNCLEAR),
        ("We will push it through as early as we can, ideally with your help.", Status.MISSING),
    ],
)
def test_haste_without_a_day(text: str, status: Status) -> None:
    assert deadline.find(text, SENT, source="body").status is status


@pytest.mark.parametrize(
    "text",
    [
        "They are hoping that it can be approved on or before January 11, 2027.",
        "If you can get it through by January 11, 2027 that would be wonderful!",
        "Could you have everything wrapped up by January 11, 2027?",
        "Please push it through as early as you can, ideally before January 11, 2027.",
    ],
)
def test_days_for_approval(text: str) -> None:
    assert deadline.find(text, SENT, source="body").value == date(2027, 1, 11)


@pytest.mark.parametrize("text", ["You will have it by January 11, 2027.", "It was approved on January 11, 2026."])
def test_days_for_something_else(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It's for the engineering pathway at the Career Center (CTC) only.", ("Valley Career Center",)),
        ("It will be used at Pathways.", ("Pathways Academy",)),
        (
            "Our order form for CivicsCast at Kickapoo Creek. The social studies department needs the approval.",
            ("Kickapoo Creek High School",),
        ),
        ("The music department of Kickapoo Creek will use it.", ("Kickapoo Creek High School",)),
        ("Attached is our quote for Planet Notes at Kickapoo Creek.", ("Kickapoo Creek High School",)),
        ("here is everything for Gannet Essay Coach at Kickapoo Creek:\n * quote", ("Kickapoo Creek High School",)),
        ("It is for Kickapo Creek Highschool.", ("Kickapoo Creek High School",)),
        ("It is for the HS.", ("Kickapoo Creek High School",)),
        ("Locations: HS + Pathways.", ("Kickapoo Creek High School", "Pathways Academy")),
        ("Users: 9th grade science at Kickapoo Creek.", ("Kickapoo Creek High School",)),
        ("Kickapoo Creek band & orchestra, plus Pathways.", ("Kickapoo Creek High School", "Pathways Academy")),
        ("Where it goes: every school except Pathways.", ("Kickapoo Creek High School", "Valley Career Center")),
        (
            "Pathways will use it. Harlan went live in May; their Lakeview High School will gladly take a call.",
            ("Pathways Academy",),
        ),
    ],
)
def test_places(text: str, value: tuple[str, ...]) -> None:
    found = places.find(text, LIST, source="body", district_names=("Tallgrass THSD 246",))
    assert (found.status, found.value) == (Status.RECEIVED, value)


def test_who_is_licensed_on_a_quote() -> None:
    text = "Item\tQty\nPlanner seat\t22\nLicensed for use by: Technology Department\nValid until 1/31/2027"
    found = places.find(text, LIST, source="quote.pdf")
    assert found.value == ("Office of Technology",)


@pytest.mark.parametrize(
    ("text", "takes_back"),
    [
        ("If it has already been sent, please disregard this message.", False),
        ("If you have already paid, please ignore this reminder.", False),
        ("Please disregard our submission.", True),
    ],
)
def test_dunning_is_no_withdrawal(text: str, takes_back: bool) -> None:
    assert withdrawal.withdraws(text) is takes_back


@pytest.mark.parametrize(
    "text",
    [
        "Attached is our quote for the math coach at Kickapoo Creek.",
        "The order form for Ms. Ruiz, Principal at Kickapoo Creek, is attached.",
        "The quote for training at Kickapoo Creek is attached.",
    ],
)
def test_a_person_or_a_visit_at_a_school_uses_nothing(text: str) -> None:
    assert places.find(text, LIST, source="body").status is not Status.RECEIVED


OFFICES = (
    School("Ninth Grade Center", "school", ("Freshman Center",)),
    School("Human Resources", "department", ("HR",)),
    School("Business Office", "department", ("Finance",)),
    School("Technology Services", "department", ("IT",)),
    School("Teaching and Learning", "department", ("C&I",)),
    School("Oak Elementary School", "school", ("Oak",)),
    School("Elm Elementary School", "school", ("Elm",)),
    School("Ash Elementary School", "school", ("Ash",)),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HR and Finance people will use it.", {"Human Resources", "Business Office"}),
        ("IT and C&I are the only users.", {"Technology Services", "Teaching and Learning"}),
        ("It is for every elementary except Elm.", {"Oak Elementary School", "Ash Elementary School"}),
        ("It is for the Ninth Grade Center.", {"Ninth Grade Center"}),
        ("It is for the 9th Grade Center.", {"Ninth Grade Center"}),
        ("Users: 7th grade science at Oak.", {"Oak Elementary School"}),
    ],
)
def test_offices_by_letters_and_groups_but_for_one(text: str, value: set[str]) -> None:
    found = places.find(text, OFFICES, source="body")
    assert (found.status, set(found.value)) == (Status.RECEIVED, value)


def test_what_is_to_be_ready_on_a_day_is_not_the_approval() -> None:
    text = "For classrooms to be ready on November 2 we need your final approval on or before October 9, 2026."
    assert deadline.find(text, SENT, source="body").value == date(2026, 10, 9)
    assert deadline.find("We need it approved and ready by October 9, 2026.", SENT, source="body").value


def test_schools_of_line_items_of_which_one_is_wrapped() -> None:
    items = "GlobeTable school licence - Oak Elementary\nSchool\t1\t$720.00\t$720.00"
    items += "\nGlobeTable school licence - Ash Elementary School\t1\t$720.00\t$720.00\nTotal\t\t\t$1,440.00"
    found = places.find(f"Description\tQty\tUnit price\tAmount\n{items}", OFFICES, source="order.pdf")
    assert set(found.value) == {"Oak Elementary School", "Ash Elementary School"}


@pytest.mark.parametrize(
    "text",
    [
        "It will be used in every elementary but we do not yet know when.", "For every elementary minus two.",
        "The agreement for Summer Training at Oak Elementary is attached.",
        "We enclose the documents for Parent Night at Oak Elementary.",
        "The agreement for Teacher Coaching at Oak Elementary is attached.",
    ],
)  # fmt: skip
def test_what_names_no_place_of_use(text: str) -> None:
    assert places.find(text, OFFICES, source="body").status is not Status.RECEIVED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It will be used at Oak and Riverside Elementary.", Status.UNCLEAR),
        ("for Oak Elementary, Elm Elementary and Riverside Elementary", Status.UNCLEAR),
        ("The screener is for Oak Elementary School and Riverside Elementary School.", Status.UNCLEAR),
        ("Used at Oak Elementary, and Riverside Elementary in Peoria has used it for years.", Status.RECEIVED),
    ],
)
def test_a_school_that_nobody_knows_behind_one_of_the_districts(text: str, status: Status) -> None:
    assert places.find(text, OFFICES, source="body").status is status
