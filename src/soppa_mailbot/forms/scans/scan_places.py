"""What the places of a registered page hold: ink is one signal, what OCR reads there the other.

Handwriting is ink and never a value. Ink alone is no signature where it is words that say otherwise, a lone cross, or a
ring around the empty line, and no answer where it is a stroke that runs on into another place.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.dash_answers import answered_by_dash
from soppa_mailbot.forms.common.geometry import center, grown, holds, overlaps
from soppa_mailbot.forms.common.thresholds_scan import CLOSE_ZOOMS, FAINT, INK, MARK, SURE_WORD
from soppa_mailbot.forms.common.values import is_answer, is_prompt
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.registering.registration import on_page
from soppa_mailbot.forms.registering.strokes import Stroke, is_dash, strokes
from soppa_mailbot.forms.scans.scan_boxes import box_within, is_round
from soppa_mailbot.forms.scans.scan_frames import without_edges, without_frames
from soppa_mailbot.forms.scans.scan_print import is_printed
from soppa_mailbot.forms.scans.scan_rings import with_rings
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.forms.scans.scan_siblings import (
    AROUND,
    against_siblings,
    longer_side,
    settled,
    through_boxes,
    without_bare,
    without_faint,
    without_moved_boxes,
)
from soppa_mailbot.forms.scans.scan_signatures import no_signature
from soppa_mailbot.model import Box, Place, PlaceReading, Word

_FRAME = 1.5  # points that a field's frame takes
_GUESS = 60  # letters of what is half read


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
    around = {p.id: sheet.added.within(grown(p.box, AROUND * longer_side(p.box))) for p in boxed if p.box is not None}
    framed = without_bare(framed, maybe, around)
    told = settled(through_boxes(against_siblings(framed, pixels), sheet.added), maybe)
    told = without_faint(without_moved_boxes(told, sheet.found.ink, sheet.added.dpi), pixels)
    return with_rings(told, sheet.own, sheet.added)


def _empty_squares(sheet: Sheet, boxed: Sequence[Place]) -> set[str]:
    """The ids of the boxes in whose square nothing stands."""
    squares = {p.id: box_within(sheet.found.ink, sheet.added.dpi, p.box) for p in boxed if p.box is not None}
    return {name for name, square in squares.items() if square is not None and square.ticked is False}


def _reading(
    sheet: Sheet, place: Place, box: Box, drawn: Sequence[Stroke], boxes: dict[str, Box], maybe: set[str]
) -> PlaceReading:
    """One place; the id of a box with next to no ink that may yet be marked is added to `maybe`."""
    pixels = sheet.added.within(box)
    needed = INK["signature"] if place.signs else INK.get(place.kind, INK["text"])
    own = [w for w in sheet.own if overlaps(w.box, box)]
    words = [w for w in sheet.words if holds(box, center(w.box)) and not is_printed(w, own)]
    if not place.signs and is_prompt(" ".join(w.text for w in words)):
        words = []  # what the blank shows where nobody has written yet
    sure = _are_sure(words)
    if place.role == "deadline" and not sure and pixels >= needed and (again := read_inside(sheet, box)):
        words, sure = again, True
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
    told = sheet.takes_dashes and place.kind == "text" and answered_by_dash(place)
    if told and state != "filled" and is_dash(drawn, box):
        # a hyphen of a few pixels may be dust
        state, how = "filled" if state == "doubtful" else "doubtful", ("ink",)
        why = f"a dash, which this form takes for an answer; {why}"
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
        half_read=" ".join(w.text for w in words)[:_GUESS] if place.role == "deadline" and not value else "",
    )


def _are_sure(words: Sequence[Word]) -> bool:
    return bool(words) and all(w.confidence >= SURE_WORD for w in words)


def read_inside(sheet: Sheet, box: Box) -> list[Word]:
    """What two larger readings within a place's frame agree on and are sure of.

    OCR takes the frame of a field for a letter of what is typed close to it. A day that goes unread can't contradict
    the mail's, so that one place is worth the time.
    """
    inside = grown(box, -_FRAME)
    first, second = (list(sheet.closer.read(inside, zoom)) for zoom in CLOSE_ZOOMS)
    agree = [w.text for w in first] == [w.text for w in second] and _are_sure(first) and _are_sure(second)
    return first if agree and not is_prompt(" ".join(w.text for w in first)) else []


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
    others = [b for i, b in boxes.items() if i != place.id and not overlaps(b, box)]
    mine = sum(s.within(box) for s in drawn if not s.comes_from(box, others))
    if mine <= FAINT * needed:
        return "a stroke of another place runs through it"
    return no_signature(sheet, box, words, needed, drawn) if place.signs else ""
