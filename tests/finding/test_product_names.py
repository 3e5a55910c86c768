"""What a submission's software is called, and when two names are one product."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from soppa_mailbot.finding.common.names import (
    clean_product,
    clearly_different,
    distinct,
    occurs,
    same_company,
    same_or_shorter,
    same_product,
)
from soppa_mailbot.finding.products import product
from soppa_mailbot.model import Agreement, Evidence, Form, Kind, PaperFinding, Place, PlaceReading, ProductFinding

REGISTER = (Agreement("Planet Learning, Inc.", "Planet Math", ("planet.example",), date(2025, 1, 1), None),)


def order(name: str, filename: str = "quote.pdf") -> PaperFinding:
    return PaperFinding(filename, filename, "", Kind.ORDER_FORM, products=(name,))


def form(key: str, name: str, filename: str = "form.pdf") -> Form:
    return Form(
        key, "b", "blank.pdf", (filename,), (filename,), (), "complete", (), (), (), False, ("ink",),
        (("product", name),), None, (), 1.0,
    )  # fmt: skip


def names(*papers: PaperFinding, forms: tuple[Form, ...] = (), subject: str = "", body: str = "") -> tuple[str, ...]:
    found = product.find(papers, forms, subject=subject, body=body, register=REGISTER, not_names=("Birch Lake SD 12",))
    return found.names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("BrightMath district licence 12 months", "BrightMath"),
        ("Planet Atlas® - Student seat, grades 3-5, annual", "Planet Atlas"),
        ("Kestrel Typing (renewal)", "Kestrel Typing"),
        ("Grammar Foundry Subscription 2026-27", "Grammar Foundry"),
        ("Our Orbit Science", "Orbit Science"),
        ("Site license", "Site"),
    ],
)
def test_the_name_is_taken_out_of_a_line_item(written: str, name: str) -> None:
    assert clean_product(written) == name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Planet Math", "planet math (TM)"),
        ("Planet Math", "PlanetMath"),
        ("Planet Math", "Planet Math Premium, 12 months"),
        ("Grammar Foundry", "Grammer Foundry"),
        ("Écoute", "Ecoute"),
        ("Ironwood Points", "lronwood Points"),  # as OCR reads a capital I
    ],
)
def test_one_product_spelt_differently(left: str, right: str) -> None:
    assert same_product(left, right)
    assert not clearly_different(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Planet Math", "Planet Writing"), ("Algebra 1", "Algebra 2"), ("Planet Reading", "Planet Writing")],
)
def test_siblings_are_different_products(left: str, right: str) -> None:
    assert not same_product(left, right)
    assert clearly_different(left, right)


def test_a_shorter_name_may_be_the_same_but_is_not_for_sure() -> None:
    assert same_or_shorter("Fluency", "NumberHouse Fluency")
    assert not same_product("Planet", "Planet Math")
    assert not clearly_different("Planet", "Planet Math")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Planet Learning, Inc.", "Planet Learning", True),
        ("Planet Learning, Inc.", "PLANET LEARNING INC", True),
        ("Planet Learning, Inc.", "Planet", True),
        ("Planet Learning, Inc.", "Planet Media LLC", False),
        ("Quill & Oak Media LLC", "Quill and Oak Media", True),
        ("Orbit Science", "Orbit Music", False),
    ],
)
def test_companies(left: str, right: str, same: bool) -> None:
    assert same_company(left, right) is same


def test_a_name_occurs_as_whole_words_only() -> None:
    assert occurs("Planet Math", "order form for PLANET  MATH, 40 seats")
    assert not occurs("Planet Math", "Planet Mathematics")


def test_a_form_says_it_best() -> None:
    assert names(order("Wall"), forms=(form("rfi", "Wall Newsletters"),)) == ("Wall Newsletters",)


def test_the_order_form_before_the_mail() -> None:
    assert names(order("Planet Writing"), body="You already use Planet Math.") == ("Planet Writing",)


def test_two_order_forms_for_two_products() -> None:
    found = names(order("Planet Math", "a.pdf"), order("Planet Writing", "b.pdf"))
    assert set(found) == {"Planet Math", "Planet Writing"}


def test_two_versions_of_one_quote_are_one_product() -> None:
    assert names(order("Planet Writing", "v1.pdf"), order("Planet Writing Annual", "v2.pdf")) == ("Planet Writing",)


def test_forms_for_two_products() -> None:
    assert len(names(forms=(form("rfi", "Planet Math", "a.pdf"), form("rfi", "Planet Writing", "b.pdf")))) == 2
    assert len(names(forms=(form("rfi", "Planet Math", "a.pdf"), form("soppa", "Planet Writing", "b.pdf")))) == 2


def test_a_form_that_lists_both_agrees_with_either() -> None:
    assert len(names(forms=(form("rfi", "Planet Writing"), form("soppa", "Planet Math, Planet Writing")))) == 1


@pytest.mark.parametrize(
    ("subject", "body", "wanted"),
    [
        ("Hello", "We already have an agreement for planet math. Please renew.", ("Planet Math",)),
        ("Order form for Kestrel Typing", "See the link.", ("Kestrel Typing",)),
        ("Documents", "Here is our submission for our product Orbit Science. Thanks", ("Orbit Science",)),
        ("Kestrel Typing documents (shared folder)", "The papers for Kestrel Typing are online.", ("Kestrel Typing",)),
        ("Re: your message", "Thank you, we will send it in January.", ()),
        ("Submission", "Please approve this for Birch Lake SD 12 by March.", ()),
    ],
)
def test_from_the_mail_alone(subject: str, body: str, wanted: tuple[str, ...]) -> None:
    assert names(subject=subject, body=body) == wanted


@pytest.mark.parametrize(
    ("subject", "body", "name"),
    [
        ("SOPPA docs", "Schools: Elm\nProduct: WordNest\n\nDocs to follow.", "WordNest"),
        ("hello", "1) Software name - fluency lab\n2) Schools - Elm", "fluency lab"),
        ("Docs for FocusFlow", "Please find them below.", "FocusFlow"),
    ],
)
def test_a_labelled_line_names_the_product(subject: str, body: str, name: str) -> None:
    assert names(subject=subject, body=body) == (name,)


def test_a_line_that_leads_with_the_maker_names_the_makers_product() -> None:
    paper = order("Planet Learning")
    line = Evidence("quote.pdf", "Planet Learning - Planet Math, 1 yr, per student 500 $6.50", 1, "line item")
    assert names(replace(paper, evidence=(line,))) == ("Planet Math",)


def test_plain_words_behind_a_registered_name_describe_it() -> None:
    assert names(order("Planet Math practice kiosk"), body="We want to go on with Planet Math.") == ("Planet Math",)
    assert names(order("Planet Math Plus"), body="We want to go on with Planet Math.") == ("Planet Math Plus",)
    assert names(order("Planet Math practice kiosk"), body="Hello") != ("Planet Math",)


def test_a_capital_that_ocr_misread_makes_no_second_product() -> None:
    assert distinct(["Millwheel Facts", "Hillwheel Facts"]) == ("Millwheel Facts",)
    assert not clearly_different("Millwheel Facts", "Hillwheel Facts")
    assert not same_product("Matching Pairs", "Hatching Pairs"), "the register knows only the one"


LINE = "FabLab Live (now: Planet Math), design studio, building license"


def said(name: str, body: str, line: str = "") -> ProductFinding:
    paper = replace(order(name), evidence=(Evidence("quote.pdf", line or name, 1, "line item"),))
    return product.find((paper,), (), subject="", body=body, register=REGISTER)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("you know the product as FabLab Live, since last year it's been called Planet Math.", "FabLab Live"),
        ("The order is attached. FabLab Live has since last year\nbeen called Planet Math.", "FabLab Live"),
        ("The order is attached.", LINE),
        ("FabLab Live, formerly Planet Math, is renewed.", "FabLab Live"),
    ],
)
def test_another_name_of_a_registered_product(body: str, line: str) -> None:
    assert said("FabLab Live", body, line).names == ("Planet Math",)


@pytest.mark.parametrize(
    "body",
    [
        "We were formerly called Planet Learning. FabLab Live is new.",
        "You now use Planet Math. The order is for another product.",
        "FabLab Live is attached; formerly Planet Maths Tutor.",
        "We would like to add FabLab Live. Once Planet Math is renewed we will send the quote.",
        "FabLab Live: once Planet Math is renewed we would like to add it.",
        "Today Planet Math serves 40 classrooms. We now offer FabLab Live too.",
        "FabLab Live is new. Our first program was called Planet Math.",
        "FabLab Live is new; it is sold beside what our first program was called, Planet Math.",
    ],
)
def test_no_other_name(body: str) -> None:
    assert said("FabLab Live", body).names == ("FabLab Live",)


@pytest.mark.parametrize(
    ("body", "names", "apart"),
    [
        ("Plus is a separate, new product: live tutoring.", ("Planet Math Plus",), True),
        ("It isn't part of the Planet Math you have.", ("Planet Math Plus",), True),
        ("We renew Planet Math Plus for you.", ("Planet Math",), False),
        ("It is a new order for the same product.", ("Planet Math",), False),
        ("Training is not included in your license.", ("Planet Math",), False),
        ("Our Planet Hub is a separate product.", ("Planet Math",), False),
    ],
)
def test_a_product_told_apart_from_the_one_that_the_district_has(
    body: str, names: tuple[str, ...], apart: bool
) -> None:
    found = said("Planet Math", body, "Planet Math Plus, 1 year, 30 seats")
    assert (found.names, found.apart) == (names, apart)


@pytest.mark.parametrize(
    ("line", "body", "apart"),
    [
        ("Planet Math Household", "Our quote for Planet Math Household, our new parent messaging product.", True),
        ("Planet Math Cloud", "Planet Math Cloud (a brand-new app) is quoted here.", True),
        ("Planet Math Premium", "It collects voice recordings, which the Planet Math you use now does not.", True),
        ("Planet Math Plus", "Unlike your current Planet Math it records video.", True),
        ("Planet Math AI", "The AI tutor sends answers to a model. The Planet Math that you have does not.", True),
        # tiers of the same product
        ("Planet Math Premium", "Planet Math Premium, our new annual plan, is quoted here.", False),
        ("Planet Math Premium", "Planet Math Premium, our new pricing program, is quoted here.", False),
        ("Planet Math School", "Planet Math School, our new product name for the site licence.", False),
        ("Planet Math Premium", "It has more lessons, which the Planet Math tier you use now does not.", False),
        ("Planet Math Premium", "Planet Math Premium collects no more data than before.", False),
        ("Planet Math Classroom", "The quote is for Planet Math Classroom. Our new app Zip is in beta.", False),
        ("Planet Math Premium", "Planet Math Premium stays; Zip is our new reading product.", False),
        ("Planet Math, K-5, 2026-27", "Planet Math, our new math app for you, is quoted for K-5.", False),
    ],
)
def test_an_edition_that_is_said_to_be_something_new(line: str, body: str, apart: bool) -> None:
    assert said("Planet Math", body, f"{line}, 1 year, 30 seats").apart is apart


@pytest.mark.parametrize("answer", ["NONE", "none yet", "Dunmore CUSD 12", "Rushford CUSD 30; Talbot SD 8", "N/A"])
def test_an_answer_that_is_no_products_name(answer: str) -> None:
    """A line that was taken for the product's asks for something else; the order form's name stands."""
    assert names(order("Harbor Reader"), forms=(form("rfi", answer),)) == ("Harbor Reader",)


@pytest.mark.parametrize(
    "answer", ["Nonesuch Reader", "No Red Ink", "SD Studio", "District 9 Atlas", "School District Budget Manager"]
)
def test_an_answer_that_may_be_one(answer: str) -> None:
    assert names(forms=(form("rfi", answer),)) == (answer,)


@pytest.mark.parametrize(
    "answer", ["Harbor Math, USD 950 per year", "Harbor Math (Cedar Ford School District licence)"]
)
def test_money_and_a_district_beside_the_name(answer: str) -> None:
    assert names(forms=(form("rfi", answer),))[0].startswith("Harbor Math")


def photographed(key: str, name: str) -> Form:
    read = PlaceReading(Place("p1", "text", "Product", required=True, role="product"), "filled", name, ("ink", "ocr"))
    return replace(form(key, name), readings=(read,))


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("Niahtiar Blok Lab", ("Nightjar Block Lab",)),
        ("Nightjar Chorus", ("Nightjar Block Lab", "Nightjar Chorus")),  # another product, however it was read
    ],
)
def test_what_is_read_of_a_photograph_is_corrected_by_what_was_typed(read: str, said: tuple[str, ...]) -> None:
    assert names(forms=(form("rfi", "Nightjar Block Lab"), photographed("soppa", read))) == said


def test_a_name_is_read_wrong_before_the_words_that_an_order_adds() -> None:
    (read,) = names(forms=(form("rfi", "Nightjar Block Primary Coach"), photographed("soppa", "Hightjar Block")))
    assert read == "Nightjar Block Primary Coach"


def test_another_number_is_another_product() -> None:
    told = names(forms=(form("rfi", "Nightjar Level 2"), photographed("soppa", "Nightjar Level 3")))
    assert told == names(forms=(form("rfi", "Nightjar Level 2"), form("soppa", "Nightjar Level 3")))
