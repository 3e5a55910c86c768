"""Prints of Word forms whose questions are numbered: the numbers are on the page and not in the form's text."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.list_numbers import with_unread_numbers
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.running import compare
from soppa_mailbot.forms.stream import blank_stream
from soppa_mailbot.forms.tokens import INK_WORD, Token
from soppa_mailbot.model import Paragraph, Run

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
    ("typed", "wide", "same"),
    [("2. Product bought", 9.0, True), ("20 days at most", 9.0, False), ("2. Product bought", 30.0, False)],
)
def test_unread_ink_before_a_paragraph_is_the_number_typed_there(typed: str, wide: float, same: bool) -> None:
    flow = [Paragraph((Run("Company of yours"),)), Paragraph((Run(typed),))]
    stream = blank_stream(flow)
    paper = [replace(t, page=1, box=(90.0 + 40 * n, 50.0, 120.0 + 40 * n, 60.0)) for n, t in enumerate(stream.tokens)]
    paper[3] = Token(INK_WORD, INK_WORD, page=1, box=(240.0 - wide, 50.0, 240.0, 60.0))
    told = with_unread_numbers(compare(stream, paper), flow)
    assert told.replaced() == (frozenset() if same else frozenset({3}))
