"""Rows in the middle of a Word table that head what follows: "C. STUDENT DATA | Yes | No | Comments"."""

from __future__ import annotations

from collections.abc import Mapping

from soppa_mailbot.forms.common.tokens import pieces

_FEWEST = 3  # cells of such a row
_FEWEST_MERGED = 2  # cells of a row that ends with a merged one
_LONGEST = 4  # words of a column's head

Row = Mapping[int, str]  # column -> what a cell says


def by_table(cells: Mapping[tuple[int, int, int], str]) -> dict[int, dict[int, dict[int, str]]]:
    """What cells (table, row, column) say, by table, row and column."""
    out: dict[int, dict[int, dict[int, str]]] = {}
    for (table, row, column), text in cells.items():
        out.setdefault(table, {}).setdefault(row, {})[column] = text.strip()
    return out


def section_row(rows: Mapping[int, Row], row: int, column: int) -> int | None:
    """The nearest row over a cell, below the table's first, that heads its column.

    None where a section without heads begins in between, where the first row is the nearest, and for a cell that goes
    across several of the columns.
    """
    for above in sorted((r for r in rows if 0 < r < row), reverse=True):
        cells = rows[above]
        if len(cells) == 1 and any(cells.values()):
            return None
        if _is_head(cells):
            following = min((c for c in cells if c > column), default=None)
            fits = column in cells and (following is None or following in rows[row])
            return above if fits else None
    return None


def second_heads(rows: Mapping[int, Row], top: int, column: int) -> int:
    """The row of a column's own head, where the one at `top` goes over several: "Collected" over "Yes | No".

    The other heads of `top` go down to it: the second row has no cell for them.
    """
    above, below = rows.get(top, {}), rows.get(top + 1, {})
    merged = bool(below) and column in below and min(below) > min(above, default=0) and all(below.values())
    return top + 1 if merged and all(kind == "word" for t in below.values() for kind, _, _, _ in pieces(t)) else top


def spans_heads(rows: Mapping[int, Row], row: int, column: int, top: int) -> bool:
    """Whether a row's last cell goes across columns that other rows have one by one: "Other data | ___" under
    "Data element | Yes | No"."""
    here, heads = rows.get(row, {}), rows.get(top, {})
    if not here or column != max(here) or len(here) < _FEWEST_MERGED or max(heads, default=0) <= column:
        return False
    return any(list(cells) == list(heads) for number, cells in rows.items() if number not in (row, top))


def _is_head(cells: Row) -> bool:
    texts = [cells[c].strip() for c in sorted(cells)]
    if len(texts) < _FEWEST or not all(texts) or not any(c.isalpha() for c in texts[0][:4]):
        return False
    if any(len(t.split()) > _LONGEST or t.endswith((":", "?")) for t in texts[1:]):
        return False
    return all(kind == "word" for t in texts for kind, _, _, _ in pieces(t))
