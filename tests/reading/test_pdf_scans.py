"""Pages that are pictures: found, read once, upright, with words where the picture has them."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Mark, Page, Reason, Unreadable, Word
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits, Opened
from soppa_mailbot.reading.pdf_scans import garbled, is_scan

LINES = (
    "Vendor Preliminary Information",
    "Data hosting location",
    "Columbus Ohio in two centers",
    "Number of users at Oak Elementary",
    "Encryption in transit and at rest",
)


def picture(turn: int = 0, skew: float = 0.0, dpi: int = 150) -> Image.Image:
    """A half page of text as a scanner gives it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 396))
    canvas.setFont("Helvetica", 15)
    for number, line in enumerate(LINES):
        canvas.drawString(80, 330 - 50 * number, line)
        canvas.line(80, 324 - 50 * number, 530, 324 - 50 * number)
    canvas.save()
    with pdfium.PdfDocument(out.getvalue()) as document:
        drawn = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    drawn = drawn.rotate(-skew, fillcolor=255, resample=Image.Resampling.BILINEAR)
    return drawn.rotate(-turn, expand=True)


def scanned(image: Image.Image, *, text: str = "", invisible: bool = False, limits: Limits | None = None) -> Opened:
    width, height = image.width * 72 / 150, image.height * 72 / 150
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(width, height))
    canvas.drawImage(ImageReader(image), 0, 0, width, height)
    if text:
        layer = canvas.beginText(30, height - 12)
        layer.setTextRenderMode(3 if invisible else 0)
        layer.textOut(text)
        canvas.drawText(layer)
    canvas.save()
    return pdf.read(out.getvalue(), limits or Limits())


def line_in(page: Page, line: str) -> bool:
    return line in page.text()


def ink_under(opened: Opened, word: Word) -> float:
    assert opened.raster is not None
    raster = opened.raster(1, 100)
    assert raster is not None
    left, top, right, bottom = (round(side * raster.dpi / 72) for side in word.box)
    return float((raster.gray[top:bottom, left:right] < 128).mean())


def test_a_scan_is_read_with_words_where_the_picture_has_them() -> None:
    opened = scanned(picture())
    (page,) = opened.pages
    assert (page.origin, page.rotation) == ("ocr", 0)
    assert page.confidence > 0.85
    assert all(line_in(page, line) for line in LINES)
    hosting = next(word for word in page.words if word.text == "hosting")
    assert hosting.box[1] == pytest.approx(396 - 280 - 14, abs=8)
    assert ink_under(opened, hosting) > 0.1
    assert sum(mark.kind == "line" for mark in page.marks) >= 4  # rules, to learn a scanned blank from


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_scan_stands_upright(turn: int) -> None:
    """OSD needs some text to tell up from down, so the page is a full one."""
    image = picture()
    tall = Image.new("L", (image.width, image.height * 2), 255)
    tall.paste(image, (0, 0))
    tall.paste(image, (0, image.height))
    opened = scanned(tall.rotate(-turn, expand=True))
    (page,) = opened.pages
    assert page.rotation == (360 - turn) % 360
    assert (page.width, page.height) == pytest.approx((612, 792), abs=2)
    assert all(line_in(page, line) for line in LINES)
    assert ink_under(opened, page.words[0]) > 0.1


def test_a_crooked_scan_is_straightened_with_its_picture() -> None:
    opened = scanned(picture(skew=2.5))
    (page,) = opened.pages
    assert all(line_in(page, line) for line in LINES)
    first, last = page.words[0], max(page.words[:3], key=lambda word: word.box[0])
    assert first.box[3] == pytest.approx(last.box[3], abs=3)
    assert ink_under(opened, last) > 0.1


def test_what_a_signature_service_prints_over_a_scan_stays_beside_its_words() -> None:
    (page,) = scanned(picture(), text="Docusign Envelope ID: 8E2F41C0-77AB").pages
    assert page.origin == "ocr"
    assert line_in(page, "Docusign Envelope ID: 8E2F41C0-77AB")
    assert line_in(page, LINES[1])


