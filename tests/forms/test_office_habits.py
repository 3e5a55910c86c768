"""What offices and law firms put into forms: boxes shown by an instruction, brackets to replace, long matrices, grids
with cells left over, days beside signatures, second lines that an editor counted.
"""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from docx.document import Document as WordDocument
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.continued import second_lines
from soppa_mailbot.forms.common.told_boxes import is_told
from soppa_mailbot.forms.naming.party import label_party, said_party
from soppa_mailbot.forms.naming.roles import with_roles
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.model import Place

TITLE = "Vendor information sheet"
INTRO = "The vendor fills in this sheet and sends it to the office of Marsh Hollow District 21."


def word(*paragraphs: str) -> WordDocument:
    document = docx.Document()
    for text in (TITLE, INTRO, *paragraphs):
        document.add_paragraph(text)
    return document


def table_of(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


# --- boxes that an instruction shows ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("Replace the box ", " in front of your choice with an X.", True),
        ("Please mark the box (", ") next to each element.", True),
        ("Put an X into the box ", " that applies.", True),
        ("Delivery: ", " Web  ☐ App", False),
        ("Check this box ", " I agree to the terms", False),
        ("Tick one. The mail box ", " by the door", False),
        ("If the product is exempt, check this box ", " before signing below.", False),
        ("The Operator must check the box ", " by which it accepts the terms.", False),
        ("If exempt, check the box ", " with a reason:", False),
        ("If the product is exempt from SOPPA, mark the box ", " with an X.", False),
        ("Check the box ", " for each school: Lincoln", False),
    ],
)
def test_a_box_that_an_instruction_speaks_of(before: str, behind: str, told: bool) -> None:
    assert is_told(before, behind) is told


def test_the_box_of_an_instruction_is_no_place_in_word_nor_on_a_page() -> None:
    says = "Replace the box ☐ in front of your choice with an X."
    blank = papers.blank(papers.saved(word(says, "Delivery:  ☐ Web   ☐ App")), "rfi", TITLE, "b.docx")
    assert [p.option for p in blank.places] == ["Web", "App"]
    copy = papers.copy_of(blank, papers.saved(word(says, "Delivery:  X Web   ☐ App")), "c.docx")
    assert [r.state for r in copy.readings] == ["filled", "empty"]
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, "Mark the box [ ] in front of your choice with an X.")
    canvas.drawString(60, 680, "Delivery:   [ ] Web    [ ] App")
    assert [p.option for p in papers.blank(canvas.getpdfdata(), "rfi", TITLE).places] == ["Web", "App"]


# --- brackets to replace ----------------------------------------------------------------------------------------------

CLAUSE = "The Vendor's officer is [INSERT NAME], [INSERT TITLE], who keeps: [INSERT ONE-SENTENCE DESCRIPTION]."
NOTICES = "Notices go to [INSERT NAME AND TITLE OF THE PERSON WHO IS TO RECEIVE NOTICES], at the address above."


def test_brackets_that_say_insert_ask_whatever_their_words_are() -> None:
    blank = papers.blank(papers.saved(word(CLAUSE, NOTICES)), "soppa", TITLE, "b.docx")
    assert [p.label for p in blank.places] == [
        "NAME", "TITLE", "ONE-SENTENCE DESCRIPTION", "NAME AND TITLE OF THE PERSON WHO IS TO RECEIVE NOTICES",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("officer", "states"),
    [
        ("Ann Lee, Head of Privacy", ["filled", "filled"]),
        ("Ann Lee, Director, K-12", ["filled", "filled"]),
        ("Ann Lee, [INSERT TITLE]", ["filled", "empty"]),
        ("Ann Lee", ["doubtful", "doubtful"]),
        ("Acme Learning, Inc.", ["doubtful", "doubtful"]),
        ("Ann Lee, Ph.D.", ["doubtful", "doubtful"]),
        ("Acme Learning, a Delaware company", ["doubtful", "doubtful"]),
        ("Ann Lee, TBD", ["doubtful", "doubtful"]),
    ],
)
def test_two_brackets_with_a_comma_between_them(officer: str, states: list[str]) -> None:
    blank = papers.blank(papers.saved(word(CLAUSE, NOTICES)), "soppa", TITLE, "b.docx")
    clause = CLAUSE.replace("[INSERT NAME], [INSERT TITLE]", officer).replace(
        "[INSERT ONE-SENTENCE DESCRIPTION]", "all"
    )
    notices = NOTICES.replace("[INSERT NAME AND TITLE OF THE PERSON WHO IS TO RECEIVE NOTICES]", "Bo Ray, counsel")
    copy = papers.copy_of(blank, papers.saved(word(clause, notices)), "c.docx")
    assert [r.state for r in copy.readings][:2] == states
    assert [r.state for r in copy.readings][2:] == ["filled", "filled"]


