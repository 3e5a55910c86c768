"""Answers under a row's left label that line by line are read behind its right one.

"Operator's signature:    Superintendent's signature:" over a picture that signs for the operator.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import center, height
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.crossed_labels import CROSSED, FURTHER, beside_each_other


def under_left(comparison: Comparison) -> dict[int, str]:
    """What stands behind a row's right label and lies under its left one, which has no answer: number -> Slot.id.

    Line by line a picture under "Operator's signature:" is read behind "Superintendent's signature:" beside it.
    """
    paper, taken = comparison.paper, set(comparison.to_paper)
    out: dict[int, str] = {}
    for left, right in beside_each_other(comparison.blank):
        at, beside = (_label_at(comparison, s) for s in (left, right))
        if not at or not beside or at[-1] >= beside[0]:
            continue
        if any(n not in taken and paper[n].norm != "__" for n in range(at[-1] + 1, beside[0])):
            continue
        upper, other = paper[at[-1]].box, paper[beside[0]].box
        if upper is None or other is None or upper[2] > other[0] or abs(upper[1] - other[1]) > height(upper):
            continue
        for number in range(beside[-1] + 1, min(beside[-1] + 1 + FURTHER, len(paper))):
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
    both = any(center(box)[0] < right[0] for box in line) and any(box[0] > right[0] - CROSSED for box in line)
    return last[3] > lowest - height(last) and first[1] < begun.box[3] and both


def _label_at(comparison: Comparison, slot: Slot) -> list[int]:
    """Where the words of a slot's cell before it stand on the paper; [] where one is lost."""
    words = [n for n, t in enumerate(comparison.blank.tokens[: slot.at]) if t.cell == slot.cell]
    found = [comparison.to_paper[n] for n in words]
    return found if found and min(found) >= 0 else []
