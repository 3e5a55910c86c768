"""Boxes typed as brackets, "[ ] Yes" or "( ) Yes", on a scan of a Word form: marked or not.

An empty one is two strokes that open towards each other with nothing between them. What a pen has drawn over another
is told by how much more ink stands there than in the empty ones of the same form: where a form shows none that is
empty, none is taken for marked, but by what is seen between two brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.scans.scan_boxes import FoundBox
from soppa_mailbot.model import Box

Pixels = Any

_REACH = 3.2  # heights of its option's first word from which a bracket is looked for, to both sides of its edge
_THIN = 0.55  # of that height: a bracket's width, at most
_HIGH = (0.75, 1.9)  # of that height: how high a bracket is
_APART = (0.2, 1.6)  # of that height: white, or a mark, between two brackets
_LEVEL = 0.25  # of their height by which two brackets may differ
_END = 0.12  # of a bracket's height: its ends, which bend inwards
_BENT = 0.025  # of its height by which its ends lie further in than its middle, at least
_BAND = 0.35  # of the height: what stands this close over or under two brackets may be a ring around them
_SPECKS = 6  # pixels of ink that are nobody's mark
_MARK = 0.05  # of the room between two brackets that a mark has ink on
_OVERDRAWN = 1.3  # times the ink of an empty one


@dataclass(frozen=True, slots=True)
class _Piece:
    """Connected ink."""

    left: int
    top: int
    right: int
    bottom: int
    number: int

    @property
    def high(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an option's word, as far as it is brackets."""

    edge: float  # pixels: where the word begins or ends
    before: bool
    middle: float  # pixels from the top of the page
    high: float  # pixels of the word's height
    box: tuple[int, int, int, int] | None  # pixels of two brackets
    ticked: bool | None = None  # None with a box: not to be told
    ink: int = 0  # pixels of ink of the two


def brackets_beside(ink: Pixels, dpi: float, word: Box, *, before: bool = True) -> Beside:
    """The brackets beside an option's first (or, not `before`, last) word; OCR may have read both as one word.

    `ink` is 255 where there is ink, at `dpi`; `word` in points.
    """
    scale = dpi / 72
    high = (word[3] - word[1]) * scale
    edge, middle = (word[0] if before else word[2]) * scale, (word[1] + word[3]) / 2 * scale
    left, top = max(0, round(edge - _REACH * high)), max(0, round(middle - 1.3 * high))
    window = ink[top : round(middle + 1.3 * high), left : round(edge + _REACH * high)]
    none = Beside(edge, before, middle, high, None)
    if not window.size:
        return none
    _, labels, stats, _ = cv2.connectedComponentsWithStats(window, connectivity=8)
    pieces = [
        _Piece(int(x), int(y), int(x + w), int(y + h), n) for n, (x, y, w, h, _) in enumerate(stats) if n and h > 1
    ]
    likely = [
        p
        for p in pieces
        if p.right - p.left <= _THIN * high and _HIGH[0] * high <= p.high <= _HIGH[1] * high
        if p.top < window.shape[0] / 2 < p.bottom
    ]
    pairs = [
        (a, b)
        for a in likely
        for b in likely
        if _APART[0] * high <= b.left - a.right <= _APART[1] * high
        and abs(a.high - b.high) <= _LEVEL * a.high
        and abs(a.top - b.top) <= _LEVEL * a.high
        and _bend(labels, a) >= _BENT * a.high
        and _bend(labels, b) <= -_BENT * b.high
    ]
    if not pairs:
        return none
    a, b = min(pairs, key=lambda pair: abs((pair[1].right if before else pair[0].left) + left - edge))
    box = (left + a.left, top + min(a.top, b.top), left + b.right, top + max(a.bottom, b.bottom))
    own = int(np.count_nonzero((labels == a.number) | (labels == b.number)))
    return Beside(edge, before, middle, high, box, _marked(labels, a, b, high), own)


def _bend(labels: Pixels, piece: _Piece) -> float:
    """Pixels by which the ends of a stroke lie further to the right than its middle; negative: to the left."""
    mine = labels[piece.top : piece.bottom, piece.left : piece.right] == piece.number
    end = max(1, round(_END * piece.high))
    ends = np.concatenate([np.nonzero(mine[:end])[1], np.nonzero(mine[-end:])[1]])
    middle = np.nonzero(mine[2 * end : -2 * end])[1] if piece.high > 4 * end else np.nonzero(mine[end:-end])[1]
    return float(ends.mean() - middle.mean()) if len(ends) and len(middle) else 0.0


def _marked(labels: Pixels, a: _Piece, b: _Piece, high: float) -> bool | None:
    """Whether something stands between two brackets; None where it may be a mark around them, or a speck."""
    others = (labels != 0) & (labels != a.number) & (labels != b.number)
    top, bottom = min(a.top, b.top), max(a.bottom, b.bottom)
    between = others[top:bottom, a.right : b.left]
    count = int(np.count_nonzero(between))
    if count >= max(_SPECKS, _MARK * between.size):
        return True
    band = max(2, round(_BAND * high))
    around = others[max(0, top - band) : bottom + band, a.left : b.right]
    return False if int(np.count_nonzero(around)) < _SPECKS else None


def told(found: Sequence[Beside | None], papers: Sequence[tuple[Pixels | None, float]]) -> list[FoundBox | None]:
    """The boxes of a form that are typed as brackets, those included that a mark was drawn over.

    `papers` are the ink and the dpi of the page of each; the pages' numbers are left to the caller.
    """
    clean = [(f, f.box) for f in found if f is not None and f.box is not None and f.ticked is False]
    out: list[FoundBox | None] = []
    for f, (ink, dpi) in zip(found, papers, strict=True):
        if f is None or ink is None:
            out.append(None)
        elif f.box is not None:
            left, top, right, bottom = (v * 72 / dpi for v in f.box)
            out.append(FoundBox((left, top, right, bottom), f.ticked))
        else:
            out.append(_overdrawn(f, [c for c in clean if c[0].before == f.before], ink, dpi))
    return out


def _overdrawn(
    beside: Beside, clean: Sequence[tuple[Beside, tuple[int, int, int, int]]], ink: Pixels, dpi: float
) -> FoundBox | None:
    """The box that a mark was drawn over, where the empty ones of the form tell how it would look."""
    if not clean:
        return None
    wide, high = median(box[2] - box[0] for _, box in clean), median(box[3] - box[1] for _, box in clean)
    over = median(f.middle - box[1] for f, box in clean)
    gaps = [f.edge - box[2] if f.before else box[0] - f.edge for f, box in clean]
    apart = [g for g in gaps if 0 <= g <= wide]  # less than none: OCR has read brackets and word as one
    if not apart:
        return None
    gap = median(apart)
    left = beside.edge - gap - wide if beside.before else beside.edge + gap
    top = beside.middle - over
    zone = ink[max(0, round(top)) : round(top + high), max(0, round(left)) : round(left + wide)]
    empty = median(f.ink for f, _ in clean)
    box = (left * 72 / dpi, top * 72 / dpi, (left + wide) * 72 / dpi, (top + high) * 72 / dpi)
    return FoundBox(box, True) if int(np.count_nonzero(zone)) >= _OVERDRAWN * empty else None
