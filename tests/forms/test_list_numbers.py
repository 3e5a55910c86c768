"""Prints of Word forms whose questions are numbered: the numbers are on the page and not in the form's text."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.tokens import INK_WORD, Token
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.list_numbers import with_unread_numbers
from soppa_mailbot.model import Box

TITLE = "Request for Information on Digital Products"
QUESTIONS = (
    "Legal name of your company:",
    "Name of the product:",
    "Telephone of a person to call:",
    "Country in which records are stored:",
    "Persons who can read them:",
)
INTRO = "Juniper Bluff CUSD 214 asks every vendor of a digital product to answer the questions on this page."


def form() -> bytes:
    document = docx.Document()
    for line in (INTRO, TITLE):
        document.add_paragraph(line)
    for question in QUESTIONS:
        document.add_paragraph(question, style="List Number")
    document.add_paragraph("Thank you for your answers.")
    return papers.saved(document)


def printed(answers: dict[int, str], numbers: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 720, INTRO)
    canvas.drawString(72, 700, TITLE)
    y = 670
    for n, question in enumerate(QUESTIONS):
        canvas.drawString(72, y, numbers.format(n + 1, "abcde"[n]))
        canvas.drawString(96, y, question)
        canvas.drawString(96, y - 16, answers.get(n, ""))
        y -= 40
    canvas.drawString(72, y, "Thank you for your answers.")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("numbers", ["{0}.", "{0})", "({1})", "2.{0}", "{1}."])
@pytest.mark.parametrize("answers", [{}, {0: "Northwind", 3: "United States"}, {4: "15"}])
def test_a_number_answers_nothing(answers: dict[int, str], numbers: str) -> None:
    blank = papers.blank(form(), "rfi", TITLE, "form.docx")
    (part,) = recognise(papers.read(printed(answers, numbers)), [blank])
    assert [r.value for r in part.readings] == [answers.get(n, "") for n in range(len(QUESTIONS))]
    assert [r.state for r in part.readings] == ["filled" if n in answers else "empty" for n in range(len(QUESTIONS))]


@pytest.mark.parametrize(
    ("said", "box", "found"),
    [
        (INK_WORD, (60.0, 100.0, 68.0, 112.0), True),
        (INK_WORD, (60.0, 100.0, 110.0, 112.0), False),  # broader than a number
        (INK_WORD, (60.0, 80.0, 68.0, 92.0), False),  # on another line
        ("9", (60.0, 100.0, 68.0, 112.0), False),  # another number
    ],
)
def test_ink_that_stands_where_a_paragraphs_number_does(said: str, box: Box, found: bool) -> None:
    """And not where a number stands among other words."""
    texts = [("thing", 0), ("7", 1), ("After", 1), ("30", 1), ("days", 1)]
    own = [Token(t.casefold(), t, n, paragraph=at) for n, (t, at) in enumerate(texts)]
    at = [(60, 60), (0, 0), (80, 100), (120, 100), (160, 100)]
    paper = [
        Token(t.casefold(), t, n, 1, (x, y, x + 20.0, y + 12.0))
        for n, ((t, _), (x, y)) in enumerate(zip(texts, at, strict=True))
    ]
    paper[1] = Token(said, said, 1, 1, box)
    paper[3] = replace(paper[3], norm=INK_WORD)
    comparison = Comparison(Stream(own), paper, [0, -1, 2, -1, 4])
    assert with_unread_numbers(comparison).to_paper == [0, 1 if found else -1, 2, -1, 4]
