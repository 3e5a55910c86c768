"""What follows after a person or a vendor ended something: nobody is left waiting, and nothing is told that is not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot import digest as digests
from soppa_mailbot import pipeline
from soppa_mailbot.bot import Bot
from soppa_mailbot.config_sections import RepliesSection
from soppa_mailbot.digest import Digest
from soppa_mailbot.store import decisions, views
from soppa_mailbot.templates import Templates
from soppa_mailbot.worklist import digest_of

Deliver = Callable[..., views.SubmissionView]


@pytest.fixture
def deliver(dovecot: Dovecot, user: str) -> Deliver:
    """A mail comes, a pass is made; the first submission after it."""

    def send(bot: Bot, *mails: bytes) -> views.SubmissionView:
        for mail in mails:
            dovecot.deliver(user, mail)
        pipeline.run_once(bot)
        return view(bot)

    return send


def view(bot: Bot, number: int = 1) -> views.SubmissionView:
    with bot.store.reading() as session:
        return views.submissions(session, ids=(number,))[0]


def work_list(bot: Bot) -> tuple[Digest, str]:
    found = digest_of(bot.store, bot.core.district, bot.clock())
    return found, " ".join(digests.render(found, Templates()).text.split())


def discard(bot: Bot, why: str = "I phone them") -> None:
    with bot.store.writing() as session:
        for row in decisions.held(session, 1):
            decisions.discard(session, row.message_id, who="kim", why=why, now=bot.clock())


# --- a discarded answer ----


def test_who_was_never_answered_waits_for_the_district(bot: Bot, deliver: Deliver, sink: Sink, clock: Clock) -> None:
    bot = replace(bot, replies=RepliesSection(mode="hold"))
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    discard(bot)
    found, text = work_list(bot)
    assert view(bot).state == "review" and len(found.to_decide) == 1 and not found.with_vendors
    assert "Why: The answer was discarded by kim: I phone them; the vendor has not heard from us." in text
    for _ in range(30):
        clock.forward(days=1)
        pipeline.run_once(bot)
    assert sink.taken == [] and len(work_list(bot)[0].to_decide) == 1, "nobody is reminded of what they never got"
    again = deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", In_Reply_To="<a@acme.example>"))
    assert (again.state, again.replies[-1].state) == ("waiting_vendor", "held"), "who writes again is answered"
    assert work_list(bot)[0].held


def test_who_had_an_answer_before_waits_as_before(bot: Bot, deliver: Deliver, sink: Sink, clock: Clock) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form", Message_ID="<a@acme.example>"))
    holding = replace(bot, replies=RepliesSection(mode="hold"))
    deliver(holding, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    discard(holding)
    assert view(bot).state == "waiting_vendor" and len(sink.taken) == 1
    for _ in range(8):
        clock.forward(days=1)
        pipeline.run_once(bot)
    assert [r.template for r in view(bot).replies if r.state == "sent"] == ["missing", "reminder"]
    deliver(bot, vendor_mail("has: rfi_form", In_Reply_To="<a@acme.example>"))
    assert view(bot).replies[-1].state == "sent", "the same papers again are answered now"


def test_a_discarded_reminder_changes_nothing(bot: Bot, deliver: Deliver, clock: Clock) -> None:
    deliver(bot, vendor_mail("product: AcmeMath\nhas: order_form"))
    holding = replace(bot, replies=RepliesSection(mode="hold"))
    for _ in range(8):
        clock.forward(days=1)
        pipeline.run_once(holding)
    assert view(bot).replies[-1].template == "reminder"
    discard(holding)
    assert view(bot).state == "waiting_vendor"
