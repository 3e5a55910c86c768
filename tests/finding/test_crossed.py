"""Forms for one product beside an order or a form for another, and what only looks like it."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.common.names import clean_product
from soppa_mailbot.finding.products import product
from soppa_mailbot.finding.products.crossed import crossed_forms
from soppa_mailbot.model import Evidence, Form, Kind, PaperFinding, Place, PlaceReading


def names(
    form: str, line: str, *, said: str = "Attached.", kinds: tuple[str, ...] = ("rfi",), how: str = "field"
) -> int:
    """How many products the papers are for."""
    sold = clean_product(line.partition("  ")[0])
    paper = PaperFinding(
        "q.pdf", "q.pdf", "", Kind.ORDER_FORM, products=(sold,), evidence=(Evidence("q.pdf", line, 1, "line item"),)
    )
    read = PlaceReading(Place("p1", "text", "Product", required=True, role="product"), "filled", form, (how,))
    forms = [
        Form(key, "b", "b.pdf", ("d",), ("f.pdf",), (), "complete", (), (), (), False, (), (("product", form),), None,
             (read,), 1.0)
        for key in kinds
    ]  # fmt: skip
    return len(product.find((paper,), forms, subject="Papers", body=said, vendor="Larch Labs, Inc.").names)


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("Larch Math", "Larch Phonics student licence  420  $11.50"),
        ("Larch Phonics", "Larch Math, 1 year  420  $11.50"),
        ("Larch Staff Scheduler", "Larch Phonics student licence  420  $11.50"),
        ("Larch Math 2", "Larch Phonics 2  420  $11.50"),
    ],
)
@pytest.mark.parametrize("kinds", [("rfi",), ("soppa",), ("rfi", "soppa")])
def test_forms_for_another_product_of_the_family(form: str, line: str, kinds: tuple[str, ...]) -> None:
    assert names(form, line, kinds=kinds) == 2


@pytest.mark.parametrize(
    ("form", "line", "said"),
    [
        ("Larch Phonics", "Larch Phonics Premium, 12 months  420  $11.50", ""),
        ("Larch Phonics", "Larch K-5 site licence  420  $11.50", ""),
        ("Larch Phonics", "Phonics  420  $11.50", ""),
        ("Phonics by Larch Labs", "Larch Phonics  420  $11.50", ""),
        ("Larch Phonics and Larch Math", "Larch Math  420  $11.50", ""),
        ("Larch Learning (Math, Phonics)", "Larch Math  420  $11.50", ""),
        ("Larch Labs", "Larch Phonics  420  $11.50", ""),
        ("Larch Suite", "Larch Phonics  420  $11.50", ""),
        ("Larch Connect", "Larch Gradebook module  420  $11.50", ""),
        ("Larch Phonics", "Larch Digital Lessons  420  $11.50", ""),
        ("Larch reading app", "Larch Phonics  420  $11.50", ""),
        ("WordNest", "Student seats  420  $11.50", ""),
        ("WordNest", "Core Fluency  420  $11.50", "The papers for WordNest are attached."),
        ("WordNest", "Makerbench (now: WordNest)  420  $11.50", "Our quote for Makerbench."),
    ],
)
def test_one_product_that_its_papers_call_differently(form: str, line: str, said: str) -> None:
    assert names(form, line, said=said) == 1


def test_another_family_where_the_mail_names_the_orders_product_only() -> None:
    assert names("WordNest", "Makerbench  420  $11.50", said="Our quote for Makerbench.") == 2
    assert names("WordNest", "Makerbench  420  $11.50", said="Makerbench, which you know as WordNest.") == 1


def test_what_was_read_of_a_photograph_must_be_a_known_word() -> None:
    assert names("Larch Pnomics", "Larch Phonics  420  $11.50", how="ocr") == 1
    assert names("Larch Plonlss", "Larch Phonics  420  $11.50", how="ocr") == 1
    assert names("Larch Math", "Larch Phonics  420  $11.50", how="ocr") == 2


@pytest.mark.parametrize(
    ("rfi", "soppa", "two"),
    [
        ("Larch Math", "Larch Writing", True),
        ("Larch Math", "Larch Match", True),  # a letter more is another name where it was typed
        ("Larch Roster", "Larch Roster coach", False),
        ("Larch Math Premium", "Larch Math", False),
    ],
)
def test_a_form_for_one_product_beside_one_for_another(rfi: str, soppa: str, two: bool) -> None:
    named = [[(name, Evidence("form.pdf", name))] for name in (rfi, soppa)]
    assert crossed_forms(*named) == ((rfi, soppa) if two else ())
