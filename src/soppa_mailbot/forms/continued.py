"""Answers that go on: a table of boxes over a page break asks one question, and a second line under a first none.

Nor does the second of two form fields over one printed line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from soppa_mailbot.forms.geometry import beside, common, same_row
from soppa_mailbot.forms.labels import is_generated
from soppa_mailbot.forms.layout import Layout
from soppa_mailbot.forms.questions import STATEMENT
from soppa_mailbot.model import Box, Page, Place, Word

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


def _goes_on_with(before: Place, after: Place, places: Sequence[Place]) -> bool:
    """Whether boxes without any words over them go on with the question at the end of the page before.

    They stand under its boxes, it is not answered by "Yes" and "No", and they state nothing that is certified alone.
    """
    mine = [p for p in places if p.group == before.group]
    more = [p for p in places if p.group == after.group]
    if after.group_label or before.box is None or after.box is None or abs(before.box[0] - after.box[0]) > _SAME_LEFT:
        return False
    plain = {p.option.casefold().strip(" .:") for p in mine}
    under = len(mine) == 1 or any(p.box and abs(p.box[0] - before.box[0]) < _SAME_LEFT for p in mine if p is not before)
    return under and not {"yes", "no"} <= plain and not any(STATEMENT.match(p.option) for p in more)


def second_lines(places: Sequence[Place]) -> frozenset[str]:
    """Ids of places that only give the answer before them more room: no label of their own, right under it, as wide.

    An AcroForm has one field a line where a page to print has two lines for one answer.
    """
    out: set[str] = set()
    for above, below in pairwise(p for p in places if p.kind == "text"):
        if above.label == below.label and _is_touching(above, below):
            out.add(below.id)
            continue
        nameless = above.label == below.label or _says_nothing(below.label) or _counts_lines(above.id, below.id)
        if not nameless or above.page != below.page or above.box is None or below.box is None:
            continue
        (left, _, right, bottom), (left_2, _, right_2, bottom_2) = above.box, below.box
        # typed underscores under a question's own words rarely end where those behind them do
        ragged = _RAGGED if above.label == below.label and left_2 < left - _BEHIND_WORDS else 14
        if (
            right_2 - left_2 > _SHORTEST
            and left_2 <= left + 3
            and abs(right - right_2) < ragged
            and 0 < bottom_2 - bottom < _PITCH
        ):
            out.add(below.id)
    return frozenset(out)


@dataclass(frozen=True)
class _Printed:
    """What a page prints, looked at once: its lines to write on and its words."""

    lines: list[Box]
    text: list[Word]
    words: list[Word]


def _printed(page: Page) -> _Printed:
    drawn = [m.box for m in page.marks if m.kind == "line" and not m.annotation]
    return _Printed(
        [w.box for w in page.words if "__" in w.text] + [(b[0], b[1] - 1, b[2], b[3] + 1) for b in drawn],
        [w for w in page.words if "__" not in w.text and any(c.isalnum() for c in w.text)],
        list(page.words),
    )


def wrapped_lines(places: Sequence[Place], pages: Sequence[Page]) -> dict[str, Place]:
    """Places at the beginning of a line of text that go on with the one at the end of the line before -> that one.

    "... and ________" over "________ (the “Operator”), whose address is": a paragraph's underscores wrap as words do.
    """
    out: dict[str, Place] = {}
    for page in pages:
        written = [p for p in places if p.kind == "text" and p.box is not None and p.page == page.number]
        printed: _Printed | None = None
        for below in written:
            near = [a for a in written if a is not below and a.box and below.box and _is_next(a.box, below.box)]
            if near and printed is None:
                printed = _printed(page)
            above = [a for a in near if printed is not None and _wraps(a, below, printed)]
            if len(above) == 1:
                out[below.id] = above[0]
    return out


def _is_next(upper: Box, lower: Box) -> bool:
    return 8 < lower[3] - upper[3] < _WRAP_PITCH and lower[0] < upper[2]


def _wraps(above: Place, below: Place, page: _Printed) -> bool:
    if above.box is None or below.box is None or not page.text:
        return False
    upper, lower, text = above.box, below.box, page.text
    if not any(common(b, upper) > 0 for b in page.lines) or not any(common(b, lower) > 0 for b in page.lines):
        return False
    small = [w for w in text if 0 <= w.box[1] - lower[3] + 3 < 10 and lower[0] - 3 <= w.box[0] < lower[2]]
    if any(w.text.startswith("(") for w in small):
        return False  # print under it says what it is
    before = [w for w in text if beside(w.box, lower) and w.box[2] <= lower[0] + 3]
    behind = [w for w in text if beside(w.box, upper) and w.box[0] >= upper[2] - 3]
    left, right = min(w.box[0] for w in text), max(w.box[2] for w in text)
    at_sides = lower[0] <= left + 6 and upper[2] >= right - _AT_MARGIN
    led = any(beside(w.box, upper) and -4 <= upper[0] - w.box[2] < _BEHIND_ITS_WORDS for w in text)
    # a run over a whole line goes on with the words of the line before it
    led = (led and upper[0] > lower[0] + 12) or (upper[0] <= left + 6 and _follows_words(upper, text))
    if before or behind or not at_sides or not led:
        return False
    after = sorted((w for w in page.words if beside(w.box, lower) and w.box[0] >= lower[2] - 4), key=lambda w: w.box[0])
    first = after[0].text if after else ","
    return first[:1] in ",.;:)”" or first[:1].islower() or _TERM.match(first) is not None


def led_from_above(places: Sequence[Place], pages: Sequence[Page]) -> dict[str, str]:
    """Labels of blanks that begin a line of a sentence: the words that the line over them breaks off with.

    "... will use the service in" over "________ during the school years ____" asks for what it is used in.
    """
    out: dict[str, str] = {}
    by_page = {p.number: p for p in pages}
    texts: dict[int, list[Word]] = {}
    for place in places:
        page = by_page.get(place.page)
        # the words behind it, which are the label of the row's next one as well
        shared = place.label[:1].islower() and any(
            o.label == place.label and o.box and o is not place and beside(o.box, place.box)
            for o in places
            if place.box
        )
        behind = place.label[:1] in ",;)" or shared
        if place.kind == "text" and place.box is not None and page is not None and not behind:
            if page.number not in texts:
                texts[page.number] = _printed(page).text
            if asked := _asked_at_end_over(place.box, texts[page.number]):
                out[place.id] = asked
            continue
        if place.kind != "text" or place.box is None or page is None or not behind:
            continue
        if page.number not in texts:
            texts[page.number] = _printed(page).text
        text = texts[page.number]
        line = [w for w in text if beside(w.box, place.box)]
        if any(w.box[2] <= place.box[0] + 3 for w in line) or not _follows_words(place.box, text):
            continue
        over = [w for w in text if -3 <= place.box[1] - w.box[3] < 0.8 * (w.box[3] - w.box[1])]
        row = sorted((w for w in over if abs(w.box[3] - max(o.box[3] for o in over)) < 2), key=lambda w: w.box[0])
        out[place.id] = " ".join(w.text for w in row[-_LEAD:])
    return out


_IF_SO = re.compile(r"\bIf (?:yes|no|so|not|other|any)\b[^?:]{0,80}[?:]$")


def _asked_at_end_over(line: Box, text: Sequence[Word]) -> str:
    """The question for more at the end of the line right over a blank that begins its own: "[ ] No  If yes, when?"."""
    if any(beside(w.box, line) and w.box[2] <= line[0] + 3 for w in text):
        return ""
    over = [w for w in text if -3 <= line[1] - w.box[3] < 0.8 * (w.box[3] - w.box[1])]
    if not over:
        return ""
    bottom = max(w.box[3] for w in over)
    row = sorted((w for w in over if bottom - w.box[3] < 2), key=lambda w: w.box[0])
    asked = _IF_SO.search(" ".join(w.text for w in row))
    at_left = line[0] <= min(w.box[0] for w in text) + 6
    return asked[0].rstrip(":") if asked and at_left else ""


def _follows_words(line: Box, text: Sequence[Word]) -> bool:
    """Whether the line of text over a run of underscores breaks off in a sentence."""
    over = [w for w in text if -3 <= line[1] - w.box[3] < 0.8 * (w.box[3] - w.box[1])]
    last = max(over, key=lambda w: (round(w.box[3]), w.box[2]), default=None)
    return last is not None and last.text[-1:] not in ".:;?!"


_TERM = re.compile(r"\((?:the|hereinafter|hereafter|herein|[“\"])", re.IGNORECASE)
_WRAP_PITCH = 26.0  # points between two lines of a paragraph, at most
_BEHIND_ITS_WORDS = 12.0  # points from the words of a sentence to its blank
_LEAD = 8  # words by which a blank is named
_AT_MARGIN = 30.0  # points from the right side of the text within which a line of it may end


def _counts_lines(above: str, below: str) -> bool:
    """Whether two fields are named as the lines of one answer: "What does it do 1", "What does it do 2"."""
    first, second = _COUNTED.fullmatch(above), _COUNTED.fullmatch(below)
    if not first or not second or first["name"] != second["name"] or len(first["name"].split()) < _NAMED:
        return False
    if _OF_PEOPLE.search(first["name"]):
        return False
    return int(second["number"]) == int(first["number"]) + 1


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
