"""One submission with all that is known of it, for `show`: frozen values, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from soppa_mailbot.model import Decision, Findings
from soppa_mailbot.store import decisions, evidence, standing, views
from soppa_mailbot.store.tables import EventRow, MessageRow, SubmissionMessageRow, SubmissionRow
from soppa_mailbot.store.views import SubmissionView


@dataclass(frozen=True, slots=True)
class Mail:
    number: int  # what `split` and `reclassify` name it by
    message_id: str
    sender: str
    subject: str
    received: datetime
    state: str  # new | processed | failed
    disposition: str
    reason: str  # why nothing was answered
    how: str  # started | thread | token | product | bounce | copy | attached
    counts: bool  # belongs to the evidence
    again: bool  # a second delivery
    findings: Findings | None  # of the files that count here
    parted: bool = False  # a person let only some of its files count here


@dataclass(frozen=True, slots=True)
class Happening:
    at: datetime
    who: str
    what: str
    why: str
    data: str  # JSON object
    submission: int  # one that was merged into the one shown, or itself


@dataclass(frozen=True, slots=True)
class Detail:
    view: SubmissionView
    doubt: str
    mails: tuple[Mail, ...]  # oldest first
    happenings: tuple[Happening, ...]  # oldest first
    decisions: tuple[Decision, ...]  # what stands
    merged: tuple[int, ...]  # submissions that were merged into this one


def of(session: Session, number: int) -> Detail:
    """Raises UsageError when there is no such submission, or it was merged into another."""
    row = decisions.get(session, number)
    merged = tuple(session.scalars(select(SubmissionRow.id).where(SubmissionRow.merged_into == number)))
    return Detail(
        view=views.submissions(session, ids=(number,))[0],
        doubt=row.doubt,
        mails=_mails(session, number),
        happenings=_happenings(session, (number, *merged)),
        decisions=standing.of_submission(session, number),
        merged=merged,
    )


def _mails(session: Session, number: int) -> tuple[Mail, ...]:
    query = (
        select(MessageRow, SubmissionMessageRow)
        .join(SubmissionMessageRow, SubmissionMessageRow.message_pk == MessageRow.id)
        .where(SubmissionMessageRow.submission_id == number)
        .order_by(MessageRow.id)
    )
    return tuple(
        Mail(
            number=row.id,
            message_id=row.message_id,
            sender=row.sender,
            subject=row.subject,
            received=row.received,
            state=row.state,
            disposition=row.disposition,
            reason=row.reason,
            how=link.how,
            counts=row.counts,
            again=row.duplicate_of is not None,
            findings=evidence.found(row, link),
            parted=evidence.selection(link) is not None,
        )
        for row, link in session.execute(query)
    )


def _happenings(session: Session, numbers: tuple[int, ...]) -> tuple[Happening, ...]:
    query = select(EventRow).where(EventRow.submission_id.in_(numbers)).order_by(EventRow.at, EventRow.id)
    return tuple(Happening(e.at, e.who, e.what, e.why, e.data, e.submission_id or 0) for e in session.scalars(query))
