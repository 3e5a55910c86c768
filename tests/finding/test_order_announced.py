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


QUOTED = [
    (
        "Quote 8841. BlueCrest Transport, 42 buses x $65 = $2,730/yr, net 30. For Transportation. Approve by "
        "12/4/2026 pls."
    ),
    (
        "please accept this e-mail as our formal quote. For 300 student seats of BlueCrest Marine Lab at $7.50 "
        "each, that is $2,250.00 for the twelve months following your signature, payable within 30 days of our "
        "invoice, we'll provide unlimited teacher accounts. It's for Lakeshore High School, approval by December "
        "4, 2026."
    ),
    (
        "We are pleased to quote BlueCrest Reader for 250 students at $6.00 per student, a total of $1,500.00 "
        "for one school year. For Lakeshore High School. Please approve by December 4, 2026."
    ),
    (
        "Our offer: BlueCrest Reader, 12 months, 40 teacher licenses, $29 each, $1,160 all told. Lakeshore High "
        "School, needs approval by December 4, 2026."
    ),
    (
        "This email is our quote to the District. The price of BlueCrest Reader is $4.25 per student; with 400 "
        "students that makes $1,700.00 a year, payable 30 days after invoice. Lakeshore High School would start "
        "in January; we ask for approval by December 4, 2026."
    ),
    (
        "Consider this message our formal proposal: a one-year site license of BlueCrest Reader for Lakeshore "
        "High School at $2,400. We'd need approval by December 4, 2026."
    ),
    (
        "Quotation Q-118: 60 seats of BlueCrest Reader at $15.00 a seat come to $900.00. Payment is due 30 days "
        "from the invoice date. It's for Lakeshore High School; approval by December 4, 2026, please."
    ),
    (
        "We hereby quote you a price of $3,000.00 for a one-year subscription to BlueCrest Reader covering 500 "
        "students at Lakeshore High School. The District's approval is needed by December 4, 2026."
    ),
    (
        "Order BC-7. BlueCrest Reader, 3 buildings x $450 = $1,350 per year, due net 30 on invoice. For "
        "Lakeshore High. Approve by 12/4/2026."
    ),
    (
        "Here's our quote for BlueCrest Reader: 120 licenses for $480, i.e. $4 apiece, invoiced after your "
        "approval. Lakeshore High School. Approval by December 4, 2026."
    ),
    (
        "Estimate 55: BlueCrest Reader, one year, 80 pupils, $9.50 a head, so $760.00 in total. We invoice upon "
        "receipt of your PO. Lakeshore High, final approval by 12/4/2026."
    ),
    (
        "Our price for BlueCrest Reader is $12 per student per year. Lakeshore High School has 90 students "
        "enrolled, which comes to $1,080. Treat this as our quote. Approval needed by December 4, 2026."
    ),
    (
        "Dear Procurement, with this letter we offer the District 2 site licenses of BlueCrest Reader at $1,250 "
        "each, for a total price of $2,500. The offer is good for 60 days. The licenses are for Lakeshore High "
        "School. Please approve by December 4, 2026."
    ),
    (
        "BlueCrest quote 21. BlueCrest Reader, 42 cameras x $65.00 = $2,730.00 / year. Terms net 30. Lakeshore "
        "High. Approve by 12/4/2026."
    ),
    (
        "This e-mail serves as our quotation to your District. You'd get 90 student accounts of BlueCrest "
        "Reader; the price is $7 per account, $630 altogether. Payment net 30 from invoice date. Lakeshore High "
        "School, approval by December 4, 2026."
    ),
    (
        "Please take this message as our binding offer. We will license a one-year campus license of BlueCrest "
        "Reader for $1,900 flat. It's for Lakeshore High School; approval by December 4, 2026."
    ),
    "Quote Q-9 - BlueCrest Reader, 25 rooms x $48 = $1,200/year, net 60. For Lakeshore High. Approve by 12/4/2026",
    (
        "Proposal 12. BlueCrest Reader, 6 labs @ $200 = $1,200/yr. Invoice net 30. Lakeshore High, final "
        "approval by Dec 4, 2026."
    ),
]
NOT_QUOTED = [
    "Please treat this e-mail as our offer. Other schools typically pay $4.00 each for 300 licenses of Planet Atlas.",
    "This e-mail is our quote. 300 licenses of Planet Atlas start at $4.00 each.",
    (
        "Schools like yours pay $7.50 each for 300 student seats of BlueCrest Marine Lab, payable within 30 days "
        "of our invoice. Would you like a formal quote?"
    ),
    (
        "Please accept this e-mail as our invoice. 300 student seats of BlueCrest Marine Lab at $7.50 each, that "
        "is $2,250.00, payable within 30 days of our invoice."
    ),
    (
        "BlueCrest Reader starts at $6.00 per student for 250 students or more. We'd be happy to send you our "
        "quote. For Lakeshore High, approval by December 4, 2026."
    ),
    "Thanks for your order. You bought 42 licenses x $65 = $2,730 of BlueCrest Reader; our invoice follows.",
    (
        "Our quote 8841 was accepted. 42 buses x $65 = $2,730/yr is overdue since May; payable within 30 days of "
        "our invoice."
    ),
    "Our quote 8841 is attached: 42 buses x $65 = $2,730.",
    (
        "For budgeting only: 300 seats of BlueCrest Reader at $7.50 would be $2,250. A formal quote will follow. "
        "Lakeshore High, approval by December 4, 2026."
    ),
    (
        "A neighboring district got 300 seats of BlueCrest Reader at $7.50 each, $2,250. Please let me know if "
        "you want our quote."
    ),
    (
        "This is not yet a quote: BlueCrest Reader, 300 seats at $7.50 each, $2,250. For Lakeshore High, "
        "approval by December 4, 2026."
    ),
    'Quote of the day: "Reading is power". Join our webinar, 3 seats x $25 = $75.',
    (
        "Our quote for BlueCrest Reader last year was 300 seats at $7.50 each. This year's will come next week. "
        "Lakeshore High, approval by December 4, 2026."
    ),
    "The price of BlueCrest Reader changes from $4 to $5 per student on July 1. 300 students at Lakeshore High use it.",
    "You asked what our quote 8841 covers: 42 buses. Payable net 30 from invoice.",
    "Invoice 77. BlueCrest Transport, 42 buses x $65 = $2,730/yr, net 30.",
    "Statement 12. BlueCrest Reader, 42 seats x $65 = $2,730, due in 30 days from invoice. Please approve payment.",
    "We propose a call. Schools pay $4.00 per student for 300 licenses of BlueCrest Reader on average.",
    "Our quote for last year was different. Now 300 licenses of BlueCrest Reader would typically be $4.00 each.",
    (
        "Please treat this e-mail as our offer to meet. Other districts bought 300 seats of BlueCrest Reader at "
        "$7.50 each."
    ),
    "We are pleased to offer you a free trial of BlueCrest Reader, worth $2,400. Interested?",
    "We are pleased to offer the District a webinar for 30 users at $10 each.",
    "A site license of BlueCrest Reader is usually $2,400. Would you like us to prepare a quote?",
    "Our price for BlueCrest Reader goes up on July 1: 300 licenses cost $4.00 each until then. Call me for a demo.",
    "The quote for Lakeshore High School is attached. It has 300 licenses at $4.00 each.",
    "Our proposal for a meeting: Tuesday. I'd show you how 300 students can save $4.00 each.",
]


@pytest.mark.parametrize("words", QUOTED)
def test_a_quote_in_sentences(words: str) -> None:
    assert assess(words, body=True).is_order_form


@pytest.mark.parametrize("words", NOT_QUOTED)
def test_prices_in_sentences_that_are_no_quote(words: str) -> None:
    assert not assess(words, body=True).is_order_form


def test_the_product_of_a_price_alone() -> None:
    said = "This e-mail is our quote. The price of Planet Atlas is $4.25 per student; with 400 students that is $1,700."
    assert assess(said, body=True).products == ("Planet Atlas",)
