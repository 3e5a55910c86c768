"""Prints of Word forms whose questions are numbered: the numbers are on the page and not in the form's text."""

from __future__ import annotations

import io

import docx
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blank import learn
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Document
from soppa_mailbot.reading import docx as docx_reader
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits

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
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


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
    blank_read = docx_reader.read(form(), Limits())
    blank = learn(
        Document("b", "form.docx", sha256="1" * 64, flow=blank_read.flow, fields=blank_read.fields),
        form="rfi",
        title=TITLE,
        file="form.docx",
    )
    opened = pdf.read(printed(answers, numbers), Limits())
    (part,) = recognise(Document("a", "form.pdf", pages=opened.pages, fields=opened.fields), [blank])
    assert [r.value for r in part.readings] == [answers.get(n, "") for n in range(len(QUESTIONS))]
    assert [r.state for r in part.readings] == ["filled" if n in answers else "empty" for n in range(len(QUESTIONS))]
