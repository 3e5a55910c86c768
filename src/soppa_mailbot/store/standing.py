"""Queries about what people decided of items and files, and what stands of it today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.model import Decision, Override, Reclassified
from soppa_mailbot.store.tables import DecisionRow

OVERRIDE, RECLASSIFY = "override", "reclassify"


def of_submission(session: Session, submission: int) -> tuple[Decision, ...]:
    """What stands, oldest first."""
    query = select(DecisionRow).where(DecisionRow.submission_id == submission, DecisionRow.ended.is_(None))
    return tuple(_decision(row) for row in session.scalars(query.order_by(DecisionRow.id)))


def _decision(row: DecisionRow) -> Decision:
    if row.kind == OVERRIDE:
        return codec.load(Override, row.decision)
    return codec.load(Reclassified, row.decision)


def override(session: Session, submission: int, decision: Override) -> None:
    """This word on the item stands; an earlier one about it ends."""
    end_override(session, submission, decision.item, decision.at)
    _add(session, submission, OVERRIDE, str(decision.item), decision, None)


def reclassify(session: Session, submission: int, message_pk: int, decision: Reclassified) -> None:
    """This word on the file stands; an earlier one about it ends."""
    _end(session, submission, RECLASSIFY, decision.document, decision.at, message_pk)
    _add(session, submission, RECLASSIFY, decision.document, decision, message_pk)


def end_override(session: Session, submission: int, item: str, now: datetime) -> int:
    """Take back the word on an item. How many there were: 0 or 1."""
    return _end(session, submission, OVERRIDE, item, now, None)


def move(session: Session, origin: int, target: int, now: datetime) -> None:
    """All that stands in `origin` stands in `target` from now on; on an item that both decided, the later word."""
    theirs = {row.subject: row for row in _standing(session, origin, OVERRIDE)}
    for row in _standing(session, target, OVERRIDE):
        other = theirs.get(row.subject)
        if other is not None:
            (row if row.at <= other.at else other).ended = now
    session.flush()
    session.execute(update(DecisionRow).where(DecisionRow.submission_id == origin).values(submission_id=target))


def move_files(
    session: Session, origin: int, target: int, message_pks: list[int], documents: Collection[str] | None = None
) -> None:
    """What was said of the files of these mails goes with them; of these files alone where they are named."""
    query = update(DecisionRow).where(DecisionRow.submission_id == origin, DecisionRow.message_pk.in_(message_pks))
    if documents is not None:
        query = query.where(DecisionRow.subject.in_(sorted(documents)))
    session.execute(query.values(submission_id=target))


def _standing(session: Session, submission: int, kind: str) -> list[DecisionRow]:
    query = select(DecisionRow).where(
        DecisionRow.submission_id == submission, DecisionRow.kind == kind, DecisionRow.ended.is_(None)
    )
    return list(session.scalars(query))


def _add(
    session: Session, submission: int, kind: str, subject: str, decision: Decision, message_pk: int | None
) -> None:
    session.add(
        DecisionRow(
            submission_id=submission,
            kind=kind,
            subject=subject,
            message_pk=message_pk,
            decision=codec.dump(decision),
            at=decision.at,
        )
    )
    session.flush()


def _end(session: Session, submission: int, kind: str, subject: str, now: datetime, message_pk: int | None) -> int:
    query = update(DecisionRow).where(
        DecisionRow.submission_id == submission,
        DecisionRow.kind == kind,
        DecisionRow.subject == subject,
        DecisionRow.ended.is_(None),
    )
    if message_pk is not None:
        query = query.where(DecisionRow.message_pk == message_pk)
    return len(session.execute(query.values(ended=now).returning(DecisionRow.id)).all())
