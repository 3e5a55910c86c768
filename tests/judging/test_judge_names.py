"""What the operator is called after several mails, the papers' word and the mails'."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_judge_verdicts import DISTRICT, ORDER, form, mail

from soppa_mailbot.judging.judge import judge
from soppa_mailbot.judging.judge_names import vendor_name

FULL = "Aspen Quill Learning, Inc."
RFI = form("rfi", answers=(("operator", FULL), ("product", "Aspen Grammar")))


@pytest.mark.parametrize("short", ["Aspen Quill", "Aspenquill", "Wendy Castillo"])
def test_a_short_reply_takes_nothing_from_the_papers_name(short: str) -> None:
    with_form, later = mail(vendor_name=FULL, forms=(RFI,)), mail(vendor_name=short)
    assert vendor_name([with_form, later]) == FULL
    assert judge([with_form, later], DISTRICT).vendor_name == FULL
    order = mail(vendor_name=FULL, papers=(replace(ORDER, vendor=FULL),))
    assert vendor_name([order, later]) == FULL


def test_a_form_says_it_better_than_an_order_form() -> None:
    reseller = mail(vendor_name="Bookmart", papers=(replace(ORDER, vendor="Bookmart"),))
    with_form = mail(vendor_name=FULL, forms=(RFI,))
    assert vendor_name([with_form, reseller]) == vendor_name([reseller, with_form]) == FULL
    blank = mail(vendor_name="Nobody", forms=(replace(RFI, status="blank"),))
    assert vendor_name([reseller, blank]) == "Bookmart"


def test_of_words_the_fullest_spelling_of_the_newest_name() -> None:
    names = ["Aspen Quill Learning, Inc.", "Aspen Quill", "Aspenquill"]
    assert vendor_name([mail(vendor_name=n) for n in names]) == FULL
    assert vendor_name([mail(vendor_name=n) for n in reversed(names)]) == FULL
    assert vendor_name([mail(vendor_name=FULL), mail(vendor_name="Other Works")]) == "Other Works"
    assert vendor_name([mail(vendor_name="")], "else") == "else"
    assert vendor_name([], "else") == "else"
