"""Words of a page in the order in which a blank has them, where texts stand side by side.

Read line by line, the columns of a newspaper, the lines of two cells without borders, and a label of two lines beside
its answer are mingled. Where they part shows a white strip down the page; that they do, and in which order they are to
be read, shows the blank: more of its words follow each other as they do there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.pages.white_strips import MOST_LINES, white_strips
from soppa_mailbot.model import Word

Known = Collection[tuple[str, ...]]
_CLOSE = 2.0  # heights of a line between the lines of one block
_DEPTH = 12  # splits within splits
_GAIN = 2  # n-grams that a split must bring
_SILENT = 1  # lines in a row that show nothing: a signature beside "By:", which OCR takes for words
_PER_LINE = 0.05  # the worth of reading a line with the next: of equal splits the smallest


def known_runs(stream: Stream, *, over_places: bool = False) -> frozenset[tuple[str, ...]]:
    """Two and three words in a row of a blank, without or with places between them."""
    cuts = frozenset() if over_places else {s.at for s in stream.slots}
    own = [t.norm for t in stream.tokens]
    pairs = {(a, b) for i, (a, b) in enumerate(pairwise(own)) if i + 1 not in cuts}
    threes = {(own[i], own[i + 1], own[i + 2]) for i in range(len(own) - 2) if i + 1 not in cuts and i + 2 not in cuts}
    return frozenset(pairs | threes)


def side_by_side(words: Sequence[Word], known: Known, *, both: bool = False, tail: bool = False) -> list[Word]:
    """The words line by line, but what stands beside a strip first left of it and then right of it where that is how
    the blank has them. `both`: only where it shows on both sides of the strip. `tail`: the lines under the right
    column's last, close to each other and only left of the strip, belong to the left column."""
    order = _Order(known, both, tail)
    return [w for line in order.ordered(rows(words), 0) for w in line]


@dataclass(frozen=True, slots=True)
class _Half:
    """What a line says on one side of a strip, and the label that it begins with: "Name" of "Name: Ana Ruiz"."""

    said: tuple[str, ...] = ()
    label: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Split:
    gain: float
    first: int
    last: int
    x: float


class _Order:
    """Reading order of lines, told by a blank's words."""

    def __init__(self, known: Known, both: bool, tail: bool = False) -> None:
        self.known = known
        self.both = both
        self.tail = tail
        self.said: dict[int, tuple[str, ...]] = {}

    def ordered(self, lines: list[list[Word]], depth: int) -> list[list[Word]]:
        if len(lines) < 2 or len(lines) > MOST_LINES or depth > _DEPTH:
            return lines
        best = max((s for x in white_strips(lines) for s in self._splits(lines, x)), key=lambda s: s.gain, default=None)
        if best is None or best.gain < _GAIN - _PER_LINE * len(lines):
            return lines
        last = best.last
        while self.tail and last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1], best.x):
            last += 1
        beside = lines[best.first : last + 1]
        left = [part for line in beside if (part := [w for w in line if w.box[2] <= best.x])]
        right = [part for line in beside if (part := [w for w in line if w.box[2] > best.x])]
        parts = (lines[: best.first], left, right, lines[last + 1 :])
        return [line for part in parts for line in self.ordered(part, depth + 1)]

    def _splits(self, lines: Sequence[list[Word]], x: float) -> list[_Split]:
        """The best split at a strip that begins with each line."""
        halves = [self._halves(line, x) for line in lines]
        out = []
        for first, start in enumerate(halves):
            if start is None or not (start[0].said and start[1].said):
                continue
            best = self._from(halves, first)
            if best is not None:
                out.append(_Split(*best, x))
        return out

    def _from(self, halves: Sequence[tuple[_Half, _Half] | None], first: int) -> tuple[float, int, int] | None:
        best: tuple[float, int, int] | None = None
        left, right = halves[first] or (_Half(), _Half())
        top = right
        in_rows = self._joined(left, right)
        gains = [0, 0]
        tail = right
        silent = 0
        for number in range(first + 1, len(halves)):
            here = halves[number]
            if here is None:
                break
            brought = [self._joined(left, here[0]), self._joined(right, here[1])]
            silent = 0 if any(brought) else silent + 1
            if silent > (_SILENT if self.both else 0):
                break  # what follows is another cell, or another paragraph
            gains = [a + b for a, b in zip(gains, brought, strict=True)]
            for part in here:
                if part.said:
                    in_rows += self._joined(tail, part)
                    tail = part
            left, right = here[0] if here[0].said else left, here[1] if here[1].said else right
            gain = sum(gains) + self._joined(left, top) - in_rows - _PER_LINE * (number - first)
            if (min(gains) >= _GAIN or not self.both) and (best is None or gain > best[0]):
                best = gain, first, number
        return best

    def _halves(self, line: Sequence[Word], x: float) -> tuple[_Half, _Half] | None:
        """What a line says left and right of a strip; None when it runs across it."""
        if any(w.box[0] < x < w.box[2] for w in line):
            return None
        return self._half([w for w in line if w.box[2] <= x]), self._half([w for w in line if w.box[2] > x])

    def _half(self, words: Sequence[Word]) -> _Half:
        end = next((n for n, w in enumerate(words, 1) if w.text.endswith(":")), 0) if self.both else 0
        said = [self._said(w) for w in words]
        return _Half(tuple(n for w in said for n in w), tuple(n for w in said[:end] for n in w))

    def _said(self, word: Word) -> tuple[str, ...]:
        if id(word) not in self.said:
            self.said[id(word)] = norms(word.text)
        return self.said[id(word)]

    def _joined(self, a: _Half, b: _Half) -> int:
        """How many of the blank's runs of words come about where one text follows another.

        Where places stand in the runs, an answer may: "Name: Ana Ruiz" over "Title: Manager".
        """
        return max(self._runs(a.said, b.said), self._runs(a.label, b.said))

    def _runs(self, a: tuple[str, ...], b: tuple[str, ...]) -> int:
        if not a or not b or (a[-1], b[0]) not in self.known:
            return 0
        return 1 + ((*a[-2:], b[0]) in self.known) + ((a[-1], *b[:2]) in self.known)


def _goes_on(line: Sequence[Word], following: Sequence[Word], x: float) -> bool:
    """Whether a line close under another is only left of a strip."""
    near = following[0].box[1] - line[0].box[3] < _CLOSE * height(line[0].box)
    return near and all(w.box[2] <= x for w in following)
