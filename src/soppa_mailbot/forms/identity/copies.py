"""Which parts make up one copy of a form: over several files, pages in any order, versions that share pages.

Two versions of a form may look the same on a page; then both claim it (`forms.scan`). The version that explains more of
the copy has it, and may borrow the pages that only the other one found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.model import Blank, FormPart, Place, PlaceReading

_SAME_PAGE = 0.85  # share of common n-grams from which pages of two versions are one page
_SAME_PLACE = 12.0  # points between the middles of one place in two versions

Key = tuple[str, str]
PageKey = tuple[str, int]


def copies(parts: Sequence[FormPart], known: Mapping[Key, Blank]) -> list[list[FormPart]]:
    """The copies in the order of their first part; each page of a paper counts for one of them."""
    order = {id(part): n for n, part in enumerate(parts)}
    rest = [p for p in parts if (p.form, p.blank) in known]
    out: list[tuple[int, list[FormPart]]] = []
    while rest:
        best = max(_put_together(rest, known), key=lambda c: _weight(c, order))
        taken = {k for p in best for k in _keys(p)}
        first = order[id(best[0])]
        left = []
        for part in rest:
            if part in best:
                continue
            kept = _without(part, taken)
            if kept is not None:
                order[id(kept)] = order[id(part)]
                left.append(kept)
        borrowed, rest = _borrow(best, left, known)
        for part in rest:
            order.setdefault(id(part), len(order))
        out.append((first, [*best, *borrowed]))
    return [copy for _, copy in sorted(out, key=lambda pair: pair[0])]


def _put_together(parts: Sequence[FormPart], known: Mapping[Key, Blank]) -> list[list[FormPart]]:
    """Parts of one blank that complete each other; a page that is there already starts another copy."""
    out: list[list[FormPart]] = []
    for part in parts:
        pages = set(part.blank_pages)
        whole = {p.number for p in known[part.form, part.blank].document.pages}
        for copy in out:
            same = copy[0].form == part.form and copy[0].blank == part.blank
            have = {n for p in copy for n in p.blank_pages}
            if same and ((pages and have and not have & pages and have != whole) or _other_stretch(part, copy)):
                copy.append(part)
                break
        else:
            out.append([part])
    return out


def _other_stretch(part: FormPart, copy: Sequence[FormPart]) -> bool:
    """Whether a picture of a Word form's page shows places that those of the copy do not (`forms.word_photos`)."""
    if part.how != "scan" or part.blank_pages or any(p.how != "scan" or p.blank_pages for p in copy):
        return False
    mine = {r.place.id for r in part.readings}
    return bool(mine) and not any(r.place.id in mine for p in copy for r in p.readings)


def _weight(copy: Sequence[FormPart], order: Mapping[int, int]) -> tuple[float, float, float]:
    found = sum(max(len(p.pages), 1) * p.confidence for p in copy)
    doubts = sum(len(p.doubts) + sum(r.state == "doubtful" for r in p.readings) for p in copy)
    return round(found, 2), -float(doubts), -float(order[id(copy[0])])


def _keys(part: FormPart) -> list[PageKey]:
    return [(part.document, n) for n in part.pages] or [(part.document, 0)]


def _without(part: FormPart, taken: set[PageKey]) -> FormPart | None:
    """What is left of a part when some of its pages are another's."""
    if not part.pages:
        return part  # running text may hold several forms
    free = [i for i, n in enumerate(part.pages) if (part.document, n) not in taken]
    if len(free) == len(part.pages):
        return part
    if not free or len(part.pages) != len(part.blank_pages):
        return None
    blank_pages = tuple(part.blank_pages[i] for i in free)
    return replace(
        part,
        pages=tuple(part.pages[i] for i in free),
        blank_pages=blank_pages,
        readings=tuple(r for r in part.readings if r.place.page in blank_pages),
    )


# --- pages found by another version only ------------------------------------------------------------------------------


def _borrow(
    copy: Sequence[FormPart], rest: Sequence[FormPart], known: Mapping[Key, Blank]
) -> tuple[list[FormPart], list[FormPart]]:
    """(parts of other versions for the pages that the copy lacks, what remains)."""
    blank = known[copy[0].form, copy[0].blank]
    lacking = {p.number for p in blank.document.pages} - {n for p in copy for n in p.blank_pages}
    borrowed: list[FormPart] = []
    left: list[FormPart] = []
    for part in rest:
        other = known[part.form, part.blank]
        foreign = part.form == blank.form and part.blank != blank.id and len(part.pages) == len(part.blank_pages)
        pairs = [
            (n, b, _twin_page(blank, lacking, other, b)) for n, b in zip(part.pages, part.blank_pages, strict=False)
        ]
        used = [(n, b, mine) for n, b, mine in pairs if foreign and mine]
        if not used or len(used) != len(pairs) or len({mine for _, _, mine in used}) != len(used):
            left.append(part)
            continue
        lacking -= {mine for _, _, mine in used}
        borrowed.append(_translated(part, blank, used))
    return borrowed, left


def _twin_page(blank: Blank, lacking: Collection[int], other: Blank, number: int, *, common: float = _SAME_PAGE) -> int:
    """The page of `blank` among those lacking that says the same as a page of another version; 0 when none."""
    theirs = _anchors(other, number)
    for mine in sorted(lacking):
        ours = _anchors(blank, mine)
        if ours and theirs and len(ours & theirs) >= common * max(len(ours), len(theirs)):
            return mine
    return 0


def same_wording(blank: Blank, other: Blank, number: int) -> int:
    """The page of `blank` that has the very words of a page of another version; 0 when there is none."""
    return _twin_page(blank, [p.number for p in blank.document.pages], other, number, common=1.0)


def like_page(blank: Blank, other: Blank, number: int) -> int:
    """The page of `blank` that says what a page of another version says; 0 when there is none."""
    return _twin_page(blank, [p.number for p in blank.document.pages], other, number)


def _anchors(blank: Blank, number: int) -> set[str]:
    numbers = [p.number for p in blank.document.pages]
    return set(blank.anchors[numbers.index(number)]) if number in numbers else set()


def _translated(part: FormPart, blank: Blank, used: Sequence[tuple[int, int, int]]) -> FormPart:
    readings = []
    for _, theirs, mine in used:
        readings += translated_readings(blank, mine, part.readings, theirs)
    return replace(part, blank=blank.id, blank_pages=tuple(mine for _, _, mine in used), readings=tuple(readings))


def translated_readings(blank: Blank, mine: int, readings: Sequence[PlaceReading], theirs: int) -> list[PlaceReading]:
    """What the places of a page of `blank` hold, told by readings of page `theirs` of another version."""
    foreign = [r for r in readings if r.place.page == theirs]
    return [_reading_of(place, foreign) for place in blank.places if place.page == mine]


def _reading_of(place: Place, foreign: Sequence[PlaceReading]) -> PlaceReading:
    """The reading of the same place in another version."""
    for reading in foreign:
        if place.box and reading.place.box and (place.kind == "check") == (reading.place.kind == "check"):
            (x, y), (u, v) = center(place.box), center(reading.place.box)
            if abs(x - u) <= _SAME_PLACE and abs(y - v) <= _SAME_PLACE:
                return replace(reading, place=place)
    return PlaceReading(place, "doubtful", why="its page was only found as a page of another version of the form")
