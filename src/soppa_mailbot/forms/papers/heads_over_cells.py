"""Answers under labels that stand side by side: "Street | City" over the two cells to write in, and the table ends.

Read word by word, both labels come before both answers, on another program's pages and in a Word file that was made of
the form: whose an answer is, is told by the label over it. Where a table has several rows to write in under its heads,
a vendor may have added or taken out some; there nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.papers.like_cells import At, Cells, Tables, known_cells
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Page, Paragraph

FlowAt = tuple[int, int, int]  # table, row, column
Cell = TypeVar("Cell")


class Grid(Cells[Cell], Protocol[Cell]):
    """The tables of a paper, cell by cell."""

    def in_row(self, cell: Cell) -> list[Cell]:
        """The cells of a row, from the left."""
        ...

    def under(self, cell: Cell) -> Cell | None:
        """The cell that lies right under a cell, in its column."""
        ...


@dataclass(frozen=True, slots=True)
class FlowTables:
    """The tables of a Word file, by the columns that each of their rows has."""

    columns: Mapping[tuple[int, int], tuple[int, ...]]

    @classmethod
    def of(cls, flow: Iterable[Paragraph]) -> FlowTables:
        rows: dict[tuple[int, int], set[int]] = {}
        for paragraph in flow:
            if paragraph.cell is not None:
                rows.setdefault(paragraph.cell[:2], set()).add(paragraph.cell[2])
        return cls({row: tuple(sorted(columns)) for row, columns in rows.items()})

    def at(self, token: Token) -> FlowAt | None:
        return token.cell

    def in_row(self, cell: FlowAt) -> list[FlowAt]:
        return [(cell[0], cell[1], column) for column in self.columns.get(cell[:2], ())]

    def under(self, cell: FlowAt) -> FlowAt | None:
        below = (cell[0], cell[1] + 1, cell[2])
        return below if self.columns.get(below[:2]) == self.columns.get(cell[:2]) else None


def under_heads(comparison: Comparison, blank: Iterable[Page], paper: Grid[Cell]) -> dict[int, str]:
    """The paper's words that are not the form's own and lie right under a label of a row of them: number -> Slot.id."""
    ours = Tables.of(blank)
    known = known_cells(comparison, ours, paper)
    if not known:
        return {}
    said = {cell for token in comparison.blank.tokens if (cell := ours.at(token)) is not None}
    labels = set(known.values())
    rooms: dict[Cell, list[str]] = {}
    over = {under: cell for cell in known if (under := _answered_in(cell, ours, said)) is not None}
    for slot in comparison.blank.slots:
        index = ours.pages.get(slot.page)
        number = index.at(center(slot.box)) if index is not None and slot.box is not None else None
        label = over.get((slot.page, number)) if number is not None and slot.kind != "check" else None
        room = paper.under(known[label]) if label is not None else None
        if label is None or room is None or room in labels:
            continue
        widths = {len(ours.in_row(label)), len(paper.in_row(known[label])), len(paper.in_row(room))}
        if len(widths) == 1:
            rooms.setdefault(room, []).append(slot.id)
    own = {j for j in comparison.to_paper if j >= 0}
    out: dict[int, str] = {}
    for number, token in enumerate(comparison.paper):
        at = None if number in own else paper.at(token)
        if at is not None and len(rooms.get(at, ())) == 1:
            out[number] = rooms[at][0]
    return out


def _answered_in(label: At, ours: Tables, said: set[At]) -> At | None:
    """The empty cell under a label in a row of nothing but labels, over a row of nothing but cells to write in."""
    under = ours.under(label)
    if under is None:
        return None
    labels, cells = ours.in_row(label), ours.in_row(under)
    if not len(labels) == len(cells) > 1 or not all(c in said for c in labels) or any(c in said for c in cells):
        return None
    below = [ours.under(c) for c in cells]
    return under if all(c is None or c in said for c in below) else None
