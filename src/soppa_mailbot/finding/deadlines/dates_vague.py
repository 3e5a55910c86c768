"""Words that stand where a day should: "ASAP", "this fall", "before winter break"."""

from __future__ import annotations

from collections.abc import Iterable

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS

OCCASION = "an occasion, not a day"
A_MONTH = "a month, not a day"
SEASON = "a season, not a day"
MEETING = "a meeting, not a day"
A_YEAR = "a year, not a day"
_TABLE = (
    (A_YEAR, r"(?:before|by|in|during)[ ]20\d\d(?![ ]?\d|-)"),
    (
        "a span of time, not a day",
        r"(?:in|within|over)[ ](?:the[ ])?(?:coming|next[ ]few|next|a[ ]few|several|"
        r"a[ ]couple[ ]of)[ ](?:days|weeks|months)",
    ),
    (
        "no date",
        r"asap|a\.s\.a\.p\.?|as[ ](?:soon|quickly|early|fast)[ ]as[ ](?:\w++[ ]?){1,3}|"
        r"(?:the[ ])?sooner[ ]the[ ]better|in[ ](?:the[ ])?(?:shortest|briefest|quickest)[ ](?:possible[ ])?time",
    ),
    (
        "no date",
        r"(?:at[ ])?(?:your|the)[ ](?:very[ ])?earliest(?:[ ](?:possible[ ])?(?:convenience|opportunity|"
        r"date))?",
    ),
    ("no date", r"right[ ]away|immediate(?:ly)?|urgent(?:ly)?|promptly|without[ ]delay|soon(?:est)?|rush|expedited?"),
    (
        "no date",
        r"no[ ](?:rush|hurry|(?:\w+[ ])?(?:deadline|date))|whenever\b(?:[ ]\w+){0,3}|flexible|"
        r"open[- ]ended|rolling|ongoing",
    ),
    (
        "no date",
        r"tbd|t\.b\.d\.?|tba|to[ ]be[ ](?:determined|decided|confirmed|announced)|"
        r"not[ ](?:yet[ ])?(?:known|sure|determined|decided)",
    ),
    (
        SEASON,
        r"(?:(?:this|next|the|by|in(?:[ ]time[ ]for)?|before|early|late|mid|for|(?:up)?coming|end[ ]of|beginning[ ]of|"
        r"start[ ]of)[ -]){1,2}"
        r"(?:the[ ])?(?:fall|spring|summer|winter|autumn)(?:[ ](?:break|recess|semester|term|quarter|"
        r"of[ ]20\d\d|20\d\d))?",
    ),
    (
        OCCASION,
        r"(?:before|by|after|over|until|prior[ ]to|in[ ]time[ ]for|ahead[ ]of)[ ](?:the[ ])?(?:\w+[ ])?"
        r"(?:break|recess|holidays?|thanksgiving|christmas|new[ ]year(?:'?s)?|labor[ ]day|memorial[ ]day|"
        r"easter|halloween)\b",
    ),
    (
        MEETING,
        r"(?:at|by|before|for|in[ ]time[ ]for)[ ](?:one[ ]of[ ])?(?:the|your|its|their)[ ](?:very[ ])?"
        r"(?:next|first|coming|upcoming|following)[ ](?:possible[ ]|available[ ]|regular[ ])?"
        r"(?:school[ ])?board(?:[ ]of[ ]education)?[ ]meetings?(?![ ](?:on|is|of)[ ](?:\w+[ ])?\d)",
    ),
    (OCCASION, r"(?:(?:early|late|sometime|some[ ]time)[ ])?in[ ]the[ ]new[ ]year"),
    (
        OCCASION,
        r"(?:before|by|for|in[ ]time[ ]for|prior[ ]to|until)[ ](?:the[ ])?(?:start|beginning|first[ ]day|"
        r"end|close|opening)[ ]of[ ]"
        r"(?:the[ ]|this[ ]|next[ ]|your[ ]|our[ ])?(?!calendar)(?:\w+[ ])?(?:school(?:[ ]year)?|semester|term|quarter|"
        r"trimester|classes|year|week|testing|registration)",
    ),
    (
        OCCASION,
        r"(?:before|when|until|by[ ]the[ ]time)[ ](?:the[ ])?(?:new[ ]|next[ ]|second[ ]|first[ ])?"
        r"(?:school(?:[ ]year)?|classes|kids|students|teachers|semester|term)[ ](?:starts?|begins?|"
        r"resumes?|returns?|come[ ]back)",
    ),
    (
        OCCASION,
        r"(?:early|late|mid)[ -](?:in[ ])?(?:the[ ])?(?:next|this|second|spring|fall|new)[ ](?:semester|term|quarter|"
        r"trimester|school[ ]year)",
    ),
    (
        OCCASION,
        r"(?:by|before|for|until|in)[ ](?:the[ ])?(?:next|second|first|third|fourth|spring|fall|"
        r"new)[ ](?:semester|term|quarter|trimester|school[ ]year)",
    ),
    (
        "a span of time, not a day",
        r"(?:the[ ])?end[ ]of[ ](?:the[ ]|this[ ]|next[ ])?(?!calendar)(?:\w+[ ])?(?:week|year|quarter|"
        r"semester)|eoy|year[- ]end",
    ),
    (
        "a span of time, not a day",
        r"(?:the[ ])?(?:end|close|last[ ]day|beginning|start|middle)[ ]of[ ](?:the[ ])?"
        r"(?:q[1-4]|(?:first|second|third|fourth)[ ]quarter)(?:(?:[ ]of)?[ ]20\d\d)?",
    ),
    (
        "a span of time, not a day",
        r"(?:in[ ]|by[ ]|during[ ]|before[ ])?(?:q[1-4]|(?:this|next)[ ](?:week|month|quarter|year|"
        r"school[ ]year))(?:[ ]20\d\d)?",
    ),
    (
        "a span of time, not a day",
        rf"(?:the[ ])?week[ ](?:of|beginning|starting)[ ](?:{MONTHS})\.?[ ]\d{{1,2}}(?:st|nd|rd|"
        rf"th)?(?:,?[ ]20\d\d)?",
    ),
    ("a span of time, not a day", r"(?:the[ ])?week[ ](?:of|beginning|starting)[ ]\d{1,2}/\d{1,2}(?:/\d{2,4})?"),
    (
        A_MONTH,
        rf"(?:early|mid|middle[ ]of|late|beginning[ ]of|start[ ]of|first[ ](?:half|part|week)[ ]of|"
        rf"second[ ]half[ ]of)[ -]+"
        rf"(?:in[ ])?(?:{MONTHS})\b\.?(?:,?[ ]20\d\d)?",
    ),
    (
        A_MONTH,
        rf"(?:by|in|before|during|until|for|this|"
        rf"next)[ ](?:{MONTHS})\b\.?(?:,?[ ]20\d\d)?(?!\.?,?[ ]?\d)",
    ),
    (A_MONTH, rf"(?:{MONTHS})\b\.?,?[ ]20\d\d(?!\d)"),
)
WOULD_BE_DAYS = tuple((why, re.compile(rf"(?<![\w-])(?:{body})(?!\w)", re.IGNORECASE)) for why, body in _TABLE)

