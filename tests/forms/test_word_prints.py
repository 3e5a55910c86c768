"""A Word form's print as PDF: pictures and strokes on the signature's line, brackets as boxes."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import form_papers as papers
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.bracket_boxes import with_bracket_boxes
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.strip_columns import level_at
from soppa_mailbot.model import Blank, Form, Page, Word

TITLE = "Alder Point Student Privacy Agreement"
TEXT = [
    "The vendor keeps the personal information of pupils safe and uses it for the schools and for nothing else.",
    "It is never sold and never used to choose advertising, and it is deleted when the contract has ended.",
    "Vendor: ______________________________",
    "The vendor will ( ) delete ( ) return the information (choose one)",
    "Date: ____________ Signature: ______________________________",
]


def blank_file() -> bytes:
    document = docx.Document()
    for text in (TITLE, *TEXT):
        document.add_paragraph(text)
    return papers.saved(document)


def print_of(signed: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    texts = [t.replace("Vendor: " + "_" * 30, "Vendor: Aspen Learning ________") for t in TEXT]
    texts[3] = texts[3].replace("( ) delete", "(x) delete")
    texts[4] = texts[4].replace("Date: ____________", "Date: 3/4/2027 ____")
    for n, text in enumerate((TITLE, *texts)):
        canvas.drawString(60, 740 - 30 * n, text)
    if signed in ("image", "logo"):
        picture = Image.new("RGB", (200, 50), "white")
        ImageDraw.Draw(picture).line([(5, 40), (60, 10), (90, 40), (190, 20)], fill="black", width=3)
        canvas.drawImage(ImageReader(picture), 225, 590 if signed == "image" else 40, 100, 22)
    for left, low, waves in {"stroke": [(225, 595, 12)], "strokes": [(225, 595, 12), (172, 655, 5)]}.get(signed, []):
        path = canvas.beginPath()
        path.moveTo(left, low)
        for n in range(waves):
            path.curveTo(left + 8 * n, low + 15, left + 4 + 8 * n, low - 7, left + 8 + 8 * n, low + 5)
        canvas.drawPath(path)
    if signed == "ring":
        canvas.ellipse(196, 582, 375, 606)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("signed", "status", "unsigned"),
    [
        ("image", "complete", False),
        ("stroke", "complete", False),
        ("strokes", "doubtful", False),  # on another line too: a converter's ornaments
        ("ring", "doubtful", False),  # around the line: a reviewer's
        ("logo", "incomplete", True),
        ("", "incomplete", True),
    ],
)
def test_the_signature_of_a_print(signed: str, status: str, unsigned: bool) -> None:
    blank = papers.blank(blank_file(), "soppa", TITLE, "blank.docx")
    found: tuple[Form, ...] = tuple(assemble(recognise(papers.read(print_of(signed)), (blank,)), (blank,)))
    assert [(f.status, f.unsigned, f.open) for f in found] == [(status, unsigned, ())]


def test_brackets_as_boxes() -> None:
    texts = ["(", ")", "Yes", "[", "X", "]", "No", "(", "8", ")", "days"]
    words = tuple(Word(t, (20.0 * n, 100.0, 20.0 * n + 8, 110.0)) for n, t in enumerate(texts))
    page = with_bracket_boxes(Page(1, 612.0, 792.0, words=words))
    assert [w.text for w in page.words] == ["☐", "Yes", "☒", "No", "(", "8", ")", "days"]


BLOCKS = {
    "alike": (("Signature", "Signature"), ("Name", "Name")),
    "ending alike": (("Vendor's signature", "Board's signature"), ("Name", "Secretary")),
    "unlike": (("Signature", "Board President"), ("Name", "Board Secretary"), ("Signed on", "")),
}


AGREEMENT = "Agreement on the protection of data"
COMPANY = "Company: " + "_" * 30


def agreement(rows: Sequence[tuple[str, str]], *paragraphs: str) -> Blank:
    """An agreement in Word: its title, two paragraphs, those given, and a table of two columns."""
    document = docx.Document()
    for text in (AGREEMENT, *TEXT[:2], *paragraphs):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=2)
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return papers.blank(papers.saved(document), "soppa", AGREEMENT, "form.docx")


def signed_beside(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows in which both parties sign side by side, a label and its line in each cell."""
    left_and_right = [tuple(f"{text}: {'_' * 20}" if text else "" for text in texts) for texts in lines]
    return [("OPERATOR", "DISTRICT"), *((left, right) for left, right in left_and_right)]


WHAT = ("Name", "Age", "Town", "E-mail", "Number", "Class", "Photo", "Street")
ELEMENTS = tuple((f"{what} of the student", f"{what} of the parent") for what in WHAT)


