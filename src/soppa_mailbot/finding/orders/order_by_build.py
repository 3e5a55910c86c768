"""Order forms that bear another title: "Investment Summary", "Purchase Agreement", "Pricing".

Such a title may stand on a price list or on terms alone. What makes the paper an offer is its build: it names the
District, and its rows of a count and a price make their amounts above a total.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.amounts import amount_of, comes_to
from soppa_mailbot.finding.common.names import occurs
from soppa_mailbot.finding.orders.opinion import total_of
from soppa_mailbot.finding.products.line_items_heads import header_roles
from soppa_mailbot.finding.products.line_items_rows import LineItem

_HEAD = 14  # lines in which a title stands
_TOP = 3000  # characters in which the District is named
_LONGEST = 90
_PART = r"(?:exhibit|schedule|appendix|attachment|section|part)"
_LEAD = (
    rf"(?:(?:\d{{4}}(?:\s?[-–/]\s?\d{{2,4}})?|the|your|our|official|revised|proposed|annual|new|"
    rf"{_PART}(?:\s[a-h\d])?[.:]?|"
    r"[-–—])\s+){0,3}"
)
_WORDS = r"(?:[\w&'-]+\s+){0,2}?"
_TITLE = re.compile(
    rf"^\W*{_LEAD}(?:(?!total|unit|list|net|tax){_WORDS}(?:investment|pric(?:e|ing)|costs?|fees?)"
    r"(?:\s(?:summary|sheet|breakdown|details?|overview|page|schedule|table|(?:and|&)\sterms))?"
    rf"|{_WORDS}(?:product|software|subscription|licen[cs]e|services?)\sorder"
    rf"|{_WORDS}(?:purchase|sales|services?|subscription|licen[cs](?:e|ing)|renewal|customer|software)\s"
    r"(?:agreement|contract)|agreement|contract"
    rf"|bids?|bid\s(?:form|response|sheet)|{_WORDS}renewal)"
    r"(?:\s(?:for|to)\s.{1,60}|\s?(?:#|no\.?|number)?\s?[\w-]*\d[\w-]*)?\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])\$?\s?(\d[\d,]*(?:\.\d+)?)(?![\w%])")


def made_out(text: str, items: Sequence[LineItem], district_names: Sequence[str]) -> bool:
    """Whether a paper with such a title is an offer made out to the District."""
    head = [line for line in text.splitlines() if line.strip()][:_HEAD]
    titled = any(
        len(cell) <= _LONGEST and _TITLE.match(cell.strip())
        for line in head
        if not set(header_roles(line)) & {"price", "amount"}
        for cell in line.split("\t")
    )
    return (
        titled
        and bool(total_of(text))
        and any(_multiplies(item.line) for item in items)
        and any(occurs(name, text[:_TOP]) for name in district_names)
    )


def _multiplies(line: str) -> bool:
    """Whether a count and a price make the amount behind them."""
    values = [amount_of(m[1]) for m in _NUMBER.finditer(line)]
    return any(a >= 1 and b > 0 and comes_to(a, b, c) for a, b, c in zip(values, values[1:], values[2:], strict=False))
