"""Boxes that a vendor took out with the answers that do not hold: "☐ Yes   ☐ No" of which "Yes" is left.

A converter that drops boxes leaves all words of the question; then nothing says which was ticked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.blanks.rings import is_put_in
from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import OFF, ON, Token, norms
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.texts.exclusive import questions
from soppa_mailbot.model import PlaceReading

UNSEEN = "its box could not be seen"
_WHY = "the question's other answers and the boxes were taken out"


def with_words_of_boxes(
    readings: Sequence[PlaceReading], blank: Stream, paper: Sequence[Token], to_paper: Sequence[int]
) -> list[PlaceReading]:
    """The readings of running text: of a question without boxes the answers that are left are chosen."""
    slots = {s.id: s.at for s in blank.slots if s.kind == "check" and not s.is_cell and not is_ringed_word(s.id)}
    out = list(readings)
    for asked in questions(readings):
        mine = [i for i in asked if readings[i].place.id in slots]
        if len(mine) < 2 or len(mine) < len(asked) or not any(readings[i].why == UNSEEN for i in mine):
            continue
        if any(readings[i].state != "empty" and readings[i].why != UNSEEN for i in mine):
            continue
        found = {i: _found(readings[i], slots[readings[i].place.id], blank, to_paper) for i in mine}
        spans = [at for at in found.values() if at]
        told = None not in found.values() and 0 < len(spans) < len(mine)
        first = min(slots[readings[i].place.id] for i in mine)
        last = max(slots[i.place.id] + len(norms(i.place.option)) - 1 for i in (readings[m] for m in mine))
        if not told or is_put_in(to_paper, first, last, len(paper)):
            continue
        left, right = min(a for at in spans for a in at), max(a for at in spans for a in at)
        if any(t.norm in (ON, OFF) for t in paper[max(left - 1, 0) : right + 2]):
            continue
        for i in mine:
            if found[i]:
                option = readings[i].place.option
                out[i] = replace(readings[i], state="filled", value=option, how=("text",), why=_WHY)
            else:
                out[i] = replace(readings[i], state="empty", why="")
    return out


def given_up(readings: Sequence[PlaceReading], blank: Stream, to_paper: Sequence[int]) -> frozenset[int]:
    """Own words that are gone with no loss to the form: those of answers that were taken out with their boxes."""
    slots = {s.id: s.at for s in blank.slots}
    told = {r.place.group for r in readings if r.why == _WHY}
    spans: list[range] = []
    for reading in readings:
        if reading.place.group in told and reading.state == "empty" and reading.place.id in slots:
            at, words = slots[reading.place.id], norms(reading.place.option)
            behind = tuple(t.norm for t in blank.tokens[at : at + len(words)]) == words
            spans += [range(at, at + len(words))] if behind else []
    return frozenset(i for span in spans for i in span if to_paper[i] < 0)


def _found(reading: PlaceReading, at: int, blank: Stream, to_paper: Sequence[int]) -> list[int] | None:
    """Where the paper has an answer's words; [] where it has none of them, None where that is not to be told."""
    words = norms(reading.place.option)
    if not words or tuple(t.norm for t in blank.tokens[at : at + len(words)]) != words:
        return None
    there = [j for j in to_paper[at : at + len(words)] if j >= 0]
    return there if len(there) in (0, len(words)) else None
