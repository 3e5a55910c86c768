"""Whether scanned pages of a Word form show nothing over and under the stretch of its text that was found on them."""

from __future__ import annotations

import numpy as np

from soppa_mailbot.forms.scans.word_sheets import WordScan, WordSheet
from soppa_mailbot.model import Box

_ABOVE, _BELOW = 10.0, 16.0  # points over a stretch's first line and under its last that are still theirs
_EDGE = 0.04  # share of a page at its edges where a scan may be dark
_RIM = 3.0  # points over and under a word of the head that are its line's: a page number stands in it, which OCR leaves
_SPECKS = 120  # pixels of ink that are dirt


def shows_nothing_else(scan: WordScan, first: int, last: int) -> bool:
    """Whether pages hold no words and no ink beyond the blank's words `first` to `last`, heads and feet apart."""
    own = [scan.comparison.paper[j] for j in scan.comparison.to_paper[first : last + 1] if j >= 0]
    for sheet in scan.sheets:
        boxes = [t.box for t in own if t.page == sheet.page.number and t.box is not None]
        if not boxes or not _is_clear(sheet, boxes):
            return False
    return True


def _is_clear(sheet: WordSheet, boxes: list[Box]) -> bool:
    top, bottom = min(b[1] for b in boxes) - _ABOVE, max(b[3] for b in boxes) + _BELOW
    levels = [(w.box[1] - _RIM, w.box[3] + _RIM) for w in sheet.heads]
    said = [w.box for w in sheet.page.words if any(c.isalnum() for c in w.text)]
    said = [b for b in said if not any(over <= (b[1] + b[3]) / 2 <= under for over, under in levels)]
    if any(not top <= (box[1] + box[3]) / 2 <= bottom for box in said):
        return False
    ink, scale = sheet.ink > 0, sheet.dpi / 72
    for over, under in levels:
        ink[max(0, round(over * scale)) : round(under * scale)] = False
    high, wide = ink.shape
    x, y = round(_EDGE * wide), round(_EDGE * high)
    beyond = ink[y : max(y, round(top * scale)), x : wide - x], ink[round(bottom * scale) : high - y, x : wide - x]
    return sum(int(np.count_nonzero(part)) for part in beyond) <= _SPECKS
