"""`resume`: staff have looked; a breaker that tripped is reset."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from soppa_mailbot.commands.people import opened_store, person
from soppa_mailbot.handling import breaker
from soppa_mailbot.handling.bot import now
from soppa_mailbot.running import defects
from soppa_mailbot.staff.people import Person
from soppa_mailbot.store import decisions, events, outbox

_WHAT_STARTS = {
    breaker.TRIPPED: "answers go out by themselves again",
    defects.STOPPED: "the next run processes mails again",
}


def resume(path: Path, *, release: bool, by: str | None, why: str) -> int:
    """Answers go out by themselves again, and mails are processed again. With `release` what the breaker held goes out
    too; otherwise it waits for `release` or `discard`. Raises UsageError, ConfigError, StoreError."""
    who = person(by, why)
    with opened_store(path) as (_, store), store.writing() as session:
        started = _reset(session, who)
        waiting = [row.message_id for row in outbox.held(session) if row.held == breaker.HOLDS]
        for message_id in waiting if release else ():
            decisions.release(session, message_id, who=who.who, why=who.why or "resumed", now=now())
    print("\n".join(started) or "nothing was stopped")
    if waiting:
        count = f"{len(waiting)} answer{'' if len(waiting) == 1 else 's'}"
        what_next = "released: out with the next run" if release else "still held: `release` or `discard` each"
        print(f"{count} that the breaker held: {what_next}")
    return 0


def _reset(session: Session, who: Person) -> list[str]:
    started = [told for mark, told in _WHAT_STARTS.items() if events.mark(session, mark) is not None]
    for mark in (*_WHAT_STARTS, defects.TRIED):
        events.clear_mark(session, mark)
    if started:
        events.record(session, "resumed", now=now(), who=who.who, why=who.why or "; ".join(started))
    return started
