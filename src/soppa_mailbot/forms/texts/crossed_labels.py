"""Labels of two cells of a row that were found the wrong way round, the left one on the right.

Both parties sign under "Signature:"; a picture in one cell moves its label down, and the other's is read first.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box

FURTHER = 12  # words behind a label within which its neighbour's was moved
CROSSED = 40.0  # points by which a row's left label stands to the right of the right one


def beside_each_other(blank: Stream) -> Iterator[tuple[Slot, Slot]]:
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
    return next(crossings(comparison), None) is not None


def crossings(comparison: Comparison) -> Iterator[Box]:
    """For each such pair of labels where the right-hand one of the paper stands."""
    own = comparison.blank.tokens
    pairs = (beside_each_other, _blocks_beside_each_other, _level_on_a_page)
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
        if len(boxes) == 2 and boxes[0] and boxes[1] and boxes[0][0] > boxes[1][0] + CROSSED:
            yield boxes[0]


def _moved_behind(comparison: Comparison, label: str, at: int) -> bool:
    """Whether a label that was not found in its place stands left of and below the word number `at` of the paper."""
    matched = set(comparison.to_paper)
    right = comparison.paper[at].box
    for j in range(at + 1, min(at + 1 + FURTHER, len(comparison.paper))):
        token = comparison.paper[j]
        if token.norm == label and j not in matched and token.box and right:
            return token.box[0] < right[0] - CROSSED and token.box[1] > right[1]
    return False
