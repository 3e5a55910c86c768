"""Days by which the vendor itself signs or has looked through the agreement, and is asked for nothing."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 11, 3)
DAY = date(2027, 1, 15)


def body(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body", district_names=("Maple Hollow CUSD 88",))


@pytest.mark.parametrize(
    "text",
    [
        "Our lawyers will have our part of your addendum read and signed by January 15, 2027.",
        "Our General Counsel, Ana Brook, will have the agreement signed by January 15, 2027.",
        "Our counsel is reviewing the agreement and will sign by January 15, 2027.",
        "Our president should have your agreement signed by January 15, 2027.",
        "Our attorney has it and expects to be done with it by January 15, 2027.",
        "We will have the agreement signed by January 15, 2027, and send it with the form.",
        "I'll get it signed by January 15, 2027.",
        "We intend to sign by January 15, 2027.",
        "We will sign off on your agreement by January 15, 2027.",
        "Our side of the agreement will be signed by January 15, 2027.",
        "Our part will be done by January 15, 2027.",
        "Our own approval will come by January 15, 2027.",
        "Marlene will have it signed by January 15, 2027.",
    ],
)
def test_what_the_vendor_does_by_a_day_asks_for_nothing(text: str) -> None:
    assert body(text).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "We hope to have it signed by January 15, 2027.",
        "We'd like to get the agreement signed by January 15, 2027.",
        "We will need the agreement signed by January 15, 2027.",
        "We must have the agreement signed by January 15, 2027.",
        "We expect to have the District's signature by January 15, 2027.",
        "Our lawyers will need your approval by January 15, 2027.",
        "Our company must have the agreement signed by January 15, 2027.",
        "Our counsel will sign this week and we need your approval by January 15, 2027.",
        "Our counsel will sign it once the District has approved by January 15, 2027.",
        "We'll sign it right away if the District can approve it by January 15, 2027.",
        "We can start in time if it is signed by January 15, 2027.",
        "Our part is done. Please have it reviewed and signed by January 15, 2027.",
        "Can we get it signed by January 15, 2027?",
        "The District will have it signed by January 15, 2027.",
        "We are glad if she will have it signed by January 15, 2027.",
        "Purchasing will have it signed by January 15, 2027.",
    ],
)
def test_what_is_asked_of_the_district_stays(text: str) -> None:
    assert (body(text).status, body(text).value) == (Status.RECEIVED, DAY)
