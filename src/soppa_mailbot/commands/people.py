"""What the commands share with which a person decides: who it is, the open store, and how an outcome is told.

They do not take the process lock: each decides within one write transaction, so the daemon may run meanwhile.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from soppa_mailbot.commands.opening import load_config
from soppa_mailbot.errors import UsageError
from soppa_mailbot.judging.difference import difference
from soppa_mailbot.settings.config import Config
from soppa_mailbot.staff.people import Outcome, Person
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.events import BOT
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.terminal import clean


def person(by: str | None, why: str, environ: Mapping[str, str] = os.environ, *, must_say_why: bool = False) -> Person:
    """Who decides: as `--by` says, else who logged in. Raises UsageError when that is nobody."""
    if must_say_why and not why.strip():
        raise UsageError("--why: say why; whoever looks at this later must know")
    who = clean(by if by is not None else environ.get("SUDO_USER") or environ.get("USER") or _account(), 80)
    if not who or who.casefold() == BOT:
        raise UsageError("--by: say who decides this, as --by kim")
    return Person(who, clean(why, 1000))


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return ""


@contextmanager
def opened_store(path: Path) -> Iterator[tuple[Config, Store]]:
    """Configuration and store, for what needs neither forms nor worker processes. Raises ConfigError, StoreError."""
    config = load_config(path)
    store = open_store(config.store.url, config.store.files)
    try:
        yield config, store
    finally:
        store.close()


def told(outcome: Outcome) -> Iterator[str]:
    """What a decision led to, in lines for a terminal."""
    lines = difference(outcome.before, outcome.after)
    for line in lines or ("nothing else changes",):
        yield f"  {clean(line, 300)}"
    yield f"submission {outcome.submission} is {outcome.state.replace('_', ' ')}"
    for reason in outcome.after.reasons:
        yield f"  because: {clean(reason, 300)}"
    if outcome.held:
        number = outcome.submission
        yield f"  a new answer waits: `show {number} --answer` shows it, `release {number}` sends it"
    elif outcome.unanswered:
        yield f"  no new answer: {clean(outcome.unanswered, 300)}"
