"""A second district's papers, drawn on the spot: other titles, two columns, underscores, Yes and No tables, field names
that say nothing. Nothing in the program knows a word of them.

Every drawing function takes the district's name and title as arguments, so that near twins are the same drawing with
other words, and `answers` (label -> text), which are printed where a person would type them.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from typing import Any

import docx as python_docx
import pikepdf
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Document, Form, RasterSource
from soppa_mailbot.reading import docx as docx_reader
from soppa_mailbot.reading import pdf as pdf_reader
from soppa_mailbot.reading.base import Limits

DISTRICT = "Cedar Ford Public School District 12"
TWIN = "Millrace Public School District 41"
QUESTIONNAIRE = "Digital Resource Vendor Questionnaire"
AGREEMENT = "Student Data Privacy Agreement under SOPPA"
OLD_AGREEMENT = "Covered Information Use Agreement"
CHECK = "4"  # ZapfDingbats: a tick

Answers = Mapping[str, str]


def canvas_of(title: str, intro: str, face: str = "Helvetica", size: int = 10) -> Canvas:
    """A page with its title and a line under it; `canvas.getpdfdata()` is the file."""
    canvas = Canvas("", pagesize=letter)
    canvas.setFont(face, size + 3)
    canvas.drawString(60, 750, title)
    canvas.setFont(face, size)
    canvas.drawString(60, 730, intro)
    return canvas


LEFT = ["Company name", "Main contact", "Contact phone", "Contact fax"]
RIGHT = ["Resource name", "Version or edition", "Annual cost", "Approval needed by"]
WIDE = ["Buildings that will use the resource", "Where is data stored?"]
YES_NO = [
    "Does the resource show advertising?",
    "Does the resource need student accounts?",
    "Is the resource subject to the Student Online Personal Protection Act (SOPPA)?",
]
DEVICES = ["Chromebook", "iPad", "Windows", "Any browser"]
OFFICE = ["Reviewer", "Ticket number"]

FULL: dict[str, str] = {
    "Company name": "Harbor Phonics LLC",
    "Main contact": "Lena Ortiz",
    "Contact phone": "555-0142",
    "Contact fax": "None",
    "Resource name": "Harbor Reader",
    "Version or edition": "2027 edition",
    "Annual cost": "$4,200",
    "Approval needed by": "March 5, 2027",
    "Buildings that will use the resource": "Ford Elementary",
    "Where is data stored?": "Ohio",
    YES_NO[0]: "No",
    YES_NO[1]: "Yes",
    YES_NO[2]: "Yes",
    "Devices": "iPad",
}

BLANKS_OF_AGREEMENT = ["Provider", "Provider address", "Covered resource", "Records officer and telephone"]
SIGNATURE = ["By", "Name and title", "Date"]
SIGNED: dict[str, str] = {
    "Provider": "Harbor Phonics LLC",
    "Provider address": "9 Pier Rd, Elgin",
    "Covered resource": "Harbor Reader",
    "Records officer and telephone": "Lena Ortiz, 555-0142",
    "Elements": "Grade",
    "By": "/s/ Lena Ortiz",
    "Name and title": "Lena Ortiz, COO",
    "Date": "2/1/2027",
}
ELEMENTS = ["Name", "Grade", "E-mail", "Health"]
CLAUSES = [
    "The Provider keeps every record of a pupil for the purposes named in this agreement and for nothing else.",
    "The Provider reports each loss of records to the {district} within seventy two hours after it learnt of it.",
    "The Provider returns or erases the records within sixty days after the last subscription of the {district} ends.",
    "The Provider has its safeguards examined by somebody independent in every second year and shares what was found.",
]


def questionnaire(
    answers: Answers | None = None,
    *,
    district: str = DISTRICT,
    title: str = QUESTIONNAIRE,
    fields: bool = False,
    yes_no: list[str] | None = None,
    scale: float = 1.0,
    shift: tuple[float, float] = (0.0, 0.0),
    font: str = "Helvetica",
) -> bytes:
    """Two columns with labels over boxes, a table of Yes and No, a group of boxes; a fillable form when `fields`."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    _place(canvas, scale, shift)
    drawn = _Sheet(canvas, answers or {}, fields, font)
    drawn.text(60, 740, title, 15)
    drawn.text(60, 722, f"{district} - Office of Instructional Technology", 9)
    drawn.text(
        60, 704, "Please answer every question below. Applications with open questions are sent back to the vendor.", 9
    )
    for column, labels in ((60, LEFT), (320, RIGHT)):
        for row, label in enumerate(labels):
            drawn.text(column, 680 - 40 * row, label, 9)
            drawn.boxed(column, 654 - 40 * row, 230, 20, label)
    for row, label in enumerate(WIDE):
        drawn.text(60, 515 - 40 * row, label, 9)
        drawn.boxed(60, 489 - 40 * row, 490, 20, label)
    drawn.text(60, 430, "Which devices are supported? Mark all that apply.", 9)
    for number, device in enumerate(DEVICES):
        drawn.box(60 + 120 * number, 412, device, (answers or {}).get("Devices") == device, f"Check Box{number + 1}")
        drawn.text(76 + 120 * number, 414, device, 9)
    drawn.yes_no_table(60, 395, yes_no or YES_NO)
    drawn.text(60, 220, "FOR OFFICE USE ONLY", 10)
    for number, label in enumerate(OFFICE):
        drawn.text(60 + 260 * number, 200, label, 9)
        drawn.boxed(60 + 260 * number, 176, 230, 18, label)
    drawn.text(60, 40, "IT-7 (January 2027)", 8)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def agreement(
    answers: Answers | None = None,
    *,
    district: str = DISTRICT,
    title: str = AGREEMENT,
    scale: float = 1.0,
    shift: tuple[float, float] = (0.0, 0.0),
    font: str = "Times-Roman",
    pages: tuple[int, ...] = (1, 2),
    signature_image: bool = False,
    extra: tuple[tuple[float, float, str], ...] = (),
) -> bytes:
    """A flat agreement of two pages: underscores after labels, boxes, two parties that sign side by side."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    given = answers or {}
    if 1 in pages:
        _place(canvas, scale, shift)
        sheet = _Sheet(canvas, given, False, font)
        sheet.text(60, 740, title, 15)
        sheet.text(60, 720, f"between {district} and the Provider named here", 10)
        for row, label in enumerate(BLANKS_OF_AGREEMENT):
            sheet.line_after(60, 695 - 24 * row, f"{label}:", 545, label)
        for row, clause in enumerate(CLAUSES):
            sheet.text(60, 590 - 16 * row, f"{row + 1}. {clause.format(district=district)}", 9)
        sheet.text(60, 510, "Records that the resource uses (check all that apply):", 10)
        for number, element in enumerate(ELEMENTS):
            sheet.box(60 + 100 * number, 488, element, given.get("Elements") == element, "")
            sheet.text(76 + 100 * number, 490, element, 10)
        for x, y, text in extra:
            sheet.text(x, y, text, 10)
        canvas.showPage()
    if 2 in pages:
        _place(canvas, scale, shift)
        sheet = _Sheet(canvas, given, False, font)
        sheet.text(60, 740, f"{title} - {district}", 9)
        sheet.text(
            60,
            700,
            "Whoever signs states that the statements above are true and that the signer may bind the party.",
            9,
        )
        for x, head, mine in ((60, "FOR THE PROVIDER", True), (320, "FOR THE DISTRICT", False)):
            sheet.text(x, 660, head, 11)
            for row, label in enumerate(SIGNATURE):
                sheet.line_after(x, 620 - 34 * row, f"{label}:", x + 220, label if mine else "")
        if signature_image:
            canvas.drawInlineImage(_scribble(), 95, 616, 110, 28)
        sheet.text(60, 40, "SDP rev. 2", 8)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def questionnaire_docx(answers: Answers | None = None, *, district: str = DISTRICT, skip: str = "") -> bytes:
    """The questionnaire as a Word file: lines of underscores, a table, boxes in brackets."""
    given = answers or {}
    document = python_docx.Document()
    document.add_heading(QUESTIONNAIRE, 1)
    document.add_paragraph(
        f"{district}. Please answer every question below; applications with open questions are sent back."
    )
    for label in LEFT + RIGHT:
        if label != skip:
            document.add_paragraph(f"{label}: {given.get(label) or '_' * 30}")
    table = document.add_table(rows=0, cols=2)
    for label in WIDE:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, given.get(label, "")
    document.add_paragraph("Which devices are supported? Mark all that apply.")
    document.add_paragraph("   ".join(f"[{'X' if given.get('Devices') == d else ' '}] {d}" for d in DEVICES))
    for question in YES_NO:
        said = given.get(question)
        document.add_paragraph(f"{question} {'☒' if said == 'Yes' else '☐'} Yes {'☒' if said == 'No' else '☐'} No")
    document.add_paragraph("For office use only")
    for label in OFFICE:
        document.add_paragraph(f"{label}: ____________")
    return saved(document)


class _Sheet:
    """A page in the making."""

    def __init__(self, canvas: Canvas, answers: Answers, fields: bool, font: str) -> None:
        self.canvas = canvas
        self.answers = answers
        self.fields = fields
        self.font = font
        self.count = 0

    def text(self, x: float, y: float, text: str, size: float) -> float:
        self.canvas.setFont(self.font, size)
        self.canvas.drawString(x, y, text)
        return float(x + self.canvas.stringWidth(text, self.font, size))

    def typed(self, x: float, y: float, label: str) -> None:
        if self.answers.get(label):
            self.text(x, y, self.answers[label], 10)

    def boxed(self, x: float, y: float, w: float, h: float, label: str) -> None:
        self.canvas.rect(x, y, w, h)
        if self.fields:
            self.count += 1
            self.canvas.acroForm.textfield(
                name=f"Text{self.count}", x=x + 1, y=y + 1, width=w - 2, height=h - 2, borderWidth=0, tooltip=None
            )
        else:
            self.typed(x + 4, y + 6, label)

    def line_after(self, x: float, y: float, label: str, right: float, key: str) -> None:
        start = self.text(x, y, label, 10) + 4
        count = int((right - start) / self.canvas.stringWidth("_", self.font, 10))
        self.text(start, y, "_" * count, 10)
        if key:
            self.typed(start + 6, y + 1, key)

    def box(self, x: float, y: float, option: str, on: bool, name: str) -> None:
        if self.fields:
            self.canvas.acroForm.checkbox(name=name, x=x, y=y, size=11, tooltip=None)
            return
        self.canvas.rect(x, y, 11, 11)
        if on:
            self.canvas.setFont("ZapfDingbats", 10)
            self.canvas.drawString(x + 1, y + 2, CHECK)

    def yes_no_table(self, x: float, top: float, questions: list[str]) -> None:
        for row in range(len(questions) + 1):
            y = top - 28 * (row + 1)
            for left, width in ((x, 390), (x + 390, 50), (x + 440, 50)):
                self.canvas.rect(left, y, width, 28)
            if row == 0:
                self.text(x + 405, y + 10, "Yes", 9)
                self.text(x + 457, y + 10, "No", 9)
                continue
            question = questions[row - 1]
            self.text(x + 4, y + 10, question, 9)
            for column, option in ((x + 409, "Yes"), (x + 459, "No")):
                said = self.answers.get(question) == option
                self.box(column, y + 8, option, said, f"Check Box{10 + 2 * row + (option == 'No')}")


def _place(canvas: Canvas, scale: float, shift: tuple[float, float]) -> None:
    canvas.translate(*shift)
    canvas.scale(scale, scale)


def _scribble() -> Any:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (220, 56), "white")
    ImageDraw.Draw(picture).line(
        [(5, 40), (40, 8), (60, 50), (110, 12), (160, 44), (215, 20)], fill=(20, 20, 120), width=4
    )
    return picture


# --- what people do to files ----------------------------------------------------------------------------------------


def filled(data: bytes, values: Mapping[str, str | bool]) -> bytes:
    """A fillable PDF with values but no appearances, as some viewers leave it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for widget in pdf.pages[0].Annots:
            value = values.get(str(widget.get("/T")))
            if isinstance(value, bool):
                name = "/Yes" if value else "/Off"
                widget.V = widget.AS = pikepdf.Name(name)
            elif value is not None:
                widget.V = pikepdf.String(value)
                if "/AP" in widget:
                    del widget["/AP"]
        return _saved(pdf)


