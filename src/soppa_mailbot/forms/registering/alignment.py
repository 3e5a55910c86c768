"""The words of a blank's line against the words that OCR read there: which is which, what stands in place of what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.common.likeness import likeness
from soppa_mailbot.forms.common.tokens import Token

_JOINED = 88.0  # likeness from which two words joined are one that was read
_SKIP = 0.9  # of a word's letters: what it costs to leave it without a partner; dearer than an unlike partner


@dataclass(frozen=True, slots=True)
class Step:
    """Some words of the blank and what was read for them; either may be empty."""

    own: tuple[int, ...]  # positions in the line
    read: tuple[int, ...]
    same: bool


def aligned(own: Sequence[Token], read: Sequence[Token]) -> list[Step]:
    """Every word of both in order. Two words that OCR joined, and one that it parted, are paired as well."""
    rows, columns = len(own) + 1, len(read) + 1
    cost = [[0.0] * columns for _ in range(rows)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            if i == j == 0:
                continue
            ways = [
                (cost[i - a][j - b] + _cost(own[i - a : i], read[j - b : j]), (a, b))
                for a, b in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
                if i >= a and j >= b
            ]
            cost[i][j], step[i][j] = min(ways)
    steps = []
    i, j = len(own), len(read)
    while i or j:
        a, b = step[i][j]
        mine, theirs = tuple(range(i - a, i)), tuple(range(j - b, j))
        steps.append(Step(mine, theirs, _same(own[i - a : i], read[j - b : j])))
        i, j = i - a, j - b
    return steps[::-1]


def like(own: Sequence[Token], mine: Sequence[int], read: Sequence[Token], theirs: Sequence[int]) -> str:
    """same | other | unclear, of the words joined."""
    return likeness("".join(own[i].norm for i in mine), "".join(read[j].norm for j in theirs))


def _cost(own: Sequence[Token], read: Sequence[Token]) -> float:
    a, b = "".join(t.norm for t in own), "".join(t.norm for t in read)
    if not a or not b:
        return _SKIP * len(a or b)
    uneven = 0.3 * abs(len(own) - len(read))
    if _same(own, read):
        return uneven + 0.1 * Levenshtein.distance(a, b)
    return uneven + float(Levenshtein.distance(a, b)) + (2.0 if len(own) != len(read) else 0.0)


def _same(own: Sequence[Token], read: Sequence[Token]) -> bool:
    """Whether the words can be the same. Joined ones must be nearly so: "operator shall" is like "operator"."""
    a, b = "".join(t.norm for t in own), "".join(t.norm for t in read)
    if not a or not b or likeness(a, b) != "same":
        return False
    return len(own) == len(read) or ratio(a, b) >= _JOINED
