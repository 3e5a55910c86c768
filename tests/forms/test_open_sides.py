"""Returns as tax offices draw them: cells that are open at the sides, and dots that lead to a line's answer."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.pages.cells import drawn_combs, table_index
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
        # rows of one cell further away are the table's where they are as high as its own
        ([*(rule(60, y, 560, y) for y in (44, 72)), *ACROSS, rule(310, 128, 310, 156)], 5),
        ([*(rule(60, y, 560, y) for y in (184, 212)), *ACROSS, rule(310, 100, 310, 128)], 5),
        ([*(rule(60, y, 560, y) for y in (40, 70)), *ACROSS, rule(310, 128, 310, 156)], 3),
        # boxes for one letter each part no row, but a frame that touches its rules does
        ([*ACROSS, rule(310, 100, 310, 128), *(rule(x, 134, x, 152) for x in (200, 214, 228))], 3),
        ([*ACROSS, rule(310, 100, 310, 128), *(rule(x, 134, x, 156) for x in (200, 214, 228))], 0),
        # nor is what is higher than they are one of them
        (
            [
                *ACROSS[:2],
                rule(60, 180, 560, 180),
                rule(310, 100, 310, 128),
                *(rule(x, 134, x, 174) for x in (200, 228)),
            ],
            0,
        ),
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


TOOTH, RUNS = 15, (2, 7)  # boxes for one letter each, with a dash between them
SIGNED = ("Ana Ruiz", "2/18/2027")
OVER = ("1 Name of vendor", "2 Trade name")
NUMBER = "5 Employer identification number"


def signed_return(answers: tuple[str, ...] = (), *, number: str = "", signed: tuple[str, ...] = ()) -> bytes:
    """Rows of one cell over a row of two, a number's boxes in a row of their own, and arrows to sign behind."""
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.", size=7)
    canvas.line(60, 690, 560, 690)
    given = iter((*answers, *[""] * 4))
    for row, captions in enumerate(((OVER[0],), (OVER[1],), ("3 Town", "4 Website"))):
        top = 690 - 28 * row
        canvas.line(60, top - 28, 560, top - 28)
        for left, caption in zip((60, 310), captions, strict=False):
            canvas.drawString(left + 4, top - 8, caption)
            canvas.drawString(left + 8, top - 22, next(given))
    canvas.line(310, 634, 310, 606)
    canvas.line(60, 572, 560, 572)
    canvas.drawString(64, 597, NUMBER)
    lefts = [220 + TOOTH * n + (TOOTH - 1) * (n >= RUNS[0]) for n in range(sum(RUNS))]
    for left, letter in zip(lefts, number.ljust(len(lefts)), strict=True):
        canvas.rect(left, 580, TOOTH, 17)
        canvas.drawString(left + 4, 585, letter)
    canvas.drawString(lefts[1] + TOOTH + 5, 585, "-")
    canvas.line(60, 530, 560, 530)
    for left, prompt, said in zip((64, 380), ("Signature of vendor", "Date"), (*signed, "", ""), strict=False):
        canvas.drawString(left, 534, f"{prompt}  \u00bb")
        canvas.drawString(left + 110, 536, said)
    return canvas.getpdfdata()


def test_a_return_with_rows_of_one_cell_and_arrows_to_sign_behind() -> None:
    blank = papers.blank(signed_return(), "rfi", TITLE)
    asked = {p.label: p.role for p in blank.places}
    assert sorted(asked) == sorted((*OVER, "3 Town", "4 Website", NUMBER, "Signature of vendor", "Date"))
    assert (asked["Signature of vendor"], asked["Date"]) == ("signature", "signature_date")
    assert all(p.required for p in blank.places) and gap_in(blank) == ""


@pytest.mark.parametrize(
    ("answers", "number", "signed", "left"),
    [
        (ANSWERS[:4], "123456789", SIGNED, None),
        (("", *ANSWERS[1:4]), "123456789", SIGNED, (OVER[0],)),
        ((ANSWERS[0], "", *ANSWERS[2:4]), "123456789", SIGNED, (OVER[1],)),
        (ANSWERS[:4], "", SIGNED, (NUMBER,)),
        (ANSWERS[:4], "123456789", ("", SIGNED[1]), ()),  # not signed is told by itself
        (ANSWERS[:4], "123456789", (SIGNED[0], ""), ("Date",)),
    ],
)
def test_copies_of_it(
    answers: tuple[str, ...], number: str, signed: tuple[str, ...], left: tuple[str, ...] | None
) -> None:
    blank = papers.blank(signed_return(), "rfi", TITLE)
    form = papers.copy_of(blank, signed_return(answers, number=number, signed=signed))
    assert (form.status, form.open) == ("complete" if left is None else "incomplete", left or ())


@pytest.mark.parametrize(
    ("prompt", "behind", "ruled", "count"),
    [
        ("Signature \u00bb", "", True, 1),
        ("Signature \u00bb", "", False, 0),  # nothing tells where it ends
        ("Home \u00bb", "Forms and papers", True, 0),  # a trail of pages
        ("\u00bb", "", True, 0),  # points from nothing
        ("Signature \u00bb", "_" * 40, True, 1),  # the line that is drawn
    ],
)
def test_arrows_point_at_room_to_write_in(prompt: str, behind: str, ruled: bool, count: int) -> None:
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.")
    if ruled:
        canvas.line(60, 595, 560, 595)
    canvas.drawString(64, 600, prompt)
    canvas.drawString(64 + canvas.stringWidth(prompt) + 8, 600, behind)
    assert len(papers.blank(canvas.getpdfdata(), "rfi", TITLE).places) == count


def in_a_cell(raised: float = 9) -> Blank:
    """A question with boxes at its right, and a line for more that is drawn lower than its words."""
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.")
    canvas.rect(60, 600, 500, 60)
    canvas.drawString(64, 644, "1 Is any data stored abroad?")
    for n, option in enumerate(("Yes", "No")):
        canvas.rect(460 + 50 * n, 643, 8, 8)
        canvas.drawString(472 + 50 * n, 644, option)
    canvas.drawString(76, 606 + raised, "Name the country:")
    canvas.line(168, 606, 550, 606)
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE)


@pytest.mark.parametrize("raised", [2, 9, 12])
def test_a_line_in_a_cell_is_named_by_the_words_before_it_that_stand_higher(raised: float) -> None:
    assert [p.label for p in in_a_cell(raised).places if p.kind == "text"] == ["Name the country"]


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


@pytest.mark.parametrize(
    ("tooth", "gap", "combs"),
    [(15, 16, 1), (15, 13, 1), (15, 20, 2), (10, 13, 1), (10, 18, 2)],
)
def test_runs_of_boxes_no_farther_apart_than_a_dash_in_a_box_is_wide_are_one_answer(
    tooth: int, gap: int, combs: int
) -> None:
    lefts = [100 + tooth * n + gap * (n >= 4) for n in range(8)]
    assert len(drawn_combs([Mark("rect", (x, 100, x + tooth, 116)) for x in lefts])) == combs
