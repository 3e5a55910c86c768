"""Word and Excel files: the RFI form's Word version, quotes as DOCX and XLSX, and Word pages turned into PDF."""
# ruff: noqa: E501 (sample letters read better unbroken)

import datetime
import io
import zipfile
from xml.sax.saxutils import escape

import docx
import openpyxl
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

import forms

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PROMPT = "Click or tap here to enter text."
PLAIN = {"ein", "street", "city", "state", "zip", "partner"}  # cells without a content control


def same_bytes(data: bytes) -> bytes:
    """The package again, with fixed times: one run is like the next."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(
                zipfile.ZipInfo(item.filename, (2026, 1, 5, 9, 0, 0)), old.read(item.filename), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def save_docx(d) -> bytes:
    d.core_properties.created = d.core_properties.modified = datetime.datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001
    out = io.BytesIO()
    d.save(out)
    return same_bytes(out.getvalue())


def _run(words: str, style: str = "") -> str:
    return f'<w:r>{style}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _sdt(kind: str, value: str, tag: str) -> str:
    shown = _run(value) if value else _run(PROMPT, '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>')
    hold = "" if value else "<w:showingPlcHdr/>"
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{hold}{kind}</w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>'


def _box(name: str, on: bool) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/><w:calcOnExit w:val="0"/>'
        f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{"<w:checked/>" if on else ""}</w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _p(inner: str) -> object:
    return parse_xml(f"<w:p {W}>{inner}</w:p>")


def _put(cell, inner: str) -> None:
    old = cell.paragraphs[0]._p
    old.addprevious(_p(inner))
    old.getparent().remove(old)


def _text(key: str, v: dict) -> str:
    value = str(v.get(key, "") or "")
    if key in PLAIN:
        return _run(value) if value else ""
    if key in ("certdate", "need_date"):
        return _sdt('<w:date><w:dateFormat w:val="M/d/yyyy"/></w:date>', value, key)
    return _sdt('<w:text w:multiLine="1"/>' if key in ("about", "reason", "genai_how") else "<w:text/>", value, key)


PARTS = (
    (
        "Part 1   Your company",
        ("company", "product", "rep", "post", "phone", "email", "ein", "street", "city", "state", "zip", "partner"),
    ),
    ("Part 2   What we would buy", ("about", "places", "need_date", "licence", "students", "staff")),
    (
        "Part 3   Technology",
        ("runs", "sso", "roster", "hosting", "genai", "genai_how", "incident", "incident_how", "support", "access"),
    ),
    ("Part 4   References", ("refs",)),
    ("Part 5   Student privacy", ("pupil", "subject", "reason")),
    ("Part 6   Statement", ("certname", "certdate")),
)
STATEMENT = (
    "By entering a name below the company states that the answers are true on the date given and that it will tell the "
    "Purchasing Desk when one of them changes before a contract is made."
)
OFFICE = ("Logged by", "Vendor number", "Reviewer")


def _answer(key: str, v: dict) -> str:
    if key == "runs":
        return "".join(
            _box(f"Check{i}", bool(v.get(f"run{i}"))) + _run(f" {w}   ") for i, w in enumerate(forms.PLATFORMS)
        )
    if key in forms.YES_NO:
        return "".join(_box(f"{key}{w}", v.get(key) == w) + _run(f" {w}      ") for w in ("Yes", "No"))
    if key == "subject":
        return "".join(
            _box(f"subj{k}", v.get(key) == k) + _run(" " + w) + "<w:r><w:br/></w:r>" for k, w in forms.SUBJECT.items()
        )
    if key == "licence":
        items = "".join(f'<w:listItem w:displayText="{o}" w:value="{o}"/>' for o in forms.LICENCES)
        value = v.get(key) or forms.LICENCES[0]
        return _sdt(f"<w:dropDownList>{items}</w:dropDownList>", value, key)
    return _text(key, v)


def label(key: str) -> str:
    own = {
        "runs": "Runs on (check each that applies)",
        "subject": "Student Online Personal Protection Act (105 ILCS 85). Check one. The product:",
    }
    return own.get(key) or forms.YES_NO.get(key) or forms.LABEL[key]


def rfi_docx(v: dict | None = None) -> bytes:
    v = v or {}
    d = docx.Document()
    d.sections[0].footer.paragraphs[0].text = f"{forms.NAME} | Purchasing Desk | LPS-RFI rev. 3/26"
    d.add_paragraph(forms.NAME)
    d.add_heading(forms.TITLE, 1)
    d.add_paragraph(forms.INTRO)
    for head, keys in PARTS:
        d.add_heading(head, 2)
        if keys == ("refs",):
            d.add_paragraph("Two school districts of similar size that use the product today")
            t = d.add_table(rows=3, cols=4, style="Table Grid")
            for c, word in enumerate(("", "District", "Contact person", "Telephone")):
                t.cell(0, c).text = word
            for r in (1, 2):
                t.cell(r, 0).text = f"Reference {r}"
                for c, k in enumerate(("who", "contact", "tel"), 1):
                    t.cell(r, c).text = v.get(f"ref{r}_{k}", "")
            continue
        if head.startswith("Part 6"):
            d.add_paragraph(STATEMENT)
        t = d.add_table(rows=len(keys), cols=2, style="Table Grid")
        for r, key in enumerate(keys):
            t.cell(r, 0).text = label(key)
            _put(t.cell(r, 1), _answer(key, v))
    d.add_heading("Lakemont office use only", 2)
    t = d.add_table(rows=3, cols=2, style="Table Grid")
    for r, word in enumerate(OFFICE):
        t.cell(r, 0).text = word
    return save_docx(d)


def rfi_reflowed(v: dict, face: str = "Times-Roman") -> bytes:
    """What a word processor's PDF export makes of the filled Word form: other face, other line breaks, no fields."""
    body = ParagraphStyle("b", fontName=face, fontSize=10.5, leading=13)
    head = ParagraphStyle("h", parent=body, fontName="Times-Bold", fontSize=12.5, spaceBefore=9, spaceAfter=4)
    flow = [
        Paragraph(forms.NAME, body),
        Paragraph(forms.TITLE, ParagraphStyle("t", parent=head, fontSize=16, leading=20)),
        Paragraph(forms.INTRO, body),
    ]
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])

    def shown(key: str) -> str:
        def opt(on: bool, w: str) -> str:
            return f'<font name="DejaVu">{"☒" if on else "☐"}</font> {escape(w)}'

        if key == "runs":
            return "   ".join(opt(bool(v.get(f"run{i}")), w) for i, w in enumerate(forms.PLATFORMS))
        if key in forms.YES_NO:
            return "    ".join(opt(v.get(key) == w, w) for w in ("Yes", "No"))
        if key == "subject":
            return "<br/>".join(opt(v.get(key) == k, w) for k, w in forms.SUBJECT.items())
        return escape(str(v.get(key) or ("" if key in PLAIN else PROMPT)))

    for title, keys in PARTS:
        flow.append(Paragraph(title, head))
        if keys == ("refs",):
            rows = [["", "District", "Contact person", "Telephone"]]
            rows += [[f"Reference {r}", *(v.get(f"ref{r}_{k}", "") for k in ("who", "contact", "tel"))] for r in (1, 2)]
            flow += [
                Paragraph("Two school districts of similar size that use the product today", body),
                Table(rows, [90, 150, 130, 98], style=grid),
            ]
            continue
        if title.startswith("Part 6"):
            flow.append(Paragraph(STATEMENT, body))
        flow.append(
            Table([[Paragraph(label(k), body), Paragraph(shown(k), body)] for k in keys], [190, 278], style=grid)
        )
    flow += [
        Paragraph("Lakemont office use only", head),
        Table([[w, ""] for w in OFFICE], [190, 278], style=grid),
        Spacer(1, 6),
    ]
    out = io.BytesIO()
    SimpleDocTemplate(
        out, pagesize=letter, leftMargin=72, rightMargin=72, topMargin=60, bottomMargin=60, invariant=1
    ).build(flow)
    return out.getvalue()


def quote_docx(lines: list[str], rows: list[list[str]], tail: list[str]) -> bytes:
    d = docx.Document()
    d.add_heading(lines[0], 1)
    for words in lines[1:]:
        d.add_paragraph(words)
    t = d.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        cells = t.add_row().cells
        for c, words in zip(cells, row, strict=True):
            c.text = words
    for words in tail:
        d.add_paragraph(words)
    return save_docx(d)


def sheet(title: str, rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.properties.created = book.properties.modified = datetime.datetime(2026, 1, 5, 9, 0)  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    import re

    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(out.getvalue())) as old, zipfile.ZipFile(data, "w") as new:
        for item in old.infolist():
            body = old.read(item.filename)
            if item.filename == "docProps/core.xml":
                body = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-05T09:00:00Z", body)
            new.writestr(item, body)
    return same_bytes(data.getvalue())
