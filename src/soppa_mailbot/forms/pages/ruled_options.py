"""Short drawn rules before "Yes" and "No", one of which is ticked: "Is data sold?  ____ Yes  ____ No".

Printed as underscores they are known as well; a word processor that exports tabs with leaders draws them.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_row, width
from soppa_mailbot.forms.pages import cells as grid
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word

_LENGTH = (9.0, 64.0)  # points
_ALIKE = 2.0  # points by which the rules of one question differ in length and height at most
_NEAR = 10.0  # points from a rule to its option
_PITCH = 40.0  # points from one to the next under it
_SEAT = 11.0  # points of room to tick in over a rule
_OPTION = re.compile(r"(?:yes|no|n/?a|true|false)\b[.,;:)]?$", re.I)
_MOST = 400  # short rules of a page that is a form


def ruled_options(layout: Layout) -> list[Box]:
    """The room over each such rule; of two at least, beside or under each other, each with another option behind it."""
    level, _ = grid.edges([m for m in layout.page.marks if m.kind == "line"])
    short = [b for b in level if _LENGTH[0] <= width(b) <= _LENGTH[1]]
    if len(short) > _MOST:
        return []
    named = {b: option.text.casefold() for b in dict.fromkeys(short) if (option := _behind(layout, b)) is not None}
    kept = [b for b in named if any(_beside(b, o) and named[o] != named[b] for o in named)]
    return [(b[0], b[3] - _SEAT, b[2], b[3] + 1) for b in kept]


def _beside(a: Box, b: Box) -> bool:
    if abs(width(a) - width(b)) >= _ALIKE:
        return False
    if abs(a[3] - b[3]) < _ALIKE:
        return a[2] < b[0] or b[2] < a[0]
    return abs(a[0] - b[0]) < _ALIKE and abs(a[3] - b[3]) < _PITCH


def _behind(layout: Layout, rule: Box) -> Word | None:
    """The option right behind a rule over which no word stands."""
    seat = rule[0], rule[3] - _SEAT, rule[2], rule[3]
    level = [w for w in layout.words if same_row(w.box, seat)]
    if any(w.box[0] < rule[2] - 1 and w.box[2] > rule[0] + 1 for w in level):
        return None
    after = min((w for w in level if 0 <= w.box[0] - rule[2] < _NEAR), key=lambda w: w.box[0], default=None)
    return after if after is not None and _OPTION.match(after.text) else None
