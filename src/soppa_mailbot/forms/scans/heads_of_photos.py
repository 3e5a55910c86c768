"""Whose page a picture shows, by the head and foot of the form that stand on it word by word."""

from __future__ import annotations

from collections.abc import Collection

from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.identity.identity import name_spans
from soppa_mailbot.forms.identity.namesakes import head_lines, names_in_heads
from soppa_mailbot.forms.texts.paging import heads_of
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Blank, Document, Page

_OF_TITLE = 2  # words of a title that tells a form


def has_its_foot(document: Document, page: Page, blank: Blank) -> bool:
    """Whether a page bears a head or foot of the blank that names the district, its edition included."""
    own = blank_stream(blank.document.flow).tokens
    called = [{own[i].norm for i in span.tokens} for span in name_spans(own)]
    return any(
        names_in_heads(blank, [head])[0] or any(_is_name(name) and name <= set(norms(head)) for name in called)
        for head in _heads_on(document, page, blank)
    )


def has_its_title(document: Document, page: Page, blank: Blank) -> bool:
    """Whether a page bears a head or foot of the blank with its title and a number or edition."""
    title = set(norms(blank.title))
    heads = (set(norms(head)) for head in _heads_on(document, page, blank)) if len(title) >= _OF_TITLE else ()
    return any(title < head and any(map(_is_numbered, head - title)) for head in heads)


def _heads_on(document: Document, page: Page, blank: Blank) -> list[str]:
    """The blank's heads and feet that stand on a page; none where one of another edition does."""
    heads = {head: set(norms(head)) for head in heads_of(blank.document.flow)}
    lines = [set(norms(line)) for line in head_lines(document, [page])]
    there = [head for head, words in heads.items() if any(words <= line for line in lines)]
    others = (words for head, words in heads.items() if head not in there)
    return [] if any(_is_of_other_edition(words, line) for words in others for line in lines) else there


def _is_numbered(word: str) -> bool:
    return any(map(str.isdigit, word))


def _is_name(words: Collection[str]) -> bool:
    """Whether words tell a district however its kind is written: "Heron Lake 31" in "Heron Lake CUSD 31"."""
    return len(words) > 1 and any(w.isdigit() for w in words)


def _is_of_other_edition(head: set[str], line: set[str]) -> bool:
    """Whether a line is one of the blank's heads and feet but for its numbers."""
    words = {w for w in head if not _is_numbered(w)}
    return bool(words) and words <= line and not head <= line
