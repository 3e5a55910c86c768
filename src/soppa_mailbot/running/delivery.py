"""Draining the outbox: claim, send, mark. One connection for all that is due."""

from __future__ import annotations

import logging

from soppa_mailbot.errors import DeliveryError, StoreError
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.post.outgoing import Sender, UnavailableError
from soppa_mailbot.post.wire import Enclosed, Outgoing
from soppa_mailbot.store import decisions, events, outbox, submissions
from soppa_mailbot.store.tables import ReplyRow

log = logging.getLogger(__name__)


def deliver(bot: Bot, tally: Tally) -> None:
    """Send what is due. A mail that fails backs off or is shown to staff; the next goes on.

    A server that is not there ends the round, without a mark against any mail but the one that found out.
    """
    with bot.store.reading() as session:
        due = outbox.due(session, bot.clock())
    if not due or tally.server_down:
        return
    with Sender(bot.smtp) as sender:
        for reply in due:
            if bot.stopping():
                return
            try:
                _deliver(bot, sender, reply, tally)
            except UnavailableError as error:
                log.warning("%s", error)
                tally.server_down = True
                tally.problems.append(str(error))
                return


def _deliver(bot: Bot, sender: Sender, reply: int, tally: Tally) -> None:
    with bot.store.writing() as session:
        if outbox.overtaken(session, reply):
            decisions.supersede_one(session, reply, why="overtaken by a newer answer", now=bot.clock())
            return
        if not outbox.claim(session, reply, bot.clock(), bot.host):
            return
    with bot.store.reading() as session:
        row = outbox.get(session, reply)
    bot.checkpoint("claimed")
    try:
        mail = outgoing(row, bot.smtp.from_, _enclosed(bot, row))
        sender.send(mail)
    except UnavailableError as error:
        with bot.store.writing() as session:
            outbox.put_back(outbox.get(session, reply), str(error), bot.clock())
        raise
    except DeliveryError as error:
        _note_failure(bot, reply, error, tally)
        return
    bot.checkpoint("handed over")
    with bot.store.writing() as session:
        row = outbox.get(session, reply)
        outbox.sent(row, bot.clock())
        events.record(session, "sent", now=bot.clock(), submission=row.submission_id, data={"reply": row.message_id})
    tally.sent += 1
    log.info("sent %s to %s", mail.message_id, mail.to_email)
    bot.checkpoint("marked sent")


def _note_failure(bot: Bot, reply: int, error: DeliveryError, tally: Tally) -> None:
    with bot.store.writing() as session:
        row = outbox.get(session, reply)
        outbox.not_sent(row, str(error), bot.clock(), temporary=error.temporary, ambiguous=error.ambiguous)
        what = "delivery_failed" if row.state == "failed" else "delivery_delayed"
        events.record(
            session,
            what,
            now=bot.clock(),
            why=str(error),
            submission=row.submission_id,
            data={"reply": row.message_id, "ambiguous": error.ambiguous},
        )
        if row.state == "failed":
            tally.refused += 1
            if row.submission_id is not None:  # they have not heard of us: the same answer may be given again
                submissions.get(session, row.submission_id).answered = ""
    log.warning("%s: %s", what, error)


def _enclosed(bot: Bot, row: ReplyRow) -> tuple[Enclosed, ...]:
    """The files that go out with a mail. Raises DeliveryError while they cannot be read: the next mail still goes."""
    try:
        return tuple(
            Enclosed(file.name, file.content_type, bot.store.files.read(file.file), file.content_id)
            for file in outbox.enclosures(row)
        )
    except StoreError as error:
        raise DeliveryError(str(error), temporary=True) from error


def outgoing(row: ReplyRow, reply_to: str, files: tuple[Enclosed, ...] = ()) -> Outgoing:
    """The outbox row as a mail: the same at every try."""
    return Outgoing(
        message_id=row.message_id,
        date=row.created,
        to_name=row.to_name,
        to_email=row.to_email,
        subject=row.subject,
        text=row.text,
        html=row.html,
        reply_to=reply_to,
        in_reply_to=row.in_reply_to,
        references=tuple(row.references.split()),
        auto_submitted="auto-replied" if row.answers is not None else "auto-generated",
        files=files,
    )
