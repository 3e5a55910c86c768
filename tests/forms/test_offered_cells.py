"""Cells that hold nothing but answers to choose from: "Is data encrypted? | Yes / No"."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from typing import Any

import docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.common.words_ringed import are_alone, tells_for_all
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.offered_cells import is_answer_cell
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Vendor questionnaire"
INTRO = (
    "Answer all questions of this questionnaire and send it to the office of Marsh Hollow District 21 with your offer.",
    "The office looks at nothing that is not complete, and tells you what it misses within a few days after that.",
)
QUESTIONS = (
    "Is it aligned to the learning standards?",
    "Is stored information encrypted at all times?",
    "Does anybody sell what students write?",
)
OFFERED = ("Yes / No / Not applicable", "Yes / No", "Yes / No")
YES, NO, NEITHER = ("Yes", "No", "Yes"), ("No", "No", "No"), ("Not applicable", "Yes", "No")


@pytest.mark.parametrize("text", ["Yes / No", "YES   NO", "Yes / No / Not applicable"])
def test_answers_alone(text: str) -> None:
    assert are_alone(text)


@pytest.mark.parametrize("text", ["Yes", "☐ Yes ☐ No", "Is it free? Yes / No", "Answer yes or no", ""])
def test_texts_that_say_more(text: str) -> None:
    assert not are_alone(text)


def test_what_does_not_apply_is_taken_out() -> None:
    assert tells_for_all("For Yes / No questions, delete what does not apply or mark your answer plainly.")
    assert not tells_for_all("We delete what does not apply to us, yes or no.")


@pytest.mark.parametrize(
    ("before", "row", "below", "expected"),
    [
        (["Is it free?"], ["Is it free?", "Yes / No"], ["", "Yes / No"], True),
        (["Criminal background checks"], ["Criminal background checks", "Yes / No"], ["Yes / No"], True),
        (["Is it free?"], ["Is it free?", "Yes / No", ""], [], False),  # written into the empty cell beside
        (["Control"], ["Control", "Yes / No"], ["", ""], False),  # heads over a column to write in
        (["Is this met?"], ["Is this met?", "Yes / No"], ["", ""], False),
        ([], ["Yes / No"], [], False),
    ],
)
def test_a_cell_is_answered_itself(
    before: Sequence[str], row: Sequence[str], below: Sequence[str], *, expected: bool
) -> None:
    assert is_answer_cell(before, row, below) == expected


# --- Word -------------------------------------------------------------------------------------------------------------

Write = Callable[[Any, str, str], None]  # paragraph, offered, answer


def untouched(paragraph: Any, offered: str, _: str) -> None:
    paragraph.add_run(offered)


def left(paragraph: Any, _: str, answer: str) -> None:
    paragraph.add_run(answer)


def said_more(paragraph: Any, _: str, answer: str) -> None:
    paragraph.add_run(f"{answer}, in all our products.")


def marked(paragraph: Any, offered: str, answer: str) -> None:
    paragraph.add_run(re.sub(rf"\b{answer}\b", f"X {answer}", offered))


def bold(paragraph: Any, offered: str, answer: str) -> None:
    before, after = re.split(rf"\b{answer}\b", offered)
    paragraph.add_run(before)
    paragraph.add_run(answer).bold = True
    paragraph.add_run(after)


def struck(paragraph: Any, offered: str, answer: str) -> None:
    for n, word in enumerate(offered.split(" / ")):
        paragraph.add_run(" / " if n else "")
        paragraph.add_run(word).font.strike = word != answer


def word(ways: Sequence[Write], answers: Sequence[str], company: str = "") -> bytes:
    document = docx.Document()
    for text in (TITLE, *INTRO):
        document.add_paragraph(text)
    table = document.add_table(rows=len(QUESTIONS) + 1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Company name", company
    for n, question in enumerate(QUESTIONS):
        table.cell(n + 1, 0).text = question
        ways[n](table.cell(n + 1, 1).paragraphs[0], OFFERED[n], answers[n])
    return papers.saved(document)


def read_word(ways: Sequence[Write], answers: Sequence[str]) -> Form:
    blank = papers.blank(word([untouched] * 3, YES), "rfi", TITLE, "form.docx")
    assert gap_in(blank) == ""
    document = papers.read(word(ways, answers, "Harbor LLC"), "sent.docx")
    (form,) = assemble(recognise(document, (blank,)), (blank,))
    return form


def chosen(form: Form) -> tuple[str, ...]:
    return tuple(r.place.label for r in form.readings if r.state == "filled" and r.place.kind == "check")


@pytest.mark.parametrize("way", [left, said_more, marked, bold, struck])
@pytest.mark.parametrize("answers", [YES, NO, NEITHER])
def test_words_of_a_word_form_that_are_left_or_marked(way: Write, answers: tuple[str, ...]) -> None:
    form = read_word([way] * 3, answers)
    assert (form.status, chosen(form)) == ("complete", answers)


def test_one_that_is_left_as_it_was_beside_answers_that_are_seen_is_open() -> None:
    assert read_word([marked, untouched, marked], YES).status == "incomplete"


@pytest.mark.parametrize("ways", [[untouched] * 3])
def test_where_nothing_is_seen_to_be_answered_a_person_looks(ways: Sequence[Write]) -> None:
    """Rings that are drawn over the text, or coloured letters."""
    assert read_word(ways, YES).status == "doubtful"


def test_an_answer_that_only_has_such_a_word_in_it_goes_to_a_person() -> None:
    def told(paragraph: Any, _: str, answer: str) -> None:
        paragraph.add_run(f"There is {answer.lower()} plan for it")

    assert read_word([left, told, left], NO).status == "doubtful"


# --- pages ------------------------------------------------------------------------------------------------------------

LEFT, MIDDLE, RIGHT, TOP, HIGH = 56, 320, 560, 640, 24


def page(mark: str = "", answers: Sequence[str] = YES, company: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((TITLE, *INTRO)):
        canvas.drawString(60, 750 - 18 * n, text)
    for n, question in enumerate(("Company name", *QUESTIONS)):
        at = TOP - n * HIGH
        canvas.rect(LEFT, at, MIDDLE - LEFT, HIGH)
        canvas.rect(MIDDLE, at, RIGHT - MIDDLE, HIGH)
        canvas.drawString(LEFT + 6, at + 8, question)
        left = MIDDLE + 6.0
        for k, text in enumerate(OFFERED[n - 1].split(" / ") if n else (company,)):
            given = n > 0 and text == answers[n - 1]
            if k:
                canvas.drawString(left, at + 8, " / ")
                left += canvas.stringWidth(" / ", "Helvetica", 10)
            face = "Helvetica-Bold" if given and mark == "bold" else "Helvetica"
            wide = canvas.stringWidth(text, face, 10)
            canvas.setFont(face, 10)
            canvas.drawString(left, at + 8, text)
            canvas.setFont("Helvetica", 10)
            if given and mark == "underlined":
                canvas.line(left, at + 6, left + wide, at + 6)
            if given and mark == "ringed":
                canvas.ellipse(left - 4, at + 4, left + wide + 4, at + 19)
            left += wide
        if n and mark in ("behind", "else"):
            canvas.drawString(left + 30, at + 8, answers[n - 1] if mark == "behind" else "see our letter")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("mark", ["ringed", "underlined", "bold", "behind"])
@pytest.mark.parametrize("answers", [YES, NO])
def test_words_of_a_page(mark: str, answers: tuple[str, ...]) -> None:
    form = papers.copy_of(papers.blank(page(), "rfi", TITLE, "form.pdf"), page(mark, answers, "Harbor LLC"))
    assert (form.status, chosen(form)) == ("complete", answers)


def test_other_words_behind_the_answers_go_to_a_person() -> None:
    form = papers.copy_of(papers.blank(page(), "rfi", TITLE, "form.pdf"), page("else", YES, "Harbor LLC"))
    assert form.status == "doubtful"


# --- fields beside the words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gap", [2, 5, 12])
def test_words_of_fields_that_are_ticked_are_not_asked_once_more(gap: int) -> None:
    """Fields that a program put over a Word form's print, whose frames no page shows."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 780, TITLE)
    for n, question in enumerate(QUESTIONS):
        bottom = 700 - 24 * n
        canvas.rect(58, bottom, 300, 24)
        canvas.rect(358, bottom, 180, 24)
        canvas.drawString(62, bottom + 8, question)
        for left, word in ((366, "Yes"), (430, "No")):
            canvas.drawString(left + 10 + gap, bottom + 8, word)
            canvas.acroForm.checkbox(
                name=f"Check Box{n}{word}", x=left, y=bottom + 6, size=10, borderWidth=0, fillColor=None
            )
    canvas.acroForm.textfield(name="Text1", x=120, y=560, width=300, height=16)
    canvas.drawString(60, 564, "Company:")
    canvas.save()
    boxes = [p for p in papers.blank(out.getvalue(), "rfi", TITLE).places if p.kind == "check"]
    assert [(p.group_label, p.option) for p in boxes] == [(q, word) for q in QUESTIONS for word in ("Yes", "No")]
