"""Entries of `optional` whose place is labelled by the last line of a name that wraps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from soppa_mailbot.forms.tokens import norms
from soppa_mailbot.forms.unasked import texts
from soppa_mailbot.model import Document, Place


def with_wrapped(
    places: Sequence[Place], unused: Iterable[str], document: Document
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places, not asked for where their label is how an entry ends that the form has as a whole, and the entries
    that still name none.

    "Purchase order number, if" over "assigned ____" is "Purchase order number, if assigned".
    """
    said = [f" {' '.join(norms(text))} " for text in texts(document)]
    free: set[str] = set()
    left = []
    for wanted in unused:
        words = norms(wanted)
        ends = [p for p in places if p.kind != "check" and _is_end(norms(p.label), words)]
        if len(ends) == 1 and any(f" {' '.join(words)} " in text for text in said):
            free.add(ends[0].id)
        else:
            left.append(wanted)
    return tuple(replace(p, required=False) if p.id in free else p for p in places), tuple(left)


def _is_end(label: Sequence[str], words: Sequence[str]) -> bool:
    return 0 < len(label) < len(words) and tuple(words[-len(label) :]) == tuple(label)
