"""Boxes inside captioned cells, questions behind boxes, choices behind their question, numbers that come twice."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest
from docx.shared import Pt
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from soppa_mailbot.forms.blanks.unknown_cells import unknown_cells
from soppa_mailbot.forms.common.geometry import center
from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.common.values import is_prompt
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.naming.roles import asks_signature
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.forms.pages.layout import layout_of
from soppa_mailbot.forms.pages.left_over import heads_numbers
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.same_cells import in_same_cells
from soppa_mailbot.model import Blank, Form, Mark, Page, Place, Word

TITLE = "Operator Covenant on Pupil Records"
PROMISES = (
    "Whose data it is. Covered information stays the property of the pupil and of the district, under whose control",
    "No sale. The Operator does not sell, rent or lease covered information and does not direct advertising with it,",
    "Breach. The Operator tells the district of a breach within thirty days after it was found, and pays what it costs",
)


def blank_of(data: bytes, form: str = "soppa", optional: tuple[str, ...] = ()) -> Blank:
    return papers.blank(data, form, TITLE, optional=optional)


def covenant(initials: str = "", name: str = "") -> bytes:
    """Promises in cells, each with a box for initials under small print in the cell beside it."""
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12", size=9)
    canvas.drawString(60, 700, "Operator")
    canvas.rect(140, 692, 300, 20)
    canvas.drawString(145, 698, name)
    for row, promise in enumerate(PROMISES):
        y = 630 - 50 * row
        canvas.rect(60, y, 400, 40)
        canvas.rect(460, y, 90, 40)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(64, y + 26, promise[:85])
        canvas.drawString(64, y + 16, promise[85:] + " it processes the records that it was given for school purposes")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(470, y + 31, "Operator's initials")
        canvas.rect(468, y + 6, 74, 20)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(490, y + 12, initials)
    canvas.drawString(60, 440, "Signature: ______________________   Date: ______________")
    return bytes(canvas.getpdfdata())


def test_a_box_under_small_print_is_the_place() -> None:
    places = blank_of(covenant()).places
    assert [p.label for p in places].count("Operator's initials") == 3
    assert [p.label for p in places if p.label.startswith(("No sale", "does not", "stays"))] == []
    assert len(places) == 6, [p.label for p in places]


def test_initials_in_the_box_are_found() -> None:
    blank = blank_of(covenant())
    (form,) = assemble(recognise(papers.read(covenant("LO", "Harbor Press LLC")), (blank,)), (blank,))
    assert not any("initials" in label for label in form.open), form.open


def in_a_frame(*, ticked: str = "", why: str = "") -> bytes:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    canvas.rect(55, 560, 500, 90)
    canvas.drawString(
        60, 630, "Does the program come under SOPPA, the Student Online Personal Protection Act? Check ONE:"
    )
    for y, option, behind in (
        (610, "It comes under SOPPA.", ""),
        (590, "It does not come under SOPPA.", "If not, why? "),
    ):
        mark = "[X]" if ticked == option else "[  ]"
        line = f"{why}" if behind and why else "_" * 30 if behind else ""
        canvas.drawString(60, y, f"{mark} {option}   {behind}{line}")
    canvas.drawString(60, 500, "Company name: ______________________   Telephone: ______________")
    return bytes(canvas.getpdfdata())


def test_the_question_behind_an_option_is_the_lines_label() -> None:
    places = blank_of(in_a_frame(), "rfi", ("If not, why?",)).places
    reason = next(p for p in places if p.kind == "text" and "why" in p.label)
    assert (reason.label, reason.required) == ("If not, why?", False)


def choices(kind: str) -> bytes:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    canvas.drawString(
        60, 680, f"How does it run{kind}  ____ Web browser   ____ Chromebook   ____ Windows   ____ Tablet"
    )
    canvas.drawString(60, 650, "Company name: ______________________   Telephone: ______________")
    return bytes(canvas.getpdfdata())


@pytest.mark.parametrize("kind", ["?", ":"])
def test_the_first_choice_stands_right_behind_its_question(kind: str) -> None:
    boxes = [p for p in blank_of(choices(kind), "rfi").places if p.kind == "check"]
    assert [p.option for p in boxes] == ["Web browser", "Chromebook", "Windows", "Tablet"]
    assert {p.group_label.rstrip("?:") for p in boxes} == {"How does it run"}


def framed_word(lines: tuple[str, ...]) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Company name: ____________________")
    cell = document.add_table(rows=1, cols=1, style="Table Grid").rows[0].cells[0]
    cell.paragraphs[0].add_run(lines[0]).font.size = Pt(10)
    for line in lines[1:]:
        cell.add_paragraph(line)
    return papers.saved(document)


def test_a_line_that_asks_begins_another_question_in_a_cell() -> None:
    lines = ("Does it keep data of pupils?   [ ] Yes   [ ] No", "Check ONE:", "[ ] Subject to SOPPA.", "[ ] Exempt.")
    places = papers.blank(framed_word(lines), "rfi", TITLE, "form.docx").places
    groups = [p.group for p in places if p.kind == "check"]
    assert len(set(groups)) == 2 and groups[0] == groups[1] and groups[2] == groups[3]


# --- references whose answers repeat the numbers of the rows ----


def references(rows: tuple[tuple[str, str, str], ...]) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("Company name: ____________________")
    document.add_paragraph("Two Illinois schools we may call about your program and how it was put to use there:")
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for texts in (("No.", "School", "Person", "Telephone"), *((str(n), *row) for n, row in enumerate(rows, 1))):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Filled out by: ____________________   Date: ______________")
    return papers.saved(document)


def read(rows: tuple[tuple[str, str, str], ...]) -> Form:
    blank = papers.blank(references((("", "", ""),) * 2), "rfi", TITLE, "form.docx")
    (form,) = assemble(recognise(papers.read(references(rows), "paper.docx"), (blank,)), (blank,))
    return form


def test_an_answer_that_ends_with_the_next_rows_number() -> None:
    form = read(
        (("Mattoon CUSD 2", "Ms. Kroening", "217-555-0126"), ("Vandalia CUSD 203", "Tom Riepe", "618-555-0139"))
    )
    said = {r.place.label: r.value for r in form.readings}
    assert said["1 school"] == "Mattoon CUSD 2" and said["2 person"] == "Tom Riepe", said
    empty = read((("Mattoon CUSD 2", "", "217-555-0126"), ("Vandalia CUSD 203", "Tom Riepe", "618-555-0139")))
    assert "1 person" in empty.open and "2 person" not in empty.open


def token(word: str, cell: tuple[int, int, int] | None) -> Token:
    return Token(word, word, 0, cell=cell)


def test_only_a_table_that_lies_as_a_whole_says_where_its_words_are() -> None:
    own = [token(w, (0, n, 0)) for n, w in enumerate("abcd")]
    paper = [token("a", (4, 1, 0)), token("d", (4, 1, 1)), *(token(w, (4, n, 0)) for n, w in enumerate("bcd", 2))]
    assert in_same_cells(own, paper, [0, 2, 3, 1]) == [0, 2, 3, 4]
    assert in_same_cells(own[2:], paper, [3, 1]) == [3, 1], "two words tell nothing"
    loose = [token(w, None) for w in "abcd"]
    assert in_same_cells(loose, paper, [0, 2, 3, 1]) == [0, 2, 3, 1]


# --- signatures, corners, words ----


def signed(*, left: bool) -> bytes:
    """The picture is higher than a line: its label stands lower than the other party's."""
    canvas = papers.canvas_of(
        TITLE, "Cedar Ford Public School District 12 and the company named below agree as follows."
    )
    canvas.drawString(
        60, 690, "This agreement begins with the signature of the company and ends a year after that day."
    )
    canvas.drawString(60, 660, "FOR THE COMPANY")
    canvas.drawString(320, 660, "FOR THE DISTRICT")
    canvas.drawString(320, 634, "Superintendent: ______________")
    canvas.drawString(60, 626, "Signature:")
    picture = Image.new("RGB", (400, 60), "white")
    ImageDraw.Draw(picture).line([(5, 50), (60, 8), (120, 52), (200, 6), (390, 40)], fill=(20, 20, 110), width=5)
    canvas.drawImage(ImageReader(picture), 112 if left else 392, 626, 130, 20)
    for n, (a, b) in enumerate((("Name: Lena Ortiz", "Board secretary: ______________"), ("Title: COO", ""))):
        canvas.drawString(60, 606 - 20 * n, a)
        canvas.drawString(320, 614 - 20 * n, b)
    return bytes(canvas.getpdfdata())


