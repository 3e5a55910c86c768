"""Words in a signature's place that are no signature: typed on the page, in a text box, on a stamp."""

from __future__ import annotations

import io
from dataclasses import replace

import form_papers as papers
import pikepdf
import pytest
from form_papers import AGREEMENT, SIGNED
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.values import is_notice, signature_said
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import _unsure as unsure
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

UNSIGNED = {k: v for k, v in SIGNED.items() if k != "By"}


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


def form_of(data: bytes, blank: Blank) -> Form:
    (form,) = assemble(recognise(papers.read(data), (blank,)), (blank,))
    return form


def over_signature(blank: Blank, data: bytes, text: str, kind: str) -> bytes:
    place = next(p for p in blank.places if p.role == "signature")
    assert place.box is not None
    left, top, right, bottom = place.box
    rect = (left + 4, 792 - bottom, right, 792 - top + 10)
    return papers.annotated(data, [(place.page - 1, rect, text)], kind)


@pytest.mark.parametrize(
    "text",
    [
        "/s/ Ana Ruiz",
        "Ana Ruiz, COO",
        "Ana Ruiz, authorized to sign for Harbor Phonics",
        "Electronically signed by Ana Ruiz",
        "DocuSigned by: Ana Ruiz",
        "Signature: Ana Ruiz",
        "AR",
        "See Vang",
        "Lena No, General Counsel",
        "x Ana Ruiz",
        "May Page",
        "J. D.",
        "N. A. Bose",
        "Don T. Riley",
        "I. Read",
        "April Day",
        "On Bui, Board Secretary",
        "See Vang, Director of Contracts",
        "An Nguyen, Contracts Manager",
        "Per Andersson, Head of Legal",
        "José Núñez",
        "王伟",
        "Ana Ruiz 11/2/2026",
        "Ana Ruiz, November 2, 2026",
        "Agreed and accepted: Ana Ruiz",
        "Digitally signed by Ana Ruiz Reason: I am approving this document",
        "Digitally signed by Ana Ruiz Reason: for approval",
        "DocuSigned by: 8F2C11A0B4D7",
        "Ana Ruiz, duly authorized to sign",
        "Sign here: Ana Ruiz",
        "Ana Ruiz SIGN HERE",
        "Ana Ruiz /s1/",
        "/Ana Ruiz/",
        "<<Ana Ruiz>>",
        "*Ana Ruiz*",
        "Ana Ruiz, Legal Department",
        "Ana Ruiz for Harbor Phonics, Inc.",
        "Ana Ruiz (ana@harbor.example)",
        "Approved by: Ana Ruiz",
        "Reviewed and signed by Ana Ruiz",
        "Dana Hold",
        "Usha With",
    ],
)
def test_signatures(text: str) -> None:
    assert signature_said(text) == "yes"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(signature to follow)", "no"),
        ("to be signed", "no"),
        ("will sign upon approval", "no"),
        ("Not yet signed", "no"),
        ("unsigned", "no"),
        ("PENDING", "no"),
        ("Awaiting legal review", "no"),
        ("TBD", "no"),
        ("N/A", "no"),
        ("RECEIVED NOV 12", "no"),
        ("Signature", "place"),
        ("[Authorized Signature]", "place"),
        ("<< SIGN HERE", "place"),
        ("X", "unsure"),
        ("see attached", "unsure"),
        ("Signature on file", "unsure"),
        ("agreed", "unsure"),
        ("2/1/2027", "unsure"),
        ("November 2, 2026", "unsure"),
        ("this 2nd day of Nov. 2026", "unsure"),
        ("See NDPA", "unsure"),
        ("See our Terms of Service", "unsure"),
        ("Existing master services agreement", "unsure"),
        ("CFO", "unsure"),
        ("Vice President, Sales", "unsure"),
        ("I have read and agree to the above", "unsure"),
        ("Declined", "no"),
        ("We respectfully decline", "no"),
        ("Operator does not accept this addendum", "no"),
        ("N/A - we hold no student data", "no"),
        ("Not at this time", "no"),
        ("TBD by legal", "no"),
        ("Upon award", "no"),
        ("Once approved by the Board", "no"),
        ("Subject to attached redlines", "condition"),
        ("Ana Ruiz, subject to the attached exceptions", "condition"),
        ("Ana Ruiz, as amended", "condition"),
        ("Ana Ruiz (upon award)", "condition"),
        ("Ana Ruiz, does not agree to section 4", "condition"),
        ("Ana Ruiz, except section 4", "condition"),
        ("Signature goes here", "place"),
        ("{{Sig_es_:signer1:signature}}", "place"),
        ("\\s1\\", "place"),
        ("[sig|req|signer1]", "place"),
        ("<<Signature>>", "place"),
        ("Signature Field 1", "place"),
        ("First Last", "place"),
        ("CEO to sign", "place"),
        ("Ana, please sign here", "place"),
        ("@Ana Ruiz", "place"),
        ("Needs signature", "place"),
        ("In DocuSign routing", "no"),
        ("Out for signature", "no"),
        ("With our legal team", "no"),
        ("HOLD FOR LEGAL", "no"),
        ("Returning 11/20", "no"),
        ("Ana Ruiz - awaiting CEO", "no"),
        ("Ana Ruiz for CEO approval", "no"),
        ("Ana Ruiz (not an officer)", "no"),
        ("Please use our DPA instead", "no"),
        ("Intentionally omitted", "no"),
        ("Signed via DocuSign", "unsure"),
        ("Signed elsewhere", "unsure"),
        ("Original signed copy mailed 11/2", "unsure"),
        ("Approved by legal 11/2", "unsure"),
        ("Prepared by Ana Ruiz", "unsure"),
        ("Witness: Ana Ruiz", "unsure"),
        ("Legal Department", "unsure"),
        ("ana@harbor.example", "unsure"),
        ("Jane Doe", "unsure"),
        ("Receipt acknowledged", "unsure"),
        ("Ana Ruiz (draft)", "condition"),
        ("Ana Ruiz w/ exceptions", "condition"),
        ("Ana Ruiz, sections 1-9 only", "condition"),
        ("Ana Ruiz (w/o section 10)", "condition"),
        ("Ana Ruiz (limited to Exhibit A)", "condition"),
        ("Ana Ruiz; our MSA prevails", "condition"),
        ("Ana Ruiz *see letter", "condition"),
        ("", ""),
        ("____", ""),
    ],
)
def test_words_that_are_no_signature(text: str, said: str) -> None:
    assert signature_said(text) == said


