"""A Word form, and what comes of it when it is printed, filled in with a pen and scanned; the truth beside it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from functools import cache
from typing import Any

import docx
import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from scans import DPI, as_png, degraded
from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.scans import word_scan
from soppa_mailbot.model import Blank, Document, FormPart, Mark, Page, PlaceReading, Word
from soppa_mailbot.reading import docx as docx_reader
from soppa_mailbot.reading import image
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.image_gray import Gray
from soppa_mailbot.reading.word_order import reading_order

TITLE = "Vendor Questionnaire for Classroom Software"
DISTRICT = "Juniper Bluff CUSD 214"
INTRO = (
    "Companies that wish to sell classroom software to the District answer every question on this form.",
    "Return it with your quotation and the signed data agreement. Write None where a question does not apply.",
)
ROWS = (
    ("Legal name of the company", ("Legal name of the company",)),
    ("Name of the product", ("Name of the product",)),
    ("Who in the District will use it (students, teachers, families)?",
     ("Who in the District will use it", "(students, teachers, families)?")),
    ("Schools or departments that asked for it", ("Schools or departments that", "asked for it")),
    ("Where student records are stored", ("Where student records are stored",)),
    ("Number of accounts", ("Number of accounts",)),
)  # fmt: skip
ASKED = (
    ("Is the product subject to the Student Online Personal Protection Act?", ("Yes, it is", "No, it is not")),
    ("How do students sign in?", ("Google", "ClassLink", "Own password")),
)
END = "Completed by the person named here for the company"
TOP, LEFT, MIDDLE, RIGHT, HIGH = 190, 60, 250, 560, 36


@dataclass(frozen=True)
class Filled:
    answers: tuple[str, ...]  # of the table's rows; "" left empty
    ticks: frozenset[str]  # options


def word_form() -> bytes:
    document = docx.Document()
    document.add_paragraph(DISTRICT)
    document.add_paragraph(TITLE)
    for line in INTRO:
        document.add_paragraph(line)
    table = document.add_table(rows=len(ROWS), cols=2)
    for row, (label, _) in zip(table.rows, ROWS, strict=True):
        row.cells[0].text = label
    for question, options in ASKED:
        document.add_paragraph(question)
        document.add_paragraph("   ".join(f"☐ {option}" for option in options))
    document.add_paragraph(END)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@cache
def blank() -> Blank:
    opened = docx_reader.read(word_form(), Limits())
    document = Document("form", "form.docx", sha256="0" * 64, flow=opened.flow, fields=opened.fields)
    return learn(document, form="rfi", title=TITLE, file="form.docx")


def _boxes() -> dict[str, tuple[float, float]]:
    """Left and top of each option's box on the print, in points."""
    out = {}
    y = TOP + HIGH * len(ROWS) + 24
    for _, options in ASKED:
        for n, option in enumerate(options):
            out[option] = (LEFT + 12 + 110 * n, y + 16)
        y += 46
    return out


