"""Cells with small print at their top and room under it, as tax forms have them: "4. ADDRESS", written on below."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.geometry import common, height, same_row, width
from soppa_mailbot.forms.layout import Layout
from soppa_mailbot.forms.lines import Piece, piece_of, rows
from soppa_mailbot.model import Box

_ROOM = 10.0  # points under the print in which a line can be written
_LONGEST = 14  # words of a caption
_FEWEST = 2  # such cells on a page: one alone is a cell with room to spare
_NARROWEST = 26.0  # points


def captioned(layout: Layout, taken: Sequence[Box], empty: Sequence[int]) -> dict[int, tuple[str, Box]]:
    """Cell -> (its print, the room under it). `taken` are places known already, `empty` cells without any text."""
    out: dict[int, tuple[str, Box]] = {}
    for index, cell in enumerate(layout.cells):
        words = layout.cell_words.get(index)
        if not words or width(cell) < _NARROWEST or height(cell) > 0.5 * layout.page.height:
            continue
        print_ = piece_of(words)
        if not _is_caption(cell, print_) or any(common(cell, t) > 0 for t in taken):
            continue
        if _row_is_full(layout, index) or _is_split(layout, index) or any(_labels(layout, index, e) for e in empty):
            continue
        out[index] = print_.text, (cell[0] + 1, print_.box[3], cell[2] - 1, cell[3] - 1)
    return out if len(out) >= _FEWEST else {}


def _is_caption(cell: Box, print_: Piece) -> bool:
    under, over = cell[3] - print_.box[3], print_.box[1] - cell[1]
    sentence = print_.text.rstrip().endswith(".") and len(print_.words) > 6
    line = max(height(w.box) for w in print_.words)
    return under >= max(_ROOM, line) and over < 0.6 * under and len(print_.words) <= _LONGEST and not sentence


def _row_is_full(layout: Layout, index: int) -> bool:
    """Whether a cell beside it is written full, so that its own room is only what that one's text takes."""
    cell = layout.cells[index]
    for other, box in enumerate(layout.cells):
        words = layout.cell_words.get(other)
        beside = other != index and abs(box[1] - cell[1]) <= 3 and abs(box[3] - cell[3]) <= 3
        if beside and words and box[3] - piece_of(words).box[3] < _ROOM - 2 and len(rows(words)) > 1:
            return True
    return False


def _is_split(layout: Layout, index: int) -> bool:
    """Whether several cells touch its right side: then it is the heading of their rows."""
    cell = layout.cells[index]
    right = [c for c in layout.cells if abs(c[0] - cell[2]) <= 3 and c[1] >= cell[1] - 3 and c[3] <= cell[3] + 3]
    return len(right) > 1


def _labels(layout: Layout, index: int, empty: int) -> bool:
    """Whether the cell labels an empty one to its right or under it."""
    cell, box = layout.cells[index], layout.cells[empty]
    right = abs(box[0] - cell[2]) <= 3 and same_row(cell, box)
    under = abs(box[1] - cell[3]) <= 3 and abs(box[0] - cell[0]) <= 3 and abs(box[2] - cell[2]) <= 3
    return right or under
