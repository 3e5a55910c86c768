"""Labels of a scanned line that stand further left than in the blank: "Name Ana Ruiz Position Buyer".

Word closes a line up where an answer is shorter than its underscores. Printed and scanned, the next label and its
answer begin in the room before; where a room is empty in the end, the line is read by its labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

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
    """The readings; what stands behind the moved labels of a line is given to their places, if one of them is empty.

    `own` are the blank's words, `seen` what of each is found at its place, `words` those of OCR in the blank's frame.
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
        parts = _parted(_of_line(first.place.box, places[-1].box, words), [label for _, label in chain])
        if parts is None or not all(w.confidence >= SURE_WORD for part in parts[1:] for w in part):
            continue
        said = [" ".join(w.text for w in part) for part in parts]
        if not any(is_answer(text) for text in said[1:]):
            continue
        done |= {n, *(k for k, _ in chain)}
        why = f"the label of the next place stands in its room; {first.why}"
        out[n] = replace(first, state="filled" if is_answer(said[0]) else "empty", value=said[0], why=why)
        for (k, _), text in zip(chain, said[1:], strict=True):
            out[k] = _behind_its_label(out[k], text, first)
    return out


def _behind_its_label(reading: PlaceReading, text: str, first: PlaceReading) -> PlaceReading:
    if is_answer(text):
        why = f"it stands behind its label, in the room of the place before; {reading.why}"
        return replace(reading, state="filled", value=text, how=first.how, box=first.box, why=why)
    if reading.state == "empty":
        return reading
    return replace(
        reading, state="doubtful", value="", why=f"nothing is read behind its label, which moved; {reading.why}"
    )


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


def _of_line(first: Box | None, second: Box | None, words: Sequence[Word]) -> list[Word]:
    """The words from the one room to the end of the other: an answer may begin in the first and end behind it."""
    if first is None or second is None:
        return []
    return sorted((w for w in words if holds(union(first, second), center(w.box))), key=lambda w: w.box[0])


def _parted(words: Sequence[Word], labels: Sequence[Sequence[str]]) -> list[list[Word]] | None:
    """The words before the first label, and those behind each; None where one is not among them in order, or twice."""
    told = [(norm, n) for n, word in enumerate(words) for norm in norms(word.text)]
    out: list[list[Word]] = []
    start = 0  # the first word behind the label before
    for label in labels:
        size = len(label)
        at = [k for k in range(len(told) - size + 1) if [norm for norm, _ in told[k : k + size]] == list(label)]
        if len(at) != 1 or told[at[0]][1] < start:
            return None
        out.append(list(words[start : told[at[0]][1]]))
        start = told[at[0] + size - 1][1] + 1
    return [*out, list(words[start:])]
