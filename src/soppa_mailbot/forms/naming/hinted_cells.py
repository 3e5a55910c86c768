"""Cells to write in that show how the answer is to look, in brackets: "Phone | (area code first)".

The hint is no label: what is asked for stands in the cell before it. A vendor leaves the hint there, writes behind it,
or puts the answer in its stead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.prompts import is_note
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.roles import asks_signature

Cell = tuple[int, int, int]
_HINT = re.compile(r"\([^\W\d_][^()_☐☒]{2,60}\)")
_LONGEST = 8  # words of a hint
_COLUMNS = 2  # cells of a row at least: what is asked for, and its answer


def is_hint(text: str) -> bool:
    """Whether a text is a remark in brackets on how an answer is to look, and nothing else."""
    bare = text.strip()
    told = _HINT.fullmatch(bare) is not None and len(bare.split()) <= _LONGEST and not is_note(bare)
    return told and not (is_of_signer(bare.strip("()")) or asks_signature(bare.strip("()")))


def hinted_cells(rows_of: Mapping[int, Mapping[int, Mapping[int, str]]], busy: Iterable[Cell]) -> frozenset[Cell]:
    """The last cells of rows that show a hint and nothing else behind a label, and are answered in.

    Another row has an empty cell there: else it is no column of answers. `busy`: cells with a place in them.
    """
    taken = set(busy)
    out: set[Cell] = set()
    for table, rows in rows_of.items():
        ends = {r: tuple(sorted(cells)[-_COLUMNS:]) for r, cells in rows.items() if len(cells) >= _COLUMNS}
        free = {last for r, (left, last) in ends.items() if rows[r][left].strip() and not rows[r][last].strip()}
        for r, (left, last) in ends.items():
            asked = rows[r][left].strip()
            labelled = any(c.isalpha() for c in asked) and not is_hint(asked) and (table, r, left) not in taken
            if labelled and last in free and is_hint(rows[r][last]) and (table, r, last) not in taken:
                out.add((table, r, last))
    return frozenset(out)
