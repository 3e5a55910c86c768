"""Stretches of text that name a day, or that put a time where a day should stand.

Every pattern has its own arithmetic (no date library reads free text: such readers take "We" for Wednesday and
"$12" for the 12th). Numbers are in US order, month/day/year. All patterns are bounded: time is linear in the text.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import WEEKDAYS
from soppa_mailbot.finding.deadlines.dates_absolute import absolute_days
from soppa_mailbot.finding.deadlines.dates_in_text import STRETCH, WEEKDAY, DateSpan
from soppa_mailbot.finding.deadlines.dates_relative import days_before_a_day, relative_days
from soppa_mailbot.finding.deadlines.dates_replaced import MOVED_FROM
from soppa_mailbot.finding.deadlines.dates_vague import OCCASION, SEASON, WOULD_BE_DAYS


def date_spans(text: str, sent: date) -> list[DateSpan]:
    """All days and would-be days that stand in a piece of plain text, in order, none overlapping another."""
    absolute = absolute_days(text, sent)
    counted = list(days_before_a_day(text, absolute))
    found = [
        *absolute,
        *counted,
        *(s for s in relative_days(text, sent) if not any(s.start < c.end and c.start < s.end for c in counted)),
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
    same = words.removesuffix(" after next").split()[-1][:3] == WEEKDAYS[day.value.weekday()]
    return same and _OF_WEEK.fullmatch(text, weekday.end, day.start) is not None


_BY_WEEKDAY = re.compile(
    rf"(?:by|before|on|until|this|next|coming)[ ](?:(?:this|next|coming)[ ])*{WEEKDAY}|"
    rf"(?:(?:by|before|on|until)[ ])?(?:the[ ])?{WEEKDAY}[ ]after[ ]next",
    re.I,
)
_OF_WEEK = re.compile(
    r"(?:[ ]of[ ](?:this|next|that|the)(?:[ ](?:coming|following))?[ ]week)?[ ]?[,(-][ ]?"
    r"(?:(?:i\.e\.,?|that[ ]is,?|that's|which[ ]is|meaning|so)[ ])?",
    re.I,
)
_THAT_IS = re.compile(
    r"[ ]?[,(-][ ]?|"
    r",?[ ](?:which[ ]is|that[ ]is|i\.e\.,?|so|meaning|(?:(?:which|that)[ ])?(?:begins?|starts?))[ ](?:on[ ])?|"
    r"[ ]on[ ]",
    re.IGNORECASE,
)
_ENDS_HERE = re.compile(r"[ ]*(?:[.;!?)\n]|$)")

_BETWEEN = re.compile(r"[ ]?(?:-|to|through|thru|until|till|or)[ ]?(?:the[ ])?", re.IGNORECASE)
_DAY_AFTER = re.compile(
    r"[ ]?(?:-|to|through|thru|or)[ ]?\d{1,2}(?:st|nd|rd|th)?\b(?![/:]|[ ](?:weeks?|days?|months?|"
    r"schools?)\b)(?:,?[ ]20\d\d)?",
    re.I,
)


def _ranges(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """Such as "January 11-15" and "Dec 1 to Dec 15" are one stretch of time, not a day."""
    out: list[DateSpan] = []
    for span in spans:
        last = out[-1] if out else None
        gap = text[last.end : span.start] if last else ""
        moved = last and MOVED_FROM.search(text, max(0, last.start - 50), last.start)
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
