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

_TOUCH = 3.0  # points between two cells of one table


def with_paired(layout: Layout, ticks: Sequence[Tick], used: set[int]) -> list[Tick]:
    """The boxes, those of such lists with their words and one group; the words are added to `used` (by `id`)."""
    boxed = Counter(cell for t in ticks if (cell := layout.index.at(center(t.box))) is not None)
    out: list[Tick] = []
    lists: dict[str, list[int]] = {}
    for tick in ticks:
        cell = layout.index.at(center(tick.box))
        words = None if cell is None else _words_of(layout, cell, boxed)
        if cell is not None and words is not None:
            used.update(id(w) for w in layout.cell_words[words])
            option = tick.option or tidy(layout.cell_text(words))
            top = layout.top_of(_row(layout, cell)[0])
            group = tick.group or f"p{layout.page.number}pairs{top[1]:.0f},{top[0]:.0f}"
            tick = replace(tick, option=option, group=group)
            lists.setdefault(group, []).append(len(out))
        out.append(tick)
    for mine in lists.values():
        if len({out[n].option.casefold() for n in mine}) < len(mine):  # "Yes | No" in each row: a question each
            for n in mine:
                out[n] = replace(out[n], group=f"{out[n].group},{out[n].box[1]:.0f}")
    return out


def _words_of(layout: Layout, cell: int, boxed: Mapping[int, int]) -> int | None:
    """The cell with the words of a box that stands alone in its cell; None where the row is none of such pairs."""
    row = _row(layout, cell)
    heads = {layout.cell_text(h) for i in row if i in boxed and (h := layout.header_of(i)) is not None}
    if len(heads) > 1:
        return None  # "Who uses it? | How is it sold?", each over a pair of columns of its own
    kinds = "".join("b" if i in boxed else "t" if layout.cell_text(i) else "e" for i in row).rstrip("e")
    alone = all(boxed[i] == 1 and not layout.cell_text(i) for i in row if i in boxed)
    if not alone or kinds != "bt" * (len(kinds) // 2) or len(kinds) < 4:
        return None
    return row[row.index(cell) + 1]


def _row(layout: Layout, cell: int) -> list[int]:
    """The cells of a row that touch, from the left: another table beside it is not of it."""
    box = layout.cells[cell]
    middle = center(box)[1]
    level = [i for i, c in enumerate(layout.cells) if same_row(c, box) and c[1] <= middle <= c[3]]
    level.sort(key=lambda i: layout.cells[i][0])
    first = last = level.index(cell)
    while first and layout.cells[level[first]][0] - layout.cells[level[first - 1]][2] <= _TOUCH:
        first -= 1
    while last + 1 < len(level) and layout.cells[level[last + 1]][0] - layout.cells[level[last]][2] <= _TOUCH:
        last += 1
    return level[first : last + 1]
