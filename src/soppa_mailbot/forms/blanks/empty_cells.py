"""Empty cells of a page that are written into, and combs of cells, named by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.blanks.place_labels import cell_label, in_lines, label_near
from soppa_mailbot.forms.blanks.spots import Spot, is_signed
from soppa_mailbot.forms.common.geometry import (
    area,
    center,
    common,
    gap,
    grown,
    height,
    same_column,
    same_row,
    union,
    width,
)
from soppa_mailbot.forms.common.labels import behind_row, tidy
from soppa_mailbot.forms.common.lines import Piece, piece_of, rows, spaced
from soppa_mailbot.forms.pages.columns import apart
from soppa_mailbot.forms.pages.layout import Layout, prompts
from soppa_mailbot.forms.pages.left_over import holds_a_picture
from soppa_mailbot.forms.pages.written_rules import CAPTION_WORDS
from soppa_mailbot.model import Box, Word

_NARROWEST, _NARROWEST_MARKED = 24.0, 10.0  # points of an empty cell to write in, and of one for a check mark
_CAPTIONED = 3.0  # times the height of boxes for one letter each has the cell of their caption, at most
_LEVEL = 2.0  # points by which lines of one row may differ
_HEAD_OVER = 12.0  # points from a table to the heads that stand over it in no cell
_BESIDE = 4.0  # points by which a head may begin before its column
_OUTSIDE = 200.0  # points from a cell to a label before it that stands in none


def stacked(spots: Sequence[Spot], layout: Layout) -> list[Spot]:
    """The spots of empty cells; nameless ones that lie under each other and fill the width of no table are one answer.

    A web page that was printed shows the lines of a long answer so: each is a box with nothing but a lower border.
    """
    out: list[Spot] = []
    for spot in spots:
        last = out[-1] if out else None
        goes_on = (
            last is not None and abs(spot.box[0] - last.box[0]) < _LEVEL and abs(spot.box[2] - last.box[2]) < _LEVEL
        )
        if not spot.label and last is not None and goes_on and 0 <= spot.box[1] - last.box[3] <= 2 * _LEVEL:
            if not last.label:
                last = replace(last, label=tidy(label_near(layout, last.box, [*layout.cells])))
            if last.label and not any(same_row(p.box, spot.box) for p in layout.pieces):
                out[-1] = replace(last, box=union(last.box, spot.box))
                continue
        out.append(spot)
    return out


def empty_cells(layout: Layout, taken: Sequence[Box]) -> list[int]:
    """The cells without words that are large enough to write into and hold none of the `taken` places."""
    out = []
    for index, cell in enumerate(layout.cells):
        text = layout.cell_text(index)
        if height(cell) < 9 or (text and not prompts(text)):
            continue
        if width(cell) < _NARROWEST_MARKED or (width(cell) < _NARROWEST and not layout.for_marks(index)):
            continue
        if any(common(cell, grown(t, 1.0)) > 0.3 * (width(t) + 2) * (height(t) + 2) for t in taken):
            continue
        if any(o != cell and common(o, cell) > 0.9 * width(o) * height(o) for o in layout.cells):
            continue
        if height(cell) > 0.5 * layout.page.height or layout.is_half_a_bar(cell) or holds_a_picture(layout, cell):
            continue
        out.append(index)
    return out


def in_cell(layout: Layout, index: int) -> Spot:
    """An empty cell: named by its row and column, or, where it stands alone, by what is before or over it."""
    cell = layout.cells[index]
    label = cell_label(layout, index) or _caption_cell(layout, index)
    beside = [o for o in layout.cells if o != cell and max(gap(cell, o)) <= 1.0]
    if not label and all(common(o, cell) > 0.9 * width(cell) * height(cell) for o in beside):  # a frame around it
        label = label_near(layout, cell, layout.cells)
    label = label or _outside(layout, index)
    before = ""
    if not label:
        before, label = _over_row(layout, index)
    label = tidy(label)
    return Spot(grown(cell, -1.0), label, is_signed(label), remark=before.rstrip(" :"))


def _outside(layout: Layout, index: int) -> str:
    """The words before a row of cells, where they stand in no cell, with the head of the cell's column over the table.

    "Reference 1 | [    ] [    ] [    ]" under "Contact person"; or shaded cells without borders.
    """
    before = layout.neighbours_left(index)
    if any(layout.cell_text(i) for i in before):
        return ""
    cell = layout.cells[before[-1] if before else index]
    level = [p for p in layout.pieces if same_row(p.box, cell) and p.box[2] <= cell[0] + 3]
    if not level:
        return ""
    label = max(level, key=lambda p: p.box[2])
    near = cell[0] - label.box[2] < _OUTSIDE and layout.index.at(center(label.box)) is None
    if not near or apart(layout.gutters, label.box, cell):
        return ""
    row = in_lines(layout, label, cell)
    head = _head_outside(layout, index)
    if head:
        return f"{row} {behind_row(head)}"
    return "" if before else row


def _over_row(layout: Layout, index: int) -> tuple[str, str]:
    """What stands over a cell in no cell, where that is so of each cell of a lone row: "Reviewed by | Score (0-100)".

    With what is said of all of them before the first: "District use:  Reviewed by"; ("", "") where a head is missing.
    """
    cell = layout.cells[index]
    row = sorted(c for c in layout.cells if same_row(c, cell))
    if len(row) < 2 or any(layout.cell_text(layout.cells.index(c)) or _is_touched(layout, c) for c in row):
        return "", ""
    near = [
        p for p in layout.pieces if -1 <= cell[1] - p.box[3] < _HEAD_OVER and layout.index.at(center(p.box)) is None
    ]
    said: list[Word] = []
    heads: list[Piece] = []
    for piece in near:
        before = [n for n, w in enumerate(piece.words) if w.box[0] < row[0][0] - _BESIDE and w.text.endswith(":")]
        ends = before[-1] + 1 if before else 0
        said += piece.words[:ends]
        heads += [piece_of(piece.words[ends:])] if piece.words[ends:] else []
    over = [[p for p in heads if _is_over(p.box, c)] for c in row]
    if any(len(found) != 1 for found in over) or len({id(found[0]) for found in over}) < len(row):
        return "", ""
    first = over[0][0].box[0] >= row[0][0] - _BESIDE  # and no line that begins before the row
    return (spaced(said), spaced(over[row.index(cell)][0].words)) if first else ("", "")


def _is_touched(layout: Layout, cell: Box) -> bool:
    """Whether another cell is right over or under one: it is of a table."""
    return any(not same_row(c, cell) and same_column(c, cell) and gap(c, cell)[1] <= _LEVEL for c in layout.cells)


def _is_over(head: Box, cell: Box) -> bool:
    return min(head[2], cell[2]) - max(head[0], cell[0]) > _BESIDE


def _head_outside(layout: Layout, index: int) -> str:
    """What stands over the topmost cell of a column, in no cell, where the row has several such heads."""
    row = [c for c in layout.cells if same_row(c, layout.cells[index])]
    heads = [_over_column(layout, c) for c in row]
    mine = heads[row.index(layout.cells[index])]
    return mine if sum(map(bool, heads)) > 1 else ""


def _over_column(layout: Layout, cell: Box) -> str:
    top = layout.top_of(layout.cells.index(cell))
    over = [
        p
        for p in layout.pieces
        if -1 <= top[1] - p.box[3] < _HEAD_OVER and top[0] - 4 <= p.box[0] and p.box[2] <= top[2] + 4
    ]
    outside = [p.text for p in over if layout.index.at(center(p.box)) is None]
    return outside[0] if len(outside) == 1 else ""


def _caption_cell(layout: Layout, index: int) -> str:
    """The text of the cell under an empty one, in a table that begins with cells to write in: "Vendor signature"."""
    cell = layout.cells[index]
    over = any(abs(c[3] - cell[1]) <= 3 and gap(c, cell)[0] == 0 for c in layout.cells)
    level = [i for i, c in enumerate(layout.cells) if same_row(c, cell) and abs(c[1] - cell[1]) <= 3]
    under = [i for i, c in enumerate(layout.cells) if abs(c[1] - cell[3]) <= 3 and same_column(c, cell)]
    if over or len(under) != 1 or any(layout.cell_text(i) for i in level):
        return ""
    text = layout.cell_text(under[0])
    return "" if text.endswith((":", "?")) or len(text.split()) > CAPTION_WORDS else text


def in_teeth(layout: Layout, comb: Sequence[Box]) -> Spot:
    """Boxes for one character each, named by the small print over them in their cell, or by what is before them."""
    box = comb[0]
    for tooth in comb[1:]:
        box = union(box, tooth)
    cell = layout.index.at(center(box))
    around = layout.index.frames[cell][-1:] if cell is not None and _is_one_of(layout.cells[cell], comb) else ()
    if around and height(layout.cells[around[0]]) <= _CAPTIONED * height(box):
        words = layout.cell_words.get(around[0], ())  # the boxes are cells by themselves, in that of their caption
        over = [w for w in words if w.box[3] <= box[1] + 2 or w.box[2] <= box[0]]
    else:
        over = [w for w in layout.cell_words.get(cell, ()) if w.box[3] <= box[1] + 2] if cell is not None else []
    label = tidy(" ".join(w.text for row in rows(over) for w in row)) if over else tidy(label_near(layout, box))
    return Spot(box, label)


def _is_one_of(cell: Box, comb: Sequence[Box]) -> bool:
    return any(common(tooth, cell) > 0.5 * area(cell) for tooth in comb)


def in_comb(layout: Layout, comb: Sequence[int]) -> Spot:
    """Cells for one character each, named as the first of them."""
    room = union(layout.cells[comb[0]], layout.cells[comb[-1]])
    label = tidy(cell_label(layout, comb[0]))
    return Spot(grown(room, -1.0), label, is_signed(label))
