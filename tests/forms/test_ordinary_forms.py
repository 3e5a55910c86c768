"""Ordinary forms of ordinary offices.

Bars between a table's rows, lists over a page break, rows that are counted, boxes for one character each, panels that
each offer "None", feet of Word pages.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.labels import with_follow_up
from soppa_mailbot.model import Blank, Form, Place

TITLE = "Vendor Information Security Questionnaire"
INTRO = "Cedar Ford Public School District 12. Please answer every question below and send it back."


def learnt(data: bytes, name: str = "form.pdf", optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(data, "rfi", TITLE, name, optional)


def box(canvas: Canvas, left: float, top: float, wide: float, high: float, text: str = "") -> None:
    canvas.rect(left, top - high, wide, high)
    if text:
        canvas.drawString(left + 4, top - 14, text)


# --- bars across a table ----

WIDTHS = (250.0, 40.0, 40.0, 160.0)
ROWS = (
    ("Question", "Yes", "No", "Comments"),
    ("A. Access control",),
    ("Are accounts closed when people leave?", "", "", ""),
    ("Is sign-in logged?", "", "", ""),
    ("B. Data protection",),
    ("Is data encrypted at rest?", "", "", ""),
)


def checklist(marks: Sequence[str] = (), rows: Sequence[tuple[str, ...]] = ROWS) -> bytes:
    """A table whose heads stand over bars; `marks`: the column to mark of each question in turn, "" for none.

    A row of two cells is written into across the columns of the marks.
    """
    canvas = papers.canvas_of(TITLE, INTRO)
    asked = 0
    for number, row in enumerate(rows):
        y, x = 690 - 20 * number, 60.0
        if len(row) == 1:
            box(canvas, x, y, sum(WIDTHS), 20, row[0])
            continue
        if len(row) == 2:
            box(canvas, x, y, WIDTHS[0], 20, row[0])
            box(canvas, x + WIDTHS[0], y, sum(WIDTHS[1:]), 20, "Rosters" if marks else row[1])
            continue
        mark = marks[asked] if number and asked < len(marks) else ""
        asked += number > 0
        for column, (wide, text) in enumerate(zip(WIDTHS, row, strict=True)):
            box(canvas, x, y, wide, 20, text or ("X" if mark and ROWS[0][column] == mark else ""))
            x += wide
    canvas.drawString(60, 520, "Company: " + ("Harbor Press" if marks else "_" * 30))
    return bytes(canvas.getpdfdata())


def test_heads_over_the_bars_of_a_table_head_its_columns() -> None:
    blank = learnt(checklist(), optional=("Comments",))
    assert papers.groups(blank) == {row[0]: ["Yes", "No"] for row in ROWS[1:] if len(row) > 1}
    assert [p.label for p in blank.places if p.kind != "check" and p.required] == ["Company"]
    assert not blank.notes[1:], "Comments names a column"
    assert papers.copy_of(blank, checklist(("Yes", "No", "Yes"))).status == "complete"
    assert papers.copy_of(blank, checklist(("Yes", "", "Yes"))).open == ("Is sign-in logged?",)


ACROSS = ("What is it used for?", "")


@pytest.mark.parametrize(
    "rows",
    [
        [*ROWS[:2], ACROSS, *ROWS[2:]],  # under the first bar
        [*ROWS[:4], ACROSS, *ROWS[4:]],  # over the second
        [*ROWS[:5], ACROSS, *ROWS[5:]],  # under the second
        [*ROWS[:2], ACROSS, ("What does it cost?", ""), *ROWS[4:], ROWS[2]],  # a section of nothing else
        [ROWS[0], ACROSS, *ROWS[1:]],  # right under the heads
    ],
)
def test_heads_go_on_past_rows_that_are_written_into_across_their_columns(rows: list[tuple[str, ...]]) -> None:
    blank = learnt(checklist(rows=rows), optional=("Comments",))
    assert papers.groups(blank) == {row[0]: ["Yes", "No"] for row in rows[1:] if len(row) == len(WIDTHS)}
    written = [row[0] for row in rows if len(row) == 2]
    assert [p.label for p in blank.places if p.kind != "check" and p.required] == [*written, "Company"]


# --- rows of fields without tooltips ----


def test_rows_of_buttons_take_their_own_words_in_a_table_without_upright_lines() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 750, TITLE)
    canvas.drawString(60, 735, INTRO)
    for half, names in enumerate((("Name", "Home address"), ("Teacher", "Test scores"))):
        left = 60 + 250 * half
        for number, name in enumerate(("", *names)):
            y = 690 - 20 * number
            canvas.rect(left, y - 20, 250, 20)
            canvas.drawString(left + 4, y - 14, name or "Element")
            for column, head in enumerate(("Yes", "No")):
                if name:
                    canvas.acroForm.radio(
                        name=f"Group{half}{number}", value=head, x=left + 150 + 40 * column, y=y - 16, size=10
                    )
                else:
                    canvas.drawString(left + 146 + 40 * column, y - 14, head)
    canvas.drawString(60, 560, "Company")
    canvas.acroForm.textfield(name="company", x=130, y=556, width=150, height=14)
    canvas.save()
    names = ("Name", "Home address", "Teacher", "Test scores")
    assert papers.groups(learnt(out.getvalue())) == {name: ["Yes", "No"] for name in names}


# --- optional rows ----


def references(optional: tuple[str, ...], head: str = "References in Illinois", *, numbered: bool = True) -> Blank:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    document.add_paragraph("Company: ____________________")
    document.add_heading(head, 2)
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for number, texts in enumerate(("", "Customer", "Telephone") if n == 0 else ("", "", "") for n in range(4)):
        for column, (cell, text) in enumerate(zip(table.add_row().cells, texts, strict=True)):
            cell.text = str(number) if numbered and number and not column else text
    return learnt(papers.saved(document), "form.docx", optional)


@pytest.mark.parametrize("entry", ["Third reference", "Reference row 3", "References, row 3", "Reference no. 3"])
def test_a_row_is_named_by_its_number_and_the_heading_over_it(entry: str) -> None:
    blank = references((entry,))
    assert [p.label for p in blank.places if not p.required] == ["3 customer", "3 telephone"]
    assert not any(n.startswith("optional") for n in blank.notes)


def test_several_rows_are_named_together_and_one_column_of_a_row() -> None:
    assert [p.label[0] for p in references(("Reference rows 2 and 3",)).places if not p.required] == list("2233")
    assert [p.label[0] for p in references(("References 2-3",)).places if not p.required] == list("2233")
    assert [p.label for p in references(("Telephone, row 2",)).places if not p.required] == ["2 telephone"]


@pytest.mark.parametrize("entry", ["Third subcontractor", "Reference row 4", "Section 3"])
def test_rows_that_are_not_there_free_nobody(entry: str) -> None:
    blank = references((entry,), "References")
    assert all(p.required for p in blank.places)


def test_a_second_line_is_not_that_of_another_block() -> None:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    for head in ("Company", "Billing"):
        document.add_heading(head, 2)
        for label in ("Street address", "City", f"{head} telephone"):
            document.add_paragraph(f"{label}: ____________________")
    blank = learnt(papers.saved(document), "form.docx", ("Street address (second line)",))
    assert all(p.required for p in blank.places)


def test_the_end_of_an_entry_is_no_other_place_of_that_name() -> None:
    """ "Board date" stands in a row that is not known: "Date", beside the vendor's name, stays asked for."""
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Name ______________________   Title __________________")
    canvas.drawString(60, 660, "Expires ________________")
    canvas.drawString(60, 630, "Our Board date is the third Monday of the month.")
    blank = learnt(bytes(canvas.getpdfdata()), optional=("Board date",))
    assert all(p.required for p in blank.places)
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Name ______________________   Date __________________")
    canvas.drawString(60, 630, "Our Board date is the third Monday of the month.")
    blank = learnt(bytes(canvas.getpdfdata()), optional=("Board date",))
    assert [p.label for p in blank.places if p.required] == ["Name", "Date"]


