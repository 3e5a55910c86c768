"""Ruled tables of labels and answers: what stands over an answer is no heading, numbers of lines are no words."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Software Vendor Intake Sheet"
ROWS = [
    ("1. Legal name of the company", ""),
    ("2. Other name, if any is used", ""),
    ("3. Will a reseller invoice us?", "boxes:No,Yes"),
    ("4. Name of the reseller", ""),
    ("5. How is it delivered?", "Choose an item."),
    ("6. Total cost of the first year", ""),
    ("7. Which of these does it hold?", "heads:Held,Not held"),
    ("(a) Names of students", "row"),
    ("(b) E-mail addresses", "row"),
    ("8. Where is it stored?", ""),
]
MATRIX = {"(a) Names of students": {"Held", "Not held"}, "(b) E-mail addresses": {"Held", "Not held"}}


def sheet(ticked: tuple[str, ...] = ()) -> bytes:
    """The form on one page; boxes whose "row option" is in `ticked` bear a cross."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(
        60, 722, "Birch Fork Community Unit School District 9. Complete every numbered line of this sheet."
    )
    top = 700
    for label, answer in ROWS:
        canvas.rect(60, top - 26, 480, 26)
        if answer != "row":
            canvas.line(220, top - 26, 220, top)
        canvas.drawString(64, top - 16, label)
        if answer.startswith("boxes:"):
            for n, option in enumerate(answer[6:].split(",")):
                _box(canvas, 230 + 120 * n, top - 18, f"{label} {option}" in ticked)
                canvas.drawString(246 + 120 * n, top - 16, option)
        elif answer.startswith("heads:"):
            for n, option in enumerate(answer[6:].split(",")):
                canvas.drawCentredString(424 + 60 * n, top - 20, option)
        elif answer == "row":
            for n, option in enumerate(("Held", "Not held")):
                _box(canvas, 420 + 60 * n, top - 18, f"{label} {option}" in ticked)
        elif answer:
            canvas.drawString(228, top - 16, answer)
        top -= 26
    canvas.save()
    return out.getvalue()


def _box(canvas: Canvas, x: float, y: float, ticked: bool) -> None:
    canvas.rect(x, y, 9, 9)
    if ticked:
        canvas.line(x + 1, y + 1, x + 8, y + 8)
        canvas.line(x + 1, y + 8, x + 8, y + 1)


@pytest.fixture(scope="module")
def blank() -> Blank:
    optional = ("Other name, if any is used", "Question 4")
    return papers.blank(sheet(), "rfi", TITLE, "sheet.pdf", optional)


def test_each_row_asks_for_itself(blank: Blank) -> None:
    asked = {p.label for p in blank.places if p.kind != "check"}
    assert asked == {label for label, answer in ROWS if answer in ("", "Choose an item.")}
    groups: dict[str, set[str]] = {}
    for place in blank.places:
        if place.kind == "check":
            groups.setdefault(place.group_label, set()).add(place.option)
    assert groups == {"3. Will a reseller invoice us?": {"No", "Yes"}, **MATRIX}
    assert len({p.group for p in blank.places if p.kind == "check"}) == 3


def test_optional_names_lines_without_their_number_or_by_it(blank: Blank) -> None:
    free = {p.label for p in blank.places if not p.required}
    assert free == {"2. Other name, if any is used", "4. Name of the reseller"}


def test_every_row_of_boxes_must_be_answered(blank: Blank) -> None:
    half = ("3. Will a reseller invoice us? No", "(a) Names of students Held")
    document, raster = papers.opened(sheet(half), "paper.pdf")
    form = assemble(recognise(document, (blank,), raster, None), (blank,))[0]
    assert "(b) E-mail addresses" in form.open
    assert "(a) Names of students" not in form.open
    assert "3. Will a reseller invoice us?" not in form.open


# --- boxes of a Word form that are typed over ------------------------------------------------------------------------

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
CONTROL = (
    f'<w:sdt xmlns:w="{WORD}" xmlns:w14="{W14}"><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
    '</w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">\u2610</w:t></w:r></w:sdtContent></w:sdt>'
)
QUESTIONS = ("Is student data encrypted?", "Is student data sold?", "Are staff trained each year?")


