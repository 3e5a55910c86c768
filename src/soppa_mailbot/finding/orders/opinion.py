"""What a paper was taken for, with the reasons that decided."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.products.line_items_rows import MONEY
from soppa_mailbot.model import Evidence

TOTAL = re.compile(
    r"^\W*(?:grand total|total(?: price| cost| due on acceptance| investment| amount| \(?usd\)?| (?:annual )?fees?)?|"
    r"you pay|quote total|estimated total|order total|annual total|sum|contract total|annual (?:fee|cost)|price|cost|"
    r"investment)\b"
    rf"[^\d$\n]{{0,40}}({MONEY.pattern}|\d[\d,]*)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a paper is, and why. `score` is in votes, for `explain`; only its order matters."""

    kind: str  # order_form | invoice | purchase_order | price_list | brochure | privacy_policy | agreement | ...
    score: float
    reasons: tuple[Evidence, ...]
    products: tuple[str, ...] = ()
    vendor: str = ""
    has_price: bool = False
    has_quantity: bool = False
    total: str = ""
    detail: str = ""  # for a vendor: "an invoice", "a price list"; "" for an order form

    @property
    def is_order_form(self) -> bool:
        return self.kind == "order_form"


def evidence(source: str, page: int, quote: str, rule: str) -> Evidence:
    return Evidence(source, " ".join(quote.split())[:200], page, rule)


def total_of(text: str) -> str:
    """The sum that a quote ends with, as it stands there; "" if none."""
    found = TOTAL.search(text)
    return found.group(1) if found else ""
