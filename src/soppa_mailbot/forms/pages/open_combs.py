"""Combs without an upper side: short strokes that stand upright on a line and leave room for one character each.

"Date of signature |_|_| |_|_| |_|_|": no cell is closed, and no line is long enough to be written on by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import center, common, height, union, width
from soppa_mailbot.forms.pages import cells as grid
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_STROKE = (2.5, 14.0)  # points of an upright stroke
_TOOTH = (8.0, 28.0)  # points between two strokes
_LOW = 0.9  # of that, at most, is a stroke's height: what is higher is a box
_LEVEL = 1.0  # points by which strokes of one comb may differ
_FOOT = 5.0  # points between a comb and the lower side of the cell that it is drawn in
_ROOM = 45.0  # points of such a cell's height: a caption over one line of letters


def open_combs(layout: Layout) -> list[Box]:
    """The lines that such combs stand on, from the first stroke to the last, as flat boxes."""
    combs = grid.rows_of_teeth(_teeth(layout))
    return [union((c[0][0], c[0][3], c[0][0], c[0][3]), (c[-1][2], c[-1][3], c[-1][2], c[-1][3])) for c in combs]


def with_open_combs(lines: Iterable[Box], layout: Layout) -> list[Box]:
    """Lines to write on, the parts of a comb's line as one. A comb at the foot of a cell is a part of that cell."""
    combs = [comb for comb in open_combs(layout) if not _is_foot(layout, comb)]
    return [b for b in lines if not any(_is_part(b, comb) for comb in combs)] + combs


def _is_foot(layout: Layout, comb: Box) -> bool:
    over = layout.index.at((center(comb)[0], comb[3] - 2 * _LEVEL))
    return over is not None and abs(layout.cells[over][3] - comb[3]) <= _FOOT and height(layout.cells[over]) <= _ROOM


def _is_part(line: Box, comb: Box) -> bool:
    return abs(line[3] - comb[3]) <= _LEVEL and comb[0] - _LEVEL <= line[0] and line[2] <= comb[2] + _LEVEL


def _teeth(layout: Layout) -> list[Box]:
    level, upright = grid.edges([m for m in layout.page.marks if m.kind == "line" or height(m.box) <= _STROKE[1]])
    strokes: dict[int, list[Box]] = {}  # by where they end
    for stroke in upright:
        if _STROKE[0] <= height(stroke) <= _STROKE[1]:
            strokes.setdefault(round(stroke[3]), []).append(stroke)
    if len(level) + len(upright) > grid.MAX_EDGES:
        return []
    out = []
    for found in strokes.values():
        row = sorted(found)
        base, top = (_spans(level, min(b[side] for b in row), max(b[side] for b in row)) for side in (3, 1))
        for left, right in pairwise(_once(row)):
            tooth = (center(left)[0], left[1], center(right)[0], left[3])
            alike = abs(left[1] - right[1]) <= _LEVEL and _TOOTH[0] <= width(tooth) <= _TOOTH[1]
            if not alike or height(tooth) > _LOW * width(tooth):
                continue
            if not _covers(base, tooth) or _covers(top, tooth):
                continue
            if not any(common(w.box, tooth) > 0 for w in layout.words):
                out.append(tooth)
    return out


def _once(row: Sequence[Box]) -> list[Box]:
    """Strokes from left to right; those that two teeth share are drawn twice."""
    out: list[Box] = []
    for stroke in row:
        if not out or center(stroke)[0] - center(out[-1])[0] > _LEVEL:
            out.append(stroke)
    return out


def _spans(level: Sequence[Box], first: float, last: float) -> list[Box]:
    return [b for b in level if first - _LEVEL <= center(b)[1] <= last + _LEVEL]


def _covers(lines: Sequence[Box], tooth: Box) -> bool:
    """Whether a level line runs from one stroke of a tooth to the other."""
    return any(b[0] <= tooth[0] + 2 * _LEVEL and tooth[2] - 2 * _LEVEL <= b[2] for b in lines)
