"""Cells with small print at their top and room under it, as tax forms have them: "4. ADDRESS", written on below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import area, center, common, grown, height, holds, same_column, same_row, width
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.lines import Piece, piece_of, rows
from soppa_mailbot.forms.pages.layout import Layout, prompts
from soppa_mailbot.model import Box, Word

_ROOM = 10.0  # points under the print in which a line can be written
_LONGEST = 14  # words of a caption
_LONGEST_SMALL, _SMALL = 30, 8.5  # words of one in small print; points of its height
_SMALLER = 0.9  # of the height of another cell's print
_LABEL = 4  # words of a label in a cell of several
_BEHIND = 80.0  # points of room behind such a label
_TWO_LINES = 2.2  # heights of a label that the room under it may have where the answer may as well stand behind it
_FEWEST = 2  # such cells on a page: one alone is a cell with room to spare
_NARROWEST = 26.0  # points
_LEVEL = 3.0  # points by which the captions of cells side by side may differ in height
_INSTRUCTION = re.compile(r"\W*(?:please )?(?:check|mark|select|choose|tick|circle|indicate)\b", re.I)


def captioned(layout: Layout, taken: Sequence[Box], empty: Sequence[int]) -> dict[int, tuple[str, Box]]:
    """Cell -> (its print, the room under it). `taken` are places known already, `empty` cells without any text."""
    out: dict[int, tuple[str, Box]] = {}
    for index, cell in enumerate(layout.cells):
        words = layout.cell_words.get(index)
        if not words or width(cell) < _NARROWEST or height(cell) > 0.5 * layout.page.height:
            continue
        print_ = piece_of(words)
        if lists_labels(cell, words) or prompts(print_.text):
            continue
        if not _is_caption(cell, print_) or any(common(cell, t) > 0 for t in taken):
            continue
        if (
            _heads_a_pair(layout, index, empty)
            or _row_is_full(layout, index, taken)
            or _is_split(layout, index)
            or _is_row_label(layout, index, taken, empty)
        ):
            continue
        inside = [layout.cells[i] for i in empty if i != index and holds(cell, center(layout.cells[i]))]
        if len(inside) > 1:
            continue  # a frame around a table, and its title
        under = grown(inside[0], -1.0) if len(inside) == 1 else (cell[0] + 1, print_.box[3], cell[2] - 1, cell[3] - 1)
        if not inside and _may_be_answered_beside(cell, print_):
            under = (cell[0] + 1, cell[1] + 1, cell[2] - 1, cell[3] - 1)
        out[index] = print_.text, under
    out = {i: v for i, v in out.items() if not _heads(layout, i, out, taken)}
    return out if len(out) >= _FEWEST else {}


def lists_labels(cell: Box, words: Sequence[Word]) -> list[Piece]:
    """The labels under each other that a cell holds and nothing else, with room behind each; [] where it does not."""
    labels = [piece_of(row) for row in rows(words)]
    told = all(p.text.rstrip().endswith(":") and len(p.words) <= _LABEL for p in labels)
    return labels if len(labels) >= _FEWEST and told and all(cell[2] - p.box[2] >= _BEHIND for p in labels) else []


def _is_caption(cell: Box, print_: Piece) -> bool:
    under, over = cell[3] - print_.box[3], print_.box[1] - cell[1]
    sentence = print_.text.rstrip().endswith(".") and len(print_.words) > 6
    line = _line(print_.words)
    told = any(c.isalpha() for c in print_.text)  # a row's number names no room under it
    roomy = under >= height(print_.box)  # a statement fills its cell
    longest = _LONGEST_SMALL if line <= _SMALL or roomy else _LONGEST
    return told and under >= max(_ROOM, line) and over < 0.6 * under and len(print_.words) <= longest and not sentence


def _may_be_answered_beside(cell: Box, print_: Piece) -> bool:
    """Whether a cell of two lines has a short label with a colon, and as much room behind it as under it."""
    one_line = len({round(w.box[1]) for w in print_.words}) == 1
    low = cell[3] - print_.box[3] < _TWO_LINES * height(print_.box)
    return one_line and low and print_.text.rstrip().endswith(":") and cell[2] - print_.box[2] >= _BEHIND


def _row_is_full(layout: Layout, index: int, taken: Sequence[Box]) -> bool:
    """Whether a cell beside it is written full, so that its own room is only what that one's text takes."""
    cell = layout.cells[index]
    for other, box in enumerate(layout.cells):
        words = layout.cell_words.get(other)
        beside = other != index and abs(box[1] - cell[1]) <= 3 and abs(box[3] - cell[3]) <= 3
        if beside and _asks_by_boxes(layout, index, other, taken):
            continue
        if beside and words and box[3] - piece_of(words).box[3] < _ROOM - 2 and len(rows(words)) > 1:
            # "29. Operator's initials" in smaller print than the statement beside it has its room to be filled in
            return _line(layout.cell_words[index]) > _SMALLER * _line(words)
    return False


