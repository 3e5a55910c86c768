"""Days that are counted from another: "within 30 days", "by Friday", "two weeks ahead of the January 19 rollout"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import (
    NUMBERS,
    add_months,
    last_day,
    month_number,
    next_monthday,
    next_weekday,
    real_date,
    weekday_of_week,
)
from soppa_mailbot.finding.deadlines.dates_in_text import MONTH, NUMBER, STRETCH, WEEKDAY, DateSpan
from soppa_mailbot.finding.deadlines.dates_loose import ABOUT

_END_OF = re.compile(
    r"\b(?:the[ ])?(?:end|last[ ]day|close)[ ]of[ ](?P<what>(?:the|this)[ ](?:current[ ])?month|next[ ]month|"
    r"(?:the|this)[ ]calendar[ ]year|(?:(?:the[ ])?(?:calendar[ ])?year[ ])?(?P<plainyear>20\d\d))\b(?![-/]\d)|"
    r"\b(?P<eom>EOM)\b",
    re.IGNORECASE,
)
# "in the course of January, by the 29th": the month is said before
_MONTH_BEFORE = re.compile(
    rf"\b(?:in|during|within|of|throughout)[ ](?:(?:the[ ])?(?:course|month|weeks)[ ]of[ ])?(?P<month>{MONTH})\b"
    r"(?:,?[ ]20\d\d)?[^.;!?\d]{0,40}$",
    re.IGNORECASE,
)
_SAME_CLAUSE = 90  # characters before a day in which its month may be said
_DAY_OF_MONTH = re.compile(
    r"\b(?:(?P<weekday>"
    + WEEKDAY
    + r"),?[ ])?(?:the[ ]|(?=\d\d?[a-z]{2}[ ]of[ ](?:this|next|the)[ ]month))(?P<day>\d{1,2})[ ]?(?:st|nd|rd|th)\b"
    r"(?:[ ]of[ ](?P<which>this|next|the)[ ]month)?(?![ ](?:grade|graders?|floor|century|edition|"
    r"anniversary|year)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"\b(?P<intro>within|in|no[ ](?:later|more)[ ]than|inside(?:[ ]of)?|not[ ]later[ ]than|by)?[ ]?"
    rf"(?P<about>about|approximately|approx\.?|roughly|around|some|~|at[ ]least)?[ ]?(?:the[ ](?:next|"
    rf"coming)[ ])?"
    rf"\b(?P<number>{NUMBER})(?:[ ]?(?P<range>-|to|or)[ ]?(?P<number2>{NUMBER}))?[ ](?:\(\d{{1,3}}\)[ ])?"
    r"(?P<kind>calendar|business|working|school|week)?[ ]?(?P<unit>days?|weeks?|fortnights?|months?)\b(?:'s?[ ]time\b)?"
    r"(?P<tail>[ ](?:out[ ]from|from|of|after|following|upon|before|prior[ ]to|ahead[ ]of)[ ](?:[\w'-]++[ ]?){1,5})?",
    re.IGNORECASE,
)
_WEEKDAY_ONLY = re.compile(
    rf"\b(?P<intro>by|before|on|until|this|next|coming|cob|eod|until)[ ](?P<which>this[ ]coming|this|next|"
    rf"coming)?[ ]?"
    rf"(?P<weekday>{WEEKDAY})(?!\w|,?[ ](?:the[ ])?\d|,?[ ](?:{MONTH})\b|[ ](?:week|fortnight)\b)",
    re.IGNORECASE,
)
# "by Friday of next week": weeks begin on Monday, so that on a Sunday next week begins tomorrow
_WEEKDAY_OF_WEEK = re.compile(
    rf"\b(?:(?:by|before|on|until|cob|eod)[ ])?(?:the[ ])?(?P<weekday>{WEEKDAY})[ ](?:of[ ])?"
    r"(?:(?P<which>this|next|the[ ](?:following|coming|next)|this[ ]coming)[ ]week\b|"
    r"the[ ](?P<second>week[ ]after[ ]next)\b)",
    re.IGNORECASE,
)
# "the Friday after next"
_AFTER_NEXT = re.compile(
    rf"\b(?:(?:by|before|on|until|cob|eod)[ ])?(?:the[ ])?(?P<weekday>{WEEKDAY})[ ]after[ ]next\b", re.IGNORECASE
)
# "a week from this Friday", "two weeks from Monday", and as the British say it: "a week on Friday", "Monday fortnight"
_WEEKS_FROM = re.compile(
    rf"\b(?:(?:by|before|on|until)[ ])?(?P<number>{NUMBER})[ ](?P<unit>weeks?|fortnights?)[ ](?:from|on)[ ]"
    rf"(?P<which>this[ ]coming|this|next|coming)?[ ]?(?P<weekday>{WEEKDAY})(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY_WEEK = re.compile(
    rf"\b(?:by|before|on|until)[ ](?P<weekday>{WEEKDAY}|today|tomorrow)[ ](?P<unit>week|fortnight)\b"
    rf"|\b(?:(?:by|before|on|until|within|in)[ ])?(?P<number>{NUMBER})[ ](?P<units>weeks?|fortnights?)[ ]"
    r"(?P<day>today|tomorrow)\b"
    r"|\b(?:within|in|over)[ ](?:the[ ])?(?:next|coming)[ ](?P<next>fortnight)\b",
    re.IGNORECASE,
)
_FROM_WEEKDAY = re.compile(rf"[ ]from[ ](?:(?:this|next|coming)[ ]){{0,2}}{WEEKDAY}(?:[ ]\w+)*[ ]?", re.I)
# "two weeks earlier.": from a day that was named before, as `dates_counted_back` finds it
_EARLIER = re.compile(
    rf"\b{NUMBER}[ ](?:days?|weeks?|fortnights?)[ ](?:earlier|before|beforehand|prior|ahead|in[ ]advance)"
    r"(?=[ ]?(?:[.,;:!?)]|$))",
    re.IGNORECASE,
)
# "today", "the end of today", "close of business tomorrow"
_TOMORROW = re.compile(
    r"(?<![\w-])(?:(?:(?:the[ ])?(?:very[ ])?(?:end|close)[ ]of[ ]|c\.?o\.?b\.?[ ]|"
    r"e\.?o\.?[db]\.?[ ]|midnight[ ])"
    r"(?:(?:the[ ])?(?:(?:business|working|work|school|office)[ ])?(?:day|business|hours)[ ])?)?"
    r"(?P<day>today|tomorrow|tonight)\b",
    re.IGNORECASE,
)
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


def relative_days(text: str, sent: date) -> list[DateSpan]:
    """All of them in a text, counted from the day the message was sent; some may overlap."""
    out: list[DateSpan] = []
    for m in _RELATIVE.finditer(text):
        tail = m["tail"] or ""
        if _FROM_WEEKDAY.fullmatch(tail) and m["unit"][:1].lower() in "wf" and not m["about"]:
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
        out.append(DateSpan(m.start(), m.end(), m.group(), value, "" if value else EITHER_WEEK))
    for m in _WEEKDAY_OF_WEEK.finditer(text):
        weeks = 2 if m["second"] else int(m["which"].lower() != "this")
        value = weekday_of_week(sent, m["weekday"], weeks)
        why = "" if value >= sent else "is over"
        out.append(DateSpan(m.start(), m.end(), m.group(), value if value >= sent else None, why))
    out += [DateSpan(m.start(), m.end(), m.group(), None, EITHER_WEEK) for m in _AFTER_NEXT.finditer(text)]
    for m in _WEEKS_FROM.finditer(text):
        first = next_weekday(sent, m["weekday"], strictly=True)
        sure = (m["which"] or "").lower() != "next" and (first - sent).days < 7
        day = first + timedelta(days=_to_int(m["number"]) * days_in(m["unit"])) if sure else None
        out.append(DateSpan(m.start(), m.end(), m.group(), day, "" if day else EITHER_WEEK))
    for m in _WEEKDAY_WEEK.finditer(text):
        out.append(_weeks_on(m, sent))
    for m in _EARLIER.finditer(text):
        out.append(DateSpan(m.start(), m.end(), m.group(), None, FROM_ANOTHER, dated=False))
    for m in _TOMORROW.finditer(text):
        out.append(DateSpan(m.start(), m.end(), m.group(), sent + timedelta(days=m["day"].lower() == "tomorrow")))
    return out


EITHER_WEEK = "could be either of two weeks"
FROM_ANOTHER = "counts from something else"

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
    rf"\b(?P<number>{NUMBER})[ ](?P<unit>days?|weeks?|fortnights?)[ ](?:before|prior[ ]to|ahead[ ]of|"
    r"in[ ]advance[ ]of)[ ](?:(?:the|our|your|their)[ ])?$",
    re.IGNORECASE,
)
_LONGEST_COUNT = 60  # characters of such a count


def days_before_a_day(text: str, days: list[DateSpan]) -> Iterator[DateSpan]:
    """Days that are counted back from one of `days`."""
    for day in days:
        before = text[max(0, day.start - _LONGEST_COUNT) : day.start]
        count = _AHEAD_OF.search(before) if day.value else None
        if count and day.value and not _VAGUELY.search(before, 0, count.start()):
            back = timedelta(days=_to_int(count["number"]) * days_in(count["unit"]))
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
        why = FROM_ANOTHER
    value = None
    if not why:
        if unit == "month":
            value = add_months(sent, number)
        else:
            value = sent + timedelta(days=number * days_in(unit))
    return DateSpan(m.start(), end, words, value, why, dated=bool(value))


def _weeks_on(m: re.Match[str], sent: date) -> DateSpan:
    """Such as "Monday fortnight", "a week today", "within the next fortnight": so many weeks on."""
    unit = m["unit"] or m["units"] or m["next"]
    day = (m["weekday"] or m["day"] or "today").lower()
    if day in ("today", "tomorrow"):
        first: date | None = sent + timedelta(days=day == "tomorrow")
    else:
        first = next_weekday(sent, day, strictly=True)
        first = None if (first - sent).days == 7 else first  # it may be today
    value = first + timedelta(days=_to_int(m["number"] or "1") * days_in(unit)) if first else None
    return DateSpan(m.start(), m.end(), m.group(), value, "" if value else EITHER_WEEK)


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


def days_in(unit: str) -> int:
    """Of "days", "weeks" or "fortnights"."""
    return {"d": 1, "w": 7, "f": 14}[unit[:1].lower()]


def _to_int(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS[words.lower()]