# --- answers that go on ----


def test_a_ragged_second_line_of_underscores_only_gives_more_room() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "1. In a sentence or two, what does the product do? " + "_" * 42)
    canvas.drawString(60, 670, "_" * 90)
    canvas.drawString(60, 650, "2. Who hosts it? " + "_" * 60)
    blank = learnt(bytes(canvas.getpdfdata()))
    assert [p.label[:2] for p in blank.places if p.required] == ["1.", "2."]


def over_pages(mark: str = "") -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)

    def option(y: float, words: str) -> None:
        canvas.rect(70, y - 1, 9, 9)
        canvas.drawString(84, y, words)
        if words.startswith(mark or "-"):
            canvas.drawString(71.5, y, "X")

    canvas.drawString(400, 772, "Cedar Ford 12 | Business Office")
    canvas.drawString(60, 690, "Company: " + ("Harbor Press" if mark else "_" * 30))
    canvas.drawString(60, 84, "7. Does the product collect any student data?")
    for x, words in ((300, "Yes"), (350, "No")):
        canvas.rect(x, 83, 9, 9)
        canvas.drawString(x + 14, 84, words)
    if mark:
        canvas.drawString(351.5, 84, "X")
    canvas.drawString(60, 70, "8. Illinois Student Online Personal Protection Act (SOPPA), in your view, check one:")
    option(56, "It applies to the product")
    canvas.showPage()
    canvas.setFont("Helvetica", 10)
    canvas.drawString(400, 772, "Cedar Ford 12 | Business Office")
    option(740, "It does not apply to the product")
    canvas.drawString(60, 700, "9. Filled in by: " + ("Lena Ortiz" if mark else "_" * 30))
    return bytes(canvas.getpdfdata())


