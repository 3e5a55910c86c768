"""The words of each box to tick: behind it, on the lines under them, or before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot.forms.blanks.option_lines import (
    FIRST_WORD,
    begun_below,
    end_of_sentence,
    further_lines,
    up_to_next_box,
)
from soppa_mailbot.forms.common.geometry import beside, center
from soppa_mailbot.forms.common.labels import tidy, with_follow_up
from soppa_mailbot.forms.common.lines import rows, spaced
from soppa_mailbot.forms.common.opposites import before_boxes, goes_on
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.columns import apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.trailing import are_trailing, parted
from soppa_mailbot.model import Box, Word

_NEXT_WORD = 22.0  # points between two words of one option


def behind_their_words(layout: Layout, ticks: Sequence[Tick]) -> dict[str, Sequence[Word]]:
    """Boxes of rows such as "Yes [ ]   No [ ]", with the end of the sentence that they stand in."""
    out: dict[str, Sequence[Word]] = {}
    levels = [[ticks[int(w.text)] for w in row] for row in rows([Word(str(n), t.box) for n, t in enumerate(ticks)])]
    for cell, line in _of_one_column(layout, levels):
        before = [" ".join(w.text for w in _words_before(layout, t.box, ticks, cell)) for t in line]
        edge = layout.cells[cell][2] if cell is not None else layout.page.width
        after = _first_line(layout, line[-1].box, edge)
        behind = " ".join(w.text for w in after)
        if are_trailing(before, behind):
            out.update({t.id: after if t is line[-1] and before_boxes(before, behind) else () for t in line})
    return out


def _of_one_cell(layout: Layout, lines: Sequence[Sequence[Tick]]) -> Iterator[tuple[int | None, list[Tick]]]:
    """The boxes of each line cell by cell; those of a line partly in cells and partly not are of several questions."""
    for line in lines:
        cells = [layout.index.at(center(t.box)) for t in line]
        if None in cells and len(set(cells)) > 1:
            continue
        for cell in dict.fromkeys(cells):
            yield cell, [t for t, c in zip(line, cells, strict=True) if c == cell]


def _of_one_column(layout: Layout, lines: Sequence[Sequence[Tick]]) -> Iterator[tuple[int | None, list[Tick]]]:
    """As `_of_one_cell`, in parts where columns part them: those are of several questions."""
    for cell, line in _of_one_cell(layout, lines):
        run = line[:1]
        for before, tick in pairwise(line):
            if apart(layout.gutters, before.box, tick.box):
                yield cell, run
                run = []
            run.append(tick)
        yield cell, run


def _words_of_option(words: Sequence[Word]) -> list[Word]:
    """Of the words before a row's first box those that are its option, not the question before it."""
    option = parted(" ".join(w.text for w in words))[1].split()
    return list(words[len(words) - len(option) :]) if option else list(words)


def with_option(
    layout: Layout,
    tick: Tick,
    ticks: Sequence[Tick],
    taken: Sequence[Box],
    used: set[int],
    rest: Sequence[Word] | None,
) -> Tick:
    """The box with its words; `rest` is given for one that stands behind them: how their sentence goes on."""
    cell = layout.index.at(center(tick.box))
    right_edge = layout.cells[cell][2] if cell is not None else layout.page.width
    middle = center(tick.box)[1]
    level = [b for b in [*(t.box for t in ticks), *taken] if b[1] - 2 <= middle <= b[3] + 2 and b[0] > tick.box[2] - 1]
    right_edge = min([right_edge, *(b[0] for b in level)])
    found = [] if rest is not None else _first_line(layout, tick.box, right_edge)
    if rest is not None:
        found = [*_words_of_option(_words_before(layout, tick.box, ticks, cell)), *rest]
    elif found:
        further = further_lines(layout, tick.box, found, right_edge, ticks)
        found += further or up_to_next_box(layout, tick.box, found, ticks)
    else:
        found = begun_below(layout, tick.box, ticks, right_edge) or _words_before(layout, tick.box, ticks, cell)
    if found and goes_on(" ".join(w.text for w in found)):
        found += end_of_sentence(layout, tick.box, found, [*(t.box for t in ticks), *taken])
    used.update(id(w) for w in found)
    words = tidy(" ".join(w.text for w in found))
    if found and any(0 <= b[0] - found[-1].box[2] < FIRST_WORD and beside(found[-1].box, b) for b in taken):
        words = tidy(with_follow_up(spaced(found))[0])
    return replace(tick, option=tick.option or words)


def _first_line(layout: Layout, box: Box, right_edge: float) -> list[Word]:
    """The words of a box on its line, as far as they follow each other."""
    middle = center(box)[1]
    level = sorted(
        (w for w in layout.words if w.box[1] - 1 <= middle <= w.box[3] + 1 and w.box[0] >= box[2] - 2),
        key=lambda w: w.box[0],
    )
    out: list[Word] = []
    at, reach = box[2], FIRST_WORD
    for word in level:
        if word.box[0] - at > reach or center(word.box)[0] > right_edge:
            break
        out.append(word)
        at, reach = word.box[2], _NEXT_WORD
    return out


def _words_before(layout: Layout, box: Box, ticks: Sequence[Tick], cell: int | None) -> list[Word]:
    middle = center(box)[1]
    left_edge = layout.cells[cell][0] if cell is not None else 0.0
    left_edge = max([left_edge, *(t.box[2] for t in ticks if t.box[2] <= box[0] and t.box[1] <= middle <= t.box[3])])
    level = sorted(
        (
            w
            for w in layout.words
            if w.box[1] - 1 <= middle <= w.box[3] + 1 and left_edge - 1 <= w.box[0] and w.box[2] <= box[0] + 2
        ),
        key=lambda w: -w.box[2],
    )
    out: list[Word] = []
    at, reach = box[0], FIRST_WORD
    for word in level:
        if at - word.box[2] > reach:
            break
        out.insert(0, word)
        at, reach = word.box[0], _NEXT_WORD
    return out
