"""`rejudge`: what today's register and forms make of submissions that were judged before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from soppa_mailbot.commands.people import person, told
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.errors import UsageError
from soppa_mailbot.handling import rereading
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.judging.decisions import as_attached
from soppa_mailbot.judging.difference import difference
from soppa_mailbot.model import Findings
from soppa_mailbot.staff import people
from soppa_mailbot.store import decisions, evidence, views
from soppa_mailbot.terminal import clean

STATES = ("waiting_vendor", "waiting_district", "review", "stale")  # of `--all`: what is over stays as it was


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one original says when it is read again."""

    mail: int
    before: str  # the findings as they are kept
    found: Findings
    attached: bool  # by a person

    @property
    def counting(self) -> Findings:
        """What it brings to the submission."""
        return as_attached(self.found) if self.attached else self.found


def rejudge(path: Path, number: int | None, *, every: bool, apply: bool, reread: bool, by: str | None, why: str) -> int:
    """Show what would change; with `apply`, change it. Raises UsageError."""
    if (number is None) != every:
        raise UsageError("rejudge: name a submission, or say --all")
    who = person(by, why)
    with assembled(path) as program:
        bot = program.bot
        with bot.store.reading() as session:
            if number is not None:
                decisions.get(session, number)
            numbers = [number] if number is not None else views.numbers(session, STATES)
        changed = sum(_one(bot, one, apply=apply, reread=reread, who=who) for one in numbers)
    count = f"{changed} of {len(numbers)} submission{'' if len(numbers) == 1 else 's'}"
    if apply:
        print(f"{count} changed")
    else:
        print(f"{count} would change{'; nothing was done. Add --apply to do it' if changed else ''}")
    return 0


def _one(bot: Bot, number: int, *, apply: bool, reread: bool, who: people.Person) -> bool:
    readings = _read_again(bot, number) if reread else None
    with bot.store.reading() as session:
        history = [r.counting for r in readings] if readings is not None else None
        foreseen = people.foreseen(session, bot, number, history)
    if foreseen is None:
        return False
    print(f"submission {number}, {clean(foreseen.after.vendor_name)}: {clean(foreseen.after.product) or '?'}")
    if not apply:
        for line in difference(foreseen.before, foreseen.after):
            print(f"  {clean(line, 300)}")
        print(f"  would be {foreseen.state.replace('_', ' ')}")
        return True
    with bot.store.writing() as session:
        if readings is not None:
            _keep(session, number, readings)
        outcome = people.rejudge(session, bot, number, who)
    for line in told(outcome) if outcome is not None else ():
        print(line)
    return outcome is not None


def _read_again(bot: Bot, number: int) -> list[_Reading]:
    with bot.store.reading() as session:
        kept = evidence.of_submission(session, number)
    return [
        _Reading(
            b.row.id,
            evidence.stored(b.row, b.link),
            rereading.examined(bot, b.row, b.link.how, evidence.selection(b.link)),
            attached=b.link.how == evidence.ATTACHED,
        )
        for b in kept
    ]


def _keep(session: Session, number: int, readings: Sequence[_Reading]) -> None:
    """The new findings take the old ones' place, if those are still what they were when the originals were read."""
    kept = evidence.of_submission(session, number)
    if [(b.row.id, evidence.stored(b.row, b.link)) for b in kept] != [(r.mail, r.before) for r in readings]:
        raise UsageError(f"submission {number}: mail came in while it was read again; run rejudge once more")
    for brought, reading in zip(kept, readings, strict=True):
        evidence.keep(brought.row, brought.link, reading.found)
    session.flush()
