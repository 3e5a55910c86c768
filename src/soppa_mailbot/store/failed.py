"""Queries about vendors' mails that lie in the failed folder and are known to belong to a submission."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from soppa_mailbot.store.events import BOT
from soppa_mailbot.store.tables import EventRow, MessageRow, SubmissionMessageRow

# who decides one of these about a submission has seen that a mail of it was not read
DECISIONS = ("override", "reclassified", "state", "merged", "split", "attached", "rejudged")

_CHUNK = 400  # submissions of one query


def unread(session: Session, submissions: Collection[int]) -> dict[int, datetime]:
    """Submission -> when the oldest mail came in that could not be processed, and about which nothing was done since.

    It is done with once the mail was processed after all (moved back into the inbox, it comes as a new one), or once a
    person decided something about the submission.
    """
    numbers, found = sorted(submissions), dict[int, datetime]()
    for start in range(0, len(numbers), _CHUNK):
        for row in session.execute(_query(numbers[start : start + _CHUNK])):
            found[row.submission_id] = row.received
    return found


def _query(numbers: list[int]) -> Select[int, datetime]:
    again, link = aliased(MessageRow), SubmissionMessageRow
    processed = exists().where(
        again.state == "processed",
        or_(
            and_(again.message_id == MessageRow.message_id, MessageRow.message_id != ""),
            again.fingerprint == MessageRow.fingerprint,
        ),
    )
    decided = exists().where(
        EventRow.submission_id == link.submission_id,
        EventRow.what.in_(DECISIONS),
        EventRow.who != BOT,
        EventRow.at > MessageRow.done,
    )
    return (
        select(link.submission_id, func.min(MessageRow.received).label("received"))
        .join(MessageRow, MessageRow.id == link.message_pk)
        .where(link.submission_id.in_(numbers), MessageRow.state == "failed", ~processed, ~decided)
        .group_by(link.submission_id)
    )
