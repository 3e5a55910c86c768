"""White words on dark bands of a scan: the heads of a table's parts, of which OCR makes nothing or other words.

They are read by themselves, turned to dark words on white. A band that shows no words so keeps what was read there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from soppa_mailbot.forms.common.geometry import center, holds
from soppa_mailbot.forms.registering.registration import Pixels
from soppa_mailbot.model import Box, Page, Word
from soppa_mailbot.reading.ocr import recognise
from soppa_mailbot.reading.word_order import reading_order

_DARK = 140  # grey level below which a band is dark
_LOW, _HIGH, _SHORT = 9.0, 40.0, 60.0  # points: a band's height, at least and at most, and its width
_RUN, _RIM = 14.0, 1.5  # points that are dark without a gap beside, over and under the words of a band
_FULL = 0.6  # share of a band that is dark; of lines of text it is a quarter
_SURE = 0.75  # of a word
_MOST = 20  # bands of a page
_WHITE, _EDGE = 14, 2  # pixels of white around a band that is read, and of its rim, which is frayed, that are not
_INK, _PAPER = 0.5, 20  # percentiles of its grey levels that are words and band for sure


def with_bands_read(page: Page, gray: Pixels, dpi: float) -> Page:
    """The page with the words of its dark bands."""
    out = page
    for band in list(_bands(gray, dpi))[:_MOST]:
        if read := _words_in(band, gray, dpi):
            others = [w for w in out.words if not holds(band, center(w.box))]
            out = replace(out, words=reading_order([*others, *read]))
    return out


def _bands(gray: Pixels, dpi: float) -> Iterator[Box]:
    scale = dpi / 72
    dark = (gray < _DARK).astype(np.uint8)
    rim = np.ones((max(3, round(_RIM * scale)), round(_RUN * scale)), np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(dark, cv2.MORPH_OPEN, rim))
    for left, top, wide, high, _ in found[1:].tolist():
        inside = dark[top : top + high, left : left + wide]
        if not _LOW <= high / scale <= _HIGH or wide / scale < _SHORT:
            continue
        if cv2.countNonZero(inside) >= _FULL * wide * high:
            yield left / scale, top / scale, (left + wide) / scale, (top + high) / scale


def _words_in(band: Box, gray: Pixels, dpi: float) -> list[Word]:
    scale = dpi / 72
    left, top, right, bottom = (round(v * scale) for v in band)
    turned = cv2.GaussianBlur(255 - gray[top + _EDGE : bottom - _EDGE, left + _EDGE : right - _EDGE], (0, 0), 0.8)
    ink, paper = np.percentile(turned, _INK), np.percentile(turned, _PAPER)  # the band's grain would be read as letters
    clear = np.clip((turned - ink) * 255 / max(1.0, paper - ink), 0, 255).astype(np.uint8)
    framed = cv2.copyMakeBorder(clear, *(_WHITE,) * 4, cv2.BORDER_CONSTANT, value=255)
    x, y = left + _EDGE - _WHITE, top + _EDGE - _WHITE
    return [
        replace(w, box=((w.box[0] + x) / scale, (w.box[1] + y) / scale, (w.box[2] + x) / scale, (w.box[3] + y) / scale))
        for w in recognise(framed, dpi, line=True).words
        if w.confidence >= _SURE and any(c.isalnum() for c in w.text)
    ]
