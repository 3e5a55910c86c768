"""Answers that stand in a file's text, or among its drawings, and cannot be seen on the page."""

from __future__ import annotations

import io
from collections.abc import Callable

import form_papers as papers
import pikepdf
import pytest
from form_papers import AGREEMENT, SIGNED
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form, Place

Draw = Callable[[Canvas], None]
UNSIGNED = {k: v for k, v in SIGNED.items() if k != "By"}


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


def form_of(data: bytes, blank: Blank) -> Form:
    document, raster = papers.opened(data, "paper.pdf")
    (form,) = assemble(recognise(document, (blank,), raster, None), (blank,))
    return form


def place(blank: Blank, label: str) -> Place:
    return next(p for p in blank.places if p.label == label and p.party == "operator")


def over(data: bytes, page: int, draw: Draw) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(out.getvalue())) as top:
        pdf.pages[page].add_overlay(top.pages[0])
        saved = io.BytesIO()
        pdf.save(saved, deterministic_id=True)
    return saved.getvalue()


def white_box(blank: Blank, label: str) -> Draw:
    left, top, right, bottom = place(blank, label).box or (0, 0, 0, 0)

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.rect(left, 792 - bottom - 2, right - left, bottom - top + 20, fill=1, stroke=0)

    return draw


def letters(blank: Blank, label: str, text: str, gray: float) -> Draw:
    left, _, _, bottom = place(blank, label).box or (0, 0, 0, 0)

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(gray)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(left + 6, 792 - bottom + 2, text)

    return draw


def test_white_letters_sign_nothing(agreement: Blank) -> None:
    white = form_of(over(papers.agreement(UNSIGNED), 1, letters(agreement, "By", "Lena Ortiz", 1)), agreement)
    assert (white.status, len(white.doubtful)) == ("doubtful", 1)
    pale = form_of(over(papers.agreement(UNSIGNED), 1, letters(agreement, "By", "Lena Ortiz", 0.6)), agreement)
    assert pale.status == "complete"


def test_an_answer_under_a_white_box(agreement: Blank) -> None:
    form = form_of(over(papers.agreement(SIGNED), 0, white_box(agreement, "Provider address")), agreement)
    assert (form.status, len(form.doubtful)) == ("doubtful", 1)


def test_a_signature_under_a_white_box(agreement: Blank) -> None:
    drawn = papers.agreement(UNSIGNED, signature_image=True)
    assert form_of(drawn, agreement).status == "complete"
    assert form_of(over(drawn, 1, white_box(agreement, "By")), agreement).status == "doubtful"


@pytest.mark.parametrize("gray", [1.0, 0.0])
def test_a_clause_that_is_covered(agreement: Blank, gray: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(gray)
        canvas.rect(55, 570, 480, 12, fill=1, stroke=0)

    form = form_of(over(papers.agreement(SIGNED), 0, draw), agreement)
    assert form.doubts == ("page 1: words of the form are covered",)


def test_hidden_anchors_of_signing_tools_are_harmless(agreement: Blank) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(1)
        canvas.setFont("Helvetica", 4)
        canvas.drawString(300, 100, "{{Sig_es_:signer1:signature}} \\s1\\ \\d1\\ the provider the district")
        canvas.drawString(120, 625, "\\s1\\")

    data = over(papers.agreement(UNSIGNED, signature_image=True), 1, draw)
    assert form_of(data, agreement).status == "complete"


def test_fields_without_appearance_are_taken_at_their_word() -> None:
    blank = papers.blank(papers.questionnaire(fields=True), "rfi", papers.QUESTIONNAIRE)
    values: dict[str, str | bool] = {p.id: papers.FULL[p.label] for p in blank.places if p.label in papers.FULL}
    form = form_of(papers.filled(papers.questionnaire(fields=True), values), blank)
    assert form.doubtful == ()
