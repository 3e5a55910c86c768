"""An order form of another year: its validity or its term ended before the mail was sent.

A renewal names the term that ends beside the one that begins, so only the latest of the days that it names counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.bounded import PAPER, bounded
from soppa_mailbot.finding.deadlines.dates_spans import date_spans
from soppa_mailbot.finding.orders.no_offer import Ruling

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
    r"(?:^|\t)\W{0,4}(?:(?:(?:quote|quotation|proposal|estimate|order|issue|created|prepared)[ ])?"
    r"(?:date|dated)|(?:created|issued|prepared)(?:[ ]on)?)[ :\t]{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
# "This quote is valid for 60 days": from the day of the quote
_FOR_DAYS = re.compile(
    r"\b(?:(?:valid|good|firm|honou?red|guaranteed|held)[ ]?(?:for|:)?|(?:quote|quotation|offer|proposal|"
    r"estimate|pricing|prices?)"
    r"[ ](?:expires?|lapses|ends)[ ](?:in|after))[ ](?:a[ ]period[ ]of[ ])?(?:\w{3,9}[ ]"
    r")?\(?(\d{1,3})\)?[ -](?:calendar[ ])?days\b"
    # "for 30 days after acceptance" is another time
    r"(?![ ](?:after|from|of|following|upon)[ ](?:\w+[ ])?(?:accept\w+|receipt|signature|signing|delivery|"
    r"invoice|award|bid))",
    re.IGNORECASE,
)
_NO_QUOTE = re.compile(
    r"\b(?:access|trial|pilot|warranty|link|code|log-?in|coupon|credits?|guarantee|password|invitation|certificate)\b",
    re.IGNORECASE,
)
_SENT_OUT = re.compile(
    r"(?:^|\t)\W{0,4}(?:ship(?:ped|ping)?|delivery|delivered)(?:[ ](?:date|on))?[ :\t]{1,4}",
    re.IGNORECASE | re.MULTILINE,
)
_ON_ORDER = re.compile(
    r"\b(?:your|customer)[ ](?:p\.?o\.?|purchase[ ]order)(?:[ ](?:no\.?|number))?[ ]?[#:]{0,2}[ \t]{0,4}[\w-]*\d",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(
    r"\b(?:school[ ]year|sy|subscription[ ]year|renewal)[ ]?:?[ \t]?20(\d\d)[ ]?[-–/][ ]?(?:20)?(\d\d)(?!\d)|"
    r"\b20(\d\d)[ ]?[-–/][ ]?(?:20)?(\d\d)[ ](?:school[ ]year|renewal|subscription)\b",
    re.IGNORECASE,
)
# the time of another paper: the cooperative's contract, the term that this one renews
_OF_ANOTHER = re.compile(
    r"\b(?:co-?op\w*|consortium|master|state|award|bid|rfp|contract|agreement|certificate|insurance|policy|"
    r"current|present|"
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
    dated = max(_days(_DATED, text, day), default=None)
    term = max(_days(_TERM, text, day), default=None)
    valid = max((*_days(_VALID, text, day), *_from_its_day(text, dated[0] if dated else None)), default=None)
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
    sent = max(_days(_SENT_OUT, text, day), default=None)
    if sent is not None and sent[0] < day and _ON_ORDER.search(text):
        return Ruling("may be the confirmation of an order that was placed already", False, sent[1])
    return None


def _from_its_day(text: str, dated: date | None) -> Iterator[tuple[date, str]]:
    """The ends of its validity that only its own day tells: after so many days, or on a day without a year."""
    if dated is None:
        return
    for found in _FOR_DAYS.finditer(text):
        if _NO_QUOTE.search(re.split(r"[.;\n\t]", text[max(0, found.start() - _AHEAD) : found.start()])[-1]):
            continue
        yield dated + timedelta(days=int(found[1])), found[0]
    for label in _VALID.finditer(text):
        rest = re.split(r"[\n\t;]|\.(?!\d)", text[label.end() : label.end() + _AHEAD])[0]
        spans = [s for s in date_spans(rest, dated) if s.value is not None]
        if spans and spans[0].value and not _YEAR.search(rest) and re.match(r"\W*[A-Z]|\W*\d{1,2}/\d", rest):
            yield spans[0].value, " ".join((label[0] + rest).split())


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
