"""Questions with letters under numbered headings, answered in the white below each; two labels beside nothing."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.blank import learn
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


def signature_table(rows: tuple[tuple[str, str], ...]) -> list[str]:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=len(rows), cols=4)
    for n, (ours, theirs) in enumerate(rows):
        table.cell(n, 0).text, table.cell(n, 2).text = ours, theirs
    return [p.label for p in papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx").places]


def test_what_the_shorter_block_leaves_over_is_no_place() -> None:
    rows = (("Signature", "Superintendent"), ("Printed name", "Board date"), ("Title", ""), ("Date of signature", ""))
    labels = signature_table(rows)
    assert labels.count("Title") == 1 and labels.count("Date of signature") == 1
    assert len(labels) == 6


def test_a_word_file_without_a_word_is_no_form() -> None:
    assert learn(Document("b", "b.docx"), form="rfi", title=TITLE, file="b.docx", optional=(), roles={}).places == ()
