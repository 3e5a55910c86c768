"""Frames of boxes that look like marks: those that a viewer drew its own way, pale ones that a scanner made dark."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from statistics import median

from soppa_mailbot.forms.common.thresholds_scan import INK, SUSPECT
from soppa_mailbot.forms.scans.scan_siblings import SIBLINGS
from soppa_mailbot.forms.texts.exclusive import questions
from soppa_mailbot.model import PlaceReading

_FRAMES = 3  # of a page's boxes with the same ink before it is taken for their frames
_QUESTIONS = 2  # in which they must be
_SCHEDULE = 8  # boxes of one question that are enough by themselves
_ALIKE = (0.6, 1.45)  # times the ink of a frame: what another frame has
_CLEARLY = 4  # times the ink of a box beside it that a marked one has
_LITTLE = 2  # the same where that box has too little ink for a mark
_MARKED = 1.9  # times a frame's ink: what a marked box has at least


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
    inked = [row for row in asked_of if len(row) >= SIBLINGS and min(ink[n] for n in row) >= SUSPECT]
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

    A pale frame that a scanner made dark is no ink of the blank. Beside a mark, what has too little ink to be one is
    empty with half as much: the sides of a crooked page's boxes have that. What says whether the law applies must not
    be told wrong: there a person looks. `empty` are the ids of boxes whose squares were seen to be empty, `pixels` of
    added ink by a place's id.
    """
    out = list(readings)
    for row in ([n for n in boxes if readings[n].place.id in pixels] for boxes in questions(readings)):
        most = max((pixels[readings[n].place.id] for n in row), default=0)
        marked = any(readings[n].state == "filled" and readings[n].place.id not in empty for n in row)
        for n in row:
            place = readings[n].place
            much = most >= _CLEARLY * INK["check"] and _CLEARLY * pixels[place.id] <= most
            little = marked and readings[n].state == "doubtful" and _LITTLE * pixels[place.id] <= most
            little = little and place.role != "subject_to_soppa"
            if place.id in empty and readings[n].state != "empty" and (much or little):
                why = f"its square is empty, and another of the question is marked; {readings[n].why}"
                out[n] = replace(readings[n], state="empty", value="", how=(), why=why)
    return out
