"""Papers beside the signed form that keep it from counting."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.papers import find
from soppa_mailbot.finding.papers_beside import BESIDE, beside
from soppa_mailbot.model import Document, Kind, Paragraph, Run

LETTER = (
    "Larch Labs, Inc.\nRe: SOPPA Addendum\nDear Procurement Office, we return the addendum. {}\nSincerely,\nAna Ruiz"
)
CERTIFICATE = "Certificate Of Completion\nEnvelope Id: 8F2C11\nSubject: Please DocuSign: SOPPA Addendum\n{}"


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format("Please be advised that Larch Labs does not\nagree to section 10."),
        LETTER.format("We cannot accept clause 4 of your form."),
        LETTER.format("Larch Labs, Inc. takes exception to section 6."),
        LETTER.format("Section 10 of the Addendum is replaced by section 9 of our Terms of Service."),
        LETTER.format("Sections 4 and 5 shall not apply."),
        LETTER.format("Our signature is subject to the deletion of section 10."),
        LETTER.format("Our legal department objects to section 8."),
        CERTIFICATE.format("Status: Declined\nSigner: Ana Ruiz - Declined 11/2/2026"),
        CERTIFICATE.format("Status: Voided\nVoid reason: wrong signer"),
        CERTIFICATE.format("Status: Sent\nSigner Events: Ana Ruiz - Viewed 11/2/2026 - Signature: pending"),
        "Final Audit Report\nSOPPA Addendum\nStatus: Out for signature\nCreated: 11/2/2026",
        "Terms of Service\nThese Terms supersede any data privacy agreement, addendum or SOPPA form.",
    ],
)
def test_papers_that_keep_the_form_from_counting(text: str) -> None:
    document = Document("a", "paper.pdf", flow=tuple(Paragraph((Run(line),)) for line in text.splitlines()))
    (paper,) = find([document], []).findings
    assert paper.detail in BESIDE and paper.topic == "soppa_form"


def test_terms_of_an_order_that_are_put_over_the_form() -> None:
    lines = ["Order Form", "Quote Number Q-1", "Larch Phonics  10  $5.00  $50.00", "Grand Total $50.00", "Bill To"]
    for last, said in (
        (
            "Our Terms of Service prevail over any SOPPA addendum.",
            "Our Terms of Service prevail over any SOPPA addendum.",
        ),
        ("The SOPPA addendum takes precedence over these terms.", ""),
    ):
        document = Document("a", "order.pdf", flow=tuple(Paragraph((Run(line),)) for line in (*lines, last)))
        (paper,) = find([document], []).findings
        assert (paper.kind, paper.over_form.endswith(said), bool(paper.over_form)) == (
            Kind.ORDER_FORM,
            True,
            bool(said),
        )


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format("It is signed without exceptions, as section 10 asks."),
        LETTER.format("As section 9 asks, data is deleted within 60 days. We agree to all terms."),
        LETTER.format("The Addendum prevails over our Terms of Service."),
        LETTER.format("If you do not agree to section 3 of the quote, please call."),
        LETTER.format("The District does not accept clause 4 of older forms."),
        LETTER.format("The signed copy replaces last year's addendum."),
        "Dear Procurement Office, Larch Labs does not agree to section 3 of the lease. Sincerely, Ana Ruiz",
        CERTIFICATE.format("Status: Completed\nSigner Events: Ana Ruiz Sent: 11/1/2026 Signed: 11/2/2026"),
        CERTIFICATE.format("Status: Sent\nAna Ruiz Signed: 11/2/2026\nDistrict - Signature: pending"),
        "Certificate Of Completion\nEnvelope Id: 8F2C11\nSubject: Order form Q-1\nStatus: Voided",
        "Certificate of Completion\nAna Ruiz has completed the training on the SOPPA law. Status: certified",
        "Terms of Service\nThe SOPPA addendum takes precedence over these terms and the data privacy agreement.",
        "Terms of Service\nThese terms govern the service; data is processed under the data privacy agreement.",
        "Data Privacy Agreement\nThe terms of this DPA supersede the terms of any student data privacy agreement.",
    ],
)
def test_papers_beside_a_form_that_counts(text: str) -> None:
    assert beside(text, "paper.pdf") == ("", "")
