"""Submissions that bring all five items, in many dresses."""
# ruff: noqa: E501 (sample letters read better unbroken)

import office
import orders
import paper
from cases import (
    AVILA,
    CLAIR,
    EDGE,
    HIGH,
    KING,
    NINTH,
    NORTH,
    OAK,
    PRE,
    PRINT,
    RFI,
    SHER,
    SOPPA,
    TRAIL,
    WELLS,
    R,
    case,
    q,
    rfi,
    soppa,
)
from mailing import File, Vendor, build, zipped

import forms

FULL = (R, R, R)


def complete() -> None:
    v = Vendor(
        1,
        "Brindle Math LLC",
        "Brindle Number Talks",
        "Corinne Asher",
        "Partnership Manager",
        "casher@brindlemath.example",
        "Short daily number routines for grades 2 to 5. Teachers project a prompt, students answer on their own device.",
    )
    case(
        "brindle-acro",
        v,
        "2027-01-05T10:12:00-06:00",
        "Paperwork for Brindle Number Talks",
        "Good morning,\n\nAttached please find our quote along with the RFI and the data privacy agreement, which I signed this morning. The buildings are "
        "Oak Terrace and Indian Trail. Principal Vance would like everything signed off by March 5, 2027.\n\nHappy to hop on a call if anything is off.\n\n"
        "Best,\n\nCorinne Asher\nPartnership Manager | Brindle Math LLC\n410 Spruce Street, Columbus, OH 43215\n614-555-0101\n\n"
        "CONFIDENTIALITY NOTICE: This message may hold privileged information. If you are not the intended recipient please delete it.",
        [q(v), rfi(v), soppa(v)],
        items=FULL,
        places=[OAK, TRAIL],
        when="2027-03-05",
        tags=["complete", "acroform-appearance", "sig-digital"],
        why="Quote, full RFI form, full DPA with a digital signature, two buildings and a sign-off date.",
    )

    v = Vendor(
        2,
        "Palabra Viva Inc.",
        "Palabra Viva Lectura",
        "Inés Robledo",
        "CEO",
        "ines@palabraviva.example",
        "Spanish reading passages with audio for dual language classrooms, grades K to 5.",
        city="Tucson",
        state="AZ",
        zip="85701",
    )
    case(
        "palabra-docx",
        v,
        "2027-01-11T08:40:00-07:00",
        "Escuela Avila",
        "Hola, here are the quote, the word form and the signed DPA for Escuela Avila. "
        "We need the district's ok by 2/19/27.\n\nInés",
        [
            q(v, "estimate", "Estimate 2726.pdf"),
            rfi(v, "docx", "LPS-RFI Palabra.docx"),
            soppa(v, "flat", "DPA firmado.pdf", "image"),
        ],
        items=FULL,
        places=[AVILA],
        when="2027-02-19",
        style="apple",
        tags=["complete", "docx-content-controls", "flat-typed-over", "sig-image", "accent", "short"],
        why="All five; the school is written without its accent.",
    )

    v = Vendor(
        3,
        "Sundial Science Co.",
        "Sundial Labs",
        "Greg Tollefson",
        "Owner",
        "greg@sundialscience.example",
        "Virtual lab benches for physics and chemistry.",
        city="Duluth",
        state="MN",
        zip="55802",
    )
    case(
        "sundial-scans",
        v,
        "2027-01-14T16:02:00-06:00",
        "scans",
        "forms scanned, proposal too. Its for the high school. approval needed by Feb 26 2027\n\nSent from my iPhone",
        [
            q(v, "proposal", "Sundial proposal.pdf"),
            rfi(v, "hand", "Scan_20270114.pdf"),
            soppa(v, "hand", "Scan_20270114 (2).pdf"),
        ],
        items=FULL,
        places=[HIGH],
        when="2027-02-26",
        style="iphone",
        tags=["complete", "scan-handwritten", "sig-drawn", "proposal", "short", "group-of-schools"],
        why="Both forms were filled by hand and scanned well; the list has one high school.",
    )

    v = Vendor(
        4,
        "Mosaic Roster Works",
        "Mosaic Sub Finder",
        "Tanya Okafor",
        "Implementation Lead",
        "tokafor@mosaicroster.example",
        "Finds substitute teachers and tracks absences of staff and lesson plans; class lists are imported.",
    )
    r4 = paper.write_over(RFI, forms.rfi_values(v), font=paper.HAND)
    case(
        "mosaic-photos",
        v,
        "2027-01-15T12:30:00-06:00",
        "Mosaic Sub Finder - Lakemont D112 forms",
        "Hello,\n\nOur office scanner is down, so I took pictures of the information form, all three pages. The DPA I did on my Mac. Order form attached as well.\n\n"
        "This is for your HR department only. Please approve no later than Friday, March 12, 2027.\n\nThank you!\nTanya",
        [
            q(v, "courier", "OrderForm-2752.pdf"),
            *(File(f"IMG_09{60 + p}.jpg", paper.photo(r4, p, 60 + p), "rfi_form") for p in (1, 2, 3)),
            soppa(v, "free", "Lakemont DPA.pdf"),
        ],
        items=FULL,
        places=["Human Resources"],
        when="2027-03-12",
        tags=["complete", "photo", "freetext-annotations", "sig-ink", "alias", "department"],
        why="The photographs show the full RFI form; the DPA was filled with annotations and signed in ink on screen.",
    )

    v = Vendor(
        5,
        "Copper Lantern Software",
        "Lantern Hall Pass",
        "Marisol Quade",
        "Sales",
        "mquade@copperlantern.example",
        "Digital hall passes with a live view for deans.",
    )
    pack = zipped(
        "Lakemont-112.zip", q(v, "courier", "a_order.pdf"), rfi(v, "bare", "b_rfi.pdf"), soppa(v, "bare", "c_dpa.pdf")
    )
    case(
        "lantern-zip",
        v,
        "2027-01-19T09:00:00-05:00",
        "Lantern Hall Pass submission",
        "Dear Purchasing Desk,\n\nThe zip holds our three documents. "
        "Locations: Wells MS, Edgewood MS, Northwood JH\nApproval deadline: 03/31/2027\n\nRegards,\nMarisol Quade\nCopper Lantern Software",
        [pack],
        items=FULL,
        places=[WELLS, EDGE, NORTH],
        when="2027-03-31",
        style="gmail",
        tags=["complete", "zip", "acroform-no-appearance", "alias"],
        why="The ZIP holds all three papers; the fields have values but no appearance.",
    )

    v = Vendor(
        6,
        "Tallgrass Literacy Group",
        "Tallgrass Readers",
        "Deb Huisman",
        "Director of K-12",
        "deb.huisman@tallgrasslit.example",
        "Decodable readers on screen, with a placement test.",
        city="Ames",
        state="IA",
        zip="50010",
    )
    letter = orders.page(
        [
            ("p", "January 20, 2027"),
            ("p", "Lakemont Public Schools, Purchasing Desk"),
            ("p", "Enclosed are our quotation and the two completed forms. We look forward to serving your students."),
            ("p", "Deb Huisman"),
        ]
    )
    bundle = paper.join(
        letter,
        orders.quote(v),
        paper.write_over(RFI, forms.rfi_values(v)),
        paper.write_over(SOPPA, forms.soppa_values(v), "drawn"),
    )
    case(
        "tallgrass-bundle",
        v,
        "2027-01-20T11:45:00-06:00",
        "Tallgrass Readers - complete packet",
        "Hello, the packet attached has everything in one file. St. Clair, MLK and Sherwood elementaries will use it. Target for your final approval is the end of "
        "February 2027.\n\nDeb Huisman\nTallgrass Literacy Group",
        [
            File(
                "Tallgrass_packet.pdf",
                bundle,
                "bundle",
                [("2", "order_form"), ("3-5", "rfi_form"), ("6-11", "soppa_form")],
            )
        ],
        items=FULL,
        places=[CLAIR, KING, SHER],
        when="2027-02-28",
        tags=["complete", "bundle", "flattened", "sig-drawn", "elided-enumeration", "end-of-month"],
        why="One PDF with a cover letter, the quote and both forms; three elementary schools with the last word shared.",
    )

    v = Vendor(
        7,
        "Fieldnote Systems",
        "Fieldnote Observe",
        "Arun Pillai",
        "VP Sales",
        "arun@fieldnote.example",
        "Walkthrough notes with student rosters.",
    )
    inner = build(
        "fieldnote-inner",
        ("Legal", "legal@fieldnote.example"),
        "2027-01-21T15:00:00-08:00",
        "Lakemont docs signed",
        "Arun, all signed, see attached.",
        [q(v, "sow", "SOW.pdf"), rfi(v, "free-bare", "RFI.pdf"), soppa(v, "free-bare", "DPA.pdf")],
        "plain",
        to="arun@fieldnote.example",
    )
    case(
        "fieldnote-forward",
        v,
        "2027-01-22T09:20:00-08:00",
        "Fieldnote Observe",
        "Hi,\n\nforwarding what our legal team signed. The Curriculum Office is the user. We'd need "
        "final sign-off on or before April 2, 2027.\n\nArun Pillai",
        [
            File(
                "Lakemont docs signed.eml",
                inner,
                inside=(q(v, "sow", "SOW.pdf"), File("RFI.pdf", b"", "rfi_form"), File("DPA.pdf", b"", "soppa_form")),
            )
        ],
        items=FULL,
        places=["Teaching and Learning"],
        when="2027-04-02",
        style="apple",
        tags=[
            "complete",
            "nested-message",
            "freetext-annotations",
            "freetext-no-appearance",
            "sow",
            "department",
            "alias",
        ],
        why="The papers are in the attached message; the forms are filled with annotations that have no appearance.",
    )

    v = Vendor(
        8,
        "Axlewright Fleet",
        "Axlewright Maintenance",
        "Bill Suder",
        "Account Rep",
        "bsuder@axlewright.example",
        "Work orders and parts stock for school buses.",
        city="Peoria",
        state="IL",
        zip="61602",
    )
    case(
        "axlewright-exempt",
        v,
        "2027-01-25T07:58:00-06:00",
        "Axlewright docs",
        "Morning. Quote + your form attached. For the bus garage. Need board OK by 2/22/2027 if we can.\n\nBill",
        [
            File(
                "Quote AX.docx",
                office.quote_docx(
                    ["Quote", "Axlewright Fleet, Peoria IL", "For: Lakemont D112"],
                    [["Item", "Qty", "Price"], ["Axlewright Maintenance, yearly", "1", "$2,340.00"]],
                    ["Total $2,340.00"],
                ),
                "order_form",
            ),
            rfi(
                v,
                "docx",
                "LPS-RFI.docx",
                pupil="No",
                subject="out",
                reason="Holds vehicle data only. No student records at all.",
            ),
        ],
        items=(R, R, "exempt"),
        places=["Transportation"],
        when="2027-02-22",
        style="plain",
        tags=["complete", "exempt", "docx-content-controls", "docx-order-form", "alias", "department"],
        why="The RFI form ticks that SOPPA does not apply, with a reason.",
    )

    v = Vendor(
        9,
        "Pantry & Ladle",
        "LadlePlan",
        "Xin Moreau",
        "Customer Success",
        "xin@pantryladle.example",
        "Menu planning and food cost.",
    )
    case(
        "ladle-exempt-radio",
        v,
        "2027-01-26T13:10:00-05:00",
        "LadlePlan for Food Service",
        "Hello Lakemont team,\n\nPlease see the spreadsheet with our order and your RFI. "
        "We have been told that the RFI takes the place of the SOPPA paper in our case.\n\nWho: Food Service\nWhen: sign-off by March 19, 2027\n\nXin",
        [
            File(
                "LadlePlan order.xlsx",
                office.sheet(
                    "Order",
                    [
                        ["Order form", "", "", ""],
                        ["Pantry & Ladle", "", "for", "Lakemont Public Schools"],
                        [],
                        ["Item", "Quantity", "Unit price", "Total"],
                        ["LadlePlan annual", 5, 480, 2400],
                        ["", "", "Total", 2400],
                    ],
                ),
                "order_form",
            ),
            rfi(
                v,
                "acro",
                "RFI Lakemont.pdf",
                pupil="No",
                subject="out",
                reason="LadlePlan has recipes and prices. It stores no information about students.",
            ),
        ],
        items=(R, R, "exempt"),
        places=["Nutrition Services"],
        when="2027-03-19",
        tags=["complete", "exempt", "acroform-appearance", "xlsx-order-form", "alias", "department"],
        why="The RFI form's radio button says that SOPPA does not apply.",
    )

    v = Vendor(
        10,
        "Wrenhouse Education",
        "Wrenhouse Vocab",
        "Polly Danforth",
        "Founder",
        "polly@wrenhouse.example",
        "Vocabulary games for grades 6 to 8.",
    )
    case(
        "wrenhouse-reflow",
        v,
        "2027-01-27T18:22:00-06:00",
        "Wrenhouse Vocab, both middle schools",
        "Hi there! Estimate, RFI and DPA attached. Both middle schools will use this. "
        "Could we have the final go-ahead by March 1st?\n\nxo Polly",
        [
            q(v, "estimate", "Est 2830.pdf"),
            rfi(v, "reflow", "LPS-RFI (Wrenhouse).pdf"),
            soppa(v, "flat", "Wrenhouse DPA.pdf", "typed"),
        ],
        items=FULL,
        places=[WELLS, EDGE],
        when="2027-03-01",
        style="gmail",
        tags=["complete", "docx-to-pdf", "sig-typed", "group-of-schools", "deadline-no-year"],
        why="Both middle schools by the list's names; March 1 is the next one.",
    )

    v = Vendor(
        11,
        "Juniper & Slate Ltd",
        "SlateSketch",
        "Rory Malone",
        "Sales Ops",
        "rory@juniperslate.example",
        "A drawing board with class galleries.",
    )
    rich = (
        "<html><body><p>Hello,</p><p>Please treat the table as our order form for Lakemont (order JS-311).</p><table border=1><tr><th>Product</th><th>Seats</th>"
        "<th>Unit price</th><th>Total</th></tr><tr><td>SlateSketch, 12 months</td><td>260</td><td>$3.20</td><td>$832.00</td></tr><tr><td colspan=3>Total</td>"
        "<td>$832.00</td></tr></table><p>Your two forms are attached, completed. The rest of what you need is on the information form.</p><p>Rory Malone<br>Juniper &amp; Slate Ltd</p></body></html>"
    )
    case(
        "slate-in-body",
        v,
        "2027-01-28T10:00:00-06:00",
        "Order JS-311 SlateSketch",
        "",
        [
            rfi(v, "flat", "rfi_slate.pdf", places="Indian Trail School; Ninth Street School", need_date="04/09/2027"),
            soppa(v, "acro", "dpa_slate.pdf"),
        ],
        items=FULL,
        places=[TRAIL, NINTH],
        when="2027-04-09",
        style="html",
        rich=rich,
        tags=[
            "complete",
            "order-form-in-body",
            "html-only",
            "locations-in-rfi",
            "deadline-in-rfi",
            "flattened",
            "sig-digital",
        ],
        why="The order is a table in the mail; places and date stand on the RFI form.",
    )

    v = Vendor(
        12,
        "Ember Civics",
        "Ember Debate",
        "Noor Haddad",
        "Partnerships",
        "noor@embercivics.example",
        "Structured debates with speech timers.",
    )
    mixed = paper.pages(paper.write_over(PRINT, forms.soppa_values(v)), 1, 3, 2, 6, 4, 5)
    case(
        "ember-shuffled",
        v,
        "2027-02-01T09:31:00-06:00",
        "Ember Debate / Lakemont HS",
        "Dear all,\nthe DPA went through the feeder in a funny order, sorry, all six pages are there.\n"
        "School: Lakemont High School. Sign-off date needed: 15 March 2027.\nNoor",
        [q(v, "quote"), rfi(v, "acro", "RFI-Ember.pdf"), File("DPA-Ember.pdf", mixed, "soppa_form")],
        items=FULL,
        places=[HIGH],
        when="2027-03-15",
        style="plain",
        tags=["complete", "pages-out-of-order", "sig-drawn"],
        why="All six pages are there, in another order.",
    )

    v = Vendor(
        13,
        "Hollis Rhythm Co",
        "BeatBinder",
        "Sam Hollis",
        "President",
        "sam@hollisrhythm.example",
        "Practice logs and recordings for band.",
    )
    case(
        "hollis-two-copies",
        v,
        "2027-02-02T14:14:00-06:00",
        "BeatBinder: use the second DPA",
        "Two DPAs came out of our system, the one that ends in -final has the signature. "
        "Used at Northwood and Edgewood. Approval by March 26, 2027 please.\nSam",
        [
            q(v, "courier"),
            rfi(v, "docx", "rfi.docx"),
            soppa(v, "acro", "dpa.pdf", sig=""),
            soppa(v, "acro", "dpa-final.pdf"),
        ],
        items=FULL,
        places=[NORTH, EDGE],
        when="2027-03-26",
        style="plain",
        tags=["complete", "two-copies", "sig-digital"],
        why="One copy is unsigned, the other signed; the fuller one counts.",
    )

    v = Vendor(
        14,
        "Quietwater Mind",
        "Quietwater Breathe",
        "Leah Stroud",
        "COO",
        "leah@quietwater.example",
        "Guided breathing for classes.",
        signed="02/03/2027",
    )
    case(
        "quietwater-na",
        v,
        "2027-02-03T10:05:00-06:00",
        "Quietwater forms",
        "Attached: order, RFI, DPA. Preschool Center. Deadline for approval 3/18/2027.\n\nLeah Stroud\nCOO",
        [
            q(v, "courier", "QW order.pdf"),
            rfi(
                v,
                "acro",
                "QW rfi.pdf",
                hosting="See attached security summary",
                access="N/A",
                support="None",
                ref2_who="N/A",
                ref2_contact="N/A",
                ref2_tel="N/A",
                roster="No",
            ),
            soppa(v, "acro", "QW dpa.pdf", service="N/A", services="See QW order"),
        ],
        items=FULL,
        places=[PRE],
        when="2027-03-18",
        style="outlook",
        tags=["complete", "na-answers", "acroform-appearance", "sig-digital", "alias"],
        why="'N/A', 'None' and a pointer to another paper are answers.",
    )

    v = Vendor(
        15,
        "Larkrise Maps",
        "Larkrise Atlas Kids",
        "Owen Thewlis",
        "Sales",
        "owen@larkrisemaps.example",
        "Layered maps for grades 3 to 6.",
    )
    case(
        "larkrise-in-order",
        v,
        "2027-02-04T08:08:00-06:00",
        "as requested",
        "See attached.\n\nOwen",
        [
            q(
                v,
                "proposal",
                "proposal.pdf",
                extra=(
                    "Sites: Sherwood Elementary School and Oak Terrace School.",
                    "District approval needed by: April 16, 2027",
                ),
            ),
            rfi(v, "bare", "1.pdf"),
            soppa(v, "free", "2.pdf"),
        ],
        items=FULL,
        places=[SHER, OAK],
        when="2027-04-16",
        style="iphone",
        tags=[
            "complete",
            "locations-in-order-form",
            "deadline-in-order-form",
            "acroform-no-appearance",
            "sig-ink",
            "short",
        ],
        why="Places and date stand in the proposal.",
    )

    v = Vendor(
        16,
        "Kiteworthy",
        "Kiteworthy Goals",
        "Ada Brandt",
        "CX",
        "ada@kiteworthy.example",
        "Goal tracking for counselors.",
    )
    quoted = (
        "\n\nOn Thu, Feb 4, 2027 at 4:10 PM Marcia Bell <mbell@lakemont112.example> wrote:\n\n> Hi Ada, last year's trial ran at Indian Trail, Oak Terrace and Northwood. "
        "Please\n> send the forms. Approval had to be in by January 8, 2027 back then.\n> Marcia\n"
    )
    case(
        "kiteworthy-thread",
        v,
        "2027-02-05T09:15:00-06:00",
        "Re: Kiteworthy Goals",
        "Hi Marcia, sure thing. Forms and quote attached. This year it is only Wells, not Edgewood. "
        "The approval date we are aiming for is March 29, 2027.\n\nAda" + quoted,
        [q(v), rfi(v, "flat", "RFI_Kiteworthy.pdf"), soppa(v, "flat", "DPA_Kiteworthy.pdf", "image")],
        items=FULL,
        places=[WELLS],
        when="2027-03-29",
        style="plain",
        headers={"In-Reply-To": "<old.1@lakemont112.example>"},
        tags=["complete", "quoted-district-mail", "negation", "flattened", "sig-image"],
        why="The old mail's places and date do not count; Edgewood is excluded.",
    )
