"""Two token sequences laid beside each other: unique n-grams first, then what lies between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

_SLIDE = 6  # words over which an insertion may be moved to the place it belongs to
_EXACT = 40_000  # product of two gap lengths up to which the gap is compared in full


def align(a: Sequence[str], b: Sequence[str], breaks: Collection[int] = ()) -> list[int]:
    """For each token of `a` the index of its counterpart in `b`, or -1. Counterparts keep their order.

    `breaks` are positions in `a` where `b` may have more words. Runs of equal words are not followed past them: the
    first word of an answer may be the same as the first word after its place ("the quote", "The District ...").
    """
    job = _Alignment(a, b, frozenset(breaks))
    job.run(0, len(a), 0, len(b), (4, 3, 2, 1))
    job.slide()
    return job.out


class _Alignment:
    def __init__(self, a: Sequence[str], b: Sequence[str], breaks: frozenset[int]) -> None:
        self.a = a
        self.b = b
        self.breaks = breaks
        self.out = [-1] * len(a)

    def run(self, a0: int, a1: int, b0: int, b1: int, sizes: tuple[int, ...]) -> None:
        """Align a[a0:a1] with b[b0:b1]."""
        a0, b0 = self._forward(a0, a1, b0, b1)
        a1, b1 = self._backward(a0, a1, b0, b1)
        if a0 >= a1 or b0 >= b1:
            return
        for index, size in enumerate(sizes):
            pairs = _unique_pairs(self.a, a0, a1, self.b, b0, b1, size)
            if pairs:
                self._between((a0, a1, b0, b1), pairs, size, sizes[index:])
                return
        if (a1 - a0) * (b1 - b0) <= _EXACT:
            matcher = SequenceMatcher(None, self.a[a0:a1], self.b[b0:b1], autojunk=False)
            for i, j, count in matcher.get_matching_blocks():
                for k in range(count):
                    self.out[a0 + i + k] = b0 + j + k

    def _forward(self, a0: int, a1: int, b0: int, b1: int) -> tuple[int, int]:
        while a0 < a1 and b0 < b1 and self.a[a0] == self.b[b0] and (a0 not in self.breaks or a1 - a0 == b1 - b0):
            self.out[a0] = b0
            a0, b0 = a0 + 1, b0 + 1
        return a0, b0

    def _backward(self, a0: int, a1: int, b0: int, b1: int) -> tuple[int, int]:
        while a0 < a1 and b0 < b1 and self.a[a1 - 1] == self.b[b1 - 1]:
            if a1 in self.breaks and a1 < len(self.a) and a1 - a0 != b1 - b0:
                break
            self.out[a1 - 1] = b1 - 1
            a1, b1 = a1 - 1, b1 - 1
        return a1, b1

    def _between(
        self, bounds: tuple[int, int, int, int], pairs: list[tuple[int, int]], size: int, sizes: tuple[int, ...]
    ) -> None:
        a0, a1, b0, b1 = bounds
        at_a, at_b = a0, b0
        for i, j in pairs:
            if i < at_a or j < at_b:
                continue  # overlaps the n-gram before, whose extension has taken it
            self.run(at_a, i, at_b, j, sizes)
            for k in range(size):
                self.out[i + k] = j + k
            at_a, at_b = i + size, j + size
            while at_a < a1 and at_b < b1 and at_a not in self.breaks and self.a[at_a] == self.b[at_b]:
                self.out[at_a] = at_b
                at_a, at_b = at_a + 1, at_b + 1
        # After the last anchor nothing of this size is unique any more.
        self.run(at_a, a1, at_b, b1, sizes if (at_a, at_b) != (a0, b0) else sizes[1:])

    def slide(self) -> None:
        """Words added a few words before or after a break belong to it when the words between are the same."""
        for at in sorted(self.breaks):
            if 0 < at < len(self.a) and self.out[at - 1] >= 0 and self.out[at] == self.out[at - 1] + 1:
                self._slide_back(at) or self._slide_on(at)

    def _slide_back(self, at: int) -> bool:
        """Words were added after a[at:at + count], and end with these same words."""
        for count in range(1, _SLIDE + 1):
            end = at + count
            if end >= len(self.a) or end in self.breaks or self.out[end - 1] < 0:
                return False
            added = self.out[end] - self.out[end - 1] - 1
            if added <= 0:
                continue
            stop = self.out[end]
            if added >= count and list(self.a[at:end]) == list(self.b[stop - count : stop]):
                self.out[at:end] = range(stop - count, stop)
                return True
            return False
        return False

    def _slide_on(self, at: int) -> bool:
        """Words were added before a[at - count:at], and start with these same words."""
        for count in range(1, _SLIDE + 1):
            start = at - count
            if start <= 0 or start in self.breaks or self.out[start] < 0 or self.out[start - 1] < 0:
                return False
            first = self.out[start - 1] + 1
            added = self.out[start] - first
            if added <= 0:
                continue
            if added >= count and list(self.a[start:at]) == list(self.b[first : first + count]):
                self.out[start:at] = range(first, first + count)
                return True
            return False
        return False


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
