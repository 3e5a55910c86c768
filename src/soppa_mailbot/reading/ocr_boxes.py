"""The squares to tick that a picture of a blank prints: frames of one thin line around nothing.

OCR reads them as letters or not at all. On a filled paper they may hold or lose anything, and are looked for where the
blank has them; a blank is empty, and its pages must tell where they are.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from soppa_mailbot.model import Box

_SMALLEST, _LARGEST = 4.5, 16.0  # points of a side, inside
_SQUARE = 1.3  # the longer side is no more times the shorter
_FRAME = 1.5  # points of the line around it; print has thicker ones in letters of that size
_FULL = 0.93  # share of its frame that the white inside takes: an "O" is round
_CORNER = 0.1  # of its side: how far the white may be from a corner; that of a "D" is further


def without_boxes(gray: Any, dpi: float) -> tuple[Any, list[Box]]:
    """(the picture with these squares painted white, their boxes in pixels)."""
    _, dark = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    contours, tree = cv2.findContours(dark, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    clean, found = gray.copy(), []
    for inside, (_, _, _, parent) in zip(contours, tree[0] if contours else (), strict=True):
        if parent < 0 or not _is_square(inside, dpi / 72):
            continue
        _, _, width, height = cv2.boundingRect(inside)
        x, y, wide, high = cv2.boundingRect(contours[parent])
        if max(wide - width, high - height) > 2 * _FRAME * dpi / 72:
            continue  # a cell among others, or a letter
        edge = max(2, round(0.01 * dpi))
        clean[max(y - edge, 0) : y + high + edge, max(x - edge, 0) : x + wide + edge] = 255
        found.append((float(x), float(y), float(x + wide), float(y + high)))
    return clean, sorted(found, key=lambda b: (b[1], b[0]))


def _is_square(inside: Any, scale: float) -> bool:
    left, top, width, height = cv2.boundingRect(inside)
    short, long = sorted((width, height))
    if not (_SMALLEST * scale <= short and long <= min(_LARGEST * scale, _SQUARE * short)):
        return False
    if cv2.contourArea(inside) < _FULL * (width - 1) * (height - 1):
        return False
    points = inside.reshape(-1, 2).astype(float)
    corners = [(x, y) for x in (left, left + width - 1) for y in (top, top + height - 1)]
    return all(float(np.abs(points - corner).max(axis=1).min()) <= max(_CORNER * short, 1.5) for corner in corners)
