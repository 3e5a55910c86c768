"""Rows of a table that are each marked with an X, under a row that asks and has no cell for an answer itself.

Spreadsheets ask so: "B2 | Intended users (X all that apply) |" over "Teachers | (white)" and "Families | (white)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Cell = tuple[int, int, int]  # table, row, column
Rows = Mapping[int, Mapping[int, Mapping[int, str]]]  # table -> row -> column -> text

_TOLD = re.compile(
    r"\b(?:x|check|mark|tick|select|choose|put an x|place an x)\b[^.?]{0,30}\b(?:all|every|each|one|any)\b"
    r"|\b(?:all|any|those|every(?:thing)?) that (?:apply|applies|fits?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*(?:[A-Z]{1,2}[-.]?)?\d{0,3}(?:\.\d{1,2})*[a-z]?\W*", re.IGNORECASE)


def marked_rows(rows_of: Rows) -> dict[Cell, Cell]:
    """The cells to put a mark into -> the cell with their question."""
    out: dict[Cell, Cell] = {}
    for table, rows in rows_of.items():
        question: int | None = None
        for number in sorted(rows):
            row = rows[number]
            said = [c for c in row if row[c] and not _NUMBER.fullmatch(row[c])]
            if len(said) == 1 and _TOLD.search(row[said[0]]) and not any(c > said[0] and not row[c] for c in row):
                question, asked = number, said[0]
                continue
            white = [c for c in row if not row[c] and said and c > said[0]] or [c for c in row if not row[c]]
            if question is None or len(said) != 1 or len(said) != sum(map(bool, row.values())) or not white:
                question = None
                continue
            out[table, number, white[0] if white[0] > said[0] else white[-1]] = (table, question, asked)
    return {cell: asked for cell, asked in out.items() if sum(a == asked for a in out.values()) > 1}


def unnumbered(rows_of: Rows) -> frozenset[Cell]:
    """The white cells of a column of numbers ("A1", "3."), before the words of a row that has none."""
    out: set[Cell] = set()
    for table, rows in rows_of.items():
        first = min((c for row in rows.values() for c in row), default=0)
        said = [row[first] for row in rows.values() if row.get(first)]
        numbers = [text for text in said if any(c.isdigit() for c in text) and _NUMBER.fullmatch(text)]
        if 2 * len(numbers) <= len(said):
            continue
        out |= {(table, n, first) for n, row in rows.items() if row.get(first) == "" and any(row.values())}
    return frozenset(out)
