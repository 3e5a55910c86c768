"""Lays the two forms out: a flat two-column sheet, a one-column print, and Word documents without form fields.

Every layout takes `values` (what stands on the lines and in the boxes; nothing for a blank) and the PDF layouts return where each
line and box lies, so that a filling can be laid over the very same blank.
"""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

import io
import itertools
import re
import zipfile
from dataclasses import dataclass, field

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches, Pt
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from wording import (
    DISTRICT,
    HELPER_HEAD,
    RFI_INTRO,
    RFI_PAGES,
    RFI_TITLE,
    SIGN_DISTRICT,
    SIGN_PROVIDER,
    SOPPA,
)

pdfmetrics.registerFont(TTFont("Sym", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
EMPTY, CROSS = "\u2610", "\u2612"
Values = dict[str, object]  # key -> text, or for boxes the set of the chosen choices; for Yes/No rows "Yes" or "No"


@dataclass
class Spots:
    """Where things lie: (page, x, baseline, width) of lines, (page, x, y, size) of boxes; y from the page's bottom."""

    lines: dict[str, list[tuple[int, float, float, float]]] = field(default_factory=dict)
    boxes: dict[tuple[str, str], tuple[int, float, float, float]] = field(default_factory=dict)


def split(text: str, font: str, size: float, width: float) -> list[str]:
    """Words onto lines no wider than width points."""
    out, line = [], ""
    for word in text.split():
        trial = f"{line} {word}".strip()
        if line and pdfmetrics.stringWidth(trial, font, size) > width:
            out.append(line)
            line = word
        else:
            line = trial
    return [*out, line]


def rule(width: float, font: str, size: float) -> str:
    return "_" * int(width / pdfmetrics.stringWidth("_", font, size))


def rfi_pdf(
    title: str = RFI_TITLE,
    district: str = DISTRICT,
    intro: str = RFI_INTRO,
    pages=RFI_PAGES,
    code: str = "KR-T4, 3/2026",
) -> tuple[bytes, Spots]:
    """The flat blank in two columns, with underscore lines and drawn squares."""
    out, spots = io.BytesIO(), Spots()
    c = Canvas(out, pagesize=letter, invariant=1)
    for number, columns in enumerate(pages):
        c.setFont("Times-Bold", 15)
        c.drawString(40, 745, title if number == 0 else f"{title} (back)")
        c.setFont("Times-Roman", 9.5)
        c.drawString(40, 731, district)
        top = 718.0
        if number == 0:
            for line in split(intro, "Times-Roman", 9.5, 530):
                c.drawString(40, top, line)
                top -= 11.5
        for column, left in zip(columns, (40.0, 318.0), strict=True):
            _column(c, column, left, top - 8, 254.0, number, spots)
        c.setFont("Times-Italic", 8)
        c.drawString(40, 34, code)
        c.drawRightString(572, 34, f"sheet {number + 1} of {len(pages)}")
        c.showPage()
    c.save()
    return out.getvalue(), spots


def _column(c: Canvas, items, left: float, y: float, width: float, page: int, spots: Spots) -> None:
    for kind, key, label, extra in items:
        if kind == "head":
            y -= 12
            c.setFont("Times-Bold", 11)
            c.drawString(left, y, label)
            y -= 14
        elif kind == "line":
            y = _ruled(c, key, label, int(extra), left, y, width, page, spots)
        else:
            c.setFont("Times-Roman", 10)
            for line in split(label, "Times-Roman", 10, width):
                c.drawString(left, y, line)
                y -= 13
            y = _squares(c, key, extra, left, y, width, page, spots)


def _ruled(c: Canvas, key, label, count, left, y, width, page, spots) -> float:
    c.setFont("Times-Roman", 10)
    room = width - pdfmetrics.stringWidth(label + ": ", "Times-Roman", 10)
    c.drawString(left, y, label + ":")
    places = spots.lines.setdefault(key, [])
    if room >= 105:
        x = left + width - room
        c.drawString(x, y, rule(room, "Times-Roman", 10))
        places.append((page, x, y, room))
        count -= 1
    for _ in range(count):
        y -= 17
        c.drawString(left, y, rule(width, "Times-Roman", 10))
        places.append((page, left, y, width))
    return y - 19


def _squares(c: Canvas, key, choices, left, y, width, page, spots) -> float:
    x = left + 6
    for choice in choices:
        lines = split(choice, "Times-Roman", 10, width - 24)
        need = 24 + pdfmetrics.stringWidth(lines[0], "Times-Roman", 10)
        if x + need > left + width and x > left + 6:
            x, y = left + 6, y - 14
        c.rect(x, y - 1, 8.5, 8.5)
        spots.boxes[key, choice] = (page, x, y - 1, 8.5)
        for n, line in enumerate(lines):
            c.drawString(x + 12, y - 12 * n, line)
        x += need
        if len(lines) > 1:
            x, y = left + 6, y - 12 * len(lines) - 2
    return y - 18 if x > left + 6 else y - 4


def rfi_flow():
    """The questionnaire's items for the one-column layouts (Word, and the Word document printed)."""
    items = [("title", "", RFI_TITLE), ("center", "", DISTRICT), ("para", "", RFI_INTRO)]
    for page in RFI_PAGES:
        for kind, key, label, extra in (*page[0], *page[1]):
            if kind == "head":
                items.append(("art", "", label))
            elif kind == "line":
                items.append(("line", key, label))
            else:
                items.append(("choices", key, (label, extra)))
    return items


class Flow:
    """One column of text with lines to write on, as a word processor prints it."""

    def __init__(
        self,
        items,
        values: Values | None = None,
        face: str = "Helvetica",
        size: float = 9.6,
        margin: float = 60,
        foot: str = "Rider 205-S, April 2026",
        breaks: bool = True,
    ):
        self.out, self.spots, self.values = io.BytesIO(), Spots(), values or {}
        self.face, self.bold, self.size, self.margin, self.foot = (
            face,
            face.replace("-Roman", "") + "-Bold",
            size,
            margin,
            foot,
        )
        self.c, self.page, self.y = Canvas(self.out, pagesize=letter, invariant=1), 0, 735.0
        self.width, self.lead = 612 - 2 * margin, size * 1.28
        for kind, key, text in items:
            if kind == "break":
                if breaks:
                    self.turn()
            else:
                getattr(self, kind)(key, text)
        self.turn()
        self.c.save()
        self.data = self.out.getvalue()

    def turn(self) -> None:
        self.c.setFont(self.face, 8)
        self.c.drawString(self.margin, 36, self.foot)
        self.c.drawRightString(612 - self.margin, 36, f"{self.page + 1}")
        self.c.showPage()
        self.page, self.y = self.page + 1, 735.0

    def need(self, points: float) -> None:
        if self.y - points < 55:
            self.turn()

    def text(self, text: str, x: float | None = None, font: str | None = None, size: float | None = None) -> None:
        self.c.setFont(font or self.face, size or self.size)
        self.c.drawString(self.margin if x is None else x, self.y, text)

    def title(self, _key, text) -> None:
        self.c.setFont(self.bold, 15)
        self.c.drawCentredString(306, self.y, text)
        self.y -= 19

    def center(self, _key, text) -> None:
        self.c.setFont(self.face, self.size)
        self.c.drawCentredString(306, self.y, text)
        self.y -= self.lead * 1.8

    def art(self, _key, text) -> None:
        self.need(60)
        self.y -= 5
        self.text(text, font=self.bold)
        self.y -= self.lead * 1.2

    def para(self, _key, text) -> None:
        for line in split(text, self.face, self.size, self.width):
            self.need(self.lead)
            self.text(line)
            self.y -= self.lead
        self.y -= 4

    def line(self, key, label, x: float | None = None, width: float | None = None) -> None:
        self.need(20)
        x, width = self.margin if x is None else x, self.width if width is None else width
        self.text(label + ":", x)
        room = width - pdfmetrics.stringWidth(label + ": ", self.face, self.size)
        start = x + width - room
        value = str(self.values.get(key, ""))
        if value:
            first = split(value, self.face, self.size, room)
            self.text(first[0], start)
            rest = value[len(first[0]) :].strip()
            for more in split(rest, self.face, self.size, width) if rest else ():
                self.y -= self.lead
                self.text(more, x)
        else:
            self.text(rule(room, self.face, self.size), start)
            self.spots.lines.setdefault(key, []).append((self.page, start, self.y, room))
        self.y -= self.lead * 1.55

    def initials(self, key, label) -> None:
        wide = pdfmetrics.stringWidth(label + ": ", self.face, self.size) + 70
        self.line(key, label, 612 - self.margin - wide, wide)

    def box(self, key, choice, x: float, chosen: bool) -> float:
        self.c.setFont("Sym", self.size)
        self.c.drawString(x, self.y, CROSS if chosen else EMPTY)
        self.spots.boxes[key, choice] = (self.page, x + 0.6, self.y - 0.5, self.size * 0.78)
        return x + self.size + 2

    def choices(self, key, text) -> None:
        label, options = text
        self.need(45)
        self.text(label)
        chosen = self.values.get(key) or ()
        x = self.margin + pdfmetrics.stringWidth(label + "   ", self.face, self.size)
        if any(len(o) > 30 for o in options) or len(options) > 3:
            self.y -= self.lead
            x = self.margin + 12
        for option in options:
            wide = self.size + 14 + pdfmetrics.stringWidth(option, self.face, self.size)
            if x + wide > 612 - self.margin and x > self.margin + 12:
                x, self.y = self.margin + 12, self.y - self.lead
            start = self.box(key, option, x, option in chosen)
            self.text(option, start)
            x += wide
        self.y -= self.lead * 1.5

    def yesno(self, _key, rows) -> None:
        left, right = self.margin, 612 - self.margin
        self.need(16 * (len(rows) + 1))
        cols = (left, right - 110, right - 55, right)
        for n, (key, label) in enumerate([("", "Item"), *rows]):
            if n:
                self.text(label, left + 4)
                for choice, x in (("Yes", cols[1] + 20), ("No", cols[2] + 20)):
                    self.box(key, choice, x, self.values.get(key) == choice)
            else:
                for word, x in ((label, left + 4), ("Yes", cols[1] + 18), ("No", cols[2] + 20)):
                    self.text(word, x, self.bold)
            for a, b in itertools.pairwise(cols):
                self.c.rect(a, self.y - 4.5, b - a, 15.5)
            self.y -= 15.5
        self.y -= 8

    def table(self, _key, rows) -> None:
        left, right = self.margin, 612 - self.margin
        widths = (0.16, 0.28, 0.34, 0.22)
        cols = [left]
        for share in widths:
            cols.append(cols[-1] + share * (right - left))
        for n, (head, keys) in enumerate([("", HELPER_HEAD[1:]), *rows]):
            if n:
                self.text(head, left + 3)
                for key, x, end in zip(keys, cols[1:], cols[2:], strict=False):
                    self.text(str(self.values.get(key, "")), x + 3)
                    self.spots.lines[key] = [(self.page, x + 3, self.y, end - x - 6)]
            else:
                for word, x in zip(keys, cols[1:], strict=False):
                    self.text(word, x + 3, self.bold)
            for a, b in itertools.pairwise(cols):
                self.c.rect(a, self.y - 6, b - a, 18)
            self.y -= 18
        self.y -= 8

    def sign(self, _key, _text) -> None:
        half, gap = self.width / 2 - 8, 16
        self.need(150)
        self.y -= 10
        top, low = self.y, self.y
        for heading, block, x in (
            (f"For {DISTRICT}", SIGN_DISTRICT, self.margin),
            ("For the Provider", SIGN_PROVIDER, self.margin + half + gap),
        ):
            self.y = top
            self.text(heading, x + 4, self.bold)
            self.y -= 28
            for key, label in block:
                self.line(key, label, x + 4, half - 8)
                self.y -= 8
            self.c.rect(x, self.y + 8, half + gap / 2, top - self.y + 8)
            low = self.y
        self.y = low


def soppa_pdf(values: Values | None = None, **look) -> tuple[bytes, Spots]:
    flow = Flow(SOPPA, values, **look)
    return flow.data, flow.spots


# --- Word ---------------------------------------------------------------------------------------------------------------


def rezip(data: bytes) -> bytes:
    """The same Office file with every member dated alike, so that a second run gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            body = old.read(info)
            if info.filename == "docProps/core.xml":
                body = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"2026-04-01T13:00:00Z", body)
            new.writestr(zipfile.ZipInfo(info.filename, (2026, 4, 1, 8, 0, 0)), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def lean(doc) -> bytes:
    """The document's bytes without python-docx's thumbnail and second style sheet, which newer word processors don't write either."""
    for rels, ending in ((doc.part.rels, "/stylesWithEffects"), (doc.part.package.rels, "/thumbnail")):
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(ending)]:
            del rels[name]
    out = io.BytesIO()
    doc.save(out)
    return rezip(out.getvalue())


class Word:
    """A Word document of labels, underscores and boxes; `style`: replace | beside | over | control."""

    def __init__(
        self, items, values: Values | None = None, style: str = "replace", mark: str = CROSS, face: str = "Calibri"
    ):
        self.values, self.style, self.mark = values or {}, style, mark
        self.doc = Document()
        normal = self.doc.styles["Normal"]
        normal.font.name, normal.font.size = face, Pt(10.5)
        normal.paragraph_format.space_after = Pt(5)
        section = self.doc.sections[0]
        section.left_margin = section.right_margin = Inches(0.85)
        section.top_margin = section.bottom_margin = Inches(0.7)
        for kind, key, text in items:
            getattr(self, "break_" if kind == "break" else kind)(key, text)
        self.data = lean(self.doc)

    def title(self, _key, text) -> None:
        p = self.doc.add_paragraph()
        p.alignment = 1
        run = p.add_run(text)
        run.bold, run.font.size = True, Pt(16)

    def center(self, _key, text) -> None:
        self.doc.add_paragraph(text).alignment = 1

    def art(self, _key, text) -> None:
        self.doc.add_paragraph().add_run(text).bold = True

    def para(self, _key, text) -> None:
        self.doc.add_paragraph(text)

    def break_(self, _key, _text) -> None:
        self.doc.add_page_break()

    def answer(self, paragraph, key, blanks: int) -> None:
        value = str(self.values.get(key, ""))
        if not value:
            paragraph.add_run("_" * blanks)
        elif self.style == "over":
            left = max(0, blanks - len(value) - 3)
            paragraph.add_run("___")
            paragraph.add_run(value).underline = True
            paragraph.add_run("_" * left)
        elif self.style == "beside":
            paragraph.add_run("_" * blanks + " ")
            paragraph.add_run(value).bold = True
        elif self.style == "control":
            xml = f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{key}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t/></w:r></w:sdtContent></w:sdt>'
            node = parse_xml(xml)
            node.find(".//{*}t").text = value
            paragraph._p.append(node)
        else:
            paragraph.add_run(value).underline = True

    def line(self, key, label, into=None, blanks: int = 0) -> None:
        p = into if into is not None else self.doc.add_paragraph()
        p.add_run(label + ": ")
        self.answer(p, key, blanks or max(18, 74 - len(label)))

    def initials(self, key, label) -> None:
        p = self.doc.add_paragraph()
        p.alignment = 2
        self.line(key, label, p, 8)

    def choices(self, key, text) -> None:
        label, options = text
        chosen = self.values.get(key) or ()
        p = self.doc.add_paragraph(label + "  ")
        if any(len(o) > 30 for o in options):
            for option in options:
                self.doc.add_paragraph(f"{self.mark if option in chosen else EMPTY} {option}")
            return
        for option in options:
            p.add_run(f" {self.mark if option in chosen else EMPTY} {option}  ")

    def yesno(self, _key, rows) -> None:
        table = self.doc.add_table(len(rows) + 1, 3, "Table Grid")
        for cell, word in zip(table.rows[0].cells, ("Item", "Yes", "No"), strict=True):
            cell.text = word
        for row, (key, label) in zip(table.rows[1:], rows, strict=True):
            row.cells[0].text = label
            for cell, choice in zip(row.cells[1:], ("Yes", "No"), strict=True):
                cell.text = self.mark if self.values.get(key) == choice else EMPTY
        self.doc.add_paragraph()

    def table(self, _key, rows) -> None:
        table = self.doc.add_table(len(rows) + 1, 4, "Table Grid")
        for cell, word in zip(table.rows[0].cells, HELPER_HEAD, strict=True):
            cell.text = word
        for row, (head, keys) in zip(table.rows[1:], rows, strict=True):
            row.cells[0].text = head
            for cell, key in zip(row.cells[1:], keys, strict=True):
                cell.text = str(self.values.get(key, ""))
        self.doc.add_paragraph()

    def sign(self, _key, _text) -> None:
        table = self.doc.add_table(1, 2, "Table Grid")
        for cell, heading, block in zip(
            table.rows[0].cells, (f"For {DISTRICT}", "For the Provider"), (SIGN_DISTRICT, SIGN_PROVIDER), strict=True
        ):
            cell.text = heading
            for key, label in block:
                p = cell.add_paragraph()
                value = self.values.get(key, "")
                if isinstance(value, bytes):
                    p.add_run(label + ": ").add_picture(io.BytesIO(value), width=Inches(1.3))
                else:
                    self.line(key, label, p, 22)


def rfi_docx(values: Values | None = None, **look) -> bytes:
    return Word(rfi_flow(), values, **look).data


def soppa_docx(values: Values | None = None, **look) -> bytes:
    return Word(SOPPA, values, **look).data
