"""The calendar: months and numbers as people write them, and the day that follows from them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MONTHS = (
    # with the slips of the keys that are made most: "Janury", "Feburary", "Novemeber"
    r"jan(?:uary|urary|uar|ury|uray|aury|auary)?|feb(?:ruary|uary|urary|rurary|rary|r)?|mar(?:ch)?|apr(?:ill?)?|may|"
    r"june?|july?|aug(?:ust|sut)?|sept?(?:ember|embre|emeber|mber|ermber)?|oct(?:ober|uber)?|"
    r"nov(?:ember|emeber|mber|ermber)?|dec(?:ember|emeber|mber|ermber)?"
)
_STEMS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_COUNTING = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen "
    "nineteen twenty"
)
NUMBERS = {
    **{word: n for n, word in enumerate(_COUNTING.split(), start=1)},
    "a": 1,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "sixty": 60,
    "ninety": 90,
}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS.split(), start=1)}


def month_number(words: str) -> int:
    """1..12 of a month's name or abbreviation."""
    return _STEMS.index(words[:3].lower()) + 1


def real_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day some months later; the last of the month where that one is shorter."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return real_date(year, month + 1, day.day) or last_day(year, month + 1)


def next_monthday(sent: date, month: int, day: int | None) -> date | None:
    """The next such day on or after `sent`; `day` None means the last of the month."""
    for year in range(sent.year, sent.year + 9):  # 29 February may be eight years away
        value = last_day(year, month) if day is None else real_date(year, month, day)
        if value and value >= sent:
            return value
    return None


def next_weekday(day: date, name: str, *, strictly: bool) -> date:
    """The first such weekday after `day` (`strictly`) or on or after it."""
    ahead = (WEEKDAYS.index(name[:3].lower()) - day.weekday()) % 7
    return day + timedelta(days=7 if strictly and ahead == 0 else ahead)


def weekday_of_week(day: date, name: str, weeks: int) -> date:
    """A weekday of the week of `day` (`weeks` 0), the next (1) and so on; weeks begin on Monday."""
    return day - timedelta(days=day.weekday()) + timedelta(days=7 * weeks + WEEKDAYS.index(name[:3].lower()))


def nth_weekday(year: int, month: int, number: int, name: str) -> date | None:
    """Such as the second Friday of a month (`number` 1 to 5), or the last (-1); None where the month has none such."""
    if number < 0:
        end = last_day(year, month)
        return end - timedelta(days=(end.weekday() - WEEKDAYS.index(name[:3].lower())) % 7)
    value = next_weekday(date(year, month, 1), name, strictly=False) + timedelta(days=7 * (number - 1))
    return value if value.month == month else None


def year_of(words: str | None, relative: str | None, sent: date) -> int | None:
    """The year as a number: "2027", "27", "'27", or "this"/"next"; None where none is given."""
    if relative:
        return sent.year + (relative.lower() == "next")
    if not words:
        return None
    number = int(words.lstrip("'"))
    return number + 2000 if number < 100 else number
