"""Cells that dots lead to: "21 Number of users . . . . . . | 21 |        |", as tax returns have their lines.

The cell behind the dots has the line's number and nothing else, and the one behind that is filled in: nobody writes on
the dots, and what stands before them names the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, same_row, union, width
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.pages import cells as grid
from soppa_mailbot.model import Box, Word

_BEFORE = 26.0  # points from the last dot to the number's cell
_TOUCHES = 3.0  # points between cells that touch
_NARROWEST = 24.0  # points of a cell to write in
_LINE = re.compile(r"\d{1,3}[a-z]?|[a-z]")  # "21", "23b", and "b" alone before the words of the line
_DOTS = re.compile(r"[.…·\s]+")


def led_cells(index: grid.CellIndex, words: Sequence[Word]) -> dict[int, tuple[str, Box]]:
    """The cells that hold the number of a line whose words stand before them -> these, and where the dots stand."""
    ends = [w for w in words if _DOTS.fullmatch(w.text) and index.at(center(w.box)) is None]
    if not ends:
        return {}
    texts: dict[int, list[str]] = {}
    for word in words:
        at = index.at(center(word.box))
        if at is not None:
            texts.setdefault(at, []).append(word.text)
    numbers = {i: t[0] for i, t in texts.items() if len(t) == 1 and _LINE.fullmatch(t[0])}
    out: dict[int, tuple[str, Box]] = {}
    for at, number in numbers.items():
        cell = index.cells[at]
        led = any(same_row(w.box, cell) and -1 <= cell[0] - w.box[2] <= _BEFORE for w in ends)
        if not led or not any(_is_behind(c, cell) for c in index.cells):
            continue
        found = _line_before(index, cell, words)
        dots = [w.box for w in found if _DOTS.fullmatch(w.text)]
        said = [w.text for w in found if not _DOTS.fullmatch(w.text)]
        if said and _LINE.fullmatch(said[0]) and number.endswith(said[0]):
            said = said[1:]
        if not said or not dots:
            continue
        leader = dots[0]
        for box in dots[1:]:
            leader = union(leader, box)
        out[at] = " ".join([number, *said]), leader
    return out


def _is_behind(cell: Box, number: Box) -> bool:
    """Whether a cell that can be written in touches a number's cell on its right."""
    return abs(cell[0] - number[2]) <= _TOUCHES and same_row(cell, number) and width(cell) >= _NARROWEST


def _line_before(index: grid.CellIndex, cell: Box, words: Sequence[Word]) -> list[Word]:
    """The words of a row before a cell that stand in none, from the next cell at their left on."""
    left = max((c[2] for c in index.cells if c[2] <= cell[0] + _TOUCHES and same_row(c, cell)), default=0.0)
    level = [
        w
        for w in words
        if left - 1 <= w.box[0] < cell[0] and cell[1] <= center(w.box)[1] <= cell[3] and index.at(center(w.box)) is None
    ]
    return [w for row in rows(level) for w in row]
