"""Questions with letters under numbered headings, answered in the white below each; two labels beside nothing."""

from __future__ import annotations

from collections.abc import Callable

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.model import Document

TITLE = "Pupil Privacy Agreement of the schools"
ASKED = (
    ("1. The service", "(a) Which products does it cover?", "(b) For what purpose are they used?"),
    ("2. The information", "(a) List every kind that you collect.", "(b) From whom do you get it?"),
    ("3. The end", "(a) Within how many days do you delete it?", "(b) How will you show that it is gone?"),
)


def page(white: float, answers: bool = False, left_out: str = "") -> bytes:
    """Headings close over the questions (a), below which is less white than below the questions (b)."""
    canvas = papers.canvas_of(TITLE, "Write your answer in the free space under each question.")
    y = 690.0
    for heading, first, second in ASKED:
        canvas.drawString(60, y, heading)
        for text, room in ((first, white), (second, 34.0)):
            y -= 13
            canvas.drawString(75, y, text)
            if answers and text != left_out:
                canvas.drawString(75, y - 13, "As the attached list of our products says.")
            y -= room
        y -= 8
    canvas.drawString(60, y - 20, "Signature:")
    canvas.line(130, y - 22, 400, y - 22)
    if answers:
        canvas.drawString(140, y - 20, "Ana Ruiz")
    return canvas.getpdfdata()


def test_a_question_with_a_letter_needs_little_white() -> None:
    blank = papers.blank(page(14), "soppa", TITLE)
    labels = [p.label.rstrip(".?") for p in blank.places]
    assert labels[:-1] == [text.rstrip(".?") for _, *both in ASKED for text in both]
    assert papers.copy_of(blank, page(14, answers=True)).status == "complete"


@pytest.mark.parametrize("left_out", [ASKED[0][1], ASKED[1][2]])
def test_one_that_is_left_out_is_told(left_out: str) -> None:
    blank = papers.blank(page(14), "soppa", TITLE)
    (told,) = papers.copy_of(blank, page(14, answers=True, left_out=left_out)).open
    assert told.startswith(left_out.rstrip(".?"))


def test_lines_without_white_are_no_questions_of_their_own() -> None:
    blank = papers.blank(page(2), "soppa", TITLE)
    assert len(blank.places) == 4  # three with white, and the signature


# --- a shorter block of labels beside a longer one --------------------------------------------------------------------


EDGES = (60, 180, 300, 430, 550)
Rows = tuple[tuple[str, ...], ...]


def in_word(rows: Rows) -> list[str]:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=len(rows), cols=4)
    for n, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(n, column).text = text
        if len(row) < 4:  # what is left over is one cell
            table.cell(n, len(row)).merge(table.cell(n, 3))
    return [p.label for p in papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx").places]


def on_page(rows: Rows) -> list[str]:
    canvas = papers.canvas_of(TITLE, "The Operator completes this sheet.", size=9)
    for n, row in enumerate(rows):
        ends = [*EDGES[1 : len(row) + 1], EDGES[-1]] if len(row) < 4 else EDGES[1:]
        for left, right, text in zip(EDGES, ends, (*row, ""), strict=False):
            canvas.rect(left, 650 - 30 * n, right - left, 30)
            canvas.drawString(left + 4, 660 - 30 * n, text)
    blank = papers.blank(canvas.getpdfdata(), "soppa", TITLE)
    assert gap_in(blank) == ""
    return [p.label for p in blank.places]


SIGNED = ("Signature", "", "Superintendent", "")
NAMED = ("Printed name", "", "Board date", "")
SHORTER: list[tuple[Rows, str]] = [
    (
        (SIGNED, NAMED, ("Title", "", "", ""), ("Date of signature", "", "", "")),
        "Board date, Date of signature, Printed name, Signature, Superintendent, Title",
    ),
    ((SIGNED, ("Printed name", "", "", "")), "Printed name, Signature, Superintendent"),
    (
        (SIGNED, ("Printed name", "", "", ""), ("Title", "", "Board date", "")),
        "Board date, Printed name, Signature, Superintendent, Title",
    ),
    ((SIGNED, NAMED, ("", "", "Vote", "")), "Board date, Printed name, Signature, Superintendent, Vote"),
    ((SIGNED, NAMED, ("Title", "")), "Board date, Printed name, Signature, Superintendent, Title"),
]


@pytest.mark.parametrize("kind", [in_word, on_page])
@pytest.mark.parametrize(("rows", "asked"), SHORTER)
def test_what_the_shorter_block_leaves_over_is_no_place(
    kind: Callable[[Rows], list[str]], rows: Rows, asked: str
) -> None:
    assert ", ".join(sorted(kind(rows))) == asked


@pytest.mark.parametrize("kind", [in_word, on_page])
@pytest.mark.parametrize(
    ("rows", "more"),
    [  # a head over the column, or nothing asked beside: such cells are to be written in
        ((("Item", "Price", "Item", "Price"), ("License", "", "Training", ""), ("Setup", "", "", "")), 5),
        ((("Name", "Purpose", "State", "Country"), ("", "", "", ""), ("", "", "", "")), 8),
        (
            (
                ("Vendor", "", "Product", ""),
                ("State", "", "Price", ""),
                ("Kind", "Yes", "No", "Remarks"),
                ("Ads", "", "", ""),
            ),
            7,
        ),
    ],
)
def test_white_cells_under_heads_are_asked(kind: Callable[[Rows], list[str]], rows: Rows, more: int) -> None:
    assert len(kind(rows)) == more


def test_white_cells_under_a_head_as_wide_as_label_and_answer_are_asked() -> None:
    """ "Fax | ____" above them, in the two columns over which "Remarks" goes, says nothing of the remarks."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=5, cols=5)
    rows = (
        ("Phone", "", "", "Fax", ""),
        ("Price", "", "", "Term", ""),
        ("Kind", "Yes", "No", "Remarks", ""),
        ("Ads", "", "", "", ""),
        ("Cookies", "", "", "", ""),
    )
    for n, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(n, column).text = text
        first = 1 if n < 2 else 3
        table.cell(n, first).merge(table.cell(n, first + 1)).text = texts[first]
    labels = [p.label for p in papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx").places]
    assert len(labels) == 10 and sum("emarks" in label for label in labels) == 2, labels


def test_a_word_file_without_a_word_is_no_form() -> None:
    assert learn(Document("b", "b.docx"), form="rfi", title=TITLE, file="b.docx", optional=(), roles={}).places == ()
