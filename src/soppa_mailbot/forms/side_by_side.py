"""Words of a page in the order in which a blank has them, where texts stand side by side.

Read line by line, the columns of a newspaper, the lines of two cells without borders, and a label of two lines beside
its answer are mingled. Where they part shows a white strip down the page; that they do, and in which order they are to
be read, shows the blank: more of its words follow each other as they do there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from soppa_mailbot.forms import thresholds as limit
from soppa_mailbot.forms.geometry import center, height, same_row
from soppa_mailbot.forms.lines import rows
from soppa_mailbot.forms.paging import paper_tokens
from soppa_mailbot.forms.running import Comparison, compare
from soppa_mailbot.forms.signer import is_of_signer
from soppa_mailbot.forms.stream import Slot, Stream
from soppa_mailbot.forms.tokens import IMAGE, norms
from soppa_mailbot.model import Box, Page, Word

Known = Collection[tuple[str, ...]]

_STRIP = 0.6  # of a line's height: a narrower gap parts words only
_CLOSE = 2.0  # heights of a line between the lines of one block
_STEP = 3.0  # points: strips nearer than that are one
_MOST_STRIPS = 60
_MOST_LINES = 150  # of one page
_WORTH = 0.35  # share of own words that are found: with less the paper is not this form
_COLUMN = 3  # lines that a strip must part to be one between columns
_APART = 15.0  # points between strips that are tried
_ONE_ROW = 3.5  # heights of a line between the labels of one row's cells, where a picture stands in one of them
_FURTHER = 12  # words behind a label within which its neighbour's was moved
_BEFORE = 2.0  # points before the labels of the right column
_CROSSED = 40.0  # points by which a row's left label stands to the right of the right one
_TRIED = 4
_STRETCHES = 2  # of lines beside one strip that are tried
_DEPTH = 12  # splits within splits
_GAIN = 2  # n-grams that a split must bring
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
        if len(lines) < 2 or len(lines) > _MOST_LINES or depth > _DEPTH:
            return lines
        best = max((s for x in _strips(lines) for s in self._splits(lines, x)), key=lambda s: s.gain, default=None)
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
            if start is None or not (start[0] and start[1]):
                continue
            best = self._from(halves, first)
            if best is not None:
                out.append(_Split(*best, x))
        return out

    def _from(
        self, halves: Sequence[tuple[tuple[str, ...], tuple[str, ...]] | None], first: int
    ) -> tuple[float, int, int] | None:
        best: tuple[float, int, int] | None = None
        left, right = halves[first] or ((), ())
        top = right
        in_rows = self._joined(left, right)
        gains = [0, 0]
        tail = right
        for number in range(first + 1, len(halves)):
            here = halves[number]
            if here is None:
                break
            brought = [self._joined(left, here[0]), self._joined(right, here[1])]
            if not any(brought):
                break  # what follows is another cell, or another paragraph
            gains = [a + b for a, b in zip(gains, brought, strict=True)]
            for part in here:
                if part:
                    in_rows += self._joined(tail, part)
                    tail = part
            left, right = here[0] or left, here[1] or right
            gain = sum(gains) + self._joined(left, top) - in_rows - _PER_LINE * (number - first)
            if (min(gains) >= _GAIN or not self.both) and (best is None or gain > best[0]):
                best = gain, first, number
        return best

    def _halves(self, line: Sequence[Word], x: float) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """What a line says left and right of a strip; None when it runs across it."""
        if any(w.box[0] < x < w.box[2] for w in line):
            return None
        left = tuple(n for w in line if w.box[2] <= x for n in self._said(w))
        return left, tuple(n for w in line if w.box[2] > x for n in self._said(w))

    def _said(self, word: Word) -> tuple[str, ...]:
        if id(word) not in self.said:
            self.said[id(word)] = norms(word.text)
        return self.said[id(word)]

    def _joined(self, a: tuple[str, ...], b: tuple[str, ...]) -> int:
        """How many of the blank's runs of words come about where one text follows another."""
        if not a or not b or (a[-1], b[0]) not in self.known:
            return 0
        return 1 + ((*a[-2:], b[0]) in self.known) + ((a[-1], *b[:2]) in self.known)


def _goes_on(line: Sequence[Word], following: Sequence[Word], x: float) -> bool:
    """Whether a line close under another is only left of a strip."""
    near = following[0].box[1] - line[0].box[3] < _CLOSE * height(line[0].box)
    return near and all(w.box[2] <= x for w in following)


