"""Boxes in narrow cells of their own, each before the cell with its words: "[ ] | Grades | [ ] | Photographs".

Such a list may be broken into two or three pairs of columns; all of its boxes answer one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.forms.geometry import center, same_row
from soppa_mailbot.forms.labels import tidy
from soppa_mailbot.forms.layout import Layout
from soppa_mailbot.forms.ticks import Tick


def with_paired(layout: Layout, ticks: Sequence[Tick], used: set[int]) -> list[Tick]:
    """The boxes, those of such lists with their words and one group; the words are added to `used` (by `id`)."""
    boxed = Counter(cell for t in ticks if (cell := layout.index.at(center(t.box))) is not None)
    out = []
    for tick in ticks:
        cell = layout.index.at(center(tick.box))
        words = None if cell is None else _words_of(layout, cell, boxed)
        if cell is not None and words is not None:
            used.update(id(w) for w in layout.cell_words[words])
            option = tick.option or tidy(layout.cell_text(words))
            group = tick.group or f"p{layout.page.number}pairs{layout.top_of(cell)[1]:.0f}"
            tick = replace(tick, option=option, group=group)
        out.append(tick)
    return out


def _words_of(layout: Layout, cell: int, boxed: Mapping[int, int]) -> int | None:
    """The cell with the words of a box that stands alone in its cell; None where the row is none of such pairs."""
    middle = center(layout.cells[cell])[1]
    row = sorted(
        (i for i, c in enumerate(layout.cells) if same_row(c, layout.cells[cell]) and c[1] <= middle <= c[3]),
        key=lambda i: layout.cells[i][0],
    )
    kinds = "".join("b" if i in boxed else "t" if layout.cell_text(i) else "e" for i in row).rstrip("e")
    alone = all(boxed[i] == 1 and not layout.cell_text(i) for i in row if i in boxed)
    if not alone or kinds != "bt" * (len(kinds) // 2) or len(kinds) < 4:
        return None
    return row[row.index(cell) + 1]
