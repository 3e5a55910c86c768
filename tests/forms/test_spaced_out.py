"""What a form asks for does not depend on how far apart its lines stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from forms.known_blanks import asked, learnt, read
from soppa_mailbot.model import Box, Document, Page, Word

SMALL = 17.0  # points of what moves with the words beside it: a box to tick


def spaced(document: Document, factor: float) -> Document:
    """The document with its lines of text so many times as far apart; letters and boxes keep their size."""
    pages = tuple(_spaced(page, factor) for page in document.pages)
    words = {page.number: page.words for page in document.pages}
    fields = tuple(
        replace(
            f,
            box=None if f.box is None else _moved(f.box, words.get(f.page, ()), factor),
            boxes=tuple((n, _moved(box, words.get(n, ()), factor), name) for n, box, name in f.boxes),
        )
        for f in document.fields
    )
    return replace(document, pages=pages, fields=fields)


def _spaced(page: Page, factor: float) -> Page:
    return replace(
        page,
        height=page.height * factor,
        words=tuple(replace(w, box=_down(w.box, _middle(w.box) * (factor - 1))) for w in page.words),
        marks=tuple(replace(m, box=_moved(m.box, page.words, factor)) for m in page.marks),
    )


def _moved(box: Box, words: Sequence[Word], factor: float) -> Box:
    left, top, right, bottom = box
    if right - left >= SMALL or bottom - top >= SMALL or not words:
        return left, top * factor, right, bottom * factor
    middle, at = _middle(box), (left + right) / 2
    near = min(words, key=lambda w: 3 * abs(_middle(w.box) - middle) + max(0, w.box[0] - at, at - w.box[2]))
    return _down(box, _middle(near.box) * (factor - 1))


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _down(box: Box, by: float) -> Box:
    return box[0], box[1] + by, box[2], box[3] + by


@pytest.mark.parametrize(
    ("name", "factor"),
    [
        # lines drawn lower than the words before them
        ("heron_lake/district/forms/vendor-request-2026-web.pdf", 1.07),
        ("heron_lake/district/forms/vendor-request-2026-web.pdf", 1.15),
        # names under their boxes, nearer to these than to the next ones
        ("kestrel_grove/district/forms/agreement-2026.pdf", 1.07),
        ("kestrel_grove/district/forms/agreement-2026.pdf", 1.15),
        # questions of two lines, between which their boxes stand
        ("arlen_cass/district/forms/technology-vendor-questionnaire.pdf", 1.15),
        # and some that held before
        ("sangaree_valley/district/forms/vendor-questionnaire.pdf", 1.15),
        ("ashbrook/district/forms/BS-220 Student Data Privacy Agreement.pdf", 1.15),
        ("turkey_fork/district/forms/soppa-letter-fillable.pdf", 1.07),
    ],
)
def test_lines_further_apart_ask_for_the_same(name: str, factor: float) -> None:
    document = read(name)
    usual, other = learnt(document), learnt(spaced(document, factor))
    assert len(usual.places) > 20
    assert asked(other) == asked(usual)
