"""Order forms of many looks, and papers that are not order forms."""
# ruff: noqa: E501 (sample letters read better unbroken)

import io

from paper import HEIGHT, WIDTH
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen import canvas


def page(blocks: list, face: str = "Helvetica", start: float = HEIGHT - 60) -> bytes:
    """A PDF from blocks: ("big", words), ("p", words), ("row", cells), ("head", cells), ("right", words), ("gap", points), ("break",)."""
    out = io.BytesIO()
    c = canvas.Canvas(out, pagesize=letter, invariant=1)
    bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier-Bold"}[face]
    y = start
    for kind, *rest in blocks:
        if kind == "break" or y < 70:
            c.showPage()
            y = HEIGHT - 60
        if kind == "big":
            c.setFont(bold, 17)
            c.drawString(60, y, rest[0])
            y -= 26
        elif kind == "p":
            c.setFont(face, 10)
            for line in simpleSplit(rest[0], face, 10, WIDTH - 120):
                c.drawString(60, y, line)
                y -= 13
            y -= 4
        elif kind == "right":
            c.setFont(bold, 10)
            c.drawRightString(WIDTH - 60, y, rest[0])
            y -= 15
        elif kind in ("row", "head"):
            cells = rest[0]
            c.setFont(bold if kind == "head" else face, 9.5)
            wide = (WIDTH - 120) * 0.52
            c.drawString(62, y, cells[0])
            step = (WIDTH - 120 - wide) / max(1, len(cells) - 1)
            for i, words in enumerate(cells[1:]):
                c.drawRightString(60 + wide + step * (i + 1), y, words)
            c.setLineWidth(0.3)
            c.line(60, y - 4, WIDTH - 60, y - 4)
            y -= 17
        elif kind == "gap":
            y -= rest[0]
    c.showPage()
    c.save()
    return out.getvalue()


def money(n: float) -> str:
    return f"${n:,.2f}"


def quote(v, look: str = "quote", extra: tuple[str, ...] = (), qty: int = 120, unit: float = 6.5) -> bytes:
    total = money(qty * unit)
    to = "Lakemont Public Schools, District 112, 1120 Lakeshore Parkway, Lakemont, IL 60045"
    rows = [
        ("head", ("Item", "Qty", "Unit", "Amount")),
        ("row", (f"{v.product}, annual license", str(qty), money(unit), total)),
        ("right", f"Total {total}"),
    ]
    more = [("p", words) for words in extra]
    if look == "quote":
        return page(
            [
                ("big", v.company),
                ("p", f"{v.street}, {v.city}, {v.state} {v.zip}"),
                ("right", f"QUOTATION {v.quote}"),
                ("right", f"Prepared {v.signed}"),
                ("p", "Bill to: " + to),
                ("gap", 10),
                *rows,
                ("gap", 10),
                *more,
                ("p", "Prices hold for 60 days. Net 30."),
            ]
        )
    if look == "proposal":
        return page(
            [
                ("big", f"Proposal: {v.product} for Lakemont"),
                ("p", f"{v.company}, reference {v.quote}"),
                ("gap", 8),
                ("p", v.about),
                (
                    "p",
                    f"We propose to provide {qty} licenses at {money(unit)} each, {total} in all, for twelve months. "
                    "Onboarding and two webinars are included at no charge.",
                ),
                *more,
                ("p", "To accept, sign here: ______________________   Date: __________"),
            ],
            "Times-Roman",
        )
    if look == "estimate":
        return page(
            [
                ("right", "ESTIMATE"),
                ("right", f"# {v.quote}"),
                ("p", v.company),
                ("p", f"{v.street}"),
                ("p", f"{v.city}, {v.state} {v.zip}"),
                ("gap", 14),
                ("p", "ADDRESS   " + to),
                ("gap", 6),
                ("head", ("ACTIVITY", "QTY", "RATE", "AMOUNT")),
                ("row", (v.product, str(qty), f"{unit:.2f}", f"{qty * unit:,.2f}")),
                ("right", f"TOTAL   {total}"),
                *more,
                ("p", "Accepted By                         Accepted Date"),
            ]
        )
    if look == "sow":
        return page(
            [
                ("big", "Statement of Work"),
                ("p", f"SOW {v.quote} between {v.company} and {to}"),
                ("p", "1. Scope. " + v.about),
                ("p", f"2. Deliverables. Subscription to {v.product} for {qty} users; data import; one training day."),
                ("p", f"3. Fees. Fixed fee of {total}, being {qty} seats at {money(unit)}."),
                *more,
                ("p", "4. Acceptance. Signed for the customer: ____________________"),
            ],
            "Times-Roman",
        )
    return page(
        [
            ("p", f"{v.company.upper()}   ORDER FORM"),
            ("p", f"ORDER NO. {v.quote}   DATE {v.signed}"),
            ("p", "CUSTOMER: " + to),
            ("gap", 6),
            ("head", ("PRODUCT / SKU", "SEATS", "PRICE", "EXTENDED")),
            ("row", (v.product, str(qty), f"{unit:.2f}", f"{qty * unit:.2f}")),
            ("right", f"ORDER TOTAL {total}"),
            *more,
            ("p", "CUSTOMER SIGNATURE ______________"),
        ],
        "Courier",
    )


