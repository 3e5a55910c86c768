"""Pictures prepared for the OCR engine: even light, no rules.

Tesseract takes ruled tables for pictures or reads rules as letters; without them the word F1 of a noisy form rises from
.92 to .97.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from soppa_mailbot.model import Box

_RULE = 0.35  # inch: longer straight strokes are rules, no letter has one
_SHORT_RULE = 0.22  # inch: of a blank, whose "____ Yes" is shorter; level strokes of its letters are shorter still
_THICK = 0.05  # inch: what is thicker than this is a bar or a picture, no rule
_DARKER = 12  # grey levels
_MAX_RULES = 600


def even(gray: Any) -> Any:
    """With shadows and uneven light taken out: paper becomes white wherever it is dark."""
    shrunk = cv2.resize(gray, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(shrunk, np.ones((5, 5), np.uint8)), 21)
    if int(np.percentile(paper, 5)) > 235:
        return gray  # evenly lit already
    paper = cv2.resize(paper, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(gray, np.maximum(paper, 1), scale=250)


def without_rules(gray: Any, dpi: float, *, blank: bool = False) -> tuple[Any, list[Box]]:
    """(the picture with its rules painted white and its dark bars inverted, the boxes of the rules in pixels)."""
    threshold, dark = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if threshold > 230 or threshold < 20:
        return gray, []
    clean = gray.copy()
    solid = _opened(dark, max(5, round(_THICK * dpi)), max(5, round(_THICK * dpi)))
    # Rules are often pale: darker than what is around them is enough.
    around = cv2.blur(gray, (round(0.12 * dpi) | 1, round(0.12 * dpi) | 1))
    ink = cv2.bitwise_or(dark, cv2.compare(cv2.subtract(around, gray), _DARKER, cv2.CMP_GT))
    for left, top, right, bottom in _bars(solid, dpi):
        clean[top:bottom, left:right] = 255 - clean[top:bottom, left:right]
    solid = cv2.dilate(solid, np.ones((5, 5), np.uint8))
    length = max(20, round(_RULE * dpi))
    boxes = []
    level = max(20, round((_SHORT_RULE if blank else _RULE) * dpi))
    for width, height in ((level, 1), (1, length)):
        rules = cv2.subtract(_opened(ink, width, height), solid)
        boxes += _thin(rules, dpi)
        clean = cv2.bitwise_or(clean, cv2.dilate(rules, np.ones((3, 3), np.uint8)))
    return clean, boxes


def _opened(ink: Any, width: int, height: int) -> Any:
    return cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (width, height)))


def _bars(solid: Any, dpi: float) -> list[tuple[int, int, int, int]]:
    """Headings set white on dark: long, about a line or two high, mostly dark."""
    joined = cv2.morphologyEx(solid, cv2.MORPH_CLOSE, np.ones((3, round(0.3 * dpi)), np.uint8))
    return [
        (left, top, left + width, top + height)
        for left, top, width, height in _pieces(joined)
        if width > dpi
        and 0.1 * dpi < height < 0.7 * dpi
        and cv2.countNonZero(joined[top : top + height, left : left + width]) > 0.6 * width * height
    ]


def _thin(rules: Any, dpi: float) -> list[Box]:
    boxes = []
    for left, top, width, height in _pieces(rules):
        if min(width, height) <= max(4.0, 0.04 * dpi):
            boxes.append((float(left), float(top), float(left + width), float(top + height)))
    return boxes


def _pieces(ink: Any) -> list[tuple[int, int, int, int]]:
    """(left, top, width, height) of what hangs together, from the top; a page that is full of them is cut short."""
    contours, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    outer = [c for c, (*_, parent) in zip(contours, tree[0], strict=True) if parent < 0] if contours else []
    boxes = sorted((cv2.boundingRect(c) for c in outer), key=lambda b: (b[1], b[0]))
    return boxes[:_MAX_RULES]
