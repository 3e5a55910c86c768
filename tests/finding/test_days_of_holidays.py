"""Holidays that are called the last day for approval, and holidays that are only spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 10, 20)


def body(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Your approval has to be with us the Friday before Thanksgiving.", date(2026, 11, 20)),
        ("The last Friday before Labor Day is our deadline for your approval.", date(2027, 9, 3)),
        ("We need the sign-off the Monday after Thanksgiving.", date(2026, 11, 30)),
        ("New Year's Eve is the cutoff for the board's approval.", date(2026, 12, 31)),
        ("Halloween is when we need your final approval.", date(2026, 10, 31)),
        ("Veterans Day (November 11) is our deadline for your approval.", date(2026, 11, 11)),
        ("The latest day for your approval is Christmas Eve.", date(2026, 12, 24)),
        ("Deadline for approval: Veterans Day", date(2026, 11, 11)),
        ("Presidents' Day, February 15, is the last day we can take your approval.", date(2027, 2, 15)),
        ("December 4 is the last day that you can give the final approval.", date(2026, 12, 4)),
        ("The latest day for approval from District side is December 4.", date(2026, 12, 4)),
        ("Last day for the approval from the side of the District: December 4", date(2026, 12, 4)),
    ],
)
def test_the_last_day(text: str, day: date) -> None:
    assert (body(text).status, body(text).value) == (Status.RECEIVED, day)


@pytest.mark.parametrize(
    "text",
    [
        "We are closed the Friday after Thanksgiving.",
        "Our training is the Wednesday before Thanksgiving.",
        "The Friday before Thanksgiving is the invoice date.",
        "Veterans Day is the last day of our offer.",
        "Veterans Day is the last day we can hold the price without your approval.",
        "New Year's Eve is our last day to order at this price.",
        "Halloween is our first day of training.",
        "December 4 is the last day we can take your order.",
        "The latest day for training is December 4.",
        "The price is good from district to district until December 4.",
    ],
)
def test_a_day_of_something_else(text: str) -> None:
    assert body(text).status is Status.MISSING


def test_another_day_beside_a_closed_office() -> None:
    found = body("We are closed the day after Thanksgiving. Final approval is needed by December 18.")
    assert (found.status, found.value) == (Status.RECEIVED, date(2026, 12, 18))
