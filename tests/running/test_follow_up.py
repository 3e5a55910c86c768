"""Reminders, closings and the breaker through a real store, a real Dovecot and a real SMTP server.

The clock stands at Tuesday, September 8, 2026, 9 AM in Chicago. Business days 5, 10 and 20 after it are September 15,
September 22 and October 6.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink, free_port
from proving import briefly
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import follow_up, pipeline
from soppa_mailbot.settings.config_sections import RemindersSection, RepliesSection
from soppa_mailbot.store import decisions, events, views
from soppa_mailbot.store.tables import FollowUpRow


def _submission(bot: Bot) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session)[-1]


def _mails(sink: Sink) -> list[EmailMessage]:
    return [message_from_bytes(raw, policy=default) for raw in sink.taken]  # type: ignore[misc]


def _days(bot: Bot, clock: Clock, count: int) -> None:
    """One pass a day, as a daemon makes many."""
    for _ in range(count):
        clock.forward(days=1)
        assert pipeline.run_once(bot).all_well


@pytest.fixture
def asked(bot: Bot, dovecot: Dovecot, user: str) -> Bot:
    """A vendor was told what is missing."""
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<one@acme.example>"))
    assert pipeline.run_once(bot).sent == 1
    return bot


def test_a_vendor_who_never_answers(asked: Bot, sink: Sink, clock: Clock) -> None:
    _days(asked, clock, 6)
    assert len(sink.taken) == 1
    _days(asked, clock, 1)  # September 15
    assert len(sink.taken) == 2
    _days(asked, clock, 40)
    answer, first, second, closing = _mails(sink)
    assert [r.template for r in _submission(asked).replies] == ["missing", "reminder", "reminder", "closing"]
    assert [m["Date"][5:16] for m in (first, second, closing)] == ["15 Sep 2026", "22 Sep 2026", "06 Oct 2026"]
    for mail in (first, second, closing):
        assert mail["In-Reply-To"] == answer["Message-ID"]
        assert mail["References"].split() == ["<one@acme.example>", answer["Message-ID"]]
        assert mail["Subject"] == answer["Subject"] and mail["To"] == answer["To"]
        assert mail["Auto-Submitted"] == "auto-generated"
        assert "asked on 2026-09-08: rfi_form, soppa_form" in mail.get_content_maintype() + str(mail)
    assert "Closed on 2026-10-06" in str(second) and "Closed on" not in str(first)
    assert len({m["Message-ID"] for m in _mails(sink)}) == 4
    assert _submission(asked).state == "stale"


@pytest.mark.parametrize(
    "body", briefly(("has: rfi_form", "has: order_form", "intent: thanks"), ("has: rfi_form", "intent: thanks"))
)
def test_mail_after_the_closing_opens_it_again(
    asked: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock, body: str
) -> None:
    _days(asked, clock, 30)
    assert _submission(asked).state == "stale"
    dovecot.deliver(user, vendor_mail(body, In_Reply_To=_mails(sink)[-1]["Message-ID"], subject="Re: AcmeMath"))
    pipeline.run_once(asked)
    view = _submission(asked)
    assert view.state == "waiting_vendor" and view.id == 1
    # what is still missing is told again, even where it has not changed; thanks are not answered
    assert len(view.replies) == (4 if body == "intent: thanks" else 5)
    _days(asked, clock, 45)
    again = [r.template for r in _submission(asked).replies][4:]
    assert again == ([] if body == "intent: thanks" else ["missing", "reminder", "reminder", "closing"])
    assert _submission(asked).state == "stale"


def test_an_answer_with_something_new_starts_the_count_anew(
    asked: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    _days(asked, clock, 8)
    dovecot.deliver(user, vendor_mail("has: rfi_form", In_Reply_To=_mails(sink)[0]["Message-ID"]))
    _days(asked, clock, 8)  # answered on September 17; reminded on the 24th
    assert [m["Date"][5:11] for m in _mails(sink)[1:]] == ["15 Sep", "17 Sep", "24 Sep"]


def test_holidays_do_not_count(asked: Bot, sink: Sink, clock: Clock) -> None:
    bot = replace(asked, calendar=replace(asked.calendar, holidays=frozenset({date(2026, 9, 14)})))
    _days(bot, clock, 7)
    assert len(sink.taken) == 1
    _days(bot, clock, 1)
    assert len(sink.taken) == 2


def test_an_out_of_office_stops_the_count(asked: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    absent = "I am out of the office and will return on Tuesday, September 22."
    subject = "Automatic reply: " + _mails(sink)[0]["Subject"]
    dovecot.deliver(user, vendor_mail(absent, Auto_Submitted="auto-replied", subject=subject))
    pipeline.run_once(asked)
    _days(asked, clock, 19)
    assert len(sink.taken) == 1
    _days(asked, clock, 1)  # September 28: the ninth to the 21st did not count
    assert len(sink.taken) == 2
    with asked.store.reading() as session:
        assert [e.why for e in events.of_submission(session, 1) if e.what == "away"] == [
            "jo@acme.example is away until 2026-09-22"
        ]


def test_a_bounced_address_is_not_reminded(asked: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    from test_pipeline import _bounce

    dovecot.deliver(user, _bounce(_mails(sink)[0]["Message-ID"]))
    _days(asked, clock, 40)
    assert len(sink.taken) == 1 and _submission(asked).state == "waiting_vendor"


def test_a_held_answer_is_not_reminded_of(bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    bot = replace(bot, replies=RepliesSection(mode="hold"))
    dovecot.deliver(user, vendor_mail("has: order_form"))
    pipeline.run_once(bot)
    _days(bot, clock, 15)
    assert [r.state for r in _submission(bot).replies] == ["held"]
    with bot.store.writing() as session:
        message_id = _submission(bot).replies[0].message_id
        decisions.release(session, message_id, who="buyer", why="", now=clock())
    _days(bot, clock, 12)
    assert [(r.template, r.state) for r in _submission(bot).replies] == [("missing", "sent"), ("reminder", "held")]
    assert len(sink.taken) == 1


def test_nothing_is_reminded_while_the_mailbox_cannot_be_read(
    asked: Bot, make_bot: Callable[..., Bot], sink: Sink, clock: Clock
) -> None:
    clock.forward(days=7)
    blind = make_bot(free_port(), sink.port)
    assert pipeline.run_once(blind).problems
    assert len(sink.taken) == 1
    pipeline.run_once(asked)
    assert len(sink.taken) == 2


def test_reminders_may_be_switched_off(asked: Bot, sink: Sink, clock: Clock) -> None:
    _days(replace(asked, reminders=RemindersSection(enabled=False)), clock, 30)
    assert len(sink.taken) == 1 and _submission(asked).state == "waiting_vendor"


def test_a_daemon_writes_to_nobody_at_night_a_nightly_cron_job_does(asked: Bot, sink: Sink, clock: Clock) -> None:
    _days(asked, clock, 6)
    clock.forward(hours=16)  # 1 AM on September 15
    pipeline.run_once(asked)
    assert len(sink.taken) == 1
    clock.forward(hours=6)
    pipeline.run_once(asked)
    assert len(sink.taken) == 2
    clock.forward(days=6, hours=18)  # 1 AM on September 22, nothing ran for days
    pipeline.run_once(asked)
    assert len(sink.taken) == 3


class _DiedError(BaseException):
    pass


@pytest.mark.parametrize("step", ["followed up", "claimed", "handed over"])
def test_killed_at_any_step_no_reminder_is_lost_or_written_twice(
    asked: Bot, sink: Sink, clock: Clock, step: str
) -> None:
    def die(name: str) -> None:
        if name == step:
            raise _DiedError

    clock.forward(days=7)
    with pytest.raises(_DiedError):
        pipeline.run_once(replace(asked, checkpoint=die))
    for _ in range(2):
        clock.forward(minutes=5)
        pipeline.run_once(asked)
    reminders = [m["Message-ID"] for m in _mails(sink)[1:]]
    assert len(set(reminders)) == 1 and len(reminders) == (2 if step == "handed over" else 1)
    assert [r.template for r in _submission(asked).replies] == ["missing", "reminder"]


def test_the_store_refuses_a_step_twice(asked: Bot, clock: Clock) -> None:
    _days(asked, clock, 7)
    with Session(asked.store.engine) as session:
        row = session.query(FollowUpRow).one()
        session.add(
            FollowUpRow(reply_id=1, submission_id=1, answer_id=row.answer_id, kind=row.kind, step=row.step)
        )  # fmt: skip
        with pytest.raises(IntegrityError):
            session.flush()


def test_an_unchanged_list_is_told_again_after_a_week(
    asked: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    asked = replace(asked, reminders=RemindersSection(enabled=False))
    for days, answers in ((6, 1), (1, 2), (6, 2), (1, 3)):
        clock.forward(days=days)
        dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
        pipeline.run_once(asked)
        assert len(sink.taken) == answers


def test_the_breaker_holds_what_is_too_much_until_it_is_reset(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    bot = replace(bot, replies=RepliesSection(mode="auto", breaker_per_hour=3))
    for number in range(5):
        dovecot.deliver(user, vendor_mail("has: order_form", sender=f"a@vendor{number}.example"))
    pipeline.run_once(bot)
    assert len(sink.taken) == 3
    with bot.store.reading() as session:
        found = views.submissions(session)
        assert [r.state for view in found for r in view.replies] == ["sent"] * 3 + ["held"] * 2
        assert "resume" in found[-1].replies[0].held
        assert [e.why for e in events.since(session, clock().replace(year=2000)) if e.what == "breaker"] == [
            "more than 3 answers within an hour (replies.breaker_per_hour)"
        ]
    clock.forward(hours=3)  # time alone does not reset it
    dovecot.deliver(user, vendor_mail("has: order_form", sender="a@late.example"))
    pipeline.run_once(bot)
    assert len(sink.taken) == 3
    _days(bot, clock, 10)
    assert len(sink.taken) == 3, "no reminder while it is tripped"


def test_reminders_leave_room_for_answers(bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock) -> None:
    bot = replace(bot, replies=RepliesSection(mode="auto", breaker_per_hour=4))
    for number in range(3):
        dovecot.deliver(user, vendor_mail("has: order_form", sender=f"a@vendor{number}.example"))
    pipeline.run_once(bot)
    clock.forward(days=7)
    pipeline.run_once(bot)
    assert len(sink.taken) == 5  # two of three
    clock.forward(minutes=61)
    pipeline.run_once(bot)
    assert len(sink.taken) == 6
    with bot.store.reading() as session:
        assert events.mark(session, follow_up.DONE) is not None
