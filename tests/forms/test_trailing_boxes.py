"""Boxes behind their words, "Yes [ ]   No [ ]", in Word and on a page: a tick must not say the contrary."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from docx.enum.text import WD_TAB_LEADER
from docx.shared import Inches
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.trailing import are_trailing, parted
from soppa_mailbot.forms.recognise import recognise

TITLE = "Preliminary questions for vendors of software"
QUESTION = "Is the product subject to the Student Online Personal Protection Act?"
END = "Thank you for answering every one of these questions with care."
ROWS = {
    f"{QUESTION} Yes ☐ No ☐": ["Yes", "No"],
    f"{QUESTION}   Yes: ☐   No: ☐": ["Yes", "No"],
    f"{QUESTION} Yes ☐ No ☐ N/A ☐": ["Yes", "No", "N/A"],
    f"{QUESTION} ☐ Yes ☐ No": ["Yes", "No"],
    "Teachers ☐ Students ☐ Parents ☐": ["Teachers", "Students", "Parents"],
    "☐ Teachers ☐ Students ☐ Parents": ["Teachers", "Students", "Parents"],
    "Yes ☐ No ☐ If no, say why": ["Yes", "No"],
    "Operator will (check one): delete ☐ return ☐ the information": ["delete", "return"],
    "The product (check one): ☐ is sold ☐ is not sold": ["is sold", "is not sold"],
    "Who hosts it? (check one) ☐ Vendor ☐ District": ["Vendor", "District"],
}


def word(row: str) -> bytes:
    document = docx.Document()
    for line in (TITLE, row, END):
        document.add_paragraph(line)
    return papers.saved(document)


def page(row: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 700, TITLE)
    x = 60.0
    for text in row.split(" "):
        if text in ("☐", "☒"):
            canvas.rect(x, 658, 9, 9)
            if text == "☒":
                canvas.drawString(x + 1.5, 659, "X")
            x += 15
        elif text:
            canvas.drawString(x, 660, text)
            x += canvas.stringWidth(text + " ", "Helvetica", 10)
        else:
            x += 6
    canvas.drawString(60, 620, END)
    canvas.save()
    return out.getvalue()


def form_file(row: str, kind: str) -> bytes:
    return word(row) if kind == "docx" else page(row)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("row", ROWS)
def test_each_box_has_its_own_words(row: str, kind: str) -> None:
    blank = papers.blank(form_file(row, kind), "rfi", TITLE, f"form.{kind}")
    assert [p.option for p in blank.places if p.kind == "check"] == ROWS[row]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("row", [f"{QUESTION} Yes ☐ No ☐", f"{QUESTION} ☐ Yes ☐ No"])
def test_a_tick_says_what_stands_beside_it(row: str, kind: str) -> None:
    blank = papers.blank(form_file(row, kind), "rfi", TITLE, f"form.{kind}")
    said = []
    for first in (True, False):
        ticked = row.replace("☐", "☒", 1) if first else "☒".join(row.rsplit("☐", 1))
        (form,) = assemble(recognise(papers.read(form_file(ticked, kind), f"form.{kind}"), [blank]), [blank])
        said.append(form.subject_to_soppa)
    assert said == [True, False]


def lines_behind(marked: str, kind: str) -> bytes:
    """ "Yes ____  No ____" behind a question, as a letter has it."""
    row = f"{QUESTION}  Yes {'_X_' if marked == 'Yes' else '___'}  No {'_X_' if marked == 'No' else '___'}"
    if kind == "docx":
        return word(row)
    canvas = papers.canvas_of(TITLE, row)
    canvas.drawString(60, 620, END)
    return canvas.getpdfdata()


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("marked", ["Yes", "No"])
def test_a_line_behind_yes_is_the_answer_yes(marked: str, kind: str) -> None:
    blank = papers.blank(lines_behind("", kind), "rfi", TITLE, f"form.{kind}")
    assert [p.option for p in blank.places] == ["Yes", "No"]
    (form,) = assemble(recognise(papers.read(lines_behind(marked, kind), f"form.{kind}"), [blank]), [blank])
    assert form.subject_to_soppa is (marked == "Yes")


@pytest.mark.parametrize("box", ["[ ]", "☐", "( )"])
def test_dots_that_lead_to_a_box_are_no_line_to_write_on(box: str) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for question, behind in ((QUESTION, f"{box} Yes   {box} No"), ("Legal name", "")):
        row = document.add_paragraph(f"{question}\t{behind}")
        row.paragraph_format.tab_stops.add_tab_stop(Inches(5), leader=WD_TAB_LEADER.DOTS)
    document.add_paragraph(END)
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert [(p.kind, p.option or p.label) for p in blank.places] == [
        ("check", "Yes"),
        ("check", "No"),
        ("text", "Legal name"),
    ]
    assert {p.group_label for p in blank.places if p.kind == "check"} == {QUESTION}


def test_two_questions_of_a_row_have_their_boxes_in_cells_of_their_own() -> None:
    canvas = papers.canvas_of(TITLE, END)
    rows = (("Single sign-on?", "Free of charge?"), ("Shows advertising?", "Uses artificial intelligence?"))
    for n, row in enumerate(rows):
        for left, text in zip((60, 190, 310, 440), (row[0], "", row[1], ""), strict=True):
            canvas.rect(left, 650 - 30 * n, 130 if left in (60, 310) else 120, 30)
            canvas.drawString(left + 4, 660 - 30 * n, text)
            for x, option in () if text else ((left + 4, "Yes"), (left + 56, "No")):
                canvas.drawString(x, 660 - 30 * n, option)
                canvas.rect(x + 24, 659 - 30 * n, 9, 9)
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert [p.option for p in blank.places] == ["Yes", "No"] * 4
    assert {p.group_label for p in blank.places} == {text for row in rows for text in row}
    assert blank.notes == (
        "no question was found that tells if SOPPA applies: no exemption can be read from this form",
    )


def test_words_are_parted() -> None:
    assert parted("Is it free? Yes") == ("Is it free?", "Yes")
    assert parted("Users: Students") == ("Users:", "Students")
    assert parted("Students") == ("", "Students")
    assert are_trailing(["Is it free? Yes", "No"], "") and are_trailing(["Students", "Teachers", "Parents"], "")
    assert not are_trailing(["Is it free?", "Yes"], "No") and not are_trailing(["", ""], "")


def test_boxes_side_by_side_belong_to_their_heads() -> None:
    assert not are_trailing(["Is it free?", ""], "")
    assert not are_trailing(["Is it shared with parents or not", "", ""], "")


def test_what_stands_on_the_next_line_is_not_behind_the_last_box() -> None:
    row = "Ways to sign on (check all that apply): Google ☐ Clever ☐ None ☐\nOther sign-on: ____________"
    blank = papers.blank(word(row), "rfi", TITLE, "form.docx")
    assert [p.option for p in blank.places if p.kind == "check"] == ["Google", "Clever", "None"]
    assert {p.group_label for p in blank.places if p.group} == {"Ways to sign on (check all that apply)"}
    assert [p.label for p in blank.places if p.kind == "text"] == ["Other sign-on"]
