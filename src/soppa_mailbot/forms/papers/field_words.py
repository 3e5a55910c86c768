"""Form fields that a vendor laid over the print of a form: their values as words of the page, where they stand.

A blank that has such fields itself, or lines at their place, is read by its fields. A Word form has neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, height, holds
from soppa_mailbot.forms.common.tokens import OFF, ON, pieces
from soppa_mailbot.model import Box, Field, Page, Word
from soppa_mailbot.reading.word_order import reading_order

_LETTERS = 0.5  # width of a letter in heights of its line
_LINE = 12.0  # points: a taller field holds several lines


def with_field_words(pages: Sequence[Page], fields: Sequence[Field]) -> list[Page]:
    """The pages with what their fields say. Hidden fields and those without a place on a page say nothing."""
    return [_with_words(page, fields) for page in pages]


def _with_words(page: Page, fields: Sequence[Field]) -> Page:
    written: list[Word] = []
    ticked: list[tuple[Box, bool]] = []
    for field in fields:
        for box, export in _widgets(field, page.number):
            if field.kind in ("check", "radio"):
                ticked.append((box, field.filled and (not export or field.value in (export, ""))))
            elif field.filled:
                written += _laid_out(field.value or "signed", box)
    if not written and not ticked:
        return page
    words = [w for w in page.words if not (_is_box(w) and any(holds(box, center(w.box)) for box, _ in ticked))]
    signs = [Word(ON if on else OFF, box) for box, on in ticked]
    return replace(page, words=reading_order([*words, *written, *signs]))


def _widgets(field: Field, page: int) -> Iterator[tuple[Box, str]]:
    if field.hidden:
        return
    for number, box, export in field.boxes or (((field.page, field.box, ""),) if field.box else ()):
        if number == page:
            yield box, export


def _is_box(word: Word) -> bool:
    return {kind for kind, _, _, _ in pieces(word.text)} in ({"off"}, {"on"})


def _laid_out(text: str, box: Box) -> Iterable[Word]:
    """The words of a value in the lines of its field, each about as wide as a viewer would show it."""
    left, top, right, bottom = box
    size = min(height(box), _LINE)
    x = left
    for line in text.splitlines() or [text]:
        for word in line.split():
            wide = len(word) * size * _LETTERS
            if x > left and x + wide > right and top + 2 * size <= bottom + 1:
                x, top = left, top + size
            yield Word(word, (x, top, max(x + 1, min(x + wide, right)), top + size))
            x = min(x + wide + size * _LETTERS, max(left, right - 2))
        if top + 2 * size <= bottom + 1:
            x, top = left, top + size
