"""`attach`: a mail that stands by itself becomes part of a submission."""

from __future__ import annotations

from pathlib import Path

from soppa_mailbot.commands.people import person, told
from soppa_mailbot.commands.run import assembled
from soppa_mailbot.judging.difference import difference
from soppa_mailbot.staff import attaching
from soppa_mailbot.terminal import clean


def attach(path: Path, mail: str, number: int, *, apply: bool, by: str | None, why: str) -> int:
    """Show what would change; with `apply`, do it. Raises UsageError."""
    who = person(by, why, must_say_why=True)
    with assembled(path) as program:
        bot = program.bot
        found = attaching.candidate(bot, mail, number)
        print(f"mail {found.mail} from {clean(found.found.sender.email)}: {clean(found.found.subject, 80)}")
        if apply:
            with bot.store.writing() as session:
                outcome = attaching.attach(session, bot, number, found, who)
            for line in told(outcome):
                print(line)
            return 0
        with bot.store.reading() as session:
            foreseen = attaching.foreseen(session, bot, number, found)
        for line in difference(foreseen.before, foreseen.after) or ("nothing else would change",):
            print(f"  {clean(line, 300)}")
        print(f"  submission {number} would be {foreseen.state.replace('_', ' ')}")
        print("nothing was done. Add --apply to do it")
    return 0
