"""Queries about our own mail: due, claimed, sent, failed; and how much of it somebody had lately."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from soppa_mailbot import codec
from soppa_mailbot.judging.conversation import organisation
from soppa_mailbot.store.messages import storable
from soppa_mailbot.store.tables import HELD, UNSENT, EventRow, ReplyRow

# RFC 5321 §4.5.4.1: half an hour at least between later tries, four or five days before one gives up
_WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 30, 60, 120, 240))
GIVE_UP_AFTER = timedelta(days=5)
FOLLOW_UPS = ("reminder", "closing")  # templates
ANSWERS = ("missing", "complete", "on_file")  # templates of what answers a vendor's mail
TO_VENDORS = (*ANSWERS, *FOLLOW_UPS)
NEVER_SENT = ("discarded", "superseded")  # states: dropped by a person; overtaken by something newer
# overtaken before it could have gone out: counts for no cap
_NEVER_LEFT = and_(ReplyRow.state == "superseded", ReplyRow.ambiguous.is_(False))
LEASE = timedelta(minutes=15)  # after which another machine's claim counts as dead


def add(session: Session, row: ReplyRow) -> ReplyRow:
    """Put a mail into the outbox; its Message-ID is fixed from here on."""
    row.to_key, row.to_domain = row.to_email.casefold(), organisation(row.to_email)
    for column in ("subject", "text", "html", "to_name", "to_email"):
        setattr(row, column, storable(getattr(row, column) or ""))
    session.add(row)
    session.flush()
    return row


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of the file store that goes out with a mail; with a Content-ID it is a picture within its HTML."""

    file: str  # store.files name
    name: str
    content_type: str
    content_id: str = ""


def enclose(row: ReplyRow, files: Sequence[Enclosure]) -> ReplyRow:
    """These files go out with the mail."""
    row.files = codec.dump(tuple(files), tuple[Enclosure, ...]) if files else ""
    return row


def enclosures(row: ReplyRow) -> tuple[Enclosure, ...]:
    return codec.load(tuple[Enclosure, ...], row.files) if row.files else ()


def get(session: Session, reply: int) -> ReplyRow:
    return session.get_one(ReplyRow, reply)


def due(session: Session, now: datetime) -> list[int]:
    """Ids of what may go out now, oldest first."""
    query = (
        select(ReplyRow.id)
        .where(UNSENT, ReplyRow.state == "queued", ReplyRow.next_attempt <= now)
        .order_by(ReplyRow.next_attempt, ReplyRow.id)
    )
    return list(session.scalars(query))


def waiting(session: Session) -> int:
    """How many mails are not out yet."""
    query = select(func.count()).select_from(ReplyRow).where(UNSENT)
    return session.scalar(query) or 0


def take_back(session: Session, now: datetime, host: str) -> int:
    """Queue again what was being sent when a process died. It may have arrived: `ambiguous`, same Message-ID.

    `host` holds the process lock, so its own claims are all dead; another host's are after `LEASE`.
    """
    dead = or_(ReplyRow.claimed_by == host, ReplyRow.claimed_at < now - LEASE)
    taken = session.execute(
        update(ReplyRow)
        .where(UNSENT, ReplyRow.state == "sending", dead)
        .values(state="queued", ambiguous=True, claimed_by="", claimed_at=None)
        .returning(ReplyRow.id)
    )
    return len(taken.all())


def overtaken(session: Session, reply: int) -> bool:
    """Whether a newer answer of the same submission stands: one was made while this was claimed, and it came back into
    the queue. Then it says what is no longer true."""
    newer = aliased(ReplyRow)
    query = select(ReplyRow.id).where(
        ReplyRow.id == reply,
        ReplyRow.template.in_(TO_VENDORS),
        exists().where(
            newer.submission_id == ReplyRow.submission_id,
            newer.id > ReplyRow.id,
            newer.template.in_(TO_VENDORS),
            newer.state.in_(("held", "queued", "sending", "sent")),
        ),
    )
    return session.scalar(query) is not None


def claim(session: Session, reply: int, now: datetime, host: str) -> bool:
    """True when this mail is ours to send now, False when somebody else has it."""
    claimed = session.execute(
        update(ReplyRow)
        .where(ReplyRow.id == reply, ReplyRow.state == "queued")
        .values(state="sending", claimed_by=host, claimed_at=now, attempts=ReplyRow.attempts + 1)
        .returning(ReplyRow.id)
    )
    return len(claimed.all()) == 1


