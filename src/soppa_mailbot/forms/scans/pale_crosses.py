"""Boxes of a printed Word file that are crossed with hairlines, which a scanner keeps so pale that they are no ink.

Word draws the cross of a ticked box from corner to corner. Both strokes are there in all their length, and the paper
beside them is light: neither shadow nor what shines through from the other side looks like that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import cv2
import numpy as np

from soppa_mailbot.forms.registering.registration import darker_than_paper
from soppa_mailbot.forms.scans.scan_boxes import FoundBox, Pixels

_INSET = 0.18  # of a box's side that is left out at each corner: there its own sides meet
_PALE = 14  # grey levels by which a stroke is darker than paper, at least; paper's grain has up to 5
_LIGHT = 0.6  # of the strokes: how dark the box is at most where it has none
_GAPS = 0.08  # share of a stroke that may be missing
_LEAST = 9  # pixels of a stroke that tell anything


def with_pale_crosses(
    found: Sequence[FoundBox | None], pages: Mapping[int, tuple[Pixels, float]]
) -> list[FoundBox | None]:
    """The boxes, those as ticked that are crossed from corner to corner; `pages` are the pictures and their dpi."""
    shades = {n: darker_than_paper(pages[n][0]) for n in {b.page for b in found if b is not None} if n in pages}
    return [
        replace(b, ticked=True)
        if b is not None and not b.ticked and b.page in shades and _is_crossed(shades[b.page], pages[b.page][1], b)
        else b
        for b in found
    ]


def _is_crossed(shade: Pixels, dpi: float, found: FoundBox) -> bool:
    left, top, right, bottom = (round(v * dpi / 72) for v in found.box)
    box = shade[max(0, top) : bottom, max(0, left) : right]
    side = min(box.shape)
    inset = round(_INSET * side)
    along = np.arange(inset, side - inset)
    if len(along) < _LEAST:
        return False
    near = cv2.dilate(box, np.ones((3, 3), np.uint8))
    strokes = near[along, along], near[along, side - 1 - along]
    inside = box[inset : side - inset, inset : side - inset]
    paler = min(float(np.median(s)) for s in strokes)
    whole = all(float(np.mean(s >= max(_PALE, 0.5 * paler))) >= 1 - _GAPS for s in strokes)
    return paler >= _PALE and whole and float(np.median(inside)) <= _LIGHT * paler
