"""`triage FILE...`: judge raw messages; no mailbox, no database, nothing sent."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from soppa_mailbot import examining
from soppa_mailbot.answer import as_json
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.core import sent_at
from soppa_mailbot.errors import MessageError
from soppa_mailbot.model import Findings, Message
from soppa_mailbot.never_filled import Copy, NeverFilled, copies_in, never_filled, sentences
from soppa_mailbot.terminal import clean

MANY = 5  # files from which a bar is worth its line


def triage(config: Path, files: Sequence[Path], *, as_lines: bool) -> int:
    """Prints an answer a file, in the order given. The exit status: 0 all read, 1 some file could not be read."""
    status = 0
    copies: list[Copy] = []
    with opened(config) as program:
        blanks = program.core.district.blanks
        with _progress(len(files)) as advance:
            for file, read in _read(program, files, advance):
                copies += copies_in(read.found) if isinstance(read, _Read) else ()
                answer = _answer(program, file, read, never_filled(copies, blanks))
                status = 1 if "error" in answer else status
                print(json.dumps(answer, ensure_ascii=False) if as_lines else _readable(answer), flush=True)
        for told in sentences(never_filled(copies, blanks)):
            print(f"note: {told}", file=sys.stderr)
    return status


@dataclass(frozen=True, slots=True)
class _Read:
    """A message that was read and not yet judged."""

    message: Message
    received: datetime
    found: Findings


def _read(
    program: Opened, files: Sequence[Path], advance: Callable[[], None]
) -> Iterator[tuple[Path, _Read | MessageError]]:
    """What each file brought, in their order; as many at a time as there are workers to read attachments.

    They are begun in their order too: whoever reads along, or stops early, has the answers up to there.
    """

    def read(file: Path) -> tuple[Path, _Read | MessageError]:
        brought = _brought(program, file)
        advance()
        return file, brought

    at_once = min(program.config.limits.workers, len(files))
    if at_once < 2:
        yield from map(read, files)
        return
    pool = ThreadPoolExecutor(at_once, "triage")
    try:
        yield from pool.map(read, files)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error where a person waits there for many files, and the answers go elsewhere."""
    if total < MANY or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        task = progress.add_task("judging", total=total)
        yield lambda: progress.advance(task)


def _brought(program: Opened, file: Path) -> _Read | MessageError:
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
    return _Read(message, received, examined.findings)


def _answer(program: Opened, file: Path, read: _Read | MessageError, in_vain: Sequence[NeverFilled]) -> dict[str, Any]:
    """`in_vain`: the places that no operator among the files so far has filled."""
    if isinstance(read, MessageError):
        return {"file": file.name, "error": str(read)}
    core, found = program.core, read.found
    try:
        verdict = core.judge((found,), in_vain=in_vain)
        reply = examining.first_answer(core, verdict, read.message, found, read.received)
    except MessageError as error:
        return {"file": file.name, "error": str(error)}
    return as_json(file.name, read.message.message_id, verdict, reply)


def _readable(answer: dict[str, Any]) -> str:
    if "error" in answer:
        return f"{clean(answer['file'])}: {clean(answer['error'])}\n"
    lines = [f"{clean(answer['file'])}: {answer['disposition']} ({answer['track']})"]
    vendor = answer["vendor"]
    lines.append(
        f"  from      {clean(vendor['name'])} <{clean(vendor['email'])}> about {clean(vendor['product']) or '?'}"
    )
    for name, item in answer["items"].items():
        value = item.get("value") or ""
        shown = ", ".join(value) if isinstance(value, list) else value
        told = "; ".join(clean(x) for x in (shown, item.get("detail", ""), item.get("source", "")) if x)
        lines.append(f"  {name:<11} {item['status']:<13} {told}")
    for entry in answer["attachments"]:
        lines.append(f"  file      {clean(entry['filename'])}: {entry['kind']}")
    for reason in answer.get("reasons", ()):
        lines.append(f"  because   {clean(reason)}")
    reply = answer["reply"]
    told = f"{reply['template']} to {clean(reply['to'])}" if reply else f"none: {clean(answer['unanswered'])}"
    lines.append(f"  answer    {told}")
    return "\n".join(lines) + "\n"
