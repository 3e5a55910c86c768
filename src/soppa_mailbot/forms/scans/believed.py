"""How far what OCR read at a place of a scanned Word form is believed: as an answer, as ink, or not at all."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.thresholds_scan import INK
from soppa_mailbot.forms.common.tokens import INK_WORD, OFF, ON, Token, norms, spelled
from soppa_mailbot.forms.common.values import is_answer
from soppa_mailbot.forms.papers.evidence import NO_SIGNATURE
from soppa_mailbot.forms.papers.misread_prompts import beside_prompts, is_misread_prompt
from soppa_mailbot.forms.scans.scan_rooms import word_behind
from soppa_mailbot.forms.scans.word_sheets import WordScan, pixels_of
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import PlaceReading

_HIGHER = 18.0  # points by which handwriting may stand higher than its label
_UNREAD = 14.0  # points across: what OCR does not read and is narrower may be the end of another's stroke
_SIGNED = 30.0  # points across: what is narrower is no signature for sure
_LEVEL = 12.0  # points between the feet of a room and of a word on its line
_TOUCHES = 12.0  # points between an answer and the rest of the line that it was typed into
_LONGER_THAN_NUMBER = 5  # letters and digits of an answer that no list's number, misread, is


def believed(reading: PlaceReading, scan: WordScan, slot: Slot, sure: set[str], until: int | None) -> PlaceReading:
    """The reading of one place; doubtful where the form's own words beside it, or its room, do not tell for sure."""
    if reading.place.kind == "check":
        return _ticked(reading, scan.ticks.get(slot.id))
    if slot.id in scan.inked:
        reading = _in_room(reading, scan, slot, sure)
    if reading.state == "doubtful":
        return reading
    known = slot.id in scan.inked or sum(c.isalnum() for c in reading.value) >= _LONGER_THAN_NUMBER
    if lost := _lost_beside(scan.comparison, slot, until, told=known):
        return doubted(reading, f'"{lost}" of the form was not found beside it')
    if reading.state == "empty":
        if slot.id not in scan.inked and (near := _near_label(scan, slot)):
            return doubted(reading, f'"{_legible(spelled(near))}" beside it may be its answer')
        if (
            slot.id not in scan.inked
            and slot.is_cell
            and any(t.cell == slot.cell for t in scan.comparison.blank.tokens)
        ):
            return doubted(reading, "the cell of its label was not found on the page")  # line by line it has no order
        if slot.id not in scan.inked and slot.is_line and not _line_seen(scan, slot):
            return doubted(reading, "the line to write on was not found on the page")  # words may stand in its place
        return reading
    said = norms(reading.value)
    if slot.id not in scan.inked:
        there = _there(scan.comparison, slot)
        if reading.place.signs and not there and slot.cell is not None:
            there = _signed_over(scan, slot)
        boxes = [t.box for t in there if t.box is not None]
        if reading.place.signs and (not boxes or max(b[2] for b in boxes) - min(b[0] for b in boxes) < _SIGNED):
            return doubted(reading, "too little ink for a signature")
        if sum(pixels_of(scan.sheets, t) for t in there) < INK["text"]:
            return doubted(reading, f'"{_legible(reading.value)}" is hardly any ink')
        if is_misread_prompt(said) or not beside_prompts(said):
            return doubted(reading, f'"{_legible(reading.value)}" may be the form\'s own prompt')
    if said and beside_prompts(said) == list(said) and all(n in sure and n != INK_WORD for n in said):
        return reading
    half_read = _legible(reading.value) if reading.place.role == "deadline" else ""
    return replace(reading, value="", how=("ink",), why=f'OCR reads "{_legible(reading.value)}"', half_read=half_read)


def _ticked(reading: PlaceReading, ticked: bool | None) -> PlaceReading:
    """A box is what its pixels show. What OCR made of it and of its neighbours may belong to either."""
    if ticked is None:
        return doubted(reading, "its box could not be seen")
    if ticked:
        return replace(reading, state="filled", value=reading.place.option, how=reading.how or ("ink",), why="")
    return replace(reading, state="empty", value="", how=(), why="")


