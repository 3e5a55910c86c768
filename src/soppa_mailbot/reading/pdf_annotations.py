"""Annotations of a PDF page: what people type, draw and stamp over a page in a viewer (ISO 32000-1 §12.5).

They are not page text. A viewer may leave a FreeText without an appearance, which no renderer draws, so /Contents and
/Rect are read as they stand.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Mark
from soppa_mailbot.reading.pdf_frame import Frame

MAX_ANNOTATIONS = 2_000  # of one page
_MAX_TEXT = 4_000  # characters of one annotation

# FPDF_ANNOT_* -> Mark.kind. Links, pop-ups, sticky notes and widgets are no marks on the page.
_KINDS = {
    3: "freetext",
    4: "line",
    5: "rect",
    6: "curve",  # circle
    7: "curve",  # polygon
    8: "ink",  # polyline
    9: "highlight",
    10: "line",  # underline
    11: "line",  # squiggly
    12: "strikeout",
    13: "stamp",
    14: "caret",
    15: "ink",
    28: "strikeout",  # marked for redaction
}
_TAG = re.compile(r"<[^>]*>")  # rich contents (/RC) are XHTML
_HIDDEN, _NO_VIEW = 2, 32  # annotation flags, table 165


def annotations_of(page: Any, frame: Frame) -> tuple[Mark, ...]:
    """The visible mark-up of a pypdfium2 page, each with `annotation=True`."""
    marks = (_mark(annotation, kind, frame) for annotation, kind in shown(page))
    return tuple(mark for mark in marks if mark is not None and frame.shows(mark.box))


def shown(page: Any) -> Iterator[tuple[Any, int]]:
    """The annotations of a pypdfium2 page that are not hidden, each with its kind (FPDF_ANNOT_*), open while it is
    looked at."""
    for index in range(min(max(0, pdfium_c.FPDFPage_GetAnnotCount(page.raw)), MAX_ANNOTATIONS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if not pdfium_c.FPDFAnnot_GetFlags(annotation) & (_HIDDEN | _NO_VIEW):
                yield annotation, pdfium_c.FPDFAnnot_GetSubtype(annotation)
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def _mark(annotation: Any, number: int, frame: Frame) -> Mark | None:
    kind = _KINDS.get(number)
    if kind is None:
        return None
    rect = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
        return None
    text = ""
    if kind in ("freetext", "stamp", "caret"):
        text = string_of(annotation)
    return Mark(kind, frame.box(rect.left, rect.bottom, rect.right, rect.top), text, annotation=True)


def string_of(annotation: Any) -> str:
    """What an annotation says."""
    return _string(annotation, b"Contents") or _TAG.sub("", _string(annotation, b"RC")).strip()


def _string(annotation: Any, key: bytes) -> str:
    size = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    text = buffer.raw[: size - 2].decode("utf-16-le", "replace")
    return text[:_MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n").strip()