def _strips(lines: Sequence[Sequence[Word]]) -> list[float]:
    """Where white strips run down between the words of at least two lines that follow each other."""
    gaps = [_gaps(line) for line in lines]
    found: dict[int, float] = {}
    for number, here in enumerate(gaps):
        if not here:
            continue
        following = gaps[number + 1] if number + 1 < len(gaps) else []
        ends = [*following, *_open_ends(lines[number + 1] if number + 1 < len(lines) else ())]
        for a, b in here:
            for c, d in ends:
                if min(b, d) - max(a, c) > 1.0:
                    x = (max(a, c) + min(b, d)) / 2
                    found.setdefault(int(x // _STEP), x)
    return list(found.values())[:_MOST_STRIPS]


def _gaps(line: Sequence[Word]) -> list[tuple[float, float]]:
    """The white between the words of a line; where words are typed over a line to write on, behind that line."""
    ends = accumulate((w.box[2] for w in line), max)
    wide = zip(ends, pairwise(line), strict=False)
    return [(end, b.box[0]) for end, (a, b) in wide if b.box[0] - end > _STRIP * height(a.box)]


def _narrowed(lines: Sequence[Sequence[Word]]) -> list[float]:
    """Where the white between two words of a line goes on, and is narrower, under it.

    The lines of two blocks need not be level: a picture moves those of one of them down.
    """
    out = []
    for number, line in enumerate(lines):
        for left, right in _gaps(line):
            for below in lines[number + 1 : number + 1 + _FURTHER]:
                here = [(max(left, a), min(right, b)) for a, b in (*_gaps(below), *_open_ends(below))]
                widest = max(here, key=lambda g: g[1] - g[0])
                if widest[1] - widest[0] <= 1.0:
                    break
                left, right = widest
            out.append((left + right) / 2)
    return out[:_MOST_STRIPS]


def _open_ends(line: Sequence[Word]) -> list[tuple[float, float]]:
    """The white before the first and behind the furthest word of a line."""
    return [(0.0, line[0].box[0]), (max(w.box[2] for w in line), 10_000.0)] if line else []


# --- columns of labels and answers ---


def _split_at(words: Sequence[Word], x: float, *, whole: bool, label: Box | None = None, nth: int = 0) -> list[Word]:
    """The words line by line, but the longest stretch of lines beside a strip first left of it and then right of it.

    `nth`: the second longest, and so on: a list in two columns may stand over the signatures of two parties. `whole`:
    with the lines under the right column's last that are only left of it. A page that has no such strip stays as it is:
    where no word happens to run across it, no columns stand. `label`: a word of the right one, on its page.
    """
    lines = rows(words)
    if label is not None:
        here = any(abs(w.box[0] - label[0]) < 1 and abs(w.box[1] - label[1]) < 1 for w in words)
        beside = _beside(lines, x) if here else None
    else:
        strips = [*_strips(lines), *_narrowed(lines)] if len(lines) <= _MOST_LINES else []
        beside = _beside(lines, x, nth) if any(abs(s - x) <= _APART for s in strips) else None
    if beside is None:
        return [w for line in lines for w in line]
    first, last = beside[0], beside[2 if whole else 1]
    middle = [w for line in lines[first : last + 1] for w in line]
    left, right = [w for w in middle if w.box[2] <= x], [w for w in middle if w.box[2] > x]
    before, after = ([w for line in part for w in line] for part in (lines[:first], lines[last + 1 :]))
    return [*before, *left, *right, *after]


def _level_at(words: Sequence[Word], x: float, label: Box | None) -> list[Word]:
    """The words line by line, but of a label right of a strip and the next line's left of it the left one first.

    A picture in one cell of a row moves its label down, below its neighbour's. `label` is the right one, where it is
    known: no strip has to be seen there.
    """
    lines = rows(words)
    printed = [[w for w in line if w.text != IMAGE] or line for line in lines]  # a signature runs over the strip
    strips = _strips(printed) if len(lines) <= _MOST_LINES and label is None else []
    beside = _beside(printed, x) if label is not None or any(abs(s - x) <= _APART for s in strips) else None
    if beside is None:
        return [w for line in lines for w in line]
    at = beside[0]
    while at < beside[2]:
        upper, lower = printed[at], printed[at + 1]
        near = lower[0].box[1] - upper[0].box[3] < _ONE_ROW * height(upper[0].box)
        here = label is None or (abs(upper[0].box[0] - label[0]) < 1 and abs(upper[0].box[1] - label[1]) < 1)
        if here and upper[0].box[0] > x and lower[-1].box[2] <= x and near:
            lines[at : at + 2] = [lines[at + 1], lines[at]]
            at += 1
        at += 1
    return [w for line in lines for w in line]


def _beside(lines: Sequence[Sequence[Word]], x: float, nth: int = 0) -> tuple[int, int, int] | None:
    """Of the longest stretch of lines that a strip parts: the first and the last right of it, and the last of all."""
    found: list[tuple[int, int, int]] = []
    stretch: list[int] = []
    for number, line in enumerate([*lines, ()]):
        if number < len(lines) and not any(w.box[0] < x < w.box[2] for w in line):
            stretch.append(number)
            continue
        right = [n for n in stretch if lines[n][-1].box[2] > x]
        left = [n for n in stretch if lines[n][0].box[2] <= x and right and right[0] <= n]
        if min(len(left), len(right)) >= _COLUMN:
            found.append((right[0], right[-1], stretch[-1]))
        stretch = []
    found.sort(key=lambda f: f[0] - f[1])
    return found[nth] if nth < len(found) else None


def _columns(pages: Sequence[Page]) -> list[float]:
    """Where strips run down beside the most lines."""
    weights: dict[float, int] = {}
    for page in pages:
        lines = rows(page.words)
        for x in [*_strips(lines), *_narrowed(lines)] if len(lines) <= _MOST_LINES else ():
            if (beside := _beside(lines, x)) is not None:
                weights[x] = weights.get(x, 0) + beside[1] - beside[0]
    out: list[float] = []
    for x in sorted(weights, key=lambda v: -weights[v]):
        if all(abs(x - other) > _APART for other in out):
            out.append(x)
    return out[:_TRIED]


def in_its_order(
    comparison: Comparison,
    pages: Sequence[Page],
    heads: Sequence[str] = (),
    asked: Sequence[str] = (),
    *,
    least: int = 1,
) -> Comparison:
    """The comparison, or a better one with the pages' words in the order in which the blank has them.

    Better is one in which `least` more of the blank's words are found: on a scan, more than misread words come to.
    """
    crossed = is_crossed(comparison)
    if not _WORTH * len(comparison.to_paper) <= len(comparison.found) < len(comparison.to_paper) + crossed:
        return comparison
    best = comparison
    by_words = [
        partial(side_by_side, known=known_runs(comparison.blank, over_places=over), both=over, tail=tail)
        for tail in (False, True)
        for over in (False, True)
    ]
    columns = _columns(pages)
    labels = {round(box[0]): box for box in _crossings(comparison)}.values()
    beside = [*((x, None) for x in columns), *((b[0] - _BEFORE, b) for b in labels)] if crossed else []
    level = [(partial(_level_at, x=x, label=label), cells) for x, label in beside for cells in (True, False)]
    by_columns = [
        partial(_split_at, x=x, whole=whole, nth=nth)
        for x in columns
        for nth in range(_STRETCHES)
        for whole in (False, True)
    ]
    known = [partial(_split_at, x=b[0] - _BEFORE, whole=whole, label=b) for b in labels for whole in (False, True)]
    # what stands beside each other outside of tables leaves their cells as they are
    ways = (True, False) if any(t.cell is not None for t in comparison.paper) else (False,)
    orders = [(order, cells) for order in (*known, *by_words, *by_columns) for cells in ways]
    for order, by_cells in (*level, *orders):
        if len(best.found) == len(comparison.to_paper) and not crossed:
            break
        tokens = paper_tokens(pages, heads, by_cells=by_cells, asked=asked, arranged=order)[: limit.MAX_TOKENS]
        found = compare(comparison.blank, tokens)
        if len(found.found) >= len(best.found) + (0 if crossed else least) and not (crossed and is_crossed(found)):
            best, crossed = found, False
    return best


def _beside_each_other(blank: Stream) -> Iterator[tuple[Slot, Slot]]:
    """The places that follow each other in one row of a table, left and right; of a left cell's several places none."""
    slots = [s for s in blank.slots if s.cell is not None and s.at]
    several = {a.cell for a, b in pairwise(slots) if a.cell == b.cell}
    for left, right in pairwise(slots):
        if left.cell in several:
            continue
        if left.cell and right.cell and left.cell[:2] == right.cell[:2] and left.cell[2] < right.cell[2]:
            yield left, right


def _blocks_beside_each_other(blank: Stream) -> Iterator[tuple[Slot, Slot]]:
    """The places of one label in two cells of a row that ask the same: both parties sign, in lines under each other."""
    cells: dict[tuple[int, int, int], list[Slot]] = {}
    for slot in blank.slots:
        if slot.cell is not None and slot.at:
            cells.setdefault(slot.cell, []).append(slot)
    for left, right in pairwise(sorted(cells)):
        if left[:2] == right[:2] and min(len(cells[left]), len(cells[right])) > 1:
            yield from zip(cells[left], cells[right], strict=False)


def _level_on_a_page(blank: Stream) -> Iterator[tuple[Slot, Slot]]:
    """The places of a page that stand beside each other behind the same label, left and right.

    A blank that begins a line has its label on the line above: "by telephone at / ____ or by e-mail at ____".
    """
    slots = [s for s in blank.slots if s.box is not None and s.at]
    for left, right in pairwise(slots):
        a, b = left.box, right.box
        label = blank.tokens[left.at - 1].box
        leads = label is not None and a is not None and not same_row(label, a) and label[2] > a[2]
        if a and b and left.page == right.page and same_row(a, b) and a[2] < b[0] and not leads:
            yield left, right


def is_crossed(comparison: Comparison) -> bool:
    """Whether the labels of two cells of a row were found the wrong way round, the left one on the right.

    Both parties sign under "Signature:"; a picture in one cell moves its label down, and the other's is read first.
    """
    return next(_crossings(comparison), None) is not None


def _crossings(comparison: Comparison) -> Iterator[Box]:
    """For each such pair of labels where the right-hand one of the paper stands."""
    own = comparison.blank.tokens
    pairs = (_beside_each_other, _blocks_beside_each_other, _level_on_a_page)
    for left, right in (pair for find in pairs for pair in find(comparison.blank)):
        labels = [own[s.at - 1] for s in (left, right)]
        if any(t.cell != s.cell for t, s in zip(labels, (left, right), strict=True)):
            continue
        there = [comparison.to_paper[s.at - 1] for s in (left, right)]
        beside = comparison.paper[there[1]].box if there[1] >= 0 else None
        if there[0] < 0 and beside and _moved_behind(comparison, labels[0].norm, there[1]):
            yield beside
        if labels[0].norm != labels[1].norm:
            continue
        boxes = [comparison.paper[j].box for j in there if j >= 0]
        if len(boxes) == 2 and boxes[0] and boxes[1] and boxes[0][0] > boxes[1][0] + _CROSSED:
            yield boxes[0]


def _moved_behind(comparison: Comparison, label: str, at: int) -> bool:
    """Whether a label that was not found in its place stands left of and below the word number `at` of the paper."""
    matched = set(comparison.to_paper)
    right = comparison.paper[at].box
    for j in range(at + 1, min(at + 1 + _FURTHER, len(comparison.paper))):
        token = comparison.paper[j]
        if token.norm == label and j not in matched and token.box and right:
            return token.box[0] < right[0] - _CROSSED and token.box[1] > right[1]
    return False


def under_left(comparison: Comparison) -> dict[int, str]:
    """What stands behind a row's right label and lies under its left one, which has no answer: number -> Slot.id.

    Line by line a picture under "Operator's signature:" is read behind "Superintendent's signature:" beside it.
    """
    paper, taken = comparison.paper, set(comparison.to_paper)
    out: dict[int, str] = {}
    for left, right in _beside_each_other(comparison.blank):
        at, beside = (_label_at(comparison, s) for s in (left, right))
        if not at or not beside or at[-1] >= beside[0]:
            continue
        if any(n not in taken and paper[n].norm != "__" for n in range(at[-1] + 1, beside[0])):
            continue
        upper, other = paper[at[-1]].box, paper[beside[0]].box
        if upper is None or other is None or upper[2] > other[0] or abs(upper[1] - other[1]) > height(upper):
            continue
        for number in range(beside[-1] + 1, min(beside[-1] + 1 + _FURTHER, len(paper))):
            box, pages = paper[number].box, paper[number].page - paper[at[-1]].page
            if number in taken or pages not in (0, 1):
                break
            if pages == 1 and not _cut(comparison, left, beside, number):
                break
            lower = box is not None and (pages == 1 or box[3] > upper[3])
            if box and lower and center(box)[0] < other[0] and paper[number].norm != "__":
                out[number] = left.id
    return out


def _cut(comparison: Comparison, slot: Slot, label: Sequence[int], number: int) -> bool:
    """Whether a row that ends with the words `label` is cut by the end of its page and goes on with the word `number`.

    What heads a page stands there as well: hence the line must have words in both of the row's columns, and a signer's
    place takes none of it.
    """
    paper, tokens = comparison.paper, comparison.blank.tokens
    asked = " ".join(t.raw for t in tokens[: slot.at] if t.cell == slot.cell)
    first, right, last, begun = paper[number].box, paper[label[0]].box, paper[label[-1]].box, paper[label[-1] + 1]
    if is_of_signer(asked) or not (first and right and last and begun.box) or begun.page != paper[number].page:
        return False
    lowest = max(t.box[3] for t in paper if t.box and t.page == paper[label[-1]].page)
    line = [t.box for t in paper[label[-1] + 1 :] if t.box and t.page == begun.page and t.box[1] < begun.box[3]]
    both = any(center(box)[0] < right[0] for box in line) and any(box[0] > right[0] - _CROSSED for box in line)
    return last[3] > lowest - height(last) and first[1] < begun.box[3] and both


def _label_at(comparison: Comparison, slot: Slot) -> list[int]:
    """Where the words of a slot's cell before it stand on the paper; [] where one is lost."""
    words = [n for n, t in enumerate(comparison.blank.tokens[: slot.at]) if t.cell == slot.cell]
    found = [comparison.to_paper[n] for n in words]
    return found if found and min(found) >= 0 else []
