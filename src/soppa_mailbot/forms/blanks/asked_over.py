"""The text that a run of boxes answers: left of it, in the cell before it, or the line over it."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.blanks.place_labels import cell_label
from soppa_mailbot.forms.blanks.wrapped_question import ITEM, wrapped
from soppa_mailbot.forms.common.geometry import area_or_one, beside, center, common, height, holds
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.naming.party import heading_party, is_heading
from soppa_mailbot.forms.pages.columns import apart, ruled_apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word

LETTER = 24.0  # points from an item's letter to its box
_WORD_GAP = 0.7  # heights of a word between two words of one line of a paragraph
_OVER_PLACE = 12.0  # points from a label down to its place
_BESIDE = 14.0  # points up or down from a box to a line beside it
_SHARED = 0.3  # of a box's height beside the line of a word
LEVEL = 3.0  # points by which boxes of one row may differ
QUESTION_REACH = 60.0  # points from the first box up to its question


def label_cell(layout: Layout, cell: int) -> int | None:
    """The text cell that heads the row, when it holds no box itself."""
    for index in layout.neighbours_left(cell):
        if layout.cell_text(index) and not any(
            common(layout.cells[index], b) > 0.5 * area_or_one(b) for b in layout.boxes_to_tick
        ):
            return index
    return None


def item_letter(tick: Tick, free: Sequence[Word]) -> set[int]:
    """The letter or number of an item right before its box, where its line has nothing else there: "(a) [ ] Grades"."""
    y = center(tick.box)[1]
    before = [w for w in free if w.box[1] - 1 <= y <= w.box[3] + 1 and w.box[2] <= tick.box[0] + 2]
    alone = len(before) == 1 and tick.box[0] - before[0].box[2] < LETTER and ITEM.fullmatch(before[0].text)
    return {id(before[0])} if alone else set()


def is_level(word: Box, box: Box) -> bool:
    """Whether a word stands before a box or behind it, or one of the two lines between which the box is drawn."""
    middle = center(box)[1]
    shared = min(word[3], box[3]) - max(word[1], box[1])
    return word[1] - 1 <= middle <= word[3] + 1 or shared > _SHARED * height(box)


def question_of(layout: Layout, run: Sequence[Tick], free: Sequence[Word]) -> str:
    """The text that a run of boxes answers: left of it, in the cell before it, or the line over it."""
    first = run[0].box
    across = asked_across(layout, first, free)
    free = across or [w for w in free if not apart(layout.gutters, w.box, first)]
    cell = layout.index.at(center(first))
    if cell is not None:
        inside = [w for w in free if layout.index.at(center(w.box)) == cell and w.box[1] < first[3]]
        framed = bool(inside) and _framed(layout, first, cell)
        if inside and not framed:
            return tidy(" ".join(w.text for row in _from_item(rows(inside)) for w in row))
        label = None if framed else label_cell(layout, cell)
        if label is not None:
            return tidy(layout.cell_text(label))
        if not framed and len({layout.index.at(center(t.box)) for t in run}) == 1:
            label_text = cell_label(layout, cell)
            if label_text and label_text not in {t.option for t in run}:
                return tidy(label_text)
    before = [w for w in free if is_level(w.box, first) and w.box[2] <= first[0] + 2]
    letters = item_letter(run[0], before)
    if before and len(letters) < len(before):
        left = _with_ends(rows(free), first)
        return tidy(" ".join(w.text for w in wrapped(before, left, [*layout.boxes_to_tick, *layout.underscores])))
    top = min(t.box[1] for t in run)
    over = [w for w in _without_neighbours(layout, run, free) if 0 <= top - w.box[3] + 4 < QUESTION_REACH]
    if not over:
        return ""
    return _last_sentences(rows(over), top)


def _with_ends(lines: Sequence[Sequence[Word]], first: Box) -> list[Word]:
    """The words left of a box, and of the lines over it those that run on over it: a paragraph's, not a column's."""
    out: list[Word] = []
    for line in lines:
        last: Word | None = None
        for word in line:
            if word.box[2] > first[0] + 2:
                runs_on = last is not None and word.box[0] - last.box[2] < _WORD_GAP * height(word.box)
                if not runs_on or word.box[3] > first[1] + 1:
                    break
            out.append(word)
            last = word
    return out


def _framed(layout: Layout, first: Box, cell: int) -> bool:
    """Whether a cell is a frame around several questions: places to write into stand in it over the first box."""
    frame = layout.cells[cell]
    return any(holds(frame, center(b)) for b in (*layout.written_on, *layout.underscores) if b[3] < first[1])


def _from_item(over: list[list[Word]]) -> list[list[Word]]:
    """The lines from the last that begins with a number on: over it stand a frame's heading and its other questions."""
    last = max((n for n, row in enumerate(over) if ITEM.fullmatch(row[0].text)), default=0)
    return over[last:]


def _without_neighbours(layout: Layout, run: Sequence[Tick], free: Sequence[Word]) -> list[Word]:
    """The words without the labels of places to write on: over one beside the boxes or over them, or before one."""
    first = run[0].box
    beside_them = [b for b in layout.written_on if b[0] > first[2] and abs(center(b)[1] - center(first)[1]) < _BESIDE]
    theirs = {
        id(w)
        for p in layout.pieces
        if p.box[0] > first[2] and any(abs(p.box[0] - b[0]) < LEVEL for b in beside_them)
        for w in p.words
    }
    above = [b for b in layout.written_on if b[3] <= min(t.box[1] for t in run) + 2]
    theirs |= {
        id(w)
        for p in layout.pieces
        if any(abs(p.box[0] - b[0]) < 2 * LEVEL and -LEVEL <= b[1] - p.box[3] < _OVER_PLACE for b in above)
        for w in p.words
    }
    lines_over = [b for b in (*above, *layout.underscores) if b[3] <= min(t.box[1] for t in run) + 2]
    theirs |= {
        id(w)
        for p in layout.pieces
        if any(beside(p.box, b) and -2 <= b[0] - p.box[2] < _OVER_PLACE for b in lines_over)
        for w in p.words
    }
    return [w for w in free if id(w) not in theirs]


def asked_across(layout: Layout, first: Box, free: Sequence[Word]) -> list[Word]:
    """The words of a line that ends with a question right before its boxes, though what looks like columns parts them.

    Not across a drawn rule, nor where the question has a place of its own; else none.
    """
    y = center(first)[1]
    level = sorted(
        (w for w in free if w.box[1] - 1 <= y <= w.box[3] + 1 and w.box[2] <= first[0] + 2), key=lambda w: w.box[2]
    )
    if not level or not level[-1].text.rstrip(")").endswith("?") or ruled_apart(layout.gutters, level[-1].box, first):
        return []
    end = level[-1].box[2]
    places = [*layout.written_on, *layout.underscores]
    own = any(b[1] - 1 <= y <= b[3] + 1 and end - 2 <= b[0] < first[0] for b in places)
    return [] if own or not apart(layout.gutters, level[-1].box, first) else level


def _last_sentences(over: list[list[Word]], top: float) -> str:
    """The nearest paragraph over the boxes, without the heading over it; at most three lines."""
    out: list[list[Word]] = []
    for row in reversed(over):
        text = " ".join(w.text for w in row)
        if out and (
            out[0][0].box[1] - row[0].box[3] > 0.6 * height(row[0].box) or is_heading(text) or heading_party(text)
        ):
            break
        out.insert(0, row)
        if len(out) == 3 or ITEM.fullmatch(row[0].text):
            break
    return tidy(" ".join(w.text for row in out for w in row))
