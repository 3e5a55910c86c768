"""A Word form that was printed, filled in and scanned: there is no page to lay it over, so it is read word by word.

OCR's words are laid beside the blank's text; boxes to tick are looked for beside their options, and ink that OCR has
not read becomes a word of its own. What then stands between two labels is the answer, as in a Word file. Where the
blank's own words beside a place were not found again, what stands there may be they: that place is doubtful.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.beside_label import behind_labels
from soppa_mailbot.forms.cell_lines import with_cell_lines
from soppa_mailbot.forms.comparison import Comparison, compare
from soppa_mailbot.forms.dark_bands import with_bands_read
from soppa_mailbot.forms.exclusive import excluding, questions
from soppa_mailbot.forms.geometry import same_row
from soppa_mailbot.forms.identity import name_spans
from soppa_mailbot.forms.lines import rows
from soppa_mailbot.forms.list_numbers import NUMBER, NUMBER_WIDTH, leads, with_unread_numbers
from soppa_mailbot.forms.misread import repaired
from soppa_mailbot.forms.paging import heads_of, paper_tokens
from soppa_mailbot.forms.pale_crosses import with_pale_crosses
from soppa_mailbot.forms.reading_orders import in_its_order
from soppa_mailbot.forms.registration import Pixels, ink_of
from soppa_mailbot.forms.running import read_slots
from soppa_mailbot.forms.scan_boxes import (
    FoundBox,
    box_alone,
    box_beside,
    each_its_own,
    mark_alone,
    mark_before,
    of_one_size,
    usual_side,
)
from soppa_mailbot.forms.scan_brackets import brackets_beside, told
from soppa_mailbot.forms.scan_ink import unexplained
from soppa_mailbot.forms.scan_rooms import Inked, Room, inked, rooms, ruled, word_behind
from soppa_mailbot.forms.stream import Slot, Stream, blank_stream
from soppa_mailbot.forms.thresholds_scan import CLOSE_ZOOMS, INK, SURE_WORD, WORK_DPI
from soppa_mailbot.forms.tokens import INK_WORD, OFF, ON, Token, norms, spelled
from soppa_mailbot.forms.values import is_answer
from soppa_mailbot.forms.words_ringed import is_ringed_word
from soppa_mailbot.model import Blank, Box, Page, Place, PlaceReading, RasterSource, Word
from soppa_mailbot.reading.ocr import recognise
from soppa_mailbot.reading.word_order import reading_order

_JUNK = 3  # letters that OCR makes of a box before the word beside it
_MISREAD = 4  # words more of a form that another order of its words must show: fewer may be chance
_BY_CELLS = 2  # words more of a form that its cells must show: each short answer in them is one
_HEAD_LIKENESS = 75.0  # 0 to 100: a line of a page's head or foot that is the blank's
_OPENING = 3  # paragraphs with which a form begins
_MARGIN = 0.12  # share of the page's height in which heads and feet stand
_EDGE = 0.05  # share of the page's height at its edges where nobody writes an answer
_PROMPT = frozenset(norms("click or tap here to enter text a date choose an item select one option"))
_PROMPT_LIKENESS = 75.0  # 0 to 100
_PROMPTS = (
    "click or tap here to enter text",
    "click or tap to enter a date",
    "choose an item",
    "click here to enter text",
)
_PROMPTED = 62.0  # 0 to 100: from which likeness on words may be a prompt misread
_HIGHER = 18.0  # points by which handwriting may stand higher than its label
_UNREAD = 14.0  # points across: what OCR does not read and is narrower may be the end of another's stroke
_SIGNED = 30.0  # points across: what is narrower is no signature for sure
_LONGER_THAN_NUMBER = 5  # letters and digits of an answer that no list's number, misread, is
_BEFORE = 60.0  # points before a word that are read along with it
_READ_AGAIN = 6  # words of a form, at most
_BRACKETS = 2  # boxes typed as brackets that tell that a form types its boxes
_AWAY = 4.0  # points between a box and the ink of its tick that reaches out of it


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A scanned page with its ink."""

    page: Page
    gray: Pixels
    ink: Pixels
    dpi: float
    heads: tuple[Word, ...]  # of its head and foot, which the page is without


