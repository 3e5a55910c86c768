"""Boxes to tick without an outline: squares of a page's shaded areas that were left white, each painted over the shade.

Other white paint is a background, or the mask under a picture.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from soppa_mailbot.model import Box, Mark

WHITE = "white"  # kind of a mark
_SIDE = (5.0, 16.5)  # points of a box to tick
_INSIDE = 0.5  # points that it stays inside of its area
_AREA = 8  # times its size
_SHADE = (0.02, 0.5)  # of an area that is written on: how much darker than paper
_LAST = 60  # areas painted before that are looked at: a list may paint all its rows first


def white_boxes(found: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in drawing order, of the white ones those alone that are boxes in a shaded area."""
    areas: deque[Mark] = deque(maxlen=_LAST)
    for mark in found:
        if mark.kind == WHITE:
            if _is_small(mark.box) and any(_lies_in(mark.box, a.box) for a in areas):
                yield mark
            continue
        if _SHADE[0] <= mark.shade <= _SHADE[1]:
            areas.append(mark)
        yield mark


def _is_small(box: Box) -> bool:
    sides = box[2] - box[0], box[3] - box[1]
    return _SIDE[0] <= min(sides) and max(sides) <= min(_SIDE[1], 1.4 * min(sides))


def _lies_in(box: Box, area: Box) -> bool:
    inside = area[0] + _INSIDE <= box[0] and area[1] + _INSIDE <= box[1]
    inside = inside and box[2] <= area[2] - _INSIDE and box[3] <= area[3] - _INSIDE
    size, around = (box[2] - box[0]) * (box[3] - box[1]), (area[2] - area[0]) * (area[3] - area[1])
    return inside and around >= _AREA * size
