"""Questions and answers that each take a whole row of a Word table in which other rows are asked side by side."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import form_papers as papers

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Questionnaire for vendors"
ROWS: tuple[tuple[str, ...], ...] = (
    ("SECTION 1. THE COMPANY",),
    ("Legal name", ""),
    ("Describe the product in two or three sentences.",),
    ("",),
    ("SECTION 2. THE PRODUCT",),
    ("Name", ""),
    ("6.", "Which grades is it for?"),
    ("",),
    ("Sign-in", "☐ Google ☐ Clever"),
    ("",),
)


def table(rows: Sequence[tuple[str, ...]]) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    made = document.add_table(rows=0, cols=2)
    for texts in rows:
        first, second = made.add_row().cells
        if len(texts) == 1:
            first.merge(second).text = texts[0]
        else:
            first.text, second.text = texts
    return papers.saved(document)


def answered(*answers: str) -> Form:
    given = iter(answers)
    rows = [tuple(text or next(given) for text in texts) for texts in ROWS]
    rows[-2] = ("Sign-in", "☒ Google ☐ Clever")
    blank = papers.blank(table(ROWS), "rfi", TITLE, "form.docx")
    (form,) = assemble(recognise(papers.read(table(rows), "sent.docx"), (blank,)), (blank,))
    return form


def test_an_answer_is_called_after_the_question_over_it() -> None:
    blank = papers.blank(table(ROWS), "rfi", TITLE, "form.docx")
    assert [p.label for p in blank.places if p.kind == "text"] == [
        "Legal name",
        "Describe the product in two or three sentences",
        "Name",
        "6. Which grades is it for?",
        "Sign-in",  # more room under its boxes
    ]


def test_what_was_left_open_is_told_by_its_question() -> None:
    form = answered("Harbor LLC", " ", "Harbor Reader", "K to 5", "none")
    assert form.open == ("Describe the product in two or three sentences",)
    assert answered("Harbor LLC", "It teaches reading.", "Harbor Reader", "K to 5", "none").status == "complete"
