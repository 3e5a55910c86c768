"""Questions of a page that are answered in the white below them: no line, box or cell shows the place.

As in a Word form (`spaces_below`), white is taken for a place where several questions in a row are followed by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from soppa_mailbot.forms.columns import apart
from soppa_mailbot.forms.geometry import center, gap, height, holds, union
from soppa_mailbot.forms.labels import tidy
from soppa_mailbot.forms.layout import Layout
from soppa_mailbot.forms.lines import Piece
from soppa_mailbot.forms.spaces_below import ENOUGH, asks, is_of_list, number_of, stands_in_run
from soppa_mailbot.forms.tokens import norms
from soppa_mailbot.forms.unasked import is_offer
from soppa_mailbot.model import Box, Place

_WHITE = 1.7  # of a line's height from a question to what comes next, at least; less parts any two paragraphs
_HIGHEST = 160.0  # points of an answer's room
_LEADING = 0.6  # of a line's height between two lines of one question, at most
_LINES = 4  # of a question
_KNOWN_BY = 4  # first words by which a question is known in a place's label


@dataclass(frozen=True, slots=True)
class _Asked:
    page: int
    text: str
    box: Box  # of its lines
    room: Box
    asks: bool


def white_places(layouts: Mapping[int, Layout], places: Sequence[Place]) -> list[Place]:
    """Places for the questions that have no other, where at least `ENOUGH` of them are followed by white, or where one
    is numbered among others that have places.
    """
    labels = [" ".join(norms(t)) for p in places for t in (p.label, p.group_label, p.option) if t]
    found = [q for layout in layouts.values() for q in _asked(layout, [p for p in places if p.box], labels)]
    if sum(q.asks for q in found) < ENOUGH:
        answered = {n for p in places for t in (p.label, p.group_label) if (n := number_of(t))}
        found = [q for q in found if q.asks and stands_in_run(number_of(q.text), answered)]
    return [
        Place(f"p{q.page}:below{n}", "text", tidy(q.text), required=True, page=q.page, box=q.room)
        for n, q in enumerate(found, 1)
    ]


def _asked(layout: Layout, places: Sequence[Place], labels: Sequence[str]) -> list[_Asked]:
    number = layout.page.number
    boxes = [p.box for p in places if p.page == number and p.box]
    lines = [line[0] for line in layout.lines if len(line) == 1]
    things = [*boxes, *layout.cells, *layout.underscores, *layout.tick_boxes, *(p.box for p in layout.pieces)]
    out = []
    used: set[int] = set()
    for at, first in enumerate(lines):
        if at in used or layout.index.at(center(first.box)) is not None:
            continue
        question = [first, *_further(lines[at + 1 :], first)]
        text = " ".join(p.text for p in question)
        if not (asks(text) or is_of_list(text)) or is_offer(text) or _is_known(text, labels):
            continue
        used.update(range(at, at + len(question)))
        box = question[0].box
        for piece in question[1:]:
            box = union(box, piece.box)
        room = _room(layout, box, height(first.box), things)
        if room is not None:
            out.append(_Asked(number, text, box, room, asks(text)))
    return out


def _further(lines: Sequence[Piece], first: Piece) -> list[Piece]:
    """The lines that a question goes on in."""
    out: list[Piece] = []
    last = first
    for line in lines[: _LINES - 1]:
        tight = -1 <= line.box[1] - last.box[3] < _LEADING * height(first.box)
        ended = last.text.rstrip().endswith(("?", ":"))
        if not tight or ended or abs(line.box[0] - first.box[0]) > 24 or is_of_list(line.text):
            break
        out.append(line)
        last = line
    return out


def _is_known(text: str, labels: Sequence[str]) -> bool:
    words = norms(text)
    return any(" ".join(words[:_KNOWN_BY]) in label for label in labels)


def _room(layout: Layout, question: Box, line: float, things: Sequence[Box]) -> Box | None:
    """The white from a question down to what comes next in its column; None where it is only a paragraph's."""
    here = [b for b in things if not apart(layout.gutters, b, question)]
    if any(holds(question, center(b)) and b[3] - b[1] > 1 for b in layout.tick_boxes):
        return None
    left = question[0]
    right = max((p.box[2] for p in layout.pieces if not apart(layout.gutters, p.box, question)), default=question[2])
    column = (left, question[1], right, question[3])
    below = [b[1] for b in here if b[1] >= question[3] - 1 and gap(column, b)[0] == 0]
    beside = any(
        b[0] >= question[2] - 2 and b[1] < center(question)[1] < b[3] and gap(column, b)[0] == 0
        for b in here
        if b != question
    )
    if beside or not below or min(below) - question[3] < _WHITE * line:
        return None
    return (left, question[3] + 1, max(right, question[2]), min(min(below) - 1, question[3] + _HIGHEST))
