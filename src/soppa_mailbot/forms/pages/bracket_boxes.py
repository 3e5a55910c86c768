"""Boxes to tick that are typed as brackets, which a page gives in several words: "( ) Yes", "[ X ] No"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_row, union
from soppa_mailbot.forms.common.tokens import OFF, ON
from soppa_mailbot.model import Page, Word

_PAIRS = {"(": ")", "[": "]"}
_TICK = re.compile(r"[xX×✓✔✗✘√]{1,2}")
_WIDE = 40.0  # points from one bracket to the other


def with_bracket_boxes(page: Page) -> Page:
    """The page with one word, ☐ or ☒, for each pair of brackets with nothing or a mark between them."""
    if not any(w.text in _PAIRS for w in page.words):
        return page
    out: list[Word] = []
    words = list(page.words)
    at = 0
    while at < len(words):
        size = _size(words, at)
        if size:
            box = union(words[at].box, words[at + size - 1].box)
            out.append(Word(OFF if size == 2 else ON, box))
        out += [] if size else [words[at]]
        at += size or 1
    return replace(page, words=tuple(out))


def _size(words: Sequence[Word], at: int) -> int:
    """How many words make a box: two, three with a mark in it; 0 where none begins."""
    first = words[at]
    closing = _PAIRS.get(first.text, "")
    for size in (2, 3):
        last = words[at + size - 1] if closing and at + size <= len(words) else None
        if last is None or last.text != closing or not same_row(first.box, last.box):
            continue
        near = -2 <= last.box[0] - first.box[2] < _WIDE
        if near and (size == 2 or _TICK.fullmatch(words[at + 1].text)):
            return size
    return 0
