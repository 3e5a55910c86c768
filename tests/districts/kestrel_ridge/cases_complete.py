"""New operators whose papers are all there, filled in every way."""
# ruff: noqa: E501 - letters read better unbroken

from __future__ import annotations

import fills
from blanks import Flow, rfi_docx, rfi_flow, soppa_docx, soppa_pdf
from corpus import (
    ALT,
    ECC,
    EV,
    HS,
    INT,
    LDA,
    RFI,
    RFI_SPOTS,
    RIDER,
    RIDER_SPOTS,
    WE,
    WJ,
    WV,
    Corpus,
    quote,
    rfi_typed,
    rider_typed,
)
from papers import word, workbook
from vendors import Vendor


def complete(c: Corpus) -> None:
    v = Vendor(
        "Stonefruit Learning PBC",
        "Stonefruit Fractions",
        "Gemma Tran-Ellis",
        "Account lead",
        "gemma@stonefruitlearning.example",
        "88 Pit Road, Yakima, WA 98999",
    )
    c.add(
        "stonefruit-all-there",
        v,
        "2026-10-05 09:12",
        "Stonefruit Fractions for KRUSD 205",
        "Good morning!\n\nI think this is the whole packet, shout if not:\n\n* our quote (SF-3301)\n* your Technology Vendor Intake Questionnaire\n"
        "* the Student Data Privacy Rider with my signature\n\nWho's getting it: Eastview and Westview Elementary Schools.\n"
        "When we need a final yes from you: Friday, December 18, 2026.\n\nCheers\nGemma\n--\nGemma Tran-Ellis | Stonefruit Learning | 88 Pit Road, Yakima",
        [
            (
                "SF-3301.pdf",
                quote(
                    v,
                    "SF-3301",
                    "10/02/2026",
                    [("Stonefruit Fractions, classroom licence", 14, 95.0)],
                    ["Prices hold until 11/30/2026."],
                ),
                "order_form",
            ),
            ("Tech Vendor Intake - Stonefruit.pdf", rfi_typed(v, "10/2/2026"), "rfi_form"),
            (
                "Rider_signed.docx",
                soppa_docx(v.rider("10/02/2026", "/s/ Gemma Tran-Ellis", quote="the quote sent with this Rider")),
                "soppa_form",
            ),
        ],
        "RRR",
        [EV, WV],
        "2026-12-18",
        disposition="complete",
        look="gmail",
        tags=["complete", "flat-typed-over", "docx-typed", "sig-typed", "elided-enumeration", "valid-until-trap"],
        why="All five are there; 'Eastview and Westview Elementary Schools' are two schools; November 30 is only the quote's validity.",
    )
    v = Vendor(
        "Kilter Studio Inc.",
        "Kilter Kinetics",
        "Bo Ramaswamy",
        "VP, Schools",
        "bo.r@kilterstudio.example",
        "7 Lathe Ct, Duluth, MN 55899",
    )
    c.add(
        "kilter-annotations",
        v,
        "2026-10-06 15:40",
        "RE: paperwork",
        "Ms. Alvarado,\n\nPer our call. PDFs were marked up in my viewer so let me know if the text boxes do not show on your end.\n\n"
        "Location: Washington Jr. High\nApproval date: 1/15/27\n\nBo",
        [
            (
                "KS estimate 0440.pdf",
                quote(
                    v,
                    "0440",
                    "October 6, 2026",
                    [("Kilter Kinetics lab seats", 60, 11.5), ("Onboarding webinar", 1, 0.0)],
                    look=1,
                    heading="Estimate",
                ),
                "order_form",
            ),
            ("questionnaire.pdf", fills.annotated(RFI, RFI_SPOTS, v.rfi("10/06/26")), "rfi_form"),
            ("rider.pdf", fills.annotated(RIDER, RIDER_SPOTS, v.rider("10/06/26"), ink="sig"), "soppa_form"),
        ],
        "RRR",
        [WJ],
        "2027-01-15",
        disposition="complete",
        tags=["complete", "freetext-annotations", "sig-ink", "alias"],
        why="Text boxes over both blanks, a drawn signature, one school, a date.",
    )
    v = Vendor(
        "Pocketwatch Labs LLC",
        "Pocketwatch SEL",
        "Ines Oyelaran",
        "Founder",
        "ines@pocketwatchlabs.example",
        "19 Escapement Way, Akron, OH 44399",
    )
    c.add(
        "pocketwatch-scans",
        v,
        "2026-10-08 11:05",
        "scanned forms + quote",
        "Hi - scanned copies attached, quote is the first one. For Little Talons and the Intermediate School. "
        "We were told the board votes Nov. 30, 2026 so please have approval done by then.\n\nthx\nInes\n\nSent from my Galaxy",
        [
            (
                "doc00417.pdf",
                fills.scan_pdf(
                    fills.through_scanner(
                        fills.raster(
                            quote(
                                v,
                                "PW-77",
                                "10/7/2026",
                                [("Pocketwatch SEL, building licence", 2, 640.0)],
                                look=1,
                                heading="Proposal",
                            ),
                            110,
                        ),
                        9,
                    )
                ),
                "order_form",
            ),
            (
                "doc00418.pdf",
                fills.scan_pdf(
                    fills.through_scanner(fills.by_hand(RFI, RFI_SPOTS, v.rfi("10-7-26"), seed=11), 11, 0.8)
                ),
                "rfi_form",
            ),
            (
                "doc00419.pdf",
                fills.scan_pdf(
                    fills.through_scanner(
                        fills.by_hand(
                            RIDER,
                            RIDER_SPOTS,
                            v.rider("10-7-26", quote="see attached quote", h1a="none", h1b="", h1c=""),
                            "sig",
                            12,
                        ),
                        12,
                        0.6,
                    )
                ),
                "soppa_form",
            ),
        ],
        "RRR",
        [ECC, INT],
        "2026-11-30",
        disposition="complete",
        tags=["complete", "scan-handwritten", "sig-drawn", "unhelpful-names", "scan-order-form"],
        accept=["review"],
        why="Three legible scans, both forms full and the rider signed; two schools; the approval is wanted by November 30.",
    )
    v = Vendor(
        "Wren & Ladder Co.",
        "Ladder Writing",
        "Tomasz Abara",
        "Partnerships",
        "tomasz@wrenladder.example",
        "300 Rung Street, Boise, ID 83799",
    )
    c.add(
        "ladder-reflowed-print",
        v,
        "2026-10-12 08:55",
        "Ladder Writing – District paperwork",
        "Hello,\n\nWe completed your Word files and saved them as PDF. Sites are WJHS and KRHS. The principals asked that final approval happen on or before Jan 22, 2027.\n\nBest,\nTomasz Abara\nPartnerships, Wren & Ladder",
        [
            (
                "Ladder SOW 14.docx",
                word(
                    "Statement of Work 14",
                    ["Client: Kestrel Ridge Unit School District 205", "Product: Ladder Writing, school year 2026-27"],
                    [("Ladder Writing annual licence", 610, 3.25), ("Teacher workshop", 2, 450.0)],
                    ["Wren & Ladder Co. invoices on acceptance."],
                ),
                "order_form",
            ),
            (
                "Intake Ladder.pdf",
                Flow(rfi_flow(), v.rfi("October 9, 2026"), face="Times-Roman", size=11, margin=80, foot="").data,
                "rfi_form",
            ),
            (
                "Privacy Rider Ladder executed.pdf",
                soppa_pdf(
                    v.rider("October 9, 2026", "Tomasz Abara"), face="Times-Roman", size=11.5, margin=78, breaks=False
                )[0],
                "soppa_form",
            ),
        ],
        "RRR",
        [WJ, HS],
        "2027-01-22",
        disposition="complete",
        look="outlook",
        tags=["complete", "docx-to-pdf", "reflow", "sow", "sig-typed", "alias"],
        why="The Word forms were filled and printed with other line breaks; everything is answered and the name is typed on the signature line.",
    )
    v = Vendor(
        "Argyle Circuits, Inc.",
        "Argyle Breadboard",
        "Mina Castellan",
        "Education sales",
        "mcastellan@argylecircuits.example",
        "12 Solder Lane, Provo, UT 84699",
    )
    c.add(
        "argyle-made-fillable",
        v,
        "2026-11-05 10:20",
        "Argyle - completed documents (3)",
        "Attached please find three documents.\n\n1) AC-2026-118\n2) Technology Vendor Intake Questionnaire\n3) Student Data Privacy Rider, signed with my digital ID\n\n"
        "School: Lincoln-Douglas Academy\nDate by which we need the District's sign-off: 12 January 2027\n\nMina Castellan",
        [
            (
                "AC-2026-118.pdf",
                quote(
                    v,
                    "AC-2026-118",
                    "2026-11-04",
                    [("Argyle Breadboard kits w/ web editor", 24, 39.0)],
                    look=2,
                    heading="ORDER FORM",
                ),
                "order_form",
            ),
            ("2_intake.pdf", fills.made_fillable(RFI, RFI_SPOTS, v.rfi("11/05/2026"), False), "rfi_form"),
            ("3_rider.pdf", fills.made_fillable(RIDER, RIDER_SPOTS, v.rider("11/05/2026"), True, "sig"), "soppa_form"),
        ],
        "RRR",
        [LDA],
        "2027-01-12",
        disposition="complete",
        tags=["complete", "acroform-added", "acroform-no-appearance", "sig-digital"],
        why="The vendor put its own form fields on the flat blanks; all are filled and the signature field is signed.",
    )
    v = Vendor(
        "Saffron Tutor Collective",
        "Saffron Tutor",
        "Del Whitcraft",
        "Coordinator",
        "del@saffrontutor.example",
        "4 Crocus Ave, Athens, GA 30699",
    )
    c.add(
        "saffron-photos",
        v,
        "2026-11-09 18:31",
        "pics of the rider",
        "no scanner here at the retreat. photos of the 4 pages of the rider, the rest is normal pdf/word\n\nBuilding = Second Flight\nneed ok by 2/1/2027\n\nDel",
        [
            *(
                (f"IMG_20261109_{n}.jpg", data, "soppa_form")
                for n, data in enumerate(
                    fills.through_phone(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("Nov 9, 2026"), "sig", 21), 21), 1811
                )
            ),
            (
                "quote saffron.pdf",
                quote(v, "S-19", "Nov 6, 2026", [("Saffron Tutor hours, prepaid block", 100, 27.5)], look=1),
                "order_form",
            ),
            ("vendor questionnaire.docx", rfi_docx(v.rfi("Nov. 6, 2026"), style="over", mark="X"), "rfi_form"),
        ],
        "RRR",
        [ALT],
        "2027-02-01",
        disposition="complete",
        look="phone",
        tags=["complete", "photo", "sig-drawn", "docx-typed"],
        accept=["review"],
        why="Four photographs are the four pages of the rider, filled by hand and signed; the Word questionnaire is full.",
    )
    v = Vendor(
        "Ninepin Games Ltd",
        "Ninepin Numbers",
        "Arturo Vance",
        "Director",
        "arturo.vance@ninepin.example",
        "55 Alley Road, Tulsa, OK 74199",
    )
    parts = [
        quote(v, "NP-4", "11/10/2026", [("Ninepin Numbers site licence", 3, 410.0)]),
        rfi_typed(v, "11/10/2026"),
        rider_typed(v, "11/10/2026"),
    ]
    c.add(
        "ninepin-one-file",
        v,
        "2026-11-11 13:00",
        "Ninepin packet",
        "One PDF w/ everything. All three elementaries. Sign-off needed by the end of January 2027.\n\nA. Vance",
        [
            (
                "KRUSD205_Ninepin_packet.pdf",
                fills.joined(*parts),
                [("1", "order_form"), ("2-3", "rfi_form"), ("4-7", "soppa_form")],
            )
        ],
        "RRR",
        [WE, EV, WV],
        "2027-01-31",
        disposition="complete",
        look="gmail",
        tags=["complete", "bundle", "group-of-schools", "end-of-month", "sig-typed"],
        why="One file holds the quote and both full forms; the list has three elementary schools; the end of January is the 31st.",
    )
    v = Vendor(
        "Bluebottle Bio, Inc.",
        "Bluebottle Labs",
        "Dr. Hana Petrakis",
        "Chief learning officer",
        "hana@bluebottlebio.example",
        "2 Tide Street, Bath, ME 04599",
    )
    c.add(
        "bluebottle-controls-image",
        v,
        "2026-11-12 16:12",
        "Bluebottle Labs / Kestrel Ridge High",
        "Dear procurement team,\n\nenclosed are our price quotation, the completed intake questionnaire and the executed privacy rider. The biology department at the high school is where Bluebottle "
        "will be used. Could the District complete its approval no later than February 12? We would like to ship before spring break, which I understand begins March 22.\n\nWarm regards,\nHana Petrakis, PhD",
        [
            (
                "Bluebottle price quotation.xlsx",
                workbook(
                    "Price quotation",
                    "Bluebottle Bio, Inc.",
                    "BB-881",
                    [("Bluebottle Labs student seat", 240, 6.75)],
                    ["Valid 60 days"],
                ),
                "order_form",
            ),
            ("Intake_Bluebottle.docx", rfi_docx(v.rfi("11/12/2026"), style="control"), "rfi_form"),
            (
                "Rider_Bluebottle.docx",
                soppa_docx(v.rider("11/12/2026", fills.signature_png(8)), style="beside"),
                "soppa_form",
            ),
        ],
        "RRR",
        [HS],
        "2027-02-12",
        disposition="complete",
        look="outlook",
        tags=[
            "complete",
            "docx-content-controls",
            "sig-image",
            "xlsx-order-form",
            "deadline-no-year",
            "start-date-trap",
        ],
        why="Both Word forms are full, the signature is a picture; February 12 without a year is that of 2027; spring break is not the deadline.",
    )
    v = Vendor(
        "Quill & Kettle",
        "Kettle Journals",
        "Fern Adeyemi",
        "Owner",
        "fern@quillkettle.example",
        "1 Spout Row, Galena, IL 61099",
    )
    rider = fills.through_scanner(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("11/13/26"), "sig", 31), 31, 1.2)
    c.add(
        "kettle-shuffled-pages",
        v,
        "2026-11-16 07:58",
        "forms",
        "Good morning. Forms + estimate. My feeder mixed up the rider pages, sorry, but all four are there. Washington Elementary. Approval by 01/29/2027 pls. - Fern",
        [
            (
                "estimate 12.docx",
                word(
                    "Estimate 12",
                    ["Prepared for KRUSD 205 by Quill & Kettle", "November 13, 2026"],
                    [("Kettle Journals, one grade level", 3, 120.0)],
                ),
                "order_form",
            ),
            ("intake.pdf", rfi_typed(v, "11/13/26"), "rfi_form"),
            ("scan_rider.pdf", fills.fax_pdf([rider[i] for i in (2, 0, 3, 1)]), "soppa_form"),
        ],
        "RRR",
        [WE],
        "2027-01-29",
        disposition="complete",
        tags=["complete", "pages-out-of-order", "scan-handwritten", "sig-drawn", "docx-order-form"],
        accept=["review"],
        why="The pages are out of order, but all are there, full and signed.",
    )
    v = Vendor(
        "Marigold Bus Media",
        "Marigold Captions",
        "Sol Eriksen",
        "Ops",
        "sol@marigoldmedia.example",
        "909 Petal Pkwy, Waco, TX 76799",
    )
    c.add(
        "marigold-two-copies",
        v,
        "2026-11-17 12:44",
        "Marigold Captions - use the 2nd copy",
        "Hi there, I first started the Word one and then did it again as PDF, go by whichever you like.\nFor Student Services. Need it approved by December 21.\n\nSol",
        [
            (
                "intake draft.docx",
                rfi_docx(
                    {k: x for k, x in v.rfi("11/16/2026").items() if k in ("company", "person", "phone", "product")}
                ),
                "rfi_form",
            ),
            ("intake FINAL.pdf", rfi_typed(v, "11/17/2026"), "rfi_form"),
            (
                "privacy rider.pdf",
                fills.typed(
                    RIDER, RIDER_SPOTS, v.rider("11/17/2026", ""), images=[("sig", fills.signature_png(3), 90)]
                ),
                "soppa_form",
            ),
            (
                "MQ-20.pdf",
                quote(v, "MQ-20", "11/17/2026", [("Marigold Captions, minutes pack", 5000, 0.12)], look=2),
                "order_form",
            ),
        ],
        "RRR",
        ["Student Services"],
        "2026-12-21",
        disposition="complete",
        tags=["complete", "two-copies", "sig-image", "department", "deadline-no-year"],
        why="Of two questionnaires the full one counts; the rider has a picture of a signature.",
    )
