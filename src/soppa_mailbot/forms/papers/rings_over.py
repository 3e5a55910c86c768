"""How a page that lies over its blank tells which printed words it chooses, where nothing is drawn around them.

The answer is typed once more behind all of them, a line is under one of them, or one is set in bold letters: a Word
form that was filled and then printed to a PDF has these. Bold letters are broader, and nothing else is where all other
words stand as in the blank.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import beside, center, height, holds, union, width
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.values import is_answer
from soppa_mailbot.forms.common.words_ringed import is_ringed_word, runs_along, takes_several
from soppa_mailbot.forms.registering.overlay import Overlay
from soppa_mailbot.forms.texts.exclusive import questions
from soppa_mailbot.forms.texts.rings_told import chosen
from soppa_mailbot.model import Box, Mark, Page, Place, PlaceReading

_BEHIND = 10  # heights from the last word to an answer that is typed behind it
_UNDER = 3.5  # points from a word's foot to the line under it
_LINES = frozenset({"line", "rect", "curve", "ink"})
_BROADER, _AS_BROAD = 1.02, 1.008  # times as broad as in the blank: bold letters, and the same ones
_OTHER = "other words stand behind the answers"


def with_words_chosen(readings: Sequence[PlaceReading], overlay: Overlay, page: Page) -> list[PlaceReading]:
    """The readings of a page; where nothing is drawn around a question's words, the one that is told otherwise."""
    out = list(readings)
    places = [r.box for r in readings if r.box]
    for asked in questions(readings):
        boxes = {i: readings[i].box for i in asked if is_ringed_word(readings[i].place.id)}
        words = {i: box for i, box in boxes.items() if box is not None}
        if len(words) < 2 or len(words) < len(asked) or any(readings[i].state != "empty" for i in words):
            continue
        typed = _typed_behind(list(words.values()), overlay, places)
        ways = {
            "typed behind the question": {i for i in words if norms(readings[i].place.option) == norms(typed)},
            "underlined": {i for i, box in words.items() if any(_is_under(m, box) for m in overlay.marks)},
            "set in bold letters": _bold({i: readings[i].place for i in words}, words, page),
        }
        if found := chosen(ways, several=takes_several(readings[asked[0]].place.group_label)):
            numbers, why = found
            for n in numbers:
                out[n] = replace(readings[n], state="filled", value=readings[n].place.option, how=("text",), why=why)
        elif any(ways.values()) or is_answer(typed):
            why = _OTHER if typed else "several of the answers are marked"
            out = [replace(r, state="doubtful", why=why) if n in words else r for n, r in enumerate(out)]
    return out


def _typed_behind(words: Sequence[Box], overlay: Overlay, places: Sequence[Box]) -> str:
    """What stands on the line of a question's words, behind the last of them and before any other place."""
    last = max(words, key=lambda b: b[2])
    ends = last[2] + _BEHIND * height(last)
    ends = min([ends, *(p[0] for p in places if beside(p, last) and p[0] > last[2] + 1)])
    notes = [(m.box[0], m.text) for m in overlay.marks if m.kind == "freetext" and _is_level(m.box, last)]
    found = [(t.box[0], t.raw) for t in overlay.added if t.box and beside(t.box, last)]
    return " ".join(text for left, text in sorted(notes or found) if last[2] - 1 <= left < ends)


def _is_level(note: Box, word: Box) -> bool:
    """Whether a note, of which the first line counts, begins on a word's line."""
    return abs(note[1] - word[1]) < height(word)


def _is_under(mark: Mark, word: Box) -> bool:
    return mark.kind in _LINES and runs_along(mark.box, word) and -2 <= mark.box[1] - word[3] <= _UNDER


def _bold(places: Mapping[int, Place], words: Mapping[int, Box], page: Page) -> set[int]:
    """The words that are broader than in the blank, where the others are not."""
    broad = {i: _broadness(places[i], box, page) for i, box in words.items()}
    found = {i for i, share in broad.items() if share > _BROADER}
    return found if all(0 < share < _AS_BROAD for i, share in broad.items() if i not in found) else set()


def _broadness(place: Place, box: Box, page: Page) -> float:
    """How many times as broad as in the blank an answer's words are; 0 where they are not found alone."""
    found = [w for w in page.words if holds(box, center(w.box)) and norms(w.text)]
    if tuple(n for w in found for n in norms(w.text)) != norms(place.option) or width(box) <= 0:
        return 0.0
    drawn = found[0].box
    for word in found[1:]:
        drawn = union(drawn, word.box)
    return width(drawn) / width(box)
