"""What the digest says of the program itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from conftest import Clock
from soppa_mailbot import samples
from soppa_mailbot.answering.templates import Templates
from soppa_mailbot.business_days import Calendar
from soppa_mailbot.digests import digest as digests
from soppa_mailbot.digests.health import Facts, Refusal, next_meeting, notes
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import pipeline
from soppa_mailbot.running.worklist import digest_of

MONDAY = datetime(2026, 11, 30, 13, 0, tzinfo=UTC)
CALENDAR = Calendar("America/Chicago", frozenset({date(2026, 11, 26), date(2026, 11, 27)}))


def told(facts: Facts) -> tuple[str, ...]:
    return notes(facts, MONDAY, CALENDAR, 3)


@pytest.mark.parametrize(
    ("last", "silent"),
    [
        ("2026-11-24", False),  # Wednesday and Monday, and Thanksgiving between
        ("2026-11-23", True),
        ("2026-11-30", False),
    ],
)
def test_silence_is_counted_in_business_days(last: str, silent: bool) -> None:
    found = told(Facts(last_mail=datetime.fromisoformat(last).replace(hour=15, tzinfo=UTC)))
    assert len(found) == silent
    assert not silent or found[0].startswith("no mail has come for 3 business days (since November 23)")


def test_a_new_installation_is_not_silent() -> None:
    assert told(Facts()) == ()


def test_a_mailbox_that_refuses_is_told_once() -> None:
    since = MONDAY - timedelta(days=9)
    facts = Facts(last_mail=since, refused_since=since, unread_since=since, unread_why="cannot connect")
    assert len(told(facts)) == 1 and "refused the login since November 21" in told(facts)[0]
    gone = told(replace(facts, refused_since=None))
    assert gone == ("the mailbox could not be read since November 21: cannot connect",)
    assert told(Facts(unread_since=MONDAY - timedelta(minutes=50))) == ()


def test_breakers_say_what_to_do() -> None:
    found = told(Facts(breaker_since=MONDAY, breaker_held=12, defect_since=MONDAY))
    assert len(found) == 2 and all("soppa-mailbot resume" in note for note in found)
    assert "12 now wait" in found[1]


def test_refused_releases_are_told_and_bounded() -> None:
    found = told(Facts(refusals=tuple(Refusal(f"x{n}@d.example", "not listed") for n in range(9))))
    assert len(found) == 4 and "6 more mails" in found[-1]


def test_the_boards_next_meeting() -> None:
    meetings = (date(2026, 12, 14), date(2026, 11, 16), date(2026, 11, 30))
    assert next_meeting(meetings, date(2026, 11, 30)) == date(2026, 11, 30)
    assert next_meeting(meetings, date(2026, 12, 15)) is None


def test_a_deadline_before_the_next_meeting_is_at_risk() -> None:
    rows = [samples.row("waiting_district", "V", "Far", "SOPPA-AAAAAA", deadline=samples.TODAY + timedelta(days=40))]
    values = {"since": None, "now": samples.NOW, "district": samples.district()}
    assert digests.build(rows, **values).at_risk == ()  # type: ignore[arg-type]
    late = samples.TODAY + timedelta(days=41)
    digest = digests.build(rows, next_meeting=late, **values)  # type: ignore[arg-type]
    assert [e.board for e in digest.at_risk] == [late]
    assert "Before the Board's next meeting" in digests.render(digest, Templates()).text
    on_that_day = digests.build(rows, next_meeting=late - timedelta(days=1), **values)  # type: ignore[arg-type]
    assert on_that_day.at_risk == ()


def test_since_when_the_login_is_refused_not_when_it_was_last_tried(bot: Bot, clock: Clock) -> None:
    from pydantic import SecretStr

    wrong = replace(bot, mailbox=bot.mailbox.model_copy(update={"password": SecretStr("wrong")}))
    for _ in range(3):
        pipeline.run_once(wrong)
        clock.forward(days=1)
    found = digest_of(bot.store, bot.core.district, clock()).notes
    assert "The mailbox has refused the login since September 8" in found[0]
    pipeline.run_once(bot)
    assert digest_of(bot.store, bot.core.district, clock()).notes == ()
