"""One scanned or photographed page: laid flat, turned upright, read.

The first reading is taken as the page lies, because most lie upright and the orientation detector costs a third of a
reading; only a reading that makes no sense has the page turned and read again. What is still read badly goes to the
second engine where that is installed and there is time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from soppa_mailbot.model import Box, Mark, Word
from soppa_mailbot.reading import ocr_second
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.image_paper import find_paper, flattened
from soppa_mailbot.reading.image_upright import Upright, skew
from soppa_mailbot.reading.ocr import Recognised, clockwise_to_upright, recognise
from soppa_mailbot.reading.ocr_boxes import without_boxes
from soppa_mailbot.reading.ocr_ink import even, without_rules

SECOND_ENGINE = "read by the second OCR engine"
DPI = 200.0  # 300 costs a third more for less than 1 % of the words
_KEPT_DPI = (170.0, 260.0)  # pictures of this resolution are read as they are: resampling costs fax pages words
_GOOD = 0.72  # mean confidence of a page that lies upright
_BAD = 0.75  # mean confidence below which the second engine is worth its time
_SECOND_SECONDS = 12.0  # what the second engine may need for a dense page on a busy machine
_SAYS_NOTHING = 25  # letters: fewer do not tell whether a page stands on its head


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read; words and rules in points of the upright page."""

    words: tuple[Word, ...]
    rules: tuple[Mark, ...]  # and of a blank its squares to tick
    confidence: float  # 0..1
    upright: Upright
    note: str = ""  # for the document


def time_for_second(left: float, limits: Limits) -> bool:
    """Whether a file with so many seconds left for its OCR may spend some on the second engine.

    Only of the first half, and where a slow page still fits: the pages to come are owed their first reading.
    """
    return left >= max(limits.max_ocr_seconds / 2, _SECOND_SECONDS)


def read_scan(
    gray: Any, scale: float, width: float, height: float, *, thorough: bool = False, blank: bool = False
) -> Scan:
    """Read a page of `width` x `height` points from its grey picture at `scale` pixels a point.

    `thorough`: what the first engine reads badly is read by the second as well, if that is installed; `blank`: the
    page is a form that nobody filled in, of which the squares to tick are told as well.
    """
    best = _best_attempt(gray, scale, width, height, blank=blank)
    if thorough and best.found.confidence < _BAD and ocr_second.available():
        best.read_again()
    return best.scan()


def _best_attempt(gray: Any, scale: float, width: float, height: float, *, blank: bool) -> _Attempt:
    corners = find_paper(gray)
    flat = Upright.unchanged(width, height) if corners is None else flattened(corners, scale)
    out = scale if _KEPT_DPI[0] <= 72 * scale <= _KEPT_DPI[1] else DPI / 72
    level = flat.straightened(skew(flat.picture(gray, scale, out)))
    first = _Attempt(gray, scale, level, out, blank=blank)
    if first.makes_sense:
        return first
    turn = clockwise_to_upright(first.picture)
    if turn == 0:
        return first
    turned = flat.turned(turn)
    turned = turned.straightened(skew(turned.picture(gray, scale, out)))
    second = _Attempt(gray, scale, turned, out, blank=blank)
    return max(first, second, key=lambda attempt: _weight(attempt.found))


class _Attempt:
    """One reading of a page that was turned in one way."""

    def __init__(self, gray: Any, scale: float, upright: Upright, out: float, *, blank: bool) -> None:
        self.upright, self.out = upright, out
        self.picture = even(upright.picture(gray, scale, out))
        self.boxes: list[Box] = []
        if blank:
            self.picture, self.boxes = without_boxes(self.picture, 72 * out)
        clean, self.rules = without_rules(self.picture, 72 * out, blank=blank)
        self.found: Recognised = recognise(clean, 72 * out)
        self.note = ""

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.found.words)

    @property
    def makes_sense(self) -> bool:
        return self.found.confidence >= _GOOD and self.letters >= _SAYS_NOTHING

    def read_again(self) -> None:
        """By the second engine, rules and all; the weightier reading stands."""
        try:
            second = ocr_second.recognise(self.picture, 72 * self.out)
        except ocr_second.SecondEngineError:
            return
        if _weight(second) > _weight(self.found):
            self.found, self.note = second, SECOND_ENGINE

    def scan(self) -> Scan:
        words = tuple(Word(word.text, self._points(word.box), word.confidence) for word in self.found.words)
        rules = tuple(Mark("line", self._points(box)) for box in self.rules)
        rules += tuple(Mark("rect", self._points(box)) for box in self.boxes)
        return Scan(words, rules, self.found.confidence, self.upright, self.note)

    def _points(self, box: Box) -> Box:
        left, top, right, bottom = (round(side / self.out, 2) for side in box)
        return left, top, right, bottom


def _weight(found: Recognised) -> float:
    """How much was read with confidence: letters that are guessed count against a reading. Letters, not words: specks
    make many words, and the second engine now and then loses the space between two."""
    return sum(len(word.text) * (word.confidence - 0.5) for word in found.words)
