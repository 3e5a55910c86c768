"""Where a Word form's places are on its scan, told by the form's own words around them and by the rules.

Read line by line, an answer may stand before its label or behind the next one: a signature is higher than its line's
words, an answer lower than a label at the top of its cell. So the room of a place is looked for as well: the cell
beside a label or under a head, the line behind it. Ink belongs to the room that holds most of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.thresholds_scan import FAINT, INK, SPECK
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.registering.scan_ink import rules_of
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.list_numbers import NUMBER
from soppa_mailbot.model import Box, Mark, Page

Pixels = Any
Cell = tuple[int, int, int]

_ABOVE = 23.0  # points above a line to write on that are its room
_BELOW = 6.0  # points below it
_FOUND = 0.6  # share of a cell's words that must be found, for the cell to be where they are
_STRAIGHT = 40  # pixels that are straight in a level rule, however it slants
_SLOPE = 0.035  # of a rule on a crooked page
_SHORT = 25.0  # points: shorter rules are no line to write on
_LAST = 60.0  # points below a label that a last row may be high
_PAD = 6.0  # points between a cell's left edge and its words
_MINE = 0.4  # share of a stroke that a room must hold for the stroke to be its own
_MOST = 0.75  # share of what all rooms hold of it that it must hold as well
_PART = 0.25  # share of a stroke from which it may be a room's
_FLAT = 4  # pixels: what is no higher is the rest of a rule
_MUCH = 150  # pixels of ink that nobody overlooks
_JOINED = (9, 9)  # pixels: a rule cuts the strokes over it in pieces, which belong together


@dataclass(frozen=True, slots=True)
class Room:
    """Where a place is on a page, in points."""

    page: int
    box: Box

    def holds(self, page: int, box: Box | None) -> bool:
        if box is None or page != self.page:
            return False
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]


@dataclass(frozen=True, slots=True)
class Inked:
    """The ink in a room, and what of it is surely the room's own."""

    pixels: int  # of strokes that lie in it
    across: float  # points from the first to the last of them
    touching: int  # pixels of strokes of which a part lies in it
    box: Box | None = None  # around them, in points

    @property
    def empty(self) -> bool:
        return self.pixels < FAINT * INK["text"] and not self.touching

    @property
    def sure(self) -> bool:
        return self.pixels >= _MUCH

    @property
    def some(self) -> bool:
        return self.pixels >= INK["text"]