# --- a long matrix of a Word form, printed ----------------------------------------------------------------------------

ASKED = [f"Is requirement number {n} of the District met by the product?" for n in range(1, 10)]


CLOSING = "The District keeps this sheet with the papers of the purchase and shows it to its counsel on request."


def matrix() -> bytes:
    document = word("Mark Yes or No with an X in each row.")
    table_of(document, [["Question", "Yes", "No", "Comment, if any"], *([q, "", "", ""] for q in ASKED)])
    document.add_paragraph(CLOSING)
    return papers.saved(document)


def printed_matrix(answers: str, page_ends_after: int = 99) -> bytes:
    """A print of it with ruled cells; `answers`: y, n or - for each row."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 750, TITLE)
    canvas.drawString(60, 735, INTRO)
    canvas.drawString(60, 715, "Mark Yes or No with an X in each row.")
    edges = (60, 340, 420, 480, 560)
    y = 690
    for number, texts in enumerate([("Question", "Yes", "No", "Comment, if any"), *((q, "", "", "") for q in ASKED)]):
        if number > page_ends_after:
            page_ends_after, y = 99, 700
            canvas.drawString(60, 40, "Vendor information sheet, page 1")
            canvas.showPage()
            canvas.setFont("Helvetica", 9)
        for left, right, text in zip(edges, edges[1:], texts, strict=False):
            canvas.rect(left, y, right - left, 18)
            canvas.drawString(left + 4, y + 5, text)
        if number and answers[number - 1] in "yn":
            canvas.drawString(360 if answers[number - 1] == "y" else 440, y + 5, "x")
        y -= 18
    canvas.drawString(60, y, CLOSING)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("page_ends_after", [99, 5])
def test_marks_far_below_the_heads_of_their_columns(page_ends_after: int) -> None:
    blank = papers.blank(matrix(), "rfi", TITLE, "b.docx", optional=("Comment, if any",))
    copy = papers.copy_of(blank, printed_matrix("yynyyynyn", page_ends_after))
    said = [r.place.option for r in copy.readings if r.state == "filled"]
    assert (said, copy.status) == (["Yes", "Yes", "No", "Yes", "Yes", "Yes", "No", "Yes", "No"], "complete")
    open_row = papers.copy_of(blank, printed_matrix("yynyy-nyn", page_ends_after))
    assert open_row.status == "incomplete"


# --- cells that are left over -----------------------------------------------------------------------------------------


def signature_table(answers: tuple[str, ...] = ("", "", "", "")) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    left = ("Signature: ", "Printed name: ", "Title: ", "Date signed: ")
    right = ("Superintendent signature: ", "Superintendent name: ", "Board approval date: ", "")
    for row, (ours, theirs) in enumerate(zip(left, right, strict=True)):
        y = 600 - 26 * row
        for x, text in ((60, ours), (310, theirs)):
            canvas.rect(x, y, 250, 26)
            if text:
                canvas.drawString(x + 6, y + 9, f"{text}____________________")
        canvas.drawString(150, y + 10, answers[row])
    return canvas.getpdfdata()


def test_the_cell_that_a_shorter_column_leaves_over_asks_nothing() -> None:
    theirs = ("Superintendent signature", "Superintendent name", "Board approval date")
    blank = papers.blank(signature_table(), "soppa", TITLE, optional=theirs)
    assert [p.label for p in blank.places if p.required] == ["Signature", "Printed name", "Title", "Date signed"]
    assert not any("no place" in note for note in blank.notes)
    copy = papers.copy_of(blank, signature_table(("/s/ Ann Lee", "Ann Lee", "CEO", "3/4/2027")))
    assert copy.status == "complete"


def boxed_grid(values: dict[str, str | bool] | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 750, TITLE)
    canvas.drawString(60, 735, INTRO)
    canvas.drawString(60, 700, "Data elements (check at least one)")
    elements = ("Name", "Grade", "E-mail", "Scores", "Health", "Conduct", "Photo")
    for number in range(8):
        x, y = 60 + 120 * (number % 4), 670 - 22 * (number // 4)
        canvas.rect(x, y, 120, 22)
        if number < len(elements):
            canvas.acroForm.checkbox(name=f"e{number}", x=x + 3, y=y + 5, size=10, tooltip=elements[number])
            canvas.drawString(x + 20, y + 7, elements[number])
    for number, label in enumerate(("Company", "Product", "Contact", "Telephone")):
        y = 600 - 26 * number
        canvas.rect(60, y, 120, 26)
        canvas.rect(180, y, 360, 26)
        canvas.drawString(64, y + 9, label)
        canvas.acroForm.textfield(name=label, x=184, y=y + 3, width=350, height=20, tooltip=label)
    canvas.showPage()
    canvas.save()
    return papers.filled(out.getvalue(), values) if values else out.getvalue()


def test_the_cell_at_the_end_of_a_grid_of_boxes_asks_nothing() -> None:
    blank = papers.blank(boxed_grid(), "rfi", TITLE)
    assert [p.label for p in blank.places if p.kind == "text"] == ["Company", "Product", "Contact", "Telephone"]
    values = {"e1": True, "Company": "Acme", "Product": "Atlas", "Contact": "Ann Lee", "Telephone": "555-0100"}
    assert papers.copy_of(blank, boxed_grid(values)).status == "complete"


# --- signatures -------------------------------------------------------------------------------------------------------


def test_a_day_may_stand_as_high_as_the_signature_beside_it() -> None:
    def sheet(signed: str = "", day: str = "", height: int = 19) -> bytes:
        canvas = papers.canvas_of(TITLE, INTRO, size=9)
        canvas.drawString(60, 640, "Company: ______________________________")
        canvas.drawString(110, 641, "Acme LLC" if signed else "")
        canvas.line(60, 560, 380, 560)
        canvas.line(400, 560, 560, 560)
        canvas.drawString(60, 550, "Signature")
        canvas.drawString(400, 550, "Date")
        canvas.drawString(70, 563, signed)
        canvas.drawString(405, 560 + height, day)
        return canvas.getpdfdata()

    blank = papers.blank(sheet(), "soppa", TITLE)
    assert papers.copy_of(blank, sheet("/s/ Ann Lee", "11/30/2026")).status == "complete"
    assert papers.copy_of(blank, sheet("/s/ Ann Lee")).status == "incomplete"


def test_a_name_under_its_head_beside_a_longer_head() -> None:
    """Read row by row, "Acme LLC" stands among the words of the other party's head."""
    document = word("The parties sign this agreement below and keep a copy of it in their files.")
    table_of(
        document,
        [["OPERATOR", "BOARD OF EDUCATION OF MARSH HOLLOW UNIT DISTRICT NO. 21"], ["By: ____", "President: ____"]],
    )
    document.tables[0].rows[0].cells[0].add_paragraph("[INSERT NAME OF OPERATOR]")
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "b.docx", optional=("President",))

    def printed(name: str) -> bytes:
        canvas = papers.canvas_of(TITLE, INTRO, size=9)
        canvas.drawString(60, 715, "The parties sign this agreement below and keep a copy of it in their files.")
        canvas.drawString(60, 690, "OPERATOR")
        canvas.drawString(320, 690, "BOARD OF EDUCATION OF MARSH")
        canvas.drawString(60, 676, name)
        canvas.drawString(320, 678, "HOLLOW UNIT")
        canvas.drawString(320, 666, "DISTRICT NO. 21")
        canvas.drawString(60, 640, "By: /s/ Ann Lee")
        canvas.drawString(320, 640, "President: ____")
        return canvas.getpdfdata()

    assert papers.copy_of(blank, printed("Acme LLC")).status == "complete"
    assert papers.copy_of(blank, printed("")).status == "incomplete"


