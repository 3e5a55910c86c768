"""Pages of a PDF that are pictures: which they are, and how they are read.

A page is read by OCR when a picture covers it and hardly any visible text stands on it (an e-signature service may have
printed its line over the scan), when it shows something but has no text (letters turned into outlines), or when its
text means nothing (fonts without a map to Unicode). A page that a picture fills may have much text, typed over the scan
of a form: then it is a scan all the same where the picture has as many words of its own beside those.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from soppa_mailbot.model import Box, Page, Reason, Unreadable, Word
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.patience import worked
from soppa_mailbot.reading.pdf_raster import draw
from soppa_mailbot.reading.unread import pages_left_out
from soppa_mailbot.reading.word_order import reading_order

if TYPE_CHECKING:  # OpenCV and the OCR engine are loaded with the first scan only
    from soppa_mailbot.reading.image_upright import Upright
    from soppa_mailbot.reading.ocr_page import Scan

COVERED = 0.5  # share of the page under pictures from which on little text makes a scan
LITTLE_TEXT = 40  # words that may stand on a scan without being its text
_FILLED = 0.75  # share of the page under pictures from which on it may be a scan that much was typed over
_OWN_WORDS = 0.5  # words of the picture for each that was typed over it: a letterhead's background has few
_SOME_PICTURE = 0.06  # share of a page without any text that is worth reading
_GARBLED = 0.3  # share of the letters of a page that stand for nothing: fonts without a map to Unicode
_CELLS = 12  # a page is looked at in as many rows and columns
_PRINT, _SPREAD = (0.005, 0.25), 0.3  # dark share of a cell in which print stands; share of cells, of a form's page
_INK = 0.0008  # share of dark pixels that makes a page without words worth reading: outlined letters, odd fonts
_LAYER_CONFIDENCE = 0.8  # of a text layer that some other OCR left: nothing says how good it is


@dataclass(slots=True)
class ScanReader:
    """Reads the scanned pages of one document until its time is used up."""

    document: Any  # pypdfium2 PdfDocument
    limits: Limits
    until: float = 0.0
    missing: str = ""  # why there is no OCR at all
    note: str = ""  # how a page was read, where that is out of the ordinary
    late: list[int] = field(default_factory=list)  # numbers of pages not read for lack of time
    unable: list[int] = field(default_factory=list)  # and of those that there is no OCR for

    def read(self, page: Page) -> tuple[Page, Upright | None]:
        """The page with the words of its picture; (page, None) unchanged where it is none."""
        meaningless = garbled(page.words)
        over = not meaningless and not is_scan(page) and self._may_be_typed_over(page)
        if not (meaningless or over or is_scan(page) or (not page.words and self._has_ink(page))):
            return page, None
        if meaningless:
            page = without_words(page)
        if self.missing and over:
            return page, None
        if self.missing:
            self.unable.append(page.number)
            return page, None
        now = worked()
        self.until = self.until or now + self.limits.max_ocr_seconds
        if now >= self.until:
            self.late.append(page.number)
            return page, None
        from soppa_mailbot.reading.ocr import OcrMissingError
        from soppa_mailbot.reading.ocr_page import DPI, read_scan, time_for_second

        # Form fields and annotations have their own place in the model: they are not drawn for reading.
        drawn = draw(
            self.document,
            page.number - 1,
            DPI,
            self.limits.max_side,
            forms=False,
            annotations=not any(mark.kind == "image" and not mark.annotation for mark in page.marks),
        )
        try:
            thorough = time_for_second(self.until - now, self.limits)
            scan = read_scan(
                drawn.gray, drawn.dpi / 72, page.width, page.height, thorough=thorough, blank=self.limits.blank
            )
        except OcrMissingError as missing:
            self.missing = str(missing)
            if not over:
                self.unable.append(page.number)
            return page, None
        read = _with(page, scan)
        if over and len(read.words) - len(page.words) < max(LITTLE_TEXT, _OWN_WORDS * len(page.words)):
            return page, None  # the text is the page's, on a background
        self.note = scan.note or self.note
        return read, scan.upright

    def _may_be_typed_over(self, page: Page) -> bool:
        """Whether a picture fills a page of text, and shows print beside it: a form's, over which it was typed."""
        pictures = [mark.box for mark in page.marks if mark.kind == "image" and not mark.annotation]
        if _share(pictures, page) < _FILLED:
            return False
        drawn = draw(self.document, page.number - 1, 72, self.limits.max_side, forms=False, annotations=False)
        dark = drawn.gray < 128
        for word in page.words:
            left, top, right, bottom = (round(at * drawn.dpi / 72) for at in word.box)
            dark[max(top - 1, 0) : bottom + 2, max(left - 1, 0) : right + 2] = False
        high, wide = dark.shape[0] // _CELLS, dark.shape[1] // _CELLS
        cells = dark[: high * _CELLS, : wide * _CELLS].reshape(_CELLS, high, _CELLS, wide).mean(axis=(1, 3))
        return float(((cells >= _PRINT[0]) & (cells <= _PRINT[1])).mean()) >= _SPREAD

    def _has_ink(self, page: Page) -> bool:
        """Whether a page without any word shows something all the same."""
        drawn = draw(self.document, page.number - 1, 40, self.limits.max_side, forms=False, annotations=False)
        return float((drawn.gray < 128).mean()) >= _INK

    def notes(self) -> tuple[str, ...]:
        return tuple(note for note in (self.missing, self.note) if note)

    def unread(self, total: int) -> tuple[Unreadable, ...]:
        """The pages of a document of `total` of which nothing is known."""
        return (
            *pages_left_out(self.late, total, Reason.TIMED_OUT),
            *pages_left_out(self.unable, total, Reason.UNSUPPORTED),
        )


