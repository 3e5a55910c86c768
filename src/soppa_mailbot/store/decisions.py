"""What a person decides. Each is an event with who, when and why; none can be done twice."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from soppa_mailbot.errors import UsageError
from soppa_mailbot.store import events
from soppa_mailbot.store.tables import ReplyRow, SubmissionRow

BY_A_PERSON = ("waiting_vendor", "waiting_district", "review", "withdrawn", "stale", "closed")


def release(session: Session, message_id: str, *, who: str, why: str, now: datetime) -> None:
    """A held answer goes out with the next run. Raises UsageError when it does not wait."""
    _settle(session, message_id, "queued", who=who, what="released", why=why, now=now)


def discard(session: Session, message_id: str, *, who: str, why: str, now: datetime) -> None:
    """A held answer is never sent. Raises UsageError when it does not wait."""
    _settle(session, message_id, "failed", who=who, what="discarded", why=why, now=now)


def _settle(session: Session, message_id: str, state: str, *, who: str, what: str, why: str, now: datetime) -> None:
    submission = session.execute(
        update(ReplyRow)
        .where(ReplyRow.message_id == message_id, ReplyRow.state == "held")
        .values(state=state, next_attempt=now, last_error="" if state == "queued" else f"discarded by {who}: {why}")
        .returning(ReplyRow.submission_id)
    ).first()
    if submission is None:
        raise UsageError(f"no answer {message_id} waits for a person; `submissions --json` lists those that do")
    events.record(session, what, now=now, who=who, why=why, submission=submission[0], data={"reply": message_id})


def set_state(session: Session, submission: int, state: str, *, who: str, why: str, now: datetime) -> None:
    """Move a submission, for instance to `withdrawn` or `closed`. New mail in it then comes to a person first."""
    row = session.get(SubmissionRow, submission)
    if row is None or state not in BY_A_PERSON:
        raise UsageError(
            f"no submission {submission}" if row is None else f"{state!r} is none of {', '.join(BY_A_PERSON)}"
        )
    events.record(
        session, "state", now=now, who=who, why=why, submission=submission, data={"from": row.state, "to": state}
    )
    row.state, row.since, row.updated = state, now, now
