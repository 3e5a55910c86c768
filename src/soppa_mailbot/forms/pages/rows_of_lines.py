"""Tables that are set with spaces: heads over rows of lines to write on, each row begun by its name.

             Company              What it does         City and state
    First    __________________   __________________   ______________
    Second (if any) ___________   __________________   ______________

The lines of such rows stand under each other only roughly, and a head need not stand over its line: each belongs to the
line of its number. A row's name is that of all its lines: "(if any)" is said of the whole entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import center, height, same_row
from soppa_mailbot.forms.common.labels import behind_row
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_LEVEL = 3.0  # points by which lines of one row may differ
_FEWEST = 2  # lines of a row, and rows
_PITCH = 45.0  # points from one row down to the next
_OVER = 36.0  # points from the first row up to its heads
_NAME = 80.0  # points from a row's name to its first line
_LONGEST = 6  # words of a head, and of a row's name
_ENDS = (":", "?", ".", ";", ",")


@dataclass(frozen=True)
class _Row:
    lines: tuple[Box, ...]
    name: Piece


def rows_of_lines(layout: Layout, lines: Sequence[Box]) -> dict[Box, str]:
    """What the lines of such tables are called: "Second (if any) city and state"."""
    rows = [row for level in _levels(lines) if (row := _row(layout, level)) is not None]
    out: dict[Box, str] = {}
    for table in _tables(layout, rows):
        heads = _heads(layout, table[0])
        for row in table if heads else ():
            out |= {line: f"{row.name.text} {behind_row(head)}" for line, head in zip(row.lines, heads, strict=True)}
    return out


def _levels(lines: Sequence[Box]) -> list[list[Box]]:
    out: list[list[Box]] = []
    for line in sorted(lines, key=lambda b: b[3]):
        if out and line[3] - out[-1][0][3] < _LEVEL:
            out[-1].append(line)
        else:
            out.append([line])
    return [sorted(level) for level in out]


def _row(layout: Layout, level: Sequence[Box]) -> _Row | None:
    """The lines of one row, where nothing stands in it but its name before them, and they are in no drawn table."""
    if len(level) < _FEWEST or any(layout.index.at(center(seat_of(b))) is not None for b in level):
        return None
    here = [p for p in layout.pieces if same_row(p.box, seat_of(level[0])) and any(c.isalnum() for c in p.text)]
    if len(here) != 1 or len(here[0].text.split()) > _LONGEST:
        return None
    before = level[0][0] - here[0].box[2]
    apart = all(a[2] <= b[0] for a, b in pairwise(level))
    return _Row(tuple(level), here[0]) if apart and -_LEVEL <= before < _NAME else None


def _tables(layout: Layout, rows: Sequence[_Row]) -> list[list[_Row]]:
    """Rows under each other that have as many lines, with no words between them."""
    out: list[list[_Row]] = []
    for row in rows:
        if out and _follows(layout, out[-1][-1], row):
            out[-1].append(row)
        else:
            out.append([row])
    return [table for table in out if len(table) >= _FEWEST]


def _follows(layout: Layout, last: _Row, row: _Row) -> bool:
    if len(last.lines) != len(row.lines) or not 0 < row.lines[0][3] - last.lines[0][3] < _PITCH:
        return False
    if any(center(b)[0] < a[0] or center(b)[0] > a[2] for a, b in zip(last.lines, row.lines, strict=True)):
        return False
    names = (last.name, row.name)
    between = (p for p in layout.pieces if last.lines[0][3] < center(p.box)[1] < row.lines[0][3])
    return all(p in names for p in between)


def _heads(layout: Layout, first: _Row) -> list[str]:
    """The words right over the first row, one for each of its lines; [] where they are no heads."""
    top = seat_of(first.lines[0])[1]
    over = [p for p in layout.pieces if -_LEVEL <= top - p.box[3] < _OVER and any(c.isalpha() for c in p.text)]
    nearest = max(over, key=lambda p: p.box[3], default=None)
    if nearest is None:
        return []
    level = sorted((p for p in over if same_row(p.box, nearest.box)), key=lambda p: p.box[0])
    if len(level) == len(first.lines) + 1 and level[0].box[2] < first.lines[0][0]:
        level = level[1:]  # over the rows' names
    reach = first.lines[0][0] - 4 * height(nearest.box), first.lines[-1][2]
    told = all(len(p.text.split()) <= _LONGEST and not p.text.rstrip().endswith(_ENDS) for p in level)
    told = told and all(reach[0] <= center(p.box)[0] <= reach[1] for p in level)
    return [p.text for p in level] if told and len(level) == len(first.lines) else []
