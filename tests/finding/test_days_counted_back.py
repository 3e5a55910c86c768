"""Days for approval that are counted back from one that was named before: "a week before that day"."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 11, 3)


def body(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The choir sings from it from Monday, February 1, 2027. We need approval exactly one week before that day.",
            25,
        ),
        ("Classes start on February 1, 2027. We need your approval a week before that.", 25),
        ("We start on February 1, 2027. Approval is needed two weeks before.", 18),
        ("The first lesson is on February 1, 2027. We need the final approval two weeks earlier.", 18),
        ("The course starts February 1, 2027, and we need approval a week before that.", 25),
        ("We launch on February 1, 2027. Please approve it at least\none week before that date.", 25),
        ("The training is on February 1, 2027. Final sign-off is needed ten days ahead of the training.", 22),
        ("The students need it by February 1, 2027; approval must come a week before that.", 25),
    ],
)
def test_counted_from_the_one_day_before_it(text: str, day: int) -> None:
    assert (body(text).status, body(text).value) == (Status.RECEIVED, date(2027, 1, day))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("We start on February 1, 2027. The training is one week before that day.", Status.MISSING),
        ("We start on February 1, 2027. Our price expires one week before that day.", Status.MISSING),
        ("We start on February 1, 2027. The invoice comes two weeks earlier.", Status.MISSING),
        ("We start on February 1, 2027. We need the rosters a week before that.", Status.MISSING),
        ("We start on February 1, 2027. Our counsel must sign off a week before that.", Status.MISSING),
        ("The District gave its approval two weeks earlier.", Status.MISSING),
        ("We need approval one week before that day.", Status.UNCLEAR),
        ("We start on February 1, 2027, or on February 8, 2027. We need approval a week before that.", Status.UNCLEAR),
        ("We start on February 1, 2027. We need approval about one week before that day.", Status.UNCLEAR),
        ("We start on February 1, 2027. We need approval one week before the concert.", Status.UNCLEAR),
        ("We start on February 1, 2027. We need approval five business days before that day.", Status.UNCLEAR),
        ("We start on February 1, 2027. The Board meets two weeks before that.", Status.UNCLEAR),
        ("We start on February 1, 2027. Do we need approval a week before that day?", Status.UNCLEAR),
    ],
)
def test_no_day_or_none_to_rely_on(text: str, status: Status) -> None:
    assert (body(text).status, body(text).value) == (status, None)


def test_of_two_days_for_approval_nothing_is_counted_back() -> None:
    found = body("We need approval by January 15, 2027. The final sign-off is needed a week before that.")
    assert found.value != date(2027, 1, 8)
