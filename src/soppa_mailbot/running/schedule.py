"""When the digest is due: crontab lines as people write them, on APScheduler's trigger."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")  # crontab counts 0 (or 7) = Sunday
_LOOK_BACK = timedelta(days=8)  # a weekly digest that fell due while the machine was off


def trigger(crontab: str, timezone: str) -> CronTrigger:
    """Five fields. Raises ValueError with a reason for people."""
    fields = crontab.split()
    if len(fields) != 5:
        raise ValueError(f"{crontab!r} has {len(fields)} fields; write five: minute hour day month weekday")
    minute, hour, day, month, weekday = fields
    return CronTrigger(
        minute=minute,
        hour=hour,
        day=day,
        month=month,
        day_of_week=_weekdays(weekday.casefold()),
        timezone=ZoneInfo(timezone),
    )


def latest_slot(due: CronTrigger, now: datetime, after: datetime | None = None) -> datetime | None:
    """The last moment of the schedule up to `now`, when it is later than `after`; None when nothing is due."""
    moment = max(after, now - _LOOK_BACK) if after is not None else now - _LOOK_BACK
    latest = None
    while (coming := due.get_next_fire_time(latest, moment)) is not None and coming <= now:
        if after is None or coming > after:
            latest = coming
        moment = coming + timedelta(seconds=1)
    return latest


def _weekdays(field: str) -> str:
    """APScheduler counts Monday as 0; crontab Sunday. Names mean the same to both."""
    return re.sub(r"(?<![\d/*])\d(?!\d)", lambda m: _DAYS[int(m[0])] if int(m[0]) < 8 else m[0], field)
