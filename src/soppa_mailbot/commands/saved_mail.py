"""Mail that was saved as files, read many at a time; no mailbox, no database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from soppa_mailbot.commands.opening import Opened
from soppa_mailbot.core import sent_at
from soppa_mailbot.errors import MessageError
from soppa_mailbot.handling import examining
from soppa_mailbot.model import Findings, Message

MANY = 5  # files from which a bar is worth its line


@dataclass(frozen=True, slots=True)
class Brought:
    """What a saved message holds, not yet judged; of the message what an answer needs, without its files."""

    message: Message
    received: datetime
    found: Findings


def read_saved(
    program: Opened, files: Sequence[Path], advance: Callable[[], None]
) -> Iterator[tuple[Path, Brought | MessageError]]:
    """What each file brought, in their order; as many at a time as there are workers to read attachments."""

    def read(file: Path) -> tuple[Path, Brought | MessageError]:
        brought = _brought(program, file)
        advance()
        return file, brought

    at_once = min(program.config.limits.workers, len(files))
    if at_once < 2:
        yield from map(read, files)
        return
    pool = ThreadPoolExecutor(at_once, "saved-mail")
    try:
        yield from pool.map(read, files)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error where a person waits there for many files, and the answers go elsewhere."""
    if total < MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def _brought(program: Opened, file: Path) -> Brought | MessageError:
    try:
        raw = file.read_bytes()
    except OSError as error:
        return MessageError(f"cannot be read: {error.strerror or error}")
    try:
        message = program.core.parse(raw)
        received = sent_at(message, datetime.now(UTC))
        examined = examining.examined(program.core, message, program.config.replies, received=received)
    except MessageError as error:
        return error
    return Brought(replace(message, parts=()), received, examined.findings)
