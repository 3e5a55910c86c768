"""Dashes in the cells of a form: an answer where the form takes them for N/A, and a stray sign elsewhere."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import form_papers as papers
import numpy as np
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.dash_answers import answered_by_dash, is_dash, prints_dashes, takes_dashes
from soppa_mailbot.forms.papers.dashes import with_dashes_doubted, with_dashes_said
from soppa_mailbot.forms.registering.strokes import Stroke
from soppa_mailbot.forms.registering.strokes import is_dash as is_drawn_dash
from soppa_mailbot.model import (
    Blank,
    Box,
    Document,
    Field,
    FormPart,
    Mark,
    Page,
    Paragraph,
    Place,
    PlaceReading,
    Run,
    Word,
)

TITLE = "Software Company Questionnaire"
INTRO = "Walnut Bluff District 9 asks every company that offers it software to answer each of these questions."
TOLD = "Each cell is filled in; a cell that does not apply gets N/A or a dash."
ASKED = ("Company name", "Reseller", "Mobile app", "Largest customer")


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "Where Collected? = N, put N/A or a dash in the other two cells",
        "Do not leave any cell empty; enter a dash (-) if none.",
        "Please do not leave blanks - use a dash instead.",
        "Write “-” where a question is not applicable.",
        "Cells that do not apply: N/A or “–”.",
        "A dash means not applicable.",
        "Mark unused cells with a hyphen if not applicable",
    ],
)
def test_forms_that_take_a_dash_for_an_answer(text: str) -> None:
    assert takes_dashes(f"{TITLE}. {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Enter the phone number without dashes. Write N/A if none.",
        "Do not use dashes or leave blanks.",
        "A dash is not an answer. Write N/A where nothing applies.",
        "Cells with a dash count as empty and are returned.",
        "Use the format 12-34 with a dash.",
        "Put N/A, not a dash, where it does not apply.",
        "N/A is an answer, a dash is not.",
        "Dashboard for none of the teachers",
        "Write N/A in a cell that does not apply - cells left empty are returned.",
    ],
)
def test_forms_that_do_not(text: str) -> None:
    assert not takes_dashes(f"{TITLE}. {text}")


def test_what_is_a_dash() -> None:
    assert all(map(is_dash, ("-", "--", " – ", "—")))
    assert not any(map(is_dash, ("", "_", "- -", "-5", "n-a")))


def word_form(told: str, answers: dict[str, str]) -> bytes:
    document = python_docx.Document()
    for text in (TITLE, INTRO, told):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=2)
    for label in ASKED:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, answers.get(label, "")
    return papers.saved(document)


def page_form(told: str, answers: dict[str, str], *, fields: bool = False) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setFont("Helvetica", 10)
    for y, text in ((750, TITLE), (730, INTRO), (710, told)):
        canvas.drawString(60, y, text)
    for number, label in enumerate(ASKED):
        y = 660 - 24 * number
        canvas.rect(60, y, 140, 24)
        canvas.rect(200, y, 300, 24)
        canvas.drawString(65, y + 8, label)
        if fields:
            canvas.acroForm.textfield(name=label, x=202, y=y + 2, width=296, height=20, value=answers.get(label, ""))
        else:
            canvas.drawString(206, y + 8, answers.get(label, ""))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


FILLED = {"Company name": "Harbor Phonics LLC", "Reseller": "-", "Mobile app": "--", "Largest customer": "Elgin"}


@pytest.mark.parametrize("kind", ["word", "page", "fields"])
@pytest.mark.parametrize(("told", "status"), [(TOLD, "complete"), ("Each cell is filled in.", "incomplete")])
def test_a_dash_answers_where_the_form_says_so(kind: str, told: str, status: str) -> None:
    def made(answers: dict[str, str]) -> bytes:
        return word_form(told, answers) if kind == "word" else page_form(told, answers, fields=kind == "fields")

    name = "form.docx" if kind == "word" else "form.pdf"
    blank = papers.blank(made({}), "rfi", TITLE, name)
    assert [p.label for p in blank.places] == list(ASKED)
    assert papers.copy_of(blank, made(FILLED), name).status == status
    # what is left empty is open all the same
    form = papers.copy_of(blank, made({**FILLED, "Mobile app": ""}), name)
    assert "Mobile app" in form.open


SIGNED = {
    "Company name": "Harbor Phonics LLC",
    "School": "Oak School",
    "Product": "Harbor Reader",
    "Subcontractors": "None",
    "Signature": "/s/ Ana Ruiz",
    "Printed name": "Ana Ruiz",
    "Title": "Owner",
    "Date": "5/4/2027",
}


@pytest.mark.parametrize("label", list(SIGNED))
def test_a_dash_is_no_name_and_no_day(label: str) -> None:
    """Of every company, as of who signs for it, there are such."""

    def made(answers: dict[str, str]) -> bytes:
        document = python_docx.Document()
        for text in (TITLE, INTRO, TOLD):
            document.add_paragraph(text)
        table = document.add_table(rows=0, cols=2)
        for asked in SIGNED:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = asked, answers.get(asked, "")
        return papers.saved(document)

    blank = papers.blank(made({}), "rfi", TITLE, "form.docx")
    assert papers.copy_of(blank, made(SIGNED), "form.docx").status == "complete"
    status = papers.copy_of(blank, made({**SIGNED, label: "-"}), "form.docx").status
    assert status == {"Subcontractors": "complete", "Signature": "incomplete"}.get(label, "doubtful")


def test_dashes_on_a_page_are_no_name_either() -> None:
    blank = papers.blank(page_form(TOLD, {}), "rfi", TITLE, "form.pdf")
    form = papers.copy_of(blank, page_form(TOLD, {**FILLED, "Company name": "-"}), "form.pdf")
    assert [r.state for r in form.readings] == ["doubtful", "filled", "filled", "filled"]


def test_dashes_that_the_blank_prints_itself_say_nothing() -> None:
    blank = papers.blank(word_form(TOLD, {"Reseller": "-"}), "rfi", TITLE, "form.docx")
    assert not blank.takes_dashes


CELL = (100.0, 100.0, 300.0, 118.0)


def stroke(box: Box) -> Stroke:
    left, top, right, bottom = (round(v * 10) for v in box)
    points = np.array([(x, y) for x in range(left, right) for y in range(top, bottom)])
    return Stroke(points, box, 10.0)


@pytest.mark.parametrize(
    ("boxes", "dash"),
    [
        ([(104, 108, 108, 109.5)], True),
        ([(104, 108, 107.6, 110.2)], True),  # of a thick pen
        ([(104, 108, 108, 109.5), (110, 108.4, 114, 109.9)], True),
        ([(104, 108, 106, 110)], False),  # a speck
        ([(104, 108, 108, 109.5), (104, 112, 108, 113.5)], False),  # one over the other
        ([(104, 115.5, 120, 117)], False),  # a part of the rule under the cell
        ([(96, 108, 108, 109.5)], False),  # begins outside
        ([(104, 108, 160, 109.5)], False),  # a line through the cell
        ([(104, 104, 105, 114)], False),
        ([], False),
    ],
)
def test_a_dash_drawn_in_a_cell(boxes: list[Box], *, dash: bool) -> None:
    assert is_drawn_dash([stroke(b) for b in boxes], CELL) is dash


# --- what counts as a dash by itself ----------------------------------------------------------------------------------

CELL_OF = (0, 1, 1)


def on_page(*words: Word, marks: tuple[Mark, ...] = (), origin: str = "text") -> Document:
    return Document("d", "a.pdf", pages=(Page(1, 612, 792, words, marks, origin=origin),))


def in_flow(*runs: Run, cell: tuple[int, int, int] | None = CELL_OF) -> Document:
    return Document("d", "a.docx", flow=(Paragraph(runs, cell),))


def of_fields(*fields: Field) -> Document:
    return Document("d", "a.pdf", fields=fields)


def taking(*places: Place) -> Blank:
    return Blank("b", "rfi", TITLE, "form.pdf", Document("b", "form.pdf"), places, takes_dashes=True)


def texts(document: Document) -> list[str]:
    """All that a paper says, in one list."""
    words = [t for p in document.pages for t in (*(w.text for w in p.words), *(m.text for m in p.marks))]
    runs = [t for p in document.flow for r in p.runs for t in (r.text, r.control.value if r.control else "")]
    return [t for t in (*words, *runs, *(f.value for f in document.fields)) if t.strip()]


DASH, FAR, NEAR = (
    Word("-", (200, 100, 204, 110)),
    Word("here", (230, 100, 250, 110)),
    Word("12", (207, 100, 217, 110)),
)
LOWER = Word("12", (200, 111, 210, 121))


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (on_page(DASH, FAR, LOWER), ["N/A", "here", "12"]),
        (on_page(DASH, NEAR), ["-", "12"]),  # the dash of a number
        (on_page(NEAR, Word("-", (220, 100, 224, 110))), ["12", "-"]),
        (on_page(DASH, origin="ocr"), ["-"]),  # a speck
        (on_page(marks=(Mark("freetext", CELL, "--", annotation=True),)), ["N/A"]),
        (on_page(marks=(Mark("freetext", CELL, "see - below", annotation=True),)), ["see - below"]),
        (on_page(marks=(Mark("stamp", CELL, "-", annotation=True),)), ["-"]),
        (in_flow(Run("-")), ["N/A"]),
        (in_flow(Run("- "), Run(" ")), ["N/A"]),
        (in_flow(Run("12 "), Run("-"), Run(" 14")), ["12 ", "-", " 14"]),
        (in_flow(Run("-"), cell=None), ["-"]),
        (in_flow(Run("-", Field("a", "text", "-", filled=True))), ["N/A", "N/A"]),
        (of_fields(Field("a", "text", "-", filled=True)), ["N/A"]),
        (of_fields(Field("a", "choice", "-", filled=True)), ["-"]),  # what a list shows before one chooses
    ],
)
def test_a_dash_by_itself_is_said_to_be_none(document: Document, said: list[str]) -> None:
    assert texts(with_dashes_said(document, taking())) == said
    dashes = document.pages and document.pages[0].origin == "text" and not document.pages[0].marks
    if "N/A" in said and (dashes or document.flow or document.fields):
        assert prints_dashes(document)


@pytest.mark.parametrize(
    "document", [on_page(DASH, NEAR), in_flow(Run("-"), cell=None), in_flow(Run("12 - 14")), of_fields(), on_page(FAR)]
)
def test_forms_that_print_no_dash_by_itself(document: Document) -> None:
    assert not prints_dashes(document)


NAME = Place("name", "text", "Company name", required=True, role="operator")


@pytest.mark.parametrize(
    ("reading", "document", "doubted"),
    [
        (PlaceReading(NAME, "filled", "N/A"), on_page(DASH), True),
        (PlaceReading(NAME, "filled", "N/A"), on_page(FAR), False),  # written so
        (PlaceReading(NAME, "filled", "Harbor"), on_page(DASH), False),
        (PlaceReading(NAME, "empty", "N/A"), on_page(DASH), False),
        (PlaceReading(Place("a", "text", "Reseller", required=True), "filled", "N/A"), on_page(DASH), False),
    ],
)
def test_what_a_dash_leaves_doubtful(reading: PlaceReading, document: Document, *, doubted: bool) -> None:
    part = FormPart("rfi", "b", "d", "a.pdf", (1,), (1,), (reading,), 1.0, "text")
    (read,) = with_dashes_doubted(part, document, taking(reading.place)).readings
    assert (read.state == "doubtful") is doubted
    assert doubted or read == reading


def test_nobody_signs_with_a_dash() -> None:
    assert not answered_by_dash(Place("a", "signature", "Approval", required=True))
    assert not answered_by_dash(Place("a", "text", "Printed name", required=True))
    assert answered_by_dash(Place("a", "text", "Reseller", required=True))
