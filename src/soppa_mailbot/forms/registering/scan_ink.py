"""Ink on a scan that neither print nor OCR explains: handwriting, a signature, a stain. As words of the page, so that
what is read word by word finds it where an answer is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.thresholds_scan import INK, SPECK
from soppa_mailbot.forms.common.tokens import INK_WORD
from soppa_mailbot.model import Box, Page, Word

Pixels = Any
_DOTS, _DOTTED = 15, 120  # pixels of 200 dpi from dot to dot at most; of a dotted rule's length at least
_THIN = 7  # pixels: dots are smaller, and rows of letters are higher
_ALONE = 0.2  # pixels of ink near a dotted rule per pixel of its length, at most
_RULE = 40  # pixels at 200 dpi: straighter strokes than this are rules
_AROUND = 1.5  # points around a word that are the word's
_JOIN = (12.0, 2.0)  # points, across and down, within which strokes are one word
_SMALLEST = 4.0  # points across or down, at least
_UPRIGHT = 3.0  # points: narrower strokes that are twice as high are pieces of rules, or a letter that OCR missed
_LARGEST = (400.0, 90.0)  # points: what is larger is a picture or a shadow


def unexplained(page: Page, ink: Pixels, dpi: float, printed: Sequence[Box]) -> list[Word]:
    """Words for the ink beside the page's own words, its rules and what else is `printed` there (boxes in points)."""
    scale = dpi / 72
    rest = cv2.subtract(ink, rules_of(ink))
    for box in [w.box for w in page.words] + list(printed):
        left, top, right, bottom = (round(v * scale) for v in _grown(box))
        rest[max(0, top) : bottom, max(0, left) : right] = 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = np.where(stats[1:, cv2.CC_STAT_AREA] >= SPECK, 255, 0)
    rest = keep[labels]
    across, down = (round(v * scale) | 1 for v in _JOIN)
    joined = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((down, across), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    out = []
    for left, top, width, height, _ in stats[1:].tolist():
        pixels = cv2.countNonZero(rest[top : top + height, left : left + width])
        box = (left / scale, top / scale, (left + width) / scale, (top + height) / scale)
        large = width > _LARGEST[0] * scale or height > _LARGEST[1] * scale
        upright = width < _UPRIGHT * scale and height > 2 * width
        if pixels >= INK["text"] and max(width, height) >= _SMALLEST * scale and not large and not upright:
            out.append(Word(INK_WORD, box, 0.0))
    return out


def rules_of(ink: Pixels) -> Pixels:
    """Straight strokes, level and upright, a little thicker than they are."""
    found = np.zeros_like(ink)
    for shape in ((1, _RULE), (_RULE, 1)):
        found |= cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
    return cv2.dilate(found, np.ones((5, 5), np.uint8))


def dotted_rules_of(ink: Pixels) -> Pixels:
    """Straight rows of dots or dashes, level and upright, a little thicker than they are; no lines of letters."""
    level = _dotted(ink)
    return level | np.ascontiguousarray(_dotted(np.ascontiguousarray(ink.T)).T)


def _dotted(ink: Pixels) -> Pixels:
    """The level rows. Rows of letters are higher, or have the rest of their letters over them or under them."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, _DOTS), np.uint8))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, _DOTTED), np.uint8))
    found = np.zeros_like(ink)
    for left, top, width, height, _ in cv2.connectedComponentsWithStats(runs)[2][1:]:
        beside = slice(left, left + width)
        around = (ink[max(0, top - _THIN) : top, beside], ink[top + height : top + height + _THIN, beside])
        if height <= _THIN and sum(int(cv2.countNonZero(part)) for part in around) < _ALONE * width:
            found[top : top + height, beside] = 255
    return cv2.dilate(found, np.ones((5, 5), np.uint8))


def _grown(box: Box) -> Box:
    return box[0] - _AROUND, box[1] - _AROUND, box[2] + _AROUND, box[3] + _AROUND
