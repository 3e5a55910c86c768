"""Own words of a table that an answer repeats: "Mattoon CUSD 2" right before the row that the form numbers 2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from soppa_mailbot.forms.tokens import Token

_FEWEST = 3  # words of a table that say where it is in the paper

Shift = tuple[int, int, int]  # table of the paper, rows and columns from the blank's cell to the paper's


def in_same_cells(own: Sequence[Token], paper: Sequence[Token], to_paper: Sequence[int]) -> list[int]:
    """Per own word the paper's word that it is, in the cell in which the other words of its table say that it is.

    A table that lies in the paper as in the blank, moved as a whole, has its words in the same cells. Where the paper
    has a word's twin in another cell and the word itself in its own, the twin belongs to an answer.
    """
    out = list(to_paper)
    shifts: dict[int, Counter[Shift]] = {}
    for index, number in enumerate(to_paper):
        if number >= 0 and (shift := _shift(own[index], paper[number])):
            shifts.setdefault(own[index].cell[0], Counter())[shift] += 1  # type: ignore[index]
    for index, number in enumerate(to_paper):
        cell = own[index].cell
        if number < 0 or cell is None or cell[0] not in shifts:
            continue
        (usual, times), total = shifts[cell[0]].most_common(1)[0], shifts[cell[0]].total()
        if times < _FEWEST or 2 * times <= total or _shift(own[index], paper[number]) == usual:
            continue
        target = (usual[0], cell[1] + usual[1], cell[2] + usual[2])
        before = max((n for n in out[:index] if n >= 0), default=-1)
        after = min((n for n in to_paper[index + 1 :] if n >= 0), default=len(paper))
        there = [n for n in range(before + 1, after) if paper[n].cell == target and paper[n].norm == own[index].norm]
        if there:
            out[index] = there[0]
    return out


def _shift(own: Token, there: Token) -> Shift | None:
    if own.cell is None or there.cell is None:
        return None
    return there.cell[0], there.cell[1] - own.cell[1], there.cell[2] - own.cell[2]
