"""`release`, `discard`, `edit`: the answers that wait for a person."""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy.orm import Session

from soppa_mailbot import wording
from soppa_mailbot.commands.people import opened_store, person, told
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling.bot import now
from soppa_mailbot.staff import people
from soppa_mailbot.store import decisions
from soppa_mailbot.store.tables import ReplyRow
from soppa_mailbot.terminal import clean

MOST_TEXT = 100_000  # characters of an edited answer


def release(path: Path, number: int | None, *, every: bool, by: str | None, why: str) -> int:
    """Held answers go out with the next run. Raises UsageError."""
    if (number is None) != every:
        raise UsageError("release: name a submission, or say --all")
    who = person(by, why)
    with opened_store(path) as (_, store), store.writing() as session:
        if number is not None:
            decisions.get(session, number)
        rows = decisions.held(session, number)
        for row in rows:
            decisions.release(session, row.message_id, who=who.who, why=who.why, now=now())
    for row in rows:
        print(f"released: {_named(row)}; it goes out with the next run")
    if rows:
        return 0
    if number is None:
        print("no answer waits for a person")
        return 0
    return _to_staff(path, number, who)


def _to_staff(path: Path, number: int, who: people.Person) -> int:
    from soppa_mailbot.commands.run import assembled

    with assembled(path) as program, program.bot.store.writing() as session:
        outcome = people.let_count(session, program.bot, number, who)
        address = people.release_to_staff(session, program.bot, number, who) if outcome is None else ""
    if outcome is not None:
        print(f"submission {number}: what the District's own staff sent into it counts now")
        for line in told(outcome):
            print(line)
        return 0
    print(
        f"released: the answer to submission {number} goes to {clean(address)}, who sent the papers in, with the next "
        f"run; the vendor gets nothing. It stays in review: `close {number}` when it is settled"
    )
    return 0


def discard(path: Path, number: int, *, by: str | None, why: str) -> int:
    """The held answer is never sent. Raises UsageError."""
    who = person(by, why, must_say_why=True)
    with opened_store(path) as (_, store), store.writing() as session:
        rows = _held(session, number)
        for row in rows:
            decisions.discard(session, row.message_id, who=who.who, why=who.why, now=now())
    for row in rows:
        print(f"discarded: {_named(row)}; the vendor gets nothing until they write again, or someone decides")
    return 0


def edit(path: Path, number: int, text: Path, *, by: str | None, why: str) -> int:
    """The held answer says what is in a file (`-`: standard input); it goes on waiting. Raises UsageError."""
    who = person(by, why)
    words = _read(text)
    with opened_store(path) as (_, store), store.writing() as session:
        rows = _held(session, number)
        if len(rows) > 1:
            raise UsageError(f"submission {number} has {len(rows)} answers that wait; discard or release one first")
        html = wording.as_html(words)
        decisions.edit(session, rows[0].message_id, text=words, html=html, who=who.who, why=who.why, now=now())
    print(f"edited: {_named(rows[0])}; `release {number}` sends it")
    return 0


def _held(session: Session, number: int) -> list[ReplyRow]:
    decisions.get(session, number)
    rows = decisions.held(session, number)
    if not rows:
        raise UsageError(f"submission {number}: no answer waits for a person; `show {number}` tells what was done")
    return rows


def _named(row: ReplyRow) -> str:
    return f"{row.template} to {clean(row.to_email)} (submission {row.submission_id})"


def _read(file: Path) -> str:
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--text {file}: cannot be read as UTF-8 text: {error}") from error
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise UsageError(f"--text {file}: it is empty; `discard` drops an answer")
    if len(text) > MOST_TEXT:
        raise UsageError(f"--text {file}: {len(text)} characters are too many for an answer")
    return text + "\n"
