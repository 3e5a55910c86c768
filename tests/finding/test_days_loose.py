"""Days near words of approval that are no deadline, and days in words that an honest writer may choose."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 11, 3)  # a Tuesday
LABEL = "Deadline for final District approval and sign-off: "


def find(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body")


@pytest.mark.parametrize(
    "text",
    [
        f"{LABEL}not before January 15, 2027",
        f"{LABEL}January 15, 2027 or later",
        f"{LABEL}January 15, 2027, or whenever the Board meets next",
        f"{LABEL}1/15/2027 or at the next Board meeting",
        f"{LABEL}January 15, 2027 for the pilot; June 1, 2027 for the full rollout",
        f"{LABEL}around January 15, 2027",
        f"{LABEL}approx. January 15, 2027",
        f"{LABEL}1/15/2027 or so",
        f"{LABEL}end of Q1 2027",
        "Your form says to allow four weeks, so approval would be December 1, 2026 at the earliest.",
        "Final approval and sign-off by January 15, 2027 would be too late for us; what is possible?",
        "The principal hopes for approval by January 15, 2027, but we don't have a firm date.",
        "The Board could give its approval by January 15, 2027. There is no deadline from the school.",
        "We need it approved by the 15th of next December.",  # of this year or the next?
    ],
)
def test_no_day_to_rely_on(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, None)


@pytest.mark.parametrize(
    "text",
    [
        "The Superintendent told us that approval took until January 15, 2027 last time; we have no date.",
        "Our CFO must approve and sign off on the discount by January 15, 2027.",
        "If approval is given by January 15, 2027, we add two months free.",
        "Schools: Lincoln\nIf approval is given by January 15, 2027, we add two months free.\n\nThank you!",
        "When it is approved by December 1, you'll receive a 10% discount.",
        "Cedar Creek needs final approval by January 15, 2027 for its own order.",
    ],
)
def test_a_day_of_something_else(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        f"{LABEL}January 15, 2027 or sooner",
        f"{LABEL}January 15, 2027 or as soon as possible",
        f"{LABEL}on or before January 15, 2027",
        f"{LABEL}January 15, 2027, at the latest",
        f"{LABEL}January 15, 2027 for the pilot",
        f"{LABEL}January 15, 2027; the pilot starts on February 1, 2027",
        f"{LABEL}Janury 15, 2027",
        "Approval deadline is the 15th of next January",
        "We have to have a signed agreement by January 15, 2027.",
        "The board would have to vote on it at its January 15 meeting.",
        "Your superintendent must approve and sign off by January 15, 2027.",
        "Approval would be December 1 at the earliest, your form says. We need it by January 15, 2027.",
        "If it is approved by January 15, 2027, we can start the training on February 1.",
        "We need final approval by January 15, 2027; anything later would be too late.",
        "We have no fixed date, but approval by January 15, 2027 would help.",
        "We need approval by January 15, 2027. There is no deadline for the training.",
        "We need approval by January 15, 2027. The training will be around February 1.",
    ],
)
def test_a_day_to_rely_on(text: str) -> None:
    found = find(text)
    assert (found.status, str(found.value)) == (Status.RECEIVED, "2027-01-15")


@pytest.mark.parametrize(
    "text",
    [
        "The sign-off of the District can come any day of the week from January 11, the 15th being the last possible.",
        "Your approval can come any day in the week of January 11, with the 15th as the last possible day.",
        "The District may approve it between January 11 and January 15, the 15th being the latest.",
        "We need your approval on any day from January 11, January 15 being our last date.",
    ],
)
def test_the_last_of_several_days(text: str) -> None:
    assert (find(text).status, find(text).value) == (Status.RECEIVED, date(2027, 1, 15))


@pytest.mark.parametrize(
    "text",
    [
        "Training can come any day of the week from January 11, the 15th being the last possible.",
        "After your approval, the training can be any day from January 11, the 15th being the latest.",
        "We can deliver any day from January 11, January 15 being the last possible day.",
        "You can pay from January 11, the 15th being the last possible day.",
    ],
)
def test_the_last_of_several_days_for_something_else(text: str) -> None:
    assert find(text).status is Status.MISSING
