"""The demo's own mail servers on loopback: pymap takes IMAP, aiosmtpd takes SMTP. Packages of the extra `demo`."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from soppa_mailbot.errors import UsageError

START_SECONDS = 15.0


@dataclass(slots=True)
class MailServers:
    """Ports on 127.0.0.1, and the mail that was handed to the SMTP server, oldest first."""

    imap_port: int
    smtp_port: int
    sent: list[bytes] = field(default_factory=list)


@contextmanager
def mail_servers(user: str, password: str) -> Iterator[MailServers]:
    """Both servers, with one empty mailbox, until the block is left. Raises UsageError without the extra `demo`."""
    try:
        import aiosmtpd.controller
        import pymap.backend.dict  # noqa: F401
    except ImportError as error:
        raise UsageError(
            f"the demo needs its mail servers ({error.name} is absent): pip install 'soppa-mailbot[demo]'"
        ) from error
    servers = MailServers(imap_port=_free_port(), smtp_port=_free_port())
    smtp = aiosmtpd.controller.Controller(_Sink(servers.sent), hostname="127.0.0.1", port=servers.smtp_port)
    smtp.start()
    try:
        with _imap(servers.imap_port, user, password):
            yield servers
    finally:
        smtp.stop()


class _Sink:
    def __init__(self, sent: list[bytes]) -> None:
        self._sent = sent

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self._sent.append(envelope.original_content)
        return "250 taken"


@contextmanager
def _imap(port: int, user: str, password: str) -> Iterator[None]:
    """pymap lives in an event loop; that loop gets a thread of its own."""
    logging.getLogger("pymap").setLevel(logging.ERROR)
    ready, failure = threading.Event(), list[BaseException]()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    async def serve() -> None:
        from pymap.backend.dict import DictBackend
        from pymap.imap import IMAPService

        arguments = Namespace(
            host="127.0.0.1", port=port, cert=None, key=None, tls=False, debug=False, passlib_cfg=None,
            proxy_protocol=None, inherited_sockets=None, demo_data=False, demo_user=user, demo_password=password,
        )  # fmt: skip
        backend, config = await DictBackend.init(arguments)
        config.apply_context()
        async with AsyncExitStack() as stack:
            await backend.start(stack)
            await IMAPService(backend, config).start(stack)
            ready.set()
            await stop.wait()

    def run() -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(serve())
        except Exception as error:  # noqa: BLE001 - whatever it is, the waiting thread must hear of it
            failure.append(error)
            ready.set()
        finally:
            for task in asyncio.all_tasks(loop):
                task.cancel()
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()

    thread = threading.Thread(target=run, name="demo-imap", daemon=True)
    thread.start()
    if not ready.wait(START_SECONDS) or failure:
        raise UsageError(f"the demo's IMAP server did not start: {failure[0] if failure else 'no answer'}")
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(START_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
