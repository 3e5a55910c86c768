"""From a page as it lies under the scanner or camera to the page as it is read: flat, straight and upright.

One homography in points carries words, marks and pictures alike, so that all of them stand in the same frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.model import Box

_MAX_SKEW = 5.0  # degrees; what sheet feeders and hands do
_WORTH_TURNING = 0.08  # degrees: 0.8 pt over the width of a page


@dataclass(frozen=True, slots=True)
class Upright:
    """`matrix` takes points of the page as it came (top left origin) to points of the upright page."""

    matrix: Any  # numpy 3x3
    width: float  # points, of the upright page
    height: float
    rotation: int = 0  # degrees clockwise, a multiple of 90

    @classmethod
    def unchanged(cls, width: float, height: float) -> Upright:
        return cls(np.eye(3), width, height)

    @property
    def is_identity(self) -> bool:
        return bool(np.allclose(self.matrix, np.eye(3)))

    def picture(self, gray: Any, scale: float, out: float) -> Any:
        """The upright picture at `out` pixels a point of `gray`, which shows the page as it came at `scale`."""
        if scale == out and np.allclose(self.matrix, _quarter_turns(self.rotation, self.width, self.height)):
            return np.ascontiguousarray(np.rot90(gray, k=-(self.rotation // 90)))
        matrix = np.diag([out, out, 1.0]) @ self.matrix @ np.diag([1 / scale, 1 / scale, 1.0])
        size = max(1, round(self.width * out)), max(1, round(self.height * out))
        if out < 0.75 * scale:  # average what falls together, or thin strokes are lost
            gray, matrix = _shrunk(gray, matrix, out / scale)
        return cv2.warpPerspective(gray, matrix, size, flags=cv2.INTER_LINEAR, borderValue=255)

    def box(self, box: Box) -> Box:
        """The upright box around a box of the page as it came."""
        if self.is_identity:
            return box
        corners = np.array([[(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]], np.float64)
        moved = cv2.perspectiveTransform(corners, self.matrix)[0]
        left, top = moved.min(axis=0)
        right, bottom = moved.max(axis=0)
        return round(float(left), 2), round(float(top), 2), round(float(right), 2), round(float(bottom), 2)

    def turned(self, degrees: int) -> Upright:
        """Turned clockwise by a further multiple of 90 degrees."""
        if degrees % 360 == 0:
            return self
        sides = (self.height, self.width) if degrees % 180 else (self.width, self.height)
        matrix = _quarter_turns(degrees, *sides) @ self.matrix
        return Upright(matrix, *sides, (self.rotation + degrees) % 360)

    def straightened(self, degrees: float) -> Upright:
        """Turned clockwise by a small angle around the middle of the page."""
        if abs(degrees) < _WORTH_TURNING:
            return self
        turn = cv2.getRotationMatrix2D((self.width / 2, self.height / 2), -degrees, 1.0)
        return Upright(np.vstack([turn, [0, 0, 1]]) @ self.matrix, self.width, self.height, self.rotation)


def _shrunk(gray: Any, matrix: Any, factor: float) -> tuple[Any, Any]:
    height, width = gray.shape
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return cv2.resize(gray, size, interpolation=cv2.INTER_AREA), matrix @ np.diag(
        [width / size[0], height / size[1], 1.0]
    )


def _quarter_turns(degrees: int, width: float, height: float) -> Any:
    """Clockwise quarter turns; `width` and `height` are those of the result."""
    return {
        0: np.eye(3),
        90: np.array([[0.0, -1.0, width], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
        180: np.array([[-1.0, 0.0, width], [0.0, -1.0, height], [0.0, 0.0, 1.0]]),
        270: np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, height], [0.0, 0.0, 1.0]]),
    }[degrees % 360]


def skew(gray: Any) -> float:
    """By how many degrees clockwise the lines of a page must be turned to be level (-5..5); 0 where nothing tells.

    Level lines and rules make the row sums of ink differ most from row to row.
    """
    height, width = gray.shape
    shrink = 800 / max(height, width, 1)
    small = cv2.resize(gray, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else gray
    local = cv2.blur(small, (25, 25)).astype(np.int16)
    ink = ((local - small) > 12).astype(np.uint8) * 255
    ink[:8], ink[-8:], ink[:, :8], ink[:, -8:] = 0, 0, 0, 0  # dark edges of the scanner's lid
    if cv2.countNonZero(ink) < 200:
        return 0.0
    half = cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)  # enough for half degrees
    best = _sharpest(half, np.arange(-_MAX_SKEW, _MAX_SKEW + 0.01, 0.5))
    if abs(best) >= _MAX_SKEW:
        return 0.0
    return _sharpest(ink, np.arange(best - 0.4, best + 0.41, 0.1))


def _sharpest(ink: Any, angles: Any) -> float:
    """Shear stands in for rotation: alike at small angles, and cheaper."""
    height, width = ink.shape
    scores = []
    for angle in angles:
        slope = np.tan(np.radians(float(angle)))
        matrix = np.array([[1.0, 0.0, 0.0], [slope, 1.0, -slope * width / 2]])
        rows = cv2.reduce(
            cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_NEAREST), 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S
        ).ravel()
        scores.append(float(np.square(np.diff(rows.astype(np.float64))).sum()))
    level = scores[int(np.argmin(np.abs(angles)))]
    best = int(np.argmax(scores))
    return float(angles[best]) if scores[best] > 1.02 * level else float(angles[int(np.argmin(np.abs(angles)))])
