"""The register: the product decides, a blanket row covers all, and dates count to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from soppa_mailbot.finding.products.agreement import match
from soppa_mailbot.model import Agreement, AgreementMatch

DAY = date(2026, 11, 12)


def row(
    operator: str, product: str, domain: str, signed: date = date(2025, 1, 1), expires: date | None = None
) -> Agreement:
    return Agreement(operator, product, (domain,) if domain else (), signed, expires)


MATH = row("Planet Learning, Inc.", "Planet Math", "planet.example")
ALL = row("Quill Systems LLC", "", "quill.example")
LEAP = row("Verse Minds LLC", "LexiHop", "verse.example", expires=DAY)
COMPASS = row("Tide Tools", "Compass", "tide.example")
REGISTER = (MATH, ALL, LEAP, COMPASS)


def found(
    *products: str, sellers: tuple[str, ...] = (), domain: str = "", day: date = DAY, **more: str
) -> AgreementMatch | None:
    return match(products, sellers=sellers, domain=domain, register=REGISTER, day=day, **more)


def test_the_product_named_by_its_operator() -> None:
    assert found("Planet Math", domain="mail.planet.example") == AgreementMatch(MATH, "active")
    assert found("Planet Math® Premium, 12 months", sellers=("Planet Learning",)) == AgreementMatch(MATH, "active")
    assert found("Math", domain="planet.example") == AgreementMatch(MATH, "active")
    assert found("Planet Mathematics", domain="planet.example") == AgreementMatch(MATH, "active")
    assert found("Planet Maths", sellers=("Planet Learning",)) == AgreementMatch(MATH, "active")


@pytest.mark.parametrize("name", ["Planet Writing", "Planet", "Planet Math Fluency", "Planet Mathematics Tutor"])
def test_a_sibling_or_a_shorter_name_is_not_covered(name: str) -> None:
    assert found(name, domain="planet.example", sellers=("Planet Learning",)) is None


def test_the_domain_alone_is_not_enough_for_a_row_with_a_product() -> None:
    assert found(domain="planet.example") is None


def test_a_blanket_row_covers_every_product_of_its_operator() -> None:
    for known in ({"domain": "quill.example"}, {"sellers": ("Quill Systems",)}):
        assert found("Gradeflow", **known) == AgreementMatch(ALL, "active")  # type: ignore[arg-type]
    assert found(domain="quill.example") == AgreementMatch(ALL, "active")


def test_a_reseller_is_judged_by_the_product() -> None:
    assert found("Planet Math", sellers=("EduCart",), domain="educart.example") == AgreementMatch(MATH, "active")
    assert found("Quill Gradeflow", sellers=("EduCart",), domain="educart.example") == AgreementMatch(ALL, "active")
    assert found("Planet Writing", sellers=("EduCart",), domain="educart.example") is None


def test_a_blanket_row_of_the_reseller_does_not_cover_what_it_resells() -> None:
    expired = row("Verse Minds LLC", "LexiHop", "verse.example", expires=DAY - timedelta(days=1))
    got = match(("LexiHop",), sellers=("Quill Systems",), domain="quill.example", register=(ALL, expired), day=DAY)
    assert got == AgreementMatch(expired, "expired")


def test_a_common_word_needs_its_operator() -> None:
    assert found("Compass", sellers=("Northway",), domain="northway.example") is None
    assert found("Compass", sellers=("Tide Tools",)) == AgreementMatch(COMPASS, "active")


def test_a_form_that_names_another_maker_rules_a_namesake_out() -> None:
    assert found("Planet Math", domain="other.example", stated_operator="Orbit Science LLC") is None
    assert found("Planet Math", domain="other.example", stated_operator="Planet Learning") == AgreementMatch(
        MATH, "active"
    )


def test_both_days_are_included() -> None:
    assert found("LexiHop", day=DAY) == AgreementMatch(LEAP, "active")
    assert found("LexiHop", day=DAY + timedelta(days=1)) == AgreementMatch(LEAP, "expired")
    assert found("LexiHop", day=LEAP.signed) == AgreementMatch(LEAP, "active")
    assert found("LexiHop", day=LEAP.signed - timedelta(days=1)) is None


def test_of_several_rows_the_active_one() -> None:
    old = row("Planet Learning, Inc.", "Planet Math", "planet.example", date(2020, 1, 1), date(2024, 1, 1))
    new = row("Planet Learning, Inc.", "Planet Math", "planet.example", date(2026, 1, 1))
    for register in ((old, new), (new, old)):
        got = match(("Planet Math",), sellers=(), domain="planet.example", register=register, day=DAY)
        assert got == AgreementMatch(new, "active")


def test_two_products_need_one_row_for_both() -> None:
    assert found("Planet Math", "Planet Writing", domain="planet.example") is None


def test_a_product_that_is_said_to_be_another_needs_its_whole_name() -> None:
    assert match(("Planet Math Plus",), sellers=("Planet Learning",), domain="", register=REGISTER, day=DAY)
    assert not match(
        ("Planet Math Plus",), sellers=("Planet Learning",), domain="", register=REGISTER, day=DAY, apart=True
    )
    plus = row("Planet Learning, Inc.", "Planet Math Plus", "planet.example")
    told = match(
        ("Planet Math Plus",), sellers=("Planet Learning",), domain="", register=(*REGISTER, plus), day=DAY, apart=True
    )
    assert told == AgreementMatch(plus, "active")


def test_a_maker_that_the_resellers_line_names() -> None:
    """ "Decodables online (Quill Systems LLC), classroom", from a reseller: the row for all of Quill's products."""
    shop = {"sellers": ("EduCart",), "domain": "educart.example"}
    line = "Decodables online (Quill Systems LLC), classroom 18 92 1656"

    def sold(*lines: str, products: tuple[str, ...] = ("Decodables online",)) -> AgreementMatch | None:
        return match(products, register=REGISTER, day=DAY, lines=lines, **shop)  # type: ignore[arg-type]

    assert sold(line) == AgreementMatch(ALL, "active")
    assert sold() is None and sold("Decodables online, for quill users") is None
    both = ("Decodables online", "Tally Gradebook")
    assert sold(line, "Tally Gradebook, classroom 18 92 1656", products=both) is None, "the other line has no maker"
    assert sold(line, "Tally Gradebook by Quill Systems LLC 18 92", products=both) == AgreementMatch(ALL, "active")
    for other in (
        "connector for Quill Systems LLC",
        "(compatible with Quill Systems LLC)",
        "replaces Quill Systems LLC",
    ):
        assert sold(f"Decodables online {other}") is None, other


