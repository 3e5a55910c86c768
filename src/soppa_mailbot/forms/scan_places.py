"""What the places of a registered page hold: ink is one signal, what OCR reads there the other.

Handwriting is ink and never a value. Ink alone is no signature where it is words that say otherwise, a lone cross, or a
ring around the empty line, and no answer where it is a stroke that runs on into another place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.closer import Closer
from soppa_mailbot.forms.exclusive import only_one, questions
from soppa_mailbot.forms.ink import Added
from soppa_mailbot.forms.registration import Pixels, Registered, on_page
from soppa_mailbot.forms.scan_boxes import box_within, is_round
from soppa_mailbot.forms.scan_rings import with_rings
from soppa_mailbot.forms.strokes import Stroke, is_cross, is_ring, strokes
from soppa_mailbot.forms.thresholds_scan import (
    CLEAN,
    CLOSE_ZOOMS,
    FAINT,
    INK,
    MARK,
    MARK_ON_CLEAN,
    QUIET,
    READ_WORD,
    SURE_WORD,
    SUSPECT,
)
from soppa_mailbot.forms.values import is_answer, is_prompt, signature_said
from soppa_mailbot.forms.words_ringed import is_ringed_word
from soppa_mailbot.model import Box, Place, PlaceReading, Word

_NO_SIGNATURE = ("no", "place", "unsure")
_ON_STICKERS = frozenset({"signhere", "pleasesignhere", "signaturehere", "signhereplease"})
_TAB = (26.0, 12.0)  # points around the words "SIGN HERE" that the sticker takes on which they are printed


_FRAMES = 3  # of a page's boxes with the same ink before it is taken for their frames
_QUESTIONS = 2  # in which they must be
_SCHEDULE = 8  # boxes of one question that are enough by themselves
_ALIKE = (0.6, 1.45)  # times the ink of a frame: what another frame has
_CLEARLY = 4  # times the ink of a box beside it that a marked one has
_MARKED = 1.9  # times a frame's ink: what a marked box has at least
_THROUGH = 5  # pixels of a stroke inside a box that it goes through
_STROKE = 40  # pixels of a stroke that marks a box through which it goes
_AROUND = 0.45  # of its side: how far around a box the rest of a stroke begins
_TICK = 3.5  # times the side of its box: how large a tick may be
_QUIET_LIST = 0.6  # share of a list's boxes without ink, beside which those with ink are marked
_SIBLINGS = 2  # boxes of one question, of which one can be held against the others


@dataclass(frozen=True, slots=True)
class Sheet:
    """A registered page, for reading its places."""

    number: int  # in the document
    dpi: float  # of the page's picture
    found: Registered
    added: Added
    words: tuple[Word, ...]  # of OCR, in the blank's frame
    own: tuple[Word, ...]  # the blank's
    closer: Closer
    unsafe: bool  # nothing on it is sure
    fields: bool = False  # the blank has form fields, whose frames each viewer draws its own way


def read_places(sheet: Sheet, places: Sequence[Place]) -> list[PlaceReading]:
    """One reading for each place of the page that has a box."""
    drawn = strokes(sheet.added)
    boxes = {p.id: p.box for p in places if p.box is not None}
    maybe: set[str] = set()
    read = [_reading(sheet, p, p.box, drawn, boxes, maybe) for p in places if p.box is not None]
    boxed = [p for p in places if p.kind == "check" and not is_ringed_word(p.id)]
    pixels = {p.id: sheet.added.within(p.box) for p in boxed if p.box is not None}
    if sheet.unsafe:
        return settled(read, maybe)
    empty = _empty_squares(sheet, boxed)
    framed = without_edges(without_frames(read, pixels, empty) if sheet.fields else read, pixels, empty)
    around = {p.id: sheet.added.within(_grown(p.box, _AROUND * _side(p.box))) for p in boxed if p.box is not None}
    framed = without_bare(framed, maybe, around)
    told = settled(through_boxes(against_siblings(framed, pixels), sheet.added), maybe)
    told = without_moved_boxes(told, sheet.found.ink, sheet.added.dpi)
    return with_rings(told, sheet.own, sheet.added)


def _empty_squares(sheet: Sheet, boxed: Sequence[Place]) -> set[str]:
    """The ids of the boxes in whose square nothing stands."""
    squares = {p.id: box_within(sheet.found.ink, sheet.added.dpi, p.box) for p in boxed if p.box is not None}
    return {name for name, square in squares.items() if square is not None and square.ticked is False}


def without_frames(
    readings: Sequence[PlaceReading], pixels: Mapping[str, int], empty: Collection[str] = ()
) -> list[PlaceReading]:
    """The readings, those of boxes empty that have no more ink than a frame which the vendor's viewer drew otherwise.

    Each viewer draws the buttons of a form's fields its own way. Then all of a question's have new ink, about the same,
    and those that are marked much more. Nothing is told where one lies between, or where none is marked, unless the
    boxes' squares are `empty` (ids) as well; in a question with no marked box they are doubtful. `pixels` of added ink
    by a place's id.
    """
    out = list(readings)
    ink = {n: pixels[r.place.id] for n, r in enumerate(readings) if r.place.group and r.place.id in pixels}
    asked_of = [[n for n in row if n in ink] for row in questions(readings)]
    inked = [row for row in asked_of if len(row) >= _SIBLINGS and min(ink[n] for n in row) >= SUSPECT]
    mine = [n for row in inked for n in row]
    hollow = [n for n in mine if readings[n].place.id in empty]
    base = median([ink[n] for n in hollow] or [min(ink[n] for n in row) for row in inked] or [0])
    frames = [n for n in mine if _ALIKE[0] * base <= ink[n] <= _ALIKE[1] * base]
    marked = [n for n in mine if ink[n] >= _MARKED * base]
    asked = {readings[n].place.group for n in frames}
    few = len(frames) < _FRAMES or (len(asked) < _QUESTIONS and len(mine) < _SCHEDULE)
    seen = bool(marked) or len(hollow) == len(frames)
    if few or not seen or len(frames) + len(marked) < len(mine):
        return out
    answered = {readings[n].place.group for n in marked}
    for n in frames:
        why = f"no more ink than a box's frame that a viewer drew otherwise than the blank's; {readings[n].why}"
        state = "empty" if readings[n].place.group in answered else "doubtful"  # all of one question may be marked
        out[n] = replace(readings[n], state=state, value="", how=(), why=why)
    return out


def without_edges(
    readings: Sequence[PlaceReading], pixels: Mapping[str, int], empty: Collection[str]
) -> list[PlaceReading]:
    """The readings, boxes empty that hold a rest of their own pale sides beside one that is marked many times as much.

    A pale frame that a scanner made dark is no ink of the blank. `empty` are the ids of boxes whose squares were seen
    to be empty, `pixels` of added ink by a place's id.
    """
    out = list(readings)
    for row in ([n for n in boxes if readings[n].place.id in pixels] for boxes in questions(readings)):
        most = max((pixels[readings[n].place.id] for n in row), default=0)
        if most < _CLEARLY * INK["check"]:
            continue
        for n in row:
            place = readings[n].place
            if place.id in empty and readings[n].state != "empty" and _CLEARLY * pixels[place.id] <= most:
                why = f"its square is empty, and another of the question is marked; {readings[n].why}"
                out[n] = replace(readings[n], state="empty", value="", how=(), why=why)
    return out


def against_siblings(readings: Sequence[PlaceReading], pixels: Mapping[str, int]) -> list[PlaceReading]:
    """The readings, the one box of a question that has ink filled, where it has enough and the others have none.

    Small boxes leave little room for a mark beside their own print. What is only a little stays doubtful, not empty,
    but on a page whose many other boxes have no specks at all. `pixels` of added ink by the place's id.
    """
    out = list(readings)
    enough = MARK_ON_CLEAN if _is_clean(pixels) else MARK
    for row in ([n for n in boxes if readings[n].place.id in pixels] for boxes in questions(readings)):
        if len(row) < _SIBLINGS or any(readings[n].state == "filled" for n in row):
            continue
        ink_of = [pixels[readings[n].place.id] for n in row]
        marked = [n for n, i in zip(row, ink_of, strict=True) if i >= enough]
        quiet = sum(i <= QUIET for i in ink_of) >= _QUIET_LIST * len(row)
        if len(marked) > 1 and quiet and not only_one([readings[n].place for n in row]):
            out = _marked_among(out, marked, pixels)  # "check each that applies": some have ink, most have none
            continue
        most = max(row, key=lambda n: pixels[readings[n].place.id])
        ink = pixels[readings[most].place.id]
        if ink < SUSPECT or any(pixels[readings[n].place.id] > QUIET for n in row if n != most):
            continue
        state = "filled" if ink >= enough else "doubtful"
        why = f"{ink} px of ink, and next to none in the question's other boxes; {readings[most].why}"
        out[most] = replace(readings[most], state=state, how=("ink",), why=why)
        if state == "filled":
            for n in row:
                out[n] = replace(out[n], state="empty", how=()) if n != most else out[n]
    return out


def _marked_among(
    readings: Sequence[PlaceReading], marked: Sequence[int], pixels: Mapping[str, int]
) -> list[PlaceReading]:
    out = list(readings)
    for n in marked:
        ink = pixels[out[n].place.id]
        why = f"{ink} px of ink, and next to none in most of the question's other boxes; {out[n].why}"
        out[n] = replace(out[n], state="filled", how=("ink",), why=why)
    return out


def through_boxes(readings: Sequence[PlaceReading], added: Added) -> list[PlaceReading]:
    """The readings; of a question with no marked box the one through which a stroke of a tick's size goes is marked.

    A tick that begins on a small circle's own print leaves next to nothing inside of it.
    """
    out = list(readings)
    for row in questions(readings):
        if len(row) < _SIBLINGS or any(readings[n].state == "filled" or readings[n].place.box is None for n in row):
            continue
        strokes_in = {n: _stroke_through(box, added) for n in row if (box := readings[n].place.box) is not None}
        most = max(strokes_in, key=lambda n: strokes_in[n])
        if strokes_in[most] >= _STROKE and not any(strokes_in[n] for n in row if n != most):
            why = f"a stroke of {strokes_in[most]} px goes through it, and none through the question's other boxes"
            out[most] = replace(readings[most], state="filled", how=("ink",), why=f"{why}; {readings[most].why}")
            for n in row:
                out[n] = replace(out[n], state="empty", how=()) if n != most else out[n]
    return out


def _stroke_through(box: Box, added: Added) -> int:
    """Pixels of the ink in a box and right around it, which is about as large as a tick; 0 without any in the box.

    What lies on the box's own print is left out of the added ink, and parts a tick in two.
    """
    side = _side(box)
    if added.within(box) < _THROUGH:
        return 0
    near = _grown(box, _AROUND * side)
    pieces = [p for p in added.pieces() if _overlaps(p, near)]
    if any(max(p[2] - p[0], p[3] - p[1]) > _TICK * side for p in pieces):
        return 0  # handwriting, or a line
    return sum(map(added.within, pieces))


def _is_clean(pixels: Mapping[str, int]) -> bool:
    """Whether a page's boxes are either marked or empty, and enough of them empty."""
    return sum(p <= QUIET for p in pixels.values()) >= CLEAN and not any(QUIET < p < SUSPECT for p in pixels.values())