def both_parties() -> bytes:
    document = docx.Document()
    for line in (
        TITLE,
        "Cedar Ford Public School District 12 and the company named below agree as follows.",
        "This agreement begins with the signature of the company and ends a year after that day.",
    ):
        document.add_paragraph(line)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(
        cells,
        (
            ("FOR THE COMPANY", "Signature: ______________", "Name: ______________", "Title: ______________"),
            ("FOR THE DISTRICT", "Superintendent: ______________", "Board secretary: ______________"),
        ),
        strict=True,
    ):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    return papers.saved(document)


@pytest.mark.parametrize("left", [True, False])
def test_a_picture_behind_a_label_that_it_moved_down(left: bool) -> None:
    blank = papers.blank(both_parties(), "soppa", TITLE, "form.docx", ("Superintendent", "Board secretary"))
    (form,) = assemble(recognise(papers.read(signed(left=left)), (blank,)), (blank,))
    signature = next(r for r in form.readings if r.place.role == "signature")
    assert (signature.state == "filled", form.unsigned) == (left, not left), form


LEFT = ("Signature", "Name (print)", "Job title", "Date signed")
RIGHT = ("Superintendent", "Attest, board secretary", "Board approved on")


def blocks() -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph("This agreement is between Cedar Ford Public School District 12 and ____________________.")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, head, labels in zip(cells, ("FOR THE COMPANY", "FOR THE DISTRICT"), (LEFT, RIGHT), strict=True):
        cell.text = head
        for label in labels:
            cell.add_paragraph(f"{label}: ______________")
    return papers.saved(document)


