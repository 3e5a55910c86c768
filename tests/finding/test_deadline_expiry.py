"""The day on which an offer ends is not the day by which approval is needed."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import Status

SENT = date(2026, 10, 5)


@pytest.mark.parametrize(
    "text",
    [
        "The quote runs out on Dec 31, but the approval itself is only needed by Friday, January 15, 2027.",
        "The quote lapses December 31; we need approval by January 15, 2027.",
        "Our pricing holds until December 31, 2026. Final approval is needed by January 15, 2027.",
        "The quote is good through 12/31/2026, sign-off needed no later than January 15, 2027.",
        "Approval needed by January 15, 2027 (the quote itself runs out December 31).",
        "Please approve by January 15, 2027; the price runs out on December 31.",
        "The estimate becomes void after December 31, 2026; approval by January 15, 2027 is fine.",
        "The proposal is no longer valid after December 31. We would need the approval by January 15, 2027.",
        "The quotation ceases to be valid on December 31; approval required by January 15, 2027.",
        "The agreement lapses on June 30, 2027; approval needed by January 15, 2027.",
        "Our current contract runs out on June 30, 2027. We need sign-off by January 15, 2027.",
        "We are running out of time: approval needed by January 15, 2027",
        "Approval needed by January 15, 2027, or the quote lapses.",
    ],
)
def test_the_offer_ends_on_another_day(text: str) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status, found.value) == (Status.RECEIVED, date(2027, 1, 15))


@pytest.mark.parametrize(
    "text",
    [
        "The quote runs out on December 31, 2026.",
        "Our price lapses on December 31, 2026.",
        "The offer ran out on September 30, 2026.",
    ],
)
def test_the_end_of_an_offer_alone_is_no_deadline(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status == Status.MISSING
