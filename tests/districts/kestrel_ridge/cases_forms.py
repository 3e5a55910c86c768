"""New operators: forms filled in every way, full and not full."""

from __future__ import annotations

import fills
from blanks import Flow, rfi_docx, rfi_flow, rfi_pdf, soppa_docx, soppa_pdf
from corpus import (
    ALL, ALT, ECC, EV, HS, INT, LDA, RFI, RFI_SPOTS, RFI_WORD, RIDER, RIDER_SPOTS, RIDER_WORD, WE, WJ, WV, Corpus, quote,
)
from papers import prose, word, workbook
from vendors import Vendor
from wording import RFI_INTRO, RFI_PAGES


def rfi_typed(v, on, **k):
    return fills.typed(RFI, RFI_SPOTS, v.rfi(on, **k))


def rider_typed(v, on, sign="", **k):
    return fills.typed(RIDER, RIDER_SPOTS, v.rider(on, sign or f"/s/ {v.person}", **k), tick=True)


def complete(c: Corpus) -> None:
    v = Vendor("Stonefruit Learning PBC", "Stonefruit Fractions", "Gemma Tran-Ellis", "Account lead", "gemma@stonefruitlearning.example", "88 Pit Road, Yakima, WA 98999")
    c.add(
        "stonefruit-all-there", v, "2026-10-05 09:12", "Stonefruit Fractions for KRUSD 205",
        "Good morning!\n\nI think this is the whole packet, shout if not:\n\n* our quote (SF-3301)\n* your Technology Vendor Intake Questionnaire\n"
        "* the Student Data Privacy Rider with my signature\n\nWho's getting it: Eastview and Westview Elementary Schools.\n"
        "When we need a final yes from you: Friday, December 18, 2026.\n\nCheers\nGemma\n--\nGemma Tran-Ellis | Stonefruit Learning | 88 Pit Road, Yakima",
        [
            ("SF-3301.pdf", quote(v, "SF-3301", "10/02/2026", [("Stonefruit Fractions, classroom licence", 14, 95.0)], ["Prices hold until 11/30/2026."]), "order_form"),
            ("Tech Vendor Intake - Stonefruit.pdf", rfi_typed(v, "10/2/2026"), "rfi_form"),
            ("Rider_signed.docx", soppa_docx(v.rider("10/02/2026", "/s/ Gemma Tran-Ellis")), "soppa_form"),
        ],
        "RRR", [EV, WV], "2026-12-18", disposition="complete", look="gmail", tags=["complete", "flat-typed-over", "docx-typed", "sig-typed", "elided-enumeration", "valid-until-trap"],
        why="All five are there; 'Eastview and Westview Elementary Schools' are two schools; November 30 is only the quote's validity.",
    )
    v = Vendor("Kilter Studio Inc.", "Kilter Kinetics", "Bo Ramaswamy", "VP, Schools", "bo.r@kilterstudio.example", "7 Lathe Ct, Duluth, MN 55899")
    c.add(
        "kilter-annotations", v, "2026-10-06 15:40", "RE: paperwork",
        "Ms. Alvarado,\n\nPer our call. PDFs were marked up in my viewer so let me know if the text boxes do not show on your end.\n\n"
        "Location: Washington Jr. High\nApproval date: 1/15/27\n\nBo",
        [
            ("KS estimate 0440.pdf", quote(v, "0440", "October 6, 2026", [("Kilter Kinetics lab seats", 60, 11.5), ("Onboarding webinar", 1, 0.0)], look=1, heading="Estimate"), "order_form"),
            ("questionnaire.pdf", fills.annotated(RFI, RFI_SPOTS, v.rfi("10/06/26")), "rfi_form"),
            ("rider.pdf", fills.annotated(RIDER, RIDER_SPOTS, v.rider("10/06/26"), ink="sig"), "soppa_form"),
        ],
        "RRR", [WJ], "2027-01-15", disposition="complete", tags=["complete", "freetext-annotations", "sig-ink", "alias"], why="Text boxes over both blanks, a drawn signature, one school, a date.",
    )
    v = Vendor("Pocketwatch Labs LLC", "Pocketwatch SEL", "Ines Oyelaran", "Founder", "ines@pocketwatchlabs.example", "19 Escapement Way, Akron, OH 44399")
    c.add(
        "pocketwatch-scans", v, "2026-10-08 11:05", "scanned forms + quote", "Hi - scanned copies attached, quote is the first one. For Little Talons and the Intermediate School. "
        "We were told the board votes Nov. 30, 2026 so please have approval done by then.\n\nthx\nInes\n\nSent from my Galaxy",
        [
            ("doc00417.pdf", fills.scan_pdf(fills.through_scanner(fills.raster(quote(v, "PW-77", "10/7/2026", [("Pocketwatch SEL, building licence", 2, 640.0)], look=1, heading="Proposal"), 110), 9)), "order_form"),
            ("doc00418.pdf", fills.scan_pdf(fills.through_scanner(fills.by_hand(RFI, RFI_SPOTS, v.rfi("10-7-26"), seed=11), 11, 0.8)), "rfi_form"),
            ("doc00419.pdf", fills.scan_pdf(fills.through_scanner(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("10-7-26"), "sig", 12), 12, 0.6)), "soppa_form"),
        ],
        "RRR", [ECC, INT], "2026-11-30", disposition="complete", tags=["complete", "scan-handwritten", "sig-drawn", "unhelpful-names", "scan-order-form"], accept=["review"],
        why="Three legible scans, both forms full and the rider signed; two schools; the approval is wanted by November 30.",
    )
    v = Vendor("Wren & Ladder Co.", "Ladder Writing", "Tomasz Abara", "Partnerships", "tomasz@wrenladder.example", "300 Rung Street, Boise, ID 83799")
    c.add(
        "ladder-reflowed-print", v, "2026-10-12 08:55", "Ladder Writing – District paperwork",
        "Hello,\n\nWe completed your Word files and saved them as PDF. Sites are WJHS and KRHS. The principals asked that final approval happen on or before Jan 22, 2027.\n\nBest,\nTomasz Abara\nPartnerships, Wren & Ladder",
        [
            ("Ladder SOW 14.docx", word("Statement of Work 14", ["Client: Kestrel Ridge Unit School District 205", "Product: Ladder Writing, school year 2026-27"], [("Ladder Writing annual licence", 610, 3.25), ("Teacher workshop", 2, 450.0)], ["Wren & Ladder Co. invoices on acceptance."]), "order_form"),
            ("Intake Ladder.pdf", Flow(rfi_flow(), v.rfi("October 9, 2026"), face="Times-Roman", size=11, margin=80, foot="").data, "rfi_form"),
            ("Privacy Rider Ladder executed.pdf", soppa_pdf(v.rider("October 9, 2026", "Tomasz Abara"), face="Times-Roman", size=11.5, margin=78, breaks=False)[0], "soppa_form"),
        ],
        "RRR", [WJ, HS], "2027-01-22", disposition="complete", look="outlook", tags=["complete", "docx-to-pdf", "reflow", "sow", "sig-typed", "alias"],
        why="The Word forms were filled and printed with other line breaks; everything is answered and the name is typed on the signature line.",
    )
    v = Vendor("Argyle Circuits, Inc.", "Argyle Breadboard", "Mina Castellan", "Education sales", "mcastellan@argylecircuits.example", "12 Solder Lane, Provo, UT 84699")
    c.add(
        "argyle-made-fillable", v, "2026-11-05 10:20", "Argyle - completed documents (3)",
        "Attached please find three documents.\n\n1) AC-2026-118\n2) Technology Vendor Intake Questionnaire\n3) Student Data Privacy Rider, signed with my digital ID\n\n"
        "School: Lincoln-Douglas Academy\nDate by which we need the District's sign-off: 12 January 2027\n\nMina Castellan",
        [
            ("AC-2026-118.pdf", quote(v, "AC-2026-118", "2026-11-04", [("Argyle Breadboard kits w/ web editor", 24, 39.0)], look=2, heading="ORDER FORM"), "order_form"),
            ("2_intake.pdf", fills.made_fillable(RFI, RFI_SPOTS, v.rfi("11/05/2026"), False), "rfi_form"),
            ("3_rider.pdf", fills.made_fillable(RIDER, RIDER_SPOTS, v.rider("11/05/2026"), True, "sig"), "soppa_form"),
        ],
        "RRR", [LDA], "2027-01-12", disposition="complete", tags=["complete", "acroform-added", "acroform-no-appearance", "sig-digital"],
        why="The vendor put its own form fields on the flat blanks; all are filled and the signature field is signed.",
    )
    v = Vendor("Saffron Tutor Collective", "Saffron Tutor", "Del Whitcraft", "Coordinator", "del@saffrontutor.example", "4 Crocus Ave, Athens, GA 30699")
    c.add(
        "saffron-photos", v, "2026-11-09 18:31", "pics of the rider", "no scanner here at the retreat. photos of the 4 pages of the rider, the rest is normal pdf/word\n\nBuilding = Second Flight\nneed ok by 2/1/2027\n\nDel",
        [
            *((f"IMG_20261109_{n}.jpg", data, "soppa_form") for n, data in enumerate(fills.through_phone(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("Nov 9, 2026"), "sig", 21), 21), 1811)),
            ("quote saffron.pdf", quote(v, "S-19", "Nov 6, 2026", [("Saffron Tutor hours, prepaid block", 100, 27.5)], look=1), "order_form"),
            ("vendor questionnaire.docx", rfi_docx(v.rfi("Nov. 6, 2026"), style="over", mark="X"), "rfi_form"),
        ],
        "RRR", [ALT], "2027-02-01", disposition="complete", look="phone", tags=["complete", "photo", "sig-drawn", "docx-typed"], accept=["review"],
        why="Four photographs are the four pages of the rider, filled by hand and signed; the Word questionnaire is full.",
    )
    v = Vendor("Ninepin Games Ltd", "Ninepin Numbers", "Arturo Vance", "Director", "arturo.vance@ninepin.example", "55 Alley Road, Tulsa, OK 74199")
    parts = [quote(v, "NP-4", "11/10/2026", [("Ninepin Numbers site licence", 3, 410.0)]), rfi_typed(v, "11/10/2026"), rider_typed(v, "11/10/2026")]
    c.add(
        "ninepin-one-file", v, "2026-11-11 13:00", "Ninepin packet", "One PDF w/ everything. All three elementaries. Sign-off needed by the end of January 2027.\n\nA. Vance",
        [("KRUSD205_Ninepin_packet.pdf", fills.joined(*parts), [("1", "order_form"), ("2-3", "rfi_form"), ("4-7", "soppa_form")])],
        "RRR", [WE, EV, WV], "2027-01-31", disposition="complete", look="gmail", tags=["complete", "bundle", "group-of-schools", "end-of-month", "sig-typed"],
        why="One file holds the quote and both full forms; the list has three elementary schools; the end of January is the 31st.",
    )
    v = Vendor("Bluebottle Bio, Inc.", "Bluebottle Labs", "Dr. Hana Petrakis", "Chief learning officer", "hana@bluebottlebio.example", "2 Tide Street, Bath, ME 04599")
    c.add(
        "bluebottle-controls-image", v, "2026-11-12 16:12", "Bluebottle Labs / Kestrel Ridge High",
        "Dear procurement team,\n\nenclosed are our price quotation, the completed intake questionnaire and the executed privacy rider. The biology department at the high school is where Bluebottle "
        "will be used. Could the District complete its approval no later than February 12? We would like to ship before spring break, which I understand begins March 22.\n\nWarm regards,\nHana Petrakis, PhD",
        [
            ("Bluebottle price quotation.xlsx", workbook("Price quotation", "Bluebottle Bio, Inc.", "BB-881", [("Bluebottle Labs student seat", 240, 6.75)], ["Valid 60 days"]), "order_form"),
            ("Intake_Bluebottle.docx", rfi_docx(v.rfi("11/12/2026"), style="control"), "rfi_form"),
            ("Rider_Bluebottle.docx", soppa_docx(v.rider("11/12/2026", fills.signature_png(8)), style="beside"), "soppa_form"),
        ],
        "RRR", [HS], "2027-02-12", disposition="complete", look="outlook", tags=["complete", "docx-content-controls", "sig-image", "xlsx-order-form", "deadline-no-year", "start-date-trap"],
        why="Both Word forms are full, the signature is a picture; February 12 without a year is that of 2027; spring break is not the deadline.",
    )
    v = Vendor("Quill & Kettle", "Kettle Journals", "Fern Adeyemi", "Owner", "fern@quillkettle.example", "1 Spout Row, Galena, IL 61099")
    rider = fills.through_scanner(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("11/13/26"), "sig", 31), 31, 1.2)
    c.add(
        "kettle-shuffled-pages", v, "2026-11-16 07:58", "forms", "Good morning. Forms + estimate. My feeder mixed up the rider pages, sorry, but all four are there. Washington Elementary. Approval by 01/29/2027 pls. - Fern",
        [
            ("estimate 12.docx", word("Estimate 12", ["Prepared for KRUSD 205 by Quill & Kettle", "November 13, 2026"], [("Kettle Journals, one grade level", 3, 120.0)]), "order_form"),
            ("intake.pdf", rfi_typed(v, "11/13/26"), "rfi_form"),
            ("scan_rider.pdf", fills.fax_pdf([rider[i] for i in (2, 0, 3, 1)]), "soppa_form"),
        ],
        "RRR", [WE], "2027-01-29", disposition="complete", tags=["complete", "pages-out-of-order", "scan-handwritten", "sig-drawn", "docx-order-form"], accept=["review"],
        why="The pages are out of order, but all are there, full and signed.",
    )
    v = Vendor("Marigold Bus Media", "Marigold Captions", "Sol Eriksen", "Ops", "sol@marigoldmedia.example", "909 Petal Pkwy, Waco, TX 76799")
    c.add(
        "marigold-two-copies", v, "2026-11-17 12:44", "Marigold Captions - use the 2nd copy", "Hi there, I first started the Word one and then did it again as PDF, go by whichever you like.\nFor Student Services. Need it approved by December 21.\n\nSol",
        [
            ("intake draft.docx", rfi_docx({k: x for k, x in v.rfi("11/16/2026").items() if k in ("company", "person", "phone", "product")}), "rfi_form"),
            ("intake FINAL.pdf", rfi_typed(v, "11/17/2026"), "rfi_form"),
            ("privacy rider.pdf", fills.typed(RIDER, RIDER_SPOTS, v.rider("11/17/2026", "x"[:0]), images=[("sig", fills.signature_png(3), 90)]), "soppa_form"),
            ("MQ-20.pdf", quote(v, "MQ-20", "11/17/2026", [("Marigold Captions, minutes pack", 5000, 0.12)], look=2), "order_form"),
        ],
        "RRR", ["Student Services"], "2026-12-21", disposition="complete", tags=["complete", "two-copies", "sig-image", "department", "deadline-no-year"], why="Of two questionnaires the full one counts; the rider has a picture of a signature.",
    )


