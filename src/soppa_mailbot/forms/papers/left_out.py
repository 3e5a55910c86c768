"""Words of the form's own terms that are gone from a copy while all around them stands: a sentence or a "not" of one.

Nothing was put in their place, so they are no changed words; yet who signs a copy without them has not agreed to the
District's terms. What copies lose without harm is none of this: prompts, instructions, lines of a head or foot, labels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.tokens import Token, spelled
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.forms.papers.overwritten import NEGATIONS

_AROUND = 2  # own words on either side that must be there
_FEWEST = 3  # words of a sentence that are no slip of a converter
_SENTENCE = 5  # words of it, so that an option's "No" or a label is none
_LONGEST = 120  # words to each side of what is gone that are looked at
_NEAR_PLACE = 1  # own words between a lost one and a place: what is nearer may be a hint that an answer replaced
_SHOWN = 100
_MOST = 3  # that are quoted
_END = re.compile(r"[.;:!?][\"'”’)\]]*$")

_OBLIGES = re.compile(
    r"\b(?:shall|agrees?|warrants?|represents?|undertakes?|covenants?|bears?|pays?|indemnif\w+|liable|liability|remains?|"
    r"(?:may|must|will|does|do|is|are) not|responsible|prohibited|entitled|carries|maintains?)\b"
)
_BINDS = re.compile(rf"{_OBLIGES.pattern}|\b(?:will|must|may|only|never|no)\b")
_INSTRUCTS = re.compile(
    r"\b(?:please|click|tap|instructions?|optional|template|examples?|"
    r"(?:fill|filled|complete[ds]?|return(?:ed)?|submit|sign(?:ed)?|print(?:ed)?|type[d]?|send|e ?mail|attach|use) "
    r"(?:in|out|this|the|all|every|each|one|both|and|or|to|it|additional|more|extra|separate|clearly|below|here|"
    r"completed|signed|copy|form)|(?:check|mark) (?:one|all|the)|(?:this|the|completed|signed) (?:form|page|sheet)|"
    r"(?:more|additional) (?:space|room|sheets?|pages?|lines|rows)|for (?:district|office|official) use|insert|"
    r"add (?:rows|lines))\b"
)


def left_out(
    own: Sequence[Token],
    found: Collection[int],
    replaced: Collection[int],
    places: Collection[int],
    paper: Iterable[Token],
) -> tuple[str, ...]:
    """What is gone, in words for people; `found`, `replaced` and `places` are indices of `own`.

    `paper` is all that the copy says: a table that was read in another order has its words elsewhere.
    """
    told = []
    for start, end in _runs(len(own), found):
        if any(i in replaced for i in range(start, end)) or not _in_its_place(start, end, len(own), found):
            continue
        if _matters(own, start, end, places):
            told.append((start, end))
    said = f" {' '.join(t.norm for t in paper)} " if told else ""
    gone = [(a, z) for a, z in told if z - a < _FEWEST or f" {' '.join(t.norm for t in own[a:z])} " not in said]
    return tuple(dict.fromkeys(_quoted(own, start, end) for start, end in gone))[:_MOST]


def _quoted(own: Sequence[Token], start: int, end: int) -> str:
    sentence = f'"{spelled(own[start - _AROUND : end + _AROUND])}"' if end - start < _FEWEST else "the form's own words"
    return f'"{spelled(own[start:end])[:_SHOWN]}" is gone from {sentence}'


def _runs(size: int, found: Collection[int]) -> Iterator[tuple[int, int]]:
    start = -1
    for index in range(size + 1):
        lost = index < size and index not in found
        if lost and start < 0:
            start = index
        elif not lost and start >= 0:
            yield start, index
            start = -1


def _in_its_place(start: int, end: int, size: int, found: Collection[int]) -> bool:
    """Whether the words before and behind it are there; those of another page, or of none, are not asked for."""
    around = (*range(start - _AROUND, start), *range(end, end + _AROUND))
    return start >= _AROUND and all(i in found for i in around if i < size)


def _matters(own: Sequence[Token], start: int, end: int, places: Collection[int]) -> bool:
    run = own[start:end]
    first, last = _sentence(own, start, end, places)
    if last - first < _SENTENCE:
        return False
    near = any(start - _NEAR_PLACE <= at <= end + _NEAR_PLACE for at in places)
    if len(run) < _FEWEST:
        return not near and any(t.norm in NEGATIONS and t.raw[:1].islower() for t in run)
    gone, around = plain(spelled(run)), plain(spelled(own[first:last]))
    if _OBLIGES.search(gone):
        return not (_INSTRUCTS.search(gone) and not re.search(r"\bshall\b|\bagree", gone))
    return (first, last) != (start, end) and not near and bool(_BINDS.search(around)) and not _INSTRUCTS.search(gone)


def _sentence(own: Sequence[Token], start: int, end: int, places: Collection[int]) -> tuple[int, int]:
    """The sentence, or the sentences, that own[start:end] stands in or is."""
    first, last = start, end
    while first > max(0, start - _LONGEST) and _goes_on(own, first, places):
        first -= 1
    while last < min(len(own), end + _LONGEST) and _goes_on(own, last, places):
        last += 1
    return first, last


def _goes_on(own: Sequence[Token], at: int, places: Collection[int]) -> bool:
    """Whether the word `at` goes on with the sentence of the one before it."""
    before, here = own[at - 1], own[at]
    if at in places or (before.cell, before.paragraph) != (here.cell, here.paragraph):
        return False
    return before.unit == here.unit or not _END.search(before.raw.rstrip())
