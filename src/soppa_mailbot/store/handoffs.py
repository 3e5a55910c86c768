"""Queries about packets for the District's offices: whose turn it is, what went out, what has changed since."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.judging.conversation import OVER_STATES
from soppa_mailbot.model import Verdict
from soppa_mailbot.store.outbox import TO_VENDORS
from soppa_mailbot.store.tables import (
    HANDING,
    EventRow,
    HandoffRow,
    MessageRow,
    ReplyRow,
    SubmissionMessageRow,
    SubmissionRow,
)

COMPLETE = "waiting_district"  # the state of a submission in which nothing is asked of the vendor any more


@dataclass(frozen=True, slots=True)
class Changed:
    """A submission that says something else than its packet."""

    submission: int
    product: str
    vendor: str
    token: str
    handed: datetime
    noted: datetime
    reasons: tuple[str, ...] = ()  # of its verdict: why a person must decide


def due(session: Session, dispositions: Collection[str], since: datetime) -> list[int]:
    """Complete submissions that no packet went out for, oldest first: those that became complete after `since`.

    While an answer to the vendor waits for a person, the packet waits too: what that person corrects, no office
    should have heard otherwise.
    """
    held = exists().where(
        ReplyRow.submission_id == SubmissionRow.id, ReplyRow.state == "held", ReplyRow.template.in_(TO_VENDORS)
    )
    query = (
        select(SubmissionRow.id)
        .where(HANDING, SubmissionRow.state == COMPLETE, SubmissionRow.disposition.in_(list(dispositions)))
        .where(SubmissionRow.since >= since, SubmissionRow.merged_into.is_(None), ~held)
        .order_by(SubmissionRow.id)
    )
    found = list(session.scalars(query))
    if not found:
        return []
    # the packet of what a person merged into it is its packet too; looked for only when something is due
    merged = select(SubmissionRow.merged_into).where(
        SubmissionRow.merged_into.in_(found), exists().where(HandoffRow.submission_id == SubmissionRow.id)
    )
    had = set(session.scalars(merged))
    return [number for number in found if number not in had]


def of_submission(session: Session, submission: int) -> list[HandoffRow]:
    """Its packets, oldest first."""
    query = select(HandoffRow).where(HandoffRow.submission_id == submission).order_by(HandoffRow.id)
    return list(session.scalars(query))


def add(session: Session, row: HandoffRow) -> HandoffRow:
    """Keep that a packet went out, or is about to."""
    session.get_one(SubmissionRow, row.submission_id).handed = True
    session.add(row)
    session.flush()
    return row


def touched(session: Session, since: datetime) -> list[SubmissionRow]:
    """Submissions with a packet that were changed at `since` or later. Costs by what changed, not by the archive."""
    query = (
        select(SubmissionRow)
        .where(SubmissionRow.updated >= since, SubmissionRow.handed)
        .order_by(SubmissionRow.updated)
    )
    return list(session.scalars(query))


def latest_change(session: Session) -> datetime | None:
    """When any submission was last changed."""
    return session.scalar(select(func.max(SubmissionRow.updated)))


def changed_since(session: Session, moment: datetime) -> tuple[Changed, ...]:
    """What was noted to have changed after a moment, one line a submission; what is over asks for nothing."""
    query = (
        select(HandoffRow, SubmissionRow)
        .join(SubmissionRow, SubmissionRow.id == HandoffRow.submission_id)
        .where(
            HandoffRow.changed > moment, SubmissionRow.state.not_in(OVER_STATES), SubmissionRow.merged_into.is_(None)
        )
    )
    found = {
        s.id: Changed(
            s.id,
            s.product,
            s.vendor,
            s.token,
            h.created,
            h.changed or h.created,
            codec.load(Verdict, s.verdict).reasons,
        )
        for h, s in sorted(session.execute(query), key=lambda pair: pair[0].id)
    }
    return tuple(found.values())


def mails(session: Session, submission: int) -> Sequence[MessageRow]:
    """Every mail of a submission but second deliveries, oldest first."""
    query = (
        select(MessageRow)
        .join(SubmissionMessageRow, SubmissionMessageRow.message_pk == MessageRow.id)
        .where(SubmissionMessageRow.submission_id == submission, MessageRow.duplicate_of.is_(None))
        .order_by(MessageRow.id)
    )
    return list(session.scalars(query))


def answers(session: Session, submission: int) -> Sequence[ReplyRow]:
    """What was sent to the vendor in a submission, oldest first."""
    query = (
        select(ReplyRow)
        .where(ReplyRow.submission_id == submission, ReplyRow.state == "sent", ReplyRow.template.in_(TO_VENDORS))
        .order_by(ReplyRow.id)
    )
    return list(session.scalars(query))


def decided(session: Session, submission: int) -> Sequence[EventRow]:
    """What people decided about a submission, oldest first."""
    words = ("override", "reclassified", "merged", "split", "attached", "rejudged")
    query = select(EventRow).where(EventRow.submission_id == submission, EventRow.what.in_(words)).order_by(EventRow.id)
    return list(session.scalars(query))
