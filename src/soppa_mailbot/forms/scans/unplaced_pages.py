"""Scanned pages that read like a form's missing page and could not be laid over it: the page may be there after all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.model import Blank, FormPart, Page

_LIKE = 0.6  # of the words of the blank's page that the other one has; its own pages have 0.8 on a poor fax
_FEWEST = 12  # words of a page by which it is known
_LONG = 4  # letters of a word that tells something


def with_unplaced(parts: Sequence[FormPart], rest: Sequence[Page], blanks: Sequence[Blank]) -> list[FormPart]:
    """The parts, each in doubt of whose blank a page is lacking that one of the `rest` reads like."""
    said = [(page.number, _words(page)) for page in rest]
    return [_doubted(part, parts, said, blanks) for part in parts]


def _doubted(
    part: FormPart, parts: Sequence[FormPart], said: Sequence[tuple[int, frozenset[str]]], blanks: Sequence[Blank]
) -> FormPart:
    blank = next(b for b in blanks if (b.form, b.id) == (part.form, part.blank))
    there = {n for p in parts if (p.form, p.blank) == (part.form, part.blank) for n in p.blank_pages}
    for own in blank.document.pages:
        words = _words(own)
        if own.number in there or len(words) < _FEWEST:
            continue
        for number, found in said:
            if len(words & found) >= _LIKE * len(words):
                doubt = (
                    f"page {number} of the file reads like page {own.number} of the form, and could not be laid over it"
                )
                return replace(part, doubts=(*part.doubts, doubt))
    return part


def _words(page: Page) -> frozenset[str]:
    return frozenset(norm for word in page.words for norm in norms(word.text) if len(norm) >= _LONG)
