"""One mail, from its stored bytes to what is decided about it, committed at once.

Reading is slow and happens outside the transaction; joining, judging and composing are quick and happen inside it, so
that two mails of one conversation never judge past each other.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import formataddr

from sqlalchemy.orm import Session

from soppa_mailbot import codec, conversation, holding
from soppa_mailbot.bot import Bot, Tally, new_message_id
from soppa_mailbot.bounces import read_bounce
from soppa_mailbot.conversation import NOWHERE, Join
from soppa_mailbot.core import day_in, sent_at
from soppa_mailbot.errors import MailbotError, StoreError
from soppa_mailbot.mail.manners import History, reply_address
from soppa_mailbot.model import Disposition, Findings, Item, Kind, Message, Reply, Status, Verdict
from soppa_mailbot.store import events, messages, outbox, submissions
from soppa_mailbot.store.tables import MessageRow, ReplyRow, SubmissionRow

_WINDOW = timedelta(days=1)  # of the caps

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 3  # a mail over which the process died this often is put aside


_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM})


class MachineError(MailbotError):
    """This machine or installation is in trouble, not a mail: the mails wait."""

    temporary = True


@dataclass(frozen=True, slots=True)
class _Case:
    """One mail after reading, before deciding."""

    message: Message
    found: Findings
    alone: Verdict  # judged by itself


def process(bot: Bot, pk: int, tally: Tally) -> None:
    """Process one kept mail. Raises StoreError and MachineError: whatever else breaks is this mail's own matter."""
    with bot.store.writing() as session:
        attempt = messages.begin(session, pk)
        if attempt > MAX_ATTEMPTS:
            shunt(session, messages.get(session, pk), f"the program died {MAX_ATTEMPTS} times over it", bot.clock())
            tally.failed += 1
            return
    bot.checkpoint("begun")
    if attempt == 0:
        return
    try:
        done = _process(bot, pk)
    except Exception as error:
        if (trouble := _not_this_mails_fault(error)) is not None:
            with suppress(StoreError), bot.store.writing() as session:
                messages.get(session, pk).attempts -= 1
            raise trouble from error
        log.exception("mail %s goes to the failed folder", pk)
        with bot.store.writing() as session:
            shunt(session, messages.get(session, pk), f"the program failed on it: {error}"[:2000], bot.clock())
        done = "failed"
    tally.processed += done == "processed"
    tally.duplicates += done == "duplicate"
    tally.failed += done == "failed"
    bot.checkpoint("decided")


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


def shunt(session: Session, row: MessageRow, reason: str, now: datetime) -> None:
    """To the failed folder: kept, shown to staff, never begun again unless a person moves it back into the inbox."""
    messages.finish(row, "failed", now=now, reason=reason)
    events.record(session, "failed", now=now, why=reason, message=row.id)


def _process(bot: Bot, pk: int) -> str:
    with bot.store.writing() as session:
        row = messages.get(session, pk)
        copy = messages.earlier_copy(session, row)
        if copy is not None:
            _link_copy(session, row, copy, bot.clock())
            return "duplicate"
    message = bot.core.parse(bot.store.files.read(row.raw))
    bot.checkpoint("parsed")
    with bot.store.reading() as session:
        answering = _by_thread(session, bot, message).submission is not None
    found = bot.core.examine(
        message,
        received=sent_at(message, row.received),
        withheld=holding.withheld_because(message, bot.replies, bot.core.district),
        answering=answering,
    ).findings
    case = _Case(message, found, bot.core.judge((found,)))
    bot.checkpoint("examined")
    with bot.store.writing() as session:
        row = messages.get(session, pk)
        if row.state == "new":  # else another machine has decided it meanwhile
            row.message_id, row.subject = message.message_id, message.subject
            row.sender = formataddr((message.sender.name, message.sender.email), charset="utf-8")
            row.findings = codec.dump(found)
            _decide(session, bot, row, case)
    return "processed"


def _link_copy(session: Session, row: MessageRow, copy: int, now: datetime) -> None:
    """The same mail again: it belongs where the first one does, and nothing follows from it."""
    first = messages.get(session, copy)
    row.duplicate_of = copy
    messages.finish(row, "processed", now=now, disposition=first.disposition, reason="delivered before")
    submission = submissions.find_of(session, copy)
    if submission is not None:
        submissions.link(session, submission, row.id, "copy")
    events.record(session, "duplicate", now=now, submission=submission, message=row.id, data={"of": copy})