def ruled(page: Page, ink: Pixels, dpi: float) -> Page:
    """The page with the level rules that its ink shows, among them slanting ones, that reading it did not find."""
    scale = dpi / 72
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, _STRAIGHT), np.uint8))
    level = cv2.morphologyEx(level, cv2.MORPH_CLOSE, np.ones((3, 15), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(level, connectivity=8)
    known, _ = _edges(page)
    found = []
    for left, top, width, height, _ in stats[1:].tolist():
        box = (left / scale, top / scale, (left + width) / scale, (top + height) / scale)
        slim = width >= _SHORT * scale and height <= max(8.0, _SLOPE * width)
        if slim and not any(abs(b[1] - box[1]) < 4 and b[0] < box[2] and b[2] > box[0] for b in known):
            found.append(Mark("line", box))
    return replace(page, marks=(*page.marks, *found))


def rooms(comparison: Comparison, pages: Sequence[Page]) -> dict[str, Room]:
    """The rooms of places by their id, of those that could be told."""
    by_number = {p.number: p for p in pages}
    table = _Tables(comparison, by_number)
    out: dict[str, Room] = {}
    for slot in comparison.blank.slots:
        if slot.control is not None and slot.kind != "check":
            continue  # a prompt is printed there
        alone = slot.cell is not None and slot.cell not in table.words
        room = table.room(slot.cell) if slot.cell is not None and alone else None
        if room is None and slot.is_line and slot.kind != "check":
            room = _line_room(comparison, slot, by_number)
        captioned = slot.is_cell and not alone  # small print at the top of the cell that it is answered in
        if slot.id.endswith(":after") or captioned:
            one = slot.cell is not None and sum(s.cell == slot.cell for s in comparison.blank.slots) == 1
            room = table.own_room(slot.cell) if slot.cell is not None and one else room
            room = _after_room(comparison, slot, by_number) if slot.cell is None else room
        if room is not None and room.box[2] - room.box[0] > _PAD and room.box[3] - room.box[1] > _PAD:
            out[slot.id] = room
    by_cell = {s.cell: out[s.id] for s in comparison.blank.slots if s.cell is not None and s.id in out}
    for slot in comparison.blank.slots:
        if slot.cell is not None and slot.id not in out and slot.cell not in table.words:
            between = _between(slot.cell, by_cell)
            out.update({slot.id: between} if between is not None else {})
    return {i: r for i, r in out.items() if not any(_overlap(r, o) for k, o in out.items() if k != i)}


def _between(cell: Cell, known: Mapping[Cell, Room]) -> Room | None:
    """The room of a cell whose column's head was not read, from its neighbours in the row."""
    table, row, column = cell
    left, right = known.get((table, row, column - 1)), known.get((table, row, column + 1))
    if left is None or right is None or left.page != right.page:
        return None
    box = (left.box[2], max(left.box[1], right.box[1]), right.box[0], min(left.box[3], right.box[3]))
    return replace(left, box=box) if box[2] - box[0] > _PAD and box[3] - box[1] > _PAD else None


def _overlap(a: Room, b: Room) -> bool:
    """Whether two rooms cannot both be right."""
    if a.page != b.page:
        return False
    across = min(a.box[2], b.box[2]) - max(a.box[0], b.box[0])
    down = min(a.box[3], b.box[3]) - max(a.box[1], b.box[1])
    least = min(a.box[3] - a.box[1], b.box[3] - b.box[1])
    return across > _PAD and down > 0.5 * least


def _bounds(boxes: Iterable[Box]) -> Box:
    found = list(boxes)
    return min(b[0] for b in found), min(b[1] for b in found), max(b[2] for b in found), max(b[3] for b in found)


def _edges(page: Page) -> tuple[list[Box], list[Box]]:
    """(level, upright) rules of a scanned page."""
    lines = [m.box for m in page.marks if m.kind == "line"]
    return [b for b in lines if b[2] - b[0] >= b[3] - b[1]], [b for b in lines if b[3] - b[1] > b[2] - b[0]]


class _Tables:
    """Cells of the blank's tables by where their words stand on the paper."""

    def __init__(self, comparison: Comparison, pages: Mapping[int, Page]) -> None:
        self.pages = pages
        self.words: dict[Cell, list[int]] = {}
        for i, token in enumerate(comparison.blank.tokens):
            if token.cell is not None:
                self.words.setdefault(token.cell, []).append(i)
        self.where: dict[Cell, tuple[int, Box]] = {}
        for cell, indices in self.words.items():
            there = [comparison.paper[j] for i in indices if (j := comparison.to_paper[i]) >= 0]
            boxes = [t.box for t in there if t.box is not None]
            if len(boxes) >= _FOUND * len(indices) and len({t.page for t in there}) == 1:
                self.where[cell] = there[0].page, _bounds(boxes)
        self.whole = {c for c, indices in self.words.items() if all(comparison.to_paper[i] >= 0 for i in indices)}
        self.after: dict[int, list[tuple[int, Box]]] = {}
        for table in {c[0] for c in self.words}:
            end = max(i for c, indices in self.words.items() if c[0] == table for i in indices)
            following = [comparison.paper[j] for j in comparison.to_paper[end + 1 :] if j >= 0]
            self.after[table] = [(t.page, t.box) for t in following if t.box is not None]

    def _below(self, cell: Cell, page: int, bottom: float) -> float:
        """Where the next printed words under a row begin."""
        rows = [b[1] for c, (p, b) in self.where.items() if c[0] == cell[0] and c[1] > cell[1] and p == page]
        rows += [b[1] for p, b in self.after.get(cell[0], ()) if p == page]
        return min([y for y in rows if y > bottom - 2], default=bottom + _LAST)

    def room(self, cell: Cell) -> Room | None:
        """The room of an empty cell, beside its row's words or under its column's head."""
        table, row, column = cell
        mine = {c[2]: w for c, w in self.where.items() if c[:2] == (table, row)}
        above = [c for c in self.where if c[0] == table and c[2] == column and c[1] < row]
        head = self.where[max(above)] if above else None
        left = mine.get(column - 1)
        lost = (table, row, column - 1) in self.words and left is None
        if lost or (left is None and head is None):
            return None
        page, under = left or head or (0, (0.0, 0.0, 0.0, 0.0))
        if page not in self.pages:
            return None
        x0 = left[1][2] + 1 if left is not None else under[0] - _PAD
        x1 = self._right(cell, page, x0)
        if x1 is None:
            return None
        if mine:
            if any(p != page for p, _ in mine.values()):
                return None
            row_box = _bounds(b for _, b in mine.values())
            line, y0, y1 = row_box[1] + 5, row_box[1] - _PAD, self._below(cell, page, row_box[3]) - 2
            if any(c[0] == table and c[1] < row and p == page for c, (p, _) in self.where.items()):
                y0 = row_box[1] - 2  # where the row above ends
        elif head is not None and max(above)[1] == row - 1:
            y0, y1 = under[3] + 1, self._below(cell, page, under[3] + 3) - 2
            y0 = min([y for y in self._level(page, x0, x1) if y0 - 2 < y < y1 - _PAD], default=y0)
            line = min(y0 + 4, (y0 + y1) / 2)
        else:
            return None
        return Room(page, self._within_rules(page, (x0, y0, x1, y1), line))

    def own_room(self, cell: Cell) -> Room | None:
        """The room of a cell that has its label within it: what stands beside the label's words and under them.

        Where writing hides one of the words it is just what is under them.
        """
        if cell not in self.where:
            return None
        table, row, _ = cell
        page, own = self.where[cell]
        beside = [self.where[c] for c in self.where if c[:2] == (table, row)]
        x1 = self._right(cell, page, own[0] - _PAD)
        if page not in self.pages or x1 is None or any(p != page for p, _ in beside):
            return None
        low = _bounds(b for _, b in beside)[3]
        box = (own[0] - _PAD, own[1] - 2, x1, self._below(cell, page, low) - 2)
        x0, y0, x1, y1 = self._within_rules(page, box, own[1] + 5)
        return Room(page, (x0, y0 if cell in self.whole else own[3], x1, y1))

    def _right(self, cell: Cell, page: int, x0: float) -> float | None:
        table, row, column = cell
        beside = [w for c, w in self.where.items() if c[:2] == (table, row) and c[2] > column]
        if (table, row, column + 1) in self.words:
            label = self.where.get((table, row, column + 1))
            return None if label is None or label[0] != page else label[1][0] - 3
        columns = [
            b[0] - _PAD for c, (p, b) in self.where.items() if c[0] == table and c[2] == column + 1 and p == page
        ]
        columns += [b[0] - 3 for p, b in beside if p == page]
        inside = [x for x in columns if x > x0]
        return min(inside, default=self.pages[page].width - 10)

    def _level(self, page: int, x0: float, x1: float) -> list[float]:
        """How low the rules are that cross the middle between two positions."""
        middle = (x0 + x1) / 2
        return [(b[1] + b[3]) / 2 for b in _edges(self.pages[page])[0] if b[0] - 4 <= middle <= b[2] + 4]

    def _within_rules(self, page: int, box: Box, line: float) -> Box:
        """The room cut at the rules that cross it around the height of its words."""
        x0, y0, x1, y1 = box
        _, upright = _edges(self.pages[page])
        down = sorted((b[0] + b[2]) / 2 for b in upright if b[1] <= line + 4 and b[3] >= line - 4)
        inside = [x for x in down if x0 - 2 <= x <= x1 + 4]
        if len(inside) >= 2:
            x0, x1 = inside[0], inside[1] if inside[1] - inside[0] > 2 * _PAD else x1
        across = self._level(page, x0, x1)
        y1 = min([y for y in across if line + 4 < y <= y1 + 4], default=y1)
        y0 = max([y for y in across if y0 - 8 <= y <= line], default=y0)
        return x0, y0, x1, y1


def word_behind(comparison: Comparison, slot: Slot) -> int:
    """The number of the own word that a place ends at; not the next question's own number where that is lost, nor a
    sentence's lone letter ("____. I have"): it is small, and OCR drops it."""
    own, at = comparison.blank.tokens, slot.at
    if at + 1 >= len(own) or comparison.to_paper[at] >= 0:
        return at
    if own[at].paragraph != own[at + 1].paragraph and not _numbers_row(own[at], own[at + 1]):
        return at
    letter = own[at].paragraph == own[at + 1].paragraph and len(own[at].norm) == 1 and own[at].norm.isalpha()
    if letter and comparison.to_paper[at + 1] >= 0:
        return at + 1
    opens = at == 0 or own[at].paragraph != own[at - 1].paragraph
    return at + 1 if opens and NUMBER.fullmatch(own[at].raw) else at


def _numbers_row(number: Token, label: Token) -> bool:
    """Whether a word is alone in the first cell of a table's row, before its label's: "7 | Electronic mail | ____"."""
    here, beside = number.cell, label.cell
    return here is not None and beside is not None and here[2] == 0 and beside == (here[0], here[1], 1)


def _line_room(comparison: Comparison, slot: Slot, pages: Mapping[int, Page]) -> Room | None:
    """Over the rule that is a line to write on, between the words before and behind it."""
    own, to_paper = comparison.blank.tokens, comparison.to_paper
    at, behind = slot.at, word_behind(comparison, slot)
    if not at or to_paper[at - 1] < 0:
        return None
    before = comparison.paper[to_paper[at - 1]]
    after = comparison.paper[to_paper[behind]] if behind < len(own) and to_paper[behind] >= 0 else None
    if behind < len(own) and after is None:
        return None
    page = pages.get(before.page)
    if page is None or before.box is None or (after is not None and (after.page != before.page or after.box is None)):
        return None
    level, _ = _edges(page)
    rules = [b for b in level if b[2] - b[0] >= _SHORT]
    inline = own[at - 1].paragraph == slot.paragraph
    end: Box = after.box if after is not None and after.box is not None else (0.0, page.height, 0.0, page.height)
    left = _left_of_paragraph(comparison, slot, page.number) if inline else 0.0
    found = [b for b in rules if _is_between(b, before.box, end, inline=inline) and b[2] > left]
    if len(found) != 1:
        return None
    x0, high, x1, low = found[0]
    y = (high + low) / 2
    if inline and abs(y - before.box[3]) < 8:
        x0 = max(x0, before.box[2] + 1)
    words = [t.box for j in to_paper if j >= 0 and (t := comparison.paper[j]).page == page.number and t.box is not None]
    over = [b[3] for b in words if b[3] < y - 6 and b[0] < x1 and b[2] > x0]
    over += [(b[1] + b[3]) / 2 + 2 for b in rules if b[3] < y - 8 and b[0] < x1 and b[2] > x0]
    return Room(page.number, (x0, max([y - _ABOVE, *(v for v in over if v < y - 9)]), x1, low + _BELOW))


def _left_of_paragraph(comparison: Comparison, slot: Slot, page: int) -> float:
    """Where the words of a place's paragraph begin: a rule that ends left of them is a line of the column beside it."""
    own = zip(comparison.blank.tokens, comparison.to_paper, strict=True)
    there = [comparison.paper[j] for t, j in own if t.paragraph == slot.paragraph and j >= 0]
    return min((t.box[0] for t in there if t.page == page and t.box is not None), default=0.0)


def _after_room(comparison: Comparison, slot: Slot, pages: Mapping[int, Page]) -> Room | None:
    """The rest of the line behind a label, and what is free below it."""
    at, to_paper, behind = slot.at, comparison.to_paper, word_behind(comparison, slot)
    if not at or to_paper[at - 1] < 0 or (behind < len(to_paper) and to_paper[behind] < 0):
        return None
    label = comparison.paper[to_paper[at - 1]]
    page = pages.get(label.page)
    if page is None or label.box is None:
        return None
    _, top, right, bottom = label.box
    words = [t.box for j in to_paper if j >= 0 and (t := comparison.paper[j]).page == page.number and t.box is not None]
    over = max([b[3] for b in words if b[3] < top], default=0.0)
    under = min([b[1] for b in words if b[1] > bottom], default=page.height)
    y0, y1 = max(over, top - 0.6 * (top - over)), min(bottom + 0.4 * (under - bottom), bottom + _ABOVE)
    return Room(page.number, (right + 1, max(y0, top - _ABOVE), page.width - 18, y1))


def _is_between(rule: Box, before: Box, after: Box, *, inline: bool) -> bool:
    """Whether a rule stands behind one word and before another."""
    x0, y, x1 = rule[0], (rule[1] + rule[3]) / 2, rule[2]
    level_before, level_after = abs(y - before[3]) < 7, abs(y - after[3]) < 7
    if level_before and x1 < before[2] + _SHORT:
        return False
    if level_after and x0 > after[0] - _SHORT:
        return False
    if inline and level_before:
        return x0 > before[2] - 12 and (not level_after or x0 < after[0])
    return y > before[3] + 4 and (y < after[1] - 1 or (level_after and x0 < after[0]))


# --- ink ------------------------------------------------------------------------------------------------------------


def inked(found: Mapping[str, Room], number: int, ink: Pixels, dpi: float, printed: Sequence[Box]) -> dict[str, Inked]:
    """The ink in the rooms of one page, without rules and what is `printed` (boxes in points)."""
    mine = {i: r for i, r in found.items() if r.page == number}
    if not mine:
        return {}
    scale = dpi / 72
    band = rules_of(ink)
    rest = cv2.subtract(ink, band)
    for box in printed:
        left, top, right, bottom = (round(v * scale) for v in (box[0] - 1.5, box[1] - 1.5, box[2] + 1.5, box[3] + 1.5))
        rest[max(0, top) : bottom, max(0, left) : right] = 0
    joined = rest | (cv2.dilate(rest, np.ones(_JOINED, np.uint8)) & cv2.dilate(band, np.ones((3, 3), np.uint8)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    total = np.bincount(labels[rest > 0].ravel(), minlength=len(stats))
    ends_of = {i: [max(0, round(v * scale)) for v in r.box] for i, r in mine.items()}
    held = {
        i: np.bincount(labels[top:bottom, left:right][rest[top:bottom, left:right] > 0].ravel(), minlength=len(stats))
        for i, (left, top, right, bottom) in ends_of.items()
    }
    in_rooms = np.maximum(sum(held.values()), 1)
    out: dict[str, Inked] = {}
    for identity, here in held.items():
        left, _, right, _ = ends_of[identity]
        pixels = touching = 0
        strokes: list[Box] = []
        for k in np.flatnonzero(here[1:]) + 1:
            x, y, w, h, _ = (int(v) for v in stats[k])
            edge = min(abs(x + w - left), abs(x - left), abs(x - right), abs(x + w - right)) <= 8
            if total[k] < SPECK or h <= _FLAT or (w <= _FLAT + 2 and h > 3 * w and edge):
                continue
            share = here[k] / total[k]
            if share >= _MINE and here[k] >= _MOST * in_rooms[k]:
                pixels += int(here[k])
                strokes.append((x / scale, y / scale, (x + w) / scale, (y + h) / scale))
            elif share >= _PART and here[k] >= INK["text"]:
                touching += int(here[k])
        around = _bounds(strokes) if strokes else None
        out[identity] = Inked(pixels, around[2] - around[0] if around else 0.0, touching, around)
    return out
