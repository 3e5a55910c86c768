"""A blank's running text laid beside a paper's, word by word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.align import align
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import Token, is_stamp
from soppa_mailbot.forms.texts.own_labels import settled
from soppa_mailbot.forms.texts.same_cells import in_same_cells


@dataclass(frozen=True)
class Comparison:
    """A blank's running text laid beside a paper's."""

    blank: Stream
    paper: Sequence[Token]
    to_paper: Sequence[int]  # per token of the blank

    @property
    def found(self) -> frozenset[int]:
        return frozenset(i for i, j in enumerate(self.to_paper) if j >= 0)

    @property
    def hints(self) -> frozenset[int]:
        """Own words in cells to write in that an answer may stand in place of: "(area code first)"."""
        return frozenset(i for s in self.blank.slots for i in range(s.at - s.hint, s.at))

    @property
    def covered(self) -> tuple[int, int]:
        """First and last token of the paper that the blank explains."""
        hits = [j for j in self.to_paper if j >= 0]
        return (min(hits), max(hits)) if hits else (0, -1)

    def without(self, words: Collection[int]) -> Comparison:
        """The same without these words of the paper, by their numbers; none of them may be one of the blank's."""
        if not words:
            return self
        kept = [j for j in range(len(self.paper)) if j not in words]
        now = {j: n for n, j in enumerate(kept)}
        return replace(
            self, paper=[self.paper[j] for j in kept], to_paper=[now[j] if j >= 0 else -1 for j in self.to_paper]
        )

    def in_place_of(self, indices: Sequence[int]) -> Sequence[Token]:
        """The words that stand between the neighbours of these own words."""
        first, last = min(indices), max(indices)
        before = self.to_paper[first - 1] if first else -1
        after = self.to_paper[last + 1] if last + 1 < len(self.to_paper) else -1
        return self.paper[before + 1 : after] if 0 <= before < after else ()

    def replaced(self) -> frozenset[int]:
        """Own words that are gone while other words stand in their place, no place to fill being near.

        A word that is broken at the end of a line, "cutlerridge" and "306.example", is not gone.
        """
        open_at = {s.at for s in self.blank.slots}
        out: set[int] = set()
        size = len(self.to_paper)
        index = 0
        while index < size:
            if self.to_paper[index] >= 0:
                index += 1
                continue
            end = index
            while end < size and self.to_paper[end] < 0:
                end += 1
            slots_near = any(at in open_at for at in range(index, end + 1))
            before = self.to_paper[index - 1] if index else -1
            after = self.to_paper[end] if end < size else len(self.paper)
            if not slots_near and index and end < size and after - before > 1:
                own, there = self.blank.tokens[index:end], self.paper[before + 1 : after]
                if "".join(t.norm for t in own) != "".join(t.norm for t in there):
                    out.update(n for n in range(index, end) if not is_stamp(self.blank.tokens, n))
            index = end
        return frozenset(out - {i for s in self.blank.slots for i in range(s.at, s.at + s.told)})


def compare(blank: Stream, paper: Sequence[Token]) -> Comparison:
    own = [t.norm for t in blank.tokens]
    at = {s.at for s in blank.slots}
    to_paper = settled(blank.tokens, paper, align(own, [t.norm for t in paper], at), sorted(at))
    return Comparison(blank, paper, in_same_cells(blank.tokens, paper, to_paper))


def adjacent(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Slots with no own word between them share what was inserted there."""
    out: list[list[Slot]] = []
    for slot in slots:
        if out and out[-1][-1].at == slot.at:
            out[-1].append(slot)
        else:
            out.append([slot])
    return out


def gap_at(comparison: Comparison, at: int) -> tuple[int, int]:
    """The paper's tokens between the nearest own words found before and after a slot."""
    before = next((comparison.to_paper[i] for i in range(at - 1, -1, -1) if comparison.to_paper[i] >= 0), -1)
    after = next(
        (comparison.to_paper[i] for i in range(at, len(comparison.to_paper)) if comparison.to_paper[i] >= 0),
        len(comparison.paper),
    )
    if before < 0:
        before = max(-1, after - 2)  # in front of the form: only what touches its first word
    if after == len(comparison.paper):
        after = min(after, before + 1 + limit.LONGEST_ANSWER)
    return before + 1, max(before + 1, after)
