"""Boxes alone in their cells: what the next cell says, and what is typed in a box's stead; cells that ask nothing."""

from __future__ import annotations

import docx as python_docx
import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import word_tokens
from soppa_mailbot.forms.texts.shares_by_comma import by_commas
from soppa_mailbot.model import Word

TITLE = "Technology Vendor Questionnaire"
INTRO = "Walnut Bluff District 9 asks every company to answer each question; write N/A where one does not apply."
STATEMENTS = (
    ("The Student Online Personal Protection Act applies, and the signed", "agreement is enclosed."),
    (
        "The product receives no information about students; the Student",
        "Online Personal Protection Act does not apply.",
    ),
)
QUESTIONS = ("Is data encrypted at rest?", "Is data kept in the United States?", "Is there single sign-on?")


def statements() -> bytes:
    """A table of two columns, as Word prints it: the box in the first, its statement in the second."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(62, 694, "Part E. Student Online Personal Protection Act - mark one")
    for x in (60, 95, 540):
        canvas.line(x, 690, x, 618)
    for row in range(3):
        canvas.line(60, 690 - 36 * row, 540, 690 - 36 * row)
    for row, lines in enumerate(STATEMENTS):
        canvas.rect(72, 676 - 36 * row, 9, 9)
        for n, line in enumerate(lines):
            canvas.drawString(100, 678 - 36 * row - 12 * n, line)
    return bytes(canvas.getpdfdata())


def test_a_box_in_the_first_cell_is_what_the_next_cell_says() -> None:
    places = papers.blank(statements(), "rfi", TITLE).places
    assert [p.option for p in places] == [" ".join(lines).rstrip(".") for lines in STATEMENTS]
    assert {p.group for p in places} == {places[0].group}
    assert {p.role for p in places} == {"subject_to_soppa"}


def yes_or_no(answers: tuple[tuple[str, str], ...] = (("☐", "☐"),) * 3) -> bytes:
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    table = document.add_table(len(QUESTIONS) + 1, 3)
    for cell, text in zip(table.rows[0].cells, ("Question", "Yes", "No"), strict=True):
        cell.text = text
    for row, question, marks in zip(table.rows[1:], QUESTIONS, answers, strict=True):
        for cell, text in zip(row.cells, (question, *marks), strict=True):
            cell.text = text
    return papers.saved(document)


@pytest.mark.parametrize(
    ("typed", "status", "left"),
    [
        (("Yes", "☐"), "complete", ()),
        (("☐", "No"), "complete", ()),
        (("☐", "☐"), "incomplete", (QUESTIONS[0],)),
        (("No", "☐"), "doubtful", ()),  # the other answer's word in its cell
    ],
)
def test_an_answers_word_in_the_stead_of_its_box(typed: tuple[str, str], status: str, left: tuple[str, ...]) -> None:
    blank = papers.blank(yes_or_no(), "rfi", TITLE, "blank.docx")
    form = papers.copy_of(blank, yes_or_no((typed, ("☒", "☐"), ("☐", "☒"))), "copy.docx")
    assert (form.status, form.open) == (status, left)


def test_a_cell_beside_the_last_of_questions_that_are_answered_in_their_cells_asks_nothing() -> None:
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    table = document.add_table(2, 2)
    for n, label in enumerate(("F1. Prepared by", "F2. Position", "F3. Date prepared")):
        table.cell(*divmod(n, 2)).text = f"{label}\n____________________"
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")
    assert [p.label for p in blank.places] == ["F1. Prepared by", "F2. Position", "F3. Date prepared"]
    assert blank.notes == (
        "no question was found that tells if SOPPA applies: no exemption can be read from this form",
    )


def corner(canvas: Canvas, label: str) -> None:
    """A line in the corner of a page, its name flush right over it, and the District's address far before it."""
    canvas.drawRightString(550, 722, label)
    canvas.drawString(60, 708, "25 Schoolhouse Lane, Walnut Bluff, Illinois 60042")
    canvas.acroForm.textfield(name="Text1", x=450, y=706, width=100, height=12, borderWidth=0, fillColor=None)


