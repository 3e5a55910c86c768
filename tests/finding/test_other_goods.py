"""Quotes for desks and buses are no software; whatever speaks of software is."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.mails.intent import intent_of
from soppa_mailbot.finding.orders.other_goods import are_other_goods
from soppa_mailbot.model import Kind, PaperFinding

ORDER = PaperFinding("d", "q.pdf", "", Kind.ORDER_FORM, topic="order_form")


@pytest.mark.parametrize(
    ("products", "text"),
    [
        (
            ("Student desk",),
            "Quote\nStudent desk\t420\t$110.00\nattached is our quote for desks for Lincoln Elementary.",
        ),
        (("Coach, 54 seats, one day",), "our estimate for the buses to the zoo"),
        (("Debate trip coach",), "our estimate for the buses to the meet"),
        (("Bark mulch", "Playground edging"), "Mulch for three schools. Please approve by May 1."),
        (("Studio desk, oak",), "Our order form for the desks is attached."),
        (("Yearbook printing 2026-27",), "Our order form for the yearbooks is attached."),
        (("Lincoln Yearbook covers",), "Our order form for the yearbooks is attached."),
        (("Desk for the yearbook room",), "Our order form for the desk is attached."),
    ],
)
def test_other_goods(products: tuple[str, ...], text: str) -> None:
    assert are_other_goods(products, (text,))


@pytest.mark.parametrize(
    ("products", "text"),
    [
        ((), "Please approve by May 1."),
        (("Planet Math",), "attached is our quote"),
        (("Student desk", "Planet Math"), "attached is our quote"),
        (("Heron Debate Coach",), "attached is our quote"),  # coaches in a subject
        (("Heron Math Coach, class",), "attached is our quote"),
        (("DeskTime chairs",), "attached is our quote"),  # a name of a product
        (("Bus routing",), "annual subscription, 12 buses"),
        (("Lunch table planner",), "the SOPPA form follows"),
        (("Orchard Yearbook Studio",), "Please find our order form attached."),
        (("Orchard Yearbook Studio 2026-27",), "Please find our order form attached."),
        (("Heron Yearbook Desk",), "The yearbook adviser at Lincoln chose us again. Quote attached."),
        (("Heron Yearbook Builder (book, 12 months)",), "Quote attached."),
        (("Field Trip Planner Pro",), "attached is our quote"),
        (("Coach",), "for 12 teachers, one login each, online"),
    ],
)
def test_what_may_be_software(products: tuple[str, ...], text: str) -> None:
    assert not are_other_goods(products, (text,))


def test_such_a_quote_is_an_inquiry() -> None:
    def told(**more: bool) -> str:
        given = {"form_found": False, "place_found": True, "date_found": True, **more}
        return intent_of("Please approve the attached quote.", "Quote", (ORDER,), **given)

    assert told(other_goods=True) == "inquiry"
    # a "Lab Notebook" of the register is software
    assert told(other_goods=True, known_product=True) == "submission"
    assert told() == told(other_goods=True, form_found=True) == told(other_goods=True, answering=True) == "submission"


@pytest.mark.parametrize(
    ("vendor", "goods"),
    [
        ("Birch Learning 46, Inc.", False),
        ("Birch Technologies LLC", False),
        ("Birch Music Company", True),
        ("Birch Learning Environments, Inc.", True),
        ("Birch Learning Resources, Inc.", True),
        ("we love learning, Inc. or not", True),
    ],
)
def test_who_makes_software_by_its_name(vendor: str, goods: bool) -> None:
    assert are_other_goods(["Birch Piano"], ("Birch Piano", f"Quote\n{vendor}\nBirch Piano 3 $400.00")) == goods


@pytest.mark.parametrize(
    ("product", "seller", "text", "goods"),
    [
        ("Heron Notebook student", "Heron Education heron-ed.example", "Here is our quote.", False),
        ("Heron Notebook (teacher)", "heron-ed.example", "Here is our quote.", False),
        ("Heron Notebook", "", "Here is our quote. Heron Notebook will be used by Wilder Middle School.", False),
        ("Heron Notebook", "Heron Education", "Here is our quote for the notebooks.", True),
        ("Heron Desk, student", "Heron Furniture", "Here is our quote.", True),
        ("Virco Desk student", "Heron Supply", "Here is our quote.", True),
        ("Student Notebooks", "Heron Supply", "The notebooks will be used by Wilder Middle School.", True),
    ],
)
def test_what_has_a_name_and_is_sold_by_its_users(product: str, seller: str, text: str, goods: bool) -> None:
    assert are_other_goods([product], [text, "", f"Quote\n{product}\t290\t$3.75"], seller) is goods


def test_a_desk_by_its_makers_name_that_serves_is_a_program() -> None:
    said = ("Quotation for Heron Library Desk at all three middle schools is attached.",)
    assert not are_other_goods(("Heron Library Desk",), said, "Heron heron.example")
    assert are_other_goods(("Heron Library Desk",), said, "Oak Furniture oak.example")
    assert are_other_goods(("Heron Student Desk",), said, "Heron heron.example")
