"""An order form of another year: its validity or its term ended before the mail was sent.

A renewal names the term that ends beside the one that begins, so only the latest of the days that it names counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from soppa_mailbot.finding.bounded import PAPER, bounded
from soppa_mailbot.finding.dates_spans import date_spans
from soppa_mailbot.finding.no_offer import Ruling

_VALID = re.compile(
    r"\b(?:valid|good|firm|honou?red|guaranteed)[ ]?(?:until|through|thru|till|to|by)[ :\t]{0,4}"
    r"|\b(?:quote|quotation|offer|proposal|estimate|pricing|prices?)[ ](?:expires?|expiration|expiry|lapses|ends)"
    r"(?:[ ](?:on|date))?[ :\t]{0,4}"
    r"|(?:^|\t)\W{0,4}(?:expires?(?:[ ]on)?|expiration(?:[ ]date)?|expiry(?:[ ]date)?)[ :\t]{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
_TERM = re.compile(
    r"\b(?:subscription|licen[cs]e|contract|service|access|renewal|coverage)[ ]"
    r"(?:term|period|dates?|ends?(?:[ ]date)?)\b[ :\t]{0,4}"
    r"|(?:^|\t)\W{0,4}(?:term|period|(?:term[ ])?end(?:s|[ ]date))[ :\t]{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
_DATED = re.compile(
    r"(?:^|\t)\W{0,4}(?:(?:quote|quotation|proposal|estimate|order|issue|created|prepared)[ ])?"
    r"(?:date|dated)[ :\t]{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
_SCHOOL_YEAR = re.compile(
    r"\b(?:school[ ]year|sy|subscription[ ]year|renewal)[ ]?:?[ \t]?20(\d\d)[ ]?[-–/][ ]?(?:20)?(\d\d)(?!\d)|"
    r"\b20(\d\d)[ ]?[-–/][ ]?(?:20)?(\d\d)[ ](?:school[ ]year|renewal|subscription)\b",
    re.IGNORECASE,
)
# the time of another paper: the cooperative's contract, the term that this one renews
_OF_ANOTHER = re.compile(
    r"\b(?:co-?op\w*|consortium|master|state|award|bid|rfp|contract|agreement|certificate|insurance|policy|current|present|"
    r"previous|prior|existing|expiring|old|last|your)\b[^.;\t\n]{0,40}$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d\d|[/-]\d\d\b")
_RANGE = re.compile(r"[ ]?[–—][ ]?|[ ]-[ ]?|[ ](?:to|through|thru|until)[ ]|\t")
_AHEAD = 60  # characters from the label to the day
# a quote that lapsed last week may be renewed by a word; one of last year is another
_LONG_AGO, _OLD = timedelta(days=180), timedelta(days=365)


def ruling(text: str, day: date) -> Ruling | None:
    """Whether the paper is for a time that is over on `day`."""
    text = bounded(text, PAPER)
    term, valid, dated = (max(_days(label, text, day), default=None) for label in (_TERM, _VALID, _DATED))
    holds = valid is not None and valid[0] >= day
    if term is not None and term[0] < day:
        detail = f"for a term that ended on {_told(term[0])}"
        return Ruling(f"the quote is {detail}" if holds else f"an order form {detail}", not holds, term[1])
    if valid is not None and not holds:
        if day - valid[0] > _LONG_AGO and term is None:
            return Ruling(f"a quote that expired on {_told(valid[0])}", True, valid[1])
        return Ruling(f"the quote expired on {_told(valid[0])}", False, valid[1])
    if dated is not None and day - dated[0] > _OLD and term is None and valid is None:
        return Ruling(f"the quote is of {_told(dated[0])}", False, dated[1])
    years = [m for m in _SCHOOL_YEAR.finditer(text) if int(m[2] or m[4]) == int(m[1] or m[3]) + 1]
    if term is None and not holds and years and all(date(2000 + int(m[2] or m[4]), 6, 30) < day for m in years):
        return Ruling(f"the quote is for {years[-1][0]}", False, years[-1][0])
    return None


def _days(label: re.Pattern[str], text: str, day: date) -> Iterator[tuple[date, str]]:
    """The last day behind each label, in the rest of its line, where its year is told."""
    for found in label.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        rest = text[found.end() : found.end() + _AHEAD].split("\n")[0]
        spans = (span for end in _RANGE.split(rest) for span in date_spans(end, day))
        told = [s.value for s in spans if s.value is not None and _YEAR.search(s.words)]
        if told and not _OF_ANOTHER.search(line[-_AHEAD:]):
            yield max(told), " ".join((found[0] + rest).split())


def _told(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
