"""An operator's own line describes the product that the register has; the mail may name nothing."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding import product
from soppa_mailbot.model import Agreement, Kind, PaperFinding

DAY = date(2025, 1, 1)
REGISTER = (
    Agreement("EchoPost Communications, Inc.", "EchoPost", ("echopost.example",), DAY, None),
    Agreement("EchoPost Communications, Inc.", "EchoPost alerts", ("echopost.example",), DAY, None),
    Agreement("Compass Learning LLC", "Compass", ("compass.example",), DAY, None),
)


def name(line: str, *, domain: str = "echopost.example", vendor: str = "", body: str = "Attached.") -> str:
    paper = PaperFinding("doc.pdf", "doc.pdf", "", Kind.ORDER_FORM, products=(line,))
    found = product.find((paper,), (), subject="order", body=body, register=REGISTER, domain=domain, vendor=vendor)
    return found.names[0]


@pytest.mark.parametrize(
    "line",
    [
        "EchoPost",
        "EchoPost family messaging",
        "EchoPost parent notification service",
        "EchoPost messaging for families",
        "EchoPost mass notification",
        "EchoPost two-way texting",
        "EchoPost attendance calls",
        "EchoPost communication platform",
        "EchoPost newsletters and forms",
        "EchoPost text messages",
    ],
)
def test_plain_words_describe_the_operators_own_product(line: str) -> None:
    assert name(line) == "EchoPost"
    assert name(line, domain="mail.echopost.example") == "EchoPost"
    assert name(line, domain="other.example", vendor="EchoPost Communications") == "EchoPost"


@pytest.mark.parametrize(
    "line",
    [
        "EchoPost Family Messaging",
        "EchoPost writing practice",
        "EchoPost math",
        "EchoPost 2 messaging",
        "EchoPostal messaging",
        "Compass messaging",
    ],
)
def test_what_may_be_another_product_keeps_its_name(line: str) -> None:
    assert name(line) == line


def test_the_longer_row_is_described() -> None:
    assert name("EchoPost alerts siren") == "EchoPost alerts"


def test_of_another_seller_the_mail_must_name_it() -> None:
    line = "EchoPost family messaging"
    assert name(line, domain="reseller.example") == line
    assert name(line, domain="reseller.example", body="The EchoPost papers are attached.") == "EchoPost"


def test_a_common_word_is_no_telling_name() -> None:
    assert name("Compass family messaging", domain="compass.example") == "Compass family messaging"
