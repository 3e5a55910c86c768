"""One mail, from its stored bytes to the transaction that decides about it.

Reading is slow and happens outside the transaction; what follows from it (`deciding`) is quick and happens inside, so
that two mails of one conversation never judge past each other.
"""

from __future__ import annotations

import errno
import logging
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.core import sent_at
from soppa_mailbot.errors import MailbotError, StoreError
from soppa_mailbot.handling import deciding, examining
from soppa_mailbot.handling.bot import Bot, Tally
from soppa_mailbot.handling.deciding import Case
from soppa_mailbot.model import Address, Message
from soppa_mailbot.post import staff_mail
from soppa_mailbot.running import failing
from soppa_mailbot.staff import releasing
from soppa_mailbot.store import events, messages, submissions
from soppa_mailbot.store.tables import MessageRow

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 3  # a mail over which the process died this often is put aside
# Deaths closer together than this count as one: a machine that is being shut down, a service that is restarted again
# and again, says nothing about the mail that happened to be in hand. A mail that is deadly is as deadly a minute later.
APART = timedelta(minutes=1)
BEGUN = "begun"  # mark: the mail whose attempt was counted last, and when

_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM})


class MachineError(MailbotError):
    """This machine or installation is in trouble, not a mail: the mails wait."""

    temporary = True


def process(bot: Bot, pk: int, tally: Tally, *, probing: bool = False) -> str:
    """Process one kept mail: processed, duplicate, failed (put aside), left (`probing`: it failed, and is left as it
    was), "" when somebody else has it. Raises StoreError and MachineError: whatever else breaks is this mail's own
    matter, unless it breaks with every mail (`defects`)."""
    with bot.store.writing() as session:
        attempt = _begin(session, pk, bot.clock())
        if attempt > MAX_ATTEMPTS:
            why = f"the program died {MAX_ATTEMPTS} times over it"
            failing.put_aside(session, bot, messages.get(session, pk), why)
            tally.failed += 1
            return "failed"
    bot.checkpoint("begun")
    if attempt == 0:
        return ""
    try:
        done = _process(bot, pk)
    except Exception as error:
        if (trouble := _not_this_mails_fault(error)) is not None:
            with suppress(StoreError), bot.store.writing() as session:
                messages.get(session, pk).attempts -= 1
            raise trouble from error
        with bot.store.writing() as session:
            if probing:
                messages.get(session, pk).attempts -= 1
            else:
                why = f"the program failed on it: {error}"[:2000]
                failing.put_aside(session, bot, messages.get(session, pk), why)
        done = "left" if probing else "failed"
        log.exception("mail %s: %s", pk, "still fails" if probing else "goes to the failed folder")
    tally.processed += done == "processed"
    tally.duplicates += done == "duplicate"
    tally.failed += done == "failed"
    bot.checkpoint("decided")
    return done


def _begin(session: Session, pk: int, now: datetime) -> int:
    """Count an attempt before it is made; 0 when somebody else has the mail."""
    attempt = messages.begin(session, pk)
    last = events.mark(session, BEGUN)
    if attempt > 1 and last is not None and last.value == str(pk) and now - last.at < APART:
        messages.get(session, pk).attempts -= 1
        return attempt - 1
    if attempt:
        events.set_mark(session, BEGUN, now, str(pk))
    return attempt


def _not_this_mails_fault(error: BaseException) -> MailbotError | None:
    """The store or the machine is in trouble: every other mail would fail as well, so none may be put aside for it."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, StoreError):
            return cause
        if isinstance(cause, ImportError):
            return MachineError(f"soppa-mailbot is not installed completely ({cause}): install it anew")
        if isinstance(cause, OSError) and cause.errno in _MACHINE:
            return MachineError(f"the machine cannot do the work: {cause}; make room and it goes on by itself")
        cause = cause.__cause__
    return None


def _process(bot: Bot, pk: int) -> str:
    with bot.store.writing() as session:
        row = messages.get(session, pk)
        copy = messages.earlier_copy(session, row)
        if copy is not None:
            _link_copy(session, row, copy, bot.clock())
            return "duplicate"
    message = bot.core.parse(bot.store.files.read(row.raw))
    bot.checkpoint("parsed")
    wish = staff_mail.read(message, bot.staff)
    if wish is not None:
        with bot.store.writing() as session:
            row = messages.get(session, pk)
            if row.state == "new":
                _describe(row, message)
                releasing.carry_out(session, bot, row, message, wish)
        return "processed"
    with bot.store.reading() as session:
        answering = deciding.by_thread(session, bot, message).submission is not None
    received = sent_at(message, row.received)
    found = examining.examined(bot.core, message, bot.replies, received=received, answering=answering).findings
    case = Case(message, found, bot.core.judge((found,)))
    bot.checkpoint("examined")
    with bot.store.writing() as session:
        row = messages.get(session, pk)
        if row.state == "new":  # else another machine has decided it meanwhile
            _describe(row, message)
            row.findings = codec.dump(found)
            deciding.decide(session, bot, row, case)
    return "processed"


def _describe(row: MessageRow, message: Message) -> None:
    """What people are shown of a mail, now that it is parsed."""
    row.message_id, row.subject = messages.storable(message.message_id), messages.storable(message.subject)
    row.sender = messages.storable(_written(message.sender))


def _link_copy(session: Session, row: MessageRow, copy: int, now: datetime) -> None:
    """The same mail again: it belongs where the first one does, and nothing follows from it."""
    first = messages.get(session, copy)
    row.duplicate_of = copy
    messages.finish(row, "processed", now=now, disposition=first.disposition, reason="delivered before")
    submission = submissions.find_of(session, copy)
    if submission is not None:
        submissions.link(session, submission, row.id, "copy")
    events.record(session, "duplicate", now=now, submission=submission, message=row.id, data={"of": copy})


def _written(sender: Address) -> str:
    """`Name <address>` for people, whatever the mail made of it."""
    name = "".join(c for c in sender.name if c not in '<>"\\')
    return f"{name} <{sender.email}>" if name else sender.email
