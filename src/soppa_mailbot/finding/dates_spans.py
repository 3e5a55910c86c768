"""Stretches of text that name a day, or that put a time where a day should stand.

Every pattern has its own arithmetic (no date library reads free text: such readers take "We" for Wednesday and
"$12" for the 12th). Numbers are in US order, month/day/year. All patterns are bounded: time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.dates_arithmetic import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    WEEKDAYS,
    add_months,
    last_day,
    month_number,
    next_monthday,
    next_weekday,
    nth_weekday,
    real_date,
    weekday_of_week,
    year_of,
)
from soppa_mailbot.finding.dates_foreign import DAY_OR_MONTH_FIRST, FOREIGN_DAY, FOREIGN_MONTHS
from soppa_mailbot.finding.dates_holidays import holidays
from soppa_mailbot.finding.dates_loose import ABOUT
from soppa_mailbot.finding.dates_vague import OCCASION, SEASON, WOULD_BE_DAYS


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


_MONTH = MONTHS
_LAST_MONTH = 12  # December
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_YEAR = r"(?:(?:,?[ ]{1,3}|,[ ]?|[ ]of[ ])(?P<year>20\d\d|'\d\d)(?![\d-]))?"
_RELYEAR = r"(?:[ ]of[ ](?P<relyear>this|next)[ ]year)?"

_ORDINAL = "(?:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_WITH_WEEKDAY = rf"(?:\b(?P<weekday>{_WEEKDAY}),?[ ]{{1,3}}(?:the[ ])?)?"

_MONTH_DAY = re.compile(
    rf"{_WITH_WEEKDAY}(?<![A-Za-z])(?P<month>{_MONTH})\.?[ ]{{0,3}}(?:the[ ])?(?P<day>\d{{1,2}})"
    rf"(?:[ ]?(?:st|nd|rd|th)\b)?"
    rf"(?![\d%]|:\d|[ ]?(?:am|pm)\b|/\d){_YEAR}{_RELYEAR}",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(
    rf"{_WITH_WEEKDAY}(?<![\d/.,$#-])(?P<day>\d{{1,2}})(?:[ ]?(?:st|nd|rd|th)\b)?"
    rf"(?:[ ]{{1,3}}(?:day[ ])?(?:of[ ](?:(?P<which>next|this|this[ ]coming|the[ ]coming)[ ])?)?|-)"
    rf"(?P<month>{_MONTH})\b\.?(?:-(?P<dashyear>20\d\d)\b|{_YEAR}){_RELYEAR}",
    re.IGNORECASE,
)
_MILITARY = re.compile(rf"\b(?P<day>\d{{1,2}})(?P<month>{_MONTH})(?P<year>20\d\d|\d\d)\b", re.I)  # "01DEC2026"
_ORDINAL_DAY = re.compile(
    rf"\b(?:the[ ])?(?P<ordinal>{_ORDINAL})(?:[ ]day)?[ ]of[ ]"
    rf"(?P<month>{_MONTH})\b\.?{_YEAR}{_RELYEAR}"
    rf"|\b(?P<month2>{_MONTH})[ ](?:the[ ])?(?P<ordinal2>{_ORDINAL})\b"
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
    rf"last[ ]of)(?:[ ]of)?[ ](?:the[ ]month[ ]of[ ])?(?P<month>{_MONTH})\b\.?"
    rf"(?![ ]\d{{1,2}}\b){_YEAR}{_RELYEAR}",
    re.IGNORECASE,
)
_NTH = {**{word: ORDINALS[word] for word in ("first", "second", "third", "fourth", "fifth")}, "last": -1}
_NTH_WEEKDAY = re.compile(
    rf"\b(?:the[ ])?(?:very[ ])?(?:(?P<nth>{'|'.join(_NTH)})|(?P<digit>[1-5])(?:st|nd|rd|th))[ ]"
    rf"(?P<weekday>{_WEEKDAY})[ ](?:in|of)[ ]"
    rf"(?:(?P<month>{_MONTH})\b\.?{_YEAR}{_RELYEAR}|(?P<which>this|next|the)[ ]month\b)",
    re.IGNORECASE,
)
_END_OF = re.compile(
    r"\b(?:the[ ])?(?:end|last[ ]day|close)[ ]of[ ](?P<what>(?:the|this)[ ](?:current[ ])?month|next[ ]month|"
    r"(?:the|this)[ ]calendar[ ]year|(?:(?:the[ ])?(?:calendar[ ])?year[ ])?(?P<plainyear>20\d\d))\b(?![-/]\d)|"
    r"\b(?P<eom>EOM)\b",
    re.IGNORECASE,
)
# "in the course of January, by the 29th": the month is said before
_MONTH_BEFORE = re.compile(
    rf"\b(?:in|during|within|of|throughout)[ ](?:(?:the[ ])?(?:course|month|weeks)[ ]of[ ])?(?P<month>{_MONTH})\b"
    r"(?:,?[ ]20\d\d)?[^.;!?\d]{0,40}$",
    re.IGNORECASE,
)
_SAME_CLAUSE = 90  # characters before a day in which its month may be said
_DAY_OF_MONTH = re.compile(
    r"\b(?:(?P<weekday>"
    + _WEEKDAY
    + r"),?[ ])?(?:the[ ]|(?=\d\d?[a-z]{2}[ ]of[ ](?:this|next|the)[ ]month))(?P<day>\d{1,2})[ ]?(?:st|nd|rd|th)\b"
    r"(?:[ ]of[ ](?P<which>this|next|the)[ ]month)?(?![ ](?:grade|graders?|floor|century|edition|"
    r"anniversary|year)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"\b(?P<intro>within|in|no[ ](?:later|more)[ ]than|inside(?:[ ]of)?|not[ ]later[ ]than|by)?[ ]?"
    rf"(?P<about>about|approximately|approx\.?|roughly|around|some|~|at[ ]least)?[ ]?(?:the[ ](?:next|"
    rf"coming)[ ])?"
    rf"\b(?P<number>{_NUMBER})(?:[ ]?(?P<range>-|to|or)[ ]?(?P<number2>{_NUMBER}))?[ ](?:\(\d{{1,3}}\)[ ])?"
    r"(?P<kind>calendar|business|working|school|week)?[ ]?(?P<unit>days?|weeks?|months?)\b"
    r"(?P<tail>[ ](?:out[ ]from|from|of|after|following|upon|before|prior[ ]to|ahead[ ]of)[ ](?:[\w'-]++[ ]?){1,5})?",
    re.IGNORECASE,
)
_WEEKDAY_ONLY = re.compile(
    rf"\b(?P<intro>by|before|on|until|this|next|coming|cob|eod|until)[ ](?P<which>this[ ]coming|this|next|"
    rf"coming)?[ ]?"
    rf"(?P<weekday>{_WEEKDAY})(?![\w,]|[ ](?:the[ ])?\d|[ ](?:{_MONTH})\b)",
    re.IGNORECASE,
)
# "by Friday of next week": weeks begin on Monday, so that on a Sunday next week begins tomorrow
_WEEKDAY_OF_WEEK = re.compile(
    rf"\b(?:(?:by|before|on|until|cob|eod)[ ])?(?:the[ ])?(?P<weekday>{_WEEKDAY})[ ](?:of[ ])?"
    r"(?:(?P<which>this|next|the[ ](?:following|coming|next)|this[ ]coming)[ ]week\b|"
    r"the[ ](?P<second>week[ ]after[ ]next)\b)",
    re.IGNORECASE,
)
# "a week from this Friday", "two weeks from Monday"
_WEEKS_FROM = re.compile(
    rf"\b(?:(?:by|before|on|until)[ ])?(?P<number>{_NUMBER})[ ]weeks?[ ]from[ ]"
    rf"(?P<which>this[ ]coming|this|next|coming)?[ ]?(?P<weekday>{_WEEKDAY})(?!\w)",
    re.IGNORECASE,
)
_FROM_WEEKDAY = re.compile(rf"[ ]from[ ](?:(?:this|next|coming)[ ]){{0,2}}{_WEEKDAY}(?:[ ]\w+)*[ ]?", re.I)
_TOMORROW = re.compile(r"\b(?P<day>today|tomorrow)\b", re.IGNORECASE)
_FROM_NOW = re.compile(
    r"^[ ](?:out[ ]from|from|of|after|following|upon)[ ](?:now|today(?:'s[ ](?:date|message|e-?mail|letter|mail))?|"
    r"(?:this|the[ ]date[ ]of[ ]this|the[ ]date[ ]of|our|the|your)?"
    r"[ ]?(?:receipt|receiving|sending|date|above[ ]date|submission|submitting)?[ ]?(?:of[ ]|"
    r"above)?(?:this[ ]|the[ ]|our[ ])?"
    r"(?:e-?mail|message|letter|mail|submission|packet|request|date|writing)?)[ ]*$",
    re.IGNORECASE,
)

# "within 30 days of this message so that the start is not in danger"
_FROM_NOW_ON = re.compile(
    r"^[ ](?:out[ ]from|from|of|after|following|upon)[ ](?:now|today(?:'s[ ]date)?|(?:the[ ](?:date|day|receipt|"
    r"sending)[ ]of[ ])?(?:this|our|my)[ ](?:e-?mail|message|letter|mail|submission|packet|request|writing|note))"
    r"(?=[ ](?!(?:on|forward|onwards?)\b)\w)",
    re.IGNORECASE,
)


def date_spans(text: str, sent: date) -> list[DateSpan]:
    """All days and would-be days that stand in a piece of plain text, in order, none overlapping another."""
    absolute = _absolute(text, sent)
    counted = list(_before_a_day(text, absolute))
    found = [
        *absolute,
        *counted,
        *(s for s in _relative(text, sent) if not any(s.start < c.end and c.start < s.end for c in counted)),
        *(
            DateSpan(m.start(), m.end(), m.group(), None, why, dated=False)
            for why, p in WOULD_BE_DAYS
            for m in p.finditer(text)
        ),
    ]
    # the longer reading wins: "week of January 11" over "January 11", "January 15, 2027" over "by January"
    found.sort(key=lambda s: (-(s.end - s.start), s.start))
    kept: list[DateSpan] = []
    taken: set[int] = set()
    for span in found:
        if not any(i in taken for i in range(span.start, span.end)):
            kept.append(span)
            taken.update(range(span.start, span.end))
    kept.sort(key=lambda s: s.start)
    return _ranges(text, _explained(text, kept))


def _explained(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """Such as "before the Thanksgiving holiday (Nov 25)": an occasion whose day its writer gives is that day."""
    out: list[DateSpan] = []
    for span in spans:
        last = out[-1] if out else None
        occasion = last is not None and last.value is None and last.why in (OCCASION, SEASON, STRETCH)
        joined = last and occasion and span.dated and _THAT_IS.fullmatch(text, last.end, span.start)
        if last and joined and (text[last.end : span.start].strip() == "(" or _ENDS_HERE.match(text, span.end)):
            out[-1] = replace(span, start=last.start)
            continue
        told = next((n for n in (-1, -2) if len(out) >= -n and _same_weekday(text, out[n], span)), 0)
        if told:
            out[told:] = [replace(span, start=out[told].start)]  # "by Friday of next week, October 9"
            continue
        out.append(span)
    return out


def _same_weekday(text: str, weekday: DateSpan, day: DateSpan) -> bool:
    """Whether a day of the week is told again as a date: "by Friday of next week, October 9"."""
    words = weekday.words.strip().casefold()
    if not day.dated or day.value is None or not _BY_WEEKDAY.fullmatch(words):
        return False
    same = words.split()[-1][:3] == WEEKDAYS[day.value.weekday()]
    return same and _OF_WEEK.fullmatch(text, weekday.end, day.start) is not None


STRETCH = "a span of time, not a day"
_BY_WEEKDAY = re.compile(rf"(?:by|before|on|until|this|next|coming)[ ](?:(?:this|next|coming)[ ])*{_WEEKDAY}", re.I)
_OF_WEEK = re.compile(r"(?:[ ]of[ ](?:this|next|that|the)(?:[ ](?:coming|following))?[ ]week)?[ ]?[,(-][ ]?", re.I)
_THAT_IS = re.compile(
    r"[ ]?[,(-][ ]?|"
    r",?[ ](?:which[ ]is|that[ ]is|i\.e\.,?|so|meaning|(?:(?:which|that)[ ])?(?:begins?|starts?))[ ](?:on[ ])?|"
    r"[ ]on[ ]",
    re.IGNORECASE,
)
_ENDS_HERE = re.compile(r"[ ]*(?:[.;!?)\n]|$)")


def _absolute(text: str, sent: date) -> list[DateSpan]:
    out: list[DateSpan] = []
    for m in _MONTH_DAY.finditer(text):
        if _modal_may(text, m):
            continue
        out.append(_span(m, sent, month_number(m["month"]), int(m["day"]), m["year"], m["relyear"]))
    for m in _DAY_MONTH.finditer(text):
        one = _span(m, sent, month_number(m["month"]), int(m["day"]), m["dashyear"] or m["year"], m["relyear"])
        if (m["which"] or "").lower() == "next" and one.value and one.value.year == sent.year:
            one = replace(one, value=None, why="could be of either year")  # "the 15th of next December", in November
        out.append(one)
    for m in FOREIGN_DAY.finditer(text):
        name = m["spanish"] or m["german"] or m["french"]
        out.append(_span(m, sent, FOREIGN_MONTHS[name.lower()], int(m["day"]), m["year"], None))
    for m in _MILITARY.finditer(text):
        out.append(_span(m, sent, month_number(m["month"]), int(m["day"]), m["year"], None))
    for m in _ORDINAL_DAY.finditer(text):
        month, ordinal = m["month"] or m["month2"], m["ordinal"] or m["ordinal2"]
        out.append(
            _span(m, sent, month_number(month), ORDINALS[ordinal.lower()], m["year"] or m["year2"], m["relyear"])
        )
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


def _relative(text: str, sent: date) -> list[DateSpan]:
    out: list[DateSpan] = []
    for m in _RELATIVE.finditer(text):
        tail = m["tail"] or ""
        if _FROM_WEEKDAY.fullmatch(tail) and (m["unit"] or "").lower().startswith("week") and not m["about"]:
            continue  # `_WEEKS_FROM` counts it
        from_now = bool(_FROM_NOW.match(tail))
        if not m["intro"] and not tail:
            continue  # "12 months", "90 days": a length, not a day
        span = _counted(m, sent, tail, from_now or bool(on := _FROM_NOW_ON.match(tail)))
        if not from_now and on:
            end = m.end() - len(tail) + on.end()
            span = replace(span, end=end, words=text[m.start() : end].strip())
        out.append(span)
    for m in _END_OF.finditer(text):
        out.append(DateSpan(m.start(), m.end(), m.group(), _end_of(m, sent)))
    for m in _DAY_OF_MONTH.finditer(text):
        base = add_months(sent.replace(day=1), 1) if (m["which"] or "").lower() == "next" else sent
        if not m["which"] and (said := _MONTH_BEFORE.search(text, max(0, m.start() - _SAME_CLAUSE), m.start())):
            month = month_number(said["month"])
            base = sent if month == sent.month else next_monthday(sent, month, 1) or base
        value = _next_day_number(base, int(m["day"]))
        why = "" if value else "no such day"
        if value and m["weekday"] and next_weekday(value, m["weekday"], strictly=False) != value:
            value, why = None, f"that day is no {m['weekday']}"
        out.append(DateSpan(m.start(), m.end(), m.group(), value, why, monthless=not m["which"]))
    for m in _WEEKDAY_ONLY.finditer(text):
        ambiguous = "next" in (m["intro"].lower(), (m["which"] or "").lower())
        value = None if ambiguous else next_weekday(sent, m["weekday"], strictly=True)
        if value and (value - sent).days == 7:
            value = None  # written on a Friday, "by Friday" may be today
        out.append(DateSpan(m.start(), m.end(), m.group(), value, "" if value else "could be either of two weeks"))
    for m in _WEEKDAY_OF_WEEK.finditer(text):
        weeks = 2 if m["second"] else int(m["which"].lower() != "this")
        value = weekday_of_week(sent, m["weekday"], weeks)
        why = "" if value >= sent else "is over"
        out.append(DateSpan(m.start(), m.end(), m.group(), value if value >= sent else None, why))
    for m in _WEEKS_FROM.finditer(text):
        first = next_weekday(sent, m["weekday"], strictly=True)
        sure = (m["which"] or "").lower() != "next" and (first - sent).days < 7
        day = first + timedelta(days=7 * _to_int(m["number"])) if sure else None
        out.append(DateSpan(m.start(), m.end(), m.group(), day, "" if day else "could be either of two weeks"))
    for m in _TOMORROW.finditer(text):
        out.append(DateSpan(m.start(), m.end(), m.group(), sent + timedelta(days=m["day"].lower() == "tomorrow")))
    return out


# "before the January 5 start date"
OF_SOMETHING_ELSE = re.compile(
    r"[ ](?:start|launch|go-live|cutover|cut-over|switch|changeover|kickoff|roster|window|shipment|training|"
    r"kick-?off|roll-?out|implementation|renewal|expiration|expiry|"
    r"testing|class|pilot|webinar|"
    r"demo|conference|invoice|payment|opening|return)\b",
    re.I,
)
# "two weeks ahead of the January 19 rollout": the day is counted back from one that is named
_AHEAD_OF = re.compile(
    rf"\b(?P<number>{_NUMBER})[ ](?P<unit>days?|weeks?)[ ](?:before|prior[ ]to|ahead[ ]of|in[ ]advance[ ]of)[ ]"
    r"(?:(?:the|our|your|their)[ ])?$",
    re.IGNORECASE,
)
_LONGEST_COUNT = 60  # characters of such a count


def _before_a_day(text: str, days: list[DateSpan]) -> Iterator[DateSpan]:
    for day in days:
        before = text[max(0, day.start - _LONGEST_COUNT) : day.start]
        count = _AHEAD_OF.search(before) if day.value else None
        if count and day.value and not _VAGUELY.search(before, 0, count.start()):
            back = timedelta(days=_to_int(count["number"]) * (7 if count["unit"].lower().startswith("week") else 1))
            start = day.start - len(before) + count.start()
            event = OF_SOMETHING_ELSE.match(text, day.end)
            end = event.end() if event else day.end
            yield DateSpan(start, end, text[start:end], day.value - back)


_VAGUELY = re.compile(
    r"(?:\b(?:about|approximately|roughly|around|some|to|or|business|school|working)[ ]|[-~])$", re.IGNORECASE
)


def _counted(m: re.Match[str], sent: date, tail: str, from_now: bool) -> DateSpan:
    """Such as "within 30 days": counted from the day the message was sent."""
    number = _to_int(m["number"])
    unit = m["unit"].lower().rstrip("s")
    keep_tail = not tail or from_now or re.match(r"[ ](?:out|from|of|after|following|upon|before|prior|ahead)", tail)
    end = m.end() if keep_tail else m.end() - len(tail)
    words = m.group().strip()
    why = ""
    if m["range"]:
        why = STRETCH
    elif m["about"]:
        why = ABOUT
    elif m["kind"] and m["kind"].lower() != "calendar":
        why = "depends on which days are counted"
    elif tail and not from_now:
        why = "counts from something else"
    value = None
    if not why:
        if unit == "month":
            value = add_months(sent, number)
        else:
            value = sent + timedelta(days=number * (7 if unit == "week" else 1))
    return DateSpan(m.start(), end, words, value, why, dated=bool(value))


def _end_of(m: re.Match[str], sent: date) -> date:
    what = (m["what"] or "the month").lower()
    if m["plainyear"]:
        return date(int(m["plainyear"]), 12, 31)
    if "year" in what:
        return date(sent.year, 12, 31)
    base = add_months(sent.replace(day=1), 1) if what.startswith("next") else sent
    return last_day(base.year, base.month)


def _next_day_number(base: date, day: int) -> date | None:
    """The next day with this number on or after `base`; months that lack it are passed over."""
    first = base.replace(day=1)
    for ahead in range(3):
        month = add_months(first, ahead)
        value = real_date(month.year, month.month, day)
        if value and value >= base:
            return value
    return None


def _to_int(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS[words.lower()]


def _modal_may(text: str, m: re.Match[str]) -> bool:
    """Such as "you may 3 times": the verb, not the month."""
    if m["month"] != "may":
        return False
    return bool(
        re.search(
            r"\b(?:we|you|they|it|i|this|that|which|who|and|district|students?|teachers?)[ ]$", text[: m.start()], re.I
        )
    )


_BETWEEN = re.compile(r"[ ]?(?:-|to|through|thru|until|till|or)[ ]?(?:the[ ])?", re.IGNORECASE)
_DAY_AFTER = re.compile(
    r"[ ]?(?:-|to|through|thru|or)[ ]?\d{1,2}(?:st|nd|rd|th)?\b(?![/:]|[ ](?:weeks?|days?|months?|"
    r"schools?)\b)(?:,?[ ]20\d\d)?",
    re.I,
)


_MOVED_FROM = re.compile(
    r"\b(?:moved?|changed?|pushed|postponed|extended|updated?|corrected)(?:[ ]\w+){0,3}[ ]from[ ](?:the[ ])?$", re.I
)
_INSTEAD_OF = re.compile(r"\b(?:instead[ ]of|rather[ ]than|in[ ]place[ ]of)[ ](?:the[ ])?$", re.I)
_AT_FIRST = re.compile(
    r"\b(?:originally|initially|previously|formerly|at[ ]first|(?:it[ ]|this[ ]|that[ ]|which[ ])?(?:was|had[ ]been))"
    r"(?:[ ](?:it[ ]|was[ ]|set[ ]|due[ ]|planned[ ]|asked[ ])?(?:on[ ]|by[ ]|for[ ])?)?$",
    re.I,
)
_NOW = re.compile(r"[\s,;:.()–—-]{0,4}(?:but[ ]|and[ ])?(?:(?:it|that|this)(?:[ ]is|'s|’s)[ ])?(?:is[ ])?now\b", re.I)
_NOT = re.compile(r"(?:^|[ ,(])not[ ](?:by[ ]|on[ ])?$", re.I)


def replaced(text: str, span: DateSpan) -> bool:
    """Whether its own writer takes a day back: "not December 4 but ...", "moved from December 4 to", "(not May 3)"."""
    before = text[max(0, span.start - 50) : span.start]
    if _MOVED_FROM.search(before) or _INSTEAD_OF.search(before):
        return True
    if _AT_FIRST.search(before) and _NOW.match(text, span.end):
        return True  # "originally October 9, now October 23"
    return bool(_NOT.search(before))


def _ranges(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """Such as "January 11-15" and "Dec 1 to Dec 15" are one stretch of time, not a day."""
    out: list[DateSpan] = []
    for span in spans:
        last = out[-1] if out else None
        gap = text[last.end : span.start] if last else ""
        moved = last and _MOVED_FROM.search(text, max(0, last.start - 50), last.start)
        between = _BETWEEN.fullmatch(gap) or (
            last and gap == " and " and text[: last.start].casefold().endswith("between ")
        )
        if last and last.dated and span.dated and len(gap) < 12 and between and not moved:
            out[-1] = _stretch(text, last.start, span.end)
            continue
        out.append(span)
    for i, span in enumerate(out):
        after = _DAY_AFTER.match(text, span.end) if span.dated and span.value else None
        if after and not span.short and not re.search(r"\d{4}$", span.words):
            out[i] = _stretch(text, span.start, after.end())
    return out


def _stretch(text: str, start: int, end: int) -> DateSpan:
    return DateSpan(start, end, text[start:end], None, STRETCH)
