"""Runs of dots or underscores that are printed over each other, as they look."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import center, height, union
from soppa_mailbot.model import Box

_FURTHER = 12.0  # points from the beginning of a run to that of one over it: what begins where it does is it again
_ENDS = 4.0  # points before the end of a run from which the next one only goes on


def runs_as_seen(lines: Sequence[Box], words: Sequence[Box]) -> list[Box]:
    """Each line that is seen once, and only as far as it is seen.

    "City and State ...........Zip code ......": where words stand over the end of a run, and a run of their own behind
    them, the run ends before them. Where nothing stands between, both are one line.
    """
    out: list[Box] = []
    for line in sorted(lines, key=lambda b: b[0]):
        under = next((o for o in out if _is_level(o, line) and o[0] + _FURTHER < line[0] < o[2] - _ENDS), None)
        if under is None:
            out.append(line)
            continue
        end = _before_words(under, line, words)
        if end is None:
            out[out.index(under)] = union(under, line)
        else:
            out[out.index(under)] = (under[0], under[1], end, under[3])
            out.append(line)
    return out if set(out) != set(lines) else list(lines)  # in the order of the page's content


def _before_words(under: Box, line: Box, words: Sequence[Box]) -> float | None:
    """Where the words that lead to a line begin on the run under them."""
    end = line[0]
    for word in sorted((w for w in words if _is_level(w, line)), key=lambda w: -w[2]):
        if -1 <= end - word[2] < 2 * height(line) and word[0] > under[0] + _FURTHER:
            end = word[0]
    return end - 2 if end < line[0] else None


def _is_level(a: Box, b: Box) -> bool:
    return abs(center(a)[1] - center(b)[1]) < 0.3 * max(height(b), 4.0)
