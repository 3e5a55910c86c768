"""How the last weeks went: counted from what was logged, never from a vendor's words. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median

from soppa_mailbot.model import Item

DAYS = 30
_SECONDS = 86400.0


@dataclass(frozen=True, slots=True)
class Passed:
    """A submission that was begun or completed within these days."""

    begun: datetime
    begun_lately: bool  # within these days
    complete: datetime | None  # within these days
    lacked: tuple[Item, ...] = ()  # at its first mail


@dataclass(frozen=True, slots=True)
class Month:
    begun: int  # submissions
    complete: int
    waiting: int  # with vendors now
    median_days: float | None  # from the first mail to complete; None when none was completed
    missed: tuple[tuple[str, int], ...]  # item key, in how many of those begun; the most missed first
    days: int = DAYS

    @property
    def most_missed(self) -> str:
        """The item key; "" when nothing was missing."""
        return self.missed[0][0] if self.missed else ""


def month_of(passed: Iterable[Passed], waiting: int) -> Month | None:
    """None when nothing was begun or completed: an empty picture says nothing."""
    found = list(passed)
    begun = [one for one in found if one.begun_lately]
    took = [(one.complete - one.begun).total_seconds() / _SECONDS for one in found if one.complete is not None]
    if not begun and not took:
        return None
    counts = Counter(item for one in begun for item in set(one.lacked))
    order = list(Item)
    missed = sorted(counts.items(), key=lambda pair: (-pair[1], order.index(pair[0])))
    return Month(
        begun=len(begun),
        complete=len(took),
        waiting=waiting,
        median_days=round(max(0.0, median(took)), 1) if took else None,
        missed=tuple((item.value, count) for item, count in missed),
    )
