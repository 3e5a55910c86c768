"""Opening the database, and transactions: one writer at a time, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from soppa_mailbot.errors import StoreError
from soppa_mailbot.store.files import Files

_BUSY_SECONDS = 30
_WRITER_LOCK = 0x50_50_41  # any constant of our own: pg_advisory_xact_lock's key


@dataclass(frozen=True, slots=True)
class Store:
    """The database and the originals."""

    engine: Engine
    files: Files

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that only looks."""
        with _wrapped(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that decides: nobody else writes meanwhile. Commits at the end, or nothing at all happens.

        SQLite: BEGIN IMMEDIATE, so that two readers never both wait to become writers. PostgreSQL: an advisory lock.
        """
        engine = self.engine.execution_options(soppa_writer=True)
        with _wrapped(), Session(engine, expire_on_commit=False) as session, session.begin():
            if self.engine.dialect.name == "postgresql":
                session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
            yield session

    def close(self) -> None:
        self.engine.dispose()


def open_engine(url: str) -> Engine:
    """An engine for `store.url`, with the pragmas that SQLite needs. Raises StoreError for a URL that is none."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise StoreError("store.url: only sqlite:///FILE and postgresql+psycopg://... are supported")
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() == "postgresql")
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StoreError(f"store.url is no database address ({error}); write sqlite:///soppa.db") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"store.url needs the package {error.name}: install soppa-mailbot[postgres]") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_file(engine: Engine) -> Path | None:
    """The database file; None for PostgreSQL and for a database in memory."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver's own is deferred
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # a committed answer survives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writer = connection.get_execution_options().get("soppa_writer", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


@contextmanager
def _wrapped() -> Iterator[None]:
    """SQLAlchemy's errors become ours, here and nowhere else."""
    try:
        yield
    except OperationalError as error:
        raise StoreError(f"the database does not answer: {error.orig}", temporary=True) from error
    except SQLAlchemyError as error:
        raise StoreError(f"the database refuses: {str(error).splitlines()[0]}") from error