# --- boxes before their words in a Word table -------------------------------------------------------------------------

ELEMENTS = [["Name", "Scores"], ["Date of birth", "Attendance"], ["Grade level", "Photograph"]]


def paired_table(ticked: str = "", words: list[list[str]] = ELEMENTS) -> bytes:
    document = word("Check every kind of data that the product collects.")
    mark = {True: "☒", False: "☐"}
    table_of(document, [[mark[a == ticked], a, mark[b == ticked], b] for a, b in words])
    return papers.saved(document)


def test_pairs_of_a_box_and_its_words_are_one_question() -> None:
    blank = papers.blank(paired_table(), "rfi", TITLE, "b.docx")
    assert papers.groups(blank) == {
        "Check every kind of data that the product collects.".rstrip("."): [w for row in ELEMENTS for w in row]
    }
    assert papers.copy_of(blank, paired_table("Attendance"), "c.docx").status == "complete"
    assert papers.copy_of(blank, paired_table(), "c.docx").status != "complete"


def test_yes_and_no_in_each_row_of_pairs_are_no_list() -> None:
    blank = papers.blank(paired_table(words=[["Yes", "No"], ["Yes", "No"]]), "rfi", TITLE, "b.docx")
    assert [(p.group, p.option) for p in blank.places] == [("g1", "Yes"), ("g1", "No"), ("g2", "Yes"), ("g2", "No")]


