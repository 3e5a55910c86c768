"""Mails that speak of an order form which is still to come, or was; and mails that are one all the same."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.orders.order_form import assess

ROW = "Planet Atlas, 420 student seats at $11.50 = $4,830.00"
TABLE = f"{ROW}\nTotal: $4,830.00"


@pytest.mark.parametrize(
    "body",
    [
        f"Our order form is not ready yet. It will list {ROW}.",
        f"The quote is still being prepared. It would say {ROW}.",
        f"Our order form will follow next week and lists:\n- {TABLE}",
        f"We will send you our quote on Monday: {ROW}.",
        f"We are preparing your quote for {ROW}.",
        f"Shall we send you a quote for {ROW}?",
        f"Let us know if you want a quote for {ROW}.",
        "Our quote for Planet Atlas would be roughly 420 student seats at $11.50 each = $4,830.00.",
        f"What it may come to:\n\n{TABLE}\n\nA formal quote follows next week. We need approval by March 1.",
        f"In 2024 Lincoln had this order: {ROW}.",
        f"Last year the district placed this order:\n\n{TABLE}\n\nDuring last year Lincoln had this order: {ROW}.",
        f"The order from 2024 was {ROW}.",
        f"An order could look like this:\n{TABLE}",
        f"Sample order for a school of your size:\n- {TABLE}",
        f"For comparison, Cedar Grove ordered:\n{TABLE}",
        f"A neighboring district recently bought:\n\n- {TABLE}",
        f"Quote Q-77 (expired September 30, 2026):\n{TABLE}",
        f"Our withdrawn quote:\n{TABLE}",
    ],
)
def test_an_order_form_that_is_not_here(body: str) -> None:
    assert not assess(f"Hello,\n\n{body}\n\nThank you!", body=True).is_order_form


@pytest.mark.parametrize(
    "body",
    [
        f"Our order form, in this mail:\n\n{TABLE}\n\nA signed copy of the quote will follow by mail.",
        f"Here is our quote:\n\n{TABLE}\n\nWe will send the quote as a PDF too.",
        f"Our quote follows:\n\n{TABLE}",
        f"Our quote: {ROW}. The invoice will follow once your purchase order is there.",
        f"Our quote for next year: {ROW}. In 2025 Lincoln had 200 students.",
        f"ORDER FORM P-35\n{TABLE}\n\nThe forms will follow next week.",
        f"Our quote is below. In 2024 Lincoln had 200 licenses.\n\n{TABLE}",
        f"Below you will find our quote:\n\n{TABLE}",
        f"Order: {ROW}. Shall we start in January?",
        f"Our quote would be:\n{TABLE}",
        f"For comparison, the list price is $15. Our quote:\n\n{TABLE}",
        f"This quote replaces the expired quote Q-70:\n\n{TABLE}",
        f"The expired quote, now renewed:\n\n{TABLE}",
    ],
)
def test_an_order_form_in_the_mail_stays_one(body: str) -> None:
    assert assess(f"Hello,\n\n{body}\n\nThank you!", body=True).is_order_form
