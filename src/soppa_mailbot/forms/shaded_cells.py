"""Cells that a form has filled with a colour so that nobody writes there: greyed out, or part of a row of heads.

Other forms tint the very cells that are to be filled in. There a shaded cell is a row's only empty one, beside words
on white.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.geometry import same_row
from soppa_mailbot.forms.layout import Layout

_SAME = 0.01  # shades by which the cells of one row may differ
_WORDS = 2  # cells with words of a row of heads, at least


def unshaded(layout: Layout, empty: Sequence[int]) -> list[int]:
    """The empty cells of a page without those that are shaded while others beside or under them are white."""
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
