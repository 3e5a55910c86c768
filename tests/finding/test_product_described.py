"""An operator's own line describes the product that the register has; the mail may name nothing."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.common.names import clean_product
from soppa_mailbot.finding.products import product
from soppa_mailbot.model import Agreement, Evidence, Kind, PaperFinding

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


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("EchoPost GPS", "Our quote for the upgrade to EchoPost with GPS is attached."),
        ("EchoPost by EchoPost Communications", "Attached."),
    ],
)
def test_units_editions_and_makers_are_no_part_of_the_name(line: str, body: str) -> None:
    assert name(line, body=body) == "EchoPost"


@pytest.mark.parametrize(
    ("body", "maker"),
    [
        ("We resell EchoPost (publisher: EchoPost Communications, Inc.) in Illinois.", "EchoPost Communications"),
        ("Our quote for EchoPost (Kite and Crane Learning LLC) is attached.", "Kite and Crane Learning LLC"),
        ("Our quote for EchoPost, published by Kite Learning, is attached.", "Kite Learning"),
        ("Our quote for EchoPost (the yearly licence) is attached.", ""),
        ("Our quote for EchoPost is attached (Kite Learning LLC resells it).", ""),
    ],
)
def test_who_makes_the_product_by_the_mails_own_words(body: str, maker: str) -> None:
    paper = PaperFinding("doc.pdf", "doc.pdf", "", Kind.ORDER_FORM, products=("EchoPost",))
    found = product.find((paper,), (), subject="order", body=body, register=REGISTER, domain="reseller.example")
    assert found.maker == maker


@pytest.mark.parametrize("line", ["EchoPost Classroom pass", "EchoPost Author seat", "EchoPost Site membership"])
def test_what_is_counted_is_no_part_of_the_name(line: str) -> None:
    assert clean_product(line) == "EchoPost"


def test_what_the_mail_calls_by_the_longer_name_is_another_product() -> None:
    assert name("EchoPost GPS", body="Our quote for EchoPost GPS is attached.") == "EchoPost GPS"


def test_an_order_in_the_mail_calls_its_product_what_the_mail_does() -> None:
    """The order's own line, which says more, is no second word for it."""
    line = "EchoPost Studio, annual seats 25 $36.00"
    paper = PaperFinding(
        "body",
        "body",
        "",
        Kind.ORDER_FORM,
        products=("EchoPost Studio",),
        evidence=(Evidence("body", line, 0, "line item"),),
    )

    def named(body: str) -> str:
        found = product.find((paper,), (), subject="", body=body, register=REGISTER, domain="echopost.example")
        return found.names[0]

    assert named(f"Here is your EchoPost quote:\n{line}\nTotal $900.00") == "EchoPost"
    assert named(f"Here is your EchoPost Studio quote:\n{line}\nTotal $900.00") == "EchoPost Studio"


def test_a_description_that_wrapped_under_the_name() -> None:
    line = "EchoPost Student, by EchoPost Communications 240 $4.35 $1,044.00 Group"
    paper = PaperFinding(
        "q.pdf",
        "q.pdf",
        "",
        Kind.ORDER_FORM,
        products=("EchoPost Group",),
        evidence=(Evidence("q.pdf", line, 1, "line item"),),
    )
    body = "A quote for EchoPost is attached."
    found = product.find((paper,), (), subject="q", body=body, register=REGISTER, domain="reseller.example")
    assert found.names == ("EchoPost",)


@pytest.mark.parametrize(
    ("body", "line", "expected"),
    [
        ("We resell EchoPost alerts.", "EPC PA-12 EchoPost 12 months, alerts per school", "EchoPost alerts"),
        ("We resell EchoPost alerts.", "EPC PA-12 Kite 12 months, alerts per school", "EPC PA-12"),
        ("Our quote is attached.", "EPC PA-12 EchoPost 12 months, alerts per school", "EPC PA-12"),
        ("EPC PA-12 goes with EchoPost alerts.", "EPC PA-12 EchoPost 12 months, alerts per school", "EPC PA-12"),
    ],
)
def test_an_articles_number_before_a_wrapped_name(body: str, line: str, expected: str) -> None:
    evidence = (Evidence("q.pdf", line, 1, "line item"),)
    paper = PaperFinding("q.pdf", "q.pdf", "", Kind.ORDER_FORM, products=("EPC PA-12",), evidence=evidence)
    register = REGISTER[1:]
    found = product.find((paper,), (), subject="q", body=body, register=register, domain="reseller.example")
    assert found.names == (expected,)