def without_bare(
    readings: Sequence[PlaceReading], maybe: Collection[str], around: Mapping[str, int]
) -> list[PlaceReading]:
    """The readings, those of boxes empty that only look marked inside (ids in `maybe`), with no stroke in or `around`
    them (pixels of added ink by a place's id), where another box of their question has one.

    Ticks are drawn over a box's sides; noise on one side and a border of the table under it are not.
    """
    out = list(readings)
    for row in questions(readings):
        seen = [n for n in row if readings[n].state == "filled" and readings[n].place.id in around]
        drawn = [n for n in seen if around[readings[n].place.id] >= _STROKE]
        for n in seen if drawn else ():
            place = readings[n].place
            if place.id in maybe and around[place.id] == 0:
                state = "doubtful" if place.role == "subject_to_soppa" else "empty"
                why = f"no stroke in it or around it, as the question's other boxes have; {readings[n].why}"
                out[n] = replace(readings[n], state=state, value="", how=(), why=why)
    return out


def _side(box: Box) -> float:
    return max(box[2] - box[0], box[3] - box[1])


def settled(readings: Sequence[PlaceReading], maybe: Collection[str]) -> list[PlaceReading]:
    """The readings, those of boxes that may be marked (ids in `maybe`) empty beside a box that answers the question.

    Such a box has no ink of its own, but one side of it could not be told, or its inside looks marked: noise, or a
    stroke of its neighbour's. Where no other box of the question is marked it stays as it was: its mark may lie in what
    is left out around the print. What says whether the law applies must not be told wrong: there a person looks.
    """
    answered = {
        r.place.group
        for r in readings
        if r.place.group and r.place.kind == "check" and r.state == "filled" and r.place.id not in maybe
    }
    out = []
    for r in readings:
        if r.place.id in maybe and r.place.group in answered:
            seen = r.state == "filled" and r.place.role == "subject_to_soppa"
            r = replace(r, state="doubtful" if seen else "empty", how=())
        out.append(r)
    return out


