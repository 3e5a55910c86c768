"""Boxes in narrow cells of their own, each before the cell with its words: "[ ] | Grades | [ ] | Photographs".

Such a list may be broken into two or three pairs of columns; all of its boxes answer one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.marked_pairs import row_of, tells_to_choose

_OPTION_WORDS = 4  # of a row's answer: "Not applicable to us"


def with_paired(layout: Layout, ticks: Sequence[Tick], used: set[int]) -> list[Tick]:
    """The boxes, those of such lists with their words and one group; the words are added to `used` (by `id`)."""
    boxed = Counter(cell for t in ticks if (cell := layout.index.at(center(t.box))) is not None)
    out: list[Tick] = []
    lists: dict[str, list[int]] = {}
    for tick in ticks:
        cell = layout.index.at(center(tick.box))
        words = None if cell is None else _words_of(layout, cell, boxed)
        asked = None if cell is None or words is not None else _asked_in_row(layout, cell, boxed)
        if asked is not None:
            told, question = asked
            used.update(id(w) for w in layout.cell_words[told])
            group = tick.group or f"p{layout.page.number}row{tick.box[1]:.0f}"
            tick = replace(tick, option=tidy(layout.cell_text(told)), question=question, group=group)
        elif cell is not None and words is not None:
            used.update(id(w) for w in layout.cell_words[words])
            option = tick.option or tidy(layout.cell_text(words))
            top = layout.top_of(row_of(layout, cell)[0])
            group = tick.group or f"p{layout.page.number}pairs{top[1]:.0f},{top[0]:.0f}"
            tick = replace(tick, option=option, group=group)
            lists.setdefault(group, []).append(len(out))
        out.append(tick)
    for mine in lists.values():
        if len({out[n].option.casefold() for n in mine}) < len(mine):  # "Yes | No" in each row: a question each
            for n in mine:
                out[n] = replace(out[n], group=f"{out[n].group},{out[n].box[1]:.0f}")
    return out


def _words_of(layout: Layout, cell: int, boxed: Mapping[int, int]) -> int | None:
    """The cell with the words of a box that stands alone in its cell; None where the row is none of such pairs."""
    row = row_of(layout, cell)
    heads = {layout.cell_text(h) for i in row if i in boxed and (h := layout.header_of(i)) is not None}
    if len(heads) > 1:
        return None  # "Who uses it? | How is it sold?", each over a pair of columns of its own
    kinds = "".join("b" if i in boxed else "t" if layout.cell_text(i) else "e" for i in row).rstrip("e")
    alone = all(boxed[i] == 1 and not layout.cell_text(i) for i in row if i in boxed)
    if not alone or kinds != "bt" * (len(kinds) // 2) or len(kinds) < 4:
        return None
    return row[row.index(cell) + 1]


def _asked_in_row(layout: Layout, cell: int, boxed: Mapping[int, int]) -> tuple[int, str] | None:
    """The cell with the words of a box, and its row's question: "Is it encrypted? | [ ] | Yes | [ ] | No"."""
    row = row_of(layout, cell)
    alone = all(boxed[i] == 1 and not layout.cell_text(i) for i in row if i in boxed)
    kinds = "".join("b" if i in boxed else "t" if layout.cell_text(i) else "e" for i in row).rstrip("e")
    found = next((m for m in (p.fullmatch(kinds) for p in _ROWS[1:]) if m), None)
    if not alone or found is None or _NUMBER.fullmatch(layout.cell_text(row[0])):
        return None
    at = row.index(cell)
    told = [row[n + 1 if kinds[1] == "b" else n - 1] for n, kind in enumerate(kinds) if kind == "b"]
    long = any(len(layout.cell_text(i).split()) > _OPTION_WORDS for i in told)
    if long and not tells_to_choose(layout.cell_text(row[0])):
        return None
    return row[at + 1 if kinds[1] == "b" else at - 1], tidy(layout.cell_text(row[0]))


Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A cell of a Word file with nothing but a box: the cell with its words, and the one that its row answers."""

    words: Cell
    asked: Cell | None = None
    of_row: bool = False  # its row is a question of its own


_ROWS = (  # b: a box alone, t: words alone
    re.compile(r"(?P<asked>)(?:bt){2,5}"),
    re.compile(r"(?P<asked>t)(?:bt){2,5}"),  # "Is it encrypted? | [ ] | Yes | [ ] | No"
    re.compile(r"(?P<asked>t)(?:tb){2,5}"),  # "Is it encrypted? | Yes | [ ] | No | [ ]"
)
_NUMBER = re.compile(r"\W*\w{1,3}\W*")


def paired(
    rows_of: Mapping[int, Mapping[int, Mapping[int, str]]], ticked: Sequence[Cell], has_slots: Callable[[Cell], bool]
) -> dict[Cell, Pair]:
    """The boxes that stand alone in cells before or behind the cells with their words. `ticked` are all boxes' cells.

    Pairs that fill their rows are one list; where the same words come again, "[ ] | Yes | [ ] | No", or a question
    stands before them, each row is answered by itself.
    """
    boxed = Counter(ticked)
    out: dict[Cell, Pair] = {}
    for table, rows in rows_of.items():
        lists: dict[Cell, Pair] = {}
        for row, texts in rows.items():
            columns = sorted(texts)
            kinds = "".join(_kind(texts[c], boxed[table, row, c], has_slots((table, row, c))) for c in columns)
            found = next((m for m in (p.fullmatch(kinds.rstrip("e")) for p in _ROWS) if m), None)
            if found is None or (found["asked"] and _NUMBER.fullmatch(texts[columns[0]])):
                continue
            first = len(found["asked"])
            behind = kinds[first] == "b"
            mine = {
                (table, row, columns[n]): Pair(
                    (table, row, columns[n + 1 if behind else n - 1]),
                    (table, row, columns[0]) if found["asked"] else None,
                    of_row=bool(found["asked"]),
                )
                for n in range(first, len(kinds))
                if kinds[n] == "b"
            }
            (out if found["asked"] else lists).update(mine)
        words = [rows[p.words[1]][p.words[2]].casefold() for p in lists.values()]
        again = len({*words}) < len(words)
        out.update({cell: replace(pair, of_row=again) for cell, pair in lists.items()})
    return out


def _kind(text: str, boxes: int, slots: bool) -> str:
    if boxes == 1 and not text:
        return "b"
    if slots:
        return "x"
    return "t" if text else "e"
