"""How much of a line of dots or underscores a PDF page shows.

Who lays out a form by program often prints far more dots than a line needs and clips them at its end (ISO 32000-1
§8.5.4): PDFium tells where all of them would stand, and the line of one answer would run on over the one beside it.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot.model import Box, Word
from soppa_mailbot.reading.pdf_frame import Frame

_FEWEST = 4  # dots or underscores of a line
_SAME = 3.0  # points by which a text object's bounds and its characters' may differ


def is_line(text: str) -> bool:
    """Whether a word is a line to write on, or one mark of a line with spaces between them."""
    return text[:1] in ("_", ".") and len(set(text)) == 1


def as_shown(text_page: Any, first: int, word: Word, frame: Frame) -> Word | None:
    """The line as far as its clip shows it; None for one that is clipped away."""
    drawn = pdfium_c.FPDFText_GetTextObject(text_page, first)
    clip = _clip(drawn, word.box, frame) if drawn else None
    if clip is None:
        return word
    left, right = max(word.box[0], clip[0]), min(word.box[2], clip[2])
    if right <= left or clip[3] <= word.box[1] or word.box[3] <= clip[1]:
        return None
    if (left, right) == (word.box[0], word.box[2]):
        return word
    share = (right - left) / (word.box[2] - word.box[0])
    count = len(word.text) if len(word.text) < _FEWEST else max(_FEWEST, round(share * len(word.text)))
    return Word(word.text[0] * count, (left, word.box[1], right, word.box[3]))


def _clip(drawn: Any, box: Box, frame: Frame) -> Box | None:
    """The box that a text object is clipped to; None for no clip, and for one in another space than the page's.

    What a form XObject draws has its clip in the XObject's own space: then its bounds are not where its text stands.
    """
    path = pdfium_c.FPDFPageObj_GetClipPath(drawn)
    count = pdfium_c.FPDFClipPath_CountPaths(path) if path else 0
    if count <= 0:
        return None
    numbers = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, numbers)):
        return None
    bounds = frame.box(*(n.value for n in numbers))
    if not (bounds[0] - _SAME <= box[0] and box[2] <= bounds[2] + _SAME and _level(bounds, box)):
        return None
    paths = [_bounds(path, index, frame) for index in range(count)]
    clips = [b for b in paths if b is not None]
    if len(clips) < count:
        return None
    left, top = max(b[0] for b in clips), max(b[1] for b in clips)
    right, bottom = min(b[2] for b in clips), min(b[3] for b in clips)
    # a mark's ink is less than its character's box: at a side where no ink is cut off, the box is right
    return box[0] if left <= bounds[0] else left, top, box[2] if right >= bounds[2] else right, bottom


def _level(bounds: Box, box: Box) -> bool:
    return box[1] - _SAME <= (bounds[1] + bounds[3]) / 2 <= box[3] + _SAME


def _bounds(path: Any, index: int, frame: Frame) -> Box | None:
    """The box around one path of a clip."""
    across, up = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for number in range(pdfium_c.FPDFClipPath_CountPathSegments(path, index)):
        segment = pdfium_c.FPDFClipPath_GetPathSegment(path, index, number)
        if not segment or not pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(up)):
            return None
        points.append((across.value, up.value))
    if not points:
        return None
    return frame.box(
        min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
    )
