"""Rows of a table that are each marked with an X, under a row that asks and has no cell for an answer itself.

Spreadsheets ask so: "B2 | Intended users (X all that apply) |" over "Teachers | (white)" and "Families | (white)". In
a table with a column of numbers the rows without one tell it as well: "Outcome" over "Approved" and "Declined".
"""

from __future__ import annotations

from collections.abc import Mapping

from soppa_mailbot import lazy_re as re

Cell = tuple[int, int, int]  # table, row, column
Rows = Mapping[int, Mapping[int, Mapping[int, str]]]  # table -> row -> column -> text

_TOLD = re.compile(
    r"\b(?:x|check|mark|tick|select|choose|put an x|place an x)\b[^.?]{0,30}\b(?:all|every|each|one|any)\b"
    r"(?! (?:answers?|fields?|lines?|rows?|questions?|entry|entries|pages?)\b)"
    r"|(?<!complete )(?<!answer )(?<!fill in )(?<!fill out )"
    r"\b(?:all|any|those|every(?:thing)?) that (?:apply|applies|fits?)\b",
    re.IGNORECASE,
)
# what asks for words is no choice; neither is what a person or company is written down with, unless a row says so
_ASKS = re.compile(
    r"[?:]\s*$|^\W*(?:describe|list|explain|provide|give|where|who|what|when|how|which|is|are|do|does|will|has|have|"
    r"date of (?:the )?(?:last|next|first|latest|most recent)|(?:annual|total|unit) (?:cost|price|fee)s?)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"\b(?:name|title|e-?mail|(?:tele)?phone|mobile|fax|address|street|city|zip|website|url|date|number|amount|"
    r"signature)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*(?:[A-Z]{0,2}[-.]?\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z])\W*", re.IGNORECASE)


def marked_rows(rows_of: Rows) -> dict[Cell, Cell]:
    """The cells to put a mark into -> the cell with their question."""
    out: dict[Cell, Cell] = {}
    bare = unnumbered(rows_of)
    for table, rows in rows_of.items():
        question: Cell | None = None
        told = False
        marks: int | None = None  # the column of this question's marks
        for number in sorted(rows):
            row = rows[number]
            said = [c for c in row if row[c] and not _NUMBER.fullmatch(row[c])]
            asks = len(said) == 1 and _TOLD.search(row[said[0]]) is not None
            if len(said) == 1 == sum(map(bool, row.values())) and question is not None and not asks:
                white = [c for c in row if not row[c] and c > said[0]][:1]
                white = white or [c for c in row if not row[c] and told][-1:]
                under = told or _is_under(question, said[0], (table, number), bare)
                if white and under and _is_option(row[said[0]], told=told) and marks in (None, white[0]):
                    marks = white[0]
                    out[table, number, marks] = question
                    continue
            question, told, marks = None, asks, None
            if len(said) == 1 and not any(c > said[0] and not row[c] for c in row) and (asks or said[0] > min(row)):
                question = table, number, said[0]
    return {cell: asked for cell, asked in out.items() if sum(a == asked for a in out.values()) > 1}


def _is_option(text: str, *, told: bool) -> bool:
    return _ASKS.search(text) is None and (told or _WRITTEN.search(text) is None)


def _is_under(question: Cell, column: int, row: tuple[int, int], bare: frozenset[Cell]) -> bool:
    """Whether a row without a number has its words right under those of the row that asks."""
    return column == question[2] and any(c[:2] == row and c[2] < column for c in bare)


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
