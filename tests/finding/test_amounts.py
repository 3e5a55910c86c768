"""Numbers as papers print them, run together too: none of them may stop a finder."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.common.amounts import amount_of, comes_to
from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.products.line_items import loose_rows

ODD = [
    "$900.00$900.00",
    "900.00$900.00",
    "900.00900.00",
    "1.234.567,00",
    "$.50",
    "1,2,3",
    "...",
    "$",
    "12.",
    "٣٫٥",
    "1e5",
    "--5.00",
    "0.00.00",
]


@pytest.mark.parametrize(
    ("words", "amount"),
    [("$1,250.00", 1250.0), ("1250.-", 1250.0), ("USD 7", 7.0), ("900.00900.00", 900.009), ("none", 0.0), ("", 0.0)],
)
def test_amounts(words: str, amount: float) -> None:
    assert amount_of(words) == amount


@pytest.mark.parametrize(
    ("row", "proven"),
    [((22, 310.0, 6820.0), True), ((3, 33.33, 100.0), True), ((1, 33.33, 33.34), False), ((3, 30.0, 100.0), False)],
)
def test_a_row_that_proves_itself(row: tuple[float, float, float], proven: bool) -> None:
    """Prices are rounded: each piece may be off by half a cent."""
    assert comes_to(*row) == proven


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "row", ["Atlas\t{}\t3.00\t9.00", "Atlas\t3\t{}\t9.00", "Atlas\t3\t3.00\t{}", "{}\tAtlas\t$3.00\t{}", "{}"]
)
def test_odd_numbers_in_an_order_form(row: str, odd: str) -> None:
    text = f"Quote 12\nItem\tQty\tPrice\tTotal\n{row.format(odd, odd)}\nTotal\t{odd}"
    for words in (text, text.replace("\t", "  ")):
        assess(words, filename="quote.pdf")
        assess(words, body=True)
        loose_rows(words)
