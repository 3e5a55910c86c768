"""Days on which the district's offices work: Monday to Friday but for its own holidays. Pure.

Which holidays a district keeps is its own matter (`calendar.holidays`): none is built in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A time zone (IANA) and the days off beside weekends."""

    timezone: str = "America/Chicago"
    holidays: frozenset[date] = frozenset()

    def day(self, moment: datetime) -> date:
        """The district's day of an aware moment."""
        return moment.astimezone(ZoneInfo(self.timezone)).date()

    def hour(self, moment: datetime) -> int:
        """The hour (0 to 23) on the district's clocks."""
        return moment.astimezone(ZoneInfo(self.timezone)).hour

    def is_business_day(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in self.holidays

    def between(self, start: date, end: date) -> int:
        """Business days after `start`, up to and with `end`; 0 when `end` is not later.

        Monday to Tuesday is 1; Friday to Monday is 1; Friday to Saturday is 0.
        """
        return sum(1 for _ in self.days(start, end))

    def days(self, start: date, end: date) -> Iterable[date]:
        """The business days after `start`, up to and with `end`."""
        day = start
        while day < end:
            day += _DAY
            if self.is_business_day(day):
                yield day

    def after(self, start: date, count: int) -> date:
        """The `count`-th business day after `start` (`start` itself for 0)."""
        day, left = start, count
        while left > 0:
            day += _DAY
            left -= self.is_business_day(day)
        return day
