"""A product of the register that a mail names, and another that it asks for."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.products import product
from soppa_mailbot.finding.products.wanted import wanted
from soppa_mailbot.model import Agreement

DAY = date(2025, 1, 1)
REGISTER = (
    Agreement("Planet Learning, Inc.", "Planet Math", ("planet.example",), DAY, None),
    Agreement("Nimbus LLC", "Nimbus", ("nimbus.example",), DAY, None),
)


def names(body: str, subject: str = "Quote") -> tuple[str, ...]:
    return product.find(
        (), (), subject=subject, body=body, register=REGISTER, not_names=("Birch Lake SD 12", "Lincoln School"),
        places=("Lincoln School", "Lincoln"),
    ).names  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "The teachers at Lincoln who use Planet Math now want Planet Writing as well. Our quote is attached.",
        "You already have Planet Math. We attach our quote for Planet Writing.",
        "Lincoln would like to add Planet Writing to Planet Math. Our quote is attached.",
        "Our order form for Planet Writing is attached; it goes well with Planet Math.",
    ],
)
def test_the_other_is_asked_for(body: str) -> None:
    assert names(body) == ("Planet Writing",)


def test_another_makers_product_on_offer() -> None:
    assert names("Lincoln uses Planet Math already. Our quote for Zigzag Reader is attached.") == ("Zigzag Reader",)
    assert names("Our quote for Nimbus Writing is attached.") == ("Nimbus Writing",)


def test_both_are_asked_for() -> None:
    both = {"Planet Math", "Planet Writing"}
    assert set(names("Attached is our quote for Planet Math and, new for you, Planet Writing.")) == both
    assert set(names("Our quote for Planet Math is attached. Lincoln also wants Planet Writing.")) == both


@pytest.mark.parametrize(
    "body",
    [
        "Our quote for Planet Math is attached.",
        "The teachers who use Planet Math want to go on with it. Our quote is attached.",
        "Our renewal quote for Planet Math is attached. If you want Planet Writing too, tell me.",
        "Our quote for Planet Math is attached. Would you like Planet Writing as well?",
        "Our quote for Planet Math is attached. Planet Writing comes next year.",
        "Lincoln uses Planet Math and wants Google Classroom rostering. Quote attached.",
        "Lincoln uses Planet Math and wants Premium now. Quote attached.",
        "Lincoln uses Planet Math and would like to order Planet Math Premium for grades K-5.",
        "Here is our quote for Planet Math and Planet Math Training.",
        "We attach the quote for Planet Math, 2026-27, and the order form for Lincoln.",
        "Lincoln has Planet Math and wants District approval by June.",
    ],
)
def test_the_registers_product_alone(body: str) -> None:
    assert names(body) == ("Planet Math",)


def test_a_verb_cut_short_behind_the_name() -> None:
    body = "The quote for Planet Math's on here. 60 seats."
    assert wanted("Planet Math", "Quote", body, lambda name: name.startswith("Planet ")) == ()
