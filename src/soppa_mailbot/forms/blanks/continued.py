"""Answers that go on: a table of boxes over a page break asks one question, and a second line under a first none.

Nor does the second of two form fields over one printed line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.choice_words import STATEMENT
from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.initialled import asks_for_each
from soppa_mailbot.forms.common.labels import is_generated
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Page, Place

_COUNTED = re.compile(r"(?P<name>.*\S)\s+(?P<number>[1-9])")
_NAMED = 3  # words of a question by which a field is named; "Address 2" may be another one
# "Signature of Owner 1", "Name of subprocessor 2": each is another's, whatever stands beside it
_OF_PEOPLE = re.compile(r"\b(?:signatures?|names?|titles?|initials?)\b", re.IGNORECASE)
_PITCH = 34.0  # points between two lines of one answer, at most
_UNNAMED = ("undefined", "untitled", "text", "field", "fill", "textfield")
_TOUCHING = 6.0  # points between two fields over one line
_SAME_LEFT = 4.0  # points by which boxes under each other may begin apart
_RAGGED = 60.0  # points by which a line behind a question and one under both may end apart
_BEHIND_WORDS = 60.0  # points that a question takes before its line
_SHORTEST = 120.0  # points of a second line; shorter fields under each other are asked for one by one


def with_continued(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, a group that goes on under the same heading at the top of the next page joined to its beginning.

    Only the last group of a page and the first of the next are looked at, and only when nothing but boxes lies between.
    """
    renamed: dict[str, str] = {}
    labels: dict[str, str] = {}
    for before, after in pairwise(places):
        if not before.group or not after.group or before.group == after.group:
            continue
        next_page = after.page == before.page + 1 and before.group_label and before.kind == after.kind == "check"
        # boxes over which a page has no words but its running head can only go on with the last page's question
        if next_page and (after.group_label == before.group_label or _goes_on_with(before, after, places)):
            renamed[after.group] = renamed.get(before.group, before.group)
            labels[after.group] = before.group_label
    return tuple(
        replace(p, group=renamed[p.group], group_label=labels[p.group]) if p.group in renamed else p for p in places
    )


