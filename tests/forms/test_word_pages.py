"""Where the words of a Word form stand on the pages that it is printed on."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.paging import paper_tokens
from soppa_mailbot.model import Blank, Box, Form, Mark, Page, Word

TITLE = "Birch Lake Software Profile"
Line = tuple[float, float, str]


def word_blank(*texts: str) -> Blank:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")


def pages(*lines: Sequence[Line]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    for page in lines:
        canvas.setFont("Helvetica", 9)
        for left, down, text in page:
            canvas.drawString(left, 792 - down, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(blank: Blank, data: bytes) -> tuple[Form, ...]:
    return tuple(assemble(recognise(papers.read(data), (blank,)), (blank,)))


QUESTIONS = [
    "Answer each of these questions, so that our schools can decide whether the software may be used.",
    "Name of the company that offers it: ____________________",
    "What the pupils do with the software: ____________________",
    "Where the records of pupils are stored: ____________________",
]
DASHES = " ".join("-" * 30)
LAST = ["Completed by: ____________________ Date: __________", f"{DASHES} Office use {DASHES}", "Log number: ______"]


def test_the_last_lines_on_a_page_of_their_own_beside_a_rule_of_dashes() -> None:
    blank = word_blank(TITLE, *QUESTIONS, *LAST)
    first = [TITLE, QUESTIONS[0], *(q.replace("____", " Reading", 1) for q in QUESTIONS[1:])]
    last = ["Completed by: Ann Ott ____ Date: 3/4/2027 ___", *LAST[1:]]
    (form,) = read(blank, pages(*([(60, 60 + 30 * n, t) for n, t in enumerate(page)] for page in (first, last))))
    assert (form.pages[-1][1], form.doubts, form.status) == (2, (), "complete")


def test_another_page_behind_a_whole_form_is_none_of_it() -> None:
    blank = word_blank(TITLE, *QUESTIONS, *LAST)
    whole = [TITLE, *QUESTIONS, *LAST]
    other = ["Log number of our offer: 17"]
    (form,) = read(blank, pages(*([(60, 60 + 30 * n, t) for n, t in enumerate(page)] for page in (whole, other))))
    assert [n for _, n in form.pages] == [1]
    assert form.status == "blank"


CLAUSES = [
    "The vendor keeps what it learns about pupils safe and uses it for the schools and for nothing else at all.",
    "It sells none of it, shows no advertising that is chosen by it, and deletes it within 30 days of the end.",
    "Of each loss of it the vendor tells the schools within two days, and bears what the notices cost them.",
    "Parents may ask the schools to see it, to correct it or to have it deleted, and the vendor does so at once.",
]


def wrapped(texts: Sequence[str], left: float, down: float, wide: int = 44) -> list[Line]:
    lines = [line for text in texts for line in textwrap.wrap(text, wide)]
    return [(left, down + 12 * n, line) for n, line in enumerate(lines)]


def agreement() -> Blank:
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "Birch Lake Schools\nOffice of Purchasing, 12 Lake Street"
    head.cell(0, 1).text = "Terms for Software Vendors and the Data of Pupils"
    for text in CLAUSES:
        document.add_paragraph(text)
    asked = document.add_table(2, 2)
    asked.cell(0, 0).text = "Name of the company that signs this"
    asked.cell(1, 0).text = "Product"
    signed = document.add_table(3, 2)
    for row, texts in enumerate([("For the District", "For the vendor"), ("", ""), ("Signature", "Signature")]):
        for column, text in enumerate(texts):
            signed.cell(row, column).text = text
    return papers.blank(papers.saved(document), "soppa", "Terms for Software Vendors", "blank.docx")


HEAD: list[Line] = [
    (60, 60, "Birch Lake Schools"),
    (60, 72, "Office of Purchasing, 12 Lake Street"),
    (400, 60, "Terms for Software Vendors"),
    (400, 73, "and the Data of Pupils"),
]
COLUMNS = [*wrapped(CLAUSES[:2], 60, 100), *wrapped(CLAUSES[2:], 320, 100)]
ASKED: list[Line] = [(60, 200, "Name of the company"), (60, 212, "that signs this"), (180, 200, "Elder Apps LLC")]
PRODUCT: list[Line] = [(60, 230, "Product"), (180, 230, "Elder Reader")]
HEADS: list[Line] = [(60, 260, "For the District"), (320, 260, "For the vendor")]
CAPTIONS: list[Line] = [(60, 310, "Signature"), (320, 310, "Signature")]


def test_words_side_by_side_are_read_in_the_order_of_the_word_file() -> None:
    page = [*HEAD, *COLUMNS, *ASKED, *PRODUCT, *HEADS, (320, 295, "/s/ Ann Ott"), *CAPTIONS]
    (form,) = read(agreement(), pages(page))
    assert (form.status, form.doubts, form.signature) == ("complete", (), ("typed",))
    assert [r.value for r in form.readings if r.state == "filled"] == ["Elder Apps LLC", "Elder Reader", "/s/ Ann Ott"]


def test_what_the_other_party_signed_is_not_the_vendors() -> None:
    page = [*HEAD, *COLUMNS, *ASKED, *PRODUCT, *HEADS, (60, 295, "/s/ Jo Dean"), *CAPTIONS]
    (form,) = read(agreement(), pages(page))
    assert (form.status, form.unsigned) == ("incomplete", True)


def test_a_changed_word_in_a_column_is_seen() -> None:
    columns = [(x, y, t.replace("30 days", "90 days")) for x, y, t in COLUMNS]
    page = [*HEAD, *columns, *ASKED, *PRODUCT, *HEADS, (320, 295, "/s/ Ann Ott"), *CAPTIONS]
    (form,) = read(agreement(), pages(page))
    assert form.status == "doubtful"


def test_parties_side_by_side_each_with_all_its_lines() -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for text in CLAUSES:
        document.add_paragraph(text)
    labels = [f"{label}: ____________" for label in ("Signature", "Name", "Title", "Date")]
    table = document.add_table(1, 2)
    for column, party in enumerate(["FOR THE VENDOR", "FOR THE DISTRICT"]):
        table.cell(0, column).text = party
        for text in labels:
            table.cell(0, column).add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx")
    answers = ["FOR THE VENDOR", "Signature: /s/ Ann Ott", "Name: Ann Ott", "Title: CEO", "Date: 3/4/2027"]
    lines = [(60.0, 60.0, TITLE), *wrapped(CLAUSES, 60, 80, 90)]
    lines += [(60, 250 + 20 * n, t) for n, t in enumerate(answers)]
    lines += [(320, 250 + 20 * n, t) for n, t in enumerate(["FOR THE DISTRICT", *labels])]
    (form,) = read(blank, pages(lines))
    values = [r.value for r in form.readings if r.state == "filled"]
    assert values == ["/s/ Ann Ott", "Ann Ott", "CEO", "3/4/2027"]
    assert (form.doubts, form.unsigned) == ((), False)


@pytest.mark.parametrize("signed", [True, False])
def test_captions_of_the_other_party_are_no_signature(signed: bool) -> None:
    """A strip between the parties on one page is none between the words of another, which happen to leave it white."""
    kinds = ["Names of pupils and their grades", "Days that a pupil missed school", "Work that a pupil hands in"]
    line = "_" * 30
    document = docx.Document()
    for text in (TITLE, *CLAUSES, *kinds):
        document.add_paragraph(text)
    sides = {
        60: ["FOR THE OPERATOR", "", line, "Authorized signature", "", line, "Name and title", "", line, "Date"],
        320: ["FOR THE DISTRICT", "", line, "Superintendent’s signature", "", line, "Printed name", "", line, "Date"],
    }
    table = document.add_table(1, 2)
    for column, texts in enumerate(sides.values()):
        table.cell(0, column).text = texts[0]
        for text in texts[1:]:
            table.cell(0, column).add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx")
    first: list[Line] = [(60, 60, TITLE), *wrapped(CLAUSES, 60, 80, 90)]
    first += [
        (60 + 181 * n, 300 + 14 * row, t) for row, k in enumerate(kinds) for n, t in enumerate(k.split(" ", 2)[::2])
    ]
    first += [(190, 300 + 14 * row, k.split(" ", 2)[1]) for row, k in enumerate(kinds)]
    last: list[Line] = [(x, 300 + 14 * n, t) for x, texts in sides.items() for n, t in enumerate(texts) if t]
    last += [(60, 300 + 14 * 4, "Ann Ott, Director")]
    last += [(60, 300 + 14, "Ann Ott"), (60, 300 + 14 * 7, "March 4, 2027")] if signed else []
    (form,) = read(blank, pages(first, last))
    assert (form.status, form.unsigned) == ("complete", False) if signed else ("incomplete", True)
    values = ["Ann Ott", "Ann Ott, Director", "March 4, 2027"] if signed else ["Ann Ott, Director"]
    assert [r.value for r in form.readings if r.state == "filled"] == values


@pytest.mark.parametrize(
    ("when", "values", "status"),
    [
        ("3rd day of March, 2027", ["3rd", "March,", "2027,"], "complete"),
        ("3rd day of March, 20__", ["3rd", "March,"], "incomplete"),
        ("3rd day of ______, 2027", ["3rd", "2027,"], "incomplete"),
    ],
)
def test_a_year_over_the_digits_that_the_form_prints(when: str, values: list[str], status: str) -> None:
    said = "This agreement is made on the {}, between the schools and all of the vendors that are named below."
    blank = word_blank(TITLE, *CLAUSES, said.format("____ day of __________, 20___"))
    texts = [TITLE, *CLAUSES, said.format(when)]
    (form,) = read(blank, pages([(60, 60 + 14 * n, t) for n, t in enumerate(texts)]))
    assert [r.value for r in form.readings if r.state == "filled"] == values
    assert form.status == status


def table_of(*labels: str) -> Blank:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for text in CLAUSES[:2]:
        document.add_paragraph(text)
    table = document.add_table(len(labels), 4)
    for row, pair in enumerate(labels):
        for column, text in enumerate(pair.split("|")):
            table.cell(row, 2 * column).text = text
    return papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")


def ruled_page(lines: Sequence[Line], rules: Sequence[tuple[float, float, float]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 9)
    for left, down, text in lines:
        canvas.drawString(left, 792 - down, text)
    for left, right, down in rules:
        canvas.line(left, 792 - down, right, 792 - down)
    canvas.save()
    return out.getvalue()


def test_an_answer_over_its_own_rule_is_not_the_row_aboves() -> None:
    blank = table_of("E-mail|Fax", "Officer|Officer e-mail")
    lines = [(60.0, 60.0, TITLE), *wrapped(CLAUSES[:2], 60, 80, 90)]
    lines += [(60, 160, "E-mail"), (120, 160, "jo@oak.example"), (320, 160, "Fax")]
    lines += [(60, 187, "Officer"), (120, 187, "Amy"), (320, 187, "Officer e-mail")]
    lines += [(400, 181, "privacy@oak-and-ash.exa"), (400, 193, "mple")]
    rules = [(left, left + 150, down) for left in (115, 395) for down in (165, 200)]
    (form,) = read(blank, ruled_page(lines, rules))
    assert {r.place.label: r.value for r in form.readings} == {
        "E-mail": "jo@oak.example",
        "Fax": "",
        "Officer": "Amy",
        "Officer e-mail": "privacy@oak-and-ash.exa mple",
    }
    assert form.open == ("Fax",)


def test_columns_of_labels_and_answers() -> None:
    left = ["Company", "Telephone", "Mailing address", "Grades"]
    right = ["Needed by", "Where data is stored", "Other companies with access", "Prepared by"]
    document = docx.Document()
    for text in (TITLE, *CLAUSES[:2]):
        document.add_paragraph(text)
    for text in (*left, *right):
        document.add_paragraph(text)
        document.add_paragraph("." * 40)
    blank = papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")
    lines = [(60.0, 60.0, TITLE), *wrapped(CLAUSES[:2], 60, 80, 90)]
    answers = {label: f"answer {n} ........" for n, label in enumerate([*left, *right])}
    for column, (labels, step) in enumerate([(left, 15), (right, 16)]):
        texts = [t for label in labels for t in (label, answers[label])]
        lines += [(60 + 260 * column, 160 + step * n, t) for n, t in enumerate(texts)]
    (form,) = read(blank, pages(lines))
    assert {r.place.label: r.value for r in form.readings} == {k: v.strip(" .") for k, v in answers.items()}
    assert (form.status, form.doubts) == ("complete", ())


def test_several_places_in_one_drawn_cell_and_a_page_number_beside_the_districts_name() -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "Birch Lake Public School District 5"
    for text in (TITLE, *CLAUSES):
        document.add_paragraph(text)
    table = document.add_table(1, 2)
    places = [
        ["OPERATOR", "Signature ......", "Name in print ......", "Title ......"],
        ["DISTRICT", "Board date ......"],
    ]
    for column, texts in enumerate(places):
        table.cell(0, column).text = texts[0]
        for text in texts[1:]:
            table.cell(0, column).add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx")
    lines = [(60.0, 60.0, TITLE), *wrapped(CLAUSES, 60, 80, 90)]
    filled = [
        "OPERATOR",
        "Signature /s/ Hilda Oakenfold ....",
        "Name in print Hilda Oakenfold ....",
        "Title Manager ....",
    ]
    lines += [(60, 262 + 14 * n, text) for n, text in enumerate(filled)]
    lines += [(310, 262 + 14 * n, text) for n, text in enumerate(places[1])]
    lines += [(60, 760, "Birch Lake Public School District 5"), (230, 760, "1")]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 9)
    for left, down, text in lines:
        canvas.drawString(left, 792 - down, text)
    canvas.grid([55, 305, 555], [792 - 250, 792 - 312])
    canvas.save()
    (form,) = read(blank, out.getvalue())
    values = {r.place.label: r.value for r in form.readings if r.value}
    assert values == {"Signature": "/s/ Hilda Oakenfold", "Name in print": "Hilda Oakenfold", "Title": "Manager"}
    assert form.doubts == ()


def test_a_line_left_empty_beside_one_that_was_filled() -> None:
    captions = "Signature of the vendor                    Date"
    blank = word_blank(TITLE, *CLAUSES, f"{'_' * 30}  {'_' * 16}", captions)
    lines = [(60.0, 60.0, TITLE), *wrapped(CLAUSES, 60, 80, 90)]
    lines += [(60, 260, f"{'_' * 30}  3/4/2027"), (60, 274, "Signature of the vendor"), (214, 274, "Date")]
    (form,) = read(blank, pages(lines))
    assert [(r.state, r.value) for r in form.readings] == [("empty", ""), ("filled", "3/4/2027")]


def test_of_two_versions_the_one_in_whose_order_the_answers_stand_apart() -> None:
    labels = ["Company", "Product", "Telephone", "Needed by"]
    word = word_blank(TITLE, *CLAUSES, *(f"{label}: ____________" for label in labels))
    lines = [(60.0, 60.0, TITLE), *wrapped(CLAUSES, 60, 80, 90)]
    rows = [(60 + 260 * (n % 2), 250 + 50 * (n // 2), label) for n, label in enumerate(labels)]
    drawn = [*lines, *rows, *((left, down + 20, "_" * 30) for left, down, _ in rows)]
    printed = papers.blank(pages(drawn), "rfi", TITLE, "blank.pdf")
    answers = [(60, 250 + 20 * n, f"{label}: answer {n} ____") for n, label in enumerate(labels)]
    document = papers.read(pages([*lines, *answers]))
    for blanks in ((word, printed), (printed, word)):
        (form,) = assemble(recognise(document, blanks), blanks)
        assert (form.blank_file, form.status) == ("blank.docx", "complete")


CHOICES = ("The seller is", "It is sold by", "Its records are kept by", "Its teachers are trained by")


def printed_choices() -> bytes:
    """A Word form with words to choose from and a table, printed: chosen with a marker, and an answer wrapped."""
    canvas = papers.canvas_of(TITLE, QUESTIONS[0], size=9)
    for n, question in enumerate(QUESTIONS[1:]):
        canvas.drawString(60, 700 - 20 * n, question.replace("____________________", "Reading on line"))
    for n, choice in enumerate(CHOICES):
        base = 640 - 14 * n
        canvas.setFillColorRGB(1, 1, 0)
        canvas.rect(299, base - 3, 52, 13, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for left, word in (
            (60, f"{choice} (circle one):"),
            (220, "Corporation"),
            (300, "Partnership"),
            (380, "Sole owner"),
        ):
            canvas.drawString(left, base, word)
    columns = (60, 140, 290, 400, 520)
    rows = (("", "District", "Person", "Telephone"), ("District 1", "", "", ""), ("District 2", "", "", ""))
    for n, row in enumerate(rows):
        for left, right, text in zip(columns, columns[1:], row, strict=False):
            canvas.rect(left, 550 - 30 * n, right - left, 30)
            canvas.drawString(left + 4, 568 - 30 * n, text)
    answers = (("Moultrie Forks Community", "Unit School District 12"), ("T. Beecher",), ("(217) 555-0189",))
    for n in range(2):
        for left, lines in zip(columns[1:], answers, strict=False):
            for down, text in enumerate(lines):
                canvas.drawString(left + 4, 538 - 30 * n - 11 * down, text)
    return bytes(canvas.getpdfdata())


def test_a_markers_ground_is_no_cell_and_the_tables_cells_are() -> None:
    said = " ".join(t.raw for t in paper_tokens(papers.read(printed_choices()).pages))
    for choice in CHOICES:
        assert f"{choice} (circle one): Corporation Partnership Sole owner" in said
    assert said.count("Moultrie Forks Community Unit School District 12 T. Beecher") == 2


TABLE: tuple[Box, ...] = ((300, 500, 400, 530), (400, 500, 500, 530))
BESIDE = (("Seller:", 60), ("Corporation", 100), ("Partnership", 160), ("Owner", 220))
MARKED: Box = (156, 298, 204, 312)


def words_and_cells(frames: tuple[Box, ...], words: tuple[tuple[str, int], ...] = BESIDE) -> tuple[str, set[str]]:
    """A line of words with frames, over a table: what is read of it, and which of its words are in cells."""
    line = tuple(Word(text, (left, 300, left + 40, 310)) for text, left in words)
    marks = tuple(Mark("rect", frame) for frame in (*frames, *TABLE))
    tokens = paper_tokens([Page(1, 612, 792, line, marks)])
    return " ".join(t.raw for t in tokens), {t.raw for t in tokens if t.cell}


def test_a_frame_around_words_of_a_line_is_no_cell() -> None:
    assert words_and_cells((MARKED,)) == ("Seller: Corporation Partnership Owner", set())


@pytest.mark.parametrize(
    ("frames", "words", "within"),
    [
        (((156, 290, 204, 316),), BESIDE, {"Partnership"}),  # higher than a line
        (((96, 298, 156, 312), MARKED), BESIDE, {"Corporation", "Partnership"}),  # a row of cells
        ((MARKED,), BESIDE[2:3], {"Partnership"}),  # by itself
    ],
)
def test_a_frame_that_is_a_cell(frames: tuple[Box, ...], words: tuple[tuple[str, int], ...], within: set[str]) -> None:
    assert words_and_cells(frames, words)[1] == within