def invoice(v) -> bytes:
    return page(
        [
            ("big", "INVOICE"),
            ("right", f"Invoice no. {v.quote.replace('Q', 'I')}"),
            ("right", "Invoice date 12/01/2026"),
            ("right", "Due 12/31/2026"),
            ("p", v.company),
            ("p", "Bill to: Lakemont Public Schools"),
            ("head", ("Description", "Qty", "Price", "Total")),
            ("row", (v.product, "95", "$11.00", "$1,045.00")),
            ("right", "Balance due $1,045.00"),
            (
                "p",
                "Remit payment to: PO Box 8812, Carol Stream, IL 60197. Past due accounts bear interest of 1% a month.",
            ),
        ]
    )


def purchase_order(v) -> bytes:
    return page(
        [
            ("big", "PURCHASE ORDER"),
            ("p", "Lakemont Public Schools, District 112"),
            ("right", "P.O. number 27-00418"),
            ("right", "P.O. date 11/30/2026"),
            ("p", f"Vendor: {v.company}"),
            ("p", "Ship to: Lakemont Public Schools Warehouse"),
            ("head", ("Description", "Qty", "Unit cost", "Total")),
            ("row", (v.product, "95", "$11.00", "$1,045.00")),
            ("right", "PO total $1,045.00"),
            ("p", "Authorized by: Director of Purchasing. Show this number on all invoices and packages."),
        ]
    )


def price_list(v) -> bytes:
    return page(
        [
            ("big", "2026-2027 Price List"),
            ("p", f"{v.company}. List prices for US schools, effective July 1, 2026. Subject to change."),
            ("head", ("Product", "1-99", "100-499", "500+")),
            ("row", (v.product, "$14.00", "$12.50", "$9.75")),
            ("row", (f"{v.product} Plus", "$19.00", "$17.00", "$13.00")),
            ("row", ("Onsite training (day)", "$1,900", "$1,900", "$1,900")),
            ("p", "Call your account manager for a quote tailored to your district."),
        ]
    )


def brochure(v) -> bytes:
    return page(
        [
            ("big", v.product),
            ("p", "Every learner. Every day."),
            ("p", v.about),
            (
                "p",
                "Trusted in over 2,000 classrooms. 94% of teachers say they would "
                "recommend us to a colleague. Awarded Best in Show 2025.",
            ),
            ("p", f"Book a demo: {v.email}"),
        ],
        "Times-Roman",
    )


def w9(v) -> bytes:
    return page(
        [
            ("p", "Form W-9 (Rev. March 2024)"),
            ("big", "Request for Taxpayer Identification Number and Certification"),
            ("p", "Department of the Treasury, Internal Revenue Service"),
            ("p", f"1 Name of entity/individual: {v.company}"),
            ("p", "3a Federal tax classification: [X] C corporation"),
            ("p", f"5 Address: {v.street}"),
            ("p", f"6 City, state, and ZIP code: {v.city}, {v.state} {v.zip}"),
            ("p", f"Part I Taxpayer Identification Number (TIN): {v.ein}"),
            (
                "p",
                "Part II Certification. Under penalties of perjury, I certify that the number "
                "shown on this form is my correct taxpayer identification number.",
            ),
            ("p", f"Sign here: {v.person}   Date: {v.signed}"),
        ]
    )


