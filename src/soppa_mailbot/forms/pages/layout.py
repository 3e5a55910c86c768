"""What a blank's page looks like: its cells, what heads their columns, and which are marked or initialled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from soppa_mailbot.forms.common import margins
from soppa_mailbot.forms.common.geometry import area_or_one, center, common, holds, same_column, same_row
from soppa_mailbot.forms.common.initialled import FEWEST, asks_for_each
from soppa_mailbot.forms.common.labels import is_for_marks, is_yes_or_no, marks_rows
from soppa_mailbot.forms.common.once import once
from soppa_mailbot.forms.common.values import is_prompt
from soppa_mailbot.forms.pages.marked_pairs import marked_pairs
from soppa_mailbot.forms.pages.matrices import is_written, marked_cells
from soppa_mailbot.forms.pages.page_cells import PageCells
from soppa_mailbot.model import Box, Page

_COLUMNS = 2  # cells of a row, at least, that make a table
_HEADS = 3  # cells of a row of heads over bars across the table, at least
_SAID_OVER = 40.0  # points over a table in which it is said how it is filled in


@dataclass
class Layout(PageCells):
    """One page of a blank, looked at once."""

    before: Layout | None = None  # the page before, whose last table may go on here

    @cached_property
    def running_head(self) -> frozenset[int]:
        """The words (by `id`) at the top that the page before has there too, but for a page number."""
        if self.before is None:
            return frozenset()
        over = {key for key, _ in self.before._top_lines()}
        return frozenset(id(w) for key, row in self._top_lines() if key in over for w in row)

    def _top_lines(self) -> list[margins.Line]:
        return margins.said_lines(w for w in self.words if margins.in_head(self.page, w.box))

    def for_marks(self, index: int) -> bool:
        """Whether a cell is to be marked, not written in: "Yes", "No" or "Check mark" heads its column."""
        if is_written(self.text, self.head_text(index)):
            return False
        if self.before is not None and (column := self.continued(index)) is not None:
            return self.before.for_marks(column)
        if index in self.marked_cells or index in self.marked_pairs or index in self.initialled:
            return True
        head = self.header_of(index)
        crossed = head is not None and any(holds(self.cells[head], center(b)) for b in self.crosses)
        text = self.head_text(index)
        told = crossed or marks_rows(text, self._rows_beside(index))
        told = told or (head is not None and is_yes_or_no(text, self._beside(head)))
        return told and any(self.cell_text(i) for i in self.neighbours_left(index))

    def _rows_beside(self, index: int) -> Iterator[str]:
        """The words of the rows in which the other empty cells of a cell's column are, and its own."""
        cell = self.cells[index]
        column = [i for i, c in enumerate(self.cells) if abs(c[0] - cell[0]) <= 3 and abs(c[2] - cell[2]) <= 3]
        yield from (self.cell_text(n) for i in column if not self.cell_text(i) for n in self.neighbours_left(i))

    def _beside(self, index: int) -> Iterator[str]:
        """The texts of the cells of a row."""
        return (self.cell_text(i) for i, c in enumerate(self.cells) if same_row(c, self.cells[index]))

    @cached_property
    def marked_cells(self) -> frozenset[int]:
        """Cells of tables that are marked row by row."""
        return marked_cells(self)

    @cached_property
    def marked_pairs(self) -> frozenset[int]:
        """Cells before or behind the cells with their words, in rows of which one or some are marked."""
        return marked_pairs(self)

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

    def header_of(self, index: int) -> int | None:
        """The topmost cell of the column that the cell is in, where it holds text and heads the column."""
        if self.is_led_to(index) or self._heads_end_over(index):
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
        """The head of a column over bars across the whole table: "Question | Yes | No" over "A. Access control".

        Rows of a section that are written into across its columns may stand between: "Legal name |        ".
        """
        box = self.cells[index]
        passed = False
        while True:
            over = [i for i, c in enumerate(self.cells) if abs(c[3] - box[1]) <= 3]
            column = next((i for i in over if same_column(self.cells[i], box)), None)
            if column is not None and self.cell_text(column):
                beside = [i for i, c in enumerate(self.cells) if same_row(c, self.cells[column])]
                heads = len(beside) >= _HEADS and all(self.cell_text(i) for i in beside)
                return column if passed and heads and not self._is_answer(column) else None
            bar = next((i for i in over if self._is_bar(i, box) and not self.is_row_of_heads(i, box)), None)
            passed = passed or bar is not None
            row = next((i for i in (column, bar, self._open_across(over, box)) if i is not None), None)
            if row is None:
                return None
            box = self.cells[column] if column is not None else (box[0], self.cells[row][1], box[2], box[3])

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
            across = self._open_across(touching, box)
            if across is None:
                return None
            top = self.cells[across][1]

    def _open_across(self, touching: Sequence[int], box: Box) -> int | None:
        """The cell of `touching` over a cell that is written into across several columns: "Legal name |        "."""
        across = [i for i in touching if self.cells[i][0] <= box[0] + 3 and box[2] <= self.cells[i][2] + 3]
        if not across or self.cell_text(across[0]) or not self.neighbours_left(across[0]):
            return None
        return across[0]

    def head_text(self, index: int) -> str:
        """What heads the column of a cell: its topmost cell's text, or its share of a row that has no borders.

        Where a table goes on from the page before without its heads, they stand there.
        """
        if self.before is not None and (column := self.continued(index)) is not None:
            return self.before.head_text(column)
        if self.is_led_to(index) or self._heads_end_over(index):
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

    def _is_answer(self, index: int) -> bool:
        """Whether a cell with text is a row's answer and no column's head: boxes to tick, or "Choose an item".

        In a table of two columns, labels and answers, so is what has an answer's empty cell somewhere over it: one with
        a label before it, not with another empty cell, as under "Street address | City, state and ZIP code".
        """
        box = self.cells[index]
        if any(common(box, t) > 0.5 * area_or_one(t) for t in self.tick_boxes) or prompts(self.cell_text(index)):
            return True
        left = self.neighbours_left(index)
        right = [c for c in self.cells if abs(c[0] - box[2]) <= 3 and same_row(c, box)]
        if len(left) != 1 or right or not self.cell_text(left[0]):
            return False
        return any(
            c[3] <= box[1] + 3 and same_column(c, box) and not self.cell_text(i) and self._is_led(i)
            for i, c in enumerate(self.cells)
        )

    def _is_led(self, index: int) -> bool:
        """Whether words stand in the cell before a cell, or none is before it."""
        left = self.neighbours_left(index)
        return not left or any(self.cell_text(i) for i in left)


def prompts(text: str) -> bool:
    """Whether a cell's text is what Word shows where an answer is to be chosen: "Choose an item."."""
    return len(text.split()) > 1 and is_prompt(text)


@once(32)
def layout_of(page: Page) -> Layout:
    """A page by itself: what may go on from the page before is not known here."""
    return Layout(page)
