"""Lines before the answers of one question, of which some are marked: "Select one: ____ (a) ... ____ (b) ...".

Wherever a page says over such lines, or before them, that one is chosen or all that apply, they are boxes, however
long: what the others are empty for is no fault. They stand under each other, beside each other, or both. Without such
words each is a line of its own, as in a list of promises that are all initialled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot.forms.common.geometry import height, same_column, same_row, width
from soppa_mailbot.forms.common.initialled import asks_for_each
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.texts.exclusive import says_any, says_one
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
_BESIDE = 6.0  # points from an answer to the line beside it
_INDENTED = 4.0  # points by which words stand left of the answers that are none of them


def lines_to_choose(layout: Layout, lines: Sequence[Box]) -> dict[Box, Box]:
    """The lines before answers that are chosen from -> the room for a mark on each."""
    short = sorted((b for b in lines if width(b) <= _LONGEST), key=lambda b: (round(b[3]), b[0]))
    before = {b: item for b in short if (item := _item(layout, b)) is not None}
    runs: list[list[Box]] = []
    for line in before:
        last = next((r for r in runs if _goes_on(layout, r, line, before)), None)
        if last is not None:
            last.append(line)
        elif _begins_row(layout, line) or _asks_to_choose(_words_before(layout, line)):
            runs.append([line])
    chosen = [r for r in runs if len(r) >= _FEWEST and _asks_to_choose(_asked(layout, r[0]))]
    return {line: _room(layout, line) for run in chosen for line in run}


def _item(layout: Layout, line: Box) -> Word | None:
    """The first word of what stands right behind a line."""
    seat = seat_of(line)
    level = [w for w in layout.words if same_row(w.box, seat) and any(c.isalnum() for c in w.text)]
    behind = [w for w in level if -1 <= w.box[0] - line[2] < _BEHIND]
    return min(behind, key=lambda w: w.box[0], default=None)


def _begins_row(layout: Layout, line: Box) -> bool:
    return not _words_before(layout, line)


def _words_before(layout: Layout, line: Box) -> str:
    seat = seat_of(line)
    return " ".join(w.text for w in layout.words if same_row(w.box, seat) and w.box[2] <= line[0] + 1)


def _goes_on(layout: Layout, run: Sequence[Box], line: Box, items: Mapping[Box, Word]) -> bool:
    """Whether a line is beside the last of a run, or under the first of its rows, with the answers' words between."""
    last = run[-1]
    if abs(last[3] - line[3]) < _LEVEL:
        return _is_beside(layout, last, line, items[last])
    over = next((b for b in reversed(run) if same_column(b, line, _LEVEL)), None)
    return over is not None and _is_under(layout, over, line, items[over])


def _is_beside(layout: Layout, last: Box, line: Box, item: Word) -> bool:
    """Whether a line as long stands well apart from the answer of the one before it: "____ Yes   ____ No"."""
    seat = seat_of(line)
    before = [w.box[2] for w in layout.words if same_row(w.box, seat) and w.box[2] <= line[0] + 1]
    alike = abs(width(last) - width(line)) < _LEVEL and item.box[2] <= line[0]
    return alike and line[0] - max(before, default=0.0) >= _BESIDE


def _is_under(layout: Layout, last: Box, line: Box, item: Word) -> bool:
    """Whether a line is under another, with nothing between but the words of that one's answer."""
    if not 0 < line[1] - last[1] < _PITCH:
        return False
    between = (w for w in layout.words if last[3] + 1 < (w.box[1] + w.box[3]) / 2 < seat_of(line)[1])
    return not any(w.box[0] < item.box[0] - _INDENTED and any(c.isalnum() for c in w.text) for w in between)


def _asked(layout: Layout, first: Box) -> str:
    """The words before the first line in its row, or those over it."""
    if before := _words_before(layout, first):
        return before
    top = seat_of(first)[1]
    over = rows([w for w in layout.words if 0 <= top - w.box[3] + 4 < _OVER + _ASKED_IN * 14])
    near = bool(over) and top - max(w.box[3] for w in over[-1]) < _OVER
    return " ".join(w.text for row in over[-_ASKED_IN:] for w in row) if near else ""


def _asks_to_choose(text: str) -> bool:
    return (says_one(text) or says_any(text)) and not asks_for_each(text)


def _room(layout: Layout, line: Box) -> Box:
    """Where a mark is made: over a rule, no higher than the words over it."""
    if height(line) >= _FLAT:
        return line
    bottom = line[3] + 1.5
    over = [w.box[3] for w in layout.words if w.box[0] < line[2] and w.box[2] > line[0] and w.box[3] <= bottom - 5]
    return (line[0], max([bottom - _ROOM - 1.5, *over]), line[2], bottom)
