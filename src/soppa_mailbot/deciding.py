"""What follows from one mail that was read: where it belongs, the new verdict, the answer. All in one transaction."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from soppa_mailbot import codec, conversation, holding
from soppa_mailbot.bot import Bot, new_message_id
from soppa_mailbot.bounces import read_bounce
from soppa_mailbot.conversation import NOWHERE, Join
from soppa_mailbot.core import day_in, sent_at
from soppa_mailbot.mail.manners import History, reply_address
from soppa_mailbot.model import Disposition, Findings, Item, Kind, Message, Reply, Status, Verdict
from soppa_mailbot.store import events, messages, outbox, submissions
from soppa_mailbot.store.tables import MessageRow, ReplyRow, SubmissionRow

_WINDOW = timedelta(days=1)  # of the caps


@dataclass(frozen=True, slots=True)
class Case:
    """One mail after reading, before deciding."""

    message: Message
    found: Findings
    alone: Verdict  # judged by itself


def decide(session: Session, bot: Bot, row: MessageRow, case: Case) -> None:
    """Everything that follows from one mail, in the transaction at hand."""
    now, found = bot.clock(), case.found
    join = by_thread(session, bot, case.message)
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


def _opens(case: Case) -> bool:
    return conversation.starts(case.found, case.alone) or case.found.intent == "withdrawal"


def by_thread(session: Session, bot: Bot, message: Message) -> Join:
    """Where the thread or the token says that a mail belongs; known before it is read."""
    join = conversation.by_thread(message, messages.owners(session, conversation.thread_ids(message)))
    if join is not NOWHERE:
        return join
    named = submissions.by_tokens(session, conversation.tokens(message.subject))
    return conversation.by_token(message, named, own_domains=bot.core.district.domains)


def _judge_into(session: Session, bot: Bot, row: MessageRow, case: Case, join: Join) -> tuple[SubmissionRow, Verdict]:
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
    submission.vendor = messages.storable(verdict.vendor_name)
    submission.product = messages.storable(verdict.product or submission.product or "")
    submission.updated = now


def _hand_over(submission: SubmissionRow, verdict: Verdict, reason: str, now: datetime) -> None:
    """The vendor does not know that we wait: a person must tell them, or decide what else to do."""
    submission.state, submission.since = "review", now
    submission.verdict = codec.dump(replace(verdict, reasons=(*verdict.reasons, reason)))


def _answer(
    session: Session, bot: Bot, row: MessageRow, case: Case, submission: SubmissionRow, verdict: Verdict
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
