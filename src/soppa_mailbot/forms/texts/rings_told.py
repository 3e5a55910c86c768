"""How a copy tells which of a question's printed words it chooses, where a ring is asked for: "Circle one: Yes / No".

On a page a ring is drawn around the word, or a line under it or through the others; in Word the word is set in bold,
underlined or framed. An X is put behind the word as well as before it, and the answer is typed once more behind all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import beside, center, height, holds, union
from soppa_mailbot.forms.common.slots import Slot, Stream
from soppa_mailbot.forms.common.tokens import Token, norms
from soppa_mailbot.forms.common.values import is_mark
from soppa_mailbot.forms.common.words_ringed import (
    is_ringed_word,
    runs_along,
    runs_through,
    surrounds,
    takes_several,
)
from soppa_mailbot.model import Box, Mark, Page, Place

_PARTS = re.compile(r"[/|,;]")
_NEARER = 1.5  # times as far as to the nearer word
_DRAWN = frozenset({"curve", "ink", "rect"})
_LINES = frozenset({"line", "rect", "curve", "ink"})
_UNDER = 3.5  # points from a word's foot to the line under it
_BEHIND = 6  # heights from the last word to an answer that is typed behind it
_LONGEST = 3  # words of such an answer

Which = TypeVar("Which", str, int)  # how a room calls a word: by its slot, or by its number


@dataclass(frozen=True, slots=True)
class _Option:
    slot: str  # Slot.id
    words: tuple[str, ...]
    first: int  # of the paper's tokens
    last: int


@dataclass(frozen=True)
class Told:
    marks: Mapping[int, str]  # token of the paper, an X, -> Slot.id of the word that it marks
    answers: Mapping[str, str]  # Slot.id -> why it is the answer
    said: frozenset[int]  # tokens of the paper that only say an answer again
    unclear: frozenset[str] = frozenset()  # Slot.id of words of which something is marked, or something stands behind


def told(
    blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], places: Mapping[str, Place], pages: Sequence[Page]
) -> Told:
    """What tells the answers of the questions whose printed words are all in the paper still."""
    marks: dict[int, str] = {}
    answers: dict[str, str] = {}
    said: set[int] = set()
    unclear: set[str] = set()
    to_paper = _where_printed(blank, paper, to_paper, places)
    own = {j for j in to_paper if j >= 0}
    by_page = {p.number: p for p in pages}
    for options in _questions(blank, to_paper, places):
        here = list(_marks(options, paper, own))
        marks.update(here)
        behind = _typed_behind(options, paper, own)
        typed = {o.slot for o in options if behind and o.words == tuple(paper[n].norm for n in behind)}
        if typed:
            said.update(behind)
        ways = {"typed behind the question": typed, **_ways(blank, options, paper, by_page)}
        several = takes_several(places[options[0].slot].group_label)
        if not here and (found := chosen(ways, several=several)):
            answers.update(dict.fromkeys(*found))
        elif not here and (behind or any(ways.values())):
            unclear.update(o.slot for o in options)
    return Told(marks, answers, frozenset(said), frozenset(unclear))


def _ways(
    blank: Stream, options: Sequence[_Option], paper: Sequence[Token], pages: Mapping[int, Page]
) -> dict[str, set[str]]:
    """How each word may be chosen, beside an X and what is typed -> the slots of the words that seem chosen so."""
    struck = {o.slot for o in options if _is_struck(o, paper, pages)}
    return {
        "set apart in bold letters, by a line or a frame": _set_apart(blank, options, paper),
        "put in brackets": _in_brackets(blank, options, paper),
        "ringed": {o.slot for o in options if _is_ringed(o, options, paper, pages)},
        "underlined": {o.slot for o in options if _is_underlined(o, paper, pages)},
        "the others are struck through": {o.slot for o in options} - struck if struck else set(),
    }


def chosen(ways: Mapping[str, Collection[Which]], *, several: bool) -> tuple[frozenset[Which], str] | None:
    """The word that is chosen, or the words where `several` may be, and the first way that tells so.

    None where no way tells, two tell otherwise, or more than may be are told.
    """
    told = {how: frozenset(words) for how, words in ways.items() if words}
    if len(set(told.values())) != 1:
        return None
    how, words = next(iter(told.items()))
    return (words, how) if several or len(words) == 1 else None


def _questions(blank: Stream, to_paper: Sequence[int], places: Mapping[str, Place]) -> Iterator[list[_Option]]:
    groups: dict[str, list[Slot]] = {}
    for slot in blank.slots:
        if is_ringed_word(slot.id) and slot.id in places:
            groups.setdefault(slot.id.rpartition("ring")[0], []).append(slot)
    for slots in groups.values():
        out = []
        for slot in slots:
            words = norms(places[slot.id].option)
            at = to_paper[slot.at : slot.at + len(words)]
            if words and len(at) == len(words) and all(j >= 0 for j in at):
                out.append(_Option(slot.id, words, at[0], at[-1]))
        if len(out) == len(slots) > 1 and all(a.last < b.first for a, b in pairwise(out)):
            yield out


def _where_printed(
    blank: Stream, paper: Sequence[Token], to_paper: Sequence[int], places: Mapping[str, Place]
) -> list[int]:
    """`to_paper` with the first of two equal words where the answer is typed once more: "Yes / No   NO"."""
    out = list(to_paper)
    own = {j for j in to_paper if j >= 0}
    for slot in blank.slots:
        words = norms(places[slot.id].option) if is_ringed_word(slot.id) and slot.id in places else ()
        at = to_paper[slot.at : slot.at + len(words)]
        before = range(at[0] - len(words), at[0]) if words and min(at) >= len(words) else range(0)
        again = before and tuple(paper[n].norm for n in before) == words and not own & set(before)
        if again and _on_line(paper[before.start], paper[at[0]]):
            out[slot.at : slot.at + len(words)] = before
    return out


# --- an X, and an answer typed once more ---


def _marks(options: Sequence[_Option], paper: Sequence[Token], own: set[int]) -> Iterator[tuple[int, str]]:
    """An X between two of the words, or behind the last one, that stands with the word before it."""
    for at, option in enumerate(options):
        number = option.last + 1
        following = options[at + 1] if at + 1 < len(options) else None
        if number >= len(paper) or number in own or not is_mark(paper[number].raw.strip(" /|,;()")):
            continue
        if following is None:
            ends = number + 1 >= len(paper) or not _together(paper[number], paper[number + 1])
            if ends and _together(paper[option.last], paper[number]):
                yield number, option.slot
        elif number + 1 == following.first and _is_nearer(paper[option.last], paper[number], paper[following.first]):
            yield number, option.slot


def _together(a: Token, b: Token) -> bool:
    """Whether two words stand beside each other, no wide gap between them."""
    if (a.paragraph, a.cell, a.page, a.stretch) != (b.paragraph, b.cell, b.page, b.stretch):
        return False
    return a.box is None or b.box is None or (beside(a.box, b.box) and b.box[0] - a.box[2] < 1.5 * height(a.box))


def _is_nearer(before: Token, mark: Token, after: Token) -> bool:
    """Whether an X belongs to the word before it: "Yes X / No"."""
    parted = _is_parted(before, mark), _is_parted(mark, after)
    if parted[0] != parted[1]:
        return parted[1]
    if mark.box is not None and before.box is not None and after.box is not None:
        return _NEARER * max(mark.box[0] - before.box[2], 0.5) <= after.box[0] - mark.box[2]
    return before.stretch == mark.stretch != after.stretch


def _is_parted(a: Token, b: Token) -> bool:
    """Whether a stroke or the like stands between two words."""
    if a.unit == b.unit:
        return _PARTS.search(a.raw) is not None
    return b.unit - a.unit > 1 or _PARTS.search(a.raw[-1:]) is not None or _PARTS.search(b.raw[:1]) is not None


def _typed_behind(options: Sequence[_Option], paper: Sequence[Token], own: set[int]) -> list[int]:
    """The few words behind the last of the printed ones, on their line, that are none of the form's."""
    last = paper[options[-1].last]
    out: list[int] = []
    for number in range(options[-1].last + 1, min(options[-1].last + 2 + _LONGEST, len(paper))):
        token = paper[number]
        if number in own or not _on_line(last, token):
            break
        if token.norm != "__":
            out.append(number)
    return out