def test_a_name_set_flush_right_over_a_place_is_its_own() -> None:
    canvas = papers.canvas_of(TITLE, "", size=9)
    corner(canvas, "Agreement No. (assigned by the Board)")
    canvas.drawString(60, 660, "Name of the company")
    canvas.acroForm.textfield(name="Text2", x=200, y=658, width=350, height=12, borderWidth=0, fillColor=None)
    places = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE).places
    assert [p.label for p in places] == ["Agreement No. (assigned by the Board)", "Name of the company"]


def captions(line: str) -> bytes:
    """Two rows of cells with a caption and a line break, beside a date that has a line under its own."""
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    table = document.add_table(2, 2)
    for n, label in enumerate(("Authorized signature", "Date", "Printed name", "Title")):
        table.cell(*divmod(n, 2)).paragraphs[0].add_run(f"{label}\n{line if label == 'Date' else ''}")
    return papers.saved(document)


def test_a_caption_and_a_line_break_in_a_cell_leave_room_to_write() -> None:
    places = papers.blank(captions("__________"), "rfi", TITLE, "blank.docx").places
    assert [p.label for p in places] == ["Authorized signature", "Date", "Printed name", "Title"]
    assert [p.signs for p in places] == [True, False, False, False]


def test_small_print_beside_a_statement_that_fills_its_cell_is_a_caption() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    cells = ((60, "26. Cyber insurer"), (300, "27. Policy number"))
    for x, label in cells:
        canvas.rect(x, 660, 240, 26)
        canvas.setFontSize(6.5)
        canvas.drawString(x + 4, 678, label)
    canvas.rect(60, 634, 360, 26)
    canvas.rect(420, 634, 120, 26)
    canvas.drawString(424, 652, "28. Operator's initials")
    canvas.setFontSize(9)
    canvas.drawString(64, 650, "The Operator has read the District's Board Policy 7:345 and agrees that parents")
    canvas.drawString(64, 639, "may inspect and correct covered information.")
    places = papers.blank(bytes(canvas.getpdfdata()), "soppa", TITLE).places
    assert [p.label for p in places] == ["26. Cyber insurer", "27. Policy number", "28. Operator's initials"]


def test_a_question_in_a_frame_with_lines_is_its_own_line_only() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.rect(60, 600, 480, 70)
    for x, label in ((66, "Ticket no."), (320, "Meeting date")):
        canvas.drawString(x, 650, label)
        canvas.line(x + 60, 648, x + 200, 648)
    canvas.drawString(66, 625, "Decision of the committee:")
    for x, option in ((200, "approved"), (300, "denied")):
        canvas.rect(x, 624, 8, 8)
        canvas.drawString(x + 12, 625, option)
    places = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE).places
    assert {p.group_label for p in places if p.kind == "check"} == {"Decision of the committee"}


def test_district_over_a_column_of_references_names_no_party() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    for x, head in ((160, "District"), (320, "Contact"), (435, "Telephone")):
        canvas.drawString(x, 700, head)
    for n, row in enumerate(("First reference", "Second reference")):
        canvas.drawString(60, 676 - 24 * n, row)
        for k, x in enumerate((160, 320, 435)):
            canvas.acroForm.textfield(name=f"Text{3 * n + k}", tooltip=row, x=x, y=672 - 24 * n, width=100, height=14)
    places = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE).places
    assert [p.party for p in places] == ["operator"] * 6


