"""What `month` counts, from the log of events. Costs by what happened in these weeks."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from soppa_mailbot.digests.month import Passed
from soppa_mailbot.model import Item
from soppa_mailbot.store.tables import EventRow, SubmissionRow

_COMPLETE = ("complete", "on_file")


def passed(session: Session, start: datetime) -> tuple[Passed, ...]:
    """Submissions begun or completed since `start`.

    Complete is when papers first made it so; where a person's word did, when it came into the District's hands.
    """
    query = (
        select(EventRow.submission_id, EventRow.at, EventRow.data)
        .where(EventRow.at >= start, EventRow.what == "judged", EventRow.submission_id.is_not(None))
        .order_by(EventRow.at, EventRow.id)
    )
    first: dict[int, tuple[Item, ...]] = {}
    complete: dict[int, datetime] = {}
    for number, at, data in session.execute(query):
        said, submission = json.loads(data), int(number or 0)
        first.setdefault(submission, tuple(Item(item) for item in said.get("open", ())))
        if said.get("disposition") in _COMPLETE:
            complete.setdefault(submission, at)
    by_word = select(SubmissionRow).where(
        SubmissionRow.state == "waiting_district",
        SubmissionRow.since >= start,
        SubmissionRow.disposition.in_(_COMPLETE),
    )
    for row in session.scalars(by_word):
        complete.setdefault(row.id, row.since)
    begun = _begun(session, {*first, *complete})
    return tuple(
        Passed(at, at >= start, complete.get(number), first.get(number, ())) for number, at in sorted(begun.items())
    )


def waiting(session: Session) -> int:
    """How many submissions wait for their vendors."""
    query = select(func.count()).select_from(SubmissionRow).where(SubmissionRow.state == "waiting_vendor")
    return session.scalar(query) or 0


def _begun(session: Session, numbers: set[int]) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    wanted = sorted(numbers)
    for begin in range(0, len(wanted), 500):  # bound parameters of one query
        query = select(SubmissionRow.id, SubmissionRow.created).where(
            SubmissionRow.id.in_(wanted[begin : begin + 500]), SubmissionRow.merged_into.is_(None)
        )
        found |= {row.id: row.created for row in session.execute(query)}
    return found
