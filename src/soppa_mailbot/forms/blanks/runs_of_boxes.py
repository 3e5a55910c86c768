"""Runs of boxes that answer one question, told by the words and cells between them."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.blanks.asked_over import LEVEL, asked_across, is_level, item_letter, label_cell
from soppa_mailbot.forms.common.choice_words import asks
from soppa_mailbot.forms.common.geometry import center, gap, height
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.columns import apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word

_ONE_QUESTION = 48.0  # points of a cell that holds one question and its boxes


def cell_asks(layout: Layout, tick: Tick, cell: int, free: Sequence[Word]) -> bool:
    """Whether words of no option stand over a box in its cell: "19. PLATFORM (check all)"."""
    return any(w.box[3] <= tick.box[1] + 3 and layout.index.at(center(w.box)) == cell for w in free)


def together(layout: Layout, run: Sequence[Tick], tick: Tick, free: Sequence[Word]) -> bool:
    """Whether a box goes on with the question of the run before it."""
    last = run[-1]
    cell, last_cell = layout.index.at(center(tick.box)), layout.index.at(center(last.box))
    in_one = cell is not None and cell == last_cell
    low = in_one and cell is not None and height(layout.cells[cell]) < _ONE_QUESTION  # other cells' columns end there
    if apart(layout.gutters, last.box, tick.box) and not low:
        return False
    if abs(tick.box[1] - last.box[1]) > LEVEL and not in_one and asked_across(layout, tick.box, free):
        return False  # its own row asks, though what looks like columns parts question and boxes
    free = [w for w in free if not apart(layout.gutters, w.box, tick.box)]
    if in_one:  # what stands between them in the cell beside is their question
        return not _own_question(run, tick, [w for w in free if layout.index.at(center(w.box)) == cell])
    if (cell is None) != (last_cell is None):
        return False
    if cell is not None and last_cell is not None:
        labels = [label_cell(layout, c) for c in (cell, last_cell)]
        if labels[0] != labels[1] or _row_asks(layout, tick, cell, free) or cell_asks(layout, tick, cell, free):
            return False
        if labels[0] is not None:
            return True
        if _asked_between(layout, last.box, tick.box):
            return False
        top, bottom = min(t.box[1] for t in run), tick.box[3]
        return bottom - top < 600 and not any(
            last.box[3] < center(w.box)[1] < tick.box[1] and layout.index.at(center(w.box)) is None for w in free
        )
    if abs(tick.box[1] - last.box[1]) > 120:
        return False
    return not _own_question(run, tick, free)


def _asked_between(layout: Layout, upper: Box, lower: Box) -> bool:
    """Whether a cell between two boxes asks something."""
    between = [
        i
        for i, c in enumerate(layout.cells)
        if upper[3] <= center(c)[1] <= lower[1] and c[0] <= lower[0] and lower[2] <= c[2]
    ]
    return any(asks(layout.cell_text(i)) for i in between)


def _row_asks(layout: Layout, tick: Tick, cell: int, free: Sequence[Word]) -> bool:
    """Whether words before the box, in its own cell, make a question of its row: "(b) E-mail addresses  [ ]  [ ]"."""
    return any(
        is_level(w.box, tick.box) and w.box[2] <= tick.box[0] + 2 and layout.index.at(center(w.box)) == cell
        for w in free
    )


def _own_question(run: Sequence[Tick], tick: Tick, free: Sequence[Word]) -> bool:
    """Whether words of nobody stand between the run's last box and this one, in reading order."""
    last = run[-1].box
    letters = item_letter(tick, free)
    for word in free:
        if id(word) in letters:
            continue
        x, y = center(word.box)
        on_row = tick.box[1] - 1 <= y <= tick.box[3] + 1 or is_level(word.box, tick.box)
        if on_row and x < tick.box[0] and not (last[1] - 1 <= y <= last[3] + 1 and x < last[0]):
            return True
        reach = (min(last[0], tick.box[0]) - 150, y, max(last[2], tick.box[2]) + 150, y)
        if last[3] + 1 < y < tick.box[1] - 1 and gap(word.box, reach)[0] == 0:
            return True
    return False