def word_form(answers: dict[str, str] | None = None) -> bytes:
    """Check box controls without names; an answer replaces its control by a typed "X"."""
    document = docx.Document()
    document.add_heading("Birch Fork Student Data Checklist", 1)
    document.add_paragraph(
        "Birch Fork Community Unit School District 9 asks every vendor to answer all questions below."
    )
    table = document.add_table(rows=0, cols=2)
    for question in QUESTIONS:
        cells = table.add_row().cells
        cells[0].text = question
        paragraph = cells[1].paragraphs[0]
        for option in ("Yes", "No"):
            if (answers or {}).get(question) == option:
                paragraph.add_run("X ")
            else:
                paragraph._p.append(parse_xml(CONTROL))
            paragraph.add_run(f" {option}    ")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_word(answers: dict[str, str]) -> Form:
    blank = papers.blank(word_form(), "rfi", "Birch Fork Student Data Checklist", "checklist.docx")
    document, raster = papers.opened(word_form(answers), "checklist.docx")
    return assemble(recognise(document, (blank,), raster, None), (blank,))[0]


def test_a_typed_x_in_the_place_of_a_box_ticks_it() -> None:
    form = read_word({QUESTIONS[0]: "Yes", QUESTIONS[1]: "No", QUESTIONS[2]: "Yes"})
    assert (form.status, form.open, form.doubtful) == ("complete", (), ())


def test_a_box_left_alone_stays_open_beside_typed_ones() -> None:
    form = read_word({QUESTIONS[0]: "Yes", QUESTIONS[2]: "Yes"})
    assert form.status == "incomplete"
    assert form.open == (QUESTIONS[1],)


# --- lists of what is collected, captions under lines, boxes of one cell --------------------------------------------

ELEMENTS = ("Name of the student", "Date of birth", "Grades", "Attendance")


def exhibit(ticked: tuple[str, ...] = ()) -> bytes:
    """Two tables side by side, "Data element | Collected", whose heading has no rule between its columns."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 740, "Schedule of Covered Information")
    canvas.setFont("Helvetica", 9)
    canvas.drawString(
        60, 722, "Birch Fork Community Unit School District 9. Check every element that the product keeps."
    )
    for side in range(2):
        left = 60 + 250 * side
        canvas.rect(left, 674, 230, 22)
        canvas.drawString(left + 4, 682, "Data element")
        canvas.drawCentredString(left + 200, 682, "Collected")
        for row in range(2):
            element, top = ELEMENTS[2 * side + row], 674 - 22 * row
            canvas.rect(left, top - 22, 170, 22)
            canvas.rect(left + 170, top - 22, 60, 22)
            canvas.drawString(left + 4, top - 14, element)
            _box(canvas, left + 196, top - 16, element in ticked)
    for side, party in ((0, ""), (1, " (District)")):
        for row, caption in enumerate(("By", "Name", "Title", "Date signed")):
            y = 520 - 38 * row
            canvas.line(60 + 250 * side, y, 260 + 250 * side, y)
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60 + 250 * side, y - 10, caption + party)
    canvas.save()
    return out.getvalue()


def test_one_list_over_two_tables_is_one_question_and_captions_name_the_line_above() -> None:
    blank = papers.blank(exhibit(), "soppa", "Schedule of Covered Information", "exhibit.pdf")
    boxes = [p for p in blank.places if p.kind == "check"]
    assert {p.option for p in boxes} == set(ELEMENTS)
    assert {(p.group, p.group_label) for p in boxes} == {(boxes[0].group, "Collected")}
    lines = [p.label for p in blank.places if p.kind != "check" and p.party == "operator"]
    assert lines == ["By", "Name", "Title", "Date signed"]
    assert {p.label: p.role for p in blank.places if p.role} == {"By": "signature", "Date signed": "signature_date"}


def test_a_question_over_a_box_of_one_cell_and_a_coded_control_are_places_with_their_question() -> None:
    document = docx.Document()
    document.add_paragraph("1. Where is the data stored?")
    document.add_table(rows=1, cols=1)
    sentence = document.add_paragraph("The Provider can be reached at ")
    sentence._p.append(
        parse_xml(
            f'<w:sdt xmlns:w="{WORD}"><w:sdtPr><w:alias w:val="bphone"/><w:tag w:val="bphone"/><w:showingPlcHdr/>'
            "<w:text/></w:sdtPr><w:sdtContent><w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent>"
            "</w:sdt>"
        )
    )
    sentence.add_run(" at any time.")
    out = io.BytesIO()
    document.save(out)
    blank = papers.blank(out.getvalue(), "rfi", "Contact Sheet of the Provider", "sheet.docx", ("bphone",))
    assert [(p.label, p.required) for p in blank.places] == [
        ("1. Where is the data stored?", True),
        ("The Provider can be reached at", False),
    ]
