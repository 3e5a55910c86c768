"""A Word form with a table of Yes and No columns, printed to PDF with an X in each row; and one that begins with the
District's name, which comes again."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank

DISTRICT = "Juniper Bluff Community Unit School District No. 214"
TITLE = "Agreement on the Data of Students"
TEXT = f"This agreement is between {DISTRICT} and the operator named here, who fills in every line of it."
ELEMENTS = ("Student name", "Student number", "Date of birth", "Grade level", "Home address", "Attendance")
END = "Every line needs an X. The operator tells the District before it collects an element that is marked No."


def form(answers: str = "", name: str = "", mark: str = "X") -> bytes:
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
            row.cells["YN".index(answers[n]) + 1].text = mark
    document.add_paragraph(END)
    return papers.saved(document)


TURN = 4  # rows of the table on its first page
HEADS = ("Data element", "Yes", "No")


def printed(answers: str, name: str, again: tuple[str, ...] = ()) -> bytes:
    """The form's print; with the row `again`, if any, over the second half of its table on another page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    y = 740
    for line in (DISTRICT, TITLE, TEXT, f"Name of the operator: {name}"):
        canvas.drawString(60, y, line)
        y -= 22
    rows = [HEADS, *((e, "", "") for e in ELEMENTS)]
    if again:
        rows.insert(TURN, again)
        answers = f"{answers[: TURN - 1]}-{answers[TURN - 1 :]}"
    for n, cells in enumerate(rows):
        if again and n == TURN:
            canvas.showPage()
            canvas.setFont("Helvetica", 10)
            y = 740
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
    return papers.blank(form(), "soppa", TITLE, "form.docx")


@pytest.mark.parametrize("answers", ["YNNNNY", "NNNNNN", "YYYYYY", "YN-NNY"])
def test_each_x_is_in_its_column(answers: str) -> None:
    (part,) = recognise(papers.read(printed(answers, "Northwind Learning")), [blank()])
    told = [r.state == "filled" for r in part.readings if r.place.kind == "check"]
    assert told == [mark == column for mark in answers for column in "YN"]
    assert not [r for r in part.readings if r.state == "doubtful"]


@pytest.mark.parametrize(("again", "doubted"), [(HEADS, False), (("Data element", "No", "Yes"), True)])
def test_heads_that_a_print_repeats_on_its_next_page_are_no_answer(again: tuple[str, ...], doubted: bool) -> None:
    (part,) = recognise(papers.read(printed("YNY-NY", "Northwind Learning", again)), [blank()])
    told = [r.state for r in part.readings if r.place.kind == "check"]
    assert ("doubtful" in told) is doubted
    assert doubted or [s == "filled" for s in told] == [m == c for m in "YNY-NY" for c in "YN"]


@pytest.mark.parametrize(
    ("mark", "answers", "state"),
    [
        ("N", "NNNNNN", "filled"),
        ("no", "NNNNNN", "filled"),
        ("N", "YYYYYY", "doubtful"),
        ("None", "NNNNNN", "doubtful"),
    ],
)
def test_n_under_no_is_its_mark(mark: str, answers: str, state: str) -> None:
    (part,) = recognise(papers.read(form(answers, "Northwind Learning", mark), "form.docx"), [blank()])
    assert {r.state for r in part.readings if r.place.kind == "check"} == {state, "empty"}


def test_a_form_that_says_its_first_words_again_is_one_copy() -> None:
    (part,) = recognise(papers.read(form("YNNNNY", "Northwind Learning"), "form.docx"), [blank()])
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
    return papers.saved(document), out.getvalue()


@pytest.mark.parametrize("answers", [("Yes", "No"), ("No", "Yes"), ("No", "")])
def test_a_row_that_is_torn_by_the_end_of_a_page(answers: tuple[str, str]) -> None:
    word, print_ = torn(answers)
    known = papers.blank(word, "rfi", TITLE, "form.docx")
    (part,) = recognise(papers.read(print_), [known])
    assert [r.state == "filled" for r in part.readings] == [a == o for a in answers for o in ("Yes", "No")]
    assert not [r for r in part.readings if r.state == "doubtful"]
