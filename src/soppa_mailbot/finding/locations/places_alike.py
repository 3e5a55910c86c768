"""Schools that are called alike by their last words: "both freshman centers", "the two career academies"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_words import LEVELS, NUMBER_WORDS, number

_NUMBER = r"(?:\d{1,2}|" + "|".join(w for w in NUMBER_WORDS if w != "zero") + r")"
_WORDS = (2, 1)  # of a name's end that may be said: "freshman centers", "academies"


def alike(text: str, index: Index) -> Iterator[tuple[int, int, tuple[int, ...], int | None]]:
    """(start, end, places, number said) of words for several schools that end alike, whose kind no level tells."""
    taken: list[tuple[int, int]] = []
    for ends, places in _shared_ends(index).items():
        said = r"[ ]".join([*map(re.escape, ends[:-1]), _plural(ends[-1])])
        before = rf"(?<![\w-])(?:(?:both|all|each|every)[ ](?:of[ ])?)?(?:(?:the|our|your)[ ])?(?:(?P<n>{_NUMBER})[ ])?"
        pattern = rf"{before}{said}(?![\w-])"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            whole = match.group().casefold()
            bare = whole.split()[0] == ends[0] or (len(ends) == 1 and " " not in whole)
            if bare or any(s < match.end() and match.start() < e for s, e in taken):
                continue
            taken.append(match.span())
            count = number(match["n"].casefold()) if match["n"] else 2 if whole.startswith("both") else None
            yield match.start(), match.end(), places, count


@lru_cache(maxsize=16)
def _shared_ends(index: Index) -> dict[tuple[str, ...], tuple[int, ...]]:
    """The last words of several schools' names, longest first; what tells a level is a group of its own."""
    out: dict[tuple[str, ...], list[int]] = {}
    for size in _WORDS:
        for entry in index.entries:
            words = entry.school.name.casefold().split()
            if not entry.department and len(words) > size and not _tells_level(words[-size:]):
                out.setdefault(tuple(words[-size:]), []).append(entry.position)
    return {ends: tuple(places) for ends, places in out.items() if len(places) > 1}


def _tells_level(words: list[str]) -> bool:
    """ "Middle School", and "School" alone; "Magnet School" tells none."""
    if len(words) > 1 and words[-1] == "school":
        words = words[:-1]
    return any(w in LEVELS or w in ("school", "schools", "junior", "senior", "grade") for w in words)


def _plural(word: str) -> str:
    if word.endswith("y"):
        return re.escape(word[:-1]) + "ies"
    return re.escape(word) + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
