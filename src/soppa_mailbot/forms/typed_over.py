"""What was put over a page, as words of the page: typed annotations, and pictures or ink where they may be a signature.

For reading word by word, where no blank's page says what lies in which place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from soppa_mailbot.forms.cells import table_index
from soppa_mailbot.forms.geometry import center, height, holds, width
from soppa_mailbot.forms.lines import rows
from soppa_mailbot.forms.tokens import IMAGE, STROKE
from soppa_mailbot.forms.values import is_notice
from soppa_mailbot.model import Box, Mark, Page, Word

_SIGNATURE_SIZE = ((18.0, 320.0), (7.0, 130.0))  # points, across and down: larger is a page, smaller an icon
_LETTERS = 13.0  # points: a line of a form
_LINE = 1.25  # a line's height, in characters' heights


def with_typed_over(page: Page) -> Page:
    """The page with the words of its annotations among its own, in reading order; the same page when it has none."""
    added = [word for mark in page.marks for word in _words(mark)]
    drawn = [m.box for m in page.marks if m.kind == "curve" and not m.annotation and _may_sign(m.box)]
    if drawn:
        lines = [w.box for w in page.words if "__" in w.text or "...." in w.text]
        rooms = _empty_cells(page)
        added += [_stroke(b) for b in drawn if _is_on(b, lines) or any(holds(room, center(b)) for room in rooms)]
    if not added:
        return page
    return replace(page, words=tuple(w for row in rows([*page.words, *added]) for w in row))


def _words(mark: Mark) -> Iterator[Word]:
    if mark.kind == "freetext" or (mark.kind == "stamp" and mark.text.strip() and not is_notice(mark.text)):
        lines = [line.split() for line in mark.text.splitlines() if line.strip()]
        for number, line in enumerate(lines):
            yield from _spread(line, mark.box, number, len(lines))
    elif mark.kind in ("image", "ink", "stamp", "signature") and _may_sign(mark.box) and not is_notice(mark.text):
        left, top, right, bottom = mark.box  # it stands on its line, and reaches over it
        yield Word(IMAGE, (left, max(top, bottom - _LETTERS), right, bottom))


def _stroke(box: Box) -> Word:
    left, top, right, bottom = box
    return Word(STROKE, (left, max(top, bottom - _LETTERS), right, bottom))


def _is_on(box: Box, lines: Sequence[Box]) -> bool:
    """Whether something drawn into the page stands on a line to write on."""
    return any(
        line[1] - _LETTERS < box[3] < line[3] + _LETTERS
        and min(box[2], line[2]) - max(box[0], line[0]) > 0.5 * width(box)
        for line in lines
    )


def _empty_cells(page: Page) -> list[Box]:
    """The cells of a page's tables in which no word stands."""
    index = table_index(page.marks)
    written = {index.at(center(w.box)) for w in page.words}
    return [cell for number, cell in enumerate(index.cells) if number not in written]


def _spread(words: list[str], box: Box, number: int, count: int) -> Iterator[Word]:
    """Words of one line as if all characters were equally wide; the line's own share of the box's height."""
    left, top, right, bottom = box
    share = (bottom - top) / count
    high = min(share, 12.0 * _LINE)
    step = min((right - left) / max(len(" ".join(words)), 1), 0.6 * high)
    at = left
    middle = top + share * (number + 0.5)
    for word in words:
        yield Word(word, (at, middle - high / 2, at + step * len(word), middle + high / 2))
        at += step * (len(word) + 1)


def _may_sign(box: Box) -> bool:
    (least, most), (low, high) = _SIGNATURE_SIZE
    return least <= width(box) <= most and low <= height(box) <= high
