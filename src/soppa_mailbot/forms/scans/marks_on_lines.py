"""Short lines of a scanned Word form that are marked instead of a box: "___ returned   _X_ destroyed".

What tells is the ink over the line, between the words before it and its answer. A mark that was made there is read as
one or not read at all; other words may be anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.thresholds_scan import FAINT, INK, SPECK, WORK_DPI
from soppa_mailbot.forms.common.tokens import INK_WORD
from soppa_mailbot.forms.common.values import is_mark
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box

Pixels = Any

_BESIDE = 1.0  # points from the words on both sides
_OVER = 1.0  # points over the foot of the words, under which the line is
_HIGHER = 3.0  # points by which a mark may be higher than the words
_RULE = 11  # pixels of a level line; a letter's own strokes are shorter


def mark_on_line(comparison: Comparison, slot: Slot, sheets: Sequence[WordSheet]) -> bool | None:
    """Whether a line is marked; None where its room or what lies in it cannot be told."""
    to_paper, paper = comparison.to_paper, comparison.paper
    if not 0 < slot.at < len(to_paper) or min(to_paper[slot.at - 1], to_paper[slot.at]) < 0:
        return None
    first, last = to_paper[slot.at - 1], to_paper[slot.at]
    before, behind = paper[first], paper[last]
    sheet = next((s for s in sheets if s.page.number == before.page == behind.page), None)
    if sheet is None or before.box is None or behind.box is None or not same_row(before.box, behind.box):
        return None
    between = [t for t in paper[first + 1 : last] if t.norm != "__"]
    pixels = _ink_over(sheet, before.box, behind.box)
    if not between and pixels < FAINT * INK["check"]:
        return False
    made = len(between) == 1 and (between[0].norm == INK_WORD or is_mark(between[0].raw))
    return True if made and pixels >= INK["check"] else None


def _ink_over(sheet: WordSheet, before: Box, behind: Box) -> int:
    """Pixels of ink over a line that stands between two words of its row, without the line's own."""
    scale = sheet.dpi / 72
    room = (
        before[2] + _BESIDE,
        min(before[1], behind[1]) - _HIGHER,
        behind[0] - _BESIDE,
        min(before[3], behind[3]) - _OVER,
    )
    left, top, right, bottom = (max(0, round(v * scale)) for v in room)
    window = sheet.ink[top:bottom, left:right]
    if min(window.shape) < 2:
        return 0
    rest = _without_level(window, max(2, round(_RULE * sheet.dpi / WORK_DPI)))
    _, _, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    return sum(int(area) for area in stats[1:, 4] if area >= SPECK)


def _without_level(window: Pixels, long: int) -> Pixels:
    """A window's ink without the level lines in it, which may be a bit crooked."""
    thick = cv2.dilate(window, np.ones((3, 1), np.uint8))
    level = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    return np.where(cv2.dilate(level, np.ones((3, 1), np.uint8)) > 0, 0, window).astype(np.uint8)
