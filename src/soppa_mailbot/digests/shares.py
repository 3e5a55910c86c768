"""Who gets which part of the work list: theirs by school or department, and what belongs to nobody. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.digests.digest_rows import DigestRow
from soppa_mailbot.judging.decisions import WHOLE_DISTRICT
from soppa_mailbot.model import School


@dataclass(frozen=True, slots=True)
class Share:
    """A person, or several, and the schools and departments that they look after."""

    to: tuple[str, ...]  # "Name <address>"
    schools: tuple[str, ...]  # names or aliases of the school list

    def spelled(self, schools: Iterable[School]) -> Share:
        """With each name as the school list spells it."""
        names = _names(schools)
        return replace(self, schools=tuple(dict.fromkeys(names.get(s.casefold(), s) for s in self.schools)))


def unknown(shares: Iterable[Share], schools: Iterable[School]) -> list[str]:
    """A problem for each name that is not on the school list."""
    names = _names(schools)
    return [
        f'digest.people ({", ".join(share.to)}): "{school}" is not on the school list; write it as it stands there'
        for share in shares
        for school in share.schools
        if school.casefold() not in names
    ]


def rows_for(rows: Iterable[DigestRow], share: Share, everybody: Sequence[Share]) -> tuple[DigestRow, ...]:
    """The submissions of their schools, those for the whole District, and those that nobody else looks after.

    `share` and `everybody` as the school list spells them.
    """
    taken = {school for one in everybody for school in one.schools}
    return tuple(row for row in rows if _is_for(row, set(share.schools), taken))


def _is_for(row: DigestRow, theirs: set[str], taken: set[str]) -> bool:
    named = set(row.schools)
    return not named or WHOLE_DISTRICT in named or bool(named & theirs) or not named & taken


def _names(schools: Iterable[School]) -> dict[str, str]:
    listed = list(schools)
    names = {alias.casefold(): school.name for school in listed for alias in school.aliases}
    return names | {school.name.casefold(): school.name for school in listed}