def test_a_common_word_of_the_maker_that_the_resellers_line_names() -> None:
    shop = {"sellers": ("EduCart",), "domain": "educart.example", "register": REGISTER, "day": DAY}
    line = "Compass Classroom (Tide Tools), building licence 1 $1,640.00"
    assert match(("Compass",), lines=(line,), **shop) == AgreementMatch(COMPASS, "active")  # type: ignore[arg-type]
    for other in ("Compass Classroom (Northway Tools)", "Compass connector for Tide Tools", "Compass Classroom"):
        assert match(("Compass",), lines=(other,), **shop) is None, other  # type: ignore[arg-type]
    stated = match(("Compass",), lines=(line,), stated_operator="Northway", **shop)  # type: ignore[arg-type]
    assert stated is None


def test_a_maker_by_the_telling_words_of_its_name() -> None:
    """ "Decodables by Quill & Tessera, per building" is made by Quill & Tessera Media LLC."""
    house = row("Quill & Tessera Media LLC", "", "tessera.example")

    def sold(line: str, product: str) -> bool:
        found = match(
            (product,), sellers=("EduCart",), domain="educart.example", register=(house,), day=DAY, lines=[line]
        )
        return found is not None

    line = "Decodables digital library by Quill & Tessera, annual, per building 2 $1,150.00"
    for product in ("Decodables digital library", "Decodables digital library by Quill & Tessera", "Decodables"):
        assert sold(line, product), product
    assert sold("Decodables (Quill & Tessera), per building", "Decodables")
    for by in ("Quill", "Quill & Tessera Robotics, Inc.", "Quill & Pen", "quill & tessera readers"):
        assert not sold(f"Decodables by {by}, annual", "Decodables"), by
