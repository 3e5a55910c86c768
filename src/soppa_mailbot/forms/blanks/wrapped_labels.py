"""Labels of several lines: a question that wraps, under whose number its other lines do not go on.

"9. Which of our schools have asked for it? (Leave blank if you do not / know.)" over a line to write on.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import height, same_row, width
from soppa_mailbot.forms.common.labels import last_sentence, without_number
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.pages.layout import Layout

_LINES = 3  # of a label over its last
_BEHIND = 14.0  # points from words to a blank of their sentence
_LEVEL = 3.0  # points by which the lines of a paragraph begin beside each other at most
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})(?:\.\d{1,2})?[.)]")
_REMARK = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*\)[.:]?")
_ENDS = (":", "?", ".")


def whole(layout: Layout, piece: Piece) -> str:
    """A label's last line with the lines before it, where it goes on with their sentence or is a remark on it."""
    first, text = piece, piece.text
    for _ in range(_LINES):
        over = _line_over(layout, first)
        if over is None or not _goes_on(layout, over, first):
            break
        first, text = over, f"{over.text} {text}"
    return text


def begins_at(piece: Piece, left: float) -> bool:
    """Whether a line begins here, or what stands behind the number that it begins with."""
    starts = [w.box[0] for w in piece.words[: 2 if _NUMBER.fullmatch(piece.words[0].text) else 1]]
    return any(abs(x - left) < _LEVEL for x in starts)


def _line_over(layout: Layout, piece: Piece) -> Piece | None:
    high = height(piece.box)
    found = [
        p
        for p in layout.pieces
        if p is not piece and begins_at(p, piece.box[0]) and -0.3 * high < piece.box[1] - p.box[3] < 0.5 * high
    ]
    return found[0] if len(found) == 1 else None


def _goes_on(layout: Layout, over: Piece, piece: Piece) -> bool:
    if without_number(piece.text)[0]:
        return False
    if _REMARK.fullmatch(piece.text) and over.text.endswith("?"):
        return True
    if over.text.endswith(_ENDS) or last_sentence(piece.text) != piece.text or _has_blank_behind(layout, over):
        return False  # another sentence asks, or one with blanks of its own
    return piece.text[:1].islower() or (not _is_level(over, piece) and _is_full(layout, over, piece))


def _has_blank_behind(layout: Layout, piece: Piece) -> bool:
    blanks = (*layout.underscores, *layout.written_on)
    return any(same_row(b, piece.box) and -2 <= b[0] - piece.box[2] < _BEHIND for b in blanks)


def _is_level(over: Piece, piece: Piece) -> bool:
    return abs(over.box[0] - piece.box[0]) < _LEVEL


def _is_full(layout: Layout, over: Piece, piece: Piece) -> bool:
    """Whether the first word of a line had no room any more in the line over it."""
    edge = max(p.box[2] for p in layout.pieces)
    return over.box[2] + width(piece.words[0].box) > edge
