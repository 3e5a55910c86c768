"""A further line of an order: another software, or a part of the first and what comes along with it."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.products.line_items import tables
from soppa_mailbot.finding.products.line_items_named import software_names

HEAD = "Item\tQty\tUnit price\tAmount\nPlanet Math student licence\t200\t$10.00\t$2,000.00\n"


def sold(line: str) -> tuple[str, ...]:
    (table,) = tables(f"{HEAD}{line}\nTotal\t$9.00\n")
    return software_names(table.items, "Planet Learning, Inc.")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Number Galaxy student licence\t200\t$14.15\t$2,830.00", "Number Galaxy"),
        ("GeoQuest, annual subscription\t1\t$900.00\t$900.00", "GeoQuest"),
        ("Planet Writing student licence\t200\t$14.15\t$2,830.00", "Planet Writing"),
        ("Story Canopy Premium - site license\t2\t$400.00\t$800.00", "Story Canopy"),
    ],
)
def test_another_software(line: str, name: str) -> None:
    assert sold(line) == ("Planet Math", name)


@pytest.mark.parametrize(
    "line",
    [
        "Parent Messenger, per student\t200\t$1.00\t$200.00",
        "Decodable Library, annual\t1\t$300.00\t$300.00",
        "Reading Fluency, student licence\t200\t$2.00\t$400.00",
        "Teacher Dashboard licence\t8\t$25.00\t$200.00",
        "Data Insights subscription\t1\t$500.00\t$500.00",
        "Premium School Licence\t1\t$500.00\t$500.00",
        "Item bank, per student\t200\t$1.10\t$220.00",
        "Virtual onboarding session for teachers\t1\t$350.00\t$350.00",
        "PD Workshop, teachers\t2\t$350.00\t$700.00",
        "Math Facts Practice, per student\t200\t$1.10\t$220.00",
        "SSO Rostering, annual\t1\t$100.00\t$100.00",
        "Educator seats\t36\t$0.00\t$0.00",
        "Grades K-5, 2026-27, students\t36\t$1.00\t$36.00",
    ],
)
def test_a_part_of_the_first(line: str) -> None:
    assert sold(line) == ("Planet Math",)
