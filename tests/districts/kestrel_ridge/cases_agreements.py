"""Agreements on the register: who is on it, when, and for which product."""
# ruff: noqa: E501 - letters and labels read better unbroken

from __future__ import annotations

from corpus import ALL, ECC, EV, HS, LDA, WE, WJ, WV, Corpus, quote, row
from papers import prose, sheet, word, workbook
from vendors import Vendor

OLD = {"track": "existing_agreement"}


def agreements(c: Corpus) -> None:
    cob = Vendor(
        "Cobblestone Reading Co.",
        "Cobblestone Decodables",
        "Rhea Manning",
        "Renewals",
        "rhea@cobblestonereading.example",
        "90 Paver St, Lima, OH 45899",
    )
    c.add(
        "cobblestone-on-file",
        cob,
        "2026-10-05 10:44",
        "Decodables quote for Washington Elem",
        "Hi Lena,\n\nHere's the renewal quote for Cobblestone Decodables at Washington Elem. Your privacy agreement with us runs through June 2028 so there is nothing new to sign. "
        "Mr. Otis would like the district's final OK by November 20.\n\nRhea Manning\nCobblestone Reading Co.",
        [
            (
                "Q-CR-7719.pdf",
                quote(
                    cob,
                    "Q-CR-7719",
                    "10/05/2026",
                    [("Cobblestone Decodables, grades K-2, 12 months", 180, 4.5)],
                    ["Subscription term 12/1/2026 - 11/30/2027"],
                ),
                "order_form",
            )
        ],
        "RNN",
        [WE],
        "2026-11-20",
        **OLD,
        disposition="on_file",
        agreement=row("Cobblestone Reading Co.", "Cobblestone Decodables"),
        look="gmail",
        tags=["existing", "on-file", "deadline-no-year", "alias"],
        why="Decodables is on the register; quote, school and date are there.",
    )
    c.add(
        "cobblestone-sibling",
        cob,
        "2026-10-07 09:09",
        "Cobblestone Writers pilot",
        "Hi Lena, as you have Decodables and the Screener under agreement already, adding Cobblestone Writers should be quick. Order form attached, for Westview, approval by Dec 1 2026 please.\nRhea",
        [
            (
                "CR-8002 order form.pdf",
                quote(
                    cob,
                    "CR-8002",
                    "10/07/2026",
                    [("Cobblestone Writers, grades 3-5", 90, 6.0)],
                    heading="Order Form",
                    look=1,
                ),
                "order_form",
            )
        ],
        "RMM",
        [WV],
        "2026-12-01",
        product="Cobblestone Writers",
        tags=["sibling-product", "claims-agreement"],
        why="Two other products of the company are on the register, not Writers.",
    )
    v = Vendor(
        "Farthing Analytics, LLC",
        "Farthing Pulse",
        "Owen Batiste",
        "CSM",
        "owen.batiste@farthinganalytics.example",
        "1 Mint Sq, Denver, CO 80299",
    )
    c.add(
        "farthing-any-product",
        v,
        "2026-10-09 16:30",
        "Proposal: Farthing Pulse (district-wide)",
        "Dear Ms. Alvarado:\n\nThank you for the conversation on Tuesday. Attached is our proposal for Farthing Pulse across all nine KRUSD buildings. Kindly let us have the Board's approval on or before December 14, 2026; "
        "the proposal stays open until December 31.\n\nSincerely,\nOwen Batiste\nFarthing Analytics, LLC | 1 Mint Square, Denver\nThis e-mail may contain confidential information. If you are not the intended recipient please delete it.",
        [
            (
                "Farthing Pulse Proposal.docx",
                word(
                    "Proposal for Kestrel Ridge Unit School District 205",
                    ["Farthing Pulse climate surveys"],
                    [("Farthing Pulse, per student per year", 3150, 1.1)],
                    ["Open until December 31, 2026"],
                ),
                "order_form",
            )
        ],
        "RNN",
        ALL,
        "2026-12-14",
        **OLD,
        disposition="on_file",
        agreement=row("Farthing Analytics, LLC", ""),
        look="outlook",
        tags=["existing", "on-file", "register-all-products", "district-wide", "proposal", "valid-until-trap"],
        why="Farthing's row covers all its products; all nine buildings are the whole district.",
    )
    v = Vendor(
        "PathFinder Careers",
        "PathFinder Careers",
        "Shay Dunleavy",
        "Account manager",
        "shay@pathfindercareers.example",
        "41 Compass Rd, Ames, IA 50099",
    )
    c.add(
        "pathfinder-expired",
        v,
        "2026-10-12 13:22",
        "PathFinder Careers 2026-27",
        "Hey Lena! Re-upping for KRHS. Our SOPPA agreement is still good so all you should need is the attached. Counselors want it approved by Nov 13, 2026.\nShay",
        [
            (
                "PF renewal order.pdf",
                quote(
                    v,
                    "PF-20-26",
                    "10/12/2026",
                    [("PathFinder Careers site license", 1, 2450.0)],
                    heading="Renewal Order Form",
                ),
                "order_form",
            )
        ],
        "RMM",
        [HS],
        "2026-11-13",
        agreement=row("Meridian Path Holdings Inc.", "PathFinder Careers", "expired"),
        tags=["expired-agreement", "claims-agreement", "trade-name"],
        why="The agreement ran out on August 31, 2026.",
    )
    z = Vendor(
        "Zephyrine Labs",
        "Zephyrine Chem",
        "Mo Tanaka",
        "Sales",
        "mo@zephyrine.example",
        "77 Breeze Way, Tempe, AZ 85299",
    )
    order = quote(
        z, "ZL-3", "10/20/2026", [("Zephyrine Chem simulations, per student", 95, 7.0)], heading="Order Form", look=2
    )
    c.add(
        "zephyrine-last-day",
        z,
        "2026-10-21T04:41:00+00:00",
        "Chem order form",
        "Sneaking this in late. Order form attached for Kestrel Ridge High School. Please approve by 11/20/2026. - Mo",
        [("ZL-3.pdf", order, "order_form")],
        "RNN",
        [HS],
        "2026-11-20",
        **OLD,
        disposition="on_file",
        agreement=row("Zephyrine Labs", "Zephyrine Chem"),
        tags=["existing", "on-file", "agreement-last-day", "time-zone"],
        why="In the District's time zone it is still October 20, the agreement's last day.",
    )
    c.add(
        "zephyrine-day-after",
        z,
        "2026-10-21 00:10",
        "Chem order form (Lincoln-Douglas)",
        "One more for Lincoln-Douglas Academy, same terms. Approval by 11/20/2026 as well. - Mo",
        [("ZL-4.pdf", order, "order_form")],
        "RMM",
        [LDA],
        "2026-11-20",
        agreement=row("Zephyrine Labs", "Zephyrine Chem", "expired"),
        tags=["expired-agreement", "time-zone"],
        why="Ten minutes past midnight the agreement has expired.",
    )
    t = Vendor(
        "Tin Whistle Music Education",
        "Tin Whistle Practice Room",
        "Una Keogh",
        "Head of schools",
        "una@tinwhistle.example",
        "6 Reel St, Scranton, PA 18599",
    )
    tin = quote(t, "TW-9", "11/2026", [("Practice Room, one ensemble", 3, 240.0)])
    c.add(
        "tinwhistle-first-day",
        t,
        "2026-11-16 00:20",
        "Practice Room",
        "Quote TW-9 attached: Washington Junior High and the high school. Needed: final approval by January 8th 2027.\nUna",
        [("TW-9.pdf", tin, "order_form")],
        "RNN",
        [WJ, HS],
        "2027-01-08",
        **OLD,
        disposition="on_file",
        agreement=row("Tin Whistle Music Education", "Tin Whistle Practice Room"),
        tags=["existing", "on-file", "agreement-first-day"],
        why="November 16 is the agreement's first day.",
    )
    c.add(
        "tinwhistle-too-early",
        t,
        "2026-11-13 15:00",
        "Practice Room for Eastview",
        "Quote TW-9b attached for Eastview. Our agreement with you starts Monday. Approval by January 8th 2027 if possible.\nUna",
        [("TW-9b.pdf", tin, "order_form")],
        "RMM",
        [EV],
        "2027-01-08",
        tags=["agreement-starts-later"],
        why="On November 13 the agreement is not yet in force.",
    )
    c.add(
        "hallmonitor-reseller",
        "Kim Yost <kyost@prairiestatetech.example>",
        "2026-10-15 11:50",
        "PST Quote 60221 HallMonitor360",
        "Kim Yost here from Prairie State Technology Resellers. Brackenridge asked us to quote HallMonitor360 for you. Buildings: WJHS, KRHS.  Final sign-off by: 12/09/2026\n\nThanks for your business!\nKim\n\nPrairie State Technology Resellers | 5 Eastview Plaza, Bettendorf, IA",
        [
            (
                "60221.pdf",
                sheet(
                    "QUOTATION",
                    "Prairie State Technology Resellers",
                    "60221",
                    "15-Oct-2026",
                    [("Brackenridge HallMonitor360 annual subscription", 2, 1890.0)],
                    ["All sales subject to our terms."],
                    2,
                ),
                "order_form",
            )
        ],
        "RNN",
        [WJ, HS],
        "2026-12-09",
        **OLD,
        disposition="on_file",
        agreement=row("Brackenridge Software Group", "HallMonitor360"),
        email="kyost@prairiestatetech.example",
        product="HallMonitor360",
        tags=["existing", "on-file", "reseller", "address-trap"],
        why="A reseller sells HallMonitor360, which is on the register; Eastview Plaza is an address.",
    )
    v = Vendor(
        "Harvest Moon Math",
        "Harvest Moon Math",
        "Lyle Beck",
        "Rep",
        "lyle@harvestmoonmath.example",
        "3 Gibbous Ln, Minot, ND 58799",
    )
    c.add(
        "harvestmoon-renewed",
        v,
        "2026-10-19 09:25",
        "spreadsheet quote",
        "Lena - quote's in the spreadsheet. Harvest Moon Math for the three elementary schools. Hoping the district can OK it by 11/30/26.\nLyle",
        [
            (
                "HMM quote KRUSD.xlsx",
                workbook(
                    "Quote",
                    "Harvest Moon Math",
                    "HM-2",
                    [("Harvest Moon Math K-5 seat", 510, 3.0)],
                    ["Prepared for KRUSD 205"],
                ),
                "order_form",
            )
        ],
        "RNN",
        [WE, EV, WV],
        "2026-11-30",
        **OLD,
        disposition="on_file",
        agreement=row("Harvest Moon Math", "Harvest Moon Math"),
        tags=["existing", "on-file", "xlsx-order-form", "group-of-schools", "two-rows"],
        why="The newer of the two rows is active.",
    )
    v = Vendor(
        "TallyRoom",
        "TallyRoom Booking",
        "Britt Solano",
        "Sales",
        "britt@tallyroom.example",
        "8 Counter St, Gary, IN 46499",
    )
    c.add(
        "tallyroom-trade-name",
        v,
        "2026-10-20 15:35",
        "TallyRoom Booking - Athletics",
        "Hi! Quote for TallyRoom Booking is below, no PDF this time:\n\n  TallyRoom Booking, 1 yr, athletics dept      1 x $780.00\n  Setup (one time)                             1 x $120.00\n  ------------------------------------------------------\n  Total                                             $900.00\n\n"
        "For the Athletic Department. District approval needed by December 7, 2026.\n\nBritt",
        [],
        "RNN",
        ["Athletics and Activities"],
        "2026-12-07",
        **OLD,
        disposition="on_file",
        agreement=row("Oxbow River Software Inc.", ""),
        tags=["existing", "on-file", "trade-name", "order-form-in-body", "department"],
        why="The domain is on Oxbow River's row, which covers all its products; the quote stands in the mail.",
    )
    v = Vendor(
        "Lumière et Fils Éditions",
        "Voilà French",
        "Élodie Garnier",
        "Déléguée",
        "egarnier@voila-french.example",
        "10 Rue Lane, Lafayette, LA 70599",
    )
    c.add(
        "voila-accents",
        v,
        "2026-10-22 10:00",
        "Devis / quote – Voila French",
        "Bonjour,\n\nPlease find our quote for Voila French, destined for Lincoln-Douglas Academy and Washington Jr. High. We would be grateful for your final approval before the 15th of December, 2026.\n\nÉlodie Garnier",
        [
            (
                "Devis n° 31.pdf",
                quote(v, "31", "22 October 2026", [("Voila French, licence élève", 64, 9.0)]),
                "order_form",
            )
        ],
        "RNN",
        [LDA, WJ],
        "2026-12-15",
        **OLD,
        disposition="on_file",
        agreement=row("Lumière et Fils Éditions", "Voilà French"),
        cte="base64",
        tags=["existing", "on-file", "accents", "rfc2047-filename"],
        why="Voilà French without its accent is the product on the register.",
    )
    v = Vendor(
        "Osprey Assessment Network",
        "Osprey Benchmarks",
        "Gwen Tolliver",
        "Billing",
        "gwen.t@ospreyassess.example",
        "20 Nest Rd, Erie, PA 16599",
    )
    c.add(
        "osprey-invoice",
        v,
        "2026-10-23 08:08",
        "Osprey Benchmarks order",
        "Hello, attached is the order paperwork for Osprey Benchmarks at Westview. Approval by Nov 25, 2026 would be wonderful.\nGwen",
        [
            (
                "OSP-INV-2291.pdf",
                quote(
                    v,
                    "INV-2291",
                    "10/22/2026",
                    [("Osprey Benchmarks fall window", 210, 2.5)],
                    [
                        "Payment due upon receipt. Remit to: Osprey Assessment Network, PO Box 20, Erie, PA. Please include the invoice number with your check."
                    ],
                    heading="INVOICE",
                ),
                "other",
            )
        ],
        "MNN",
        [WV],
        "2026-11-25",
        **OLD,
        agreement=row("Osprey Assessment Network", "Osprey Benchmarks"),
        tags=["existing", "invoice-as-order-form"],
        why="What came is an invoice, not an order form.",
    )
    v = Vendor(
        "Dunmore Bus Systems",
        "RouteKeeper",
        "Hal Ibsen",
        "Owner",
        "hal@dunmorebus.example",
        "500 Depot, Rockford, IL 61199",
    )
    c.add(
        "routekeeper-po-and-prices",
        v,
        "2026-10-26 07:41",
        "RouteKeeper",
        "Here's your PO back with my initials, plus our price list. Transportation dept. Sign off by the 4th of December 2026 please\n\nHal",
        [
            (
                "PO 205-0098.pdf",
                sheet(
                    "PURCHASE ORDER",
                    "Kestrel Ridge Unit School District 205",
                    "205-0098",
                    "10/21/2026",
                    [("RouteKeeper annual maintenance", 1, 4300.0)],
                    [
                        "Ship to: Bus garage, 1 Talon Way. Authorized by Business Office. Vendor must show the purchase order number on all packages and invoices."
                    ],
                    1,
                    ["Vendor: Dunmore Bus Systems"],
                ),
                "other",
            ),
            (
                "RouteKeeper 2026 Price List.pdf",
                prose(
                    "RouteKeeper Price List 2026",
                    [
                        "RouteKeeper Basic, 1 to 25 buses: $90 per bus. RouteKeeper Plus, 26 to 75 buses: $75 per bus. RouteKeeper Fleet, 76 buses and more: call us.",
                        "Prices are list prices for all customers and may change without notice.",
                    ],
                    "Helvetica",
                ),
                "other",
            ),
        ],
        "MNN",
        ["Transportation"],
        "2026-12-04",
        **OLD,
        agreement=row("Dunmore Bus Systems", "RouteKeeper"),
        tags=["existing", "purchase-order", "price-list", "department"],
        why="The District's own purchase order and a general price list are not the operator's order form.",
    )
    v = Vendor(
        "Plainsong Health",
        "NurseNotes",
        "Ida Kroll",
        "Support",
        "ida@plainsong.example",
        "2 Chant Ave, Dayton, OH 45499",
    )
    c.add(
        "nursenotes-expired-brochure",
        v,
        "2026-10-27 14:00",
        "NurseNotes again",
        "Hi all, the nurses at Little Talons asked us to get going with NurseNotes again. I attach our flyer and W-9. They need approval by Dec 18 2026. Ida",
        [
            (
                "NurseNotes flyer.pdf",
                prose(
                    "NurseNotes: less paper, more care",
                    [
                        "Trusted by 400 school nurses. Track visits, medication and immunizations in seconds. Ask us for a demo today!"
                    ],
                    "Helvetica",
                ),
                "other",
            ),
            (
                "W-9 Plainsong.pdf",
                prose(
                    "Form W-9 (Rev. March 2024) Request for Taxpayer Identification Number and Certification",
                    [
                        "Name of entity: Plainsong Health. Federal tax classification: C corporation. Part I Taxpayer Identification Number: 00-0000000. Part II Certification. Under penalties of perjury, I certify that the number shown on this form is my correct taxpayer identification number. Signature of U.S. person: Ida Kroll  Date: 1/5/2026"
                    ],
                    "Helvetica",
                ),
                "other",
            ),
        ],
        "MMM",
        [ECC],
        "2026-12-18",
        agreement=row("Plainsong Health", "NurseNotes", "expired"),
        tags=["expired-agreement", "brochure-as-order-form", "w9"],
        why="The agreement has expired, and a flyer and a W-9 are none of the papers.",
    )
