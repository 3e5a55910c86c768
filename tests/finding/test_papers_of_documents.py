"""Which papers a document holds: forms and order forms page by page, other papers named for what they are."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.papers import find, pages_text, topic_of_name
from soppa_mailbot.model import Document, FormPart, Kind, Page, PaperFinding, Paragraph, Reason, Run, Unreadable, Word

DISTRICT = ("Birch Lake School District 12",)
QUOTE = "Quote\nQuote number\t77\nItem\tQty\tPrice\tTotal\nPlanet Math\t40\t$9.00\t$360.00\nTotal\t$360.00"
LETTER = "Dear Ms. Olmos,\nplease find our papers below.\nKind regards"


def page(number: int, text: str, *, origin: str = "text", confidence: float = 1.0) -> Page:
    words = []
    for row, line in enumerate(text.splitlines()):
        x = 40.0
        for cell in line.split("\t"):
            for token in cell.split():
                width = 5.0 * len(token)
                words.append(Word(token, (x, 40 + 14.0 * row, x + width, 50 + 14.0 * row)))
                x += width + 3
            x += 40
    return Page(number, 612, 792, tuple(words), origin=origin, confidence=confidence)


def pdf(*texts: str, name: str = "a.pdf") -> Document:
    return Document("d1", name, pages=tuple(page(i, t) for i, t in enumerate(texts, 1)))


def word(text: str, name: str = "a.docx") -> Document:
    return Document("d1", name, flow=tuple(Paragraph((Run(line),)) for line in text.splitlines()))


def part(form: str, *pages: int) -> FormPart:
    return FormPart(form, "blank", "d1", "a.pdf", pages, pages, (), 0.98, "text")


def papers(document: Document, *parts: FormPart) -> list[PaperFinding]:
    return list(find([document], parts, district_names=DISTRICT).findings)


def test_a_quote_is_an_order_form_with_product_and_text() -> None:
    read = find([pdf(QUOTE, name="77.pdf")], [], district_names=DISTRICT)
    assert [(p.kind, p.products, p.topic) for p in read.findings] == [(Kind.ORDER_FORM, ("Planet Math",), "order_form")]
    assert "Planet Math" in read.orders[0].text and read.orders[0].source == "77.pdf"


def test_a_bundle_page_by_page() -> None:
    found = papers(pdf(QUOTE, "terms", "rfi", "rfi", "soppa", "soppa"), part("rfi", 3, 4), part("soppa", 5, 6))
    assert [(p.kind, p.pages) for p in found] == [
        (Kind.ORDER_FORM, (1, 2)),
        (Kind.RFI_FORM, (3, 4)),
        (Kind.SOPPA_FORM, (5, 6)),
    ]


def test_strange_pages_between_the_pages_of_a_form() -> None:
    found = papers(pdf("rfi", LETTER, "rfi"), part("rfi", 1), part("rfi", 3))
    assert (Kind.RFI_FORM, (1, 3)) in [(p.kind, p.pages) for p in found]
    assert (Kind.OTHER, (2,)) in [(p.kind, p.pages) for p in found]


def test_a_quote_behind_a_letter() -> None:
    certificate = "Certificate of Completion\nEnvelope Id: 8C1F\nSigner Events"
    letter = LETTER + "\nand one more thing" * 50
    found = papers(pdf(letter, QUOTE, "thanks", certificate))
    assert [(p.kind, p.pages) for p in found] == [(Kind.ORDER_FORM, (2, 3))]


def test_a_word_file_that_is_a_form_is_that_form() -> None:
    assert [p.kind for p in papers(word("whatever"), part("rfi"))] == [Kind.RFI_FORM]


@pytest.mark.parametrize(
    ("text", "name", "detail", "topic"),
    [
        (
            "EXHIBIT E\nGENERAL OFFER OF TERMS\nProvider offers the privacy protections of the DPA",
            "e.pdf",
            "Exhibit E",
            "soppa_form",
        ),
        ("STUDENT DATA PRIVACY AGREEMENT\nIL-NDPA v1\nLEA and Provider", "dpa.pdf", "Illinois National", "soppa_form"),
        (
            "SOPPA Agreement\nCedar Plains CUSD 9\nThe School District and the Contractor\ncovered information",
            "SOPPA signed.pdf",
            "another district (Cedar Plains CUSD 9)",
            "soppa_form",
        ),
        (
            "Vendor Information Form\nCedar Plains CUSD 9\nTo be completed by the vendor",
            "rfi.pdf",
            "another district",
            "rfi_form",
        ),
        (
            "Planet Privacy Policy\nLast updated May 1\nInformation we collect",
            "SOPPA form.pdf",
            "a privacy policy",
            "soppa_form",
        ),
        ("INVOICE\nInvoice no. 3\nBalance due $4.00", "x.pdf", "an invoice", "order_form"),
        ("Certificate of Liability Insurance\nCertificate holder", "coi.pdf", "a certificate", ""),
        ("Lesson 4\nPhotosynthesis", "order form.pdf", "not an order form for this purchase", "order_form"),
    ],
)
def test_other_papers_are_named_for_what_they_are(text: str, name: str, detail: str, topic: str) -> None:
    (found,) = papers(pdf(text, name=name))
    assert found.kind == Kind.OTHER
    assert detail in found.detail
    assert found.topic == topic


def test_what_cannot_be_opened_says_why_and_what_it_was_to_be() -> None:
    locked = Document("d1", "SOPPA signed.pdf", unreadable=Unreadable(Reason.ENCRYPTED))
    (found,) = papers(locked)
    assert (found.kind, found.detail, found.topic) == (Kind.UNREADABLE, "needs a password", "soppa_form")


def test_decorations_and_covering_mails_are_no_papers() -> None:
    logo = Document("d1", "logo.png", decoration=True, unreadable=Unreadable(Reason.NO_TEXT))
    mail = Document("d2", "mail.eml", covering=True, flow=(Paragraph((Run(QUOTE),)),))
    assert find([logo, mail], []).findings == ()


def test_invitations_and_web_pages_are_other() -> None:
    invite = Document("d1", "invite.ics", content_type="text/calendar", unreadable=Unreadable(Reason.UNSUPPORTED))
    assert papers(invite)[0].kind == Kind.OTHER
    assert papers(word("Sign in to view the document", "Order_Form.html"))[0].topic == ""


def test_a_scan_that_is_too_poor_is_not_trusted() -> None:
    scan = Document("d1", "s.pdf", pages=(page(1, QUOTE, origin="ocr", confidence=0.3),))
    assert papers(scan)[0].confidence == 0.3
    good = Document("d1", "s.pdf", pages=(page(1, QUOTE, origin="ocr", confidence=0.8),))
    assert papers(good)[0].confidence == 1.0


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Quote-1182.pdf", "order_form"),
        ("Vendor_RFI_final.docx", "rfi_form"),
        ("MHCUSD_SOPPA_executed.pdf", "soppa_form"),
        ("scan0001.pdf", ""),
        ("invoice.pdf", ""),
        ("folder/Data Privacy Addendum.pdf", "soppa_form"),
    ],
)
def test_a_file_name_tells_what_it_was_to_be(name: str, topic: str) -> None:
    assert topic_of_name(name) == topic


def test_page_numbers_as_people_write_them() -> None:
    assert pages_text((1, 2, 3, 7)) == "1-3, 7"
    assert pages_text(()) == ""
