"""Mails that take back what an earlier one brought, and honest ones that only sound like it."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.taken_back_later import taken_back_later
from soppa_mailbot.model import Item

ORDER, RFI, SOPPA = Item.ORDER_FORM, Item.RFI_FORM, Item.SOPPA_FORM


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Please disregard the RFI form that we sent yesterday.", RFI),
        ("Please disregard yesterday's quote, the prices are wrong.", ORDER),
        ("Please ignore the previous quote.", ORDER),
        ("Kindly disregard our earlier quote; a new one will follow.", ORDER),
        ("Please don't use the questionnaire we submitted on Monday.", RFI),
        ("Hold off on processing our SOPPA addendum.", SOPPA),
        ("The RFI form we sent last week was for another product.", RFI),
        ("The quote from yesterday is outdated.", ORDER),
        ("The addendum I returned to you was only a draft.", SOPPA),
        ("The SOPPA addendum that my colleague sent you is not yet signed by an officer.", SOPPA),
        ("I sent you the wrong quote.", ORDER),
        ("We accidentally sent an old version of the addendum.", SOPPA),
        ("We withdraw our SOPPA addendum.", SOPPA),
        ("We are rescinding our signature on the addendum.", SOPPA),
        ("Our signature on the addendum is conditional on changes to section 10.", SOPPA),
        ("The SOPPA form that we sent must be replaced, a new one follows.", SOPPA),
        ("The quote we sent is no longer valid; prices have gone up.", ORDER),
        ("We have to revise our quote, please wait for it.", ORDER),
        ("We found an error in the SOPPA form.", SOPPA),
        ("Our CEO withdrew the signature on the SOPPA form.", SOPPA),
        ("Sorry, the SOPPA form was signed by a person without authority.", SOPPA),
        ("Our signature is void unless you sign our Master Services Agreement.", SOPPA),
        ("I am writing about the addendum. Please disregard it, our lawyers are still reading.", SOPPA),
    ],
)
def test_what_a_later_mail_takes_back(words: str, item: Item) -> None:
    assert [found for found, _ in taken_back_later(f"Hello!\n\n{words}\n\nThanks!")] == [item]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Did you get the RFI form that we sent yesterday?",
        "Please let us know whether the quote we sent last week is still the right one.",
        "If the quote we sent is wrong, please tell us.",
        "The RFI form we sent on Monday is complete.",
        "Please use the quote that we sent yesterday.",
        "Attached is the SOPPA addendum that was missing from our last mail.",
        "Please disregard my last mail, I found the answer.",
        "Please disregard the reminder if you have the quote already.",
        "The quote we sent is for 300 seats.",
        "The addendum was signed on Monday.",
        "We have cancelled the demo of Tuesday.",
        "Our quote is not signed, since your office signs it.",
        "Please do not hesitate to ask about our quote.",
        "Please ignore the page numbers of the form.",
        "You wrote that the RFI form has to be corrected; it is attached.",
        "We have to update our quote every year.",
        "The quote has last year's prices as a courtesy.",
        "Please hold the date for the training.",
    ],
)
def test_what_takes_nothing_back(words: str) -> None:
    assert taken_back_later(f"Hello!\n\n{words}\n\nThanks!") == ()


def test_all_that_came_before_is_held_back() -> None:
    assert {item for item, _ in taken_back_later("Please hold everything, we are not sure.")} == {ORDER, RFI, SOPPA}
