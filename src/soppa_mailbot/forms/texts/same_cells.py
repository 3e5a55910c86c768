"""Own words of a table that an answer repeats: "Mattoon CUSD 2" right before the row that the form numbers 2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from soppa_mailbot.forms.common.tokens import Token

_FEWEST = 3  # words of a table that say where it is in the paper

Shift = tuple[int, int, int]  # table of the paper, rows and columns from the blank's cell to the paper's


def in_same_cells(own: Sequence[Token], paper: Sequence[Token], to_paper: Sequence[int]) -> list[int]:
    """Per own word the paper's word that it is, in the cell in which the other words of its table say that it is.

    A table that lies in the paper as in the blank, moved as a whole, has its words in the same cells. Where the paper
    has a word's twin in another cell and the word itself in its own, the twin belongs to an answer.
    """
    shifts: dict[int, Counter[Shift]] = {}
    for index, number in enumerate(to_paper):
        cell = own[index].cell
        if number >= 0 and cell is not None and (shift := _shift(own[index], paper[number])):
            shifts.setdefault(cell[0], Counter())[shift] += 1
    usual = {table: shift for table, counts in shifts.items() if (shift := _usual(counts)) is not None}
    after = _next_known(to_paper, len(paper))
    out = list(to_paper)
    before = -1
    for index, number in enumerate(to_paper):
        cell = own[index].cell
        moved = usual.get(cell[0]) if number >= 0 and cell is not None else None
        if cell is not None and moved is not None and _shift(own[index], paper[number]) != moved:
            target = (moved[0], cell[1] + moved[1], cell[2] + moved[2])
            between = range(before + 1, after[index])
            there = (n for n in between if paper[n].cell == target and paper[n].norm == own[index].norm)
            out[index] = next(there, number)
        before = max(before, out[index])
    return out


def _usual(counts: Counter[Shift]) -> Shift | None:
    """How a table is moved, where most of its words say the same."""
    (shift, times), *_ = counts.most_common(1)
    return shift if times >= _FEWEST and 2 * times > counts.total() else None


def _next_known(to_paper: Sequence[int], end: int) -> list[int]:
    """Per own word the first word of the paper that is one of those behind it."""
    out = []
    for number in reversed(to_paper):
        out.append(end)
        end = min(end, number) if number >= 0 else end
    return out[::-1]


def _shift(own: Token, there: Token) -> Shift | None:
    if own.cell is None or there.cell is None:
        return None
    return there.cell[0], there.cell[1] - own.cell[1], there.cell[2] - own.cell[2]
