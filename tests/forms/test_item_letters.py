"""A list of boxes whose items are lettered: the letters are no questions."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

TITLE = "Agreement on the protection of student data"
QUESTION = "9. The operator marks each kind of information that the product collects:"
OPTIONS = ("Student name", "Date of birth", "Grades and student work")
LETTERS = {"round": "({})", "behind": "{})", "dotted": "{}."}


def word(form: str) -> bytes:
    document = docx.Document()
    for text in (TITLE, QUESTION, *(f"{LETTERS[form].format('abc'[n])} ☐ {o}" for n, o in enumerate(OPTIONS)), "End."):
        document.add_paragraph(text)
    return papers.saved(document)


def page(form: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, TITLE)
    canvas.drawString(60, 700, QUESTION)
    for n, option in enumerate(OPTIONS):
        y = 684 - 16 * n
        canvas.drawString(80, y, LETTERS[form].format("abc"[n]))
        canvas.rect(100, y - 1, 9, 9)
        canvas.drawString(114, y, option)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("form", LETTERS)
def test_all_boxes_answer_one_question(form: str, kind: str) -> None:
    blank = papers.blank(word(form) if kind == "docx" else page(form), "soppa", TITLE, f"form.{kind}")
    assert [p.option for p in blank.places] == list(OPTIONS)
    assert {p.group_label for p in blank.places} == {QUESTION.rstrip(":")}
    assert len({p.group for p in blank.places}) == 1
