"""Mails that take back what they attach, and honest ones that only sound like it."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.taken_back import taken_back
from soppa_mailbot.model import Item

MAIL = "Attached are our quote, the completed RFI form and the signed SOPPA addendum. {}\n\nThank you!"
ORDER, RFI, SOPPA = Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Please disregard the attached quote, its prices are from last year.", ORDER),
        ("Please do not use the quote attached; we will send a new one.", ORDER),
        ("Please note that the attached quote is outdated.", ORDER),
        ("The attached quote is for another district, sorry.", ORDER),
        ("Sorry, we attached the wrong quote.", ORDER),
        ("The correct order form will follow next week.", ORDER),
        ("The attached quote is only a draft.", ORDER),
        ("Our quote is budgetary.", ORDER),
        ("Attached is a budgetary quote.", ORDER),
        ("The attached quote has expired.", ORDER),
        ("Please hold off on processing the attached order form.", ORDER),
        ("The attached addendum still needs our CEO's signature.", SOPPA),
        ("Our legal team has some concerns about section 10.", SOPPA),
        ("I just noticed that the attached RFI form is the one we filled in for our other product.", RFI),
        ("The RFI form that I attached is an older version. The right one follows tomorrow.", RFI),
        ("The SOPPA addendum attached is only a draft for your review.", SOPPA),
        ("The SOPPA addendum is not yet signed by our CEO.", SOPPA),
        ("About the addendum: our CEO has not signed it yet.", SOPPA),
        ("The name in the addendum is only a placeholder.", SOPPA),
        ("Our signature on the SOPPA addendum is conditional.", SOPPA),
        ("We signed the addendum subject to the deletion of section 10.", SOPPA),
        ("Please note that we cannot accept section 10 (indemnity).", SOPPA),
        ("Our counsel does not agree to the breach notice clause.", SOPPA),
        ("We have struck paragraph 4 of the addendum.", SOPPA),
    ],
)
def test_what_a_mail_takes_back(words: str, item: Item) -> None:
    assert [found for found, _ in taken_back(MAIL.format(words))] == [item]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Please disregard the quote that we sent last week.",
        "Please disregard the previous quote; the corrected quote is attached.",
        "We attached the wrong quote yesterday. Here is the right one.",
        "The quote in our earlier e-mail was wrong.",
        "If the attached quote is not correct, please let us know.",
        "Is the attached RFI form the wrong one?",
        "The attached quote is for a different number of seats than we discussed.",
        "The attached quote is not signed, since your office signs it.",
        "A draft of the purchase order will follow.",
        "The countersigned copy should go to contracts@planet.example.",
        "The original of the SOPPA addendum follows by mail.",
        "Our signature on the addendum is subject to the District's countersignature.",
        "We cannot accept purchase orders by fax.",
        "Our signature is contingent upon Board approval.",
        "The SOPPA addendum still needs your signature.",
        "We have no concerns about section 10.",
        "We have modified the payment terms of the quote as you asked.",
        "Your director has not signed the addendum yet.",
        "We have not signed a SOPPA agreement with you before.",
        "The attached quote is valid until December 31 and is for our product Planet Atlas.",
        "We do not sell student data and comply with every section of the addendum.",
    ],
)
def test_what_takes_nothing_back(words: str) -> None:
    assert taken_back(MAIL.format(words)) == ()
