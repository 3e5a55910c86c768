"""Lines of a form that were struck through with a pen before the page was scanned.

Between the words of a line the blank has no ink. A stroke through the line crosses one white gap after another at the
height of the letters, thin; an underline runs lower, a highlighter fills them, writing in a place crosses none.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from soppa_mailbot.forms.common.geometry import center, grown, holds
from soppa_mailbot.forms.common.tokens import Token, spelled
from soppa_mailbot.model import Box

Pixels = Any

_GAPS = 4  # in a row that are crossed
_WIDEST = 14.0  # points between two words of one sentence
_BAND = (0.2, 0.8)  # of the words' height, from their top
_THIN = 0.45  # of the band's height
_CROSSED = 0.9  # of a gap's columns
_NEAR_PLACE = (8.0, 14.0)  # points around a place, across and down, in which people write
_SHOWN = 80


def struck(
    own: Sequence[Token], blank_ink: Pixels, page_ink: Pixels, dpi: float, places: Sequence[Box]
) -> tuple[str, ...]:
    """The words of the form through which a stroke runs; both pictures lie in the blank's frame."""
    rooms = [grown(p, *_NEAR_PLACE) for p in places]
    out: list[str] = []
    run: list[Token] = []
    for a, b in pairwise(own):
        crossed = _is_crossed(a, b, blank_ink, page_ink, dpi / 72) and not any(
            holds(room, center(t.box)) for t in (a, b) if t.box for room in rooms
        )
        if crossed:
            run = [*run, b] if run else [a, b]
        if not crossed or b is own[-1]:
            if len(run) > _GAPS:
                out.append(spelled(run)[:_SHOWN])
            run = []
    return tuple(out)


def _is_crossed(a: Token, b: Token, blank_ink: Pixels, page_ink: Pixels, scale: float) -> bool:
    if a.box is None or b.box is None or abs(center(a.box)[1] - center(b.box)[1]) > 2.0:
        return False
    if not 0.0 < b.box[0] - a.box[2] <= _WIDEST:
        return False
    top, bottom = min(a.box[1], b.box[1]), max(a.box[3], b.box[3])
    first, last = (round((top + share * (bottom - top)) * scale) for share in _BAND)
    left, right = round((a.box[2] - 2.0) * scale), round((b.box[0] + 2.0) * scale)
    if first < 0 or left < 0 or right > page_ink.shape[1] or last > page_ink.shape[0]:
        return False
    white = np.flatnonzero(~np.any(blank_ink[round(top * scale) : round(bottom * scale), left:right] > 0, axis=0))
    if white.size < 3:
        return False
    third = white.size // 3
    rows = np.count_nonzero(page_ink[first:last, left:right][:, white[third : white.size - third]] > 0, axis=0)
    thin = (rows > 0) & (rows <= max(_THIN * (last - first), 2))
    return bool(np.count_nonzero(thin) >= _CROSSED * thin.size)
