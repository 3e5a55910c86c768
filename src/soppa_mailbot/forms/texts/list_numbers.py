"""Numbers of lists: Word prints them before a paragraph and keeps them out of its text.

On a print they stand between the answer before and the question behind them, and would be taken for an answer, or for
the end of one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.tokens import INK_WORD, Token
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box

NUMBER = re.compile(r"[(\[]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.,:;)\]]{0,2}")
NUMBER_WIDTH = 22.0  # points
_INDENT = 50.0  # points from a number to its paragraph


def without_list_numbers(comparison: Comparison) -> Comparison:
    """The comparison without the numbers before paragraphs of the blank that have none in its text."""
    own, paper = comparison.blank.tokens, comparison.paper
    taken = set(comparison.to_paper)
    boxed = {s.at for s in comparison.blank.slots if s.kind == "check"}
    gone: set[int] = set()
    for i, j in enumerate(comparison.to_paper):
        if j < 1 or (i and own[i].paragraph == own[i - 1].paragraph) or j - 1 in taken:
            continue
        if i in boxed and paper[j - 1].raw in ("X", "x", "×"):
            continue  # a mark in its box's place, not ten in Roman numerals
        unit = {k for k in range(max(0, j - 4), j) if paper[k].unit == paper[j - 1].unit and k not in taken}
        if numbers(paper[j - 1], [paper[j]], paper):
            gone |= unit
    return comparison.without(gone)


def with_unread_numbers(comparison: Comparison) -> Comparison:
    """The comparison, numbers that the blank's paragraphs begin with found in ink that OCR made nothing of.

    "7." by itself before a sentence is what OCR drops first. What it stands before was found, and no word before it.
    """
    own, paper, to_paper = comparison.blank.tokens, comparison.paper, list(comparison.to_paper)
    taken = set(to_paper)
    for i, token in enumerate(own[:-1]):
        at = to_paper[i + 1] - 1
        opens = i == 0 or own[i - 1].paragraph != token.paragraph == own[i + 1].paragraph
        if to_paper[i] >= 0 or at < 0 or at in taken or not opens or not NUMBER.fullmatch(token.raw):
            continue
        ink, head = paper[at], paper[at + 1].box
        narrow = ink.norm == INK_WORD and ink.box is not None and ink.box[2] - ink.box[0] < NUMBER_WIDTH
        if narrow and ink.box and head and leads(ink.box, head) and _begins_line(ink, paper):
            to_paper[i] = at
    return replace(comparison, to_paper=to_paper)


def numbers(token: Token, heads: Iterable[Token], paper: Iterable[Token]) -> bool:
    """Whether a word is the number before one of the words that begin paragraphs: the first of its line."""
    if token.box is None or not NUMBER.fullmatch(token.raw):
        return False
    box = token.box
    before = any(h.page == token.page and h.box is not None and leads(box, h.box) for h in heads)
    return before and _begins_line(token, paper)


def _begins_line(token: Token, paper: Iterable[Token]) -> bool:
    box = token.box
    return box is not None and not any(
        t.page == token.page
        and t.unit != token.unit
        and t.box is not None
        and same_row(t.box, box)
        and t.box[2] <= box[0] + 1
        for t in paper
    )


def leads(number: Box, head: Box) -> bool:
    """Whether a box stands where the number of a paragraph does that begins with another."""
    return same_row(number, head) and -2 <= head[0] - number[2] < _INDENT
