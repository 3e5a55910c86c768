"""Whether the pages of a scanned copy are this District's form: what their own words read, taken together.

One page alone may name nobody, or be misread once; all pages of a copy say it for each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.identity.identity import Span
from soppa_mailbot.forms.papers.own_words import Wording
from soppa_mailbot.forms.registering.closely import Change

_SURE_NAMES = 2  # readings of another name that must agree before it is another District's form
_TOLD = 4  # changes that are quoted


@dataclass(frozen=True, slots=True)
class PageWords:
    """One page of the copy."""

    number: int  # in the document
    wording: Wording
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    another: bool  # another District's form, or another form
    doubts: tuple[str, ...]


def judged(pages: Sequence[PageWords]) -> Verdict:
    """The verdict on one copy of one blank. What was not read for sure speaks neither for nor against it."""
    names, titles = _counted(pages, "name"), _counted(pages, "title")
    in_spans = [(p, c) for p in pages for c in p.wording.changes if _named(p, c)]
    others = [(p, c) for p in pages for c in p.wording.changes if not _named(p, c)]
    words = sum(len(p.wording.own) for p in pages)
    changed = sum(len(c.own) for _, c in others)
    retitled = sum(len(c.own) for p, c in in_spans if _in(p, c, "title"))
    another = (
        (names[1] >= _SURE_NAMES and names[1] * 3 > names[0])
        or (retitled >= _SURE_NAMES and titles[1] >= titles[0])
        or changed > limit.FOREIGN_WORDS * words
    )
    doubts = []
    if in_spans:
        doubts.append(f"a name or title of the form was changed: {_quoted(in_spans)}")
    if others:
        doubts.append(f"the form's own words were changed: {_quoted(others)}")
    return Verdict(another, tuple(doubts))


def _counted(pages: Sequence[PageWords], kind: str) -> tuple[int, int]:
    """(spans that read as they should, spans that read otherwise)."""
    right = wrong = 0
    for page in pages:
        changed, unclear = page.wording.changed, page.wording.unclear
        for span in page.spans:
            if span.kind == kind:
                wrong += bool(changed & set(span.tokens))
                right += not (changed | unclear) & set(span.tokens)
    return right, wrong


def _named(page: PageWords, change: Change) -> bool:
    return any(_in(page, change, kind) for kind in ("name", "title"))


def _in(page: PageWords, change: Change, kind: str) -> bool:
    return any(s.kind == kind and set(change.own) & set(s.tokens) for s in page.spans)


def _quoted(changes: Sequence[tuple[PageWords, Change]]) -> str:
    """Each wording once, with the pages that have it."""
    pages: dict[str, list[int]] = {}
    for page, change in changes:
        pages.setdefault(str(change), []).append(page.number)
    told = [f"{said} (page {_listed(numbers)})" for said, numbers in list(pages.items())[:_TOLD]]
    return ", ".join(told) + (f" and {len(pages) - _TOLD} more" if len(pages) > _TOLD else "")


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(n) for n in dict.fromkeys(numbers))