def is_scan(page: Page) -> bool:
    """Whether the text of this page is in a picture."""
    images = [mark.box for mark in page.marks if mark.kind == "image"]
    stamps = [mark.box for mark in page.marks if mark.kind == "stamp"]
    covered = _share(images or stamps, page)
    if len(page.words) >= LITTLE_TEXT:
        return False
    if covered >= COVERED:
        return True
    if page.words:
        return len(page.words) < 5 and covered >= 4 * _SOME_PICTURE
    return covered >= _SOME_PICTURE


def garbled(words: Sequence[Word]) -> bool:
    """Whether a text layer is there but means nothing: private-use, control or replacement characters."""
    letters = sum(len(word.text) for word in words)
    odd = [c for word in words if not word.text.isascii() for c in word.text]
    nothing = sum(c == "\ufffd" or unicodedata.category(c) in ("Co", "Cn", "Cc") for c in odd)
    return letters >= 20 and nothing > _GARBLED * letters


def covered_by_picture(page: Page) -> bool:
    """Whether a picture fills the page: text on it may then be a scanner's own OCR."""
    return _share([mark.box for mark in page.marks if mark.kind == "image"], page) >= COVERED


def without_words(page: Page) -> Page:
    """A page whose text is not to be taken for what it shows."""
    return replace(page, words=(), origin="none")


def text_layer(page: Page) -> Page:
    """A scan with the invisible text that the scanner's OCR left."""
    return replace(page, origin="ocr", confidence=_LAYER_CONFIDENCE)


def _with(page: Page, scan: Scan) -> Page:
    upright = scan.upright
    printed = tuple(replace(word, box=upright.box(word.box)) for word in page.words)
    words = (*printed, *(word for word in scan.words if not _on_any(word, printed)))
    marks = (*(replace(mark, box=upright.box(mark.box)) for mark in page.marks), *scan.rules)
    return Page(
        page.number,
        round(upright.width, 2),
        round(upright.height, 2),
        reading_order(words),
        marks,
        "ocr" if words else "none",
        scan.confidence,
        upright.rotation,
    )


def _on_any(word: Word, others: tuple[Word, ...]) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return any(o.box[0] <= x <= o.box[2] and o.box[1] <= y <= o.box[3] for o in others)


def _share(boxes: list[Box], page: Page) -> float:
    """Share of the page under these boxes, counted on a coarse grid: strips and tiles of one scan add up."""
    if not boxes:
        return 0.0
    hit = 0
    for row in range(_CELLS):
        for column in range(_CELLS):
            x, y = (column + 0.5) * page.width / _CELLS, (row + 0.5) * page.height / _CELLS
            hit += any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes[:400])
    return hit / _CELLS**2
