"""Fixtures that several rooms use: real mail servers, a real store, a bot over both."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pydantic import SecretStr
from sqlalchemy import create_engine, text

from mail_servers import PASSWORD, Dovecot, Sink, free_port, smtp_sink, start_dovecot, stop_dovecot
from proving import PROVE
from small_core import SmallCore
from soppa_mailbot.handling.bot import Bot
from soppa_mailbot.settings.config_sections import MailboxSection, RepliesSection, SmtpSection
from soppa_mailbot.store.database import Store
from soppa_mailbot.store.migrate import open_store

# `./run test` tries the same examples each time: it tells of the change in hand. `./run prove` looks for new ones.
settings.register_profile("test", derandomize=True, deadline=None)
settings.register_profile("prove", deadline=None)
settings.load_profile("prove" if PROVE else "test")

POSTGRES = "postgresql+psycopg"
_users = itertools.count()


def need(program: str, package: str) -> None:
    """Skip with the reason where a server is not installed; in continuous integration nothing may be skipped."""
    if shutil.which(program) is None:
        if os.environ.get("CI", "").casefold() == "true":
            pytest.fail(f"CI without {program}: install Debian's {package}")
        pytest.skip(f"{program} is not here: apt-get install {package}")


@pytest.fixture(scope="session", autouse=True)
def _learnt_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache of what is learnt of blanks for this run of the tests and all its processes; nobody's own is used."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        patch.delenv("CACHE_DIRECTORY", raising=False)
        yield


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    need("dovecot", "dovecot-imapd")
    server = start_dovecot()
    yield server
    stop_dovecot(server)


@pytest.fixture
def sink() -> Iterator[Sink]:
    with smtp_sink() as server:
        yield server


@pytest.fixture
def user() -> str:
    """A mailbox that no other test has."""
    return f"box{next(_users)}@test.example"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/soppa.db", tmp_path / "files")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server of our own; the URL of its first database."""
    candidates = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if not candidates:
        need("initdb", "postgresql")
    tools = max(candidates).parent if candidates else Path(shutil.which("initdb") or "").parent
    root = Path(tempfile.mkdtemp(prefix="soppa-postgres-"))
    root.chmod(0o755)
    port = free_port()
    as_other = ["runuser", "-u", "nobody", "--"] if os.getuid() == 0 else []  # PostgreSQL refuses to be root
    if as_other:
        shutil.chown(root, "nobody")
    data = str(root / "data")
    quiet = {"check": True, "capture_output": True, "cwd": root}
    subprocess.run([*as_other, tools / "initdb", "-D", data, "-U", "bot", "-A", "trust", "-N"], **quiet)  # type: ignore[call-overload]
    options = f"-p {port} -k {root} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [*as_other, tools / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*control, "-o", options, "-l", root / "log", "start"], **quiet)  # type: ignore[call-overload]
    yield f"{POSTGRES}://bot@127.0.0.1:{port}/postgres"
    subprocess.run([*control, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/soppa.db"
    server: str = request.getfixturevalue("postgres")
    name = "t" + os.urandom(6).hex()  # a schema of its own is much quicker to make than a database
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{server}?options=-csearch_path%3D{name}"


@pytest.fixture
def any_store(url: str, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(url, tmp_path / "files")
    yield opened
    opened.close()


@dataclass(slots=True)
class Clock:
    """The time of a test, which stands still until it is told."""

    moment: datetime = datetime(2026, 9, 8, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **delta: float) -> None:
        self.moment += timedelta(**delta)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def mailbox_section(port: int, user: str, **changes: Any) -> MailboxSection:
    section = MailboxSection(
        host="127.0.0.1", port=port, security="none", username=user, password=SecretStr(PASSWORD), timeout_seconds=10
    )
    return section.model_copy(update=changes)


def smtp_section(port: int, **changes: Any) -> SmtpSection:
    section = SmtpSection.model_validate(
        {
            "host": "127.0.0.1",
            "port": port,
            "security": "none",
            "from": "Procurement <procurement@district.example>",
            "timeout_seconds": 5,
        }
    )
    return section.model_copy(update=changes)


@pytest.fixture
def make_bot(store: Store, user: str, clock: Clock) -> Callable[..., Bot]:
    """A bot over given ports, with a core that a test can see through."""

    def make(imap_port: int, smtp_port: int, **changes: Any) -> Bot:
        bot = Bot(
            store=store,
            core=SmallCore(),
            mailbox=mailbox_section(imap_port, user),
            smtp=smtp_section(smtp_port),
            replies=RepliesSection(mode="auto"),
            message_id_domain="soppa-mailbot.district.example",
            clock=clock,
        )
        return replace(bot, **changes)

    return make


@pytest.fixture
def bot(make_bot: Callable[..., Bot], dovecot: Dovecot, sink: Sink) -> Bot:
    """A bot between a real Dovecot and a real SMTP server."""
    return make_bot(dovecot.port, sink.port)


_ids = itertools.count(1)


def vendor_mail(
    body: str, *, subject: str = "AcmeMath", sender: str = "Jo Doe <jo@acme.example>", **headers: str
) -> bytes:
    """A mail as `small_core` reads it. Header names with _ for -: In_Reply_To."""
    message = EmailMessage()
    message["From"], message["To"] = sender, "procurement@district.example"
    message["Subject"], message["Date"] = subject, "Tue, 08 Sep 2026 09:30:35 -0500"
    headers.setdefault("Message_ID", f"<v{next(_ids)}@acme.example>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message.as_bytes().replace(b"\n", b"\r\n")