@pytest.mark.parametrize("row", [["☐", "Yes", "☐", "No"], ["Yes", "☐", "No", "☐"]])
def test_a_question_before_pairs_is_the_rows_own(row: list[str]) -> None:
    document = word("Answer each question.")
    table_of(document, [["Is it encrypted?", *row], ["Is it audited every year?", *row]])
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "b.docx")
    assert papers.groups(blank) == {"Is it encrypted?": ["Yes", "No"], "Is it audited every year?": ["Yes", "No"]}


# --- labels -----------------------------------------------------------------------------------------------------------


def test_lines_that_an_editor_counts_from_its_second() -> None:
    def lines(first: str, second: str) -> frozenset[str]:
        return second_lines(
            (
                Place(first, "text", first, True, page=1, box=(173.0, 411.0, 491.0, 424.0)),
                Place(second, "text", second, True, page=1, box=(65.0, 431.0, 524.0, 444.0)),
            )
        )

    assert lines("Purpose of the product", "Purpose of the product 2") == {"Purpose of the product 2"}
    assert not lines("Name of subprocessor", "Name of subprocessor 2")
    assert not lines("Address", "Address 2")
    assert not lines("Purpose of the product", "Purpose of the product 3")


def test_a_condition_that_speaks_of_a_mail_leaves_the_question_for_schools() -> None:
    labels = ("School(s) or department(s) (may stay empty if named in your e-mail)", "School e-mail address")
    places, _ = with_roles([Place(str(n), "text", label, True) for n, label in enumerate(labels)], {})
    assert [p.role for p in places] == ["schools", ""]


@pytest.mark.parametrize(("option", "applies"), [("yes, the agreement comes with it", True), ("no", False)])
def test_under_the_law(option: str, applies: bool) -> None:
    place = Place("b", "check", option, True, group="g", group_label="Is the product under SOPPA?", option=option)
    assert subject_meaning(place, option) is applies


def test_what_the_districts_people_fill() -> None:
    assert label_party("FOR USE BY DISTRICT COUNSEL. File No") == "district"
    assert label_party("For use by District schools (name them)") == ""
    assert label_party("Agreed to by the District") == "district"
    assert label_party("Agreed to by District and Operator on") == ""
    assert said_party("KETTLE GROVE CCSD 112 (District completes)") == "district"
    assert said_party("Vendor contact (District fills in)") == ""
    name = "BOARD OF EDUCATION OF KETTLE GROVE COMMUNITY UNIT SCHOOL DISTRICT 112, DALE COUNTY, ILLINOIS"
    for remark in ("(to be completed by the District)", "(the District signs)", "[for District use only]"):
        assert said_party(f"{name} {remark}") == "district"
        assert said_party(f"{name}, AND THE OPERATOR {remark}") == ""
    assert said_party(name) == ""
    assert said_party("District name (to be completed by the District)") == ""
    assert said_party("School District Code (completed by the District)") == ""


def test_a_question_that_goes_on_below_its_words_to_ring() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, "Circle Yes or No for each of these.")
    for y, text in ((680, "1. It shows advertisements."), (660, "2. It is subject to SOPPA. If")):
        canvas.drawString(60, y, text)
        canvas.drawString(400, y, "Yes")
        canvas.drawString(450, y, "No")
    canvas.drawString(60, 648, "yes, attach the signed agreement.")
    blank = papers.blank(canvas.getpdfdata(), "rfi", TITLE)
    assert [p.option for p in blank.places] == ["Yes", "No"] * 2