def _decide(session: Session, bot: Bot, row: MessageRow, case: _Case) -> None:
    """Everything that follows from one mail, in the transaction at hand."""
    now, found = bot.clock(), case.found
    join = _by_thread(session, bot, case.message)
    if found.ignored:
        _note_bounce(session, case.message, now)
    if not conversation.contributes(found) or (join is NOWHERE and not _opens(case)):
        if join.submission is not None:
            submissions.link(session, join.submission, row.id, join.how)
        disposition = case.alone.disposition
        if disposition not in (Disposition.IGNORED, Disposition.INQUIRY):
            disposition = Disposition.INQUIRY
        reason = "; ".join(case.alone.reasons) or found.no_reply
        messages.finish(row, "processed", now=now, disposition=disposition, reason=reason)
        events.record(session, str(disposition), now=now, why=reason, submission=join.submission, message=row.id)
        return
    if join is NOWHERE:
        join = conversation.by_product(found, submissions.open_of_sender(session, found.sender.email))
    submission, verdict = _judge_into(session, bot, row, case, join)
    reason = _answer(session, bot, row, case, submission, verdict)
    if submission.state == "waiting_vendor" and not submission.answered:
        _hand_over(submission, verdict, f"no answer went out: {reason}", now)
    messages.finish(row, "processed", now=now, disposition=verdict.disposition, reason=reason)
    events.record(
        session,
        "judged",
        now=now,
        why="; ".join(verdict.reasons),
        submission=submission.id,
        message=row.id,
        data={
            "disposition": verdict.disposition,
            "state": submission.state,
            "how": join.how or "started",
            "unanswered": reason,
        },
    )


def _opens(case: _Case) -> bool:
    return conversation.starts(case.found, case.alone) or case.found.intent == "withdrawal"


def _by_thread(session: Session, bot: Bot, message: Message) -> Join:
    join = conversation.by_thread(message, messages.owners(session, conversation.thread_ids(message)))
    if join is not NOWHERE:
        return join
    named = submissions.by_tokens(session, conversation.tokens(message.subject))
    return conversation.by_token(message, named, own_domains=bot.core.district.domains)


def _judge_into(session: Session, bot: Bot, row: MessageRow, case: _Case, join: Join) -> tuple[SubmissionRow, Verdict]:
    """The submission with this mail's evidence in it, and its new verdict."""
    now = bot.clock()
    row.counts = True
    before = submissions.history(session, join.submission) if join.submission is not None else ()
    verdict = bot.core.judge((*before, case.found)) if before else case.alone
    if join.doubt:
        verdict = replace(verdict, disposition=Disposition.REVIEW, reasons=(*verdict.reasons, join.doubt))
    if join.submission is None:
        submission = submissions.add(
            session,
            SubmissionRow(
                token=bot.token(),
                state="",
                disposition="",
                verdict="",
                answered="",
                created=now,
                updated=now,
                since=now,
            ),
        )
    else:
        submission = submissions.get(session, join.submission)
    submissions.link(session, submission.id, row.id, join.how or "started")
    domains = bot.core.district.domains
    writers = [
        e for e in (case.found.sender.email, case.found.vendor_email) if e.rpartition("@")[2].casefold() not in domains
    ]
    submissions.add_addresses(session, submission.id, writers)
    _update(submission, verdict, now)
    session.flush()
    return submission, verdict


def _update(submission: SubmissionRow, verdict: Verdict, now: datetime) -> None:
    state = conversation.state_for(verdict.disposition, submission.state)
    if state != submission.state:
        submission.state, submission.since = state, now
    deadline = verdict.item(Item.DEADLINE)
    received = deadline is not None and deadline.status is Status.RECEIVED and deadline.value
    submission.deadline = datetime.fromisoformat(deadline.value[0]).date() if deadline and received else None
    submission.verdict, submission.disposition = codec.dump(verdict), verdict.disposition
    submission.vendor, submission.product = verdict.vendor_name, verdict.product or submission.product or ""
    submission.updated = now


def _hand_over(submission: SubmissionRow, verdict: Verdict, reason: str, now: datetime) -> None:
    """The vendor does not know that we wait: a person must tell them, or decide what else to do."""
    submission.state, submission.since = "review", now
    submission.verdict = codec.dump(replace(verdict, reasons=(*verdict.reasons, reason)))


