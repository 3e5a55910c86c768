"""Printed boxes on a scan, ticked or not: beside the words of their option, or in the place of a blank laid over it.

The place of a box is known to within a few letters only, so its square is looked for: four straight sides. What is
inside them tells the tick. A form prints its boxes in one size: what is found of another is a letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.scans.boxes_by_rules import mark_beside, without_rules
from soppa_mailbot.model import Box

Pixels = Any

_REACH = 2.6  # heights of its option's first word from which a box is looked for, to both sides of the word's edge
_SIDES = (0.5, 1.5)  # of that height: how large a box may be
_SIDE_INK = 0.78  # share of each side that must be ink
_CORNER = 0.1  # of the side: how much of each corner of a circle's square is white
_EMPTY, _TICKED = 0.04, 0.10  # share of ink inside up to which, and from which, a box is empty and ticked
_OUTSIDE, _STRUCK = 0.8, 0.6  # of the side: how far around a box strokes that touch it are looked at; pixels of them
_INSET = 0.22  # of the side that is left out at each side: the side itself, and what of it bends inwards
_SIDE_LEFT = 2  # pixels of a side that its inset may leave inside a square that was found a bit too small
_FEWEST = 9  # pixels inside a square that tell anything
_MIDDLE = 0.3  # of a mark's size that is left out at each side: there its strokes meet
_MARK, _CROSSED = (0.45, 1.4), 0.15  # of a box's side: a mark's size; share of ink in its middle, at least
_SPECKS, _DUST = 0.02, 0.25  # share of ink that is dust; of a box's side: how large a speck of it is at most
_ROOM, _INSIDE = 1.6, 0.35  # of a box's side: the room of a mark before an option; what a cell's own lines take
_LOOSE = 6  # pixels by which a registered page may be off, and its print thicker
_LEAST = 9  # pixels of a side
_SAME_SIZE, _OF_SECOND_SIZE = 0.06, 4  # how alike boxes of a second, larger size are; so many at least
_LARGEST = 1.6  # times the usual side that they may have
_ONE_SIZE = 0.2  # by which boxes of one form may differ in size: they are measured on a crooked page


@dataclass(frozen=True, slots=True)
class FoundBox:
    box: Box  # points
    ticked: bool | None  # None: not to be told
    page: int = 0  # of the document, where boxes of several are held together


def box_beside(ink: Pixels, dpi: float, word: Box, *, before: bool = True, side: float = 0.0) -> FoundBox | None:
    """The box beside an option's first (or, not `before`, last) word; OCR may have read box and word as one word.

    `ink` is 255 where there is ink, at `dpi`; `word` in points, and `side` how large the form's other boxes are, where
    that is known. None where there is no square.
    """
    scale = dpi / 72
    high = (word[3] - word[1]) * scale
    edge = (word[0] if before else word[2]) * scale
    middle = (word[1] + word[3]) / 2 * scale
    left, top = max(0, round(edge - _REACH * high)), max(0, round(middle - 1.2 * high))
    right, bottom = round(edge + _REACH * high), round(middle + 1.2 * high)
    window = ink[top:bottom, left:right]
    least, most = (_SIDES[0] * high, _SIDES[1] * high)
    if side:
        least, most = (1 - _ONE_SIZE) * side * scale, (1 + _ONE_SIZE) * side * scale
    sides = range(max(_LEAST, round(least)), round(most) + 1)
    return _best(window, left, top, sides, (edge, before, high), scale)


def box_within(ink: Pixels, dpi: float, place: Box) -> FoundBox | None:
    """The printed box in a place that is known to hold one (points, in the picture's frame)."""
    scale = dpi / 72
    left, top, right, bottom = (round(v * scale) for v in place)
    left, top = max(0, left - _LOOSE), max(0, top - _LOOSE)
    window = ink[top : bottom + _LOOSE, left : right + _LOOSE]
    side = min(place[2] - place[0], place[3] - place[1]) * scale
    sides = range(max(_LEAST, round(0.5 * side)), round(1.15 * side) + 1)
    return _best(window, left, top, sides, ((place[0] + place[2]) / 2 * scale + side / 2, True, side), scale)


def is_round(blank_ink: Pixels, dpi: float, place: Box) -> bool:
    """Whether a blank prints a circle in a place, as radio buttons are: it has no ink in the corners of its square."""
    scale = dpi / 72
    left, top, right, bottom = (round(v * scale) for v in place)
    window = blank_ink[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2]
    rows, columns = np.nonzero(window)
    if not len(rows):
        return False
    inner = window[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    patch = max(2, round(_CORNER * min(inner.shape)))
    corners = (inner[:patch, :patch], inner[:patch, -patch:], inner[-patch:, :patch], inner[-patch:, -patch:])
    return min(inner.shape) >= _LEAST and not any(cv2.countNonZero(corner) for corner in corners)


def box_alone(ink: Pixels, dpi: float, room: Box, high: float) -> FoundBox | None:
    """The box that stands alone in a table's cell, the form's words being `high` (points)."""
    scale = dpi / 72
    left, top, right, bottom = (max(0, round(v * scale)) for v in room)
    window = ink[top:bottom, left:right]
    length = high * scale
    sides = range(max(_LEAST, round(_SIDES[0] * length)), round(_SIDES[1] * length) + 1)
    found = _best(window, left, top, sides, ((left + right) / 2, False, max(right - left, length)), scale)
    if found is not None and found.ticked is None:
        x0, y0, x1, _ = (round(v * scale) for v in found.box)
        x, y, side = x0 - left, y0 - top, x1 - x0
        cell = without_rules(window)
        if _ticked(cell, x, y, side) is False and not mark_beside(cell, x, y, side):
            return replace(found, ticked=False)
    return found


def mark_before(ink: Pixels, dpi: float, word: Box, off: float, side: float) -> FoundBox | None:
    """A mark in the place of a box, which would end `off` points before its option's first word, `side` points large.

    Nothing stands before it, so that it is no end of a word.
    """
    scale = dpi / 72
    middle = (word[1] + word[3]) / 2
    room = (word[0] - off - _ROOM * side, middle - side, word[0] - min(off, 0.2 * side), middle + side)
    left, top, right, bottom = (max(0, round(v * scale)) for v in room)
    before = ink[top:bottom, max(0, left - (right - left) // 2) : left]
    return None if _share(before) > _SPECKS else _mark_in(ink, room, side, scale)


def mark_alone(ink: Pixels, dpi: float, room: Box, side: float) -> FoundBox | None:
    """A mark in the place of the box that a table's cell has alone."""
    inset = _INSIDE * side
    return _mark_in(ink, (room[0] + inset, room[1] + inset, room[2] - inset, room[3] - inset), side, dpi / 72)


def _mark_in(ink: Pixels, room: Box, side: float, scale: float) -> FoundBox | None:
    """The one mark in a room: strokes cross in its middle, where an empty box has none however few of its sides are
    left."""
    left, top, right, bottom = (max(0, round(v * scale)) for v in room)
    rows, columns = np.nonzero(_without_specks(ink[top:bottom, left:right], side * scale))
    if not len(rows):
        return None
    x, y, x1, y1 = left + columns.min(), top + rows.min(), left + columns.max() + 1, top + rows.max() + 1
    sizes = ((x1 - x) / (side * scale), (y1 - y) / (side * scale))
    inset = [round(_MIDDLE * (x1 - x)), round(_MIDDLE * (y1 - y))]
    core = ink[y + inset[1] : y1 - inset[1], x + inset[0] : x1 - inset[0]]
    if not all(_MARK[0] <= size <= _MARK[1] for size in sizes) or min(core.shape) < 2 or _share(core) < _CROSSED:
        return None
    middle = ((x + x1) / 2 / scale, (y + y1) / 2 / scale)
    return FoundBox((middle[0] - side / 2, middle[1] - side / 2, middle[0] + side / 2, middle[1] + side / 2), True)


def _without_specks(ink: Pixels, side: float) -> Pixels:
    """The ink without dust, which is much smaller than a box."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    small = np.flatnonzero(np.max(stats[:, 2:4], axis=1) < _DUST * side)
    return np.where(np.isin(labels, small), 0, ink)


def _share(pixels: Pixels) -> float:
    return int(cv2.countNonZero(pixels)) / max(1, int(pixels.size))


def each_its_own(found: Sequence[FoundBox | None]) -> list[FoundBox | None]:
    """The boxes, without saying of one that was found for two options whether it is ticked."""
    return [
        replace(box, ticked=None)
        if box is not None
        and any(
            o is not None and o.page == box.page and _is_same(box.box, o.box) for m, o in enumerate(found) if m != n
        )
        else box
        for n, box in enumerate(found)
    ]


def _is_same(a: Box, b: Box) -> bool:
    return abs(a[0] - b[0]) < (a[2] - a[0]) / 2 and abs(a[1] - b[1]) < (a[3] - a[1]) / 2


def _best(
    window: Pixels, left: int, top: int, sides: range, where: tuple[float, bool, float], scale: float
) -> FoundBox | None:
    """The square that is most of one. `where`: the edge that it ends, or else begins, at; and a length for scale."""
    edge, ends, high = where
    best: tuple[float, int, int, int] | None = None
    for side in sides:
        for x, y, covered in _squares(window, side):
            away = abs((left + x + (side if ends else 0)) - edge) / high
            score = covered - 0.05 * away + 0.1 * side / high
            if best is None or score > best[0]:
                best = score, x, y, side
    if best is None:
        return None
    _, x, y, side = best
    box = ((left + x) / scale, (top + y) / scale, (left + x + side) / scale, (top + y + side) / scale)
    return FoundBox(box, _ticked(window, x, y, side))


def _squares(window: Pixels, side: int) -> Iterator[tuple[int, int, float]]:
    """(left, top, share of ink on its poorest side) of squares of that size."""
    if min(window.shape) <= side + 1:
        return
    across, down = np.ones((1, side), np.float32) / side, np.ones((side, 1), np.float32) / side
    near = (cv2.dilate(window, np.ones((3, 3), np.uint8)) > 0).astype(np.float32)
    level = cv2.filter2D(near, -1, across, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    upright = cv2.filter2D(near, -1, down, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
    rows, columns = window.shape[0] - side, window.shape[1] - side
    worst = np.minimum.reduce(
        [
            level[:rows, :columns],
            level[side : side + rows, :columns],
            upright[:rows, :columns],
            upright[:rows, side : side + columns],
        ]
    )
    for y, x in np.argwhere(worst >= _SIDE_INK):
        yield int(x), int(y), float(worst[y, x])


def is_ticked(ink: Pixels, dpi: float, box: Box) -> bool | None:
    """Whether a box that is known to be there (points) is ticked; None where it is not to be told."""
    x, y, x1, _ = (round(v * dpi / 72) for v in box)
    return _ticked(ink, x, y, x1 - x)


def _ticked(window: Pixels, x: int, y: int, side: int) -> bool | None:
    inset = max(3, round(_INSET * side))
    inside = _without_sides(window[y + inset : y + side - inset + 1, x + inset : x + side - inset + 1])
    if inside.size < _FEWEST:
        return None
    share = cv2.countNonZero(inside) / inside.size
    if share <= _EMPTY:
        return None if _is_struck(window, x, y, side) else False
    return True if share >= _TICKED else None


def _without_sides(inside: Pixels) -> Pixels:
    """What is inside without rows and columns of its edge that the side fills: of a small box, one of them is much."""
    rest = inside
    for _ in range(_SIDE_LEFT):
        edges = (rest[:1], rest[-1:], rest[:, :1], rest[:, -1:])
        top, bottom, left, right = (int(_share(edge) >= _SIDE_INK) for edge in edges)
        rest = rest[top : rest.shape[0] - bottom, left : rest.shape[1] - right]
    return rest if rest.size >= _FEWEST else inside


def _is_struck(window: Pixels, x: int, y: int, side: int) -> bool:
    """Whether a stroke goes round an empty box, or over its side: a tick that missed it, or a neighbour's."""
    reach = max(4, round(_OUTSIDE * side))
    count, labels = cv2.connectedComponents(window, connectivity=8)
    frame = labels[max(0, y - 1) : y + side + 2, max(0, x - 1) : x + side + 2]
    mine = np.bincount(frame[frame > 0].ravel(), minlength=count)
    if not mine.any():
        return False
    touching = (labels == int(mine.argmax())).astype(np.uint8)
    touching[max(0, y - 3) : y + side + 4, max(0, x - 3) : x + side + 4] = 0
    ring = touching[max(0, y - reach) : y + side + reach, max(0, x - reach) : x + side + reach]
    return cv2.countNonZero(ring) >= _STRUCK * side


def usual_side(found: Sequence[FoundBox | None]) -> float:
    """How large a form's boxes are, in points; 0 where none was found."""
    return median([b.box[2] - b.box[0] for b in found if b is not None] or [0.0])


def of_one_size(found: Sequence[FoundBox | None]) -> list[FoundBox | None]:
    """The boxes of a form without those that are no box of it.

    Word prints the boxes of form fields larger than those of content controls: a form may have both.
    """
    usual = usual_side(found)
    larger = [b for b in found if b is not None and b.box[2] - b.box[0] > (1 + _ONE_SIZE) * usual]
    second = usual_side(larger)
    alike = [b for b in larger if abs(b.box[2] - b.box[0] - second) <= _SAME_SIZE * second]
    few = len(alike) < _OF_SECOND_SIZE or second > _LARGEST * usual
    return [
        b
        if b is not None and (abs(b.box[2] - b.box[0] - usual) <= _ONE_SIZE * usual or (b in alike and not few))
        else None
        for b in found
    ]
