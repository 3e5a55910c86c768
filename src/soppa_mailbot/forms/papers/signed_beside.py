"""A picture right behind a signature's label, on pages of which two parties' lines are not level.

A signature is higher than a line of text. Where it moves its line down, its neighbour's label stands higher, and line
by line the picture is read before the words that it stands behind.
"""

from __future__ import annotations

from soppa_mailbot.forms.common.geometry import beside
from soppa_mailbot.forms.common.tokens import IMAGE
from soppa_mailbot.forms.naming.roles import asks_signature
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box

_BEHIND = 80.0  # points from a label to the picture behind it
_OVER = 6.0  # points by which it may begin over the label's end


def signed_beside(comparison: Comparison) -> dict[int, str]:
    """Pictures that stand behind one signature's label and nothing else: number in the paper -> Slot.id."""
    paper, own = comparison.paper, comparison.blank.tokens
    pictures = [n for n, t in enumerate(paper) if t.norm == IMAGE and t.box is not None]
    if not pictures:
        return {}
    words: dict[int, list[Box]] = {}  # by page
    for token in paper:
        if token.box is not None and token.norm not in (IMAGE, "__"):
            words.setdefault(token.page, []).append(token.box)
    out: dict[int, list[str]] = {}
    for slot in comparison.blank.slots:
        if not slot.at or slot.kind == "check":
            continue
        label = " ".join(t.raw for t in own[: slot.at] if t.paragraph == slot.paragraph)
        at = comparison.to_paper[slot.at - 1]
        last = paper[at].box if at >= 0 else None
        if last is None or not asks_signature(label):
            continue
        level = [w for w in words.get(paper[at].page, ()) if last[2] < w[0] and beside(w, last)]
        for number in pictures:
            box = paper[number].box
            if box is None or paper[number].page != paper[at].page or not beside(box, last):
                continue
            between = any(w[0] < box[0] for w in level)
            if -_OVER <= box[0] - last[2] < _BEHIND and not between:
                out.setdefault(number, []).append(slot.id)
    return {number: slots[0] for number, slots in out.items() if len(slots) == 1}
