"""Makes the sample district's blank forms and the sample mails, all fictional. Needs the development packages.

    python examples/build.py

The files it writes are kept in the repository: the demo and the tests read those, not this script.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
from docx import Document as Word
from openpyxl import Workbook
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
FORMS = HERE / "district" / "forms"
MAILS = HERE / "mails"
DISTRICT = "Prairie Bend Community Consolidated School District 14"
SHORT = "Prairie Bend CCSD 14"
MAILBOX = "purchasing@prairiebend14.example"
CHICAGO = ZoneInfo("America/Chicago")
WIDTH, HEIGHT = letter
LEFT = 54.0

# --- the two forms: (section, question, kind, extra) -------------------------------------------------------------------

RFI_TITLE = "Vendor Preliminary Request for Information Form"
RFI: list[tuple[str, list[tuple[str, str, str, tuple[str, ...]]]]] = [
    (
        "A. The company",
        [
            ("company", "Legal name of the company", "text", ()),
            ("contact", "Contact name and title", "text", ()),
            ("email", "E-mail of the contact", "text", ()),
            ("phone", "Telephone", "text", ()),
            ("fax", "Fax", "text", ()),
        ],
    ),
    (
        "B. The software",
        [
            ("product", "Name of the software", "text", ()),
            ("purpose", "What students or staff will do with it", "text", ()),
            ("schools", "School(s) or department(s) that will use it", "text", ()),
            ("needed", "Date by which approval is needed", "text", ()),
            ("hosting", "Where the data is hosted (city, state, provider)", "text", ()),
            (
                "signon",
                "Sign-on supported (check all that apply)",
                "boxes",
                ("Google", "Microsoft", "ClassLink", "Password"),
            ),
        ],
    ),
    (
        "C. Student data",
        [
            (
                "soppa",
                "Is the software subject to SOPPA? (check one)",
                "boxes",
                ("Yes, it is subject to SOPPA", "No, it is not subject to SOPPA"),
            ),
            ("reason", "If not subject to SOPPA, state why", "text", ()),
            ("retention", "How long data is kept after the contract ends", "text", ()),
            ("insurance", "Cyber liability insurance: carrier and limit", "text", ()),
        ],
    ),
    (
        "D. Prepared by",
        [
            ("prepared", "Name of the person who completed this form", "text", ()),
            ("prepared_on", "Date completed", "text", ()),
        ],
    ),
    ("For District use only", [("reviewer", "Reviewed by", "text", ()), ("reviewed_on", "Date reviewed", "text", ())]),
]

SOPPA_TITLE = "Student Online Personal Protection Act Agreement"
SOPPA_TEXT = [
    "This Agreement is made between the Board of Education of Prairie Bend Community Consolidated School District 14,",
    "1400 Bluestem Road, Prairie Bend, Illinois, and the operator named below. It governs covered information that the",
    "operator receives through the product and satisfies the Student Online Personal Protection Act (105 ILCS 85).",
    "The operator will not sell or rent covered information, will not use it for targeted advertising, and will not amass",
    "a profile of a student except in furtherance of K through 12 school purposes.",
    "The operator maintains reasonable security procedures and practices, and will tell the District of a breach within",
    "thirty calendar days of the determination that a breach has occurred.",
    "Upon request the operator deletes or returns covered information within the time stated in Schedule 2.",
]
SOPPA: list[tuple[str, list[tuple[str, str, str, tuple[str, ...]]]]] = [
    (
        "The operator",
        [
            ("operator", "Name of the operator", "text", ()),
            ("address", "Address", "text", ()),
            ("product", "Product covered by this Agreement", "text", ()),
        ],
    ),
    (
        "Schedule 1. Covered information received",
        [
            (
                "data",
                "Data elements (check all that apply)",
                "boxes",
                ("Name", "Student number", "Grade level", "School e-mail", "Course work", "None"),
            ),
            ("use", "What it is used for", "text", ()),
        ],
    ),
    (
        "Schedule 2. Retention",
        [
            ("retention", "Data retention period after termination", "text", ()),
            ("breach", "Person to call in case of a breach, with telephone", "text", ()),
        ],
    ),
    (
        "For the operator",
        [
            ("sign", "Signature of the operator's authorized representative", "signature", ()),
            ("name", "Printed name and title", "text", ()),
            ("signed_on", "Date signed", "text", ()),
        ],
    ),
    (
        "For the District",
        [
            ("d_sign", "Signature of the Superintendent", "signature", ()),
            ("d_on", "Date signed by the District", "text", ()),
        ],
    ),
]
Sections = list[tuple[str, list[tuple[str, str, str, tuple[str, ...]]]]]
Box = tuple[float, float, float, float]


@dataclass
class Layout:
    """Where each place of a form lies: name (with ".N" for the boxes of a group) -> page, box from the bottom left."""

    places: dict[str, tuple[int, Box]]


def draw_form(
    canvas: Canvas, title: str, sections: Sections, intro: Iterable[str], revision: str, *, fillable: bool
) -> Layout:
    places: dict[str, tuple[int, Box]] = {}
    page, y = 1, 0.0

    def head() -> float:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(LEFT, HEIGHT - 60, title)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(LEFT, HEIGHT - 74, DISTRICT)
        canvas.drawString(LEFT, 36, f"{SHORT}   {revision}   page {page}")
        return HEIGHT - 100

    y = head()
    canvas.setFont("Times-Roman", 10)
    for line in intro:
        canvas.drawString(LEFT, y, line)
        y -= 13
    for section, questions in sections:
        if y < 170:
            canvas.showPage()
            page += 1
            y = head()
        y -= 12
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(LEFT, y, section)
        y -= 20
        for name, label, kind, options in questions:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(LEFT, y, label)
            if kind == "boxes":
                y -= 16
                x = LEFT + 12
                for number, option in enumerate(options, 1):
                    if x > WIDTH - 210:
                        x, y = LEFT + 12, y - 15
                    box = (x, y - 2, x + 10, y + 8)
                    places[f"{name}.{number}"] = (page, box)
                    if fillable:
                        canvas.acroForm.checkbox(
                            name=f"{name}_{number}",
                            tooltip=f"{label}: {option}",
                            x=x,
                            y=y - 2,
                            size=10,
                            borderWidth=0.5,
                        )
                    else:
                        canvas.rect(x, y - 2, 10, 10, stroke=1, fill=0)
                    canvas.drawString(x + 15, y, option)
                    x += 24 + canvas.stringWidth(option, "Helvetica", 9) + 12
            else:
                tall = 26 if kind == "signature" else 15
                box = (LEFT + 250, y - 4, WIDTH - LEFT, y - 4 + tall)
                places[name] = (page, box)
                if fillable and kind == "text":
                    canvas.acroForm.textfield(
                        name=name, tooltip=label, x=box[0], y=box[1], width=box[2] - box[0], height=tall, fontSize=9,
                        borderWidth=0.5,
                    )  # fmt: skip
                else:
                    canvas.line(box[0], box[1], box[2], box[1])
            y -= 27
    canvas.showPage()
    return Layout(places)


def pdf(paint: Callable[[Canvas], None]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter, invariant=1)
    paint(canvas)
    canvas.save()
    return buffer.getvalue()


def blank(
    title: str, sections: Sections, intro: Iterable[str], revision: str, *, fillable: bool
) -> tuple[bytes, Layout]:
    found: list[Layout] = []
    data = pdf(lambda c: found.append(draw_form(c, title, sections, intro, revision, fillable=fillable)))
    return data, found[0]


def word_form(answers: Mapping[str, str] | None = None) -> bytes:
    """The RFI form in Word: a table a section, the answer beside the question, boxes as characters."""
    answers = answers or {}
    document = Word()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 7, 1)
    document.add_heading(RFI_TITLE, 1)
    document.add_paragraph(f"{DISTRICT}. Complete every line; write N/A where a question does not apply.")
    for section, questions in RFI:
        document.add_heading(section, 2)
        table = document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        for name, label, kind, options in questions:
            cells = table.add_row().cells
            cells[0].text = label
            if kind == "boxes":
                on = {int(n) for n in answers.get(name, "").split(",") if n}
                cells[1].text = "   ".join(
                    f"{'☒' if number in on else '☐'} {option}" for number, option in enumerate(options, 1)
                )
            else:
                cells[1].text = answers.get(name, "")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


# --- filling -----------------------------------------------------------------------------------------------------------


def fill(data: bytes, answers: Mapping[str, str]) -> bytes:
    """As a PDF viewer does: values into the fields. A box group is answered with its numbers, "1,3"."""
    with pikepdf.open(io.BytesIO(data)) as document:
        document.Root.AcroForm.NeedAppearances = True
        for widget in (a for page in document.pages for a in page.get("/Annots", [])):
            name = str(widget.get("/T", ""))
            stem, _, number = name.rpartition("_")
            if stem in answers and number.isdigit():
                if number in answers[stem].split(","):
                    state = next(k for k in widget.AP.N.keys() if k != "/Off")  # noqa: SIM118 - a PDF dictionary
                    widget.V = widget.AS = pikepdf.Name(state)
            elif name in answers:
                widget.V = pikepdf.String(answers[name])
                if "/AP" in widget:
                    del widget["/AP"]
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def sign(data: bytes, layout: Layout, place: str, seed: int) -> bytes:
    """A signature drawn by hand over the line."""
    page, (x0, y0, x1, _y1) = layout.places[place]
    pen = random.Random(seed)

    def paint(canvas: Canvas) -> None:
        for _ in range(1, page):
            canvas.showPage()
        canvas.setLineWidth(1.3)
        canvas.setStrokeColorRGB(0.05, 0.1, 0.5)
        path = canvas.beginPath()
        x, y = x0 + 20, y0 + 8
        path.moveTo(x, y)
        while x < min(x1 - 60, x0 + 150):
            step = pen.uniform(8, 18)
            path.curveTo(
                x + step / 3,
                y + pen.uniform(-9, 16),
                x + step / 2,
                y + pen.uniform(-9, 16),
                x + step,
                y + pen.uniform(-3, 6),
            )
            x += step
        canvas.drawPath(path)
        canvas.showPage()

    with pikepdf.open(io.BytesIO(data)) as document, pikepdf.open(io.BytesIO(pdf(paint))) as ink:
        document.pages[page - 1].add_overlay(ink.pages[page - 1])
        buffer = io.BytesIO()
        document.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def locked(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        buffer = io.BytesIO()
        document.save(buffer, encryption=pikepdf.Encryption(owner="o", user="needed", R=6))
    return buffer.getvalue()


# --- order forms -------------------------------------------------------------------------------------------------------


def quote(vendor: str, number: str, product: str, quantity: int, unit: str, price: float, valid: str) -> bytes:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(LEFT, HEIGHT - 70, vendor)
        canvas.setFont("Helvetica-Bold", 13)
        canvas.drawRightString(WIDTH - LEFT, HEIGHT - 70, f"Quote {number}")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(LEFT, HEIGHT - 100, f"Prepared for: {SHORT}, 1400 Bluestem Road, Prairie Bend, Illinois")
        canvas.drawString(LEFT, HEIGHT - 115, f"This quote is valid until {valid}.")
        y = HEIGHT - 160
        columns = (LEFT, 330.0, 400.0, 480.0)
        for x, text in zip(columns, ("Description", "Quantity", "Unit price", "Amount"), strict=True):
            canvas.drawString(x, y, text)
        canvas.line(LEFT, y - 4, WIDTH - LEFT, y - 4)
        amount = quantity * price
        row = (f"{product}, 12 months", f"{quantity} {unit}", f"${price:,.2f}", f"${amount:,.2f}")
        for x, text in zip(columns, row, strict=True):
            canvas.drawString(x, y - 20, text)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(400, y - 50, "Total")
        canvas.drawString(480, y - 50, f"${amount:,.2f}")
        canvas.showPage()

    return pdf(paint)


def order_sheet(vendor: str, number: str, product: str, quantity: int, price: float) -> bytes:
    book = Workbook()
    sheet = book.active
    for row in (
        [vendor],
        ["Order form", number],
        ["Customer", SHORT],
        [],
        ["Item", "Quantity", "Unit price", "Total"],
        [f"{product} annual license", quantity, price, quantity * price],
        [],
        ["Order total", None, None, quantity * price],
    ):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


# --- mails -------------------------------------------------------------------------------------------------------------

PDF = ("application", "pdf")
DOCX = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def mail(
    slug: str,
    sender: tuple[str, str],
    subject: str,
    when: datetime,
    body: str,
    files: Iterable[tuple[str, tuple[str, str], bytes]] = (),
    headers: Mapping[str, str] | None = None,
) -> None:
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr(sender)
    message["To"] = MAILBOX
    message["Subject"] = subject
    message["Date"] = format_datetime(when.replace(tzinfo=CHICAGO))
    message["Message-ID"] = f"<{slug}@{sender[1].partition('@')[2]}>"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(body)
    for filename, (main, sub), data in files:
        message.add_attachment(data, maintype=main, subtype=sub, filename=filename)
    if message.is_multipart():
        message.set_boundary(f"=_{slug}_=")
    (MAILS / f"{slug}.eml").write_bytes(message.as_bytes())


def main() -> None:
    FORMS.mkdir(parents=True, exist_ok=True)
    MAILS.mkdir(parents=True, exist_ok=True)
    rfi, _ = blank(
        RFI_TITLE,
        RFI,
        ["Complete every line; write N/A where a question does not apply."],
        "PB-20 (7/2026)",
        fillable=True,
    )
    soppa, layout = blank(SOPPA_TITLE, SOPPA, SOPPA_TEXT, "PB-21 (7/2026)", fillable=True)
    printed, _ = blank(SOPPA_TITLE, SOPPA, SOPPA_TEXT, "PB-21 (7/2026)", fillable=False)
    (FORMS / "vendor-rfi.pdf").write_bytes(rfi)
    (FORMS / "vendor-rfi.docx").write_bytes(word_form())
    (FORMS / "soppa-agreement.pdf").write_bytes(soppa)
    (FORMS / "soppa-agreement-print.pdf").write_bytes(printed)
    write_mails(rfi, soppa, layout)


def rfi_answers(company: str, product: str, contact: str, **other: str) -> dict[str, str]:
    return {
        "company": company, "contact": contact, "email": "see signature", "phone": "(555) 555-0100", "product": product,
        "purpose": "Practice and formative assessment in class", "schools": "See the covering mail",
        "needed": "See the covering mail", "hosting": "Columbus, Ohio; Granite Cloud", "signon": "1,3", "soppa": "1",
        "reason": "N/A", "retention": "60 days", "insurance": "Lakeside Mutual, $5,000,000",
        "prepared": contact, "prepared_on": "9/14/2026",
    } | other  # fmt: skip


def soppa_answers(operator: str, product: str, signer: str, **other: str) -> dict[str, str]:
    return {
        "operator": operator, "address": "12 Quarry Street, Dunmore, OH 43999", "product": product, "data": "1,3,5",
        "use": "To provide the product to classes", "retention": "60 days", "breach": f"{signer}, (555) 555-0100",
        "name": signer, "signed_on": "9/14/2026",
    } | other  # fmt: skip


def write_mails(rfi: bytes, soppa: bytes, layout: Layout) -> None:
    fern = ("Nadia Fern", "nadia@fernwaymath.example")
    mail(
        "01-all-five", fern, "Fernway Math: order form, RFI and SOPPA agreement", datetime(2026, 9, 14, 9, 5),
        "Good morning,\n\nFernway would like to offer Fernway Math to the District. Attached are our quote, your RFI form and "
        "the signed SOPPA agreement.\n\nSchools: Bluestem Elementary School and Meadowlark Elementary School\n"
        "Deadline for final approval and sign-off: November 20, 2026\n\nKind regards,\nNadia Fern\nFernway Learning, Inc.\n",
        [
            ("Quote FW-301.pdf", PDF, quote("Fernway Learning, Inc.", "FW-301", "Fernway Math", 420, "students", 6.5, "December 31, 2026")),
            ("RFI Fernway.pdf", PDF, fill(rfi, rfi_answers("Fernway Learning, Inc.", "Fernway Math", "Nadia Fern, Partnerships"))),
            ("SOPPA Fernway signed.pdf", PDF, sign(fill(soppa, soppa_answers("Fernway Learning, Inc.", "Fernway Math", "Nadia Fern, VP")), layout, "sign", 1)),
        ],
    )  # fmt: skip
    tide = ("Owen Tidewell", "owen@tidewell.example")
    unsigned = fill(soppa, soppa_answers("Tidewell Labs LLC", "Tidewell Reader", "Owen Tidewell, CEO", retention=""))
    mail(
        "02-unsigned-and-unfinished", tide, "Tidewell Reader paperwork", datetime(2026, 9, 15, 11, 40),
        "Hi,\n\norder form, RFI and SOPPA agreement for Tidewell Reader are attached. It is for Harrier Middle School. We would "
        "need your approval by 10/30/2026.\n\nThanks!\nOwen\n",
        [
            ("TW-88.xlsx", XLSX, order_sheet("Tidewell Labs LLC", "TW-88", "Tidewell Reader", 300, 4.0)),
            ("rfi.docx", DOCX, word_form(rfi_answers("Tidewell Labs LLC", "Tidewell Reader", "Owen Tidewell, CEO", fax="none"))),
            ("soppa.pdf", PDF, unsigned),
        ],
    )  # fmt: skip
    mail(
        "03-agreement-on-file", ("Petra Sandoval", "petra@copperline.example"), "Copperline Typing renewal",
        datetime(2026, 9, 15, 14, 2),
        "Hello,\n\nour order form for Copperline Typing is attached; we are on your list of SOPPA agreements.\n\n"
        "Used by: all elementary schools\nApproval needed by: December 1, 2026\n\nPetra Sandoval\nCopperline Software\n",
        [("CL-2026-77.pdf", PDF, quote("Copperline Software", "CL-2026-77", "Copperline Typing", 900, "licenses", 2.25, "October 31, 2026"))],
    )  # fmt: skip
    mail(
        "04-as-soon-as-possible", ("Petra Sandoval", "petra@copperline.example"), "Copperline Keys order",
        datetime(2026, 9, 16, 8, 30),
        "Hello,\n\nhere is the order form for Copperline Keys, for Prairie Bend High School. As you have an agreement with "
        "us for Copperline Typing I assume that this one is covered. Please approve it as soon as possible.\n\nPetra\n",
        [("CL-2026-81.pdf", PDF, quote("Copperline Software", "CL-2026-81", "Copperline Keys", 120, "licenses", 3.0, "October 31, 2026"))],
    )  # fmt: skip
    mail(
        "05-not-subject-to-soppa", ("Grace Oyelaran", "grace@hearthpayroll.example"), "Hearth Payroll for the Business Office",
        datetime(2026, 9, 16, 10, 15),
        "Dear purchasing team,\n\nattached are our quote and your RFI form for Hearth Payroll. It holds no student data; we have "
        "said so in the form.\n\nDepartment: Business Office\nFinal approval by: November 2, 2026\n\nSincerely,\nGrace Oyelaran\n"
        "Hearth Systems Corp.\n",
        [
            ("Hearth quote 5512.pdf", PDF, quote("Hearth Systems Corp.", "5512", "Hearth Payroll", 1, "site license", 7800, "November 30, 2026")),
            ("Vendor RFI - Hearth.docx", DOCX, word_form(rfi_answers(
                "Hearth Systems Corp.", "Hearth Payroll", "Grace Oyelaran, Sales", soppa="2", fax="N/A",
                reason="It processes staff payroll only; no student data"))),
        ],
    )  # fmt: skip
    mail(
        "06-how-to-submit", ("Ivo Marsh", "ivo@stonebridgelabs.example"), "How can we sell to the District?",
        datetime(2026, 9, 17, 9, 0),
        "Hello,\n\nwe make Stonebridge Chemistry, a virtual lab, and a teacher of yours would like to use it. What do you need from "
        "us so that the District can approve it?\n\nIvo Marsh\nStonebridge Labs\n",
    )  # fmt: skip
    mail(
        "07-out-of-office", tide, "Automatic reply: Tidewell Reader paperwork", datetime(2026, 9, 15, 11, 45),
        "I am out of the office until September 21 and will answer when I am back.\n\nOwen\n",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
    )  # fmt: skip
    mail(
        "08-newsletter", ("Ed Buyer Weekly", "news@edbuyerweekly.example"), "This week: 12 order forms we love",
        datetime(2026, 9, 17, 6, 0), "Read on our site.\n\nUnsubscribe at the link below.\n",
        headers={"List-Unsubscribe": "<https://edbuyerweekly.example/u/1>", "Precedence": "bulk"},
    )  # fmt: skip
    mail(
        "09-staff-forward", ("Lena Ortiz", "lortiz@prairiebend14.example"), "Fwd: Skylark Music quote",
        datetime(2026, 9, 17, 13, 20),
        "Can you take this? Our band would like to have it.\n\nLena Ortiz\nPrincipal, Harrier Middle School\n\n"
        "---------- Forwarded message ---------\nFrom: Ben Skylar <ben@skylarkmusic.example>\n"
        "Date: Wed, Sep 16, 2026 at 4:10 PM\nSubject: Skylark Music quote\nTo: <lortiz@prairiebend14.example>\n\n"
        "Hi Lena, the quote is attached. Ben\n",
        [("SM-19.pdf", PDF, quote("Skylark Music LLC", "SM-19", "Skylark Music", 60, "seats", 9, "October 15, 2026"))],
    )  # fmt: skip
    mail(
        "10-expired-agreement", ("Rosa Lindgren", "rosa@mapleandpine.example"), "Maple & Pine Spanish, order form",
        datetime(2026, 9, 18, 9, 45),
        "Good morning,\n\nthe order form for Maple & Pine Spanish is attached. Our SOPPA agreement is on file with you.\n\n"
        "It will be used at Prairie Bend High School. Please have it approved by November 13, 2026.\n\nRosa Lindgren\n"
        "Maple & Pine Publishing\n",
        [("Order form MP-4.pdf", PDF, quote("Maple & Pine Publishing", "MP-4", "Maple & Pine Spanish", 150, "students", 11, "December 15, 2026"))],
    )  # fmt: skip
    gull = ("Tom Gulliver", "tom@gulliverdata.example")
    mail(
        "11-locked-file-and-link", gull, "Gulliver Attendance documents", datetime(2026, 9, 18, 15, 5),
        "Hello,\n\nthe SOPPA agreement is attached. The other papers are in our folder: "
        "https://drive.google.com/drive/folders/1a2b3c\n\nDepartment: Student Services. Approval by December 11, 2026, please.\n\n"
        "Tom Gulliver\n",
        [("SOPPA agreement (protected).pdf", PDF, locked(soppa))],
    )  # fmt: skip
    mail(
        "12-sales-pitch", ("Kit Harlow", "kit@brightfunnel.example"), "Quick call next week?", datetime(2026, 9, 18, 16, 40),
        "Hi there,\n\nwe help districts like yours to boost engagement. Do you have 15 minutes next Tuesday for a demo?\n\nKit\n",
    )  # fmt: skip
    mail(
        "13-signed-copy-follows", tide, "Tidewell Reader: signed SOPPA agreement", datetime(2026, 9, 21, 9, 10),
        "Good morning,\n\nhere is the SOPPA agreement for Tidewell Reader again, now signed and with the retention period filled "
        "in.\n\nOwen\n",
        [("soppa signed.pdf", PDF, sign(fill(soppa, soppa_answers("Tidewell Labs LLC", "Tidewell Reader", "Owen Tidewell, CEO")), layout, "sign", 7))],
    )  # fmt: skip


if __name__ == "__main__":
    main()
