"""Absences as mail systems and people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from soppa_mailbot import samples
from soppa_mailbot.post.out_of_office import Absence, absence

TUESDAY = date(2026, 9, 8)


def told(text: str, subject: str = "Automatic reply: Your submission") -> Absence | None:
    return absence(replace(samples.message(subject=subject), text=text), TUESDAY)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I am out of the office and will return on Monday, September 21.", "2026-09-21"),
        ("Hello,\n\nI'm out of office until 9/14/2026 with limited access to email.", "2026-09-14"),
        ("I am on vacation from September 8 through September 18, 2026.", "2026-09-19"),
        ("Out of office Sept 8-12. For urgent matters call Dana.", "2026-09-13"),
        ("I am on leave and will be back in the office Monday, Sept. 21st.", "2026-09-21"),
        ("I will be out of the office through 9/25.", "2026-09-26"),
        ("Our office is closed. We reopen on September 15, 2026.", "2026-09-15"),
        ("I'm off the grid with the family until September 14, 2026.", "2026-09-14"),  # as `mail` knows it, too
        ("Estoy de viaje y fuera de la oficina until September 14, 2026.", "2026-09-14"),
        ("Our warehouse is closed until September 14, 2026.", "2026-09-14"),
        ("I am on parental leave, returning December 1, 2026. Please write to Lee.", "2026-12-01"),
    ],
)
def test_the_day_of_return(text: str, back: str) -> None:
    assert told(text) == Absence(date.fromisoformat(back))


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office with limited access to email.",
        "I am away from my desk and back on Tuesday.",  # this or the next
        "I was out of the office until September 1, 2026.",  # past
        "I am out of the office. Our conference is on October 5, 2026.",
        "I am out of the office until January 4, 2031.",
    ],
)
def test_an_absence_without_a_day_that_can_be_used(text: str) -> None:
    assert told(text) == Absence(None)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("[Ticket 1182] We have received your request", "An agent will answer by September 15, 2026."),
        ("Automatic reply: Re: forms", "Thank you for your message. We answer within two business days."),
    ],
)
def test_an_acknowledgement_is_no_absence(subject: str, text: str) -> None:
    assert told(text, subject) is None