# --- rows that are marked ---------------------------------------------------------------------------------------------

KINDS = ("Name", "Grade", "E-mail", "Scores", "Health")


def drawn_table(rows: list[list[str]], widths: tuple[int, ...], *over: str) -> bytes:
    """A ruled table on a page; a cell "[ ]" holds a drawn box."""
    canvas = papers.canvas_of(TITLE, INTRO, size=9)
    y = 712
    for text in over:
        canvas.drawString(60, y, text)
        y -= 16
    y -= 14
    for row in rows:
        left = 60.0
        for wide, text in zip(widths, row, strict=True):
            canvas.rect(left, y, wide, 20)
            if text.startswith("[ ]"):
                canvas.rect(left + 4, y + 5, 9, 9)
            canvas.drawString(left + (17 if text.startswith("[ ]") else 4), y + 6, text.removeprefix("[ ]").strip())
            left += wide
        y -= 20
    return canvas.getpdfdata()


@pytest.mark.parametrize("mark", ["☐", ""])
def test_rows_under_heads_that_say_what_is_done_with_data_are_one_question(mark: str) -> None:
    rows = [["Data element", "Collected", "Shared with others"], *([kind, mark, mark] for kind in KINDS)]
    document = word("Exhibit B: Schedule of data")
    table_of(document, rows)
    drawn = [[text.replace("☐", "[ ]") for text in row] for row in rows]
    for blank in (
        papers.blank(papers.saved(document), "soppa", TITLE, "b.docx"),
        papers.blank(drawn_table(drawn, (200, 80, 120), "Exhibit B: Schedule of data"), "soppa", TITLE),
    ):
        assert {p.kind for p in blank.places} == {"check"}
        assert len({p.group for p in blank.places}) == 1


def test_rows_with_an_answer_that_says_no_are_a_question_each() -> None:
    rows = [["Data element", "Required", "Optional", "Not collected"], *([kind, "", "", ""] for kind in KINDS)]
    document = word()
    table_of(document, rows)
    for blank in (
        papers.blank(papers.saved(document), "soppa", TITLE, "b.docx"),
        papers.blank(drawn_table(rows, (200, 70, 70, 75)), "soppa", TITLE),
    ):
        assert {p.kind for p in blank.places} == {"check"}
        assert len({p.group for p in blank.places}) == len(KINDS)


@pytest.mark.parametrize(
    "said",
    [
        "Initial before each of the following:",
        "By checking each box the Operator agrees:",
        "The Operator agrees to each of the following:",
    ],
)
def test_statements_that_are_each_made(said: str) -> None:
    promises = ("We do not sell data.", "We delete data within 60 days.", "We tell the District of a breach.")
    blank = papers.blank(papers.saved(word(said, *(f"☐ {p}" for p in promises))), "soppa", TITLE, "b.docx")
    assert len({p.group for p in blank.places}) == len(promises)


def test_boxes_in_two_rows_beside_one_label_are_one_question() -> None:
    rows = [["SOPPA", "☐ applies, agreement attached"], ["", "☐ does not apply"], ["Reason", ""]]
    plain, merged = word(), word()
    table_of(plain, rows)
    table_of(merged, rows)
    merged.tables[0].cell(0, 0).merge(merged.tables[0].cell(1, 0))
    drawn = [[text.replace("☐", "[ ]") for text in row] for row in rows]
    for blank in (
        papers.blank(papers.saved(plain), "rfi", TITLE, "b.docx"),
        papers.blank(papers.saved(merged), "rfi", TITLE, "b.docx"),
        papers.blank(drawn_table(drawn, (160, 300)), "rfi", TITLE),
    ):
        assert [(p.kind, p.role, p.option or p.label) for p in blank.places][:3] == [
            ("check", "subject_to_soppa", "applies, agreement attached"),
            ("check", "subject_to_soppa", "does not apply"),
            ("text", "soppa_reason", "Reason"),
        ]
        assert len({p.group for p in blank.places if p.kind == "check"}) == 1


def test_statements_under_one_label_are_each_made() -> None:
    document = word()
    table_of(
        document,
        [["The Operator certifies that it", "☐ will not sell student data"], ["", "☐ will delete it on request"]],
    )
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "b.docx")
    assert len({p.group for p in blank.places if p.kind == "check"}) == 2