def _in_room(reading: PlaceReading, scan: WordScan, slot: Slot, sure: set[str]) -> PlaceReading:
    """The reading by what lies in the place's room, where that is clear; doubtful where text and room disagree."""
    room, ink = scan.rooms[slot.id], scan.inked[slot.id]
    own = set(scan.comparison.to_paper)
    there = [t for j, t in enumerate(scan.comparison.paper) if j not in own and room.holds(t.page, t.box)]
    value = spelled([t for t in there if t.norm != INK_WORD] or there)
    if NO_SIGNATURE in reading.why:
        return reading
    if ink.empty:
        if reading.state == "empty" or _lie_in_rooms(scan, slot):
            return replace(reading, state="empty", value="", how=(), why="")
        if _rest_of_its_line(scan, slot):
            return reading
        return doubted(reading, "what may answer it stands beside its place")
    if not ink.some:
        return doubted(reading, "there is hardly any ink in its place")
    if (letter := scan.letters.get(slot.id)) and not reading.place.signs:
        return replace(reading, state="filled", value=letter, how=reading.how or ("ink",), why="")
    if reading.place.signs and (ink.across < _SIGNED or ink.pixels < INK["signature"]):
        return doubted(reading, "too little ink for a signature")
    if not ink.sure and (reading.state != "filled" or not set(norms(value)) <= sure):
        return doubted(reading, "it is not sure whether the ink near it is its answer")
    if not value.replace(INK_WORD, "").strip() and ink.across < _UNREAD and not reading.place.signs:
        return doubted(reading, "what is drawn in its place may be anything")
    if value and not is_answer(value, reading.place.default):
        return reading
    return replace(reading, state="filled", value=value, how=reading.how or ("ink",), why="")


def _lie_in_rooms(scan: WordScan, slot: Slot) -> bool:
    """Whether all that the text has for a place lies in the rooms of others."""
    others = [r for i, r in scan.rooms.items() if i != slot.id]
    there = [t for t in _there(scan.comparison, slot) if t.norm not in ("__", ON, OFF)]
    return all(any(r.holds(t.page, t.box) for r in others) for t in there)


def _signed_over(scan: WordScan, slot: Slot) -> list[Token]:
    """A signature beside its label in the cell of both, which the lines of the page have before the label.

    A picture of it that took the place of the line to write on leaves no rule, and so no room; it is higher than the
    label, and the cells to its left are read in between. What another column holds is not its own.
    """
    near = _near_label(scan, slot)
    own, to_paper = scan.comparison.blank.tokens, scan.comparison.to_paper
    beyond = [
        box[0]
        for token, j in zip(own, to_paper, strict=True)
        if j >= 0 and slot.cell is not None and token.cell is not None and (box := scan.comparison.paper[j].box)
        if token.cell[0] == slot.cell[0] and token.cell[2] > slot.cell[2]
    ]
    if any(t.box is not None and t.box[2] > x for t in near for x in beyond):
        return []
    return near if sum(pixels_of(scan.sheets, t) for t in near) >= INK["signature"] else []


def _rest_of_its_line(scan: WordScan, slot: Slot) -> bool:
    """Whether a room is the rest of a line that an answer was typed into: "product(s): __WordNest_________."

    The words before the place and behind it are found, and nothing but the answer stands between them.
    """
    before, after = _gap(scan.comparison, slot)
    there = [t for t in _there(scan.comparison, slot) if t.norm not in ("__", ON, OFF)]
    room, own = scan.rooms[slot.id], scan.comparison.blank.tokens
    last = there[-1].box if there and there[-1].page == room.page else None
    whole = before == slot.at - 1 and after == slot.at and before >= 0 and own[before].paragraph == slot.paragraph
    if not whole or last is None or not slot.is_line or all(t.norm == INK_WORD for t in there):
        return False
    if any(r.holds(t.page, t.box) for i, r in scan.rooms.items() if i != slot.id for t in there):
        return False
    said = norms(spelled(there))
    level = last[1] < room.box[3] and abs(room.box[3] - last[3]) < _LEVEL
    inked = sum(pixels_of(scan.sheets, t) for t in there) >= INK["text"]
    return level and abs(room.box[0] - last[2]) < _TOUCHES and inked and bool(beside_prompts(said))


