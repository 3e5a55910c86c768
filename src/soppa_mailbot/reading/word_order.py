"""Words in reading order: line by line from the top, each line from the left.

Text layers come in the order in which a program drew them (values flattened into a form come last) and OCR in the order
of its blocks; in one common order the same page reads alike however it came.
"""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot.model import Word

_ACROSS = 40.0  # points: higher words are no text to be read in lines
_NEAR = 4  # lines looked back at: words come sorted by height, so theirs is among the last


def reading_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """The same words; one line is what overlaps in height with the line's first word by half."""
    lines: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=_middle):
        middle = (word.box[1] + word.box[3]) / 2
        for top, bottom, line in reversed(lines[-_NEAR:]):
            if top <= middle <= bottom and _as_high(word.box[3] - word.box[1], bottom - top):
                line.append(word)
                break
        else:
            lines.append((word.box[1], word.box[3], [word]))
    out: list[Word] = []
    for _, _, line in lines:
        line.sort(key=_left)
        out += line
    return tuple(out)


def _as_high(word: float, line: float) -> bool:
    """Whether a word can stand on a line by its height; beside a watermark across the page nothing does."""
    return word < 2.5 * line and (line < _ACROSS or word > 0.4 * line)


def _middle(word: Word) -> float:
    return word.box[1] + word.box[3]


def _left(word: Word) -> float:
    return word.box[0]
