"""Empty cells and lines of a blank's pages that are no place: what is not known to be asked cannot be found missing.

The corner of a table is empty in many forms. Where words stand before an empty cell, or several are empty, something
was not understood, and no copy is called complete.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.blanks.acroform import usable
from soppa_mailbot.forms.common.geometry import (
    area,
    center,
    common,
    gap,
    grown,
    height,
    holds,
    same_column,
    same_row,
    width,
)
from soppa_mailbot.forms.common.margins import in_foot, in_head
from soppa_mailbot.forms.naming.party_rows import beside_parties
from soppa_mailbot.forms.pages.categories import as_above
from soppa_mailbot.forms.pages.combs import combs
from soppa_mailbot.forms.pages.layout import Layout, layout_of
from soppa_mailbot.forms.pages.leaders import leads_to
from soppa_mailbot.forms.pages.left_over import NUMBER, ends_a_block, ends_a_column, heads_numbers, holds_a_picture
from soppa_mailbot.forms.pages.shaded_cells import unshaded
from soppa_mailbot.forms.pages.underscores import underscores
from soppa_mailbot.model import Box, Document, Place

_NARROWEST, _LOWEST = 24.0, 9.0  # points of a cell to write in
_COVERED = 0.2  # share of the smaller of a cell and a place that both have in common
_AROUND = 3.0  # points over and under a line within which its place lies
_TOUCH = 3.0  # points between cells that touch
_CORNERS = 1  # empty cells of a page with no words before them that are just that


def unknown_cells(document: Document, places: Sequence[Place]) -> int:
    """How many empty cells of flat pages nobody knows a question for. A form of fields says by them what it asks."""
    if usable(document.fields):
        return 0
    return sum(
        _unknown(layout_of(page), [p.box for p in places if p.page == page.number and p.box]) for page in document.pages
    )


def unknown_lines(document: Document, places: Sequence[Place]) -> int:
    """How many lines to write on of flat pages lie in no place. Those that go on over the page are none."""
    if usable(document.fields):
        return 0
    found = 0
    before: Layout | None = None
    for page in document.pages:
        layout = layout_of(page)
        boxes = [p.box for p in places if p.page == page.number and p.box]
        ticks = [p.box for p in places if p.page == page.number and p.kind == "check" and p.box]
        lines = [b for b in underscores(layout) if width(b) >= _NARROWEST and not leads_to(b, ticks)]
        goes_on = before is not None and _ends_with_line(before)
        for line in lines:
            first = not any(w.box[3] < line[1] and not in_head(page, w.box) for w in layout.words)
            if not (first and goes_on) and not any(common(grown(line, 1.0, _AROUND), box) > 0 for box in boxes):
                found += 1
        before = layout
    return found


def _ends_with_line(layout: Layout) -> bool:
    """Whether the last thing on a page, but for its foot, is a line to write on."""
    lowest = max((b[3] for b in underscores(layout)), default=0.0)
    return lowest > 0 and not any(w.box[1] > lowest and not in_foot(layout.page, w.box) for w in layout.words)


def _unknown(layout: Layout, places: Sequence[Box]) -> int:
    asked = corners = 0
    heads = beside_parties(layout) | combs(layout)[1]  # what only fills up the row of a comb asks nothing
    bare = [i for i in range(len(layout.cells)) if not layout.cell_text(i)]
    heads |= {*bare} - {*unshaded(layout, bare)}
    boxes = [*places, *layout.tick_boxes]
    answered = [i for box in boxes if (i := layout.index.at(center(box))) is not None]
    heads |= ends_a_block(layout, {i for b in layout.boxes_to_tick if (i := layout.index.at(center(b))) is not None})
    labelled = {i for i in answered if layout.cell_text(i)}
    for index, cell in enumerate(layout.cells):
        if (
            index in heads
            or layout.cell_text(index)
            or width(cell) < _NARROWEST
            or not _LOWEST <= height(cell) <= 0.5 * layout.page.height
        ):
            continue
        if as_above(layout, index, answered) or _is_corner(layout, index) or layout.is_half_a_bar(cell):
            continue
        if _is_without_number(layout, index) or heads_numbers(layout, index):
            continue
        if holds_a_picture(layout, cell) or ends_a_column(layout, index, labelled):
            continue
        known = any(common(cell, place) > _COVERED * min(area(place), area(cell)) for place in places)
        if known or any(holds(cell, center(box)) for box in layout.tick_boxes):
            continue
        if any(any(c.isalpha() for c in layout.cell_text(i)) for i in layout.neighbours_left(index)[:1]):
            asked += 1
        else:
            corners += 1
    return asked + (corners if corners > _CORNERS else 0)


def _is_without_number(layout: Layout, index: int) -> bool:
    """Whether a cell begins a row that has no number in a table whose other rows are numbered there."""
    cell = layout.cells[index]
    if layout.neighbours_left(index):
        return False
    column = [i for i, c in enumerate(layout.cells) if same_column(c, cell)]
    said = [text for i in column if (text := layout.cell_text(i))]
    return bool(said) and all(NUMBER.fullmatch(text) for text in said)


def _is_corner(layout: Layout, index: int) -> bool:
    """Whether a cell begins the row of heads over a table: white or grey, left of "Third party | Purpose"."""
    cell = layout.cells[index]
    row = [i for i, c in enumerate(layout.cells) if i != index and same_row(c, cell)]
    over = any(abs(c[3] - cell[1]) <= _TOUCH and gap(c, cell)[0] == 0 for c in layout.cells)
    under = any(abs(c[1] - cell[3]) <= _TOUCH and same_column(c, cell) for c in layout.cells)
    heads = len(row) > 1 and all(layout.cells[i][0] > cell[0] and layout.cell_text(i) for i in row)
    return heads and under and not over
