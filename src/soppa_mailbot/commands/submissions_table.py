"""Submissions as a table for people, in plain text: thousands of rows take no longer than reading them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells

from soppa_mailbot.model import Item, Status
from soppa_mailbot.store.views import SubmissionView
from soppa_mailbot.terminal import clean

MARKS = {
    "received": "yes",
    "exempt": "exempt",
    "not_required": "-",
    "incomplete": "part",
    "unclear": "unclear",
    "missing": "no",
}
_HEADINGS = ("id", "vendor, product", "state", "order", "RFI", "SOPPA", "where", "deadline")
_NAME, _STATE = 1, 2  # columns that are folded where the terminal is narrow
_LEAST = {_NAME: 16, _STATE: 8}  # cells
_NAME_LIMIT = 40  # characters of a vendor's or a product's name
_ITEMS = tuple(Item)
_GAP = " "  # one blank: at 80 columns the whole deadline must be seen


def table_lines(found: Iterable[SubmissionView], width: int) -> list[str]:
    """Title, headings, and one row a submission, of `width` cells where that is enough. What came by mail is clean."""
    rows = [_row(view) for view in found]
    widths = _widths(rows, width)
    lines = [f"{len(rows)} submission{'' if len(rows) == 1 else 's'}", ""]
    lines.append(_line(_HEADINGS, widths))
    lines.append("─" * _total(widths))
    for row in rows:
        lines.extend(_lines(row, widths))
    return lines


def _row(view: SubmissionView) -> tuple[list[str], ...]:
    """The lines of each cell."""
    items = {item.item: item for item in view.verdict.items}
    marks = [MARKS[items[item].status] if item in items else "?" for item in _ITEMS]
    deadline = items.get(Item.DEADLINE)
    if deadline is not None and deadline.status is Status.RECEIVED:
        marks[-1] = deadline.value[0]
    name = [clean(said, _NAME_LIMIT) for said in (view.vendor, view.product) if said]
    return ([str(view.id)], name, [view.state.replace("_", " ")], *([mark] for mark in marks))


def _widths(rows: Sequence[tuple[list[str], ...]], width: int) -> list[int]:
    """Cells of each column: as wide as it needs, or what is left for the two that can be folded."""
    needed = [cell_len(heading) for heading in _HEADINGS]
    for row in rows:
        for place, cell in enumerate(row):
            for line in cell:
                needed[place] = max(needed[place], cell_len(line))
    for place in (_NAME, _STATE):
        too_much = _total(needed) - width
        if too_much > 0:
            needed[place] = max(min(_LEAST[place], needed[place]), needed[place] - too_much)
    return needed


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _lines(row: tuple[list[str], ...], widths: Sequence[int]) -> list[str]:
    """A row's lines; all cells begin at the top."""
    cells = [[part for line in cell for part in _folded(line, width)] for cell, width in zip(row, widths, strict=True)]
    height = max(1, *(len(cell) for cell in cells))
    return [_line([cell[n] if n < len(cell) else "" for cell in cells], widths) for n in range(height)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        said + " " * (width - cell_len(said)) if place else said.rjust(width)
        for place, (said, width) in enumerate(zip(cells, widths, strict=True))
    )
    return _GAP.join((first, *others)).rstrip()


def _folded(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken between words where that is possible."""
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.extend(chop_cells(word, width))
    return lines