def annotated(
    data: bytes, notes: list[tuple[int, tuple[float, float, float, float], str]], kind: str = "FreeText"
) -> bytes:
    """Text boxes or ink laid over pages: (page from 0, rectangle in user space, text)."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page, rect, text in notes:
            annotation = pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name("/" + kind),
                Rect=pikepdf.Array(rect),
                F=4,
                DA=b"/Helv 10 Tf 0 g",
            )
            if kind == "Ink":
                annotation.InkList = [pikepdf.Array([rect[0], rect[1], rect[2], rect[3]])]
            else:
                annotation.Contents = pikepdf.String(text)
            target = pdf.pages[page]
            if "/Annots" not in target:
                target.Annots = pikepdf.Array()
            target.Annots.append(pdf.make_indirect(annotation))
        return _saved(pdf)


def joined(*files: bytes) -> bytes:
    """Several PDFs in one, in this order."""
    out = pikepdf.new()
    opened = [pikepdf.open(io.BytesIO(f)) for f in files]
    for pdf in opened:
        out.pages.extend(pdf.pages)
    data = _saved(out)
    for pdf in (out, *opened):
        pdf.close()
    return data


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def letter_page(text: str = "Thank you for your order. We look forward to working with your schools.") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.drawString(72, 700, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


# --- read and learn -------------------------------------------------------------------------------------------------


def opened(data: bytes, name: str) -> tuple[Document, RasterSource | None]:
    reader: Callable[[bytes, Limits], Any] = docx_reader.read if name.endswith(".docx") else pdf_reader.read
    found = reader(data, Limits())
    document = Document(
        id=name,
        filename=name,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=found.pages,
        flow=found.flow,
        fields=found.fields,
        notes=found.notes,
        comments=found.comments,
    )
    return document, found.raster


def saved(document: Any) -> bytes:
    """A document of python-docx as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes, name: str = "paper.pdf") -> Document:
    return opened(data, name)[0]


