"""How much of a word's print is found again where the blank has it, in pixels: which words want a closer look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.tokens import Token

Pixels = Any

_SHIFT = 5  # pixels by which a word may be off: paper bends
_SOME = 20  # pixels: less print tells nothing


@dataclass(frozen=True, slots=True)
class Seen:
    """Shares of the word's own ink."""

    lost: float  # what the page has not
    more: float  # what the page has besides, in the word's box
    unlike: float  # 0: the same picture, 1: nothing in common; good scans have 0.05 to 0.10 for every word


def seen(own: Sequence[Token], blank_ink: Pixels, page_ink: Pixels, dpi: float) -> list[Seen | None]:
    """For each word; None for one that has too little print, or stands at the very edge."""
    blurred = tuple(cv2.GaussianBlur(i, (0, 0), 0.8).astype(np.float32) for i in (blank_ink, page_ink))
    near_page = (cv2.dilate(page_ink, np.ones((3, 3), np.uint8)) > 0).astype(np.float32)
    blank = (blank_ink > 0).astype(np.float32)
    near_blank = cv2.dilate(blank_ink, np.ones((5, 5), np.uint8))
    return [_of(token, blank, near_blank, page_ink, near_page, blurred, dpi / 72) for token in own]


def _of(
    token: Token,
    blank: Pixels,
    near_blank: Pixels,
    page: Pixels,
    near_page: Pixels,
    blurred: tuple[Pixels, Pixels],
    scale: float,
) -> Seen | None:
    if token.box is None:
        return None
    left, top, right, bottom = (round(v * scale) for v in token.box)
    left, right = left - 1, right + 1
    height, width = page.shape
    if min(left, top) < _SHIFT or right + _SHIFT > width or bottom + _SHIFT > height or bottom <= top:
        return None
    print_ = blank[top:bottom, left:right]
    ink = float(print_.sum())
    if ink < _SOME:
        return None
    around = np.s_[top - _SHIFT : bottom + _SHIFT, left - _SHIFT : right + _SHIFT]
    window = near_page[around]
    _, found, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(window, print_, cv2.TM_CCORR))
    there = page[top - _SHIFT + y : bottom - _SHIFT + y, left - _SHIFT + x : right - _SHIFT + x]
    besides = cv2.countNonZero(cv2.bitwise_and(there, cv2.bitwise_not(near_blank[top:bottom, left:right])))
    alike = cv2.matchTemplate(blurred[1][around], blurred[0][top:bottom, left:right], cv2.TM_CCOEFF_NORMED)
    return Seen(max(0.0, 1 - found / ink), besides / ink, 1 - float(alike.max()))
