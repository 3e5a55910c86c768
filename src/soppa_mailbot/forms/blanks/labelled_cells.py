"""Cells with a label and room after or under it: "Vendor: ", or small print with space below."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.blanks.spots import Spot, is_signed
from soppa_mailbot.forms.common.geometry import center, common, grown, holds, width
from soppa_mailbot.forms.common.labels import tidy
from soppa_mailbot.forms.common.lines import piece_of, rows
from soppa_mailbot.forms.common.ticks import Tick
from soppa_mailbot.forms.pages.captions import lists_labels
from soppa_mailbot.forms.pages.layout import Layout
from soppa_mailbot.forms.pages.written_rules import CAPTION_WORDS
from soppa_mailbot.model import Box, Word

_UNDER_BOXES = 80.0  # points of room behind a label under boxes


def labelled_cells(layout: Layout, spots: Sequence[Spot], ticks: Sequence[Tick]) -> list[Spot]:
    """Cells with a label and room after or under it ("Vendor: ", or small print with space below)."""
    boxes = [t.box for t in ticks]
    busy = [s.box for s in spots] + boxes
    out = []
    for index, cell in enumerate(layout.cells):
        words = layout.cell_words.get(index)
        if words and any(holds(cell, center(b)) for b in boxes) and not any(common(cell, s.box) > 0 for s in spots):
            out += _under_boxes(words, cell, [b for b in boxes if holds(cell, center(b))])
        if not words or any(common(cell, b) > 0 for b in busy):
            continue
        if listed := _lines_of_labels(layout, index, words):
            out += listed
            continue
        if _fed_by_neighbour(layout, index, busy):
            continue
        label = piece_of(words)
        room = (label.box[2] + 2, cell[1] + 1, cell[2] - 1, cell[3] - 1)
        colon = label.text.rstrip().endswith(":") and len(words) <= 10
        if colon and width(room) > 55 and len({round(w.box[1]) for w in words}) == 1:
            out.append(Spot(room, tidy(label.text), is_signed(label.text)))
        elif colon and cell[3] - label.box[3] > 10:
            out.append(
                Spot((cell[0] + 1, label.box[3], cell[2] - 1, cell[3] - 1), tidy(label.text), is_signed(label.text))
            )
    return out


def _lines_of_labels(layout: Layout, index: int, words: Sequence[Word]) -> list[Spot]:
    """Labels under each other in one cell, each with room behind it: "Name:" over "Phone:" over "E-mail:"."""
    cell = layout.cells[index]
    labels = lists_labels(cell, words)
    if not labels:
        return []
    whose = next((tidy(layout.cell_text(i)) for i in layout.neighbours_left(index) if layout.cell_text(i)), "")
    ends = [p.box[1] - 1 for p in labels[1:]] + [cell[3] - 1]
    return [
        Spot(
            (p.box[2] + 2, p.box[1] - 2, cell[2] - 1, end), f"{whose} {tidy(p.text).lower()}" if whose else tidy(p.text)
        )
        for p, end in zip(labels, ends, strict=True)
    ]


def _under_boxes(words: Sequence[Word], cell: Box, boxes: Sequence[Box]) -> list[Spot]:
    """The last line of a cell, under its boxes, where it asks for more and has room: "[ ] Yes  [ ] No / Reason:"."""
    last = rows(words)[-1]
    label = piece_of(last)
    short = len(last) <= CAPTION_WORDS and label.text.rstrip().endswith(":")
    if not short or label.box[1] < max(b[3] for b in boxes) or cell[2] - label.box[2] < _UNDER_BOXES:
        return []
    return [
        Spot((label.box[2] + 2, label.box[1] - 2, cell[2] - 1, cell[3] - 1), tidy(label.text), is_signed(label.text))
    ]


def _fed_by_neighbour(layout: Layout, index: int, busy: Sequence[Box]) -> bool:
    """Whether the cell's text labels a place in the cell to its right or under it."""
    cell = layout.cells[index]
    right = (cell[2], cell[1], cell[2] + 20, cell[3])
    return any(common(grown(b, 2), right) > 0 for b in busy)
