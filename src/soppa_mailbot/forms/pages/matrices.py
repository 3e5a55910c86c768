"""Tables whose rows are answered by marks under the heads of several columns: "Collected | Stored | Shared | Not used".

A row is one question, and its cells are boxes to tick. Which columns are marked shows in their heads, or is said beside
the table ("mark every column that applies"); a price or a date under a short head is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, gap, width
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.model import Box

_WIDEST, _WIDEST_STATE = 76.0, 130.0  # points of a column that is marked, and of one under "Shared with others"
_ALIKE = 3.0  # points by which the widths of such columns differ
_COLUMNS, _ROWS = 2, 2  # beside and under each other, at least
_LONGEST = 3  # words of such a head
_OVER, _UNDER = 60.0, 40.0  # points from the table to what is said of it
_STATE = re.compile(
    r"(?:(?:not|never|fully|partly|partially|always|sometimes|already|only)\s+)?"
    r"(?:[a-z]{2,}ed(?:\s(?:with|to)\s(?:the\s)?[a-z]+(?:\s[a-z]+)?)?|met|kept|"
    r"held|sold|sent|given|shown|done|in (?:place|use|progress)|compliant|non-?compliant|"
    r"applicable|full|partial|none|never|always|sometimes|often|rarely|low|medium|high|(?:dis)?agree|yes|no|n/?a|"
    r"unknown|neither|both|exceeds|meets|does not (?:meet|apply|comply)|optional|mandatory)",
    re.I,
)
_WRITTEN = re.compile(
    r"\b(?:names?|dates?|day|month|year|price|costs?|fees?|amount|total|qty|quantity|numbers?|no\.|titles?|initials?|"
    r"signatures?|signed|phone|telephone|e-?mail|address|purpose|comments?|notes|remarks|explanation|details|days|hours|"
    r"reasons?|provider|recipients?|how|what|who|where|when|why|percent|%|\$|page|section|reference|version|units?|grades?|role|relationship)(?!\w)",
    re.I,
)
# "Collected (required)", "Yes, in part": a state and which of them
_OF_STATE = re.compile(r"(?P<state>[^()\[\]–—:,?-]+?)\s?[(\[–—:,-]\s?(?P<kind>\w[\w’' -]{0,30})[)\]]?", re.I)
_SAID = re.compile(
    r"\b(?:mark|check|tick|place an x|put an x|enter an x|use an x)\b[^.;]{0,60}\b(?:columns?|rows?|lines?|boxe?s?|"
    r"that (?:apply|applies)|each)\b|\b(?:columns?|rows?)\b[^.;]{0,40}\b(?:marks?|checks?|check marks?|ticks?|x)\b",
    re.I,
)
# "Tick one column in every line": none of the columns of such a table is written into
_SAID_ONE = re.compile(
    r"\b(?:mark|check|tick|choose|select|(?:place|put|enter|use) an x)\b[^.;]{0,30}\bone\b[^.;]{0,30}"
    r"\b(?:in|for|on|per|of|beside|to) (?:each|every|a|the)?\b[^.;]{0,20}"
    r"\b(?:rows?|lines?|elements?|items?|kinds?|types?|categor(?:y|ies)|questions?|statements?|requirements?)\b",
    re.I,
)
_LIST = 4  # rows of a list of which those are marked that apply
_SAID_OF_LIST = re.compile(
    r"\b(?:mark|check|tick|(?:place|put|enter|use) an x|initial)\b[^.;]{0,40}\b(?:each|every|all|any|those|items?|"
    r"elements?|kinds?|types?)\b",
    re.I,
)


_SAID_TO_WRITE = re.compile(
    r"\b(?:answer|write|enter|type|put|print|fill in|give|state)\b[^.;]{0,40}?[\W_]y(?:es)?\b\W{0,5}(?:or|and|/)"
    r"\W{0,5}no?\b",
    re.I,
)
_YES_OR_NO = re.compile(r"\W*(?:y|n|yes|no|n/?a|not applicable)\W*", re.I)


def is_written(text: str, head: str) -> bool:
    """Whether `text` says that Y or N is written into the columns of a table, of which `head` is not itself one."""
    return _SAID_TO_WRITE.search(text) is not None and _YES_OR_NO.fullmatch(head) is None


def are_states(heads: Sequence[str]) -> bool:
    """Whether heads of several columns are states to mark a row with: "Meets | Partially meets | Does not meet"."""
    told = [h.strip(" *:").casefold() for h in heads]
    return len(told) >= _COLUMNS and all(map(_is_state, told))


def _is_state(head: str) -> bool:
    """Whether a head is a state, also one of a kind: "collected (required)" beside "collected (optional)"."""
    parts = _OF_STATE.fullmatch(head)
    if parts is not None and _STATE.fullmatch(parts["state"].strip()):
        return _WRITTEN.search(parts["kind"]) is None
    return _STATE.fullmatch(head) is not None


def names_column(text: str, head: str) -> bool:
    """Whether it is said that a column is marked: "Place an X in the “Used” column for each element"."""
    column = rf"[“\"'‘]?{re.escape(head.strip())}[”\"'’]?\s+column"
    return re.search(rf"\b(?:mark|check|tick|x)\b[^.;]{{0,40}}{column}", text, re.I) is not None


class Tables(Protocol):
    """What of a page's layout tells of its tables (`layout.Layout`)."""

    @property
    def cells(self) -> list[Box]: ...
    @property
    def pieces(self) -> list[Piece]: ...
    def cell_text(self, index: int) -> str: ...
    def head_text(self, index: int) -> str: ...
    def neighbours_left(self, index: int) -> Sequence[int]: ...
    def top_of(self, index: int) -> Box: ...


