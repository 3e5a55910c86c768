"""Answers with one sign in each cell of a comb: one word, in whatever order and with whatever program it was typed."""

from __future__ import annotations

import form_papers as papers
import pytest

from soppa_mailbot.forms.common.values import without_gaps

TITLE = "Software Vendor Disclosure"
INTRO = "Cedar Ford Public School District 12. Please answer every question."
LEFT = [100 + 13 * n + 6 * (n > 1) + 6 * (n > 3) for n in range(8)]  # two cells for the month, two for the day, four
DAY = "02182027"


def page(day: str = "", company: str = "_" * 30) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.setLineWidth(0.6)
    canvas.rect(60, 640, 240, 40)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(64, 671, "4  Approval needed by")
    for at, hint in ((105, "MONTH"), (137, "DAY"), (180, "YEAR")):
        canvas.setFont("Helvetica", 4.6)
        canvas.drawString(at, 643, hint)
    canvas.setFont("Helvetica", 9)
    for n, left in enumerate(LEFT):
        canvas.rect(left, 650, 13, 14)
        canvas.drawString(left + 4, 654, day[n : n + 1])
    canvas.drawString(60, 600, f"Company: {company}")
    return bytes(canvas.getpdfdata())


BLANK = papers.blank(page(), "rfi", TITLE)


def test_signs_printed_into_the_cells() -> None:
    assert papers.copy_of(BLANK, page(DAY, "Harbor Press")).answer("deadline") == DAY


@pytest.mark.parametrize("order", [range(8), (4, 5, 6, 7, 0, 1, 2, 3), range(7, -1, -1)])
def test_text_boxes_of_one_sign_each(order: range | tuple[int, ...]) -> None:
    notes = [(0, (LEFT[n] + 2.0, 651.0, LEFT[n] + 12.0, 663.0), DAY[n]) for n in order]
    paper = papers.annotated(page(company="Harbor Press"), notes)
    assert papers.copy_of(BLANK, paper).answer("deadline") == DAY


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("H A R B O R", "HARBOR"),
        ("6 0 0 4 2", "60042"),
        ("A B", "A B"),
        ("K 1 2 and 3", "K 1 2 and 3"),
        ("1 2 - 3 4", "1 2 - 3 4"),
        ("Harbor Press", "Harbor Press"),
    ],
)
def test_one_sign_a_cell_is_one_word(written: str, meant: str) -> None:
    assert without_gaps(written) == meant
