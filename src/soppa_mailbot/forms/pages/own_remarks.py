"""The District's own remarks in a table of questions: a column "Remarks" in which the form says some itself.

"Student ID | Local or state ID | [ ] Yes [ ] No" over "Date of birth | | [ ] Yes [ ] No": the question is answered by
its boxes, and what stands between is there to be read. Where nothing is remarked of a row nobody is asked for it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.pages.marked_rows import Cell, Rows

_HEAD = re.compile(
    r"(?:(?:our|district)\s+)?(?:(?:comments?|remarks?|notes?|examples?|explanations?|descriptions?|details)"
    r"(?:\s*(?:/|or|and|,)\s*)?){1,2}",
    re.IGNORECASE,
)
_PRINTED = 2  # rows with a remark of the form's: one may be the example of what a vendor writes


def own_remarks(rows_of: Rows, boxes: Collection[Cell]) -> frozenset[Cell]:
    """The cells of such columns, printed and empty ones. `boxes` are the cells with boxes to tick."""
    out: set[Cell] = set()
    for table, rows in rows_of.items():
        top = min(rows, default=0)
        for column, head in rows.get(top, {}).items():
            if column and _HEAD.fullmatch(head.strip(" :")):
                out |= _column(table, {r: cells for r, cells in rows.items() if r > top}, column, boxes)
    return frozenset(out)


def _column(table: int, rows: Mapping[int, Mapping[int, str]], column: int, boxes: Collection[Cell]) -> set[Cell]:
    cells = {(table, r, column): said[column] for r, said in rows.items() if column in said}
    asked = all(said.get(min(said)) and any((table, r, c) in boxes for c in said) for r, said in rows.items())
    printed = sum(bool(text.strip()) for text in cells.values())
    if not asked or printed < _PRINTED or any(cell in boxes for cell in cells):
        return set()
    return set(cells)
