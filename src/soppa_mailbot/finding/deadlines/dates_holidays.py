"""Days that are told by a holiday: "by Halloween", "no later than the day before Thanksgiving".

Only holidays of one day, and not the breaks that go by their names; "by Christmas" is as vague as "by the holidays".
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import WEEKDAYS, nth_weekday, real_date

_DAYS: tuple[tuple[str, Callable[[int], date | None]], ...] = (
    (r"new[ ]year'?s[ ]eve", lambda y: real_date(y, 12, 31)),
    (r"new[ ]year'?s[ ]day", lambda y: real_date(y, 1, 1)),
    (r"(?:martin[ ]luther[ ]king|m\.?l\.?k\.?)(?:,?[ ]jr\.?)?[ ]day", lambda y: nth_weekday(y, 1, 3, "mon")),
    (r"lincoln'?s[ ]birthday", lambda y: real_date(y, 2, 12)),
    (r"valentine'?s[ ]day", lambda y: real_date(y, 2, 14)),
    (r"president(?:s'|'s|s)[ ]day", lambda y: nth_weekday(y, 2, 3, "mon")),
    (r"(?:casimir[ ])?pulaski[ ]day", lambda y: nth_weekday(y, 3, 1, "mon")),
    (r"(?:st\.?|saint)[ ]patrick'?s[ ]day", lambda y: real_date(y, 3, 17)),
    (r"memorial[ ]day", lambda y: nth_weekday(y, 5, -1, "mon")),
    (r"juneteenth", lambda y: real_date(y, 6, 19)),
    (r"independence[ ]day|(?:the[ ])?fourth[ ]of[ ]july", lambda y: real_date(y, 7, 4)),
    (r"labor[ ]day", lambda y: nth_weekday(y, 9, 1, "mon")),
    (r"columbus[ ]day|indigenous[ ]peoples?'?s?'?[ ]day", lambda y: nth_weekday(y, 10, 2, "mon")),
    (r"halloween", lambda y: real_date(y, 10, 31)),
    (r"veterans?'?[ ]day", lambda y: real_date(y, 11, 11)),
    (r"thanksgiving(?:[ ]day)?", lambda y: nth_weekday(y, 11, 4, "thu")),
    (r"christmas[ ]eve", lambda y: real_date(y, 12, 24)),
    (r"christmas[ ]day", lambda y: real_date(y, 12, 25)),
)
_NAMES = "|".join(f"(?P<h{n}>{names})" for n, (names, _) in enumerate(_DAYS))
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri)day"
# Whenever its break begins, in that week or on its Wednesday, this is the Friday before it.
_FRIDAY_BEFORE = (
    r"(?:(?<=friday[ ]before[ ]thanksgiving)|(?<=friday[ ]before[ ]the[ ]thanksgiving))"
    r"(?=[ ](?:break|recess|holidays?|week|vacation)\b)[ ]\w+"
)
_HOLIDAY = re.compile(
    r"\b(?P<by>(?:by|before|on|until|than|prior[ ]to)[ ])?"
    rf"(?:(?:the[ ])?(?:last[ ](?!day))?(?P<step>day|{_WEEKDAY})[ ](?:right[ ]|just[ ])?"
    r"(?P<side>before|after|following)[ ])?"
    rf"(?:the[ ])?(?:{_NAMES})(?:{_FRIDAY_BEFORE}|(?:,?[ ](?P<year>20\d\d))?)(?![\w'’])"
    r"(?![ ](?:breaks?|recess|weeks?|weekend|holidays?|vacation|season|party|parade|sale)\b)",
    re.IGNORECASE,
)

# "Veterans Day, November 11, is the last day", "New Year's Eve is the cutoff", "Halloween is when we need"
_IS_THE_DAY = re.compile(
    r"(?:,?[ ][^.;:!?]{3,20},|[ ]?\([^()]{3,20}\))?[ ](?:is|would[ ]be|will[ ]be)[ ](?:also[ ]|therefore[ ])?"
    r"(?:when|(?:the|our|your|their|a|my)[ ](?:\w+[ ]){0,2}?(?:last|latest|final|cut-?[ ]?off|dead[ -]?line|limit|day|"
    r"date|target))\b",
    re.IGNORECASE,
)
# "Deadline for approval: Veterans Day", "the latest day for your approval is Halloween"
_THE_DAY_IS = re.compile(
    r"\b(?:cut-?[ ]?off|dead[ -]?line|(?:last|latest|final)[ ](?:possible[ ])?(?:day|date|moment)|(?:day|date)[ ](?:by|"
    r"on|for|when|we)|needed|required)\b[^.;:!?]{0,60}?(?:[ ](?:is|would[ ]be|will[ ]be)[ ]|[ ]?:[ ]*)$",
    re.IGNORECASE,
)
_LABEL = 90  # characters before a holiday


def holidays(text: str, sent: date) -> list[tuple[int, int, date]]:
    """(start, end, day) of each holiday that a text, its apostrophes straight, names as the day by which something is.

    Of the year that is named, else the next on or after `sent`.
    """
    out = []
    text = text.replace("’", "'")
    for match in _HOLIDAY.finditer(text):
        if not (match["by"] or match["step"] or _said_to_be_the_day(text, match)):
            continue
        which = next(n for n in range(len(_DAYS)) if match[f"h{n}"])
        if match[f"h{which}"].casefold() == "thanksgiving" and not match["step"]:
            continue  # the days around it are meant as often
        years = (int(match["year"]),) if match["year"] else (sent.year, sent.year + 1)
        days = (_stepped(_DAYS[which][1](year), match["step"], match["side"]) for year in years)
        day = next((d for d in days if d is not None and (match["year"] or d >= sent)), None)
        if day is not None:
            out.append((match.start(), match.end(), day))
    return out


def _said_to_be_the_day(text: str, holiday: re.Match[str]) -> bool:
    """Whether a holiday that no "by" stands before is called the last day, rather than spoken of."""
    if _IS_THE_DAY.match(text, holiday.end()):
        return True
    return _THE_DAY_IS.search(text, max(0, holiday.start() - _LABEL), holiday.start()) is not None


def _stepped(day: date | None, step: str | None, side: str | None) -> date | None:
    """The day itself, or the one before or after it that is meant: "the Friday before Labor Day"."""
    if day is None or not step or not side:
        return day
    forward = -1 if side.casefold() == "before" else 1
    day += timedelta(days=forward)
    while step.casefold() != "day" and WEEKDAYS[day.weekday()] != step[:3].casefold():
        day += timedelta(days=forward)
    return day
