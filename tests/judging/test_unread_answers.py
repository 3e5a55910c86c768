"""An RFI form whose schools or day are written in ink that nobody could read: a person looks at it."""

from __future__ import annotations

from dataclasses import replace

from test_judge_verdicts import form

from made_mails import DISTRICT, RECEIVED, mail
from soppa_mailbot.finding.findings import findings
from soppa_mailbot.finding.unread_answers import unread_day, unread_places
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Disposition, Form, Item, Place, PlaceReading, Status


def scanned(role: str, value: str) -> Form:
    place = Place("p1:line4", "text", "Buildings that will use it", required=True, page=1, role=role)
    reading = PlaceReading(place, "filled", value, ("ink",), page=1)
    return form("rfi", readings=(reading,), answers=((role, value),) if value else ())


def test_ink_without_words_is_unclear_and_words_are_not() -> None:
    found = unread_places((scanned("schools", ""),))
    assert found is not None
    assert found.status is Status.UNCLEAR
    assert found.evidence[0].quote == "Buildings that will use it"
    assert unread_places((scanned("schools", "Lincoln"),)) is None
    assert unread_places((scanned("deadline", ""),)) is None
    day = unread_day((scanned("deadline", ""),))
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
