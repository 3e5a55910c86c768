"""What stands beside each other on a blank's page, in the order in which a Word file has the cells of its table.

The lines of both parties' signatures stand level on the page; a Word file tells all of one party's before the other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.texts.comparison import Comparison, compare
from soppa_mailbot.forms.texts.paging import page_stream
from soppa_mailbot.forms.texts.strip_columns import STRETCHES, split_at, strips_between_columns
from soppa_mailbot.model import Blank

_WORTH = 0.6  # share of own words that are found: with less the paper is not this form
_MORE = 2  # of the blank's words that must be found so: one alone may stand anywhere


def in_columns(comparison: Comparison, blank: Blank, paper: Sequence[Token]) -> Comparison:
    """The comparison, or one with a page's columns one after the other, if clearly more of the blank is found so.

    Only pages of which words were not found are looked at, and only where the paper has tables.
    """
    size = len(comparison.to_paper)
    if not _WORTH * size <= len(comparison.found) < size or all(t.cell is None for t in paper):
        return comparison
    best, pages = comparison, list(blank.document.pages)
    for at, page in enumerate(pages):
        lost = {t.page for i, t in enumerate(best.blank.tokens) if i not in best.found}
        if page.number not in lost:
            continue
        ways = [(x, w, n) for x in strips_between_columns([page]) for w in (False, True) for n in range(STRETCHES)]
        for x, whole, nth in ways:
            words = split_at(page.words, x, whole=whole, nth=nth)
            tried = [*pages[:at], replace(page, words=tuple(words)), *pages[at + 1 :]]
            found = compare(page_stream(tried, blank.places), paper)
            if len(found.found) >= len(best.found) + _MORE:
                best, pages = found, tried
    return best
