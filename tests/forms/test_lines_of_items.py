"""Lines, boxes and marks of items: what is asked under, behind and beside them."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form, Place

TITLE = "Student Online Privacy Contract"
DISTRICT = "Cedar Ford Public School District 12"


def learnt(data: bytes, form: str = "soppa", name: str = "form.pdf", optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(data, form, TITLE, name, optional)


def read(blank: Blank, data: bytes, name: str = "paper.pdf") -> Form:
    (form,) = assemble(recognise(papers.read(data, name), (blank,)), (blank,))
    return form


def labels(blank: Blank, **such: object) -> list[str]:
    return [p.label for p in blank.places if all(getattr(p, k) == v for k, v in such.items())]


# --- rules and sentences ----


def items(*, indent: float = 14, answers: tuple[str, str] = ("", "")) -> bytes:
    canvas = papers.canvas_of(
        TITLE, f"{DISTRICT}. The company answers each item below on the line that stands under it."
    )
    for row, label in enumerate(
        ("List of third parties to whom data is disclosed", "Web address of the privacy policy")
    ):
        y = 690 - 50 * row
        canvas.drawString(60, y, f"{row + 1})")
        canvas.drawString(74, y, label)
        canvas.line(60 + indent, y - 24, 560, y - 24)
        canvas.drawString(76, y - 21, answers[row])
    canvas.drawString(60, 560, "Company: ______________________   Date signed: ______________")
    return bytes(canvas.getpdfdata())


def test_a_rule_under_the_words_of_a_numbered_item_is_written_on() -> None:
    blank = learnt(items())
    assert labels(blank)[:2] == [
        "1) List of third parties to whom data is disclosed",
        "2) Web address of the privacy policy",
    ]
    form = read(blank, items(answers=("None", "")))
    assert "2) Web address of the privacy policy" in form.open and not form.open[0].startswith("1)")


def test_a_rule_across_the_page_parts_sections() -> None:
    assert not any("Web address" in label for label in labels(learnt(items(indent=0))))


@pytest.mark.parametrize(("apart", "written_on"), [(2.5, False), (None, True)])
def test_a_double_rule_under_a_head_is_no_line_to_write_on(apart: float | None, written_on: bool) -> None:
    canvas = papers.canvas_of(TITLE, f"{DISTRICT}. This contract is made between the district and the company.")
    canvas.drawString(60, 640, "Company: ______________________   Date signed: ______________")
    canvas.drawCentredString(306, 700, "Edition 2027")
    for y in (690.0, *([690.0 - apart] if apart else [])):
        canvas.line(220, y, 392, y)
    assert ("Edition 2027" in labels(learnt(bytes(canvas.getpdfdata())))) == written_on


def sentence(mark: str = "") -> bytes:
    canvas = papers.canvas_of(
        TITLE, f"{DISTRICT}. This contract is made between the district and the company named here."
    )
    canvas.drawString(60, 690, "Company: ______________________   Date signed: ______________")
    text = "3. Security. The company keeps to a recognized standard. Covered information is encrypted"
    canvas.drawString(60, 650, text)
    x = 60 + canvas.stringWidth(text, "Helvetica", 10)
    for option, at, y in (("at rest only", x + 8, 650), ("in", x + 82, 650), ("both.", 60 + 72, 636)):
        canvas.rect(at, y - 1, 8, 8)
        canvas.drawString(at + 12, y, option)
        if mark and option.startswith(mark):
            canvas.drawString(at + 1, y, "X")
    canvas.drawString(60, 636, "transit only")
    canvas.drawString(60, 610, "5. Information")
    for option, at in (("is", 130), ("is not shared with others. Third parties, if any:", 160)):
        canvas.rect(at, 609, 8, 8)
        canvas.drawString(at + 12, 610, option)
    canvas.drawString(60, 594, "_" * 50)
    return bytes(canvas.getpdfdata())


def test_an_option_and_a_question_that_wrap_in_a_sentence() -> None:
    blank = learnt(sentence(), optional=("Third parties, if any",))
    boxes = [p for p in blank.places if p.kind == "check"]
    assert [p.option for p in boxes[:3]] == ["at rest only", "in transit only", "both"]
    assert len({p.group for p in boxes[:3]}) == 1 and "encrypted" in boxes[0].group_label
    assert [p.required for p in blank.places if p.label == "Third parties, if any"] == [False]


def test_an_option_that_no_article_ends_goes_on_with_a_name() -> None:
    canvas = papers.canvas_of(TITLE, f"{DISTRICT}. This contract is made between the district and the company.")
    text = "7. Security. The company follows a recognized standard. They follow (check at least one)"
    canvas.drawString(60, 650, text)
    for option, at, y in (("ISO/IEC 27001", 459, 650), ("the", 548, 650), ("another one.", 136, 636)):
        canvas.rect(at, y - 1, 8, 8)
        canvas.drawString(at + 12, y, option)
    canvas.drawString(60, 636, "CIS Controls")
    canvas.drawString(60, 600, "Company: ______________________   Date signed: ______________")
    boxes = [p for p in learnt(bytes(canvas.getpdfdata())).places if p.kind == "check"]
    assert [p.option for p in boxes] == ["ISO/IEC 27001", "the CIS Controls", "another one"]
    assert len({p.group for p in boxes}) == 1


# --- parties ----


def two_heads() -> bytes:
    canvas = papers.canvas_of(
        TITLE, "The parties have signed below. Each of them keeps a copy of this contract for its files."
    )
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(60, 700, "BOARD OF EDUCATION OF CEDAR FORD")
    canvas.drawString(274, 700, "PROVIDER")
    canvas.drawString(60, 686, "PUBLIC SCHOOL DISTRICT 12")
    canvas.setFont("Helvetica", 10)
    for row, label in enumerate(("By", "Name", "Title", "Date")):
        for x in (60, 274):
            canvas.drawString(x, 650 - 24 * row, f"{label}: ______________________")
    return bytes(canvas.getpdfdata())


def test_heads_that_nearly_touch_stand_over_two_columns() -> None:
    places = learnt(two_heads()).places
    left, right = ([p.party for p in places if p.box and (p.box[0] < 200) is side] for side in (True, False))
    assert left == ["district"] * 4 and right == ["operator"] * 4


def test_a_term_with_its_comma_inside_the_quotes() -> None:
    canvas = papers.canvas_of(TITLE, f"{DISTRICT} and the company named below agree on what follows in this contract.")
    canvas.drawString(60, 690, "This contract is effective as of ____________ (the")
    canvas.drawString(60, 676, '"Effective Date," which the Board inserts when it signs), between the Board and')
    canvas.drawString(60, 662, '____________________________ (the "Provider").')
    places = learnt(bytes(canvas.getpdfdata()), optional=("Effective Date",)).places
    assert [(p.title, p.required) for p in places] == [("Effective Date", False), ("Provider", True)]


def test_whose_initials_a_line_is_for() -> None:
    canvas = papers.canvas_of(TITLE, f"{DISTRICT} and the company named below agree on what follows in this contract.")
    canvas.drawString(60, 690, "Company: ______________________   Date signed: ______________")
    canvas.drawString(60, 650, "FOR THE DISTRICT")
    canvas.drawString(60, 630, "Signature: ______________________")
    canvas.drawString(60, 560, "Operator initials ________     District initials ________")
    places = {p.label: p.party for p in learnt(bytes(canvas.getpdfdata())).places}
    assert (places["Operator initials"], places["District initials"]) == ("operator", "district")


# --- cells ----


def captions() -> bytes:
    canvas = papers.canvas_of(TITLE, DISTRICT)
    cells = (
        (60, 680, 220, "1.1 Legal name of company"),
        (280, 680, 280, "1.2 Address"),
        (60, 640, 500, "2.6 Schools or departments that will use the product (may be left blank if named in a mail)"),
        (60, 600, 110, "3.4 Contract term: from"),
        (170, 600, 110, "3.5 Contract term: to"),
    )  # fmt: skip
    for x, y, wide, caption in cells:
        canvas.rect(x, y, wide, 40 if y == 640 else 32)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(x + 3, y + (32 if y == 640 else 24), caption)
    canvas.rect(280, 600, 280, 32)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(284, 612, "3.6 Does the agreement renew automatically?")
    for x, option in ((460, "Yes"), (510, "No")):
        canvas.rect(x, 610, 8, 8)
        canvas.drawString(x + 12, 612, option)
    return bytes(canvas.getpdfdata())


def test_long_captions_and_cells_beside_a_question_with_boxes() -> None:
    found = [p.label for p in learnt(captions(), "rfi").places if p.kind == "text"]
    assert [label.split()[0] for label in found] == ["1.1", "1.2", "2.6", "3.4", "3.5"], found


def schedule(rows: tuple[tuple[str, ...], ...]) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Company: Harbor Press" if any(rows[0][1:]) else "Company: ____________________")
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for texts in (("Data element", "Collected? (Y/N)", "Where it is stored", "How long it is kept"), *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return papers.saved(document)


def test_a_row_that_is_answered_with_no() -> None:
    blank = learnt(schedule((("Names", "", "", ""), ("Grades", "", "", ""))), "rfi", "form.docx")
    full = schedule((("Names", "Y", "Ohio", "A year"), ("Grades", "No", "", "")))
    assert read(blank, full, "paper.docx").status == "complete"
    half = schedule((("Names", "Y", "Ohio", ""), ("Grades", "No", "", "")))
    assert len(read(blank, half, "paper.docx").open) == 1


@pytest.mark.parametrize("entry", ["Name of Subcontractor (second row)", "Second row of the subcontractor table"])
def test_a_row_told_by_a_word(entry: str) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Company: ____________________")
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    head = "Name of Subcontractor" if "Name" in entry else "Subcontractor"
    for texts in ((head, "Services performed"), ("", ""), ("", "")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    places = learnt(papers.saved(document), name="form.docx", optional=(entry,)).places
    assert [p.required for p in places if p.label == head] == [True, False]


# --- marks ----


def checklist(*, first: str = "", behind: str = "", glyph: str = "❏") -> bytes:
    """A list whose bullets are boxes, as Google documents have it."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    kind = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{glyph}"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, kind)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for line in (TITLE, "Company: Harbor Press" if first or behind else "Company: ____________________"):
        document.add_paragraph(line)
    for question, options in (
        ("6. How do users sign in? Mark all that apply.", ("Google single sign-on", "ClassLink or Clever")),
        ("8. Does any part of the product rely on artificial intelligence?", ("Yes", "No")),
    ):
        document.add_paragraph(question)
        for option in options:
            marked = option in ("Google single sign-on", "No")
            paragraph = document.add_paragraph(f"{first if marked else ''}{option}{behind if marked else ''}")
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))
    return papers.saved(document)


