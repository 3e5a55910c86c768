"""Columns and cells of Word tables that are white and no place to write into.

Two blocks of signatures side by side are kept apart by a column. It has no head and no word in any row; but neither has
the column of answers in a table of labels and answers, which stands behind a label. And the shorter of the two blocks
leaves cells under its last line.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Paragraph

Column = tuple[int, int]  # table, column
Cell = tuple[int, int, int]  # table, row, column
_EQUAL = 2  # rows that say the same on both sides
_LINES = 2  # of a block, at least
_OWN_LINE = re.compile(r"\w.*_{3,}|_{3,}.*\w", re.DOTALL)  # a label with its line: "Date: ____"


def white_columns(flow: Sequence[Paragraph]) -> frozenset[Column]:
    """The white columns of all tables."""
    return frozenset((table, column) for table, rows in _tables(flow).items() for column in _white([*rows.values()]))


def white_ends(flow: Sequence[Paragraph]) -> frozenset[Cell]:
    """The white cells under the last line of a block whose lines carry their own labels, as its neighbour's do, and
    those of a first column of headings, beside further lines that each stands for, and a spare row under two blocks."""
    return frozenset(
        (table, *cell) for table, rows in _tables(flow).items() for cell in (*_ends(rows), *_leads(rows), *_spare(rows))
    )


def _tables(flow: Sequence[Paragraph]) -> dict[int, dict[int, dict[int, str]]]:
    """What is written in the cells: table -> row -> column -> text, controls and pictures as one character."""
    tables: dict[int, dict[int, dict[int, str]]] = {}
    for paragraph in flow:
        if paragraph.cell is not None and paragraph.part not in ("header", "footer"):
            table, row, column = paragraph.cell
            cells = tables.setdefault(table, {}).setdefault(row, {})
            written = paragraph.text() + ("\ufffc" if any(r.control or r.image for r in paragraph.runs) else "")
            cells[column] = f"{cells.get(column, '')} {written}".strip()
    return tables


def _leads(rows: dict[int, dict[int, str]]) -> list[tuple[int, int]]:
    """Under "Assessment | Test scores" the white cell of "(white) | Observation data"."""
    out = []
    above = ""
    for number in sorted(rows):
        row = rows[number]
        first, *others = sorted(row)
        printed = [c for c in others if _words(row[c]) and not _OWN_LINE.search(row[c]) and "\ufffc" not in row[c]]
        if _words(row[first]):
            above = row[first] if number != min(rows) and printed else ""
        elif above and not row[first] and others and printed[:1] == others[:1]:
            out.append((number, first))
    return out


def _spare(rows: dict[int, dict[int, str]]) -> list[tuple[int, int]]:
    """The white last row under lines that have their labels below them, alike in both blocks: no answer goes there.

    The first row says who signs in which block: the one over the first line is no label of it.
    """
    numbers = sorted(rows)
    texts = [[t for t in rows[n].values() if t] for n in numbers]
    if len(numbers) < 2 + 2 * _LINES or texts[-1] or len(numbers) % 2:
        return []
    lines, labels = texts[1:-1:2], texts[2:-1:2]
    ruled = all(len(row) > 1 and not any(_words(t) for t in row) for row in lines)
    alike = all(len(row) > 1 and len({_plain(t) for t in row}) == 1 and _words(row[0]) for row in labels)
    heads = len(texts[0]) > 1 and len({_plain(t) for t in texts[0]}) == len(texts[0])
    return [(numbers[-1], column) for column in rows[numbers[-1]]] if ruled and alike and heads else []


def _ends(rows: dict[int, dict[int, str]]) -> list[tuple[int, int]]:
    out = []
    for number, row in rows.items():
        beside = [text for text in row.values() if text]
        if not beside or not all(_OWN_LINE.search(text) for text in beside):
            continue
        for column in (c for c, text in row.items() if not text):
            over = [r[column] for n, r in rows.items() if n < number and column in r]
            under = [r[column] for n, r in rows.items() if n > number and column in r]
            while over and not over[-1]:
                over.pop()
            lines = [text for text in over if _OWN_LINE.search(text)]
            if not any(under) and len(lines) >= _LINES and over[-1] is lines[-1] and all(over):
                out.append((number, column))
    return out


def _white(rows: Sequence[dict[int, str]]) -> list[int]:
    blank = {c for row in rows for c in row if not any(r.get(c) for r in rows)}
    out: list[int] = []
    for column in sorted(blank):
        beside = [(_before(r, column), _behind(r, column)) for r in rows if column in r]
        beside = [(a, b) for a, b in beside if a is not None and b is not None]
        equal = sum(bool(a) and _plain(a) == _plain(b) for a, b in beside if a is not None and b is not None)
        behind_place = sum(not _words(a) and bool(_words(b)) for a, b in beside if a is not None and b is not None)
        between_lines = any(_is_line(a) and _is_line(b) for a, b in beside)
        last = column == max(blank)  # else each text is a label, with its answer in the column behind it
        behind_places = behind_place and 2 * behind_place >= len(beside) and column - 1 not in out
        if between_lines or (equal >= _EQUAL and last) or behind_places:
            out.append(column)
    return out


def _before(row: dict[int, str], column: int) -> str | None:
    return row[max(c for c in row if c < column)] if any(c < column for c in row) else None


def _behind(row: dict[int, str], column: int) -> str | None:
    return row[min(c for c in row if c > column)] if any(c > column for c in row) else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" :*.").split())


def _is_line(text: str | None) -> bool:
    return bool(text) and not _words(text) and "_" in (text or "")


def _words(text: str | None) -> str:
    return (text or "").strip("_ \ufffc\xa0\t")
