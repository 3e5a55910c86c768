"""Grids from spreadsheets: cells that are greyed out, heads that come again, and captions over a section's bar."""

from __future__ import annotations

from collections.abc import Callable

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Blank

TITLE = "Marsh Hollow Software Sheet"
INTRO = "Marsh Hollow Elementary District 9: fill in column C, and one code in column B of every row of section 2."
COLUMNS = (50, 250, 300, 460, 560)  # where the columns begin, and the last one ends
ROWS = (
    ("1 Company", "#", "Vendor response", "Review"),
    ("Legal name", "grey", "", ""),
    ("Street address", "grey", "", ""),
    ("2 Requirement", "Code", "Comment", "Review"),
    ("Works on Chromebooks", "", "", ""),
    ("Works with Clever", "", "", ""),
    ("Exports grades", "", "", ""),
    ("3 Certification", "#", "#", "Review"),
    ("Authorized signature", "grey", "", ""),
    ("Printed name", "grey", "", ""),
)
ASKED = [
    "Legal name",
    "Street address",
    "Works on Chromebooks code",
    "Works with Clever code",
    "Exports grades code",
    "Authorized signature",
    "Printed name",
]


def grid(said: Callable[[str, int], str] = lambda row, column: "") -> bytes:
    """The sheet; `said` gives what is typed into the cell of a row (its first words) and column."""
    canvas = papers.canvas_of(TITLE, INTRO, size=8)
    for n, row in enumerate(ROWS):
        bottom = 690 - 20 * n
        heads = row[-1] == "Review"
        for column, text in enumerate(row):
            left, wide = COLUMNS[column], COLUMNS[column + 1] - COLUMNS[column]
            if heads or text == "grey":
                canvas.setFillGray(0.9 if heads else 0.8)
                canvas.rect(left, bottom, wide, 20, stroke=0, fill=1)
                canvas.setFillGray(0)
            canvas.rect(left, bottom, wide, 20)
            typed = said(row[0], column) or ("" if text in ("grey", "#") else text)
            canvas.drawString(left + 4, bottom + 7, typed)
    return bytes(canvas.getpdfdata())


def sheet() -> Blank:
    return papers.blank(grid(), "soppa", TITLE, optional=("Comment", "Review"))


def test_what_a_spreadsheet_asks() -> None:
    blank = sheet()
    assert sorted(p.label for p in blank.places if p.required) == sorted(ASKED)
    assert blank.notes == ()


@pytest.mark.parametrize("left", ["", *ASKED])
def test_a_filled_sheet_and_one_with_a_cell_left_empty(left: str) -> None:
    def said(row: str, column: int) -> str:
        label = f"{row} code" if column == 1 and f"{row} code" in ASKED else row if column == 2 else ""
        answer = "F" if column == 1 else "Lena Ortiz"
        return answer if label in ASKED and label != left else ""

    form = papers.copy_of(sheet(), grid(said))
    lacking = {"Authorized signature"} if form.unsigned else set()
    assert {name.partition(" (")[0] for name in form.open} | lacking == ({left} if left else set())


def tinted() -> bytes:
    """A form whose cells to fill in are the grey ones."""
    canvas = papers.canvas_of(TITLE, INTRO, size=8)
    for n, label in enumerate(("Legal name", "Street address", "Telephone")):
        bottom = 690 - 20 * n
        canvas.rect(50, bottom, 150, 20)
        canvas.drawString(54, bottom + 7, label)
        canvas.setFillGray(0.9)
        canvas.rect(200, bottom, 200, 20, stroke=1, fill=1)
        canvas.setFillGray(0)
    canvas.rect(50, 580, 150, 20)
    canvas.drawString(54, 587, "Remarks")
    canvas.rect(200, 580, 200, 20)
    return bytes(canvas.getpdfdata())


def test_tinted_cells_are_filled_in_where_no_white_one_stands_beside_them() -> None:
    blank = papers.blank(tinted(), "rfi", TITLE)
    assert [p.label for p in blank.places] == ["Legal name", "Street address", "Telephone", "Remarks"]


