"""Labels of a scanned line that stand further left than in the blank: "Name Ana Ruiz Position Buyer".

Word closes a line up where an answer is shorter than its underscores. Printed and scanned, the second label and its
answer begin in the room of the first; where its own room is empty, that answer is read behind the label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, holds, same_row, union
from soppa_mailbot.forms.common.thresholds_scan import SURE_WORD
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.common.values import is_answer
from soppa_mailbot.forms.registering.word_ink import Seen
from soppa_mailbot.model import Box, PlaceReading, Word

_GONE = 0.5  # of a label's print that its own place lacks: the words are not there
_OTHER_PRINT = 0.6  # how unlike its print is what stands there: nothing in common is 1
_EDGE = 3.0  # points by which a label may reach into the rooms beside it


def with_moved_labels(
    readings: Sequence[PlaceReading], own: Sequence[Token], seen: Sequence[Seen | None], words: Sequence[Word]
) -> list[PlaceReading]:
    """The readings; what stands behind the next label in a place's room is given to that label's place, if empty.

    `own` are the blank's words, `seen` what of each is found at its place, `words` those of OCR in the blank's frame.
    """
    out = list(readings)
    for n, first in enumerate(readings):
        behind = [k for k, r in enumerate(readings) if k != n and _is_right_of(r, first)]
        if len(behind) != 1 or not _may_hold_two(first) or readings[behind[0]].state != "empty":
            continue  # of three answers in a line the third's label may have moved as well
        second = out[behind[0]]
        label = _label_between(first, second, own, seen)
        parts = _parted(_of_line(first.place.box, second.place.box, words), label) if label else None
        if parts is None or second.place.signs or second.place.kind == "check":
            continue
        mine, theirs = (" ".join(w.text for w in part) for part in parts)
        if is_answer(theirs) and all(w.confidence >= SURE_WORD for w in parts[1]):
            why = f"the label of the next place stands in its room; {first.why}"
            out[n] = replace(first, state="filled" if is_answer(mine) else "empty", value=mine, why=why)
            why = f"it stands behind its label, in the room of the place before; {second.why}"
            out[behind[0]] = replace(second, state="filled", value=theirs, how=first.how, box=first.box, why=why)
    return out


def _is_right_of(reading: PlaceReading, first: PlaceReading) -> bool:
    mine, other = first.place.box, reading.place.box
    return mine is not None and other is not None and same_row(mine, other) and other[0] >= mine[2]


def _may_hold_two(first: PlaceReading) -> bool:
    written = first.place.kind != "check" and not first.place.signs
    return written and first.state == "filled" and "ocr" in first.how and bool(first.value)


def _label_between(
    first: PlaceReading, second: PlaceReading, own: Sequence[Token], seen: Sequence[Seen | None]
) -> list[str]:
    """The words between two rooms of a line, where nothing of them is found at their own place."""
    left, right = first.place.box, second.place.box
    if left is None or right is None:
        return []
    there = [
        (token, mark)
        for token, mark in zip(own, seen, strict=True)
        if token.box is not None
        and same_row(token.box, right)
        and token.box[0] >= left[2] - _EDGE
        and token.box[2] <= right[0] + _EDGE
    ]
    gone = all(mark is not None and _is_gone(mark) for _, mark in there)
    return [token.norm for token, _ in there] if gone else []


def _is_gone(mark: Seen) -> bool:
    """Whether a label's word is not where the blank has it; the end of an answer may stand there instead."""
    return mark.lost >= _GONE or (mark.unlike or 0.0) >= _OTHER_PRINT


def _of_line(first: Box | None, second: Box | None, words: Sequence[Word]) -> list[Word]:
    """The words from the one room to the end of the other: an answer may begin in the first and end behind it."""
    if first is None or second is None:
        return []
    return sorted((w for w in words if holds(union(first, second), center(w.box))), key=lambda w: w.box[0])


def _parted(words: Sequence[Word], label: Sequence[str]) -> tuple[list[Word], list[Word]] | None:
    """The words before a label and those behind it; None where it is not among them, or twice."""
    told = [(norm, n) for n, word in enumerate(words) for norm in norms(word.text)]
    size = len(label)
    at = [k for k in range(len(told) - size + 1) if [norm for norm, _ in told[k : k + size]] == list(label)]
    if len(at) != 1:
        return None
    start, end = told[at[0]][1], told[at[0] + size - 1][1]
    return list(words[:start]), list(words[end + 1 :])
