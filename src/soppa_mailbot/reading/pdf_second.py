"""A second, independent reading of typed PDF pages, by pdfplumber: for blanks, where every later verdict rests on it.

PDFium reads what vendors send (some 4 ms a page); pdfplumber takes ten times as long and fails on more files, but is a
different program with different mistakes. A blank is learnt once, so there both are asked: a page on which they differ
would be subtracted wrongly from every copy that comes back, and a person should look at it first.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from typing import Any

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Box, Mark, Page, Word

_AGREE = 0.97  # share of a page's words that both readers must find
_FEW = 8  # words: below this a share says nothing
_MAX_PAGES = 60
_TOKEN = re.compile(r"[^\W_]+")
_X_TOLERANCE = 2  # points between letters of one word; pdfplumber's own 3 glues narrow columns


def second_reading(data: bytes, numbers: Iterable[int]) -> dict[int, Page]:
    """The given pages (1-based) with words and rules as pdfplumber sees them; {} where it cannot read the file."""
    import pdfplumber

    wanted = set(numbers)
    found: dict[int, Page] = {}
    try:
        with pdfplumber.open(io.BytesIO(data), pages=sorted(wanted)[:_MAX_PAGES]) as document:
            for page in document.pages:
                found[page.page_number] = _page(page)
                page.close()
    except Exception:  # noqa: BLE001 - pdfminer answers odd files with any exception; then there is no second opinion
        return {}
    return found


def disagreements(data: bytes, pages: Iterable[Page]) -> tuple[str, ...]:
    """For an administrator: the pages of typed text of which the two readers see different words."""
    typed = {page.number: page for page in pages if page.origin == "text" and not page.rotation}
    notes = []
    for number, second in sorted(second_reading(data, typed).items()):
        ours, theirs = _tokens(typed[number]), _tokens(second)
        most = max(ours.total(), theirs.total())
        if most >= _FEW and (ours & theirs).total() < _AGREE * most:
            odd = ", ".join(sorted((ours - theirs) + (theirs - ours))[:5])
            notes.append(f"page {number}: two PDF readers see different words ({odd}); print it to PDF anew")
    return tuple(notes)


def _page(page: Any) -> Page:
    left, top = float(page.bbox[0]), float(page.bbox[1])

    def box(item: dict[str, Any]) -> Box:
        return (
            round(float(item["x0"]) - left, 2),
            round(float(item["top"]) - top, 2),
            round(float(item["x1"]) - left, 2),
            round(float(item["bottom"]) - top, 2),
        )

    words = tuple(Word(item["text"], box(item)) for item in page.extract_words(x_tolerance=_X_TOLERANCE))
    marks = [
        Mark(kind, box(item))
        for kind, items in (("line", page.lines), ("rect", page.rects), ("curve", page.curves), ("image", page.images))
        for item in items
    ]
    return Page(page.page_number, float(page.width), float(page.height), words, tuple(marks))


def _tokens(page: Page) -> Counter[str]:
    return Counter(token.casefold() for word in page.words for token in _TOKEN.findall(word.text))
