"""Cells of the tables drawn on a page, from rules and rectangles alike."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import center, height, holds, width
from soppa_mailbot.forms.pages.open_sides import SNAP, Merged, Span, covers, open_sides
from soppa_mailbot.model import Box, Mark

MAX_EDGES = 2500  # a page with more is a drawing, not a form
_AROUND = 1.3  # times as large: a cell with another in it, and not one drawn twice
_BOX_SIDE = (5.0, 16.5)  # a box to tick
_PILL, _PILL_SHAPE, _PILLS = (7.0, 15.0), 2.6, 4  # points of its height; times as broad; of one size on a page
_ICON, _ROUND = 60.0, (0.8, 1.25)  # points of an ornament; of a circle's height: its width
_TOUCH = 1.5  # points between boxes that touch
_DASH = 14.0  # points between two runs of one comb
_WIDE_DASH = 24.0  # the same where each box is as wide
_TEETH = 4  # of a comb, at least
_TOOTH = (9.0, 28.0)  # points of a side of one that is no box to tick


def is_tick_box(box: Box) -> bool:
    """Whether a rectangle or circle has the size and shape of a box to tick."""
    w, h = width(box), height(box)
    return _BOX_SIDE[0] <= w <= _BOX_SIDE[1] and _BOX_SIDE[0] <= h <= _BOX_SIDE[1] and 0.72 <= w / h <= 1.4


def tick_boxes(marks: Iterable[Mark]) -> list[Box]:
    """Drawn boxes to tick, a double outline once."""
    kept = list(marks)
    found = _small_boxes(kept)
    teeth = {box for comb in drawn_combs(kept) for box in comb}
    return [b for b in found if b not in teeth]


def drawn_combs(marks: Iterable[Mark]) -> list[list[Box]]:
    """Rows of boxes for one character each: "[ ][ ][ ][ ][ ]", "[ ][ ] / [ ][ ]".

    They may be as large as boxes to tick, or somewhat larger; two or three that touch are a row where a longer one has
    boxes of their size: "State [ ][ ]" beside "ZIP code [ ][ ][ ][ ][ ]".
    """
    kept = list(marks)
    small, large = _small_boxes(kept), _large_teeth(kept)
    return _long_or_alike(_combs(small, 2) + _combs(large, 2))


def rows_of_teeth(boxes: Sequence[Box]) -> list[list[Box]]:
    """The boxes that make such rows."""
    return _long_or_alike(_combs(boxes, 2))


def _long_or_alike(runs: Sequence[list[Box]]) -> list[list[Box]]:
    sizes = {_size(run[0]) for run in runs if len(run) >= _TEETH}
    return [run for run in runs if len(run) >= _TEETH or _size(run[0]) in sizes]


def _size(box: Box) -> tuple[int, int]:
    return round(width(box)), round(height(box))


def _large_teeth(marks: Iterable[Mark]) -> list[Box]:
    """Drawn boxes too large to tick and high enough for one character, none of which has another over or under it."""
    found: list[Box] = []
    for mark in marks:
        w, h = width(mark.box), height(mark.box)
        fits = _TOOTH[0] <= w <= _TOOTH[1] and _TOOTH[0] <= h <= _TOOTH[1] and w <= 1.3 * h
        if fits and mark.kind == "rect" and not mark.annotation and not is_tick_box(mark.box):
            found.append(mark.box)
    if len(found) > MAX_EDGES:
        return []
    tops = {(round(b[0]), round(b[1])) for b in found}
    bottoms = {(round(b[0]), round(b[3])) for b in found}
    in_table = [b for b in found if (round(b[0]), round(b[3])) in tops or (round(b[0]), round(b[1])) in bottoms]
    return [b for b in dict.fromkeys(found) if b not in set(in_table)]


def _small_boxes(marks: Iterable[Mark]) -> list[Box]:
    out: list[Box] = []
    for mark in sorted(marks, key=lambda m: m.kind == "white"):  # the filling of a box that has an outline comes second
        if mark.kind not in ("rect", "curve", "white") or mark.annotation or not is_tick_box(mark.box):
            continue
        if not any(abs(mark.box[0] - b[0]) < 5 and abs(mark.box[1] - b[1]) < 5 for b in out[-400:]):
            out.append(mark.box)
    return out


def pills(marks: Iterable[Mark]) -> list[Box]:
    """Drawn boxes to tick with round ends, broader than high; several of one size, or it is another ornament."""
    found: list[Box] = []
    for mark in marks:
        w, h = width(mark.box), height(mark.box)
        shaped = mark.kind == "curve" and not mark.annotation and not is_tick_box(mark.box)
        if shaped and _PILL[0] <= h <= _PILL[1] and 1.3 <= w / h <= _PILL_SHAPE:
            found.append(mark.box)
    sizes = Counter((round(width(b)), round(height(b))) for b in found)

    def alike(box: Box) -> int:
        w, h = round(width(box)), round(height(box))
        return sum(sizes[w + dw, h + dh] for dw in (-1, 0, 1) for dh in (-1, 0, 1))

    return list(dict.fromkeys(b for b in found if alike(b) >= _PILLS))


def in_ornaments(boxes: Iterable[Box], marks: Iterable[Mark]) -> set[Box]:
    """The boxes that lie in a circle of an icon's size: its strokes."""
    rings = [m.box for m in marks if m.kind == "curve" and not m.annotation and _is_round(m.box)]
    return {
        b
        for b in boxes
        if any(holds(r, center(b)) and width(r) > 1.5 * width(b) and height(r) > 1.5 * height(b) for r in rings)
    }


