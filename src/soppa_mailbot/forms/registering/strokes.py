"""The added ink of a page as strokes: connected pieces, and what shape some of them have together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.thresholds_scan import BLANK_REACH
from soppa_mailbot.forms.registering.ink import Added
from soppa_mailbot.model import Box

Pixels = Any  # numpy.ndarray

_DASH = (2.0, 22.0)  # points that a dash is long
_DASHES = 3  # side by side: "---"
_LEVEL = 1.6  # times as long as high, at least: a thick pen, blurred by a camera
_FROM_RULES = 0.2  # of a place's height, from its edges: nearer ones are parts of the rules around it
_MOST = 3000  # pieces of a page; more are noise
_OUTSIDE = 0.6  # share of a stroke outside a place from which it may be another place's
_CROSS_SIDES = (6.0, 34.0)  # points
_DIAGONAL = 0.24  # of the side: how far from a diagonal a cross's ink may lie
_RING_SIZE = (40.0, 10.0)  # points: smaller loops are letters
_HOLLOW = 0.7  # of a ring's size: within it is no ink
_INSIDE = 0.02  # share of ink that may be there all the same


@dataclass(frozen=True, slots=True)
class Stroke:
    """One connected piece of added ink."""

    points: Pixels  # n x 2: x, y in pixels
    box: Box  # points of the page
    scale: float  # pixels a point

    def within(self, box: Box) -> int:
        """Its pixels in a box given in points."""
        if not self.touches(box):
            return 0
        left, top, right, bottom = (round(v * self.scale) for v in box)
        x, y = self.points[:, 0], self.points[:, 1]
        return int(np.count_nonzero((x >= left) & (x < right) & (y >= top) & (y < bottom)))

    def touches(self, box: Box) -> bool:
        return self.box[0] < box[2] and box[0] < self.box[2] and self.box[1] < box[3] and box[1] < self.box[3]

    def comes_from(self, box: Box, others: Sequence[Box]) -> bool:
        """Whether it lies mostly outside the place and reaches another one; the printed line between may cut it."""
        inside = self.within(box)
        if inside > (1 - _OUTSIDE) * len(self.points):
            return False
        reach = (BLANK_REACH / 2 + 2) / self.scale
        return any(self.touches((b[0] - reach, b[1] - reach, b[2] + reach, b[3] + reach)) for b in others)


def strokes(added: Added) -> list[Stroke]:
    """The pieces of the added ink, in no order; none of a page that is full of them."""
    if len(added.boxes) > _MOST:
        return []
    scale = added.dpi / 72
    out = []
    for number, left, top, width, height in added.boxes:
        rows, columns = np.nonzero(added.labels[top : top + height, left : left + width] == number)
        points = np.stack([columns + left, rows + top], axis=1)
        box = (left / scale, top / scale, (left + width) / scale, (top + height) / scale)
        out.append(Stroke(points, box, scale))
    return out


def is_dash(drawn: Sequence[Stroke], box: Box) -> bool:
    """Whether all that is drawn in a place is a dash or a few in one line: short, level, off the rules around."""
    pieces = [s for s in drawn if s.within(box)]
    keep = _FROM_RULES * (box[3] - box[1])
    middles = [(s.box[1] + s.box[3]) / 2 for s in pieces]
    return 0 < len(pieces) <= _DASHES and all(
        _DASH[0] <= s.box[2] - s.box[0] <= _DASH[1]
        and s.box[2] - s.box[0] >= _LEVEL * (s.box[3] - s.box[1])
        and box[0] < s.box[0]
        and s.box[2] < box[2]
        and box[1] + keep <= middle <= box[3] - keep
        and abs(middle - middles[0]) <= _DASH[0]
        for s, middle in zip(pieces, middles, strict=True)
    )


def is_cross(pieces: Sequence[Stroke]) -> bool:
    """Whether the ink is one X and next to nothing else."""
    if not pieces:
        return False
    largest = max(pieces, key=lambda p: len(p.points))
    if len(largest.points) < 0.9 * sum(len(p.points) for p in pieces):
        return False
    width, height = largest.box[2] - largest.box[0], largest.box[3] - largest.box[1]
    low, high = _CROSS_SIDES
    if not (low <= width <= high and low <= height <= high and 0.4 < width / height < 2.5):
        return False
    x, y = largest.points[:, 0].astype(float), largest.points[:, 1].astype(float)
    u, v = (x - x.min()) / max(float(np.ptp(x)), 1.0), (y - y.min()) / max(float(np.ptp(y)), 1.0)
    falling, rising = np.abs(u - v) < _DIAGONAL, np.abs(u + v - 1) < _DIAGONAL
    near = float((falling | rising).mean())
    ends = [float((falling & corner).mean()) for corner in (u + v < 0.6, u + v > 1.4)]
    ends += [float((rising & corner).mean()) for corner in (u - v < -0.4, u - v > 0.4)]
    return near > 0.94 and min(ends) > 0.08


def is_ring(pieces: Sequence[Stroke]) -> bool:
    """Whether the ink is a ring drawn about something: large, hollow, and round more than half the way.

    Printed lines cut it: what is above a line alone is enough of it.
    """
    if not pieces:
        return False
    points = np.concatenate([p.points for p in pieces]).astype(np.float32)
    width, height = (float(np.ptp(points[:, i])) / pieces[0].scale for i in (0, 1))
    if width < _RING_SIZE[0] or height < _RING_SIZE[1]:
        return False
    hull = cv2.convexHull(points)
    moments = cv2.moments(hull)
    if moments["m00"] < 1:
        return False
    middle = np.array([moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]], np.float32)
    inner = ((hull.reshape(-1, 2) - middle) * _HOLLOW + middle).astype(np.int32)
    mask = np.zeros((int(points[:, 1].max()) + 2, int(points[:, 0].max()) + 2), np.uint8)
    cv2.fillConvexPoly(mask, inner, 1)
    inside = float(mask[points[:, 1].astype(int), points[:, 0].astype(int)].mean())
    angles = np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0])
    return inside < _INSIDE and len(np.unique((angles * 18 / np.pi).round())) > 18
