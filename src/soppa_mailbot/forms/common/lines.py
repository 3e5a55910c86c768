"""The words of a page as lines, and each line as pieces parted by wide gaps, rules or cell borders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from soppa_mailbot.forms.common.geometry import height, union
from soppa_mailbot.model import Box, Word

_ACROSS = 40.0  # points: higher words lie across the page, and nothing stands on a line with them

_EDGE, _LEVEL = 0.35, 0.12  # of a line's height, from its middle: a word at its edge; one that is level with it
_TWO_SPACES = 0.42  # of a word's height between two words of a line: one space is narrower


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that belong together."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)


def spaced(words: Sequence[Word]) -> str:
    """The words of a line, with two spaces where more than one space parts them."""
    out = words[0].text if words else ""
    for left, right in pairwise(words):
        out += ("  " if right.box[0] - left.box[2] > _TWO_SPACES * height(left.box) else " ") + right.text
    return out


def piece_of(words: Sequence[Word]) -> Piece:
    box = words[0].box
    for word in words[1:]:
        box = union(box, word.box)
    return Piece(tuple(words), box)


def rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one line, from the top down, each line from left to right."""
    out: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=lambda w: (w.box[1] + w.box[3], w.box[0])):
        middle = (word.box[1] + word.box[3]) / 2
        for index in range(len(out) - 1, max(len(out) - 4, -1), -1):
            top, bottom, line = out[index]
            across = bottom - top > _ACROSS and height(word.box) < 0.4 * (bottom - top)
            if top <= middle <= bottom and height(word.box) < 2.2 * (bottom - top) and not across:
                line.append(word)
                break
        else:
            out.append((word.box[1], word.box[3], [word]))
    _to_their_own(out)
    return [sorted(line, key=lambda w: w.box[0]) for _, _, line in out]


def _to_their_own(found: Sequence[tuple[float, float, list[Word]]]) -> None:
    """Words at a line's very edge that stand exactly on the next: beside each other, two columns are not level, and a
    word typed a hair higher than its line comes first.
    """
    middles = [(top + bottom) / 2 for top, bottom, _ in found]
    for number, (top, bottom, line) in enumerate(found):
        for word in list(line[1:]):
            middle = (word.box[1] + word.box[3]) / 2
            if middle - middles[number] < _EDGE * (bottom - top):
                continue
            for other in range(number + 1, min(number + 4, len(found))):
                if abs(middle - middles[other]) < _LEVEL * (bottom - top):
                    line.remove(word)
                    found[other][2].append(word)
                    break


def lines(words: Sequence[Word], borders: Sequence[Box] = ()) -> list[list[Piece]]:
    """Lines of pieces. `borders` are upright rules: a gap between two words that one stands in parts them."""
    by_x = sorted(borders, key=lambda b: b[0])
    xs = [b[0] for b in by_x]
    out = []
    for row in rows(words):
        pieces: list[list[Word]] = [[row[0]]]
        for left, right in pairwise(row):
            wide = right.box[0] - left.box[2] > 1.3 * max(height(left.box), height(right.box))
            if wide or _parted(left.box, right.box, by_x, xs):
                pieces.append([right])
            else:
                pieces[-1].append(right)
        out.append([piece_of(p) for p in pieces])
    return out


def _parted(left: Box, right: Box, borders: Sequence[Box], xs: Sequence[float]) -> bool:
    middle = (left[1] + left[3]) / 2
    index = bisect_right(xs, left[2] - 1.0)
    while index < len(borders) and xs[index] <= right[0] + 1.0:
        if borders[index][1] - 1 <= middle <= borders[index][3] + 1:
            return True
        index += 1
    return False