def printed(answers: tuple[str, ...]) -> bytes:
    canvas = papers.canvas_of(TITLE, "This agreement is between Cedar Ford Public School District 12 and Harbor Press.")
    canvas.drawString(60, 700, "FOR THE COMPANY")
    canvas.drawString(320, 700, "FOR THE DISTRICT")
    for row, (label, answer) in enumerate(zip(LEFT, answers, strict=True)):
        canvas.drawString(60, 680 - 20 * row, f"{label}: __{answer}____")
        if row < len(RIGHT):
            canvas.drawString(320, 680 - 20 * row, f"{RIGHT[row]}: ______________")
    return bytes(canvas.getpdfdata())


def test_the_longer_of_two_blocks_ends_under_the_other() -> None:
    blank = papers.blank(blocks(), "soppa", TITLE, "form.docx", RIGHT)
    full = ("/s/ Lena Ortiz", "Lena Ortiz", "Chief operating officer", "11/30/2026")
    (form,) = assemble(recognise(papers.read(printed(full)), (blank,)), (blank,))
    assert (form.status, form.open, form.doubts) == ("complete", (), ())
    (form,) = assemble(recognise(papers.read(printed((*full[:3], ""))), (blank,)), (blank,))
    assert (form.status, form.open) == ("incomplete", ("Date signed",))


def grid(heads: tuple[str, ...]) -> bytes:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    for top in (640, 500):
        for row, texts in enumerate((heads, ("1", "", ""), ("2", "", ""))):
            for column, text in enumerate(texts):
                canvas.rect(60 + 150 * column, top - 20 * row, 150, 20)
                canvas.drawString(64 + 150 * column, top + 6 - 20 * row, text)
    return bytes(canvas.getpdfdata())


def test_corners_over_a_column_of_numbers_are_nothing_that_is_asked() -> None:
    blank = blank_of(grid(("", "Third party", "Purpose")))
    assert unknown_cells(blank.document, blank.places) == 0
    assert len(blank.places) == 8


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        (("13", "14"), set()),
        (("3a", "3b"), set()),
        (("Lab", "Gym"), {"C"}),  # no numbers
    ],
)
def test_the_letter_over_the_corner_of_a_numbered_table_asks_nothing(
    numbers: tuple[str, str], labels: set[str]
) -> None:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    canvas.rect(60, 660, 30, 20)
    canvas.drawString(72, 666, "C")
    canvas.drawString(94, 666, "Technical checklist")
    for row, texts in enumerate(
        (("", "Question", "Answer"), (numbers[0], "Web browser", ""), (numbers[1], "Telephone", ""))
    ):
        for left, wide, text in zip((60, 90, 280), (30, 190, 240), texts, strict=True):
            canvas.rect(left, 640 - 20 * row, wide, 20)
            canvas.drawString(left + 1, 646 - 20 * row, text)
    asked = {p.label for p in blank_of(bytes(canvas.getpdfdata())).places}
    assert asked - {"Web browser", "Telephone"} == labels


def numbered(ends: tuple[tuple[str, str], ...]) -> bytes:
    canvas = papers.canvas_of(TITLE, "Cedar Ford Public School District 12")
    rows = (("1", "Company name"), ("2", "Product name"), ("3a", "Grade levels"), *ends)
    for row, texts in enumerate(rows):
        for left, wide, text in zip((60, 90, 280), (30, 190, 240), (*texts, ""), strict=True):
            canvas.rect(left, 640 - 20 * row, wide, 20)
            canvas.drawString(left + 4, 646 - 20 * row, text)
    return bytes(canvas.getpdfdata())


def test_rows_without_a_number_in_a_numbered_table_ask_nothing_there() -> None:
    blank = blank_of(numbered((("", "Reviewed by"), ("", "Approved"))))
    assert unknown_cells(blank.document, blank.places) == 0
    assert len(blank.places) == 5


