"""Options that a copy's page colours as with a marker, and the blank's does not: a Word file answered so, as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center, height, holds, same_row, width
from soppa_mailbot.forms.registering.overlay import Overlay
from soppa_mailbot.forms.texts.exclusive import only_one, questions
from soppa_mailbot.model import Box, Page, PlaceReading

_BEHIND = 22.0  # points from a box to its option
_HIGH = 2.2  # heights of a word: what is higher is no marker's
_WIDE = 0.8  # of a page: a band across it is no marker's
_HOW = "highlighted"


def with_marked_options(readings: Sequence[PlaceReading], overlay: Overlay, page: Page) -> list[PlaceReading]:
    """The readings of a page; where all boxes of a question are empty, the coloured option answers it."""
    drawn = [m.box for m in overlay.marks if m.kind in ("rect", "highlight") and width(m.box) < _WIDE * page.width]
    if not drawn:
        return list(readings)
    words = [overlay.map.box(t.box) for i, t in enumerate(overlay.own) if t.box and i in overlay.found]
    out = list(readings)
    for asked in questions(readings):
        if len(asked) < 2 or any(readings[i].state != "empty" for i in asked):
            continue
        options = {i: _first_word(readings[i].box, words) for i in asked}
        if not all(options.values()):
            continue
        chosen = [i for i, word in options.items() if word and any(_colours(box, word) for box in drawn)]
        if len(chosen) == len(asked) or (len(chosen) > 1 and only_one([readings[i].place for i in asked])):
            continue
        for i in chosen:
            why = "its words are highlighted, and the box is not ticked"
            out[i] = replace(readings[i], state="filled", value=readings[i].place.option, how=(_HOW,), why=why)
    return out


def _first_word(box: Box | None, words: Sequence[Box]) -> Box | None:
    if box is None:
        return None
    return min((w for w in words if same_row(w, box) and -1 <= w[0] - box[2] < _BEHIND), default=None)


def _colours(drawn: Box, word: Box) -> bool:
    return height(drawn) < _HIGH * height(word) and holds(drawn, center(word)) and width(drawn) > 0.8 * width(word)