def with_one_label(places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, boxes alone in rows under each other that all answer the label beside them in one group.

    "SOPPA | [ ] applies" over "      | [ ] does not apply": the label's cell goes down over both rows.
    """
    sizes = Counter(p.group for p in places if p.group)
    renamed: dict[str, str] = {}
    for before, after in pairwise(p for p in places if p.kind != "text" or p.required):
        if not before.group or not after.group or before.group == after.group or before.page != after.page:
            continue
        alone = sizes[before.group] == sizes[after.group] == 1 and not before.group.startswith("schedule")
        alike = bool(before.group_label) and before.group_label == after.group_label and before.option != after.option
        each = asks_for_each(before.group_label) or any(_is_statement(p) for p in (before, after))
        below = before.option != before.group_label and _is_right_under(before.box, after.box)
        if alone and alike and below and not each:
            renamed[after.group] = renamed.get(before.group, before.group)
    return tuple(replace(p, group=renamed[p.group]) if p.group in renamed else p for p in places)


def _is_statement(box: Place) -> bool:
    """Whether a box and the label beside it say what is promised: "The Operator certifies that it" "will not sell"."""
    return STATEMENT.match(f"{box.group_label} {box.option}") is not None


def _is_right_under(above: Box | None, below: Box | None) -> bool:
    if above is None or below is None:
        return above is None and below is None
    return abs(above[0] - below[0]) < _SAME_LEFT and 0 < below[1] - above[1] < 2 * _PITCH


def _goes_on_with(before: Place, after: Place, places: Sequence[Place]) -> bool:
    """Whether boxes without any words over them go on with the question at the end of the page before.

    They stand under its boxes, it is not answered by "Yes" and "No", and they state nothing that is certified alone.
    """
    mine = [p for p in places if p.group == before.group]
    more = [p for p in places if p.group == after.group]
    if after.group_label or before.box is None or after.box is None:
        return False
    # in a table of several columns the next row begins under the first of them
    lefts = [p.box[0] for p in mine if p.box]
    if not all(p.box and any(abs(p.box[0] - left) <= _SAME_LEFT for left in lefts) for p in more):
        return False
    plain = {p.option.casefold().strip(" .:") for p in mine}
    under = len(mine) == 1 or any(p.box and abs(p.box[0] - before.box[0]) < _SAME_LEFT for p in mine if p is not before)
    return under and not {"yes", "no"} <= plain and not any(STATEMENT.match(p.option) for p in more)


_COMMA = 6.0  # points from the end of a line to that of the comma behind it


def second_lines(places: Sequence[Place]) -> frozenset[str]:
    """Ids of places that only give the answer before them more room: no label of their own, right under it, as wide.

    An AcroForm has one field a line where a page to print has two lines for one answer.
    """
    out: set[str] = set()
    for above, below in pairwise(p for p in places if p.kind == "text"):
        if above.label == below.label and _is_touching(above, below):
            out.add(below.id)
            continue
        counted = _counts_lines(above.id, below.id)
        nameless = above.label == below.label or _says_nothing(below.label) or counted
        if not nameless or above.page != below.page or above.box is None or below.box is None:
            continue
        (left, _, right, bottom), (left_2, _, right_2, bottom_2) = above.box, below.box
        # typed underscores under a question's own words rarely end where those behind them do
        ragged = _RAGGED if (above.label == below.label or counted) and left_2 < left - _BEHIND_WORDS else 14
        if (
            right_2 - left_2 > _SHORTEST
            and left_2 <= left + 3
            and abs(right - right_2) < ragged
            and 0 < bottom_2 - bottom < _PITCH
        ):
            out.add(below.id)
    return frozenset(out)


def behind_commas(places: Sequence[Place], pages: Sequence[Page]) -> frozenset[str]:
    """Ids of the second lines before which a comma ends the first: "to the attention of ____, / ____."

    They may be a blank of their own, or more room for the one before.
    """
    words = {p.number: p.words for p in pages}
    out = set()
    for above, below in pairwise(p for p in places if p.kind == "text"):
        if above.box is None or above.label != below.label or above.page != below.page:
            continue
        right = above.box[2]
        near = [w for w in words.get(above.page, ()) if same_row(w.box, above.box) and abs(w.box[2] - right) < _COMMA]
        if any(w.text.strip("_") == "," for w in near):
            out.add(below.id)
    return frozenset(out)


def _counts_lines(above: str, below: str) -> bool:
    """Whether two fields are named as the lines of one answer: "What does it do 1", "What does it do 2".

    Acrobat gives the first line's field no number: "Purpose of the product", "Purpose of the product 2".
    """
    first, second = _COUNTED.fullmatch(above), _COUNTED.fullmatch(below)
    if second is None:
        return False
    name, number = (first["name"], int(first["number"])) if first else (above.strip(), 1)
    if name != second["name"] or len(name.split()) < _NAMED or _OF_PEOPLE.search(name):
        return False
    return int(second["number"]) == number + 1


def _says_nothing(label: str) -> bool:
    """Whether a field has no name but that of its kind, as programs give it; "Date" under "Title" is what it asks."""
    return is_generated(label) and (not label.isalpha() or label.casefold() in _UNNAMED)


def with_split_lines(places: Sequence[Place], layouts: Mapping[int, Layout]) -> list[Place]:
    """The places of form fields, the rest of a printed line that two fields share named as its beginning.

    What makes fields of a printed form by itself ends one where a line was printed in two pieces.
    """
    out: list[Place] = []
    for place in places:
        last = out[-1] if out else None
        if last is not None and not place.printed and _is_touching(last, place) and place.page in layouts:
            left, right = last.box, place.box
            lines = layouts[place.page].underscores
            if left and right and any(_runs_under(line, left) and _runs_under(line, right) for line in lines):
                place = replace(place, label=last.label)
        out.append(place)
    return out


def _is_touching(left: Place, right: Place) -> bool:
    """Whether a field for text begins where another in its row ends."""
    if left.page != right.page or left.box is None or right.box is None or left.kind != "text" or right.kind != "text":
        return False
    return same_row(left.box, right.box) and -2 <= right.box[0] - left.box[2] <= _TOUCHING


def _runs_under(line: Box, field: Box) -> bool:
    return line[0] - 6 <= field[0] and field[2] <= line[2] + 6 and same_row(line, field)
