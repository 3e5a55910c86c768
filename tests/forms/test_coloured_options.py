"""Options of a page that a copy colours as with a marker, no box being ticked."""

from __future__ import annotations

from collections.abc import Collection

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

TITLE = "Software Vendor Disclosure"
INTRO = "Cedar Ford Public School District 12. Please answer every question."
QUESTIONS = ("Does the product show advertising?", "Is data kept in the United States?")
OPTIONS = ("Yes", "No")


def form(coloured: Collection[tuple[int, int]] = (), *, filled: bool = True, band: bool = False) -> bytes:
    canvas: Canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Company: " + ("Harbor Press" if filled else "_" * 30))
    for row, question in enumerate(QUESTIONS):
        y = 650 - 50 * row
        canvas.drawString(60, y, question)
        for n, option in enumerate(OPTIONS):
            x = 80 + 90 * n
            if (row, n) in coloured:
                canvas.setFillColorRGB(1, 1, 0)
                canvas.rect(20 if band else x + 14, y - 20, 560 if band else 24, 13, stroke=0, fill=1)
                canvas.setFillColorRGB(0, 0, 0)
            canvas.rect(x, y - 18, 9, 9)
            canvas.drawString(x + 16, y - 17, option)
    return bytes(canvas.getpdfdata())


def test_the_coloured_option_answers_its_question() -> None:
    blank = papers.blank(form(filled=False), "rfi", TITLE, "blank.pdf")
    done = papers.copy_of(blank, form([(0, 0), (1, 1)]))
    assert done.status == "complete"
    assert [r.place.option for r in done.readings if r.how == ("highlighted",)] == ["Yes", "No"]


@pytest.mark.parametrize(
    ("coloured", "band", "open_"),
    [
        ([(0, 0)], False, (QUESTIONS[1],)),
        ([(0, 0), (0, 1), (1, 1)], False, (QUESTIONS[0],)),  # both: nothing is chosen
        ([(0, 0), (1, 1)], True, QUESTIONS),  # a band across the page colours no option
    ],
)
def test_what_chooses_none(coloured: Collection[tuple[int, int]], band: bool, open_: tuple[str, ...]) -> None:
    blank = papers.blank(form(filled=False), "rfi", TITLE, "blank.pdf")
    assert papers.copy_of(blank, form(coloured, band=band)).open == open_
