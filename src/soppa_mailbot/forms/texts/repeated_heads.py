"""Heads of a Word file's table that its print repeats where the table goes on on another page.

They stand between the answer of the last row before them and the label of the next, and would be taken for an answer.
"""

from __future__ import annotations

from soppa_mailbot.forms.texts.comparison import Comparison

_COLUMNS = 2  # that a row of heads names, at least


def without_repeated_heads(comparison: Comparison) -> Comparison:
    """The comparison without the heads at the top of a page that the blank has once, before the rows above them."""
    heads = _heads(comparison)
    paper, taken = comparison.paper, set(comparison.to_paper)
    gone: set[int] = set()
    for number in range(1, len(paper) if heads else 0):
        if paper[number].page == paper[number - 1].page:
            continue
        for head in heads:
            here = range(number, number + len(head))
            said = tuple(t.norm for t in paper[number : number + len(head)] if t.page == paper[number].page)
            if said == head and taken.isdisjoint(here):
                gone.update(here)
    return comparison.without(gone)


def _heads(comparison: Comparison) -> list[tuple[str, ...]]:
    """The words of each table's first row, where they head columns and are found above."""
    found: dict[int, list[int]] = {}
    for number, token in enumerate(comparison.blank.tokens):
        if token.cell is not None and token.cell[1] == 0:
            found.setdefault(token.cell[0], []).append(number)
    own = comparison.blank.tokens
    return [
        tuple(own[n].norm for n in row)
        for row in found.values()
        if len({own[n].cell for n in row}) >= _COLUMNS and all(comparison.to_paper[n] >= 0 for n in row)
    ]
