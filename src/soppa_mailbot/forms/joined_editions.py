"""One scan of which some pages lie over a form's page edition, and others are the print of its Word edition.

Typed into Word, a contract's sentences are wrapped anew and its tables stay as they were: the picture of a table's page
lies over the PDF edition, the pages before it have the words of the Word file. Both are one copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from soppa_mailbot.forms.common.labels import comparable
from soppa_mailbot.model import Blank, FormPart, Place, PlaceReading

_TAIL = 2  # words of a label's end by which editions are compared: its beginning hangs on how the lines were wrapped
_ALIKE = 0.8  # share of the places that both editions have in one order, at least
_READ = 0.5  # share of a page's places that were read, for the page to be there

Key = tuple[str, ...]


def as_one_copy(parts: Sequence[FormPart], blanks: Sequence[Blank]) -> list[FormPart]:
    """The parts of a document, those read by a Word edition told as pages of the page edition that has the others.

    Not where several Word editions or page editions were found, nor where the two do not ask alike.
    """
    out = list(parts)
    by_id = {(b.form, b.id): b for b in blanks}
    for form in dict.fromkeys(p.form for p in parts if p.how == "scan"):
        mine = [p for p in out if p.form == form and p.how == "scan"]
        printed = [p for p in mine if not by_id[form, p.blank].document.pages]
        laid = [p for p in mine if p not in printed]
        if not printed or not laid or len({p.blank for p in printed}) > 1 or len({p.blank for p in laid}) > 1:
            continue
        numbers = [n for p in mine for n in p.pages]
        told = _told_as(printed, laid, by_id[form, printed[0].blank], by_id[form, laid[0].blank])
        if told is not None and len(set(numbers)) == len(numbers):
            out = [p for p in out if p not in printed] + [told]
    return out


def _told_as(printed: Sequence[FormPart], laid: Sequence[FormPart], word: Blank, paged: Blank) -> FormPart | None:
    """The parts that were read by the Word edition as one of the page edition; None where these cannot be compared."""
    twins = _twins(word.places, paged.places)
    asked = [p for p in paged.places if p.required]
    if sum(p.id in twins for p in asked) < _ALIKE * len(asked):
        return None
    read = {r.place.id: r for p in printed for r in p.readings}
    have = {n for p in laid for n in p.blank_pages}
    readings: list[PlaceReading] = []
    pages = []
    for number in (p.number for p in paged.document.pages if p.number not in have):
        here = [p for p in paged.places if p.page == number]
        found = {p.id: read[twins[p.id]] for p in here if p.id in twins and twins[p.id] in read}
        if here and len(found) < _READ * len(here):
            continue  # the page is not there
        pages.append(number)
        readings += [_reading(p, found.get(p.id)) for p in here]
    if not readings:
        return None
    return replace(
        printed[0],
        blank=paged.id,
        pages=tuple(n for p in printed for n in p.pages),
        blank_pages=tuple(pages),
        readings=tuple(readings),
        confidence=min(p.confidence for p in printed),
        doubts=tuple(dict.fromkeys(d for p in printed for d in p.doubts)),
    )


def _reading(place: Place, found: PlaceReading | None) -> PlaceReading:
    if found is not None:
        return replace(found, place=place)
    return PlaceReading(place, "doubtful", why="the Word version that this page was printed from has no such place")


def _twins(word: Sequence[Place], paged: Sequence[Place]) -> dict[str, str]:
    """Place of the page edition -> the Word edition's place that asks the same, both in the order of the form."""
    matcher = SequenceMatcher(None, [_key(p) for p in word], [_key(p) for p in paged], autojunk=False)
    out: dict[str, str] = {}
    for how, a, a_end, b, b_end in matcher.get_opcodes():
        if how == "equal" or (how == "replace" and a_end - a == b_end - b):
            pairs = zip(word[a:a_end], paged[b:b_end], strict=True)
            out.update({theirs.id: mine.id for mine, theirs in pairs if _may_be_twins(mine, theirs)})
    taken = set(out.values())
    return out | _by_whole_labels([p for p in word if p.id not in taken], [p for p in paged if p.id not in out])


def _may_be_twins(one: Place, other: Place) -> bool:
    return (one.kind == "check") == (other.kind == "check")


def _by_whole_labels(word: Sequence[Place], paged: Sequence[Place]) -> dict[str, str]:
    """Of places in another order, as those of two blocks side by side are, the ones that are called alike."""
    ours, theirs = _called_once(word), _called_once(paged)
    return {theirs[name].id: place.id for name, place in ours.items() if name in theirs}


def _called_once(places: Sequence[Place]) -> dict[Key, Place]:
    named = [(_whole(place), place) for place in places]
    times = Counter(name for name, _ in named)
    return {name: place for name, place in named if times[name] == 1}


def _whole(place: Place) -> Key:
    return ("check" if place.kind == "check" else "", place.party or "", *comparable(place.option or place.label))


def _key(place: Place) -> Key:
    if place.kind == "check":
        return ("check", *comparable(place.option or place.label))
    return (place.party or "", *comparable(place.label)[-_TAIL:])
