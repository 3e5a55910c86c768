"""Pages of two editions of a form put together."""

from __future__ import annotations

import io

import form_papers as papers
import pikepdf
import pytest
from form_papers import AGREEMENT, SIGNED
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.identity.editions import DOUBT
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form


def dated(data: bytes, *feet: str) -> bytes:
    """The paper with one foot more on each page."""
    canvas = Canvas("", pagesize=letter)
    for foot in feet:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(300, 40, foot)
        canvas.showPage()
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(canvas.getpdfdata())) as over:
        for page, foot in zip(pdf.pages, over.pages, strict=True):
            page.add_overlay(foot)
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def editions() -> tuple[Blank, ...]:
    return tuple(
        papers.blank(dated(papers.agreement(), foot, foot), "soppa", AGREEMENT, f"{foot[-4:]}.pdf")
        for foot in ("Rev. 07/2026", "Rev. 07/2025")
    )


def form_of(editions: tuple[Blank, ...], *files: bytes) -> Form:
    parts = [p for n, f in enumerate(files) for p in recognise(papers.read(f, f"{n}.pdf"), editions)]
    (form,) = assemble(parts, editions)
    return form


@pytest.mark.parametrize("feet", [("Rev. 07/2026", "Rev. 07/2025"), ("Rev. 07/2025", "Rev. 07/2026")])
def test_the_signed_page_of_another_edition(editions: tuple[Blank, ...], feet: tuple[str, str]) -> None:
    form = form_of(editions, dated(papers.agreement(SIGNED), *feet))
    assert form.status == "doubtful" and DOUBT in form.doubts


@pytest.mark.parametrize(
    "feet", [("Rev. 07/2026", "Rev. 07/2026"), ("Rev. 07/2025", "Rev. 07/2025"), ("Rev. 07/2026", ""), ("", "")]
)
def test_pages_of_one_edition(editions: tuple[Blank, ...], feet: tuple[str, str]) -> None:
    answers = {**SIGNED, "Date": "07/2025"}
    assert form_of(editions, dated(papers.agreement(answers), *feet)).doubts == ()


def test_in_two_files(editions: tuple[Blank, ...]) -> None:
    first = dated(papers.agreement(SIGNED, pages=(1,)), "Rev. 07/2026")
    for foot, doubts in (("Rev. 07/2026", ()), ("Rev. 07/2025", (DOUBT,))):
        last = dated(papers.agreement(SIGNED, pages=(2,)), foot)
        assert form_of(editions, first, last).doubts == doubts
