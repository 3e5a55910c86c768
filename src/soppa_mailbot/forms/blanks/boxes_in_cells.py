"""Boxes that stand alone in table cells: rows of Yes and No columns, or rows that are the options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.blanks.option_lines import PADDING
from soppa_mailbot.forms.common.choice_words import STATEMENT
from soppa_mailbot.forms.common.geometry import center, same_row
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.heads import head_over
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word


def from_table(layout: Layout, ticks: Sequence[Tick]) -> list[Tick]:
    """Boxes that stand alone in table cells: rows of Yes and No columns, or rows that are the options."""
    rows_of: dict[tuple[int, str], list[Tick]] = {}
    for tick in ticks:
        cell = layout.index.at(center(tick.box))
        if tick.option or cell is None:
            continue
        own = tidy(" ".join(w.text for w in _own_words_before(layout, tick.box, cell))) if tick.group else ""
        label = cell if own else next((i for i in layout.neighbours_left(cell) if layout.cell_text(i)), None)
        if label is not None:
            rows_of.setdefault((label, own or tidy(layout.cell_text(label))), []).append(tick)
    out = {
        t.id: t if t.option else replace(t, option=layout.statement_of(t.box) or _cell_behind(layout, t.box, ticks))
        for t in ticks
    }
    for (label, text), row in rows_of.items():
        for tick in row:
            cell = layout.index.at(center(tick.box))
            head_text = tidy(layout.head_text(cell)) if cell is not None else ""
            if len(row) > 1:
                out[tick.id] = replace(
                    tick,
                    option=(head_over(layout, tick, ticks) if label == cell else "") or head_text or text,
                    question=text,
                    group=tick.group or f"p{layout.page.number}row{label}",
                )
            else:
                column = "" if cell is None or STATEMENT.match(text) else _column(layout, cell, head_text)
                out[tick.id] = replace(
                    tick, option=text, question=tick.question or head_text, group=tick.group or column
                )
    return [out[t.id] for t in ticks]


def _cell_behind(layout: Layout, box: Box, ticks: Sequence[Tick]) -> str:
    """What the next cell says, for a box alone in the first cell of its row: "[ ] | The law applies"."""
    cell = layout.index.at(center(box))
    if cell is None or layout.cell_text(cell) or any(layout.cell_text(i) for i in layout.neighbours_left(cell)):
        return ""
    own = layout.cells[cell]
    right = [i for i, c in enumerate(layout.cells) if abs(c[0] - own[2]) <= PADDING and same_row(c, own)]
    if len(right) != 1 or any(layout.index.at(center(t.box)) == right[0] for t in ticks):
        return ""
    text = tidy(layout.cell_text(right[0]))
    return text if any(c.isalpha() for c in text) else ""


def _own_words_before(layout: Layout, box: Box, cell: int) -> list[Word]:
    """The words of a box's own cell on its line, however far to the left: a row of a table without upright lines."""
    words = layout.cell_words.get(cell, ())
    level = [w for w in words if w.box[2] <= box[0] + 2 and w.box[1] - 1 <= center(box)[1] <= w.box[3] + 1]
    return sorted(level, key=lambda w: w.box[0])


def _column(layout: Layout, cell: int, head: str) -> str:
    """The group of boxes that stand one under the other, each with its label: all that apply are to be ticked.

    Tables side by side under one heading go together: such a list is broken into two or three.
    """
    top = layout.top_of(cell)
    return f"p{layout.page.number}col{top[1]:.0f}" + (f"-{head}" if head else f",{top[0]:.0f}")
