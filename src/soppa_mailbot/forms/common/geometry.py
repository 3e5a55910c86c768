"""Boxes on a page, in points from its top left corner: (left, top, right, bottom)."""

from __future__ import annotations

from soppa_mailbot.model import Box


def width(box: Box) -> float:
    return box[2] - box[0]


def height(box: Box) -> float:
    return box[3] - box[1]


def area(box: Box) -> float:
    return max(width(box), 0.0) * max(height(box), 0.0)


def area_or_one(box: Box) -> float:
    """The area of a box to hold a share against: one point at least."""
    return max(width(box) * height(box), 1.0)


def center(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def grown(box: Box, x: float, y: float | None = None) -> Box:
    """The box with a margin around it (shrunk where negative)."""
    dy = x if y is None else y
    return box[0] - x, box[1] - dy, box[2] + x, box[3] + dy


def holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def common(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    return w * h if w > 0 and h > 0 else 0.0


def overlaps(a: Box, b: Box) -> bool:
    """Whether two boxes share more of the page than a border."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def union(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def gap(a: Box, b: Box) -> tuple[float, float]:
    """How far two boxes are apart, across and down; 0 where they overlap."""
    return max(a[0] - b[2], b[0] - a[2], 0.0), max(a[1] - b[3], b[1] - a[3], 0.0)


def same_row(a: Box, b: Box) -> bool:
    """Whether the lower of two boxes lies, by half, beside the other."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    return shared > 0.5 * min(height(a), height(b))


def same_column(a: Box, b: Box, slack: float = 3.0) -> bool:
    """Whether two cells stand in one column of a table."""
    return abs(a[0] - b[0]) <= slack and abs(a[2] - b[2]) <= slack


def close(a: Box, b: Box, slack: float) -> bool:
    return all(abs(p - q) <= slack for p, q in zip(a, b, strict=True))


def beside(text: Box, place: Box) -> bool:
    """Whether words stand on the line of a place: their middle is within it, or on its base line."""
    middle = (text[1] + text[3]) / 2
    return place[1] - 1 <= middle <= place[3] + 2


_OTHER_LINE = 10.0  # points by which a word of another line must be nearer


def from_word(word: Box, place: Box) -> float:
    """How far a place is from a word that tells where it stands: one on its line tells more than one over or under it.

    Where lines break anew, the words of another line move otherwise than the place.
    """
    dx, dy = gap(word, place)
    return dx + 2 * dy + (0.0 if beside(word, place) else _OTHER_LINE)
