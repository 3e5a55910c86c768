"""Words of a scanned Word form that a signature runs over: OCR takes the stroke and the lines it crosses for one word.

Such a word is much higher than a line, and OCR is not sure of it; the words beside it on its lines may be lost with it.
The place is read again without the stroke. Words of the form that are read for sure there stand for it, and what else
is there becomes ink (`forms.boxes_as_words`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from statistics import median

import cv2
import numpy as np

from soppa_mailbot.forms.common.geometry import center, height, holds
from soppa_mailbot.forms.common.thresholds_scan import SURE_WORD
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.registering.registration import Pixels, ink_of
from soppa_mailbot.model import Page, Word
from soppa_mailbot.reading.ocr import recognise
from soppa_mailbot.reading.word_order import reading_order

_HIGH = 2.5  # heights of a word: two lines and what is between them
_UNSURE = 0.6  # of a word that OCR made up: of large print it is surer
_BESIDE, _OVER = 60.0, 4.0  # points beside it, over and under it that are read along with it
_FRAYED = 5  # pixels around a stroke that are its rim
_PAPER = 85  # percentile of the grey levels that is the paper's
_MOST = 3  # words of a page


def with_words_read(page: Page, gray: Pixels, dpi: float, own: Collection[str]) -> Page:
    """The page with the words of `own`, a form's, that are read again where such a word was."""
    if not page.words:
        return page
    least = _HIGH * median(height(w.box) for w in page.words)
    out = page
    for scrawl in [w for w in page.words if w.confidence < _UNSURE and height(w.box) >= least][:_MOST]:
        others = [w for w in out.words if w is not scrawl]
        again = [w for w in _read_again(scrawl, gray, dpi, least) if _is_own(w, own)]
        under = [w for w in again if not any(holds(o.box, center(w.box)) for o in others)]
        if under:
            out = replace(out, words=reading_order([*others, *under]))
    return out


def _is_own(word: Word, own: Collection[str]) -> bool:
    said = norms(word.text)
    return word.confidence >= SURE_WORD and bool(said) and all(n in own and n.isalpha() for n in said)


def _read_again(scrawl: Word, gray: Pixels, dpi: float, least: float) -> list[Word]:
    scale = dpi / 72
    left, top, right, bottom = scrawl.box
    x, y = max(0, round((left - _BESIDE) * scale)), max(0, round((top - _OVER) * scale))
    part = gray[y : round((bottom + _OVER) * scale), x : round((right + _BESIDE) * scale)].copy()
    if not part.size:
        return []
    _, labels, found, _ = cv2.connectedComponentsWithStats((ink_of(part) > 0).astype(np.uint8))
    strokes = [n for n, (_, _, _, high, _) in enumerate(found.tolist()) if n and high >= least * scale]
    drawn = cv2.dilate(np.isin(labels, strokes).astype(np.uint8), np.ones((_FRAYED, _FRAYED), np.uint8))
    part[drawn > 0] = round(float(np.percentile(part, _PAPER)))
    return [
        replace(w, box=((w.box[0] + x) / scale, (w.box[1] + y) / scale, (w.box[2] + x) / scale, (w.box[3] + y) / scale))
        for w in recognise(part, dpi).words
    ]
