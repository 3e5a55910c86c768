"""A blank with questions that nothing shows where to answer: its copies are not called complete."""

from __future__ import annotations

from itertools import pairwise

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank

TITLE = "Vendor questionnaire on digital products"
QUESTIONS = (
    "What is the legal name of your company?",
    "Where in the United States is our data hosted?",
    "With which third parties is student data shared?",
    "Which sign-on methods do you support for students?",
)


def page(answers: tuple[str, ...] = (), *, lined: int = 0, name: str = "", pitch: int = 50) -> bytes:
    """Questions with white below; the first `lined` of them with a line to write on."""
    canvas = papers.canvas_of(TITLE, "Do you have questions? Call the Business Office.")
    y = 690
    for n, question in enumerate(QUESTIONS):
        canvas.drawString(60, y, question)
        if n < lined:
            canvas.line(60, y - 24, 500, y - 24)
        if n < len(answers):
            canvas.drawString(62, y - 22, answers[n])
        y -= 50 if n < lined else pitch
    canvas.drawString(60, 460, "Completed by:")
    canvas.line(130, 458, 400, 458)
    canvas.drawString(134, 460, name)
    return canvas.getpdfdata()


def test_copies_of_a_blank_with_unknown_places_go_to_people() -> None:
    blank = papers.blank(page(pitch=15), "rfi", TITLE)
    (note,) = [n for n in blank.notes if "have no place" in n]
    assert note.startswith('4 questions have no place that was found, "What is the legal name of your company?" first')
    (form,) = assemble(recognise(papers.read(page(pitch=15, name="Ana Ruiz")), [blank]), [blank])
    assert form.status == "doubtful"
    assert any(d.startswith("4 questions of the blank have no place that is known") for d in form.doubts)


def test_questions_are_answered_in_the_white_below_them() -> None:
    blank = papers.blank(page(), "rfi", TITLE)
    assert [p.label.rstrip("?") for p in blank.places] == [*(q.rstrip("?") for q in QUESTIONS), "Completed by"]
    assert not blank.notes or not any("have no place" in n for n in blank.notes)
    answers = ("Forge LLC", "Ohio", "None", "Google")
    for given in range(1, 5):
        (form,) = assemble(recognise(papers.read(page(answers[:given], name="Ana Ruiz")), [blank]), [blank])
        assert [name.rstrip("?") for name in form.open] == [q.rstrip("?") for q in QUESTIONS[given:]]
    assert form.status == "complete"


def test_what_is_surely_open_stays_incomplete() -> None:
    blank = papers.blank(page(lined=1, pitch=15), "rfi", TITLE)
    assert any(n.startswith("3 questions have no place that was found") for n in blank.notes)
    (form,) = assemble(recognise(papers.read(page(lined=1, pitch=15, name="Ana Ruiz")), [blank]), [blank])
    assert (form.status, form.open) == ("incomplete", ("What is the legal name of your company?",))


def test_a_blank_whose_questions_are_known() -> None:
    blank = papers.blank(page(lined=4), "rfi", TITLE)
    assert not [n for n in blank.notes if "have no place" in n]
    answers = ("Forge LLC", "Ohio", "None", "Google")
    (form,) = assemble(recognise(papers.read(page(answers, lined=4, name="Ana Ruiz")), [blank]), [blank])
    assert form.status == "complete"


def test_numbered_captions_without_a_place_are_told_beside_others_that_have_one() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for texts in (("1. Vendor name", "2. Trade name"), ("3. Street", "4. City"), ("5. Tax number", ""), ("6. Fax", "")):
        for cell, text in zip(document.add_table(rows=1, cols=2).rows[0].cells, texts, strict=True):
            cell.text = text
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    (note,) = [n for n in blank.notes if "have no place" in n]
    assert "1. Vendor name" in note


def test_numbered_headings_of_sections_are_no_captions() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for section in ("1. Company", "2. Product", "3. Data"):
        table = document.add_table(rows=2, cols=2)
        table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = section
        table.rows[1].cells[0].text = f"Name of the {section[3:].lower()}"
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert not [n for n in blank.notes if "have no place" in n]


HEADS = {
    "1.  Who are you?": "Company ____________________",
    "2.  What would we be buying?": "Name of product ______________   Cost ________",
    "3.  Who will use it in our schools?": "Grades ________",
    "4.  When do you need our approval?": "Date ______________",
    "5.  Where does the data live?": "Hosting company ________________",
}


