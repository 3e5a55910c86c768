"""Words in reading order: line by line from the top, each line from the left.

Text layers come in the order in which a program drew them (values flattened into a form come last) and OCR in the order
of its blocks; in one common order the same page reads alike however it came.
"""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot.model import Word

_NEAR = 4  # lines looked back at: words come sorted by height, so theirs is among the last


def reading_order(words: Iterable[Word]) -> tuple[Word, ...]:
    """The same words; one line is what overlaps in height with the line's first word by half."""
    lines: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=_middle):
        middle = (word.box[1] + word.box[3]) / 2
        for top, bottom, line in reversed(lines[-_NEAR:]):
            if top <= middle <= bottom and word.box[3] - word.box[1] < 2.5 * (bottom - top):
                line.append(word)
                break
        else:
            lines.append((word.box[1], word.box[3], [word]))
    out: list[Word] = []
    for _, _, line in lines:
        line.sort(key=_left)
        out += line
    return tuple(out)


def _middle(word: Word) -> float:
    return word.box[1] + word.box[3]


def _left(word: Word) -> float:
    return word.box[0]