@dataclass(frozen=True, slots=True)
class WordScan:
    """A blank's text beside what stands on the scanned pages, boxes and unread ink included."""

    comparison: Comparison
    sheets: tuple[_Sheet, ...]
    ticks: Mapping[str, bool]  # by place, of those whose box was found, and its tick told
    rooms: Mapping[str, Room]  # by place, of those of which it could be told
    inked: Mapping[str, Inked]  # by place: what ink is in its room


def compared(blank: Blank, pages: Sequence[Page], raster: RasterSource) -> WordScan | None:
    """None without pictures of the pages."""
    sheets = []
    opening = [p.text() for p in blank.document.flow if p.part == "body"][:_OPENING]
    for page in pages:
        picture = raster(page.number, WORK_DPI)
        if picture is None:
            return None
        heads = _heads(page, heads_of(blank.document.flow), opening, pages[0].number)
        bare = replace(page, words=tuple(w for w in page.words if w not in heads))
        bare = with_bands_read(bare, picture.gray, picture.dpi)
        sheets.append(_Sheet(bare, picture.gray, ink_of(picture.gray), picture.dpi, heads))
    stream = blank_stream(blank.document.flow)
    first = _laid_beside(stream, [s.page for s in sheets])
    lined = [ruled(s.page, s.ink, s.dpi) for s in sheets]
    where = rooms(first, lined)
    options = {p.id: p.option for p in blank.places}
    found = _boxes(first, stream.slots, options, where, sheets)
    boxes = [(slot, box) for slot, box in zip(stream.slots, found, strict=True) if box is not None]
    whole = [_with_boxes_and_ink(sheet, first, boxes) for sheet in sheets]
    second = with_unread_numbers(_names_read_again(_laid_beside(stream, whole), sheets))
    second = _ink_read_again(second, sheets)
    where = rooms(second, lined)
    ink = {i: f for sheet in sheets for i, f in _inked(sheet, second, where, [b for _, b in boxes]).items()}
    ticks = {slot.id: box.ticked for slot, box in boxes if box.ticked is not None}
    for slot in stream.slots:
        marked = ticks.get(slot.id, False)  # a mark that was seen as one is not counted as ink
        asked = slot.kind == "check" and slot.is_cell and not marked and slot.id in ink
        if asked and (ink[slot.id].empty or ink[slot.id].some):
            ticks[slot.id] = ink[slot.id].some
    return WordScan(second, tuple(sheets), ticks, where, ink)


def _inked(
    sheet: _Sheet, comparison: Comparison, where: Mapping[str, Room], boxes: Sequence[FoundBox]
) -> dict[str, Inked]:
    own = [comparison.paper[j] for j in comparison.to_paper if j >= 0]
    printed = [t.box for t in own if t.page == sheet.page.number and t.box is not None]
    printed += [*(w.box for w in sheet.heads), *(_reached(b) for b in boxes if b.page == sheet.page.number)]
    return inked(where, sheet.page.number, sheet.ink, sheet.dpi, printed)


