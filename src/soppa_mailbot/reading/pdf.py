"""PDF files: words, marks, form fields, embedded files, and pictures of the pages.

PDFium (pypdfium2) reads and draws the pages; QPDF (pikepdf) walks the form fields, which PDFium gives wrongly. Both
are C++ on hostile input and may abort: this module runs in a worker process only.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from soppa_mailbot.model import Field, Page, Part, Reason
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.pdf_annotations import annotations_of
from soppa_mailbot.reading.pdf_fields import FieldReader
from soppa_mailbot.reading.pdf_frame import Frame, frame_of
from soppa_mailbot.reading.pdf_marks import marks_of
from soppa_mailbot.reading.pdf_raster import PdfRaster
from soppa_mailbot.reading.pdf_whole import missing_end
from soppa_mailbot.reading.pdf_words import words_of


def read(data: bytes, limits: Limits) -> Opened:
    """Read a PDF. Raises CannotRead: encrypted (a password is needed to open it) or damaged."""
    document = _open(data)
    document.init_forms()  # before any page is loaded, or form fields are not drawn
    count = len(document)
    if count == 0:
        raise CannotRead(Reason.DAMAGED, missing_end(data) or "no page could be found in it")
    notes = []
    if count > limits.max_pages:
        notes.append(f"only {limits.max_pages} of {count} pages read")
    pages, frames = _pages(document, limits)
    fields, found_notes, children = _structure(data, frames)
    return Opened(
        pages=tuple(pages),
        fields=fields,
        notes=(*notes, *found_notes),
        children=children,
        raster=PdfRaster(document, pages, limits),
    )


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (4, 5):  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
            raise CannotRead(Reason.ENCRYPTED, "needs a password") from error
        raise CannotRead(Reason.DAMAGED, missing_end(data) or "not a readable PDF file") from error


def _pages(document: Any, limits: Limits) -> tuple[list[Page], list[Frame]]:
    pages: list[Page] = []
    frames: list[Frame] = []
    room = limits.max_words
    for index in range(min(len(document), limits.max_pages)):
        page = document[index]
        try:
            frame = frame_of(page)
            words = words_of(page, frame, room)
            marks = (*marks_of(page, frame), *annotations_of(page, frame))
        finally:
            page.close()
        room -= len(words)
        frames.append(frame)
        pages.append(Page(index + 1, frame.width, frame.height, words, marks, "text" if words else "none"))
    return pages, frames


def _structure(data: bytes, frames: list[Frame]) -> tuple[tuple[Field, ...], tuple[str, ...], tuple[Part, ...]]:
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return FieldReader(pdf, frames).read(), (), ()
    except pikepdf.PdfError:
        return (), ("the form fields could not be read",), ()