def _on_line(a: Token, b: Token) -> bool:
    if (a.paragraph, a.cell, a.page) != (b.paragraph, b.cell, b.page):
        return False
    return a.box is None or b.box is None or (beside(b.box, a.box) and b.box[0] - a.box[2] < _BEHIND * height(a.box))


# --- letters and lines ---


def _set_apart(blank: Stream, options: Sequence[_Option], paper: Sequence[Token]) -> set[str]:
    """The words in bold letters or the like, where the form's own are all alike."""
    ats = {s.id: s.at for s in blank.slots}
    if any(blank.tokens[ats[o.slot]].emphasised for o in options):
        return set()
    found = {o.slot for o in options if all(paper[n].emphasised for n in range(o.first, o.last + 1))}
    return found if len(found) < len(options) else set()


def _in_brackets(blank: Stream, options: Sequence[_Option], paper: Sequence[Token]) -> set[str]:
    """The words with a bracket before them that the form has not: "( YES )   NO", a ring that was typed."""
    ats = {s.id: s.at for s in blank.slots}
    return {o.slot for o in options if paper[o.first].opens and not blank.tokens[ats[o.slot]].opens}


def _box(option: _Option, paper: Sequence[Token]) -> Box | None:
    first, last = paper[option.first].box, paper[option.last].box
    return None if first is None or last is None else union(first, last)


def _on_page(option: _Option, paper: Sequence[Token], pages: Mapping[int, Page]) -> tuple[Box | None, Iterable[Mark]]:
    page = pages.get(paper[option.first].page)
    return _box(option, paper), page.marks if page is not None else ()


def _is_ringed(option: _Option, options: Sequence[_Option], paper: Sequence[Token], pages: Mapping[int, Page]) -> bool:
    box, marks = _on_page(option, paper, pages)
    others = [center(b) for o in options if o is not option and (b := _box(o, paper)) is not None]
    rings = [m.box for m in marks if m.kind in _DRAWN]
    return box is not None and any(surrounds(box, r) and not any(holds(r, point) for point in others) for r in rings)


def _is_underlined(option: _Option, paper: Sequence[Token], pages: Mapping[int, Page]) -> bool:
    box, marks = _on_page(option, paper, pages)
    return box is not None and any(_is_line(m, box) and -2 <= m.box[1] - box[3] <= _UNDER for m in marks)


def _is_struck(option: _Option, paper: Sequence[Token], pages: Mapping[int, Page]) -> bool:
    box, marks = _on_page(option, paper, pages)
    if box is None:
        return False
    return any(
        (m.kind == "strikeout" and holds(m.box, center(box))) or (m.kind in _LINES and runs_through(m.box, box))
        for m in marks
    )


def _is_line(mark: Mark, word: Box) -> bool:
    """Whether a thin line runs along a word, and not much further."""
    return mark.kind in _LINES and runs_along(mark.box, word)
