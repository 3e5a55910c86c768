"""The row of a page's table that names the parties over their lines to sign, and the District's half of that table.

"For the Operator | | For the District | |" over "Signature | | Signature | |": nobody writes into the white cells, and
what stands under the District's name is its own, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, holds, same_column, same_row
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.naming.party import is_office, sides
from soppa_mailbot.forms.naming.roles import SIGNATURE
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.model import Box

_LONGEST = 20  # words of a party's name
_SPEAKS_FOR = re.compile(r"\W*(?:for|by|on behalf of|signed for|the)\b", re.IGNORECASE)
_NAME = 3  # words of a party's own name, at least: "Operator | | District | |" are labels to be answered
_PARTY = re.compile(
    r"\W*(?:school district|district|board|operator|vendor|provider|company)(?:['’]s)?\s+", re.IGNORECASE
)
_FEWEST = 2  # lines to sign, a name or a date beside the signature
_TOUCH = 3.0  # points between the cells of one table


def beside_parties(layout: Layout) -> frozenset[int]:
    """The empty cells of such rows."""
    out: set[int] = set()
    for index in range(len(layout.cells)):
        if not 0 < len(layout.cell_text(index).split()) <= _LONGEST:
            continue
        row = [i for i, cell in enumerate(layout.cells) if same_row(cell, layout.cells[index])]
        named = [i for i in row if layout.cell_text(i)]
        if len(named) != 2 or index != named[0] or len(row) == len(named):
            continue
        if not all(_is_head(layout.cell_text(i)) or _in_capitals(layout, i) for i in named):
            continue
        if sides([layout.cell_text(i).rstrip(":") for i in named]) and all(_signs_below(layout, i) for i in named):
            out.update(i for i in row if i not in named)
    return frozenset(out)


def districts_halves(layout: Layout) -> list[Box]:
    """The rooms of the table's cells under the District's name, where each party has its line to sign under its own."""
    out: list[Box] = []
    for index, head in enumerate(layout.cells):
        row = [i for i, cell in enumerate(layout.cells) if same_row(cell, head) and layout.cell_text(i)]
        if len(row) != 2 or index != row[0]:
            continue
        said = sides([layout.cell_text(i).rstrip(":") for i in row])
        if said and all(_is_signed(layout, row, n) for n in (0, 1)):
            out += [room for n, party in enumerate(said) if party == "district" for room in _half(layout, row, n)]
    return out


def _is_signed(layout: Layout, heads: Sequence[int], which: int) -> bool:
    rooms = _half(layout, heads, which)
    said = [layout.cell_text(i) for i, c in enumerate(layout.cells) if any(holds(r, center(c)) for r in rooms)]
    return any(SIGNATURE.search(text) or is_office(text) for text in said)


def _half(layout: Layout, heads: Sequence[int], which: int) -> list[Box]:
    """The rows of cells from one of two heads beside each other down to the end of their table."""
    first, other = layout.cells[heads[0]], layout.cells[heads[1]]
    left, right = (first[0], other[0]) if which == 0 else (other[0], layout.page.width)
    out: list[Box] = []
    bottom = max(first[3], other[3])
    while True:
        below = [c for c in layout.cells if abs(c[1] - bottom) <= _TOUCH and c[0] > first[0] - _TOUCH]
        across = any(c[0] < other[0] - _TOUCH and c[2] > other[0] + _TOUCH for c in below)
        if across or not any(abs(c[0] - left) <= _TOUCH for c in below):
            return out  # a row that is no party's, or the end
        lowest = min(c[3] for c in below)
        out.append((left - _TOUCH, bottom, right, lowest))
        bottom = lowest


def _is_head(text: str) -> bool:
    """Whether it tells whose signature stands below, and is no label to be answered: "Operator" beside a white cell."""
    return text.rstrip().endswith(":") or len(text.split()) >= _NAME or _SPEAKS_FOR.match(text) is not None


def _in_capitals(layout: Layout, head: int) -> bool:
    """Whether a name stands in capitals over labels that do not."""
    return layout.cell_text(head).isupper() and not any(t.isupper() for t in _below(layout, head) if len(t) > 1)


def _below(layout: Layout, head: int) -> list[str]:
    cell = layout.cells[head]
    return [
        layout.cell_text(i)
        for i, c in enumerate(layout.cells)
        if same_column(c, cell) and center(c)[1] > center(cell)[1] and layout.cell_text(i)
    ]


def _signs_below(layout: Layout, head: int) -> bool:
    """Whether the labels in a name's column are those of whoever signs."""
    below = _below(layout, head)
    signed = [t for t in below if SIGNATURE.search(t)]
    return bool(signed) and sum(_is_of_signer(t.rstrip(":")) for t in below) >= _FEWEST


def _is_of_signer(label: str) -> bool:
    """Whether a label is one of whoever signs, also where it says whose: "District title"."""
    own = _PARTY.sub("", label)
    return SIGNATURE.search(label) is not None or is_of_signer(label) or is_of_signer(own)
