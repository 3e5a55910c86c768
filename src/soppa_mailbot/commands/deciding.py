"""`override`, `reclassify`, `close`, `reopen`, `merge`, `split`: a person's word on a submission."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from soppa_mailbot.commands.people import opened_store, person, told
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling.bot import now
from soppa_mailbot.judging.decisions import file_kind
from soppa_mailbot.staff import joining, parting, people
from soppa_mailbot.store import decisions

AUTO = "auto"  # the status word that takes an override back


def override(
    path: Path, number: int, item: str, status: str, *, value: str, detail: str, by: str | None, why: str
) -> int:
    """An item is what a person says; `auto` takes that back. Raises UsageError."""
    who = person(by, why, must_say_why=True)
    with assembled(path) as program, program.bot.store.writing() as session:
        if status == AUTO:
            outcome = people.take_back(session, program.bot, number, item, who)
        else:
            saying = people.Saying(item, status, value, detail)
            outcome = people.override(session, program.bot, number, saying, who)
    _tell(outcome)
    return 0


def reclassify(path: Path, number: int, file: str, kind: str, *, by: str | None, why: str) -> int:
    """A file is what a person says. Raises UsageError."""
    who, named = person(by, why, must_say_why=True), file_kind(kind)
    with assembled(path) as program, program.bot.store.writing() as session:
        outcome = people.reclassify(session, program.bot, number, file, named, who)
    _tell(outcome)
    return 0


def close(path: Path, number: int, *, by: str | None, why: str) -> int:
    """A submission is over. Raises UsageError."""
    who = person(by, why)
    with opened_store(path) as (_, store), store.writing() as session:
        dropped = people.close(session, number, who, now())
        state = decisions.get(session, number).state
    print(f"submission {number} is {state}; mail that still comes in it is for a person")
    if dropped:
        print("  its held answer was dropped")
    return 0


def reopen(path: Path, number: int, *, by: str | None, why: str) -> int:
    """A submission that was over goes on; an answer that the vendor has not had waits. Raises UsageError."""
    who = person(by, why)
    with assembled(path) as program, program.bot.store.writing() as session:
        outcome = people.reopen(session, program.bot, number, who)
    _tell(outcome)
    return 0


def merge(path: Path, kept: int, gone: int, *, by: str | None, why: str) -> int:
    """Two submissions are one. Raises UsageError."""
    who = person(by, why)
    with assembled(path) as program:
        reread = parting.reunited(program.bot, kept, gone)
        with program.bot.store.writing() as session:
            outcome = joining.merge(session, program.bot, kept, gone, who, reread)
    print(f"submission {gone} was merged into {kept}")
    _tell(outcome)
    return 0


def split(path: Path, number: int, mails: Sequence[str], files: Sequence[str], *, by: str | None, why: str) -> int:
    """Some mails, or some files of a mail, become a submission of their own. Raises UsageError."""
    if bool(mails) == bool(files):
        raise UsageError("split: name the mails that become a submission of their own, or with --files their files")
    who = person(by, why)
    with assembled(path) as program:
        bot = program.bot
        parted = parting.shares(bot, number, files) if files else ()
        with bot.store.writing() as session:
            if files:
                old, new = parting.split(session, bot, number, parted, who)
            else:
                old, new = joining.split(session, bot, number, mails, who)
    print(f"submission {number} was split; submission {new.submission} is new")
    _tell(old)
    _tell(new)
    return 0


def _tell(outcome: people.Outcome) -> None:
    for line in told(outcome):
        print(line)