def _answer(
    session: Session, bot: Bot, row: MessageRow, case: _Case, submission: SubmissionRow, verdict: Verdict
) -> str:
    """Put the answer into the outbox. Why none goes out by itself, "" when one does."""
    message, found = case.message, case.found
    if found.no_reply:
        return found.no_reply
    if submission.state == "review":
        return "a person decides: " + "; ".join(verdict.reasons)
    key = verdict_key(verdict)
    if submission.answered == key:
        return "nothing has changed since the last answer"
    today = day_in(bot.core.district, sent_at(message, row.received))
    earlier = _brought_earlier(session, submission.id, found)
    reply = bot.core.compose(verdict, message, today=today, token=f"SOPPA-{submission.token}", earlier=earlier)
    if not isinstance(reply, Reply):
        return reply.reason
    held = holding.held_because(
        message,
        found,
        verdict,
        bot.replies,
        bot.core.district,
        history=_history(session, bot, message, submission.id),
        known_sender=submissions.known_sender(session, found.sender.email, submission.id),
    )
    outbox.add(session, _reply_row(bot, row, submission, reply, held))
    submission.answered = key
    return f"held: {held}" if held else ""


def _reply_row(bot: Bot, row: MessageRow, submission: SubmissionRow, reply: Reply, held: str) -> ReplyRow:
    now = bot.clock()
    return ReplyRow(
        submission_id=submission.id,
        answers=row.id,
        message_id=new_message_id(bot.message_id_domain),
        in_reply_to=reply.in_reply_to,
        references=" ".join(reply.references),
        template=reply.template,
        to_name=reply.to.name,
        to_email=reply.to.email,
        subject=reply.subject,
        text=reply.text,
        html=reply.html,
        state="held" if held else "queued",
        held=held,
        created=now,
        next_attempt=now,
    )


def _brought_earlier(session: Session, submission: int, newest: Findings) -> tuple[str, ...]:
    """Names of the files that earlier mails of the conversation brought, "body" for what stood in their words."""
    earlier = submissions.history(session, submission)[:-1]
    names = {paper.filename for found in earlier for paper in found.papers} - {p.filename for p in newest.papers}
    if any(_said(found) for found in earlier) and not _said(newest):
        names.add("body")
    return tuple(sorted(names))


def _said(found: Findings) -> bool:
    """A place or a date stood in the mail's own words."""
    told = [f.status for source, f in found.locations if source == "body"]
    told += [f.status for source, f in found.deadlines if source == "body"]
    return any(status is not Status.MISSING for status in told)


def verdict_key(verdict: Verdict) -> str:
    """What a vendor is told by a verdict, as a digest: the same twice is not mailed twice."""
    told = [
        verdict.disposition,
        [(i.item, i.status, i.detail, i.value, i.open, i.unsigned) for i in verdict.items],
        sorted((a.filename, a.detail) for a in verdict.attachments if a.kind is Kind.UNREADABLE),
        verdict.cloud_links,
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def _note_bounce(session: Session, message: Message, now: datetime) -> None:
    """Our answer came back: the vendor has not heard of us, so the same answer may go to another address."""
    bounce = read_bounce(message)
    if bounce is None:
        return
    rows = outbox.by_message_ids(session, bounce.message_ids)
    if not rows and bounce.recipients:
        latest = outbox.latest_to(session, bounce.recipients)
        rows = [latest] if latest is not None else []
    for reply in rows:
        reply.bounced = True
        reply.last_error = f"came back: {message.subject}"[:500]
        if reply.submission_id is None:
            continue
        submission = submissions.get(session, reply.submission_id)
        submission.answered = ""
        submissions.mark_bounced(session, submission.id, {reply.to_key, *bounce.recipients}, now)
        events.record(
            session,
            "bounced",
            now=now,
            why=f"{reply.to_email} did not take our answer",
            submission=submission.id,
            data={"reply": reply.message_id},
        )


def _history(session: Session, bot: Bot, message: Message, submission: int | None) -> History:
    """Answers of the last day, as the caps count them."""
    to = reply_address(message, frozenset(bot.core.district.domains)) or message.sender
    return History(*outbox.count_since(session, bot.clock() - _WINDOW, email=to.email, submission=submission))
