"""Entries of `optional` that name a cell's first line alone, where small print under it says what to write.

"Fax" for the cell "Fax" over "Only where you have one; leave it empty otherwise".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.pages.layout import layout_of
from soppa_mailbot.model import Document, Place, Word

_SMALLER = 0.9  # of the first line's letters: those of a hint under it, where a name that wraps has the same

Norms = tuple[str, ...]


def with_headed(
    places: Sequence[Place], unused: Iterable[str], document: Document
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places, not asked for where an entry is the first line of the cell that labels them, and the entries left."""
    headed = list(_headed(document))
    free: set[str] = set()
    left = []
    for wanted in unused:
        whole = [text for head, text in headed if head == tuple(norms(wanted))]
        found = [p for p in places if p.kind != "check" and tuple(norms(p.label)) in whole]
        if len(whole) == len(found) == 1 and found[0].party != "district" and not _signs(wanted, found[0]):
            free.add(found[0].id)
        else:
            left.append(wanted)
    return tuple(replace(p, required=False) if p.id in free else p for p in places), tuple(left)


def _signs(wanted: str, place: Place) -> bool:
    return place.signs or is_of_signer(wanted) or is_of_signer(place.label)


def _headed(document: Document) -> Iterator[tuple[Norms, Norms]]:
    """(first line, all of it) of each cell that has more than one."""
    cells: dict[tuple[int, int, int], list[str]] = {}
    for paragraph in document.flow:
        if paragraph.cell is not None and paragraph.part == "body" and paragraph.text().strip():
            cells.setdefault(paragraph.cell, []).append(paragraph.text())
    for texts in cells.values():
        if len(texts) > 1 and norms(texts[0]):
            yield tuple(norms(texts[0])), tuple(norms(" ".join(texts)))
    for page in document.pages:
        for words in layout_of(page).cell_words.values():
            first, *rest = rows(words) or [[]]
            tall = max((height(w.box) for w in first), default=0.0)
            if rest and all(height(w.box) < _SMALLER * tall for row in rest for w in row):
                yield tuple(norms(_said(first))), tuple(norms(" ".join(map(_said, (first, *rest)))))


def _said(row: Sequence[Word]) -> str:
    return " ".join(w.text for w in row)
