"""A stretch of a registered page, or of its blank, cut out and read by OCR again, larger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.registering.registration import Registered
from soppa_mailbot.model import Box, Raster, Word
from soppa_mailbot.reading.patience import worked

_LONGEST = 6000  # pixels of a side of what is read


@dataclass(slots=True)
class Allowance:
    """What reading again may still cost in one document, in seconds; beyond it nothing is read."""

    left: float


@dataclass(frozen=True, slots=True)
class Closer:
    """Both pictures of one page, in the blank's frame. Boxes are points of the blank's page."""

    page: Raster
    blank: Raster
    found: Registered
    allowance: Allowance

    def read(self, box: Box, zoom: float, *, line: bool = True) -> tuple[Word, ...]:
        """The page's words in a box. `zoom` times its resolution is what OCR gets; () without OCR or time."""
        return self._timed(self.page.gray, self.found.transform, box, zoom, line=line)

    def read_blank(self, box: Box, zoom: float) -> tuple[Word, ...]:
        """What OCR makes of the blank's own print there."""
        return self._timed(self.blank.gray, np.eye(3), box, zoom, line=True)

    def _timed(self, gray: Any, transform: Any, box: Box, zoom: float, *, line: bool) -> tuple[Word, ...]:
        if self.allowance.left <= 0:
            return ()
        begin = worked()
        words = _read(gray, transform, box, self.blank.dpi, zoom, line=line)
        self.allowance.left -= worked() - begin
        return words


def _read(gray: Any, transform: Any, box: Box, dpi: float, zoom: float, *, line: bool) -> tuple[Word, ...]:
    from soppa_mailbot.reading.ocr import OcrMissingError, recognise

    scale = dpi / 72
    left, top = box[0] * scale, box[1] * scale
    width, height = round((box[2] - box[0]) * scale * zoom), round((box[3] - box[1]) * scale * zoom)
    if not (8 <= width <= _LONGEST and 8 <= height <= _LONGEST):
        return ()
    part = np.array([[1 / zoom, 0, left], [0, 1 / zoom, top], [0, 0, 1]])
    crop = cv2.warpPerspective(
        gray, transform @ part, (width, height), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT, borderValue=255,
    )  # fmt: skip
    paper = max(1.0, float(np.percentile(crop, 85)))
    crop = np.clip(crop * (250.0 / paper), 0, 255).astype(np.uint8)
    edge = round(4 * zoom)
    crop = cv2.copyMakeBorder(crop, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=255)
    try:
        found = recognise(crop, dpi * zoom, line=line).words
    except OcrMissingError:
        return ()
    back = 1 / (zoom * scale)
    return tuple(
        Word(w.text, tuple(box[i % 2] + (v - edge) * back for i, v in enumerate(w.box)), w.confidence)  # type: ignore[arg-type]
        for w in found
    )
