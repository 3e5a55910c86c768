"""Rows of a Word form's table that are drawn by a rule under each answer and by nothing else.

In such a row the label may stand higher or lower than its answer, and read line by line an answer of two lines begins
before its own label: behind the label of the row above. The rules tell what is whose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from soppa_mailbot.forms.common.geometry import center, holds, union
from soppa_mailbot.forms.pages.cells import edges
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box, Page

Cell = tuple[int, int, int]
Rooms = Mapping[str, tuple[int, Box]]

_AWAY = 60.0  # points from a label to the rule beside it
_BELOW = 34.0  # points from a label down to its row's rule
_HIGH = 90.0  # points: no row is higher
_SHORT = 20.0  # points: shorter rules are none to write on
_OVER = 14.0  # points over a label that are its row's where no rule ends the row above


def ruled_rooms(comparison: Comparison, pages: Iterable[Page]) -> dict[str, tuple[int, Box]]:
    """Page and box of the empty cells beside a label, over a rule; of those that are drawn so, and only so."""
    drawn = {p.number: edges(p.marks) for p in pages}
    levels = {number: [b for b in level if b[2] - b[0] >= _SHORT] for number, (level, _) in drawn.items()}
    labels = _labels(comparison)
    out: dict[str, tuple[int, Box]] = {}
    for slot in comparison.blank.slots:
        if not slot.is_cell or slot.cell is None or slot.box is not None or slot.kind == "check":
            continue
        table, row, column = slot.cell
        page, label = labels.get((table, row, column - 1), (0, None))
        if label is None or page not in levels:
            continue
        beside = [b for c, (p, b) in labels.items() if c[:2] == (table, row) and c[2] > column and p == page]
        printed = [b for p, b in labels.values() if p == page]
        room = _room(label, min((b[0] for b in beside), default=None), levels[page], printed)
        if room is not None and not _is_parted(room, label, drawn[page][1]):
            out[slot.id] = page, room
    return out


def in_rooms(comparison: Comparison, found: Rooms) -> dict[int, str]:
    """The paper's words and pictures that are not the form's own and lie in one of the rooms: number -> Slot.id."""
    own = {j for j in comparison.to_paper if j >= 0}
    out: dict[int, str] = {}
    for number, token in enumerate(comparison.paper):
        if number in own or token.box is None or token.cell is not None:
            continue
        hits = [i for i, (page, box) in found.items() if page == token.page and holds(box, center(token.box))]
        if len(hits) == 1:
            out[number] = hits[0]
    return out


def _labels(comparison: Comparison) -> dict[Cell, tuple[int, Box]]:
    """Where the words of the blank's cells stand on the paper, of cells that are there as a whole."""
    out: dict[Cell, tuple[int, Box]] = {}
    lost: set[Cell] = set()
    for token, at in zip(comparison.blank.tokens, comparison.to_paper, strict=True):
        if token.cell is None:
            continue
        there = comparison.paper[at] if at >= 0 else None
        if there is None or there.box is None or there.cell is not None:
            lost.add(token.cell)
            continue
        page, box = out.get(token.cell, (there.page, there.box))
        if page != there.page:
            lost.add(token.cell)
        out[token.cell] = page, union(box, there.box)
    return {cell: where for cell, where in out.items() if cell not in lost}


def _is_parted(room: Box, label: Box, upright: Sequence[Box]) -> bool:
    """Whether rules down the page part a label's row into cells: then they tell what is whose."""
    middle = center(label)[1]
    return any(room[0] + _SHORT < u[0] < room[2] - _SHORT and u[1] < middle < u[3] for u in upright)


def _room(label: Box, end: float | None, levels: Sequence[Box], printed: Sequence[Box]) -> Box | None:
    """Beside a label, over the next rule; `end` is where the next label of the row begins."""
    under = [
        b
        for b in levels
        if b[0] - label[2] < _AWAY
        and b[2] - max(b[0], label[2]) > _SHORT
        and center(label)[1] < b[1] < label[3] + _BELOW
        and (end is None or b[0] < end - _SHORT)
    ]
    if not under:
        return None
    rule = min(under, key=lambda b: b[1])
    left, right = max(rule[0] - 2, label[2] + 1), rule[2] + 2 if end is None else min(rule[2] + 2, end - 2)
    if right - left < _SHORT:
        return None
    bottom = rule[1] + 2
    over = [b[3] for b in levels if b[3] < rule[1] - 6 and min(b[2], right) - max(b[0], left) > _SHORT]
    # words over the answer, and the label of the row above
    over += [b[3] for b in printed if b[3] < label[1] + 3 and (b[2] > left and b[0] < right)]
    top = max([y for y in over if y > bottom - _HIGH], default=label[1] - _OVER)
    return left, top, right, bottom
