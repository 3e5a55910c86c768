"""Labels that are answered behind their colon, where nothing shows the place: "1.4 Telephone:", and white.

A colon also ends headings and what introduces a list. A label is known by its form's way: several numbered ones, of
which the next has a number of the same depth, or several short ones one under the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, gap, height, same_row
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.tokens import has_place, pieces
from soppa_mailbot.forms.pages.columns import apart
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box, Paragraph, Place

_ENOUGH = 3  # such labels that make it the form's way
_LONGEST = 18  # words of a numbered label
_SHORT = 8  # words of one without a number
_AROUND = 2  # lines before and behind a short label among which another one stands
_NUMBER = re.compile(r"\(?(?P<number>(?:[A-Z][.-]?)?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?)[.)]?\s+(?=\S)")
_FOLLOW_UP = re.compile(r"If (?:yes|no|not|so|other|any|applicable|it (?:does|is))\b", re.IGNORECASE)
# what a clause or an instruction ends with
_LEADS_ON = re.compile(
    r"\b(?:shall|agrees?|following|follows|means|includes?|including|note|example|instructions?|below|if any of|"
    r"whereas|provided that)\b",
    re.IGNORECASE,
)
_MANY = 6  # labels that end with a space
_SPACED = re.compile(r"\w.*[:?][ \t\xa0]+$", re.DOTALL)
_CHOOSE = re.compile(r"\b(?:check|select|mark|choose|tick|circle)\b", re.IGNORECASE)
_ROOM = 40.0  # points behind a label, at least
_NEXT_LINE = 2.0  # of a label's height down to the line under it
_GAP = 3.0  # points between a label and its answer


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form, or one paragraph."""

    text: str  # "" for an empty one, or the cell of a table
    taken: bool  # something to fill is in it
    over: bool = False  # something to fill is right under it

    @property
    def depth(self) -> int:
        """Of its number: 1 for "3.", 2 for "3.1"; 0 without one."""
        match = _NUMBER.match(self.text)
        return match["number"].count(".") + 1 if match else 0

    @property
    def title(self) -> str:
        """Without its colon: what a list of contents and a part's heading share."""
        return self.text.rstrip(" :.").casefold()

    @property
    def is_label(self) -> bool:
        number = _NUMBER.match(self.text)
        words = len((self.text[number.end() :] if number else self.text).split())
        return (
            not (self.taken or self.over)
            and self.text.endswith(":")
            and 0 < words <= _LONGEST
            and not _LEADS_ON.search(self.text)
            and not _CHOOSE.search(self.text)
        )


def open_labels(lines: Sequence[Line]) -> list[int]:
    """Which of the lines are labels to be answered behind their colon, by number; [] where the form has too few."""
    written = [n for n, line in enumerate(lines) if line.text]
    headings = {lines[n].title for n in written if not lines[n].text.endswith(":")}
    numbered, others = [], []
    for at, n in enumerate(written):
        line = lines[n]
        if not line.is_label or line.title in headings:
            continue  # "1. Term:" of a list of contents, before the part "1. Term"
        before = lines[written[at - 1]] if at else None
        after = lines[written[at + 1]] if at + 1 < len(written) else None
        filled_below = n + 1 < len(lines) and lines[n + 1].taken and not lines[n + 1].depth
        if line.depth:
            alike = any(near is not None and near.depth == line.depth for near in (before, after))
            if alike and not filled_below and not (after is not None and after.depth > line.depth):
                numbered.append(n)
        elif _FOLLOW_UP.match(line.text):
            others.append(n)
        elif len(line.text.split()) <= _SHORT and not filled_below:
            near = [lines[m] for m in written[max(0, at - _AROUND) : at + _AROUND + 1] if m != n]
            if any(o.is_label and not o.depth and len(o.text.split()) <= _SHORT for o in near):
                others.append(n)
    return sorted(numbered + others) if len(numbered) >= _ENOUGH else []


def open_paragraphs(flow: Sequence[Paragraph]) -> frozenset[int]:
    """Paragraphs of a Word form that are such labels."""
    body = [n for n, p in enumerate(flow) if p.part == "body"]
    if spaced := spaced_labels(flow):
        return spaced
    lines = [
        Line("" if flow[n].cell is not None else flow[n].text().strip(), flow[n].cell is not None or has_place(flow[n]))
        for n in body
    ]
    return frozenset(body[n] for n in open_labels(lines))


def spaced_labels(flow: Sequence[Paragraph]) -> frozenset[int]:
    """Labels and questions of a Word form that end with a space, for an answer right behind it: "Web page: ".

    Nobody sees it, so a few may be by chance; where many do, it is how the form was made.
    """
    body = [n for n, p in enumerate(flow) if p.part == "body"]
    ends = [
        (n, after)
        for n, after in zip_longest(body, body[1:])
        if flow[n].cell is None and not has_place(flow[n]) and _SPACED.search(flow[n].text())
    ]
    # "Who will use it? " over boxes is answered there
    found = [n for n, after in ends if after is None or not _begins_with_place(flow[after])]
    return frozenset(found) if len(found) >= _MANY else frozenset()


def _begins_with_place(paragraph: Paragraph) -> bool:
    first = next(iter(pieces(paragraph.text())), None)
    return has_place(paragraph) and (first is None or first[0] in ("line", "off"))


def open_places(layouts: Mapping[int, Layout], places: Sequence[Place]) -> list[Place]:
    """Places behind such labels of a form's pages, each up to the margin."""
    lines: list[Line] = []
    where: list[tuple[Layout, Box]] = []
    for number, layout in sorted(layouts.items()):
        taken = [p.box for p in places if p.page == number and p.box]
        taken += [*layout.cells, *layout.underscores, *layout.tick_boxes]
        for line in layout.lines:
            box = line[0].box
            inside = layout.index.at(center(box)) is not None
            filled = inside or len(line) > 1 or any(same_row(b, box) and b[2] > box[0] for b in taken)
            over = any(_right_below(b, box, layout) for b in taken)
            lines.append(Line("" if inside else line[0].text.strip(), filled, over))
            where.append((layout, box))
    found: dict[int, list[Place]] = {}
    for n in open_labels(lines):
        layout, box = where[n]
        right = max(p.box[2] for p in layout.pieces if not apart(layout.gutters, p.box, box))
        here = found.setdefault(layout.page.number, [])
        room = (box[2] + _GAP, box[1] - 1, max(right, box[2] + _ROOM), box[3] + 1)
        identity = f"p{layout.page.number}:open{len(here) + 1}"
        here.append(Place(identity, "text", tidy(lines[n].text), required=True, page=layout.page.number, box=room))
    return [p for mine in found.values() for p in mine]


def _right_below(place: Box, label: Box, layout: Layout) -> bool:
    """Whether a place stands under a label with no words between: it is answered there."""
    if not (place[3] - label[3] >= -2 and place[1] - label[3] < _NEXT_LINE * height(label)) or gap(place, label)[0] > 0:
        return False
    bottom = max(place[1], label[3] + 1)
    return same_row(place, label) or not any(
        label[3] - 1 < center(p.box)[1] < bottom and gap(p.box, place)[0] == 0 for p in layout.pieces
    )