def unfinished(c: Corpus) -> None:
    v = Vendor("Tallgrass Media Works", "Tallgrass News", "Lou Brandvold", "Sales", "lou@tallgrassmedia.example", "60 Bluestem St, Salina, KS 67499")
    c.add(
        "tallgrass-one-blank", v, "2026-10-13 10:10", "Tallgrass News for junior high", "Hello! Quote, questionnaire, rider. It's for Washington Junior High; the building hopes for a decision by 12/11/2026.\n\nLou",
        [
            ("TG quote.pdf", quote(v, "TG-510", "10/12/2026", [("Tallgrass News, whole building", 1, 899.0)]), "order_form"),
            ("intake_tallgrass.docx", rfi_docx(v.rfi("10/13/2026", encrypt=None)), "rfi_form"),
            ("rider_tallgrass.pdf", rider_typed(v, "10/13/2026"), "soppa_form"),
        ],
        "RIR", [WJ], "2026-12-11", tags=["one-blank", "docx-typed", "sig-typed"], why="The questionnaire doesn't say how data is encrypted; all else is there.",
    )
    v = Vendor("Quillon Robotics", "Quillon Coach", "Vera Lindholm", "CEO", "vera@quillonrobotics.example", "3 Hilt Way, Reno, NV 89599")
    c.add(
        "quillon-unsigned", v, "2026-10-14 09:31", "Quillon Coach documents", "Documents enclosed. Eastview only, please. Final approval needed by December 4, 2026.\nVera",
        [
            ("Quillon_Q8.pdf", quote(v, "Q8", "10/14/2026", [("Quillon Coach pack of 30", 2, 333.0)], look=2), "order_form"),
            ("Q intake.pdf", fills.annotated(RFI, RFI_SPOTS, v.rfi("10/14/2026"), False), "rfi_form"),
            ("Q rider.pdf", fills.annotated(RIDER, RIDER_SPOTS, v.rider("10/14/2026", ""), False), "soppa_form"),
        ],
        "RRI", [EV], "2026-12-04", tags=["sig-missing", "freetext-annotations", "date-only"], why="Name, title and date are typed on the rider, but the signature line is empty.",
    )
    v = Vendor("Halfmoon Type Foundry", "Halfmoon Keys", "Ravi Sorrell", "Manager", "ravi@halfmoonkeys.example", "21 Serif Blvd, Troy, NY 12199")
    c.add(
        "halfmoon-undated", v, "2026-10-15 14:02", "Halfmoon Keys order", "See attached x3. For: Intermediate. By when: Jan. 8, 2027 (approval).",
        [
            ("order.pdf", quote(v, "HM-1", "Oct 15, 2026", [("Halfmoon Keys seat", 300, 2.1)], heading="Order Form", look=1), "order_form"),
            ("form1.pdf", rfi_typed(v, "Oct 15, 2026"), "rfi_form"),
            ("form2.docx", soppa_docx(v.rider("", "/s/ Ravi Sorrell")), "soppa_form"),
        ],
        "RRI", [INT], "2027-01-08", tags=["sig-undated", "docx-typed", "unhelpful-names"], why="The rider is signed, but the date beside the signature is empty.",
    )
    v = Vendor("Bramble Health Records", "Bramble Clinic", "Nia Fontaine", "Implementation", "nia@bramblehealth.example", "8 Thorn Ct, Macon, GA 31299")
    c.add(
        "bramble-row-unanswered", v, "2026-10-16 16:45", "Bramble Clinic – forms attached", "Good afternoon,\n\nOur proposal, intake questionnaire and signed rider are attached for Student Services.\nRequested approval date: December 15, 2026\n\nNia Fontaine",
        [
            ("Bramble proposal.docx", word("Proposal", ["Bramble Clinic for Kestrel Ridge USD 205"], [("Bramble Clinic nurse seat", 9, 210.0)]), "order_form"),
            ("Bramble intake.docx", rfi_docx(v.rfi("10/16/2026"), style="beside"), "rfi_form"),
            ("Bramble rider.docx", soppa_docx(v.rider("10/16/2026", "/s/ Nia Fontaine", e_health=None)), "soppa_form"),
        ],
        "RRI", ["Student Services"], "2026-12-15", tags=["yes-no-row-unanswered", "docx-typed"], why="In Exhibit 1 the row on health notes is marked neither Yes nor No.",
    )
    v = Vendor("Corvid Maps", "Corvid Atlas", "Jules Marchetti", "Rep", "jules@corvidmaps.example", "70 Rook St, Salem, OR 97399")
    c.add(
        "corvid-initials", v, "2026-10-19 08:20", "Atlas paperwork", "Morning,\nwe filled everything out for Corvid Atlas (KRHS + LDA). Please get this approved by January 20th, 2027.\nJules",
        [
            ("Corvid quote 66.pdf", quote(v, "66", "10/16/2026", [("Corvid Atlas, per building", 2, 375.0)], look=2), "order_form"),
            ("CM intake.pdf", rfi_typed(v, "10/18/2026"), "rfi_form"),
            ("CM rider.pdf", rider_typed(v, "10/18/2026", i6=None), "soppa_form"),
        ],
        "RRI", [HS, LDA], "2027-01-20", tags=["initials-missing", "flat-typed-over"], why="The initials beside Article 6 are missing.",
    )
    v = Vendor("Dovetail Joinery Ed", "Dovetail Shop Safety", "Al Hruska", "Trainer", "al@dovetailed.example", "15 Tenon Rd, Dubuque, IA 52099")
    c.add(
        "dovetail-last-page-missing", v, "2026-10-20 13:13", "Shop Safety", "KRUSD friends, attached is everything you asked for. High school shop classes (Kestrel Ridge HS). Sign off by 11/24/2026.\nAl",
        [
            ("DJ-500.pdf", quote(v, "DJ-500", "10/20/2026", [("Shop Safety course seats", 75, 8.0)]), "order_form"),
            ("Questionnaire.pdf", rfi_typed(v, "10/20/2026"), "rfi_form"),
            ("Rider.pdf", fills.pages_of(rider_typed(v, "10/20/2026"), [0, 1, 2]), "soppa_form"),
        ],
        "RRI", [HS], "2026-11-24", tags=["missing-last-page"], why="The rider's last page, with the signatures, is missing.",
    )
    v = Vendor("Gantry Hill Software", "Gantry Scheduler", "Wes Okonjo", "AE", "wokonjo@gantryhill.example", "44 Crane Rd, Toledo, OH 43699")
    c.add(
        "gantry-blank-back", v, "2026-10-21 09:00", "Gantry Scheduler", "Hi team,\nHere's the quote, the vendor questionnaire and the rider. District-wide rollout. We need approval by Feb 26, 2027.\n\nWes Okonjo\nGantry Hill",
        [
            ("Gantry Quote.pdf", quote(v, "G-7", "10/20/2026", [("Gantry Scheduler, enterprise", 1, 9200.0)], look=1), "order_form"),
            ("Technology Vendor Intake Questionnaire.pdf", RFI, "rfi_form"),
            ("Gantry rider.pdf", rider_typed(v, "10/20/2026"), "soppa_form"),
        ],
        "RIR", ALL, "2027-02-26", tags=["blank-form", "district-wide"], why="The questionnaire came back without an answer.",
    )
    v = Vendor("Everly Theater Arts", "Everly Scripts", "Paz Romero", "Licensing", "paz@everlytheater.example", "31 Proscenium, Mesa, AZ 85299")
    c.add(
        "everly-group-unanswered", v, "2026-10-22 17:17", "Everly Scripts", "Attached: quote + 2 forms. Drama club at KRHS. Please sign off by January 11, 2027. Paz",
        [
            ("everly.pdf", quote(v, "E-2", "10/22/2026", [("Everly Scripts digital library", 1, 525.0)]), "order_form"),
            ("everly intake.pdf", rfi_typed(v, "10/22/2026", signin=None), "rfi_form"),
            ("everly rider.pdf", rider_typed(v, "10/22/2026"), "soppa_form"),
        ],
        "RIR", [HS], "2027-01-11", tags=["check-group-unanswered", "flat-typed-over"], why="No box says how people sign in.",
    )
    v = Vendor("Foxglove Music LLC", "Foxglove Ear", "Ana Dietz", "Owner", "ana@foxglovemusic.example", "5 Digitalis Ln, Eau Claire, WI 54799")
    c.add(
        "foxglove-scan-unsigned", v, "2026-10-23 19:40", "Foxglove Ear", "Scans attached, estimate in the last one. Westview & Washington Elem. Need the OK by Dec 10, 2026\nAna",
        [
            ("Scan1.tif", fills.fax_tiff(fills.through_scanner(fills.by_hand(RFI, RFI_SPOTS, v.rfi("10/23/26"), seed=41), 41, 0.5, 2)), "rfi_form"),
            ("Scan2.tif", fills.fax_tiff(fills.through_scanner(fills.by_hand(RIDER, RIDER_SPOTS, v.rider("10/23/26"), "", 42), 42, 0.5, 2)), "soppa_form"),
            ("Scan3.pdf", quote(v, "FG-3", "10/23/2026", [("Foxglove Ear class licence", 6, 45.0)], heading="Estimate"), "order_form"),
        ],
        "RRI", [WV, WE], "2026-12-10", tags=["scan-handwritten", "tiff", "sig-missing"], accept=["review"], why="The scanned rider is filled by hand but not signed.",
    )


