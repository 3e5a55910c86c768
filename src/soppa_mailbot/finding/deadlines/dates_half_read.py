"""Handwritten days that OCR reads only half, "Nay 1°, 2°27": whether that can be the day that the mail says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher

_AHEAD = 400  # days from the mail's for which approval is asked
_LIKE = 0.72  # of the likest day: what is less like any is no reading of a day
_LESS = 0.12  # by which the mail's day is less like than the likest
_FEWEST = 4  # letters and digits
_DIGITS = str.maketrans({"o": "0", "O": "0", "°": "0", "l": "1", "I": "1", "|": "1", "z": "2", "Z": "2", "S": "5"})


def is_another_day(half_read: str, told: Sequence[date], sent: date) -> bool:
    """Whether what was half read looks like a day, and like none of those `told`. Scrawls look like none."""
    if not told or sum(c.isalnum() for c in half_read) < _FEWEST:
        return False
    read = {_bare(half_read), _bare(half_read.translate(_DIGITS)), _bare(half_read.replace("°", "0"))}
    likest = max(_likeness(read, sent + timedelta(days=n)) for n in range(_AHEAD))
    return likest >= _LIKE and max(_likeness(read, day) for day in told) < likest - _LESS


def _likeness(read: set[str], day: date) -> float:
    written = tuple(_written(day))
    return max(SequenceMatcher(None, text, told, autojunk=False).ratio() for text in read for told in written)


def _written(day: date) -> Iterator[str]:
    """A day as people write it, without what stands between its parts."""
    for year in (f"{day:%Y}", f"{day:%y}", ""):
        for month in dict.fromkeys((f"{day:%B}".casefold(), f"{day:%b}".casefold())):
            yield f"{month}{day.day}{year}"
            yield f"{day.day}{month}{year}"
        yield f"{day.month}{day.day}{year}"
        yield f"{day:%m%d}{year}"


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
