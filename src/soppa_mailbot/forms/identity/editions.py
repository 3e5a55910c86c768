"""Pages of two editions put together: the terms of this year's form, and last year's page with the signature.

Editions that say the same on a page are told apart by the years on it ("Rev. 07/2026"), which most forms have in their
feet. Where a page bears no such year, or it was not read, it may be of any edition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.forms.identity.copies import like_page
from soppa_mailbot.model import Blank, Document, FormPart

DOUBT = "its pages are of two editions of the form"
_YEAR = re.compile(r"(?:19|20)\d\d")
Mark = tuple[str, str, str]


def with_editions(part: FormPart, document: Document, blanks: Sequence[Blank]) -> FormPart:
    """The part with the versions of the form whose years its pages bear; with a doubt where no version has them all."""
    versions = [b for b in blanks if b.form == part.form and b.document.pages]
    mine = next((b for b in versions if b.id == part.blank), None)
    if len(versions) < 2 or mine is None or len(part.pages) != len(part.blank_pages):
        return part
    texts = {p.number: p.text() for p in document.pages}
    every = {b.id for b in versions}
    left = set(every)
    for number, own in zip(part.pages, part.blank_pages, strict=True):
        fits = _fitting(_marks(texts.get(number, "")), mine, own, versions)
        if fits and not left & fits:
            return replace(part, doubts=(*part.doubts, DOUBT))
        left = left & fits if fits else left
    return replace(part, editions=tuple(sorted(left))) if left != every else part


def doubts_of_editions(parts: Sequence[FormPart]) -> list[str]:
    """A doubt where the parts of one copy are of different editions."""
    told = [set(p.editions) for p in parts if p.editions]
    return [DOUBT] if told and not set.intersection(*told) else []


def _fitting(paper: set[Mark], mine: Blank, own: int, versions: Sequence[Blank]) -> set[str]:
    """The versions of which a page has all years; none where all versions have the same there, or none was read."""
    pages = {b.id: (b, own if b is mine else like_page(b, mine, own)) for b in versions}
    marks = {key: _of_page(blank, number) for key, (blank, number) in pages.items() if number}
    if len(set(map(frozenset, marks.values()))) < 2:
        return set()
    return {key for key, bears in marks.items() if bears <= paper}


def _of_page(blank: Blank, number: int) -> set[Mark]:
    return next((_marks(p.text()) for p in blank.document.pages if p.number == number), set())


def _marks(text: str) -> set[Mark]:
    """The years on a page, each with two words before it: an answer may name a year as well."""
    said = ["", "", *plain(text).split()]
    return {(a, b, year) for a, b, year in zip(said, said[1:], said[2:], strict=False) if _YEAR.fullmatch(year)}
