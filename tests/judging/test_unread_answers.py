"""An RFI form whose schools or day are written in ink that nobody could read: a person looks at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from test_judge_verdicts import form

from made_mails import DISTRICT, RECEIVED, mail
from soppa_mailbot.finding.findings import findings
from soppa_mailbot.finding.unread_answers import unread_day, unread_places
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import DeadlineFinding, Disposition, Form, Item, Place, PlaceReading, Status


def scanned(role: str, value: str, half_read: str = "") -> Form:
    place = Place("p1:line4", "text", "Buildings that will use it", required=True, page=1, role=role)
    reading = PlaceReading(place, "filled", value, ("ink",), page=1, half_read=half_read)
    return form("rfi", readings=(reading,), answers=((role, value),) if value else ())


def test_ink_without_words_is_unclear_and_words_are_not() -> None:
    found = unread_places((scanned("schools", ""),))
    assert found is not None
    assert found.status is Status.UNCLEAR
    assert found.evidence[0].quote == "Buildings that will use it"
    assert unread_places((scanned("schools", "Lincoln"),)) is None
    assert unread_places((scanned("deadline", ""),)) is None
    day = unread_day((scanned("deadline", ""),), RECEIVED.date())
    assert day is not None
    assert day.status is Status.UNCLEAR


def test_a_person_reads_it_unless_the_mail_says_it() -> None:
    message = parse(mail("Our forms are attached for Planet Atlas. We need approval by January 15, 2027."))
    brought = findings(message, (), (), DISTRICT, received=RECEIVED, ignored="")
    in_ink = unread_places((scanned("schools", ""),))
    assert in_ink is not None
    verdict = judge((replace(brought, locations=(("rfi_form", in_ink),), intent="submission"),), DISTRICT)
    assert verdict.disposition is Disposition.REVIEW
    item = verdict.item(Item.LOCATIONS)
    assert item is not None
    assert item.status is Status.UNCLEAR
    assert any("could not be read" in reason for reason in verdict.reasons)
    assert judge((brought,), DISTRICT).disposition is Disposition.INCOMPLETE


@pytest.mark.parametrize(
    ("half_read", "status"),
    [
        ("Nay 1°, 2°27", Status.UNCLEAR),  # May 10
        ("5/lO/27", Status.UNCLEAR),
        ("1o May 2oz7", Status.UNCLEAR),
        ("Jan l5, zoz7", None),
        ("Jarwary (5", None),
        ("1/I5/27", None),
        ("Jan 16, 2027", None),  # a digit may be misread
        ("QQZergu~sm", None),
        ("", None),
        ("see e-mail", None),
        ("as soon as possible", None),
    ],
)
def test_a_day_in_ink_that_looks_like_another_than_the_mails_is_unclear(half_read: str, status: Status | None) -> None:
    told = DeadlineFinding(Status.RECEIVED, date(2027, 1, 15), "January 15, 2027")
    found = unread_day((scanned("deadline", "", half_read),), date(2026, 11, 2), (("body", told),))
    assert (found.status if found else None) == status


def test_the_forms_own_day_is_looked_at_before_the_mails_is_taken() -> None:
    message = parse(mail("Our forms are attached for Planet Atlas. We need approval by January 15, 2027."))
    brought = replace(findings(message, (), (), DISTRICT, received=RECEIVED, ignored=""), intent="submission")
    against = unread_day((scanned("deadline", "", "Nay 1°, 2°27"),), RECEIVED.date(), brought.deadlines)
    assert against is not None
    verdict = judge((replace(brought, deadlines=(*brought.deadlines, ("rfi_form", against))),), DISTRICT)
    item = verdict.item(Item.DEADLINE)
    assert item is not None
    assert item.status is Status.UNCLEAR
    read = scanned("deadline", "January 15, 2027")
    assert unread_day((read, scanned("deadline", "", "Nay 1°, 2°27")), RECEIVED.date(), ()) is not None
    answered = (*brought.deadlines, ("rfi_form", brought.deadlines[0][1]))
    assert unread_day((scanned("deadline", "", "Nay 1°, 2°27"),), RECEIVED.date(), answered) is None