def captions(canvas: Canvas) -> None:
    for n, text in enumerate(("12. OTHER ELEMENTS", "13. NAME OF OFFICIAL", "14. TITLE")):
        bottom = 640 - 80 * n
        canvas.rect(50, bottom, 500, 40)
        canvas.setFontSize(6)
        canvas.drawString(53, bottom + 32, text)
        canvas.setFillGray(0.8)
        canvas.rect(50, bottom - 15, 500, 15, stroke=1, fill=1)
        canvas.setFillGray(0)
        canvas.setFontSize(9)
        canvas.drawString(250, bottom - 11, f"SECTION {n + 4}")


def test_a_bar_under_a_captioned_cell_is_the_next_sections() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    captions(canvas)
    blank = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)
    assert [p.label for p in blank.places] == ["12. OTHER ELEMENTS", "13. NAME OF OFFICIAL", "14. TITLE"]


def test_words_that_the_blank_itself_does_not_show_are_covered_by_nobody() -> None:
    def page(answer: str, covered: str = "") -> bytes:
        canvas = papers.canvas_of(TITLE, INTRO)
        canvas.setFillGray(1)
        canvas.drawString(60, 40, "Sheet 305 revised in July of 2026, page one of one")
        canvas.setFillGray(0)
        for n, label in enumerate(("Legal name", "Street address", "Telephone")):
            canvas.drawString(60, 680 - 30 * n, f"{label}:")
            canvas.line(150, 678 - 30 * n, 400, 678 - 30 * n)
            canvas.drawString(155, 681 - 30 * n, answer)
        canvas.drawString(60, 560, "The operator deletes all that it holds within sixty days of the end of the term.")
        if covered:
            canvas.setFillGray(1)
            canvas.rect(58, 556, 420, 14, stroke=0, fill=1)
        return bytes(canvas.getpdfdata())

    blank = papers.blank(page(""), "rfi", TITLE)
    assert papers.seen(blank, page(""), page("Harbor Phonics")).status == "complete"
    assert papers.seen(blank, page(""), page("Harbor Phonics", "yes")).status == "doubtful"


def test_a_mark_that_touches_a_box_ticks_it() -> None:
    def page(x: float | None = None) -> bytes:
        canvas = papers.canvas_of(TITLE, INTRO)
        for n, question in enumerate(("Is it encrypted?", "Are staff trained?", "Is it sold on?")):
            y = 680 - 24 * n
            canvas.drawString(60, y, question)
            for m, option in enumerate(("YES", "NO")):
                canvas.rect(300 + 70 * m, y - 1, 9, 9)
                canvas.drawString(313 + 70 * m, y, option)
            if x is not None:
                canvas.drawString(x, y, "X")
        return bytes(canvas.getpdfdata())

    blank = papers.blank(page(), "rfi", TITLE)
    assert papers.copy_of(blank, page(291.8)).status == "complete"  # touches the box of YES
    assert papers.copy_of(blank, page(360)).status == "doubtful"  # near the box of NO, and touches none


def boxed(first: str, shaded: int = 3) -> bytes:
    """A table whose first row has words in its first cell only, over boxes for Yes and No."""
    canvas = papers.canvas_of(TITLE, INTRO, size=8)
    for n, label in enumerate((first, "1. Is it tested every year?", "2. Is its data encrypted?", "3. Is it insured?")):
        for column, (left, wide) in enumerate(((50, 300), (350, 60), (410, 60))):
            grey = n == 0 and column < shaded
            canvas.setFillGray(0.9 if grey else 1.0)
            canvas.rect(left, 690 - 20 * n, wide, 20, stroke=1, fill=1)
            canvas.setFillGray(0)
            if not column:
                canvas.drawString(54, 697 - 20 * n, label)
            elif n:
                canvas.rect(left + 6, 696 - 20 * n, 8, 8)
                canvas.drawString(left + 18, 697 - 20 * n, ("Yes", "No")[column - 1])
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize(
    ("first", "shaded", "asked"),
    [("Please answer all three.", 3, 0), ("Please answer all three.", 1, 2), ("Product and year:", 3, 2)],
)
def test_a_shaded_row_over_boxes_asks_for_nothing(first: str, shaded: int, asked: int) -> None:
    blank = papers.blank(boxed(first, shaded), "soppa", TITLE)
    assert len([p for p in blank.places if p.kind != "check"]) == asked
