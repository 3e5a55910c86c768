"""New operators whose forms are not finished."""
# ruff: noqa: E501 - letters read better unbroken

from __future__ import annotations

import fills
from blanks import rfi_docx, soppa_docx
from corpus import (
    ALL,
    ALT,
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
from papers import word
from vendors import Vendor


def unfinished(c: Corpus) -> None:
    v = Vendor(
        "Tallgrass Media Works",
        "Tallgrass News",
        "Lou Brandvold",
        "Sales",
        "lou@tallgrassmedia.example",
        "60 Bluestem St, Salina, KS 67499",
    )
    c.add(
        "tallgrass-one-blank",
        v,
        "2026-10-13 10:10",
        "Tallgrass News for junior high",
        "Hello! Quote, questionnaire, rider. It's for Washington Junior High; the building hopes for a decision by 12/11/2026.\n\nLou",
        [
            (
                "TG quote.pdf",
                quote(v, "TG-510", "10/12/2026", [("Tallgrass News, whole building", 1, 899.0)]),
                "order_form",
            ),
            ("intake_tallgrass.docx", rfi_docx(v.rfi("10/13/2026", encrypt=None)), "rfi_form"),
            ("rider_tallgrass.pdf", rider_typed(v, "10/13/2026"), "soppa_form"),
        ],
        "RIR",
        [WJ],
        "2026-12-11",
        tags=["one-blank", "docx-typed", "sig-typed"],
        why="The questionnaire doesn't say how data is encrypted; all else is there.",
    )
    v = Vendor(
        "Quillon Robotics",
        "Quillon Coach",
        "Vera Lindholm",
        "CEO",
        "vera@quillonrobotics.example",
        "3 Hilt Way, Reno, NV 89599",
    )
    c.add(
        "quillon-unsigned",
        v,
        "2026-10-14 09:31",
        "Quillon Coach documents",
        "Documents enclosed. Eastview only, please. Final approval needed by December 4, 2026.\nVera",
        [
            (
                "Quillon_Q8.pdf",
                quote(v, "Q8", "10/14/2026", [("Quillon Coach pack of 30", 2, 333.0)], look=2),
                "order_form",
            ),
            ("Q intake.pdf", fills.annotated(RFI, RFI_SPOTS, v.rfi("10/14/2026"), False), "rfi_form"),
            ("Q rider.pdf", fills.annotated(RIDER, RIDER_SPOTS, v.rider("10/14/2026", ""), False), "soppa_form"),
        ],
        "RRI",
        [EV],
        "2026-12-04",
        tags=["sig-missing", "freetext-annotations", "date-only"],
        why="Name, title and date are typed on the rider, but the signature line is empty.",
    )
    v = Vendor(
        "Halfmoon Type Foundry",
        "Halfmoon Keys",
        "Ravi Sorrell",
        "Manager",
        "ravi@halfmoonkeys.example",
        "21 Serif Blvd, Troy, NY 12199",
    )
    c.add(
        "halfmoon-undated",
        v,
        "2026-10-15 14:02",
        "Halfmoon Keys order",
        "See attached x3. For: Intermediate. By when: Jan. 8, 2027 (approval).",
        [
            (
                "order.pdf",
                quote(v, "HM-1", "Oct 15, 2026", [("Halfmoon Keys seat", 300, 2.1)], heading="Order Form", look=1),
                "order_form",
            ),
            ("form1.pdf", rfi_typed(v, "Oct 15, 2026"), "rfi_form"),
            ("form2.docx", soppa_docx(v.rider("", "/s/ Ravi Sorrell")), "soppa_form"),
        ],
        "RRI",
        [INT],
        "2027-01-08",
        tags=["sig-undated", "docx-typed", "unhelpful-names"],
        why="The rider is signed, but the date beside the signature is empty.",
    )
    v = Vendor(
        "Bramble Health Records",
        "Bramble Clinic",
        "Nia Fontaine",
        "Implementation",
        "nia@bramblehealth.example",
        "8 Thorn Ct, Macon, GA 31299",
    )
    c.add(
        "bramble-row-unanswered",
        v,
        "2026-10-16 16:45",
        "Bramble Clinic – forms attached",
        "Good afternoon,\n\nOur proposal, intake questionnaire and signed rider are attached for Student Services.\nRequested approval date: December 15, 2026\n\nNia Fontaine",
        [
            (
                "Bramble proposal.docx",
                word(
                    "Proposal", ["Bramble Clinic for Kestrel Ridge USD 205"], [("Bramble Clinic nurse seat", 9, 210.0)]
                ),
                "order_form",
            ),
            ("Bramble intake.docx", rfi_docx(v.rfi("10/16/2026"), style="beside"), "rfi_form"),
            ("Bramble rider.docx", soppa_docx(v.rider("10/16/2026", "/s/ Nia Fontaine", e_health=None)), "soppa_form"),
        ],
        "RRI",
        ["Student Services"],
        "2026-12-15",
        tags=["yes-no-row-unanswered", "docx-typed"],
        why="In Exhibit 1 the row on health notes is marked neither Yes nor No.",
    )
    v = Vendor(
        "Corvid Maps",
        "Corvid Atlas",
        "Jules Marchetti",
        "Rep",
        "jules@corvidmaps.example",
        "70 Rook St, Salem, OR 97399",
    )
    c.add(
        "corvid-initials",
        v,
        "2026-10-19 08:20",
        "Atlas paperwork",
        "Morning,\nwe filled everything out for Corvid Atlas (KRHS + LDA). Please get this approved by January 20th, 2027.\nJules",
        [
            (
                "Corvid quote 66.pdf",
                quote(v, "66", "10/16/2026", [("Corvid Atlas, per building", 2, 375.0)], look=2),
                "order_form",
            ),
            ("CM intake.pdf", rfi_typed(v, "10/18/2026"), "rfi_form"),
            ("CM rider.pdf", rider_typed(v, "10/18/2026", i6=None), "soppa_form"),
        ],
        "RRI",
        [HS, LDA],
        "2027-01-20",
        tags=["initials-missing", "flat-typed-over"],
        why="The initials beside Article 6 are missing.",
    )
    v = Vendor(
        "Dovetail Joinery Ed",
        "Dovetail Shop Safety",
        "Al Hruska",
        "Trainer",
        "al@dovetailed.example",
        "15 Tenon Rd, Dubuque, IA 52099",
    )
    c.add(
        "dovetail-last-page-missing",
        v,
        "2026-10-20 13:13",
        "Shop Safety",
        "KRUSD friends, attached is everything you asked for. High school shop classes (Kestrel Ridge HS). Sign off by 11/24/2026.\nAl",
        [
            ("DJ-500.pdf", quote(v, "DJ-500", "10/20/2026", [("Shop Safety course seats", 75, 8.0)]), "order_form"),
            ("Questionnaire.pdf", rfi_typed(v, "10/20/2026"), "rfi_form"),
            ("Rider.pdf", fills.pages_of(rider_typed(v, "10/20/2026"), [0, 1, 2]), "soppa_form"),
        ],
        "RRI",
        [HS],
        "2026-11-24",
        tags=["missing-last-page"],
        why="The rider's last page, with the signatures, is missing.",
    )
    v = Vendor(
        "Gantry Hill Software",
        "Gantry Scheduler",
        "Wes Okonjo",
        "AE",
        "wokonjo@gantryhill.example",
        "44 Crane Rd, Toledo, OH 43699",
    )
    c.add(
        "gantry-blank-back",
        v,
        "2026-10-21 09:00",
        "Gantry Scheduler",
        "Hi team,\nHere's the quote, the vendor questionnaire and the rider. District-wide rollout. We need approval by Feb 26, 2027.\n\nWes Okonjo\nGantry Hill",
        [
            (
                "Gantry Quote.pdf",
                quote(v, "G-7", "10/20/2026", [("Gantry Scheduler, enterprise", 1, 9200.0)], look=1),
                "order_form",
            ),
            ("Technology Vendor Intake Questionnaire.pdf", RFI, "rfi_form"),
            ("Gantry rider.pdf", rider_typed(v, "10/20/2026"), "soppa_form"),
        ],
        "RIR",
        ALL,
        "2027-02-26",
        tags=["blank-form", "district-wide"],
        why="The questionnaire came back without an answer.",
    )
    v = Vendor(
        "Everly Theater Arts",
        "Everly Scripts",
        "Paz Romero",
        "Licensing",
        "paz@everlytheater.example",
        "31 Proscenium, Mesa, AZ 85299",
    )
    c.add(
        "everly-group-unanswered",
        v,
        "2026-10-22 17:17",
        "Everly Scripts",
        "Attached: quote + 2 forms. Drama club at KRHS. Please sign off by January 11, 2027. Paz",
        [
            ("everly.pdf", quote(v, "E-2", "10/22/2026", [("Everly Scripts digital library", 1, 525.0)]), "order_form"),
            ("everly intake.pdf", rfi_typed(v, "10/22/2026", signin=None), "rfi_form"),
            ("everly rider.pdf", rider_typed(v, "10/22/2026"), "soppa_form"),
        ],
        "RIR",
        [HS],
        "2027-01-11",
        tags=["check-group-unanswered", "flat-typed-over"],
        why="No box says how people sign in.",
    )
    v = Vendor(
        "Foxglove Music LLC",
        "Foxglove Ear",
        "Ana Dietz",
        "Owner",
        "ana@foxglovemusic.example",
        "5 Digitalis Ln, Eau Claire, WI 54799",
    )
    c.add(
        "foxglove-scan-unsigned",
        v,
        "2026-10-23 19:40",
        "Foxglove Ear",
        "Scans attached, estimate in the last one. Westview & Washington Elem. Need the OK by Dec 10, 2026\nAna",
        [
            (
                "Scan1.tif",
                fills.fax_tiff(
                    fills.through_scanner(fills.by_hand(RFI, RFI_SPOTS, v.rfi("10/23/26"), seed=41), 41, 0.5, 2)
                ),
                "rfi_form",
            ),
            (
                "Scan2.tif",
                fills.fax_tiff(
                    fills.through_scanner(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("10/23/26"), "", 42), 42, 0.5, 2)
                ),
                "soppa_form",
            ),
            (
                "Scan3.pdf",
                quote(v, "FG-3", "10/23/2026", [("Foxglove Ear class licence", 6, 45.0)], heading="Estimate"),
                "order_form",
            ),
        ],
        "RRI",
        [WV, WE],
        "2026-12-10",
        tags=["scan-handwritten", "tiff", "sig-missing"],
        accept=["review"],
        why="The scanned rider is filled by hand but not signed.",
    )
    v = Vendor(
        "Petalsmith Botany",
        "Petalsmith Keys",
        "Ora Lindqvist-Hale",
        "Owner",
        "ora@petalsmith.example",
        "9 Sepal Way, Ithaca, NY 14899",
    )
    c.add(
        "petalsmith-wrong-block",
        v,
        "2026-10-30 13:33",
        "Petalsmith Keys packet",
        "Hi! Packet attached (three files). Locations: Lincoln-Douglas Academy. Final sign-off needed by 12/22/2026.\n\nOra",
        [
            (
                "PK-7.pdf",
                quote(v, "PK-7", "10/30/2026", [("Petalsmith Keys field guide", 85, 3.0)], look=1),
                "order_form",
            ),
            ("PK intake.docx", rfi_docx(v.rfi("10/30/2026"), style="over"), "rfi_form"),
            (
                "PK rider.pdf",
                rider_typed(
                    v,
                    "",
                    sign=" ",
                    signame=None,
                    sigtitle=None,
                    dsig="/s/ Ora Lindqvist-Hale",
                    dname="Ora Lindqvist-Hale",
                    dtitle="Owner",
                    ddate="10/30/2026",
                ),
                "soppa_form",
            ),
        ],
        "RRI",
        [LDA],
        "2026-12-22",
        tags=["signed-in-district-block", "flat-typed-over"],
        why="The vendor signed where the District signs; the Provider's block is empty.",
    )
    v = Vendor(
        "Rushlight Reading",
        "Rushlight Fluency",
        "Theo Banerjee",
        "AE",
        "theo@rushlight.example",
        "14 Wick Ln, Utica, NY 13599",
    )
    c.add(
        "rushlight-right-column-blank",
        v,
        "2026-10-30 15:02",
        "Rushlight Fluency for Westview",
        "Hello, please find our quote and both of your forms. We'd like to be approved by January 14, 2027 so Westview can start second semester.\n\nTheo Banerjee",
        [
            ("Quote R-31.pdf", quote(v, "R-31", "10/30/2026", [("Rushlight Fluency seats", 200, 2.4)]), "order_form"),
            ("Rushlight_intake.pdf", fills.annotated(RFI, RFI_SPOTS, v.rfi("10/30/2026", kept=None)), "rfi_form"),
            (
                "Rushlight_rider.docx",
                soppa_docx(v.rider("10/30/2026", "/s/ Theo Banerjee"), style="over", mark="X"),
                "soppa_form",
            ),
        ],
        "RIR",
        [WV],
        "2027-01-14",
        tags=["one-blank", "freetext-annotations", "two-columns", "start-date-trap"],
        why="The questionnaire doesn't say where data is kept; all else is there.",
    )
    v = Vendor(
        "Oakum & Tar Maritime",
        "Knotwork",
        "Gus Pereira",
        "Skipper",
        "gus@oakumtar.example",
        "1 Quay, Gloucester, MA 01999",
    )
    pages = fills.by_hand(RIDER, RIDER_SPOTS, v.rider("10/31/26", e_iep=None), "sig", 51)
    c.add(
        "oakum-scan-row-open",
        v,
        "2026-11-01 20:20",
        "Knotwork",
        "Order form, intake, rider (scanned at the library). For Second Flight. Need yes/no from the district by Dec 17 2026. Gus",
        [
            (
                "knotwork order.docx",
                word("Order Form", ["To: KRUSD 205", "Knotwork, one classroom"], [("Knotwork classroom", 1, 189.0)]),
                "order_form",
            ),
            ("knotwork intake.pdf", rfi_typed(v, "10/31/26"), "rfi_form"),
            ("knotwork rider.pdf", fills.fax_pdf(fills.through_scanner(pages, 51, 1.4, 2)), "soppa_form"),
        ],
        "RRI",
        [ALT],
        "2026-12-17",
        tags=["scan-handwritten", "yes-no-row-unanswered", "sig-drawn"],
        accept=["review"],
        why="On the scanned rider the row on IEP and disability status is marked neither Yes nor No.",
    )
