"""Empty cells that are boxes to tick, each beside the cell with its words, in a row that is a question.

"Method of disposal (tick one) |   | Deletion |   | Return", and "Is it encrypted? |   | Yes |   | No".
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, same_row, width
from soppa_mailbot.forms.pages.matrices import Tables

_TOUCH = 3.0  # points between two cells of one table
_WIDEST = 60.0  # points of a cell that is ticked
_LONGEST = 12  # words of an option
_ROWS = (re.compile(r"t(?:et){2,5}"), re.compile(r"t(?:te){2,5}"))  # e: empty, t: words alone
_TOLD = re.compile(
    r"\b(?:check|tick|mark|select|choose|pick|x)\b[^.;|]{0,20}\b(?:one|any|all|either|those|each|applicable|below|"
    r"what(?:ever)? applies)\b",
    re.I,
)
_ANSWER = re.compile(r"\W*(?:yes|no|n/?a|not applicable|true|false|unsure|unknown|in part|partly)\W*", re.I)


def row_of(layout: Tables, cell: int) -> list[int]:
    """The cells of a row that touch, from the left: another table beside it is not of it."""
    box = layout.cells[cell]
    middle = center(box)[1]
    level = [i for i, c in enumerate(layout.cells) if same_row(c, box) and c[1] <= middle <= c[3]]
    level.sort(key=lambda i: layout.cells[i][0])
    first = last = level.index(cell)
    while first and layout.cells[level[first]][0] - layout.cells[level[first - 1]][2] <= _TOUCH:
        first -= 1
    while last + 1 < len(level) and layout.cells[level[last + 1]][0] - layout.cells[level[last]][2] <= _TOUCH:
        last += 1
    return level[first : last + 1]


def tells_to_choose(text: str) -> bool:
    """Whether a row's question says that one or some of what it offers are marked: "Method of disposal (tick one)"."""
    return _TOLD.search(text) is not None


def marked_pairs(layout: Tables) -> frozenset[int]:
    """The cells to tick, by their number in `layout.cells`."""
    out: set[int] = set()
    for index in range(len(layout.cells)):
        left = layout.neighbours_left(index)
        if not left and layout.cell_text(index):
            out |= _ticked(layout, row_of(layout, index))
    return frozenset(out)


def _ticked(layout: Tables, row: list[int]) -> set[int]:
    """The cells to tick of a row."""
    words = [layout.cell_text(i) for i in row]
    kinds = "".join("t" if text else "e" for text in words)
    empty = {i for i, text in zip(row, words, strict=True) if not text}
    if not any(p.fullmatch(kinds) for p in _ROWS) or any(width(layout.cells[i]) > _WIDEST for i in empty):
        return set()
    options = [text for text in words[1:] if text]
    told = tells_to_choose(words[0]) or all(map(_ANSWER.fullmatch, options))
    return empty if told and all(len(text.split()) <= _LONGEST for text in options) else set()
