"""A Word form with a table of Yes and No columns, printed to PDF with an X in each row; and one that begins with the
District's name, which comes again."""

from __future__ import annotations

import io

import docx
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blank import learn
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Document
from soppa_mailbot.reading import docx as docx_reader
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits

DISTRICT = "Juniper Bluff Community Unit School District No. 214"
TITLE = "Agreement on the Data of Students"
TEXT = f"This agreement is between {DISTRICT} and the operator named here, who fills in every line of it."
ELEMENTS = ("Student name", "Student number", "Date of birth", "Grade level", "Home address", "Attendance")
END = "Every line needs an X. The operator tells the District before it collects an element that is marked No."


def form(answers: str = "", name: str = "") -> bytes:
    document = docx.Document()
    for line in (DISTRICT, TITLE, TEXT):
        document.add_paragraph(line)
    document.add_paragraph(f"Name of the operator: {name or '______________________'}")
    table = document.add_table(rows=1 + len(ELEMENTS), cols=3)
    for cell, head in zip(table.rows[0].cells, ("Data element", "Yes", "No"), strict=True):
        cell.text = head
    for n, (row, element) in enumerate(zip(table.rows[1:], ELEMENTS, strict=True)):
        row.cells[0].text = element
        if answers:
            row.cells["YN".index(answers[n]) + 1].text = "X"
    document.add_paragraph(END)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def printed(answers: str, name: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    y = 740
    for line in (DISTRICT, TITLE, TEXT, f"Name of the operator: {name}"):
        canvas.drawString(60, y, line)
        y -= 22
    for n, cells in enumerate((("Data element", "Yes", "No"), *((e, "", "") for e in ELEMENTS))):
        for left, width, text in zip((60, 300, 360), (240, 60, 60), cells, strict=True):
            canvas.rect(left, y - 18, width, 18)
            canvas.drawString(left + 4, y - 13, text)
        if n and answers[n - 1] in "YN":
            canvas.drawString(325 if answers[n - 1] == "Y" else 385, y - 13, "X")
        y -= 18
    canvas.drawString(60, y - 24, END)
    canvas.save()
    return out.getvalue()


def blank() -> Blank:
    opened = docx_reader.read(form(), Limits())
    document = Document("b", "form.docx", sha256="3" * 64, flow=opened.flow, fields=opened.fields)
    return learn(document, form="soppa", title=TITLE, file="form.docx")


@pytest.mark.parametrize("answers", ["YNNNNY", "NNNNNN", "YYYYYY", "YN-NNY"])
def test_each_x_is_in_its_column(answers: str) -> None:
    opened = pdf.read(printed(answers, "Northwind Learning"), Limits())
    (part,) = recognise(Document("a", "form.pdf", pages=opened.pages, fields=opened.fields), [blank()])
    told = [r.state == "filled" for r in part.readings if r.place.kind == "check"]
    assert told == [mark == column for mark in answers for column in "YN"]
    assert not [r for r in part.readings if r.state == "doubtful"]


def test_a_form_that_says_its_first_words_again_is_one_copy() -> None:
    opened = docx_reader.read(form("YNNNNY", "Northwind Learning"), Limits())
    (part,) = recognise(Document("a", "form.docx", flow=opened.flow, fields=opened.fields), [blank()])
    assert part.confidence > 0.99 and all(r.state == "filled" for r in part.readings if r.place.kind != "check")


def torn(answers: tuple[str, str]) -> tuple[bytes, bytes]:
    """A Word form, and its print, in which the last row of a table is torn in two by the end of the page."""
    document = docx.Document()
    for line in (DISTRICT, TITLE, TEXT):
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    labels = ("Does it use artificial intelligence?", "Is a report on its accessibility available?")
    for row, label in zip(table.rows, labels, strict=True):
        row.cells[0].text, row.cells[1].text = label, "☐ Yes   ☐ No"
    document.add_paragraph(END)
    word = io.BytesIO()
    document.save(word)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    for n, line in enumerate((DISTRICT, TITLE, TEXT)):
        canvas.drawString(60, 740 - 22 * n, line)
    for top, label, ticked in ((90, labels[0], answers[0]), (66, "Is a report on its accessibility", answers[1])):
        for left, width in ((60, 200), (260, 200)):
            canvas.rect(left, top - 24, width, 24)
        canvas.drawString(64, top - 14, label)
        for n, option in enumerate(("Yes", "No")):
            canvas.rect(266 + 60 * n, top - 16, 9, 9)
            if option == ticked:
                canvas.drawString(268 + 60 * n, top - 15, "X")
            canvas.drawString(280 + 60 * n, top - 14, option)
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    canvas.rect(60, 716, 200, 24)
    canvas.rect(260, 716, 200, 24)
    canvas.drawString(64, 726, "available?")
    canvas.drawString(60, 680, END)
    canvas.save()
    return word.getvalue(), out.getvalue()


@pytest.mark.parametrize("answers", [("Yes", "No"), ("No", "Yes"), ("No", "")])
def test_a_row_that_is_torn_by_the_end_of_a_page(answers: tuple[str, str]) -> None:
    word, print_ = torn(answers)
    opened = docx_reader.read(word, Limits())
    document = Document("b", "form.docx", sha256="5" * 64, flow=opened.flow, fields=opened.fields)
    known = learn(document, form="rfi", title=TITLE, file="form.docx")
    pages = pdf.read(print_, Limits())
    (part,) = recognise(Document("a", "form.pdf", pages=pages.pages, fields=pages.fields), [known])
    assert [r.state == "filled" for r in part.readings] == [a == o for a in answers for o in ("Yes", "No")]
    assert not [r for r in part.readings if r.state == "doubtful"]
