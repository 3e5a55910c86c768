"""Columns of Word tables that are white between two others, and no place to write into.

Two blocks of signatures side by side are kept apart by one. It has no head and no word in any row; but neither has the
column of answers in a table of labels and answers, which stands behind a label.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.model import Paragraph

Column = tuple[int, int]  # table, column
_EQUAL = 2  # rows that say the same on both sides


def white_columns(flow: Sequence[Paragraph]) -> frozenset[Column]:
    """The white columns of all tables."""
    tables: dict[int, dict[int, dict[int, str]]] = {}
    for paragraph in flow:
        if paragraph.cell is not None and paragraph.part not in ("header", "footer"):
            table, row, column = paragraph.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            written = paragraph.text() + ("\ufffc" if any(r.control or r.image for r in paragraph.runs) else "")
            cells[column] = f"{cells.get(column, '')} {written}".strip()
    return frozenset((table, column) for table, rows in tables.items() for column in _white([*rows.values()]))


def _white(rows: Sequence[dict[int, str]]) -> list[int]:
    blank = {c for row in rows for c in row if not any(r.get(c) for r in rows)}
    out: list[int] = []
    for column in sorted(blank):
        beside = [(_before(r, column), _behind(r, column)) for r in rows if column in r]
        beside = [(a, b) for a, b in beside if a is not None and b is not None]
        equal = sum(bool(a) and _plain(a) == _plain(b) for a, b in beside if a is not None and b is not None)
        behind_place = sum(not _words(a) and bool(_words(b)) for a, b in beside if a is not None and b is not None)
        last = column == max(blank)  # else each text is a label, with its answer in the column behind it
        if (equal >= _EQUAL and last) or (behind_place and 2 * behind_place >= len(beside) and column - 1 not in out):
            out.append(column)
    return out


def _before(row: dict[int, str], column: int) -> str | None:
    return row[max(c for c in row if c < column)] if any(c < column for c in row) else None


def _behind(row: dict[int, str], column: int) -> str | None:
    return row[min(c for c in row if c > column)] if any(c > column for c in row) else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" :*.").split())


def _words(text: str | None) -> str:
    return (text or "").strip("_ \ufffc\xa0\t")
