"""A day as it stands in a text, and the words of which the patterns for days are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from soppa_mailbot.finding.common.dates_arithmetic import MONTHS, NUMBERS


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day as it stands in a text. `value` is None where no single day can be told, and `why` says why not."""

    start: int
    end: int
    words: str
    value: date | None
    why: str = ""  # "no date", "no such day", "the weekday does not fit", ...
    dated: bool = True  # False: words such as "ASAP" or "this fall", which only say that a day is wanted
    short: bool = False  # "12/4" without a year: could be a fraction
    monthless: bool = False  # "the 18th": `value` is the next such day, if nothing else is said


MONTH = MONTHS
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
YEAR = r"(?:(?:,?[ ]{1,3}|,[ ]?|[ ]of[ ])(?P<year>20\d\d|'\d\d)(?![\d-]))?"
RELYEAR = r"(?:[ ]of[ ](?P<relyear>this|next)[ ]year)?"

STRETCH = "a span of time, not a day"
