"""Cells for remarks beside the boxes of a table of questions: called by their question and by their column's head.

"2.1 Works on Chromebooks | [ ] Yes | [ ] No | ______" under "Remarks" has a cell that is called "2.1 Works on
Chromebooks: Remarks". A vendor who left it open is told which of the two was meant, and `optional` may name "Remarks".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, same_column
from soppa_mailbot.forms.common.labels import CUT
from soppa_mailbot.forms.pages.layout import Layout, layout_of
from soppa_mailbot.model import Box, Document, Place

_LEVEL = 8.0  # points by which the middles of a cell and of its row's boxes may differ
_SLACK = 14.0  # points by which the sides of a column's cells differ: fields keep off the lines of their cells
_ROWS = 2  # of a table, at least
_LONGEST = 5  # words of a head
_HIGHEST = 60.0  # points from the topmost cell up to its head


def with_remark_columns(places: Sequence[Place], document: Document) -> list[Place]:
    """The places, with the head of their column behind the label of cells that are named by their row's question."""
    out = list(places)
    for page in document.pages:
        cells = [
            (n, p.box, asked)
            for n, p in enumerate(places)
            if p.page == page.number and p.box is not None and (asked := _asked_beside(p, places))
        ]
        if len(cells) < _ROWS:
            continue
        layout = layout_of(page)
        for n, box, asked in cells:
            column = [b for _, b, _ in cells if same_column(b, box, _SLACK)]
            if len(column) >= _ROWS and (head := _head(layout, column)):
                out[n] = replace(places[n], label=f"{asked}{'' if asked[-1] in '.?' else ':'} {head}")
    return out


def remark_heads(places: Sequence[Place]) -> set[str]:
    """The heads of such columns, by the labels that their cells were given."""
    asked = {p.group_label for p in places if p.kind == "check" and p.group_label}
    behind = (p.label.removeprefix(q) for p in places if p.kind == "text" for q in asked if p.label.startswith(q))
    return {head for text in behind if (head := text.strip(" :"))}


def _asked_beside(place: Place, places: Sequence[Place]) -> str:
    """The question of the boxes on the line of a cell that is called by it, or by its first line; "" for all others."""
    if place.kind != "text" or place.box is None or not place.label:
        return ""
    y = center(place.box)[1]
    level = (
        p.group_label
        for p in places
        if p.kind == "check" and p.page == place.page and p.box is not None and abs(center(p.box)[1] - y) < _LEVEL
    )
    begun = place.label.removesuffix(CUT)  # the question and its head together may be too long for a label
    return next((asked for asked in level if asked.startswith(begun)), "")


def _head(layout: Layout, column: Sequence[Box]) -> str:
    """The words right over a column's topmost cell, "" where it is not sure that they are its head."""
    top = min(column, key=lambda b: b[1])
    over = [
        p
        for p in layout.pieces
        if p.box[3] <= top[1] + 3 and top[1] - p.box[3] < _HIGHEST and top[0] - 4 <= center(p.box)[0] <= top[2] + 4
    ]
    if not over:
        return ""
    lowest = max(over, key=lambda p: p.box[3])
    within = lowest.box[0] >= top[0] - _SLACK and lowest.box[2] <= top[2] + _SLACK
    text = lowest.text.strip(" :")
    return text if within and 0 < len(text.split()) <= _LONGEST and text[-1:] not in ".?" else ""
