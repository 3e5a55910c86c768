"""Haste without a day, days that words came to mean otherwise, and offices that are none of the list's."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding import deadline, places, withdrawal
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
