"""Entries of `optional` whose place is labelled by the last line of a name that wraps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from soppa_mailbot.forms.blanks.unasked import texts
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.tokens import norms
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
        if len(ends) == 1 and _only_so(norms(ends[0].label), words, said) and not is_of_signer(ends[0].label):
            free.add(ends[0].id)
        else:
            left.append(wanted)
    return tuple(replace(p, required=False) if p.id in free else p for p in places), tuple(left)


def _only_so(label: Sequence[str], words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a form has the words, and the label nowhere else: "Date" is not the end of its "Board date" alone."""
    there = sum(text.count(f" {' '.join(words)} ") for text in said)
    return 0 < there == sum(text.count(f" {' '.join(label)} ") for text in said)


def _is_end(label: Sequence[str], words: Sequence[str]) -> bool:
    return 0 < len(label) < len(words) and tuple(words[-len(label) :]) == tuple(label)