def test_boxes_at_the_top_of_a_page_go_on_with_the_question_at_the_end_of_the_page_before() -> None:
    blank = learnt(over_pages())
    found = papers.groups(blank)
    assert list(found.values()) == [["Yes", "No"], ["It applies to the product", "It does not apply to the product"]]
    assert list(found)[1].startswith("8. Illinois"), "and not with question 7 before it"
    assert papers.copy_of(blank, over_pages("It does not")).status == "complete"


# --- boxes for one character each ----


def combs(filled: str = "", *, side: float = 17.0) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    for x, label, teeth in ((60, "State", 2), (120, "ZIP code", 5), (260, "Federal tax ID (9 digits)", 9)):
        canvas.drawString(x, 690, label)
        for tooth in range(teeth):
            canvas.rect(x + 14 * tooth, 666, 14, side)
            if filled and label != filled:
                canvas.drawString(x + 14 * tooth + 4, 670, str(tooth))
    canvas.drawString(60, 620, "Company: " + ("Harbor Press" if filled else "_" * 30))
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize("side", [12.0, 17.0, 24.0])
def test_boxes_for_one_character_each_are_a_place_of_any_size(side: float) -> None:
    blank = learnt(combs(side=side))
    assert {p.label for p in blank.places} == {"State", "ZIP code", "Federal tax ID (9 digits)", "Company"}
    assert papers.copy_of(blank, combs("none", side=side)).status == "complete"
    assert papers.copy_of(blank, combs("Federal tax ID (9 digits)", side=side)).open == ("Federal tax ID (9 digits)",)


# --- combs without an upper side ----


def open_combs(filled: str = "", *, top: bool = False, celled: bool = False) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.setLineWidth(0.5)
    for x, label, teeth, gaps in ((60, "State", 2, ()), (120, "ZIP code", 5, ()), (300, "Date (MM DD YY)", 6, (2, 4))):
        canvas.drawString(x, 650 if gaps and not celled else 682 if celled else 690, label)
        if celled:
            canvas.rect(x - 6, 663, 14 * teeth + 6 * len(gaps) + 12, 30)
        for tooth in range(teeth):
            left = x + 14 * tooth + 6 * sum(tooth >= gap for gap in gaps)
            canvas.line(left, 666, left + 14, 666)
            for side in (left, left + 14):
                canvas.line(side, 666, side, 672)
            if top:
                canvas.line(left, 672, left + 14, 672)
            if filled and label != filled:
                canvas.drawString(left + 4, 668, str(tooth))
    canvas.drawString(60, 620, "Company: " + ("Harbor Press" if filled else "_" * 30))
    return bytes(canvas.getpdfdata())


def test_strokes_that_stand_on_a_line_leave_room_for_one_character_each() -> None:
    blank = learnt(open_combs())
    assert {p.label for p in blank.places} == {"State", "ZIP code", "Date (MM DD YY)", "Company"}
    assert papers.copy_of(blank, open_combs("none")).status == "complete"
    assert papers.copy_of(blank, open_combs("Date (MM DD YY)")).open == ("Date (MM DD YY)",)


def test_such_strokes_at_the_foot_of_a_cell_are_one_place_with_it() -> None:
    blank = learnt(open_combs(celled=True))
    assert sorted(p.label for p in blank.places) == ["Company", "Date (MM DD YY)", "State", "ZIP code"]
    assert papers.copy_of(blank, open_combs("none", celled=True)).status == "complete"
    assert papers.copy_of(blank, open_combs("State", celled=True)).open == ("State",)


