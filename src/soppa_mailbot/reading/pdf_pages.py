"""Which pages of a PDF are read, and what is on them.

The first pages are read in full. Those beyond the limit are looked through by their words alone, which costs some 4 ms
a page: of a report of 250 pages only the form at its end is read. Pages that nothing was seen of are told, never passed
over: what is not found in such a file may stand on them.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from soppa_mailbot.model import Page, Reason, Unreadable, Word
from soppa_mailbot.reading.base import CannotRead, Limits
from soppa_mailbot.reading.patience import worked
from soppa_mailbot.reading.pdf_annotations import annotations_of
from soppa_mailbot.reading.pdf_comments import comments_of
from soppa_mailbot.reading.pdf_frame import Frame, frame_of
from soppa_mailbot.reading.pdf_marks import marks_of
from soppa_mailbot.reading.pdf_scans import COVERED, LITTLE_TEXT, covered_by_picture, garbled
from soppa_mailbot.reading.pdf_words import invisible_share, turned_words_of, words_of
from soppa_mailbot.reading.unread import pages_left_out
from soppa_mailbot.reading.word_order import reading_order

_LAST_LINES = 60  # words: a page with no more, behind one that is read, may hold the end of what stands there
_LAYER = 0.25  # share of invisible letters on a page that is a picture: its text is a scanner's, and some typed over it
_MAX_OBJECTS = 2_000  # of a page, looked at for pictures


class PageReader:
    """The pages of an open pypdfium2 document; `frames` are those of all its first pages, read or looked through."""

    def __init__(self, document: Any, limits: Limits) -> None:
        self.pages: list[Page] = []
        self.frames: list[Frame] = []
        self.comments: list[tuple[int, str]] = []  # of reviewers: page, words
        self.invisible: set[int] = set()  # numbers of pages whose text is a scanner's invisible layer
        self._document = document
        self._limits = limits
        self._room = limits.max_words
        self._count = len(document)
        self._too_many: list[int] = []
        self._too_late: list[int] = []

    def read(self) -> None:
        """Raises CannotRead: a page is damaged."""
        until = 0.0
        for number in range(1, self._count + 1):
            full = number <= self._limits.max_pages and self._room > 0
            if not full and self._limits.worth is None:
                self._too_many += range(number, self._count + 1)
                return
            now = worked()
            until = until if full or until else now + self._limits.max_look_seconds
            if not full and now >= until:
                self._too_late += range(number, self._count + 1)
                return
            page = self._open(number)
            try:
                if full:
                    self._take(page, number)
                else:
                    self._look(page, number)
            finally:
                page.close()

    def unread(self) -> tuple[Unreadable, ...]:
        """The pages of which nothing is known."""
        return (
            *pages_left_out(self._too_many, self._count, Reason.TOO_LARGE),
            *pages_left_out(self._too_late, self._count, Reason.TIMED_OUT),
        )

    def _open(self, number: int) -> Any:
        try:
            return self._document[number - 1]
        except pdfium.PdfiumError as error:
            raise CannotRead(Reason.DAMAGED, f"page {number} of {self._count} is damaged") from error

    def _take(self, page: Any, number: int) -> None:
        turn, frame, words = turned_words_of(page, self._room)
        marks = (*marks_of(page, frame), *annotations_of(page, frame))
        width, height = round(frame.width, 2), round(frame.height, 2)
        origin = "text" if words else "none"
        read = Page(number, width, height, reading_order(words), marks, origin, rotation=turn)
        if words and covered_by_picture(read) and invisible_share(page) > _LAYER:
            self.invisible.add(number)
        self.comments += ((number, text) for text in comments_of(page))
        self._room -= len(words)
        del self.frames[number - 1 :]
        self.frames.append(frame)
        self.pages.append(read)

    def _look(self, page: Any, number: int) -> None:
        frame = frame_of(page)
        self.frames.append(frame)
        if not self._wanted(page, frame, number, words_of(page, frame, self._limits.max_words)):
            return
        if self._room <= 0 or len(self.pages) >= 2 * self._limits.max_pages:
            self._too_many.append(number)
        else:
            self._take(page, number)

    def _wanted(self, page: Any, frame: Frame, number: int, words: Sequence[Word]) -> bool:
        if not words:
            return bool(pdfium_c.FPDFPage_CountObjects(page) > 0)  # a scan, or letters turned into outlines
        if len(words) < LITTLE_TEXT and _pictures(page) >= COVERED * frame.width * frame.height:
            return True
        if len(words) <= _LAST_LINES and self.pages and self.pages[-1].number == number - 1:
            return True
        return garbled(words) or (self._limits.worth is not None and self._limits.worth(words))


def _pictures(page: Any) -> float:
    """Square points under pictures, or under what may hold some; strips of one scan add up."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    area = 0.0
    for index in range(min(pdfium_c.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        item = pdfium_c.FPDFPage_GetObject(page, index)
        if pdfium_c.FPDFPageObj_GetType(item) not in (pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_FORM):
            continue
        if pdfium_c.FPDFPageObj_GetBounds(
            item, ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
        ):
            area += max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)
    return area
