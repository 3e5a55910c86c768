"""What is drawn on a page read word by word: on its lines to sign, around them, or far from any place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import gap, same_row
from soppa_mailbot.forms.common.tokens import IMAGE, STROKE, Token
from soppa_mailbot.forms.papers.given_answers import DRAWN
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import PlaceReading

_NEAR = 30.0  # points, up or down, from a place's words to a picture that signs it


def with_signatures(readings: Sequence[PlaceReading], comparison: Comparison) -> list[PlaceReading]:
    """The readings; what is drawn on lines to sign of a Word form's print signs, where no other line has a drawing.

    A Word form draws nothing on its lines itself; a converter's ornaments would stand elsewhere too. What reaches over
    both ends of a line is a ring around it, as a reviewer draws one.
    """
    drawn = [t for t in comparison.paper if t.norm == STROKE]
    signed = [r for r in readings if r.why == DRAWN]
    ringed = any(_reaches_over(t, line) for t in drawn for line in comparison.paper if line.norm == "__")
    if ringed or len(signed) != len(drawn) or any(t.box for t in comparison.blank.tokens):
        return list(readings)
    return [replace(r, state="filled", how=("ink",), why="drawn on its line") if r in signed else r for r in readings]


def _reaches_over(drawn: Token, line: Token) -> bool:
    """Whether something drawn begins before a line to write on, and ends behind it."""
    if drawn.box is None or line.box is None or drawn.page != line.page or not same_row(drawn.box, line.box):
        return False
    return drawn.box[0] < line.box[0] and line.box[2] < drawn.box[2]


def is_stray(token: Token, around: Sequence[Token]) -> bool:
    """Whether a picture of a page lies far from the words and lines around a place: a letterhead, a seal."""
    if token.norm not in (IMAGE, STROKE) or token.box is None:
        return False
    anchors = [t.box for t in around if t.box and t.page == token.page and t.norm not in (IMAGE, STROKE)]
    return not any(gap(token.box, box)[1] < _NEAR for box in anchors)
