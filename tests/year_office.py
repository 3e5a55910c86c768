"""A district's folder with a database that is full, the program over it, and an eye on what the database is asked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

import simulated_year
from conftest import Clock
from mail_servers import PASSWORD
from simulated_letters import Conversation
from simulated_year import Year
from soppa_mailbot.commands.opening import opened
from soppa_mailbot.commands.run import Assembled
from soppa_mailbot.handling.bot import Tally
from soppa_mailbot.resources import resource
from soppa_mailbot.running import pipeline
from soppa_mailbot.store.migrate import open_store
from soppa_mailbot.store.tables import Base

# a walk through one of these passes by what still waits, and by nothing that is over
PARTIAL = {
    str(index.name)
    for table in Base.metadata.tables.values()
    for index in table.indexes
    if index.dialect_options["sqlite"].get("where") is not None
}
HANDOFF = """
[handoff]
[[handoff.recipients]]
name = "Risk Management"
to = ["risk@prairiebend14.example"]
"""


@dataclass(slots=True)
class Watch:
    """What the database was asked. `turns`: of SQLite's virtual machine, where it loops or jumps; no clock is as
    exact, and none counts the rows that were passed over."""

    said: dict[str, Any] = field(default_factory=dict)  # statement: its arguments, of the last time
    statements: int = 0
    turns: int = 0

    def statement(self, _c: object, _cursor: object, sql: str, args: Any, _context: object, _many: bool) -> None:
        self.said[sql] = args
        self.statements += 1

    def turn(self) -> None:
        self.turns += 1

    def connected(self, connection: Any, _record: object) -> None:
        if hasattr(connection, "set_progress_handler"):
            connection.set_progress_handler(self.turn, 1)


@contextmanager
def watched(engine: Engine) -> Iterator[Watch]:
    watch = Watch()
    engine.dispose()
    event.listen(engine, "connect", watch.connected)
    event.listen(engine, "before_cursor_execute", watch.statement)
    try:
        yield watch
    finally:
        event.remove(engine, "connect", watch.connected)
        event.remove(engine, "before_cursor_execute", watch.statement)
        engine.dispose()


@dataclass(frozen=True, slots=True)
class Archive:
    """A district's folder with a database that is full."""

    config: Path
    year: Year

    def copied(self, to: Path) -> Archive:
        return Archive(Path(shutil.copytree(self.config.parent, to)) / self.config.name, self.year)

    def some(self, state: str, wanted: Callable[[Conversation], bool] = lambda _: True) -> Conversation:
        return next(c for c in self.year.conversations if c.state == state and wanted(c))


def made(folder: Path, size: tuple[int, int], *, url: str = "", **changes: Any) -> Archive:
    """Filled by `simulated_year`; the mailbox's and the outgoing server's ports come from the environment."""
    shutil.copytree(resource("examples") / "district", folder)
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8").replace('password = "demo"', f'password = "{PASSWORD}"')
    config.write_text(f'{text}\n[store]\nurl = "{url or "sqlite:///soppa.db"}"\n{HANDOFF}', encoding="utf-8")
    with opened(config) as program:
        store = open_store(program.config.store.url, program.config.store.files)
        try:
            year = simulated_year.fill(store, program.core, submissions=size[0], messages=size[1], **changes)
        finally:
            store.close()
    return Archive(config, year)


@dataclass(frozen=True, slots=True)
class Office:
    """The program over an archive, between a real Dovecot and a real SMTP server."""

    program: Assembled
    clock: Clock
    deliver: Callable[[bytes], None]

    def poll(self) -> Tally:
        return pipeline.run_once(self.program.bot)

    def digest(self) -> str:
        return self.program.rendered_digest(self.clock()).text

    @property
    def engine(self) -> Engine:
        return self.program.bot.store.engine


def plans(engine: Engine, watch: Watch) -> dict[str, list[str]]:
    """SQLite's own plan for each statement that was made."""
    found = {}
    with engine.connect() as connection:
        for sql, args in watch.said.items():
            if sql.lstrip().startswith(("SELECT", "UPDATE", "DELETE")):
                told = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", args[0] if type(args) is list else args)
                found[sql] = [str(row[3]) for row in told]
    return found


def walks(plan: list[str]) -> list[str]:
    """Lines that say that a table, or the whole of an index over it, is walked through."""
    names = "|".join(Base.metadata.tables)
    found = [line for line in plan if re.match(rf"SCAN ({names})(_\d+)?\b", line)]
    return [line for line in found if not PARTIAL & set(line.split())]