def test_true_false_and_not_applicable_are_marked() -> None:
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(3, 4)
    for row, texts in zip(
        table.rows,
        (
            ("Statement", "True", "False", "Not applicable"),
            ("We sell no data.", "", "", ""),
            ("We train staff.", "", "", ""),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    places = papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx").places
    assert [(p.kind, p.option) for p in places] == [("check", o) for o in ("True", "False", "Not applicable")] * 2


def test_the_shorter_of_two_blocks_beside_each_other_asks_nothing_below_its_last_label() -> None:
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(5, 4)
    rows = (
        ("PROVIDER", "", "SUBSCRIBING LEA", ""),
        ("Signature", "", "Subscribing LEA", ""),
        ("Signer’s name", "", "Subscribing LEA signature", ""),
        ("Signer’s title", "", "Subscribing LEA date", ""),
        ("Date", "", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for row, column in ((0, 0), (0, 2), (4, 2)):
        table.cell(row, column).merge(table.cell(row, column + 1)).text = rows[row][column]
    labels = [p.label for p in papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx").places]
    assert labels[-1] == "Date" and len(labels) == 7, labels


def test_each_part_of_a_form_has_its_own_way_with_lines() -> None:
    """Questions over their lines in one part, captions under theirs in the next."""
    document = python_docx.Document()
    line = "_" * 40
    for text in (
        TITLE, "Section 4 - Please explain",
        "4.1 What do you sell to schools?", line, "4.2 Who answers questions?", line,
        "Section 5 - Signature", "By signing below I confirm that I may bind the company.", f"{line}\t{line}",
        "Signature of officer\tDate of signature", f"{line}\t{line}", "Name (please print)\tTitle",
    ):  # fmt: skip
        document.add_paragraph(text)
    labels = [p.label for p in papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx").places]
    assert labels == [
        "4.1 What do you sell to schools?", "4.2 Who answers questions?",
        "Signature of officer", "Date of signature", "Name (please print)", "Title",
    ]  # fmt: skip


def test_a_frame_around_a_table_is_no_place() -> None:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.rect(54, 600, 500, 100)
    canvas.drawString(65, 688, "Illinois districts that use the product")
    for row in range(3):
        for k, (x, head) in enumerate(((65, "District"), (230, "Contact"), (395, "E-mail or phone"))):
            canvas.rect(x, 664 - 22 * row, 165 if k < 2 else 150, 22)
            canvas.drawString(x + 4, 671, head)
    places = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE).places
    assert [p.label for p in places] == ["District", "Contact", "E-mail or phone"] * 2


def test_your_answer_over_a_column_of_answers_is_its_head() -> None:
    document = python_docx.Document()
    document.add_paragraph(TITLE)
    table = document.add_table(3, 2)
    for row, text in zip(table.rows, ("Question", "What does the product do?", "Who will use it?"), strict=True):
        row.cells[0].text = text
    table.cell(0, 1).text = "Your answer"
    labels = [p.label for p in papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx").places]
    assert labels == ["What does the product do?", "Who will use it?"]


def notices(name: str, address: str) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    canvas.drawString(60, 690, f"Notices to the Operator shall be addressed to the attention of {name},")
    canvas.drawString(60, 676, f"{address}.")
    canvas.drawString(60, 640, "The parties have signed this agreement on the day that is written over it.")
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize(
    ("name", "address", "status"),
    [
        ("Helena Marsh", "16 Lily Pad Lane, Hartford, CT 06199", "complete"),
        ("Helena Marsh", "_" * 40, "doubtful"),
        ("_" * 30, "16 Lily Pad Lane, Hartford, CT 06199", "incomplete"),
    ],
)
def test_blanks_with_nothing_but_a_comma_between_them(name: str, address: str, status: str) -> None:
    blank = papers.blank(notices("_" * 30, "_" * 40), "rfi", TITLE)
    assert len(blank.places) == 2
    assert papers.copy_of(blank, notices(name, address)).status == status


@pytest.mark.parametrize(
    ("said", "shares"),
    [
        ("Tobias Wren , Privacy Officer ,", [["Tobias", "Wren"], ["Privacy", "Officer"]]),
        ("Wren, Tobias , Privacy Officer", [["Wren,", "Tobias"], ["Privacy", "Officer"]]),
        ("Tobias Wren Privacy Officer ,", None),
        ("Acme, Inc.", None),
        ("Wren , Tobias , Privacy Officer", None),  # one comma apart too many
    ],
)
def test_a_comma_that_stands_apart_is_the_forms_own(said: str, shares: list[list[str]] | None) -> None:
    words = [Word(w, (60 + 30 * n, 100, 80 + 30 * n, 110)) for n, w in enumerate(said.split())]
    slots = [Slot(f"p1:line{n}", "text", 4, page=1, box=(60, 100, 200, 110)) for n in (1, 2)]
    found = by_commas(slots, word_tokens(words, 1))
    assert (found and [[t.raw for t in share] for share in found]) == shares