@pytest.mark.parametrize(
    ("changed", "gap"),
    [
        ({}, ""),
        ({"6.  Is the product subject to SOPPA?": "Reason ________", "7.  Finish": "Filled in by ________"}, ""),
        # its answer is written into the white under it
        ({"4.  When do you need our approval?": "\nDate ______________"}, "4 questions of the blank"),
        ({"6.  How do you keep student data safe?": "", "7.  Finish": "Filled in by ________"}, "5 questions"),
        # Yes or No is left to the question, and the line asks for more
        ({"4.  When do you need our approval?": "If at once, the reason ________"}, "4 questions of the blank"),
    ],
)
def test_numbered_questions_over_labelled_lines_are_heads(changed: dict[str, str], gap: str) -> None:
    lines = [line for head, under in (HEADS | changed).items() for line in (head, *under.split("\n"))]
    document = docx.Document()
    for line in (TITLE, *lines):
        document.add_paragraph(line)
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert gap_in(blank)[: len(gap)] == gap
    assert bool(gap_in(blank)) == bool(gap)


def ruled(said: tuple[str, ...], left: str = "", ink: str = "") -> bytes:
    """A table of two columns: empty cells before statements, over which nothing says what they are for."""
    canvas = papers.canvas_of(
        TITLE, "Whoever offers a digital product to our schools signs this page and sends it with the quote."
    )
    for n, statement in enumerate(said):
        canvas.rect(60, 670 - 24 * n, 40, 24)
        canvas.rect(100, 670 - 24 * n, 400, 24)
        canvas.drawString(108, 678 - 24 * n, statement)
        canvas.drawString(66, 678 - 24 * n, ink)
    canvas.drawString(60, 460, f"{left}Completed by:")
    canvas.line(130, 458, 400, 458)
    canvas.drawString(134, 460, "Ana Ruiz" if ink else "")
    return canvas.getpdfdata()


STATEMENTS = ("We keep data in the United States", "We sell no data", "We tell you of a breach within a day")


def test_empty_cells_that_nobody_understands_make_no_copy_complete() -> None:
    blank = papers.blank(ruled(STATEMENTS), "rfi", TITLE)
    assert [p.label for p in blank.places] == ["Completed by"]
    assert any(n.startswith("empty cells of its tables that are no place that was found: 3") for n in blank.notes)
    (form,) = assemble(recognise(papers.read(ruled(STATEMENTS, ink="AR")), [blank]), [blank])
    assert form.status == "doubtful"
    assert "empty cells of the blank's tables that are no place that is known: 3" in form.doubts


def test_one_empty_corner_is_none() -> None:
    blank = papers.blank(ruled(STATEMENTS[:1]), "rfi", TITLE)
    assert not [n for n in blank.notes if "empty cells" in n]


def test_a_question_that_asks_for_a_ring_goes_to_people() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for question in QUESTIONS:
        document.add_paragraph(question)
        document.add_paragraph("")
    document.add_paragraph("Is it subject to SOPPA?  (circle one)   Yes    No")
    document.add_paragraph("")
    document.add_paragraph("Who answered these questions for your company?")
    document.add_paragraph("")
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx")
    assert len(blank.places) == len(QUESTIONS) + 1 + len(("Yes", "No"))
    assert any("is answered by one of its printed words" in n for n in blank.notes)
    for question, white in pairwise(document.paragraphs):
        if not white.text and "circle" not in question.text:
            white.add_run("Forge LLC")
    (form,) = assemble(recognise(papers.read(papers.saved(document), "copy.docx"), [blank]), [blank])
    assert (form.status, form.open) == ("doubtful", ())


STATEMENTS = ("(a) It is never sold", "(b) It is never shown", "(c) It is deleted when asked for")


def initials(*, lines: bool) -> bytes:
    canvas = papers.canvas_of(
        "Student Data Privacy Agreement", "An authorized person enters initials beside each line."
    )
    for number, text in enumerate(
        ("(a) It is never sold", "(b) It is never shown", "(c) It is deleted when asked for")
    ):
        canvas.drawString(60, 640 - 33 * number, "________")
        canvas.drawString(120, 640 - 33 * number, text)
    if lines:
        canvas.drawString(320, 480, "______________________________")
    canvas.drawString(60, 440, "Vendor: ______________________________")
    return canvas.getpdfdata()


def test_lines_for_initials_well_before_their_items() -> None:
    blank = papers.blank(initials(lines=False), "soppa", "Student Data Privacy Agreement")
    assert [p.label for p in blank.places] == [*STATEMENTS, "Vendor"]
    assert gap_in(blank) == ""


def test_a_line_that_nothing_names_makes_no_copy_complete() -> None:
    blank = papers.blank(initials(lines=True), "soppa", "Student Data Privacy Agreement")
    assert gap_in(blank) == "lines to write on that are no place that is known: 1"
    assert any("lines to write on that are no place" in note for note in blank.notes)


def test_a_line_that_begins_a_page_belongs_to_the_words_that_end_the_one_before() -> None:
    canvas = papers.canvas_of("Student Data Privacy Agreement", "The vendor fills in each line of this agreement.")
    canvas.drawString(60, 640, "Vendor: ______________________________")
    canvas.drawString(60, 110, "Other companies that receive information of students (write none if")
    canvas.drawString(60, 98, "there are none)")
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 720, "____________________________________________________________")
    canvas.drawString(60, 660, "Nothing in this agreement may be changed but in writing.")
    blank = papers.blank(canvas.getpdfdata(), "soppa", "Student Data Privacy Agreement")
    assert [(p.page, p.label) for p in blank.places] == [
        (1, "Vendor"),
        (2, "Other companies that receive information of students (write none if there are none)"),
    ]
    assert gap_in(blank) == ""