def without_moved_boxes(readings: Sequence[PlaceReading], ink: Pixels, dpi: float) -> list[PlaceReading]:
    """The readings; of a Yes and a No that both have ink, one whose ink is an empty box beside the blank's is empty.

    Where an X was typed for a box before the form was printed, the other box of its line is printed a little aside.
    What says whether the law applies must not be told wrong: there a person looks.
    """
    out = list(readings)
    for row in questions(readings):
        boxes = {n: box for n in row if (box := readings[n].place.box) is not None and readings[n].state == "filled"}
        if len(row) != _SIBLINGS or len(boxes) < _SIBLINGS:
            continue
        squares = {n: box_within(ink, dpi, box) for n, box in boxes.items()}
        empty = [n for n, square in squares.items() if square is not None and square.ticked is False]
        for n in empty if len(empty) < len(boxes) else ():
            state = "doubtful" if readings[n].place.role == "subject_to_soppa" else "empty"
            why = f"an empty box is printed beside the form's; {readings[n].why}"
            out[n] = replace(readings[n], state=state, value="", how=(), why=why)
    return out


def _reading(
    sheet: Sheet, place: Place, box: Box, drawn: Sequence[Stroke], boxes: dict[str, Box], maybe: set[str]
) -> PlaceReading:
    """One place; the id of a box with next to no ink that may yet be marked is added to `maybe`."""
    pixels = sheet.added.within(box)
    needed = INK["signature"] if place.signs else INK.get(place.kind, INK["text"])
    own = [w for w in sheet.own if _overlaps(w.box, box)]
    words = [w for w in sheet.words if covers(box, w.box) and not _printed(w, own)]
    if not place.signs and is_prompt(" ".join(w.text for w in words)):
        words = []  # what the blank shows where nobody has written yet
    sure = bool(words) and all(w.confidence >= SURE_WORD for w in words)
    state, how = _state(pixels, needed, sure and place.kind != "check" and not place.signs)
    why = f"{pixels} px of ink where the blank has none ({needed} make it filled)" + (
        f"; OCR reads '{' '.join(w.text for w in words)[:80]}'" if words else ""
    )
    square = place.kind == "check" and not is_round(sheet.found.blank_ink, sheet.added.dpi, box)
    if square and state != "filled":  # the reach around the print takes most of a small box
        found = box_within(sheet.found.ink, sheet.added.dpi, box)
        if found is not None and found.ticked:
            state, how = "filled", ("ink",)
            why = f"a mark in its box; {why}"
            if pixels < MARK:
                maybe.add(place.id)
        elif found is not None and found.ticked is None and state == "empty":
            state = "doubtful"
            why = f"there may be a mark in its box; {why}"
            maybe.add(place.id)
    if state == "doubtful" and sure and is_chosen(place, " ".join(w.text for w in words)):
        state, how = "filled", ("ink", "ocr")  # over the list's own print there is little ink that the blank has not
    if is_ringed_word(place.id):  # what is around the word tells, not what is on it
        state, how = "empty", ()
    if state == "filled":
        doubt = _doubt(sheet, place, box, words, sure, needed, drawn, boxes)
        if doubt:
            state, why = "doubtful", f"{doubt} ({why})"
    if sheet.unsafe:
        state = "doubtful"
    value = " ".join(w.text for w in words) if sure and state == "filled" and not place.signs else ""
    return PlaceReading(
        place=place,
        state=state,
        value=value,
        how=how,
        page=sheet.number,
        box=on_page(box, sheet.found, sheet.added.dpi, sheet.dpi),
        why=why,
    )


