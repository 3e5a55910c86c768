"""What people and other programs are shown of the store: frozen values, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from soppa_mailbot import codec
from soppa_mailbot.model import Verdict
from soppa_mailbot.store.outbox import NEVER_SENT
from soppa_mailbot.store.tables import (
    MessageRow,
    ReplyRow,
    SubmissionAddressRow,
    SubmissionMessageRow,
    SubmissionRow,
)

# the contract's words for a reply's state
_SHOWN_STATES = {"sending": "queued", "discarded": "failed", "superseded": "failed"}
_CHUNK = 500  # bound parameters of one query
_REPLY: tuple[InstrumentedAttribute[Any], ...] = (
    ReplyRow.submission_id,
    ReplyRow.message_id,
    ReplyRow.in_reply_to,
    ReplyRow.template,
    ReplyRow.to_email,
    ReplyRow.state,
    ReplyRow.subject,
    ReplyRow.created,
    ReplyRow.settled,
    ReplyRow.last_error,
    ReplyRow.bounced,
    ReplyRow.held,
    ReplyRow.edited,
    ReplyRow.ambiguous,
)
_TEXTS = (ReplyRow.text, ReplyRow.html)  # most of an archive's bytes: read only where they are shown


@dataclass(frozen=True, slots=True)
class ReplyView:
    message_id: str
    in_reply_to: str
    template: str
    to: str
    state: str  # held | queued | sent | failed
    subject: str
    created: datetime
    sent: datetime | None
    error: str  # of the last attempt
    bounced: bool
    held: str  # why it waited for a person
    text: str  # "" where `texts` were not asked for, and so is `html`
    html: str
    discarded: bool = False  # by a person, or overtaken by a newer verdict: never sent, and no failure
    edited: bool = False  # by a person
    superseded: bool = False  # discarded because something newer overtook it, not by a person
    ambiguous: bool = False  # an attempt that was cut off may have reached the vendor


@dataclass(frozen=True, slots=True)
class SubmissionView:
    id: int
    token: str
    state: str  # waiting_vendor | waiting_district | review | withdrawn | stale | closed
    verdict: Verdict
    vendor: str
    product: str
    deadline: date | None
    created: datetime
    updated: datetime
    since: datetime  # in this state since
    messages: tuple[str, ...]  # Message-IDs, oldest first; a second delivery is not listed again
    replies: tuple[ReplyView, ...]  # oldest first
    bounced: tuple[str, ...]  # addresses that did not take our mail
    merged_into: int | None = None  # a person merged it into this one


@dataclass(frozen=True, slots=True)
class MessageView:
    """A mail that stands in no submission, or failed."""

    id: int
    message_id: str
    sender: str
    subject: str
    received: datetime
    done: datetime | None
    state: str  # new | processed | failed
    disposition: str
    reason: str


def submissions(
    session: Session,
    *,
    states: Iterable[str] | None = None,
    since: datetime | None = None,
    ids: Iterable[int] | None = None,
    mails: bool = True,
    texts: bool = True,
) -> tuple[SubmissionView, ...]:
    """Submissions, oldest first: all, or those in these states, or changed since, or with these numbers.

    A list of thousands asks for no more than it shows: without `texts` the replies come without their text and HTML;
    without `mails` there are no replies, no messages and no addresses that bounced.
    """
    return tuple(each(session, states=states, since=since, ids=ids, mails=mails, texts=texts))


def each(
    session: Session,
    *,
    states: Iterable[str] | None = None,
    since: datetime | None = None,
    ids: Iterable[int] | None = None,
    mails: bool = True,
    texts: bool = True,
) -> Iterator[SubmissionView]:
    """`submissions`, one after the other: thousands of verdicts need not be held at once."""
    wanted = _wanted(session, states, since, ids)
    rows = _rows(session, wanted)
    of = wanted if mails else []
    messages, replies, bounced = _messages(session, of), _replies(session, of, texts), _bounced(session, of)
    for row in rows:
        yield SubmissionView(
            id=row.id,
            token=row.token,
            state=row.state,
            verdict=codec.load(Verdict, row.verdict),
            vendor=row.vendor,
            product=row.product,
            deadline=row.deadline,
            created=row.created,
            updated=row.updated,
            since=row.since,
            messages=tuple(dict.fromkeys(messages[row.id])),
            replies=tuple(replies[row.id]),
            bounced=tuple(bounced[row.id]),
            merged_into=row.merged_into,
        )


def numbers(session: Session, states: Iterable[str]) -> list[int]:
    """The submissions in these states, oldest first."""
    return sorted(session.scalars(select(SubmissionRow.id).where(SubmissionRow.state.in_(list(states)))))


def messages_since(session: Session, moment: datetime) -> tuple[MessageView, ...]:
    """Mails done after a moment that stand in no submission, or failed; second deliveries left out."""
    query = (
        select(MessageRow)
        .outerjoin(SubmissionMessageRow, SubmissionMessageRow.message_pk == MessageRow.id)
        .where(MessageRow.done > moment, MessageRow.duplicate_of.is_(None))
        .where(or_(SubmissionMessageRow.submission_id.is_(None), MessageRow.state == "failed"))
        .order_by(MessageRow.done, MessageRow.id)  # by the index that finds them
    )
    return tuple(
        MessageView(r.id, r.message_id, r.sender, r.subject, r.received, r.done, r.state, r.disposition, r.reason)
        for r in session.scalars(query)
    )


def failed_deliveries(session: Session, moment: datetime) -> tuple[ReplyView, ...]:
    """Our mails that were given up after a moment."""
    query = select(*_REPLY).where(ReplyRow.settled > moment, ReplyRow.state == "failed").order_by(ReplyRow.settled)
    return tuple(_view(row) for row in session.execute(query))


def _wanted(
    session: Session, states: Iterable[str] | None, since: datetime | None, ids: Iterable[int] | None
) -> list[int] | None:
    """Numbers, rising; None for all. A query for each condition: with OR between them SQLite walks the whole table."""
    if states is None and since is None and ids is None:
        return None
    found = set(ids or ())
    if states is not None:
        found.update(numbers(session, states))
    if since is not None:
        found.update(session.scalars(select(SubmissionRow.id).where(SubmissionRow.updated > since)))
    return sorted(found)


def _rows(session: Session, wanted: list[int] | None) -> list[Row[Any]]:
    query = select(SubmissionRow.__table__).order_by(SubmissionRow.id)
    return [
        row
        for chunk in _chunks(wanted)
        for row in session.execute(query if chunk is None else query.where(SubmissionRow.id.in_(chunk)))
    ]


def _chunks(wanted: list[int] | None) -> Iterator[list[int] | None]:
    """Numbers for one query each; None, for all, stays one."""
    if wanted is None:
        yield None
        return
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]


def _messages(session: Session, wanted: list[int] | None) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for chunk in _chunks(wanted):
        query = (
            select(SubmissionMessageRow.submission_id, MessageRow.message_id)
            .join(MessageRow, MessageRow.id == SubmissionMessageRow.message_pk)
            .order_by(MessageRow.id)
        )
        if chunk is not None:
            query = query.where(SubmissionMessageRow.submission_id.in_(chunk))
        for submission, message_id in session.execute(query):
            found[submission].append(message_id)
    return found


def _replies(session: Session, wanted: list[int] | None, texts: bool) -> defaultdict[int, list[ReplyView]]:
    found: defaultdict[int, list[ReplyView]] = defaultdict(list)
    for chunk in _chunks(wanted):
        query = select(*_REPLY, *(_TEXTS if texts else ())).order_by(ReplyRow.id)
        if chunk is None:
            query = query.where(ReplyRow.submission_id.is_not(None))
        else:
            query = query.where(ReplyRow.submission_id.in_(chunk))
        for row in session.execute(query):
            text, html = (row.text, row.html) if texts else ("", "")
            found[row.submission_id].append(_view(row, text, html))
    return found


def _bounced(session: Session, wanted: list[int] | None) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for chunk in _chunks(wanted):
        query = select(SubmissionAddressRow.submission_id, SubmissionAddressRow.email).where(
            SubmissionAddressRow.bounced.is_not(None)
        )
        if chunk is not None:
            query = query.where(SubmissionAddressRow.submission_id.in_(chunk))
        for submission, email in session.execute(query):
            found[submission].append(email)
    return found


def _view(row: Row[Any], text: str = "", html: str = "") -> ReplyView:
    # `_REPLY` taken apart in one go: an archive has ten thousand of them, and each name looked up in a row costs
    _, message_id, in_reply_to, template, to, state, subject, created, settled, *rest = row[: len(_REPLY)]
    error, bounced, held, edited, ambiguous = rest
    return ReplyView(
        message_id=message_id,
        in_reply_to=in_reply_to,
        template=template,
        to=to,
        state=_SHOWN_STATES.get(state, state),
        subject=subject,
        created=created,
        sent=settled if state == "sent" else None,
        error=error,
        bounced=bounced,
        held=held,
        text=text,
        html=html,
        discarded=state in NEVER_SENT,
        edited=edited,
        superseded=state == "superseded",
        ambiguous=ambiguous,
    )
