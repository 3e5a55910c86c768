"""Cells of a paper's tables that are those of the blank's pages, however broad and high another program drew them.

Exported by Google Docs, or from the Word file on another machine, rows are higher and columns narrower: where a cell
must lie is told by its row's own words and by what heads its column, not by its distance from either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from soppa_mailbot.forms.common.geometry import center, same_column, same_row
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.pages.cells import CellIndex, table_index
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box, Page

At = tuple[int, int]  # page, number of the cell in its `CellIndex`
_TOUCH = 3.0  # points between two cells of a row
_SHARED = 0.8  # of the narrower of two cells of one column


Cell = TypeVar("Cell", covariant=True)


class Cells(Protocol[Cell]):
    """The tables of a paper: pages with drawn cells, or a Word file."""

    def at(self, token: Token) -> Cell | None:
        """The cell in which a word stands."""
        ...


@dataclass(frozen=True, slots=True)
class Tables:
    """The cells of pages, and those that hold words of the form."""

    pages: Mapping[int, CellIndex]

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Tables:
        return cls({p.number: table_index(p.marks) for p in pages})

    def at(self, token: Token) -> At | None:
        if token.box is None or token.page not in self.pages:
            return None
        found = self.pages[token.page].at(center(token.box))
        return None if found is None else (token.page, found)

    def box(self, cell: At) -> Box:
        return self.pages[cell[0]].cells[cell[1]]

    def in_row(self, cell: At) -> list[At]:
        """The cells of a row, from the left."""
        here = self.box(cell)
        level = [(cell[0], n) for n, c in enumerate(self.pages[cell[0]].cells) if same_row(c, here)]
        return sorted(level, key=lambda at: self.box(at)[0])

    def under(self, cell: At) -> At | None:
        """The cell that touches a cell from below and is as broad."""
        here = self.box(cell)
        cells = enumerate(self.pages[cell[0]].cells)
        return next(((cell[0], n) for n, c in cells if abs(c[1] - here[3]) <= _TOUCH and same_column(c, here)), None)


def in_like_cells(comparison: Comparison, blank: Iterable[Page], paper: Iterable[Page]) -> dict[int, str]:
    """The paper's words that are not the form's own and lie in a cell which is a place's: number -> Slot.id."""
    ours, theirs = Tables.of(blank), Tables.of(paper)
    known = known_cells(comparison, ours, theirs)
    if not known:
        return {}
    labels = set(known.values())
    rooms: dict[At, list[str]] = {}
    for slot in comparison.blank.slots:
        index = ours.pages.get(slot.page)
        number = index.at(center(slot.box)) if index is not None and slot.box is not None else None
        if number is None or (slot.page, number) in known:
            continue
        room = _room((slot.page, number), ours, theirs, known)
        if room is not None and room not in labels:
            rooms.setdefault(room, []).append(slot.id)
    own = {j for j in comparison.to_paper if j >= 0}
    out: dict[int, str] = {}
    for number, token in enumerate(comparison.paper):
        at = None if number in own else theirs.at(token)
        if at in rooms and len(rooms[at]) == 1:
            out[number] = rooms[at][0]
    return out


def known_cells(comparison: Comparison, ours: Tables, theirs: Cells[Cell]) -> dict[At, Cell]:
    """The cells of the blank whose words stand as a whole in one cell of the paper, which holds those of no other."""
    found: dict[At, set[Cell | None]] = {}
    for token, there in zip(comparison.blank.tokens, comparison.to_paper, strict=True):
        if (cell := ours.at(token)) is not None:
            found.setdefault(cell, set()).add(theirs.at(comparison.paper[there]) if there >= 0 else None)
    single = {cell: next(iter(there)) for cell, there in found.items() if len(there) == 1}
    taken = Counter(at for there in found.values() for at in there)
    return {cell: at for cell, at in single.items() if at is not None and taken[at] == 1}


def _room(cell: At, ours: Tables, theirs: Tables, known: Mapping[At, At]) -> At | None:
    """The paper's cell that is an empty one of the blank, by its row's label and its column's head."""
    row = ours.in_row(cell)
    labels = [c for c in row if ours.box(c)[0] < ours.box(cell)[0] and c in known]
    head = _head(cell, ours)
    if len(row) == 2 and labels:  # a label, and its answer
        beside = [c for c in theirs.in_row(known[labels[0]]) if c != known[labels[0]]]
        right = len(beside) == 1 and theirs.box(beside[0])[0] >= theirs.box(known[labels[0]])[2] - _TOUCH
        return beside[0] if right else None
    if not labels or head not in known or known[head][0] != known[labels[0]][0]:
        return None
    beside = theirs.in_row(known[labels[0]])
    under = [c for c in beside if c != known[labels[0]] and _one_column(theirs.box(c), theirs.box(known[head]))]
    alike = len(beside) == len(row)
    return under[0] if len(under) == 1 and alike else None


def _head(cell: At, ours: Tables) -> At:
    """The topmost cell of the column that a cell is in."""
    page, here = cell
    while True:
        box = ours.pages[page].cells[here]
        over = [n for n, c in enumerate(ours.pages[page].cells) if abs(c[3] - box[1]) <= 3 and same_column(c, box)]
        if not over:
            return page, here
        here = over[0]


def _one_column(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > _SHARED * min(a[2] - a[0], b[2] - b[0])
