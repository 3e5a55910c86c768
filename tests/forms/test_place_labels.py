"""What a place is called by the words around it: letters with blanks in their sentences, fields before their words."""

from __future__ import annotations

import io
from collections.abc import Callable

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Blank

TITLE = "Letter of Information from a Vendor of Software"


def page(draw: Callable[[Canvas], None], form: str = "rfi") -> Blank:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Times-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(
        60, 720, "To the Board of Education of Willow Fork District 31, from a company that offers software."
    )
    draw(canvas)
    canvas.save()
    return papers.blank(out.getvalue(), form, TITLE)


def sentence(canvas: Canvas, y: float, *parts: str | float, left: float = 60) -> None:
    """Words and rules (their length) on one line."""
    for part in parts:
        if isinstance(part, str):
            canvas.drawString(left, y, part)
            left += canvas.stringWidth(part, "Times-Roman", 11) + 3
        else:
            canvas.line(left, y - 1, left + part, y - 1)
            left += part + 3


def small(canvas: Canvas, x: float, y: float, text: str) -> None:
    canvas.setFont("Times-Roman", 6.5)
    canvas.drawCentredString(x, y, text)
    canvas.setFont("Times-Roman", 11)


def test_blanks_of_a_letter_are_named_by_their_sentence_and_the_small_print_under_them() -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas, 680, "We furnish", 200.0, "to the District under the contract of")
        small(canvas, 210, 671, "(the “Product”)")
        sentence(canvas, 658, 110.0, "until", 110.0, ". It is sold directly or through", 120.0)
        small(canvas, 515, 649, "(name of the reseller, if any)")
        sentence(canvas, 636, "and billed each year. Our officer for matters of the privacy of students is")
        sentence(canvas, 614, 190.0, ", who may be reached at the number", 100.0, ".")
        small(canvas, 155, 605, "(name)")
        sentence(canvas, 580, "It is used by", 60.0, "students and staff. Its purpose is as follows:")
        canvas.line(60, 556, 540, 556)

    places = page(draw).places
    assert [p.label for p in places] == [
        "We furnish (the “Product”)",
        "to the District under the contract of",
        "until",
        "It is sold directly or through (name of the reseller, if any)",
        "Our officer for matters of the privacy of students is (name)",
        "who may be reached at the number",
        "It is used by",
        "Its purpose is as follows",
    ]
    assert places[0].role == "product"


def test_fields_stand_before_their_words() -> None:
    def draw(canvas: Canvas) -> None:
        field = canvas.acroForm.textfield
        field(name="Text1", x=60, y=680, width=240, height=14)
        small(canvas, 110, 671, "Approval needed by")
        for n, text in enumerate(("student accounts", "staff accounts", "days after the end, all data are deleted")):
            canvas.rect(60, 640 - 20 * n, 46, 14)
            field(name=f"Text{n + 2}", x=61, y=641 - 20 * n, width=44, height=12)
            canvas.drawString(112, 643 - 20 * n, text)
        canvas.drawString(60, 570, "Please put your initials in the box before each paragraph.")
        for n, text in enumerate(
            ("1. Use. The data are used for the product only.", "2. Sale. No data are ever sold.")
        ):
            canvas.rect(60, 540 - 30 * n, 38, 20)
            field(name=f"Text{n + 5}", x=61, y=541 - 30 * n, width=36, height=18)
            canvas.drawString(108, 548 - 30 * n, text)

    assert [(p.label, p.required) for p in page(draw, "soppa").places] == [
        ("Approval needed by", True),
        ("student accounts", True),
        ("staff accounts", True),
        ("days after the end, all data are deleted", True),
        ("1. Use", True),
        ("2. Sale", True),
    ]


def test_a_line_across_the_page_is_written_on_where_it_has_small_print_as_the_others() -> None:
    def draw(canvas: Canvas) -> None:
        for y, *cells in ((650, (60, 300, "Company"), (310, 552, "State")), (610, (60, 552, "Street, city and ZIP"))):
            for left, right, text in cells:
                canvas.line(left, y, right, y)
                canvas.setFont("Times-Roman", 7)
                canvas.drawString(left, y - 8, text)
        canvas.setFont("Times-Roman", 11)
        canvas.line(60, 570, 552, 570)
        canvas.drawString(60, 550, "Student data")

    assert [p.label for p in page(draw).places] == ["Company", "State", "Street, city and ZIP"]


def test_small_print_behind_a_blank_of_its_own_line_names_no_other() -> None:
    def draw(canvas: Canvas) -> None:
        sentence(canvas, 680, "and", 200.0, ", a company whose main office is at", 150.0, ".")
        sentence(canvas, 667, "It covers the software that its makers know and sell as", 200.0, "(the “Software”)")

    places = page(draw).places
    assert [(p.label, p.role) for p in places][1:] == [
        ("a company whose main office is at", ""),
        ("It covers the software that its makers know and sell as", "product"),
    ]


LONG = "9.  Which of the schools or departments of our District have asked your company for the product, if you"


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        ((LONG, "know?"), f"{LONG} know?"),
        (
            (LONG, "know it, and who in these", "is the one to ask?"),
            f"{LONG} know it, and who in these is the one to ask?",
        ),
        ((LONG, "District 31 knows?"), f"{LONG} District 31 knows?"),  # had no room in the line over it
        (("9.  Which of our schools asked for it?", "(Leave blank if you do not know.)"), ""),
        (
            ("b)  Which of our schools asked for it, or will", "ask?"),
            "b) Which of our schools asked for it, or will ask?",
        ),
        (("9.  Contact person", "Full name"), "Full name"),
        (("9.  Contact person:", "full name"), "full name"),
        (("We answer for every word.", "Company"), "Company"),
        (("9.  Contact", "10.  Telephone"), "10. Telephone"),
        # sentences of a contract
        (
            ("7.  Security. It keeps what the", "law asks for. The standard it follows is"),
            "law asks for. The standard it follows is",
        ),
        (
            ("8.  Return. Within ______ days after the end", "of the order it gives data back so:"),
            "of the order it gives data back so",
        ),
    ],
)
def test_a_numbered_question_goes_on_beside_its_number(lines: tuple[str, ...], label: str) -> None:
    indent = stringWidth(lines[0].partition("  ")[0] + "  ", "Times-Roman", 11)

    def draw(canvas: Canvas) -> None:
        for n, line in enumerate(lines):
            canvas.drawString(60 if n == 0 or line[0].isdigit() else 60 + indent, 690 - 13 * n, line)
        canvas.drawString(76, 690 - 13 * len(lines) - 3, "_" * 70)

    place = page(draw).places[-1]
    whole = " ".join(" ".join(lines).split())
    assert place.label == (" ".join(label.split()) or whole)
