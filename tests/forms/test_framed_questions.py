"""Frames around several questions, cells for remarks beside Yes and No, and tables that stand in a cell of another."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest
from docx.shared import Inches
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.texts.paging import paper_tokens
from soppa_mailbot.model import Blank

TITLE = "Marsh Hollow Supplier Questionnaire"
INTRO = "Marsh Hollow Elementary District 9 asks every supplier of software for these answers before it orders."


def _page() -> Canvas:
    return papers.canvas_of(TITLE, INTRO)


def _yes_no(canvas: Canvas, x: float, y: float) -> None:
    for n, option in enumerate(("Yes", "No")):
        canvas.rect(x + 45 * n, y - 1, 9, 9)
        canvas.drawString(x + 13 + 45 * n, y, option)


# --- a print of a page of fieldsets ---


def fieldsets() -> Blank:
    canvas = _page()
    canvas.rect(50, 590, 500, 120)
    canvas.drawString(60, 694, "Your product")
    canvas.drawString(60, 674, "Product name")
    canvas.rect(60, 650, 300, 18)
    canvas.drawString(60, 632, "Which grades is it made for? (check all that apply)")
    for n, grade in enumerate(("K-2", "3-5", "6-8")):
        canvas.rect(70 + 60 * n, 611, 9, 9)
        canvas.drawString(83 + 60 * n, 612, grade)
    canvas.rect(50, 440, 500, 135)
    canvas.drawString(60, 560, "Questions")
    for n, question in enumerate(("10. Does it show advertisements?", "11. Can we export our data?")):
        canvas.drawString(60, 538 - 34 * n, question)
        _yes_no(canvas, 70, 522 - 34 * n)
    canvas.drawString(60, 470, "12. Where are the servers?")
    canvas.rect(60, 448, 480, 18)
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)


def test_each_question_in_a_frame_is_called_by_its_own_words() -> None:
    asked = {p.group: p.group_label for p in fieldsets().places if p.group}
    assert list(asked.values()) == [
        "Which grades is it made for? (check all that apply)",
        "10. Does it show advertisements?",
        "11. Can we export our data?",
    ]


def test_a_question_is_not_called_by_the_frame_beside_its_own() -> None:
    canvas = _page()
    canvas.rect(50, 560, 240, 150)
    canvas.rect(290, 560, 260, 150)
    for x, labels in ((60, ("Supplier", "Address")), (300, ("Product", "Price"))):
        for n, label in enumerate(labels):
            canvas.drawString(x, 690 - 24 * n, f"{label} ______________________")
    canvas.drawString(300, 640, "The product (one):")
    for n, option in enumerate(("comes under SOPPA", "does not come under SOPPA")):
        canvas.drawString(300, 622 - 16 * n, f"[  ] {option}")
    blank = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)
    assert {p.group_label for p in blank.places if p.kind == "check"} == {"The product (one)"}


# --- cells for remarks ---


def remarks(head: str = "Remarks", optional: tuple[str, ...] = ()) -> Blank:
    canvas = _page()
    canvas.drawString(60, 700, "Part 2 - Yes or no")
    canvas.drawString(415, 680, head)
    for n, question in enumerate(("2.1 Works on Chromebooks", "2.2 Works without an", "2.3 Needs an extension")):
        y = 660 - 30 * n
        canvas.drawString(60, y, question)
        _yes_no(canvas, 300, y)
        canvas.rect(400, y - 6, 140, 20)
    canvas.drawString(60, 619, "Internet connection")
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE, optional=optional)


def test_a_cell_for_remarks_is_called_by_its_question_and_its_column() -> None:
    labels = [p.label for p in remarks().places if p.kind == "text"]
    assert labels == [
        "2.1 Works on Chromebooks: Remarks",
        "2.2 Works without an Internet connection: Remarks",
        "2.3 Needs an extension: Remarks",
    ]


@pytest.mark.parametrize("entry", ["Remarks", "the remarks in part 2", "Part 2, Remarks column"])
def test_the_column_of_remarks_may_stay_empty(entry: str) -> None:
    blank = remarks(optional=(entry,))
    assert {p.kind for p in blank.places if p.required} == {"check"}
    assert not any(entry in note for note in blank.notes)


def test_a_sentence_over_a_column_is_no_head() -> None:
    labels = [p.label for p in remarks("Answer all of it, please.").places if p.kind == "text"]
    assert labels[0] == "2.1 Works on Chromebooks"


def grid(*, optional: tuple[str, ...] = (), second: bool = False) -> Blank:
    """A table of questions, whose first rows and drop-down list have a cell for remarks as well."""
    canvas = _page()
    form = canvas.acroForm
    for x, head in ((60, "Question"), (250, "Answer"), (420, "Remarks")):
        canvas.drawString(x, 700, head)
    rows = ["Company", "Product", "Delivery", "Works on Chromebooks?", "Needs an extension?"]
    for n, question in enumerate(rows):
        y = 676 - 22 * n - (14 if n > 1 else 0) - (80 if second and n > 1 else 0)
        canvas.drawString(60, y, question)
        if n < 2:
            form.textfield(name=f"answer{n}", x=250, y=y - 6, width=150, height=18)
        elif n > 2:
            for m, option in enumerate(("Yes", "No")):
                form.checkbox(name=f"box{n}{m}", x=252 + 45 * m, y=y - 2, size=10)
                canvas.drawString(268 + 45 * m, y, option)
        else:
            options = ["Select", "Hosted", "Installed"]
            form.choice(name="delivery", value="Select", options=options, x=250, y=y - 6, width=150, height=18)
        form.textfield(name=f"Text{n}", x=420, y=y - 6, width=120, height=18)
        for left, right in ((55, 245), (245, 415), (415, 545)):
            canvas.rect(left, y - 8, right - left, 22)
    canvas.drawString(60, 640 - 80 * second, "B. Technology")
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE, optional=optional)


def test_a_head_stands_over_the_columns_topmost_cell_and_a_list_is_answered_like_boxes() -> None:
    labels = {p.id: p.label for p in grid().places}
    assert labels["Text2"] == "Delivery: Remarks"
    assert labels["Text3"] == "Works on Chromebooks? Remarks"
    assert labels["Text4"] == "Needs an extension? Remarks"
    blank = grid(optional=("Remarks",))
    assert not any(p.required for p in blank.places if p.id.startswith("Text"))
    assert {p.id for p in blank.places if p.required and p.kind != "check"} == {"answer0", "answer1", "delivery"}


def typed_in(head: str, optional: tuple[str, ...] = ()) -> Blank:
    """A table whose questions are answered in words, with a second column of fields under `head`."""
    canvas = _page()
    for x, text in ((60, "Question"), (250, "Answer"), (420, head)):
        canvas.drawString(x, 700, text)
    for n, question in enumerate(("Company", "Product", "Hosted by")):
        y = 676 - 22 * n
        canvas.drawString(60, y, question)
        for name, x, width in (("answer", 250, 150), ("Text", 420, 120)):
            canvas.acroForm.textfield(name=f"{name}{n}", x=x, y=y - 6, width=width, height=18)
        for left, right in ((55, 245), (245, 415), (415, 545)):
            canvas.rect(left, y - 8, right - left, 22)
    return papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE, optional=optional)


@pytest.mark.parametrize("head", ["Remarks", "Any other comments", "Vendor notes (if needed)", "Clarifications"])
def test_remarks_beside_answers_in_words_may_stay_empty_where_their_head_is_named(head: str) -> None:
    blank = typed_in(head, (head,))
    assert {p.label for p in blank.places if p.id.startswith("Text")} == {
        f"{question}: {head}" for question in ("Company", "Product", "Hosted by")
    }
    assert {p.id for p in blank.places if p.required} == {"answer0", "answer1", "answer2"}


def test_a_second_column_of_answers_is_none_of_remarks() -> None:
    assert {p.label for p in typed_in("Second site").places} == {"Company", "Product", "Hosted by"}


def test_a_head_of_another_table_is_none() -> None:
    assert {p.label for p in grid(second=True).places if p.id == "Text3"} == {"Works on Chromebooks?"}


# --- a table in a cell of another ---

COVERAGE, DELIVERY = ("General liability", "Cyber liability"), ("Lead time", "Shipping terms")


UNDER = "Each carrier must be rated A or better; give its full name as on the policy."


def nested_file() -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(INTRO)
    outer = document.add_table(rows=1, cols=2, style="Table Grid")
    left, right = outer.rows[0].cells
    left.paragraphs[0].add_run("Insurance carried")
    inner = left.add_table(len(COVERAGE) + 1, 2)
    inner.style = document.styles["Table Grid"]
    for cell, text in zip(inner.rows[0].cells, ("Coverage", "Carrier"), strict=True):
        cell.text = text
    for row, coverage in zip(inner.rows[1:], COVERAGE, strict=True):
        row.cells[0].text = coverage
    right.paragraphs[0].add_run("Delivery")
    terms = right.add_table(len(DELIVERY), 2)
    terms.style = document.styles["Table Grid"]
    for row, label in zip(terms.rows, DELIVERY, strict=True):
        row.cells[0].text = label
    for column in inner.columns:
        column.width = Inches(1.4)
    return papers.saved(document)


def print_of_nested(lacking: str = "", under: str = "") -> bytes:
    """The Word file's print: inner tables within their outer cells, their rows at the same heights."""
    canvas = _page()
    canvas.rect(50, 600, 300, 110)
    canvas.rect(350, 600, 200, 110)
    canvas.drawString(56, 696, "Insurance carried")
    canvas.drawString(356, 696, "Delivery")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(56, 606, under)
    canvas.setFont("Helvetica", 10)
    rows = [("Coverage", "Carrier"), (COVERAGE[0], "Hiscox"), (COVERAGE[1], "Corvid")]
    terms = [(DELIVERY[0], "10 days"), (DELIVERY[1], "Online only")]
    for x, wide, lines in ((56, 140, rows), (356, 92, terms)):
        for n, line in enumerate(lines):
            for m, text in enumerate(line):
                canvas.rect(x + wide * m, 666 - 24 * n, wide, 24)
                if text != lacking:
                    canvas.drawString(x + wide * m + 4, 674 - 24 * n, text)
    return bytes(canvas.getpdfdata())


