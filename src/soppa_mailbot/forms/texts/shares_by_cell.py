"""Words that were inserted into a table, shared out among its places by their cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.texts.comparison import Comparison

Cell = tuple[int, int, int]


def by_its_cell(comparison: Comparison, slots: Sequence[Slot], inserted: Sequence[Token]) -> list[list[Token]] | None:
    """By table cells: a slot's cell in the paper lies as far from a known word's cell as in the blank."""
    loose = [t for t in inserted if t.cell is None]
    lines = [s for s in slots if s.cell is None]
    if len(lines) == len(slots) or len(lines) > 1 or any(t.box for t in loose) or (loose and not lines):
        return None
    out: list[list[Token]] = []
    targets: list[Cell | None] = []
    for slot in slots:
        target = _cell_in_paper(comparison, slot) if slot.cell is not None else None
        targets.append(target)
        out.append(loose if slot.cell is None else [t for t in inserted if target and t.cell == target])
    told = [c for c in targets if c is not None]
    if len({*told}) < len(told):
        return None
    filled = list(map(bool, out))
    added = [t for t in inserted if t.cell is not None and t.cell not in told]
    rows = {t.cell[:2] for t in added if t.cell}
    for token in added:  # rows that a vendor added under the last one, which is filled itself
        above = [(c[1], n) for n, c in enumerate(targets) if c and _is_under(token, c, rows)]
        if not above or not filled[max(above)[1]]:
            return None
        out[max(above)[1]] = [*out[max(above)[1]], token]
    return out


def _is_under(token: Token, upper: Cell, added: Collection[tuple[int, int]]) -> bool:
    """Whether a word stands in a cell's column, and nothing but rows that were added lies between."""
    cell = token.cell
    if cell is None or cell[0] != upper[0] or cell[2] != upper[2] or cell[1] <= upper[1]:
        return False
    return all((cell[0], row) in added for row in range(upper[1] + 1, cell[1]))


def _cell_in_paper(comparison: Comparison, slot: Slot) -> Cell | None:
    if slot.cell is None:
        return None
    table, row, column = slot.cell
    near = sorted(
        (
            (abs(t.cell[1] - row) * 10 + abs(t.cell[2] - column), i)
            for i, t in enumerate(comparison.blank.tokens)
            if t.cell and t.cell[0] == table and comparison.to_paper[i] >= 0
        ),
    )
    for _, index in near[:3]:
        here, there = comparison.blank.tokens[index].cell, comparison.paper[comparison.to_paper[index]].cell
        if here and there:
            return there[0], there[1] + row - here[1], there[2] + column - here[2]
    return None
