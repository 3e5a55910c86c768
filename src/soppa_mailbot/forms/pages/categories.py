"""Cells of a first column that stand for the one over them: a category that is said once for several rows."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_LONGEST_NUMBER = 4  # letters of a row's number


def as_above(layout: Layout, index: int, answers: Sequence[int]) -> bool:
    """Whether an empty cell only stands for the one over it: a row's first cell, its category being said once.

    The row's own words stand to its right, and its answer behind them: one of `answers`, cells that are filled in.
    """
    cell = layout.cells[index]
    if any(len(layout.cell_text(i)) > _LONGEST_NUMBER for i in layout.neighbours_left(index)):
        return False  # words before it ask for it: "Number of users |    | Cost per year |    "
    row = [i for i, c in enumerate(layout.cells) if c[0] >= cell[2] - 3 and same_row(c, cell)]
    words = [layout.cells[i][0] for i in row if layout.cell_text(i)]
    return (
        _said_over(layout, cell) and bool(words) and any(i in answers and layout.cells[i][0] > min(words) for i in row)
    )


def _said_over(layout: Layout, cell: Box) -> bool:
    """Whether words stand in a cell's column over it, with no other cells than empty ones between."""
    over = [(i, c) for i, c in enumerate(layout.cells) if abs(c[3] - cell[1]) <= 3 and abs(c[0] - cell[0]) <= 3]
    return any(layout.cell_text(i) or (c[1] < cell[1] - 3 and _said_over(layout, c)) for i, c in over)