def _near_label(scan: WordScan, slot: Slot) -> list[Token]:
    """Words and ink beside a label that are in no room: handwriting that is higher than its line is read before it."""
    own, to_paper = scan.comparison.blank.tokens, scan.comparison.to_paper
    if not slot.at or own[slot.at - 1].paragraph != slot.paragraph:
        return []
    label = scan.comparison.paper[to_paper[slot.at - 1]]
    if label.box is None:
        return []
    _, top, right, bottom = label.box
    level = [t.box for j in to_paper if j >= 0 and (t := scan.comparison.paper[j]).page == label.page and t.box]
    end = min([b[0] for b in level if b[0] > right and same_row(b, label.box)], default=float("inf"))
    mine = set(to_paper)
    return [
        t
        for j, t in enumerate(scan.comparison.paper)
        if j not in mine and t.norm not in (ON, OFF, "__") and t.page == label.page and t.box is not None
        if right - 4 <= (t.box[0] + t.box[2]) / 2 <= end and top - _HIGHER <= (t.box[1] + t.box[3]) / 2 <= bottom + 6
        if not any(r.holds(t.page, t.box) for r in scan.rooms.values())
    ]


def _legible(value: str) -> str:
    return value.replace(INK_WORD, "(unread)")[:80]


def doubted(reading: PlaceReading, why: str) -> PlaceReading:
    """The reading as one that nobody may take for an answer, and why."""
    return replace(reading, state="doubtful", value="", why=why)


def _there(comparison: Comparison, slot: Slot) -> list[Token]:
    """The words and the ink between the own words around a place."""
    before, after = _gap(comparison, slot)
    start = comparison.to_paper[before] + 1 if before >= 0 else 0
    end = comparison.to_paper[after] if after < len(comparison.to_paper) else len(comparison.paper)
    return list(comparison.paper[start:end])


def _gap(comparison: Comparison, slot: Slot) -> tuple[int, int]:
    """The own words (numbers) found last before and first behind a place."""
    before = next((i for i in range(slot.at - 1, -1, -1) if comparison.to_paper[i] >= 0), -1)
    size = len(comparison.to_paper)
    return before, next((i for i in range(slot.at, size) if comparison.to_paper[i] >= 0), size)


def _line_seen(scan: WordScan, slot: Slot) -> bool:
    """Whether a rule is seen between the words around a line to write on: one that was typed over has none."""
    before, after = _gap(scan.comparison, slot)
    paper, to_paper = scan.comparison.paper, scan.comparison.to_paper
    around = [paper[to_paper[n]] for n in (before, after) if 0 <= n < len(to_paper) and to_paper[n] >= 0]
    boxes = [(t.page, t.box) for t in around if t.box is not None]
    if len(boxes) < 2 or boxes[0][0] != boxes[1][0]:
        return True
    page = next((s.page for s in scan.sheets if s.page.number == boxes[0][0]), None)
    (_, over), (_, under) = boxes
    rules = [m.box for m in page.marks if m.kind == "line"] if page else []
    return any(over[1] < b[3] < under[3] + 6 and b[2] - b[0] >= b[3] - b[1] for b in rules)


def _lost_beside(comparison: Comparison, slot: Slot, until: int | None, *, told: bool) -> str:
    """The blank's words beside a place that were not found; without the next number, where it cannot be the answer."""
    before, after = _gap(comparison, slot)
    after = after if until is None else min(after, until + 1)
    own = comparison.blank.tokens
    behind = word_behind(comparison, slot) if told else slot.at
    return " ".join(t.raw for t in (*own[before + 1 : slot.at], *own[behind:after]))[:60]
