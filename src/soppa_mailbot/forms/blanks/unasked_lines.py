"""Numbered captions of a page for which no place was found, where others of the same numbering name places.

A return such as tax offices have numbers each of its lines: "1 Name of vendor | 2 Trade name". Where its cells are open
at the sides some are known as places and some are not: then those are asked for all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.pages.layout import layout_of
from soppa_mailbot.model import Document

_CAPTION = re.compile(r"(?P<number>\d{1,2})[ \xa0]+(?P<text>[A-Z][^\n]*[^\s.;,])")
_SOME = 3  # of them that name places


def unasked_lines(document: Document, labels: Sequence[str]) -> list[str]:
    """The captions without a place, in their order; `labels` are those of the places, as `norms` has their words."""
    found = [m for page in document.pages for p in layout_of(page).pieces if (m := _CAPTION.fullmatch(p.text.strip()))]
    captions = {int(m["number"]): m.group() for m in found}
    if len(captions) < len(found):
        return []  # several lists, or headings over them
    named = {n for n, text in captions.items() if any(" ".join(norms(text)) in label for label in labels)}
    if len(named) < _SOME:
        return []
    last = next(n for n in range(1, 100) if n not in captions)  # a number that is left out ends it
    return [captions[n] for n in range(1, last) if n not in named]