def renewal(v) -> bytes:
    return page(
        [
            ("big", "Renewal notice"),
            ("p", "Dear Lakemont customer,"),
            (
                "p",
                f"your subscription to {v.product} ends on January 31, 2027. To avoid an interruption, please "
                "let us know whether you would like to continue. Your representative will be glad to prepare pricing.",
            ),
            ("p", v.company),
        ]
    )


def policy(v) -> bytes:
    return page(
        [
            ("big", f"{v.company}: Student Data Privacy and SOPPA Commitment"),
            ("p", "Last updated May 2026"),
            (
                "p",
                f"This policy explains how {v.company} handles "
                f"information in {v.product}. We comply with FERPA, COPPA and state laws, including the Illinois Student Online Personal Protection Act.",
            ),
            ("p", "What we collect. First and last name, school e-mail account, grade level and usage statistics."),
            ("p", "What we do not do. We do not sell student data, and we do not show targeted advertising."),
            (
                "p",
                "Security. Data is encrypted in transit and at rest. We notify schools of any breach within 72 hours.",
            ),
            ("p", f"Questions? Write to privacy@{v.email.split('@')[1]}."),
            ("p", f"Signed, {v.person}, {v.post}, {v.signed}"),
        ]
    )


def ndpa(v) -> bytes:
    """The statewide agreement between this very district and the operator: still not the District's own form."""
    return page(
        [
            ("big", "STANDARD STUDENT DATA PRIVACY AGREEMENT"),
            ("p", "IL-NDPA Version 1.0a, Illinois K-12, Student Data Privacy Consortium"),
            ("p", "Local Education Agency: Lakemont Public Schools, District 112"),
            ("p", f"Provider: {v.company}"),
            ("p", f"Services: {v.product}"),
            (
                "p",
                "[X] If checked, the Supplemental State Terms and attached hereto as Exhibit G are hereby incorporated by reference.",
            ),
            (
                "p",
                f"IN WITNESS WHEREOF. Provider: {v.company}. Signed by: {v.person}. Title: {v.post}. Date: {v.signed}",
            ),
            ("break",),
            (
                "p",
                "ARTICLE I: PURPOSE AND SCOPE. The purpose of this DPA is to describe the duties and responsibilities to protect Student Data.",
            ),
            (
                "p",
                "ARTICLE II: DATA OWNERSHIP AND AUTHORIZED ACCESS. All Student Data transmitted to the Provider is and will continue to be the "
                "property of and under the control of the LEA.",
            ),
            ("p", "ARTICLE V: DATA PROVISIONS. Storage, audits, security, data breach."),
            ("break",),
            ("big", 'EXHIBIT "B" SCHEDULE OF DATA'),
            ("p", "Application Technology Meta Data: IP addresses [X]"),
            ("p", "Student Name: First and/or Last [X]"),
            ("p", "Enrollment: Student grade level [X]"),
            ("big", 'EXHIBIT "E" GENERAL OFFER OF PRIVACY TERMS'),
            ("p", f"Provider: {v.company}   Signed: {v.person}"),
        ],
        "Times-Roman",
    )


def former_form(v) -> bytes:
    """Lakemont's own paper of some years ago, under another title, no longer taken."""
    return page(
        [
            ("big", "Student Records Confidentiality Rider"),
            ("p", "Lakemont Public Schools, District 112, Board Exhibit 7:340-R, adopted 2019"),
            ("p", f"Company: {v.company}"),
            ("p", f"Software: {v.product}"),
            (
                "p",
                "The company agrees to hold student records in confidence, to use them for the "
                "District's purposes only, and to destroy them when the contract ends.",
            ),
            ("p", "The company warrants that its staff are trained in FERPA."),
            ("p", f"Signed for the company: /s/ {v.person}   {v.post}   {v.signed}"),
        ]
    )
