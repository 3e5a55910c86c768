"""Pages in two columns: what stands in one has nothing to do with what is beside it in the other.

A form of labels on the left and lines on the right is not in columns; one with labels and lines on either side is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from soppa_mailbot.forms.common.geometry import center, gap, height, same_row
from soppa_mailbot.model import Box

_STEP = 4.0  # points between the positions that are tried
_LABELS = 2  # labels that each column must have for places of its own
_ABOVE = 16.0  # points from a place up to its label
_TOUCH = 3.0  # points from a position to the cells on both its sides
_DRAWN = 0.25  # of a page's height: a rule between two columns is no shorter

T = TypeVar("T")


@dataclass(frozen=True)
class Gutter:
    """The white strip between two columns: where, and from where to where down the page."""

    x: float
    top: float
    bottom: float
    ruled: bool = False  # a rule is drawn in it: no label stands on its other side

    def parts(self, a: Box, b: Box) -> bool:
        """Whether it runs between two boxes, both of which are beside it."""
        (ax, ay), (bx, by) = center(a), center(b)
        return self.beside(ay) and self.beside(by) and (ax < self.x) != (bx < self.x)

    def beside(self, y: float) -> bool:
        return self.top <= y <= self.bottom


def gutters(page_width: float, page_height: float, texts: Sequence[Box], places: Sequence[Box]) -> list[Gutter]:
    """The gutters of a page, found by its texts and its places to write into."""
    if len(places) < 2 * _LABELS:
        return []
    things = [*texts, *places]
    found: list[tuple[int, Gutter]] = []
    x = 0.25 * page_width
    while x < 0.75 * page_width:
        crossing = [center(b)[1] for b in things if b[0] < x - 1 and b[2] > x + 1]
        crossing = sorted(crossing + _of_a_row(x, places))
        edges = [0.0, *crossing, page_height]
        for top, bottom in pairwise(edges):
            band = Gutter(x, top + 0.01, bottom - 0.01)
            left = _labelled(band, texts, places, right=False)
            right = _labelled(band, texts, places, right=True)
            if min(left, right) >= _LABELS:
                found.append((left + right, band))
        x += _STEP
    return _best(found)


def _of_a_row(x: float, places: Sequence[Box]) -> list[float]:
    """How far down cells of one row of a table touch at a position: its borders part no columns of a page."""
    ending = [p for p in places if abs(p[2] - x) <= _TOUCH]
    beginning = [p for p in places if abs(p[0] - x) <= _TOUCH]
    return [center(a)[1] for a in ending for b in beginning if same_row(a, b)]


def drawn(page_height: float, upright: Sequence[Box], things: Sequence[Box]) -> list[Gutter]:
    """The gutters that a long upright rule marks, with text or places on either side and none across it."""
    out: list[Gutter] = []
    for rule in upright:
        x, (_, top, _, bottom) = center(rule)[0], rule
        if bottom - top < _DRAWN * page_height or any(g.beside((top + bottom) / 2) for g in out):
            continue
        beside = [b for b in things if top <= center(b)[1] <= bottom]
        if any(b[0] < x - 1 and b[2] > x + 1 for b in beside):
            continue
        if any(b[2] <= x + 1 for b in beside) and any(b[0] >= x - 1 for b in beside):
            out.append(Gutter(x, top, bottom, ruled=True))
    return out


def _labelled(band: Gutter, texts: Sequence[Box], places: Sequence[Box], *, right: bool) -> int:
    """Labels beside or over places, both on one side of the strip."""
    mine = [p for p in places if band.beside(center(p)[1]) and (p[0] > band.x if right else p[2] < band.x)]
    if not mine:
        return 0
    labels: set[Box] = set()
    for text in texts:
        if not band.beside(center(text)[1]) or (text[0] < band.x if right else text[2] > band.x):
            continue
        if any(_names(text, place) for place in mine):
            labels.add(text)
    return len(labels)


def _names(text: Box, place: Box) -> bool:
    level = place[1] - 2 <= center(text)[1] <= place[3] + 2
    if level and -3 <= place[0] - text[2] < 120:
        return True
    return 0 <= place[1] - text[3] + 4 < _ABOVE and gap(text, place)[0] == 0 and height(text) < 20


def _best(found: Sequence[tuple[int, Gutter]]) -> list[Gutter]:
    """One gutter for each stretch of the page, the one with the most labels; the middle of equals."""
    out: list[Gutter] = []
    rest = sorted(found, key=lambda f: -f[0])
    while rest:
        most, best = rest[0]
        equal = [g for n, g in rest if n == most and g.top == best.top and g.bottom == best.bottom]
        out.append(equal[len(equal) // 2])
        rest = [(n, g) for n, g in rest if g.bottom <= best.top or g.top >= best.bottom]
    return out


def apart(found: Sequence[Gutter], a: Box, b: Box) -> bool:
    """Whether two boxes stand in different columns."""
    return any(g.parts(a, b) for g in found)


def ruled_apart(found: Sequence[Gutter], a: Box, b: Box) -> bool:
    """Whether two boxes stand in different columns, with a rule drawn between these."""
    return apart([g for g in found if g.ruled], a, b)


def column_by_column(found: Sequence[Gutter], items: Sequence[T], box_of: Callable[[T], Box]) -> list[T]:
    """Items that are in order from the top down, with the left column's before the right column's."""
    out = list(items)
    for gutter in found:
        beside = [i for i in out if gutter.beside(center(box_of(i))[1])]
        if not beside:
            continue
        at = out.index(beside[0])
        left = [i for i in beside if center(box_of(i))[0] < gutter.x]
        right = [i for i in beside if center(box_of(i))[0] >= gutter.x]
        rest = [i for i in out if i not in beside]
        before = [i for i in out[:at] if i not in beside]
        out = [*before, *left, *right, *rest[len(before) :]]
    return out
