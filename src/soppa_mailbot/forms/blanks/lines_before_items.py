"""Lines for initials before the items of a list, in a column of their own: "_______ We sell no data" is one."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import height, same_row, width
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.underscores import LIST, SHORT_TICK, begins_item
from soppa_mailbot.model import Box

_INITIALS = 90.0  # points of a line for initials, at most
_ITEM_APART = 45.0  # points from a line that begins its row to its item


def _leads_item(layout: Layout, box: Box) -> bool:
    """Whether a line begins its row, and an item begins well apart behind it: "________    (a) The Operator ..."."""
    level = [w for w in layout.words if same_row(w.box, box) and any(c.isalnum() for c in w.text)]
    first = min(level, key=lambda w: w.box[0], default=None)
    return first is not None and 0 <= first.box[0] - box[2] < _ITEM_APART and first.text.lstrip("(")[:1].isalnum()


_NAMES_INITIALS = re.compile(
    r"\W*(?:(?:vendor|operator|provider|company|contractor)(?:['’]s)? )?initials?\b(?! (?:in|on|at|by|here)\b)", re.I
)


def before_items(layout: Layout, found: Sequence[Box]) -> dict[Box, str]:
    """Lines in a column of their own before the items of a list, too long to be ticked: "_______ We sell no data."

    Each with the words of its item: initials are written there.
    """
    wide = [b for b in found if SHORT_TICK < width(b) <= _INITIALS and height(b) >= 4]
    column = [b for b in wide if _leads_item(layout, b)]
    wide = [b for b in wide if begins_item(layout, b) or (b in column and len(column) >= LIST)]
    alone = [b for b in wide if not any(same_row(w.box, b) and w.box[2] <= b[0] for w in layout.words)]
    behind = {b: [p for p in layout.pieces if same_row(p.box, b) and p.box[0] >= b[2] - 2] for b in alone}
    items = {b: tidy(min(pieces, key=lambda p: p.box[0]).text) for b, pieces in behind.items() if pieces}
    listed = {b for b in alone if sum(abs(o[0] - b[0]) < 3 for o in alone) >= LIST}
    # "_______ Initials. The company accepts these terms." by itself
    return {b: text for b, text in items.items() if b in listed or _NAMES_INITIALS.match(text)}
