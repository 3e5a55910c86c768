"""Lines before the answers of one question, one of which is marked: "Select one: ____ (a) ... ____ (b) ...".

Wherever a page says over such lines that one is chosen they are boxes, however long: what all others are empty for is
no fault. Without such words each is a line of its own, as in a list of promises that are all initialled.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import height, same_column, same_row, width
from soppa_mailbot.forms.common.initialled import asks_for_each
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.texts.exclusive import says_one
from soppa_mailbot.model import Box, Word

_LONGEST = 90.0  # points of a line for initials or a mark
_FLAT = 4.0  # points: a drawn rule, over which is written
_ROOM = 12.0  # points over it
_FEWEST = 2  # answers
_LEVEL = 3.0  # points by which the ends of such lines may differ
_BEHIND = 26.0  # points from a line to its answer
_OVER = 30.0  # points from the words that ask down to the first answer
_ASKED_IN = 3  # lines of the page
_PITCH = 80.0  # points from one answer to the next
_INDENTED = 4.0  # points by which words stand left of the answers that are none of them


def lines_to_choose(layout: Layout, lines: Sequence[Box]) -> dict[Box, Box]:
    """The lines before answers of which one is chosen -> the room for a mark on each."""
    short = sorted((b for b in lines if width(b) <= _LONGEST), key=lambda b: b[1])
    before = {b: item for b in short if (item := _item(layout, b)) is not None}
    runs: list[list[Box]] = []
    for line in before:
        last = next((r for r in runs if _goes_on(layout, r[-1], line, before[r[-1]])), None)
        if last is None:
            runs.append([line])
        else:
            last.append(line)
    chosen = [r for r in runs if len(r) >= _FEWEST and _asked_for_one(layout, r[0])]
    return {line: _room(layout, line) for run in chosen for line in run}


def _item(layout: Layout, line: Box) -> Word | None:
    """The first word of what stands right behind a line that begins its row."""
    seat = seat_of(line)
    level = [w for w in layout.words if same_row(w.box, seat) and any(c.isalnum() for c in w.text)]
    first = min(level, key=lambda w: w.box[0], default=None)
    return first if first is not None and -1 <= first.box[0] - line[2] < _BEHIND else None


def _goes_on(layout: Layout, last: Box, line: Box, item: Word) -> bool:
    """Whether a line is under another, with nothing between but the words of that one's answer."""
    if not same_column(last, line, _LEVEL) or not 0 < line[1] - last[1] < _PITCH:
        return False
    between = (w for w in layout.words if last[3] + 1 < (w.box[1] + w.box[3]) / 2 < seat_of(line)[1])
    return not any(w.box[0] < item.box[0] - _INDENTED and any(c.isalnum() for c in w.text) for w in between)


def _asked_for_one(layout: Layout, first: Box) -> bool:
    top = seat_of(first)[1]
    over = rows([w for w in layout.words if 0 <= top - w.box[3] + 4 < _OVER + _ASKED_IN * 14])
    lines = [" ".join(w.text for w in row) for row in over[-_ASKED_IN:]]
    near = bool(over) and top - max(w.box[3] for w in over[-1]) < _OVER
    text = " ".join(lines)
    return near and says_one(text) and not asks_for_each(text)


def _room(layout: Layout, line: Box) -> Box:
    """Where a mark is made: over a rule, no higher than the words over it."""
    if height(line) >= _FLAT:
        return line
    bottom = line[3] + 1.5
    over = [w.box[3] for w in layout.words if w.box[0] < line[2] and w.box[2] > line[0] and w.box[3] <= bottom - 5]
    return (line[0], max([bottom - _ROOM - 1.5, *over]), line[2], bottom)
