"""Rows of small cells for one character each: "Federal ID number (9 digits)" and nine cells behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, gap, height, same_row, width
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Place, PlaceReading

_FEWEST = 4  # cells of a comb
_CELL = re.compile(r"(t\d+r\d+)c(\d+)")  # id of a place in a table of a Word file
_TOOTH = 30.0  # points: the widest cell for one character
_EVEN = 1.5  # points by which the cells' widths may differ
_WHOLE = 4  # characters in one cell: the answer was not spread over the cells


def rests_of_combs(places: Sequence[Place]) -> frozenset[str]:
    """Ids of the cells of a Word table that go on with the answer of the first."""
    return frozenset(p.id for run in _runs(places) for p in run[1:])


def with_combs(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, the first cell of a comb standing for all: doubtful where fewer than half of them are filled."""
    out = {r.place.id: r for r in readings}
    for run in _runs([r.place for r in readings]):
        cells = [out[p.id] for p in run]
        filled = [r for r in cells if r.state == "filled"]
        if not filled or any(r.state == "doubtful" for r in cells):
            continue
        value = " ".join(r.value for r in filled) if len(filled) == 1 else "".join(r.value for r in filled)
        enough = 2 * len(filled) >= len(cells) or len(value) >= _WHOLE
        out[cells[0].place.id] = replace(
            cells[0],
            state="filled" if enough else "doubtful",
            value=value,
            how=filled[0].how,
            why=f"{len(filled)} of {len(cells)} small cells are filled",
        )
    return [out[r.place.id] for r in readings]


def _runs(places: Sequence[Place]) -> list[list[Place]]:
    """Neighbouring cells of one row of a Word table with one label between them."""
    out: list[list[Place]] = []
    for place in places:
        last = out[-1][-1] if out else None
        if last is not None and _goes_on(last, place):
            out[-1].append(place)
        else:
            out.append([place])
    return [run for run in out if len(run) >= _FEWEST]


def _goes_on(left: Place, right: Place) -> bool:
    cells = _CELL.fullmatch(left.id), _CELL.fullmatch(right.id)
    if not cells[0] or not cells[1] or left.label != right.label or {left.kind, right.kind} != {"text"}:
        return False
    return cells[0][1] == cells[1][1] and int(cells[1][2]) == int(cells[0][2]) + 1


def combs(layout: Layout) -> tuple[list[list[int]], frozenset[int]]:
    """Cells of a page that make combs, each from left to right; and the empty cells that only fill up their rows."""
    small = [
        i
        for i, c in enumerate(layout.cells)
        if width(c) <= _TOOTH and not layout.cell_text(i) and not layout.head_text(i) and layout.neighbours_left(i)
    ]
    runs = _even_runs(layout, small)
    out = [run for run in runs if len(run) >= _FEWEST and layout.cell_text(layout.neighbours_left(run[0])[0])]
    ends = [layout.cells[run[-1]] for run in out]
    rest = {
        i
        for i, c in enumerate(layout.cells)
        if not layout.cell_text(i) and any(same_row(c, end) and abs(c[0] - end[2]) <= 3 for end in ends)
    }
    return out, frozenset(rest)


def lone_combs(layout: Layout) -> list[list[int]]:
    """The same in a frame of their own, parted by rules: nothing else touches it, and its name stands beside it."""
    cells = layout.cells
    small = [i for i, c in enumerate(cells) if max(width(c), height(c)) <= _TOOTH and not layout.cell_text(i)]
    return [
        run
        for run in _even_runs(layout, small)
        if len(run) >= _FEWEST
        and not layout.neighbours_left(run[0])
        and not any(abs(c[0] - cells[run[-1]][2]) <= 3 and same_row(c, cells[run[-1]]) for c in cells)
        and not any(
            gap(c, cells[i])[0] == 0 and min(abs(c[3] - cells[i][1]), abs(c[1] - cells[i][3])) <= 3
            for c in cells
            for i in run
        )
    ]


def _even_runs(layout: Layout, small: Sequence[int]) -> list[list[int]]:
    """Cells that touch, of one width, from left to right."""
    runs: list[list[int]] = []
    for index in sorted(small, key=lambda i: (round(center(layout.cells[i])[1]), layout.cells[i][0])):
        cell, last = layout.cells[index], layout.cells[runs[-1][-1]] if runs else None
        even = last is not None and abs(width(cell) - width(last)) <= _EVEN
        if last is not None and even and same_row(cell, last) and abs(cell[0] - last[2]) <= 3:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