def signed_page(*, lined: bool) -> bytes:
    canvas = papers.canvas_of(TITLE, "Do you have questions? Call the Business Office.")
    for n, label in enumerate(("Company:", "Product:", "Schools:")):
        canvas.drawString(60, 690 - 30 * n, label)
        canvas.line(120, 688 - 30 * n, 400, 688 - 30 * n)
    canvas.drawString(60, 480, "Authorized signature")
    if lined:
        canvas.line(60, 492, 300, 492)
    return canvas.getpdfdata()


def test_a_signature_that_is_asked_for_nowhere_makes_no_copy_complete() -> None:
    blank = papers.blank(signed_page(lined=False), "rfi", TITLE)
    assert not any(p.signs for p in blank.places)
    assert "Authorized signature" in gap_in(blank)
    assert any("no place to sign in" in note for note in blank.notes)
    lined = papers.blank(signed_page(lined=True), "rfi", TITLE)
    assert [p.signs for p in lined.places] == [False] * 3 + [True] and gap_in(lined) == ""


def nested(*, rows: int = 1) -> Blank:
    """A table three of whose questions have a table of their own to fill in beside them."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=7, cols=2)
    for n, caption in enumerate(("1. Company", "2. Address", "3. Product")):
        table.cell(n, 0).text = caption
    for n, caption in enumerate(("4. Who will use it", "5. Where data is kept", "6. Sub-contractors"), 3):
        table.cell(n, 0).text = caption
        inner = table.cell(n, 1).add_table(rows=1 + rows, cols=2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = f"Name {n}", f"Number {n}"
    table.cell(6, 0).text = "7. Price"
    return papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")


def test_questions_beside_tables_of_their_own_are_answered_there() -> None:
    assert not [n for n in nested().notes if "have no place" in n]
    assert gap_in(nested()) == ""


def test_heads_without_a_row_to_fill_in_answer_nothing() -> None:
    assert [n for n in nested(rows=0).notes if "have no place" in n]


# --- numbered captions in cells that are open at the sides, whose rules end where they like ---


def open_cells(*, closed: bool = False, numbered: bool = True, again: str = "") -> Blank:
    canvas = papers.canvas_of(TITLE, "Enter an answer on every line.", size=8)
    captions = iter(("Name", "State", "Website", "Street", "Town", "Telephone", "Person", "Title", "E-mail"))
    number = 0
    for row in range(4):
        apart = 0 if closed else 4 * row
        canvas.line(60 - apart, 690 - 28 * row, 560 + apart, 690 - 28 * row)
    for row in range(3):
        top = 690 - 28 * row
        for x in (60, 220, 380, 560)[0 if closed else 1 : None if closed else 3]:
            canvas.line(x, top, x, top - 28)
        for left in (60, 220, 380):
            number += 1
            canvas.drawString(left + 4, top - 9, f"{number} {next(captions)}" if numbered else next(captions))
    canvas.drawString(60, 560, again)
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)


def test_numbered_captions_without_a_place_are_asked_for_all_the_same() -> None:
    blank = open_cells()
    assert [p.label for p in blank.places] == ["2 State", "5 Town", "8 Title"]
    assert "6 questions of the blank have no place" in gap_in(blank)


def test_captions_that_have_a_place_or_no_number_are_none() -> None:
    assert gap_in(open_cells(closed=True)) == ""
    assert gap_in(open_cells(numbered=False)) == ""
    assert gap_in(open_cells(again="2 Copies for the files")) == "", "a second list: which is asked nobody can tell"


@pytest.mark.parametrize(
    ("under", "told"),
    [
        (
            ("Telephone: ______  E-mail: ______________", "Grades: __________", "City: ___________  Host: _______"),
            False,
        ),
        # one is answered in the white under it: so may the others be
        (("Telephone: ______  E-mail: ______________", "Grades: __________", ""), True),
        (("If at once, the reason: ______________", "Grades: __________", "City: ___________"), True),
    ],
)
def test_questions_over_labelled_lines_of_a_page(under: tuple[str, ...], told: bool) -> None:
    asked = (
        "4. What are the telephone number and e-mail address of this person?",
        "8. Which grade levels or groups of employees would use it?",
        "9. Where is the data of our students kept, and by whom?",
    )
    canvas = papers.canvas_of(TITLE, "To the vendors of Cedar Ford Public School District 12")
    for n, line in enumerate(line for pair in zip(asked, under, strict=True) for line in pair):
        canvas.drawString(60, 690 - 15 * n, line)
    canvas.drawString(60, 500, "Completed by: ______________________")
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert any("have no place" in n for n in blank.notes) == told
