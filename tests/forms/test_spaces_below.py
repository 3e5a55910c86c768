"""Questions of a Word form whose answers go into the white below them."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Vendor Questionnaire for Digital Products"
INTRO = "Please answer every item. Type your answer in the space below each question; the space grows as you type."
OF_COMPANY = (
    "What is the legal name of your company? Include any other name.",
    "E-mail address of the contact",
    "Fax number",
)
OF_DATA = (
    "Is it subject to the Student Online Personal Protection Act (SOPPA)? Answer Yes or No and explain briefly.",
    "List the third parties with whom student data is shared.",
    "By what date do you need the District’s final approval and signature?",
)
ANSWERS = (
    "Fraction Forge LLC",
    "renata@forge.example",
    "None",
    "Yes. Pupils type\nin their work.",
    "Amazon",
    "May 3, 2027",
)


def form(answers: tuple[str, ...] = ("",) * 6, *, white: int = 1, intro: str = INTRO) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(intro)
    given = iter(answers)
    for heading, questions in (("Company", OF_COMPANY), ("Student data", OF_DATA)):
        document.add_paragraph(heading)
        for question in questions:
            document.add_paragraph(question, style="List Number")
            lines = next(given).split("\n")
            for line in [*lines, *[""] * (white - len(lines))]:
                document.add_paragraph(line)
    document.add_paragraph("Thank you for the time that you have taken.")
    return papers.saved(document)


def read(answers: tuple[str, ...], white: int = 1) -> Form:
    blank = papers.blank(form(white=white), "rfi", TITLE, "form.docx")
    (read,) = assemble(recognise(papers.read(form(answers, white=white), "form.docx"), [blank]), [blank])
    return read


@pytest.mark.parametrize("white", [1, 3])
def test_each_question_is_a_place(white: int) -> None:
    blank = papers.blank(form(white=white), "rfi", TITLE, "form.docx")
    assert [p.label.rstrip(".") for p in blank.places] == [q.rstrip(".") for q in (*OF_COMPANY, *OF_DATA)]
    assert [p.role for p in blank.places] == ["operator", "", "", "subject_to_soppa", "", "deadline"]


@pytest.mark.parametrize("white", [1, 3])
def test_answers_of_any_length(white: int) -> None:
    filled = read(ANSWERS, white)
    assert (filled.status, filled.subject_to_soppa) == ("complete", True)


@pytest.mark.parametrize("empty", range(6))
def test_one_left_empty(empty: int) -> None:
    given = tuple("" if n == empty else answer for n, answer in enumerate(ANSWERS))
    told = read(given)
    assert (told.status, [t.rstrip(".") for t in told.open]) == (
        "incomplete",
        [(*OF_COMPANY, *OF_DATA)[empty].rstrip(".")],
    )


def test_white_between_clauses_asks_nothing() -> None:
    document = docx.Document()
    for text in (
        TITLE,
        "1. The operator keeps the data.",
        "Do you have questions about this form?",
        "2. The operator deletes the data after the term.",
        "3. Describe means to describe in writing.",
        f"Name: {'_' * 30}",
    ):
        document.add_paragraph(text)
        document.add_paragraph("")
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "form.docx")
    assert [p.label for p in blank.places] == ["Name"]


def test_questions_with_lines_boxes_or_tables_keep_those() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for question in (
        "What does the product do for us?",
        "Who in our schools will use it?",
        "Where are the data kept now?",
    ):
        document.add_paragraph(question)
        document.add_paragraph("")
        document.add_paragraph("_" * 40)
    for question in ("Is it free of any charge?", "Is it sold to private schools?", "Is it used outside Illinois?"):
        document.add_paragraph(question)
        document.add_paragraph("")
        document.add_paragraph("☐ Yes  ☐ No")
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert [p.kind for p in blank.places] == ["text"] * 3 + ["check"] * 6
