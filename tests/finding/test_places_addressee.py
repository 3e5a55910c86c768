"""Departments (and schools) in the address that a paper or a letter is made out to, and groups that members narrow."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.locations.places_index import index_of
from soppa_mailbot.finding.locations.places_wrapped import unwrapped
from soppa_mailbot.model import School, Status

DISTRICT = ("Amber Lake CUSD 9", "Amber Lake Schools", "AL9")
CEDAR = School("Cedar Middle School", "school", ("Cedar MS",))
LAKE = School("Lake Road Middle School", "school", ("Lake Road",))
SCOTT = School("Scott Middle School", "school", ("Scott MS",))
GROVE = School("Grove Elementary School", "school", ("Grove",))
HILL = School("Hill Elementary School", "school", ("Hill Elementary",))
EAST = School("Amber Lake East High School", "school", ("AL East", "East High"))
WEST = School("Amber Lake West High School", "school", ("AL West", "West High"))
QZ_EAST = School("Quarry Zone East Academy", "school", ("QZ East",))
QZ_WEST = School("Quarry Zone West Academy", "school", ("QZ West",))
MONEY = School("Business Services", "department", ("Business Office", "Finance"))
BUSES = School("Transportation", "department", ("Transportation Department",))
FOOD = School("Food Services", "department", ("Nutrition",))
CARE = School("Student Services", "department", ("Special Education",))
LIST = (CEDAR, LAKE, SCOTT, GROVE, HILL, EAST, WEST, QZ_EAST, QZ_WEST, MONEY, BUSES, FOOD, CARE)
HEAD = "Quote 31\nPlanet LLC\nP.O. Box 2, Elgin, MN 55932\nDate: November 4, 2026\n"
TABLE = "\n\nDescription\tQuantity\tPrice each\tTotal\nPlanet Atlas\t40\t$65.00\t$2,600.00\nTotal: $2,600.00"


def found(text: str, source: str = "body") -> set[str] | Status:
    finding = places.find(text, LIST, source=source, district_names=DISTRICT)
    return set(finding.value) if finding.status == Status.RECEIVED else finding.status


@pytest.mark.parametrize(
    "address",
    [
        "For: Amber Lake CUSD 9, Business Services",
        "Prepared for:\nAmber Lake CUSD 9\nBusiness Services\n100 Oak St\nAmber, IL 60000",
        "Bill To: Business Office\nAL9, 100 Oak St",
        "Bill To\tShip To\nAmber Lake CUSD 9\tAmber Lake CUSD 9\nBusiness Services\tTransportation\n1 Oak St\t",
        "Attn. Marla Dietz, Business Services",
        "Customer: Amber Lake CUSD 9\nDepartment: Business Services\nContact: Marla Dietz",
        "Prepared for Quote no. U-88\nAmber Lake CUSD 9 Date 10/12/2026\nBusiness Services",
        "To: Amber Lake CUSD 9 - Business Services",
        "Business Services\nAmber Lake CUSD 9\n100 Oak St\nAmber, IL 60000",
        "Quoted to\nBusiness Services\nAmber Lake CUSD 9",
        "Ship to: Transportation, Amber Lake CUSD 9",
        "Estimate for: Amber Lake Schools, Business Office",
        "Customer\tAmber Lake CUSD 9, Business Services\nDate\tNov 4",
        "Bill to:\tMarla Dietz\n\tBusiness Services\n\tAmber Lake CUSD 9",
    ],
)
def test_a_department_in_the_address_of_a_paper_is_no_place_of_use(address: str) -> None:
    assert found(HEAD + address + TABLE, "quote.docx") == Status.MISSING


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("For: Transportation Department", {BUSES}),
        ("Quote for: Transportation", {BUSES}),
        ("Schools / departments: Transportation", {BUSES}),
        ("Used by: Amber Lake CUSD 9, Transportation", {BUSES}),
        ("Users\nTransportation Department", {BUSES}),
        ("Customer: Amber Lake CUSD 9\nUsed by: Transportation", {BUSES}),
        ("Sold to: AL9\nTo be used at: Food Services", {FOOD}),
        ("Customer: Amber Lake CUSD 9\nProduct\tUsed by\tQty\nRoutePlan\tTransportation\t3", {BUSES}),
        ("Prepared for: Amber Lake CUSD 9\nSchool: Cedar Middle School", {CEDAR}),
        ("Prepared for Cedar Middle School", {CEDAR}),
    ],
)
def test_a_paper_says_who_uses_it_all_the_same(words: str, expected: set[School]) -> None:
    assert found(HEAD + words + TABLE, "quote.docx") == {s.name for s in expected}


@pytest.mark.parametrize(
    "letter",
    [
        "Amber Lake CUSD 9\nBusiness Services\n100 Oak St\nAmber, IL 60000\n\nDear Ms. Dietz,\n\nhere is our quote.",
        "Business Services\nAmber Lake CUSD 9\n100 Oak St\nAmber, IL 60000\n\nDear Ms. Dietz,\n\nhere is our quote.",
        "To: Amber Lake CUSD 9, Business Services\nFrom: Planet\nRe: quote\n\nour quote is attached.",
        "Our quote\nBill to: Amber Lake CUSD 9, Business Services\n40 licenses x $65",
        "Attn: Business Office\n\nplease find our quote.",
    ],
)
def test_a_department_in_the_address_of_a_mail_is_no_place_of_use(letter: str) -> None:
    assert found(letter) == Status.MISSING


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It will be used by AL9 Transportation Department.", {BUSES}),
        ("District: AL9\nDepartment: Food Services\nDeadline: Dec 1, 2026", {FOOD}),
        ("Users: AL9 Food Services", {FOOD}),
        ("For AL9 Food Services.", {FOOD}),
        # a table of answers is no table of places
        (
            "Quote\tattached\nSchool(s) / department(s)\tStudent Services (speech team) and Grove\nApproval\tDec 3",
            {CARE, GROVE},
        ),
        ("School(s)\tGrove, with special student needs\nFinal approval needed by\tDec 3", {GROVE}),
        ("School\tNumber of students\nGrove\t40\nCedar MS\t30", {GROVE, CEDAR}),
        # two capitals behind a comma are a state's only where there is such a state
        ("Schools: QZ East, QZ West", {QZ_EAST, QZ_WEST}),
        ("Schools: AL East, AL West", {EAST, WEST}),
    ],
)
def test_a_mail_says_who_uses_it_all_the_same(words: str, expected: set[School]) -> None:
    assert found(words) == {s.name for s in expected}


@pytest.mark.parametrize("greeting", ["To the Business Office,", "Dear Business Services,", "Business Services:"])
def test_a_greeting_to_an_office_is_no_place_of_use(greeting: str) -> None:
    assert found(f"{greeting}\n\nenclosed is our proposal. Cedar MS will use it.") == {CEDAR.name}


MIDDLE = {CEDAR, LAKE, SCOTT}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The middle schools asked for it. The quote is for Cedar MS and Lake Road Middle School.", {CEDAR, LAKE}),
        ("The middle schools have asked us for a quote. It is for Scott MS only.", {SCOTT}),
        ("Your middle schools loved the demo; Cedar MS and Lake Road would like to use it this spring.", {CEDAR, LAKE}),
        ("The middle schools are interested in Planet Algebra; for now it is for Lake Road.", {LAKE}),
        ("The middle schools will use it (Cedar MS and Lake Road).", {CEDAR, LAKE}),
        ("The middle schools will use it. The licenses are for Cedar MS and Scott MS.", {CEDAR, SCOTT}),
        ("All middle schools will use it. The quote is for Cedar MS and Lake Road.", MIDDLE),
        ("The three middle schools asked. It is for the middle schools, first Cedar MS.", MIDDLE),
        ("The middle schools will use it. Cedar MS starts in January.", MIDDLE),
        ("It is for the middle schools, starting with Cedar MS and Lake Road.", MIDDLE),
        ("For the middle schools, e.g. Cedar MS and Lake Road.", MIDDLE),
        ("The elementary schools and Cedar MS will use it.", {GROVE, HILL, CEDAR}),
        ("Schools: the middle schools. Cedar MS goes first.", MIDDLE),
        ("It is for the middle schools. The principals at Cedar MS and Lake Road asked us.", MIDDLE),
    ],
)
def test_a_bare_group_is_narrowed_by_its_members(words: str, expected: set[School]) -> None:
    assert found(words) == {s.name for s in expected}


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (
            "Prepared for\tShip to\tNumber: CF-7\nAmber Lake CUSD 9\tCedar Middle School\tDate: November 4, 2026",
            "missing",
        ),
        ("Prepared for\tNumber: CF-7\nCedar Middle School\tDate: November 4, 2026", "received"),
    ],
)
def test_the_school_that_a_parcel_goes_to_in_a_head_of_columns(head: str, status: str) -> None:
    one = places.find(f"Sales Order\n{head}{TABLE}", LIST, source="quote.pdf", district_names=DISTRICT)
    assert one.status == Status(status)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("To the Business Office\n\nOur quote is attached. Grove Elementary will use it.", {"Grove Elementary School"}),
        ("To Food Services\n\nour quote is attached.", Status.MISSING),
        ("It is for the Business Office\n\nThank you", {"Business Services"}),
        ("To the Business Office and Cedar MS\n\nthe quote", {"Business Services", "Cedar Middle School"}),
    ],
)
def test_the_office_to_which_a_mail_is_written(text: str, value: set[str] | Status) -> None:
    assert found(text) == value


@pytest.mark.parametrize("beside", ["Grove Receiving", "Business Office", "Maria Delgado", "Transportation"])
def test_an_office_in_the_address_beside_another(beside: str) -> None:
    """ "Grove" is a school as well; a parcel goes to where it says."""
    rows = (
        "Bill to\tShip to",
        "Amber Lake CUSD 9\tAmber Lake CUSD 9",
        f"Business Office\t{beside}",
        "1 Main St\t1 Main St",
    )
    head = "\n".join(rows)
    one = places.find(f"Sales Order\n{head}{TABLE}", LIST, source="quote.pdf", district_names=DISTRICT)
    assert one.status == Status.MISSING


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("Ship to", "Cedar Middle School, Mail Room", "415 Bluff Road", "Amber Lake, IL 61199"), "missing"),
        (("Ship to:", "Cedar Middle School", "Amber Lake, IL 61199-1200"), "missing"),
        (("Ship to", "Cedar Middle School"), "received"),  # no address, but all that is said of who gets it
    ],
)
def test_the_address_of_a_parcel(lines: tuple[str, ...], status: str) -> None:
    text = "\n".join(("Sales Order", *lines)) + TABLE
    assert places.find(text, LIST, source="quote.pdf", district_names=DISTRICT).status == Status(status)


@pytest.mark.parametrize(
    "text", ["East High's teachers will use it.", "East High’s chess club wants it for its drills."]
)
def test_a_kind_of_school_in_the_possessive(text: str) -> None:
    assert found(text) == {EAST.name}


@pytest.mark.parametrize("head", ["Ship to / bill to", "Bill to/ship to:", "Ship to and bill to", "Bill to & ship to"])
def test_the_address_of_a_parcel_and_of_its_bill(head: str) -> None:
    lines = (head, "Amber Lake CUSD 9", "Receiving, Cedar Middle School", "1900 Auburn Road", "Amber Lake, IL 61099")
    text = "\n".join(("Sales Order", *lines)) + TABLE
    assert places.find(text, LIST, source="quote.pdf", district_names=DISTRICT).status == Status.MISSING


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Scott Building, 40 Grove Street | Norcross, MA 02998 | (617) 555-0187", "missing"),
        ("Cedar Middle School | 40 Oak Street, Amber Lake, IL 61099 | 40 seats", "received"),
    ],
)
def test_the_line_of_a_letterhead_and_a_row_of_sites(line: str, status: str) -> None:
    one = places.find(f"Grove Street Studios\n{line}{TABLE}", LIST, source="quote.pdf", district_names=DISTRICT)
    assert one.status == Status(status)


NUMBERS = "\t40\t$65.00\t$2,600.00\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (f"Planet Atlas - Cedar{NUMBERS}Middle School\nPlanet Atlas - Lake Road{NUMBERS}Middle School", {CEDAR, LAKE}),
        (f"Planet Atlas (Amber Lake East{NUMBERS}High School)", {EAST}),
        (f"Planet Atlas, licenses for Quarry{NUMBERS}Zone West Academy", {QZ_WEST}),
        (f"Planet Atlas\tGrove{NUMBERS}Elementary School", {GROVE}),
        ("40\tPlanet Atlas - Hill\t$65.00\t$2,600.00\nElementary", {HILL}),
        (f"Planet Atlas - Scott\n{NUMBERS.strip()}\nMiddle School", {SCOTT}),  # its numbers stand in the middle
        (f"Planet Atlas{NUMBERS}Middle School", Status.MISSING),
        ("Subtotal Cedar\t\t$2,600.00\nMiddle School", Status.MISSING),
        (f"Planet Atlas - Cedar{NUMBERS}Edition for middle schools", Status.MISSING),
        (f"Cedar Publishing Reader{NUMBERS}Middle School edition", Status.MISSING),
        (f"Planet Atlas - Cedar{NUMBERS}Teacher guide\t1\t$9.00\t$9.00\nMiddle School", Status.MISSING),
    ],
)
def test_a_schools_name_that_wraps_in_a_priced_row(rows: str, expected: set[School] | Status) -> None:
    wanted = {s.name for s in expected} if isinstance(expected, set) else expected
    text = f"{HEAD}\nDescription\tQuantity\tPrice each\tTotal\n{rows}\nTotal: $2,600.00"
    assert found(text, "quote.pdf") == wanted


@pytest.mark.parametrize(
    "lines",
    [
        f"Planet Atlas - Cedar{NUMBERS}Middle School:",  # a heading
        f"Planet Atlas - Cedar{NUMBERS}Middle School 2 of 3",
        f"Planet Atlas - Cedar{NUMBERS}Middle School teachers get their guides in a box of their own with it",
        f"Planet Atlas - Lake{NUMBERS}Road",  # no kind of school is said
        "We quote $2,600 for Cedar 40\nMiddle School",  # no row
        "Planet Atlas - Cedar\tnorth wing\tnew\nMiddle School",  # no numbers
        f"Name: Cedar\n{NUMBERS.strip()}\nMiddle School",
        "Planet Atlas - Cedar\nSeats\t3\t$9.00\nMiddle School",  # the row has words of its own
        f"Planet Atlas - Cedar{NUMBERS}Middle School\n" * 500,  # longer than any quote
    ],
)
def test_what_is_no_rest_of_a_name(lines: str) -> None:
    assert unwrapped(lines, index_of(LIST)) == lines
