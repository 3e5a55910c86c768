"""What reviewers wrote into a PDF without its being on the page: sticky notes, and comments on a highlighted passage.

They are no marks on the page (`pdf_annotations`), and no answers. Source: ISO 32000-1 §12.5.6.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium_c

from soppa_mailbot.reading.pdf_annotations import HIDDEN, MAX_ANNOTATIONS, string_of

MAX_COMMENTS = 200  # of one page

# FPDF_ANNOT_*: text, line, square, circle, polygon, polyline, highlight, underline, squiggly, strikeout, ink, file.
# What a FreeText, a stamp or a caret says is read as its mark's text.
_KINDS = frozenset((1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 17))


def comments_of(page: Any) -> tuple[str, ...]:
    """The comments of a pypdfium2 page."""
    found: list[str] = []
    raw = page.raw
    for index in range(min(max(0, pdfium_c.FPDFPage_GetAnnotCount(raw)), MAX_ANNOTATIONS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(raw, index)
        if not annotation:
            continue
        try:
            kind, flags = pdfium_c.FPDFAnnot_GetSubtype(annotation), pdfium_c.FPDFAnnot_GetFlags(annotation)
            text = string_of(annotation) if kind in _KINDS and not flags & HIDDEN else ""
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)
        if text:
            found.append(text)
        if len(found) >= MAX_COMMENTS:
            break
    return tuple(found)
