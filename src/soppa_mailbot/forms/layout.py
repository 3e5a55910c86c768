"""What a blank's page looks like: its text in lines, its table cells, boxes to tick and lines to write on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from soppa_mailbot.forms import cells as grid
from soppa_mailbot.forms.columns import Gutter, apart, gutters
from soppa_mailbot.forms.geometry import beside, center, common, gap, height, holds, same_column, same_row, union, width
from soppa_mailbot.forms.labels import is_for_marks, with_follow_up, without_number
from soppa_mailbot.forms.lines import Piece, lines
from soppa_mailbot.forms.matrices import marked_cells
from soppa_mailbot.forms.party import is_signature_heading
from soppa_mailbot.forms.roles import SIGNATURE
from soppa_mailbot.forms.tokens import pieces
from soppa_mailbot.forms.values import is_prompt
from soppa_mailbot.model import Box, Page, Word

_LEFT_REACH = 400.0  # points from a place to a label before it
_ABOVE_REACH = 15.0  # points from a place to a label over it
_CLOSE = 4.0  # points from a line to small print under it
_BELOW_REACH = 13.0  # points from a line to a caption under it


@dataclass
class Layout:
    """One page of a blank, looked at once."""

    page: Page
    words: list[Word] = field(default_factory=list)  # without lines to write on and glyph boxes
    underscores: list[Box] = field(default_factory=list)
    glyph_boxes: list[Box] = field(default_factory=list)
    gutters: list[Gutter] = field(default_factory=list)  # between columns, once `find_columns` has looked
    ticked: list[Box] = field(default_factory=list)  # boxes of form fields, which the page need not draw

    def __post_init__(self) -> None:
        for word in self.page.words:
            kinds = [kind for kind, _, _, _ in pieces(word.text)]
            if kinds and set(kinds) == {"line"}:
                self.underscores.append(word.box)
            elif kinds and set(kinds) <= {"off", "on"}:
                if "off" in kinds:
                    self.glyph_boxes.append(word.box)
            elif word.text not in ("[", "]", "[]", "(", ")"):
                self.words.append(word)
        self.glyph_boxes += _bracket_boxes(self.page.words)

    def find_columns(self, places: Sequence[Box]) -> None:
        """Look for columns, given the places to write into."""
        texts = [p.box for p in self.pieces]
        self.gutters = gutters(self.page.width, self.page.height, texts, places)

    @cached_property
    def cells(self) -> list[Box]:
        return self.index.cells

    @cached_property
    def index(self) -> grid.CellIndex:
        return grid.CellIndex(grid.cells(self.page.marks))

    @cached_property
    def tick_boxes(self) -> list[Box]:
        drawn = [b for b in grid.tick_boxes(self.page.marks) if not any(common(b, w.box) > 20 for w in self.words)]
        return drawn + self.glyph_boxes

    @property
    def boxes_to_tick(self) -> list[Box]:
        """Drawn, printed as characters, or form fields."""
        return [*self.tick_boxes, *self.ticked]

    def for_marks(self, index: int) -> bool:
        """Whether a cell is to be marked, not written in: "Yes", "No" or "Check mark" heads its column."""
        if index in self.marked_cells:
            return True
        return is_for_marks(self.head_text(index)) and any(self.cell_text(i) for i in self.neighbours_left(index))

    @cached_property
    def marked_cells(self) -> frozenset[int]:
        """Cells of tables that are marked row by row."""
        return marked_cells(self)

    @cached_property
    def lines(self) -> list[list[Piece]]:
        return lines(self.words, grid.edges(self.page.marks)[1])

    @cached_property
    def pieces(self) -> list[Piece]:
        return [piece for line in self.lines for piece in line]

    @cached_property
    def cell_words(self) -> dict[int, list[Word]]:
        """Words of each cell, in the order of their lines."""
        out: dict[int, list[Word]] = {}
        for line in self.lines:
            for piece in line:
                for word in piece.words:
                    index = self.index.at(center(word.box))
                    if index is not None:
                        out.setdefault(index, []).append(word)
        return out

    def cell_text(self, index: int) -> str:
        return " ".join(w.text for w in self.cell_words.get(index, ()))

    def neighbours_left(self, index: int) -> list[int]:
        """Cells of the same row to the left, nearest first, as long as they touch."""
        out: list[int] = []
        here = index
        while True:
            box = self.cells[here]
            touching = [
                i
                for i, c in enumerate(self.cells)
                if abs(c[2] - box[0]) <= 3 and same_row(c, box) and c[1] <= center(box)[1] <= c[3]
            ]
            if not touching:
                return out
            here = touching[0]
            out.append(here)

    def header_of(self, index: int) -> int | None:
        """The topmost cell of the column that the cell is in, where it holds text and heads the column."""
        here = index
        while True:
            box = self.cells[here]
            over = [i for i, c in enumerate(self.cells) if abs(c[3] - box[1]) <= 3 and same_column(c, box)]
            if not over:
                break
            here = over[0]
            if self.cell_text(here):
                # text above an empty cell heads the column only when the whole chain up to it was empty
                break
        return here if here != index and self.cell_text(here) and not self._is_answer(here) else None

    def head_text(self, index: int) -> str:
        """What heads the column of a cell: its topmost cell's text, or its share of a row that has no borders."""
        head = self.header_of(index)
        if head is not None:
            return self.cell_text(head)
        box = self.top_of(index)
        over = [
            i for i, c in enumerate(self.cells) if abs(c[3] - box[1]) <= 3 and c[0] <= box[0] + 3 < box[2] <= c[2] + 3
        ]
        row = [p for p in self.pieces if any(holds(self.cells[i], center(p.box)) for i in over)]
        mine = [p for p in row if box[0] - 4 <= p.box[0] and p.box[2] <= box[2] + 4]
        crossing = any(
            p.box[0] < box[0] - 4 < box[0] + 4 < p.box[2] for p in row
        )  # a section's title, over all columns
        return " ".join(p.text for p in mine) if len(mine) < len(row) and not crossing else ""

    def names(self, cell: int, index: int) -> bool:
        """Whether a cell's text would be read as the label of an empty cell: it stands left of it, or heads it."""
        left = next((i for i in self.neighbours_left(index) if self.cell_text(i)), None)
        return cell in (left, self.header_of(index))

    def top_of(self, index: int) -> Box:
        """The topmost cell that stands over a cell in its column, without a gap."""
        box = self.cells[index]
        while True:
            over = [c for c in self.cells if abs(c[3] - box[1]) <= 3 and same_column(c, box)]
            if not over:
                return box
            box = over[0]

    def _is_answer(self, index: int) -> bool:
        """Whether a cell with text is a row's answer and no column's head: boxes to tick, or "Choose an item".

        In a table of two columns, labels and answers, so is what has an answer's empty cell somewhere over it.
        """
        box = self.cells[index]
        if any(common(box, t) > 0.5 * _area(t) for t in self.tick_boxes) or prompts(self.cell_text(index)):
            return True
        left = self.neighbours_left(index)
        right = [c for c in self.cells if abs(c[0] - box[2]) <= 3 and same_row(c, box)]
        if len(left) != 1 or right or not self.cell_text(left[0]):
            return False
        return any(
            c[3] <= box[1] + 3 and same_column(c, box) and not self.cell_text(i) for i, c in enumerate(self.cells)
        )


