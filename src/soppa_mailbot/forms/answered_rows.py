"""A row of a table whose first cell says "none": nothing is left to be said in its other cells. Of handwriting that
nobody has read it is left open whether it says so.

As in a list of subcontractors, or of earlier incidents: each row is one entry, and its labels begin with the row's own
name ("First subcontractor: name", "First subcontractor: service").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from soppa_mailbot.forms.geometry import height
from soppa_mailbot.forms.values import plain
from soppa_mailbot.model import Place, PlaceReading

_NOTHING = frozenset({"none", "n a", "na", "not applicable", "nil", "none used", "no one", "not any"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "1st", "2nd", "3rd", "4th", "5th"})
_WIDE = 3  # cells of an entry; "Contact phone" beside "Contact fax" is none
_CELL = re.compile(r"(t\d+r\d+)c(\d+)")  # id of a place in a table of a Word file
_NEXT_CELL = 6.0  # points between two cells of a row
_SAME_EDGE = 3.0  # points


def with_answered_rows(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, the empty cells of a row filled where its first cell says that there is nothing to enter."""
    out = list(readings)
    for index, reading in enumerate(readings):
        by_hand = "ink" in reading.how and not reading.value
        if reading.state != "filled" or reading.place.kind != "text":
            continue
        if plain(reading.value) not in _NOTHING and not by_hand:
            continue
        row = _row(readings, index)
        if row and all(readings[i].state == "empty" for i in row):
            if by_hand:
                why = "what is written by hand in the first cell of this row may say that there is nothing to enter"
                for i in row:
                    out[i] = replace(readings[i], state="doubtful", page=reading.page, why=why)
                continue
            why = f'"{reading.value[:20]}" in the first cell of this row answers for the whole row'
            for i in row:
                out[i] = replace(readings[i], state="filled", page=reading.page, why=why)
    return out


def _row(readings: Sequence[PlaceReading], first: int) -> list[int]:
    """The places right of the one that begins a row, in their order; () when it begins none."""
    places = [r.place for r in readings]
    if any(_next_to(p, places[first]) for p in places):
        return []
    out = [first]
    for index in range(first + 1, len(places)):
        if not _next_to(places[out[-1]], places[index]):
            break
        out.append(index)
    entry = len(out) >= _WIDE or (len(out) > 1 and _numbered(places[out[0]], places[out[1]]))
    return out[1:] if entry and not any(places[i].role for i in out) else []


def _next_to(left: Place, right: Place) -> bool:
    """Whether two places are neighbouring cells of one entry."""
    if left.kind not in ("text", "date") or right.kind not in ("text", "date") or left.party != right.party:
        return False
    if not _named_alike(left.label, right.label):
        return False
    cells = _CELL.fullmatch(left.id), _CELL.fullmatch(right.id)
    if cells[0] and cells[1]:
        return cells[0][1] == cells[1][1] and int(cells[1][2]) - int(cells[0][2]) == 1
    if left.page != right.page or left.box is None or right.box is None:
        return False
    level = abs(left.box[1] - right.box[1]) <= _SAME_EDGE and abs(left.box[3] - right.box[3]) <= _SAME_EDGE
    return level and -_SAME_EDGE <= right.box[0] - left.box[2] <= _NEXT_CELL and height(left.box) > 0


def _named_alike(a: str, b: str) -> bool:
    """Whether two labels begin with the same words, of a row's name, and go on differently."""
    left, right = plain(a).split(), plain(b).split()
    return bool(_common(left, right)) and len(left) > 1 and len(right) > 1 and left != right


def _common(left: Sequence[str], right: Sequence[str]) -> list[str]:
    return [a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))]


def _numbered(a: Place, b: Place) -> bool:
    """Whether it is one of several entries by its name: "Subcontractor 1", "Second reference"."""
    shared = _common(plain(a.label).split(), plain(b.label).split())
    return any(word.isdigit() or word in _ORDINALS for word in shared)