@pytest.mark.parametrize("listed", [(), ELEMENTS])
@pytest.mark.parametrize("kind", BLOCKS)
def test_lines_beside_each_other_that_a_picture_has_moved_apart(kind: str, listed: tuple[tuple[str, str], ...]) -> None:
    """A picture in the left cell moves its label under the right one's, whether or not both are called the same.

    A longer list in two columns may stand over them.
    """
    blank = agreement(signed_beside(BLOCKS[kind]), *(f"{a}\t{b}" for a, b in listed), COMPANY)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((AGREEMENT, *TEXT[:2])):
        canvas.drawString(60, 740 - 30 * n, text)
    for n, texts in enumerate(listed):
        for x, text in zip((60, 320), texts, strict=True):
            canvas.drawString(x, 640 - 20 * n, text)
    canvas.drawString(60, 330, f"Company: {'Aspenlearning' * 6}")
    canvas.drawString(60, 300, "OPERATOR")
    canvas.drawString(320, 300, "DISTRICT")
    canvas.drawString(320, 275, f"{BLOCKS[kind][0][1]}: {'_' * 20}")
    canvas.drawString(60, 252, f"{BLOCKS[kind][0][0]}:")
    picture = Image.new("L", (120, 30), 255)
    ImageDraw.Draw(picture).line([(4, 20), (40, 4), (70, 26), (110, 8)], fill=0, width=3)
    canvas.drawImage(ImageReader(picture), 155, 254, 115, 30)
    for n, (left, right) in enumerate(BLOCKS[kind][1:]):
        canvas.drawString(60, 225 - 20 * n, f"{left}: {'Ann Lee' if left == 'Name' else '10/27/2026'}")
        canvas.drawString(320, 225 - 20 * n, f"{right}: {'_' * 20}" if right else "")
    canvas.save()
    (form,) = assemble(recognise(papers.read(out.getvalue()), [blank]), [blank])
    assert (form.status, form.unsigned, form.open) == ("complete", False, ())


def test_a_picture_under_its_label_is_not_the_neighbours() -> None:
    """Line by line a picture under the left label is read behind the right one."""
    rows = signed_beside((("Vendor's signature", "Board's signature"), ("Name", "Board Secretary")))
    blank = agreement(rows, COMPANY)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((AGREEMENT, *TEXT[:2], "Company: Aspen Learning")):
        canvas.drawString(60, 740 - 30 * n, text)
    for x, texts in ((60, ("OPERATOR", "Vendor's signature:")), (320, ("DISTRICT", "Board's signature:"))):
        for n, text in enumerate(texts):
            canvas.drawString(x, 600 - 25 * n, text)
    picture = Image.new("L", (120, 30), 255)
    ImageDraw.Draw(picture).line([(4, 20), (40, 4), (70, 26), (110, 8)], fill=0, width=3)
    canvas.drawImage(ImageReader(picture), 75, 540, 115, 30)
    canvas.drawString(320, 555, "_" * 20)
    canvas.drawString(60, 525, "Name: Ann Lee")
    canvas.drawString(320, 525, "Board Secretary: " + "_" * 20)
    canvas.save()
    (form,) = assemble(recognise(papers.read(out.getvalue()), [blank]), [blank])
    assert (form.status, form.unsigned, form.open) == ("complete", False, ())


@pytest.mark.parametrize("sinks", [0, 12])
@pytest.mark.parametrize(("filled", "status"), [("left", "complete"), ("right", "incomplete")])
def test_lines_of_two_parties_that_are_typed_over(sinks: int, filled: str, status: str) -> None:
    """What is typed over a line ends before it; and the lines of two blocks need not be level."""
    labels = ("By", "Name", "Title", "Date")
    document = docx.Document()
    for text in (AGREEMENT, *TEXT[:2], COMPANY):
        document.add_paragraph(text)
    row = document.add_table(rows=1, cols=2).rows[0]
    for cell, head in zip(row.cells, ("OPERATOR", "DISTRICT"), strict=True):
        cell.text = head
        for label in labels:
            cell.add_paragraph(f"{label}: {'_' * 20}")
    blank = papers.blank(papers.saved(document), "soppa", AGREEMENT, "form.docx")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((AGREEMENT, *TEXT[:2], "Company: Aspen Learning")):
        canvas.drawString(60, 740 - 30 * n, text)
    for party, x in (("left", 60), ("right", 320)):
        canvas.drawString(x, 600, "OPERATOR" if party == "left" else "DISTRICT")
        for n, (label, text) in enumerate(zip(labels, ("/s/ Ann Lee", "Ann Lee", "Owner", "10/27/2026"), strict=True)):
            y = 580 - 24 * n - (sinks if party == "left" else 0)
            canvas.drawString(x, y, f"{label}: {'_' * 28}")
            canvas.drawString(x + 40, y + 1, text if party == filled else "")
    canvas.save()
    (form,) = assemble(recognise(papers.read(out.getvalue()), [blank]), [blank])
    assert (form.status, form.unsigned) == (status, filled == "right")


