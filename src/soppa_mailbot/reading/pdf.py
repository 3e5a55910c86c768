"""PDF files: words, marks, form fields, embedded files, and pictures of the pages.

PDFium (pypdfium2) reads and draws the pages; QPDF (pikepdf) walks the form fields, which PDFium gives wrongly. Both
are C++ on hostile input and may abort: this module runs in a worker process only.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from soppa_mailbot.model import Field, Part, Reason, Unreadable
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.pdf_bombs import refuse_bombs
from soppa_mailbot.reading.pdf_embedded import embedded_files, is_portfolio, xfa_data
from soppa_mailbot.reading.pdf_fields import FieldReader
from soppa_mailbot.reading.pdf_frame import Frame
from soppa_mailbot.reading.pdf_ligatures import with_ligatures
from soppa_mailbot.reading.pdf_pages import PageReader
from soppa_mailbot.reading.pdf_raster import PdfRaster
from soppa_mailbot.reading.pdf_revisions import signature_notes
from soppa_mailbot.reading.pdf_scans import ScanReader, text_layer, without_words
from soppa_mailbot.reading.pdf_signatures import envelope_note
from soppa_mailbot.reading.pdf_whole import missing_end

if TYPE_CHECKING:
    from soppa_mailbot.reading.image_upright import Upright

logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # it warns of XFA forms; `notes` say that better

# What QPDF and pikepdf answer broken structure with.
_BROKEN = (
    pikepdf.PdfError,
    pikepdf.PasswordError,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
_COVER_WORDS = 150  # a portfolio with more on its own pages is a paper, too


def read(data: bytes, limits: Limits) -> Opened:
    """Read a PDF. Raises CannotRead: encrypted (a password is needed to open it), too large unpacked, or damaged."""
    document = _open(data)
    document.init_forms()  # before any page is loaded, or form fields are not drawn
    count = len(document)
    lost = missing_end(data)
    if lost or count == 0:
        raise CannotRead(Reason.DAMAGED, lost or "no page could be found in it")
    completed = _looked_through(data)
    if completed is not None:
        document = _open(completed)
        document.init_forms()
    reader = PageReader(document, limits)
    reader.read()
    pages = reader.pages
    uprights: dict[int, Upright] = {}
    scans = ScanReader(document, limits)
    for index, page in enumerate(pages):
        layered = page.number in reader.invisible
        if layered and not limits.blank:
            pages[index] = text_layer(page)
            continue
        pages[index], upright = scans.read(without_words(page) if layered else page)
        if layered and upright is None:
            pages[index] = text_layer(page)
        if upright is not None:
            uprights[page.number] = upright
    inside = _inside(data, reader.frames, limits, has_form=document.get_formtype() != pdfium_c.FORMTYPE_NONE)
    return Opened(
        pages=tuple(pages),
        fields=tuple(_upright(field, uprights) for field in inside.fields) if uprights else inside.fields,
        notes=(*scans.notes(), *inside.notes, *envelope_note(pages)),
        comments=tuple(reader.comments),
        unread=(*reader.unread(), *scans.unread(count), *inside.unread),
        children=inside.children,
        container=inside.portfolio and sum(len(page.words) for page in pages) <= _COVER_WORDS,
        raster=PdfRaster(document, count, uprights, limits),
    )


def _open(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (4, 5):  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
            raise CannotRead(Reason.ENCRYPTED, "needs a password") from error
        raise CannotRead(Reason.DAMAGED, missing_end(data) or "not a readable PDF file") from error


def _looked_through(data: bytes) -> bytes | None:
    """The file with letters for its ligatures, where it lacks them. Raises CannotRead: too large. What QPDF cannot
    open it says nothing of."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            refuse_bombs(pdf)
            return with_ligatures(pdf)
    except CannotRead:
        raise
    except (*_BROKEN, pdfium.PdfiumError):
        return None


def _upright(field: Field, uprights: dict[int, Upright]) -> Field:
    """The field where its scanned page was straightened under it."""
    if not any(page in uprights for page, _, _ in field.boxes):
        return field
    boxes = tuple((page, uprights[page].box(box) if page in uprights else box, on) for page, box, on in field.boxes)
    return replace(field, box=boxes[0][1], boxes=boxes)


@dataclass(frozen=True, slots=True)
class _Inside:
    """What QPDF finds in the structure of the file."""

    fields: tuple[Field, ...] = ()
    notes: tuple[str, ...] = ()
    children: tuple[Part, ...] = ()
    portfolio: bool = False
    unread: tuple[Unreadable, ...] = ()


def _inside(data: bytes, frames: list[Frame], limits: Limits, *, has_form: bool) -> _Inside:
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            reader = FieldReader(pdf, frames)
            fields = reader.read()
            notes = signature_notes(pdf, data, fields, reader.signatures, frames)
            dynamic = xfa_data(pdf)
            if dynamic is not None:
                fields, notes = (*fields, *dynamic), (*notes, "dynamic XFA form: only its data could be read")
            children = embedded_files(pdf, len(frames), limits)
            return _Inside(fields, notes, children, bool(children) and is_portfolio(pdf))
    except _BROKEN as error:  # the pages were read by PDFium all the same
        lost = (Unreadable(Reason.DAMAGED, "its form fields could not be read"),) if has_form else ()
        return _Inside(notes=(f"form fields could not be read ({type(error).__name__})",), unread=lost)
