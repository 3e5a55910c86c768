"""Answers that stand in the sentence of their blank, wherever that was wrapped to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from soppa_mailbot.forms.common.geometry import beside, height
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box

_BEHIND = 14.0  # points from a label to an answer right behind it
_NEXT_LINE = 0.8  # of a line's height between it and the next
_SAME_LINE = 350.0  # points from an answer, over the rest of its underscores, to the next words of its line


def in_its_sentence(comparison: Comparison, slot: Slot, inserted: Sequence[Token], mine: Collection[int]) -> bool:
    """Whether an answer stands between the words of the sentence that its blank is in, wherever that was wrapped to.

    `mine` are the numbers of tokens that are the answer's by where they stand.
    """
    if not 0 < slot.at < len(comparison.to_paper):
        return False
    before, after = comparison.to_paper[slot.at - 1], comparison.to_paper[slot.at]
    if before >= 0 and _follows(comparison.paper[before].box, inserted[0].box):
        return True
    own = comparison.blank.tokens
    goes_on = own[slot.at].raw.lstrip('("“')[:1].islower()
    begun = own[slot.at - 1].raw[:1].islower() and not own[slot.at - 1].raw.endswith(":")
    if before < 0 or after < 0:
        return False
    # "for the following purposes: / reading and writing____. It sells": what comes next stands behind it on its line
    goes_on = goes_on or _follows(inserted[-1].box, comparison.paper[after].box, _SAME_LINE)
    if not (goes_on or begun):
        return False
    first, last = comparison.paper[before], comparison.paper[after]
    others = [n for n in range(before + 1, after) if n not in mine and comparison.paper[n].norm != "__"]
    if first.box is None or last.box is None or first.page != last.page or len(others) > len(inserted) + 2:
        return False
    top, bottom = first.box[1] - height(first.box), last.box[3] + height(last.box)
    return all(t.page == first.page and t.box is not None and top <= t.box[1] and t.box[3] <= bottom for t in inserted)


def wraps(comparison: Comparison, mine: Iterable[int], inserted: Sequence[Token]) -> bool:
    """Whether words go on at the beginning of the next line with an answer that reaches to the end of its own.

    `mine` are the numbers of tokens that are the answer's by where they stand.
    """
    last = max(mine, default=-1)
    if last < 0 or not inserted:
        return False
    paper = comparison.paper
    behind = [t for t in paper[last + 1 : last + 1 + 2 * len(inserted)] if t.norm != "__"][: len(inserted)]
    first, end = inserted[0].box, paper[last].box
    if (
        first is None
        or end is None
        or len(behind) < len(inserted)
        or any(a is not b for a, b in zip(behind, inserted, strict=True))
    ):
        return False
    under = first[1] - end[1] > 0 and first[1] - end[3] < _NEXT_LINE * height(end)
    here = [t.box for t in paper if t.box is not None and t.page == paper[last].page == inserted[0].page]
    ends = not any(beside(b, end) and b[0] >= end[2] for b in here)
    return under and ends and not any(beside(b, first) and b[2] <= first[0] for b in here)


def _follows(label: Box | None, answer: Box | None, reach: float = _BEHIND) -> bool:
    """Whether an answer stands right behind its label's last word, on its line."""
    if label is None or answer is None:
        return False
    return beside(answer, label) and 0 <= answer[0] - label[2] < reach