def blank(data: bytes, form: str, title: str, name: str = "blank.pdf", optional: tuple[str, ...] = ()) -> Blank:
    return learn(read(data, name), form=form, title=title, file=name, optional=optional, roles={})


def copy_of(blank: Blank, data: bytes, name: str = "paper.pdf") -> Form:
    """The one form that a file is found to be a copy of."""
    (form,) = assemble(recognise(read(data, name), (blank,)), (blank,))
    return form


def seen(blank: Blank, blank_data: bytes, data: bytes) -> Form:
    """The one form that a PDF is found to be a copy of, with the pictures of both looked at."""
    document, raster = opened(data, "paper.pdf")
    _, of_blank = opened(blank_data, "blank.pdf")
    assert of_blank is not None
    parts = recognise(document, (blank,), raster, lambda _, page, dpi: of_blank(page, dpi))
    (form,) = assemble(parts, (blank,))
    return form


def groups(blank: Blank) -> dict[str, list[str]]:
    """Each question with boxes -> what its boxes say, in their order. Two questions of one name fail the test."""
    found: dict[str, list[str]] = {}
    for place in blank.places:
        if place.kind == "check":
            found.setdefault(place.group, []).append(place.option)
    named = [(next(p.group_label for p in blank.places if p.group == g), options) for g, options in found.items()]
    assert len(dict(named)) == len(named), named
    return dict(named)
