"""Answers that stand in another place's room.

Word closes a line up when an answer is shorter than its underscores: "Ana Ruiz Date: 9/18/2026". Printed, the label of
the second place stands in the room of the first, with the second answer behind it. And in a table that was laid out
anew, an X under "Yes" or "No" may seem to stand under "Comments". An X that is typed behind a box moves its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.labels import without_number
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.common.values import is_answer, is_mark
from soppa_mailbot.forms.registering.overlay import Overlay
from soppa_mailbot.model import Box, PlaceReading

_OPTION = 22.0  # points from a box to the words behind it, or to an X between them
_TYPED = {"text", "typed", "annotation"}


def with_pushed_labels(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, what a place holds of the next one of its line given to that."""
    out = list(readings)
    for n in range(len(out) - 1):
        first, second = out[n], out[n + 1]
        if _are_beside(first, second) and (parts := _parted(first.value, second.place.label)):
            mine, theirs = parts
            told = "the label of the next place stands in its room"
            out[n] = replace(first, state="filled" if is_answer(mine) else "empty", value=mine, why=told)
            out[n + 1] = replace(second, state="filled", value=theirs, how=first.how, page=first.page, why=told)
    return out


def with_strayed_marks(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, a row's boxes doubtful that all seem empty while a lone mark stands in the row's room for words."""
    strayed = {
        _plain(r.place.label): r
        for r in readings
        if r.place.kind == "text" and r.state != "empty" and _MARKED.match(r.value.strip())
    }
    out = list(readings)
    for group in {r.place.group for r in readings if r.place.group}:
        row = [n for n, r in enumerate(readings) if r.place.group == group]
        asked = _plain(readings[row[0]].place.group_label)
        beside = any(asked and label != asked and label.startswith(asked) for label in strayed)
        if beside and all(readings[n].state == "empty" for n in row):
            for n in row:
                out[n] = replace(readings[n], state="doubtful", why="a mark stands in the room for words beside it")
    return out


_MARKED = re.compile(r"[xX×✓✔✗✘√](?:\s|$)")


def _plain(label: str) -> str:
    return " ".join(without_number(label)[1].casefold().strip(" :*.?").split())


def _are_beside(first: PlaceReading, second: PlaceReading) -> bool:
    left, right = first.place, second.place
    if (
        left.page != right.page
        or left.box is None
        or right.box is None
        or left.kind == "check"
        or right.kind == "check"
    ):
        return False
    if left.signs or right.signs or not set(first.how) & _TYPED or "ocr" in first.how:
        return False
    return first.state == "filled" and second.state == "empty" and same_row(left.box, right.box)


def _parted(value: str, label: str) -> tuple[str, str] | None:
    """(own answer, the next one's) of a value that holds the next place's label with its colon."""
    words = r"\s+".join(map(re.escape, label.rstrip(" :").split()))
    match = re.fullmatch(
        rf"(?P<mine>.*?)(?:^|(?<=\s)){words}\s*:\s*(?P<theirs>.*\S)\s*", value, re.IGNORECASE | re.DOTALL
    )
    if match is None or not is_answer(match["theirs"]):
        return None
    return match["mine"].strip(" _"), match["theirs"]


def pushing_marks(boxes: Mapping[str, Box], overlay: Overlay) -> frozenset[str]:
    """The boxes (by Place.id) behind which an X was typed that moved their words: "☐ X Per building".

    `boxes` are those of the places to tick, on the paper. The words are no longer where the blank has them, and stand
    right behind the X.
    """
    marks = [t for t in overlay.added if t.box is not None and is_mark(t.raw)]
    out = set()
    for identity, box in boxes.items():
        level = [(i, b) for i, t in enumerate(overlay.own) if (b := _on_paper(overlay, t)) and same_row(b, box)]
        behind = [(b[0], i) for i, b in level if b[0] >= box[2] - 1]
        first = min(behind, default=None)
        if first is None or first[0] - box[2] > _OPTION or first[1] in overlay.found:
            continue
        word = overlay.own[first[1]].norm
        for mark in marks:
            if mark.box and same_row(mark.box, box) and 0 <= mark.box[0] - box[2] < _OPTION:
                moved = [t.box for t in overlay.added if t.norm == word and t.box and same_row(t.box, box)]
                if any(0 <= b[0] - mark.box[2] < _OPTION for b in moved):
                    out.add(identity)
    return frozenset(out)


def _on_paper(overlay: Overlay, own: Token) -> Box | None:
    return overlay.map.box(own.box) if own.box is not None else None
