"""What an order form comes to; a sum that is not sure is none."""

from __future__ import annotations

import time

import pytest

from soppa_mailbot.finding.orders.totals import total_in_dollars


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Item\tQty\tTotal\nMath\t300\t$3,000.00\nSubtotal\t$3,000.00\nTax\t$0.00\nTotal\t$3,000.00", "3000.00"),
        ("Subtotal: $24,000.00\nDiscount: -$1,000.00\nGrand Total: $23,000.00\n", "23000.00"),
        ("Total $5,000.00\nGrand total $5,250.00", "5250.00"),  # the surer label
        ("TOTAL DUE ........ $ 12,450", "12450.00"),
        ("Order Total (USD)\t12,450.00", "12450.00"),
        ("Total (USD): 12,450.00", "12450.00"),
        ("Quote total: USD 980.50", "980.50"),
        ("| Total | $1,200.00 |", "1200.00"),
        ("**Total:** $1,200", "1200.00"),
        ("Total\t\t\t$1,200.00\nTotal\t\t\t$1,200.00", "1200.00"),
        ("Total 1 year: $5,000.00\nTotal 3 years: $14,000.00", ""),
        ("Option A\nTotal: $5,000.00\nOption B\nTotal: $7,000.00", ""),
        ("Item\tQty\tTotal\nOrder total\t\t1200", "1200.00"),  # a sheet's bare number
        ("Item\tQty\nTotal\t1200", ""),  # may be a count
        ("Total: 300 students", ""),
        ("Total students: 300.00", ""),
        ("Total: 3", ""),
        ("Total cost $4.50 per student", ""),
        ("Total: €5,000.00", ""),
        ("Total: $5,000.00 (CAD)", ""),
        ("Subtotal $5.00", ""),
        ("Our total commitment to privacy: $0", ""),
        ("", ""),
    ],
)
def test_total(text: str, total: str) -> None:
    assert total_in_dollars(text) == total


def test_hostile_lines_take_no_time() -> None:
    before = time.process_time()
    for text in ("Total" + " ." * 200_000, "Total $" + "1," * 100_000, "\tTotal" * 50_000, "total " * 100_000):
        total_in_dollars(text)
    assert time.process_time() - before < 2
