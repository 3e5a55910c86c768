"""The head and foot of a Word form on its scanned pages, which OCR may have misread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.model import Box, Page, Word

_HEAD_LIKENESS = 75.0  # 0 to 100: a line of a page's head or foot that is the blank's
_MARGIN = 0.12  # share of the page's height in which heads and feet stand
_EDGE = 0.05  # share of the page's height at its edges where nobody writes an answer


def heads_and_feet(page: Page, heads: Sequence[str], body: Sequence[str], first: int) -> tuple[Word, ...]:
    """The words of the blank's own head and foot, which OCR may have misread.

    A head may say again what the form begins with, on its `first` page: the district's name. That is left there.
    """
    known = [" ".join(norms(h)) for h in heads if norms(h)]
    lines = [" ".join(norms(line)) for line in body]
    repeated = Counter(lines)
    found: list[tuple[str, list[Word]]] = []
    for row in rows(page.words):
        middle = (row[0].box[1] + row[0].box[3]) / 2
        if _MARGIN * page.height < middle < (1 - _MARGIN) * page.height:
            continue
        said = " ".join(n for w in row for n in norms(w.text))
        head = max(known, key=lambda h: ratio(said, h), default="")
        likeness = ratio(said, head) if head else 0.0
        opens = page.number == first and any(ratio(said, line) > likeness for line in lines)
        if likeness >= _HEAD_LIKENESS and not opens:
            found.append((head, row))
    counts = Counter(head for head, _ in found)
    left = {head: max(1, counts[head] - repeated[head]) if page.number == first else counts[head] for head in counts}
    out: list[Word] = []
    for head, row in found:
        if left[head] > 0 and (counts[head] > 1 or not repeated[head] or page.number != first):
            left[head] -= 1
            out += row
    return tuple(out)


def is_in_margin(box: Box, sheet: WordSheet) -> bool:
    """Whether ink stands level with the page's head or foot, or beyond it: a logo, a fax's own line."""
    middle, high = (box[1] + box[3]) / 2, sheet.page.height
    heads = [w.box for w in sheet.heads]
    top = max([b[3] for b in heads if b[3] < high / 2], default=_EDGE * high)
    bottom = min([b[1] for b in heads if b[1] > high / 2], default=(1 - _EDGE) * high)
    return not top + 2 < middle < bottom - 2
