"""The tables of a Word blank: what their cells say, and what stands over and before a cell."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.choice_words import asks
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.section_heads import by_table, second_heads, section_row
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.naming.party import sides
from soppa_mailbot.forms.pages.marked_rows import marked_rows
from soppa_mailbot.forms.pages.own_remarks import own_remarks
from soppa_mailbot.forms.pages.paired_cells import paired
from soppa_mailbot.model import Paragraph

Cell = tuple[int, int, int]
ROW_NUMBER = re.compile(r"\(?(?:(?:[A-Z]{1,3}[-.]?)?\d{1,2}(?:[.-]\d{1,2}){0,3}[a-z]?|[A-Za-z])[.)]?")
_LETTERED = 2  # heads that begin with the letters of their columns
_TITLES = 3  # rows of one cell over the heads of a table: its title, how it is filled in
_FIGURE = re.compile(
    r"(?:[$€£]\s?)?\d[\d,.]*(?:\s?(?:%|million|M|K|days?|years?|hours?))?|statutory|required|n/?a", re.I
)


class WordTables:
    """The tables of a blank's flow, with what its labels are looked up in."""

    def __init__(self, flow: Sequence[Paragraph], stream: Stream) -> None:
        self.flow = flow
        self.stream = stream
        self.cell_text: dict[Cell, str] = {}
        for token in stream.tokens:
            if token.cell is not None:
                self.cell_text[token.cell] = (self.cell_text.get(token.cell, "") + " " + token.raw).strip()
        for paragraph in flow:
            if paragraph.cell in self.cell_text and not self.slots_in(paragraph.cell):
                whole = [p.text() for p in flow if p.cell == paragraph.cell]
                self.cell_text[paragraph.cell] = tidy(" ".join(whole))
        self.cells = sorted({p.cell for p in flow if p.cell is not None})
        self.rows_of = by_table({cell: self.cell_text.get(cell, "") for cell in self.cells})
        self.marked_rows = marked_rows(self.rows_of)
        self.own_remarks = own_remarks(self.rows_of, {s.cell for s in stream.slots if s.kind == "check" and s.cell})
        self.paired = paired(
            self.rows_of, [s.cell for s in stream.slots if s.kind == "check" and s.cell], self.slots_in
        )
        self.stacked = self._stacked()

    def slots_in(self, cell: Cell | None) -> bool:
        """Whether something is filled in in a cell."""
        return any(s.cell == cell for s in self.stream.slots)

    def _stacked(self) -> frozenset[int]:
        """Tables of questions with their answers in the row below, and nothing but answers in such a row."""
        answers = {s.cell[:2] for s in self.stream.slots if s.cell is not None}
        out = set()
        for table in {c[0] for c in self.cells}:
            rows = sorted({c[1] for c in self.cells if c[0] == table})
            asking = [r for r in rows if (table, r) not in answers]
            bare = all(
                self.slots_in(c) or not self.cell_text.get(c) for c in self.cells if c[0] == table and c[:2] in answers
            )
            several = len(asking) > 1 or len(rows) == 2  # each question a table of its own
            if asking and several and bare and all((table, r + 1) in answers for r in asking):
                out.add(table)
        return frozenset(out)

    def over(self, cell: Cell) -> str:
        """The question in the row over an answer; "" in tables that are not stacked."""
        table, row, column = cell
        if table not in self.stacked or self.slots_in((table, row - 1, column)):
            return ""
        asked = [c for c in self.cells if c[:2] == (table, row - 1) and self.cell_text.get(c)]
        return self.cell_text.get((table, row - 1, column), "") or (self.cell_text[asked[0]] if len(asked) == 1 else "")

    def asked_between(self, upper: Cell, lower: Cell) -> bool:
        """Whether a row between two cells asks something."""
        rows = self.rows_of.get(upper[0], {})
        return any(asks(" ".join(rows.get(r, {}).values()).strip()) for r in range(upper[1] + 1, lower[1]))

    def heads_of(self, cell: Cell) -> int:
        """The row with the heads of a cell's columns: of its section of the table, or of all of it."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        return second_heads(rows, section_row(rows, row, column) or self._head_row(table), column)

    def _head_row(self, table: int) -> int:
        """The row with the heads of a table's columns: the first, or the one under titles across them all."""
        rows = self.rows_of.get(table, {})
        for row in range(_TITLES + 1):
            cells = [(table, row, c) for c in rows.get(row, {})]
            if row and len(cells) > 2 and not self.slots_in(cells[0]):
                return row if all(self.cell_text.get(c) and not self.slots_in(c) for c in cells[1:]) else 0
            if len(cells) != 1 or not self.cell_text.get(cells[0]) or self.slots_in(cells[0]):
                break
        return 0

    def head(self, table: int, row: int, column: int) -> str:
        """A column's head, without the letter that a workbook calls the column by: "C  Answer" beside "D  Remarks"."""
        heads = self.rows_of.get(table, {}).get(row, {})
        lettered = [c for c, text in heads.items() if c < len(ascii_uppercase) and _lettered(text, c) != text]
        text = self.cell_text.get((table, row, column), "")
        return _lettered(text, column) if len(lettered) >= _LETTERED and column in lettered else text

    def left(self, cell: Cell) -> int:
        """The column of the words before a cell in its row; -1 where there are none."""
        table, row, column = cell
        told = [c for c in range(column - 1, -1, -1) if self.cell_text.get((table, row, c))]
        told = [c for c in told if (table, row, c) not in self.own_remarks]
        named = [c for c in told if not self.slots_in((table, row, c))]
        if (
            len(named) > 1
            and self._only_tells(table, row, named[0])
            and len(self.cell_text[(table, row, named[-1])]) > 3
        ):
            return named[-1]
        if named and named[0] != told[0] and ROW_NUMBER.fullmatch(self.cell_text[(table, row, named[0])]):
            return told[0]  # "1 | We sell no data. If we do: ____ | [ ] | [ ]"
        if len(named) > 1 and self._of_other_party(cell, named[0]):
            return named[-1]  # "Address | the District's | the Operator's"
        return named[0] if named else -1

    def _of_other_party(self, cell: Cell, column: int) -> bool:
        """Whether the words before a cell are the other party's answer, by the heads of both columns."""
        heads = self.rows_of.get(cell[0], {}).get(0, {})
        said = dict(zip(heads, sides(list(heads.values())), strict=False))
        ours, theirs = said.get(cell[2], ""), said.get(column, "")
        return cell[1] > 0 and bool(ours and theirs) and ours != theirs

    def _only_tells(self, table: int, row: int, column: int) -> bool:
        """Whether a cell under a head tells a figure of its row, and is no name of it: "Minimum" over "$1,000,000"."""
        text = self.cell_text[(table, row, column)]
        return bool(self.cell_text.get((table, 0, column))) and row > 0 and _FIGURE.fullmatch(text) is not None

    def row_words(self, cell: Cell) -> str:
        """The words before a cell in its row."""
        return self.cell_text.get((*cell[:2], self.left(cell)), "")

    def goes_on_above(self, cell: Cell) -> bool:
        """Whether a row's boxes answer the label of the row above: "SOPPA | [ ] applies" over " | [ ] does not"."""
        table, row, _ = cell
        here, above = (self.rows_of.get(table, {}).get(r, {}) for r in (row, row - 1))
        if len(here) < 2 or list(here) != list(above):
            return False
        first, *rest = here
        boxes = {s.cell for s in self.stream.slots if s.kind == "check"}
        boxed = all((table, r, c) in boxes and self.rows_of[table][r][c] for r in (row, row - 1) for c in rest)
        return not here[first] and bool(above[first]) and boxed

    def row_label(self, cell: Cell) -> str:
        """The words before a cell in its row, or of the row above whose label it goes on with, and their number."""
        if self.goes_on_above(cell):
            cell = (cell[0], cell[1] - 1, cell[2])
        table, row, _ = cell
        left = self.left(cell)
        return self.number(table, row, left) + self.cell_text[(table, row, left)] if left >= 0 else ""

    def lined_label(self, cell: Cell) -> str:
        """The words that begin a row and have a line of their own: "Other: ________ | Yes | No"."""
        table, row, column = cell
        first = next((c for c in range(column) if self.cell_text.get((table, row, c))), None)
        if first is None or not self.slots_in((table, row, first)):
            return ""
        return self.cell_text[(table, row, first)]

    def number(self, table: int, row: int, column: int) -> str:
        """The number that stands in a column of its own before a row's words: "2.7 "."""
        before = [t for c in range(column) if (t := self.cell_text.get((table, row, c), ""))]
        if not before or not ROW_NUMBER.fullmatch(before[-1]):
            return ""
        return f"{before[-1]}{'' if '.' in before[-1] or before[-1].endswith(')') else '.'} "

    def of_boxes(self, table: int) -> bool:
        """Whether all words of a table of several columns are boxes' options: an empty cell is just the last row's."""
        written = [c for c in self.cell_text if c[0] == table and self.cell_text[c]]
        ticked = {s.cell for s in self.stream.slots if s.kind == "check"}
        return len({c[2] for c in written}) > 1 and all(c in ticked for c in written)

    def is_option_row(self, slot: Slot) -> bool:
        """A row of boxes each with a label of its own: the label is the option, not a question."""
        if slot.cell is None or self.cell_text.get(slot.cell):
            return False
        row = [s.cell for s in self.stream.slots if s.cell and s.cell[:2] == slot.cell[:2] and s.kind == slot.kind]
        labels = [self.row_words(cell) for cell in row]
        return len(row) == 1 or (all(labels) and len(set(labels)) == len(row))

    def option_beside(self, slot: Slot) -> str:
        """A box alone in its cell: the cell beside it, or the head of its column."""
        if slot.cell is None:
            return ""
        table, row, column = slot.cell
        if pair := self.paired.get(slot.cell):
            return tidy(self.cell_text.get(pair.words, ""))
        top = self.heads_of(slot.cell)
        head = self.cell_text.get((table, top, column), "") if row > top else ""
        alone = not self.cell_text.get(slot.cell)
        same_row = [s for s in self.stream.slots if s.cell and s.cell[:2] == (table, row) and s.kind == "check"]
        if alone and len(same_row) > 1 and head and not self.is_option_row(slot):
            return tidy(head)
        right, left = self.cell_text.get((table, row, column + 1), ""), self.cell_text.get((table, row, column - 1), "")
        first = min((s.cell[2] for s in same_row if s.cell), default=column)
        return tidy((right or left if first == 0 else left or right) or head)


def _lettered(head: str, column: int) -> str:
    """A head without the letter of its column before it."""
    letter, _, rest = head.partition(" ")
    return rest.strip() if rest and letter.rstrip(".:)") == ascii_uppercase[column] else head
