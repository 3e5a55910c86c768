"""Lines that several answers share: one line across the page, and under it "(print or type name)      (title)".

Each caption has its stretch of the line. Words that are no captions stand in their own line below, and ask there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, gap, same_row, width
from soppa_mailbot.forms.common.lines import Piece
from soppa_mailbot.forms.common.seats import seat_of
from soppa_mailbot.forms.common.signer import is_signers_caption
from soppa_mailbot.forms.pages.page_cells import PageCells
from soppa_mailbot.model import Box

_SHORTEST = 150.0  # points of a line that two answers share
_CLOSE = 9.0  # points from a line down to its captions
_SINKS = 4.0  # points by which a caption may stand higher than the lower end of a line's characters
_APART = 24.0  # points of white between two captions
_FLUSH = 12.0  # points from the beginning of a line to that of a caption which begins with it
_LONGEST = 6  # words of a caption
_BEYOND = 6.0  # points by which a caption may begin before its line, or end behind it
_BELOW = 45.0  # points from words down to the lines that they head
_BROAD = 0.9  # of the breadth of all captions: a line that is as broad is no column
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def parted(layout: PageCells, lines: Iterable[Box]) -> list[Box]:
    """The lines, each that several captions share as one line for each of them."""
    known = list(lines)
    out: list[Box] = []
    for line in known:
        left = line[0]
        for right in _cuts(line, captions_under(layout, line, known)):
            out.append((left, line[1], right, line[3]))
            left = right
        out.append((left, line[1], line[2], line[3]))
    return out


def captions_under(layout: PageCells, line: Box, lines: Sequence[Box] = ()) -> list[Piece]:
    """The captions that share a line, from left to right; [] where it has one or none."""
    if width(line) < _SHORTEST:
        return []
    under = [p for p in layout.pieces if -_SINKS <= p.box[1] - line[3] < _CLOSE and _is_within(p.box, line)]
    first = min(under, key=lambda p: p.box[1], default=None)
    if first is None:
        return []
    row = sorted((p for p in layout.pieces if same_row(p.box, first.box)), key=lambda p: p.box[0])
    mine = [p for p in row if _is_within(p.box, line)]
    if len(mine) < 2 or any(b.box[0] - a.box[2] < _APART for a, b in pairwise(mine)):
        return []
    beside = any(same_row(seat_of(o), first.box) for o in lines) or any(
        same_row(b, first.box) for b in layout.tick_boxes
    )
    signers = _are_signers(mine) and not _head_columns(mine, [*lines, *layout.underscores])
    shared = signers or all(_IN_BRACKETS.fullmatch(p.text.strip()) for p in mine)
    return mine if shared and not beside and all(len(p.words) <= _LONGEST for p in mine) else []


def _is_within(box: Box, line: Box) -> bool:
    return line[0] - _BEYOND <= box[0] and box[2] <= line[2] + _BEYOND


def _are_signers(captions: Sequence[Piece]) -> bool:
    """Whether bare words are what a signer's line has under it: "Signature        Title        Date"."""
    plain = all(p.text.rstrip()[-1:].isalnum() for p in captions)
    return plain and all(is_signers_caption(p.text) for p in captions)


def _head_columns(captions: Sequence[Piece], lines: Iterable[Box]) -> bool:
    """Whether bare words have a line each below them: they head its columns, under the line of another answer."""
    under = [b for b in lines if 0 <= seat_of(b)[3] - captions[0].box[3] < _BELOW]
    return all(
        any(gap(b, p.box)[0] == 0 and width(b) < _BROAD * (captions[-1].box[2] - captions[0].box[0]) for b in under)
        for p in captions
    )


def _cuts(line: Box, captions: Sequence[Piece]) -> list[float]:
    """Where the stretch of each caption but the last ends.

    Captions that begin where their stretch does stand at its left; others in its middle, as far as all of them can.
    """
    if not captions:
        return []
    if captions[0].box[0] - line[0] < _FLUSH:
        return [p.box[0] - 2 for p in captions[1:]]
    middles = [center(p.box)[0] for p in captions]
    cuts = [(a + b) / 2 for a, b in pairwise(middles)]
    if len(cuts) == 1:  # each as far on its other side as its line goes there
        cuts = [(2 * middles[0] - line[0] + 2 * middles[1] - line[2]) / 2]
    return [min(max(cut, a.box[2] + 2), b.box[0] - 2) for cut, (a, b) in zip(cuts, pairwise(captions), strict=True)]
