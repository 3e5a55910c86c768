"""Boxes that were answered with a marker: the chosen option's words are highlighted, and no box is ticked.

Word's highlighter, or the background of a run (Google Docs writes that one). A blank that marks an option itself says
nothing, and neither does a copy in which all options of a question are marked, or a single box that stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.texts.exclusive import only_one, questions
from soppa_mailbot.model import PlaceReading

_HOW = "highlighted"


def with_highlights(
    readings: Sequence[PlaceReading], blank: Stream, paper: Sequence[Token], to_paper: Sequence[int]
) -> list[PlaceReading]:
    """The readings; where all boxes of a question are empty, the options that the paper highlights answer it."""
    if not any(t.highlighted for t in paper):
        return list(readings)
    known = not any(t.box for t in blank.tokens)  # what a blank's pages highlight themselves is not read
    slots = {s.id: n for n, s in enumerate(blank.slots)}
    out = list(readings)
    for asked in questions(readings):
        if len(asked) < 2 or any(readings[i].state != "empty" for i in asked):
            continue
        options = {i: _option(blank, slots[readings[i].place.id], readings[i].place.option) for i in asked}
        if any(blank.tokens[n].highlighted for own in options.values() for n in own):
            continue
        chosen = [i for i, own in options.items() if own and all(_marked(paper, to_paper[n]) for n in own)]
        if len(chosen) == len(asked) or (len(chosen) > 1 and only_one([readings[i].place for i in asked])):
            continue
        for i in chosen:
            state = "filled" if known else "doubtful"
            why = "its words are highlighted, and the box is not ticked"
            out[i] = replace(readings[i], state=state, value=readings[i].place.option, how=(_HOW,), why=why)
    return out


def _marked(paper: Sequence[Token], at: int) -> bool:
    return at >= 0 and paper[at].highlighted


def _option(blank: Stream, number: int, option: str) -> range:
    """The blank's tokens that are a box's option: behind the box, or before it."""
    slot, words = blank.slots[number], norms(option)
    if not words:
        return range(0)
    for own in (range(slot.at, slot.at + len(words)), range(slot.at - len(words), slot.at)):
        inside = own.start >= 0 and own.stop <= len(blank.tokens)
        if inside and all(_is_word_of(slot, blank.tokens[n], w) for n, w in zip(own, words, strict=True)):
            return own
    return range(0)


def _is_word_of(slot: Slot, token: Token, word: str) -> bool:
    return token.paragraph == slot.paragraph and token.norm == word
