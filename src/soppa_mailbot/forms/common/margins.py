"""The head and foot of a page: where running heads, page numbers and titles stand."""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.model import Box, Page, Word

SHARE = 0.11  # of a page's height, at its top and at its bottom

Line = tuple[tuple[str, ...], list[Word]]  # what a line says but for numbers, and its words


def in_head(page: Page, box: Box, share: float = SHARE) -> bool:
    """Whether a box ends within the head of its page."""
    return box[3] < share * page.height


def in_foot(page: Page, box: Box, share: float = SHARE) -> bool:
    """Whether a box begins within the foot of its page."""
    return box[1] > (1 - share) * page.height


def in_margin(page: Page, box: Box, share: float = SHARE) -> bool:
    """Whether a box stands in the head or foot of its page."""
    return in_head(page, box, share) or in_foot(page, box, share)


def said_lines(words: Iterable[Word]) -> list[Line]:
    """The lines of a margin by what they say; one with nothing but numbers says nothing."""
    lines = [(faceless(" ".join(w.text for w in row)), row) for row in rows(list(words))]
    return [(key, row) for key, row in lines if key]


def margin_lines(page: Page) -> list[Line]:
    """What stands in the head and foot of a page."""
    return said_lines(w for w in page.words if in_margin(page, w.box))


def faceless(text: str) -> tuple[str, ...]:
    """The words of a line without page numbers, which differ from page to page."""
    return tuple(w for w in norms(text) if not w.isdigit())
