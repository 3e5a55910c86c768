"""A scanned page that could not be laid over its form's page, and reads like it."""

from __future__ import annotations

from dataclasses import replace

import form_papers as papers
import pytest

from soppa_mailbot.forms.scans.unplaced_pages import with_unplaced
from soppa_mailbot.model import Blank, FormPart, Page, Word

TITLE = "Vendor questionnaire"
SECOND = """Accessibility report and version. Help desk hours and telephone. Reference: an Illinois district that uses
the tool. Answered by, position, date. I have the authority to answer for the company, and the answers are true."""


def page(number: int, text: str) -> Page:
    words = tuple(Word(w, (60 + 5 * n, 60, 64 + 5 * n, 70)) for n, w in enumerate(text.split()))
    return Page(number, 612, 792, words, origin="ocr")


@pytest.fixture(scope="module")
def blank() -> Blank:
    canvas = papers.canvas_of(TITLE, "Tell us about your product.")
    for n, label in enumerate(("Legal name:", "Product:", "Price:")):
        canvas.drawString(60, 690 - 30 * n, label)
        canvas.line(140, 688 - 30 * n, 400, 688 - 30 * n)
    canvas.showPage()
    for n, line in enumerate(SECOND.splitlines()):
        canvas.drawString(60, 700 - 20 * n, line)
    canvas.drawString(60, 600, "Signed by:")
    canvas.line(140, 598, 400, 598)
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE)


def doubts(blank: Blank, there: tuple[int, ...], said: str) -> tuple[str, ...]:
    part = FormPart("rfi", blank.id, "a1", "fax.tif", (1,), there, (), 1.0, "scan")
    (found,) = with_unplaced([part], [page(3, said)], [blank])
    return found.doubts


def test_a_page_that_reads_like_the_missing_one_is_a_doubt(blank: Blank) -> None:
    misread = SECOND.replace("Illinois", "llinais").replace("telephone", "te1ephone")
    (doubt,) = doubts(blank, (1,), misread)
    assert doubt.startswith("page 3 of the file reads like page 2 of the form")


@pytest.mark.parametrize(
    ("there", "said"),
    [((1, 2), SECOND), ((1,), "Quote for 200 licenses, valid for thirty days. Price per student and year. Thank you!")],
    ids=["all pages are there", "another paper"],
)
def test_others_are_none(blank: Blank, there: tuple[int, ...], said: str) -> None:
    assert doubts(blank, there, said) == ()


def test_a_missing_page_of_few_words_is_known_by_nothing(blank: Blank) -> None:
    few = replace(blank.document.pages[1], words=blank.document.pages[1].words[:6])
    short = replace(blank, document=replace(blank.document, pages=(blank.document.pages[0], few)))
    assert doubts(short, (1,), SECOND) == ()