def test_parties_in_capitals_over_their_lines_with_white_cells_beside_them() -> None:
    rows = [["OPERATOR", "", "SCHOOL DISTRICT", ""], *([w, "", w, ""] for w in ("Signature", "Name", "Date"))]
    blank = papers.blank(drawn_table(rows, (80, 160, 110, 130)), "soppa", TITLE)
    assert [p.label for p in blank.places if p.required] == ["Signature", "Name", "Date"]


@pytest.mark.parametrize(
    ("ticked", "reason", "status"),
    [("Yes", "", "complete"), ("No", "", "incomplete"), ("No", "staff data only", "complete")],
)
def test_a_line_that_is_part_of_an_option_is_asked_of_who_chooses_it(ticked: str, reason: str, status: str) -> None:
    def sheet(yes: str, no: str, line: str) -> bytes:
        said = f"Is the product subject to SOPPA?  {yes} Yes   {no} No, because: {line}"
        return papers.saved(word("Company: Acme" if line != "____________" else "Company: ________", said))

    blank = papers.blank(sheet("☐", "☐", "____________"), "rfi", TITLE, "b.docx")
    marks = [{True: "☒", False: "☐"}[ticked == answer] for answer in ("Yes", "No")]
    copy = papers.copy_of(blank, sheet(*marks, reason or "___________"), "c.docx")
    assert copy.status == status


# --- lines that editors and web pages draw ----------------------------------------------------------------------------


def test_short_lines_under_words_that_tell_to_mark_one_are_boxes() -> None:
    options = ("____ The product is subject to SOPPA.", "____ The product is not subject to SOPPA.")
    said = ("Illinois SOPPA (mark one):", *options, "Company: ________________")
    blank = papers.blank(papers.saved(word(*said)), "rfi", TITLE, "b.docx")
    boxes = [p for p in blank.places if p.kind == "check"]
    assert len(boxes) == 2 and len({p.group for p in boxes}) == 1
    marked = (said[0], "__X__ The product is subject to SOPPA.", options[1], "Company: Acme")
    copy = papers.copy_of(blank, papers.saved(word(*marked)), "c.docx")
    assert [r.state for r in copy.readings] == ["filled", "empty", "filled"] and copy.status == "complete"
    neither = papers.copy_of(blank, papers.saved(word(*said[:3], "Company: Acme")), "c.docx")
    assert neither.status == "incomplete"


def test_lines_of_dots_with_spaces_are_places_in_word() -> None:
    blank = papers.blank(
        papers.saved(word("Company: . . . . . . . . . .", "Product: _ _ _ _ _ _ _ _ _")), "rfi", TITLE, "b.docx"
    )
    assert [p.label for p in blank.places] == ["Company", "Product"]
    copy = papers.copy_of(blank, papers.saved(word("Company: Acme", "Product: _ _ _ _ _ _ _ _ _")), "c.docx")
    assert [r.state for r in copy.readings] == ["filled", "empty"]


def rows_for(*users: tuple[str, str]) -> bytes:
    document = word("List each user of the product.")
    table_of(document, [["School", "Seats"], *([a, b] for a, b in users)])
    document.add_paragraph(CLOSING)
    return papers.saved(document)


def test_rows_that_a_vendor_added_under_the_last_one() -> None:
    blank = papers.blank(rows_for(("", ""), ("", "")), "rfi", TITLE, "b.docx")
    answers = (("Lincoln", "30"), ("Cedar", "40"), ("Birch", "50"), ("Aspen", "60"))
    copy = papers.copy_of(blank, rows_for(*answers), "c.docx")
    assert [r.state for r in copy.readings if r.place.required] == ["filled"] * sum(p.required for p in blank.places)


@pytest.mark.parametrize(
    "answers",
    [
        (("Atlas", ""), ("Cedar", ""), ("Birch", "K-5")),  # the added row answers what was left open
        (("Atlas", "2"), ("Cedar", ""), ("", "see our web site")),
    ],
)
def test_an_added_row_does_not_answer_what_was_left_open(answers: tuple[tuple[str, str], ...]) -> None:
    blank = papers.blank(rows_for(("", ""), ("", "")), "rfi", TITLE, "b.docx")
    copy = papers.copy_of(blank, rows_for(*answers), "c.docx")
    assert copy.status != "complete"


