"""Numbers of lists: Word prints them before a paragraph and keeps them out of its text.

On a print they stand between the answer before and the question behind them, and would be taken for an answer, or for
the end of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.geometry import same_row
from soppa_mailbot.forms.running import Comparison
from soppa_mailbot.forms.tokens import INK_WORD, Token
from soppa_mailbot.model import Box, Paragraph

NUMBER = re.compile(r"[(\[]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[.,:;)\]]{0,2}")
NUMBER_WIDTH = 22.0  # points
_TYPED = re.compile(r"\s*[(\[]?[0-9A-Za-z]{1,2}[.)\]]\s")  # at the start of a paragraph's text
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
    if not gone:
        return comparison
    at = {k: n for n, k in enumerate(k for k in range(len(paper)) if k not in gone)}
    return replace(
        comparison,
        paper=[t for k, t in enumerate(paper) if k not in gone],
        to_paper=[at[j] if j >= 0 else -1 for j in comparison.to_paper],
    )


def with_unread_numbers(comparison: Comparison, flow: Sequence[Paragraph]) -> Comparison:
    """The comparison, ink that OCR has not read found as the number typed before the paragraph that it stands before.

    Whatever it says, it is no other term of the form.
    """
    own, paper, to_paper = comparison.blank.tokens, comparison.paper, list(comparison.to_paper)
    for i in range(1, len(own) - 1):
        lost = to_paper[i] < 0 <= min(to_paper[i - 1], to_paper[i + 1]) and to_paper[i - 1] + 2 == to_paper[i + 1]
        first = own[i - 1].paragraph != own[i].paragraph == own[i + 1].paragraph
        if not (lost and first and _TYPED.match(flow[own[i].paragraph].text())):
            continue
        there, head = paper[to_paper[i + 1] - 1], paper[to_paper[i + 1]]
        if there.norm != INK_WORD or there.box is None or head.box is None or there.page != head.page:
            continue
        if leads(there.box, head.box) and there.box[2] - there.box[0] < NUMBER_WIDTH:
            to_paper[i] = to_paper[i + 1] - 1
    return replace(comparison, to_paper=to_paper)


def numbers(token: Token, heads: Iterable[Token], paper: Iterable[Token]) -> bool:
    """Whether a word is the number before one of the words that begin paragraphs: the first of its line."""
    if token.box is None or not NUMBER.fullmatch(token.raw):
        return False
    box = token.box
    before = any(h.page == token.page and h.box is not None and leads(box, h.box) for h in heads)
    return before and not any(
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
