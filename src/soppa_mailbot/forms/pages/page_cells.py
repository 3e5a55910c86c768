"""The words, table cells and boxes of a blank's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from soppa_mailbot.forms.common.geometry import (
    area_or_one,
    center,
    common,
    grown,
    height,
    holds,
    same_column,
    same_row,
    union,
)
from soppa_mailbot.forms.common.lines import Piece, lines
from soppa_mailbot.forms.common.tokens import pieces
from soppa_mailbot.forms.pages import cells as grid
from soppa_mailbot.forms.pages.columns import Gutter, drawn, gutters
from soppa_mailbot.forms.pages.led_cells import led_cells
from soppa_mailbot.forms.pages.runs_over_runs import runs_as_seen
from soppa_mailbot.model import Box, Page, Word

_BESIDE_PILL = 12.0  # points from a pill to its option
_FRAME = (0.8, 0.7)  # of a page's width and height: what is as large is drawn around the page, and no cell
_SHADE = 0.02  # how much darker than paper a filling is, at least
_COLUMNS = 2  # of a table under a row of heads, at least
_BULLET = 0.5  # of the height of a page's print: a box or circle that is lower is a mark before a point of a list
_INTO = 0.3  # of a heading's height that is in the lower half of its bar


@dataclass
class PageCells:
    """The words, cells and boxes of one page of a blank."""

    page: Page
    words: list[Word] = field(default_factory=list)  # without lines to write on and glyph boxes
    underscores: list[Box] = field(default_factory=list)
    glyph_boxes: list[Box] = field(default_factory=list)
    crosses: list[Box] = field(default_factory=list)  # printed as examples: "Collected (X)"
    gutters: list[Gutter] = field(default_factory=list)  # between columns, once `find_columns` has looked
    written_on: list[Box] = field(default_factory=list)  # places to write into, once `find_columns` has looked
    ticked: list[Box] = field(default_factory=list)  # boxes of form fields, which the page need not draw

    def __post_init__(self) -> None:
        for word in self.page.words:
            kinds = [kind for kind, _, _, _ in pieces(word.text)]
            if kinds and set(kinds) == {"line"}:
                self.underscores.append(word.box)
            elif kinds and set(kinds) <= {"off", "on"}:
                (self.glyph_boxes if "off" in kinds else self.crosses).append(word.box)
            elif word.text not in ("[", "]", "[]", "(", ")"):
                self.words.append(word)
        self.underscores = runs_as_seen(self.underscores, [w.box for w in self.words])
        self.glyph_boxes += _bracket_boxes(self.page.words)

    def find_columns(self, places: Sequence[Box]) -> None:
        """Look for columns, given the places to write into."""
        self.written_on = list(places)
        texts = [p.box for p in self.pieces]
        upright = [b for b in grid.edges(self.page.marks)[1] if not any(_borders(b, c) for c in self.cells)]
        ruled = drawn(self.page.height, upright, [*texts, *places])
        found = gutters(self.page.width, self.page.height, texts, places)
        rest = [g for g in found if not any(g.top < r.bottom and r.top < g.bottom for r in ruled)]
        self.gutters = ruled + rest

    @cached_property
    def cells(self) -> list[Box]:
        return self.index.cells

    @cached_property
    def index(self) -> grid.CellIndex:
        wide, high = _FRAME[0] * self.page.width, _FRAME[1] * self.page.height
        return grid.CellIndex([c for c in grid.cells(self.page.marks) if c[2] - c[0] < wide or c[3] - c[1] < high])

    @cached_property
    def drawn_combs(self) -> list[list[Box]]:
        """Rows of small boxes for one character each. "|  | Yes |  | No" are cells, as small as they may be."""
        printed = [w.box for w in self.words if sum(c.isalpha() for c in w.text) > 1]
        found = grid.drawn_combs(self.page.marks)
        return [comb for comb in found if not any(holds(tooth, center(b)) for tooth in comb for b in printed)]

    @cached_property
    def tick_boxes(self) -> list[Box]:
        found = grid.tick_boxes(self.page.marks)
        icons = grid.in_ornaments(found, self.page.marks)
        found += [b for b in grid.pills(self.page.marks) if any(_leads(b, w.box) for w in self.words)]
        lowest = _BULLET * median([height(w.box) for w in self.words] or [0.0])
        drawn = [
            b
            for b in found
            if b not in icons and height(b) >= lowest and not any(common(b, w.box) > 20 for w in self.words)
        ]
        return drawn + self.glyph_boxes

    def is_half_a_bar(self, cell: Box) -> bool:
        """Whether a heading reaches into a cell that is lower than its letters: a bar with two round corners is drawn
        as a round one, and a rectangle over its other half."""
        return any(
            height(cell) < height(p.box) and p.box[1] < cell[1] < p.box[3] - _INTO * height(p.box)
            for p in self.pieces
            if cell[0] - 1 <= p.box[0] and p.box[2] <= cell[2] + 1
        )

    @property
    def boxes_to_tick(self) -> list[Box]:
        """Drawn, printed as characters, or form fields."""
        return [*self.tick_boxes, *self.ticked]

    @cached_property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

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
        if index in self.led:
            return self.led[index][0]
        return " ".join(w.text for w in self.cell_words.get(index, ()))

    @cached_property
    def led(self) -> dict[int, tuple[str, Box]]:
        """The cells with a line's number that dots lead to: the line's words, and where the dots stand."""
        return led_cells(self.index, self.page.words)

    def is_led_to(self, index: int) -> bool:
        """Whether a cell stands behind the number of a line that dots lead to."""
        return bool(self.led) and any(i in self.led for i in self.neighbours_left(index)[:1])

    @cached_property
    def shades(self) -> dict[int, float]:
        """The cells that are filled with a colour -> how much darker than paper it is."""
        fills = [(grown(m.box, 1.0), m.shade) for m in self.page.marks if m.kind == "rect" and m.shade >= _SHADE]
        return {
            i: shade for i, c in enumerate(self.cells) for box, shade in fills if common(box, c) > 0.9 * area_or_one(c)
        }

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

    def top_of(self, index: int) -> Box:
        """The topmost cell that stands over a cell in its column, without a gap."""
        box = self.cells[index]
        while True:
            over = [c for c in self.cells if abs(c[3] - box[1]) <= 3 and same_column(c, box)]
            if not over:
                return box
            box = over[0]

    def is_row_of_heads(self, index: int, below: Box) -> bool:
        """Whether a cell without upright lines holds a head of its own over each empty column of the table under it."""
        bar = self.cells[index]
        row = [i for i, c in enumerate(self.cells) if same_row(c, below) and abs(c[1] - bar[3]) <= 3]
        empty = [self.cells[i] for i in row if not self.cell_text(i)]
        heads = [p.box for p in self.pieces if holds(bar, center(p.box))]
        return len(empty) >= _COLUMNS and all(
            sum(c[0] - 3 <= h[0] and h[2] <= c[2] + 3 for h in heads) == 1 for c in empty
        )


def _borders(upright: Box, cell: Box) -> bool:
    x = center(upright)[0]
    return min(abs(x - cell[0]), abs(x - cell[2])) <= 3 and upright[1] < cell[3] and cell[1] < upright[3]


def _leads(box: Box, word: Box) -> bool:
    """Whether a word stands right behind a box."""
    return same_row(box, word) and 0 <= word[0] - box[2] < _BESIDE_PILL


def _bracket_boxes(words: Sequence[Word]) -> list[Box]:
    """Boxes written as [ ] or (  ), which come as two words, or as one."""
    out = [w.box for w in words if w.text == "[]"]
    for left, right in pairwise(words):
        if left.text + right.text in ("[]", "()") and same_row(left.box, right.box) and right.box[0] - left.box[2] < 40:
            out.append(union(left.box, right.box))
    return out
