"""The words of a scanned blank as if they had been printed: each as high as its line of letters.

OCR frames the ink of a word: "on" is half as high as "apply", and stands lower than "No". A typed word is as high as
its letters' font, with all others of its line. Every distance of this room is meant for those: by the frames of ink a
list's number stands far from its question, and "program" on a line of its own. The underscores of "____ Yes" are drawn
lines in the picture, too short for any to be written on; they are words here, as in a typed form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from soppa_mailbot.forms.common.geometry import common, grown, height, same_row, width
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.pages.underscores import SHORT_TICK
from soppa_mailbot.model import Document, Page, Word

_OVER, _UNDER = 1.27, 0.29  # heights of a capital that a font reaches over its line, and under it
_SHORTEST, _FLAT, _APART = 12.0, 2.5, 3.0  # points of such a line, of its thickness, and from an upright one
_HANGING = frozenset("gjpqyQ,;()[]{}$@|/\\_")  # letters that may reach under their line
_HIGH = frozenset("bdfhklit?!") | frozenset("0123456789")  # letters as high as a capital, or nearly


def with_even_lines(document: Document) -> Document:
    """The document with the words of its scanned pages as high as those of a typed page."""
    if all(page.origin != "ocr" for page in document.pages):
        return document
    return replace(document, pages=tuple(_evened(p) if p.origin == "ocr" else p for p in document.pages))


def _evened(page: Page) -> Page:
    found = rows(page.words)
    capitals = [w.box[3] - w.box[1] for w in page.words if _is_capital_high(w)]
    if not capitals:
        return page
    usual = median(capitals)
    even: dict[Word, Word] = {}
    for row in found:
        for word, other in zip(row, _on_one_line(row, usual), strict=True):
            even[word] = other
    return _with_underscores(replace(page, words=tuple(even[w] for w in page.words)), usual)


def _with_underscores(page: Page, capital: float) -> Page:
    """The page with a word for each short line that stands among words, instead of its drawing."""
    words, drawn = list(page.words), list(page.marks)
    lines = [m for m in page.marks if m.kind == "line"]
    upright = [m.box for m in lines if height(m.box) > _FLAT]
    for mark in lines:
        left, top, right, _ = mark.box
        touched = any(common(grown(mark.box, _APART), u) > 0 for u in upright)
        if touched or height(mark.box) > _FLAT or not _SHORTEST <= width(mark.box) <= SHORT_TICK:
            continue
        room = left, round(top - _OVER * capital, 2), right, round(top + _UNDER * capital, 2)
        level = [(n, w.box) for n, w in enumerate(words) if same_row(w.box, room)]
        before = [n + 1 for n, box in level if box[2] <= left + 1]
        at = before[-1:] or [n for n, box in level if box[0] >= right - 1][:1]
        if at:
            words.insert(at[0], Word("____", room))
            drawn.remove(mark)
    return replace(page, words=tuple(words), marks=tuple(drawn))


def _on_one_line(row: Sequence[Word], usual: float) -> list[Word]:
    """The words of a line with one height. `usual` is a capital's on this page, where the line has none."""
    capital = median([w.box[3] - w.box[1] for w in row if _is_capital_high(w)] or [usual])
    standing = [w.box[3] for w in row if not _HANGING & set(w.text)]
    base = median(standing) if standing else median(w.box[3] for w in row) - _UNDER * capital
    top, bottom = round(base - _OVER * capital, 2), round(base + _UNDER * capital, 2)
    return [replace(w, box=(w.box[0], top, w.box[2], bottom)) for w in row]


def _is_capital_high(word: Word) -> bool:
    """Whether a word's frame is as high as a capital: no letter hangs under its line, and one is as high."""
    letters = set(word.text)
    return not letters & _HANGING and any(c.isupper() or c in _HIGH for c in letters)
