"""Boxes under each other with small print below each, as web forms have them: over all of them stands in larger print
what they are about.

"Company address / [ ] / Street / [ ] / Line 2 / [ ] / City": the lowest box has its print below it too.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_LEFT = 6.0  # points by which boxes and their print may begin apart
_BELOW = 8.0  # points from a box to its print, and from that to the next box
_OVER = 15.0  # points from what stands over the topmost box to it
_ALIKE = 0.1  # of its height by which print may differ from that of the other boxes
_LARGER = 1.15  # heights of the small print that the print over the topmost box has, at least
_FEWEST = 2  # boxes; what stands under a lone one may as well be a hint


def has_print_below(layout: Layout, box: Box, others: Sequence[Box]) -> bool:
    """Whether a box is one of several under each other that have their names in small print below them."""
    column = [o for o in others if o not in layout.boxes_to_tick and abs(o[0] - box[0]) <= _LEFT]
    texts = [p for p in layout.pieces if abs(p.box[0] - box[0]) <= _LEFT]
    named = {o: said for o in column if (said := _next(texts, o)) is not None}
    stack = [box]
    while upper := [o for o, said in named.items() if o not in stack and 0 <= stack[0][1] - said.box[3] < _BELOW]:
        stack.insert(0, upper[0])
    while (said := named.get(stack[-1])) is not None:
        lower = [o for o in column if o not in stack and 0 <= o[1] - said.box[3] < _BELOW]
        if not lower:
            break
        stack.append(lower[0])
    small = [height(named[o].box) for o in stack if o in named]
    if len(stack) < _FEWEST or len(small) < len(stack) or max(small) > (1 + _ALIKE) * min(small):
        return False
    over = [p for p in texts if -1 <= stack[0][1] - p.box[3] < _OVER]
    return bool(over) and height(max(over, key=lambda p: p.box[3]).box) >= _LARGER * max(small)


def _next(texts: Sequence[Piece], box: Box) -> Piece | None:
    """The print right below a box."""
    below = [p for p in texts if -1 <= p.box[1] - box[3] < _BELOW]
    return min(below, key=lambda p: p.box[1], default=None)
