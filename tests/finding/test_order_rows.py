"""Small offers that people type into a mail, and what only looks like one."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.order_form import assess

OFFERS = [
    "Hi, scan attached. My estimate is below because I dont have fancy letterhead:\n\nESTIMATE no. 26-14\n"
    "12 live farm lessons @ $85.00 each = $1,020.00\n1 egg hatching kit @ $60.00 = $60.00\nTotal $1,080.00\n\nAbe",
    "12 live farm lessons @ $85.00 each = $1,020.00\n1 egg hatching kit @ $60.00 = $60.00\nTotal $1,080.00",
    "Estimate:\n- 30 student logins x $9 = $270\n- set-up fee $50\nTotal: $320",
    "Our quote:\n25 licenses at $12/yr each: $300\n",
    "QUOTE #88\nclassroom subscription, 4 @ $150 ... $600\nTotal $600",
    "Here's the quote: 60 student accounts @ $5 = $300 total",
    "quote below\n\n  2 site licenses - $400 each - $800\n",
    "The forms are attached. Our estimate: 6 virtual visits at $120.00 each. Total $720.",
    "Quote\n3 teacher seats ($99 each) = $297",
    "Here is my quote:\n\n* classroom storytelling sessions: 10 x $45.00 = $450.00\n* cards: 10 x $3.00 = $30.00",
    "Quote Q-7\n10x story sessions, $45.00 each\nTotal $450.00",
    "My price for this: 10 story sessions @ $45 = $450. \nTotal $450",
    "Cost: 14 seats x $20 = $280 (this is the quote)",
]
NO_OFFERS = [
    "Last year you bought 12 live lessons @ $85.00 each = $1,020.00.",
    "Our price list: 1 lesson @ $85, 10 lessons @ $75 each",
    "Invoice 26-14\n12 live farm lessons @ $85.00 each = $1,020.00\nTotal due $1,020.00",
    "Teachers pay $9 each; 30 teachers signed up.",
    "estimate attached. 12 lessons @ $85 = $1,020 is what it comes to.",
    "Receipt no 14\n12 lessons @ $85 = $1,020\npaid, thank you",
    "30 students x 2 classes = 60 accounts",
    "You paid for 30 logins x $9 = $270 on May 1. Where do I find the order?",
    "Other schools spend $300 a year on 60 accounts. Can I send a quote?",
    "Thanks for your order no. 5:\n12 lessons @ $85 = $1,020\nhas shipped",
]


@pytest.mark.parametrize("words", OFFERS)
def test_an_offer_in_a_mail(words: str) -> None:
    opinion = assess(words, body=True)
    assert opinion.is_order_form
    assert opinion.products == ()  # "12 live farm lessons" names no product


@pytest.mark.parametrize("words", NO_OFFERS)
def test_no_offer(words: str) -> None:
    assert not assess(words, body=True).is_order_form


def test_a_row_that_names_a_product() -> None:
    assert assess("Quote:\n12x Planet Farm lessons, $85.00 each\nTotal $1,020.00", body=True).products


def test_hostile_rows_end_soon() -> None:
    for row in ("1 " + "a " * 70, "12 x " * 30, "a" * 150, "1 @ $" * 30, "1" * 150, "a, 1 (" * 25):
        assess("Quote:\n" + f"{row} $5\n" * 2000, body=True)
