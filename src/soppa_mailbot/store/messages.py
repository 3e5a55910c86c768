"""Queries about mails: kept, known, waiting, seen before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TypeVar

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from soppa_mailbot.store.tables import NEW, MessageRow, ReplyRow, SubmissionMessageRow

_CHUNK = 500  # bound parameters of one query

T = TypeVar("T")


def add(session: Session, row: MessageRow) -> MessageRow:
    """Keep a mail that is new in the mailbox."""
    session.add(row)
    session.flush()
    return row


def known(session: Session, mailbox: str, uidvalidity: int, uids: Collection[int]) -> dict[int, str]:
    """State of each of these UIDs that has a row. Costs by the folder's size, not the archive's."""
    states: dict[int, str] = {}
    for chunk in _chunks(sorted(uids)):
        query = select(MessageRow.uid, MessageRow.state).where(
            MessageRow.mailbox == mailbox, MessageRow.uidvalidity == uidvalidity, MessageRow.uid.in_(chunk)
        )
        states |= {row.uid: row.state for row in session.execute(query)}
    return states


def waiting(session: Session) -> list[int]:
    """Ids of the mails that were kept and not yet processed, oldest first."""
    return list(session.scalars(select(MessageRow.id).where(NEW).order_by(MessageRow.id)))


def latest(session: Session) -> datetime | None:
    """When the last mail was kept, whatever it was; None before the first."""
    return session.scalar(
        select(MessageRow.stored).where(MessageRow.id == select(func.max(MessageRow.id)).scalar_subquery())
    )


def get(session: Session, pk: int) -> MessageRow:
    return session.get_one(MessageRow, pk)


def named(session: Session, name: str) -> MessageRow | None:
    """The mail that a person names by its number or its Message-ID, with or without angle brackets."""
    bare = name.strip("<> ")
    if bare.isascii() and bare.isdecimal() and len(bare) < 10:
        row = session.get(MessageRow, int(bare))
    else:
        query = select(MessageRow).where(MessageRow.message_id.in_((f"<{bare}>", bare))) if bare else None
        row = session.scalar(query.order_by(MessageRow.id).limit(1)) if query is not None else None
    return session.get(MessageRow, row.duplicate_of) if row is not None and row.duplicate_of is not None else row


def begin(session: Session, pk: int) -> int:
    """Count an attempt, before it is made. The number of this one; 0 when somebody else was quicker."""
    counted = session.execute(
        update(MessageRow)
        .where(MessageRow.id == pk, MessageRow.state == "new")
        .values(attempts=MessageRow.attempts + 1)
        .returning(MessageRow.attempts)
    ).scalar()
    return counted or 0


def earlier_copy(session: Session, row: MessageRow) -> int | None:
    """The first mail with the same Message-ID and content that was kept before this one and did not fail."""
    query = (
        select(MessageRow.id)
        .where(
            MessageRow.fingerprint == row.fingerprint,
            MessageRow.message_id == row.message_id,
            MessageRow.id < row.id,
            MessageRow.duplicate_of.is_(None),
            MessageRow.state != "failed",
        )
        .order_by(MessageRow.id)
        .limit(1)
    )
    return session.scalar(query)


def owners(session: Session, message_ids: Collection[str]) -> dict[str, int]:
    """Which submission each Message-ID belongs to: ours that we sent in it, theirs that came in it."""
    found: dict[str, int] = {}
    for chunk in _chunks(sorted(message_ids)):
        theirs = (
            select(MessageRow.message_id, SubmissionMessageRow.submission_id)
            .join(SubmissionMessageRow, SubmissionMessageRow.message_pk == MessageRow.id)
            .where(MessageRow.message_id.in_(chunk))
            .order_by(MessageRow.id.desc(), SubmissionMessageRow.submission_id.desc())
        )
        ours = select(ReplyRow.message_id, ReplyRow.submission_id).where(
            ReplyRow.message_id.in_(chunk), ReplyRow.submission_id.is_not(None)
        )
        for message_id, submission in [*session.execute(theirs), *session.execute(ours)]:
            found[message_id] = submission
    return found


def storable(text: str) -> str:
    """Text that every database takes: PostgreSQL has no NUL, and none has half a surrogate pair."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def finish(row: MessageRow, state: str, *, now: datetime, disposition: str = "", reason: str = "") -> None:
    """Processed or failed: this mail is never begun again."""
    row.state, row.done, row.disposition, row.reason = state, now, disposition, storable(reason)


def _chunks(values: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