def _is_round(box: Box) -> bool:
    """Whether it is a circle of an icon's size, and no button around words: "( [ ] Yes )"."""
    w, h = width(box), height(box)
    return max(w, h) < _ICON and h > 0 and _ROUND[0] <= w / h <= _ROUND[1]


def _combs(boxes: Sequence[Box], teeth: int) -> list[list[Box]]:
    lines: list[list[Box]] = []
    for box in sorted(boxes):
        line = next((r for r in lines if abs(r[0][1] - box[1]) < 2 and abs(r[0][3] - box[3]) < 2), None)
        if line is None:
            lines.append([box])
        else:
            line.append(box)
    out: list[list[Box]] = []
    for line in lines:
        runs = [[line[0]]]
        for left, right in pairwise(line):
            if abs(right[0] - left[2]) <= _TOUCH:
                runs[-1].append(right)
            else:
                runs.append([right])
        parts: list[list[Box]] = []  # runs with no more than a dash between them are one answer
        for run in (r for r in runs if len(r) > 1):
            if parts and run[0][0] - parts[-1][-1][2] < max(_DASH, min(width(run[0]) + _TOUCH, _WIDE_DASH)):
                parts[-1] += run
            else:
                parts.append(list(run))
        out += [part for part in parts if len(part) >= teeth]
    return out


def edges(marks: Iterable[Mark]) -> tuple[list[Box], list[Box]]:
    """(level, upright) edges of rules and rectangles, as flat boxes."""
    level: list[Box] = []
    upright: list[Box] = []
    for mark in marks:
        if mark.annotation or mark.kind not in ("line", "rect"):
            continue
        x0, y0, x1, y1 = mark.box
        if mark.kind == "line" or min(x1 - x0, y1 - y0) <= 2.5:
            (level if x1 - x0 >= y1 - y0 else upright).append(mark.box)
        elif not is_tick_box(mark.box):
            level += [(x0, y0, x1, y0), (x0, y1, x1, y1)]
            upright += [(x0, y0, x0, y1), (x1, y0, x1, y1)]
    return level, upright


def cells(marks: Sequence[Mark]) -> list[Box]:
    """The smallest rectangles that edges close, from the top down."""
    level, upright = edges(marks)
    if not level or not upright or len(level) + len(upright) > MAX_EDGES:
        return []
    rows = _merged([((b[1] + b[3]) / 2, b[0], b[2]) for b in level])
    downs = [((b[0] + b[2]) / 2, b[1], b[3]) for b in upright]
    columns = _merged(downs)
    if sides := open_sides(rows, columns):
        columns = _merged(downs + sides)
    crossings = _crossings(rows, columns)
    return _closed(rows, columns, crossings)


