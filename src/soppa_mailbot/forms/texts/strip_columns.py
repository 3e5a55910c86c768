"""Columns of labels and answers on the two sides of a white strip, one read after the other.

Told without a blank's words: by the longest stretch of lines that a strip parts. Whether that is how a paper is to be
read shows the comparison.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.tokens import IMAGE
from soppa_mailbot.forms.pages.white_strips import MOST_LINES, narrowing_strips, white_strips
from soppa_mailbot.model import Box, Page, Word

STRETCHES = 2  # of lines beside one strip that are tried
_COLUMN = 3  # lines that a strip must part to be one between columns
_APART = 15.0  # points between strips that are tried
_ONE_ROW = 3.5  # heights of a line between the labels of one row's cells, where a picture stands in one of them
_TRIED = 4
_SPACE = 0.5  # of a line's height: the widest space between two words


def split_at(words: Sequence[Word], x: float, *, whole: bool, label: Box | None = None, nth: int = 0) -> list[Word]:
    """The words line by line, but the longest stretch of lines beside a strip first left of it and then right of it.

    `nth`: the second longest, and so on: a list in two columns may stand over the signatures of two parties. `whole`:
    with the lines under the right column's last that are only left of it. A page that has no such strip stays as it is:
    where no word happens to run across it, no columns stand. `label`: a word of the right one, on its page.
    """
    lines = rows(words)
    if label is not None:
        beside = _beside(lines, x, spaced=True) if any(_is_at(w, label) for w in words) else None
    else:
        strips = [*white_strips(lines), *narrowing_strips(lines)] if len(lines) <= MOST_LINES else []
        beside = _beside(lines, x, nth) if any(abs(s - x) <= _APART for s in strips) else None
    if beside is None:
        return [w for line in lines for w in line]
    first, last = beside[0], beside[2 if whole else 1]
    middle = [w for line in lines[first : last + 1] for w in line]
    left, right = [w for w in middle if w.box[2] <= x], [w for w in middle if w.box[2] > x]
    before, after = ([w for line in part for w in line] for part in (lines[:first], lines[last + 1 :]))
    return [*before, *left, *right, *after]


def level_at(words: Sequence[Word], strip: float | Box) -> list[Word]:
    """The words line by line, but of a label right of a strip and the next line's left of it the left one first.

    A picture in one cell of a row moves its label down, below its neighbour's. The strip is where it was seen, or a
    word of the right label: then no strip has to be seen before it.
    """
    lines = rows(words)
    printed = [[w for w in line if w.text != IMAGE] or line for line in lines]  # a signature runs over the strip
    at, last = 0, len(lines) - 1
    if isinstance(strip, float):
        strips = white_strips(printed) if len(lines) <= MOST_LINES else []
        beside = _beside(printed, strip) if any(abs(s - strip) <= _APART for s in strips) else None
        at, last = (beside[0], beside[2]) if beside is not None else (0, 0)
    while at < last:
        upper, lower = printed[at], printed[at + 1]
        near = lower[0].box[1] - upper[0].box[3] < _ONE_ROW * height(upper[0].box)
        x = strip if isinstance(strip, float) else upper[0].box[0]
        meant = isinstance(strip, float) or any(_is_at(w, strip) for w in upper)
        if meant and upper[0].box[0] >= x >= lower[-1].box[2] and near:
            lines[at : at + 2] = [lines[at + 1], lines[at]]
            at += 1
        at += 1
    return [w for line in lines for w in line]


def _is_at(word: Word, box: Box) -> bool:
    return abs(word.box[0] - box[0]) < 1 and abs(word.box[1] - box[1]) < 1


def _beside(
    lines: Sequence[Sequence[Word]], x: float, nth: int = 0, *, spaced: bool = False
) -> tuple[int, int, int] | None:
    """Of the longest stretch of lines that a strip parts: the first and the last right of it, and the last of all.

    `spaced`: that of a known label, which may fall between two words of the sentence over it.
    """
    found: list[tuple[int, int, int]] = []
    stretch: list[int] = []
    for number, line in enumerate([*lines, ()]):
        if number < len(lines) and not any(w.box[0] < x < w.box[2] for w in line):
            stretch.append(number)
            continue
        right = [n for n in stretch if lines[n][-1].box[2] > x]
        while spaced and right and _is_between_words(lines[right[0]], x):
            stretch = stretch[stretch.index(right.pop(0)) + 1 :]
        left = [n for n in stretch if lines[n][0].box[2] <= x and right and right[0] <= n]
        if min(len(left), len(right)) >= _COLUMN:
            found.append((right[0], right[-1], stretch[-1]))
        stretch = []
    found.sort(key=lambda f: f[0] - f[1])
    return found[nth] if nth < len(found) else None


def _is_between_words(line: Sequence[Word], x: float) -> bool:
    """Whether no more than the space between two words is around `x`."""
    left = max((w.box[2] for w in line if w.box[2] <= x), default=None)
    right = min((w.box[0] for w in line if w.box[0] >= x), default=None)
    return left is not None and right is not None and right - left < _SPACE * height(line[0].box)


def strips_between_columns(pages: Sequence[Page]) -> list[float]:
    """Where strips run down beside the most lines."""
    weights: dict[float, int] = {}
    for page in pages:
        lines = rows(page.words)
        for x in [*white_strips(lines), *narrowing_strips(lines)] if len(lines) <= MOST_LINES else ():
            if (beside := _beside(lines, x)) is not None:
                weights[x] = weights.get(x, 0) + beside[1] - beside[0]
    out: list[float] = []
    for x in sorted(weights, key=lambda v: -weights[v]):
        if all(abs(x - other) > _APART for other in out):
            out.append(x)
    return out[:_TRIED]
