"""Empty boxes that stand so close to the rules of their table that their ink is one."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

Pixels = Any

_RULE = 0.8  # of a cell's width that a rule of its table runs at least
_MARK = 0.4  # of a box's side: how high what is drawn beside it may be; a neighbour's stroke ends within a cell


def without_rules(window: Pixels) -> Pixels:
    """A cell's ink without the level rules over and under it, which may be a bit crooked."""
    long = np.ones((1, max(2, round(_RULE * window.shape[1]))), np.uint8)
    level = cv2.morphologyEx(cv2.dilate(window, np.ones((3, 1), np.uint8)), cv2.MORPH_OPEN, long)
    return np.where(cv2.dilate(level, np.ones((3, 1), np.uint8)) > 0, 0, window).astype(window.dtype)


def mark_beside(window: Pixels, x: int, y: int, side: int) -> bool:
    """Whether something that may be a mark is drawn in the cell beside its box (`window` without rules)."""
    rest = window.copy()
    rim, edge = max(3, side // 6), max(1, side // 5)  # around the box; where the upright rules of the cell are
    rest[max(0, y - rim) : y + side + rim + 1, max(0, x - rim) : x + side + rim + 1] = 0
    rest[:, :edge] = rest[:, -edge:] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(rest)
    return any(high >= _MARK * side or wide >= _MARK * side for wide, high in stats[1:, 2:4])
