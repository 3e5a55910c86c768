"""Cells that a form has filled with a colour so that nobody writes there: greyed out, or part of a row of heads.

Other forms tint the very cells that are to be filled in. There a shaded cell is a row's only empty one, beside words
on white.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import center, holds, same_column, same_row
from soppa_mailbot.forms.pages.layout import Layout

_SAME = 0.01  # shades by which the cells of one row may differ
_WORDS = 2  # cells with words of a row of heads, at least
_COLUMNS = 2  # of boxes under one that says in its first cell only how to answer
_TOUCHES = 3.0  # points between a cell and the one under it


def unshaded(layout: Layout, empty: Sequence[int]) -> list[int]:
    """The empty cells of a page without those that are shaded while others beside or under them are white."""
    over_boxes = _heads_over_boxes(layout, empty)
    empty = [i for i in empty if i not in over_boxes]
    shaded = [i for i in empty if i in layout.shades]
    white = {i for i in empty if i not in layout.shades}
    if not shaded or not white:
        return list(empty)
    rows = {i: [k for k, c in enumerate(layout.cells) if same_row(c, layout.cells[i])] for i in shaded}
    heads = {i for i, row in rows.items() if _is_of_heads(layout, i, row)}
    greyed = {i for i in shaded if white.intersection(rows[i])}
    asked = set(shaded) - heads - greyed  # tinted to be filled in: then no colour says that a cell is not
    return [i for i in empty if i not in (heads if asked else heads | greyed)]


def _is_of_heads(layout: Layout, index: int, row: Sequence[int]) -> bool:
    """Whether a cell is filled as all others of its row are, among them two with words."""
    shade = layout.shades[index]
    alike = all(abs(layout.shades.get(k, 0.0) - shade) < _SAME for k in row)
    return alike and sum(bool(layout.cell_text(k)) for k in row) >= _WORDS


def _heads_over_boxes(layout: Layout, empty: Sequence[int]) -> set[int]:
    """The shaded empty cells of rows that only say how to answer: "Answer every question. |  |" over "Yes" and "No".

    A row whose label ends with a colon asks for something itself.
    """
    found: set[int] = set()
    for first in layout.shades if any(i in layout.shades for i in empty) else ():
        text = layout.cell_text(first)
        if not text or text.endswith(":"):
            continue
        row = [k for k, c in enumerate(layout.cells) if k != first and same_row(c, layout.cells[first])]
        alike = all(abs(layout.shades.get(k, 0.0) - layout.shades[first]) < _SAME for k in row)
        if alike and len(row) >= _COLUMNS and all(k in empty and _is_over_a_box(layout, k) for k in row):
            found.update(row)
    return found


def _is_over_a_box(layout: Layout, index: int) -> bool:
    """Whether the cell right under one of a table is white and holds a box to tick."""
    cell = layout.cells[index]
    return any(
        abs(c[1] - cell[3]) <= _TOUCHES
        and same_column(c, cell)
        and i not in layout.shades
        and any(holds(c, center(b)) for b in layout.tick_boxes)
        for i, c in enumerate(layout.cells)
    )