# words that leave the day to the District; of who wants it soon something else is to be asked
_AT_LEISURE = re.compile(r"no[ ](?:rush|hurry|(?:\w+[ ])?(?:deadline|date))|whenever\b.*|flexible|open[- ]ended", re.I)
# "We don't have any date for the approval", "There is no deadline from our side"
_NO_DAY = re.compile(
    r"\b(?:(?:have|has|had|got|with|(?:there|here)(?:'s|[ ]is|[ ]was)|need|set|named?|gave|given|see)[ ]no|"
    r"(?:(?:do|does|did|have|has|is|was)(?:[ ]not|n't)|dont|doesnt|didnt|isnt)[ ](?:yet[ ])?"
    r"(?:(?:have|need|named?|see|give|set|got)[ ])?(?:any|an?)|without(?:[ ]any|[ ]an?)?)[ ]"
    r"(?:(?:fixed|firm|hard|set|particular|specific|certain|real|exact|definite|special|approval)[ ]){0,2}"
    r"(?:date|dead[ -]?line|day)(?:[ ]in[ ]mind|[ ]set|[ ]yet|[ ]at[ ]all)?"
    r"(?:[ ](?:from|on)[ ]our[ ](?:side|end|part))?"
    r"(?:[ ](?:this[ ]time|for[ ](?:once|now)|at[ ](?:all|present|the[ ]moment|this[ ](?:time|point))|right[ ]now|"
    r"currently))?"
    r"(?:[ ]for[ ](?:(?:the|your|its|this|a|final|formal|district|district's|board|board's)[ ]){0,3}"
    r"(?:ap{1,3}rov\w+|sign(?:ing)?[- ]?off|decision|it|this|that|us)\b|(?=[ ]?(?:[.,;:!)&-]|$))|"
    r"[ ](?=(?:and|but|so|since|because|as|yet|by[ ]which)\b))",
    re.IGNORECASE,
)


def says_no_day(text: str, vague: Iterable[str]) -> bool:
    """Whether a sender has no day for the approval and says so, and the `vague` words do not ask for haste."""
    return all(_AT_LEISURE.fullmatch(words.strip(" .")) for words in vague) and _NO_DAY.search(text) is not None