def test_the_shorter_of_two_blocks_leaves_no_place_under_its_last_line() -> None:
    places = agreement(signed_beside(BLOCKS["unlike"])).places
    assert [p.label for p in places] == ["Signature", "Board President", "Name", "Board Secretary", "Signed on"]


def test_a_white_cell_beside_a_bare_label_stays_a_place() -> None:
    rows = [("Name: ____________", "Title: ____________"), ("City: __________", "State: _______"), ("Remarks", "")]
    places = agreement(rows).places
    assert [p.label for p in places] == ["Name", "Title", "City", "State", "Remarks"]


@pytest.mark.parametrize(("drawn", "status"), [(True, "complete"), (False, "incomplete")])
def test_strokes_in_an_empty_cell_beside_the_label_sign(drawn: bool, status: str) -> None:
    blank = agreement([("Vendor", ""), ("Vendor's signature", "")])
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((AGREEMENT, *TEXT[:2])):
        canvas.drawString(60, 740 - 30 * n, text)
    canvas.grid([55, 250, 500], [560, 600, 640])
    canvas.drawString(60, 615, "Vendor")
    canvas.drawString(260, 615, "Aspen Learning")
    canvas.drawString(60, 575, "Vendor's signature")
    if drawn:
        path = canvas.beginPath()
        path.moveTo(240, 572)
        for x in range(250, 350, 20):
            path.curveTo(x, 600, x + 5, 560, x + 20, 580)
        canvas.drawPath(path)
    canvas.save()
    (form,) = assemble(recognise(papers.read(out.getvalue()), [blank]), [blank])
    assert form.status == status


def over_captions(*rows: tuple[str, str]) -> bytes:
    """A print, typed over: two lines beside each other over their captions; where one is filled, both are gone."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate((TITLE, *TEXT[:2])):
        canvas.drawString(60, 740 - 30 * n, text)
    for n, (left, right) in enumerate(rows):
        canvas.drawString(60, 640 - 40 * n, left)
        canvas.drawString(330, 640 - 40 * n, right)
        for x, caption in zip((60, 330), BESIDE[n], strict=True):
            canvas.drawString(x, 628 - 40 * n, caption)
    canvas.save()
    return out.getvalue()


BESIDE = (("Signature of officer", "Superintendent"), ("Printed name and title", "Board Secretary"))


@pytest.mark.parametrize(
    ("rows", "values"),
    [
        ((("/s/ Sonya Rhodes", ""), ("Sonya Rhodes, Sales", "")), ["/s/ Sonya Rhodes", "", "Sonya Rhodes, Sales", ""]),
        ((("/s/ Sonya Rhodes", ""), ("", "Ann Ode")), ["/s/ Sonya Rhodes", "", "", "Ann Ode"]),
    ],
)
def test_an_answer_over_the_caption_of_one_of_two_lines(rows: tuple[tuple[str, str], ...], values: list[str]) -> None:
    document = docx.Document()
    for text in (TITLE, *TEXT[:2]):
        document.add_paragraph(text)
    for captions in BESIDE:
        document.add_paragraph(f"{'_' * 34}\t{'_' * 34}")
        document.add_paragraph("\t".join(captions))
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "blank.docx")
    form = papers.copy_of(blank, over_captions(*rows))
    assert [r.value for r in form.readings] == values
    assert not form.doubtful


def lines_of(*lines: tuple[float, float, str]) -> list[Word]:
    return [Word(text, (left, top, left + 50, top + 10)) for left, top, text in lines]


@pytest.mark.parametrize(
    ("lower", "read"),
    [
        (120, "P-12 Title Left: Right: Name"),  # the title stays behind the number over it
        (170, "P-12 Title Right: Left: Name"),  # far below: another block
    ],
)
def test_only_the_line_of_a_label_is_put_level_with_the_next(lower: float, read: str) -> None:
    words = lines_of(
        (300, 20, "P-12"), (60, 40, "Title"), (300, 100, "Right:"), (60, lower, "Left:"), (60, 220, "Name")
    )
    assert " ".join(w.text for w in level_at(words, words[2].box)) == read
