"""Mails that take back what they attach, and honest ones that only sound like it."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.taken_back import taken_back
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
        ("Attached is our redline of your SOPPA addendum; please let us know which changes you accept.", SOPPA),
        ("We have made a few small edits to the addendum, see tracked changes.", SOPPA),
        ("Here is the signed addendum, our lawyer changed two sentences.", SOPPA),
        ("We added our limitation of liability to the addendum.", SOPPA),
        ("We can't meet the 30 day deletion; we wrote 60 days instead in the text.", SOPPA),
        ("Our signature is void unless the District also signs our Master Services Agreement.", SOPPA),
        ("We will honor the SOPPA addendum as far as it does not conflict with our Terms of Service.", SOPPA),
        ("In case of a conflict our Terms of Service prevail.", SOPPA),
        ("Our general counsel has not yet looked at the SOPPA form.", SOPPA),
        ("The addendum is still with our legal team.", SOPPA),
        ("The SOPPA form is signed by me, but our CEO must still countersign before it is binding.", SOPPA),
        ("I signed for our CEO, who is on vacation; she will confirm when she is back.", SOPPA),
        ("Sorry, the SOPPA form was signed by a person without authority.", SOPPA),
        ("We're not ready to sign yet, so the signature is just typed to show where it goes.", SOPPA),
        ("The signed version of the SOPPA form will follow next week.", SOPPA),
        ("The attached SOPPA form is the one we signed for Cedar Grove last year; yours will follow.", SOPPA),
        ("We ticked the boxes in Exhibit A as a guess, engineering will send the correct list.", SOPPA),
        ("Some answers in the RFI are placeholders until our IT team is back.", RFI),
        ("Attached is the RFI form for your reference, still a draft.", RFI),
        ("The quote is only for budgeting; we'll send the real quote later.", ORDER),
        ("The quote has last year's prices, the new one follows.", ORDER),
        ("The attached quote needs to be updated: the quantity should be 600, not 420.", ORDER),
        ("Our reseller will send the quote separately.", ORDER),
        ("The quote is no longer valid; prices have gone up.", ORDER),
        ("Pricing is not final.", ORDER),
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
        "We have made the changes you asked for to the addendum.",
        "We made no changes to the addendum and have no redlines.",
        "We made a few changes to the addendum: the missing dates are filled in.",
        "We have made some changes to the RFI form: the data hosting is now answered.",
        "We changed the language of the app to Spanish.",
        "Our signature is not valid until the District countersigns.",
        "Where our terms conflict with the addendum, the addendum prevails.",
        "Use of the software is subject to our Terms of Service and to the SOPPA addendum.",
        "We can't meet the January 15 date, so please use January 29.",
        "We put 12 months instead of 24 on the quote.",
        "Our CFO must approve any discount.",
        "The addendum has to be signed by our CEO, and has now been signed.",
        "I signed the addendum on behalf of our CEO.",
        "My signature is typed, I hope that is fine.",
        "We are not able to sign electronically, so it is signed by hand.",
        "The signed original of the SOPPA form will follow by mail.",
        "The signed copy will follow once your Board has signed.",
        "All answers are final and none is a placeholder.",
        "The number of students on the quote is our best guess.",
        "Attached is the quote as well as a sample purchase order.",
        "The quote has last year's prices as a courtesy.",
        "The quote is for your review and approval.",
        "The quote is no longer valid after December 31.",
        "The SOPPA addendum needs to be updated every year.",
        "You wrote that the RFI form needs to be corrected; it is.",
        "Our reseller will send the quote for the hardware separately.",
        "Prices are not final until you send the purchase order.",
    ],
)
def test_what_takes_nothing_back(words: str) -> None:
    assert taken_back(MAIL.format(words)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Please do not process this yet.",
        "Please don't start the approval before you hear from us.",
        "Please hold this until we confirm next week.",
        "On second thought please hold the order, our contact at Lincoln has left.",
        "This is a test submission to see whether our forms are OK.",
        "Please treat the attached papers as drafts.",
        "These are not final, just wanted to give you a preview.",
        "Please use this mail of last year as an example of how we like to do it.",
        "The attached mail went out by mistake.",
        "Please ignore the attached papers.",
        "The right papers follow.",
    ],
)
def test_all_that_a_mail_brings_taken_back(words: str) -> None:
    assert {item for item, _ in taken_back(MAIL.format(words))} == {ORDER, RFI, SOPPA}


@pytest.mark.parametrize(
    "words",
    [
        "Please hold these prices for us.",
        "Please hold the date.",
        "Please hold this until the Board meeting.",
        "Please do not process the order until the Board has approved it.",
        "Please do not start using the software before approval.",
        "Please do not file this under our old name.",
        "This is a test of reading fluency for grades 2 to 5.",
        "Please treat these documents as confidential.",
        "This is not a draft.",
        "If these are drafts, something went wrong.",
        "Please disregard this e-mail if you have already approved it.",
        "The new papers for our other product follow.",
    ],
)
def test_what_takes_back_no_mail(words: str) -> None:
    assert taken_back(MAIL.format(words)) == ()


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("The school Lincoln is not interested anymore, so please do not consider it. Oak Ridge will use it.", False),
        ("One school, Lincoln, has dropped out; please don't consider it. The order is now only for Oak Ridge.", False),
        ("The school is no longer interested, so please do not consider it.", True),
        ("Please do not consider these papers. Lincoln will use it.", True),
        ("Lincoln dropped out, so please hold this until we know more. Oak Ridge will use it.", True),
    ],
)
def test_a_school_is_taken_out_and_no_paper(words: str, whole: bool) -> None:
    assert bool(taken_back(words)) is whole
