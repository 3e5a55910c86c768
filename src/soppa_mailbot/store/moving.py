"""What belongs to one submission is given to another. Bulk updates; the caller's transaction holds them together."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session, aliased

from soppa_mailbot.store import submissions
from soppa_mailbot.store.tables import (
    MessageRow,
    ReplyRow,
    SubmissionAddressRow,
    SubmissionMessageRow,
    SubmissionRow,
)


def linked(session: Session, submission: int) -> list[MessageRow]:
    """Every mail of a submission, second deliveries too, oldest first."""
    query = (
        select(MessageRow)
        .join(SubmissionMessageRow, SubmissionMessageRow.message_pk == MessageRow.id)
        .where(SubmissionMessageRow.submission_id == submission)
        .order_by(MessageRow.id)
    )
    return list(session.scalars(query))


def messages(session: Session, origin: int, target: int) -> None:
    session.execute(
        update(SubmissionMessageRow).where(SubmissionMessageRow.submission_id == origin).values(submission_id=target)
    )


def some_messages(session: Session, origin: int, target: int, message_pks: Collection[int]) -> None:
    session.execute(
        update(SubmissionMessageRow)
        .where(SubmissionMessageRow.submission_id == origin, SubmissionMessageRow.message_pk.in_(sorted(message_pks)))
        .values(submission_id=target)
    )


def replies(session: Session, origin: int, target: int) -> None:
    session.execute(update(ReplyRow).where(ReplyRow.submission_id == origin).values(submission_id=target))


def replies_to(session: Session, origin: int, target: int, message_pks: Collection[int]) -> None:
    """The answers to these mails, so that what is written in their threads finds its way."""
    session.execute(
        update(ReplyRow)
        .where(ReplyRow.submission_id == origin, ReplyRow.answers.in_(sorted(message_pks)))
        .values(submission_id=target)
    )


def addresses(session: Session, origin: int, target: int) -> None:
    """Who wrote in `origin` is known in `target` as well; an address that did not take our mail stays marked."""
    theirs = list(session.scalars(select(SubmissionAddressRow).where(SubmissionAddressRow.submission_id == origin)))
    known = set(session.scalars(select(SubmissionAddressRow.email).where(SubmissionAddressRow.submission_id == target)))
    submissions.add_addresses(session, target, [row.email for row in theirs if row.email not in known])
    for row in theirs:
        if row.bounced is not None and row.email not in known:
            submissions.mark_bounced(session, target, [row.email], row.bounced)


def merged(session: Session, origin: int, target: int) -> None:
    """What was merged into `origin` before leads to `target` now."""
    session.execute(update(SubmissionRow).where(SubmissionRow.merged_into == origin).values(merged_into=target))


def shared(
    session: Session, origin: int, target: int
) -> list[tuple[MessageRow, SubmissionMessageRow, SubmissionMessageRow]]:
    """Mails whose files a person parted between the two: the mail, its link to `origin`, its link to `target`."""
    theirs, ours = aliased(SubmissionMessageRow), aliased(SubmissionMessageRow)
    query = (
        select(MessageRow, theirs, ours)
        .join(theirs, theirs.message_pk == MessageRow.id)
        .join(ours, ours.message_pk == MessageRow.id)
        .where(theirs.submission_id == origin, ours.submission_id == target)
        .order_by(MessageRow.id)
    )
    return [(row, link, other) for row, link, other in session.execute(query)]
