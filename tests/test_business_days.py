"""Business days: weekends, the district's own holidays, the district's midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from soppa_mailbot.business_days import Calendar

THANKSGIVING = Calendar("America/Chicago", frozenset({date(2026, 11, 26), date(2026, 11, 27)}))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-11-02", "2026-11-02", 0),
        ("2026-11-02", "2026-11-03", 1),  # Monday to Tuesday
        ("2026-11-06", "2026-11-09", 1),  # Friday to Monday
        ("2026-11-06", "2026-11-08", 0),  # Friday to Sunday
        ("2026-11-07", "2026-11-09", 1),  # Saturday to Monday
        ("2026-11-25", "2026-11-30", 1),  # Thanksgiving and the day after are off
        ("2026-11-03", "2026-11-02", 0),
        ("2026-11-02", "2026-11-30", 18),
    ],
)
def test_between(start: str, end: str, expected: int) -> None:
    assert THANKSGIVING.between(date.fromisoformat(start), date.fromisoformat(end)) == expected


@pytest.mark.parametrize("count", [0, 1, 4, 5, 17])
def test_after_is_the_inverse_of_between(count: int) -> None:
    start = date(2026, 11, 18)
    end = THANKSGIVING.after(start, count)
    assert THANKSGIVING.between(start, end) == count
    assert count == 0 or THANKSGIVING.is_business_day(end)


def test_the_day_is_the_districts() -> None:
    late = datetime(2026, 11, 3, 4, 30, tzinfo=UTC)  # 10:30 PM the day before in Chicago
    assert THANKSGIVING.day(late) == date(2026, 11, 2)
    assert THANKSGIVING.hour(late) == 22
    assert Calendar("Pacific/Auckland").day(late) == date(2026, 11, 3)
