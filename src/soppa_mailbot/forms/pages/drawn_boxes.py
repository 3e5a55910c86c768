"""Boxes to tick that a page draws: rectangles, or four rules, with or without a tick drawn or typed into them.

A Word form that comes back as PDF has its boxes as characters or as drawings, as its converter liked. Drawn ones become
words of the page here, so that reading word by word finds them where it expects a box. Where a drawing could be more
than a box (a row of boxes for single letters, a cell with a number, shading inside) nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, close, common, grown, height, holds, same_row, width
from soppa_mailbot.forms.common.tokens import OFF, ON, pieces
from soppa_mailbot.forms.common.values import is_mark
from soppa_mailbot.forms.pages.cells import is_tick_box
from soppa_mailbot.model import Box, Mark, Page, Word

_MAX_BOXES = 150  # a page with more is no form
_MAX_TICKS = 400
_CORNER = 1.5  # points within which two rules meet
_COMB = 2.0  # points: boxes nearer than this are for single letters
_LARGEST_TICK = 32.0  # points: what a person draws into a box is no wider or higher
_OUTLINE = 0.9  # points between the two lines of an outline
_SMALLEST_TICK = 0.25  # of the box's sides


def with_drawn_boxes(page: Page) -> Page:
    """The page with a word ☐ or ☒ for each drawn box, at its place among the other words.

    A box of the text over which something was drawn becomes ☒ as well.
    """
    words = _struck(page.words, page.marks)
    boxes = _boxes(page.marks)
    if not boxes:
        return replace(page, words=tuple(words)) if words != list(page.words) else page
    read = [(box, _state(box, words, page.marks)) for box in boxes]
    if len(read) > 1 and all(state == ON for _, state in read):
        return page  # every one alike: decoration as likely as an answer
    signs = [Word(state, box) for box, state in read if state]
    inside = {id(w) for s in signs for w in words if holds(s.box, center(w.box))}
    kept = [w for w in words if id(w) not in inside]
    return replace(page, words=tuple(_inserted(kept, signs)))


def _boxes(marks: Sequence[Mark]) -> list[Box]:
    """Squares that stand by themselves, a double outline once."""
    drawn = [m.box for m in marks if m.kind == "rect" and not m.annotation and is_tick_box(m.box)]
    rules = [m.box for m in marks if m.kind == "line" and not m.annotation and max(width(m.box), height(m.box)) < 20]
    found: list[Box] = []
    for box in [*drawn, *_of_rules(rules)]:
        if len(found) > _MAX_BOXES:
            return []
        twin = next((i for i, b in enumerate(found) if holds(b, center(box))), None)
        if twin is None:
            found.append(box)
        elif width(box) > width(found[twin]):
            found[twin] = box
    return [b for b in found if not any(b is not o and _touch(b, o) for o in found)]


def _of_rules(rules: Sequence[Box]) -> list[Box]:
    """Squares that four rules of about one length close."""
    level = [r for r in rules if width(r) >= height(r)][: 2 * _MAX_BOXES]
    upright = [r for r in rules if width(r) < height(r)][: 2 * _MAX_BOXES]
    by_row: dict[int, list[Box]] = {}
    for rule in upright:
        by_row.setdefault(int(rule[1] // 8), []).append(rule)
    out = []
    for top in level:
        row = int(top[1] // 8)
        near = [u for r in (row - 1, row, row + 1) for u in by_row.get(r, ()) if abs(u[1] - top[1]) <= _CORNER]
        left = next((u for u in near if abs(u[0] - top[0]) <= _CORNER), None)
        right = next((u for u in near if abs(u[2] - top[2]) <= _CORNER and u is not left), None)
        if left is None or right is None or abs(left[3] - right[3]) > _CORNER:
            continue
        box = top[0], top[1], top[2], left[3]
        bottom = (box[0], box[3], box[2], box[3])
        if is_tick_box(box) and any(close(bottom, r, 2 * _CORNER) for r in level if r is not top):
            out.append(box)
    return out


def _touch(a: Box, b: Box) -> bool:
    return common(grown(a, _COMB / 2), grown(b, _COMB / 2)) > 0


# --- what is in a box -------------------------------------------------------------------------------------------------


def _state(box: Box, words: Sequence[Word], marks: Sequence[Mark]) -> str:
    """☒, ☐, or "" where something is in the box that may be a tick or not."""
    typed = [w for w in words if holds(box, center(w.box))]
    if any(w.text.strip() in (ON, OFF) or not is_mark(w.text) for w in typed):
        return ""
    inner = [m for m in marks if _in(m, box)]
    strokes = [m for m in inner if m.kind in ("curve", "ink") or (m.kind == "freetext" and is_mark(m.text))]
    # A cross from corner to corner is as large as the box; one such stroke may be the box's own round outline.
    if typed or len(strokes) > 1 or any(not close(m.box, box, _OUTLINE) for m in strokes):
        return ON
    return "" if inner else OFF


def _in(mark: Mark, box: Box) -> bool:
    """Whether a mark was drawn into a box, and is no rule or rectangle of its outline."""
    if not holds(grown(box, 1.0), center(mark.box)) or max(width(mark.box), height(mark.box)) > _LARGEST_TICK:
        return False
    if mark.kind == "line" and not mark.annotation:
        return holds(grown(box, -_CORNER), center(mark.box))
    if mark.kind == "rect" and close(mark.box, box, 2 * _OUTLINE):
        return False
    return max(width(mark.box), height(mark.box)) >= _SMALLEST_TICK * width(box)


def _struck(words: Sequence[Word], marks: Sequence[Mark]) -> list[Word]:
    """The words, a box among them ☒ where a tick was drawn over it."""
    ticks = [
        m.box
        for m in marks
        if (m.kind == "ink" or (m.kind == "curve" and not m.annotation))
        and max(width(m.box), height(m.box)) <= _LARGEST_TICK
    ][:_MAX_TICKS]
    if not ticks:
        return list(words)
    return [replace(w, text=ON) if _is_box(w.text) and any(_over(t, w.box) for t in ticks) else w for w in words]


def _is_box(text: str) -> bool:
    found = pieces(text)
    return len(found) == 1 and found[0][0] == "off" and len(text.strip()) <= 3


def _over(tick: Box, box: Box) -> bool:
    size = min(width(tick) * height(tick), width(box) * height(box))
    return holds(grown(box, 1.0), center(tick)) and common(tick, box) > 0.4 * size and not close(tick, box, _OUTLINE)


# --- where it stands among the words ----------------------------------------------------------------------------------


def _inserted(words: Sequence[Word], signs: Sequence[Word]) -> list[Word]:
    """The words in their order, each box before the word to its right, or else behind that to its left."""
    before: dict[int, list[Word]] = {}
    for sign in sorted(signs, key=lambda s: (s.box[1], s.box[0])):
        level = [(i, w.box) for i, w in enumerate(words) if same_row(w.box, sign.box)]
        right = min(((b[0], i) for i, b in level if b[0] >= sign.box[2] - 2), default=None)
        left = max(((b[2], i) for i, b in level if b[2] <= sign.box[0] + 2), default=None)
        near = right is not None and (left is None or right[0] - sign.box[2] <= sign.box[0] - left[0] + 12)
        below = next((i for i, w in enumerate(words) if w.box[1] > sign.box[3]), len(words))
        at = right[1] if near and right is not None else left[1] + 1 if left is not None else below
        before.setdefault(at, []).append(sign)
    out: list[Word] = []
    for index, word in enumerate(words):
        out += [*before.get(index, ()), word]
    return out + before.get(len(words), [])
