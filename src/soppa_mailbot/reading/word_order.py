"""Words in reading order: line by line from the top, each line from the left.

Text layers come in the order in which a program drew them (values flattened into a form come last) and OCR in the order
of its blocks; in one common order the same page reads alike however it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from soppa_mailbot.model import Word

_ACROSS = 40.0  # points: higher words are no text to be read in lines
_MORE = 3  # times as many words has a line to which some are brought
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
    for line in _with_low_words([line for _, _, line in lines]):
        line.sort(key=_left)
        out += line
    return tuple(out)


def _with_low_words(lines: Sequence[list[Word]]) -> list[list[Word]]:
    """The lines, each with those of its words that have no tall letters.

    OCR measures letters: where handwriting that stands higher begins a line, "every" would be none of its words.
    """
    out: list[list[Word]] = []
    for line in lines:
        home = next((o for o in reversed(out[-_NEAR:]) if _stand_on(line, o)), None)
        if home is not None:
            home += line
        else:
            out.append(line)
    return out


def _stand_on(low: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether a few words read by OCR stand, by half, on a line's level, where it has no others."""
    if _MORE * len(low) > len(line) or any(w.confidence >= 1 for w in low):
        return False
    top, bottom = (median(w.box[edge] for w in line) for edge in (1, 3))
    level = all(min(w.box[3], bottom) - max(w.box[1], top) > (w.box[3] - w.box[1]) / 2 for w in low)
    return level and not any(a.box[0] < b.box[2] and b.box[0] < a.box[2] for a in low for b in line)


def _as_high(word: float, line: float) -> bool:
    """Whether a word can stand on a line by its height; beside a watermark across the page nothing does."""
    return word < 2.5 * line and (line < _ACROSS or word > 0.4 * line)


def _middle(word: Word) -> float:
    return word.box[1] + word.box[3]


def _left(word: Word) -> float:
    return word.box[0]