def test_a_table_within_a_cell_is_read_before_the_next_cell() -> None:
    blank = papers.blank(nested_file(), "rfi", TITLE, "blank.docx")
    form = papers.copy_of(blank, print_of_nested())
    assert [r.value for r in form.readings] == ["Hiscox", "Corvid", "10 days", "Online only"]
    assert form.status == "complete"


def test_words_under_a_table_within_a_cell_are_read_behind_it() -> None:
    page = papers.read(print_of_nested(under=UNDER)).pages[0]
    read = [t.raw for t in paper_tokens([page])]
    at = [read.index(word) for word in ("carried", "Coverage", "Corvid", "Each", "policy.", "Delivery", "Lead")]
    assert at == sorted(at)


@pytest.mark.parametrize(
    ("lacking", "name"), [("Hiscox", "General liability"), ("Corvid", "Cyber liability"), ("10 days", "Lead time")]
)
def test_what_is_open_in_a_table_within_a_cell(lacking: str, name: str) -> None:
    blank = papers.blank(nested_file(), "rfi", TITLE, "blank.docx")
    form = papers.copy_of(blank, print_of_nested(lacking))
    assert len(form.open) == 1
    assert form.open[0].startswith(name)


# --- bars with round corners ---


def test_half_a_bar_with_round_corners_is_no_place() -> None:
    canvas = _page()
    canvas.setFillGray(0.3)
    canvas.roundRect(50, 688, 500, 22, 6, stroke=0, fill=1)
    canvas.rect(50, 688, 500, 10, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(60, 695, "2  About the product")
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 660, "Name of product")
    canvas.rect(60, 636, 300, 18)
    blank = papers.blank(bytes(canvas.getpdfdata()), "rfi", TITLE)
    assert [p.label for p in blank.places] == ["Name of product"]
    assert not any("cells" in note for note in blank.notes)
