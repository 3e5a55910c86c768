"""White cells that the shorter of two blocks of labels and answers beside each other in a table leaves over.

"Date signed | ____ | (white) | (white)" under "Title | ____ | Board date | ____". Nothing is asked there: where labels
stand in the other rows is none, and what is behind it has none before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

Rows = Mapping[int, Mapping[int, str]]  # row -> column, or where its cell begins -> what is printed in it
_SURE = 2  # labels of a column under a head of its own, at least


def left_over(rows: Rows, answered: Collection[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Such cells of one table. `answered` are those that hold a box, a line or a control."""
    table = _Table(rows, answered)
    return frozenset((row, column) for row in rows for column in table.white_ends(row))


class _Table:
    """A table's rows, and which of their cells are labels, answers or white."""

    def __init__(self, rows: Rows, answered: Collection[tuple[int, int]]) -> None:
        self.rows = rows
        self.answered = answered
        self.columns = {row: sorted(cells) for row, cells in rows.items()}

    def white_ends(self, row: int) -> list[int]:
        """The cells of a row that are left over."""
        columns = self.columns[row]
        out: list[int] = []
        at = 0
        while at < len(columns):
            end = at
            while end < len(columns) and self._is_white(row, columns[end]):
                end += 1
            if end > at and self._is_left_over(row, at, end):
                out += columns[at:end]
                at = end
            else:
                at += 1
        return out

    def _is_left_over(self, row: int, first: int, end: int) -> bool:
        """Whether a run of white cells begins where other rows have a label, and holds the room of its answer too."""
        columns = self.columns[row]
        column = columns[first]
        rooms = {r: a for r in self.rows if r != row and (a := self._answer_of(r, column)) is not None}
        if not rooms or (end < len(columns) and columns[end] <= min(rooms.values())):
            return False
        if not self._are_its_labels(row, column, rooms):
            return False
        if first:
            before = [c for c in columns[:first] if not self._is_answer(row, c)]
            return bool(before) and before[-1] != columns[first - 1]
        return end < len(columns) and self._answer_of(row, columns[end]) is not None

    def _are_its_labels(self, row: int, column: int, rooms: Mapping[int, int]) -> bool:
        """Whether the labels of other rows are of this row's part of the table, and no head stands over it instead.

        "Vendor | ____ | Product | ____" over "Question | Yes | No | Remarks" says nothing of the rows under those, be
        the last head as wide as label and answer together; nor is one label under "Item | Price | Item | Price" enough.
        """
        over = [r for r in self.rows if r < row and self.rows[r].get(column)]
        labels = [r for r in over if r in rooms]
        if labels and any(r > max(labels) for r in over):
            return False
        heads = [r for r in over if r not in rooms and min(rooms.values()) in self.rows[r]]  # no title across both
        return not heads or (bool(labels) and len(rooms) >= _SURE)

    def _answer_of(self, row: int, column: int) -> int | None:
        """The column of the answer right behind a label; None where there is no label, or none with an answer."""
        columns = self.columns[row]
        if column not in columns or not self.rows[row][column] or (row, column) in self.answered:
            return None
        behind = columns[columns.index(column) + 1 :][:1]
        return behind[0] if behind and self._is_answer(row, behind[0]) else None

    def _is_answer(self, row: int, column: int) -> bool:
        return not self.rows[row][column] or (row, column) in self.answered

    def _is_white(self, row: int, column: int) -> bool:
        return not self.rows[row][column] and (row, column) not in self.answered
