"""Boxes one under the other in narrow cells, each before the cell with its words, and the question beside the first:
"Status (check one) | [ ] | The law applies" over " | [ ] | It does not, for the reason below".

The cell under the question's is empty, or the question's reaches down beside all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.forms.common.choice_words import made_one_by_one
from soppa_mailbot.forms.common.geometry import center, same_column
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.marked_pairs import row_of
from soppa_mailbot.model import Box

_TOUCH = 3.0  # points between two cells of one table


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of "question | [ ] | words"; `asks` is where the question stands, or would stand."""

    asks: int
    box: int
    words: int


def with_stacked(layout: Layout, ticks: Sequence[Tick], taken: Sequence[Box], used: set[int]) -> list[Tick]:
    """The boxes, those of such stacks with their words and one group; the words are added to `used` (by `id`).

    Statements that are each to be made stay boxes of their own.
    """
    boxed = Counter(cell for t in ticks if (cell := layout.index.at(center(t.box))) is not None)
    out = list(ticks)
    stack: list[tuple[int, _Row]] = []
    for number, tick in enumerate([*ticks, None]):
        row = None if tick is None else _row(layout, tick, boxed, taken)
        if row is not None and stack and _goes_on(layout, stack[0][1], stack[-1][1], row):
            stack.append((number, row))
            continue
        _told(layout, stack, out, used)
        stack = [(number, row)] if row is not None and layout.cell_text(row.asks) else []
    return out


def _row(layout: Layout, tick: Tick, boxed: Mapping[int, int], taken: Sequence[Box]) -> _Row | None:
    cell = layout.index.at(center(tick.box))
    if cell is None or boxed[cell] > 1 or layout.cell_text(cell):
        return None
    cells = row_of(layout, cell)
    if len(cells) != 3 or cells[1] != cell or any(i in boxed for i in (cells[0], cells[2])):
        return None
    places = [*taken, *layout.underscores]
    if not layout.cell_text(cells[2]) or any(layout.index.at(center(b)) in (cells[0], cells[2]) for b in places):
        return None
    return _Row(*cells)


def _goes_on(layout: Layout, first: _Row, last: _Row, row: _Row) -> bool:
    """Whether a row is the next of a stack: right under it, with nothing else asked."""
    above, below = layout.cells[last.box], layout.cells[row.box]
    under = same_column(above, below) and -_TOUCH <= below[1] - above[3] <= _TOUCH
    return under and (row.asks == first.asks or not layout.cell_text(row.asks))


def _told(layout: Layout, stack: Sequence[tuple[int, _Row]], out: list[Tick], used: set[int]) -> None:
    if len(stack) < 2:
        return
    top = stack[0][1]
    question = tidy(layout.cell_text(top.asks))
    options = [tidy(layout.cell_text(row.words)) for _, row in stack]
    if made_one_by_one(question, options) or len({o.casefold() for o in options}) < len(options):
        return
    x, y = layout.cells[top.box][:2]
    for (number, row), option in zip(stack, options, strict=True):
        tick = out[number]
        group = tick.group or f"p{layout.page.number}stack{y:.0f},{x:.0f}"
        out[number] = replace(tick, option=tick.option or option, question=question, group=group)
        used.update(id(w) for w in layout.cell_words[row.words])
    used.update(id(w) for w in layout.cell_words[top.asks])