def is_chosen(place: Place, read: str) -> bool:
    """Whether what is read is an answer that a list offers, and not what it shows before one is chosen."""
    offered = (c.casefold().strip(" .") for c in place.choices if is_answer(c, place.default))
    return read.casefold().strip(" .") in offered


def _state(pixels: int, needed: int, surely_worded: bool) -> tuple[str, tuple[str, ...]]:
    if pixels >= needed:
        return "filled", ("ink", "ocr") if surely_worded else ("ink",)
    if surely_worded:
        return "doubtful", ("ocr",)
    return ("empty", ()) if pixels <= FAINT * needed else ("doubtful", ("ink",))


def _doubt(
    sheet: Sheet,
    place: Place,
    box: Box,
    words: Sequence[Word],
    sure: bool,
    needed: int,
    drawn: Sequence[Stroke],
    boxes: dict[str, Box],
) -> str:
    """Why ink in a place does not fill it; "" when it does."""
    if place.kind == "check" or (sure and not place.signs):
        return ""
    others = [b for i, b in boxes.items() if i != place.id and not _overlaps(b, box)]
    mine = sum(s.within(box) for s in drawn if not s.comes_from(box, others))
    if mine <= FAINT * needed:
        return "a stroke of another place runs through it"
    return _no_signature(sheet, box, words, needed, drawn) if place.signs else ""


