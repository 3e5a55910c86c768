"""Labels of the empty cells of a Word blank, by the words before and over them."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.clauses import title_of
from soppa_mailbot.forms.common.initialled import FEWEST, asks_for_each
from soppa_mailbot.forms.common.labels import REMARKS, behind_row
from soppa_mailbot.forms.common.section_heads import spans_heads
from soppa_mailbot.forms.common.shorter_blocks import left_over
from soppa_mailbot.forms.naming.party import is_operator_head
from soppa_mailbot.forms.word.blocks import Blocks
from soppa_mailbot.forms.word.word_tables import ROW_NUMBER, Cell, WordTables

_ABOVE = 3  # paragraphs over a table in which it is said how it is filled in
_NUMBERED = 3  # cells of a row: its number, its label, its answer
_CAPTION_WORDS = 10  # of a caption in the cell under an empty one


class CellLabels:
    """What the empty cells of a blank's tables are called."""

    def __init__(self, tables: WordTables, blocks: Blocks) -> None:
        self.tables = tables
        self.blocks = blocks
        self._over: dict[int, frozenset[tuple[int, int]]] = {}

    def of(self, cell: Cell) -> str:
        """What a cell is called; "" for one that nothing names."""
        table, row, column = cell
        if self._is_gap(cell) or (row, column) in self._left_over(table):
            return ""
        lines = self._lines(table)
        if asked := self.tables.over(cell) or self._over_whole_row(cell) or ("" if lines else self._over_each(cell)):
            return asked
        if row in lines and (caption := self._caption_cell(cell)):
            return caption
        if lines and any(self._caption_cell((table, row - (row not in lines), c)) for c in range(column)):
            return ""  # white between two lines, or between their captions
        left = self.tables.left(cell)
        label = self.tables.cell_text.get((table, row, left), "")
        if label and cell in self.tables.own_remarks:
            return f"{label}: {self.tables.head(table, self.tables.heads_of(cell), column)}"
        head = ""
        top = self.tables.heads_of(cell)
        written = [s.cell for s in self.tables.stream.slots if s.cell and s.cell[:2] == (table, top) and s.cell[2] > 0]
        if (
            row > top
            and all(map(self._is_gap, written))
            and not spans_heads(self.tables.rows_of[table], row, column, top)
        ):
            width = len({c for c in self.tables.cell_text if c[:2] == (table, top)})
            head = self.tables.head(table, top, column) if width > 1 or not label else ""
        if label and head and self._says_who(cell, head):
            head = ""
        if label and head:
            return f"{self.tables.number(table, row, left)}{title_of(label)} {behind_row(head)}"
        if label:
            return self.tables.number(table, row, left) + label
        if statement := self._initialled(cell):
            return statement
        if self._has_no_number(cell):
            return ""
        number = self.tables.cell_text.get((table, row, column + 1), "")
        if head and not column and ROW_NUMBER.fullmatch(number):
            return f"{number} {head}"  # "Initials | | Statement" over " | S1 | We sell no data"
        if head or self.tables.slots_in((table, row - 1, column)):
            return head  # what is answered in its own cell asks nothing of the one below
        return self.tables.cell_text.get((table, row - 1, column), "")

    def _over_each(self, cell: Cell) -> str:
        """The caption right over an empty cell, where each cell of its row has one: "13. Students | 14. Staff"."""
        table, row, column = cell
        here, over = (
            self.tables.rows_of.get(table, {}).get(row, {}),
            self.tables.rows_of.get(table, {}).get(row - 1, {}),
        )
        captions = len(here) > 1 and list(here) == list(over) and all(over.values()) and not any(here.values())
        slots = any(self.tables.slots_in((table, row - 1, c)) for c in over)
        return over.get(column, "") if captions and not slots else ""

    def _over_whole_row(self, cell: Cell) -> str:
        """The question right over an answer that takes a whole row, each a row of a table with other rows as well."""
        table, row, _ = cell
        over = self.tables.rows_of.get(table, {}).get(row - 1, {})
        alone = [c for c in self.tables.cells if c[:2] == (table, row)] == [cell]
        written = [
            s for s in self.tables.stream.slots if s.cell and s.cell[:2] == (table, row - 1) and s.kind != "check"
        ]
        said = [c for c in over if over[c]]
        if not alone or written or not said:
            return ""
        if ROW_NUMBER.fullmatch(over[said[0]]) and len(said) > 1:
            return self.tables.number(table, row - 1, said[1]) + over[said[1]]
        return over[said[0]] if len(said) == 1 or self.tables.slots_in((table, row - 1, said[-1])) else ""

    def _lines(self, table: int) -> Sequence[int]:
        """The rows of a table that are signed on, where captions stand under them, maybe with heads over them all.

        A cell with a line and its own label ("Date: ____") may stand beside.
        """
        headed = [row for t, row in self.blocks.head_rows if t == table]
        rows = sorted(
            {p.cell[1] for p in self.tables.flow if p.cell and p.cell[0] == table}
            - {*range(max(headed, default=-1) + 1)}
        )
        written = [
            any(t and not self.tables.slots_in(c) for c, t in self.tables.cell_text.items() if c[:2] == (table, r))
            for r in rows
        ]
        alternate = len(rows) > 1 and not any(w != bool(n % 2) for n, w in enumerate(written))
        return rows[::2] if alternate else ()

    def _caption_cell(self, cell: Cell) -> str:
        """The cell under an empty one, in a table of lines to sign on with captions under them."""
        table, row, column = cell
        text = self.tables.cell_text.get((table, row + 1, column), "")
        asks = text.endswith((":", "?")) or self.tables.slots_in((table, row + 1, column))
        return "" if asks or len(text.split()) > _CAPTION_WORDS else text

    def _is_gap(self, cell: Cell) -> bool:
        """Whether an empty cell among heads stands over a column that is written in: "Initials | | Statement"."""
        table, row, column = cell
        rows = self.tables.rows_of.get(table, {})
        here = rows.get(row, {})
        heads = [text for c, text in here.items() if c != column and text]
        under = [(table, r, column) for r in rows if r > row]
        below = [rows[r].get(column, "") for r in rows if r > row]
        if len(heads) != len(here) - 1 or any(map(self.tables.slots_in, under)):
            return False  # a row of its own: "Legal name | | DBA | " over rows of boxes
        return row == self.tables.heads_of(cell) and len(heads) > 1 and len(below) > 1 and all(below)

    def _left_over(self, table: int) -> frozenset[tuple[int, int]]:
        """The cells of a table, by row and column, that the shorter of two blocks in it leaves over."""
        if table not in self._over:
            slots = [s for s in self.tables.stream.slots if s.cell and s.cell[0] == table and not s.is_cell]
            self._over[table] = left_over(self.tables.rows_of.get(table, {}), {s.cell[1:] for s in slots if s.cell})
        return self._over[table]

    def _has_no_number(self, cell: Cell) -> bool:
        """Whether a row's first cell is where others have a number: "D2 | SOPPA | ___" over " | Completed by | ___"."""
        table, row, column = cell
        rows = self.tables.rows_of.get(table, {})
        here, top = sorted(rows.get(row, {})), self.tables.heads_of(cell)
        if len(rows.get(top, {})) > 1 or column != here[0] or len(here) != _NUMBERED or not rows[row][here[1]]:
            return False
        return not rows[row][here[2]] or self.tables.slots_in((table, row, here[2]))

    def _initialled(self, cell: Cell) -> str:
        """The statement beside a cell that is initialled, as is said over the table; "" for other cells."""
        table, row, column = cell
        rows = self.tables.rows_of.get(table, {})
        alike = [r for r, said in rows.items() if len(said) == 2 and not said[min(said)] and said[max(said)]]
        if column or row not in alike or len(alike) < FEWEST:
            return ""
        first = next(n for n, p in enumerate(self.tables.flow) if p.cell and p.cell[0] == table)
        over = [p.text() for p in self.tables.flow[max(0, first - _ABOVE) : first] if p.cell is None]
        return rows[row][max(rows[row])] if asks_for_each("\n".join(over)) else ""

    def _says_who(self, cell: Cell, head: str) -> bool:
        """Whether the head of a column only says who writes under it, and no other place of the row needs it."""
        row = [s for s in self.tables.stream.slots if s.cell and s.cell[:2] == cell[:2]]
        over = [self.blocks.heads[s.id] for s in row if s.cell == cell and s.id in self.blocks.heads]
        if any(h.text for h in over):
            return True
        others = [s.cell for s in row if s.cell and s.cell != cell and self.blocks.party(s) == "operator"]
        heads = [self.tables.head(t, self.tables.heads_of((t, r, c)), c) for t, r, c in others]
        return is_operator_head(head) and all(map(REMARKS.fullmatch, heads))
