"""Order form or not, over short papers as vendors really write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from soppa_mailbot.finding.common.names import same_product
from soppa_mailbot.finding.orders.order_form import assess

DISTRICT = ("Birch Lake School District 12", "Birch Lake SD 12", "BLSD 12")
PAPERS = Path(__file__).parents[1] / "data" / "finding" / "papers.txt"


def papers() -> list[tuple[str, str, str, str]]:
    """(kind, product, what it is, text) of every paper in the collection."""
    out = []
    for block in PAPERS.read_text(encoding="utf-8").split("%% ")[1:]:
        head, _, text = block.partition("\n")
        kind, product, title = (cell.strip() for cell in head.split("|"))
        out.append((kind, product, title, text))
    return out


@pytest.mark.parametrize(("kind", "product", "title", "text"), papers(), ids=[p[2] for p in papers()])
def test_kind_and_product_of_a_paper(kind: str, product: str, title: str, text: str) -> None:
    opinion = assess(text, district_names=DISTRICT)
    assert opinion.kind == kind, opinion
    if product:
        assert opinion.products and same_product(opinion.products[0], product), opinion.products


def test_no_paper_becomes_an_order_form_by_its_file_name_alone() -> None:
    for kind, _, title, text in papers():
        if kind != "order_form":
            assert assess(text, district_names=DISTRICT, filename="Order Form.pdf").kind != "order_form", title


def test_a_number_may_have_an_ampersand() -> None:
    rows = (
        "Item\tQuantity\tPrice each\tExtended\nPlanet Atlas, per student\t3200\t$1.90\t$6,080.00\n\t\tTotal\t$6,080.00"
    )
    assert assess(f"Fennick & Daughters\nQuote F&D 310\nFor: Cardinal Bluff CUSD 319\n{rows}").is_order_form


def test_a_narrow_table_under_a_title_with_its_day() -> None:
    """Where cells stand close, the reader parts some of them only."""
    text = (
        "Planet Learning\nSchool order form PM-0661 November 30, 2026\nWhat\tHow many Each Amount\n"
        "Planet Letters, child license (1 year) 230\t$6.00 $1,380.00\nTotal\t$1,380.00\nOrdered by ________ Date ____"
    )
    told = assess(text, source="x.pdf")
    assert (told.kind, told.has_price) == ("order_form", True)


@pytest.mark.parametrize("title", ["Quote PS-0388 10/30/2026", "Estimate 12 9-1-26", "Quote PS-0388, Oct. 30, 2026"])
def test_a_number_and_a_day_in_the_title(title: str) -> None:
    rows = "Item\tDescription\tQty\tUnit price\tAmount\nPA\tPlanet Atlas, license, 1 yr\t23\t$9.00\t$207.00"
    assert assess(f"Planet Learning\n{title}\nFor: Birch Lake SD 12\n{rows}\nTOTAL\t$207.00").is_order_form
    bill = title.replace("Quote", "Invoice").replace("Estimate", "Invoice")
    assert not assess(f"Planet Learning\n{bill}\nFor: Birch Lake SD 12\n{rows}\nTOTAL\t$207.00").is_order_form


@pytest.mark.parametrize(
    ("title", "order"),
    [("Soumission", True), ("Angebot", True), ("Cotización No. 7", True), ("Facture", False), ("Rechnung", False)],
)
def test_titles_of_papers_from_abroad(title: str, order: bool) -> None:
    rows = "Description\tQty\tUnit price\tAmount\nPlanet Atlas, licence annuelle\t75\t$14.00\t$1,050.00"
    paper = f"Planet SARL\t{title}\nNo. 2026-044\nFor\nBirch Lake SD 12\n{rows}\nTotal\t$1,050.00\nPrices in US dollars"
    assert assess(paper, district_names=DISTRICT).is_order_form is order


@pytest.mark.parametrize(("title", "order"), [("I N V O I C E", False), ("Q U O T A T I O N", True)])
def test_a_title_whose_letters_stand_apart(title: str, order: bool) -> None:
    rows = "Description\tQty\tUnit price\tAmount\nPlanet Atlas, seats\t23\t$9.00\t$207.00\nTotal\t$207.00"
    paper = f"Planet Learning\n{title}\nNo. 118820\nBill to\nBirch Lake SD 12\n{rows}\nDue November 15, 2026"
    assert assess(paper, district_names=DISTRICT).is_order_form is order


def test_lines_of_a_form_for_one_product() -> None:
    text = "ORDER FORM\nPlanet Globe\nNumber of licenses: 30\nCost per license: $9.90\nTotal: $297.00\nDate: 11/3/2026"
    told = assess(text, source="x.pdf")
    assert (told.kind, told.products) == ("order_form", ("Planet Globe",))


def test_a_guide_beside_a_license_is_no_product() -> None:
    rows = "Item\tQty\tPrice\tTotal\nPlanet Globe\t30\t$9.90\t$297.00\nTeacher guide, printed\t2\t$20.00\t$40.00"
    assert assess(f"Quote\nQuote no. 7\n{rows}\nTotal $337.00", source="x.pdf").products == ("Planet Globe",)


def test_an_order_form_keeps_its_reasons() -> None:
    text = next(t for k, _, title, t in papers() if title.startswith("QuickBooks"))
    opinion = assess(text, district_names=DISTRICT, filename="est.pdf")
    assert any(e.quote == "ESTIMATE" and "title" in e.rule for e in opinion.reasons)
    assert any("Kestrel Typing" in e.quote and "line item" in e.rule for e in opinion.reasons)
    assert opinion.vendor == "Kestrel Ed LLC"
    assert opinion.total == "$1,250.00"
    assert opinion.has_price and opinion.has_quantity


def test_training_and_shipping_are_not_the_product() -> None:
    rows = "Onboarding\t1\t$500.00\t$500.00\nPlanet Atlas\t30\t$9.00\t$270.00"
    text = f"Quote 12\nItem\tQty\tPrice\tTotal\n{rows}\nTotal\t$770.00"
    assert assess(text).products == ("Planet Atlas",)


def test_a_second_software_of_the_family_is_named() -> None:
    text = (
        "Quote 12\nItem\tDescription\tQty\tPrice\tTotal\nPlanet Math\tStudent licence\t30\t$9.00\t$270.00\n"
        "Planet Writing\tStudent licence\t30\t$9.00\t$270.00\n"
        "Planet Live\tCoaching session, remote\t1\t$90.00\t$90.00\nTotal\t$630.00"
    )
    assert assess(text).products[:2] == ("Planet Math", "Planet Writing")


@pytest.mark.parametrize(
    "body",
    [
        "Please treat this as our order form.\n\nItem\tQty\tUnit price\tAmount\n"
        "Planet Atlas - student seat\t880\t$4.20\t$3,696.00\nTotal\t$3,696.00",
        "Hello, our quote is below.\n\nPlanet Atlas, 420 student seats @ $11.50 = $4,830.00\n\nThanks",
        "Our quotation:\n\nProduct: Planet Atlas\nQuantity: 40\nPrice: $12.00\nTotal: $480.00\n",
        "here is our quote for the Food Service office.\n\nQUOTE LL-0919        Oct 1, 2026\n---\n"
        "Planet Atlas, 7 kitchens, 12 months   $1,540.00\nTraining, remote, one session     $320.00\n---\n"
        "Total            $1,860.00\n\nWe need your OK by November 6, since the new price list takes effect then.",
        "ORDER FORM P35443\nPlanet Co-op\n  330  student seats, Planet Atlas, 12 months   @ $4.00     $1,320.00\n"
        "    1  teacher webinar                            @ $150.00     $150.00\n        TOTAL      $1,470.00",
        "ORDER FORM SB-112\nQty  Item                      Each     Total\n 12  Planet Atlas   $58.00   $696.00\n"
        "                              TOTAL    $696.00\n\nPrices subject to change after December 31, 2026.",
        # counts ahead of what they count; a title with its day
        "Fox Hollow Schools\n\n  Qty   Item                                  Each      Amount\n"
        "  620   Planet Atlas, license, 1 yr           $4.10     $2,542.00\n"
        "    1   Planet Atlas, data import             $250.00   $250.00\n"
        "                                              TOTAL     $2,792.00\n",
        "Quote CCS-118204        March 11, 2027\n\nPlanet Atlas, 620 licenses, $2,542.00",
        "QUOTATION #118204 | 3/11/2027\n\nPlanet Atlas, 620 licenses, $2,542.00",
        "Estimate 118204, dated 11 March 2027\n\nPlanet Atlas, 620 licenses, $2,542.00",
    ],
)
def test_an_order_form_in_the_mail_itself(body: str) -> None:
    opinion = assess(body, body=True)
    assert opinion.kind == "order_form"
    assert same_product(opinion.products[0], "Planet Atlas")


@pytest.mark.parametrize(
    "body",
    [
        "Our quote for 420 seats of Planet Atlas at $11.50 is attached.",
        "Invoice 3307 for $4,150.00 (40 licenses) is past due. When will our order be paid?",
        "Planet Atlas starts at $3 per student. Can I send a quote? 15 minutes next week?",
        "The order form is attached. It is for 300 students.",
        "Qty  Item     Each     Total\n 12  Planet Atlas  $58.00   $696.00\nTOTAL  $696.00\nPrices subject to change.",
        "Quote CCS-118204, March 11, 2025, was declined.\n\nPlanet Atlas, 620 licenses, $2,542.00",
        "Invoice 118204   March 11, 2027\n\nQty  Item     Each     Total\n"
        " 12  Planet Atlas  $58.00   $696.00\nTOTAL  $696.00",
        # a row's own number counts nothing
        "Line  Item     Each     Total\n 12  Planet Atlas  $58.00   $58.00\nTOTAL  $58.00",
        "Thanks for your order!",
        "",
    ],
)
def test_a_mail_that_only_mentions_one(body: str) -> None:
    assert assess(body, body=True).kind != "order_form"


def test_long_and_hostile_texts_end_soon() -> None:
    for text in (
        "$1.00 x " * 10_000,
        "Quote\n" + "a\t" * 25_000,
        "Item\tQty\tPrice\n" + "x 1 $1.00\n" * 10_000,
        "@ " * 25_000,
    ):
        assess(text, district_names=DISTRICT)
        assess("Our quote:\n" + text, body=True)


PILOT = "Pilot agreement and order\nPlanet Atlas pilot for Oak School: 60 student accounts, no charge ($0.00)."
OFFER = (
    "Offer no. 2026-88\n1x Planet Atlas school licence   USD 1,450.00\nTotal   USD 1,450.00\nOffer firm until Nov 30."
)
BOTH = "PRO FORMA / QUOTE\nPlanet Atlas - 12 month subscription\n300 @ $3.50\n$1,050.00\nThis is not an invoice."
SHIPPED = "Order confirmation\nOrder #1182 placed 8/1/2026 has shipped.\nPlanet Atlas cards x 30 $90.00\nTotal $90.00"
SPECIAL = "Special offer\nPlanet Atlas\nOnly $3 per student!\nBook a demo today"


@pytest.mark.parametrize("text", [PILOT, OFFER, BOTH])
def test_other_names_of_an_order_form(text: str) -> None:
    assert assess(text).is_order_form


DUE = "Planet LLC\nINVOICE T-88 Date: May 2, 2026\nPrepared for: Amber Lake\nPlanet Atlas\t4\t$85\t$340\nDue: May 9"


@pytest.mark.parametrize("text", [SHIPPED, SPECIAL, DUE])
def test_what_was_sent_or_is_advertised_is_no_order_form(text: str) -> None:
    assert not assess(text).is_order_form


def test_a_name_above_its_count_and_price_is_what_a_mail_orders() -> None:
    mail = "Hi,\n\nORDER FORM TP-3\n  Planet Atlas, one-year license\n  48 licenses x $9.00 = $432.00\n\nThanks"
    found = assess(mail, body=True)
    assert found.is_order_form and same_product(found.products[0], "Planet Atlas")


@pytest.mark.parametrize("price", ["175.00 each = 350.00", "$175.00 each = $350.00"])
def test_a_row_behind_a_sentence_of_its_line(price: str) -> None:
    mail = f"heres your price. Planet Atlas 2 pc license @ {price} one time. consider this the order form"
    found = assess(mail, body=True)
    assert found.is_order_form and found.products == ("Planet Atlas",)


def test_a_labelled_line_of_a_mail_and_a_heading_of_two_names_are_orders() -> None:
    mail = "Order: Planet Atlas, 30 seats at $22.00 each = $660.00 for 12 months.\n\nFor Oak School."
    sheet = "Order form MCT-1208\nSKU / description\tQty\tUnit\tLine\nPlanet Atlas - school plan\t1\t1150\t1150"
    for found in (assess(mail, body=True), assess(sheet)):
        assert found.is_order_form and same_product(found.products[0], "Planet Atlas")


LETTER = """Ironworks Facility Systems
October 30, 2026
Birch Lake School District 12
Re: Proposal IW-889
We are pleased to offer the following: 1 x Ironworks Orders Standard, annual at $6,400.00, $6,400.00;
2 x Onboarding (remote) at $750.00, $1,500.00. The price for the whole purchase is $7,900.00.
Accepted by the customer: ____________ Date: ________"""
SHEET = (
    "Order form - Kestrel Lunch\nPrepared for Birch Lake SD 12\n"
    "#\tWhat\tHow many\tPrice\tSum\n1\tKestrel POS\t22\t310\t6820"
)
UNNAMED = "Quotation 9\nNr\tBezeichnung\tMenge\tPreis\tSumme\n1\tKestrel POS\t22\t310\t6820\nValid until 12/1/2026"
MIXED = (
    "Editorial Girasol S.A.S.: Quotation 1187\nTotal due with order: $1,330.00\nGirasol Lecturas\t14\t$95.00\t$1,330.00"
)


@pytest.mark.parametrize(
    ("text", "product"),
    [
        (
            "Asterisk\nPrice quotation A-7 prepared May 1 for Birch Lake\nAsterisk Spanish, seat $72.00\n3 x $24.00\n"
            "You pay $72.00",
            "Asterisk Spanish",
        ),
        ("Mothlight Media\nOrder Form MM-640\nMothlight Newsroom, seat: 75 × $14.00 = $1,050.00", "Mothlight Newsroom"),
        ("Order Form WT-3\nTern Learning Inc.\nWordTern\n120 at $6.00 each = $720.00\nYou pay: $720.00", "WordTern"),
        (LETTER, "Ironworks Orders"),
        (SHEET, "Kestrel POS"),
        (UNNAMED, "Kestrel POS"),
        (MIXED, "Girasol Lecturas"),
    ],
)
def test_items_in_a_sentence_in_strange_columns_and_behind_a_makers_name(text: str, product: str) -> None:
    opinion = assess(text, district_names=DISTRICT)
    assert opinion.is_order_form, opinion
    assert same_product(opinion.products[0], product)


def test_a_cover_letter_about_a_quote_is_none() -> None:
    letter = "Re: Quote 12\nDear Sir or Madam,\nplease find attached our quote. We look forward to hearing from you."
    assert not assess(letter, district_names=DISTRICT).is_order_form


def test_a_count_on_the_line_under_the_name_in_a_mail() -> None:
    body = (
        "our order form, in this mail:\n\nORDER FORM MM-31\n  Planet Atlas, school licence\n"
        "  Quantity 2, price USD 450.00 each"
    )
    opinion = assess(body, body=True)
    assert opinion.is_order_form
    assert same_product(opinion.products[0], "Planet Atlas")


def test_order_for_names_a_product_and_no_school() -> None:
    text = "Order for: {}\nQuantity: 240 student licenses\nPrice: $13.00 each, total $3,120.00"
    bought = assess(text.format("Planet Atlas"), district_names=(), body=True, source="body")
    assert (bought.is_order_form, bought.products) == (True, ("Planet Atlas",))
    assert "Lincoln" not in " ".join(
        assess(text.format("Lincoln Elementary"), district_names=(), body=True, source="body").products
    )


HEAD = "Planet Learning, Inc.\n{}\n{}Product\tQty\tUnit price\tTotal\n{}"


@pytest.mark.parametrize(
    "rows",
    [
        "Planet Atlas\t11.50\t0\nPlanet Globe\t64\t0\nTotal\t0",
        "Planet Atlas\t0\t$11.50\t$0.00\nPlanet Globe\t0\t$64.00\t$0.00\nTotal\t$0.00",
        "Planet Atlas\t$11.50\nTotal",
        "Planet Atlas\t$11.50\nPlanet Globe\t$64.00\nGrand total: $______",
        "Planet Atlas\tTBD\tTBD\nTotal\tTBD",
    ],
)
def test_an_order_form_with_nothing_ordered_is_none(rows: str) -> None:
    told = assess(HEAD.format("Order Form", "Prepared for: Birch Lake SD 12\n", rows), district_names=DISTRICT)
    assert told.kind == "other" and told.detail


@pytest.mark.parametrize(
    "rows",
    [
        "Planet Atlas, pilot\t30\t$11.50\t$0.00\nTotal\t$0.00",  # at no charge
        "Planet Atlas\t420\t$11.50\t$4,830.00\nPlanet Globe\t0\t$64.00\t$0.00\nTotal\t$4,830.00",
        "Planet Atlas site license\t\t\t$4,500.00\nTotal\t$4,500.00",
        "Planet Atlas\t420\tcall for pricing\tcall",
    ],
)
def test_what_is_free_or_has_no_count_is_ordered(rows: str) -> None:
    text = HEAD.format("Order Form", "Prepared for: Birch Lake SD 12\n", rows)
    assert assess(text, district_names=DISTRICT).is_order_form


ROWS = "Planet Atlas student license\t420\t$10.58\t$4,443.60\nTotal\t$4,443.60"


@pytest.mark.parametrize(
    "title",
    [
        "Investment Summary",
        "Your Pricing",
        "Product Order",
        "Software License Agreement",
        "2027 Renewal",
        "Cost Sheet",
        "Bid",
        "Exhibit A - Fees",
    ],
)
def test_an_order_form_by_its_build_may_bear_another_title(title: str) -> None:
    assert assess(HEAD.format(title, "Birch Lake SD 12\n", ROWS), district_names=DISTRICT).is_order_form


@pytest.mark.parametrize(
    ("title", "customer", "rows"),
    [
        ("Investment Summary", "", ROWS),  # for whom?
        (
            "Pricing",
            "Birch Lake SD 12\n",
            "Planet Atlas\t1-100\t$10.58\t$1,058.00\nPlanet Globe\t1-100\t$5.00\t$500.00",
        ),
        ("Purchase Agreement", "Birch Lake SD 12\n", "Planet Atlas\t420\t$10.58\t$4,443.60"),  # no total
        ("Purchase Order", "Birch Lake SD 12\n", ROWS),
        ("Packing list", "Birch Lake SD 12\n", ROWS),
        ("Renewal", "Birch Lake SD 12\n", f"{ROWS}\nYour order was placed on 7/1/2026 and was shipped."),
        ("Usage report", "Birch Lake SD 12\n", ROWS),
    ],
)
def test_such_a_title_alone_makes_none(title: str, customer: str, rows: str) -> None:
    assert not assess(HEAD.format(title, customer, rows), district_names=DISTRICT).is_order_form
