"""How much of a word's print is found again where the blank has it, in pixels: which words want a closer look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.tokens import Token

Pixels = Any

_SHIFT = 5  # pixels by which a word may be off: paper bends
_SOME = 20  # pixels: less print tells nothing


@dataclass(frozen=True, slots=True)
class Seen:
    """Shares of the word's own ink."""

    lost: float  # what the page has not
    more: float  # what the page has besides, in the word's box
    unlike: float | None  # 0: the same picture, 1: nothing in common; good scans have 0.05 to 0.10 for every word


def seen(own: Sequence[Token], blank_ink: Pixels, page_ink: Pixels, dpi: float) -> list[Seen | None]:
    """For each word; None for one that has too little print, or stands at the very edge.

    How unlike it is to the blank's is told of numbers, of words that lack ink, and of every fourth other word: for what
    is usual on the page that is enough.
    """
    blurred = tuple(cv2.GaussianBlur(i, (0, 0), 0.8) for i in (blank_ink, page_ink))
    sheet = _Sheet(
        (blank_ink > 0).astype(np.uint8),
        cv2.dilate(blank_ink, np.ones((5, 5), np.uint8)),
        page_ink,
        (cv2.dilate(page_ink, np.ones((3, 3), np.uint8)) > 0).astype(np.uint8),
        (blurred[0], blurred[1]),
        dpi / 72,
    )
    return [_of(token, sheet, likened=token.norm.isdigit() or n % 4 == 0) for n, token in enumerate(own)]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Both pictures of a page, prepared."""

    blank: Pixels  # 1 where the blank has ink
    near_blank: Pixels
    page: Pixels
    near_page: Pixels  # 1 where the page has ink, or beside it
    blurred: tuple[Pixels, Pixels]
    scale: float


def _of(token: Token, sheet: _Sheet, *, likened: bool) -> Seen | None:
    if token.box is None:
        return None
    left, top, right, bottom = (round(v * sheet.scale) for v in token.box)
    left, right = left - 1, right + 1
    height, width = sheet.page.shape
    if min(left, top) < _SHIFT or right + _SHIFT > width or bottom + _SHIFT > height or bottom <= top:
        return None
    print_ = sheet.blank[top:bottom, left:right]
    ink = int(cv2.countNonZero(print_))
    if ink < _SOME:
        return None
    around = np.s_[top - _SHIFT : bottom + _SHIFT, left - _SHIFT : right + _SHIFT]
    x = y = _SHIFT
    found = float(cv2.countNonZero(cv2.bitwise_and(sheet.near_page[top:bottom, left:right], print_)))
    if found < ink:  # not all of it in its very place
        _, found, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(sheet.near_page[around], print_, cv2.TM_CCORR))
    there = sheet.page[top - _SHIFT + y : bottom - _SHIFT + y, left - _SHIFT + x : right - _SHIFT + x]
    besides = cv2.countNonZero(cv2.bitwise_and(there, cv2.bitwise_not(sheet.near_blank[top:bottom, left:right])))
    unlike = _unlike(sheet, around, np.s_[top:bottom, left:right]) if likened or found < ink else None
    return Seen(max(0.0, 1 - found / ink), besides / ink, unlike)


def _unlike(sheet: _Sheet, around: Any, there: Any) -> float:
    alike = cv2.matchTemplate(sheet.blurred[1][around], sheet.blurred[0][there], cv2.TM_CCOEFF_NORMED)
    return 1 - float(alike.max())
