"""Queries about vendors who do not answer: who waits how long, and what was written to them since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from soppa_mailbot.answering.reminders import CLOSING, REMINDER, Waiting
from soppa_mailbot.business_days import Calendar
from soppa_mailbot.store import failed
from soppa_mailbot.store.outbox import ANSWERS, NEVER_SENT
from soppa_mailbot.store.tables import (
    EventRow,
    FollowUpRow,
    MessageRow,
    ReplyRow,
    SubmissionAddressRow,
    SubmissionMessageRow,
    SubmissionRow,
)

AWAY = "away"  # event: data {"from": first day, "back": first day back}

_CHUNK = 400  # submissions of one round of queries


@dataclass(frozen=True, slots=True)
class Candidate:
    """A submission that waits for its vendor. `answer`: the outbox id of our latest answer."""

    submission: int
    answer: int
    waiting: Waiting


@dataclass(slots=True)
class _Reply:
    id: int
    template: str
    state: str
    to: str
    bounced: bool
    created: datetime
    settled: datetime | None


def waiting(session: Session, calendar: Calendar, only: int | None = None) -> list[Candidate]:
    """All submissions in `waiting_vendor` that were answered, oldest first; or the one of them that is asked for."""
    query = select(SubmissionRow.id).where(SubmissionRow.state == "waiting_vendor").order_by(SubmissionRow.id)
    if only is not None:
        query = query.where(SubmissionRow.id == only)
    ids = list(session.scalars(query))
    chunks = (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
    return [found for chunk in chunks for found in _candidates(session, calendar, chunk)]


def _candidates(session: Session, calendar: Calendar, ids: Collection[int]) -> list[Candidate]:
    replies, heard, bounced = _replies(session, ids), _heard(session, ids), _bounced(session, ids)
    away, steps, unread = _away(session, ids), _steps(session, ids), failed.unread(session, ids)
    found = []
    for submission in ids:
        ours = replies[submission]
        answer = next((r for r in reversed(ours) if r.template in ANSWERS and r.state not in NEVER_SENT), None)
        if answer is None:
            continue
        following = {r.id: r for r in ours if steps.get(r.id, (0,))[0] == answer.id}
        kinds = {id_: steps[id_][1:] for id_ in following}
        last = heard.get(submission)
        state = Waiting(
            answered=_gone_out(answer, calendar),
            heard=calendar.day(last) if last is not None else None,
            bounced=answer.bounced
            or answer.to in bounced[submission]
            or any(reply.bounced for reply in following.values()),
            reminded=tuple(
                (kinds[id_][1], _gone_out(reply, calendar))
                for id_, reply in following.items()
                if kinds[id_][0] == REMINDER
            ),
            closing=any(kind == CLOSING for kind, _ in kinds.values()),
            away=tuple(away[submission]),
            unread=submission in unread,
        )
        found.append(Candidate(submission, answer.id, state))
    return found


def _gone_out(reply: _Reply, calendar: Calendar) -> date | None:
    """The day on which a mail went out; what is never sent is done with as if it had."""
    if reply.state == "sent" and reply.settled is not None:
        return calendar.day(reply.settled)
    return calendar.day(reply.settled or reply.created) if reply.state in NEVER_SENT else None


def _replies(session: Session, ids: Collection[int]) -> defaultdict[int, list[_Reply]]:
    query = (
        select(
            ReplyRow.id,
            ReplyRow.submission_id,
            ReplyRow.template,
            ReplyRow.state,
            ReplyRow.to_key,
            ReplyRow.bounced,
            ReplyRow.created,
            ReplyRow.settled,
        )
        .where(ReplyRow.submission_id.in_(ids))
        .order_by(ReplyRow.id)
    )
    found: defaultdict[int, list[_Reply]] = defaultdict(list)
    for row in session.execute(query):
        reply = _Reply(row.id, row.template, row.state, row.to_key, row.bounced, row.created, row.settled)
        found[row.submission_id or 0].append(reply)
    return found


def _steps(session: Session, ids: Collection[int]) -> dict[int, tuple[int, str, int]]:
    """Outbox id of each follow-up -> the answer it follows, its kind and step."""
    query = select(FollowUpRow).where(FollowUpRow.submission_id.in_(ids))
    return {row.reply_id: (row.answer_id, row.kind, row.step) for row in session.scalars(query)}


def _heard(session: Session, ids: Collection[int]) -> dict[int, datetime]:
    """When the latest mail of each submission came in that a person wrote."""
    query = (
        select(SubmissionMessageRow.submission_id, func.max(MessageRow.id))
        .join(MessageRow, MessageRow.id == SubmissionMessageRow.message_pk)
        .where(
            SubmissionMessageRow.submission_id.in_(ids),
            MessageRow.disposition != "ignored",
            MessageRow.duplicate_of.is_(None),
        )
        .group_by(SubmissionMessageRow.submission_id)
    )
    latest = {row[0]: row[1] for row in session.execute(query)}
    stored = select(MessageRow.id, MessageRow.stored).where(MessageRow.id.in_(set(latest.values())))
    moments = {row.id: row.stored for row in session.execute(stored)}
    return {submission: moments[pk] for submission, pk in latest.items()}


def _bounced(session: Session, ids: Collection[int]) -> defaultdict[int, set[str]]:
    query = select(SubmissionAddressRow.submission_id, SubmissionAddressRow.email).where(
        SubmissionAddressRow.submission_id.in_(ids), SubmissionAddressRow.bounced.is_not(None)
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for submission, email in session.execute(query):
        found[submission].add(email)
    return found


def _away(session: Session, ids: Collection[int]) -> defaultdict[int, list[tuple[date, date]]]:
    query = select(EventRow.submission_id, EventRow.data).where(EventRow.submission_id.in_(ids), EventRow.what == AWAY)
    found: defaultdict[int, list[tuple[date, date]]] = defaultdict(list)
    for submission, data in session.execute(query):
        told = json.loads(data)
        found[submission or 0].append((date.fromisoformat(told["from"]), date.fromisoformat(told["back"])))
    return found
