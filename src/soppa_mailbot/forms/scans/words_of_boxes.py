"""The word of a scanned Word form that a box stands beside."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Word


def word_beside(
    comparison: Comparison, slot: Slot, option: str, sheets: Sequence[WordSheet]
) -> tuple[Word, bool, WordSheet] | None:
    """The word that a box is beside, and whether the box is before it: the word behind it in its line, or before it."""
    own = comparison.blank.tokens
    sides: Sequence[tuple[int, bool]] = ((slot.at, True), (slot.at - 1, False))
    if _breaks_line(comparison, slot.at) and _ends_with(own[: slot.at], option):
        sides = sides[1:]  # behind its option, and the last of its line
    for at, before in sides:
        if not 0 <= at < len(own) or own[at].paragraph != slot.paragraph:
            continue
        word = _word_at(comparison, at, before=before)
        if word is None:
            continue
        sheet = next((s for s in sheets if s.page.number == word.page), None)
        whole = None if sheet is None else next((w for w in sheet.page.words if _is_part(word, w)), None)
        return None if sheet is None or whole is None else (whole, before, sheet)
    return None


def _ends_with(own: Sequence[Token], option: str) -> bool:
    words = norms(option)
    return bool(words) and tuple(t.norm for t in own[-len(words) :]) == tuple(words)


def _breaks_line(comparison: Comparison, at: int) -> bool:
    """Whether a found word of the blank stands on another line of the paper than the word before it."""
    there = [comparison.to_paper[i] for i in (at - 1, at) if 0 <= i < len(comparison.to_paper)]
    boxes = [b for j in there if j >= 0 and (b := comparison.paper[j].box) is not None]
    return len(boxes) == 2 and not same_row(boxes[0], boxes[1])


def _word_at(comparison: Comparison, at: int, *, before: bool) -> Token | None:
    """The paper's word for one of the blank's; where a tick made it illegible, the one beside its neighbour."""
    if comparison.to_paper[at] >= 0:
        return comparison.paper[comparison.to_paper[at]]
    beside = at + 1 if before else at - 1
    own = comparison.blank.tokens
    if not 0 <= beside < len(own) or own[beside].paragraph != own[at].paragraph or comparison.to_paper[beside] < 0:
        return None
    there = comparison.to_paper[beside] - (1 if before else -1)
    if not 0 <= there < len(comparison.paper) or there in comparison.to_paper:
        return None
    word, neighbour = comparison.paper[there], comparison.paper[comparison.to_paper[beside]]
    level = word.box is not None and neighbour.box is not None and same_row(word.box, neighbour.box)
    return word if level and word.page == neighbour.page else None


def _is_part(token: Token, word: Word) -> bool:
    if token.box is None:
        return False
    x, y = (token.box[0] + token.box[2]) / 2, (token.box[1] + token.box[3]) / 2
    return word.box[0] <= x <= word.box[2] and word.box[1] <= y <= word.box[3]
