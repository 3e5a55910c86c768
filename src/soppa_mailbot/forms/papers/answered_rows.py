"""A row of a table whose first cell says "none": nothing is left to be said in its other cells. Of handwriting that
nobody has read it is left open whether it says so.

As in a list of subcontractors, or of earlier incidents: each row is one entry, and its labels begin with the row's own
name ("First subcontractor: name", "First subcontractor: service"), or are the heads of the columns in each of them. Of
the latter "none" in the first row answers for all rows. Under a head that is no question ("Collected") so does "No" for
its row; what No spares under a question, the blank tells (`blanks.rows_asked_if`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.rows_asked_if import ends_bare
from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.model import Box, Place, PlaceReading

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
        nothing = plain(reading.value) in _NOTHING or (plain(reading.value) == "no" and ends_bare(reading.place.label))
        if not nothing and not by_hand:
            continue
        row = _row(readings, index) or _rows_alike(readings, index)
        if row and all(readings[i].state == "empty" for i in row):
            if by_hand:
                why = "what is written by hand in the first cell of this row may say that there is nothing to enter"
                for i in row:
                    out[i] = replace(readings[i], state="doubtful", page=reading.page, why=why)
                continue
            where = "row" if _of_row(readings[row[-1]].place, reading.place) else "table"
            why = f'"{reading.value[:20]}" in the first cell of this {where} answers for the whole {where}'
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


def _rows_alike(readings: Sequence[PlaceReading], first: int) -> list[int]:
    """For the first cell of a row in a table whose rows say the same: its other cells, and the rows under the
    table's first."""
    rows = _rows_of_word(readings, first) or _rows_of_page(readings, first)
    row = next((r for r in rows if first in r), [])
    labels = [plain(readings[i].place.label) for i in row]
    alike = [r for r in rows if [plain(readings[i].place.label) for i in r] == labels]
    places = [readings[i].place for r in alike for i in r]
    entries = len(alike) > 1 and len(labels) > 1 and len(set(labels)) == len(labels) and row[0] == first
    if not entries or any(p.role or p.kind not in ("text", "date") or p.party != places[0].party for p in places):
        return []
    return [i for r in (alike if row == alike[0] else [row]) for i in r if i != first]


def _rows_of_word(readings: Sequence[PlaceReading], first: int) -> list[list[int]]:
    """The rows of the table of a Word file that a place is a cell of, from the top down."""
    here = _CELL.fullmatch(readings[first].place.id)
    if here is None:
        return []
    rows: dict[int, list[int]] = {}
    table = here[1].partition("r")[0]
    for index, reading in enumerate(readings):
        cell = _CELL.fullmatch(reading.place.id)
        if cell is not None and cell[1].partition("r")[0] == table:
            rows.setdefault(int(cell[1].partition("r")[2]), []).append(index)
    return [rows[n] for n in sorted(rows)]


def _rows_of_page(readings: Sequence[PlaceReading], first: int) -> list[list[int]]:
    """The rows of cells, drawn on a page, that a place is in the first column of: as many in each, none between."""
    boxes = {i: r.place.box for i, r in enumerate(readings) if r.place.page == readings[first].place.page}
    known = {i: box for i, box in boxes.items() if box is not None and height(box) > 0}
    if first not in known:
        return []
    column = [i for i, b in known.items() if _same_sides(b, known[first])]
    column.sort(key=lambda i: known[i][1])
    rows = [_row_from(known, i) for i in column]
    at = column.index(first)
    top, end = at, at + 1
    while top and _is_under(known[column[top - 1]], known[column[top]]):
        top -= 1
    while end < len(rows) and _is_under(known[column[end - 1]], known[column[end]]):
        end += 1
    return rows[top:end]


def _row_from(boxes: Mapping[int, Box], first: int) -> list[int]:
    """A cell of a page and those right of it that touch one another."""
    out = [first]
    while following := [i for i, b in boxes.items() if i not in out and _touches(boxes[out[-1]], b)]:
        out.append(following[0])
    return out


def _touches(left: Box, right: Box) -> bool:
    level = abs(left[1] - right[1]) <= _SAME_EDGE and abs(left[3] - right[3]) <= _SAME_EDGE
    return level and -_SAME_EDGE <= right[0] - left[2] <= _NEXT_CELL


def _same_sides(a: Box, b: Box) -> bool:
    return abs(a[0] - b[0]) <= _SAME_EDGE and abs(a[2] - b[2]) <= _SAME_EDGE


def _is_under(above: Box, below: Box) -> bool:
    return -_SAME_EDGE <= below[1] - above[3] <= _NEXT_CELL


def _of_row(place: Place, other: Place) -> bool:
    cells = _CELL.fullmatch(place.id), _CELL.fullmatch(other.id)
    if cells[0] is None or cells[1] is None:
        return place.box is None or other.box is None or abs(place.box[1] - other.box[1]) <= _SAME_EDGE
    return cells[0][1] == cells[1][1]


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
    return _touches(left.box, right.box) and height(left.box) > 0


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
