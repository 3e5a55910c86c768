"""Which follow-up is due for a submission that waits for its vendor. Pure: one value in, one decision out.

Days are the district's business days, counted from the day our last answer went out (or from the vendor's latest mail,
if that is later: who wrote yesterday is not reminded today). While the vendor's automatic reply says that nobody is
there, no day counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from soppa_mailbot.business_days import Calendar

REMINDER, CLOSING = "reminder", "closing"  # also the templates' names
CLOSING_STEP = 0  # there is one closing mail for each answer


@dataclass(frozen=True, slots=True)
class Rules:
    """`[reminders]` of the configuration."""

    after: tuple[int, ...] = (5, 10)  # business days, rising
    close_after: int = 20  # business days, more than the last of `after`
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission in `waiting_vendor`, as far as reminding goes. Days are the district's."""

    answered: date | None  # when our last answer went out; None: it is held, queued or was not delivered
    heard: date | None = None  # the vendor's latest mail of any kind but automatic
    bounced: bool = False  # the address that we write to does not take our mail
    reminded: tuple[tuple[int, date | None], ...] = ()  # (step, when it went out; None: not yet) for this answer
    closing: bool = False  # the closing mail for this answer was written already
    away: tuple[tuple[date, date], ...] = ()  # the vendor's absences: first day, first day back
    unread: bool = False  # a mail of theirs could not be processed, and nobody has done anything about it yet


@dataclass(frozen=True, slots=True)
class Due:
    """`step` is 1 for the first reminder, 2 for the second ...; `written`: the mail of this step exists already."""

    kind: str  # reminder | closing
    step: int
    written: bool = False


def due(waiting: Waiting, today: date, rules: Rules, calendar: Calendar) -> Due | None:
    """What should be done today, None for nothing.

    After a long standstill only the latest of several missed reminders is due, and nothing is closed before the last
    reminder has gone out and the vendor had as long to act on it as the rules give.
    """
    if not rules.enabled or waiting.answered is None or waiting.bounced or waiting.unread:
        return None
    if not calendar.is_business_day(today):
        return None
    base = max(waiting.answered, waiting.heard or waiting.answered)
    elapsed = counted(base, today, waiting.away, calendar)
    written = dict(waiting.reminded)
    passed = [step for step, days in enumerate(rules.after, 1) if elapsed >= days]
    if passed and passed[-1] > max(written, default=0):
        return Due(REMINDER, passed[-1])
    if elapsed < rules.close_after or not _had_time(waiting, today, rules, calendar):
        return None
    return Due(CLOSING, CLOSING_STEP, written=waiting.closing)


def _had_time(waiting: Waiting, today: date, rules: Rules, calendar: Calendar) -> bool:
    """Whether the last reminder lies as far back as the rules plan between it and the closing."""
    if not rules.after:
        return True
    if not waiting.reminded:
        return False
    _, sent = max(waiting.reminded)
    gap = rules.close_after - rules.after[-1]
    return sent is not None and counted(sent, today, waiting.away, calendar) >= gap


def counted(start: date, end: date, away: Iterable[tuple[date, date]], calendar: Calendar) -> int:
    """Business days after `start` up to and with `end` on which the vendor was there."""
    absences = tuple(away)
    return sum(1 for day in calendar.days(start, end) if not any(first <= day < back for first, back in absences))
