"""Which agreements end soon. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from soppa_mailbot.finding.common.names import product_key, same_company
from soppa_mailbot.model import Agreement

SOON_DAYS = 90


@dataclass(frozen=True, slots=True)
class Ending:
    agreement: Agreement
    expires: date
    days: int


def ending(register: Sequence[Agreement], today: date, within: int = SOON_DAYS) -> tuple[Ending, ...]:
    """Active agreements whose last day is at most `within` days away, the nearest first; renewed ones left out."""
    last = today + timedelta(days=within)
    found = [
        Ending(row, row.expires, (row.expires - today).days)
        for row in register
        if row.active_on(today) and row.expires is not None and row.expires <= last and not _renewed(row, register)
    ]
    return tuple(sorted(found, key=lambda e: (e.expires, e.agreement.operator.casefold())))


def _renewed(row: Agreement, register: Sequence[Agreement]) -> bool:
    """Another row of the same operator covers the same product when this one has ended."""
    if row.expires is None:
        return False
    after = row.expires + timedelta(days=1)
    return any(
        other is not row
        and other.active_on(after)
        and same_company(other.operator, row.operator)
        and (not other.product or product_key(other.product) == product_key(row.product))
        for other in register
    )


def first_of_the_week(today: date, last: date | None) -> bool:
    """Whether this digest is its week's first: then it tells of what ends soon. `last`: the day of the one before."""
    return last is None or today.isocalendar()[:2] != last.isocalendar()[:2]
