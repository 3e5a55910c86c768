"""Forms that are fillable in part: fields on the first pages, boxes and cells to fill in by hand on others."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
import form_papers as papers
import pikepdf
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Technology Vendor Questionnaire"
FIELDS = (
    "1. Legal name of company",
    "2. Illinois districts that use the product (name up to three)",
    "3. Name of product",
)
YES_NO = ("4. Will the product collect information about pupils?", "5. Is the product subject to SOPPA (105 ILCS 85)?")
CELLS = ("6. Cyber insurance: company", "7. Policy number", "8. Printed name", "9. Title")
OFFICE = ("Approved", "Not approved", "Send to Board")


SECOND = f"{TITLE}, page 2. Each cell below is filled in by the company."


def form(answers: Mapping[str, str] | None = None, *, last: tuple[str, ...] = CELLS, second: str = SECOND) -> bytes:
    """Fields for text on the first page and drawn boxes beside them; the second page has no field at all."""
    given = answers or {}
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 13)
    canvas.drawString(60, 750, f"{TITLE} - Cedar Ford Public School District 12")
    canvas.setFont("Helvetica", 9)
    for row, label in enumerate(FIELDS):
        canvas.drawString(60, 716 - 44 * row, label)
        canvas.acroForm.textfield(name=f"Text{row + 1}", x=60, y=692 - 44 * row, width=400, height=18, borderWidth=1)
    for row, question in enumerate(YES_NO):
        y = 560 - 24 * row
        canvas.drawString(60, y, question)
        for x, option in ((460, "Yes"), (510, "No")):
            canvas.rect(x, y - 2, 10, 10)
            canvas.drawString(x + 14, y, option)
            if given.get(question) == option:
                canvas.drawString(x + 2, y, "X")
    canvas.showPage()
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 740, second)
    for row, label in enumerate(last):
        canvas.rect(60, 690 - 36 * row, 400, 34)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(64, 716 - 36 * row, label)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, 698 - 36 * row, given.get(label, ""))
    canvas.drawString(60, 490, "10. Signature: ______________________________   Date signed: ______________")
    canvas.drawString(140, 492, given.get("signature", ""))
    canvas.drawString(390, 492, given.get("date", ""))
    canvas.save()
    return out.getvalue()


def learnt(last: tuple[str, ...] = CELLS, second: str = SECOND) -> Blank:
    return papers.blank(form(last=last, second=second), "rfi", TITLE)


FULL = {
    **dict.fromkeys(CELLS, "Harbor Mutual"),
    YES_NO[0]: "Yes",
    YES_NO[1]: "No",
    "signature": "/s/ Lena Ortiz",
    "date": "3/1/2027",
}


def read(answers: Mapping[str, str]) -> Form:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(form(answers))) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            field.V = pikepdf.String("Harbor Press LLC")
        pdf.save(data)
    blank = learnt()
    (found,) = assemble(recognise(papers.read(data.getvalue()), (blank,)), (blank,))
    return found


def test_pages_and_boxes_without_fields_are_asked() -> None:
    places = learnt().places
    assert [p.label for p in places if p.kind == "text" and p.page == 2][:4] == [*CELLS]
    assert {p.group_label for p in places if p.kind == "check"} == set(YES_NO)
    assert [p.label for p in places if p.role == "product"] == ["3. Name of product"]
    assert [p.option for p in places if p.role == "subject_to_soppa"] == ["Yes", "No"]
    assert [p.page for p in places if p.role == "signature"] == [2]


def test_a_page_with_a_line_or_two_is_no_page_to_fill_in() -> None:
    """A signature page of a fillable form: what is signed is asked for, and nothing else on it."""
    places = learnt(last=()).places
    assert [p.kind for p in places if p.page == 2] == ["signature", "text"]


def test_a_page_without_fields_is_told_of() -> None:
    assert [n for n in learnt().notes if n.startswith("page 2 has no form field") and CELLS[0] in n]
    assert not [n for n in learnt(last=()).notes if "form field" in n]


def test_a_form_that_is_named_for_its_approval_is_asked_for() -> None:
    places = learnt(second="Internet Tool Approval Form, page 2. To be filled in by the company.").places
    assert [p.label for p in places if p.page == 2 and p.required and not p.unsure][:4] == [*CELLS]


def test_a_page_for_the_districts_offices_is_theirs() -> None:
    places = learnt(second="Routing sheet of the Office of Technology").places
    assert all(p.unsure or p.role.startswith("signature") for p in places if p.page == 2), "nobody is asked for them"


def test_what_was_written_by_hand_counts() -> None:
    full = read(FULL)
    assert (full.status, full.open, full.subject_to_soppa) == ("complete", (), False)


@pytest.mark.parametrize("left", [CELLS[1], YES_NO[0], "date"])
def test_what_was_left_open_there_is_missing(left: str) -> None:
    found = read({k: v for k, v in FULL.items() if k != left})
    asked = {"date": "Date signed"}.get(left, left).rstrip("?")
    assert found.status == "incomplete" and len(found.open) == 1 and asked in found.open[0], found.open


# --- lines behind "Other", duties that are affirmed, questions of one party ----


def test_only_who_checks_other_has_to_say_what() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Company name: ____________________   Other: ____________________")
    document.add_paragraph(
        "How do users sign in?   ☐ Google   ☐ Own password   ☐ Other (please specify): ______________"
    )
    document.add_paragraph("Other companies that receive data (write none): ____________________")
    places = papers.blank(papers.saved(document), "rfi", TITLE, "form.docx").places
    asked = {p.label: p.required for p in places if p.kind == "text"}
    assert [label for label, must in asked.items() if not must] == ["Other (please specify)"], asked


def duties(mark: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Company name: Harbor Press LLC" if mark else "Company name: ____________________")
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for texts in (
        ("Initials or ✓", "In the use of the product the company will"),
        (mark, "1. use pupils' data only to provide the product to the district, for school purposes."),
        (mark, "2. not use pupils' data for targeted advertising, and not build a profile of a pupil."),
    ):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return papers.saved(document)


@pytest.mark.parametrize(("mark", "status"), [("✓", "complete"), ("LO", "complete"), ("", "blank")])
def test_a_duty_may_be_affirmed_with_a_check_mark(mark: str, status: str) -> None:
    blank = papers.blank(duties(""), "rfi", TITLE, "form.docx")
    assert len([p for p in blank.places if p.kind == "text"]) == 3
    (found,) = assemble(recognise(papers.read(duties(mark), "paper.docx"), (blank,)), (blank,))
    assert found.status == status, found


def test_the_boxes_of_one_question_are_one_partys() -> None:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    canvas.drawString(60, 690, "Company name: ______________________   Telephone: ______________")
    canvas.drawString(60, 650, "FOR DISTRICT USE ONLY")
    canvas.drawString(60, 630, "Decision:")
    for n, option in enumerate(OFFICE):
        canvas.rect(130 + 120 * n, 628, 10, 10)
        canvas.drawString(145 + 120 * n, 630, option)
    places = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE).places
    assert {p.option: p.party for p in places if p.kind == "check"} == dict.fromkeys(OFFICE, "district")


def test_the_label_of_a_row_that_fields_answer_is_no_caption_over_room() -> None:
    """The cells of labels have room under them; the boxes beside them are form fields, which the page does not draw."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 750, "Cedar Ford vendor form")
    questions = ("Is data encrypted in transit?", "Is data sold to others?", "Was there a breach?", "Is there a trial?")
    for n, question in enumerate(questions):
        low = 700 - 26 * n
        canvas.rect(56, low, 180, 26)
        canvas.rect(236, low, 300, 26)
        canvas.drawString(60, low + 16, question)
        for m, option in enumerate(("Yes", "No", "Not applicable")):
            x = 242 + 60 * m
            canvas.acroForm.checkbox(name=f"q{n}{m}", x=x, y=low + 13, size=10, borderWidth=0, fieldFlags="")
            canvas.drawString(x + 14, low + 16, option)
    canvas.save()
    blank = papers.blank(out.getvalue(), "rfi", "Cedar Ford vendor form")
    assert {p.kind for p in blank.places} == {"check"}
