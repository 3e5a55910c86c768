"""Answers that newer mail overtakes before they went out: a real Dovecot, and an SMTP server that is down a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, free_port, smtp_sink
from soppa_mailbot.commands.show import shown
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.running import follow_up, pipeline
from soppa_mailbot.settings.config_sections import RepliesSection
from soppa_mailbot.staff import people
from soppa_mailbot.staff.people import Person, Saying
from soppa_mailbot.store import detail, events, outbox, submissions, views
from soppa_mailbot.store.tables import ReplyRow

HALF, REST = "has: order_form", "has: rfi_form soppa_form"
KIM = Person("kim", "phoned them")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def bot(make_bot: Callable[..., Bot], dovecot: Dovecot, port: int) -> Bot:
    """Nobody answers at its SMTP port until a test starts a server there."""
    return make_bot(dovecot.port, port)


@pytest.fixture
def waiting(bot: Bot, dovecot: Dovecot, user: str) -> Bot:
    """One answer is queued."""
    dovecot.deliver(user, vendor_mail(f"product: AcmeMath\n{HALF}", Message_ID="<one@acme.example>"))
    assert pipeline.run_once(bot).left == 1
    assert states(bot) == ["queued"]
    return bot


def states(bot: Bot) -> list[str]:
    with bot.store.reading() as session:
        return [row.state for row in session.query(ReplyRow).order_by(ReplyRow.id)]


def view(bot: Bot) -> views.SubmissionView:
    with bot.store.reading() as session:
        (found,) = views.submissions(session)
        return found


def more(dovecot: Dovecot, user: str, bot: Bot, body: str) -> Tally:
    dovecot.deliver(user, vendor_mail(body, In_Reply_To="<one@acme.example>"))
    return pipeline.run_once(bot)


def test_a_newer_verdict_takes_the_queued_answers_place(
    waiting: Bot, dovecot: Dovecot, user: str, port: int, clock: Clock
) -> None:
    assert more(dovecot, user, waiting, REST).left == 1
    assert states(waiting) == ["superseded", "queued"]
    with smtp_sink(port) as sink:
        clock.forward(hours=1)
        assert pipeline.run_once(waiting).all_well
        assert len(sink.taken) == 1 and b"Missing: nothing" in sink.taken[0]
    old, new = view(waiting).replies
    assert (old.state, old.discarded, old.superseded, new.state) == ("failed", True, True, "sent")
    assert states(waiting) == ["superseded", "sent"]
    with waiting.store.reading() as session:
        lines = list(shown(detail.of(session, 1), ZoneInfo("America/Chicago")))
        assert "overtaken" in [e.what for e in events.of_submission(session, 1)]
    assert any("superseded, never sent; overtaken by a newer verdict" in line for line in lines)


def test_the_same_verdict_is_not_queued_twice(
    waiting: Bot, dovecot: Dovecot, user: str, port: int, clock: Clock
) -> None:
    assert more(dovecot, user, waiting, HALF).left == 1
    assert states(waiting) == ["queued"]
    with smtp_sink(port) as sink:
        clock.forward(hours=1)
        pipeline.run_once(waiting)
        assert len(sink.taken) == 1


def test_a_verdict_without_an_answer_withdraws_too(
    waiting: Bot, dovecot: Dovecot, user: str, port: int, clock: Clock
) -> None:
    assert more(dovecot, user, waiting, "intent: withdrawal").left == 0
    assert states(waiting) == ["superseded"] and view(waiting).state == "review"
    with smtp_sink(port) as sink:
        clock.forward(hours=1)
        pipeline.run_once(waiting)
        assert sink.taken == []


def test_thanks_leave_the_queued_answer_alone(waiting: Bot, dovecot: Dovecot, user: str) -> None:
    more(dovecot, user, waiting, "intent: thanks")
    assert states(waiting) == ["queued"]


def test_what_was_claimed_for_sending_is_not_touched(waiting: Bot, dovecot: Dovecot, user: str) -> None:
    with waiting.store.writing() as session:
        assert outbox.claim(session, 1, waiting.clock(), "another machine")
    more(dovecot, user, waiting, REST)
    assert states(waiting) == ["sending", "queued"]


def test_what_was_claimed_and_comes_back_into_the_queue_is_not_sent_any_more(
    waiting: Bot, port: int, clock: Clock
) -> None:
    clock.forward(minutes=2)
    with smtp_sink(port) as sink:
        sink.answer["RCPT"] = ["451 4.7.1 later"]

        def decide(step: str) -> None:  # a person is quicker than the server's answer
            if step == "claimed" and len(states(waiting)) == 1:
                with waiting.store.writing() as session:
                    people.override(session, waiting, 1, Saying("rfi_form", "received"), KIM)

        pipeline.run_once(replace(waiting, checkpoint=decide))
        assert states(waiting) == ["queued", "held"]
        clock.forward(hours=1)
        assert pipeline.run_once(waiting).all_well
        assert states(waiting) == ["superseded", "held"] and sink.taken == []


def test_what_died_while_it_was_sent_is_overtaken_before_it_is_sent_again(
    waiting: Bot, dovecot: Dovecot, user: str
) -> None:
    with waiting.store.writing() as session:
        assert outbox.claim(session, 1, waiting.clock(), waiting.host)
    more(dovecot, user, waiting, REST)
    assert states(waiting) == ["superseded", "queued"]


def test_a_held_answer_gives_way_in_the_same_manner(bot: Bot, dovecot: Dovecot, user: str) -> None:
    bot = replace(bot, replies=RepliesSection(mode="hold"))
    dovecot.deliver(user, vendor_mail(f"product: AcmeMath\n{HALF}", Message_ID="<one@acme.example>"))
    pipeline.run_once(bot)
    more(dovecot, user, bot, HALF)
    assert states(bot) == ["held"]
    more(dovecot, user, bot, REST)
    assert states(bot) == ["superseded", "held"]


def test_a_persons_decision_overtakes_a_queued_answer(waiting: Bot) -> None:
    with waiting.store.writing() as session:
        people.override(session, waiting, 1, Saying("rfi_form", "received"), KIM)
    assert states(waiting) == ["superseded", "held"]


def test_closing_a_submission_lets_go_out_what_is_queued(waiting: Bot) -> None:
    with waiting.store.writing() as session:
        assert people.close(session, 1, KIM, waiting.clock()) == 0
    assert states(waiting) == ["queued"]


def test_an_overtaken_answer_counts_for_no_cap(waiting: Bot, dovecot: Dovecot, user: str) -> None:
    strict = replace(waiting, replies=RepliesSection(mode="auto", per_submission_per_day=1))
    more(dovecot, user, strict, "has: rfi_form")
    more(dovecot, user, strict, "has: soppa_form")
    assert states(strict) == ["superseded", "superseded", "queued"]


def test_a_reminder_that_is_queued_is_dropped_when_the_vendor_writes(
    waiting: Bot, dovecot: Dovecot, user: str, port: int, clock: Clock
) -> None:
    with smtp_sink(port):
        clock.forward(hours=1)
        pipeline.run_once(waiting)
    clock.moment = datetime(2026, 9, 15, 14, 0, tzinfo=UTC)
    pipeline.run_once(waiting)
    assert states(waiting) == ["sent", "queued"] and view(waiting).replies[-1].template == "reminder"
    more(dovecot, user, waiting, "intent: thanks")
    assert states(waiting) == ["sent", "superseded"]
    clock.moment = datetime(2026, 9, 23, 14, 0, tzinfo=UTC)
    follow_up.run(waiting, Tally())
    assert states(waiting)[:2] == ["sent", "superseded"], "the step counts as done, it is not written again"
    with waiting.store.reading() as session:
        assert submissions.get(session, 1).state == "waiting_vendor"
