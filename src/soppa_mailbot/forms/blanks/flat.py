"""Places of a page that is to be printed, or typed over: underscores, rules, empty cells, boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass

from soppa_mailbot.forms.blanks.arrow_prompts import arrow_prompts
from soppa_mailbot.forms.blanks.empty_cells import empty_cells, in_cell, in_comb, in_teeth, stacked
from soppa_mailbot.forms.blanks.labelled_cells import labelled_cells
from soppa_mailbot.forms.blanks.lines_to_choose import lines_to_choose
from soppa_mailbot.forms.blanks.spots import Spot, is_signed
from soppa_mailbot.forms.blanks.written_lines import on_lines
from soppa_mailbot.forms.common.geometry import center, grown, holds, union
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.common.told_boxes import is_told_on_page
from soppa_mailbot.forms.naming.party_rows import beside_parties
from soppa_mailbot.forms.pages.captions import captioned
from soppa_mailbot.forms.pages.categories import as_above
from soppa_mailbot.forms.pages.combs import combs, lone_combs
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.left_over import ends_a_block, ends_a_column, heads_numbers
from soppa_mailbot.forms.pages.open_combs import with_open_combs
from soppa_mailbot.forms.pages.ruled_options import ruled_options
from soppa_mailbot.forms.pages.shaded_cells import unshaded
from soppa_mailbot.forms.pages.shared_lines import parted
from soppa_mailbot.forms.pages.underscores import ticked_underscores, underscores
from soppa_mailbot.forms.pages.written_rules import written_rules
from soppa_mailbot.model import Box

_TOUCHES = 3.0  # points between the borders of neighbouring cells
_ROWS_BESIDE = 2  # of a table to tick in


@dataclass(frozen=True)
class _Cells:
    """What is filled in among a page's cells."""

    empty: list[int]  # written into; numbers of the layout's cells
    toothed: list[list[int]]  # combs of cells: a letter in each
    drawn: list[list[Box]]  # combs that are no cells of a table
    small: dict[int, tuple[str, Box]]  # cells that hold their own label in small print -> it, and the room below
    marked: list[Tick]  # to be marked, with an X


def places_of(layout: Layout) -> tuple[list[Spot], list[Tick]]:
    """Places to write into and boxes to tick of a flat page."""
    written = underscores(layout)
    short = ticked_underscores(layout, written)
    written = [b for b in written if b not in short]
    ruled = ruled_options(layout)
    lines = with_open_combs(written + written_rules(layout, [*written, *ruled]), layout)
    lines = parted(layout, lines)
    pointed = arrow_prompts(layout, lines)
    chosen = lines_to_choose(layout, lines)
    lines = [b for b in lines if b not in chosen]
    # "____ No. Reason: ______": what follows a line to mark is asked behind a box, as behind a drawn one
    marked = [*short, *ruled, *chosen.values()]
    layout.ticked = [*layout.ticked, *(b for b in marked if b not in layout.ticked)]
    drawn = [b for b in layout.tick_boxes if not is_told_on_page(b, layout.words)]
    ticks = _numbered(layout, [*drawn, *marked])
    cells = _cells(layout, [*lines, *(s.box for s in pointed)], ticks)
    ticks += cells.marked
    rows_of_teeth = [union(comb[0], comb[-1]) for comb in cells.drawn]
    layout.find_columns([*lines, *(layout.cells[i] for i in cells.empty), *rows_of_teeth])
    spots = on_lines(layout, lines) + pointed
    spots += stacked([in_cell(layout, i) for i in cells.empty], layout)
    spots += [in_comb(layout, comb) for comb in cells.toothed]
    spots += [in_teeth(layout, comb) for comb in cells.drawn]
    spots += [Spot(room, tidy(label), is_signed(label)) for label, room in cells.small.values()]
    spots += labelled_cells(layout, spots, ticks)
    return [s for s in spots if s.label], ticks


def _cells(layout: Layout, lines: Sequence[Box], ticks: Sequence[Tick]) -> _Cells:
    """What is filled in among the cells of a page that also has `lines` to write on and boxes to tick."""
    teeth = [box for comb in layout.drawn_combs for box in comb]
    other = [*lines, *teeth, *(t.box for t in ticks)]
    empty = unshaded(layout, empty_cells(layout, other))
    toothed, rest = combs(layout)
    in_combs = {i for comb in toothed for i in comb}
    taken = rest | beside_parties(layout) | in_combs
    empty = [i for i in empty if i not in taken]
    marks = [i for i in empty if layout.for_marks(i)]
    marked = _numbered(layout, (grown(layout.cells[i], -1.0) for i in marks), ticks)
    ticked = [*ticks, *marked]
    boxed = [i for t in ticked if (i := layout.index.at(center(t.box))) is not None]
    empty = [i for i in empty if i not in marks and not as_above(layout, i, [*empty, *marks, *boxed])]
    empty = [i for i in empty if not _is_beside_rows(layout, i, [*marks, *boxed])]
    held = [*lines, *teeth, *(t.box for t in ticked), *layout.ticked]
    over = ends_a_block(layout, {i for b in held if (i := layout.index.at(center(b))) is not None})
    empty = [i for i in empty if i not in over]
    lined = {j for line in lines if (j := layout.index.at(center(line))) is not None and layout.cell_words.get(j)}
    empty = [i for i in empty if not (ends_a_column(layout, i, lined) or heads_numbers(layout, i))]
    small = captioned(layout, [*lines, *teeth, *(t.box for t in ticked), *layout.ticked], empty)
    rooms = [room for _, room in small.values()]  # the box to write into that a cell holds under its print is its room
    empty = [i for i in empty if not any(layout.names(c, i) for c in small)]
    empty = [i for i in empty if not any(holds(layout.cells[i], center(room)) for room in rooms)]
    drawn = [comb for comb in layout.drawn_combs if layout.index.at(center(comb[0])) not in in_combs]
    # a comb of drawn boxes may be cells of the page as well
    alone = [comb for comb in lone_combs(layout) if not any(holds(t, center(layout.cells[comb[0]])) for t in teeth)]
    empty = [i for i in empty if not any(i in comb for comb in alone)]
    drawn += [[layout.cells[i] for i in comb] for comb in alone]
    return _Cells(empty, toothed, drawn, small, marked)


def _is_beside_rows(layout: Layout, index: int, marked: Sequence[int]) -> bool:
    """Whether an empty cell without a head is what a table leaves over beside several rows to tick in."""
    cell = layout.cells[index]
    rows = {
        round(layout.cells[i][1])
        for i in marked
        if abs(layout.cells[i][2] - cell[0]) < _TOUCHES and cell[1] - _TOUCHES < center(layout.cells[i])[1] < cell[3]
    }
    return len(rows) >= _ROWS_BESIDE and not layout.cell_text(index) and not layout.head_text(index)


def _numbered(layout: Layout, boxes: Iterable[Box], known: Sized = ()) -> list[Tick]:
    """Boxes to tick with their ids, behind those that are known."""
    return [Tick(f"p{layout.page.number}:box{n}", box) for n, box in enumerate(boxes, len(known) + 1)]
