"""Returns as tax offices draw them: cells that are open at the sides, and dots that lead to a line's answer."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.pages.cells import table_index
from soppa_mailbot.model import Blank, Mark

TITLE = "Vendor information return"
CAPTIONS = ("1 Name of vendor", "2 Trade name", "3 Town", "4 Website", "5 What it does", "6 Product", "7 Edition")
ANSWERS = ("Forge LLC", "Forge", "Elgin", "forge.example", "Drills of facts", "Forge Facts", "2027")
LINES = ("Number of users expected", "Hosting company", "Devices supported")


def ruled(answers: tuple[str, ...] = ()) -> bytes:
    """Rules across the page, upright lines only between the cells; the third row is one cell."""
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.", size=8)
    given = iter((*answers, *[""] * len(CAPTIONS)))
    captions = iter(CAPTIONS)
    canvas.line(60, 690, 560, 690)
    for row in range(4):
        top = 690 - 28 * row
        canvas.line(60, top - 28, 560, top - 28)
        if row != 2:
            canvas.line(310, top, 310, top - 28)
        for left in (60, 310) if row != 2 else (60,):
            canvas.drawString(left + 4, top - 9, next(captions))
            canvas.drawString(left + 8, top - 23, next(given))
    return canvas.getpdfdata()


def test_cells_that_are_open_at_the_sides_are_places() -> None:
    blank = papers.blank(ruled(), "rfi", TITLE)
    assert [p.label for p in blank.places] == list(CAPTIONS)
    assert all(p.required for p in blank.places) and gap_in(blank) == ""
    assert papers.copy_of(blank, ruled(ANSWERS)).status == "complete"


@pytest.mark.parametrize("n", [0, 1, 4, 6])
def test_each_of_them_may_be_left_open(n: int) -> None:
    blank = papers.blank(ruled(), "rfi", TITLE)
    form = papers.copy_of(blank, ruled((*ANSWERS[:n], "", *ANSWERS[n + 1 :])))
    assert (form.status, form.open) == ("incomplete", (CAPTIONS[n],))


def rule(x0: float, y0: float, x1: float, y1: float) -> Mark:
    return Mark("line", (x0, y0, x1, y1))


ACROSS = [rule(60, y, 560, y) for y in (100, 128, 156)]


@pytest.mark.parametrize(
    ("marks", "count"),
    [
        ([*ACROSS, rule(310, 100, 310, 156)], 4),
        ([*ACROSS, rule(60, 100, 60, 156), rule(310, 100, 310, 156)], 4),  # open at one side
        ([*ACROSS, rule(310, 100, 310, 128)], 3),  # the second row is one cell
        ([*ACROSS, rule(60, 166, 560, 166), rule(310, 100, 310, 156)], 4),  # too low a row to write in
        (ACROSS, 0),  # rules under headings
        ([*ACROSS[:2], rule(310, 100, 310, 128)], 0),  # one row is no table
        ([*ACROSS, rule(310, 100, 310, 120)], 0),  # no line from rule to rule
        ([*ACROSS, rule(70, 100, 70, 156), rule(310, 100, 310, 156)], 4),  # the rules reach out over the table
        ([rule(60, y, 560, y) for y in (100, 300, 500)] + [rule(310, 100, 310, 500)], 0),  # two columns of text
        ([rule(60, 100, 560, 100), rule(80, 128, 540, 128), rule(60, 156, 560, 156), rule(310, 100, 310, 156)], 0),
    ],
)
def test_only_tables_are_closed_at_the_sides(marks: list[Mark], count: int) -> None:
    assert len(table_index(marks).cells) == count


def leader(canvas: Canvas, words: str, y: float, right: float) -> None:
    canvas.drawString(80, y, words)
    start = 80 + canvas.stringWidth(words) + 8
    canvas.drawString(start, y, ". " * int((right - start) / canvas.stringWidth(". ")))


def led(answers: tuple[str, ...] = (), *, tick: str = "", numbers: bool = True, right: float = 350) -> bytes:
    """Lines with dots that lead to a grey cell with their number, and the cell to fill in behind it."""
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.")
    for n, words in enumerate((*LINES, "Is student data sold or rented?")):
        y = 660 - 20 * n
        canvas.drawString(60, y, "ab"[n] if n < 2 else str(19 + n))
        leader(canvas, words, y, right)
        canvas.setFillGray(0.87)
        canvas.rect(360, y - 6, 24, 20, fill=1)
        canvas.setFillGray(0)
        canvas.rect(384, y - 6, 170, 20)
        if numbers:
            canvas.drawString(364, y, f"20{'ab'[n]}" if n < 2 else str(19 + n))
        if n < len(LINES):
            canvas.drawString(390, y, answers[n] if n < len(answers) else "")
    for n, option in enumerate(("Yes", "No")):
        canvas.rect(390 + 60 * n, y - 1, 8, 8)
        canvas.drawString(402 + 60 * n, y, option)
        if option == tick:
            canvas.drawString(391 + 60 * n, y - 1, "X")
    return canvas.getpdfdata()


def led_blank() -> Blank:
    return papers.blank(led(), "rfi", TITLE)


def test_dots_before_a_numbers_cell_lead_to_the_answer_behind_it() -> None:
    blank = led_blank()
    asked = [p.group_label or p.label for p in blank.places]
    assert asked == [
        "20a Number of users expected",
        "20b Hosting company",
        "21 Devices supported",
        *["22 Is student data sold or rented?"] * 2,
    ]
    assert all(p.required and p.box and p.box[0] > 380 for p in blank.places)
    assert gap_in(blank) == ""


@pytest.mark.parametrize(
    ("answers", "tick", "left"),
    [
        (("40", "Rackline", "iPads"), "No", ()),
        (("40", "", "iPads"), "No", ("20b Hosting company",)),
        (("40", "Rackline", "iPads"), "", ("22 Is student data sold or rented?",)),
    ],
)
def test_copies_with_such_lines(answers: tuple[str, ...], tick: str, left: tuple[str, ...]) -> None:
    assert papers.copy_of(led_blank(), led(answers, tick=tick)).open == left


def test_dots_that_end_far_before_a_number_do_not_lead_to_it() -> None:
    asked = [p.group_label or p.label for p in papers.blank(led(right=300), "rfi", TITLE).places]
    assert not {"20a Number of users expected", "20b Hosting company"} & set(asked)


def test_dots_that_lead_to_no_number_are_written_on() -> None:
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.")
    for n, words in enumerate(LINES):
        leader(canvas, words, 660 - 20 * n, 350)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert [p.label for p in blank.places] == list(LINES)


def captions_over_boxes(small: int) -> bytes:
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.", size=8)
    for row, texts in enumerate((("1 Name", "2 Website"), ("3 Town", "4 Type of vendor"), ("5 State", "6 Telephone"))):
        for column, text in enumerate(texts):
            left, top = 60 + 250 * column, 690 - 30 * row
            canvas.rect(left, top - 30, 250, 30)
            canvas.setFont("Helvetica", small if text.startswith("4") else 8)
            canvas.drawString(left + 4, top - (9 if small == 8 or not text.startswith("4") else 14), text)
            canvas.setFont("Helvetica", 8)
    for n, option in enumerate(("Corp.", "LLC")):
        canvas.rect(320 + 60 * n, 690 - 57, 8, 8)
        canvas.drawString(332 + 60 * n, 690 - 56, option)
    return canvas.getpdfdata()


def test_a_caption_over_boxes_is_headed_by_none_over_it() -> None:
    blank = papers.blank(captions_over_boxes(8), "rfi", TITLE)
    assert [p.label for p in blank.places if p.kind == "text"] == [
        "1 Name",
        "2 Website",
        "3 Town",
        "5 State",
        "6 Telephone",
    ]
    other = papers.blank(captions_over_boxes(11), "rfi", TITLE)
    assert "2 Website" not in [p.label for p in other.places]
