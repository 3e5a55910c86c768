"""The vendors' own papers: quotes and the like in many looks, and papers that are none of what is asked for."""

from __future__ import annotations

import io
from datetime import datetime

from blanks import lean, rezip, split
from docx import Document
from openpyxl import Workbook
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

Row = tuple[str, int, float]  # what, how many, unit price in dollars


def money(value: float) -> str:
    return f"${value:,.2f}"


def sheet(
    heading: str,
    seller: str,
    number: str,
    day: str,
    rows: list[Row],
    notes: list[str],
    look: int = 0,
    meta: list[str] | None = None,
) -> bytes:
    """A one-page paper with a table of prices; look 0..2 chooses face, colours and columns."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=letter, invariant=1)
    face, tint = (("Helvetica", "#1F5FA8"), ("Times-Roman", "#6B2D2D"), ("Courier", "#222222"))[look]
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}[face]
    c.setFillColor(HexColor(tint))
    c.setFont(bold, 19)
    if look == 1:
        c.drawCentredString(306, 735, seller)
        c.setFont(face, 14)
        c.drawCentredString(306, 714, heading)
    else:
        c.drawString(54, 735, heading)
        c.setFont(bold, 11)
        c.drawRightString(558, 735, seller)
    c.setFillColor(HexColor("#000000"))
    c.setFont(face, 10)
    y = 690.0
    for line in [
        f"No. {number}",
        f"Date: {day}",
        *(meta if meta is not None else ["Bill to: Kestrel Ridge USD 205, 1 Talon Way, Harlan Ferry, IL 61499"]),
    ]:
        c.drawString(54, y, line)
        y -= 14
    y -= 14
    heads = (
        ("Description", "Qty", "Unit", "Extended"),
        ("Item", "Licenses", "Each", "Amount"),
        ("DESCRIPTION", "QTY", "PRICE", "TOTAL"),
    )[look]
    c.setFont(bold, 10)
    for text, x in zip(heads, (54, 370, 440, 558), strict=True):
        (c.drawString if x == 54 else c.drawRightString)(x, y, text)
    c.line(54, y - 4, 558, y - 4)
    c.setFont(face, 10)
    total = 0.0
    for what, count, price in rows:
        y -= 18
        c.drawString(54, y, what)
        for text, x in ((str(count), 370), (money(price), 440), (money(count * price), 558)):
            c.drawRightString(x, y, text)
        total += count * price
    y -= 24
    c.setFont(bold, 11)
    c.drawRightString(558, y, f"Total {money(total)}")
    c.setFont(face, 9.5)
    y -= 34
    for note in notes:
        for line in split(note, face, 9.5, 500):
            c.drawString(54, y, line)
            y -= 13
        y -= 4
    c.showPage()
    c.save()
    return out.getvalue()


def prose(title: str, paragraphs: list[str], face: str = "Times-Roman", pages: int = 1) -> bytes:
    """Pages of running text."""
    out = io.BytesIO()
    c = Canvas(out, pagesize=letter, invariant=1)
    y = 735.0
    c.setFont(face, 17)
    c.drawString(60, y, title)
    y -= 30
    for paragraph in paragraphs * pages:
        for line in split(paragraph, face, 10.5, 492):
            if y < 60:
                c.showPage()
                y = 735.0
            c.setFont(face, 10.5)
            c.drawString(60, y, line)
            y -= 14
        y -= 8
    c.showPage()
    c.save()
    return out.getvalue()


def word(title: str, lines: list[str], rows: list[Row] | None = None, ending: list[str] | None = None) -> bytes:
    doc = Document()
    doc.add_heading(title, 1)
    for line in lines:
        doc.add_paragraph(line)
    if rows:
        table = doc.add_table(len(rows) + 1, 4, "Light Grid Accent 1")
        for cell, text in zip(table.rows[0].cells, ("Deliverable", "Units", "Rate", "Fee"), strict=True):
            cell.text = text
        for line, (what, count, price) in zip(table.rows[1:], rows, strict=True):
            for cell, text in zip(line.cells, (what, str(count), money(price), money(count * price)), strict=True):
                cell.text = text
        doc.add_paragraph(f"Fees in all: {money(sum(n * p for _, n, p in rows))}")
    for line in ending or []:
        doc.add_paragraph(line)
    return lean(doc)


def workbook(title: str, seller: str, number: str, rows: list[Row], notes: list[str]) -> bytes:
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2026, 4, 1)  # noqa: DTZ001 - openpyxl wants it naive
    page = book.active
    page.title = "Quote"
    page["A1"], page["A2"], page["A3"] = seller, title, f"Ref {number}"
    page.append([])
    page.append(["SKU", "Product", "Seats", "Per seat", "Line total"])
    for n, (what, count, price) in enumerate(rows):
        page.append([f"K-{n + 11}", what, count, price, count * price])
    page.append(["", "", "", "TOTAL", sum(n * p for _, n, p in rows)])
    for note in notes:
        page.append([note])
    out = io.BytesIO()
    book.save(out)
    return rezip(out.getvalue())