@cache
def print_of(district: str = DISTRICT) -> Any:
    """The page as it comes from the printer."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter)
    down = lambda y: letter[1] - y  # noqa: E731
    canvas.setFont("Helvetica", 11)
    canvas.drawString(LEFT, down(60), district)
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(LEFT, down(90), TITLE)
    canvas.setFont("Helvetica", 10)
    for n, line in enumerate(INTRO):
        canvas.drawString(LEFT, down(124 + 16 * n), line)
    for n, (_, lines) in enumerate(ROWS):
        y = TOP + HIGH * n
        canvas.rect(LEFT, down(y + HIGH), MIDDLE - LEFT, HIGH)
        canvas.rect(MIDDLE, down(y + HIGH), RIGHT - MIDDLE, HIGH)
        for m, line in enumerate(lines):
            canvas.drawString(LEFT + 5, down(y + 14 + 13 * m), line)
    y = TOP + HIGH * len(ROWS) + 24
    for number, (question, options) in enumerate(ASKED, 1):
        canvas.drawString(LEFT - 16, down(y), f"{number}.")  # Word prints it, and keeps it out of the text
        canvas.drawString(LEFT, down(y), question)
        for option in options:
            left, top = _boxes()[option]
            canvas.rect(left, down(top + 9), 9, 9)
            canvas.drawString(left + 13, down(top + 9), option)
        y += 46
    canvas.drawString(LEFT, down(y + 10), END)
    canvas.showPage()
    canvas.save()
    return np.array(pypdfium2.PdfDocument(buffer.getvalue())[0].render(scale=DPI / 72).to_pil().convert("L"))


def scanned(filled: Filled, level: str = "medium", seed: int = 3, district: str = DISTRICT) -> bytes:
    """A PNG of the page, filled in by hand."""
    pen = random.Random(seed)
    picture = Image.fromarray(print_of(district)).convert("L")
    draw = ImageDraw.Draw(picture)
    scale = DPI / 72
    for n, answer in enumerate(filled.answers):
        if answer == "~":
            points = [((MIDDLE + 20 + 6 * i) * scale, (TOP + HIGH * n + pen.uniform(8, 26)) * scale) for i in range(20)]
            draw.line(points, fill=40, width=4, joint="curve")
        elif answer:
            at = ((MIDDLE + 10) * scale, (TOP + HIGH * n + 7) * scale)
            draw.text(at, answer, fill=50, font=ImageFont.load_default(size=34))
    for option in filled.ticks:
        left, top = (v * scale for v in _boxes()[option])
        draw.line([(left + 5, top + 12), (left + 12, top + 20), (left + 34, top - 10)], fill=40, width=4)
    return as_png(degraded(np.array(picture), level, seed))


def halves(png: bytes) -> tuple[bytes, bytes]:
    """The page as two pictures, each on a sheet of its own: the upper rows of the table, and the rest."""
    page = np.array(Image.open(io.BytesIO(png)))
    cut = round((TOP + HIGH * 4 + 3) * DPI / 72)
    upper, lower = np.full_like(page, 255), np.full_like(page, 255)
    upper[:cut] = page[:cut]
    lower[200 : 200 + len(page) - cut] = page[cut:]
    return as_png(upper), as_png(lower)


def learnt(document: Any, title: str = "Vendor Form") -> Blank:
    """A Word form (python-docx) as a blank."""
    out = io.BytesIO()
    document.save(out)
    opened = docx_reader.read(out.getvalue(), Limits())
    source = Document("form", "form.docx", sha256="1" * 64, flow=opened.flow, fields=opened.fields)
    return learn(source, form="rfi", title=title, file="form.docx")


def read(png: bytes, known: Blank | None = None) -> tuple[FormPart, ...]:
    opened = image.read(png, Limits())
    document = Document("a", "scan.png", content_type="image/png", pages=opened.pages)
    return recognise(document, [known or blank()], opened.raster, lambda *_: None)


class Sheet:
    """A page drawn word by word, so that what OCR would read of it is known without OCR; positions in points."""

    def __init__(self) -> None:
        self.picture = Image.new("L", (round(8.5 * DPI), round(11 * DPI)), 255)
        self.draw = ImageDraw.Draw(self.picture)
        self.words: list[Word] = []
        self.marks: list[Mark] = []

    def text(self, x: float, y: float, text: str, read: str | None = None) -> None:
        """Printed words; `read` is what OCR makes of them, word by word."""
        font, scale = ImageFont.load_default(size=30), DPI / 72
        for word, said in zip(text.split(), (read or text).split(), strict=True):
            self.draw.text((x * scale, y * scale), word, fill=0, font=font)
            left, top, right, bottom = (v / scale for v in font.getbbox(word))
            self.words.append(Word(said, (x + left, y + top, x + right, y + bottom), 0.95))
            x += right + 3.5

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.stroke([(x0, y0), (x1, y1)], width=3)
        self.marks.append(Mark("line", (x0, y0, x1, y1)))

    def table(self, columns: tuple[float, ...], rows: tuple[float, ...]) -> None:
        for y in rows:
            self.rule(columns[0], y, columns[-1], y)
        for x in columns:
            self.rule(x, rows[0], x, rows[-1])

    def stroke(self, points: list[tuple[float, float]], width: int = 5) -> None:
        self.draw.line([(x * DPI / 72, y * DPI / 72) for x, y in points], fill=30, width=width, joint="curve")

    def cross(self, x: float, y: float, wide: float = 7, high: float = 7) -> None:
        """Two strokes, such as an X typed for a box or put into one."""
        self.stroke([(x, y), (x + wide, y + high)], width=4)
        self.stroke([(x, y + high), (x + wide, y)], width=4)

    def broken_box(self, x: float, y: float, side: float = 9) -> None:
        """Two sides of a box, of which the scan lost the others."""
        self.stroke([(x, y + side), (x, y), (x + side, y)], width=2)

    def scrawl(self, x: float, y: float, width: float = 70) -> None:
        """Handwriting that OCR reads nothing of."""
        self.stroke([(x + 4 * n, y + (5, -6, 3, -4)[n % 4]) for n in range(round(width / 4))])

    def box(self, x: float, y: float, side: float = 9) -> None:
        self.stroke([(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)], width=2)

    def read(self, document: Any, title: str = "Vendor Form") -> dict[str, PlaceReading]:
        """What each place of a Word form (python-docx) holds on this page, by its id; its district's name lacks."""
        known = learnt(document, title)
        page = Page(1, 612, 792, reading_order(self.words), tuple(self.marks), "ocr", 0.95)
        scan = word_scan.compared(known, [page], lambda *_: Gray(np.array(self.picture), DPI))
        assert scan is not None
        return {r.place.id: r for r in word_scan.read(scan, {p.id: p for p in known.places})}
