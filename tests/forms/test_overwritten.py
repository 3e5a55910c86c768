"""Terms that were struck out, taken back or voided, and what vendors and their tools add without harm."""

from __future__ import annotations

import io

import form_papers as papers
import pikepdf
import pytest
from form_papers import AGREEMENT, SIGNED
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

CLAUSE_Y = 590 - 16  # baseline of the second clause


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


def form_of(data: bytes, blank: Blank) -> Form:
    (form,) = assemble(recognise(papers.read(data), (blank,)), (blank,))
    return form


def drawn(draw: object, page: int = 0, data: bytes | None = None) -> bytes:
    """The signed agreement with something drawn over one of its pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 10)
    draw(canvas)  # type: ignore[operator]
    canvas.showPage()
    canvas.save()
    with (
        pikepdf.open(io.BytesIO(data or papers.agreement(SIGNED))) as pdf,
        pikepdf.open(io.BytesIO(out.getvalue())) as over,
    ):
        pdf.pages[page].add_overlay(over.pages[0])
        saved = io.BytesIO()
        pdf.save(saved, deterministic_id=True)
    return saved.getvalue()


def strike(canvas: Canvas) -> None:
    canvas.line(60, CLAUSE_Y + 2.5, 450, CLAUSE_Y + 2.5)


def strike_one_word(canvas: Canvas) -> None:
    left = 60 + canvas.stringWidth("2. The Provider ", "Times-Roman", 9)
    canvas.line(left, CLAUSE_Y + 2.5, left + canvas.stringWidth("reports", "Times-Roman", 9), CLAUSE_Y + 2.5)


def cross(canvas: Canvas) -> None:
    canvas.line(60, 530, 400, 605)


def slanted(word: str) -> object:
    def draw(canvas: Canvas) -> None:
        canvas.translate(120, 200)
        canvas.rotate(50)
        canvas.setFont("Helvetica-Bold", 90)
        canvas.setFillGray(0.8)
        canvas.drawString(0, 0, word)

    return draw


def typed(x: float, y: float, text: str) -> object:
    return lambda canvas: canvas.drawString(x, y, text)


@pytest.mark.parametrize("draw", [strike, strike_one_word, cross])
def test_clauses_struck_out(agreement: Blank, draw: object) -> None:
    form = form_of(drawn(draw), agreement)
    assert (form.status, form.doubts) == ("doubtful", ("page 1: words of the form are struck out",))


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (slanted("DRAFT"), 'page 1: marked "DRAFT"'),
        (slanted("SAMPLE"), 'page 1: marked "SAMPLE"'),
        (typed(250, 455, "VOID"), 'page 1: marked "VOID"'),
        (typed(60, 778, "Section 2 does not apply to us"), 'page 1: "Section 2 does not apply to us" is written on it'),
        (typed(250, 455, "Deleted"), 'page 1: "Deleted" is written on it'),
        (
            typed(120, CLAUSE_Y, "within thirty business days"),
            'page 1: "within thirty business days" is written over the form\'s own words',
        ),
    ],
)
def test_words_that_take_terms_back(agreement: Blank, draw: object, reason: str) -> None:
    form = form_of(drawn(draw), agreement)
    assert (form.status, reason in form.doubts) == ("doubtful", True), form.doubts


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("StrikeOut", "delete"),
        ("Caret", "not"),
        ("FreeText", "Section 2 deleted; our terms control"),
        ("Stamp", "VOID"),
        ("Ink", ""),
    ],
)
def test_annotations_over_a_clause(agreement: Blank, kind: str, text: str) -> None:
    over = (60, CLAUSE_Y - 2, 450, CLAUSE_Y + 8)
    form = form_of(papers.annotated(papers.agreement(SIGNED), [(0, over, text)], kind), agreement)
    assert form.status == "doubtful"
    assert form.doubts[0].startswith("page 1: ")


def test_annotations_are_seen_where_lines_were_wrapped_anew(agreement: Blank) -> None:
    over = (60, CLAUSE_Y - 2, 300, CLAUSE_Y + 8)
    paper = papers.agreement(SIGNED, font="Helvetica")
    for kind, text in (("StrikeOut", ""), ("Stamp", "VOID")):
        assert form_of(papers.annotated(paper, [(0, over, text)], kind), agreement).status == "doubtful"
    assert form_of(paper, agreement).status == "complete"


def test_an_answer_struck_out(agreement: Blank) -> None:
    place = next(p for p in agreement.places if p.label == "Provider address")
    assert place.box is not None
    left, top, _, bottom = place.box
    over = (left, 792 - bottom, left + 120, 792 - top)
    form = form_of(papers.annotated(papers.agreement(SIGNED), [(0, over, "")], "StrikeOut"), agreement)
    assert form.status == "doubtful"
    assert form.doubtful[0].startswith("Provider address")


def logo(canvas: Canvas) -> None:
    canvas.drawInlineImage(papers._scribble(), 470, 730, 90, 40)


def highlighted(canvas: Canvas) -> None:
    """As viewers flatten it: a shape with round ends, as high as the line."""
    path = canvas.beginPath()
    path.moveTo(60, CLAUSE_Y - 2)
    path.lineTo(450, CLAUSE_Y - 2)
    path.curveTo(453, CLAUSE_Y, 453, CLAUSE_Y + 6, 450, CLAUSE_Y + 8)
    path.lineTo(60, CLAUSE_Y + 8)
    canvas.setFillColorRGB(1, 1, 0, 0.3)
    canvas.drawPath(path, stroke=0, fill=1)


def underlined(canvas: Canvas) -> None:
    canvas.line(60, CLAUSE_Y - 1.5, 450, CLAUSE_Y - 1.5)


def envelope(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 7)
    canvas.drawString(30, 780, "DocuSign Envelope ID: 2F6D0C7E-8A10-4C1B-9F8E-5A0B9C1D2E3F")


def tampered_with_nothing(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(
        30, 12, "Certificate of completion: signed by Lena Ortiz under section 7 of the Act; not modified since"
    )


def received(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(420, 760, "RECEIVED FEB 3 2027")


def initials(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(540, 30)
    path.curveTo(545, 50, 550, 20, 570, 44)
    canvas.drawPath(path)
    canvas.drawString(520, 30, "LO")


@pytest.mark.parametrize("page", [0, 1])
@pytest.mark.parametrize("draw", [logo, envelope, tampered_with_nothing, received, initials])
def test_what_tools_and_offices_add(agreement: Blank, draw: object, page: int) -> None:
    form = form_of(drawn(draw, page), agreement)
    assert (form.status, form.doubts) == ("complete", ())


@pytest.mark.parametrize("draw", [highlighted, underlined, slanted("CONFIDENTIAL"), slanted("COPY")])
def test_emphasis_is_no_change(agreement: Blank, draw: object) -> None:
    form = form_of(drawn(draw), agreement)
    assert (form.status, form.doubts) == ("complete", ())


def test_words_keep_their_order_beside_a_watermark() -> None:
    plain = [w.text for w in papers.read(papers.agreement(SIGNED)).pages[0].words]
    across = [w for w in papers.read(drawn(slanted("CONFIDENTIAL"))).pages[0].words if w.box[3] - w.box[1] < 30]
    assert [w.text for w in across] == plain


@pytest.mark.parametrize(
    ("kind", "rect", "text"),
    [
        ("Highlight", (60, CLAUSE_Y - 2, 450, CLAUSE_Y + 8), ""),
        ("Underline", (60, CLAUSE_Y - 2, 450, CLAUSE_Y + 8), ""),
        ("Text", (60, CLAUSE_Y - 2, 80, CLAUSE_Y + 8), "Is this clause negotiable? Section 2 deleted?"),
        ("Stamp", (400, 740, 560, 780), "RECEIVED 2/3/2027"),
        ("FreeText", (300, 440, 560, 460), "See the rider behind this form for our list"),
        ("Ink", (500, 20, 560, 45), ""),
    ],
)
def test_remarks_and_receipts(agreement: Blank, kind: str, rect: tuple[float, float, float, float], text: str) -> None:
    form = form_of(papers.annotated(papers.agreement(SIGNED), [(0, rect, text)], kind), agreement)
    assert (form.status, form.doubts) == ("complete", ())


def test_a_rider_behind_the_form_is_no_change(agreement: Blank) -> None:
    rider = papers.letter_page("Rider: section 2 of our terms is amended as follows.")
    found = recognise(papers.read(papers.joined(papers.agreement(SIGNED), rider)), (agreement,))
    (form,) = assemble(found, (agreement,))
    assert (form.status, len(form.pages)) == ("complete", 2)


def test_an_older_revision_that_is_laid_out_the_same_is_doubtful_and_not_unsigned(agreement: Blank) -> None:
    """Feet are not compared word by word, and a drawn signature is seen only where the layout is the blank's."""
    unsigned = {k: v for k, v in SIGNED.items() if k != "By"}
    older = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.agreement(unsigned, signature_image=True))) as pdf:
        stream = pdf.pages[1].Contents
        stream.write(stream.read_bytes().replace(b"SDP rev. 2", b"SDP rev. 1"))
        pdf.save(older, deterministic_id=True)
    form = form_of(older.getvalue(), agreement)
    assert (form.status, form.unsigned, len(form.doubts)) == ("doubtful", False, 1)