def terms(*, told: str = "") -> bytes:
    """A list of sentences under the hollow square that Word offers as a bullet."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF071;"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl>'
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="91">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="91"/></w:num>'))
    document.add_paragraph(TITLE)
    document.add_paragraph(f"By sending this form the company accepts these terms: {told}")
    for sentence in (
        "Data of pupils is used for the purposes of the school and for nothing else.",
        "A loss of data is reported to the District within seventy-two hours.",
    ):
        properties = document.add_paragraph(sentence)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="91"/></w:numPr>'))
    document.add_paragraph("Company: ____________________")
    return papers.saved(document)


def test_sentences_under_an_ornament_are_no_boxes() -> None:
    assert [p.kind for p in learnt(terms(), "rfi", "form.docx").places] == ["text"]
    told = learnt(terms(told="(check each)"), "rfi", "form.docx").places
    assert [p.kind for p in told] == ["check", "check", "text"]


def test_boxes_that_are_a_lists_bullets() -> None:
    boxes = [p for p in learnt(checklist(), "rfi", "form.docx").places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Google single sign-on", "ClassLink or Clever", "Yes", "No"]
    assert len({p.group for p in boxes}) == 2
    assert [p for p in learnt(checklist(glyph="●"), "rfi", "form.docx").places if p.kind == "check"] == []


@pytest.mark.parametrize("glyph", ["○", "◦"])
def test_rings_are_boxes_where_a_choice_is_asked_for(glyph: str) -> None:
    """The first question says "Mark all that apply", the second asks for no choice by its words."""
    boxes = [p for p in learnt(checklist(glyph=glyph), "rfi", "form.docx").places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Google single sign-on", "ClassLink or Clever"]


@pytest.mark.parametrize(("first", "behind"), [("X  ", ""), ("", " ✔")])
def test_a_mark_before_or_behind_an_options_words(first: str, behind: str) -> None:
    blank = learnt(checklist(), "rfi", "form.docx")
    form = read(blank, checklist(first=first, behind=behind), "paper.docx")
    assert [r.place.option for r in form.readings if r.state == "filled" and r.place.kind == "check"] == [
        "Google single sign-on",
        "No",
    ]
    assert (form.status, form.doubtful) == ("complete", ())


def test_a_row_of_marks_right_behind_its_question() -> None:
    document = docx.Document()
    for line in (
        TITLE,
        "Company: ____________________",
        "SOPPA (check one): ____ Applies; signed agreement is enclosed   ____ Does not apply",
        "Works with (check all): ____ Clever   ____ ClassLink   ____ Google   ____ None of these",
    ):
        document.add_paragraph(line)
    boxes: dict[str, list[str]] = {}
    for place in learnt(papers.saved(document), "rfi", "form.docx").places:
        if place.kind == "check":
            boxes.setdefault(place.group_label, []).append(place.option)
    assert boxes == {
        "SOPPA (check one)": ["Applies; signed agreement is enclosed", "Does not apply"],
        "Works with (check all)": ["Clever", "ClassLink", "Google", "None of these"],
    }


# --- fields ----


def fields() -> list[Place]:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 750, TITLE)
    canvas.rect(60, 700, 240, 30)
    canvas.rect(300, 700, 260, 30)
    canvas.rect(60, 670, 500, 30)
    for x, label in ((63, "4.1 Hosting model"), (303, "4.2 Location of the data center")):
        canvas.drawString(x, 720, label)
        canvas.acroForm.textfield(name=label, x=x, y=702, width=200, height=14, borderWidth=0)
    canvas.drawString(63, 690, "4.3 Sign-in methods supported (check all that apply)")
    for n, option in enumerate(("Google", "Microsoft", "SAML", "Rostering portal", "Password")):
        canvas.acroForm.checkbox(name=f"s4_{n}", tooltip=option, x=64 + 98 * n, y=674, size=9)
        canvas.drawString(76 + 98 * n, 675, option)
    canvas.drawString(60, 640, "2.8 Date by which approval is needed:")
    canvas.acroForm.textfield(name="s2", tooltip="mm/dd/yyyy. Allow four weeks", x=240, y=636, width=120, height=16)
    canvas.save()
    return list(learnt(out.getvalue(), "rfi").places)


def test_a_cell_of_one_question_is_whole_whatever_columns_are_over_it() -> None:
    boxes = [p for p in fields() if p.kind == "check"]
    assert len({p.group for p in boxes}) == 1 and boxes[-1].group_label.startswith("4.3 Sign-in methods")


def test_a_tooltip_that_only_says_how_a_date_is_written() -> None:
    place = next(p for p in fields() if p.id == "s2")
    assert (place.label, place.role) == ("2.8 Date by which approval is needed", "deadline")