def test_the_invisible_layer_of_another_ocr_is_taken_as_ocr() -> None:
    (page,) = scanned(picture(), text="some words " * 30, invisible=True).pages
    assert page.origin == "ocr"
    assert page.confidence < 1
    assert "words" in page.text()


def test_of_a_blank_the_picture_is_read_though_it_has_such_a_layer() -> None:
    """The layer has no lines to write on, and may have been read badly."""
    (page,) = scanned(picture(), text="some words " * 30, invisible=True, limits=Limits(blank=True)).pages
    assert page.origin == "ocr"
    assert line_in(page, LINES[1])
    assert "some" not in page.text()
    assert sum(mark.kind == "line" for mark in page.marks) == len(LINES)


def typed_over(*, form: bool, invisible: bool = False) -> Page:
    """A page of more than forty typed words, over the scan of a form or over a letterhead's background."""
    size = (612, 792)
    behind, out = io.BytesIO(), io.BytesIO()
    canvas = Canvas(behind, pagesize=size)
    canvas.drawCentredString(306, 760, "Acme Learning, 12 Elm Street, Springfield")
    questions = [f"{n}. Question of the office about the data of pupils" for n in range(1, 12)]
    for number, line in enumerate(questions if form else ()):
        canvas.drawString(60, 720 - 60 * number, line)
        canvas.line(60, 690 - 60 * number, 550, 690 - 60 * number)
    canvas.save()
    with pdfium.PdfDocument(behind.getvalue()) as document:
        image = document[0].render(scale=150 / 72, grayscale=True).to_pil()
    canvas = Canvas(out, pagesize=size)
    canvas.drawImage(ImageReader(image), 0, 0, *size)
    canvas.saveState()
    if invisible:
        layer = canvas.beginText(60, 720)
        layer.setTextRenderMode(3)
        layer.setLeading(60)
        for line in questions[:5]:
            layer.textLine(line)
        canvas.drawText(layer)
    canvas.restoreState()
    for number in range(11):
        canvas.drawString(66, 693 - 60 * number, "Answered by the people of Acme Learning so far")
    canvas.save()
    (page,) = pdf.read(out.getvalue(), Limits()).pages
    return page


def test_a_scan_that_much_was_typed_over_is_one() -> None:
    page = typed_over(form=True)
    assert page.origin == "ocr"
    assert page.text().count("Answered by the people") == 11
    assert page.text().count("Question of the office") >= 10


def test_text_on_a_letterheads_background_is_the_pages() -> None:
    page = typed_over(form=False)
    assert (page.origin, len(page.words)) == ("text", 88 + 11)


def test_a_scan_with_a_layer_that_much_was_typed_over_is_one() -> None:
    page = typed_over(form=True, invisible=True)
    assert page.origin == "ocr"
    assert page.text().count("Answered by the people") == 11


