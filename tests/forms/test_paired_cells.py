"""Boxes in narrow cells before the cells with their words, broken into pairs of columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Place

TITLE = "Student Data Agreement"
INTRO = "The Operator completes this agreement and sends it to the office of Marsh Hollow District 21."
ROWS = (("Name of student", "Schoolwork"), ("Identification number", "Scores"), ("None of the above", "Attendance"))
WORDS = [word for row in ROWS for word in row]


def sheet(checked: Collection[str] = (), rows: Sequence[Sequence[str]] = ROWS, *, mixed: bool = False) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(60, 690, "Check each category of data that the services collect.")
    for n, row in enumerate(rows):
        y = 650 - 18 * n
        for column, text in enumerate(row):
            left = 60 + 240 * column
            if mixed and column:  # a last column of boxes alone: "Collected | Element | Shared"
                _boxed(canvas, left, y, text in checked)
                continue
            _boxed(canvas, left, y, text in checked)
            canvas.rect(left + 22, y, 218, 18)
            canvas.drawString(left + 26, y + 5, text)
    canvas.drawString(60, 560, "Operator: ____________________________")
    if checked:
        canvas.drawString(120, 561, "Acme LLC")
    return canvas.getpdfdata()


def _boxed(canvas: Canvas, left: float, y: float, checked: bool) -> None:
    canvas.rect(left, y, 22, 18)
    canvas.rect(left + 6, y + 4, 10, 10)
    if checked:
        canvas.drawString(left + 8, y + 6, "X")


def boxes(blank: Blank) -> list[Place]:
    return [p for p in blank.places if p.kind == "check"]


def test_each_box_has_the_words_behind_it_and_all_are_one_question() -> None:
    found = boxes(papers.blank(sheet(), "soppa", TITLE))
    assert sorted(p.option for p in found) == sorted(WORDS)
    assert {p.group_label for p in found} == {"Check each category of data that the services collect"}
    assert len({p.group for p in found}) == 1


def test_one_of_them_answers_and_none_is_told() -> None:
    blank = papers.blank(sheet(), "soppa", TITLE)

    def ticked(*words: str) -> tuple[list[str], tuple[str, ...]]:
        (form,) = assemble(recognise(papers.read(sheet({"?", *words})), [blank]), [blank])
        return [r.value for r in form.readings if r.place.kind == "check" and r.state == "filled"], form.open

    assert ticked("Scores") == (["Scores"], ())
    assert ticked() == ([], ("Check each category of data that the services collect",))


def test_rows_that_do_not_alternate_are_left_alone() -> None:
    found = boxes(papers.blank(sheet(rows=ROWS, mixed=True), "soppa", TITLE))
    assert not any(p.group.startswith("p1pairs") for p in found)


def pairs(canvas: Canvas, left: float, top: float, options: Sequence[str]) -> None:
    """A box and its word, and again: a row of a table."""
    for n, option in enumerate(options):
        x = left + 90 * n
        _boxed(canvas, x, top, checked=False)
        canvas.rect(x + 22, top, 68, 18)
        canvas.drawString(x + 26, top + 5, option)


def test_two_tables_side_by_side_are_two_questions() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for left, question in ((60, "Do you sell data?"), (330, "Do you show advertising?")):
        canvas.drawString(left, 690, question)
        pairs(canvas, left, 660, ("Yes", "No"))
    groups = {p.group for p in boxes(papers.blank(canvas.getpdfdata(), "rfi", TITLE))}
    assert len(groups) == 2


def test_the_same_answers_in_rows_below_each_other_are_a_question_each() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for n, question in enumerate(("We encrypt it.", "We sell it.", "We share it.")):
        pairs(canvas, 60, 660 - 18 * n, ("Yes", "No"))
        canvas.drawString(260, 665 - 18 * n, question)
    groups = {p.group for p in boxes(papers.blank(canvas.getpdfdata(), "rfi", TITLE))}
    assert len(groups) == 3


@pytest.mark.parametrize("row", [("", "Yes", "", "No"), ("Yes", "", "No", "")])
def test_a_question_before_pairs_is_the_rows_own(row: tuple[str, ...]) -> None:
    """On a page "Is it encrypted? | [ ] | Yes | [ ] | No": its columns are no questions."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(60, 690, "Answer each question.")
    asked = ("Is it encrypted?", "Is it audited every year?", "Is it kept in the United States?")
    for n, question in enumerate(asked):
        left, y = 60.0, 650 - 20 * n
        for width, text in zip((240, *((22 if not t else 60) for t in row)), (question, *row), strict=True):
            canvas.rect(left, y, width, 20)
            canvas.drawString(left + 4, y + 6, text)
            if not text:
                canvas.rect(left + 6, y + 5, 10, 10)
            left += width
    assert papers.groups(papers.blank(canvas.getpdfdata(), "rfi", TITLE)) == {q: ["Yes", "No"] for q in asked}


def one_row(cells: Sequence[str], narrow: int = 24) -> bytes:
    """A table of one row; cells without words are narrow and empty."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    left = 60.0
    for text in cells:
        wide = 10 + 5.0 * len(text) if text else narrow
        canvas.rect(left, 640, wide, 22)
        canvas.drawString(left + 4, 647, text)
        left += wide
    canvas.drawString(60, 560, "Operator: ____________________________")
    return canvas.getpdfdata()


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        (("Disposal (tick one)", "", "Deletion", "", "Return to the District, then deletion"), 2),
        (("Method, check one:", "", "Deletion", "", "Return", "", "Both"), 3),
        (("Select all that apply", "Deletion", "", "Return", ""), 2),
        (("Is data encrypted?", "", "Yes", "", "No"), 2),
        (("Is data sold?", "Yes", "", "No", "", "N/A", ""), 3),
        (("Product", "", "Version", "", "Price"), 0),  # labels
        (("How is data disposed of?", "", "Days", "", "Months"), 0),
        (("Please mark the order", "", "Quantity", "", "Price"), 0),
        (("1", "", "Deletion", "", "Return"), 0),
    ],
)
def test_empty_cells_of_a_row_that_asks_to_tick_are_its_boxes(cells: Sequence[str], options: int) -> None:
    found = boxes(papers.blank(one_row(cells), "rfi", TITLE))
    assert [p.option for p in found] == [c for c in cells[1:] if c][: len(found)]
    assert len(found) == options
    assert len({p.group for p in found}) == (1 if options else 0)


def test_wide_cells_before_words_are_written_into() -> None:
    found = boxes(papers.blank(one_row(("Choose one", "", "Name", "", "Title"), narrow=90), "rfi", TITLE))
    assert not found
