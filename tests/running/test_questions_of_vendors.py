"""Vendors who ask the District something, and remarks in what is complete, through a real store, Dovecot and SMTP."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import pipeline
from soppa_mailbot.staff import people
from soppa_mailbot.store import events, views


def _submission(bot: Bot) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session)[-1]


def _days(bot: Bot, clock: Clock, count: int) -> None:
    for _ in range(count):
        clock.forward(days=1)
        assert pipeline.run_once(bot).all_well


@pytest.fixture
def ours(bot: Bot, dovecot: Dovecot, user: str, sink: Sink) -> str:
    """A vendor was told what is missing: the Message-ID of our answer."""
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<one@acme.example>"))
    assert pipeline.run_once(bot).sent == 1
    return str(message_from_bytes(sink.taken[0], policy=default)["Message-ID"])


def test_nobody_is_reminded_or_closed_while_a_question_waits_for_us(
    bot: Bot, ours: str, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, vendor_mail("Where do I find the SOPPA form?", In_Reply_To=ours))
    pipeline.run_once(bot)
    view = _submission(bot)
    assert view.state == "review"
    assert view.verdict.reasons == ("The vendor asks: “Where do I find the SOPPA form?”",)
    assert [i.item for i in view.verdict.items], "what is open stays known"
    with bot.store.reading() as session:
        assert any(e.why.startswith("The vendor asks") for e in events.of_submission(session, view.id))
    _days(bot, clock, 60)
    assert len(sink.taken) == 1 and _submission(bot).state == "review"


def test_who_answered_the_question_lets_it_go_on(
    bot: Bot, ours: str, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, vendor_mail("Where do I find the SOPPA form?", In_Reply_To=ours))
    pipeline.run_once(bot)
    with bot.store.writing() as session:
        assert people.reopen(session, bot, 1, people.Person("Kim", "answered")).state == "waiting_vendor"
    view = _submission(bot)
    assert view.state == "waiting_vendor" and view.verdict.reasons == ()
    _days(bot, clock, 8)
    assert [r.template for r in _submission(bot).replies] == ["missing", "reminder"], "and nothing is told twice"


def test_papers_after_the_question_let_it_go_on(
    bot: Bot, ours: str, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    dovecot.deliver(user, vendor_mail("Could you send me the form?", In_Reply_To=ours))
    pipeline.run_once(bot)
    dovecot.deliver(user, vendor_mail("has: rfi_form", In_Reply_To=ours))
    pipeline.run_once(bot)
    assert _submission(bot).state == "waiting_vendor" and _submission(bot).verdict.reasons == ()
    _days(bot, clock, 8)
    assert [r.template for r in _submission(bot).replies] == ["missing", "missing", "reminder"]


@pytest.mark.parametrize("body", ["intent: thanks\nThank you so much!", "The forms will follow next week."])
def test_thanks_and_promises_wait_for_nobody_at_the_district(
    bot: Bot, ours: str, dovecot: Dovecot, user: str, clock: Clock, body: str
) -> None:
    dovecot.deliver(user, vendor_mail(body, In_Reply_To=ours))
    pipeline.run_once(bot)
    assert _submission(bot).state == "waiting_vendor"
    _days(bot, clock, 8)
    assert [r.template for r in _submission(bot).replies] == ["missing", "reminder"]


def test_who_sends_papers_and_asks_for_a_form_is_answered_and_seen_by_a_person(
    bot: Bot, ours: str, dovecot: Dovecot, user: str, sink: Sink
) -> None:
    dovecot.deliver(user, vendor_mail("has: rfi_form\nPlease send me the SOPPA form.", In_Reply_To=ours))
    pipeline.run_once(bot)
    assert len(sink.taken) == 2
    view = _submission(bot)
    assert view.state == "review" and "Please send me the SOPPA form" in view.verdict.reasons[0]


def test_a_question_in_what_is_complete_changes_no_state(bot: Bot, ours: str, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(user, vendor_mail("has: rfi_form soppa_form", In_Reply_To=ours))
    pipeline.run_once(bot)
    assert _submission(bot).state == "waiting_district"
    dovecot.deliver(user, vendor_mail("When will the Board meet?", In_Reply_To=ours))
    pipeline.run_once(bot)
    assert _submission(bot).state == "waiting_district" and _submission(bot).verdict.reasons == ()


def test_staff_who_ask_in_the_thread_are_no_vendor(bot: Bot, ours: str, dovecot: Dovecot, user: str) -> None:
    asking = vendor_mail("Can you speed this up?", sender="Tess <tess@district.example>", In_Reply_To=ours)
    dovecot.deliver(user, asking)
    pipeline.run_once(bot)
    assert _submission(bot).state == "waiting_vendor"