def marked_cells(layout: Tables) -> frozenset[int]:
    """The empty cells that are marked, by their number in `layout.cells`."""
    columns: dict[tuple[int, int], list[int]] = {}
    for index, cell in enumerate(layout.cells):
        if width(cell) > _WIDEST_STATE or layout.cell_text(index):
            continue
        head = layout.head_text(index).strip(" *:").casefold()
        if not head or (len(head.split()) > _LONGEST and not _is_state(head)) or _WRITTEN.search(head):
            continue
        if any(layout.cell_text(i) for i in layout.neighbours_left(index)):
            columns.setdefault((round(cell[0]), round(layout.top_of(index)[1])), []).append(index)
    out: set[int] = set()
    for top in {top for _, top in columns}:
        table = {left: cells for (left, at), cells in columns.items() if at == top and len(cells) >= _ROWS}
        if not _is_one_of(layout, list(table.values())):
            table = {left: cells for left, cells in table.items() if _may_be_marked(layout, cells[0])}
        if len(table) >= _COLUMNS:
            out |= _marked(layout, [c for cells in table.values() for c in cells])
        elif table:
            (cells,) = table.values()
            out |= set(cells) if len(cells) >= _LIST and _is_list(layout, cells) else set()
    return frozenset(out)


def _may_be_marked(layout: Tables, cell: int) -> bool:
    """Whether a column is no wider than one that is marked; one under a state may be as wide as its head needs."""
    return width(layout.cells[cell]) <= _WIDEST or _is_state(layout.head_text(cell).strip(" *:").casefold())


def _is_one_of(layout: Tables, columns: list[list[int]]) -> bool:
    """Whether it is said of a table's columns, all of one width, that one of them is marked in every row."""
    widths = [width(layout.cells[cells[0]]) for cells in columns]
    alike = len(widths) >= _COLUMNS and max(widths) - min(widths) < _ALIKE
    return alike and _is_said(layout, [c for cells in columns for c in cells], _SAID_ONE)


def _is_list(layout: Tables, cells: list[int]) -> bool:
    """Whether it is said of a table's one narrow column that it is marked: "Place an X beside every element"."""
    head = layout.head_text(cells[0]).strip(" *:").casefold()
    return _is_state(head) and _is_said(layout, cells, _SAID_OF_LIST)


def _marked(layout: Tables, cells: list[int]) -> set[int]:
    """Of a table's narrow cells those in rows of two or more, where it is said or their heads are states."""
    heads = {layout.head_text(c).strip(" *:").casefold() for c in cells}
    if not all(map(_is_state, heads)) and not _is_said(layout, cells):
        return set()
    rows: dict[int, list[int]] = {}
    for cell in cells:
        rows.setdefault(round(layout.cells[cell][1]), []).append(cell)
    return {c for row in rows.values() if len(row) >= _COLUMNS for c in row}


def _is_said(layout: Tables, cells: list[int], said: re.Pattern[str] = _SAID) -> bool:
    boxes = [layout.cells[i] for c in cells for i in (c, *layout.neighbours_left(c))]
    top, bottom = min(b[1] for b in boxes) - _OVER, max(b[3] for b in boxes) + _UNDER
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    return any(
        top < center(p.box)[1] < bottom and gap(p.box, (left, top, right, bottom))[0] == 0 and said.search(p.text)
        for p in layout.pieces
    )
