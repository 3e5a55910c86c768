"""Labels of a line that stand elsewhere on a scan than in the blank: "Insurer: Acme  Policy number: A-12".

Who types into a Word file takes the underscores out, and what follows on the line moves up behind the answer. A place
whose label is found there has its answer behind the label, and not where the blank has room for it. (Two answers in the
one room of the first are told apart afterwards: `papers.moved_labels`.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.common.geometry import center, height, holds, union
from soppa_mailbot.forms.common.thresholds_scan import INK, SURE_WORD
from soppa_mailbot.forms.registering.registration import on_page
from soppa_mailbot.forms.scans.scan_print import letters_of
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.model import Box, PlaceReading, Word

_MOVED = 8.0  # points
_NEAR = 12.0  # points between a label's words, and from its last to its room
_ALIKE = 80.0  # of 100: OCR may misread a letter
_WHY = "the form's words beside it stand elsewhere on this copy"


@dataclass(frozen=True, slots=True)
class _Found:
    """A label of the blank, found in the scan's line."""

    number: int  # of the reading
    first: int  # of the line's words
    last: int
    moved: bool


def read_by_labels(readings: Sequence[PlaceReading], sheet: Sheet) -> list[PlaceReading]:
    """The readings of a page; lines whose labels have moved are read by their labels."""
    out = list(readings)
    written = [
        n for n, r in enumerate(readings) if r.place.box and r.place.kind in ("text", "date") and not r.place.signs
    ]
    for line in _lines(readings, written):
        words = _words_of(sheet, [b for n in line if (b := readings[n].place.box)])
        found = sorted(_found(readings, line, sheet, words), key=lambda f: f.first)
        for at, label in enumerate(found):
            following = found[at + 1] if at + 1 < len(found) else None
            upto = following.first if following else len(words)
            empty = out[label.number].state == "empty"
            if (empty and label.moved) or (not empty and following and _holds(out[label.number], words[upto])):
                out[label.number] = _read(out[label.number], sheet, words, label, upto)
    return out


def _lines(readings: Sequence[PlaceReading], written: Sequence[int]) -> list[list[int]]:
    """The places that stand beside each other, by their numbers; those that stand alone have no label to move."""
    out: list[list[int]] = []
    for n in sorted(written, key=lambda n: (readings[n].place.box or (0, 0, 0, 0))[3]):
        foot = (readings[n].place.box or (0, 0, 0, 0))[3]
        last = out[-1] if out else []
        if last and abs((readings[last[-1]].place.box or (0, 0, 0, 0))[3] - foot) < _NEAR / 4:
            last.append(n)
        else:
            out.append([n])
    return [line for line in out if len(line) > 1]


def _words_of(sheet: Sheet, boxes: Sequence[Box]) -> list[Word]:
    """What OCR reads in a line, from the left."""
    room = boxes[0]
    for box in boxes[1:]:
        room = union(room, box)
    high = min(height(b) for b in boxes)
    level = room[3] - high, room[3] + high / 4
    return sorted((w for w in sheet.words if level[0] < (w.box[1] + w.box[3]) / 2 < level[1]), key=lambda w: w.box[0])


def _found(readings: Sequence[PlaceReading], line: Sequence[int], sheet: Sheet, words: Sequence[Word]) -> list[_Found]:
    out = []
    for n in line:
        box = readings[n].place.box
        label = _label_before(box, sheet.own) if box else []
        ats = [i for i in range(len(words) - len(label) + 1) if label and _is_there(label, words[i : i + len(label)])]
        if len(ats) == 1:
            last = ats[0] + len(label)
            shifts = words[ats[0]].box[0] - label[0].box[0], words[last - 1].box[2] - label[-1].box[2]
            out.append(_Found(n, ats[0], last, min(shifts) >= _MOVED or max(shifts) <= -_MOVED))
    return out


def _label_before(box: Box, own: Sequence[Word]) -> list[Word]:
    """The blank's words right before a place, on its line."""
    before = [w for w in own if w.box[2] <= box[0] + 2 and box[1] < (w.box[1] + w.box[3]) / 2 < box[3] + 2]
    out: list[Word] = []
    left = box[0]
    for word in sorted(before, key=lambda w: -w.box[2]):
        if left - word.box[2] > _NEAR or (out and word.text.rstrip().endswith((":", "_"))):
            break
        out.insert(0, word)
        left = word.box[0]
    return out


def _is_there(label: Sequence[Word], words: Sequence[Word]) -> bool:
    said, own = ("".join(letters_of(w.text) for w in run) for run in (words, label))
    return bool(own) and ratio(said, own) >= _ALIKE


def _holds(reading: PlaceReading, word: Word) -> bool:
    """Whether a label stands where the blank has room for the answer before it."""
    return reading.place.box is not None and holds(reading.place.box, center(word.box))


def _read(reading: PlaceReading, sheet: Sheet, words: Sequence[Word], label: _Found, upto: int) -> PlaceReading:
    """What stands between a label and the next one of its line."""
    own = reading.place.box or (0.0, 0.0, 0.0, 0.0)
    answer = [w for w in words[label.last : upto] if letters_of(w.text)]
    end = words[upto].box[0] if upto < len(words) else max(own[2], words[-1].box[2])
    room = (words[label.last - 1].box[2], own[1], end, own[3])
    if answer and all(w.confidence >= SURE_WORD for w in answer):
        state, value = "filled", " ".join(w.text for w in answer)
    elif answer or reading.state != "empty" or sheet.added.within(room) >= INK["text"]:
        state, value = "doubtful", ""
    else:
        state, value = "empty", ""
    why = f"{_WHY}: behind them OCR reads '{' '.join(w.text for w in answer)[:80]}'"
    box = on_page(room, sheet.found, sheet.added.dpi, sheet.dpi)
    return replace(reading, state=state, value=value, how=("ocr",) if answer else (), box=box, why=why)
