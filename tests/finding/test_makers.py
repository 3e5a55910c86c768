"""Who makes the product by the mail's own words, and whom the register's rows then cover."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.products.agreement import match
from soppa_mailbot.finding.products.makers import NOT_NAMED, line_with_maker, maker_of
from soppa_mailbot.model import Agreement

DAY = date(2026, 11, 12)
MATH = Agreement("Planet Learning, Inc.", "Planet Math", ("planet.example",), date(2025, 1, 1), None)
PASS = Agreement("Cobalt Reef Technologies", "Reef Hall Pass", ("cobaltreef.example",), date(2025, 1, 1), None)
ALL = Agreement("Quill Systems LLC", "", ("quill.example",), date(2025, 1, 1), None)
REGISTER = (MATH, PASS, ALL)


def said(product: str, body: str, vendor: str = "Reef Labs Inc.", domain: str = "reeflabs.example") -> str:
    return maker_of(product, body, vendor, domain, REGISTER)


@pytest.mark.parametrize(
    ("body", "maker"),
    [
        ("We are Reef Labs Inc., the developer of Reef Hall Pass (no relation to Cobalt Reef).", "Reef Labs Inc."),
        ("Our team makes it: we're the makers of Reef Hall Pass.", "Reef Labs Inc."),
        ("As the publisher of Reef Hall Pass we send our quote.", "Reef Labs Inc."),
        ("Reef Labs is the company behind Reef Hall Pass.", "Reef Labs Inc."),
        ("We develop Reef Hall Pass. The quote is attached.", "Reef Labs Inc."),
        ("Reef Hall Pass, our own hall pass app, is quoted here.", "Reef Labs Inc."),
        ("Attached: Reef Hall Pass, a scheduling tool of ours.", "Reef Labs Inc."),
        ("Zylo Press Inc. publishes Reef Hall Pass.", "Zylo Press Inc."),
        ("Reef Hall Pass is a product of our partner Zylo, Inc., whom we represent.", "Zylo, Inc."),
        ("We resell Reef Hall Pass, the digital library from Zylo & Moon Media.", "Zylo & Moon Media"),
        ("Attached: Reef Hall Pass, the quote from Zylo & Moon Media.", ""),
        ("Reef Hall Pass is made by our partner Zylo.", "Zylo"),
        ("Reef Hall Pass, a program from Zylo Media,\nis quoted here.", "Zylo Media"),
        # what resellers write
        ("Reef Labs makes Reef Hall Pass available to schools in Illinois.", ""),
        ("We are the reseller of Reef Hall Pass.", ""),
        ("We write on behalf of the publisher of Reef Hall Pass.", ""),
        ("The publisher of Reef Hall Pass is well known.", ""),
        ("We work with the makers of Reef Hall Pass. They publish Reef Hall Pass yearly.", ""),
        ("Reef Hall Pass is offered by Reef Labs in Illinois.", ""),
        ("Our quote for Reef Hall Pass is attached.", ""),
        ("Our teachers love our Reef Hall Pass offer.", ""),
        ("Reef Hall Pass is a hit. We make custom badges as well.", ""),
        ("Reef Hall Pass is a product from last year's list.", ""),
        ("Reef Hall Pass, from our spring list, is quoted here.", ""),
    ],
)
def test_who_makes_it(body: str, maker: str) -> None:
    assert said("Reef Hall Pass", body).rstrip(".") == maker.rstrip(".")


@pytest.mark.parametrize(
    "body",
    [
        "We're Reef Labs, a division of Cobalt Reef Technologies. We develop Reef Hall Pass.",
        "Reef Labs is the trade name of Cobalt Reef Technologies. We develop Reef Hall Pass.",
        "Cobalt Reef Technologies d/b/a Reef Labs is the maker of Reef Hall Pass.",
        "We develop Reef Hall Pass; the company was formerly Cobalt Reef Technologies.",
    ],
)
def test_a_maker_of_the_registers_house(body: str) -> None:
    assert said("Reef Hall Pass", body) == "Cobalt Reef Technologies"


def test_what_a_registered_operator_resells() -> None:
    resold = "We are the reseller of Gradeflow in Illinois."
    assert said("Gradeflow", resold, "Quill Systems", "quill.example") == NOT_NAMED
    assert said("Gradeflow", "We sell Gradeflow. Our resellers are listed.", "Quill Systems") == ""
    assert said("Planet Math", resold.replace("Gradeflow", "Planet Math"), "Quill Systems") == "", "a row of its own"


def covered(product: str, *sellers: str, maker: str = "", domain: str = "", trusting: bool = False) -> bool:
    found = match(
        (product,), sellers=sellers, domain=domain, register=REGISTER, day=DAY, stated_operator=maker, trusting=trusting
    )
    return found is not None


@pytest.mark.parametrize(
    ("product", "seller"), [("Quill Grammar", "Quill Press, Inc."), ("Planet Math", "Planet Media LLC")]
)
def test_a_firm_of_nearly_the_same_name_is_no_reseller(product: str, seller: str) -> None:
    assert not covered(product, seller, domain="other.example")
    assert covered(product, seller, domain="other.example", trusting=True), "a person decides"
    assert covered(product, "EduCart", domain="educart.example")
    operator = "Quill Systems LLC" if product.startswith("Quill") else "Planet Learning, Inc."
    assert covered(product, seller, maker=operator), "its house, or a form that names it"
    assert covered(product, seller, operator), "another paper of it names the operator"
    assert covered(product, operator.split()[0], domain="other.example"), "a short name of the same"


def test_a_blanket_row_and_another_maker() -> None:
    assert not covered("Quill Connector", "Zylo, Inc.", maker="Zylo")
    assert not covered("Gradeflow", "Quill Systems LLC", maker="Zylo, Inc.", domain="quill.example")
    assert covered("Gradeflow", "Quill Systems LLC", maker="Quill Labs", domain="quill.example")
    assert covered("Gradeflow", "Quill Systems LLC", maker="Quill Systems", domain="quill.example")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Tangent Fractions Workshop (Tangent & Sons Math, Inc.)", True),
        ("Planet Atlas (Orbit Learning LLC), 30 seats", True),
        ("Planet Atlas (30 seats)", False),
        ("(Orbit Learning LLC)", False),
        ("Planet Atlas (compatible with Orbit Learning LLC)", False),
    ],
)
def test_a_line_of_an_order_that_names_the_maker(line: str, told: bool) -> None:
    assert line_with_maker(f"Quote\nNo. TE-2730\n{line}\n$1,476.00\n") == (line if told else "")


@pytest.mark.parametrize("maker", ["Orbit & Sons Learning, Inc.", ""])
def test_a_quote_without_rows_still_quotes_who_makes_what_it_sells(maker: str) -> None:
    """On a skewed scan the price stands on a line of its own, and a reseller names the maker behind the product."""
    sold = f"Planet Atlas ({maker})" if maker else "Planet Atlas"
    found = assess(
        f"Quote\nTri-River Supply\nNo. TE-2730\n{sold}\n$1,476.00\n123 pupil licenses, one year\nPlease sign:"
    )
    assert found.kind == "order_form"
    assert [e.quote for e in found.reasons if "line item" in e.rule] == ([sold] if maker else [])