def test_low_cells_that_are_closed_are_no_such_strokes() -> None:
    assert {p.label for p in learnt(open_combs(top=True)).places} == {"Company"}


def test_a_box_not_to_write_in_speaks_of_itself_only() -> None:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12. Answer every question.")
    canvas.rect(420, 660, 150, 60)
    canvas.drawString(424, 706, "DO NOT WRITE IN THIS BOX")
    canvas.drawString(424, 690, "Vendor no. __________")
    for row, (left, right) in enumerate((("Company", "City"), ("Product", "Telephone"), ("Contact", "E-mail"))):
        y = 620 - 26 * row
        canvas.drawString(60, y, f"{left}: " + "_" * 24)
        canvas.drawString(330, y, f"{right}: " + "_" * 24)
    blank = learnt(bytes(canvas.getpdfdata()))
    assert [p.label for p in blank.places if not p.required] == ["Vendor no"]


# --- panels ----

PANELS = (("Identity", ("Name", "Birth date", "None")), ("Contact", ("E-mail", "Address", "None")))


def panels(*marked: tuple[str, str]) -> bytes:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12. In each category check what is collected.")
    for column, (head, options) in enumerate(PANELS):
        x = 60 + 200 * column
        box(canvas, x, 700, 190, 20, head)
        box(canvas, x, 680, 190, 70)
        for row, option in enumerate(options):
            y = 660 - 18 * row
            canvas.rect(x + 10, y - 1, 9, 9)
            canvas.drawString(x + 24, y, option)
            if (head, option) in marked:
                canvas.drawString(x + 11.5, y, "X")
    canvas.drawString(60, 560, "Company: " + ("Harbor Press" if marked else "_" * 30))
    return bytes(canvas.getpdfdata())


def test_panels_that_each_offer_none_are_a_question_each() -> None:
    blank = learnt(panels())
    assert papers.groups(blank) == {head: list(options) for head, options in PANELS}
    assert papers.copy_of(blank, panels(("Identity", "Name"), ("Contact", "None"))).status == "complete"
    assert papers.copy_of(blank, panels(("Identity", "Name"))).open == ("Contact",)
    both = papers.copy_of(blank, panels(("Identity", "Name"), ("Identity", "None"), ("Contact", "None")))
    assert both.status == "incomplete"
    assert both.contradictory


def test_nothing_to_install_is_no_none() -> None:
    def paper(*marked: str) -> bytes:
        document = docx.Document()
        document.add_heading(TITLE, 1)
        document.add_paragraph(INTRO)
        document.add_paragraph("Company: " + ("Harbor Press" if marked else "_" * 20))
        options = ("Chromebook", "iPad", "Nothing to install, web only")
        said = "  ".join(f"{'☒' if o in marked else '☐'} {o}" for o in options)
        document.add_paragraph(f"Runs on (check all that apply): {said}")
        return papers.saved(document)

    blank = learnt(paper(), "form.docx")
    assert papers.copy_of(blank, paper("Chromebook", "Nothing to install, web only"), "full.docx").status == "complete"


# --- words beside lines ----


def test_a_line_that_begins_a_line_of_a_sentence_is_answered_there() -> None:
    """A copy in which the lines break elsewhere: the date is no insertion into the form's own words."""

    def paper(*lines: str) -> bytes:
        canvas = papers.canvas_of(TITLE, INTRO)
        for row, text in enumerate(lines):
            canvas.drawString(60, 690 - 16 * row, text)
        canvas.drawString(60, 560, "Company: Harbor Press" if "May" in " ".join(lines) else "Company: " + "_" * 30)
        return bytes(canvas.getpdfdata())

    head = "Provider offers the same privacy protections found in the agreement between it and"
    blank = learnt(
        paper(head, "_" * 30 + " (the Originating District), which is dated", "_" * 16 + ", to any other district.")
    )
    form = papers.copy_of(
        blank,
        paper(
            head,
            "Fox Hollow CUSD 9 _________ (the Originating District), which is dated May 4, 2026 ___, to",
            "any other district.",
        ),
    )
    assert (form.status, form.doubts) == ("complete", ())


