"""Whether a page of a scanned Word form surely was not sent: every page of the file holds a stretch of the form's text.

A Word form has no pages to count. Where each picture of one file shows a stretch of its words and nothing beyond, and
the stretches leave a gap, the page with the words of the gap is not there. What is on no picture for another reason
(a torn page, a page that nobody could read, one more file) stays a doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Blank, Document, FormPart, Place

_GAP = 25  # words of the blank that a page which is not there had, at least
_THERE = 0.5  # share of the blank's words that are there


def told_whole(parts: Sequence[FormPart], document: Document) -> list[FormPart]:
    """The parts, those of pictures `whole` only where all pages of the document are."""
    free = {p.number for p in document.pages} - {n for p in parts for n in p.pages}
    whole = not free and all(p.whole for p in parts if p.stretch)
    return [replace(p, whole=False) if p.whole and not whole else p for p in parts]


def told_beside(
    parts: Sequence[FormPart], documents: Sequence[Document], strange: Collection[str]
) -> tuple[FormPart, ...]:
    """The parts, none `whole` beside a picture, or a file that cannot be opened, of the `strange` ones."""
    loose = (d for d in documents if d.id in strange and not d.decoration)
    if not any(d.unreadable is not None or any(p.origin != "text" for p in d.pages) for d in loose):
        return tuple(parts)
    return tuple(replace(p, whole=False) if p.whole else p for p in parts)


def is_absent(lacking: Sequence[Place], parts: Sequence[FormPart], every: Sequence[FormPart], blank: Blank) -> bool:
    """Whether the page of each lacking place surely was not sent. `every` are all parts of the blank, of any copy."""
    mine = [p for p in every if (p.form, p.blank) == (blank.form, blank.id)]
    if (
        sum(len(p.pages) for p in mine) < 2
        or len({p.document for p in (*mine, *parts)}) > 1
        or not all(p.whole for p in mine)
    ):
        return False
    stream = blank_stream(blank.document.flow)
    stretches = sorted(p.stretch for p in mine)
    if any(a[1] >= b[0] for a, b in pairwise(stretches)):
        return False  # a page that is there twice: of two copies
    if sum(last - first + 1 for first, last in stretches) < _THERE * len(stream.tokens):
        return False
    gaps = [(start, end) for start, end in _gaps(stretches, len(stream.tokens)) if end - start >= _GAP]
    at = {s.id: s.at for s in stream.slots}
    return all(any(start <= at.get(p.id, -1) <= end for start, end in gaps) for p in lacking)


def _gaps(stretches: Sequence[tuple[int, ...]], size: int) -> Iterator[tuple[int, int]]:
    """(number of the first word of no stretch, number of the word behind the last)."""
    start = 0
    for first, last in stretches:
        yield start, first
        start = last + 1
    yield start, size