def not_ours(c: Corpus) -> None:
    v = Vendor("Hobnail Publishing", "Hobnail History", "Kit Larrabee", "Rep", "kit@hobnail.example", "17 Cobbler Sq, Lynn, MA 01999")
    twin, spots = rfi_pdf(
        "Technology Vendor Intake Questionnaire", "Osage Bend Community Unit School District 250", RFI_INTRO.replace("krusd205", "osagebend250").replace("Selling software to our schools?", "Thank you for your interest in Osage Bend schools."),
        [tuple([(k, key, label.replace("Company (full legal name)", "Vendor legal name").replace("City and state where data is kept", "Data center location").replace("How data is encrypted", "Encryption standard"), x) for k, key, label, x in column if key not in ("roster", "vpat", "runs")] for column in page) for page in RFI_PAGES],
        "OB-250 Tech 1",
    )
    c.add(
        "hobnail-twin-district", v, "2026-10-26 10:30", "Hobnail History", "Hello, we'd filled this questionnaire out for your neighbors at Osage Bend last month, so I'm sending that along with the rider you sent us. "
        "Quote attached. Location: Lincoln Douglas Academy. Final approval by December 14, 2026, please.\n\nKit",
        [
            ("HH quote.pdf", quote(v, "HH-40", "10/26/2026", [("Hobnail History 8, student edition", 130, 14.0)]), "order_form"),
            ("Intake Questionnaire.pdf", fills.typed(twin, spots, v.rfi("9/18/2026")), "other"),
            ("KR rider signed.pdf", rider_typed(v, "10/26/2026"), "soppa_form"),
        ],
        "RMR", [LDA], "2026-12-14", tags=["other-district-forms"], why="The questionnaire is another district's, with the same title.",
    )
    v = Vendor("Isinglass Optics Ed", "Isinglass Vision", "Cole Marsh", "Sales eng.", "cole@isinglass.example", "2 Lens Ct, Rochester, NY 14699")
    old = prose(
        "Student Records Confidentiality Addendum", [
            "This Addendum is between Kestrel Ridge Unit School District 205 and the vendor that signs below. It was approved by the Board on August 17, 2020.",
            "The vendor keeps school student records confidential, uses them for the contracted service only, and returns or destroys them on request.",
            "The vendor shall notify the District of unauthorized access within seventy-two hours and shall bear the cost of notification.",
            "Vendor: Isinglass Optics Ed      Product: Isinglass Vision      Signed: /s/ Cole Marsh      Date: 10/26/2026",
        ],
    )
    c.add(
        "isinglass-older-title", v, "2026-10-27 11:11", "Isinglass – forms", "Attaching the confidentiality addendum we've always used with you, the new questionnaire, and quote 9. Eastview, Westview. Approval by Jan 6, 2027.",
        [
            ("Quote 9.pdf", quote(v, "9", "10/27/2026", [("Isinglass Vision station", 4, 150.0)], look=1), "order_form"),
            ("intake-isinglass.docx", rfi_docx(v.rfi("10/27/2026"), mark="\u2611"), "rfi_form"),
            ("KRUSD Student Records Addendum signed.pdf", old, "other"),
        ],
        "RRM", [EV, WV], "2027-01-06", tags=["older-title-form", "docx-typed"], why="The addendum is the District's paper of 2020 under another title.",
    )
    v = Vendor("Kilnwork Ceramics Online", "Kilnwork Glaze", "Peg Toussaint", "Legal ops", "legal@kilnwork.example", "6 Bisque Rd, Asheville, NC 28899")
    ndpa = prose(
        "IL-NDPA v1.0a Standard Student Data Privacy Agreement", [
            "This Student Data Privacy Agreement is entered into by and between the Local Education Agency, Kestrel Ridge Unit School District 205, and Kilnwork Ceramics Online (the Provider).",
            "WHEREAS, the Provider is providing educational or digital services to the LEA. WHEREAS, the Provider and LEA recognize the need to protect personally identifiable student information exchanged between them as required by FERPA, COPPA, PPRA and applicable state law.",
            "ARTICLE I: PURPOSE AND SCOPE. ARTICLE II: DATA OWNERSHIP AND AUTHORIZED ACCESS. ARTICLE III: DUTIES OF LEA. ARTICLE IV: DUTIES OF PROVIDER. ARTICLE V: DATA PROVISIONS. EXHIBIT G: SUPPLEMENTAL SDPC STATE TERMS FOR ILLINOIS.",
            "Provider: Kilnwork Ceramics Online. By: /s/ Peg Toussaint. Date: 10/28/2026. Title: Legal operations.",
        ], pages=3,
    )
    c.add(
        "kilnwork-ndpa", v, "2026-10-28 15:15", "NDPA + quote for Kilnwork Glaze", "Counsel prefers the statewide NDPA with Exhibit E/G rather than district-specific riders; an executed copy is attached and should satisfy SOPPA. "
        "Also attached: intake questionnaire, quote KG-12.\n\nUse: art rooms at Kestrel Ridge High School and Washington Junior High.\nApproval requested no later than 12/18/26.\n\nPeg Toussaint\nLegal Ops",
        [
            ("KG-12.pdf", quote(v, "KG-12", "10/28/2026", [("Kilnwork Glaze simulator", 2, 275.0)]), "order_form"),
            ("Questionnaire_Kilnwork.pdf", rfi_typed(v, "10/28/2026"), "rfi_form"),
            ("SOPPA_IL-NDPA_executed.pdf", ndpa, "other"),
        ],
        "RRM", [HS, WJ], "2026-12-18", look="outlook", tags=["ndpa"], why="The IL-NDPA is not the District's rider.",
    )
    v = Vendor("Lodestar Tutors Inc", "Lodestar Live", "Trey Macklin", "BDR", "trey@lodestartutors.example", "80 Polaris Dr, Plano, TX 75099")
    policy = prose("Lodestar Privacy Policy (SOPPA compliant)", ["Last updated June 2026. Lodestar Tutors Inc respects your privacy. This policy explains what student data we collect when a school uses Lodestar Live, how we use and share it, and the choices that schools and parents have under SOPPA, FERPA and COPPA.", "We do not sell student data or use it for targeted advertising. We retain data for as long as the account is active. Contact privacy@lodestartutors.example."], "Helvetica")
    c.add(
        "lodestar-policy-as-rider", v, "2026-10-29 12:00", "Lodestar Live onboarding", "hey there!! sooo excited to partner :) quote, questionnaire and SOPPA rider attached. It's for the alternative program, and they'd need sign-off by 1/4/2027\n\nTrey",
        [
            ("lodestar_quote.pdf", quote(v, "LL-55", "10/29/2026", [("Lodestar Live tutoring seats", 40, 60.0)]), "order_form"),
            ("intake.docx", rfi_docx(v.rfi("10/29/2026", signin={"Own password"}), style="over"), "rfi_form"),
            ("Student Data Privacy Rider (SOPPA) Lodestar.pdf", policy, "other"),
        ],
        "RRM", [ALT], "2027-01-04", look="gmail", tags=["privacy-policy-as-soppa"], why="The file named after the rider is the vendor's own privacy policy.",
    )