def test_outlined_letters_are_read() -> None:
    """Text turned into curves, as some programs print: no picture and no text on the page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 100))
    pixels = np.asarray(picture(dpi=72).crop((70, 50, 370, 150)))
    for y, row in enumerate(pixels):
        for x in np.flatnonzero(row < 140):
            canvas.rect(float(x), 100.0 - y, 1, 1, stroke=0, fill=1)
    canvas.save()
    (page,) = pdf.read(out.getvalue(), Limits()).pages
    assert page.origin == "ocr"
    assert "Information" in page.text()


def test_form_values_and_annotations_are_not_read_twice() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 396))
    canvas.drawImage(ImageReader(picture()), 0, 0, 612, 396)
    canvas.acroForm.textfield(name="a", x=350, y=20, width=200, height=30, value="FIELDVALUE", fontSize=16)
    canvas.showPage()
    canvas.save()
    opened = pdf.read(out.getvalue(), Limits())
    assert "FIELDVALUE" not in opened.pages[0].text()
    assert opened.fields[0].value == "FIELDVALUE"


def test_no_time_leaves_the_page_unread_and_says_so() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 396))
    canvas.drawImage(ImageReader(picture()), 0, 0, 612, 396)
    canvas.save()
    opened = pdf.read(out.getvalue(), Limits(max_ocr_seconds=0.0))
    assert (opened.pages[0].origin, opened.pages[0].words) == ("none", ())
    assert opened.unread == (Unreadable(Reason.TIMED_OUT, "its page could not be read in time"),)


def test_an_empty_page_is_not_sent_to_ocr() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    out = io.BytesIO()
    document.save(out)
    (page,) = pdf.read(out.getvalue(), Limits()).pages
    assert (page.origin, page.words) == ("none", ())


PAGE = Page(1, 612, 792, tuple(Word(f"w{i}", (10, 10, 20, 20)) for i in range(60)))


def test_what_counts_as_a_scan() -> None:
    whole, logo = Mark("image", (0, 0, 612, 792)), Mark("image", (20, 20, 120, 60))
    strips = tuple(Mark("image", (0, y, 612, y + 66)) for y in range(0, 792, 66))
    assert not is_scan(replace(PAGE, marks=(whole,)))  # a brochure over a full-page picture
    assert is_scan(replace(PAGE, words=PAGE.words[:12], marks=(whole,)))
    assert is_scan(replace(PAGE, words=(), marks=strips))
    assert not is_scan(replace(PAGE, words=PAGE.words[:12], marks=(logo,)))
    assert not is_scan(replace(PAGE, words=(), marks=()))


def test_text_that_means_nothing_garbled() -> None:
    def made_of(text: str) -> list[Word]:
        return [Word(text, (10, 10, 20, 20)) for _ in range(30)]

    assert garbled(made_of("\ue001\ue002\ue003"))
    assert garbled(made_of("\ufffd\ufffd"))
    assert not garbled(made_of("é\u2019école"))
    assert not garbled(made_of("\uf0b7 item"))  # a bullet of a symbol font


def test_squares_and_short_lines_of_a_blank_are_told() -> None:
    """Letters and cells are none. A filled paper is looked at where its blank has them."""
    drawn, out = io.BytesIO(), io.BytesIO()
    canvas = Canvas(drawn, pagesize=(612, 396))
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(80, 350, "CODE OF GOOD DATA DO0D")
    canvas.setFont("Helvetica", 11)
    for number, option in enumerate(("Name", "Address", "Photograph")):
        canvas.rect(80, 300 - 30 * number, 9, 9)
        canvas.drawString(96, 300 - 30 * number, option)
        canvas.line(300, 300 - 30 * number, 320, 300 - 30 * number)
        canvas.drawString(326, 300 - 30 * number, "in transit")
    canvas.grid([80, 92, 104, 116], [150, 162])
    canvas.save()
    with pdfium.PdfDocument(drawn.getvalue()) as document:
        image = document[0].render(scale=150 / 72, grayscale=True).to_pil()
    canvas = Canvas(out, pagesize=(612, 396))
    canvas.drawImage(ImageReader(image), 0, 0, 612, 396)
    canvas.save()
    (page,) = pdf.read(out.getvalue(), Limits(blank=True)).pages
    boxes = [mark.box for mark in page.marks if mark.kind == "rect"]
    assert [round(box[1]) for box in boxes] == pytest.approx([87, 117, 147], abs=1)
    assert {round(box[2] - box[0]) for box in boxes} <= {9, 10}
    assert sum(mark.kind == "line" and 18 < mark.box[2] - mark.box[0] < 22 for mark in page.marks) == 3
    (page,) = pdf.read(out.getvalue(), Limits()).pages
    assert not any(mark.kind == "rect" for mark in page.marks)
