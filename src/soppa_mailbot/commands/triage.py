"""`triage FILE...`: judge raw messages; no mailbox, no database, nothing sent."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from soppa_mailbot.answering.answer import as_json
from soppa_mailbot.commands.opening import Opened, opened
from soppa_mailbot.commands.saved_mail import Brought, progress, read_saved
from soppa_mailbot.errors import MessageError
from soppa_mailbot.handling import examining
from soppa_mailbot.judging.left_empty import left_empty
from soppa_mailbot.judging.left_empty_copies import Copy, copies_in
from soppa_mailbot.judging.left_empty_told import Seen, sentences
from soppa_mailbot.terminal import clean

TOGETHER = 500  # files that are read before the first of them is judged; their findings stay in memory


def triage(config: Path, files: Sequence[Path], *, as_lines: bool) -> int:
    """Prints an answer a file, in the order given. The exit status: 0 all read, 1 some file could not be read.

    All files are read before the first is judged (of a great heap `TOGETHER` at a time): what operators leave empty in
    the District's forms is known from all of them, and the answers do not depend on their order. Beyond `TOGETHER`
    files they do: the later ones are judged with more copies known.
    """
    status = 0
    copies: list[Copy] = []
    with opened(config) as program:
        blanks = program.core.district.blanks
        with progress("judging", len(files)) as advance:
            every = read_saved(program, files, advance)
            while some := list(islice(every, TOGETHER)):
                copies += (copy for _, read in some if isinstance(read, Brought) for copy in copies_in(read.found))
                in_vain = left_empty(copies, blanks)
                for file, read in some:
                    answer = _answer(program, file, read, in_vain)
                    status = 1 if "error" in answer else status
                    print(json.dumps(answer, ensure_ascii=False) if as_lines else _readable(answer), flush=True)
        for told in sentences(left_empty(copies, blanks)):
            print(f"note: {told}", file=sys.stderr)
    return status


def _answer(program: Opened, file: Path, read: Brought | MessageError, in_vain: Sequence[Seen]) -> dict[str, Any]:
    """`in_vain`: the places that operators leave empty, by all files."""
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
