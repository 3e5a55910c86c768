"""Boxes of a scan held against the others of their question.

What little ink a box has tells more where the others have none, and less where another is clearly marked. What says
whether the law applies must not be told wrong: there a person looks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import grown, overlaps
from soppa_mailbot.forms.common.thresholds_scan import CLEAN, MARK, MARK_ON_CLEAN, QUIET, SUSPECT
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.registering.ink import Added
from soppa_mailbot.forms.registering.registration import Pixels
from soppa_mailbot.forms.scans.scan_boxes import box_within
from soppa_mailbot.forms.texts.exclusive import only_one, questions
from soppa_mailbot.model import Box, PlaceReading

_THROUGH = 5  # pixels of a stroke inside a box that it goes through
_STROKE = 40  # pixels of a stroke that marks a box through which it goes
AROUND = 0.45  # of its side: how far around a box the rest of a stroke begins
_TICK = 3.5  # times the side of its box: how large a tick may be
_QUIET_LIST = 0.6  # share of a list's boxes without ink, beside which those with ink are marked
_FAINT = 80  # pixels of added ink that are little for a mark,
_STRONG = 5.0  # and so many times as much in the other box of the question makes them no second answer
SIBLINGS = 2  # boxes of one question, of which one can be held against the others


def against_siblings(readings: Sequence[PlaceReading], pixels: Mapping[str, int]) -> list[PlaceReading]:
    """The readings, the one box of a question that has ink filled, where it has enough and the others have none.

    Small boxes leave little room for a mark beside their own print. What is only a little stays doubtful, not empty,
    but on a page whose many other boxes have no specks at all. `pixels` of added ink by the place's id.
    """
    out = list(readings)
    enough = MARK_ON_CLEAN if _is_clean(pixels) else MARK
    for row in ([n for n in boxes if readings[n].place.id in pixels] for boxes in questions(readings)):
        if len(row) < SIBLINGS or any(readings[n].state == "filled" for n in row):
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
        if len(row) < SIBLINGS or any(readings[n].state == "filled" or readings[n].place.box is None for n in row):
            continue
        if any(is_ringed_word(readings[n].place.id) for n in row):
            continue  # a stroke through a printed word takes it out
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
    side = longer_side(box)
    if added.within(box) < _THROUGH:
        return 0
    near = grown(box, AROUND * side)
    pieces = [p for p in added.pieces() if overlaps(p, near)]
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


def without_faint(readings: Sequence[PlaceReading], pixels: Mapping[str, int]) -> list[PlaceReading]:
    """The readings; of two marked boxes of a question that takes one, one with next to no ink beside the other's is
    doubtful: specks of a fax are no second answer, and who made them is not told that he gave two.
    """
    out = list(readings)
    for row in questions(readings):
        marked = [n for n in row if readings[n].state == "filled" and readings[n].place.id in pixels]
        if len(marked) != SIBLINGS or not only_one([readings[n].place for n in row]):
            continue
        faint, strong = sorted(marked, key=lambda n: pixels[readings[n].place.id])
        ink = pixels[readings[faint].place.id]
        if ink < _FAINT and pixels[readings[strong].place.id] >= _STRONG * ink:
            why = f"little ink beside the question's other box; {readings[faint].why}"
            out[faint] = replace(readings[faint], state="doubtful", value="", how=(), why=why)
    return out


def longer_side(box: Box) -> float:
    """The longer side of a box."""
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
        if len(row) != SIBLINGS or len(boxes) < SIBLINGS:
            continue
        squares = {n: box_within(ink, dpi, box) for n, box in boxes.items()}
        empty = [n for n, square in squares.items() if square is not None and square.ticked is False]
        for n in empty if len(empty) < len(boxes) else ():
            state = "doubtful" if readings[n].place.role == "subject_to_soppa" else "empty"
            why = f"an empty box is printed beside the form's; {readings[n].why}"
            out[n] = replace(readings[n], state=state, value="", how=(), why=why)
    return out
