"""The cells of a Word blank's tables: which empty ones, and which labels in them, are places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.labels import is_yes_or_no, marks_rows
from soppa_mailbot.forms.common.section_heads import by_table, second_heads, section_row, spans_heads
from soppa_mailbot.forms.common.tokens import has_place
from soppa_mailbot.forms.naming.hinted_cells import hinted_cells
from soppa_mailbot.forms.naming.roles import asks_signature
from soppa_mailbot.forms.pages.marked_rows import marked_rows, unnumbered
from soppa_mailbot.forms.pages.matrices import are_states, is_written, names_column
from soppa_mailbot.forms.word.white_columns import white_columns, white_ends
from soppa_mailbot.model import Paragraph

_ABOVE = 3  # paragraphs over a table in which its columns are spoken of
_FORMS_WAY = 4  # cells with a label over white, in tables of their own, that make it the form's way
_CAPTION = 6  # words of the small print of a cell to sign in
_PRINT, _QUESTION = 14, 40  # words of the small print over room to write, and of a question over it
_COLUMNS = 2  # cells that a row of heads has at least, beside one that may be a prompt
_PRINTED_MARK = re.compile(r"[xX×✓✔✗✘☒☑]")


class BlankCells:
    """The cells of a blank's tables, with the paragraphs in them."""

    def __init__(self, flow: Sequence[Paragraph]) -> None:
        self.flow = flow
        self.paragraphs = _by_cell(flow)
        self.texts = {c: " ".join(flow[n].text() for n in at).strip() for c, at in self.paragraphs.items()}
        self.with_places = {p.cell for p in flow if p.cell and has_place(p)}
        self.white = white_columns(flow)
        self.marked_rows = marked_rows(self.rows_of)
        self.ends = (white_ends(flow) | unnumbered(self.rows_of)) - self.marked_rows.keys()
        self.hinted = hinted_cells(self.rows_of, self.with_places)

    @cached_property
    def rows_of(self) -> dict[int, dict[int, dict[int, str]]]:
        return by_table({c: " ".join(self.flow[i].text().strip() for i in mine) for c, mine in self.paragraphs.items()})

    def holds_table(self, number: int, cell: tuple[int, int, int]) -> bool:
        """Whether a cell is empty but for a table in it: Word ends such a cell with an empty paragraph."""
        whole = self.paragraphs[cell]
        before = self.flow[number - 1].cell if number else None
        return whole[-1] - whole[0] >= len(whole) or (before is not None and before[0] > cell[0])

    def is_corner(self, cell: tuple[int, int, int]) -> bool:
        """Whether an empty cell stands left of the heads of columns, over cells with the names of rows."""
        table, row, column = cell
        here = {c: self._first(c) for c in self.paragraphs if c[:2] == (table, row) and c != cell}
        under = {c: self._first(c) for c in self.paragraphs if c[:2] == (table, row + 1)}
        heads = len(here) >= _COLUMNS and all(c[2] > column and text for c, text in here.items())
        named = bool(under.get((table, row + 1, column)))
        rest = [text for c, text in under.items() if c[2] > column]
        return heads and named and len(rest) >= len(here) and not any(rest)

    def _first(self, cell: tuple[int, int, int]) -> str:
        return self.flow[self.paragraphs[cell][0]].text().strip()

    def is_captioned(self, cell: tuple[int, int, int]) -> bool:
        """Whether a cell has small print in its first line and nothing under it, and another of its table has, too.

        Where each row is a table by itself, others of the form are looked at.
        """
        alike = [c for c in self.paragraphs if self._has_room_under_print(c)]
        told = sum(c[0] == cell[0] for c in alike) > 1 or len(alike) >= _FORMS_WAY or self._captions_beside(cell)
        return cell in alike and told

    def _captions_beside(self, cell: tuple[int, int, int]) -> bool:
        """Whether another cell of the row has small print and a place under it."""
        row = [c for c in self.paragraphs if c[:2] == cell[:2] and c != cell and c in self.with_places]
        return any(len(self.paragraphs[c]) > 1 and 0 < len(self._first(c).split()) <= _CAPTION for c in row)

    def _has_room_under_print(self, cell: tuple[int, int, int]) -> bool:
        texts = [line.strip() for i in self.paragraphs[cell] for line in self.flow[i].text().split("\n")]
        first = texts[0].split()
        bare = len(texts) > 1 and not any(texts[1:]) and cell not in self.with_places
        longest = _QUESTION if "?" in texts[0] or texts[0].endswith(":") else _PRINT
        return bare and 0 < len(first) <= longest and not (texts[0].endswith(".") and len(first) > 6)

    def signs_in(self, cell: tuple[int, int, int], text: str) -> bool:
        """Whether a cell with nothing but small print is signed in: beside cells that are filled in under theirs."""
        return len(text.split()) <= _CAPTION and asks_signature(text) and self._captions_beside(cell)

    def is_head(self, cell: tuple[int, int, int], text: str) -> bool:
        """Whether "Optional" is the head of a column beside others, or "Type" the label of what stands behind it, and
        not what an empty control shows."""
        row = [c for c in self.paragraphs if c[:2] == cell[:2]]
        if len(text.split()) == 1 and len(row) > 1 and cell == min(row):
            return True
        below = [c for c in self.paragraphs if c[0] == cell[0] and c[2] == cell[2] and c[1] > cell[1]]
        if cell[1] == 0 and cell != min(row) and len(below) > 1 and self._heads_answers(row, below, text):
            return True
        full = all(any(self.flow[i].text().strip() for i in self.paragraphs[c]) for c in row)
        return text.casefold() == "optional" and len(row) > _COLUMNS and full

    def _heads_answers(
        self, row: Sequence[tuple[int, int, int]], below: Sequence[tuple[int, int, int]], text: str
    ) -> bool:
        """Whether "Your answer" stands in a row of heads over a column that is answered in and shows no such prompt."""
        named = all(any(self.flow[i].text().strip() for i in self.paragraphs[c]) for c in row)
        return named and not any(self.flow[i].text().strip() == text for c in below for i in self.paragraphs[c])

    def is_marked(self, cell: tuple[int, int, int]) -> bool:
        """Whether the form itself has an X in another cell of a row: the District answers it."""
        table, row, column = cell
        cells = self.rows_of.get(table, {}).get(row, {})
        return any(c != column and _PRINTED_MARK.fullmatch(text) for c, text in cells.items())

    def marks_column(self, cell: tuple[int, int, int]) -> bool:
        """Whether a cell stands under "Yes", "No" or "Check mark", and beside a row's own words."""
        table, row, column = cell
        rows = self.rows_of.get(table, {})
        section = second_heads(rows, section_row(rows, row, column) or 0, column)
        head = " ".join(self.flow[i].text().strip() for i in self.paragraphs.get((table, section, column), ()))
        beside = any(
            self.flow[i].text().strip()
            for c in range(column)
            for i in self.paragraphs.get((table, row, c), ())
            if row > 0
        )
        if cell in self.marked_rows:
            return True
        if row == 0 or not beside or is_written(self._over(table), head) or spans_heads(rows, row, column, section):
            return False
        said = [text for r, cells in rows.items() if r > section for c, text in cells.items() if c < column]
        told = marks_rows(head, said) or is_yes_or_no(head, self.rows_of.get(table, {}).get(section, {}).values())
        return told or self._is_state(cell, head, section) or (bool(head) and names_column(self._over(table), head))

    def _is_state(self, cell: tuple[int, int, int], head: str, row: int) -> bool:
        """Whether a cell stands under one of several states that a row is marked with. `row`: that of the heads."""
        table, _, column = cell
        heads = list(self.rows_of.get(table, {}).get(row, {}).values())
        states = [h for h in heads[1:] if are_states([h, h])]
        return column > 0 and head in states and are_states(states)

    def _over(self, table: int) -> str:
        """The paragraphs over a table, up to the one before."""
        first = min(n for c, numbers in self.paragraphs.items() if c[0] == table for n in numbers)
        over = takewhile(lambda p: p.cell is None, reversed(self.flow[max(0, first - _ABOVE) : first]))
        return "\n".join(p.text() for p in over)

    def nothing_after(self, cell: tuple[int, int, int]) -> bool:
        """Whether no other cell of the row can take the answer."""
        table, row, column = cell
        row_cells = [
            c for c in self.paragraphs if c[:2] == (table, row) and c[2] > column and (table, c[2]) not in self.white
        ]
        if not row_cells:
            return not self._answered_below(cell)
        return all(any(self.flow[i].text().strip().endswith(":") for i in self.paragraphs[c]) for c in row_cells)

    def _answered_below(self, cell: tuple[int, int, int]) -> bool:
        """Whether the row under a cell that fills its row is one empty cell: the answer goes there."""
        table, row, column = cell
        here, below = ([c for c in self.paragraphs if c[:2] == (table, r)] for r in (row, row + 1))
        empty = all(not self.flow[i].text().strip() for c in below for i in self.paragraphs[c])
        return len(here) == 1 and len(below) == 1 and empty and column == below[0][2]

    def ends_or_lists(self, number: int, cell: Sequence[int]) -> bool:
        """Whether a label is the last of its cell, or one of several under each other: "Name:" over "Phone:"."""
        texts = [self.flow[n].text().strip() for n in cell]
        listed = len(texts) > 1 and all(t.endswith(":") and len(t.split()) <= 4 for t in texts)
        return listed or (cell[-1] == number and len(texts[-1].split()) <= 10)

    def bare_label(self, number: int) -> bool:
        """Whether neighbours look the same ("Name:" / "Title:"), and no list, box or line follows."""
        following = next((p for p in self.flow[number + 1 :] if p.part == "body" and p.text().strip()), None)
        if following is not None and (has_place(following) or following.cell is not None):
            return False
        around = [p.text().strip() for p in self.flow[max(0, number - 2) : number + 3] if p.cell is None]
        return sum(t.endswith(":") and len(t.split()) <= 8 for t in around) >= 2


def _by_cell(flow: Sequence[Paragraph]) -> dict[tuple[int, int, int], list[int]]:
    out: dict[tuple[int, int, int], list[int]] = {}
    for number, paragraph in enumerate(flow):
        if paragraph.cell is not None and paragraph.part not in ("header", "footer"):
            out.setdefault(paragraph.cell, []).append(number)
    return out
