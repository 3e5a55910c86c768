"""The log of what happened, digests that went out, and small marks between runs.

The words of `what`: judged, duplicate, inquiry, ignored, failed (mails); sent, delivery_delayed, delivery_failed,
bounced, overtaken (answers); released, discarded, edited, state, override, reclassified, merged, split, attached,
rejudged, let_count, note (a person's decisions).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from soppa_mailbot.store.messages import storable
from soppa_mailbot.store.tables import DigestRow, EventRow, MarkRow

BOT = "bot"
NOTE = "note"  # of staff, by mail
BROKEN = "files_broken"  # mark: since when a change of lists, forms or templates cannot be used, and why
RESTART = "restart_wanted"  # mark: since when the configuration on disk is another than the one in use
_CHUNK = 500  # bound parameters of one query


def record(
    session: Session,
    what: str,
    *,
    now: datetime,
    who: str = BOT,
    why: str = "",
    submission: int | None = None,
    message: int | None = None,
    data: Mapping[str, object] | None = None,
) -> None:
    """Append an event. `what` is one of the words above; `data` must be plain JSON."""
    session.add(
        EventRow(
            at=now,
            who=who,
            what=what,
            why=storable(why),
            submission_id=submission,
            message_pk=message,
            data=json.dumps(dict(data or {}), ensure_ascii=True, sort_keys=True),
        )
    )


def of_submission(session: Session, submission: int) -> list[EventRow]:
    return list(session.scalars(select(EventRow).where(EventRow.submission_id == submission).order_by(EventRow.id)))


def since(session: Session, moment: datetime) -> list[EventRow]:
    """Everything after a moment, oldest first."""
    return list(session.scalars(select(EventRow).where(EventRow.at > moment).order_by(EventRow.at, EventRow.id)))


def notes(session: Session, submissions: Collection[int]) -> defaultdict[int, list[EventRow]]:
    """What staff noted on these submissions, oldest first."""
    found: defaultdict[int, list[EventRow]] = defaultdict(list)
    numbers = sorted(submissions)
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        query = select(EventRow).where(EventRow.submission_id.in_(chunk), EventRow.what == NOTE).order_by(EventRow.id)
        for row in session.scalars(query):
            found[row.submission_id or 0].append(row)
    return found


def held_decided_since(session: Session, moment: datetime) -> Counter[str]:
    """What people did with held answers after a moment: unchanged, edited (then released), discarded."""
    query = select(EventRow.what, EventRow.data).where(
        EventRow.at > moment, EventRow.what.in_(("released", "discarded")), EventRow.who != BOT
    )
    counted: Counter[str] = Counter()
    for what, data in session.execute(query):
        told = json.loads(data)
        if what == "discarded":
            counted["discarded"] += 1
        elif "unchanged" in told:  # else it was never held: an answer to staff
            counted["unchanged" if told["unchanged"] else "edited"] += 1
    return counted


def last_digest(session: Session) -> DigestRow | None:
    return session.scalar(select(DigestRow).where(DigestRow.slot == select(func.max(DigestRow.slot)).scalar_subquery()))


def add_digest(session: Session, slot: datetime, now: datetime, recipients: int) -> bool:
    """Take the slot of the schedule; False when that digest already exists."""
    if session.get(DigestRow, slot) is not None:
        return False
    session.add(DigestRow(slot=slot, created=now, recipients=recipients))
    session.flush()
    return True


def mark(session: Session, name: str) -> MarkRow | None:
    return session.get(MarkRow, name)


def set_mark(session: Session, name: str, now: datetime, value: str = "") -> None:
    session.merge(MarkRow(name=name, at=now, value=value))


def set_mark_once(session: Session, name: str, now: datetime, value: str = "") -> None:
    """Unless it is set: what a mark says of the first time stays."""
    if session.get(MarkRow, name) is None:
        session.add(MarkRow(name=name, at=now, value=storable(value)))


def clear_mark(session: Session, name: str) -> None:
    row = session.get(MarkRow, name)
    if row is not None:
        session.delete(row)