def sent(row: ReplyRow, now: datetime) -> None:
    row.state, row.settled, row.last_error, row.claimed_by, row.claimed_at = "sent", now, "", "", None


def not_sent(row: ReplyRow, error: str, now: datetime, *, temporary: bool, ambiguous: bool) -> None:
    """Back into the queue, each time later; `failed` when it is final or was tried for `GIVE_UP_AFTER`."""
    row.last_error, row.claimed_by, row.claimed_at = error, "", None
    row.ambiguous = row.ambiguous or ambiguous
    if temporary and now - row.created < GIVE_UP_AFTER:
        row.state = "queued"
        row.next_attempt = now + _WAITS[min(row.attempts, len(_WAITS)) - 1]
    else:
        _give_up(row, now)


def put_back(row: ReplyRow, error: str, now: datetime) -> None:
    """The server was not there at all: this mail was not tried, so nothing counts against it but its age."""
    row.attempts -= 1
    row.last_error, row.claimed_by, row.claimed_at = error, "", None
    row.state = "queued"
    if now - row.created >= GIVE_UP_AFTER:
        _give_up(row, now)


def _give_up(row: ReplyRow, now: datetime) -> None:
    row.state, row.settled = "failed", now


def count_since(session: Session, moment: datetime, *, email: str, submission: int | None) -> tuple[int, int, int]:
    """How many answers were made after a moment: to this address, to its organisation, in this submission."""
    recent = select(func.count()).where(ReplyRow.created > moment, ReplyRow.submission_id.is_not(None), ~_NEVER_LEFT)
    domain = organisation(email)
    return (
        session.scalar(recent.where(ReplyRow.to_key == email.casefold())) or 0,
        session.scalar(recent.where(ReplyRow.to_domain == domain)) or 0 if domain else 0,
        session.scalar(recent.where(ReplyRow.submission_id == submission)) or 0 if submission is not None else 0,
    )


def answers_since(session: Session, moment: datetime) -> int:
    """How many mails to vendors were made after a moment that nobody had to release: what the breaker counts."""
    query = select(func.count()).where(
        ReplyRow.created > moment,
        ReplyRow.held == "",
        ReplyRow.template.in_(TO_VENDORS),
        ~_NEVER_LEFT,
    )
    return session.scalar(query) or 0


def latest_of(session: Session, submission: int) -> ReplyRow | None:
    """The newest mail to the vendor in a submission that was neither discarded nor overtaken."""
    query = (
        select(ReplyRow)
        .where(
            ReplyRow.submission_id == submission,
            ReplyRow.template.in_(TO_VENDORS),
            ReplyRow.state.not_in(NEVER_SENT),
        )
        .order_by(ReplyRow.id.desc())
        .limit(1)
    )
    return session.scalar(query)


def withdraw_follow_ups(session: Session, submission: int) -> None:
    """A reminder that has not gone out yet is beside the point once the vendor has written."""
    session.execute(
        update(ReplyRow)
        .where(
            ReplyRow.submission_id == submission,
            ReplyRow.state.in_(("held", "queued")),
            ReplyRow.template.in_(FOLLOW_UPS),
        )
        .values(state="superseded", last_error="the vendor wrote meanwhile")
    )


def let_go(session: Session, submission: int) -> bool:
    """Whether an answer in this submission was sent, or is on its way, or a person let one go that was overtaken."""
    out = select(ReplyRow.id).where(
        ReplyRow.submission_id == submission, ReplyRow.state.in_(("queued", "sending", "sent"))
    )
    released = select(EventRow.id).where(EventRow.submission_id == submission, EventRow.what == "released")
    return session.scalar(out.limit(1)) is not None or session.scalar(released.limit(1)) is not None


def held(session: Session) -> list[ReplyRow]:
    """All mails that wait for a person, oldest first."""
    return list(session.scalars(select(ReplyRow).where(HELD).order_by(ReplyRow.id)))


def by_message_ids(session: Session, message_ids: Collection[str]) -> list[ReplyRow]:
    """Which of these Message-IDs are ours."""
    query = select(ReplyRow).where(ReplyRow.message_id.in_(list(message_ids)[:500])).order_by(ReplyRow.id)
    return list(session.scalars(query))


def latest_to(session: Session, emails: Collection[str]) -> ReplyRow | None:
    """The last mail that went to one of these addresses: what a report without its Message-ID is about."""
    query = (
        select(ReplyRow)
        .where(ReplyRow.to_key.in_(list(emails)), ReplyRow.state == "sent")
        .order_by(ReplyRow.id.desc())
        .limit(1)
    )
    return session.scalar(query)
