"""What was put over a page, as words of the page: typed annotations, and pictures or ink where they may be a signature.

For reading word by word, where no blank's page says what lies in which place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, height, holds, union, width
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.tokens import IMAGE, STROKE
from soppa_mailbot.forms.common.values import is_notice
from soppa_mailbot.forms.pages.cells import table_index
from soppa_mailbot.model import Box, Mark, Page, Word

_SIGNATURE_SIZE = ((18.0, 320.0), (7.0, 130.0))  # points, across and down: larger is a page, smaller an icon
_LETTERS = 13.0  # points: a line of a form
_TOUCH = 16.0  # points from a picture to what is left of its line behind it
_LINE = 1.25  # a line's height, in characters' heights


def with_typed_over(page: Page) -> Page:
    """The page with the words of its annotations among its own, in reading order; the same page when it has none."""
    lines = [w.box for w in page.words if "__" in w.text or "...." in w.text]
    added = [word for mark in page.marks for word in _words(mark, lines)]
    drawn = [m.box for m in page.marks if m.kind == "curve" and not m.annotation and _may_sign(m.box)]
    if drawn:
        rooms = _empty_cells(page)
        added += _strokes(drawn, lines, rooms)
    if not added:
        return page
    return replace(page, words=tuple(w for row in rows([*page.words, *added]) for w in row))


def _words(mark: Mark, lines: Sequence[Box]) -> Iterator[Word]:
    if mark.kind == "freetext" or (mark.kind == "stamp" and mark.text.strip() and not is_notice(mark.text)):
        typed = [line.split() for line in mark.text.splitlines() if line.strip()]
        for number, words in enumerate(typed):
            yield from _spread(words, mark.box, number, len(typed))
    elif mark.kind in ("image", "ink", "stamp", "signature") and _may_sign(mark.box) and not is_notice(mark.text):
        yield Word(IMAGE, _level(mark.box, lines))


def _strokes(drawn: Sequence[Box], lines: Sequence[Box], rooms: Sequence[Box]) -> Iterator[Word]:
    """What is drawn on lines to write on and in empty cells; all on one line, or in one cell, is one drawing."""
    places: dict[Box, Box] = {}
    for box in drawn:
        line = _line_of(box, lines)
        place = line or next((room for room in rooms if holds(room, center(box))), None)
        if place is not None:
            here = _level(box, lines)
            places[place] = union(places[place], here) if place in places else here
    yield from (Word(STROKE, box) for box in places.values())


def _level(box: Box, lines: Sequence[Box]) -> Box:
    """What is drawn stands on its line, and reaches over it: of the height of that line's letters, or of others."""
    left, top, right, bottom = box
    line = _line_of(box, lines)
    return (left, max(top, bottom - _LETTERS), right, bottom) if line is None else (left, line[1], right, line[3])


def _line_of(box: Box, lines: Sequence[Box]) -> Box | None:
    """The line to write on that something drawn into the page stands on, or that a picture has shortened."""
    behind = [line for line in lines if -_TOUCH < line[0] - box[2] < _TOUCH and abs(line[3] - box[3]) < 0.5 * _LETTERS]
    if behind:
        return behind[0]
    found = [
        line
        for line in lines
        if line[1] - _LETTERS < box[3] < line[3] + _LETTERS
        and min(box[2], line[2]) - max(box[0], line[0]) > 0.5 * width(box)
    ]
    return min(found, key=lambda line: abs(line[3] - box[3]), default=None)


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
