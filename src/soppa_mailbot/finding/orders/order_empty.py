"""Order forms on which nothing is ordered: every quantity is empty or 0, and so is the total.

The unit prices that stand there are the same for everybody. What is given for nothing (30 seats at 100% discount) has a
quantity, and a site licence without one has its amount.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.common.amounts import amount_of
from soppa_mailbot.finding.orders.opinion import total_of
from soppa_mailbot.finding.products.line_items import Table
from soppa_mailbot.finding.products.line_items_rows import LineItem, row_parts

DETAIL = "an order form on which nothing is ordered: it has no quantity and no total"
_NEEDED = {"quantity", "price", "amount"}
_EMPTY_TOTAL = re.compile(
    r"^\W*(?:(?:grand|order|quote|estimated)[ ])?total(?:[ ]\(?usd\)?)?[\W_]*$", re.IGNORECASE | re.MULTILINE
)


def nothing_ordered(text: str, found: Sequence[Table]) -> bool:
    rows = [(set(table.roles), item) for table in found for item in table.items]
    total = total_of(text)
    if not rows or any(not roles >= _NEEDED for roles, _ in rows) or (total and amount_of(total)):
        return False
    zero = all(_no_amount(item) for _, item in rows)
    return zero or (not total and bool(_EMPTY_TOTAL.search(text)) and all(_price_alone(item) for _, item in rows))


def _no_amount(item: LineItem) -> bool:
    """Whether the row is a price and an amount of 0, the quantity being empty or 0."""
    values = _values(item)
    quantity = values[:-2] if len(values) > 2 else []
    return len(values) > 1 and not values[-1] and any(values) and not any(quantity)


def _price_alone(item: LineItem) -> bool:
    return len(_values(item)) == 1


def _values(item: LineItem) -> list[float]:
    return [amount_of(number) for number in row_parts(item.line)[1] if "%" not in number and re.search(r"\d", number)]
