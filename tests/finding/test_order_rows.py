"""Small offers that people type into a mail, and what only looks like one."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.orders.order_rows import summed_rows

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
    "Below is our order. You paid before:\nLumen Reader $500\nSetup $200\nTotal $700",
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


NAMED = [
    (
        "ORDER\n  Planet Fluency, 390 student licenses (2026-27) @ $4.00 = $1,560.00\n"
        "  Onboarding webinar, 1 @ $250.00\n  Total $1,810.00, to be invoiced after your PO",
        "Planet Fluency",
    ),
    (
        "Here are the forms. Order: Planet Speech for 6 therapists, $240 each = $1,440 for the year, for Special "
        "Services. You need a date, so approval by December 21, 2026.",
        "Planet Speech",
    ),
    (
        "Hi,\n\nhere's the order as agreed:\n\nPlanet Catalog, 1 additional library site\n1 x $780.00 (Nov 2026)\n"
        "Barcode scanners, 2 x $95.00 = $190.00\nTotal: $970.00",
        "Planet Catalog",
    ),
    (
        "Please take this as our order form:\nPlanet Atlas - 120 seats - $6.50 each - $780.00\n"
        "We will invoice once we receive your PO.",
        "Planet Atlas",
    ),
    ("Our offer: Planet Atlas for 40 teachers, $12 per teacher = $480 per year.", "Planet Atlas"),
    ("Proposal: Planet Atlas, 3 licenses at $900 = $2,700. Invoice follows after your purchase order.", "Planet Atlas"),
    (
        "Quote 4471\nPlanet Atlas Pro (12 months)   Qty 85   $14.00   $1,190.00\nSetup   1   $0.00   $0.00",
        "Planet Atlas",
    ),
    ("We quote Planet Atlas for 250 students at $3 a student, $750 altogether.", "Planet Atlas"),
    ("Quote 77:\nPlanet Atlas, 210 students\n$4.25 per student\n$892.50 total", "Planet Atlas"),
    ("Proposal for Unit 27: PlanetLab, 2 schools, $450 per school, $900 per year. For both.", "PlanetLab"),
    ("order: PlanetScore - 3 scoreboards licences - USD 300 each - USD 900\nplace: Elm", "PlanetScore"),
    ("Approval date: 12/14/2026. Order: 1 district license at $6,000.", ""),
    ("Sold to: Elm CUSD 9. 25 Quadra seats at $18.00 for Elm HS - $450.00 in total. Approval by May 1?", ""),
    ("Our offer below:\n\nPlanetMath licence | 2 schools | $1,250.00 | $2,500.00\nSum: $2,500.00", "PlanetMath"),
    ("here is our order confirmation form:\nPlanet Shelf, 3 x $1,650.00 = $4,950.00\nTotal $4,950.00", "Planet Shelf"),
    ("You'd be buying 85 Planet Atlas licenses at $14 apiece, so $1,190 in all. Approval by May 1?", ""),
]
NAMED_BUT_NOT_OFFERED = [
    "Other districts pay $4.00 for Planet Atlas; 390 students would be $1,560.00. Approval takes how long?",
    "For example, Planet Atlas for 100 students, $4.00 each = $400.00. When does the Board give approval?",
    "We have invoiced Planet Atlas, 390 licenses @ $4.00 = $1,560.00. Total $1,560.00. Approval by Friday?",
    "Your purchase order 88321 for Planet Atlas, 390 licenses @ $4.00 = $1,560.00, is with us. Thank you!",
    "Following your PO 88321:\nPlanet Atlas, 390 licenses @ $4.00 = $1,560.00\nTotal $1,560.00 is overdue.",
    "Planet Atlas costs $4.00 per student. Pro costs $6.00 per student. Approval by March 1?",
    "Your last order was Planet Atlas, 210 students x $4.25 = $892.50. Would you like to renew? Approval by May 1?",
    "Order confirmation: 210 x Planet Atlas at $4.25 = $892.50. Your order has been processed.",
    "A neighbor district ordered 210 licenses at $4.25 = $892.50 and got approval by May 1.",
    "Not an offer: Planet Atlas, 210 licenses x $4.25 = $892.50. Approval by May 1.",
    "Hi, our spring offer: 1 site license at $900 instead of $1,200! Reply to learn more.",
    "The price list says 1 license at $900, 10 licenses at $800 each. Which would you like?",
    "Here are the forms. Planet Atlas normally is $240 each = $1,440 for 6. Approval by March 1.",
]


@pytest.mark.parametrize(("words", "product"), NAMED)
def test_an_offer_that_names_its_product(words: str, product: str) -> None:
    opinion = assess(words, body=True)
    assert opinion.is_order_form
    assert opinion.products[:1] == ((product,) if product else opinion.products[:1])


@pytest.mark.parametrize("words", NAMED_BUT_NOT_OFFERED)
def test_a_price_that_is_none(words: str) -> None:
    assert not assess(words, body=True).is_order_form


def test_hostile_rows_end_soon() -> None:
    for row in ("1 " + "a " * 70, "12 x " * 30, "a" * 150, "1 @ $" * 30, "1" * 150, "a, 1 (" * 25, "a for 6 b, " * 14):
        assess("Quote:\n" + f"{row} $5\n" * 150, body=True)


TYPED = """QUOTE LL-0919                              Oct 1, 2026
------------------------------------------------------
Larder Logic Kitchen, 7 kitchens, 12 months   $1,540.00
Training, remote, one session                   $320.00
{extra}
------------------------------------------------------
Total                                         ${total}
"""


@pytest.mark.parametrize(
    ("extra", "total", "rows"),
    [
        ("", "1,860.00", 2),
        ("Discount for two years                        -$60.00", "1,800.00", 3),
        ("Subtotal                                    $1,860.00", "1,860.00", 2),
        ("", "1,900.00", 0),
        ("Paid last year                                $100.00", "1,960.00", 0),
    ],
)
def test_rows_that_make_the_total_under_them(extra: str, total: str, rows: int) -> None:
    found = summed_rows(TYPED.format(extra=extra, total=total))
    assert len(found) == rows
    assert not rows or found[0].name == "Larder Logic Kitchen"


def test_one_row_is_not_proven_by_its_total() -> None:
    assert summed_rows("Larder Logic Kitchen   $1,540.00\nTotal   $1,540.00") == []


@pytest.mark.parametrize(
    ("row", "ordered"),
    [
        ("240 Planet Atlas, per pupil $3.00 $720.00", True),
        ("1,200 Planet Atlas 3.00 3,600.00", True),
        ("240 Planet Atlas, per pupil $3.00 $700.00", False),  # proves nothing
        ("26 Spiral Court, Fennimore Bay $3.00 $720.00", False),
    ],
)
def test_a_row_whose_count_stands_first_proves_itself(row: str, ordered: bool) -> None:
    """OCR lost the heading, white on black."""
    found = assess(f"QUOTE NN-12\nDate: 9/3/2026\nPrepared for: Birch Lake\nCao ee ee eat\n{row}\nTotal $720.00\n")
    assert (found.kind == "order_form") == ordered


@pytest.mark.parametrize("number", ["no. PL-3310", "No. PL-3310", "PL-3310"])
def test_the_number_of_an_order_is_no_product(number: str) -> None:
    """It stands in the line above the seats, behind a full stop that ends no sentence."""
    mail = (
        f"You can treat this e-mail as the order form ({number}):\n\n2 nurse seats @ $310.00 = $620.00, to May 2027\n"
    )
    opinion = assess(mail, body=True, source="body")
    assert opinion.is_order_form and opinion.products == ()