def _merged(raw: list[tuple[float, float, float]]) -> Merged:
    """Edges at one position joined: (position, spans that do not touch)."""
    groups: list[tuple[float, list[Span]]] = []
    for at, start, end in sorted(raw):
        if groups and at - groups[-1][0] <= SNAP:
            groups[-1][1].append((start, end))
        else:
            groups.append((at, [(start, end)]))
    out = []
    for at, spans in groups:
        joined: list[Span] = []
        for start, end in sorted(spans):
            if joined and start <= joined[-1][1] + SNAP:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        out.append((at, joined))
    return out


def _crossings(rows: Merged, columns: Merged) -> dict[int, list[int]]:
    """Row index -> column indices that cross it, in order."""
    out: dict[int, list[int]] = {}
    for r, (y, across) in enumerate(rows):
        out[r] = [c for c, (x, down) in enumerate(columns) if covers(across, x, x) and covers(down, y, y)]
    return out


def _closed(rows: Merged, columns: Merged, crossings: dict[int, list[int]]) -> list[Box]:
    crossed = {(r, c) for r, found in crossings.items() for c in found}
    out: list[Box] = []
    for r, found in crossings.items():
        for index, c in enumerate(found):
            cell = _cell_at(r, c, found[index + 1 :], rows, columns, crossed)
            if cell and width(cell) > 6 and height(cell) > 6:
                out.append(cell)
    return out


def _cell_at(
    r: int, c: int, rights: Sequence[int], rows: Merged, columns: Merged, crossed: set[tuple[int, int]]
) -> Box | None:
    """The smallest closed rectangle whose top left corner is the crossing (r, c)."""
    y, across = rows[r]
    x, down = columns[c]
    for below in range(r + 1, len(rows)):
        bottom = rows[below][0]
        if not covers(down, y, bottom):
            return None
        if (below, c) not in crossed:
            continue
        for right in rights:
            edge = columns[right][0]
            if not covers(across, x, edge):
                break
            if (below, right) in crossed and covers(rows[below][1], x, edge) and covers(columns[right][1], y, bottom):
                return x, y, edge, bottom
    return None


def table_index(marks: Sequence[Mark]) -> CellIndex:
    """The cells of the tables drawn on a page, without boxes to tick."""
    return CellIndex([c for c in cells(marks) if not is_tick_box(c)])


class CellIndex:
    """Finds the cell that a point is in."""

    def __init__(self, found: Sequence[Box]) -> None:
        self.cells = sorted(found, key=lambda c: (c[1], c[0]))
        self._tops = [c[1] for c in self.cells]

    @cached_property
    def frames(self) -> list[tuple[int, ...]]:
        """Per cell the cells around it, the outermost first: a table may stand in a cell of another."""
        if not self.cells:
            return []
        import numpy as np  # a process that only judges never needs it

        x0, y0, x1, y1 = np.array(self.cells).T
        large = (x1 - x0) * (y1 - y0)
        holds = (
            (x0[:, None] <= x0 + SNAP)
            & (y0[:, None] <= y0 + SNAP)
            & (x1[:, None] >= x1 - SNAP)
            & (y1[:, None] >= y1 - SNAP)
            & (large[:, None] > _AROUND * large)
        )
        around = (np.flatnonzero(column).tolist() for column in holds.T)
        return [tuple(sorted(found, key=lambda n: -large[n])) for found in around]

    def at(self, point: tuple[float, float]) -> int | None:
        """Index in `cells` of the smallest that holds the point."""
        x, y = point
        best: int | None = None
        for index in range(bisect_left(self._tops, y), -1, -1):
            if index >= len(self.cells):
                continue
            cell = self.cells[index]
            if (
                cell[0] - 0.5 <= x <= cell[2] + 0.5
                and cell[1] - 0.5 <= y <= cell[3] + 0.5
                and (best is None or height(cell) * width(cell) < height(self.cells[best]) * width(self.cells[best]))
            ):
                best = index
        return best