def prompts(text: str) -> bool:
    """Whether a cell's text is what Word shows where an answer is to be chosen: "Choose an item."."""
    return len(text.split()) > 1 and is_prompt(text)


def _area(box: Box) -> float:
    return max(width(box) * height(box), 1.0)


def _bracket_boxes(words: Sequence[Word]) -> list[Box]:
    """Boxes written as [ ] or (  ), which come as two words, or as one."""
    out = [w.box for w in words if w.text == "[]"]
    for left, right in pairwise(words):
        if left.text + right.text in ("[]", "()") and same_row(left.box, right.box) and right.box[0] - left.box[2] < 40:
            out.append(union(left.box, right.box))
    return out


def cell_label(layout: Layout, index: int) -> str:
    """What an empty cell asks for: the text left of it, with the head of its column where it has one."""
    left = next((layout.cell_text(i) for i in layout.neighbours_left(index) if layout.cell_text(i)), "")
    above = layout.head_text(index)
    if left and above:
        return f"{left} {above[0].lower() + above[1:] if above[1:2].islower() else above}"
    return left or above


def label_near(layout: Layout, box: Box, others: Sequence[Box] = (), captions: set[str] | None = None) -> str:
    """The label of a place that stands in no cell by itself: before it, over it, or under its line.

    `captions` holds the texts under lines that were labels already, as "x,y"; such a text labels no line below it too.
    """
    index = layout.index.at(center(box))
    if index is not None and width(layout.cells[index]) < 0.98 * layout.page.width:
        own = layout.cell_words.get(index)
        if own:
            inside = _inside(layout, box, index, others)
            if inside:
                return inside
        label = cell_label(layout, index)
        if label:
            return label
    near = _before(layout, box, others) or _line_before(layout, box) or _goes_on(layout, box)
    if near:
        return near
    used = captions if captions is not None else set()
    over, under = _over(layout, box), _under(layout, box)
    if over is not None and _mark(over) not in used and not (under and _is_caption(under, over, box)):
        return _whole(layout, over)
    if under is not None:
        used.add(_mark(under))
    return under.text if under is not None else ""


def _whole(layout: Layout, piece: Piece) -> str:
    """A label's last line with the line before it, where it is the second half of a sentence."""
    if not piece.text[:1].islower() or without_number(piece.text)[0]:
        return piece.text
    high = height(piece.box)
    over = [
        p
        for p in layout.pieces
        if abs(p.box[0] - piece.box[0]) < 3 and -0.3 * high < piece.box[1] - p.box[3] < 0.5 * high and p is not piece
    ]
    ends = len(over) != 1 or over[0].text.endswith((":", "?", "."))
    return piece.text if ends else f"{over[0].text} {piece.text}"


