"""Cells for remarks beside a table's boxes and drop-down lists: called by their question and by their column's head.

"2.1 Works on Chromebooks | [ ] Yes | [ ] No | ______" under "Remarks" has a cell that is called "2.1 Works on
Chromebooks: Remarks". A vendor who left it open is told which of the two was meant, and `optional` may name "Remarks".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, same_column
from soppa_mailbot.forms.common.labels import CUT, REMARKS
from soppa_mailbot.forms.pages.layout import Layout, layout_of
from soppa_mailbot.model import Box, Document, Place

_LEVEL = 8.0  # points by which the middles of a cell and of its row's boxes may differ
_SLACK = 14.0  # points by which the sides of a column's cells differ: fields keep off the lines of their cells
_ROWS = 2  # of a table, at least
_LONGEST = 5  # words of a head
_HIGHEST = 60.0  # points from the topmost cell up to its head
_APART = 6.0  # points between a line to write on and a cell that is no more room for its answer


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
        beside_text = {n for n, _, _ in cells if _written_beside(places[n], places)}
        written = [p.box for p in places if p.page == page.number and p.kind == "text" and p.box]
        for n, box, asked in cells:
            alike = [(m, b) for m, b, _ in cells if same_column(b, box, _SLACK)]
            if len(alike) < _ROWS:
                continue
            top = box if n in beside_text else min((b for m, b in alike if m not in beside_text), key=_top)
            head = _head(layout, top, [b for b in written if same_column(b, box, _SLACK)])
            if head and (n not in beside_text or REMARKS.fullmatch(head)):
                out[n] = replace(places[n], label=f"{asked}{'' if asked[-1] in '.?' else ':'} {head}")
    return out


def remark_heads(places: Sequence[Place]) -> set[str]:
    """The heads of such columns, by the labels that their cells were given."""
    asked = {said for p in places if (said := _question(p))}
    written = {p.label for p in places if p.kind == "text" and p.label}
    behind = [
        (q, p.label.removeprefix(q).strip(" :"))
        for p in places
        if p.kind == "text"
        for q in asked | written
        if p.label.startswith(q)
    ]
    return {head for q, head in behind if head and (q in asked or REMARKS.fullmatch(head))}


def _asked_beside(place: Place, places: Sequence[Place]) -> str:
    """The question of the boxes or the list beside a cell that is called by it, or by its first line; else ""."""
    if place.kind != "text" or place.box is None or not place.label:
        return ""
    y = center(place.box)[1]
    level = (
        said
        for p in places
        if (said := _question(p)) and p.page == place.page and p.box and abs(center(p.box)[1] - y) < _LEVEL
    )
    if written := _written_beside(place, places):
        return written
    begun = place.label.removesuffix(CUT)  # the question and its head together may be too long for a label
    return next((asked for asked in level if asked.startswith(begun)), "")


def _written_beside(place: Place, places: Sequence[Place]) -> str:
    """The label of a cell that stands apart behind another of that label on its line; "" for all others."""
    box = place.box
    beside = any(
        p.label == place.label
        and p.kind == "text"
        and p.page == place.page
        and p.box
        and box
        and abs(center(p.box)[1] - center(box)[1]) < _LEVEL
        and box[0] - p.box[2] > _APART
        for p in places
    )
    return place.label if beside else ""


def _question(place: Place) -> str:
    """What a box or a drop-down list is the answer to; "" for what is written."""
    return {"check": place.group_label, "choice": place.label}.get(place.kind, "")


def _head(layout: Layout, top: Box, column: Sequence[Box]) -> str:
    """The words right over a cell, or over the cells that stand on it; "" where it is not sure that they are its head.

    A table's first rows may be answered in words alone: the column's head stands over theirs.
    """
    for cell in sorted((b for b in column if b[1] <= top[1]), key=_top, reverse=True):
        if top[1] - cell[3] > _HIGHEST:
            return ""
        top = cell
        over = [
            p
            for p in layout.pieces
            if p.box[3] <= top[1] + 3 and top[1] - p.box[3] < _HIGHEST and top[0] - 4 <= center(p.box)[0] <= top[2] + 4
        ]
        if over:
            lowest = max(over, key=lambda p: p.box[3])
            within = lowest.box[0] >= top[0] - _SLACK and lowest.box[2] <= top[2] + _SLACK
            text = lowest.text.strip(" :")
            return text if within and 0 < len(text.split()) <= _LONGEST and text[-1:] not in ".?" else ""
    return ""


def _top(box: Box) -> float:
    return box[1]
