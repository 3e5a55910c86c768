"""One place of the school list, with what its name and aliases say: levels, types, words."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot.finding.locations.places_words import TYPES, level_at, tokens
from soppa_mailbot.model import School


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the list."""

    position: int
    school: School
    levels: frozenset[str]  # of its name; of its aliases where the name has none
    all_levels: frozenset[str]  # of name and aliases
    types: frozenset[str]
    words: frozenset[str]  # of name and aliases

    @property
    def department(self) -> bool:
        return self.school.kind == "department"


def entry_of(position: int, school: School) -> Entry:
    """The entry of one place of the list."""
    named = _levels(school.name)
    every = named.union(*(_levels(a) for a in school.aliases))
    words = [t.norm for name in (school.name, *school.aliases) for t in tokens(name)]
    types = frozenset(TYPES[w] for w in words if w in TYPES)
    return Entry(position, school, named or every, every, types, frozenset(words))


def _levels(name: str) -> frozenset[str]:
    norms = [t.norm for t in tokens(name)]
    found: set[str] = set()
    at = 0
    while at < len(norms):
        level = level_at(norms, at)
        if level and (at > 0 or len(norms) == 1 or level[1] == 2):
            found.add(level[0])
        at += level[1] if level else 1
    return frozenset(found)
