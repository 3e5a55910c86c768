"""Scans that a form's page edition explains with doubts only, read by its Word edition.

Typed in Word, printed, signed and scanned, a contract's sentences are wrapped anew: its picture does not lie over the
pages of the PDF edition, and its words are those of the Word file all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from soppa_mailbot.model import Blank, FormPart, Page

_SURE = 0.97  # share of the Word edition's own words that are found again, at least

Read = Callable[[Sequence[Page], Sequence[Blank]], Sequence[FormPart]]
Alike = Callable[[FormPart, FormPart], bool]


def by_word_edition(
    parts: Sequence[FormPart], pages: Sequence[Page], blanks: Sequence[Blank], read: Read, alike: Alike
) -> list[FormPart]:
    """The parts, those of a doubtful copy replaced where a Word edition that asks the same reads it without a doubt.

    `read` finds copies of blanks on pages word by word; `alike` tells whether two parts' blanks ask vendors the same.
    """
    out = list(parts)
    for form in dict.fromkeys(p.form for p in parts if _is_doubtful(p)):
        editions = [b for b in blanks if b.form == form and not b.document.pages]
        mine = [p for p in out if p.form == form]
        numbers = sorted(n for p in mine for n in p.pages)
        laid = [p for p in mine if p.blank not in {b.id for b in editions}]
        if not editions or not laid or len({p.blank for p in laid}) > 1 or len(set(numbers)) < len(numbers):
            continue
        found = read([p for p in pages if p.number in numbers], editions)
        whole = [p for p in found if sorted(p.pages) == numbers and p.confidence >= _SURE and not _is_doubtful(p)]
        if len(found) == len(whole) == 1 and all(alike(_whole(laid), p) for p in whole):
            out = [*(p for p in out if p.form != form), *whole]
    return out


def _is_doubtful(part: FormPart) -> bool:
    return part.how == "scan" and (
        bool(part.doubts) or any(r.state == "doubtful" and r.place.required for r in part.readings)
    )


def _whole(parts: Sequence[FormPart]) -> FormPart:
    """One part with all that the parts of a copy read."""
    return replace(parts[0], readings=tuple(r for p in parts for r in p.readings))