@pytest.mark.parametrize(
    ("asked", "signs"),
    [
        ("15. Has the vendor signed the National Data Privacy Agreement with another Illinois district?", False),
        ("Which districts have signed Exhibit E (v.1.0) with you?", False),
        ("Is a signature required on the quote?", False),
        ("Do you accept these terms? Signature", True),
        ("Signed for the vendor that has read this form", True),
        ("I have read this form and signed it: By whom?", True),
        ("9.1 This Covenant begins when both parties have signed it and continues until", False),
        ("Once the last party has signed this Covenant, it is filed under number", False),
        ("It takes effect as soon as it has been signed by both parties, for a term of (months)", False),
        ("The last signature starts the term, which runs through", False),
        ("Not valid unless the vendor has signed", True),
        ("After the vendor has signed here", True),
        ("Once both parties have signed it, it is published. Operator's signature", True),
        ("Complete once it is signed by both parties", True),
        ("IN WITNESS WHEREOF the Vendor, by its officer, has signed this Assurance on the", False),
        ("The undersigned has signed and sealed this certificate at", False),
        ("Signed this", False),
        ("Signed for the company on", False),
        ("Signed by its officer", True),
    ],
)
def test_whether_somebody_signed_something_is_no_place_to_sign(asked: str, signs: bool) -> None:
    assert asks_signature(asked) is signs


def test_what_is_said_of_a_signed_agreement_in_passing() -> None:
    asked = "Is the product subject to SOPPA? If Yes, the signed Student Data Agreement comes with it; if No, explain"
    assert not asks_signature(asked)
    assert asks_signature("Signed by") and asks_signature("Signature of the person who signed the agreement")
    box = Place("b", "check", "No", True, group="g", group_label=asked, option="No")
    assert subject_meaning(box, "No") is False
    reason = Place(
        "b", "check", "No", True, group="g", group_label="If it is exempt from SOPPA, explain why", option="No"
    )
    assert subject_meaning(reason, "No") is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Choose a level", True),
        ("Select your grade band", True),
        ("Choose Your Math", False),  # a product
        ("Pick a Path", False),
        ("Choose one of the following", False),
        ("Select all that apply", False),
        ("Pick a school where it was used last year", False),
    ],
)
def test_prompts_of_drop_down_cells(text: str, asks: bool) -> None:
    assert is_prompt(text) is asks


@pytest.mark.parametrize(
    ("heads", "rows", "told"),
    [
        (("", "Question", "Answer"), ("13", "14"), True),
        (("", "Question", "Answer"), ("13",), False),  # one row
        (("", "Question", "Answer"), ("", "13", "14"), False),
        (("", "Question", ""), ("13", "14"), False),  # no row of heads
        (("", "Question"), ("13", "14"), False),
        (("Part", "", "Answer"), ("13", "14"), False),  # not the first cell
    ],
)
def test_the_empty_head_of_a_column_of_numbers(heads: tuple[str, ...], rows: tuple[str, ...], told: bool) -> None:
    texts = [heads, *[(number, "Browser", "")[: len(heads)] for number in rows]]
    column = heads.index("")
    texts[1:] = [("", *row)[: len(heads)] if column else row for row in texts[1:]]
    boxes = {
        (r, c): (60 + 90 * c, 100 + 20 * r, 150 + 90 * c, 120 + 20 * r)
        for r, t in enumerate(texts)
        for c in range(len(t))
    }
    words = [
        Word(texts[r][c], (b[0] + 4, b[1] + 5, b[0] + 50, b[1] + 15)) for (r, c), b in boxes.items() if texts[r][c]
    ]
    layout = layout_of(Page(1, 612, 792, tuple(words), tuple(Mark("rect", b) for b in boxes.values())))
    index = layout.index.at(center(boxes[0, column]))
    assert index is not None and heads_numbers(layout, index) is told


def test_numbers_of_a_table_farther_down_are_not_those_under_an_empty_head() -> None:
    heads = [Mark("rect", (60 + 90 * c, 100, 150 + 90 * c, 120)) for c in range(3)]
    rows = [Mark("rect", (60 + 90 * c, y, 150 + 90 * c, y + 20)) for y in (300, 320) for c in range(3)]
    said = ((170, 105, "Question"), (260, 105, "Answer"), (64, 305, "13"), (64, 325, "14"))
    words = tuple(Word(text, (x, y, x + 40, y + 10)) for x, y, text in said)
    layout = layout_of(Page(1, 612, 792, words, (*heads, *rows)))
    index = layout.index.at((100, 110))
    assert index is not None and not heads_numbers(layout, index)
