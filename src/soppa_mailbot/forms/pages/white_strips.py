"""White strips that run down a page between the words of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.model import Word

_STRIP = 0.6  # of a line's height: a narrower gap parts words only
_STEP = 3.0  # points: strips nearer than that are one
_MOST_STRIPS = 60
MOST_LINES = 150  # of one page
_FURTHER = 12  # lines under one into which its white may go on


def white_strips(lines: Sequence[Sequence[Word]]) -> list[float]:
    """Where white strips run down between the words of at least two lines that follow each other."""
    gaps = [_gaps(line) for line in lines]
    found: dict[int, float] = {}
    for number, here in enumerate(gaps):
        if not here:
            continue
        following = gaps[number + 1] if number + 1 < len(gaps) else []
        ends = [*following, *_open_ends(lines[number + 1] if number + 1 < len(lines) else ())]
        for a, b in here:
            for c, d in ends:
                if min(b, d) - max(a, c) > 1.0:
                    x = (max(a, c) + min(b, d)) / 2
                    found.setdefault(int(x // _STEP), x)
    return list(found.values())[:_MOST_STRIPS]


def _gaps(line: Sequence[Word]) -> list[tuple[float, float]]:
    """The white between the words of a line; where words are typed over a line to write on, behind that line."""
    ends = accumulate((w.box[2] for w in line), max)
    wide = zip(ends, pairwise(line), strict=False)
    return [(end, b.box[0]) for end, (a, b) in wide if b.box[0] - end > _STRIP * height(a.box)]


def narrowing_strips(lines: Sequence[Sequence[Word]]) -> list[float]:
    """Where the white between two words of a line goes on, and is narrower, under it.

    The lines of two blocks need not be level: a picture moves those of one of them down.
    """
    out = []
    for number, line in enumerate(lines):
        for left, right in _gaps(line):
            for below in lines[number + 1 : number + 1 + _FURTHER]:
                here = [(max(left, a), min(right, b)) for a, b in (*_gaps(below), *_open_ends(below))]
                widest = max(here, key=lambda g: g[1] - g[0])
                if widest[1] - widest[0] <= 1.0:
                    break
                left, right = widest
            out.append((left + right) / 2)
    return out[:_MOST_STRIPS]


def _open_ends(line: Sequence[Word]) -> list[tuple[float, float]]:
    """The white before the first and behind the furthest word of a line."""
    return [(0.0, line[0].box[0]), (max(w.box[2] for w in line), 10_000.0)] if line else []
