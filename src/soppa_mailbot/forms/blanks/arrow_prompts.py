"""Prompts that point at the white behind them, where no line is drawn: "Signature of vendor ▶            Date ▶".

Tax offices print them so, over the rule that ends the row.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.blanks.spots import Spot, is_signed
from soppa_mailbot.forms.common.geometry import gap, height, same_row
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.pages import cells as grid
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Word

_ARROWS = frozenset("▶►▸⮞➤➔→⇒»\uf0e8\uf0d8")  # the last two are of the Wingdings font
_BEHIND = 30.0  # points from a prompt to its arrow
_BETWEEN = 12.0  # points between two words of a prompt
_WIDTH = 55.0  # points of white behind an arrow: a bullet has its words there
_UNDER = 24.0  # points from a row down to the rule that ends it
_ROOM, _SIGN_ROOM = 4.0, 20.0  # points over an arrow in which is written, and in which is signed


def arrow_prompts(layout: Layout, lines: Sequence[Box]) -> list[Spot]:
    """The places behind such arrows; not where one of the `lines` is drawn already, or a box."""
    if not any(_points(w) for w in layout.words):
        return []
    level, upright = grid.edges(layout.page.marks)
    taken = [*map(seat_of, lines), *layout.underscores, *layout.tick_boxes]
    out: list[Spot] = []
    for row in rows(layout.words):
        for n, word in enumerate(row):
            label = _prompt(row[:n]) if _points(word) else []
            if not label or word.box[0] - label[-1].box[2] > _BEHIND:
                continue
            ends = [b[0] for b in upright if b[0] > word.box[2] and b[1] < word.box[3] and b[3] > word.box[1]]
            ends += [w.box[0] for w in row[n + 1 : n + 2]]
            room = _room(word.box, ends, level)
            if room is not None and not any(same_row(t, room) and gap(t, room)[0] == 0 for t in taken):
                out.append(_spot(layout, tidy(" ".join(w.text for w in label)), room))
    return out


def _points(word: Word) -> bool:
    return word.text in _ARROWS


def _prompt(before: Sequence[Word]) -> list[Word]:
    """The last words before an arrow that stand together."""
    out: list[Word] = []
    for word in reversed(before):
        if _points(word) or (out and out[0].box[0] - word.box[2] > _BETWEEN):
            break
        out.insert(0, word)
    return out


def _room(arrow: Box, ends: Sequence[float], level: Sequence[Box]) -> Box | None:
    """From an arrow to what comes next in its row, or to the end of the rule below; None without rule or room."""
    base = arrow[3]
    rules = [b for b in level if -height(arrow) / 2 < b[1] - base < _UNDER and b[0] <= arrow[0] and b[2] > arrow[2]]
    if not rules:
        return None
    left, right = arrow[2] + 2, min([*ends, max(b[2] for b in rules)]) - 4
    return (left, arrow[1], right, min(b[1] for b in rules)) if right - left >= _WIDTH else None


def _spot(layout: Layout, label: str, room: Box) -> Spot:
    """The place, as high as is written, up to what stands over it."""
    signs = is_signed(label)
    left, top, right, bottom = room
    highest = top - (_SIGN_ROOM if signs else _ROOM)
    over = [w.box[3] for w in layout.words if w.box[3] <= top + 1 and gap(w.box, room)[0] == 0]
    over += [m.box[3] for m in layout.page.marks if m.box[3] <= top + 1 and gap(m.box, room)[0] == 0]
    return Spot((left, max([highest, *(y + 1 for y in over)]), right, bottom), label, signs)
