"""Papers with a price that are no offer for this purchase, and honest ones that look a little like them."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.offers import set_aside
from soppa_mailbot.finding.orders.no_offer import Ruling
from soppa_mailbot.finding.papers import find
from soppa_mailbot.model import Document, Kind, PaperFinding, Paragraph, Run

DAY = date(2026, 11, 3)
OURS = ("Birch Lake School District 12", "Birch Lake SD 12", "BLSD 12")
SCHOOLS = ("Oak Hill Elementary School", "Oak Hill")
ROWS = "Description\tQty\tUnit price\tAmount\nPlanet Atlas student licence\t420\t$11.50\t$4,830.00\nTotal\t$4,830.00"


def judged(text: str) -> PaperFinding:
    document = Document("d1", "Q-77.pdf", flow=tuple(Paragraph((Run(line),)) for line in text.splitlines()))
    read = set_aside(find([document], (), district_names=OURS), DAY, OURS, SCHOOLS)
    assert len(read.orders) == sum(p.kind == Kind.ORDER_FORM for p in read.findings)
    return read.findings[0]


def quote(top: str = "", below: str = "", *, title: str = "Quote", customer: str = "Birch Lake SD 12") -> PaperFinding:
    made_out = f"Prepared for: {customer}\n" if customer else ""
    return judged(f"Planet Learning, Inc.\n{title}\n{top}\nQuote number: Q-77\n{made_out}{ROWS}\n{below}")


@pytest.mark.parametrize(
    ("title", "top", "below", "said"),
    [
        ("Quote", "CANCELLED", "", "marked as cancelled"),
        ("Quote", "Status: Voided", "", "marked as voided"),
        ("Quote", "SUPERSEDED - replaced by Q-80", "", "marked as superseded"),
        ("Quote (expired)", "", "", "marked as expired"),
        ("Sales Quote Q-77 - CANCELLED", "", "", "marked as cancelled"),
        ("Quote", "", "This quote has been withdrawn.", "marked as withdrawn"),
        ("Order form", "", "This order form Q-77 was replaced by Q-80 on October 1.", "marked as replaced"),
        ("DRAFT Quote", "DRAFT - not a binding offer.", "", "a draft"),
        ("Quote (draft)", "", "A formal quote follows next week.", "a draft"),
        ("Budgetary Estimate", "", "For planning purposes only.", "for planning"),
        ("Estimate", "", "This is not a quote. An official quote is available on request.", "for planning"),
        ("Sample Order Form", "", "", "a sample"),
        ("Quote", "SAMPLE", "", "a sample"),
        ("Quote", "Customer: [School district name]", "", "a sample"),
        ("Order Confirmation", "", "Your purchase order 26-0117 has been processed.", "placed already"),
        ("Order summary", "", "We have received your purchase order and activated the licenses.", "placed already"),
        ("Renewal Quote / Invoice", "", "Amount due: $4,830.00\nPlease remit payment to: PO Box 12", "an invoice"),
        ("Order form", "Invoice number: 8841", "Balance due $4,830.00", "an invoice"),
        ("Quote", "Valid until 9/30/2023", "Subscription term: 7/1/2023 - 6/30/2024", "June 30, 2024"),
        ("Quote", "Valid until 9/30/2025", "", "September 30, 2025"),
        ("Order Confirmation", "", "Thank you for your order. It has been provisioned.", "placed already"),
        ("Quote / Invoice 118", "", "Please pay within 30 days.", "an invoice"),
        ("Estimate", "", "Rough order of magnitude for planning. Not an offer.", "for planning"),
        ("Quote", "Created 11/1/2025", "This quote is valid for 60 days from its date.", "December 31, 2025"),
        ("Quote", "Quote Status: Rejected", "", "marked as rejected"),
        ("Quote", "Date\t11/2/2026\tStage\tClosed Lost", "", "marked as closed lost"),
        ("Quote", "COPY - original superseded by Q-80", "", "marked as superseded"),
        ("Quote", "", "Q-77 has been replaced by quote 80-B.", "marked as superseded"),
    ],
)
def test_a_paper_that_says_it_is_no_offer(title: str, top: str, below: str, said: str) -> None:
    found = quote(top, below, title=title, customer="" if "Customer" in top else "Birch Lake SD 12")
    assert (found.kind, found.topic) == (Kind.OTHER, "order_form")
    assert said in found.detail


@pytest.mark.parametrize(
    ("title", "top", "below", "said"),
    [
        ("DRAFT Quote", "", "", "draft"),
        ("Quote", "Quote status: Draft", "", "draft"),
        ("Budgetary quote", "", "", "planning"),
        ("Quote", "", "This quotation does not constitute a binding offer.", "planning"),
        ("Order Confirmation", "PO #: 26-0117", "Thank you for your order!", "placed already"),
        ("Quote", "Valid until 10/15/2026", "", "October 15, 2026"),
        ("Quote", "Date: 8/14/2024", "", "August 14, 2024"),
        ("Renewal quote", "School year 2024-25", "", "School year 2024-25"),
        ("Quote", "For budget purposes", "", "planning"),
        ("Quote", "Valid until 12/31/2026", "Subscription term: 7/1/2025 - 6/30/2026", "June 30, 2026"),
        ("Quote", "Created 6/1/2026", "This quote is valid for 60 days.", "July 31, 2026"),
        ("Quote", "Quote date: 6/1/2026", "Pricing good through July 31st", "July 31, 2026"),
        ("Quote", "Date: 9/1/2026", "The quote expires after thirty (30) days.", "October 1, 2026"),
        ("Sales Order 118", "Your PO: 26-01177", "Ship date 8/1/2026", "placed already"),
        ("Quote", "Status:\tIn Review", "", "released"),
        ("Quote", "", "Status: Pending internal approval", "released"),
        ("Quote", "Approval status: not yet approved", "", "released"),
        ("Quote", "", "NOT VALID WITHOUT MANAGER APPROVAL. Manager approval: ________", "released"),
        ("Quote", "", "This discount requires deal desk approval.", "released"),
        ("Quote", "Internal cost sheet", "", "seller's own"),
        ("Quote", "", "Do not send this page to the customer.", "seller's own"),
        ("Quote", "Rev. 1 of 3", "", "another version"),
        ("Quote", "", "See revision 3 for final pricing.", "another version"),
        ("Quote", "", "Line withdrawn 11/2, new pricing to follow", "another version"),
        ("Quote", "", "TODO Pat: real number of students", "draft"),
        ("Quote", "", "Please check the enrollment before sending!", "draft"),
    ],
)
def test_a_paper_that_may_be_no_offer_goes_to_a_person(title: str, top: str, below: str, said: str) -> None:
    found = quote(top, below, title=title)
    assert found.kind == Kind.ORDER_FORM
    assert said in found.doubt


@pytest.mark.parametrize(
    ("title", "top", "below"),
    [
        ("Quote", "Valid until 12/31/2026", "A draft of the purchase order will follow."),
        ("Quote", "Template: Order form DRAFT v3", ""),
        ("Quote", "", "This quote supersedes all previous quotes and replaces Q-71."),
        ("Quote", "", "This quote is void after 30 days. If this quote is cancelled, no fee is due."),
        ("Quote", "", "[ ] Accepted\n[ ] Cancelled"),
        ("Quote", "", "This quote is not a binding offer until signed by both parties. This is not an invoice."),
        ("Quote", "", "Access begins once your purchase order has been received."),
        ("Order Confirmation", "PO #: ________", "Thank you for your order! Sign below to confirm."),
        ("Quote", "", "Amount due: $4,830.00\nTerms: net 30 from the invoice date. Remit payment to: PO Box 12"),
        ("Renewal quote", "Last year's quote: Q-2023-118 of 8/14/2023", "Subscription term: 1/1/2027 - 12/31/2027"),
        ("Renewal quote", "School year 2026-27", "Last renewal 2025-26"),
        ("Renewal quote", "Current term: 7/1/2025 - 6/30/2026", "Renewal term: 11/15/2026 - 6/30/2027"),
        (
            "Quote",
            "",
            "Prices under cooperative contract 2023-11, valid through 6/30/2026. Quote valid until 1/15/2027.",
        ),
        ("Quote", "", "Prices under IllinoisBuys contract 2023-11, valid through 6/30/2026."),
        ("Quote", "", "Upon acceptance of this quote a final order form will be issued for signature."),
        ("Quote", "", "Questions? Contact us for a revised quote if your enrollment changes."),
        ("Quote", "", "The District's form is not an offer and does not bind the District."),
        ("Proposal", "", "Sample lessons are included. Example: 30 minutes a day."),
        ("Quote", "Date: 9/1/2026", "Valid for 90 days. Pilot access is good for 30 days."),
        ("Quote", "Date: 9/1/2026", "Valid through 12/31. Prices are firm for 30 days after acceptance."),
        ("Quote", "Date: 9/1/2026", "Quote valid for 30 days from receipt of your signature."),
        ("Order form", "", "Thank you for your order! Once it is signed, your subscription is activated in a day."),
        ("Sales Order 118", "Your PO: ________", "Ship date 12/1/2026"),
        ("Quote", "", "Please pay within 30 days of our invoice."),
        ("Quote", "Status: Presented", "District approval: pending"),
        ("Quote", "Status: Approved", "Status: Awaiting your approval"),
        ("Quote", "", "Not valid without manager approval. Manager approval: P. Hale"),
        ("Quote", "", "This quote is not valid until signed by the District and by an authorized person of ours."),
        ("Quote", "", "Our pricing is confidential; do not share it with other vendors. For internal use only: rep 12"),
        ("Quote", "Rev. 3 of 3", "Quote Q-71 was superseded by Q-77."),
        ("Quote", "", "If Q-77 is replaced by Q-80, the lower price counts. Devices are replaced by 2 new ones."),
        ("Quote", "", "An updated quote will follow if your enrollment changes."),
        ("Quote", "", "Check the grade levels before signing. To do: nothing"),
    ],
)
def test_honest_quotes_stay_order_forms(title: str, top: str, below: str) -> None:
    found = quote(top, below, title=title)
    assert (found.kind, found.doubt) == (Kind.ORDER_FORM, "")


PLANS = "Plan\tStudents\tPrice\nStarter\tup to 200\t$2,400\nGrowth\tup to 500\t$4,800\nDistrict\tunlimited\t$9,900"


def test_plans_for_everybody_are_a_price_list() -> None:
    found = judged(f"Planet Learning, Inc.\nProposal: Planet Atlas for K-2\n{PLANS}\nContact us for a formal quote.")
    assert (found.kind, found.detail) == (Kind.OTHER, "a price list")


def test_plans_put_to_this_district_are_for_a_person() -> None:
    found = judged(f"Planet Learning, Inc.\nProposal\nPrepared for: Birch Lake SD 12\n{PLANS}")
    assert found.kind == Kind.ORDER_FORM and "price list" in found.doubt


@pytest.mark.parametrize(
    "customer",
    [
        "Cedar Grove CUSD 12",
        "Cedar Grove Public Schools, 12 Grove Road",
        "Harlow Heights Community Unit School District #4",
    ],
)
@pytest.mark.parametrize("label", ["Prepared for:", "Customer\t", "Bill To:\n", "Quote for"])
def test_a_quote_for_another_district(label: str, customer: str) -> None:
    found = quote(f"{label} {customer}", customer="")
    assert found.kind == Kind.OTHER
    assert found.detail.startswith("a quote for another district (")


@pytest.mark.parametrize(
    "top",
    [
        "Prepared for: Birch Lake School District #12",
        "Prepared for: Birch Lake Schools",
        "Prepared for: Brich Lake SD 12",
        "Prepared for: BL School District 12",
        "Prepared for: School District 12",
        "Prepared for: Oak Hill Elementary School",
        "Bill to: Tri-County School District Cooperative\nShip to: Birch Lake SD 12",
        "Bill to: Birch Lake SD 12\nShip to: Oak Hill Elementary School",
        "Prepared for: Birch Lake SD 12\nPrices under the contract of Cedar Grove CUSD 300 with IllinoisBuys",
        "Customer: Dana Reyes\nReferences: Cedar Grove CUSD 300, Harlow Public Schools",
    ],
)
def test_quotes_for_this_district(top: str) -> None:
    found = quote(top, customer="")
    assert (found.kind, found.doubt) == (Kind.ORDER_FORM, "")


def test_another_district_beside_ours_is_for_a_person() -> None:
    found = quote("Customer: Cedar Grove CUSD 300", "As discussed with Birch Lake SD 12", customer="")
    assert found.kind == Kind.ORDER_FORM and "another district" in found.doubt


def test_a_ruling_is_quoted() -> None:
    found = quote("CANCELLED")
    assert found.evidence[0].quote == "CANCELLED"
    assert Ruling("", True, "").sure


@pytest.mark.parametrize(
    ("customer", "said"),
    [
        ("Jane Smith, Cedar Grove School District 40", "another district (Cedar Grove"),
        ("Finance Office (Cedar Grove CUSD 40)", "another district (Cedar Grove"),
        ("Washington Elementary School, Springfield, MO 65801", "another school (Washington"),
    ],
)
def test_a_customer_behind_a_name_or_far_away(customer: str, said: str) -> None:
    found = quote(customer=customer)
    assert found.kind == Kind.OTHER and said in found.detail


def test_a_school_that_nobody_knows_is_for_a_person() -> None:
    assert "Washington" in quote(customer="Washington Elementary School").doubt


def test_an_order_form_for_families() -> None:
    assert quote("Parent / homeschool order", customer="").detail == "an order form for families"


@pytest.mark.parametrize(
    "customer",
    [
        "Pat Cole, Birch Lake SD 12, 4 Oak Street",
        "Oak Hill School, Gary, Indiana",  # one of ours, whatever the town
        "Homeschool coordinator, Birch Lake SD 12",
    ],
)
def test_our_own_people_and_schools_as_customers(customer: str) -> None:
    assert (quote(customer=customer).kind, quote(customer=customer).doubt) == (Kind.ORDER_FORM, "")


EXPORT = "Order ID\tCustomer\tProduct\tQty\tUnit price\tTotal\tStatus\n"
ROW = "100{}\t{}\tPlanet Atlas\t300\t10.58\t3174.00\t{}\n"


def test_a_list_of_what_others_ordered_is_no_offer() -> None:
    rows = [ROW.format(1, "Cedar Grove SD 40", "Shipped"), ROW.format(2, "Harlow Heights CUSD 4", "Open")]
    assert judged(EXPORT + "".join(rows)).detail == "a list of what other districts ordered"
    ours = judged(EXPORT + "".join([*rows, ROW.format(3, "Birch Lake SD 12", "Open")]))
    assert (ours.kind, ours.doubt) == (Kind.ORDER_FORM, "a list of orders of many districts")


def test_rows_for_each_of_our_schools_are_an_offer() -> None:
    rows = [ROW.format(1, "Oak Hill School", "Open"), ROW.format(2, "Birch Lake SD 12", "Open")]
    found = judged("Quote\n" + EXPORT + "".join(rows))
    assert (found.kind, found.doubt) == (Kind.ORDER_FORM, "")


def workbook(*sheets: tuple[str, str]) -> PaperFinding:
    flow = tuple(
        Paragraph((Run(cell),), cell=(number, row, column))
        for number, (_, text) in enumerate(sheets)
        for row, line in enumerate(text.splitlines())
        for column, cell in enumerate(line.split("\t"))
    )
    document = Document("d1", "Quotes.xlsx", flow=flow, sheets=tuple(name for name, _ in sheets))
    return set_aside(find([document], (), district_names=OURS), DAY, OURS, SCHOOLS).findings[0]


def test_the_sheet_with_the_rows_says_whom_they_are_for() -> None:
    other, ours = f"Quote\nCustomer:\tCedar Grove SD 40\n{ROWS}", f"Quote\nCustomer:\tBirch Lake SD 12\n{ROWS}"
    waits = "Quote for Birch Lake SD 12 - to be prepared"
    assert workbook(("Cedar Grove SD 40", f"Quote\n{ROWS}")).kind == Kind.OTHER
    assert workbook(("Sheet1", other), ("Sheet2", waits)).kind == Kind.OTHER
    assert workbook(("VOID", ours)).kind == Kind.OTHER
    for sheets in ((("Sheet1", f"Quote\n{ROWS}"),), (("A", other), ("B", ours)), (("Cedar Grove SD 40", ours),)):
        found = workbook(*sheets)
        assert (found.kind, found.doubt) == (Kind.ORDER_FORM, "")
