"""Entries of `optional` that name a whole part of the form by its heading alone: "Exhibit E", "all of Part C"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.naming.optional_lists import PARTS, Under, standing_under, starts, words_of_heading
from soppa_mailbot.model import Place

# "all of Exhibit E", "Exhibit E (whole page)", "Exhibit E in full"
_WHOLE = re.compile(
    r"^(?:all|the (?:whole|entire)|everything)\s+(?:of|in|under|below)?\s*(?:the\s+)?"
    r"|[\s,(]+(?:all(?: of it)?|in full|(?:the )?(?:whole|entire|complete)(?: (?:part|page|section|exhibit))?)\)?$",
    re.IGNORECASE,
)
# "Exhibits D and E", "Parts 3, 4 & 5"
_SEVERAL = re.compile(
    r"(?P<kind>[a-z]{4,}?)s?\s+(?P<which>\w{1,4}(?:(?:\s*,\s*(?:and\s+)?|\s*&\s*|\s+and\s+)\w{1,4})+)", re.I
)
_WHICH = re.compile(r"\w+")
_FEWEST = 2  # words of a heading by which it is told


def with_whole_parts(
    places: Sequence[Place], unused: Iterable[str], under: Under
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """The places with `required` taken off where an entry is their heading, and the entries that still name none."""
    free: set[str] = set()
    left = []
    for wanted in unused:
        found = _part(wanted, places, under)
        free.update(p.id for p in found)
        if not found:
            left.append(wanted)
    return tuple(replace(p, required=False) if p.id in free else p for p in places), tuple(left)


def _part(wanted: str, places: Sequence[Place], under: Under) -> list[Place]:
    """All that stands under a heading: a part is told by its letter or number, another heading by how it begins.

    Of two headings that begin so neither is meant.
    """
    text = _WHOLE.sub("", wanted).strip(" ,:-–—()")
    if (several := _SEVERAL.fullmatch(text)) and words_of_heading(several["kind"]) in PARTS:
        parts = [f"{several['kind']} {which}" for which in _WHICH.findall(several["which"]) if which.lower() != "and"]
        each = [standing_under(part, places, under) for part in parts]
        return [p for found in each for p in found] if all(each) else []
    words = words_of_heading(text)
    if len(words) < _FEWEST:
        return []
    if words[:1] in PARTS:
        return standing_under(text, places, under)
    found = [p for p in places if starts(words_of_heading(p.section), words)]
    return found if len({p.section for p in found}) == 1 else []
