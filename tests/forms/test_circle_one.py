"""Ways in which a copy of a Word form chooses a printed word without drawing a ring, and rings on its print."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import form_papers as papers
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form, PlaceReading

TITLE = "Vendor Information Sheet"
TEXTS = (
    "Answer all questions of this sheet and send it to the office of Marsh Hollow District 21 with your offer.",
    "The office looks at nothing that is not complete, and tells you what it misses within a few days after that.",
)
QUESTIONS = ("14. Is it web-based?", "15. Does it work on Chromebooks?", "25. Was there a breach in three years?")
CUE = "  Circle one:  "
ANSWERS = ("Yes", "No", "No")  # to the three questions


def word(choose: Callable[[docx.text.paragraph.Paragraph, str], None] | None = None) -> bytes:
    document = docx.Document()
    for text in (TITLE, *TEXTS):
        document.add_paragraph(text)
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        paragraph = document.add_paragraph(question + CUE)
        if choose is None:
            paragraph.add_run("Yes / No")
        else:
            choose(paragraph, answer)
    document.add_paragraph("Thank you for your answers.")
    return papers.saved(document)


def known() -> Blank:
    return papers.blank(word(), "rfi", TITLE, "form.docx")


def copy_of(blank: Blank, data: bytes, name: str) -> Form:
    (form,) = assemble(recognise(papers.read(data, name), (blank,)), (blank,))
    return form


def chosen(form: Form) -> list[str]:
    """Of each question what is chosen; "?" where a person must look, "" where nothing is."""
    groups: dict[str, list[PlaceReading]] = {}
    for reading in form.readings:
        groups.setdefault(reading.place.group, []).append(reading)
    out = []
    for asked in groups.values():
        said = [r.place.option for r in asked if r.state == "filled"]
        out.append("?" if any(r.state == "doubtful" for r in asked) else " and ".join(said))
    return out


# --- Word -------------------------------------------------------------------------------------------------------------


def apart(paragraph: docx.text.paragraph.Paragraph, answer: str, style: Callable[[docx.text.run.Run], None]) -> None:
    for number, option in enumerate(("Yes", "No")):
        if number:
            paragraph.add_run(" / ")
        run = paragraph.add_run(option)
        if option == answer:
            style(run)


def bold(run: docx.text.run.Run) -> None:
    run.bold = run.underline = True


def framed(run: docx.text.run.Run) -> None:
    border = OxmlElement("w:bdr")
    border.set(qn("w:val"), "single")
    run._r.get_or_add_rPr().append(border)


def marked(run: docx.text.run.Run) -> None:
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def struck(run: docx.text.run.Run) -> None:
    run.font.strike = True


@pytest.mark.parametrize("style", [bold, framed, marked])
def test_the_chosen_word_is_set_apart(style: Callable[[docx.text.run.Run], None]) -> None:
    form = copy_of(known(), word(lambda p, answer: apart(p, answer, style)), "copy.docx")
    assert (form.status, chosen(form)) == ("complete", list(ANSWERS))


def test_the_other_word_is_struck_through() -> None:
    form = copy_of(known(), word(lambda p, answer: apart(p, "No" if answer == "Yes" else "Yes", struck)), "copy.docx")
    assert (form.status, chosen(form)) == ("complete", list(ANSWERS))


@pytest.mark.parametrize(
    "say",
    [
        lambda answer: "Yes X / No" if answer == "Yes" else "Yes / No X",
        lambda answer: "X Yes / No" if answer == "Yes" else "Yes / X No",
        lambda answer: f"Yes / No   {answer.upper()}",
        lambda answer: f"Yes / No - {answer}",
        lambda answer: answer,
    ],
)
def test_a_mark_or_the_answer_once_more(say: Callable[[str], str]) -> None:
    def choose(paragraph: docx.text.paragraph.Paragraph, answer: str) -> None:
        paragraph.add_run(say(answer))

    form = copy_of(known(), word(choose), "copy.docx")
    assert (form.status, chosen(form)) == ("complete", list(ANSWERS))


def test_where_nothing_or_too_much_tells_it_a_person_looks() -> None:
    nothing = copy_of(known(), word(), "copy.docx")
    assert chosen(nothing) == ["?"] * 3

    def both(paragraph: docx.text.paragraph.Paragraph, answer: str) -> None:
        apart(paragraph, answer, bold)
        paragraph.add_run("   NO" if answer == "Yes" else "   YES")

    assert chosen(copy_of(known(), word(both), "copy.docx")) == ["?"] * 3


def test_bold_answers_of_the_form_itself_say_nothing() -> None:
    def printed(paragraph: docx.text.paragraph.Paragraph, _: str) -> None:
        apart(paragraph, "Yes", bold)

    blank = papers.blank(word(printed), "rfi", TITLE, "form.docx")
    assert chosen(copy_of(blank, word(printed), "copy.docx")) == ["?"] * 3


def test_an_answer_elsewhere_is_not_taken_for_a_word_that_was_struck() -> None:
    rows = ("Student name", "Date of birth")

    def form(answers: tuple[str, str], style: Callable[[docx.text.run.Run], None] | None) -> bytes:
        document = docx.Document()
        for text in (TITLE, *TEXTS, "Write Yes or No for each kind."):
            document.add_paragraph(text)
        table = document.add_table(rows=3, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Kind of information", "Collected?"
        for row, (label, answer) in enumerate(zip(rows, answers, strict=True), 1):
            table.cell(row, 0).text, table.cell(row, 1).text = label, answer
        paragraph = document.add_paragraph(QUESTIONS[0] + CUE)
        apart(paragraph, "Yes", style or (lambda run: None))
        return papers.saved(document)

    blank = papers.blank(form(("", ""), None), "rfi", TITLE, "form.docx")
    read = copy_of(blank, form(("Yes", "No"), struck), "copy.docx")
    assert {r.place.label: r.value for r in read.readings if r.state == "filled"} == {
        "Student name collected?": "Yes",
        "Date of birth collected?": "No",
        "No": "No",
    }


# --- its print --------------------------------------------------------------------------------------------------------


def printed(draw: str) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    canvas.setFont("Helvetica", 10)
    for number, text in enumerate((TITLE, *TEXTS)):
        canvas.drawString(54, 740 - 24 * number, text)
    for number, (question, answer) in enumerate(zip(QUESTIONS, ANSWERS, strict=True)):
        y = 640 - 30 * number
        canvas.drawString(54, y, question + CUE)
        left = 54 + canvas.stringWidth(question + CUE, "Helvetica", 10)
        right = left + canvas.stringWidth("Yes / ", "Helvetica", 10)
        canvas.drawString(left, y, "Yes / No")
        x, wide = (left, 18.0) if answer == "Yes" else (right, 13.0)
        if draw == "ring":
            canvas.ellipse(x - 5, y - 4, x + wide + 5, y + 11)
        elif draw == "both":
            canvas.ellipse(left - 6, y - 5, right + 18, y + 12)
        elif draw == "under":
            canvas.line(x, y - 1.5, x + wide, y - 1.5)
        elif draw == "through":
            x, wide = (right, 13.0) if answer == "Yes" else (left, 18.0)
            canvas.line(x, y + 3.5, x + wide, y + 3.5)
        elif draw == "behind":
            canvas.drawString(right + 26, y, answer.upper())
    canvas.drawString(54, 530, "Thank you for your answers.")
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("draw", ["ring", "under", "through", "behind"])
def test_what_is_drawn_on_a_print_of_a_word_form(draw: str) -> None:
    form = copy_of(known(), printed(draw), "copy.pdf")
    assert (form.status, chosen(form)) == ("complete", list(ANSWERS))


@pytest.mark.parametrize("draw", ["", "both"])
def test_a_print_on_which_nothing_tells_it(draw: str) -> None:
    assert chosen(copy_of(known(), printed(draw), "copy.pdf")) == ["?"] * 3