def _laid_beside(stream: Stream, pages: Sequence[Page]) -> Comparison:
    least = max(_MISREAD, len(stream.tokens) // 50)
    found = in_its_order(compare(stream, paper_tokens(pages, by_cells=False)), pages, least=least)
    # a scan may show the rules of its table: then a cell's lines are read one after the other
    cell_by_cell = [replace(t, cell=None) for t in paper_tokens(pages)]
    by_cells = compare(stream, cell_by_cell)
    if len(by_cells.found) >= len(found.found) + _BY_CELLS:
        found = by_cells
    found = with_cell_lines(found)
    for _ in range(2):  # a label's last word that was misread hides what stands beside it, and the other way round
        found = behind_labels(repaired(found))
    return found


def read(scan: WordScan, places: Mapping[str, Place], until: int | None = None) -> list[PlaceReading]:
    """What each place holds. Words that OCR is not sure of are ink: an answer, and no value.

    `until` is the number of the blank's word with which the pages end, where they are not all of the form.
    """
    words = [w for sheet in scan.sheets for w in sheet.page.words]
    sure = {n for w in words if w.confidence >= SURE_WORD for n in norms(w.text)}
    unsure = {n for w in words if w.confidence < SURE_WORD for n in norms(w.text)}
    slots = {s.id: s for s in scan.comparison.blank.slots}
    return without_contradictions(
        [
            _believed(r, scan, slots[r.place.id], sure - unsure, until)
            for r in read_slots(scan.comparison, places, ())
            if r.place.id in slots
        ]
    )


def without_contradictions(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, boxes that cannot all be meant doubtful: on a picture one of them is sooner misread."""
    out = list(readings)
    for row in questions(readings):
        marked = [n for n in row if readings[n].state == "filled"]
        if excluding([readings[n] for n in row]):
            for n in marked:
                out[n] = _doubted(readings[n], "another answer seems to be marked as well")
    return out


def _believed(reading: PlaceReading, scan: WordScan, slot: Slot, sure: set[str], until: int | None) -> PlaceReading:
    if reading.place.kind == "check":
        return _ticked(reading, scan.ticks.get(slot.id))
    if slot.id in scan.inked:
        reading = _in_room(reading, scan, slot, sure)
    if reading.state == "doubtful":
        return reading
    known = slot.id in scan.inked or sum(c.isalnum() for c in reading.value) >= _LONGER_THAN_NUMBER
    if lost := _lost_beside(scan.comparison, slot, until, told=known):
        return _doubted(reading, f'"{lost}" of the form was not found beside it')
    if reading.state == "empty":
        if slot.id not in scan.inked and (said_near := _near_label(scan, slot)):
            return _doubted(reading, f'"{_legible(said_near)}" beside it may be its answer')
        if (
            slot.id not in scan.inked
            and slot.is_cell
            and any(t.cell == slot.cell for t in scan.comparison.blank.tokens)
        ):
            return _doubted(reading, "the cell of its label was not found on the page")  # line by line it has no order
        if slot.id not in scan.inked and slot.is_line and not _line_seen(scan, slot):
            return _doubted(reading, "the line to write on was not found on the page")  # words may stand in its place
        return reading
    said = norms(reading.value)
    if slot.id not in scan.inked:
        there = _there(scan.comparison, slot)
        boxes = [t.box for t in there if t.box is not None]
        if reading.place.signs and (not boxes or max(b[2] for b in boxes) - min(b[0] for b in boxes) < _SIGNED):
            return _doubted(reading, "too little ink for a signature")
        if sum(_pixels(scan.sheets, t) for t in there) < INK["text"]:
            return _doubted(reading, f'"{_legible(reading.value)}" is hardly any ink')
        if _is_prompt(said) or not _besides(said):
            return _doubted(reading, f'"{_legible(reading.value)}" may be the form\'s own prompt')
    if said and _besides(said) == list(said) and all(n in sure and n != INK_WORD for n in said):
        return reading
    return replace(reading, value="", how=("ink",), why=f'OCR reads "{_legible(reading.value)}"')


def _ticked(reading: PlaceReading, ticked: bool | None) -> PlaceReading:
    """A box is what its pixels show. What OCR made of it and of its neighbours may belong to either."""
    if ticked is None:
        return _doubted(reading, "its box could not be seen")
    if ticked:
        return replace(reading, state="filled", value=reading.place.option, how=reading.how or ("ink",), why="")
    return replace(reading, state="empty", value="", how=(), why="")


def _in_room(reading: PlaceReading, scan: WordScan, slot: Slot, sure: set[str]) -> PlaceReading:
    """The reading by what lies in the place's room, where that is clear; doubtful where text and room disagree."""
    room, ink = scan.rooms[slot.id], scan.inked[slot.id]
    own = set(scan.comparison.to_paper)
    there = [t for j, t in enumerate(scan.comparison.paper) if j not in own and room.holds(t.page, t.box)]
    value = spelled([t for t in there if t.norm != INK_WORD] or there)
    if "is no signature" in reading.why:
        return reading
    if ink.empty:
        if reading.state == "empty" or _lie_in_rooms(scan, slot):
            return replace(reading, state="empty", value="", how=(), why="")
        return _doubted(reading, "what may answer it stands beside its place")
    if not ink.some:
        return _doubted(reading, "there is hardly any ink in its place")
    if reading.place.signs and (ink.across < _SIGNED or ink.pixels < INK["signature"]):
        return _doubted(reading, "too little ink for a signature")
    if not ink.sure and (reading.state != "filled" or not set(norms(value)) <= sure):
        return _doubted(reading, "it is not sure whether the ink near it is its answer")
    if not value.replace(INK_WORD, "").strip() and ink.across < _UNREAD and not reading.place.signs:
        return _doubted(reading, "what is drawn in its place may be anything")
    if value and not is_answer(value, reading.place.default):
        return reading
    return replace(reading, state="filled", value=value, how=reading.how or ("ink",), why="")


def _lie_in_rooms(scan: WordScan, slot: Slot) -> bool:
    """Whether all that the text has for a place lies in the rooms of others."""
    others = [r for i, r in scan.rooms.items() if i != slot.id]
    there = [t for t in _there(scan.comparison, slot) if t.norm not in ("__", ON, OFF)]
    return all(any(r.holds(t.page, t.box) for r in others) for t in there)


def _near_label(scan: WordScan, slot: Slot) -> str:
    """Words and ink beside a label that are in no room: handwriting that is higher than its line is read before it."""
    own, to_paper = scan.comparison.blank.tokens, scan.comparison.to_paper
    if not slot.at or own[slot.at - 1].paragraph != slot.paragraph:
        return ""
    label = scan.comparison.paper[to_paper[slot.at - 1]]
    if label.box is None:
        return ""
    _, top, right, bottom = label.box
    level = [t.box for j in to_paper if j >= 0 and (t := scan.comparison.paper[j]).page == label.page and t.box]
    end = min([b[0] for b in level if b[0] > right and same_row(b, label.box)], default=float("inf"))
    mine = set(to_paper)
    near = [
        t
        for j, t in enumerate(scan.comparison.paper)
        if j not in mine and t.norm not in (ON, OFF, "__") and t.page == label.page and t.box is not None
        if right - 4 <= (t.box[0] + t.box[2]) / 2 <= end and top - _HIGHER <= (t.box[1] + t.box[3]) / 2 <= bottom + 6
        if not any(r.holds(t.page, t.box) for r in scan.rooms.values())
    ]
    return spelled(near)


def _is_prompt(said: Sequence[str]) -> bool:
    """Whether the words are about those of a printed prompt, misread as they may be, and nothing else."""
    text = " ".join(n for n in said if n != INK_WORD)
    return any(ratio(text, prompt) >= _PROMPTED for prompt in _PROMPTS)


def _besides(said: Sequence[str]) -> list[str]:
    """The words without those of a prompt, and without the odd letter that is left of one."""
    rest = _beside_prompt(said)
    if len(rest) == len(said):
        return rest
    return [n for n in rest if n != INK_WORD and (len(n) > 1 or n.isdigit())]


def _beside_prompt(said: Sequence[str]) -> list[str]:
    """The words without those of a printed prompt ("Click or tap here to enter text."), which OCR may have misread."""
    alike = [any(n == p or (len(p) > 3 and ratio(n, p) >= _PROMPT_LIKENESS) for p in _PROMPT) for n in said]
    return [n for n, prompt in zip(said, alike, strict=True) if not prompt] if sum(alike) >= 3 else list(said)


def _legible(value: str) -> str:
    return value.replace(INK_WORD, "(unread)")[:80]


def _doubted(reading: PlaceReading, why: str) -> PlaceReading:
    return replace(reading, state="doubtful", value="", why=why)


def _there(comparison: Comparison, slot: Slot) -> list[Token]:
    """The words and the ink between the own words around a place."""
    before, after = _gap(comparison, slot)
    start = comparison.to_paper[before] + 1 if before >= 0 else 0
    end = comparison.to_paper[after] if after < len(comparison.to_paper) else len(comparison.paper)
    return list(comparison.paper[start:end])


def _pixels(sheets: Sequence[_Sheet], token: Token) -> int:
    """Pixels of ink where a word stands."""
    sheet = next((s for s in sheets if s.page.number == token.page), None)
    if sheet is None or token.box is None:
        return 0
    left, top, right, bottom = (round(v * sheet.dpi / 72) for v in token.box)
    return int(np.count_nonzero(sheet.ink[max(0, top) : bottom + 1, max(0, left) : right + 1]))


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


def _names_read_again(comparison: Comparison, sheets: Sequence[_Sheet]) -> Comparison:
    """Numbers of the district's name that OCR read otherwise, found again where a larger reading has them."""
    own, to_paper = comparison.blank.tokens, list(comparison.to_paper)
    for i in {i for span in name_spans(own) for i in span.tokens if own[i].norm.isdigit() and to_paper[i] < 0}:
        before = to_paper[i - 1] if i else -1
        there = comparison.paper[before + 1 : before + 2] if before >= 0 else ()
        if there and there[0].norm.isdigit() and any(own[i].norm in said for said in _larger(there[0], sheets)):
            to_paper[i] = before + 1
    return replace(comparison, to_paper=to_paper)


def _ink_read_again(comparison: Comparison, sheets: Sequence[_Sheet]) -> Comparison:
    """Single words of the form in whose place stands ink that OCR made nothing of, found again by a larger reading."""
    own, to_paper = comparison.blank.tokens, list(comparison.to_paper)
    for i in sorted(comparison.replaced())[:_READ_AGAIN]:
        before = to_paper[i - 1] if i else -1
        after = to_paper[i + 1] if i + 1 < len(to_paper) else -1
        there = comparison.paper[before + 1 : after] if 0 <= before < after else ()
        alone = len(there) == 1 and there[0].norm == INK_WORD
        if alone and any(said == (own[i].norm,) for said in _larger(there[0], sheets, before=2.0)):
            to_paper[i] = before + 1
    return replace(comparison, to_paper=to_paper)


def _larger(token: Token, sheets: Sequence[_Sheet], before: float = _BEFORE) -> Iterator[tuple[str, ...]]:
    """What OCR reads where a word stands, larger, and so many points before it."""
    sheet = next((s for s in sheets if s.page.number == token.page), None)
    if sheet is None or token.box is None:
        return
    scale = sheet.dpi / 72
    left, top, right, bottom = token.box
    part = sheet.gray[
        max(0, round((top - 3) * scale)) : round((bottom + 3) * scale),
        max(0, round((left - before) * scale)) : round((right + 4) * scale),
    ]
    for zoom in CLOSE_ZOOMS:
        larger = cv2.resize(part, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_CUBIC)
        yield tuple(n for w in recognise(larger, sheet.dpi * zoom, line=True).words for n in norms(w.text))


# --- heads, boxes and ink --------------------------------------------------------------------------------------------


def _heads(page: Page, heads: Sequence[str], body: Sequence[str], first: int) -> tuple[Word, ...]:
    """The words of the blank's own head and foot, which OCR may have misread.

    A head may say again what the form begins with, on its `first` page: the district's name. That is left there.
    """
    known = [" ".join(norms(h)) for h in heads if norms(h)]
    lines = [" ".join(norms(line)) for line in body]
    repeated = Counter(lines)
    found: list[tuple[str, list[Word]]] = []
    for row in rows(page.words):
        middle = (row[0].box[1] + row[0].box[3]) / 2
        if _MARGIN * page.height < middle < (1 - _MARGIN) * page.height:
            continue
        said = " ".join(n for w in row for n in norms(w.text))
        head = max(known, key=lambda h: ratio(said, h), default="")
        likeness = ratio(said, head) if head else 0.0
        opens = page.number == first and any(ratio(said, line) > likeness for line in lines)
        if likeness >= _HEAD_LIKENESS and not opens:
            found.append((head, row))
    counts = Counter(head for head, _ in found)
    left = {head: max(1, counts[head] - repeated[head]) if page.number == first else counts[head] for head in counts}
    out: list[Word] = []
    for head, row in found:
        if left[head] > 0 and (counts[head] > 1 or not repeated[head] or page.number != first):
            left[head] -= 1
            out += row
    return tuple(out)


def _is_margin(box: Box, sheet: _Sheet) -> bool:
    """Whether ink stands level with the page's head or foot, or beyond it: a logo, a fax's own line."""
    middle, high = (box[1] + box[3]) / 2, sheet.page.height
    heads = [w.box for w in sheet.heads]
    top = max([b[3] for b in heads if b[3] < high / 2], default=_EDGE * high)
    bottom = min([b[1] for b in heads if b[1] > high / 2], default=(1 - _EDGE) * high)
    return not top + 2 < middle < bottom - 2


def _boxes(
    comparison: Comparison,
    slots: Sequence[Slot],
    options: Mapping[str, str],
    where: Mapping[str, Room],
    sheets: Sequence[_Sheet],
) -> list[FoundBox | None]:
    """The printed box of each place, or its typed brackets."""
    found: list[FoundBox | None] = []
    beside: list[tuple[Word, bool, _Sheet] | None] = []  # none for a word that is ringed: its letters are no box
    for slot in slots:
        checked = slot.kind == "check" and not (slot.is_cell or slot.is_line or is_ringed_word(slot.id))
        room = where.get(slot.id) if checked else None
        word = _beside(comparison, slot, options.get(slot.id, ""), sheets) if checked and room is None else None
        square = next((_alone_in(room, s) for s in sheets if s.page.number == room.page), None) if room else None
        if word is not None:
            square = box_beside(word[2].ink, word[2].dpi, word[0].box, before=word[1])
            square = None if square is None else replace(square, page=word[2].page.number)
        found.append(square)
        beside.append(word)
    alone = [where.get(s.id) if s.kind == "check" and s.id in where else None for s in slots]
    found = _typed_over(of_one_size(_of_usual_size(found, beside)), beside, alone, sheets)
    found = with_pale_crosses(found, {s.page.number: (s.gray, s.dpi) for s in sheets})
    typed = [None if w is None else brackets_beside(w[2].ink, w[2].dpi, w[0].box, before=w[1]) for w in beside]
    if sum(t is not None and t.box is not None for t in typed) < _BRACKETS:
        return each_its_own(found)
    # a form that types its boxes prints no others: what looks like a square is a letter
    papers = [(None, 72.0) if w is None else (w[2].ink, w[2].dpi) for w in beside]
    bracketed = [
        square if w is None else (None if box is None else replace(box, page=w[2].page.number))
        for w, box, square in zip(beside, told(typed, papers), found, strict=True)
    ]
    return each_its_own(bracketed)


def _of_usual_size(
    found: Sequence[FoundBox | None], beside: Sequence[tuple[Word, bool, _Sheet] | None]
) -> list[FoundBox | None]:
    """The boxes; where a tick has hidden one and what was found is none of the form's size, it is looked for again."""
    usual = usual_side(found)
    out = list(found)
    for n, (box, word) in enumerate(zip(of_one_size(found), beside, strict=True)):
        if box is None and word is not None and usual:
            again = box_beside(word[2].ink, word[2].dpi, word[0].box, before=word[1], side=usual)
            out[n] = found[n] if again is None else replace(again, page=word[2].page.number)
    return out


def _typed_over(
    found: Sequence[FoundBox | None],
    beside: Sequence[tuple[Word, bool, _Sheet] | None],
    alone: Sequence[Room | None],
    sheets: Sequence[_Sheet],
) -> list[FoundBox | None]:
    """The boxes, those as ticked in whose place a mark stands: an X typed for the box before the form was printed.

    Where it must stand tell the other boxes, before their options or, in the `alone` rooms, in cells of their own.
    """
    usual = usual_side(found)
    if not usual:
        return list(found)
    offs = [
        word[0].box[0] - box.box[2]
        for word, box in zip(beside, found, strict=True)
        if word is not None and word[1] and box is not None
    ]
    out: list[FoundBox | None] = []
    for box, word, room in zip(found, beside, alone, strict=True):
        mark = None
        if box is None and word is not None and word[1] and offs:
            off = float(np.median(offs))
            mark = mark_before(word[2].ink, word[2].dpi, word[0].box, off, usual), word[2].page.number
        elif box is None and room is not None and word is None:
            sheet = next((s for s in sheets if s.page.number == room.page), None)
            mark = None if sheet is None else (mark_alone(sheet.ink, sheet.dpi, room.box, usual), room.page)
        out.append(box if mark is None or mark[0] is None else replace(mark[0], page=mark[1]))
    return out


def _beside(
    comparison: Comparison, slot: Slot, option: str, sheets: Sequence[_Sheet]
) -> tuple[Word, bool, _Sheet] | None:
    """The word that a box is beside, and whether the box is before it: the word behind it in its line, or before it."""
    own = comparison.blank.tokens
    sides: Sequence[tuple[int, bool]] = ((slot.at, True), (slot.at - 1, False))
    if _breaks_line(comparison, slot.at) and _ends_with(own[: slot.at], option):
        sides = sides[1:]  # behind its option, and the last of its line
    for at, before in sides:
        if not 0 <= at < len(own) or own[at].paragraph != slot.paragraph:
            continue
        word = _word_at(comparison, at, before=before)
        if word is None:
            continue
        sheet = next((s for s in sheets if s.page.number == word.page), None)
        whole = None if sheet is None else next((w for w in sheet.page.words if _is_part(word, w)), None)
        return None if sheet is None or whole is None else (whole, before, sheet)
    return None


def _ends_with(own: Sequence[Token], option: str) -> bool:
    words = norms(option)
    return bool(words) and tuple(t.norm for t in own[-len(words) :]) == tuple(words)


def _breaks_line(comparison: Comparison, at: int) -> bool:
    """Whether a found word of the blank stands on another line of the paper than the word before it."""
    there = [comparison.to_paper[i] for i in (at - 1, at) if 0 <= i < len(comparison.to_paper)]
    boxes = [b for j in there if j >= 0 and (b := comparison.paper[j].box) is not None]
    return len(boxes) == 2 and not same_row(boxes[0], boxes[1])


def _alone_in(room: Room, sheet: _Sheet) -> FoundBox | None:
    heights = sorted(w.box[3] - w.box[1] for w in sheet.page.words)
    found = box_alone(sheet.ink, sheet.dpi, room.box, heights[len(heights) // 2]) if heights else None
    return None if found is None else replace(found, page=sheet.page.number)


def _word_at(comparison: Comparison, at: int, *, before: bool) -> Token | None:
    """The paper's word for one of the blank's; where a tick made it illegible, the one beside its neighbour."""
    if comparison.to_paper[at] >= 0:
        return comparison.paper[comparison.to_paper[at]]
    beside = at + 1 if before else at - 1
    own = comparison.blank.tokens
    if not 0 <= beside < len(own) or own[beside].paragraph != own[at].paragraph or comparison.to_paper[beside] < 0:
        return None
    there = comparison.to_paper[beside] - (1 if before else -1)
    if not 0 <= there < len(comparison.paper) or there in comparison.to_paper:
        return None
    word, neighbour = comparison.paper[there], comparison.paper[comparison.to_paper[beside]]
    level = word.box is not None and neighbour.box is not None and same_row(word.box, neighbour.box)
    return word if level and word.page == neighbour.page else None


def _is_part(token: Token, word: Word) -> bool:
    if token.box is None:
        return False
    x, y = (token.box[0] + token.box[2]) / 2, (token.box[1] + token.box[3]) / 2
    return word.box[0] <= x <= word.box[2] and word.box[1] <= y <= word.box[3]


def _with_boxes_and_ink(sheet: _Sheet, comparison: Comparison, boxes: Sequence[tuple[Slot, FoundBox]]) -> Page:
    """The page with its boxes and unread ink among its words, and without what OCR made of the boxes."""
    page = sheet.page
    mine = [(slot, found) for slot, found in boxes if _on(comparison, slot, page)]
    words: list[Word] = []
    for word in page.words:
        kept: Word | None = word
        for slot, found in mine:
            if kept is not None:
                kept = _beside_box(kept, found, comparison.blank.tokens[slot.at : slot.at + 1])
        if kept is not None:
            words.append(kept)
    heads = _paragraph_heads(comparison, page)
    words = [w for w in words if not _numbers(w, heads, words)]
    printed = [*(_reached(f) for _, f in mine), *(w.box for w in sheet.heads)]
    ink = unexplained(page, sheet.ink, sheet.dpi, printed)
    ink = [w for w in ink if not _numbers(w, heads, words) and not _is_margin(w.box, sheet)]
    signs = [Word(ON if f.ticked else OFF, f.box) for _, f in mine if f.ticked is not None]
    return replace(page, words=reading_order([*words, *signs, *ink]))


def _paragraph_heads(comparison: Comparison, page: Page) -> list[Box]:
    """Where the first words of the blank's paragraphs stand on a page."""
    own = comparison.blank.tokens
    first = [i for i in range(len(own)) if i == 0 or own[i].paragraph != own[i - 1].paragraph]
    there = [comparison.paper[comparison.to_paper[i]] for i in first if comparison.to_paper[i] >= 0]
    return [t.box for t in there if t.page == page.number and t.box is not None]


def _numbers(word: Word, heads: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether a word is a list's number, which Word prints before a paragraph and does not keep in its text."""
    box = word.box
    if not (NUMBER.fullmatch(word.text) or (word.text == INK_WORD and box[2] - box[0] < NUMBER_WIDTH)):
        return False
    if any(w is not word and same_row(w.box, box) and w.box[2] <= box[0] for w in words):
        return False  # an answer in a row
    return any(leads(box, h) for h in heads)


def _on(comparison: Comparison, slot: Slot, page: Page) -> bool:
    near = [i for i in (slot.at, slot.at - 1) if 0 <= i < len(comparison.to_paper) and comparison.to_paper[i] >= 0]
    return bool(near) and comparison.paper[comparison.to_paper[near[0]]].page == page.number


def _reached(found: FoundBox) -> Box:
    left, top, right, bottom = found.box
    return left - _AWAY, top - 2 * _AWAY, right + _AWAY, bottom + _AWAY


def _beside_box(word: Word, found: FoundBox, option: Sequence[Token]) -> Word | None:
    """A word without the box: None for what OCR made of the box alone, the option where both were read as one."""
    left, top, right, bottom = found.box
    if not top - 4 <= (word.box[1] + word.box[3]) / 2 <= bottom + 4:
        return word
    if left - 3 <= word.box[0] and word.box[2] <= right + 3:
        return None
    if word.box[0] < right - 2 and word.box[2] > right + 3 and word.box[0] > left - 6:
        rest = word.text
        if option:
            first = next((n for n in range(_JUNK + 1) if norms(rest[n:])[:1] == (option[0].norm,)), 0)
            rest = rest[first:]
        return Word(rest, (right + 1, word.box[1], word.box[2], word.box[3]), word.confidence)
    return word
