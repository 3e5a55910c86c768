"""Boxes without words of their own, whose options stand once over their columns: "Held", "Not held"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, gap, width
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.layout import Layout

_BESIDE = 14.0  # points that a head may stand off its boxes' column to either side
_WIDEST = 130.0  # points: wider text over a box is a question or a paragraph
_HIGHEST = 420.0  # points from a box up to its column's head


def under_heads(layout: Layout, ticks: Sequence[Tick], used: set[int]) -> list[Tick]:
    """The boxes, those that have no words named by the text over their column.

    Only rows of two boxes or more have heads: a single box without words is named by what stands before it. Words that
    name a column are added to `used` (by `id`).
    """
    out = list(ticks)
    for at, tick in enumerate(ticks):
        if tick.option or tick.group or not any(_same_row(tick, o) for o in ticks if o is not tick and not o.option):
            continue
        head = _head(layout, tick, ticks)
        if head is not None:
            out[at] = replace(tick, option=head.text)
            used.update(id(w) for w in head.words)
    return out


def head_over(layout: Layout, tick: Tick, ticks: Sequence[Tick]) -> str:
    """The text over the column of a box, "" where none stands over it."""
    head = _head(layout, tick, ticks)
    return head.text if head else ""


def _same_row(tick: Tick, other: Tick) -> bool:
    return tick.box[1] - 1 <= center(other.box)[1] <= tick.box[3] + 1


def _head(layout: Layout, tick: Tick, ticks: Sequence[Tick]) -> Piece | None:
    """The lowest short text over the box, with nothing but boxes of its column in between."""
    over = [
        p
        for p in layout.pieces
        if p.box[3] <= tick.box[1] + 2 and tick.box[1] - p.box[3] < _HIGHEST and gap(p.box, tick.box)[0] < _BESIDE
    ]
    if not over:
        return None
    lowest = max(over, key=lambda p: p.box[3])
    owned = any(_beside(o, lowest) for o in ticks)  # the option of another box
    return None if owned or width(lowest.box) > _WIDEST else lowest


def _beside(tick: Tick, piece: Piece) -> bool:
    y = center(piece.box)[1]
    return tick.box[1] - 1 <= y <= tick.box[3] + 1