def _line(words: Sequence[Word]) -> float:
    """The height of a line of print, in points."""
    return max(height(w.box) for w in words)


def _heads_a_pair(layout: Layout, index: int, empty: Sequence[int]) -> bool:
    """Whether a label's cell and its empty one stand side by side under the cell: then it is their heading."""
    cell = layout.cells[index]
    under = [
        i
        for i, c in enumerate(layout.cells)
        if abs(c[1] - cell[3]) <= 3 and cell[0] - 3 <= c[0] and c[2] <= cell[2] + 3 and width(c) < width(cell) - 6
    ]
    return any(i in empty for i in under) and any(layout.cell_text(i) for i in under)


def _is_split(layout: Layout, index: int) -> bool:
    """Whether several cells touch its right side: then it is the heading of their rows."""
    cell = layout.cells[index]
    right = [c for c in layout.cells if abs(c[0] - cell[2]) <= 3 and c[1] >= cell[1] - 3 and c[3] <= cell[3] + 3]
    return len(right) > 1


def _is_row_label(layout: Layout, index: int, taken: Sequence[Box], empty: Sequence[int]) -> bool:
    """Whether what the cell asks for is answered beside it, in an empty cell or by boxes, or in one under it."""
    cell = layout.cells[index]
    under = [layout.cells[e] for e in empty if not layout.is_led_to(e)]
    if any(abs(b[1] - cell[3]) <= 3 and abs(b[0] - cell[0]) <= 3 and abs(b[2] - cell[2]) <= 3 for b in under):
        return True
    here = index
    while True:
        box = layout.cells[here]
        right = next((i for i, c in enumerate(layout.cells) if abs(c[0] - box[2]) <= 3 and same_row(c, box)), None)
        if right is None or _asks_by_boxes(layout, index, right, taken) or _asks_itself(layout, right, taken):
            return False
        if right in empty or any(common(layout.cells[right], t) > 0 for t in taken):
            return True
        if lists_labels(layout.cells[right], layout.cell_words.get(right, ())):
            return True
        here = right


def _asks_itself(layout: Layout, other: int, taken: Sequence[Box]) -> bool:
    """Whether a cell has a question of its own before its boxes: "3.6 Does it renew by itself?  ( ) Yes  ( ) No"."""
    boxes = [t for t in taken if common(layout.cells[other], t) > 0.5 * area(t)]
    first = min((t[0] for t in boxes), default=0.0)
    before = [w for w in layout.cell_words.get(other, ()) if w.box[2] <= first]
    words = " ".join(w.text for w in before)
    return len(before) > 2 and (words.endswith("?") or bool(without_number(words)[0]))


def _asks_by_boxes(layout: Layout, index: int, other: int, taken: Sequence[Box]) -> bool:
    """Whether the cell beside it has a caption of its own, level with its caption, and boxes under that.

    "20. Place of storage | 21. Encryption (mark all) [ ] At rest [ ] None" are two questions; "Check one" is none.
    """
    over = _over_boxes(layout, other, taken)
    mine = layout.cell_words[index]
    return bool(over) and abs(min(w.box[1] for w in over) - min(w.box[1] for w in mine)) <= _LEVEL


def _over_boxes(layout: Layout, index: int, taken: Sequence[Box]) -> list[Word]:
    """The caption of a cell that has boxes under it."""
    cell = layout.cells[index]
    boxes = [t for t in taken if common(cell, t) > 0]
    if not boxes or not all(common(cell, t) > 0.5 * area(t) for t in boxes):
        return []
    top = min(b[1] for b in boxes)
    over = [w for w in layout.cell_words.get(index, ()) if w.box[3] <= top + 2]
    return [] if _INSTRUCTION.match(" ".join(w.text for w in over)) else over


def _heads(layout: Layout, index: int, found: Mapping[int, object], taken: Sequence[Box]) -> bool:
    """Whether a cell of text that is no caption stands right under it, as wide: then it heads a column.

    A shaded bar under it is the next section's, and a caption over boxes, printed as its own is, asks for itself.
    """
    cell = layout.cells[index]
    bars = layout.shades.keys() if index not in layout.shades else ()
    texts = [i for i in range(len(layout.cells)) if i not in found and i not in bars and layout.cell_text(i)]
    under = [i for i in texts if same_column(layout.cells[i], cell) and abs(layout.cells[i][1] - cell[3]) <= _LEVEL]
    return any(not _is_printed_alike(layout, index, i, taken) for i in under)


def _is_printed_alike(layout: Layout, index: int, other: int, taken: Sequence[Box]) -> bool:
    """Whether the caption over another cell's boxes stands in its cell as one's own does, in print of one size."""
    words = layout.cell_words[index], _over_boxes(layout, other, taken)
    if not all(words):
        return False
    mine, theirs = (
        min(w.box[1] for w in said) - layout.cells[i][1] for said, i in zip(words, (index, other), strict=True)
    )
    return abs(mine - theirs) <= 1.0 and abs(_line(words[0]) - _line(words[1])) < 0.5
