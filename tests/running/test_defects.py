"""One poison mail is put aside; a program that fails on every mail leaves the mailbox alone."""

from __future__ import annotations

from conftest import Clock, vendor_mail
from mail_servers import Dovecot, Sink
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import defects, pipeline
from soppa_mailbot.running.defects import IN_A_ROW
from soppa_mailbot.store import events
from soppa_mailbot.store.tables import MessageRow


def _deliver(dovecot: Dovecot, user: str, count: int, body: str = "poison: raise") -> None:
    for number in range(count):
        dovecot.deliver(user, vendor_mail(body, sender=f"a@vendor{number}.example"))


def _states(bot: Bot) -> list[str]:
    with bot.store.reading() as session:
        return [row.state for row in session.query(MessageRow).order_by(MessageRow.id)]


def _stopped(bot: Bot) -> bool:
    with bot.store.reading() as session:
        return events.mark(session, defects.STOPPED) is not None


def test_poison_mails_with_good_ones_between_stop_nothing(bot: Bot, dovecot: Dovecot, user: str) -> None:
    for _ in range(2):
        _deliver(dovecot, user, IN_A_ROW - 1)
        _deliver(dovecot, user, 1, "has: order_form")
    tally = pipeline.run_once(bot)
    assert (tally.failed, tally.processed, tally.problems) == (2 * (IN_A_ROW - 1), 2, [])
    assert not _stopped(bot)


def test_a_program_that_fails_on_every_mail_leaves_the_mailbox_alone(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    _deliver(dovecot, user, IN_A_ROW + 4)
    tally = pipeline.run_once(bot)
    assert tally.failed == IN_A_ROW and "left alone" in tally.problems[0] and not tally.all_well
    assert len(dovecot.subjects(user, "Failed")) == IN_A_ROW and len(dovecot.subjects(user)) == 4
    for minutes in (2, 30, 30, 30, 30):  # however often it is tried, no more mail is put aside
        clock.forward(minutes=minutes)
        _deliver(dovecot, user, 1)
        assert not pipeline.run_once(bot).all_well
    assert len(dovecot.subjects(user, "Failed")) == IN_A_ROW and len(dovecot.subjects(user)) == 9
    assert _states(bot).count("failed") == IN_A_ROW and _stopped(bot)
    with bot.store.reading() as session:
        told = [e.what for e in events.since(session, clock().replace(year=2000))]
    assert told.count("defect") == 1


def test_once_a_mail_is_processed_it_goes_on_by_itself(
    bot: Bot, dovecot: Dovecot, user: str, sink: Sink, clock: Clock
) -> None:
    _deliver(dovecot, user, IN_A_ROW + 3)  # each of them poison by itself
    pipeline.run_once(bot)
    assert _stopped(bot)
    clock.forward(minutes=11)
    _deliver(dovecot, user, 1, "has: order_form")
    assert pipeline.run_once(bot).processed == 1
    assert not _stopped(bot) and len(sink.taken) == 1
    clock.forward(minutes=2)
    pipeline.run_once(bot)
    assert dovecot.subjects(user) == [] and len(dovecot.subjects(user, "Failed")) == IN_A_ROW + 3
