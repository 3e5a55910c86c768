"""Which column of a table is which: headings as people write them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from soppa_mailbot.register.sources import Row, Source

COLUMNS = ("operator", "product", "domains", "signed", "expires", "url")
_HEADING_WITHIN = 20  # rows: titles and notes may stand above
# most telling first; each is searched for in the heading's words
_WORDS: dict[str, tuple[str, ...]] = {
    "domains": ("mail domain", "domain", "domains", "mail address"),
    "expires": (
        "expires", "expiration", "expiry", "expire", "end date", "ends", "end", "valid until", "valid through",
        "good through", "through", "until", "termination", "renewal date", "expired",
    ),
    "signed": (
        "signed", "date of signature", "effective", "executed", "start date", "start", "begins", "agreement date",
        "date of agreement", "contract date", "approved", "approval", "entered", "date",
    ),
    "operator": (
        "operator", "vendor", "company", "provider", "supplier", "contractor", "organization", "organisation",
        "publisher", "business", "entity",
    ),
    "product": (
        "product", "products", "application", "applications", "app", "apps", "software", "service", "services",
        "resource", "program", "tool", "title", "website", "site", "system", "platform",
    ),
    "url": ("url", "link", "document", "copy", "pdf", "agreement", "contract", "view", "written agreement", "dpa"),
}  # fmt: skip


def heading_of(source: Source) -> tuple[int, dict[str, int]] | None:
    """The heading's row, from 0, and where each column is; None where no row names operator and some date."""
    best: tuple[int, dict[str, int]] | None = None
    for number, row in enumerate(source.rows[:_HEADING_WITHIN]):
        found = _columns(row)
        if (
            "operator" in found
            and ({"signed", "expires"} & found.keys())
            and (best is None or len(found) > len(best[1]))
        ):
            best = (number, found)
    return best


def _columns(row: Row) -> dict[str, int]:
    """Each column by its most telling heading; a heading serves one column only."""
    scored = [
        (rank, number, order, column)
        for number, cell in enumerate(row)
        if 0 < len(cell.text) <= 60
        for order, column in enumerate(_WORDS)
        for rank in [_rank(cell.text, column)]
        if rank is not None
    ]
    found: dict[str, int] = {}
    for _, number, _, column in sorted(scored):
        if column not in found and number not in found.values():
            found[column] = number
    return found


def _rank(heading: str, column: str) -> int | None:
    """0 where the heading is the column's own name; else how telling its words are."""
    words = re.sub(r"[^a-z]+", " ", heading.casefold()).strip()
    if words == column:
        return 0
    for place, wanted in enumerate(_WORDS[column], 1):
        if words == wanted:
            return place
    for place, wanted in enumerate(_WORDS[column], 1):
        if re.search(rf"\b{wanted}\b", words):
            return 20 + place
    return None


def unknown(row: Row, found: dict[str, int]) -> Sequence[str]:
    """Headings that are not used."""
    return [c.text for n, c in enumerate(row) if c.text and n not in found.values()]
