"""Empty cells that ask for nothing: what a shorter column or the last row of a grid leaves over, and emblems."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce

from soppa_mailbot.forms.common.geometry import area, common, same_column, same_row, union
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_PICTURE = 0.25  # of a cell's area
_INTO_A_CELL = 15.0  # points from a cell's side to the box in it
_LEVEL = 2.0  # points by which the sides of cells that touch may differ


def ends_a_column(layout: Layout, cell: int, lined: Collection[int]) -> bool:
    """Whether an empty cell ends a column of cells that each hold their own line, and so does the one beside it.

    "Date signed: ____ |      " under "Title: ____ | Board date: ____".
    """
    box = layout.cells[cell]
    beside = any(i in lined for i in layout.neighbours_left(cell)[:1])
    above = any(same_column(layout.cells[i], box) and abs(layout.cells[i][3] - box[1]) < _LEVEL for i in lined)
    return beside and above


def ends_a_grid(cell: Box, boxes: Sequence[Box]) -> bool:
    """Whether an empty cell is what is left over at the end of rows of boxes and their words."""
    in_row = any(same_row(b, cell) and b[2] <= cell[0] for b in boxes)
    high = cell[3] - cell[1]
    return in_row and any(
        abs(b[0] - cell[0]) < _INTO_A_CELL and 0 <= cell[1] - b[3] + high / 2 < 2 * high for b in boxes
    )


def holds_a_picture(layout: Layout, cell: Box) -> bool:
    """Whether the form itself shows a picture there, its emblem say."""
    pictures = [m.box for m in layout.page.marks if m.kind in ("image", "curve")]
    drawn = [box for box in pictures if common(box, cell) > 0.9 * area(box)]
    return bool(drawn) and area(reduce(union, drawn)) > _PICTURE * area(cell)
