"""What an automatic reply says about an absence: that there is one, and until when. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.deadlines.dates_in_text import DateSpan
from soppa_mailbot.finding.deadlines.dates_spans import date_spans
from soppa_mailbot.mail.automatic_signs import AWAY, CLOSED
from soppa_mailbot.model import Message

_LOOK_AT = 4000  # characters: an absence is told in the first lines
_LONGEST = timedelta(days=200)  # a return later than this is rather a misread date
_DAY = timedelta(days=1)

_ABSENT = re.compile(
    r"\bout[- ]of[- ](?:the[- ])?office\b|\booo\b|\baway (?:from|until|through|on|for|this|next)\b|\bon (?:annual |"
    r"parental |maternity |paternity |medical |family |sick )?(?:leave|vacation|holiday|pto|travel)\b|"
    r"\b(?:currently|presently|will be|am|is) (?:away|out|traveling|travelling|on leave|unavailable)\b|"
    r"\blimited (?:access|availability|e-?mail)\b|"
    r"\boffices? (?:is|are|will be) closed\b|\bi(?:'|’)?(?:ll| will) (?:be back|return)\b|\bupon my return\b",
    re.IGNORECASE,
)
# what stands right before the day: the day of return itself, or the last day of absence
_BACK_ON = re.compile(
    r"\b(?:return(?:ing|s|ed)?|back|re-?open(?:ing|s)?|resum(?:e|es|ing)|available again|in the office again)\b"
    r"[^.;!?\n]{0,40}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|til)\s+(?:the\s+)?$", re.IGNORECASE)
_LAST_DAY = re.compile(
    r"\b(?:through|thru|ending|up to and including)\s+(?:the\s+)?$|(?:\d|\b[A-Z][a-z]{2,8})\s*(?:-|–|—|to)\s*$"
)


@dataclass(frozen=True, slots=True)
class Absence:
    """`back` is the first day on which they are there again, None where the mail names none."""

    back: date | None


def absence(message: Message, received: date) -> Absence | None:
    """The absence that an automatic reply tells of; None for any other automatic mail (a ticket's acknowledgement)."""
    body = " ".join(message.text[:_LOOK_AT].replace("\n\n", ". ").split())
    said = f"{message.subject}\n{body}"
    if not any(sign.search(said) for sign in (_ABSENT, AWAY, CLOSED)):
        return None
    days = [back for text in (body, message.subject) for back in _returns(text, received)]
    sensible = [day for day in days if received < day <= received + _LONGEST]
    return Absence(min(sensible, default=None))


def _returns(text: str, received: date) -> list[date]:
    """Every first day back that a text names."""
    found = []
    for span in date_spans(text, received):
        day = _single_day(text, span, received)
        if day is None:
            continue
        before = text[: span.start]
        if _UNTIL.search(before) or _BACK_ON.search(before):
            found.append(day)
        elif _LAST_DAY.search(before) or _is_range(span):
            found.append(day + _DAY)
    return found


def _single_day(text: str, span: DateSpan, received: date) -> date | None:
    """The day of a span; of a stretch ("Sept 8 - 12") its last."""
    if span.value is not None:
        return span.value
    if not _is_range(span):
        return None
    tail = re.split(r"-|–|—|\bto\b|\bthrough\b|\bthru\b", span.words)[-1].strip()
    month = re.match(r"\s*([A-Za-z]{3,9})\.?", span.words)
    for words in (tail, f"{month[1]} {tail}" if month else ""):
        inner = date_spans(words, received)
        if inner and inner[-1].value is not None:
            return inner[-1].value
    return None


def _is_range(span: DateSpan) -> bool:
    return span.value is None and re.search(r"\d\s*(?:-|–|—|\bto\b|through|thru)\s*\w*\s*\d", span.words) is not None
