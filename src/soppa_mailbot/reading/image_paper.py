"""Finding the sheet of paper on a photograph.

Candidates come from three views of the picture (what cannot be reached from its border over smooth ground; what is
bright; closed edges); one is taken only when its four sides are edges from darker ground to lighter paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.reading.image_upright import Upright

_LONG_SIDE = 600  # pixels at which the search is done
_MIN_AREA, _MAX_AREA = 0.25, 0.985  # of the picture
_STEP = 10  # grey levels from ground to paper
_SUPPORT = 0.7  # share of each side that must be such a step
_LETTER, _LEGAL = (1.18, 1.5), (1.5, 1.8)  # long side : short side, as photographed
_EDGE = 4  # pixels: a side this near the border of the picture needs no step, the paper goes on
_BAND = 0.2  # share of the sheet's length that a band at its edge may be high
_STRIP = 1000  # pixels along a band at which its letters are looked for
_THICK = 11  # pixels: strokes of letters are thinner
_LIGHT = 40  # grey levels by which they are lighter than the band
_HIGH = (6, 45)  # pixels
_LETTERS = 8  # in a row


def find_paper(gray: Any) -> Any:
    """The corners (numpy float32, 4x2: top left, top right, bottom right, bottom left) in pixels, or None."""
    height, width = gray.shape
    shrink = min(1.0, _LONG_SIDE / max(height, width, 1))
    small = cv2.resize(gray, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(small, 5)
    best, best_score = None, 0.0
    for mask in _views(small):
        quad = _quadrangle(mask)
        if quad is None:
            continue
        score = _support(small, quad)
        if score > best_score:
            best, best_score = quad, score
    return None if best is None else _with_bands(gray, (best / shrink).astype(np.float32))


def flattened(corners: Any, scale: float) -> Upright:
    """The sheet laid flat; `scale` is pixels a point of the picture in which the corners were found.

    How far away the camera was cannot be known: the size is that of the paper with such a shape.
    """
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    width, height = paper_size((top + bottom) / 2, (left + right) / 2)
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform((corners / scale).astype(np.float32), target)
    return Upright(matrix, width, height)


def paper_size(across: float, down: float) -> tuple[float, float]:
    """Points of a sheet with these proportions: Letter, Legal where it is much longer, else 11 inch long.

    Perspective leaves proportions some 7 % wrong, so A4 cannot be told from Letter; in America it is Letter.
    """
    ratio = max(across, down, 1e-6) / max(min(across, down), 1e-6)
    long_side = 1008.0 if _LEGAL[0] <= ratio < _LEGAL[1] else 792.0
    short_side = 612.0 if _LETTER[0] <= ratio < _LEGAL[1] else 792.0 / ratio
    return (long_side, short_side) if across > down else (short_side, long_side)


def _views(small: Any) -> Iterator[Any]:
    yield cv2.bitwise_not(_ground(small))
    _, bright = cv2.threshold(cv2.GaussianBlur(small, (0, 0), 3), 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    yield bright
    edges = cv2.dilate(cv2.Canny(small, 20, 60), np.ones((5, 5), np.uint8))
    contours, _ = cv2.findContours(edges, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.zeros_like(small)
    cv2.drawContours(filled, contours, -1, 255, cv2.FILLED)
    yield filled


def _ground(small: Any) -> Any:
    """What can be reached from the border without a step of brightness: the desk, however it is lit."""
    height, width = small.shape
    mask = np.zeros((height + 2, width + 2), np.uint8)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
    seeds = [(x, y) for x in range(1, width - 1, 12) for y in (1, height - 2)]
    seeds += [(x, y) for y in range(1, height - 1, 12) for x in (1, width - 2)]
    for x, y in seeds:
        if not mask[y + 1, x + 1]:
            cv2.floodFill(small, mask, (x, y), 0, 4, 4, flags)
    return mask[1:-1, 1:-1]


def _quadrangle(mask: Any) -> Any:
    """The largest blob as a convex quadrangle, corners in order; None where it is none."""
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    share = cv2.contourArea(hull) / mask.size
    if not _MIN_AREA <= share <= _MAX_AREA:
        return None
    around = cv2.arcLength(hull, True)
    for tolerance in (0.01, 0.02, 0.03, 0.05):
        corners = cv2.approxPolyDP(hull, tolerance * around, True)
        if len(corners) == 4:
            quad = corners[:, 0, :].astype(np.float32)
            if cv2.contourArea(quad) >= 0.93 * cv2.contourArea(hull) and _sane_angles(quad):
                return _in_order(quad)
    return None


def _sane_angles(quad: Any) -> bool:
    for before, corner, after in zip(np.roll(quad, 1, 0), quad, np.roll(quad, -1, 0), strict=True):
        a, b = before - corner, after - corner
        cosine = float(a @ b) / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-6)
        if abs(cosine) > 0.5:  # sharper than 60 or wider than 120 degrees
            return False
    return True


def _in_order(quad: Any) -> Any:
    sums, differences = quad.sum(axis=1), quad[:, 1] - quad[:, 0]
    order = [int(sums.argmin()), int(differences.argmin()), int(sums.argmax()), int(differences.argmax())]
    return quad[order]


def _support(small: Any, quad: Any) -> float:
    """The least share of a side along which the picture steps up from outside to inside; 0 where any is too low."""
    height, width = small.shape
    centre = quad.mean(axis=0)
    shares = []
    for start, end in zip(quad, np.roll(quad, -1, 0), strict=True):
        points = start + np.linspace(0.05, 0.95, 60)[:, None] * (end - start)
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1e-6)
        inward = np.array([-along[1], along[0]])
        if float(inward @ (centre - start)) < 0:
            inward = -inward
        outside = _sample(small, points - 5 * inward)
        inside = _sample(small, points + 5 * inward)
        far = np.array([width, height]) - 1 - _EDGE
        at_border = np.any((points < _EDGE) | (points > far), axis=1)
        shares.append(float(np.mean((inside - outside > _STEP) | at_border)))
    return min(shares) if min(shares) >= _SUPPORT else 0.0


# --- dark bands of the sheet itself -----------------------------------------------------------------------------------


def _with_bands(gray: Any, quad: Any) -> Any:
    """The sheet with what it prints light on dark at its edges, which looks like ground; None where it is all paper."""
    height, width = gray.shape
    out = quad.copy()
    for n in range(4):
        here, there = quad[n] - quad[n - 1], quad[(n + 1) % 4] - quad[(n + 2) % 4]  # outward, at both ends of the side
        outer = (quad[n] + _BAND * here, quad[(n + 1) % 4] + _BAND * there)
        across = float(np.linalg.norm(quad[(n + 1) % 4] - quad[n]))
        down = float(np.linalg.norm(here)) * _BAND * _STRIP / max(across, 1.0)
        target = np.array([(0, 0), (_STRIP, 0), (_STRIP, down), (0, down)], np.float32)
        matrix = cv2.getPerspectiveTransform(np.array([*outer, quad[(n + 1) % 4], quad[n]], np.float32), target)
        reach = _lettered(cv2.warpPerspective(gray, matrix, (_STRIP, max(1, round(down)))))
        if reach > 0:
            out[n] += min(1.0, reach / down) * _BAND * here
            out[(n + 1) % 4] += min(1.0, reach / down) * _BAND * there
    out[:, 0] = np.clip(out[:, 0], 0, width - 1)
    out[:, 1] = np.clip(out[:, 1], 0, height - 1)
    return out if cv2.contourArea(out) <= _MAX_AREA * gray.size else None


def _lettered(strip: Any) -> float:
    """How far, in pixels from its lower edge, a dark strip holds lines of light letters; 0 where it has none."""
    ground = cv2.morphologyEx(strip, cv2.MORPH_OPEN, np.ones((_THICK, _THICK), np.uint8))
    _, light = cv2.threshold(cv2.subtract(strip, ground), _LIGHT, 255, cv2.THRESH_BINARY)
    _, _, stats, _ = cv2.connectedComponentsWithStats(light, connectivity=8)
    letters = [(y, y + h) for _, y, w, h, _ in stats[1:].tolist() if _HIGH[0] <= h <= _HIGH[1] and w <= 2 * _HIGH[1]]
    lines = [
        (top, bottom)
        for top, bottom in letters
        if sum(abs(top + bottom - a - b) < bottom - top and 0.5 < (b - a) / (bottom - top) < 2 for a, b in letters)
        >= _LETTERS
    ]
    if not lines:
        return 0.0
    far, near = strip.shape[0] - min(t for t, _ in lines), strip.shape[0] - max(b for _, b in lines)
    return float(far + max(near, _HIGH[0]))  # as much again above the letters as below them


def _sample(small: Any, points: Any) -> Any:
    height, width = small.shape
    x = np.clip(np.round(points[:, 0]).astype(int), 0, width - 1)
    y = np.clip(np.round(points[:, 1]).astype(int), 0, height - 1)
    return small[y, x].astype(np.int16)
