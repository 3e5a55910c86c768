"""Which district the heads of a paper name: a Word form may name its district in its header alone.

Heads and feet are not compared word by word, since converters and printers drop and add them. Of them only the
district's name counts: another one where the blank's head has this one's makes the paper another district's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import height
from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.identity.identity import GENERIC, name_spans
from soppa_mailbot.forms.texts.paging import heads_of
from soppa_mailbot.model import Blank, Document, Page, Word

_MARGIN = 0.11  # share of a page's height in which heads and feet stand
# "1/2", "Page 1 of 2": a Word file keeps them as fields, without the numbers
_PAGE = re.compile(
    r"(?:(?:\bpage\s{0,3}\d{0,3}|\b\d{1,3})?\s?(?:/|\bof\b)\s?\d{0,3}|\bpage\s{0,3}\d{0,3})\s*$", re.IGNORECASE
)
_SPACE = 0.6  # of a word's height: no space in a line is wider
_LIKE = 0.5  # of a head's other words, which must stand in the paper's for both to be the same head


def head_lines(document: Document, pages: Sequence[Page]) -> list[str]:
    """The lines that stand in the heads and feet of a paper."""
    if not pages:
        return heads_of(document.flow)
    out = []
    for page in pages:
        edge = _MARGIN * page.height
        words = [w for w in page.words if w.box[3] < edge or w.box[1] > page.height - edge]
        out += [" ".join(w.text for w in _without_page_number(row)) for row in rows(words)]
    return out


def _without_page_number(row: Sequence[Word]) -> Sequence[Word]:
    """A line without the number that stands apart at its end: beside "District 5" it is no part of the name."""
    if len(row) < 2 or not row[-1].text.isdigit():
        return row
    before, number = row[-2], row[-1]
    apart = number.box[0] - before.box[2] > _SPACE * height(before.box)
    return row[:-1] if apart or before.text.isdigit() else row


def names_in_heads(blank: Blank, lines: Iterable[str]) -> tuple[int, int]:
    """(heads of the blank whose name stands in the paper's too, heads in which the paper names another district)."""
    named = [_split(h) for h in dict.fromkeys(heads_of(blank.document.flow))]
    theirs = [_split(line) for line in dict.fromkeys(lines)]
    ours = others = 0
    for names, rest in named:
        if not names:
            continue
        same = [n for n, words in theirs if n and _alike(rest, words)]
        if any(n & names for n in same):
            ours += 1
        elif same:
            others += 1
    return ours, others


def _alike(head: frozenset[str], line: frozenset[str]) -> bool:
    """Whether two heads have the same words beside the names of districts."""
    return len(head & line) >= _LIKE * len(head) and len(line - head) <= len(head) + 1


def _split(line: str) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """The telling words of each district that a line names, such as ("cedar", "bluffs", "41"), and its other words."""
    line = _PAGE.sub("", line)
    names = _names(line)
    rest = frozenset(w for w in norms(line) if not w.isdigit())
    return frozenset(names), rest - GENERIC - {word for name in names for word in name}


def _names(line: str) -> list[tuple[str, ...]]:
    tokens = [Token(norm, raw, unit) for unit, raw in enumerate(line.split()) for norm in norms(raw)]
    return [tuple(tokens[i].norm for i in span.tokens) for span in name_spans(tokens)]