def lower_borders(answer: str = "") -> bytes:
    """A web page that was printed: each line of an answer is a box with nothing but its lower border."""
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 690, "Where is the data stored?")
    canvas.setFillGray(0.6)
    for line in range(3):
        canvas.rect(60, 660 - 18 * line, 480, 17, stroke=0, fill=1)
        canvas.rect(60, 659.2 - 18 * line, 480, 17.8, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(64, 664, answer)
    canvas.drawString(60, 590, "Company: ____________________")
    canvas.drawString(115, 592, "Acme" if answer else "")
    return canvas.getpdfdata()


def test_lines_under_one_question_are_one_answer() -> None:
    blank = papers.blank(lower_borders(), "rfi", TITLE)
    assert len(blank.places) == 2
    copy = papers.copy_of(blank, lower_borders("In Chicago"), "c.pdf")
    assert copy.status == "complete"


def questions_over_white(answers: bool = False) -> bytes:
    """Two pages of questions with bullets of a high font, a heading at the foot of the first, and running feet."""
    asked = ("What is the product called?", "Who is our contact?", "Where is the data kept?", "What does it cost?")
    canvas = Canvas("", pagesize=letter, invariant=1)
    for page in (0, 1):
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, 750, "Your product" if page == 0 else TITLE)
        for n, text in enumerate(asked):
            y = 736 - 34 * n
            canvas.setFont("Symbol", 14)
            canvas.drawString(60, y, "\u2022")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(78, y, text.replace("the", "the" if page == 0 else "the second"))
            canvas.drawString(78, y - 15, f"Answer {n}" if answers else "")
        if page == 0:
            canvas.setFont("Helvetica-Bold", 11)
            canvas.drawString(60, 600, "Before you send this back")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 40, f"Marsh Hollow District 21, page {page + 1}")
        canvas.showPage()
    return canvas.getpdfdata()


def test_bullets_headings_and_feet_around_questions_over_white() -> None:
    blank = papers.blank(questions_over_white(), "rfi", TITLE)
    assert [p.label for p in blank.places][:4] == [
        "What is the product called?", "Who is our contact?", "Where is the data kept?", "What does it cost?",
    ]  # fmt: skip
    assert not any(p.label.startswith(("Before", "Your")) for p in blank.places) and len(blank.places) == 8
    assert papers.copy_of(blank, questions_over_white(answers=True), "c.pdf").status == "complete"


def test_a_question_below_that_is_called_like_the_last_option_is_its_own() -> None:
    def sheet(phone: str, company: str) -> bytes:
        said = (f"Company: {company}", f"Preferred way to reach you: {phone} Phone   ☐ Email", "Email: ____________")
        return papers.saved(word(*said))

    blank = papers.blank(sheet("☐", "____________"), "rfi", TITLE, "b.docx")
    assert papers.copy_of(blank, sheet("☒", "Acme"), "c.docx").status == "incomplete"


def test_rows_of_pairs_under_two_headings_are_two_questions() -> None:
    def sheet(web: str, subject: str, company: str) -> bytes:
        document = word(f"Company: {company}")
        table_of(document, [["SOPPA status", "", "", ""], [subject, "Subject", "☐", "Exempt"],
                            ["Delivery", "", "", ""], [web, "Web", "☐", "App"]])  # fmt: skip
        for row in (0, 2):
            merged = document.tables[0].cell(row, 0).merge(document.tables[0].cell(row, 3))
            merged.text = merged.text.strip()
        return papers.saved(document)

    blank = papers.blank(sheet("☐", "☐", "________"), "rfi", TITLE, "b.docx")
    assert len({p.group for p in blank.places if p.kind == "check"}) == 2
    assert papers.copy_of(blank, sheet("☒", "☐", "Acme"), "c.docx").status == "incomplete"
    assert papers.copy_of(blank, sheet("☒", "☒", "Acme"), "c.docx").status == "complete"


def test_boxes_have_ids_of_their_own_beside_one_that_an_instruction_shows() -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, "Mark the box")
    canvas.drawString(138, 700, "in front of your choice with an X.")
    for x, y, option in ((125, 700, ""), (60, 670, "Hosted"), (160, 670, "Installed")):
        canvas.rect(x, y - 1, 9, 9)
        canvas.drawString(x + 14, y, option)
    canvas.drawString(60, 640, "Is data sold?   ____ Yes   ____ No")
    boxes = [p for p in papers.blank(canvas.getpdfdata(), "rfi", TITLE).places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Hosted", "Installed", "Yes", "No"]
    assert len({p.id for p in boxes}) == len(boxes)
