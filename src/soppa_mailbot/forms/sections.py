"""The headings under which places stand: forms ask for a "Title" and a "Date" more than once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.geometry import center
from soppa_mailbot.forms.layout import Layout
from soppa_mailbot.forms.parts import Heading, headings
from soppa_mailbot.forms.party import MAX_HEADING
from soppa_mailbot.model import Document, Place

_LONGEST = 60  # characters of a heading that are kept
_MARGIN = 0.07  # share of a page's height at its top that running heads stand in


def with_sections(places: Sequence[Place], document: Document) -> tuple[Place, ...]:
    """The places, each with the nearest heading over it on its page; those of a Word form, which know theirs, as is."""
    if not document.pages:
        return tuple(places)
    found: dict[int, list[Heading]] = {}
    for page in document.pages:
        boxes = [p.box for p in places if p.page == page.number and p.box is not None]
        labels = {plain(text) for p in places for text in (p.label, p.group_label, p.option)}
        edge = _MARGIN * page.height if page.number > 1 else 0.0
        found[page.number] = [
            h for h in headings(Layout(page), boxes) if plain(h.text) not in labels and h.box[1] > edge and not h.across
        ]
    return tuple(replace(p, section=_over(p, found.get(p.page, []))) for p in places)


def _over(place: Place, known: list[Heading]) -> str:
    if place.box is None:
        return ""
    x, y = center(place.box)
    over = [h for h in known if h.box[3] < y and h.left <= x <= h.right]
    return shown(max(over, key=lambda h: h.top).text) if over else ""


def heads_over(places: Sequence[Place], document: Document) -> dict[str, tuple[str, ...]]:
    """Place -> what may be headings over it, also on the pages before: of those that begin alike the nearest.

    Under "Exhibit A" and then "Exhibit B" a place stands under the second. For looking up a name that is known.
    """
    out: dict[str, tuple[str, ...]] = {}
    known: dict[str, str] = {}  # by first word
    for page in sorted(document.pages, key=lambda p: p.number):
        lines = sorted((line[0].box[1], " ".join(p.text for p in line)) for line in Layout(page).lines if line)
        heads = [(y, t) for y, t in lines if len(t.split()) <= MAX_HEADING and t[:1].isupper() and plain(t)]
        at = {p.id: center(p.box)[1] for p in places if p.page == page.number and p.box is not None}
        for identity in sorted(at, key=lambda i: at[i]):
            while heads and heads[0][0] < at[identity]:
                text = heads.pop(0)[1]
                known[plain(text).split()[0]] = text
            out[identity] = tuple(known.values())
        known.update((plain(text).split()[0], text) for _, text in heads)
    return out


def shown(text: str) -> str:
    """A heading as it is told: one line, not too long."""
    text = " ".join(re.sub("[“”]", '"', text).split()).strip(" :*_-\u2013\u2014")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-") + "\u2026"


def plain(text: str) -> str:
    """A text as it is compared with others."""
    return " ".join(text.casefold().strip(" :*.").split())
