"""One kind of paper, and how the words of its titles, labels, phrases and file names are put into patterns."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.dates_arithmetic import MONTHS

_NUMBER = r"(?:\s*(?:#|no\.?|number|nr\.?|id)?\s*[:#]?\s*(?:[A-Z]{1,3}&[A-Z]{1,3}\s?)?[\w./-]{0,30}\d[\w./-]{0,30})?"
# "Quote PS-0388 10/30/2026", "Order form TSB-911, Oct. 30, 2026"
_DAY = rf"(?:,?\s+(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:20)?\d\d|(?:{MONTHS})\.?\s\d{{1,2}},?\s20\d\d))?"
TAIL = r"(?:\s+(?:for|to|from|of|by|prepared|dated?|issued|-|–|—|:|\|).{1,90})?"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper: its titles, its labels, and phrases that speak for it (weights are votes)."""

    kind: str
    article: str  # what a vendor is told it looks like: "an invoice"
    title: re.Pattern[str]
    labels: re.Pattern[str] | None = None
    phrases: tuple[tuple[float, re.Pattern[str]], ...] = ()
    filename: re.Pattern[str] | None = None


def titled(words: str, *, tail: str = TAIL) -> re.Pattern[str]:
    """A line that is one of these titles, with or without a number, a day and whom it is for."""
    lead = (
        r"(?:(?:\d{4}(?:\s?[-–/]\s?\d{2,4})?|fy\d\d|the|your|our|official|draft|final|revised|new|"
        r"customer|client|k-?12|education)\s+)*"
    )
    return re.compile(rf"^\W*{lead}(?:{words})(?:\s+form)?{_NUMBER}{_DAY}{tail}\W*$", re.IGNORECASE)


def phrases_of(*weighted: tuple[float, str]) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """Phrases with their weights."""
    return tuple((weight, re.compile(pattern, re.IGNORECASE | re.MULTILINE)) for weight, pattern in weighted)


def in_filename(words: str) -> re.Pattern[str]:
    """One of these words in a file's name, not inside another word."""
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)