def exempt(c: Corpus) -> None:
    v = Vendor("Mossback Facilities Systems", "Mossback Work Orders", "Gil Ostrander", "Regional", "gil@mossback.example", "12 Boiler Rd, Peoria, IL 61699")
    c.add(
        "mossback-exempt", v, "2026-11-02 09:45", "Work order system", "Morning. Order form and questionnaire attached. As the form says SOPPA isn't in play, no student ever touches this. It's for the Business Office. Board sign-off by December 16, 2026.\n\nGil",
        [
            ("Mossback order form.docx", word("Order Form", ["Customer: KRUSD 205", "Mossback Work Orders - annual"], [("Mossback Work Orders, unlimited users", 1, 3100.0)]), "order_form"),
            ("intake questionnaire.pdf", fills.typed(RFI, RFI_SPOTS, v.exempt("11/2/2026", "Custodial work orders only; no student data.")), "rfi_form"),
        ],
        "RRE", ["Business and Operations"], "2026-12-16", disposition="complete", tags=["exempt", "department", "docx-order-form"], why="The questionnaire says that SOPPA doesn't apply, and why.",
    )
    v = Vendor("Nettlefield Payroll", "Nettlefield Timeclock", "Bea Lund", "AM", "bea.lund@nettlefield.example", "1 Ledger Sq, Fargo, ND 58199")
    c.add(
        "nettlefield-exempt-only-in-mail", v, "2026-11-03 10:02", "Timeclock quote", "Hi,\n\nOur timeclock holds employee hours only, therefore SOPPA is not applicable and we left the rider out. Questionnaire & quote attached.\n\nDepartment: HR\nApproval: 1/13/2027\n\nBea",
        [
            ("NT-8.pdf", quote(v, "NT-8", "11/3/2026", [("Timeclock terminals", 9, 289.0), ("Timeclock cloud, per employee", 260, 4.0)]), "order_form"),
            ("NT intake.docx", rfi_docx(v.rfi("11/3/2026", records={"No"}, soppa=None, users={"Office staff"})), "rfi_form"),
        ],
        "RIM", ["Human Resources"], "2027-01-13", tags=["exempt-body-only", "check-group-unanswered"], why="Only the mail says that SOPPA doesn't apply; the questionnaire leaves that choice open.",
    )
    v = Vendor("Dray & Halter Transit", "Halter Fleet", "Cy Bonner", "Sales", "cy@drayhalter.example", "404 Axle Ave, Moline, IL 61299")
    c.add(
        "halter-exempt-word", v, "2026-11-04 14:44", "Fleet maintenance s/w", "Attached is the order form & questionnaire. For the bus barn. Would need it approved within 60 days.\n\nCy Bonner",
        [
            ("HF order.pdf", quote(v, "HF-1", "11/4/2026", [("Halter Fleet, per vehicle", 41, 36.0)], heading="Order Form", look=2), "order_form"),
            ("Halter questionnaire.docx", rfi_docx(v.exempt("11/4/2026", "Vehicle maintenance records only"), mark="\u2611"), "rfi_form"),
        ],
        "RRE", ["Transportation"], "2027-01-03", disposition="complete", tags=["exempt", "deadline-relative", "department", "alias"], why="Exempt by the Word questionnaire; 60 days after November 4 is January 3, 2027.",
    )
