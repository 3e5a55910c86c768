"""What a person decides about an answer or a state. Each is an event with who, when and why; none can be done twice.

Every change is a conditional update, so that two people, or a person and the running bot, never both win.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from soppa_mailbot import codec
from soppa_mailbot.errors import UsageError
from soppa_mailbot.model import Verdict
from soppa_mailbot.store import events
from soppa_mailbot.store.messages import storable
from soppa_mailbot.store.outbox import ANSWERS, TO_VENDORS
from soppa_mailbot.store.tables import HELD, ReplyRow, SubmissionRow

BY_A_PERSON = ("waiting_vendor", "waiting_district", "review", "withdrawn", "stale", "closed")


def held(session: Session, submission: int | None = None) -> list[ReplyRow]:
    """The answers that wait for a person, oldest first: of one submission, or all."""
    query = select(ReplyRow).where(HELD, ReplyRow.submission_id.is_not(None))
    if submission is not None:
        query = query.where(ReplyRow.submission_id == submission)
    return list(session.scalars(query.order_by(ReplyRow.id)))


def release(session: Session, message_id: str, *, who: str, why: str, now: datetime) -> None:
    """A held answer goes out with the next run. Raises UsageError when it does not wait."""
    _settle(session, message_id, "queued", who=who, what="released", why=why, now=now)


def discard(session: Session, message_id: str, *, who: str, why: str, now: datetime) -> None:
    """A held answer is never sent. Raises UsageError when it does not wait.

    The vendor may then be told the same by a later answer; one who has had no answer at all waits for a person.
    """
    submission, template = _settle(session, message_id, "discarded", who=who, what="discarded", why=why, now=now)
    if submission is not None and template in ANSWERS:
        _untold(session, submission, f"the answer was discarded by {who}{f': {why}' if why else ''}", who=who, now=now)


def _untold(session: Session, number: int, why: str, *, who: str, now: datetime) -> None:
    submission = session.get_one(SubmissionRow, number)
    submission.answered = ""
    on_its_way = ("held", "queued", "sending", "sent")
    other = select(ReplyRow.id).where(
        ReplyRow.submission_id == number, ReplyRow.template.in_(ANSWERS), ReplyRow.state.in_(on_its_way)
    )
    if submission.state != "waiting_vendor" or session.scalar(other.limit(1)) is not None:
        return
    reason = f"{why}; the vendor has not heard from us"
    verdict = codec.load(Verdict, submission.verdict)
    submission.verdict = codec.dump(replace(verdict, reasons=(*verdict.reasons, reason)))
    set_state(session, number, "review", who=who, why=reason, now=now)


def _settle(
    session: Session, message_id: str, state: str, *, who: str, what: str, why: str, now: datetime
) -> tuple[int | None, str]:
    """The answer's submission and template."""
    error = "" if state == "queued" else storable(f"discarded by {who}: {why}")
    settled = session.execute(
        update(ReplyRow)
        .where(ReplyRow.message_id == message_id, ReplyRow.state == "held")
        .values(state=state, next_attempt=now, last_error=error)
        .returning(ReplyRow.submission_id, ReplyRow.template, ReplyRow.edited)
    ).first()
    if settled is None:
        raise UsageError(f"no answer {message_id} waits for a person; `submissions --json` lists those that do")
    data: dict[str, object] = {"reply": message_id}
    if what == "released":
        data["unchanged"] = not settled.edited
    events.record(session, what, now=now, who=who, why=why, submission=settled.submission_id, data=data)
    return settled.submission_id, settled.template


def edit(session: Session, message_id: str, *, text: str, html: str, who: str, why: str, now: datetime) -> None:
    """A held answer says something else; it goes on waiting. Raises UsageError when it does not wait."""
    changed = session.execute(
        update(ReplyRow)
        .where(ReplyRow.message_id == message_id, ReplyRow.state == "held")
        .values(text=storable(text), html=storable(html), edited=True)
        .returning(ReplyRow.submission_id)
    ).first()
    if changed is None:
        raise UsageError(f"no answer {message_id} waits for a person: it was released or discarded meanwhile")
    events.record(
        session, "edited", now=now, who=who, why=why, submission=changed.submission_id, data={"reply": message_id}
    )


def withdraw(session: Session, submission: int, *, why: str, now: datetime, who: str = events.BOT) -> int:
    """Held answers of what is over are never sent. How many there were."""
    mine = ReplyRow.submission_id == submission
    return _gone(session, mine, ("held",), "discarded", why=why, now=now, who=who)


def supersede(session: Session, submission: int, *, why: str, now: datetime, who: str = events.BOT) -> int:
    """Answers that no longer say what is true, held or queued, are never sent. How many there were.

    One that was claimed for sending is on its way and stays as it is.
    """
    mine = ReplyRow.submission_id == submission
    return _gone(session, mine, ("held", "queued"), "superseded", why=why, now=now, who=who)


def supersede_one(session: Session, reply: int, *, why: str, now: datetime) -> None:
    """As `supersede`, of one queued answer."""
    _gone(session, ReplyRow.id == reply, ("queued",), "superseded", why=why, now=now, who=events.BOT)


def _gone(
    session: Session, which: ColumnElement[bool], states: Iterable[str], to: str, *, why: str, now: datetime, who: str
) -> int:
    gone = session.execute(
        update(ReplyRow)
        .where(which, ReplyRow.state.in_(list(states)), ReplyRow.template.in_(TO_VENDORS))
        .values(state=to, last_error=storable(why))
        .returning(ReplyRow.message_id, ReplyRow.submission_id)
    ).all()
    for message_id, submission in gone:
        data = {"reply": message_id}
        events.record(session, "overtaken", now=now, who=who, why=why, submission=submission, data=data)
    return len(gone)


def set_state(
    session: Session,
    submission: int,
    state: str,
    *,
    who: str,
    why: str,
    now: datetime,
    only_from: Iterable[str] = BY_A_PERSON,
) -> None:
    """Move a submission, for instance to `withdrawn` or `closed`. New mail in it then comes to a person first.

    Raises UsageError when there is none of this number, or it is in none of the states `only_from`.
    """
    if state not in BY_A_PERSON:
        raise UsageError(f"{state!r} is none of {', '.join(BY_A_PERSON)}")
    row = get(session, submission)
    before = row.state
    moved = session.execute(
        update(SubmissionRow)
        .where(SubmissionRow.id == submission, SubmissionRow.state.in_(list(only_from)))
        .values(state=state, since=now, updated=now)
        .returning(SubmissionRow.id)
    ).first()
    if moved is None:
        raise UsageError(f"submission {submission} is {before.replace('_', ' ')}: nothing was done")
    session.refresh(row)
    events.record(
        session, "state", now=now, who=who, why=why, submission=submission, data={"from": before, "to": state}
    )


def get(session: Session, submission: int) -> SubmissionRow:
    """A submission that a person named. Raises UsageError when there is none, or it was merged into another."""
    row = session.get(SubmissionRow, submission)
    if row is None:
        raise UsageError(f"there is no submission {submission}; `submissions` lists them")
    if row.merged_into is not None:
        raise UsageError(f"submission {submission} was merged into {row.merged_into}; name that one")
    return row
