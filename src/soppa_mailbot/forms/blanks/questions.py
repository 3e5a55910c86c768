"""Boxes to tick: the words of each box, and which boxes answer one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.blanks.asked_over import question_of
from soppa_mailbot.forms.blanks.boxes_in_cells import from_table
from soppa_mailbot.forms.blanks.option_words import behind_their_words, with_option
from soppa_mailbot.forms.blanks.runs_of_boxes import cell_asks, together
from soppa_mailbot.forms.blanks.split_runs import across, by_columns_asked, in_panels, with_further_lines
from soppa_mailbot.forms.blanks.stacked_cells import with_stacked
from soppa_mailbot.forms.common.choice_words import made_one_by_one
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.columns import column_by_column
from soppa_mailbot.forms.pages.heads import under_heads
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.paired_cells import with_paired
from soppa_mailbot.model import Box, Word


def with_questions(layout: Layout, ticks: Sequence[Tick], taken: Sequence[Box] = ()) -> list[Tick]:
    """The boxes in reading order with their words, and with one group for those that answer one question.

    `taken` are the places to write into; words beside a box end where one of them starts.
    """
    ordered = _in_order(layout, ticks)
    if not ordered:
        return []
    layout.ticked = [t.box for t in ordered]
    used: set[int] = set()
    behind = behind_their_words(layout, ordered)
    told = [with_option(layout, t, ordered, taken, used, behind.get(t.id)) for t in ordered]
    told = with_stacked(layout, with_paired(layout, told, used), taken, used)
    told = under_heads(layout, from_table(layout, told), used)
    free = [w for w in layout.words if id(w) not in used and id(w) not in layout.running_head]
    return _grouped(layout, _cell_by_cell(layout, told, free), free)


def _in_order(layout: Layout, ticks: Sequence[Tick]) -> list[Tick]:
    by_box = {Word(str(i), t.box): t for i, t in enumerate(ticks)}
    read = [by_box[w] for row in rows(list(by_box)) for w in row]
    return column_by_column(layout.gutters, read, lambda t: t.box)


def _cell_by_cell(layout: Layout, ticks: Sequence[Tick], free: Sequence[Word]) -> list[Tick]:
    """The boxes of a cell that asks its own question, or holds several, one after the other, though another cell's
    stand beside them."""
    cells = [layout.index.at(center(t.box)) for t in ticks]
    asking = {
        c
        for c, t in zip(cells, ticks, strict=True)
        if c is not None and (cells.count(c) > 1 or cell_asks(layout, t, c, free))
    }
    places = [(cells.index(c) if c in asking else n, n) for n, c in enumerate(cells)]
    order = [n for _, n in sorted(places)]
    return [ticks[n] for n in order]


def _grouped(layout: Layout, ticks: Sequence[Tick], free: list[Word]) -> list[Tick]:
    ticks = in_panels(layout, ticks)
    runs: list[list[Tick]] = []
    for tick in ticks:
        run = next((r for r in runs if tick.group and r[0].group == tick.group), None)
        if (
            run is None
            and not tick.group
            and runs
            and not runs[-1][-1].group
            and together(layout, runs[-1], tick, free)
        ):
            run = runs[-1]
        if run is None:
            runs.append([tick])
        else:
            run.append(tick)
    out: list[Tick] = []
    asked = with_further_lines([by_columns_asked(run, free) for run in across(layout, runs, free)])
    for number, (run, words) in enumerate(asked, 1):
        question = next((t.question for t in run if t.question), "") or question_of(layout, run, words).lstrip(".,; ")
        cells = {layout.index.at(center(t.box)) for t in run} if layout.initialled else {None}
        statements = made_one_by_one(question, [t.option for t in run]) or cells <= layout.initialled.keys()
        for index, tick in enumerate(run, 1):
            group = tick.group or (f"p{layout.page.number}g{number}" + (f".{index}" if statements else ""))
            out.append(replace(tick, group=group, question="" if statements else question))
    return out
