"""Questions of a scanned form that were answered with a ring around the option's words, no box being marked.

A ring has ink over, under, left and right of the words, and next to none on them. A level line through them has no ink
over them. What else is struck or scribbled out may mean that the other option holds: a person looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import same_row, union
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.words_ringed import is_ringed_word, surrounds, takes_several
from soppa_mailbot.forms.registering.ink import Added
from soppa_mailbot.forms.texts.exclusive import questions
from soppa_mailbot.model import Box, Place, PlaceReading, Word

_FIRST = 30.0  # points from a box to the first word of its option
_NEXT = 12.0  # points between two of its words
_AROUND, _OVER = 9.0, 7.0  # points beside and over the words in which a ring runs
_SIDE = 12  # pixels of added ink on each side of the words
_WHOLE = 70  # pixels of a ring
_INSIDE = 0.04  # of a ring's ink: what may lie on the words
_SEVERAL = "ink around the words of several answers"
_LINE = 0.2  # of a line's height, over and under what has most of the letters
_NEARLY = 0.9  # of a ring's ink: what is around fewer of the option's words
_OTHERS = 0.25  # of a ring's ink: what may lie around the question's other options


def with_rings(readings: Sequence[PlaceReading], own: Sequence[Word], added: Added) -> list[PlaceReading]:
    """The readings of a page; where all boxes of a question are empty, the one option with a ring is its answer.

    `own` are the words of the blank's page, `added` the ink of the vendor in its frame.
    """
    out = list(readings)
    for row in questions(readings):
        if len(row) < 2 or any(readings[n].state != "empty" for n in row):
            continue
        words = {n: _words_of(readings[n].place, own) for n in row}
        rings = {n: _ring(_box_of(readings[n].place), boxes, added) for n, boxes in words.items()}
        most = max(rings, key=lambda n: rings[n][0])
        ink = rings[most][0]
        if ink < _WHOLE:
            marked = {n: _ink(words[n][-1], added) for n in row if words[n] and is_ringed_word(readings[n].place.id)}
            for n in (n for n in marked if max(marked.values()) >= _SIDE):
                out[n] = replace(
                    readings[n], state="doubtful", how=("ink",), why="ink at an answer, and no ring around it"
                )
            continue
        if takes_several(readings[most].place.group_label):
            out = [_ringed(r, rings[n]) if n in rings and rings[n][0] >= _WHOLE else r for n, r in enumerate(out)]
            continue
        beside = added.without([_around(words[most][-1])])  # a ring may run into the option over or under it
        others = [_of_other(n, readings, words[n], rings[n][0], beside) for n in row if n != most]
        if max(others) > _OTHERS * ink:
            for n in row:  # several may be meant
                out[n] = replace(readings[n], state="doubtful", how=("ink",), why=_SEVERAL)
            continue
        out[most] = _ringed(readings[most], rings[most])
    return out


def _ringed(reading: PlaceReading, ring: tuple[int, int]) -> PlaceReading:
    """What a ring says of its option: chosen, or doubtful where the words may be scribbled out."""
    ink, on_words = ring
    why = f"a ring around its words ({ink} px of ink, {on_words} of it on them); {reading.why}"
    return replace(reading, state="filled" if on_words <= _INSIDE * ink else "doubtful", how=("ink",), why=why)


def _of_other(number: int, readings: Sequence[PlaceReading], words: Sequence[Box], ring: int, added: Added) -> int:
    """The ink that may choose another option: around its words, or, where words stand close, on them or a ring."""
    if not words:
        return _WHOLE
    if not is_ringed_word(readings[number].place.id):
        return _ink(words[-1], added)
    return max(ring, added.within(words[-1]))


def _box_of(place: Place) -> Box | None:
    """The box beside an option; none where its printed word itself is chosen."""
    return None if is_ringed_word(place.id) else place.box


def _words_of(place: Place, own: Sequence[Word]) -> list[Box]:
    if is_ringed_word(place.id):
        return [place.box] if place.box is not None else []
    return option_words(place.box, place.option, own)


def option_words(box: Box | None, option: str, own: Sequence[Word]) -> list[Box]:
    """Where the words of a box's option stand, behind it or before it: the first of them, the first two, and so on."""
    wanted = norms(option)
    if box is None or not wanted:
        return []
    line = sorted((w for w in own if same_row(w.box, box) and norms(w.text)), key=lambda w: w.box[0])
    behind = [w for w in line if w.box[0] >= box[2] - 2]
    before = [w for w in line if w.box[2] <= box[0] + 2]
    if behind and behind[0].box[0] - box[2] < _FIRST and norms(behind[0].text)[0] == wanted[0]:
        return _growing(behind[: len(wanted)], wanted)
    if before and box[0] - before[-1].box[2] < _FIRST and norms(before[-1].text)[-1] == wanted[-1]:
        return _growing(before[-len(wanted) :], wanted)
    return []


def _growing(words: Sequence[Word], wanted: tuple[str, ...]) -> list[Box]:
    out = [words[0].box]
    for word in words[1:]:
        if word.box[0] - out[-1][2] > _NEXT or not set(norms(word.text)) <= set(wanted):
            break
        out.append(union(out[-1], word.box))
    return out


def _ring(box: Box | None, words: Sequence[Box], added: Added) -> tuple[int, int]:
    """Pixels of a ring around an option or its first words, with its box or without, and of these on the words.

    (0, 0) where there is none.
    """
    rooms = [(w, room) for w in words for room in ((w,) if box is None else (w, union(box, w)))]
    drawn = [(w, _ink(room, added)) for w, room in rooms if _is_around(room, added, close=box is None)]
    if box is None:  # a wide ring, in one stroke
        drawn += [(w, added.within(piece)) for w in words for piece in added.pieces() if surrounds(w, piece)]
    if not drawn:
        return 0, 0
    most = max(ink for _, ink in drawn)
    inside = [added.within(_letters(w)) for w, ink in drawn if ink >= _NEARLY * most]
    return most, min(inside)  # a ring may cross the last word that it is drawn around


def _letters(words: Box) -> Box:
    """Where the letters of words are thickest: a ring that is drawn close cuts the rest of the line's height."""
    slack = max(1.0, _LINE * (words[3] - words[1]))
    return (words[0] + 1, words[1] + slack, words[2] - 1, words[3] - slack)


def _ink(words: Box, added: Added) -> int:
    return added.within(_around(words))


def _around(words: Box) -> Box:
    return (words[0] - _AROUND, words[1] - _OVER, words[2] + _AROUND, words[3] + _OVER)


def _is_around(words: Box, added: Added, *, close: bool) -> bool:
    """Whether ink is on all sides of words; `close`: other rings may be in the lines over and under them."""
    left, top, right, bottom = words
    high, low = (top, bottom) if close else (top - _OVER, bottom + _OVER)
    sides = (
        (left - _AROUND, top - _OVER, right + _AROUND, top + 1),
        (left - _AROUND, bottom - 1, right + _AROUND, bottom + _OVER),
        (left - _AROUND, high, left + 1, low),
        (right - 1, high, right + _AROUND, low),
    )
    return all(added.within(side) >= _SIDE for side in sides)
