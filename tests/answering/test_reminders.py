"""What is due today: the whole table of cases, without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from soppa_mailbot.answering.reminders import CLOSING, REMINDER, Due, Rules, Waiting, due
from soppa_mailbot.business_days import Calendar

CALENDAR = Calendar("America/Chicago", frozenset({date(2026, 9, 7)}))
RULES = Rules()
SENT = date(2026, 9, 1)  # a Tuesday; Labor Day is the 7th
ASKED = Waiting(SENT)
FIRST, SECOND = date(2026, 9, 9), date(2026, 9, 16)  # the fifth and the tenth business day
LAST = date(2026, 9, 30)  # the twentieth


def on(day: date, waiting: Waiting = ASKED, rules: Rules = RULES) -> Due | None:
    return due(waiting, day, rules, CALENDAR)


def whole_year(waiting: Waiting, rules: Rules = RULES) -> list[tuple[date, Due]]:
    """Every follow-up of a vendor who never answers, each mail going out on the day it is written."""
    done, day = [], SENT
    for _ in range(120):
        found = on(day, waiting, rules)
        if found is not None:
            done.append((day, found))
            if found.kind == CLOSING:
                break
            waiting = replace(waiting, reminded=(*waiting.reminded, (found.step, day)))
        day += timedelta(days=1)
    return done


def test_two_reminders_and_a_closing() -> None:
    assert whole_year(ASKED) == [(FIRST, Due(REMINDER, 1)), (SECOND, Due(REMINDER, 2)), (LAST, Due(CLOSING, 0))]


def test_nothing_on_a_weekend_or_holiday() -> None:
    assert on(date(2026, 9, 12)) is None
    assert due(Waiting(date(2026, 8, 28)), date(2026, 9, 7), RULES, CALENDAR) is None
    assert due(Waiting(date(2026, 8, 28)), date(2026, 9, 7), RULES, Calendar()) is not None


@pytest.mark.parametrize(
    "waiting",
    [
        Waiting(None),  # held, queued or not delivered
        replace(ASKED, bounced=True),
        replace(ASKED, reminded=((1, FIRST),)),
        replace(ASKED, heard=date(2026, 9, 4)),  # they wrote meanwhile
        replace(ASKED, away=((date(2026, 9, 2), date(2026, 9, 14)),)),
    ],
)
def test_no_reminder(waiting: Waiting) -> None:
    assert on(FIRST, waiting) is None


def test_nothing_where_reminders_are_off() -> None:
    assert whole_year(ASKED, Rules(enabled=False)) == []


def test_days_of_absence_do_not_count() -> None:
    away = replace(ASKED, away=((date(2026, 9, 4), date(2026, 9, 14)),))  # five business days: 4, 8, 9, 10, 11
    found = whole_year(away)
    assert [CALENDAR.between(FIRST, found[0][0]), CALENDAR.between(SECOND, found[1][0])] == [5, 5]
    assert CALENDAR.between(LAST, found[2][0]) == 5


def test_two_absences_that_overlap_count_once() -> None:
    away = ((date(2026, 9, 4), date(2026, 9, 14)), (date(2026, 9, 9), date(2026, 9, 14)))
    assert whole_year(replace(ASKED, away=away)) == whole_year(replace(ASKED, away=away[:1]))


def test_a_vendor_who_wrote_is_counted_from_then() -> None:
    assert whole_year(replace(ASKED, heard=date(2026, 9, 4)))[0] == (date(2026, 9, 14), Due(REMINDER, 1))


def test_after_a_standstill_one_reminder_and_then_time_to_act() -> None:
    late = date(2026, 10, 12)
    assert on(late) == Due(REMINDER, 2)
    reminded = replace(ASKED, reminded=((2, late),))
    assert on(late + timedelta(days=1), reminded) is None
    assert on(date(2026, 10, 23), reminded) is None
    assert on(date(2026, 10, 26), reminded) == Due(CLOSING, 0)


def test_a_held_reminder_closes_nothing() -> None:
    assert on(date(2026, 12, 1), replace(ASKED, reminded=((1, FIRST), (2, None)))) is None


def test_who_was_told_of_the_closing_is_not_told_twice() -> None:
    opened_again = replace(ASKED, reminded=((1, FIRST), (2, SECOND)), closing=True)
    assert on(LAST, opened_again) == Due(CLOSING, 0, written=True)


def test_without_reminders_it_is_still_closed() -> None:
    rules = Rules(after=(), close_after=3)
    assert whole_year(ASKED, rules) == [(date(2026, 9, 4), Due(CLOSING, 0))]
