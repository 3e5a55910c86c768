"""A mail that was being sent when the process died, and that its vendor answers: it went out, and goes out no more."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from zoneinfo import ZoneInfo

import pytest

from conftest import Clock, vendor_mail
from kill_papers import Vendor, bounce
from mail_servers import Dovecot, Sink
from soppa_mailbot.commands.show import shown
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.running import pipeline
from soppa_mailbot.store import detail, events, outbox
from soppa_mailbot.store.tables import ReplyRow


class DiedError(BaseException):
    """Stands for SIGKILL: nothing in the program may catch it."""


def _dies_after(step: str) -> Callable[[str], None]:
    def checkpoint(name: str) -> None:
        if name == step:
            raise DiedError

    return checkpoint


@pytest.fixture
def cut_off(make_bot: Callable[..., Bot], dovecot: Dovecot, sink: Sink, user: str) -> Bot:
    """The server has the answer, the store does not know it."""
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: order_form"))
    with pytest.raises(DiedError):
        pipeline.run_once(make_bot(dovecot.port, sink.port, checkpoint=_dies_after("handed over")))
    assert len(sink.taken) == 1
    return make_bot(dovecot.port, sink.port)


def _states(bot: Bot) -> list[tuple[str, bool]]:
    with bot.store.reading() as session:
        return [(row.state, row.ambiguous) for row in session.query(ReplyRow).order_by(ReplyRow.id)]


def _ours(sink: Sink) -> str:
    return str(message_from_bytes(sink.taken[0])["Message-ID"])


@pytest.mark.parametrize("body", ["has: rfi_form", "intent: thanks"])
def test_what_is_answered_is_not_sent_again(cut_off: Bot, dovecot: Dovecot, sink: Sink, user: str, body: str) -> None:
    dovecot.deliver(user, vendor_mail(body, subject="Re: AcmeMath", In_Reply_To=_ours(sink)))
    assert _states(cut_off) == [("sending", False)]
    assert pipeline.run_once(cut_off).all_well
    assert [raw for raw in sink.taken[1:] if raw == sink.taken[0]] == []
    assert _states(cut_off)[0] == ("sent", True)
    with cut_off.store.reading() as session:
        assert "a mail that answers it came" in next(
            e.why for e in events.of_submission(session, 1) if e.what == "sent"
        )


def test_what_comes_back_had_gone_out(cut_off: Bot, dovecot: Dovecot, sink: Sink, user: str) -> None:
    report = bounce(Vendor(1), message_from_bytes(sink.taken[0]))
    dovecot.deliver(user, bytes(report))
    assert pipeline.run_once(cut_off).all_well
    assert len(sink.taken) == 1 and _states(cut_off) == [("sent", True)]


def test_without_a_proof_it_is_sent_again_as_the_same_mail(
    cut_off: Bot, dovecot: Dovecot, sink: Sink, user: str
) -> None:
    dovecot.deliver(user, vendor_mail("intent: thanks", subject="Re: AcmeMath"))
    assert pipeline.run_once(cut_off).all_well
    assert len(sink.taken) == 2 and sink.taken[0] == sink.taken[1] and _states(cut_off) == [("sent", True)]


def test_what_may_have_gone_out_counts_for_the_caps(cut_off: Bot, clock: Clock) -> None:
    with cut_off.store.writing() as session:
        outbox.take_back(session, clock(), cut_off.host)
        outbox.get(session, 1).state = "superseded"
        session.flush()
        clock.forward(minutes=1)
        a_day = clock.moment.replace(hour=0)
        assert outbox.count_since(session, a_day, email="jo@acme.example", submission=1) == (1, 1, 1)
        outbox.get(session, 1).ambiguous = False
        session.flush()
        assert outbox.count_since(session, a_day, email="jo@acme.example", submission=1) == (0, 0, 0)


def test_show_does_not_claim_that_it_was_never_sent(cut_off: Bot, dovecot: Dovecot, user: str) -> None:
    dovecot.deliver(user, vendor_mail("product: AcmeMath\nhas: rfi_form"))
    assert pipeline.run_once(cut_off).all_well
    assert [state for state, _ in _states(cut_off)] == ["superseded", "sent"]
    with cut_off.store.reading() as session:
        (line, _) = [x for x in shown(detail.of(session, 1), ZoneInfo("America/Chicago")) if "  answer: " in x]
    assert "may have reached them" in line and "never sent" not in line
