"""What resellers write on their quotes, and the register's product in it."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.products import product
from soppa_mailbot.finding.products.line_items import tables
from soppa_mailbot.finding.products.line_items_heads import header_roles
from soppa_mailbot.model import Agreement, Evidence, Kind, PaperFinding

DAY = date(2025, 1, 1)
REGISTER = (
    Agreement("Plumb Line Software LLC", "Plumb Line Behavior", ("plumbline.example",), DAY, None),
    Agreement("Larchmont Systems Inc.", "HallTrack", ("larchmont.example",), DAY, None),
    Agreement("Mathwright, Inc.", "Mathwright Daily", ("mathwright.example",), DAY, None),
    Agreement("SeatSmart Technologies", "SeatSmart Hall Pass", ("seatsmart.example",), DAY, None),
)


def named(item: str, line: str, body: str) -> str:
    paper = PaperFinding(
        "q.pdf", "q.pdf", "", Kind.ORDER_FORM, products=(item,), evidence=(Evidence("q.pdf", line, 1, "line item"),)
    )
    found = product.find((paper,), (), subject="Quote", body=body, register=REGISTER, domain="supply.example")
    return found.names[0]


@pytest.mark.parametrize(
    ("item", "line", "body", "name"),
    [
        (
            "PLB-SITE-1Y Plumb Line Behavior",
            "PLB-SITE-1Y Plumb Line Behavior, 1-year site license 2 $1,450.00",
            "two licenses of Plumb Line Behavior.",
            "Plumb Line Behavior",
        ),
        (
            "Larchmont HallTrack digital hall",
            "Larchmont HallTrack digital hall pass, annual 2,900 $1.75",
            "As the reseller of HallTrack (Larchmont Systems) we quote.",
            "HallTrack",
        ),
        (
            "MATHWRIGHT MATHWRIGHT DAILY INC) STUDENT LIC 1Y",
            "MATHWRIGHT MATHWRIGHT DAILY INC) STUDENT LIC 1Y 240 $7.25",
            "our quotation for 240 Mathwright Daily licenses.",
            "Mathwright Daily",
        ),
        (
            "SeatSmart Hall",
            "SeatSmart Hall Pass, middle school 1 $2,200.00",
            "the quote for Hall Pass",
            "SeatSmart Hall Pass",
        ),
        (
            "PLB Plumb Line Behavior",
            "PLB Plumb Line Behavior, 100 seats 1 USD 540.00",
            "100 more seats, as discussed.",
            "Plumb Line Behavior",
        ),
        (
            "AP Plumb Line Behavior",
            "AP Plumb Line Behavior 1 $9.00",
            "AP Plumb Line Behavior",
            "AP Plumb Line Behavior",
        ),
        # another product of the same maker
        (
            "Larchmont HallTrack Kiosk",
            "Larchmont HallTrack Kiosk, annual 2 $900.00",
            "We quote HallTrack Kiosk.",
            "Larchmont HallTrack Kiosk",
        ),
        (
            "Acme HallTrack digital",
            "Acme HallTrack digital pass 3 $9.00",
            "We quote our own pass.",
            "Acme HallTrack digital",
        ),
    ],
)
def test_the_registers_product_in_a_resellers_line(item: str, line: str, body: str, name: str) -> None:
    assert named(item, line, body) == name


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ("StoryPerch digital library\nSKU HH-SP-1Y\t2\t$1,295.00\t$2,590.00", "StoryPerch digital library"),
        ("Saltbox Atlas, site license (Saltbox\nPublishing)\t2\t$1,180.00\t$2,360.00", "Saltbox Atlas"),
        ("SALTBOX ATLAS SITE LIC 1YR (mfr. Saltbox\nPublishing, Inc.)\t2\t$1,180.00\t$2,360.00", "SALTBOX ATLAS"),
        ("Beaconry Planner, July 2027 - June\n2028\t780\t$4.10\t$3,198.00", "Beaconry Planner"),
        ("Beaconry Planner, grades 6-8\n(publisher: Beaconry Media)\t4\t$9.00\t$36.00", "Beaconry Planner"),
        ("Beaconry Planner\t780\t$4.10\t$3,198.00", "Beaconry Planner"),
    ],
)
def test_a_name_in_the_line_over_its_numbers(rows: str, name: str) -> None:
    (table,) = tables(f"Item\tQty\tUnit price\tAmount\n{rows}\nTotal\t$9.00\n")
    assert [item.name for item in table.items][:1] == [name]
    assert len(table.items) == 1


def test_the_rest_of_a_schools_name_is_none_of_a_products() -> None:
    rows = "PL-68\tPlanet Labs, site license for Carl\t1\t$9.00\t$9.00\nSandburg Middle School"
    (table,) = tables(f"Item\tDescription\tQty\tUnit price\tAmount\n{rows}\nTotal\t$9.00\n")
    assert [item.name for item in table.items] == ["Planet Labs"]


def test_a_column_of_departments_heads_one() -> None:
    (table,) = tables("Product\tDepartment\tQty\tPrice\nPlumb Line Behavior\tCounseling\t24\t$210.00\nTotal\t$210.00")
    assert [item.name for item in table.items] == ["Plumb Line Behavior"]
    assert header_roles("Product\tDepartment\tQty\tPrice")


def test_a_row_of_users_heads_no_table() -> None:
    """ "Users | Student Services Department" over the rows of an order: its words are no heads of columns."""
    order = (
        "Users\tStudent Services Department\nApproval by\tDistrict approval needed by March 5, 2027\n"
        "Item\tQty\tUnit price\tAmount\nPlumb Line Behavior, annual\t24\t$210.00\t$5,040.00"
    )
    (table,) = tables(order)
    assert [item.name for item in table.items] == ["Plumb Line Behavior"]