def test_initials_by_themselves_before_their_sentence() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "1. How are we told about changes?")
    canvas.drawString(60, 674, "_" * 80)
    canvas.drawString(60, 650, "________  Initials. The company accepts the terms of purchase without change.")
    canvas.drawString(60, 620, "Company: " + "_" * 30)
    assert any(p.label.startswith("Initials. The company") for p in learnt(bytes(canvas.getpdfdata())).places)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Not OK  Board date", ("Not OK", "Board date")),
        ("Other   If other, specify", ("Other", "If other, specify")),
        ("Other If other, specify", ("Other", "If other, specify")),
        ("No. If yes, for what", ("No", "If yes, for what")),
        ("Other  (specify)", ("Other  (specify)", "")),
        ("Student e-mail", ("Student e-mail", "")),
    ],
)
def test_an_option_and_the_label_behind_it(text: str, parts: tuple[str, str]) -> None:
    assert with_follow_up(text) == parts


def test_optional_may_head_a_column() -> None:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    document.add_paragraph("Company: ____________________")
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for texts in (("Does it collect", "Always", "Optional", "Never"), ("Names", *"☐☐☐"), ("Grades", *"☐☐☐")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    blank = learnt(papers.saved(document), "form.docx")
    assert [p.label for p in blank.places if p.kind != "check"] == ["Company"]


def test_the_schools_of_references_are_not_those_that_will_use_it() -> None:
    def role(head: str, column: str) -> list[str]:
        document = docx.Document()
        document.add_heading(TITLE, 1)
        document.add_paragraph(INTRO)
        document.add_heading(head, 2)
        table = document.add_table(rows=0, cols=3, style="Table Grid")
        for texts in (("", column, "Telephone"), ("1", "", ""), ("2", "", "")):
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
        return [p.label for p in learnt(papers.saved(document), "form.docx").places if p.role == "schools"]

    assert not role("References", "School")
    assert not role("Two that use it now", "School or district")
    assert role("Use", "School") == ["1 school"]
    assert role("Use", "District school(s) or department(s)") == ["1 district school(s) or department(s)"]


# --- what is drawn and typed ----


def signed(draw: bool) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Company: Harbor Press")
    canvas.drawString(60, 650, "Signature: " + "_" * 40)
    if draw:
        path = canvas.beginPath()
        path.moveTo(120, 655)
        for n in range(6):
            path.curveTo(124 + 14 * n, 668, 128 + 14 * n, 648, 134 + 14 * n, 657)
        canvas.drawPath(path)
    return bytes(canvas.getpdfdata())


def test_a_signature_drawn_into_the_print_of_a_word_form() -> None:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    document.add_paragraph("Company: ____________________")
    document.add_paragraph("Signature: " + "_" * 40)
    blank = learnt(papers.saved(document), "form.docx")
    form = papers.copy_of(blank, signed(True))
    assert (form.status, form.unsigned) == ("complete", False), "drawn on the only line with a drawing: it signs"
    assert papers.copy_of(blank, signed(False)).unsigned


def test_an_x_in_place_of_a_box_that_begins_its_paragraph_is_no_roman_number() -> None:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    document.add_paragraph("Company: ____________________")
    document.add_paragraph("Student Online Personal Protection Act, check one:")
    for option in ("Our software is covered by the Act.", "Our software is not covered by the Act."):
        document.add_paragraph(f"☐ {option}")
    blank = learnt(papers.saved(document), "form.docx")
    canvas = papers.canvas_of(TITLE, INTRO)
    for row, text in enumerate(
        (
            "Company: Harbor Press",
            "Student Online Personal Protection Act, check one:",
            "X Our software is covered by the Act.",
            "[ ] Our software is not covered by the Act.",
        )
    ):
        canvas.drawString(60, 690 - 16 * row, text)
    form = papers.copy_of(blank, bytes(canvas.getpdfdata()))
    marked = [r.place.option for r in form.readings if r.place.kind == "check" and r.state == "filled"]
    assert (form.status, marked) == ("complete", ["Our software is covered by the Act"])


# --- feet ----


def footed(company: str, foot: str) -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(INTRO)
    for label in ("Company name", "Product name", "Where is data stored"):
        document.add_paragraph(f"{label}: {company}")
    document.sections[0].footer.paragraphs[0].text = f"Cedar Ford\t\t{foot}"
    return papers.saved(document)


def printed(*feet: str) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    for number, foot in enumerate(feet):
        if number:
            canvas.showPage()
            canvas.setFont("Helvetica", 10)
        for row, label in enumerate(("Company name", "Product name", "Where is data stored")):
            if number == (len(feet) - 1 if row == 2 else 0):
                canvas.drawString(60, 690 - 20 * row, f"{label}: Harbor")
        canvas.drawString(60, 40, "Cedar Ford")
        canvas.drawString(440, 40, f"Vendor initials: {foot}")
    return bytes(canvas.getpdfdata())


def initials(blank: Blank, form: Form) -> str:
    (place,) = [p for p in blank.places if p.id.startswith("foot")]
    return next(r.state for r in form.readings if r.place.id == place.id)


def test_what_the_foot_of_a_word_form_asks() -> None:
    for other in ("District initials", "LEA"):
        blank = learnt(footed("_" * 30, f"Vendor initials: ______   {other}: ______"), "form.docx")
        asked: list[Place] = [p for p in blank.places if p.id.startswith("foot")]
        assert [(p.label, p.required) for p in asked] == [("Vendor initials", True), (other, False)]
    assert not any("head or foot" in n for n in blank.notes)


def test_the_foot_of_a_copy_in_word_and_of_its_print() -> None:
    blank = learnt(footed("_" * 30, "Vendor initials: ______"), "form.docx")
    full = papers.copy_of(blank, footed("Harbor", "Vendor initials: LO____"), "full.docx")
    assert (full.status, initials(blank, full)) == ("complete", "filled")
    bare = papers.copy_of(blank, footed("Harbor", "Vendor initials: ______"), "bare.docx")
    assert (bare.status, bare.open) == ("incomplete", ("Vendor initials",))
    gone = papers.copy_of(blank, footed("Harbor", "Page 1"), "gone.docx")
    assert (gone.status, initials(blank, gone)) == ("doubtful", "doubtful")
    assert initials(blank, papers.copy_of(blank, printed("LO__", "LO__"))) == "filled"
    assert initials(blank, papers.copy_of(blank, printed("______", "______"))) == "empty"
    assert initials(blank, papers.copy_of(blank, printed("LO__", "______"))) == "doubtful"


@pytest.mark.parametrize("other", ["Operator’s initials", "Operator's initials", "Operators initials"])
def test_an_apostrophe_in_the_words_of_a_foot(other: str) -> None:
    blank = learnt(footed("_" * 30, "Operator’s initials ______   Board’s initials ______"), "form.docx")
    copy = footed("Harbor", f"{other} LO   Board’s initials ______")
    assert [r.state for r in papers.copy_of(blank, copy, "full.docx").readings][-2:] == ["filled", "empty"]
    bare = footed("Harbor", f"{other} ______   Board’s initials ______")
    assert papers.copy_of(blank, bare, "bare.docx").open[0] == "Operator’s initials"


@pytest.mark.parametrize(
    "behind", ["https://docs.example", "Printed 3/2/2027", "Docusign Envelope 12AB", "Form rev. 2027"]
)
def test_what_stands_behind_a_foots_line_is_no_initials(behind: str) -> None:
    blank = learnt(footed("_" * 30, "Vendor initials: ______"), "form.docx")
    form = papers.copy_of(blank, footed("Harbor", f"Vendor initials: ______ {behind}"), "bare.docx")
    assert initials(blank, form) != "filled"
    assert form.status != "complete"


@pytest.mark.parametrize("feet", [("Vendor initials", "Vendor initials"), ("Page 1", "Received by")])
def test_a_foot_of_each_page_is_of_no_part_that_ends_there(feet: Sequence[str]) -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    for number, foot in enumerate(feet):
        if number:
            canvas.showPage()
            canvas.setFont("Helvetica-Bold", 11)
            canvas.drawString(60, 640, "FOR SCHOOL USE")
            canvas.setFont("Helvetica", 10)
        for row, label in enumerate(("Company name", "Product name") if not number else ("File number", "Checked")):
            canvas.drawString(60, 610 - 20 * row, f"{label}: ____________________")
        canvas.drawString(60, 40, f"{foot}: ________")
    blank = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE, optional=["FOR SCHOOL USE"])
    asked = [(p.label, p.page) for p in blank.places if p.required]
    running = [(feet[0], 1), (feet[1], 2)] if feet[0] == feet[1] else [(feet[0], 1)]
    assert asked == [("Company name", 1), ("Product name", 1), *running]
