"""Rich Text Format: words, table cells, and the state of form fields.

striprtf gives the words. It knows no cells and drops form fields, so both are turned into private characters first
(RTF 1.9.1: `\\cell`, `\\row`, `{\\*\\formfield ...}`).
"""

from __future__ import annotations

import re

from soppa_mailbot.model import Field, Paragraph, Reason, Run
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.flow import Budget

_CELL, _ROW, _ON, _OFF = "\ue000", "\ue001", "\ue002", "\ue003"
_MAX_CHARACTERS = 20_000_000


def read(data: bytes, limits: Limits) -> Opened:
    """The words of an RTF file, cells of its tables apart."""
    whole = data.rstrip(b"\x00\r\n\t ").endswith(b"}")
    cut = () if whole else ("the file seems to be cut off",)
    text = rtf_to_text(data, marks=True)
    budget = Budget(limits)
    flow = _flow(text, budget)
    if not any(p.text().strip() for p in flow):
        raise CannotRead(Reason.NO_TEXT, "no words could be found in it")
    fields = tuple(run.control for paragraph in flow for run in paragraph.runs if run.control)
    return Opened(flow=flow, fields=fields, notes=cut, unread=budget.unread())


def rtf_to_text(data: bytes, *, marks: bool = False) -> str:
    """The words; with `marks`, private characters for ends of cells and rows and for boxes. Raises CannotRead."""
    from striprtf.striprtf import rtf_to_text as strip

    source = _without_binaries(data[:_MAX_CHARACTERS].decode("latin-1"))
    if marks:
        source = _mark(source)
    try:
        return str(strip(source, errors="replace"))
    # striprtf takes numbers and code pages from the file and lets whatever they lead to escape
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged") from error


def _without_binaries(source: str) -> str:
    """Pictures are hexadecimal megabytes that striprtf would walk through sign by sign."""
    return re.sub(r"[0-9a-fA-F\s]{4000,}", " ", source)


def _mark(source: str) -> str:
    source = re.sub(r"\\(?:nest)?cell(?![a-z])", rf"\\uc0\\u{ord(_CELL)} ", source)
    source = re.sub(r"\\(?:nest)?row(?![a-z])", rf"\\uc0\\u{ord(_ROW)} ", source)
    out: list[str] = []
    at = 0
    for match in re.finditer(r"\\\*\\formfield", source):
        body = source[match.end() : match.end() + 2000]
        if not re.match(r"\s*\{?\s*\\fftype1(?!\d)", body):
            continue
        start = source.rfind("{\\field", at, match.start())
        if start < 0:
            continue
        # \ffres 25 means "as the default says" ([MS-DOC] FFDataBits iRes)
        result = re.search(r"\\ffres(\d+)", body)
        default = re.search(r"\\ffdefres(\d+)", body)
        on = (default and default[1] == "1") if not result or result[1] == "25" else result[1] == "1"
        out.append(f"{source[at:start]}\\uc0\\u{ord(_ON if on else _OFF)} ")
        at = start
    return "".join(out) + source[at:]


def _flow(text: str, budget: Budget) -> tuple[Paragraph, ...]:
    out: list[Paragraph] = []
    table, row = -1, 0
    pending = ""  # the last lines, which belong to a cell when a cell mark follows
    column, in_table = 0, False
    for piece in re.split(f"([{_CELL}{_ROW}])", text):
        if piece == _CELL:
            if not in_table:
                table, row, column, in_table = table + 1, 0, 0, True
                *before, pending = pending.lstrip("\n").split("\n") if "\n" in pending else (pending,)
                out += [Paragraph(_runs(line)) for line in before if budget.take(line)]
            for line in pending.strip("\n").split("\n"):  # an empty cell is a paragraph too, as in Word
                if budget.take(line):
                    out.append(Paragraph(_runs(line.strip()), cell=(table, row, column)))
            column, pending = column + 1, ""
        elif piece == _ROW:
            row, column, pending = row + 1, 0, ""
        else:
            pending = piece
            if in_table and column == 0 and "\n" in piece.removeprefix("\n"):
                # text between two rows: the table has ended
                *before, pending = piece.removeprefix("\n").split("\n")
                if any(line.strip() for line in before):
                    out += [Paragraph(_runs(line)) for line in before if budget.take(line)]
                    in_table = False
    out += [Paragraph(_runs(line)) for line in pending.split("\n") if line.strip() and budget.take(line)]
    return tuple(out)


def _runs(line: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    for piece in re.split(f"([{_ON}{_OFF}])", line):
        if piece in (_ON, _OFF):
            on = piece == _ON
            runs.append(Run("☒" if on else "☐", Field("", "check", "On" if on else "", on)))
        elif piece:
            runs.append(Run(piece))
    return tuple(runs)
