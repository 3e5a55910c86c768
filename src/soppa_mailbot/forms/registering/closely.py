"""A stretch of a page's line read closely: what stands where the blank has other words.

The stretch is read at two sizes, and the blank's own print with it. A word is changed where OCR reads the blank right,
both readings of the page agree on another word, and nothing is left unread between that word and its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.likeness import likeness
from soppa_mailbot.forms.common.thresholds_scan import CLOSE_ZOOMS, READ_WORD
from soppa_mailbot.forms.common.tokens import OFF, ON, Token, spelled, word_tokens
from soppa_mailbot.forms.registering.alignment import Step, aligned, like
from soppa_mailbot.forms.registering.closer import Closer
from soppa_mailbot.model import Box, Word

_HOLE = 5.0  # points: print of this width between two read words was not read
_GAP = 12.0  # points: widest gap of the blank between two words into which a word is put, not a place
_AT_LINE = 3.0  # points between a word and the line to write on right behind it


@dataclass(frozen=True, slots=True)
class Change:
    """Some of the blank's words that the page has otherwise."""

    own: tuple[int, ...]  # indices; () where words were put in
    said: str  # the blank's words
    reads: str  # the page's; "" where the blank's were left out
    at: int  # the index that it begins at, or stands behind

    def moved(self, to: Sequence[int]) -> Change:
        """The change with `to`'s indices in place of positions in it."""
        return replace(self, own=tuple(to[n] for n in self.own), at=to[self.at])

    def __str__(self) -> str:
        if not self.own:
            return f'behind "{self.said}" stands "{self.reads}"'
        return f'"{self.said}" reads "{self.reads}"' if self.reads else f'"{self.said}" is left out'


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a stretch."""

    tokens: tuple[Token, ...]
    sure: tuple[bool, ...]
    steps: tuple[Step, ...]

    def text(self, read: Sequence[int]) -> str:
        return "".join(self.tokens[j].norm for j in read)


def read_closely(
    mine: Sequence[Token], doubted: Sequence[bool], closer: Closer, lines: Sequence[Box] = ()
) -> tuple[list[Change], set[int]]:
    """(what is changed in a stretch of words, which of them are read as the blank has them), as positions in it.

    `lines` are what the blank has to write on.
    """
    wanted = {n for n, doubt in enumerate(doubted) if doubt}
    box = _around(mine)
    readings: list[_Reading] = []
    known: set[int] = set()
    for zoom in CLOSE_ZOOMS:
        readings.append(_reading(mine, closer.read(box, zoom)))
        known |= {n for s in readings[-1].steps if s.same for n in s.own}
        if wanted <= known and not any(_put_in(s) for s in readings[0].steps[1:-1]):
            return [], known
    control = _reading(mine, closer.read_blank(box, CLOSE_ZOOMS[0]))
    legible = {n for s in control.steps if s.same for n in s.own}
    runs = [r for r in _runs(readings[0].steps) if not _goes_on_in_answer(mine, readings[0], r, lines)]
    found = [_change(mine, run, readings, legible, wanted) for run in runs]
    changes = [c for c in found if c is not None]
    changed = {i for c in changes for i in c.own}
    return changes, known - changed


def _around(tokens: Sequence[Token]) -> Box:
    boxes = [t.box for t in tokens if t.box is not None]
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    return (left - 6, min(b[1] for b in boxes) - 2, right + 6, max(b[3] for b in boxes) + 2)


def _reading(mine: Sequence[Token], words: Sequence[Word]) -> _Reading:
    tokens = word_tokens(words, 0)
    sure = {id(w): w.confidence >= READ_WORD for w in words}
    kept = [(t, sure[id(words[t.unit])]) for t in tokens if t.norm not in ("__", ON, OFF)]
    read = tuple(t for t, _ in kept)
    return _Reading(read, tuple(s for _, s in kept), tuple(aligned(mine, read)))


def _put_in(step: Step) -> bool:
    return not step.own and bool(step.read)


def _runs(steps: Sequence[Step]) -> list[tuple[int, int]]:
    """Stretches of steps that are not the same, as positions; cut at every same word."""
    runs: list[tuple[int, int]] = []
    for n, step in enumerate(steps):
        if step.same:
            continue
        if runs and runs[-1][1] == n:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs


def _change(
    mine: Sequence[Token], run: tuple[int, int], readings: Sequence[_Reading], legible: set[int], doubted: set[int]
) -> Change | None:
    first = readings[0]
    start, end = run
    inner = start > 0 and end < len(first.steps)
    steps = first.steps[start:end]
    own = tuple(n for s in steps for n in s.own)
    # What is put in at the edge of what was cut out may be a piece of the next word.
    read = tuple(j for s in steps if s.own or inner for j in s.read)
    if not own and not (inner and read):
        return None
    if own and not (set(own) & doubted and set(own) <= legible):
        return None
    if read and not all(first.sure[j] for j in read):
        return None
    before, behind = _edges(first, start, end)
    others = [_between(r, before, behind) for r in readings[1:]]
    if any(other is None or not _agree(first.text(read), other) for other in others):
        return None
    said, reads = spelled(mine[n] for n in own), spelled(first.tokens[j] for j in read)
    if not own:
        if before is None or behind is None or not _moved_apart(mine, first, start, end):
            return None
        return Change((), mine[before].raw, reads, before)
    if not read:
        closed = before is not None and behind is not None and _moved_together(mine, first, start, end, own)
        return Change(own, said, "", own[0]) if closed else None
    if not _fills(mine, first, start, end, own, read):
        return None
    telling = _telling(mine, first, steps, own, read)
    return Change(own, said, reads, own[0]) if telling else None


def _goes_on_in_answer(mine: Sequence[Token], reading: _Reading, run: tuple[int, int], lines: Sequence[Box]) -> bool:
    """Whether a word is read with the answer on the line right behind it: "204" of a printed "20" and a written 26."""
    steps = reading.steps[slice(*run)]
    own, read = [n for s in steps for n in s.own], [j for s in steps if s.own for j in s.read]
    if not own or not read or not reading.text(read).startswith("".join(mine[n].norm for n in own)):
        return False
    box, there = mine[own[-1]].box, reading.tokens[read[-1]].box
    return (
        box is not None
        and there is not None
        and any(same_row(line, box) and abs(line[0] - box[2]) < _AT_LINE and there[2] > line[0] for line in lines)
    )


def _fills(
    mine: Sequence[Token], reading: _Reading, start: int, end: int, own: Sequence[int], read: Sequence[int]
) -> bool:
    """Whether what was read leaves no hole where part of the print went unread."""
    boxes = [b for n in own if (b := mine[n].box)]
    there = [b for j in read if (b := reading.tokens[j].box)]
    printed, got = "".join(mine[n].norm for n in own), reading.text(read)
    wide = sum(b[2] - b[0] for b in boxes) / max(len(printed), 1)
    lacking = len(printed) - len(got)
    if lacking > 0 and (printed.startswith(got) or printed.endswith(got)):
        # Read in part, or shortened indeed: then the words behind have moved up.
        between = start > 0 and end < len(reading.steps)
        return between and _gaps(mine, reading, start, end)[0] < -0.5 * lacking * wide
    hole = 0.6 * wide if lacking > 0 else _HOLE
    left, right = min(b[0] for b in there), max(b[2] for b in there)
    if start > 0:
        step = reading.steps[start - 1]
        a, b = mine[step.own[-1]].box, reading.tokens[step.read[-1]].box
        gap = (left - b[2]) - (boxes[0][0] - a[2]) if a and b else hole
    else:
        gap = left - boxes[0][0]
    if gap >= hole:
        return False
    if end < len(reading.steps):
        step = reading.steps[end]
        a, b = mine[step.own[0]].box, reading.tokens[step.read[0]].box
        return a is not None and b is not None and (b[0] - right) - (a[0] - boxes[-1][2]) < hole
    return boxes[-1][2] - right < hole


def _telling(
    mine: Sequence[Token], first: _Reading, steps: Sequence[Step], own: Sequence[int], read: Sequence[int]
) -> bool:
    """Whether it is another word, and not only another spelling of noise."""
    if like(mine, own, first.tokens, read) == "same":
        return False
    paired = [like(mine, s.own, first.tokens, s.read) for s in steps if s.own and s.read]
    return "other" in paired


def _edges(reading: _Reading, start: int, end: int) -> tuple[int | None, int | None]:
    before = reading.steps[start - 1].own[-1] if start > 0 else None
    behind = reading.steps[end].own[0] if end < len(reading.steps) else None
    return before, behind


def _between(reading: _Reading, before: int | None, behind: int | None) -> str | None:
    """What another reading has between two own words; None where it does not have these words."""
    out: list[int] = []
    inside, closed = before is None, behind is None
    for step in reading.steps:
        if step.same and behind is not None and behind in step.own:
            closed = True
            break
        if inside and (step.own or (before is not None and behind is not None)):
            out += step.read
        if step.same and before is not None and before in step.own:
            inside = True
    return reading.text(out) if inside and closed else None


def _agree(a: str, b: str) -> bool:
    """Two readings of the same print; digits must be the same."""
    digits = [[c for c in text if c.isdigit()] for text in (a, b)]
    return a == b or (digits[0] == digits[1] and likeness(a, b) == "same")


def _moved_apart(mine: Sequence[Token], reading: _Reading, start: int, end: int) -> bool:
    """Whether the words on both sides of what was put in stand further apart than in the blank."""
    wider, gap = _gaps(mine, reading, start, end)
    read = [reading.tokens[j].box for s in reading.steps[start:end] for j in s.read]
    width = max(b[2] for b in read if b) - min(b[0] for b in read if b)
    return gap < _GAP and wider > 0.6 * width


def _moved_together(mine: Sequence[Token], reading: _Reading, start: int, end: int, own: Sequence[int]) -> bool:
    wider, _ = _gaps(mine, reading, start, end)
    boxes = [b for n in own if (b := mine[n].box)]
    return wider < -0.6 * (max(b[2] for b in boxes) - min(b[0] for b in boxes))


def _gaps(mine: Sequence[Token], reading: _Reading, start: int, end: int) -> tuple[float, float]:
    """(how much wider the gap is in the reading, the gap in the blank), in points."""
    a, b = reading.steps[start - 1], reading.steps[end]
    left, right = mine[a.own[-1]].box, mine[b.own[0]].box
    l2, r2 = reading.tokens[a.read[-1]].box, reading.tokens[b.read[0]].box
    if left is None or right is None or l2 is None or r2 is None:
        return 0.0, 0.0
    gap = right[0] - left[2]
    return r2[0] - l2[2] - gap, gap