def _is_caption(under: Piece, over: Piece, box: Box) -> bool:
    """Whether the text under a line names it, and the text over it is something else: "(name of affiant)"."""
    if over.text.rstrip().endswith((":", "?")):
        return False
    if is_signature_heading(over.text):
        return True
    bracketed = under.text.startswith("(") and under.text.endswith(")")
    close = under.box[1] - box[3] <= _CLOSE and box[3] - over.box[3] > under.box[1] - box[3] + _CLOSE
    return bracketed or close


def _mark(piece: Piece) -> str:
    return f"{piece.box[0]:.0f},{piece.box[1]:.0f}"


def _line_before(layout: Layout, box: Box) -> str:
    """The last words of the line above, for a blank that begins a line in mid-sentence: "or by telephone at / ____"."""
    left = min((p.box[0] for p in layout.pieces), default=0.0)
    above = [p for p in layout.pieces if 0 < center(box)[1] - center(p.box)[1] < 1.9 * max(height(p.box), 9.0)]
    if not above or box[0] > left + 12:
        return ""
    nearest = max(above, key=lambda p: center(p.box)[1])
    last = max((p for p in above if same_row(p.box, nearest.box)), key=lambda p: p.box[2])
    goes_on = last.text[:1].islower() or last.text[:1] in "(.,;"
    text = last.text.lstrip(".,; ")
    sentence = last.box[0] > box[2] and goes_on and text[-1:].isalpha()
    return text if sentence and len(text.split()) >= 2 else ""


def _goes_on(layout: Layout, box: Box) -> str:
    """The words right behind a blank that begins a line of a sentence: "____ organized under the laws of"."""
    after = [p for p in layout.pieces if same_row(p.box, box) and -2 <= p.box[0] - box[2] < 10]
    if not after or height(box) < 4:
        return ""
    text = min(after, key=lambda p: p.box[0]).text
    return text if text[:1].islower() and len(text.split()) >= 3 else ""


def _inside(layout: Layout, box: Box, index: int, others: Sequence[Box]) -> str:
    cell = layout.cells[index]
    found = [p for p in layout.pieces if common(p.box, cell) > 0.6 * width(p.box) * height(p.box)]
    before = [p for p in found if same_row(p.box, box) and p.box[2] <= box[0] + 6 and not _between(p.box, box, others)]
    if before:
        return max(before, key=lambda p: p.box[2]).text
    over = [p for p in found if p.box[3] <= box[1] + 0.5 * height(box) and gap(p.box, box)[0] == 0]
    return max(over, key=lambda p: p.box[3]).text if over else ""


def _before(layout: Layout, box: Box, others: Sequence[Box]) -> str:
    found = [
        p
        for p in layout.pieces
        if beside(p.box, box)
        and p.box[2] <= box[0] + 6
        and box[0] - p.box[2] < _LEFT_REACH
        and not (apart(layout.gutters, p.box, box) and _stands_over(layout, p.box, others))
    ]
    for piece in sorted(found, key=lambda p: -p.box[2]):
        if _between(piece.box, box, others):
            return ""
        behind = any(beside(piece.box, t) and -2 <= piece.box[0] - t[2] < 18 for t in layout.boxes_to_tick)
        return (with_follow_up(piece.text)[1] or piece.text) if behind else piece.text
    return ""


def _stands_over(layout: Layout, label: Box, places: Sequence[Box]) -> bool:
    """Whether words are the label of a place right under them, that nothing stands before."""
    under = [o for o in places if gap(label, o)[0] == 0 and -4 <= o[1] - label[3] < _ABOVE_REACH]
    return any(not any(beside(p.box, o) and 0 <= o[0] - p.box[2] < _LEFT_REACH for p in layout.pieces) for o in under)


def _between(label: Box, place: Box, others: Sequence[Box]) -> bool:
    return any(o != place and beside(label, o) and label[2] - 3 <= o[0] and o[2] <= place[0] + 3 for o in others)


def _over(layout: Layout, box: Box) -> Piece | None:
    found = [
        p
        for p in layout.pieces
        if p.box[3] <= box[1] + 4
        and box[1] - p.box[3] < _ABOVE_REACH
        and gap(p.box, box)[0] == 0
        and p.box[0] > box[0] - 25
    ]
    return min(found, key=lambda p: (round(box[1] - p.box[3]), abs(p.box[0] - box[0])), default=None)


def _under(layout: Layout, box: Box) -> Piece | None:
    found = [
        p
        for p in layout.pieces
        if p.box[1] >= box[3] - 4
        and p.box[1] - box[3] < _BELOW_REACH
        and gap(p.box, box)[0] == 0
        and len(p.words) <= (10 if SIGNATURE.search(p.text) else 8)
        and not p.text.rstrip().endswith((":", "?"))  # that asks for what comes after it
    ]
    nearest = min(found, key=lambda p: (p.box[1], abs(p.box[0] - box[0])), default=None)
    return None if nearest is None or re.match(r"\d{1,2}[.)]\s", nearest.text) else nearest  # the next item
