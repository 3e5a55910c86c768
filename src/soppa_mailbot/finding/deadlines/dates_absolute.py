"""Days that are named by the calendar: "December 4", "12/4/2026", "the second Friday in November".

A day without a year is the next such day; a weekday that stands with it must fit.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import (
    ORDINALS,
    add_months,
    last_day,
    month_number,
    next_monthday,
    next_weekday,
    nth_weekday,
    real_date,
    year_of,
)
from soppa_mailbot.finding.common.dates_foreign import DAY_OR_MONTH_FIRST, FOREIGN_DAY, FOREIGN_MONTHS
from soppa_mailbot.finding.deadlines.dates_holidays import holidays
from soppa_mailbot.finding.deadlines.dates_in_text import MONTH, RELYEAR, WEEKDAY, YEAR, DateSpan

_LAST_MONTH = 12  # December
_ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_WITH_WEEKDAY = rf"(?:\b(?P<weekday>{WEEKDAY}),?[ ]{{1,3}}(?:the[ ])?)?"
_MONTH_DAY = re.compile(
    rf"{_WITH_WEEKDAY}(?<![A-Za-z])(?P<month>{MONTH})\.?[ ]{{0,3}}(?:the[ ])?(?P<day>\d{{1,2}})"
    rf"(?:[ ]?(?:st|nd|rd|th)\b)?"
    rf"(?![\d%]|:\d|[ ]?(?:am|pm)\b|/\d){YEAR}{RELYEAR}",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    rf"{_WITH_WEEKDAY}(?<![\d/.,$#-])(?P<day>\d{{1,2}})(?:[ ]?(?:st|nd|rd|th)\b)?"
    rf"(?:[ ]\((?P<again>{_ORDINAL})\))?(?:[ ]{{1,3}}(?:day[ ])?"
    rf"(?:of[ ](?:(?P<which>next|this|this[ ]coming|the[ ]coming)[ ])?)?|-)"
    rf"(?P<month>{MONTH})\b\.?(?:-(?P<dashyear>20\d\d)\b|{YEAR}){RELYEAR}",
    re.IGNORECASE,
)
# "the January Board meeting on the 12th", "your February meeting (the 22nd)"
_MEETING_DAY = re.compile(
    rf"\b(?P<month>{MONTH})(?:'s)?[ ](?:(?:\d{{4}}|regular|special|monthly|school|district|board|committee|trustees|of|"
    r"education)(?:'s)?[ ]){0,4}(?:meeting|session|agenda|vote)(?:,?[ ](?:which[ ]is[ ]|that's[ ]|"
    r"held[ ])?(?:on[ ]|of[ ])?|"
    rf"[ ]\((?:on[ ])?)(?:{WEEKDAY},?[ ](?:the[ ])?)?(?:the[ ])?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
# "by 12-1", where nothing follows of which it could be a number
_BY_DASHED_DAY = re.compile(
    r"(?<=[ ])(?:by|before|than|until)[ ](?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\w%/-]|[.,:]\d)"
    r"(?=[ ]*(?:[.,;!?)\n]|$)|[ ](?:pls|plz|please|if|so|and|thx|thanks|thank|at[ ]the[ ]latest|latest)\b)",
    re.IGNORECASE,
)
_MILITARY = re.compile(rf"\b(?P<day>\d{{1,2}})(?P<month>{MONTH})(?P<year>20\d\d|\d\d)\b", re.I)  # "01DEC2026"
_YEAR_IN_WORDS = (
    r"(?P<worded>,?[ ](?:in[ ]the[ ]year[ ])?two[ ]thousand[ ](?:and[ ])?[a-z]+(?:[- ][a-z]+)?"
    r"(?:[ ]\((?P<year3>20\d\d)\))?)"
)
_ORDINAL_DAY = re.compile(
    rf"\b(?:the[ ])?(?P<ordinal>{_ORDINAL})(?:[ ]\((?P<again>\d{{1,2}})(?:st|nd|rd|th)?\))?(?:[ ]day)?[ ]of[ ]"
    rf"(?P<month>{MONTH})\b\.?(?:{_YEAR_IN_WORDS}|{YEAR}{RELYEAR})"
    rf"|\b(?P<month2>{MONTH})[ ](?:the[ ])?(?P<ordinal2>{_ORDINAL})\b"
    r"(?:,?[ ](?P<year2>20\d\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?<![\w/.-])(?P<year>20\d\d)(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/]|[-.]\d)"
)
_NUMERIC = re.compile(
    rf"{_WITH_WEEKDAY}(?<![\w/.$#-])(?P<month>\d{{1,2}})(?P<sep>[ ]?[/.-][ ]?)(?P<day>\d{{1,2}})(?P=sep)"
    r"(?P<year>\d{4}|\d{2})(?![\w/%]|[-.,]\d)",
    re.IGNORECASE,
)
_MONTH_SLASH_DAY = re.compile(
    rf"{_WITH_WEEKDAY}(?<![\w/.$#-])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\w/%]|[.,:]\d|-\d|[ ]of[ ])",
    re.IGNORECASE,
)
_END_OF_MONTH = re.compile(
    rf"\b(?:the[ ])?(?:end|last[ ]day|close|"
    rf"last[ ]of)(?:[ ]of)?[ ](?:the[ ]month[ ]of[ ])?(?P<month>{MONTH})\b\.?"
    rf"(?![ ]\d{{1,2}}\b){YEAR}{RELYEAR}",
    re.IGNORECASE,
)
_NTH = {**{word: ORDINALS[word] for word in ("first", "second", "third", "fourth", "fifth")}, "last": -1}
_NTH_WEEKDAY = re.compile(
    rf"\b(?:the[ ])?(?:very[ ])?(?:(?P<nth>{'|'.join(_NTH)})|(?P<digit>[1-5])(?:st|nd|rd|th))[ ]"
    rf"(?P<weekday>{WEEKDAY})[ ](?:in|of)[ ]"
    rf"(?:(?P<month>{MONTH})\b\.?{YEAR}{RELYEAR}|(?P<which>this|next|the)[ ]month\b)",
    re.IGNORECASE,
)


def absolute_days(text: str, sent: date) -> list[DateSpan]:
    """All of them in a text, by kind of pattern; some may overlap."""
    out: list[DateSpan] = []
    for m in _MONTH_DAY.finditer(text):
        if _modal_may(text, m):
            continue
        out.append(_span(m, sent, month_number(m["month"]), int(m["day"]), m["year"], m["relyear"]))
    for m in _DAY_MONTH.finditer(text):
        one = _span(m, sent, month_number(m["month"]), int(m["day"]), m["dashyear"] or m["year"], m["relyear"])
        if m["again"] and ORDINALS[m["again"].lower()] != int(m["day"]):
            one = replace(one, value=None, why=_TWO_DAYS)
        if (m["which"] or "").lower() == "next" and one.value and one.value.year == sent.year:
            one = replace(one, value=None, why="could be of either year")  # "the 15th of next December", in November
        out.append(one)
    for m in _MEETING_DAY.finditer(text):
        out.append(_span(m, sent, month_number(m["month"]), int(m["day"]), None, None))
    for m in _BY_DASHED_DAY.finditer(text):
        if 1 <= int(m["month"]) <= _LAST_MONTH and 1 <= int(m["day"]) <= 31:
            one = _span(m, sent, int(m["month"]), int(m["day"]), None, None)
            out.append(replace(one, start=m.start("month"), words=text[m.start("month") : m.end()], short=True))
    for m in FOREIGN_DAY.finditer(text):
        name = m["spanish"] or m["german"] or m["french"]
        out.append(_span(m, sent, FOREIGN_MONTHS[name.lower()], int(m["day"]), m["year"], None))
    for m in _MILITARY.finditer(text):
        out.append(_span(m, sent, month_number(m["month"]), int(m["day"]), m["year"], None))
    for m in _ORDINAL_DAY.finditer(text):
        month, ordinal = m["month"] or m["month2"], m["ordinal"] or m["ordinal2"]
        number = ORDINALS[ordinal.lower()]
        year = m["year"] or m["year2"] or m["year3"]
        one = _span(m, sent, month_number(month), number, year, m["relyear"])
        if m["again"] and int(m["again"]) != number:
            one = replace(one, value=None, why=_TWO_DAYS)
        elif m["worded"] and not year:
            one = replace(one, value=None, why="a year in words")
        out.append(one)
    for m in _ISO.finditer(text):
        out.append(_span(m, sent, int(m["month"]), int(m["day"]), m["year"], None))
    for m in _NUMERIC.finditer(text):
        if "." in m["sep"] and len(m["year"]) < 4 and not _day_with_dots(text, m, sent):
            continue  # a version number
        month, day = int(m["month"]), int(m["day"])
        if month > _LAST_MONTH >= day and len(m["year"]) > 2:
            month, day = day, month  # "15/01/2027": as no month has that number, the one day that can be meant
        one = _span(m, sent, month, day, m["year"], None)
        if month != day <= _LAST_MONTH and DAY_OR_MONTH_FIRST.search(text[max(0, m.start() - 12) : m.start()]):
            one = replace(one, value=None, why="could begin with the day or with the month")
        out.append(one)
    for m in _MONTH_SLASH_DAY.finditer(text):
        if 1 <= int(m["month"]) <= 12 and 1 <= int(m["day"]) <= 31:
            span = _span(m, sent, int(m["month"]), int(m["day"]), None, None)
            out.append(DateSpan(span.start, span.end, span.words, span.value, span.why, short=True))
    for m in _END_OF_MONTH.finditer(text):
        month = month_number(m["month"])
        year = year_of(m["year"], m["relyear"], sent)
        value = last_day(year, month) if year else next_monthday(sent, month, None)
        out.append(DateSpan(m.start(), m.end(), m.group(), value))
    for m in _NTH_WEEKDAY.finditer(text):
        value = _nth_of(m, sent)
        out.append(DateSpan(m.start(), m.end(), m.group().strip(), value, "" if value else "no such day"))
    out += [DateSpan(start, end, text[start:end], day) for start, end, day in holidays(text, sent)]
    return out


_TWO_DAYS = "the day's word and its number differ"
_BY = re.compile(r"\b(?:by|before|until|than|approval|sign-?off)[ ](?:\w+,?[ ])?$", re.IGNORECASE)


def _day_with_dots(text: str, m: re.Match[str], sent: date) -> bool:
    """Such as "before 12.15.26"."""
    return 0 <= int(m["year"]) + 2000 - sent.year < 3 and bool(_BY.search(text, max(0, m.start() - 30), m.start()))


def _nth_of(m: re.Match[str], sent: date) -> date | None:
    """Such as "the second Friday in November": of the year that is named, else the next on or after `sent`."""
    number = int(m["digit"]) if m["digit"] else _NTH[m["nth"].lower()]
    if m["which"]:
        month = add_months(sent.replace(day=1), int(m["which"].lower() == "next"))
        return nth_weekday(month.year, month.month, number, m["weekday"])
    year = year_of(m["year"], m["relyear"], sent)
    for candidate in (year,) if year else (sent.year, sent.year + 1):
        value = nth_weekday(candidate, month_number(m["month"]), number, m["weekday"])
        if value is None or year or value >= sent:
            return value
    return None


def _span(m: re.Match[str], sent: date, month: int, day: int, year: str | None, relative: str | None) -> DateSpan:
    """One absolute date of a match, checked against the calendar and against the weekday that stands with it."""
    chosen = year_of(year, relative, sent)
    value = real_date(chosen, month, day) if chosen else next_monthday(sent, month, day)
    why = "" if value else "no such day"
    weekday = m.groupdict().get("weekday")
    if value and weekday and next_weekday(value, weekday, strictly=False) != value:
        why, value = f"that day is no {weekday.strip('.,')}", None
    return DateSpan(m.start(), m.end(), m.group().strip(), value, why)


def _modal_may(text: str, m: re.Match[str]) -> bool:
    """Such as "you may 3 times": the verb, not the month."""
    if m["month"] != "may":
        return False
    return bool(
        re.search(
            r"\b(?:we|you|they|it|i|this|that|which|who|and|district|students?|teachers?)[ ]$", text[: m.start()], re.I
        )
    )
