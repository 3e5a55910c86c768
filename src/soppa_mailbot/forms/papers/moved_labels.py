"""Labels of a scanned line that stand further left than in the blank: "Name Ana Ruiz Position Buyer".

Word closes a line up where an answer is shorter than its underscores. Printed and scanned, the next label and its
answer begin in the room before; where a room is empty in the end, the line is read by its labels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import center, holds, same_row, union
from soppa_mailbot.forms.common.thresholds_scan import INK, SURE_WORD
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.common.values import is_answer
from soppa_mailbot.forms.registering.word_ink import Seen
from soppa_mailbot.model import Box, PlaceReading, Word

_GONE = 0.5  # of a label's print that its own place lacks: the words are not there
_OTHER_PRINT = 0.6  # how unlike its print is what stands there: nothing in common is 1
_OVER_LINE = 0.65  # of a room's height, from its top: where no underscore is
_EDGE = 3.0  # points by which a label may reach into the rooms beside it


def with_moved_labels(
    readings: Sequence[PlaceReading],
    own: Sequence[Token],
    seen: Sequence[Seen | None],
    words: Sequence[Word],
    ink: Callable[[Box], int],
) -> list[PlaceReading]:
    """The readings; what stands behind the moved labels of a line is given to their places, if one of them is empty.

    `own` are the blank's words, `seen` what of each is found at its place, `words` those of OCR in the blank's frame,
    `ink` tells how many pixels a box of it holds that the blank has not. What is not read for sure is doubtful.
    """
    out = list(readings)
    done: set[int] = set()
    for n, first in enumerate(readings):
        if n in done or not _may_hold_more(first):
            continue
        chain = _moved_behind(n, readings, own, seen, words)
        places = [readings[k].place for k, _ in chain]
        if all(readings[k].state != "empty" for k, _ in chain) or any(p.signs or p.kind == "check" for p in places):
            continue
        parts = _parted(first.place.box, places[-1].box, words, [label for _, label in chain])
        if parts is None:
            continue
        told = [_behind_its_label(readings[k], part, first, ink) for (k, _), part in zip(chain, parts[1:], strict=True)]
        if told == [readings[k] for k, _ in chain]:
            continue
        done |= {n, *(k for k, _ in chain)}
        mine = " ".join(w.text for w in parts[0].words)
        why = f"the label of the next place stands in its room; {first.why}"
        state = "filled" if is_answer(mine) else "doubtful" if _is_inked(parts[0], ink) else "empty"
        out[n] = replace(first, state=state, value=mine, why=why)
        for (k, _), reading in zip(chain, told, strict=True):
            out[k] = reading
    return out


@dataclass(frozen=True, slots=True)
class _Part:
    """What OCR reads of a line from one label to the next, and the room between them."""

    words: tuple[Word, ...]
    room: Box


def _behind_its_label(
    reading: PlaceReading, part: _Part, first: PlaceReading, ink: Callable[[Box], int]
) -> PlaceReading:
    text = " ".join(w.text for w in part.words)
    if is_answer(text) and all(w.confidence >= SURE_WORD for w in part.words):
        why = f"it stands behind its label, in the room of the place before; {reading.why}"
        return replace(reading, state="filled", value=text, how=first.how, box=first.box, why=why)
    if reading.state == "empty" and not part.words and not _is_inked(part, ink):
        return reading
    why = f"OCR is not sure of what stands behind its label, which moved; {reading.why}"
    return replace(reading, state="doubtful", value="", why=why)


def _is_inked(part: _Part, ink: Callable[[Box], int]) -> bool:
    """Whether something is written in a room, read or not; the form's own line moves with its label."""
    left, top, right, foot = part.room
    return ink((left, top, right, top + _OVER_LINE * (foot - top))) >= INK["text"]


def _moved_behind(
    n: int,
    readings: Sequence[PlaceReading],
    own: Sequence[Token],
    seen: Sequence[Seen | None],
    words: Sequence[Word],
) -> list[tuple[int, list[str]]]:
    """The places behind one in its line whose labels are all gone from their own place, in order, with the labels.

    None where a label is not known, or is there in part only: the one behind it may have moved as well.
    """
    behind = [k for k, r in enumerate(readings) if k != n and _is_right_of(r, readings[n])]
    behind.sort(key=lambda k: readings[k].place.box or ())
    out: list[tuple[int, list[str]]] = []
    for before, k in pairwise([n, *behind]):
        marks = _label_between(readings[before], readings[k], own, seen)
        gone = [mark is not None and _is_gone(mark) for _, mark in marks]
        here = any(_is_read_at(token, words) for token, _ in marks)
        if not marks or (here and any(gone) and not all(gone)):
            return []
        if not any(gone):
            break
        out.append((k, [token.norm for token, _ in marks]))
    return out


def _is_right_of(reading: PlaceReading, first: PlaceReading) -> bool:
    mine, other = first.place.box, reading.place.box
    return mine is not None and other is not None and same_row(mine, other) and other[0] >= mine[2]


def _may_hold_more(first: PlaceReading) -> bool:
    written = first.place.kind != "check" and not first.place.signs
    return written and first.state == "filled" and "ocr" in first.how and bool(first.value)


def _label_between(
    first: PlaceReading, second: PlaceReading, own: Sequence[Token], seen: Sequence[Seen | None]
) -> list[tuple[Token, Seen | None]]:
    """The blank's words between two rooms of a line, and what of them is found there."""
    left, right = first.place.box, second.place.box
    if left is None or right is None:
        return []
    return [
        (token, mark)
        for token, mark in zip(own, seen, strict=True)
        if token.box is not None
        and same_row(token.box, right)
        and token.box[0] >= left[2] - _EDGE
        and token.box[2] <= right[0] + _EDGE
    ]


def _is_gone(mark: Seen) -> bool:
    """Whether a label's word is not where the blank has it; the end of an answer may stand there instead."""
    return mark.lost >= _GONE or (mark.unlike or 0.0) >= _OTHER_PRINT


def _is_read_at(token: Token, words: Sequence[Word]) -> bool:
    """Whether OCR reads a word of the blank in its own place."""
    return any(token.box and token.norm in norms(w.text) and holds(token.box, center(w.box)) for w in words)


def _parted(
    first: Box | None, last: Box | None, words: Sequence[Word], labels: Sequence[Sequence[str]]
) -> list[_Part] | None:
    """What stands before the first label, and behind each; None where one is not there in order, or twice.

    From the first room to the end of the last: an answer may begin in the one and end behind it.
    """
    if first is None or last is None:
        return None
    whole = union(first, last)
    line = sorted((w for w in words if holds(whole, center(w.box))), key=lambda w: w.box[0])
    told = [(norm, n) for n, word in enumerate(line) for norm in norms(word.text)]
    out: list[_Part] = []
    start, left = 0, whole[0]  # the first word behind the label before, and where that ends
    for label in labels:
        size = len(label)
        at = [k for k in range(len(told) - size + 1) if [norm for norm, _ in told[k : k + size]] == list(label)]
        if len(at) != 1 or told[at[0]][1] < start:
            return None
        begins, ends = told[at[0]][1], told[at[0] + size - 1][1]
        out.append(_Part(tuple(line[start:begins]), (left, whole[1], line[begins].box[0], whole[3])))
        start, left = ends + 1, line[ends].box[2]
    return [*out, _Part(tuple(line[start:]), (left, whole[1], whole[2], whole[3]))]
