"""Papers that are not the District's forms, and products to which SOPPA does not apply."""
# ruff: noqa: E501 - letters read better unbroken

from __future__ import annotations

import fills
from blanks import rfi_docx, rfi_pdf
from corpus import (
    ALT,
    EV,
    HS,
    LDA,
    RFI,
    RFI_SPOTS,
    WJ,
    WV,
    Corpus,
    quote,
    rfi_typed,
    rider_typed,
)
from papers import prose, word
from vendors import Vendor
from wording import RFI_INTRO, RFI_PAGES


def not_ours(c: Corpus) -> None:
    v = Vendor(
        "Hobnail Publishing",
        "Hobnail History",
        "Kit Larrabee",
        "Rep",
        "kit@hobnail.example",
        "17 Cobbler Sq, Lynn, MA 01999",
    )
    twin, spots = rfi_pdf(
        "Technology Vendor Intake Questionnaire",
        "Osage Bend Community Unit School District 250",
        RFI_INTRO.replace("krusd205", "osagebend250").replace(
            "Selling software to our schools?", "Thank you for your interest in Osage Bend schools."
        ),
        [
            tuple(
                [
                    (
                        k,
                        key,
                        label.replace("Company (full legal name)", "Vendor legal name")
                        .replace("City and state where data is kept", "Data center location")
                        .replace("How data is encrypted", "Encryption standard"),
                        x,
                    )
                    for k, key, label, x in column
                    if key not in ("roster", "vpat", "runs")
                ]
                for column in page
            )
            for page in RFI_PAGES
        ],
        "OB-250 Tech 1",
    )
    c.add(
        "hobnail-twin-district",
        v,
        "2026-10-26 10:30",
        "Hobnail History",
        "Hello, we'd filled this questionnaire out for your neighbors at Osage Bend last month, so I'm sending that along with the rider you sent us. "
        "Quote attached. Location: Lincoln Douglas Academy. Final approval by December 14, 2026, please.\n\nKit",
        [
            (
                "HH quote.pdf",
                quote(v, "HH-40", "10/26/2026", [("Hobnail History 8, student edition", 130, 14.0)]),
                "order_form",
            ),
            ("Intake Questionnaire.pdf", fills.typed(twin, spots, v.rfi("9/18/2026")), "other"),
            ("KR rider signed.pdf", rider_typed(v, "10/26/2026"), "soppa_form"),
        ],
        "RMR",
        [LDA],
        "2026-12-14",
        tags=["other-district-forms"],
        why="The questionnaire is another district's, with the same title.",
    )
    v = Vendor(
        "Isinglass Optics Ed",
        "Isinglass Vision",
        "Cole Marsh",
        "Sales eng.",
        "cole@isinglass.example",
        "2 Lens Ct, Rochester, NY 14699",
    )
    old = prose(
        "Student Records Confidentiality Addendum",
        [
            "This Addendum is between Kestrel Ridge Unit School District 205 and the vendor that signs below. It was approved by the Board on August 17, 2020.",
            "The vendor keeps school student records confidential, uses them for the contracted service only, and returns or destroys them on request.",
            "The vendor shall notify the District of unauthorized access within seventy-two hours and shall bear the cost of notification.",
            "Vendor: Isinglass Optics Ed      Product: Isinglass Vision      Signed: /s/ Cole Marsh      Date: 10/26/2026",
        ],
    )
    c.add(
        "isinglass-older-title",
        v,
        "2026-10-27 11:11",
        "Isinglass – forms",
        "Attaching the confidentiality addendum we've always used with you, the new questionnaire, and quote 9. Eastview, Westview. Approval by Jan 6, 2027.",
        [
            (
                "Quote 9.pdf",
                quote(v, "9", "10/27/2026", [("Isinglass Vision station", 4, 150.0)], look=1),
                "order_form",
            ),
            ("intake-isinglass.docx", rfi_docx(v.rfi("10/27/2026"), mark="\u2611"), "rfi_form"),
            ("KRUSD Student Records Addendum signed.pdf", old, "other"),
        ],
        "RRM",
        [EV, WV],
        "2027-01-06",
        tags=["older-title-form", "docx-typed"],
        why="The addendum is the District's paper of 2020 under another title.",
    )
    v = Vendor(
        "Kilnwork Ceramics Online",
        "Kilnwork Glaze",
        "Peg Toussaint",
        "Legal ops",
        "legal@kilnwork.example",
        "6 Bisque Rd, Asheville, NC 28899",
    )
    ndpa = prose(
        "IL-NDPA v1.0a Standard Student Data Privacy Agreement",
        [
            "This Student Data Privacy Agreement is entered into by and between the Local Education Agency, Kestrel Ridge Unit School District 205, and Kilnwork Ceramics Online (the Provider).",
            "WHEREAS, the Provider is providing educational or digital services to the LEA. WHEREAS, the Provider and LEA recognize the need to protect personally identifiable student information exchanged between them as required by FERPA, COPPA, PPRA and applicable state law.",
            "ARTICLE I: PURPOSE AND SCOPE. ARTICLE II: DATA OWNERSHIP AND AUTHORIZED ACCESS. ARTICLE III: DUTIES OF LEA. ARTICLE IV: DUTIES OF PROVIDER. ARTICLE V: DATA PROVISIONS. EXHIBIT G: SUPPLEMENTAL SDPC STATE TERMS FOR ILLINOIS.",
            "Provider: Kilnwork Ceramics Online. By: /s/ Peg Toussaint. Date: 10/28/2026. Title: Legal operations.",
        ],
        pages=3,
    )
    c.add(
        "kilnwork-ndpa",
        v,
        "2026-10-28 15:15",
        "NDPA + quote for Kilnwork Glaze",
        "Counsel prefers the statewide NDPA with Exhibit E/G rather than district-specific riders; an executed copy is attached and should satisfy SOPPA. "
        "Also attached: intake questionnaire, quote KG-12.\n\nUse: art rooms at Kestrel Ridge High School and Washington Junior High.\nApproval requested no later than 12/18/26.\n\nPeg Toussaint\nLegal Ops",
        [
            ("KG-12.pdf", quote(v, "KG-12", "10/28/2026", [("Kilnwork Glaze simulator", 2, 275.0)]), "order_form"),
            ("Questionnaire_Kilnwork.pdf", rfi_typed(v, "10/28/2026"), "rfi_form"),
            ("SOPPA_IL-NDPA_executed.pdf", ndpa, "other"),
        ],
        "RRM",
        [HS, WJ],
        "2026-12-18",
        look="outlook",
        tags=["ndpa"],
        why="The IL-NDPA is not the District's rider.",
    )
    v = Vendor(
        "Lodestar Tutors Inc",
        "Lodestar Live",
        "Trey Macklin",
        "BDR",
        "trey@lodestartutors.example",
        "80 Polaris Dr, Plano, TX 75099",
    )
    policy = prose(
        "Lodestar Privacy Policy (SOPPA compliant)",
        [
            "Last updated June 2026. Lodestar Tutors Inc respects your privacy. This policy explains what student data we collect when a school uses Lodestar Live, how we use and share it, and the choices that schools and parents have under SOPPA, FERPA and COPPA.",
            "We do not sell student data or use it for targeted advertising. We retain data for as long as the account is active. Contact privacy@lodestartutors.example.",
        ],
        "Helvetica",
    )
    c.add(
        "lodestar-policy-as-rider",
        v,
        "2026-10-29 12:00",
        "Lodestar Live onboarding",
        "hey there!! sooo excited to partner :) quote, questionnaire and SOPPA rider attached. It's for the alternative program, and they'd need sign-off by 1/4/2027\n\nTrey",
        [
            (
                "lodestar_quote.pdf",
                quote(v, "LL-55", "10/29/2026", [("Lodestar Live tutoring seats", 40, 60.0)]),
                "order_form",
            ),
            ("intake.docx", rfi_docx(v.rfi("10/29/2026", signin={"Own password"}), style="over"), "rfi_form"),
            ("Student Data Privacy Rider (SOPPA) Lodestar.pdf", policy, "other"),
        ],
        "RRM",
        [ALT],
        "2027-01-04",
        look="gmail",
        tags=["privacy-policy-as-soppa"],
        why="The file named after the rider is the vendor's own privacy policy.",
    )


