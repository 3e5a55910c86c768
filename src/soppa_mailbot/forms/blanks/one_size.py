"""A blank as if its text had the size of most text, so that what is near or far does not depend on its letters' size.

A form in 8 points sets its lines closer, and one in 13 points further apart, than one in 10: the same gap parts two
columns in the one and two words in the other. Every distance of this room is meant for text of the usual size; a blank
is brought to that size before it is learnt, and its places are brought back to where they stand on its pages.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from statistics import median

from soppa_mailbot.model import Box, Document, Place

_USUAL = 11.25  # points from the top to the bottom of a word's box: letters of 10 points
_SMALLEST, _LARGEST = 0.7, 1.6  # by how much a page is made smaller or larger at most
_WORDS = 20  # fewer do not tell a size
_EXACT = 2  # digits behind the point of a box, as pages are read


def enlargement(document: Document) -> float:
    """By how much the pages are to be enlarged that most of their letters have the usual size; 1.0 without pages."""
    words = [w for page in document.pages for w in page.words if any(c.isalpha() for c in w.text)]
    if len(words) < _WORDS:
        return 1.0
    height = median(w.box[3] - w.box[1] for w in words for _ in w.text)
    if height <= 0:
        return 1.0
    return min(max(_USUAL / height, _SMALLEST), _LARGEST)


def enlarged(document: Document, factor: float) -> Document:
    """The document with its pages, and all that stands on them, so many times as large."""
    return _resized(document, lambda box: _times(box, factor), factor)


def brought_back(document: Document, factor: float) -> Document:
    """A document whose pages were enlarged so many times, as it was."""
    return _resized(document, lambda box: _exact(_times(box, 1 / factor)), 1 / factor)


def places_brought_back(places: Iterable[Place], factor: float) -> tuple[Place, ...]:
    """Places of pages that were enlarged so many times, where they stand on the pages as they were."""
    if factor == 1.0:
        return tuple(places)
    return tuple(replace(p, box=_exact(_times(p.box, 1 / factor))) if p.box is not None else p for p in places)


def _resized(document: Document, resize: Callable[[Box], Box], factor: float) -> Document:
    if factor == 1.0 or not document.pages:
        return document
    return replace(
        document,
        pages=tuple(
            replace(
                page,
                width=round(page.width * factor, _EXACT),
                height=round(page.height * factor, _EXACT),
                words=tuple(replace(w, box=resize(w.box)) for w in page.words),
                marks=tuple(replace(m, box=resize(m.box)) for m in page.marks),
            )
            for page in document.pages
        ),
        fields=tuple(
            replace(
                field,
                box=None if field.box is None else resize(field.box),
                boxes=tuple((page, resize(box), name) for page, box, name in field.boxes),
            )
            for field in document.fields
        ),
    )


def _times(box: Box, factor: float) -> Box:
    left, top, right, bottom = box
    return left * factor, top * factor, right * factor, bottom * factor


def _exact(box: Box) -> Box:
    left, top, right, bottom = (round(side, _EXACT) for side in box)
    return left, top, right, bottom
