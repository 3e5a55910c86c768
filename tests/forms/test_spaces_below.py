"""Questions of a Word form whose answers go into the white below them."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

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


NUMBERED = (
    "1. Name of the software ____________________",
    "2. Web address ____________________",
    "3. Does it show advertising?   ___ Yes   ___ No",
    "4. Where is the information kept, and by which company?",
    "5. Have you had a breach?   ___ Yes   ___ No",
    "6. What happens to it in the end?",
    "7. Contact ____________________",
)


def numbered(lines: tuple[str, ...] = NUMBERED, answers: tuple[str, str] = ("", "")) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    given = iter(answers)
    for line in lines:
        document.add_paragraph(line)
        if line.endswith("?"):
            document.add_paragraph(next(given))
            document.add_paragraph()
    return papers.saved(document)


def test_a_question_numbered_among_others_is_answered_in_the_white_below_it() -> None:
    blank = papers.blank(numbered(), "rfi", TITLE, "blank.docx")
    asked = [p.label for p in blank.places if p.kind == "text"]
    assert asked[2:4] == [NUMBERED[3], NUMBERED[5]]
    form = papers.copy_of(blank, numbered(answers=("Ohio, on AWS", "")), "copy.docx")
    assert NUMBERED[5] in form.open and NUMBERED[3] not in form.open


def test_a_question_of_no_run_is_none() -> None:
    few = (NUMBERED[0], NUMBERED[1], "14. What happens to it in the end?", NUMBERED[6])
    blank = papers.blank(numbered(few), "rfi", TITLE, "blank.docx")
    assert [p.label for p in blank.places] == ["1. Name of the software", "2. Web address", "7. Contact"]


def numbered_page(answers: tuple[str, str] = ("", "")) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, TITLE)
    y, given = 700, iter(answers)
    for line in NUMBERED:
        canvas.drawString(60, y, line.replace("___ Yes   ___ No", "[  ] Yes   [  ] No"))
        y -= 24
        if line.endswith("?"):
            canvas.drawString(72, y + 8, next(given))
            y -= 24
    canvas.save()
    return out.getvalue()


def test_a_question_numbered_among_others_on_a_page() -> None:
    blank = papers.blank(numbered_page(), "rfi", TITLE)
    assert [p.label for p in blank.places if ":below" in p.id] == [NUMBERED[3], NUMBERED[5]]
    form = papers.copy_of(blank, numbered_page(("Ohio, on AWS", "")))
    assert [label for label in form.open if "6. What happens" in label] and not [
        o for o in form.open if "4. Where" in o
    ]


LABELLED = (
    ("1. About your company", 14),
    ("What is the legal name of your company?", 11),
    ("What is the name of the software?", 11),
    ("Email address", 11),
    ("Reseller or distributor, if any", 11),
    ("2. How we would use it", 14),
    ("Which of our schools will use it?", 11),
    ("How do people sign in? (check all that apply)", 11),
    ("□ Google account", 11),
    ("Where is the data stored? (company and country)", 11),
    ("Cyber insurance (carrier and limit)", 11),
    ("3. Who filled in this form?", 14),
    ("Name", 11),
)


def labelled(answers: dict[str, str] | None = None, leading: float = 22.0) -> bytes:
    """A print of a Word form: bold questions, an empty line below each, headings in larger letters."""
    canvas = papers.canvas_of(TITLE, "Thank you for your interest in working with our schools.", size=11)
    y = 690.0
    for text, size in LABELLED:
        canvas.setFont("Helvetica-Bold", size)
        y -= 8 if size == 14 else 0
        if text.startswith("□ "):
            y += leading - 4
            canvas.rect(72, y, 9, 9)
            canvas.drawString(86, y, text[2:])
            y -= 19
            continue
        canvas.drawString(72, y, text)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, y - 16, (answers or {}).get(text, ""))
        y -= 21 if size == 14 else 12.3 + leading
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 40, "Questionnaire, updated July 2026")
    return bytes(canvas.getpdfdata())


WHITE = [
    "What is the legal name of your company?",
    "What is the name of the software?",
    "Email address",
    "Reseller or distributor, if any",
    "Which of our schools will use it?",
    "Where is the data stored? (company and country)",
    "Cyber insurance (carrier and limit)",
    "Name",
]


def test_labels_among_questions_over_white_are_places_too() -> None:
    """A heading is none, and neither is the option of a box that stands right over a question."""
    blank = papers.blank(labelled(), "rfi", TITLE, "form.pdf")
    assert [p.label for p in blank.places if p.kind == "text"] == WHITE
    assert [(p.option, p.group_label) for p in blank.places if p.kind == "check"] == [
        ("Google account", "How do people sign in? (check all that apply)")
    ]


def test_what_was_typed_over_the_white() -> None:
    blank = papers.blank(labelled(), "rfi", TITLE, "form.pdf")
    answers = {text: f"Answer {n}" for n, text in enumerate(WHITE) if text != "Email address"}
    (read,) = assemble(recognise(papers.read(labelled(answers)), [blank]), [blank])
    filled = {r.place.label: r.value for r in read.readings if r.state == "filled"}
    assert filled == answers
    assert "Email address" in read.open


def test_little_white_below_paragraphs_asks_nothing() -> None:
    blank = papers.blank(labelled(leading=12), "rfi", TITLE, "form.pdf")
    assert [p.label for p in blank.places if ":below" in p.id] == []


def of_parts(low: float, *, said: str = "") -> bytes:
    """A page of questions numbered by section, over white, the last of them at the foot of the page."""
    canvas = papers.canvas_of(TITLE, "Please answer every question in the white below it.")
    questions = (
        "2.1 What is the product called, and who makes it?",
        "2.2 In a couple of sentences, what does it do?",
        "2.3 Which of our schools is it for?",
        "2.4 List the information about students that the product keeps.",
    )
    for n, question in enumerate(questions):
        canvas.drawString(60, 680 - 50 * n, question)
        if said:
            canvas.drawString(60, 664 - 50 * n, said)
    canvas.drawString(60, low, "2.5 If there is a date by which you need it, what is it? Allow about four weeks.")
    if said:
        canvas.drawString(60, low - 16, said)
    return bytes(canvas.getpdfdata())


def test_numbers_of_two_parts_and_a_question_at_the_foot_of_its_page() -> None:
    blank = papers.blank(of_parts(120), "rfi", TITLE)
    assert [p.label[:3] for p in blank.places] == ["2.1", "2.2", "2.3", "2.4", "2.5"]
    assert papers.copy_of(blank, of_parts(120, said="Reading, for grades 3 to 5")).status == "complete"
    low = papers.blank(of_parts(58), "rfi", TITLE)  # no room is left under the last one
    assert [p.label[:3] for p in low.places] == ["2.1", "2.2", "2.3", "2.4"]


def test_optional_names_a_question_without_the_explanation_behind_it() -> None:
    blank = papers.blank(
        of_parts(120), "rfi", TITLE, optional=("If there is a date by which you need it, what is it?",)
    )
    assert [p.label[:3] for p in blank.places if not p.required] == ["2.5"]


SPACED = ("Company: ", "Product: ", "Your name: ", "Mail: ", "Telephone: ", "Web page: ")
EXPLAINED = (
    "1. In a few sentences, tell us what your product does.",
    "2. Which groups is it meant for?",
    "3. What do you collect about students? (names, marks, addresses, etc.)",
    "4. Where is it stored? Please give the company and the country.",
    "Kindly describe how it is deleted.",
)


def beside_spaced(questions: tuple[str, ...] = EXPLAINED, answers: tuple[str, ...] = ("",) * 5) -> bytes:
    document = docx.Document()
    for text in (TITLE, "We look at each product before it is bought.", *SPACED):
        document.add_paragraph(text)
    for question, answer in zip(questions, answers, strict=True):
        for text in (question, answer, ""):
            document.add_paragraph(text)
    document.add_paragraph("Filled out by: ")
    return papers.saved(document)


def test_questions_with_an_explanation_behind_them_among_labels_answered_behind_their_colon() -> None:
    blank = papers.blank(beside_spaced(), "rfi", TITLE, "blank.docx")
    assert [p.label for p in blank.places][6:-1] == [q.rstrip(".") for q in EXPLAINED]
    given = ("It helps.", "All of them", "", "Ohio, the United States", "When asked")
    form = papers.copy_of(blank, beside_spaced(answers=given), "copy.docx")
    assert {EXPLAINED[2], EXPLAINED[0].rstrip(".")} & set(form.open) == {EXPLAINED[2]}


def test_clauses_among_labels_answered_behind_their_colon_ask_nothing() -> None:
    clauses = (
        "1. In this sheet, student data is what the law says it is.",
        "2. The company keeps it safe.",
        "3. In case of doubt, the schools decide.",
        "4. It is deleted when asked.",
        "Thank you for what you do.",
    )
    blank = papers.blank(beside_spaced(clauses), "rfi", TITLE, "blank.docx")
    assert len(blank.places) == len(SPACED) + 1
