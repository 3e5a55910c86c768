"""Empty boxes that a scanner keeps so pale that half of their sides is no ink: beside them a letter looks like a box.

They are looked for once more in all that is darker than paper, in the size of the form's other boxes. Only that such a
box is empty is believed: in a picture with so much ink any word looks ticked. Where the form's other boxes stand clear
before their options and this one was found among its option's letters, it is a letter: its ink tells nothing, that of
the box before it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import cv2
import numpy as np

from soppa_mailbot.forms.common.geometry import width
from soppa_mailbot.forms.registering.registration import darker_than_paper
from soppa_mailbot.forms.scans.scan_boxes import FoundBox, Pixels, box_beside, is_ticked, usual_side
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.model import Box, Word

_PALE = 40  # grey levels by which a box's side is darker than paper, at least; paper's grain has up to 5
_WHITE, _INSET = 20, 0.25  # the same of anything inside, at most: a pencil's tick is pale; share of the side left out
_OFF = 0.5  # of the usual size: by which a box may stand nearer to its option, or farther off, than others do
_FULL = 0.9  # of the usual size: what is smaller may be a letter


def with_pale_boxes(
    found: Sequence[FoundBox | None], beside: Sequence[tuple[Word, bool, WordSheet] | None]
) -> list[FoundBox | None]:
    """The boxes, with the empty ones that are too pale to be ink."""
    usual = usual_side(found)
    clear = [
        word[0].box[0] - box.box[2]
        for box, word in zip(found, beside, strict=True)
        if box is not None and word is not None and word[1] and _is_full(box, usual) and box.box[2] <= word[0].box[0]
    ]
    out = list(found)
    shades: dict[int, Pixels] = {}
    for n, (box, word) in enumerate(zip(found, beside, strict=True)):
        if word is None or not usual or (box is not None and _is_full(box, usual)):
            continue
        first, before, sheet = word
        number = sheet.page.number
        shade = shades[number] if number in shades else darker_than_paper(sheet.gray)
        shades[number] = shade
        faint = cv2.threshold(shade, _PALE, 255, cv2.THRESH_BINARY)[1]
        again = box_beside(faint, sheet.dpi, first.box, before=before, side=usual)
        if (
            again is not None
            and again.ticked is False
            and _is_full(again, usual)
            and _is_white(shade, sheet.dpi, again)
        ):
            out[n] = replace(again, page=number)
        elif box is not None and clear and before and _is_letter(box.box, first.box):
            near = again is not None and abs(first.box[0] - again.box[2] - median(clear)) <= _OFF * usual
            told = again if again is not None and near else box
            ticked = told is again and is_ticked(sheet.ink, sheet.dpi, told.box)
            out[n] = replace(told, ticked=True if ticked else None, page=number)
    return out


def _is_letter(square: Box, word: Box) -> bool:
    """Whether a square was found among the letters of its option."""
    return word[0] - width(square) / 2 <= square[0] and square[2] <= word[2]


def _is_full(box: FoundBox, usual: float) -> bool:
    return width(box.box) >= _FULL * usual


def _is_white(shade: Pixels, dpi: float, box: FoundBox) -> bool:
    left, top, right, bottom = (v * dpi / 72 for v in box.box)
    off = _INSET * (right - left)
    inside = shade[round(top + off) : round(bottom - off), round(left + off) : round(right - off)]
    return inside.size > 0 and float(np.percentile(inside, 98)) <= _WHITE
