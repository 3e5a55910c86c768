"""Where a registered scan has ink that its blank has not: what somebody wrote, ticked or signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.thresholds_scan import BLANK_REACH, SPECK
from soppa_mailbot.model import Box

Pixels = Any


@dataclass(frozen=True, slots=True)
class Added:
    """The added ink of one page, in the blank's frame."""

    ink: Pixels
    dpi: float
    own: Pixels  # the blank's ink where it lies on the page
    labels: Pixels  # the number of the connected piece that each pixel belongs to
    boxes: tuple[tuple[int, int, int, int, int], ...]  # number, left, top, width and height of each piece, in pixels

    def within(self, box: Box) -> int:
        """Pixels of added ink in a box given in points."""
        left, top, right, bottom = self._pixels(box)
        return int(cv2.countNonZero(self.ink[top:bottom, left:right]))

    def without(self, boxes: list[Box]) -> Added:
        """The added ink that lies in none of the boxes."""
        rest = self.ink.copy()
        for box in boxes:
            left, top, right, bottom = self._pixels(box)
            rest[top:bottom, left:right] = 0
        return replace(self, ink=rest)

    def outside(self, boxes: list[Box], filled: Pixels) -> float:
        """Share of the page that is added ink and lies in none of the boxes, nor where the blank is `filled`."""
        rest = cv2.subtract(self.without(boxes).ink, filled)
        return float(cv2.countNonZero(rest)) / float(rest.size)

    def pieces(self) -> list[Box]:
        """Where each connected piece lies, in points."""
        scale = 72 / self.dpi
        return [(x * scale, y * scale, (x + w) * scale, (y + h) * scale) for _, x, y, w, h in self.boxes]

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        scale = self.dpi / 72
        height, width = self.ink.shape
        left, top = max(0, round(box[0] * scale)), max(0, round(box[1] * scale))
        return left, top, min(width, round(box[2] * scale)), min(height, round(box[3] * scale))


def added(page_ink: Pixels, blank_ink: Pixels, dpi: float) -> Added:
    """The page's ink away from the blank's, without dust.

    The blank's ink is moved onto the page's tile by tile first: paper bends, and a homography does not.
    """
    own = _settled(blank_ink, page_ink)
    near = cv2.dilate(own, np.ones((BLANK_REACH, BLANK_REACH), np.uint8))
    rest = cv2.bitwise_and(page_ink, cv2.bitwise_not(near))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    keep = np.zeros(count, np.uint8)
    keep[1:] = np.where(stats[1:, cv2.CC_STAT_AREA] >= SPECK, 255, 0)
    pieces = tuple((n, *stats[n, :4].tolist()) for n in np.flatnonzero(keep).tolist())
    return Added(keep[labels], dpi, own, labels, pieces)


TILE = 160
MARGIN = 48
REACH = 6  # pixels by which a tile may be off
SETTLED = 0.02  # share of a tile's ink that may miss the page's by more than a pixel before it is moved


def _settled(blank_ink: Pixels, page_ink: Pixels) -> Pixels:
    """The blank's ink, each tile at the shift (up to REACH pixels) where it meets the page's ink best."""
    height, width = blank_ink.shape
    out = np.zeros_like(blank_ink)
    astray = cv2.bitwise_and(blank_ink, cv2.bitwise_not(cv2.dilate(page_ink, np.ones((3, 3), np.uint8))))
    for top in range(0, height, TILE):
        for left in range(0, width, TILE):
            t0, l0 = max(0, top - MARGIN), max(0, left - MARGIN)
            t1, l1 = min(height, top + TILE + MARGIN), min(width, left + TILE + MARGIN)
            piece = blank_ink[t0:t1, l0:l1]
            ink = cv2.countNonZero(piece)
            if ink < 80 or cv2.countNonZero(astray[t0:t1, l0:l1]) < SETTLED * ink:
                shift = (0, 0)
            else:
                shift = _shift(piece, page_ink, t0, l0)
            bottom, right = min(height, top + TILE), min(width, left + TILE)
            _paste(out, blank_ink[top:bottom, left:right], top + shift[0], left + shift[1])
    return out


def _shift(piece: Pixels, page_ink: Pixels, top: int, left: int) -> tuple[int, int]:
    window = cv2.copyMakeBorder(page_ink, REACH, REACH, REACH, REACH, cv2.BORDER_CONSTANT, value=0)
    window = window[top : top + piece.shape[0] + 2 * REACH, left : left + piece.shape[1] + 2 * REACH]
    score = cv2.matchTemplate(window, piece, cv2.TM_CCORR)
    here = float(score[REACH, REACH])
    _, best, _, (x, y) = cv2.minMaxLoc(score)
    if best < here * 1.02:  # not worth a move
        return 0, 0
    return y - REACH, x - REACH


def _paste(out: Pixels, tile: Pixels, top: int, left: int) -> None:
    height, width = out.shape
    t0, l0 = max(0, top), max(0, left)
    t1, l1 = min(height, top + tile.shape[0]), min(width, left + tile.shape[1])
    if t1 <= t0 or l1 <= l0:
        return
    view = out[t0:t1, l0:l1]
    np.maximum(view, tile[t0 - top : t1 - top, l0 - left : l1 - left], out=view)
