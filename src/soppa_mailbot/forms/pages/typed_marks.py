"""Marks that are typed before an empty box and not into it: "X ☐ No"."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import beside, height
from soppa_mailbot.forms.common.tokens import OFF, Token, norms

_MARKS = frozenset({"X", "x", "×", "✓", "✔", "☒", "☑"})
_CLEAR = 2.0  # times as far from the words before it as from its box


def leads(following: Sequence[Token], option: str) -> bool:
    """Whether the words behind a box are its option: behind "Yes ☐" a mark before the box may be meant for neither."""
    return bool(following) and following[0].norm in norms(option)[:1]


def marked_before(inserted: Sequence[Token], before: Token | None) -> bool:
    """Whether a mark stands right before an empty box, clear of the words before it: "☐ Yes   X ☐ No".

    `inserted` is what stands in the box's place, `before` the paper's word before that.
    """
    if len(inserted) != 2 or inserted[0].raw not in _MARKS or inserted[1].norm != OFF:
        return False
    mark, box = inserted
    if mark.box is None or box.box is None:
        clear = before is None or (before.paragraph, before.stretch) != (mark.paragraph, mark.stretch)
        return clear and (mark.paragraph, mark.stretch) == (box.paragraph, box.stretch)
    near = box.box[0] - mark.box[2]
    if not (beside(mark.box, box.box) and 0 <= near < height(mark.box)):
        return False
    if before is None or before.box is None or before.page != mark.page or not beside(before.box, mark.box):
        return True
    return before.box[2] > mark.box[0] or mark.box[0] - before.box[2] > _CLEAR * near + 1


def at_end(tokens: Sequence[Token]) -> bool:
    """Whether the second of these words is a mark right behind the first, and the last on its line."""
    word, mark, *rest = tokens
    if mark.raw not in _MARKS or not _on_one_line(word, mark):
        return False
    return not rest or not _on_one_line(mark, rest[0])


def _on_one_line(a: Token, b: Token) -> bool:
    """Whether a word stands on another's line, behind it; in running text in its paragraph."""
    if a.box is not None and b.box is not None:
        return a.page == b.page and beside(a.box, b.box) and b.box[0] >= a.box[0]
    return a.box is b.box and (a.cell, a.paragraph) == (b.cell, b.paragraph)