# --- signatures -------------------------------------------------------------------------------------------------------


def _no_signature(sheet: Sheet, box: Box, words: Sequence[Word], needed: int, drawn: Sequence[Stroke]) -> str:
    for found in (words, _read_again(sheet, box)):
        read = _legible(found)
        text = " ".join(w.text for w in read if any(c.isalnum() for c in w.text))
        said = signature_said(text)
        if tabs := _sticker(found):
            read, text, said = tabs, "SIGN HERE", "place"
        if said == "yes":
            break
        tab = _TAB if said == "place" else (2.0, 2.0)
        if said in ("no", "condition") or (said in _NO_SIGNATURE and _besides(sheet, box, read, tab) < needed):
            return f"there stands '{text[:60]}', which is no signature"
    here = [s for s in drawn if s.within(box)]
    if is_cross(here):
        return "there is a cross and no signature"
    if is_ring(here):
        return "there is a ring around the line and no signature"
    return ""


def _read_again(sheet: Sheet, box: Box) -> list[Word]:
    own = [w for w in sheet.own if _overlaps(w.box, box)]
    found = sheet.closer.read(_grown(box, 3.0), CLOSE_ZOOMS[0], line=False)
    return [w for w in found if covers(_grown(box, 3.0), w.box) and not _printed(w, own)]


def _sticker(words: Sequence[Word]) -> list[Word]:
    """The words of a sticker, if nothing else can be read: OCR is seldom sure of what is printed on grey."""
    lettered = [w for w in words if len(_plain(w.text)) > 1]
    return lettered if "".join(_plain(w.text) for w in lettered) in _ON_STICKERS else []


def _legible(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if w.confidence >= READ_WORD]


def _besides(sheet: Sheet, box: Box, words: Sequence[Word], reach: tuple[float, float]) -> int:
    """Pixels of ink in the place that belong to none of the words, with `reach` points beside and above them."""
    x, y = reach
    around = [(w.box[0] - x, w.box[1] - y, w.box[2] + x, w.box[3] + y) for w in words]
    return sheet.added.without(around).within(box)


# --- boxes ------------------------------------------------------------------------------------------------------------


def _printed(word: Word, own: Sequence[Word]) -> bool:
    """The blank's own print, read again."""
    return any(ratio(_plain(word.text), _plain(w.text)) >= 70 for w in own)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _grown(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def _overlaps(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def covers(box: Box, target: Box) -> bool:
    """The middle of the target lies in the box."""
    x, y = (target[0] + target[2]) / 2, (target[1] + target[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