def test_a_day_in_words_on_a_stamp() -> None:
    assert is_notice("RECEIVED Nov 12, 2026")


@pytest.mark.parametrize("text", ["(signature to follow)", "to be signed", "TBD", "N/A", "Signature"])
@pytest.mark.parametrize("how", ["page", "FreeText"])
def test_typed_words_that_say_unsigned(agreement: Blank, text: str, how: str) -> None:
    data = papers.agreement({**UNSIGNED, "By": text} if how == "page" else UNSIGNED)
    form = form_of(data if how == "page" else over_signature(agreement, data, text, how), agreement)
    assert (form.status, form.unsigned, form.signature) == ("incomplete", True, ())


@pytest.mark.parametrize("text", ["X", "see attached", "November 2, 2026", "Ana Ruiz, see our redlines"])
def test_what_may_stand_for_a_signature_is_looked_at(agreement: Blank, text: str) -> None:
    form = form_of(papers.agreement({**UNSIGNED, "By": text}), agreement)
    assert form.status == "doubtful"
    assert form.doubtful[0].startswith("By")


def test_a_notice_stamped_over_the_line_signs_nothing(agreement: Blank) -> None:
    data = over_signature(agreement, papers.agreement(UNSIGNED), "RECEIVED FEB 3 2027", "Stamp")
    assert form_of(data, agreement).unsigned


def test_a_stamp_that_shows_a_signature_in_a_field_for_text_signs(agreement: Blank) -> None:
    """Viewers put a drawn signature on the page as a stamp; the form's field may be one for any text."""
    places = tuple(replace(p, kind="text") if p.role == "signature" else p for p in agreement.places)
    fillable = replace(agreement, places=places)
    for text, unsigned in (("", False), ("RECEIVED FEB 3 2027", True), ("SIGN HERE", True)):
        data = over_signature(agreement, papers.agreement(UNSIGNED), text, "Stamp")
        assert form_of(data, fillable).unsigned is unsigned, text


def tagged(data: bytes, blank: Blank) -> bytes:
    """The paper with the little arrow that a viewer draws into a signature field which nobody signed, flattened."""
    place = next(p for p in blank.places if p.role == "signature")
    assert place.box is not None
    tag = Canvas("", pagesize=letter)
    x, y = place.box[0] + 1, 792 - place.box[3] + 6
    arrow = tag.beginPath()
    arrow.moveTo(x, y)
    for dx, dy in ((16.7, 0), (18.8, 2.1), (16.7, 4.2), (0, 4.2)):
        arrow.lineTo(x + dx, y + dy)
    arrow.close()
    tag.setFillColorRGB(0.95, 0.33, 0.18)
    tag.drawPath(arrow, stroke=0, fill=1)
    tag.setFillColorRGB(1, 1, 1)
    tag.setFont("Helvetica", 3.5)
    tag.drawString(x + 4, y + 0.9, "SIGN")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(tag.getpdfdata())) as over:
        pdf.pages[place.page - 1].add_overlay(over.pages[0])
        pdf.save(out)
    return out.getvalue()


def test_a_viewers_tag_in_an_unsigned_field_is_no_signature(agreement: Blank) -> None:
    form = form_of(tagged(papers.agreement(UNSIGNED), agreement), agreement)
    assert (form.status, form.unsigned) == ("incomplete", True)
    signed = tagged(papers.agreement({**UNSIGNED, "By": ""}, signature_image=True), agreement)
    assert form_of(signed, agreement).status == "complete"


def test_drawn_over_the_words_of_the_place(agreement: Blank) -> None:
    drawn = papers.agreement({**UNSIGNED, "By": "x"}, signature_image=True)
    assert form_of(drawn, agreement).status == "complete"
    for words in ("\\s1\\", "please sign here"):
        asked = papers.agreement({**UNSIGNED, "By": words}, signature_image=True)
        assert form_of(asked, agreement).status == "complete", words
    for words in ("to follow", "subject to our redlines"):
        promised = papers.agreement({**UNSIGNED, "By": words}, signature_image=True)
        assert form_of(promised, agreement).status == "doubtful", words


@pytest.mark.parametrize("text", ["November 2, 2026", "Ana Ruiz, see our redlines"])
def test_words_read_for_sure_do_not_speak_for_another_version(agreement: Blank, text: str) -> None:
    """Of two versions alike the one with fewer answers in doubt is taken, and that may be one with none at all."""
    (part,) = recognise(papers.read(papers.agreement({**UNSIGNED, "By": text})), (agreement,))
    assert [r.state for r in part.readings if r.place.role == "signature"] == ["doubtful"]
    assert unsure(part) == 0
