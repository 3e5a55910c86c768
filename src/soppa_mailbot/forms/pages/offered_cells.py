"""Cells that hold nothing but answers to choose from: "Is data encrypted? | Yes / No".

Such a cell says by itself how it is answered: one of its words is left, or marked. As the head of a column ("Control |
Yes / No" over empty cells), or beside an empty cell, it only tells what to write there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from soppa_mailbot.forms.common.words_ringed import are_alone

Cell = tuple[int, int, int]


def answers_asked(texts: Mapping[Cell, str], cell: Cell | None) -> bool:
    """Whether a cell of a Word table (table, row, column) is such an answer; `texts` are those of all cells."""
    if cell is None or not are_alone(texts.get(cell, "")):
        return False
    table, row, column = cell
    beside = sorted(c for c in texts if c[:2] == (table, row))
    below = sorted(c for c in texts if c[0] == table and c[1] > row and c[2] == column)
    return is_answer_cell([texts[c] for c in beside if c < cell], [texts[c] for c in beside], [texts[c] for c in below])


def is_answer_cell(before: Sequence[str], row: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a cell with answers alone is answered itself: the cells before it, all of its row, those below it."""
    question = before[-1].strip() if before else ""
    if not any(c.isalpha() for c in question) or are_alone(question) or not all(text.strip() for text in row):
        return False
    empty = [not text.strip() for text in below]
    return not (all(empty) if question.endswith("?") else empty[0]) if empty else True
