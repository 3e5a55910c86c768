"""What is one question and what are several: heads over heads, sections of a list, blanks that wrap, initials.

And whose a part of a form is, or whether it may stay empty, by the heading over it.
"""

from __future__ import annotations

from collections.abc import Sequence

import docx
import form_papers as papers
import pytest
from docx.document import Document as WordDocument
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Blank, Form

TITLE = "Student Data Privacy Agreement"
INTRO = "Cedar Ford Public School District 12. The Operator fills in all of this agreement and signs it."


def learnt(data: bytes, name: str = "form.pdf", optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(data, "soppa", TITLE, name, optional)


def word() -> WordDocument:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    return document


# --- heads over heads ----

ELEMENTS = ("Name", "Birth date", "E-mail")
USES = ("Collected", "Stored", "Shared")


def schedule(marked: Sequence[str] = ()) -> bytes:
    """A Word table with Yes and No under each of three heads; `marked`: "Name: Collected" and the like, with Yes."""
    document = word()
    document.add_paragraph("Signature: " + ("/s/ Lena Ortiz" if marked else "_" * 30))
    table = document.add_table(rows=2 + len(ELEMENTS), cols=7, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Data element"
    for n, use in enumerate(USES):
        table.cell(0, 1 + 2 * n).merge(table.cell(0, 2 + 2 * n)).text = use
        table.cell(1, 1 + 2 * n).text, table.cell(1, 2 + 2 * n).text = "Yes", "No"
    for row, element in enumerate(ELEMENTS, 2):
        table.cell(row, 0).text = element
        for n, use in enumerate(USES):
            yes = f"{element}: {use}" in marked
            table.cell(row, 1 + 2 * n).text = "☒" if yes else "☐"
            table.cell(row, 2 + 2 * n).text = "☐"
    return papers.saved(document)


def printed_schedule() -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, "Signature: " + "_" * 30)
    lefts = [60, 200, 240, 280, 320, 360, 400, 440]

    def cell(left: float, right: float, top: float, text: str) -> None:
        canvas.rect(left, top - 18, right - left, 18)
        canvas.drawString(left + 4, top - 13, text)

    cell(60, 200, 680, "Data element")
    cell(60, 200, 662, "")
    for n, use in enumerate(USES):
        cell(lefts[1 + 2 * n], lefts[3 + 2 * n], 680, use)
        cell(lefts[1 + 2 * n], lefts[2 + 2 * n], 662, "Yes")
        cell(lefts[2 + 2 * n], lefts[3 + 2 * n], 662, "No")
    for row, element in enumerate(ELEMENTS):
        y = 644 - 18 * row
        cell(60, 200, y, element)
        for n in range(6):
            cell(lefts[1 + n], lefts[2 + n], y, "")
            canvas.rect(lefts[1 + n] + 14, y - 14, 9, 9)
    return bytes(canvas.getpdfdata())


def test_yes_and_no_under_each_of_several_heads_are_a_question_each() -> None:
    asked = {f"{element}: {use}": ["Yes", "No"] for element in ELEMENTS for use in USES}
    blank = learnt(schedule(), "form.docx")
    assert papers.groups(blank) == asked
    assert papers.copy_of(blank, schedule(tuple(asked)), "full.docx").status == "complete"
    left = [name for name in asked if name != "Birth date: Shared"]
    assert papers.copy_of(blank, schedule(left), "half.docx").open == ("Birth date: Shared",)
    assert papers.groups(learnt(printed_schedule())) == asked


# --- sections of a list ----


def elements(marked: Sequence[str] = (), *, said: str = "", none: bool = True) -> bytes:
    document = word()
    document.add_paragraph("Signature: " + ("/s/ Lena Ortiz" if marked else "_" * 30))
    document.add_paragraph(f"Operator marks each element that its product collects. {said}")
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for head, names in (("Identity", ("Name", "Number")), ("Enrollment", ("Grade", "Teacher"))):
        row = table.add_row().cells
        row[0].merge(row[1]).text = head
        for name in (*names, *((f"No {head.lower()} data collected",) if none else ())):
            row = table.add_row().cells
            row[0].text, row[1].text = name, "☒" if name in marked else "☐"
    return papers.saved(document)


@pytest.mark.parametrize(("said", "none"), [("", True), ("Mark at least one box in each category.", False)])
def test_sections_that_are_each_asked_are_a_question_each(said: str, none: bool) -> None:
    blank = learnt(elements(said=said, none=none), "form.docx")
    assert list(papers.groups(blank)) == ["Identity", "Enrollment"]
    assert papers.copy_of(blank, elements(("Name",), said=said, none=none), "half.docx").open == ("Enrollment",)
    assert papers.copy_of(blank, elements(("Name", "Grade"), said=said, none=none), "full.docx").status == "complete"


def test_a_list_of_what_applies_is_one_question_whatever_its_sections() -> None:
    blank = learnt(elements(none=False), "form.docx")
    assert len(papers.groups(blank)) == 1
    assert papers.copy_of(blank, elements(("Name",), none=False), "full.docx").status == "complete"


# --- blanks that wrap ----

SENTENCES = (
    "THIS AGREEMENT is entered into as of ______________________ by and between Cedar Ford and ____________",
    "__________________________ (the “Operator”), whose business address is _________________________________",
    "_________________________________________.",
)


def agreement(*answers: str) -> bytes:
    """Answers are written on the lines at the ends of the sentences' first and second line, and by the signature."""
    canvas = papers.canvas_of(TITLE, INTRO)
    for row, text in enumerate(SENTENCES):
        canvas.drawString(60, 690 - 14 * row, text)
    canvas.drawString(60, 600, "________ Initials of the Operator")
    canvas.drawString(60, 570, "Signature: " + "_" * 30)
    for at, answer in zip(((244, 691), (515, 691), (407, 677), (62, 601), (130, 571)), answers, strict=False):
        canvas.drawString(*at, answer)
    return bytes(canvas.getpdfdata())


def test_a_blank_that_goes_on_in_the_next_line_is_one_place() -> None:
    blank = learnt(agreement())
    required = [p.label for p in blank.places if p.required]
    assert len(required) == 5, required
    full = ("March 1, 2027", "Harbor", "5 Pier Road", "LO", "/s/ Lena Ortiz")
    assert papers.copy_of(blank, agreement(*full)).status == "complete"
    assert papers.copy_of(blank, agreement(full[0], "", *full[2:])).status == "incomplete"
    assert papers.copy_of(blank, agreement(*full[:3], "", full[4])).status == "incomplete", (
        "initials begin no second line"
    )


def test_the_last_boxs_option_begins_the_next_line() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    x = 60.0
    canvas.drawString(x, 690, "The Operator is a (check one):")
    for x, option in ((210, "corporation"), (300, "limited liability company"), (440, "partnership"), (530, "")):
        canvas.rect(x, 689, 9, 9)
        canvas.drawString(x + 14, 690, option)
    canvas.drawString(60, 676, "individual.")
    canvas.drawString(60, 640, "Signature: " + "_" * 30)
    assert papers.groups(learnt(bytes(canvas.getpdfdata()))) == {
        "The Operator is a (check one)": ["corporation", "limited liability company", "partnership", "individual"]
    }


# --- initials in a column ----


def initials(*given: str) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(
        60, 706, "The Operator places the initials of its officer in the column at left for each statement."
    )
    rows = (
        ("Initials", "No.", "Statement"),
        ("", "1.1", "Data is never sold."),
        ("", "1.2", "No advertising is shown."),
        ("", "1.3", "Parents may see the data."),
    )
    for number, row in enumerate(rows):
        x = 60.0
        for column, (wide, text) in enumerate(zip((60, 30, 300), row, strict=True)):
            canvas.rect(x, 672 - 20 * number, wide, 20)
            mine = given[number - 1] if number and not column and number <= len(given) else text
            canvas.drawString(x + 4, 678 - 20 * number, mine)
            x += wide
    canvas.drawString(60, 570, "Signature: " + ("/s/ Lena Ortiz" if given else "_" * 30))
    return bytes(canvas.getpdfdata())


def test_each_statement_of_a_column_of_initials_is_initialled() -> None:
    blank = learnt(initials())
    assert papers.copy_of(blank, initials("LO", "LO", "LO")).status == "complete"
    half = papers.copy_of(blank, initials("LO", "", "LO"))
    assert (half.status, len(half.open)) == ("incomplete", 1)
    assert half.open[0].startswith("1.2 No advertising is shown")


# --- whose it is, and whether it may stay empty ----


def blocks(left: Sequence[str], right: Sequence[str]) -> Blank:
    canvas = papers.canvas_of(TITLE, INTRO)
    for x, head in ((60, left), (330, right)):
        for row, text in enumerate(head):
            canvas.drawString(x, 690 - 12 * row, text)
        for row, label in enumerate(("By", "Name", "Title", "Date")):
            canvas.drawString(x, 650 - 24 * row, f"{label}: " + "_" * 28)
    return learnt(bytes(canvas.getpdfdata()))


@pytest.mark.parametrize(
    ("district", "operator"),
    [
        (("BOARD OF EDUCATION,", "DISTRICT 238"), ("PROVIDER: ____________", "(company)")),
        (("BOARD OF EDUCATION",), ("PROVIDER",)),
    ],
)
def test_the_boards_block_beside_the_operators(district: Sequence[str], operator: Sequence[str]) -> None:
    blank = blocks(district, operator)
    assert [p.party for p in blank.places if p.label == "By"] == ["district", "operator"]
    assert all((p.party == "district") == (p.box is not None and p.box[0] < 300) for p in blank.places)


def profile(remark: str) -> list[str]:
    canvas = papers.canvas_of(TITLE, INTRO)

    def part(top: float, head: str, labels: Sequence[str]) -> None:
        canvas.setFillGray(0.85)
        canvas.rect(60, top, 480, 16, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(64, top + 4, head)
        for n, label in enumerate(labels):
            canvas.drawString(64 + 240 * n, top - 18, f"{label}: " + "_" * 24)

    part(680, "2 MAIN ADDRESS", ("Street address", "City"))
    part(630, f"3 REMITTANCE ADDRESS {remark}".strip(), ("Street address", "City"))
    part(580, "4 CONTACT", ("Telephone", "Signature"))
    return [p.section.partition(" (")[0] for p in learnt(bytes(canvas.getpdfdata())).places if p.unsure]


def test_what_a_heading_calls_optional_is_for_a_person() -> None:
    assert profile("(optional - only if payment goes to another address)") == ["3 REMITTANCE ADDRESS"] * 2
    assert profile("") == []


def test_a_cell_that_holds_a_table_is_not_empty() -> None:
    document = word()
    outer = document.add_table(rows=2, cols=2, style="Table Grid")
    for column, head in enumerate(("1. Company", "2. Technical contact")):
        outer.cell(0, column).text = head
        inner = outer.cell(1, column).add_table(rows=2, cols=2)
        for row, label in enumerate(("Name", "Phone")):
            inner.cell(row, 0).text = label
    document.add_paragraph("Signature: ____________________")
    assert [p.label for p in learnt(papers.saved(document), "form.docx").places] == [
        "Name", "Phone", "Name", "Phone", "Signature",
    ]  # fmt: skip


@pytest.mark.parametrize("entry", ["Reason (if collected)", "Reason"])
def test_an_entry_names_a_column(entry: str) -> None:
    document = word()
    document.add_paragraph("Signature: ____________________")
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for texts in (
        ("Element", "Collected", "Reason (if collected)"),
        ("Name", "", ""),
        ("Grades", "", ""),
        ("Photo", "", ""),
    ):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    blank = learnt(papers.saved(document), "form.docx", (entry,))
    assert len([p for p in blank.places if "reason" in p.label.casefold() and not p.required]) == 3
    assert not any(n.startswith("optional") for n in blank.notes)


def test_an_entry_with_the_districts_name_in_brackets_leaves_the_operators_asked_for() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    for x, head in ((60, "For the Operator"), (330, "For Bittern Marsh School District 53")):
        canvas.drawString(x, 690, head)
        for row, label in enumerate(("Signed", "Name and title")):
            canvas.drawString(x, 664 - 24 * row, f"{label}: " + "_" * 24)
    entries = tuple(f"{label} (For Bittern Marsh School District 53)" for label in ("Signed", "Name and title"))
    blank = learnt(bytes(canvas.getpdfdata()), optional=entries)
    assert [p.required for p in blank.places if p.label == "Signed"] == [True, False]
    assert not any(p.unsure for p in blank.places)
    assert not any(n.startswith("optional") for n in blank.notes)


def test_the_date_beside_a_line_that_is_named_with_it() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Signed for the vendor: " + "_" * 24 + "  Date: " + "_" * 14)
    canvas.drawString(60, 660, "Reviewed by District technology office: " + "_" * 20 + "  Date: " + "_" * 14)
    entries = ("Reviewed by District technology office", "Date (of the District technology office)")
    blank = learnt(bytes(canvas.getpdfdata()), optional=entries)
    assert [p.required for p in blank.places if p.label == "Date"] == [True, False]


# --- marks ----


def ticked(mark: str) -> Form:
    def page(canvas: Canvas, mark: str) -> bytes:
        canvas.drawString(60, 690, "Check every element that is collected.")
        for n, option in enumerate(("Names", "Grades", "Photographs")):
            canvas.rect(60, 660 - 20 * n, 10, 10)
            canvas.drawString(76, 662 - 20 * n, option)
        if mark:
            canvas.drawString(61.5, 662, mark)
        canvas.drawString(60, 560, "Signature: " + ("/s/ Lena Ortiz" if mark else "_" * 30))
        return bytes(canvas.getpdfdata())

    blank = learnt(page(papers.canvas_of(TITLE, INTRO), ""))
    return papers.copy_of(blank, page(papers.canvas_of(TITLE, INTRO), mark))


def test_a_multiplication_sign_is_a_cross() -> None:
    form = ticked("\u00d7")
    assert form.status == "complete"
    assert [r.place.option for r in form.readings if r.place.kind == "check" and r.state == "filled"] == ["Names"]


def categories(*marked: str) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 706, "Mark each data element that the Service collects, receives or creates.")
    rows = (
        ("Identity", ("First and last name", "Student number")),
        ("Contact", ("Home address", "E-mail address")),
        ("Learning", ("Work in the product", "Marks and reports")),
        ("Other", ("Health information", "None: no student data is received")),
    )
    for number, (head, options) in enumerate(rows):
        y = 690 - 24 * number
        canvas.rect(60, y - 24, 90, 24)
        canvas.rect(150, y - 24, 390, 24)
        canvas.drawString(64, y - 15, head)
        for n, option in enumerate(options):
            canvas.rect(156 + 190 * n, y - 17, 9, 9)
            canvas.drawString(170 + 190 * n, y - 15, option)
            if option in marked:
                canvas.drawString(157.5 + 190 * n, y - 16, "X")
    canvas.drawString(60, 560, "Signature: " + ("/s/ Lena Ortiz" if marked else "_" * 30))
    return bytes(canvas.getpdfdata())


def test_a_none_of_all_in_the_last_row_belongs_to_its_schedule() -> None:
    blank = learnt(categories())
    assert len(papers.groups(blank)) == 1
    assert papers.copy_of(blank, categories("Home address")).status == "complete"
    assert papers.copy_of(blank, categories("None: no student data is received")).status == "complete"


def test_an_option_that_speaks_of_staff_is_no_heading_of_the_districts() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "8. For which grades is it designed? (mark all that apply)")
    for x, option in ((60, "K-2"), (160, "3-5"), (260, "6-8"), (360, "Staff use only")):
        canvas.rect(x, 669, 9, 9)
        canvas.drawString(x + 14, 670, option)
    canvas.drawString(60, 640, "Company: " + "_" * 30)
    canvas.drawString(360, 640, "Signature: " + "_" * 20)
    assert {p.party for p in learnt(bytes(canvas.getpdfdata())).places} == {"operator"}


