"""Real mail servers for the tests: Dovecot in a folder of its own, and an SMTP sink that can be told to misbehave.

Also the helpers that put mail into a mailbox and look at what is there, with the standard library's imaplib, so that
the program's own IMAP code is not its own judge.
"""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import grp
import imaplib
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

PASSWORD = "pass word-88"


# Below what systems hand out themselves, so that no client takes a port between its choice and its use; a part of them
# for each process that runs tests at the same time.
_PORTS = itertools.cycle(range(15_000 + os.getpid() * 80 % 16_000, 15_000 + os.getpid() * 80 % 16_000 + 1_000))


def free_port() -> int:
    while True:
        port = next(_PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@dataclass(slots=True)
class Dovecot:
    """A running server. Any user may log in with PASSWORD and has a mailbox of its own."""

    root: Path
    port: int
    tls_port: int
    ca_file: Path
    process: subprocess.Popen[bytes]

    @contextlib.contextmanager
    def client(self, user: str) -> Iterator[imaplib.IMAP4]:
        connection = imaplib.IMAP4("127.0.0.1", self.port, timeout=20)
        try:
            connection.login(user, PASSWORD)
            yield connection
        finally:
            with contextlib.suppress(OSError, imaplib.IMAP4.error):
                connection.logout()

    def deliver(self, user: str, raw: bytes, folder: str = "INBOX") -> None:
        with self.client(user) as connection:
            answer = connection.append(folder, "", "", raw)
            assert answer[0] == "OK", answer

    def subjects(self, user: str, folder: str = "INBOX") -> list[str]:
        """Subjects of the mails in a folder, in order; [] when there is no such folder."""
        found = []
        with self.client(user) as connection:
            answer = connection.select(f'"{folder}"', readonly=True)
            if answer[0] != "OK" or answer[1] == [b"0"]:
                return []
            _, data = connection.fetch("1:*", "(FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
            for item in data:
                if isinstance(item, tuple):
                    found.append(item[1].decode("latin-1").partition(":")[2].strip())
        return found

    def new_uidvalidity(self, user: str) -> None:
        """What a restored backup or a changed server does to INBOX."""
        with self.client(user) as connection:
            connection.select("INBOX")
            connection.unselect()
        listing = self.root / "mail" / user / "dovecot-uidlist"
        first, _, rest = listing.read_text().partition("\n")
        version, *words = first.split(" ")
        old = next(int(w[1:]) for w in words if w.startswith("V"))
        listing.write_text(f"{version} {' '.join(w if w[0] != 'V' else f'V{old + 7}' for w in words)}\n{rest}")
        for index in (self.root / "mail" / user).glob("dovecot.index*"):
            index.unlink()


def start_dovecot(*, capability: str = "", password: str = PASSWORD) -> Dovecot:
    """`capability`: all that the server admits to, for servers that can do less."""
    root = Path(tempfile.mkdtemp(prefix="soppa-dovecot-"))
    root.chmod(0o755)
    ports = free_port(), free_port()
    _certificate(root)
    (root / "dovecot.conf").write_text(_configuration(root, *ports, capability, password))
    for name in ("run", "state", "mail"):
        (root / name).mkdir()
    if os.getuid() == 0:
        os.chown(root / "mail", *_mail_owner())
    process = subprocess.Popen(["dovecot", "-F", "-c", str(root / "dovecot.conf")], stderr=subprocess.PIPE)
    server = Dovecot(root, *ports, root / "cert.pem", process)
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", ports[0]), timeout=5) as probe:
            if probe.recv(4) == b"* OK":
                return server
        if process.poll() is not None:
            break
        time.sleep(0.02)
    log = (root / "log").read_text() if (root / "log").exists() else ""
    stop_dovecot(server)
    raise RuntimeError(f"Dovecot did not start: {log}")


def stop_dovecot(server: Dovecot) -> None:
    if server.process.poll() is None:
        server.process.send_signal(signal.SIGTERM)
        try:
            server.process.wait(10)
        except subprocess.TimeoutExpired:
            server.process.kill()
            server.process.wait(5)
    if server.process.stderr is not None:
        server.process.stderr.close()
    shutil.rmtree(server.root, ignore_errors=True)


def _mail_owner() -> tuple[int, int]:
    """Dovecot never touches mail as root."""
    if os.getuid() != 0:
        return os.getuid(), os.getgid()
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid


def _certificate(root: Path) -> None:
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
            *("-keyout", str(root / "key.pem"), "-out", str(root / "cert.pem")),
        ],
        check=True,
        capture_output=True,
    )


