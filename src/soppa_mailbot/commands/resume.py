"""`resume`: staff have looked; a breaker that tripped is reset."""

from __future__ import annotations

from pathlib import Path

from soppa_mailbot import breaker, defects
from soppa_mailbot.bot import now
from soppa_mailbot.commands.opening import load_config
from soppa_mailbot.store import decisions, events, outbox
from soppa_mailbot.store.migrate import open_store


def resume(path: Path, *, release: bool, who: str, why: str) -> int:
    """Answers go out by themselves again, and mails are processed again. With `release` what the breaker held goes out
    too; otherwise it waits for `release` or `discard`. Raises ConfigError, StoreError."""
    config = load_config(path)
    store = open_store(config.store.url, config.store.files)
    try:
        with store.writing() as session:
            said = [
                told
                for mark, told in (
                    (breaker.TRIPPED, "answers go out by themselves again"),
                    (defects.STOPPED, "the next run processes mails again"),
                )
                if events.mark(session, mark) is not None
            ]
            for mark in (breaker.TRIPPED, defects.STOPPED, defects.TRIED):
                events.clear_mark(session, mark)
            if said:
                events.record(session, "resumed", now=now(), who=who, why=why or "; ".join(said))
            waiting = [row.message_id for row in outbox.held(session) if row.held == breaker.HOLDS]
            if release:
                for message_id in waiting:
                    decisions.release(session, message_id, who=who, why=why or "resumed", now=now())
    finally:
        store.close()
    print("\n".join(said) or "nothing was stopped")
    if waiting:
        count = f"{len(waiting)} answer{'' if len(waiting) == 1 else 's'} that the breaker held"
        print(f"{count} {'go out with the next run' if release else 'still wait: `release`, `discard`'}")
    return 0
