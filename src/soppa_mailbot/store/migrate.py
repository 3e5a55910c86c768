"""Bringing the database to this version's schema. Alembic is imported only when there is something to do."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from soppa_mailbot.errors import StoreError
from soppa_mailbot.resources import resource
from soppa_mailbot.store.database import Store, open_engine, sqlite_file
from soppa_mailbot.store.files import Files

if TYPE_CHECKING:
    from alembic.config import Config as AlembicConfig

HEAD = "0008"  # the newest revision under migrations/versions; a test holds it against the folder

log = logging.getLogger(__name__)


def open_store(url: str, files: Path) -> Store:
    """The store, ready: folder made, schema up to date.

    Raises StoreError: unreachable (temporary), not writable, or written by a newer soppa-mailbot.
    """
    store = Store(open_engine(url), Files(files))
    try:
        store.files.prepare()
        path = sqlite_file(store.engine)
        if path is not None and not path.parent.is_dir():
            raise StoreError(f"store.url: the folder {path.parent} does not exist; make it, writable for soppa-mailbot")
        upgrade(store.engine)
        if path is not None:
            path.chmod(0o600)
    except BaseException:
        store.close()
        raise
    return store


def upgrade(engine: Engine) -> None:
    """Apply what is missing, with a note in the log. Raises StoreError, also on a schema newer than this program."""
    with _wrapped(engine), engine.execution_options(soppa_writer=True).begin() as connection:
        current = _current(connection)
        if current == HEAD:
            return
        if current is not None and current not in _known(config := alembic_config()):
            raise StoreError(
                f"the database has schema {current}, which is newer than this soppa-mailbot (schema {HEAD}): "
                "install the version that wrote it, or restore the backup made before the upgrade"
            )
        from alembic import command

        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        log.info("database schema brought from %s to %s", current or "nothing", HEAD)


def current_schema(engine: Engine) -> str | None:
    """The revision that the database has, None when it is empty. For `check`: changes nothing."""
    with _wrapped(engine), engine.connect() as connection:
        return _current(connection)


def known_schemas() -> frozenset[str]:
    """Every revision that this program can bring up to date."""
    return frozenset(_known(alembic_config()))


def alembic_config() -> AlembicConfig:
    from alembic.config import Config as AlembicConfig

    folder = resource("migrations")
    if not (folder / "env.py").is_file():
        raise StoreError(f"the migrations are missing from this installation ({folder}): install soppa-mailbot anew")
    config = AlembicConfig()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _known(config: AlembicConfig) -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    value = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if value is None else str(value)


@contextmanager
def _wrapped(engine: Engine) -> Iterator[None]:
    where = engine.url.render_as_string(hide_password=True)
    try:
        yield
    except OperationalError as error:
        raise StoreError(f"store.url: cannot open {where}: {error.orig}", temporary=True) from error
    except SQLAlchemyError as error:
        raise StoreError(f"store.url: {where} is not a usable database: {str(error).splitlines()[0]}") from error
