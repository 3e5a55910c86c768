"""A submission's verdict as it stands: how it is kept, and the answer that goes with it.

Shared by what a mail brings (`deciding`) and by what a person decides (`people`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.handling.bot import Bot, new_message_id
from soppa_mailbot.judging import conversation
from soppa_mailbot.judging.left_empty import left_empty
from soppa_mailbot.judging.left_empty_copies import copies_in
from soppa_mailbot.judging.left_empty_told import Seen
from soppa_mailbot.model import Disposition, Findings, Item, Kind, Reply, Status, Verdict
from soppa_mailbot.store import copies, decisions, messages, standing, submissions
from soppa_mailbot.store.tables import ReplyRow, SubmissionRow

_COPIES = 60  # mails, at most, of which copies are held against each other before an answer


def judged(session: Session, bot: Bot, submission: SubmissionRow) -> Verdict | None:
    """The verdict on all that is kept of a submission, with what people decided; None when nothing in it counts."""
    history = submissions.history(session, submission.id)
    if not history:
        return None
    decided = standing.of_submission(session, submission.id)
    return with_doubt(bot.core.judge(history, decided, in_vain(session, bot, history)), submission.doubt)


def in_vain(session: Session, bot: Bot, history: Sequence[Findings]) -> tuple[Seen, ...]:
    """The places that operators leave empty, by the copies that are known and those of `history`."""
    if not any(form.open or form.unsigned for found in history for form in found.forms):
        return ()
    blanks = bot.core.district.blanks
    known = copies.known(session, blanks, bot.clock(), at_most=_COPIES)
    return left_empty((*known, *(c for found in history for c in copies_in(found))), blanks)


def with_doubt(verdict: Verdict, doubt: str) -> Verdict:
    """A doubt beside the papers themselves: a person must decide, whatever they say."""
    if not doubt:
        return verdict
    return replace(verdict, disposition=Disposition.REVIEW, reasons=(*verdict.reasons, doubt))


def keep(submission: SubmissionRow, verdict: Verdict, now: datetime, *, state: str) -> None:
    """The submission's row says what the verdict says."""
    if state != submission.state:
        submission.state, submission.since = state, now
    deadline = verdict.item(Item.DEADLINE)
    received = deadline is not None and deadline.status is Status.RECEIVED and deadline.value
    submission.deadline = datetime.fromisoformat(deadline.value[0]).date() if deadline and received else None
    submission.verdict, submission.disposition = codec.dump(verdict), verdict.disposition
    submission.vendor = messages.storable(verdict.vendor_name)
    submission.product = messages.storable(verdict.product or submission.product or "")
    submission.updated = now


def state_of(verdict: Verdict) -> str:
    """The state that a verdict leads to by itself."""
    return conversation.state_for(verdict.disposition, "")


def withdraw_overtaken(session: Session, submission: SubmissionRow, verdict: Verdict, now: datetime) -> None:
    """Answers that have not gone out and say something else than this verdict are never sent."""
    if submission.answered == verdict_key(verdict):
        return
    if decisions.supersede(session, submission.id, why="overtaken by a newer verdict", now=now):
        submission.answered = ""


def verdict_key(verdict: Verdict) -> str:
    """What a vendor is told by a verdict, as a digest: the same twice is not mailed twice."""
    told = [
        verdict.disposition,
        [(i.item, i.status, i.detail, i.value, i.open, i.unsigned) for i in verdict.items],
        sorted((a.filename, a.detail) for a in verdict.attachments if a.kind is Kind.UNREADABLE),
        verdict.cloud_links,
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def brought_earlier(session: Session, submission: int, newest: Findings) -> tuple[str, ...]:
    """Names of the files that earlier mails of the conversation brought, "body" for what stood in their words, and
    "body:deadline", "body:locations", "body:order_form" for what of it the newest does not say itself."""
    earlier = submissions.history(session, submission)[:-1]
    names = {paper.filename for found in earlier for paper in found.papers} - {p.filename for p in newest.papers}
    if any(_said(found) for found in earlier) and not _said(newest):
        names.add("body")
    names |= {f"body:{item.value}" for item in said_earlier(earlier, newest)}
    return tuple(sorted(names))


def said_earlier(earlier: Sequence[Findings], newest: Findings) -> set[Item]:
    """What stood in the words of earlier mails, and does not stand in those of the newest."""
    return {item for found in earlier for item in _said(found)} - _said(newest)


def _said(found: Findings) -> set[Item]:
    """What stood in the mail's own words."""
    told = {Item.LOCATIONS for source, f in found.locations if source == "body" and f.status is not Status.MISSING}
    told |= {Item.DEADLINE for source, f in found.deadlines if source == "body" and f.status is not Status.MISSING}
    in_words = any(p.kind is Kind.ORDER_FORM and p.filename == "body" for p in found.papers)
    return told | ({Item.ORDER_FORM} if in_words else set())


def reply_row(bot: Bot, message_pk: int | None, submission: int, reply: Reply, held: str) -> ReplyRow:
    """An answer as the outbox keeps it, or (without a message) a reminder; `held` says why it waits for a person."""
    now = bot.clock()
    return ReplyRow(
        submission_id=submission,
        answers=message_pk,
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
