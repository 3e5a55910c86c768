"""Which label a line answers that has none of its own: the line above it, or its column's header."""

from __future__ import annotations

import re
from collections.abc import Iterator

from soppa_mailbot.finding.sentences import Piece, pieces

_ONLY_WHEN = re.compile(
    r"(?:by[ ])?(?:when|dates?|target(?:[ ]date)?|due(?:[ ]date)?|time(?:line)?|day)\W*", re.IGNORECASE
)
_LABEL_ENDS = (":", "?", "->", "-", ">")


def with_context(text: str) -> Iterator[tuple[Piece, str]]:
    """Each piece with the label above it that it answers: a line "Deadline:" and the date on the next one."""
    open_label = ""
    header: list[str] = []
    for piece in pieces(text):
        bare = piece.text.strip()
        cells = [c.strip() for c in piece.text.split("\t")]
        row = len(cells) > 2 or (len(cells) == 2 and all(any(ch.isdigit() for ch in c) for c in cells))
        if row and len(cells) == len(header):
            label = "" if any(ch.isdigit() for ch in cells[0]) else cells[0]
            for name, cell, start in zip(header, cells, _starts(piece.text), strict=True):
                plain = _ONLY_WHEN.fullmatch(name) and cell != label  # under "When" the row says what is then
                yield piece.part(start, start + len(cell)), f"{label} {name}" if plain else name
        else:
            yield piece, open_label if open_label.endswith(_LABEL_ENDS) or len(bare) < 30 else ""
        header = _header(cells, header, row=row)
        open_label = bare if _asks(bare) else ""


def _header(cells: list[str], header: list[str], *, row: bool) -> list[str]:
    """What stands over the next row: these cells where they hold no figures, else what stood over this one."""
    if len(cells) > 1 and all(cells) and not any(ch.isdigit() for c in cells for ch in c):
        return cells
    return header if row else []


def _starts(row: str) -> list[int]:
    """Where the text of each cell begins."""
    out: list[int] = []
    at = 0
    for cell in row.split("\t"):
        out.append(at + len(cell) - len(cell.lstrip()))
        at += len(cell) + 1
    return out


def _asks(line: str) -> bool:
    """Whether a line may be the label of the next one: "Deadline:", "Approval needed by"."""
    return bool(line) and len(line) < 90 and (line.endswith(_LABEL_ENDS) or (len(line) < 60 and line[-1].isalpha()))
