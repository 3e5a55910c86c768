"""Two token sequences laid beside each other: unique n-grams first, then what lies between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher

_EXACT = 40_000  # product of two gap lengths up to which the gap is compared in full


def align(a: Sequence[str], b: Sequence[str]) -> list[int]:
    """For each token of `a` the index of its counterpart in `b`, or -1. Counterparts keep their order."""
    out = [-1] * len(a)
    _align(a, 0, len(a), b, 0, len(b), out, (4, 3, 2, 1))
    return out


def _align(
    a: Sequence[str], a0: int, a1: int, b: Sequence[str], b0: int, b1: int, out: list[int], sizes: tuple[int, ...]
) -> None:
    while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
        out[a0] = b0
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
        out[a1 - 1] = b1 - 1
        a1, b1 = a1 - 1, b1 - 1
    if a0 >= a1 or b0 >= b1:
        return
    for index, size in enumerate(sizes):
        pairs = _unique_pairs(a, a0, a1, b, b0, b1, size)
        if pairs:
            _between(a, a0, a1, b, b0, b1, out, pairs, size, sizes[index:])
            return
    if (a1 - a0) * (b1 - b0) <= _EXACT:
        matcher = SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False)
        for i, j, count in matcher.get_matching_blocks():
            for k in range(count):
                out[a0 + i + k] = b0 + j + k


def _between(
    a: Sequence[str],
    a0: int,
    a1: int,
    b: Sequence[str],
    b0: int,
    b1: int,
    out: list[int],
    pairs: list[tuple[int, int]],
    size: int,
    sizes: tuple[int, ...],
) -> None:
    at_a, at_b = a0, b0
    for i, j in pairs:
        if i < at_a or j < at_b:
            continue  # overlaps the n-gram before, whose extension has taken it
        _align(a, at_a, i, b, at_b, j, out, sizes)
        for k in range(size):
            out[i + k] = j + k
        at_a, at_b = i + size, j + size
        while at_a < a1 and at_b < b1 and a[at_a] == b[at_b]:
            out[at_a] = at_b
            at_a, at_b = at_a + 1, at_b + 1
    # After the last anchor nothing of this size is unique any more.
    rest = sizes[1:] if at_a == a0 and at_b == b0 else sizes
    _align(a, at_a, a1, b, at_b, b1, out, rest)


def _unique_pairs(
    a: Sequence[str], a0: int, a1: int, b: Sequence[str], b0: int, b1: int, size: int
) -> list[tuple[int, int]]:
    """n-grams that occur once on each side, the longest chain of them that keeps order on both."""
    here, there = _once(a, a0, a1, size), _once(b, b0, b1, size)
    pairs = sorted((i, there[gram]) for gram, i in here.items() if gram in there)
    return _longest_increasing(pairs)


def _once(tokens: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    seen: dict[tuple[str, ...], int] = {}
    twice: set[tuple[str, ...]] = set()
    for index in range(start, end - size + 1):
        gram = tuple(tokens[index : index + size])
        if gram in seen:
            twice.add(gram)
        seen[gram] = index
    for gram in twice:
        del seen[gram]
    return seen


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before[index] = ends[at - 1] if at else -1
        if at == len(tails):
            tails.append(j)
            ends.append(index)
        else:
            tails[at], ends[at] = j, index
    out = []
    index = ends[-1] if ends else -1
    while index >= 0:
        out.append(pairs[index])
        index = before[index]
    return out[::-1]
