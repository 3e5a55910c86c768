"""The flow on one screen: keep, process, file away, deliver.

Every arrow is a commit, and every step can be done again: killed anywhere, the next run carries on. What a mail means
is for the core (`processing` asks it); what is due and what is known, for the store.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parseaddr

from soppa_mailbot.digests.digest import DigestMail
from soppa_mailbot.errors import MailboxError
from soppa_mailbot.handling import fingerprint
from soppa_mailbot.handling.bot import Bot, Tally, new_message_id
from soppa_mailbot.handoff import sending
from soppa_mailbot.post import mailbox
from soppa_mailbot.post.mailbox import Fetched, LoginRefusedError, Mailbox
from soppa_mailbot.running import defects, delivery, failing, follow_up
from soppa_mailbot.store import events, messages, outbox
from soppa_mailbot.store.outbox import Enclosure
from soppa_mailbot.store.tables import MessageRow, ReplyRow

log = logging.getLogger(__name__)

POLLED = "polled"  # mark: the last poll that went well
UNREAD_SINCE = "unread_since"  # mark: the first poll that failed since, and why
REFUSED_SINCE = "refused_since"  # mark: the first refusal of the login since it last worked
_REFUSED = "login_refused"
_REFUSED_WAITS = tuple(timedelta(minutes=m) for m in (5, 15, 60))


def run_once(bot: Bot) -> Tally:
    """One pass, for cron and for the daemon alike. The caller holds the process lock (`lock.held`).

    A broken mailbox or SMTP server is a line in `Tally.problems`; a broken store or machine raises StoreError
    or MachineError, and every mail waits.
    """
    tally = Tally()
    with bot.store.writing() as session:
        outbox.take_back(session, bot.clock(), bot.host)
    sending.begin(bot)
    defects.begin(bot, tally)
    if not tally.probing:
        defects.process_waiting(bot, tally)  # kept by a run that did not come to its end
    try:
        if _poll(bot, tally):
            with bot.store.writing() as session:
                events.set_mark(session, POLLED, bot.clock())
                events.clear_mark(session, UNREAD_SINCE)
                caught_up = not messages.waiting(session)
            if caught_up:  # else what a vendor sent may lie there unread
                follow_up.run(bot, tally)
                sending.run(bot, tally)
    except MailboxError as error:
        _trouble(tally, str(error))
        with bot.store.writing() as session:
            events.set_mark_once(session, UNREAD_SINCE, bot.clock(), str(error))
    delivery.deliver(bot, tally)
    with bot.store.reading() as session:
        tally.left = len(messages.waiting(session)) + outbox.waiting(session)
    return tally


def _poll(bot: Bot, tally: Tally) -> bool:
    """False when the mailbox was left alone."""
    box = _connect(bot, tally)
    if box is None:
        return False
    with box:
        bot.checkpoint("connected")
        here = box.uids()
        with bot.store.reading() as session:
            states = messages.known(session, box.name, box.uidvalidity, here)
        _file_away(bot, box, here)  # what an earlier run could not
        if tally.stopped:
            return True
        for batch in box.fetch([uid for uid in here if uid not in states]):
            bot.checkpoint("fetched")
            _keep(bot, box, batch, tally)
            defects.process_waiting(bot, tally)
            _file_away(bot, box, [mail.uid for mail in batch])
            delivery.deliver(bot, tally)
            if bot.stopping() or tally.stopped:
                break
        if tally.probing:
            defects.process_waiting(bot, tally)
    return True


def _connect(bot: Bot, tally: Tally) -> Mailbox | None:
    """The mailbox; None while a refused login must rest: a server that is asked again and again locks the account."""
    with bot.store.reading() as session:
        mark = events.mark(session, _REFUSED)
    tries = int(mark.value) if mark is not None else 0
    if mark is not None:
        again = mark.at + _REFUSED_WAITS[min(tries, len(_REFUSED_WAITS)) - 1]
        if bot.clock() < again:
            _trouble(
                tally,
                f"mailbox: the login was refused {tries} time(s); it is tried again after "
                f"{again:%Y-%m-%d %H:%M} UTC. Correct mailbox.username or its password; `check` tries at once",
            )
            return None
    try:
        box = mailbox.connect(bot.mailbox)
    except LoginRefusedError:
        with bot.store.writing() as session:
            events.set_mark(session, _REFUSED, bot.clock(), str(tries + 1))
            events.set_mark_once(session, REFUSED_SINCE, bot.clock())
        raise
    if mark is not None:
        with bot.store.writing() as session:
            events.clear_mark(session, _REFUSED)
            events.clear_mark(session, REFUSED_SINCE)
    return box


def _keep(bot: Bot, box: Mailbox, batch: Sequence[Fetched], tally: Tally) -> None:
    """Raw bytes to disk and a row for each, before anything is done with them."""
    names = [bot.store.files.keep(mail.raw) for mail in batch]
    bot.checkpoint("raw kept")
    with bot.store.writing() as session:
        known = messages.known(session, box.name, box.uidvalidity, [mail.uid for mail in batch])
        for mail, name in zip(batch, names, strict=True):
            if mail.uid in known:  # another machine was quicker
                continue
            row = messages.add(session, _row(bot, box, mail, name))
            if not mail.whole:
                reason = f"too large: {mail.size / 1e6:.1f} MB, mailbox.max_message_bytes allows "
                reason += f"{bot.mailbox.max_message_bytes / 1e6:.1f} MB; only its header was fetched"
                failing.put_aside(session, bot, row, reason)
                tally.failed += 1
            tally.new += 1
    bot.checkpoint("rows committed")


def _row(bot: Bot, box: Mailbox, mail: Fetched, name: str) -> MessageRow:
    header = fingerprint.header_fields(mail.raw)
    return MessageRow(
        mailbox=box.name,
        uidvalidity=box.uidvalidity,
        uid=mail.uid,
        message_id=messages.storable(header.get("message-id", "")),
        fingerprint=fingerprint.fingerprint(mail.raw),
        raw=name,
        size=mail.size,
        received=mail.received,
        stored=bot.clock(),
        state="new",
        attempts=0,
        sender=messages.storable(header.get("from", "")[:500]),
        subject=messages.storable(header.get("subject", "")[:500]),
        counts=False,
        disposition="",
        reason="",
    )


def _file_away(bot: Bot, box: Mailbox, uids: Sequence[int]) -> None:
    """Move what is done out of the folder; a UID that a person moved meanwhile is no error."""
    with bot.store.reading() as session:
        states = messages.known(session, box.name, box.uidvalidity, uids)
    for state, folder in (("processed", bot.mailbox.processed_folder), ("failed", bot.mailbox.failed_folder)):
        done = [uid for uid, known in states.items() if known == state]
        if done:
            box.file_away(done, folder)
            bot.checkpoint(f"filed {state}")


def queue_digest(bot: Bot, slot: datetime, mail: DigestMail, recipients: Sequence[str]) -> bool:
    """As `queue_digests`, where everybody gets the same."""
    return queue_digests(bot, slot, [(mail, recipients)])


def queue_digests(bot: Bot, slot: datetime, addressed: Sequence[tuple[DigestMail, Sequence[str]]]) -> bool:
    """Put the digests into the outbox, each for its recipients, once for each moment of the schedule.

    False when those of this slot are there already. Without any recipient only the slot is taken.
    """
    now = bot.clock()
    kept = [
        [Enclosure(bot.store.files.keep(f.data), f.name, f.content_type, f.content_id) for f in mail.files]
        for mail, _ in addressed
    ]
    with bot.store.writing() as session:
        if not events.add_digest(session, slot, now, sum(len(recipients) for _, recipients in addressed)):
            return False
        for (mail, recipient), files in (
            ((mail, one), files)
            for (mail, recipients), files in zip(addressed, kept, strict=True)
            for one in recipients
        ):
            name, email = parseaddr(recipient)
            row = ReplyRow(
                message_id=new_message_id(bot.message_id_domain),
                template="digest",
                to_name=name,
                to_email=email,
                subject=mail.subject,
                text=mail.text,
                html=mail.html,
                state="queued",
                created=now,
                next_attempt=now,
            )
            outbox.add(session, outbox.enclose(row, files))
    return True


def _trouble(tally: Tally, told: str) -> None:
    log.warning("%s", told)
    tally.problems.append(told)
