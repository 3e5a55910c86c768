"""Empty cells that ask for nothing: what a shorter column or the last row of a grid leaves over, and emblems."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import reduce

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import area, common, gap, same_column, same_row, union
from soppa_mailbot.forms.common.shorter_blocks import left_over
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]{1,2}-?\d{1,2})\W*", re.IGNORECASE)
_PICTURE = 0.25  # of a cell's area
_INTO_A_CELL = 15.0  # points from a cell's side to the box in it
_LEVEL = 2.0  # points by which the sides of cells that touch may differ
_TOUCH = 3.0  # points between the cells of one table


def ends_a_column(layout: Layout, cell: int, lined: Collection[int]) -> bool:
    """Whether an empty cell ends a column of cells that each hold their own line, and so does the one beside it.

    "Date signed: ____ |      " under "Title: ____ | Board date: ____".
    """
    box = layout.cells[cell]
    beside = any(i in lined for i in layout.neighbours_left(cell)[:1])
    above = any(same_column(layout.cells[i], box) and abs(layout.cells[i][3] - box[1]) < _LEVEL for i in lined)
    return beside and above


def heads_numbers(layout: Layout, index: int) -> bool:
    """Whether a cell is the empty head of a table's column of numbers: left of "Question | Yes | No", over 13, 14, 15.

    What stands over it, the letter of the form's part, is not its label.
    """
    cell = layout.cells[index]
    row = [i for i, c in enumerate(layout.cells) if i != index and same_row(c, cell)]
    heads = len(row) > 1 and all(layout.cells[i][0] > cell[0] and layout.cell_text(i) for i in row)
    under: list[str] = []
    low = cell[3]
    for i in sorted(range(len(layout.cells)), key=lambda n: layout.cells[n][1]) if heads else ():
        box = layout.cells[i]
        if same_column(box, cell) and abs(box[1] - low) <= _TOUCH:
            under.append(layout.cell_text(i))
            low = box[3]
    return len(under) > 1 and all(NUMBER.fullmatch(text) for text in under)


def ends_a_block(layout: Layout, answered: Collection[int]) -> frozenset[int]:
    """The empty cells that the shorter of two blocks leaves over. `answered` hold something to fill in."""
    out: set[int] = set()
    for table in _tables(layout):
        lefts, tops = (_edges(layout.cells[i][side] for i in table) for side in (0, 1))
        at = {(_level(tops, layout.cells[i][1]), _level(lefts, layout.cells[i][0])): i for i in table}
        rows: dict[int, dict[int, str]] = {}
        for (row, column), cell in at.items():
            rows.setdefault(row, {})[column] = layout.cell_text(cell)
        out.update(at[c] for c in left_over(rows, {c for c, i in at.items() if i in answered}))
    return frozenset(out)


def _tables(layout: Layout) -> list[list[int]]:
    """The cells of a page, those together that touch."""
    out: list[list[int]] = []
    left = [i for i, inside in enumerate(layout.index.frames) if not inside]
    while left:
        table = [left.pop()]
        for cell in table:
            near = [i for i in left if max(gap(layout.cells[i], layout.cells[cell])) <= _TOUCH]
            left = [i for i in left if i not in near]
            table += near
        out.append(table)
    return out


def _edges(sides: Iterable[float]) -> list[float]:
    """Where cells begin, once for those that are level."""
    out: list[float] = []
    for side in sorted(sides):
        if not out or side - out[-1] > _TOUCH:
            out.append(side)
    return out


def _level(edges: Sequence[float], side: float) -> int:
    return bisect_right(edges, side) - 1


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