def _configuration(root: Path, port: int, tls_port: int, capability: str, password: str) -> str:
    owner = _mail_owner()
    me, group = getpass.getuser(), grp.getgrgid(os.getgid()).gr_name
    # the login process refuses to be root; where we are not root, everything runs as ourselves
    users = "" if os.getuid() == 0 else f"default_internal_user = {me}\ndefault_login_user = {me}\n"
    users += "" if os.getuid() == 0 else f"default_internal_group = {group}\n"
    admitted = f"imap_capability = {capability}" if capability else ""
    return f"""
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
protocols = imap
base_dir = {root}/run
state_dir = {root}/state
log_path = {root}/log
listen = 127.0.0.1
ssl = yes
ssl_server_cert_file = {root}/cert.pem
ssl_server_key_file = {root}/key.pem
auth_allow_cleartext = yes
auth_failure_delay = 0
auth_mechanisms = plain login
mail_driver = maildir
mail_path = {root}/mail/%{{user}}
first_valid_uid = 1
first_valid_gid = 1
mail_uid = {owner[0]}
mail_gid = {owner[1]}
mailbox_list_layout = fs
{users}{admitted}
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {owner[0]}
    gid = {owner[1]}
    home = {root}/mail/%{{user}}
  }}
}}
service imap-login {{
  process_min_avail = 1
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
"""


@dataclass(slots=True)
class Sink:
    """An SMTP server that keeps what it is given. `script` holds what to answer to the next commands, by name."""

    port: int = 0
    taken: list[bytes] = field(default_factory=list)  # mails accepted, oldest first
    recipients: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    connections: int = 0
    answer: dict[str, list[str]] = field(default_factory=dict)  # "RCPT" -> ["451 4.3.0 later"]; "DATA", "MAIL" alike
    drop_after_data: int = 0  # so many times: take the mail, then close the line without the last word
    drop_at_rcpt: int = 0
    slow: Callable[[], float] = lambda: 0.0  # seconds between taking a mail and the last word about it
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def scripted(self, command: str) -> str | None:
        with self._lock:
            waiting = self.answer.get(command, [])
            return waiting.pop(0) if waiting else None

    async def handle_EHLO(self, server: Any, session: Any, _envelope: Any, hostname: str, answers: list[str]) -> Any:  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return answers

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:  # noqa: N802
        if (told := self.scripted("MAIL")) is not None:
            return told
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, _options: list[str]) -> str:  # noqa: N802
        if self.drop_at_rcpt:
            self.drop_at_rcpt -= 1
            server.transport.abort()
            return "421 gone"
        if (told := self.scripted("RCPT")) is not None:
            return told
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if (told := self.scripted("DATA")) is not None:
            return told
        self.taken.append(envelope.original_content)
        self.recipients.extend(envelope.rcpt_tos)
        self.senders.append(envelope.mail_from)
        if self.drop_after_data:
            self.drop_after_data -= 1
            server.transport.abort()
        await asyncio.sleep(self.slow())
        return "250 taken"


class _Controller(Controller):
    """aiosmtpd's, with login over a plain line allowed: loopback only."""

    def factory(self) -> SMTP:
        return SMTP(
            self.handler,
            hostname="sink.test",
            auth_require_tls=False,
            authenticator=_authenticate,
            enable_SMTPUTF8=False,
        )


def _authenticate(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
    return AuthResult(success=good, handled=good)


@contextlib.contextmanager
def smtp_sink(port: int = 0) -> Iterator[Sink]:
    sink = Sink(port=port or free_port())
    controller = _Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()
