"""Numbers as order forms print them: "$1,250.00", "1250.-", and what a reader ran together ("900.00900.00")."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


def amount_of(words: str) -> float:
    """The first number in some words, 0 where there is none: whatever a paper prints has a value."""
    found = _AMOUNT.search(words)
    return float(found.group().replace(",", "")) if found else 0.0


_CENT = 0.006  # of a dollar, for each piece: prices are rounded


def comes_to(count: float, price: float, amount: float) -> bool:
    """Whether a row proves itself: 22 times 310.00 is 6,820.00, whatever its columns are called."""
    return abs(count * price - amount) < _CENT * max(count, 1)
