"""Blanks in a sentence that wraps: one that goes on over the end of a line, one whose words stand on the line before.

"... and ________" over "________ (the “Operator”), whose address is": a paragraph's underscores wrap as words do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import beside, common, height
from soppa_mailbot.model import Box, Page, Place, Word

_TERM = re.compile(r"\((?:the|hereinafter|hereafter|herein|[“\"])", re.IGNORECASE)
_IF_SO = re.compile(r"\bIf (?:yes|no|so|not|other|any)\b[^?:]{0,80}[?:]$")
_PITCH = 26.0  # points between two lines of a paragraph, at most
_BEHIND_ITS_WORDS = 12.0  # points from the words of a sentence to its blank
_LEAD = 8  # words by which a blank is named
_AT_MARGIN = 30.0  # points from the right side of the text within which a line of it may end
_AT_LEFT = 6.0  # points from the left side of the text within which a line begins


@dataclass(frozen=True, slots=True)
class _Printed:
    """What a page prints, looked at once: its lines to write on, its text, and all its words with the underscores."""

    lines: list[Box]
    text: list[Word]
    words: list[Word]


def with_wrapped_blanks(places: Sequence[Place], pages: Sequence[Page]) -> tuple[list[Place], frozenset[str]]:
    """The places, those at the beginning of a sentence's line named by the line before, and the ids of some of them.

    Those ids are of places that only give the one at the end of the line before more room.
    """
    out: dict[str, Place] = {p.id: p for p in places}
    more_room: set[str] = set()
    for page in pages:
        written = [p for p in places if p.kind == "text" and p.box is not None and p.page == page.number]
        if not written:
            continue
        printed = _printed(page)
        for place in written:
            if asked := _asked_over(place, written, printed.text):
                out[place.id] = replace(place, label=asked)
        for below in written:
            above = [a for a in written if a is not below and _wraps(a, below, printed)]
            if len(above) == 1:
                out[below.id] = replace(below, label=out[above[0].id].label)
                more_room.add(below.id)
    return [out[p.id] for p in places], frozenset(more_room)


def _printed(page: Page) -> _Printed:
    drawn = [m.box for m in page.marks if m.kind == "line" and not m.annotation]
    return _Printed(
        [w.box for w in page.words if "__" in w.text] + [(b[0], b[1] - 1, b[2], b[3] + 1) for b in drawn],
        [w for w in page.words if "__" not in w.text and any(c.isalnum() for c in w.text)],
        list(page.words),
    )


def _wraps(above: Place, below: Place, page: _Printed) -> bool:
    """Whether a blank at the beginning of a line goes on with the one at the end of the line before."""
    if above.box is None or below.box is None or not page.text:
        return False
    upper, lower, text = above.box, below.box, page.text
    if not (8 < lower[3] - upper[3] < _PITCH and lower[0] < upper[2]):
        return False
    if not any(common(b, upper) > 0 for b in page.lines) or not any(common(b, lower) > 0 for b in page.lines):
        return False
    small = [w for w in text if 0 <= w.box[1] - lower[3] + 3 < 10 and lower[0] - 3 <= w.box[0] < lower[2]]
    if any(w.text.startswith("(") for w in small):
        return False  # print under it says what it is
    behind = [w for w in text if beside(w.box, upper) and w.box[0] >= upper[2] - 3]
    left, right = min(w.box[0] for w in text), max(w.box[2] for w in text)
    at_sides = lower[0] <= left + _AT_LEFT and upper[2] >= right - _AT_MARGIN
    led = any(beside(w.box, upper) and -4 <= upper[0] - w.box[2] < _BEHIND_ITS_WORDS for w in text)
    # a run over a whole line goes on with the words of the line before it
    led = (led and upper[0] > lower[0] + 12) or (upper[0] <= left + _AT_LEFT and _breaks_off(_row_over(upper, text)))
    if not _begins_its_line(lower, text) or behind or not at_sides or not led:
        return False
    after = sorted((w for w in page.words if beside(w.box, lower) and w.box[0] >= lower[2] - 4), key=lambda w: w.box[0])
    first = after[0].text if after else ","
    return first[:1] in ",.;:)”" or first[:1].islower() or _TERM.match(first) is not None


def _asked_over(place: Place, written: Sequence[Place], text: Sequence[Word]) -> str:
    """What the line over a blank that begins its own asks of it, "" where its own label says it.

    "... will use the service in" over "________ during the school years ____" asks for what it is used in, and
    "[ ] No  If yes, when?" over a blank asks for more.
    """
    if place.box is None or not _begins_its_line(place.box, text):
        return ""
    row = _row_over(place.box, text)
    # words behind it, which are the label of the row's next one as well
    shared = place.label[:1].islower() and any(
        o.label == place.label and o is not place and o.box and beside(o.box, place.box) for o in written
    )
    if place.label[:1] in ",;)" or shared:
        return " ".join(w.text for w in row[-_LEAD:]) if _breaks_off(row) else ""
    asked = _IF_SO.search(" ".join(w.text for w in row))
    at_left = place.box[0] <= min((w.box[0] for w in text), default=0.0) + _AT_LEFT
    return asked[0].rstrip(":") if asked and at_left else ""


def _begins_its_line(line: Box, text: Sequence[Word]) -> bool:
    return not any(beside(w.box, line) and w.box[2] <= line[0] + 3 for w in text)


def _row_over(line: Box, text: Sequence[Word]) -> list[Word]:
    """The words of the line of text right over a blank, from left to right."""
    over = [w for w in text if -3 <= line[1] - w.box[3] < 0.8 * height(w.box)]
    bottom = max((w.box[3] for w in over), default=0.0)
    return sorted((w for w in over if bottom - w.box[3] < 2), key=lambda w: w.box[0])


def _breaks_off(row: Sequence[Word]) -> bool:
    """Whether a line of text breaks off in a sentence."""
    return bool(row) and row[-1].text[-1:] not in ".:;?!"