def test_a_cell_to_sign_in_under_its_small_print_beside_cells_with_controls() -> None:
    """The only cell of its row without a line or a control is the one that is signed in."""

    def paper(*answers: str) -> bytes:
        document = word()
        table = document.add_table(rows=1, cols=2, style="Table Grid")
        for cell, caption, answer in zip(
            table.rows[0].cells, ("Signature of authorized representative", "Name and title"), answers, strict=True
        ):
            cell.text = caption
            cell.add_paragraph(answer)
        return papers.saved(document)

    blank = learnt(paper("", "______________"), "form.docx")
    assert [(p.label, p.kind) for p in blank.places] == [
        ("Signature of authorized representative", "signature"),
        ("Name and title", "text"),
    ]
    assert papers.copy_of(blank, paper("/s/ Lena Ortiz", "Lena Ortiz, CEO"), "full.docx").status == "complete"
    assert papers.copy_of(blank, paper("", "Lena Ortiz, CEO"), "open.docx").unsigned


def test_a_run_over_a_whole_line_goes_on_in_the_next_and_is_named_by_the_words_before_it() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(
        60, 690, "THIS AGREEMENT is made between Cedar Ford and the Operator, who does business and keeps its"
    )
    canvas.drawString(
        60, 676, "records, as far as they concern this agreement and the schools of the District, in offices at"
    )
    canvas.drawString(60, 662, "_" * 80)
    canvas.drawString(60, 648, "_" * 40 + ", and takes effect on " + "_" * 16 + ".")
    canvas.drawString(60, 600, "Signature: " + "_" * 30)
    required = [p.label for p in learnt(bytes(canvas.getpdfdata())).places if p.required]
    assert len(required) == 3
    assert required[0].endswith("in offices at")


