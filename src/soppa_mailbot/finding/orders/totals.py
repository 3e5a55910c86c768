"""What an order form comes to, in US dollars; only where it says so beyond doubt. Pure.

The Board's threshold hangs on it, so a wrong sum is worse than none: two different totals, another currency or a sum
that may be a count give none.
"""

from __future__ import annotations

from decimal import Decimal

from soppa_mailbot import lazy_re as re

# the surest label that occurs decides; "subtotal", "total students" and a column's heading are none of them
_LABELS = (
    r"(?:grand|order|quote|quotation|proposal|contract|invoice|estimated|final|project)[ ]total"
    r"(?:[ ](?:price|cost|amount|due))?",
    r"you[ ]pay|total[ ](?:due|amount(?:[ ]due)?|price|cost|investment|order(?:[ ]value)?|contract[ ]value|"
    r"purchase(?:[ ]price)?|fees?|charges?)|amount[ ]due",
    r"total",
)
_IN_DOLLARS = r"(?:[ ](?:usd|us\$|\((?:in[ ])?(?:usd|us[ ]dollars|us\$)\)))?"
_LEADERS = r"[ *]*[:.]*[ \t|.*_-]{0,60}(?:(?:USD|=)[ ]?)?"
# a bare number counts with its thousands or cents; alone in its cell, as sheets have it, behind a telling label only
_DOLLARS = r"(?:(?:USD|US)[ ]?)?\$[ ]?\d[\d,]*(?:\.\d\d)?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d\d)?(?![\d,])|\d+\.\d\d(?!\d)"
_CELL = r"(?<=\t)\d+(?:\.\d)?(?=[ ]*(?:[\t\n]|\Z))"
_LINES = tuple(
    re.compile(
        rf"(?:^|\t|[|])[ *#]*(?:{label}){_IN_DOLLARS}{_LEADERS}(?P<sum>{amount})(?P<rest>[^\n\t|]*)",
        re.IGNORECASE | re.MULTILINE,
    )
    for label, amount in zip(_LABELS, (f"{_DOLLARS}|{_CELL}", f"{_DOLLARS}|{_CELL}", _DOLLARS), strict=True)
)
_FOREIGN = re.compile(r"[€£¥]|\b(?:CAD|AUD|NZD|EUR|GBP|CA\$|C\$|A\$)(?![a-z])")
_RATE = re.compile(r"\s*(?:/|per\b|each\b|%|a (?:month|year|student|seat)\b|monthly\b)", re.IGNORECASE)


def total_in_dollars(text: str) -> str:
    """`12450.00` for the text of an order form; "" where no total, or more than one, can be read.

    Of several lines with equally telling labels all must say the same.
    """
    if _FOREIGN.search(text):
        return ""
    for pattern in _LINES:
        found = {_amount(m["sum"]) for m in pattern.finditer(text) if not _RATE.match(m["rest"])}
        if len(found) == 1:
            return f"{found.pop():.2f}"
        if found:
            return ""
    return ""


def _amount(words: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", words))
