"""Questions of a page that are answered in the white below them: no line, box or cell shows the place.

As in a Word form (`spaces_below`), white is taken for a place where several questions in a row are followed by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.unasked import is_offer
from soppa_mailbot.forms.common.geometry import beside, center, gap, height, holds, union
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.pages.columns import apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.word.spaces_below import (
    ENOUGH,
    asks,
    is_label,
    is_of_list,
    names_field,
    number_of,
    stands_in_run,
)
from soppa_mailbot.model import Box, Place

_WHITE = 1.6  # of a line's height from a question to what comes next, at least; less parts any two paragraphs
_LITTLE = 0.9  # of it below a question with a letter, among others with letters that are followed by white
_LETTERED = re.compile(r"\s{0,2}[(\[]?[a-z]{1,2}[)\].]\s")
_AS_MUCH = 0.95  # of the white below questions, below a label among them
_BEHIND_BOX = 20.0  # points from a box to its option
_RIGHT_BELOW = 4.0  # points from an answer's room to the next label
_SAME_LEFT = 3.0  # points by which labels and questions may begin apart
_SIZES = 1.5  # points by which the lines of one question may differ in height: a heading's letters are larger
_HIGHEST = 160.0  # points of an answer's room
_BULLETS = frozenset("•▪◦‣·\uf0b7")  # the last is a bullet of the Symbol font
_MARGIN = 45.0  # points of white at the foot of a page, at least
_FOOT = 72.0  # points from a page's lower edge, within which lines that come again are its foot
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
    label: bool = False  # no question: one among them, if as much white is below it
    narrow: bool = False  # less white is below it than below others
    last: bool = False  # nothing stands below it on its page: then its place is only one among those of others


def white_places(layouts: Mapping[int, Layout], places: Sequence[Place]) -> list[Place]:
    """Places for the questions that have no other, where at least `ENOUGH` of them are followed by white, or where one
    is numbered among others that have places.
    """
    labels = [" ".join(norms(t)) for p in places for t in (p.label, p.group_label, p.option) if t]
    feet = _feet(layouts)
    every = [q for layout in layouts.values() for q in _asked(layout, [p for p in places if p.box], labels, feet)]
    found = [q for q in every if not q.narrow]
    asking = [q for q in found if q.asks and not q.last]
    if len(asking) >= ENOUGH:
        found = [*_with_labels(found, asking), *_of_letters(every, asking)]
    else:
        answered = {n for p in places for t in (p.label, p.group_label) if (n := number_of(t))}
        found = [q for q in asking if stands_in_run(number_of(q.text), answered)]
    return [
        Place(f"p{q.page}:below{n}", "text", tidy(q.text), required=True, page=q.page, box=q.room)
        for n, q in enumerate(found, 1)
    ]


def _of_letters(every: Sequence[_Asked], asking: Sequence[_Asked]) -> list[_Asked]:
    """The questions with a letter that have less white below than others in their column: "(a) ...", "(b) ..."."""
    lefts = [q.box[0] for q in asking if _LETTERED.match(q.text)]
    return [
        q
        for q in every
        if q.narrow and q.asks and _LETTERED.match(q.text) and any(abs(q.box[0] - left) < _SAME_LEFT for left in lefts)
    ]


def _with_labels(found: Sequence[_Asked], asking: Sequence[_Asked]) -> list[_Asked]:
    """The questions, and the labels among them that begin as they do, over as much white: "Email address"."""
    least = _AS_MUCH * min(height(q.room) for q in asking)
    lefts = [q.box[0] for q in asking]
    first, last = ((q.page, q.box[1]) for q in (asking[0], asking[-1]))
    out: list[_Asked] = []
    for q in found:
        alike = height(q.room) >= least and any(abs(q.box[0] - left) < _SAME_LEFT for left in lefts)
        # the last words of a page may head the questions of the next one: "Before you send this back"
        among = (first < (q.page, q.box[1]) < last and not q.last) or names_field(q.text)
        follows = bool(out) and out[-1].page == q.page and abs(q.box[1] - out[-1].room[3]) < _RIGHT_BELOW
        if not q.label or (alike and (among or follows)):
            out.append(q)
    return out


def _feet(layouts: Mapping[int, Layout]) -> set[str]:
    """The lines in the lower margins that come again, whatever their numbers: "Preliminary questions, page 2"."""
    told = Counter(
        words
        for layout in layouts.values()
        for words in {_sayings(p) for p in layout.pieces if p.box[3] > layout.page.height - _FOOT}
    )
    return {words for words, pages in told.items() if pages > 1}


def _sayings(piece: Piece) -> str:
    return re.sub(r"[\W\d]+", " ", piece.text).strip().casefold()


def _asked(layout: Layout, places: Sequence[Place], labels: Sequence[str], feet: Collection[str]) -> list[_Asked]:
    number = layout.page.number
    boxes = [p.box for p in places if p.page == number and p.box]
    printed = [line[0] for line in layout.lines if len(line) == 1]
    lines = [_without_bullet(p) for p in printed]
    begins = [n for n, (p, line) in enumerate(zip(printed, lines, strict=True)) if p is not line] + [len(lines)]
    words = [_without_bullet(p).box for p in layout.pieces]
    things = [*boxes, *layout.cells, *layout.underscores, *layout.tick_boxes, *words]
    margin = layout.page.height - _FOOT
    foot = [p.box for p in layout.pieces if p.box[3] > margin and _sayings(p) in feet]
    out = []
    used: set[int] = set()
    for at, first in enumerate(lines):
        if at in used or layout.index.at(center(first.box)) is not None or _is_option(layout, first):
            continue
        question = [first, *_further(lines[at + 1 : min(n for n in begins if n > at)], first)]
        text = " ".join(p.text for p in question)
        asked = asks(text) or is_of_list(text)
        if not (asked or is_label(text)) or is_offer(text) or _is_known(text, labels):
            continue
        used.update(range(at, at + len(question)))
        box = question[0].box
        for piece in question[1:]:
            box = union(box, piece.box)
        last = not any(b[1] > box[3] and b not in foot for b in things)
        line = height(first.box)
        room = _room(layout, box, _LITTLE * line, things)
        if room is not None and (asks(text) or not last):
            narrow = _room(layout, box, _WHITE * line, things) is None
            out.append(_Asked(number, text, box, room, asks(text), not asked, narrow, last))
    return out


def _without_bullet(line: Piece) -> Piece:
    """The line without the bullet before it, whose font may be higher than that of the words."""
    if len(line.words) < 2 or line.words[0].text not in _BULLETS:
        return line
    box = line.words[1].box
    for word in line.words[2:]:
        box = union(box, word.box)
    return Piece(line.words[1:], box)


def _is_option(layout: Layout, line: Piece) -> bool:
    """Whether a line begins with a box to tick, or stands behind one."""
    ticks = [t for t in layout.boxes_to_tick if beside(line.box, t)]
    return any(-1 <= line.box[0] - t[2] < _BEHIND_BOX or holds(line.box, center(t)) for t in ticks)


def _further(lines: Sequence[Piece], first: Piece) -> list[Piece]:
    """The lines that a question goes on in."""
    out: list[Piece] = []
    last = first
    for line in lines[: _LINES - 1]:
        tight = -1 <= line.box[1] - last.box[3] < _LEADING * height(first.box)
        ended = last.text.rstrip().endswith(("?", ":"))
        larger = abs(height(line.box) - height(first.box)) > _SIZES
        if (
            _LETTERED.match(line.text)
            or not tight
            or ended
            or larger
            or abs(line.box[0] - first.box[0]) > 24
            or is_of_list(line.text)
        ):
            break
        out.append(line)
        last = line
    return out


def _is_known(text: str, labels: Sequence[str]) -> bool:
    words = " ".join(norms(text)[:_KNOWN_BY])
    if words.count(" ") < _KNOWN_BY - 1:
        return words in labels  # "Name" is no part of "User name and password"
    return any(words in label for label in labels)


def _room(layout: Layout, question: Box, least: float, things: Sequence[Box]) -> Box | None:
    """The white from a question down to what comes next in its column; None where it is less than `least` points."""
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
    floor = min(below, default=layout.page.height - _MARGIN)
    if beside or floor - question[3] < least:
        return None
    return (left, question[3] + 1, max(right, question[2]), min(floor - 1, question[3] + _HIGHEST))
