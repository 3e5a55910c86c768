"""A day as registers have it: month before day, as Americans write. The other order is refused where it shows. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from soppa_mailbot import lazy_re as re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+)?")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_WORDED = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WORDED_BACK = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ ,-]+(\d{4})")
_SERIAL = re.compile(r"3[3-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3}")
NO_END = re.compile(
    r"(?:none|n/?a|-+|–|—|perpetual|ongoing|evergreen|indefinite(?:ly)?|no (?:end|expiration)(?: date)?|"
    r"until (?:terminated|cancell?ed)|auto[- ]?renew(?:s|al|ing)?|open(?:[- ]ended)?)",
    re.IGNORECASE,
)


def day_of(text: str) -> date | None:
    """None for what is no day, or a day before its month."""
    text = " ".join(text.casefold().split())
    if match := _ISO.fullmatch(text):
        return _date(*map(int, match.groups()))
    if match := _NUMBERS.fullmatch(text):
        month, day, year = map(int, match.groups())
        return _date(year + 2000 if year < 100 else year, month, day)
    if match := _WORDED.fullmatch(text):
        return _date(int(match[3]), _month(match[1]), int(match[2]))
    if match := _WORDED_BACK.fullmatch(text):
        return _date(int(match[3]), _month(match[2]), int(match[1]))
    return None


def serial_day(text: str) -> date | None:
    """A bare number as spreadsheets count days, from 1990 to 2099: a date whose cell lost its format."""
    return date(1899, 12, 30) + timedelta(days=int(text)) if _SERIAL.fullmatch(text) else None


def ambiguous(text: str) -> bool:
    """Numbers that could be month and day in either order: 3/4/2026."""
    match = _NUMBERS.fullmatch(text.strip())
    return match is not None and int(match[1]) <= 12 and int(match[2]) <= 12 and match[1] != match[2]


def _month(word: str) -> int:
    return next((n for n, name in enumerate(_MONTHS, 1) if word.startswith(name)), 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