@pytest.mark.parametrize("entry", ["Subcontractor 2", "Exhibit C row 2", "Subcontractors, row 2"])
def test_an_entry_for_a_row_means_all_its_cells(entry: str) -> None:
    document = word()
    document.add_paragraph("Signature: ____________________")
    document.add_heading("Exhibit C - Subcontractors", 2)
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for texts in (("", "Subcontractor", "Service", "Country"), ("1", "", "", ""), ("2", "", "", "")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    blank = learnt(papers.saved(document), "form.docx", (entry,))
    assert [p.label[0] for p in blank.places if not p.required] == ["2", "2", "2"]


def test_officers_under_the_boards_name_sign_for_it() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    for row, text in enumerate(
        ("COMPANY", "By", "Title", "Date", "BOARD OF EDUCATION OF LIMESTONE SCHOOL DISTRICT 29", "President", "Date")
    ):
        head = text.isupper() or "29" in text
        canvas.drawString(60, 690 - 24 * row, text if head else f"{text}: " + "_" * 30)
    blank = learnt(bytes(canvas.getpdfdata()))
    assert [p.party for p in blank.places] == ["operator"] * 3 + ["district"] * 2


# --- what must not be taken for less than it is ----


def asked(*lines: str, optional: tuple[str, ...] = ()) -> Blank:
    canvas = papers.canvas_of(TITLE, INTRO)
    for row, text in enumerate(lines):
        canvas.drawString(60, 690 - 24 * row, text if text.startswith("#") else f"{text}: " + "_" * 30)
    return learnt(bytes(canvas.getpdfdata()), optional=optional)


def test_a_second_line_by_its_own_name_and_not_a_second_block() -> None:
    block = ("Address line 1", "Address line 2", "City")
    blank = asked("Company", *block, *block, "Contact", optional=("Address line 2",))
    assert [p.label for p in blank.places if not p.required] == ["Address line 2"] * 2
    phones = asked("Company", *("Name", "Phone 1", "Phone 2") * 2, "Contact", optional=("Phone 2",))
    assert {p.label for p in phones.places if not p.required} == {"Phone 2"}


@pytest.mark.parametrize("entry", ["Telephone (second contact)", "Telephone"])
def test_labels_that_end_alike_are_no_column(entry: str) -> None:
    blank = asked("Company telephone", "Data officer telephone", "Fax", optional=(entry,))
    assert all(p.required for p in blank.places)


def test_a_certification_over_a_page_break_is_no_answer_to_the_question_before_it() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Company: " + "_" * 30)
    canvas.drawString(60, 70, "7. Does the product collect any student data?")
    for x, option in ((300, "Yes"), (350, "No")):
        canvas.rect(x, 69, 9, 9)
        canvas.drawString(x + 14, 70, option)
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    canvas.rect(60, 739, 9, 9)
    canvas.drawString(74, 740, "We certify that student data is never sold.")
    canvas.drawString(60, 700, "Signature: " + "_" * 30)
    blank = learnt(bytes(canvas.getpdfdata()))
    assert len({p.group for p in blank.places if p.kind == "check"}) == 2


def test_each_group_of_people_is_no_section() -> None:
    blank = learnt(elements(said="Check what is collected from each group of students.", none=False), "form.docx")
    assert len(papers.groups(blank)) == 1