def exempt(c: Corpus) -> None:
    v = Vendor(
        "Mossback Facilities Systems",
        "Mossback Work Orders",
        "Gil Ostrander",
        "Regional",
        "gil@mossback.example",
        "12 Boiler Rd, Peoria, IL 61699",
    )
    c.add(
        "mossback-exempt",
        v,
        "2026-11-02 09:45",
        "Work order system",
        "Morning. Order form and questionnaire attached. As the form says SOPPA isn't in play, no student ever touches this. It's for the Business Office. Board sign-off by December 16, 2026.\n\nGil",
        [
            (
                "Mossback order form.docx",
                word(
                    "Order Form",
                    ["Customer: KRUSD 205", "Mossback Work Orders - annual"],
                    [("Mossback Work Orders, unlimited users", 1, 3100.0)],
                ),
                "order_form",
            ),
            (
                "intake questionnaire.pdf",
                fills.typed(RFI, RFI_SPOTS, v.exempt("11/2/2026", "Custodial work orders only; no student data.")),
                "rfi_form",
            ),
        ],
        "RRE",
        ["Business and Operations"],
        "2026-12-16",
        disposition="complete",
        tags=["exempt", "department", "docx-order-form"],
        why="The questionnaire says that SOPPA doesn't apply, and why.",
    )
    v = Vendor(
        "Nettlefield Payroll",
        "Nettlefield Timeclock",
        "Bea Lund",
        "AM",
        "bea.lund@nettlefield.example",
        "1 Ledger Sq, Fargo, ND 58199",
    )
    c.add(
        "nettlefield-exempt-only-in-mail",
        v,
        "2026-11-03 10:02",
        "Timeclock quote",
        "Hi,\n\nOur timeclock holds employee hours only, therefore SOPPA is not applicable and we left the rider out. Questionnaire & quote attached.\n\nDepartment: HR\nApproval: 1/13/2027\n\nBea",
        [
            (
                "NT-8.pdf",
                quote(
                    v,
                    "NT-8",
                    "11/3/2026",
                    [("Timeclock terminals", 9, 289.0), ("Timeclock cloud, per employee", 260, 4.0)],
                ),
                "order_form",
            ),
            (
                "NT intake.docx",
                rfi_docx(v.rfi("11/3/2026", records={"No"}, soppa=None, users={"Office staff"})),
                "rfi_form",
            ),
        ],
        "RIM",
        ["Human Resources"],
        "2027-01-13",
        tags=["exempt-body-only", "check-group-unanswered"],
        why="Only the mail says that SOPPA doesn't apply; the questionnaire leaves that choice open.",
    )
    v = Vendor(
        "Dray & Halter Transit",
        "Halter Fleet",
        "Cy Bonner",
        "Sales",
        "cy@drayhalter.example",
        "404 Axle Ave, Moline, IL 61299",
    )
    c.add(
        "halter-exempt-word",
        v,
        "2026-11-04 14:44",
        "Fleet maintenance s/w",
        "Attached is the order form & questionnaire. For the bus barn. Would need it approved within 60 days.\n\nCy Bonner",
        [
            (
                "HF order.pdf",
                quote(v, "HF-1", "11/4/2026", [("Halter Fleet, per vehicle", 41, 36.0)], heading="Order Form", look=2),
                "order_form",
            ),
            (
                "Halter questionnaire.docx",
                rfi_docx(v.exempt("11/4/2026", "Vehicle maintenance records only"), mark="\u2611"),
                "rfi_form",
            ),
        ],
        "RRE",
        ["Transportation"],
        "2027-01-03",
        disposition="complete",
        tags=["exempt", "deadline-relative", "department", "alias"],
        why="Exempt by the Word questionnaire; 60 days after November 4 is January 3, 2027.",
    )
