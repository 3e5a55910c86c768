"""What reviewers wrote into a PDF without its being on the page: sticky notes, and comments on a highlighted passage.

They are no marks on the page (`pdf_annotations`), and no answers. Source: ISO 32000-1 §12.5.6.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from soppa_mailbot.reading.pdf_annotations import shown, string_of

MAX_COMMENTS = 200  # of one page

# FPDF_ANNOT_*: text, line, square, circle, polygon, polyline, highlight, underline, squiggly, strikeout, ink, file.
# What a FreeText, a stamp or a caret says is read as its mark's text.
_KINDS = frozenset((1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 17))


def comments_of(page: Any) -> tuple[str, ...]:
    """The comments of a pypdfium2 page."""
    texts = (string_of(annotation) for annotation, kind in shown(page) if kind in _KINDS)
    return tuple(islice(filter(None, texts), MAX_COMMENTS))
