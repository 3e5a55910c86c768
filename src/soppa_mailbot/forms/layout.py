"""What a blank's page looks like: its text in lines, its table cells, boxes to tick and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from soppa_mailbot.forms import cells as grid
from soppa_mailbot.forms import margins
from soppa_mailbot.forms.columns import Gutter, drawn, gutters
from soppa_mailbot.forms.geometry import (
    area_or_one,
    center,
    common,
    grown,
    height,
    holds,
    same_column,
    same_row,
    union,
)
from soppa_mailbot.forms.initialled import FEWEST, asks_for_each
from soppa_mailbot.forms.labels import asks_each, is_for_marks, is_yes_or_no, marks_items
from soppa_mailbot.forms.lines import Piece, lines
from soppa_mailbot.forms.matrices import is_written, marked_cells
from soppa_mailbot.forms.tokens import pieces
from soppa_mailbot.forms.values import is_prompt
from soppa_mailbot.model import Box, Page, Word

_BESIDE_PILL = 12.0  # points from a pill to its option
_COLUMNS = 2  # cells of a row, at least, that make a table
_FRAME = (0.8, 0.7)  # of a page's width and height: what is as large is drawn around the page, and no cell
_SHADE = 0.02  # how much darker than paper a filling is, at least
_HEADS = 3  # cells of a row of heads over bars across the table, at least
_INTO = 0.3  # of a heading's height that is in the lower half of its bar
_SAID_OVER = 40.0  # points over a table in which it is said how it is filled in


@dataclass
class Layout:
    """One page of a blank, looked at once."""

    page: Page
    words: list[Word] = field(default_factory=list)  # without lines to write on and glyph boxes
    underscores: list[Box] = field(default_factory=list)
    glyph_boxes: list[Box] = field(default_factory=list)
    crosses: list[Box] = field(default_factory=list)  # printed as examples: "Collected (X)"
    gutters: list[Gutter] = field(default_factory=list)  # between columns, once `find_columns` has looked
    written_on: list[Box] = field(default_factory=list)  # places to write into, once `find_columns` has looked
    ticked: list[Box] = field(default_factory=list)  # boxes of form fields, which the page need not draw
    before: Layout | None = None  # the page before, whose last table may go on here

    def __post_init__(self) -> None:
        for word in self.page.words:
            kinds = [kind for kind, _, _, _ in pieces(word.text)]
            if kinds and set(kinds) == {"line"}:
                self.underscores.append(word.box)
            elif kinds and set(kinds) <= {"off", "on"}:
                (self.glyph_boxes if "off" in kinds else self.crosses).append(word.box)
            elif word.text not in ("[", "]", "[]", "(", ")"):
                self.words.append(word)
        self.glyph_boxes += _bracket_boxes(self.page.words)

    def find_columns(self, places: Sequence[Box]) -> None:
        """Look for columns, given the places to write into."""
        self.written_on = list(places)
        texts = [p.box for p in self.pieces]
        upright = [b for b in grid.edges(self.page.marks)[1] if not any(_borders(b, c) for c in self.cells)]
        ruled = drawn(self.page.height, upright, [*texts, *places])
        found = gutters(self.page.width, self.page.height, texts, places)
        rest = [g for g in found if not any(g.top < r.bottom and r.top < g.bottom for r in ruled)]
        self.gutters = ruled + rest

    @cached_property
    def cells(self) -> list[Box]:
        return self.index.cells

    @cached_property
    def index(self) -> grid.CellIndex:
        wide, high = _FRAME[0] * self.page.width, _FRAME[1] * self.page.height
        return grid.CellIndex([c for c in grid.cells(self.page.marks) if c[2] - c[0] < wide or c[3] - c[1] < high])

    @cached_property
    def running_head(self) -> frozenset[int]:
        """The words (by `id`) at the top that the page before has there too, but for a page number."""
        if self.before is None:
            return frozenset()
        over = {key for key, _ in self.before._top_lines()}
        return frozenset(id(w) for key, row in self._top_lines() if key in over for w in row)

    def _top_lines(self) -> list[margins.Line]:
        return margins.said_lines(w for w in self.words if margins.in_head(self.page, w.box))

    @cached_property
    def drawn_combs(self) -> list[list[Box]]:
        """Rows of small boxes for one character each."""
        return grid.drawn_combs(self.page.marks)

    @cached_property
    def tick_boxes(self) -> list[Box]:
        found = grid.tick_boxes(self.page.marks)
        icons = grid.in_ornaments(found, self.page.marks)
        found += [b for b in grid.pills(self.page.marks) if any(_leads(b, w.box) for w in self.words)]
        drawn = [b for b in found if b not in icons and not any(common(b, w.box) > 20 for w in self.words)]
        return drawn + self.glyph_boxes

    def is_half_a_bar(self, cell: Box) -> bool:
        """Whether a heading reaches into a cell that is lower than its letters: a bar with two round corners is drawn
        as a round one, and a rectangle over its other half."""
        return any(
            height(cell) < height(p.box) and p.box[1] < cell[1] < p.box[3] - _INTO * height(p.box)
            for p in self.pieces
            if cell[0] - 1 <= p.box[0] and p.box[2] <= cell[2] + 1
        )

    @property
    def boxes_to_tick(self) -> list[Box]:
        """Drawn, printed as characters, or form fields."""
        return [*self.tick_boxes, *self.ticked]

    def for_marks(self, index: int) -> bool:
        """Whether a cell is to be marked, not written in: "Yes", "No" or "Check mark" heads its column."""
        if is_written(self.text, self.head_text(index)):
            return False
        if self.before is not None and (column := self.continued(index)) is not None:
            return self.before.for_marks(column)
        if index in self.marked_cells or index in self.initialled:
            return True
        head = self.header_of(index)
        crossed = head is not None and any(holds(self.cells[head], center(b)) for b in self.crosses)
        text = self.head_text(index)
        if not crossed and asks_each(text, self._rows_beside(index)):
            return False
        told = crossed or is_for_marks(text) or marks_items(text, self._rows_beside(index))
        told = told or (head is not None and is_yes_or_no(text, self._beside(head)))
        return told and any(self.cell_text(i) for i in self.neighbours_left(index))

    def _rows_beside(self, index: int) -> Iterator[str]:
        """The words of the rows in which the other empty cells of a cell's column are, and its own."""
        cell = self.cells[index]
        column = [i for i, c in enumerate(self.cells) if abs(c[0] - cell[0]) <= 3 and abs(c[2] - cell[2]) <= 3]
        yield from (self.cell_text(n) for i in column if not self.cell_text(i) for n in self.neighbours_left(i))

    @cached_property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    def _beside(self, index: int) -> Iterator[str]:
        """The texts of the cells of a row."""
        return (self.cell_text(i) for i, c in enumerate(self.cells) if same_row(c, self.cells[index]))

    @cached_property
    def marked_cells(self) -> frozenset[int]:
        """Cells of tables that are marked row by row."""
        return marked_cells(self)

    @cached_property
    def initialled(self) -> dict[int, int]:
        """Empty cell -> the cell with the statement that is initialled there."""
        found: dict[int, int] = {}
        for index, cell in enumerate(self.cells):
            if self.cell_text(index) or self.neighbours_left(index):
                continue
            right = [i for i, c in enumerate(self.cells) if abs(c[0] - cell[2]) <= 3 and same_row(c, cell)]
            if len(right) == 1 and self.cell_text(right[0]):
                found[index] = right[0]
        columns: dict[tuple[int, int], list[int]] = {}
        for index in found:
            columns.setdefault((round(self.cells[index][0]), round(self.top_of(index)[1])), []).append(index)
        kept = [i for (_, top), mine in columns.items() if len(mine) >= FEWEST and self._each(top) for i in mine]
        return {i: found[i] for i in kept}

    def _each(self, top: float) -> bool:
        """Whether it is said over a table that each statement is initialled."""
        over = [p for p in self.pieces if 0 <= top - p.box[3] < _SAID_OVER]
        return asks_for_each(" ".join(p.text for p in over))

    def statement_of(self, box: Box) -> str:
        """What stands beside a cell to initial; "" for other boxes."""
        index = self.index.at(center(box)) if self.initialled else None
        if index not in self.initialled:
            return ""
        beside = self.initialled[index]
        if any(c.isalpha() for c in self.cell_text(beside)):
            return self.cell_text(beside)
        cell = self.cells[beside]  # "1.4", and behind it the statement
        after = [i for i, c in enumerate(self.cells) if abs(c[0] - cell[2]) <= 3 and same_row(c, cell)]
        return " ".join(self.cell_text(i) for i in (beside, *after[:1]))

    @cached_property
    def lines(self) -> list[list[Piece]]:
        return lines(self.words, grid.edges(self.page.marks)[1])

    @cached_property
    def pieces(self) -> list[Piece]:
        return [piece for line in self.lines for piece in line]

    @cached_property
    def cell_words(self) -> dict[int, list[Word]]:
        """Words of each cell, in the order of their lines."""
        out: dict[int, list[Word]] = {}
        for line in self.lines:
            for piece in line:
                for word in piece.words:
                    index = self.index.at(center(word.box))
                    if index is not None:
                        out.setdefault(index, []).append(word)
        return out

    def cell_text(self, index: int) -> str:
        return " ".join(w.text for w in self.cell_words.get(index, ()))

    @cached_property
    def shades(self) -> dict[int, float]:
        """The cells that are filled with a colour -> how much darker than paper it is."""
        fills = [(grown(m.box, 1.0), m.shade) for m in self.page.marks if m.kind == "rect" and m.shade >= _SHADE]
        return {
            i: shade for i, c in enumerate(self.cells) for box, shade in fills if common(box, c) > 0.9 * area_or_one(c)
        }

    def neighbours_left(self, index: int) -> list[int]:
        """Cells of the same row to the left, nearest first, as long as they touch."""
        out: list[int] = []
        here = index
        while True:
            box = self.cells[here]
            touching = [
                i
                for i, c in enumerate(self.cells)
                if abs(c[2] - box[0]) <= 3 and same_row(c, box) and c[1] <= center(box)[1] <= c[3]
            ]
            if not touching:
                return out
            here = touching[0]
            out.append(here)

    def header_of(self, index: int) -> int | None:
        """The topmost cell of the column that the cell is in, where it holds text and heads the column."""
        if self._heads_end_over(index):
            return None
        here = index
        while True:
            over = self._over(self.cells[here])
            if over is None:
                break
            here = over
            if self.cell_text(here):
                # text above an empty cell heads the column only when the whole chain up to it was empty
                break
        if here != index and self.cell_text(here):
            if self._is_printed_row(here):
                return self.header_of(here)
            return None if self._is_answer(here) else self._head_over_print(here)
        return self._head_over_sections(here)

    def _heads_end_over(self, index: int) -> bool:
        """Whether between a cell and its column's head stands a row of heads that says nothing over it.

        "2 | Requirement | Code | Comment | Review" over "3 | Certification | | | Review": the last head comes again.
        """
        over = self._over(self.cells[index])
        while over is not None and not self.cell_text(over):
            row = [i for i, c in enumerate(self.cells) if same_row(c, self.cells[over])]
            if any(self._is_said_again(i) for i in row):
                return True
            over = self._over(self.cells[over])
        return False

    def _is_said_again(self, index: int) -> bool:
        """Whether a cell's words stand further up in its column too, with an empty cell right over it."""
        text = self.cell_text(index)
        over = self._over(self.cells[index]) if text else None
        if over is None or self.cell_text(over):
            return False
        box = self.cells[index]
        above = (i for i, c in enumerate(self.cells) if c[3] < box[1] and same_column(c, box))
        return any(self.cell_text(i) == text for i in above)

    def _is_printed_row(self, index: int) -> bool:
        """Whether a cell is an answer that the form prints itself, in a row between others to fill in.

        Heads that come again in the middle of a table are those of its first row, or for marks.
        """
        over = self._over(self.cells[index])
        if over is None or self.cell_text(over):
            return False
        top = self.header_of(index)
        if top is None:
            return False
        first = [self.cell_text(i) for i, c in enumerate(self.cells) if same_row(c, self.cells[top])]
        mine = [self.cell_text(i) for i, c in enumerate(self.cells) if same_row(c, self.cells[index])][1:]
        again = set(mine) & set(first) or sum(is_for_marks(text) for text in mine) > 1
        return len(first) >= _HEADS and all(first) and not again

    def _head_over_print(self, index: int) -> int:
        """The head over a cell with words, where those are a printed answer beside others to fill in; else the cell."""
        over = self._over(self.cells[index])
        if over is None:
            return index
        row, heads = ([i for i, c in enumerate(self.cells) if same_row(c, self.cells[k])] for k in (index, over))
        named = len(heads) >= _HEADS and len(heads) == len(row) and all(self.cell_text(i) for i in heads)
        return over if named and not all(self.cell_text(i) for i in row) else index

    def _head_over_sections(self, index: int) -> int | None:
        """The head of a column over bars across the whole table: "Question | Yes | No" over "A. Access control"."""
        box = self.cells[index]
        passed = False
        while True:
            over = [i for i, c in enumerate(self.cells) if abs(c[3] - box[1]) <= 3]
            column = next((i for i in over if same_column(self.cells[i], box)), None)
            if column is not None and self.cell_text(column):
                row = [i for i, c in enumerate(self.cells) if same_row(c, self.cells[column])]
                heads = len(row) >= _HEADS and all(self.cell_text(i) for i in row)
                return column if passed and heads and not self._is_answer(column) else None
            bar = next((i for i in over if self._is_bar(i, box)), None)
            if column is None and bar is None:
                return None
            passed = passed or bar is not None
            box = self.cells[column] if column is not None else (box[0], self.cells[bar or 0][1], box[2], box[3])

    def _is_bar(self, index: int, below: Box) -> bool:
        """Whether a cell with words takes the whole width of a table over a cell of it."""
        bar = self.cells[index]
        alone = not self.neighbours_left(index) and not any(
            abs(c[0] - bar[2]) <= 3 and same_row(c, bar) for c in self.cells
        )
        return alone and bool(self.cell_text(index)) and bar[0] <= below[0] - 3 and below[2] <= bar[2] + 3

    def _over(self, box: Box) -> int | None:
        """The cell over a cell in its column, also past empty ones across several columns, as of "If No, state why"."""
        top = box[1]
        while True:
            touching = [i for i, c in enumerate(self.cells) if abs(c[3] - top) <= 3]
            over = [i for i in touching if same_column(self.cells[i], box)]
            if over:
                return over[0]
            across = [i for i in touching if self.cells[i][0] <= box[0] + 3 and box[2] <= self.cells[i][2] + 3]
            if not across or self.cell_text(across[0]) or not self.neighbours_left(across[0]):
                return None
            top = self.cells[across[0]][1]

    def head_text(self, index: int) -> str:
        """What heads the column of a cell: its topmost cell's text, or its share of a row that has no borders.

        Where a table goes on from the page before without its heads, they stand there.
        """
        if self.before is not None and (column := self.continued(index)) is not None:
            return self.before.head_text(column)
        if self._heads_end_over(index):
            return ""
        head = self.header_of(index)
        if head is not None:
            return self.cell_text(head)
        box = self.top_of(index)
        over = [
            i for i, c in enumerate(self.cells) if abs(c[3] - box[1]) <= 3 and c[0] <= box[0] + 3 < box[2] <= c[2] + 3
        ]
        if any(holds(self.cells[i], center(b)) for i in over for b in self.boxes_to_tick):
            return ""  # "( ) Students  ( ) Parents" over cells of another question
        row = [p for p in self.pieces if any(holds(self.cells[i], center(p.box)) for i in over)]
        mine = [p for p in row if box[0] - 4 <= p.box[0] and p.box[2] <= box[2] + 4]
        crossing = any(
            p.box[0] < box[0] - 4 < box[0] + 4 < p.box[2] for p in row
        )  # a section's title, over all columns
        return " ".join(p.text for p in mine) if len(mine) < len(row) and not crossing else ""

    def continued(self, index: int) -> int | None:
        """The last cell of the page before whose column goes on in a cell; None where no table is cut in two there."""
        if self.before is None:
            return None
        top = self.top_of(index)
        over = self.cells.index(top)
        first = [c for c in self.cells if abs(c[1] - top[1]) <= 3]
        if (
            len(first) < _COLUMNS
            or any(c[1] < top[1] - 3 for c in self.cells)
            or (over != index and self.cell_text(over))
        ):
            return None  # what is written over it is a head of this page
        if any(margins.SHARE * self.page.height < w.box[1] and w.box[3] <= top[1] + 1 for w in self.words):
            return None
        lowest = max((c[3] for c in self.before.cells), default=0.0)
        last = [i for i, c in enumerate(self.before.cells) if abs(c[3] - lowest) <= 3]
        if len(last) != len(first) or any(
            w.box[1] > lowest and w.box[3] < (1 - margins.SHARE) * self.before.page.height for w in self.before.words
        ):
            return None
        columns = {i: [c for c in first if same_column(c, self.before.cells[i])] for i in last}
        if not all(columns.values()):
            return None
        return next((i for i, mine in columns.items() if top in mine and not self.before.cell_text(i)), None)

    def names(self, cell: int, index: int) -> bool:
        """Whether a cell's text would be read as the label of an empty cell: it stands left of it, or heads it."""
        left = next((i for i in self.neighbours_left(index) if self.cell_text(i)), None)
        return cell in (left, self.header_of(index))

    def top_of(self, index: int) -> Box:
        """The topmost cell that stands over a cell in its column, without a gap."""
        box = self.cells[index]
        while True:
            over = [c for c in self.cells if abs(c[3] - box[1]) <= 3 and same_column(c, box)]
            if not over:
                return box
            box = over[0]

    def _is_answer(self, index: int) -> bool:
        """Whether a cell with text is a row's answer and no column's head: boxes to tick, or "Choose an item".

        In a table of two columns, labels and answers, so is what has an answer's empty cell somewhere over it.
        """
        box = self.cells[index]
        if any(common(box, t) > 0.5 * area_or_one(t) for t in self.tick_boxes) or prompts(self.cell_text(index)):
            return True
        left = self.neighbours_left(index)
        right = [c for c in self.cells if abs(c[0] - box[2]) <= 3 and same_row(c, box)]
        if len(left) != 1 or right or not self.cell_text(left[0]):
            return False
        return any(
            c[3] <= box[1] + 3 and same_column(c, box) and not self.cell_text(i) for i, c in enumerate(self.cells)
        )


def prompts(text: str) -> bool:
    """Whether a cell's text is what Word shows where an answer is to be chosen: "Choose an item."."""
    return len(text.split()) > 1 and is_prompt(text)


def _borders(upright: Box, cell: Box) -> bool:
    x = center(upright)[0]
    return min(abs(x - cell[0]), abs(x - cell[2])) <= 3 and upright[1] < cell[3] and cell[1] < upright[3]


def _leads(box: Box, word: Box) -> bool:
    """Whether a word stands right behind a box."""
    return same_row(box, word) and 0 <= word[0] - box[2] < _BESIDE_PILL


def _bracket_boxes(words: Sequence[Word]) -> list[Box]:
    """Boxes written as [ ] or (  ), which come as two words, or as one."""
    out = [w.box for w in words if w.text == "[]"]
    for left, right in pairwise(words):
        if left.text + right.text in ("[]", "()") and same_row(left.box, right.box) and right.box[0] - left.box[2] < 40:
            out.append(union(left.box, right.box))
    return out
