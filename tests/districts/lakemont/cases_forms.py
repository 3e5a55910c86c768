"""Forms that are not finished, or are not the District's, and files that cannot be read."""
# ruff: noqa: E501 (sample letters read better unbroken)

import office
import orders
import paper
from cases import (
    ALL,
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
    SHER,
    TRAIL,
    TWIN,
    WELLS,
    I,
    M,
    R,
    case,
    q,
    rfi,
    soppa,
)
from mailing import File, Vendor

import forms


def wanting() -> None:
    v = Vendor(
        20,
        "Pebble Coding",
        "Pebble Blocks",
        "Hank Duval",
        "Owner",
        "hank@pebblecoding.example",
        "Block coding for grades K to 4.",
    )
    case(
        "pebble-one-blank",
        v,
        "2027-01-06T09:00:00-06:00",
        "Pebble Blocks for St Clair",
        "Hello, quote, RFI & agreement attached. School: St Clair. Sign off by Feb 12, 2027.\n\nHank Duval\nPebble Coding",
        [q(v), rfi(v, "acro", "RFI.pdf", hosting=""), soppa(v, "acro", "DPA.pdf")],
        items=(R, I, R),
        places=[CLAIR],
        when="2027-02-12",
        style="plain",
        tags=["one-blank", "acroform-appearance", "sig-digital", "alias"],
        why="The data center line of the RFI form is empty.",
    )

    v = Vendor(
        21,
        "Anvil Analytics",
        "Anvil Gradewatch",
        "Petra Lind",
        "AE",
        "petra@anvil-analytics.example",
        "Dashboards for grade teams.",
    )
    case(
        "anvil-radio",
        v,
        "2027-01-06T11:00:00-06:00",
        "Anvil Gradewatch documents",
        "Hi, all three docs enclosed. For Northwood Junior High and Lakemont High. Need approval by 2/26/2027.\n\nPetra Lind",
        [
            q(v, "estimate", "Anvil estimate.pdf"),
            rfi(v, "bare", "Anvil RFI.pdf", incident=""),
            soppa(v, "bare", "Anvil DPA.pdf"),
        ],
        items=(R, I, R),
        places=[NORTH, HIGH],
        when="2027-02-26",
        tags=["radio-group-unanswered", "acroform-no-appearance", "sig-digital"],
        why="The question about security incidents has neither Yes nor No.",
    )

    v = Vendor(
        22,
        "Bramble Books",
        "Bramble Shelf",
        "Tess Amory",
        "Rep",
        "tess@bramblebooks.example",
        "E-books with reading logs.",
    )
    case(
        "bramble-unsigned",
        v,
        "2027-01-07T11:00:00-06:00",
        "Bramble Shelf",
        "Good morning, attached are the order, your RFI and the DPA. Ninth Street School, needed by February 19, 2027 for board approval.\n\nTess",
        [q(v, "courier", "order.pdf"), rfi(v, "acro", "rfi.pdf"), soppa(v, "acro", "dpa.pdf", sig="")],
        items=(R, R, I),
        places=[NINTH],
        when="2027-02-19",
        tags=["sig-missing", "acroform-appearance"],
        why="The DPA's signature field was never signed.",
    )

    v = Vendor(
        23,
        "Corvid Language Lab",
        "Corvid Speak",
        "Jo Ann Prewitt",
        "Owner",
        "joann@corvidlab.example",
        "Speaking practice.",
    )
    case(
        "corvid-undated",
        v,
        "2027-01-08T07:45:00-05:00",
        "forms - Corvid Speak",
        "Forms done by hand & scanned. Quote too. School is Escuela Ávila. Date needed for approval: 3/5/27",
        [q(v), rfi(v, "docx", "rfi corvid.docx"), soppa(v, "hand", "scan dpa.pdf", date="")],
        items=(R, R, I),
        places=[AVILA],
        when="2027-03-05",
        style="iphone",
        tags=["sig-undated", "scan-handwritten", "sig-drawn", "accent"],
        why="The scanned DPA is signed, but the date signed is empty.",
    )

    v = Vendor(
        24, "Delmarva Tutors", "Delmarva Online", "Cal Ritter", "Sales", "cal@delmarvatutors.example", "Live tutoring."
    )
    case(
        "delmarva-blank",
        v,
        "2027-01-11T10:00:00-05:00",
        "Delmarva",
        "Please see attached docs (order, RFI, signed DPA). Oak Terrace, approval date 3/1/2027.\n\nCal",
        [q(v), File("RFI.docx", office.rfi_docx(), "rfi_form"), soppa(v, "flat", "DPA.pdf")],
        items=(R, I, R),
        places=[OAK],
        when="2027-03-01",
        style="gmail",
        tags=["blank-form", "flat-typed-over", "sig-drawn"],
        why="The Word form came back blank.",
    )

    v = Vendor(25, "Elmwood Typing", "ElmKeys", "Nate Oxley", "Dir.", "nate@elmkeys.example", "Typing lessons.")
    case(
        "elmkeys-last-page",
        v,
        "2027-01-12T10:00:00-06:00",
        "ElmKeys",
        "Quote, RFI, DPA. Indian Trail, by March 8, 2027 (final approval).\nNate",
        [
            q(v),
            rfi(v, "flat", "rfi.pdf"),
            File("dpa.pdf", paper.pages(paper.write_over(PRINT, forms.soppa_values(v)), 1, 2, 3, 4, 5), "soppa_form"),
        ],
        items=(R, R, I),
        places=[TRAIL],
        when="2027-03-08",
        style="plain",
        tags=["missing-last-page", "flattened"],
        why="The signature page of the DPA is missing.",
    )

    v = Vendor(
        26,
        "Foxglove Forms",
        "Foxglove Field Trips",
        "Zadie Munro",
        "CSM",
        "zadie@foxgloveforms.example",
        "Permission slips for trips.",
    )
    case(
        "foxglove-twin",
        v,
        "2027-01-13T10:00:00-06:00",
        "Foxglove Field Trips for Lakemont",
        "Hi,\n\nplease find the order form, your RFI and the signed SOPPA DPA. Sherwood Elementary School, approval by 2/24/2027.\n\nZadie",
        [
            q(v, "courier"),
            rfi(v, "acro", "Lakemont RFI.pdf"),
            File("SOPPA DPA Lakemont signed.pdf", paper.fill(TWIN, forms.soppa_values(v)), "other"),
        ],
        items=(R, R, M),
        places=[SHER],
        when="2027-02-24",
        tags=["other-district-forms", "near-twin"],
        why="The DPA is Lakemoor's, not Lakemont's, though the file's name says otherwise.",
    )

    case(
        "foxglove-twin-flat",
        v,
        "2027-01-13T15:00:00-06:00",
        "RE: Foxglove for Oak Terrace",
        "Oak Terrace wants it too. Quote, RFI and the DPA. Approval by 2/25/2027.\n\nZadie",
        [
            q(v, "courier"),
            rfi(v, "flat", "Lakemont RFI.pdf"),
            File("DPA signed.pdf", paper.write_over(TWIN, forms.soppa_values(v)), "other"),
        ],
        items=(R, R, M),
        places=[OAK],
        when="2027-02-25",
        style="plain",
        tags=["other-district-forms", "near-twin", "flattened"],
        why="Again Lakemoor's DPA, printed and typed over.",
    )

    v = Vendor(
        27,
        "Gables Health",
        "Gables Nurse",
        "Rita Sandoval",
        "RN, Sales",
        "rita@gableshealth.example",
        "Nurse visit log.",
    )
    case(
        "gables-former",
        v,
        "2027-01-14T10:00:00-06:00",
        "Gables Nurse",
        "Attached: quote, RFI, confidentiality rider signed. Student Services. Final approval by 3/10/27.\nRita",
        [q(v), rfi(v, "docx", "rfi.docx"), File("rider signed.pdf", orders.former_form(v), "other")],
        items=(R, R, M),
        places=["Special Services"],
        when="2027-03-10",
        style="plain",
        tags=["older-title-form", "alias", "department"],
        why="The rider is an old Lakemont paper with another title.",
    )

    v = Vendor(
        28, "Harvest Moon Apps", "Moonlit Phonics", "Gia Ferro", "Ops", "gia@harvestmoonapps.example", "Phonics games."
    )
    case(
        "moonlit-ndpa",
        v,
        "2027-01-15T10:00:00-06:00",
        "Moonlit Phonics: NDPA",
        "Hello,\n\nWe signed the statewide NDPA with Lakemont named as the LEA, which should cover you. RFI and quote attached too. For the D112 Preschool; "
        "we need your approval by March 3, 2027.\n\nGia Ferro",
        [q(v, "estimate"), rfi(v, "acro", "RFI.pdf"), File("IL-NDPA Lakemont.pdf", orders.ndpa(v), "other")],
        items=(R, R, M),
        places=[PRE],
        when="2027-03-03",
        tags=["ndpa", "alias"],
        why="The statewide agreement is not the District's form.",
    )

    v = Vendor(
        29,
        "Ivory Coast Coding",
        "IvoryBots",
        "Ken Sato",
        "AM",
        "ken@ivorybots.example",
        "Robot kits with a class dashboard.",
    )
    case(
        "ivory-policy",
        v,
        "2027-01-18T10:00:00-06:00",
        "IvoryBots order",
        "Hi, order + RFI + our SOPPA statement. Edgewood. Please approve by 3/2/2027. Ken",
        [q(v), rfi(v, "flat", "RFI.pdf"), File("SOPPA.pdf", orders.policy(v), "other")],
        items=(R, R, M),
        places=[EDGE],
        when="2027-03-02",
        style="plain",
        tags=["privacy-policy-as-soppa"],
        why="The file is the vendor's own policy.",
    )

    v = Vendor(
        30, "Jetty Scheduling", "Jetty Shifts", "Abe Colman", "Rep", "abe@jettyshifts.example", "Staff shift planning."
    )
    case(
        "jetty-exempt-mail",
        v,
        "2027-01-19T10:00:00-06:00",
        "Jetty Shifts - SOPPA n/a",
        "Hello, Jetty Shifts holds no student data, so SOPPA does not apply to us and we are not sending the DPA. Order and RFI enclosed. Personnel office. "
        "Sign-off by 2/26/27.\n\nAbe",
        [q(v, "courier"), rfi(v, "acro", "RFI.pdf")],
        items=(R, R, M),
        places=["Human Resources"],
        when="2027-02-26",
        style="outlook",
        tags=["exempt-body-only", "contradicts-rfi", "alias", "department"],
        why="The mail says that SOPPA does not apply, but the RFI form ticks that it does; no DPA came.",
    )

    v = Vendor(31, "Knot & Thread", "KnotStories", "Vera Blum", "Founder", "vera@knotstories.example", "Story writing.")
    case(
        "knot-exhibit-e-only",
        v,
        "2027-01-20T10:00:00-06:00",
        "KnotStories papers",
        "Quote, RFI and DPA (signed on page 5). Schools: Indian Trail. Approval by March 16, 2027.\n\nVera",
        [
            q(v),
            rfi(v, "acro", "RFI.pdf"),
            soppa(v, "flat", "DPA.pdf", sig="", e_sig=v.person, e_name=v.person, e_date=v.signed),
        ],
        items=(R, R, I),
        places=[TRAIL],
        when="2027-03-16",
        style="plain",
        tags=["sig-missing", "sig-elsewhere", "flat-typed-over"],
        why="Only the voluntary Exhibit E is signed; the Provider's signature line is empty.",
    )

    v = Vendor(32, "Lumenary", "Lumenary Portfolios", "Dov Katz", "BD", "dov@lumenary.example", "Student portfolios.")
    case(
        "lumenary-dropdown",
        v,
        "2027-01-21T10:00:00-06:00",
        "Lumenary",
        "Hi all, order, word RFI, DPA. Lakemont High School; final OK by 3/15/27.\nDov",
        [q(v, "sow", "sow.pdf"), rfi(v, "docx", "rfi.docx", licence="", genai=""), soppa(v, "acro", "dpa.pdf")],
        items=(R, I, R),
        places=[HIGH],
        when="2027-03-15",
        style="plain",
        tags=["several-blanks", "drop-down-untouched", "check-group-unanswered", "docx-content-controls"],
        why="The licence list still says 'Choose one', and a Yes/No pair of check boxes is open.",
    )

    v = Vendor(33, "Marblehead Math", "Marble Facts", "Sue Ito", "Sales", "sue@marblefacts.example", "Fact fluency.")
    case(
        "marble-schedule",
        v,
        "2027-01-22T10:00:00-06:00",
        "Marble Facts",
        "Order form, RFI, DPA attached for King Elementary. Approve by 3/9/2027 please.\nSue",
        [
            q(v, "courier"),
            rfi(v, "acro", "RFI.pdf"),
            soppa(v, "acro", "DPA.pdf", **{f"b{i}": False for i in range(len(forms.SCHEDULE))}),
        ],
        items=(R, R, I),
        places=[KING],
        when="2027-03-09",
        style="plain",
        tags=["check-group-unanswered", "acroform-appearance", "alias"],
        why="No row of Exhibit B is marked.",
    )

    v = Vendor(34, "Nimbus Choir", "ChoirCloud", "Eve Lang", "Owner", "eve@choircloud.example", "Choir parts online.")
    case(
        "choir-scan-blank",
        v,
        "2027-01-25T10:00:00-06:00",
        "ChoirCloud",
        "scans attached, plus quote. edgewood + northwood. approval by 3/22/27. thx eve",
        [q(v), rfi(v, "hand", "scan1.pdf", ref1_tel="", access=""), soppa(v, "acro", "dpa.pdf")],
        items=(R, I, R),
        places=[EDGE, NORTH],
        when="2027-03-22",
        style="iphone",
        tags=["several-blanks", "scan-handwritten", "sig-digital", "short"],
        why="Two places of the scanned RFI form are empty.",
    )

    v = Vendor(35, "Orchid Reports", "Orchid IEP", "Max Weil", "AE", "max@orchidreports.example", "IEP drafting.")
    locked = File("DPA_secured.pdf", paper.lock(soppa(v, "flat").data, "orchid!7"), "unreadable")
    broken = File("RFI.pdf", rfi(v, "flat").data[:900], "unreadable")
    case(
        "orchid-unreadable",
        v,
        "2027-01-26T10:00:00-06:00",
        "Orchid IEP",
        "Hello, quote, RFI and DPA. The DPA is password protected, I will text the password. For the SPED department, approval by 3/24/27.\n\nMax",
        [q(v), broken, locked, File("order copy.docx", b"", "unreadable")],
        items=(R, M, M),
        places=["Special Services"],
        when="2027-03-24",
        tags=["encrypted-pdf", "truncated-pdf", "zero-byte", "alias", "department"],
        why="One PDF is locked, one cut off, one file has no bytes.",
    )

    v = Vendor(36, "Prism Yearbooks", "PrismPages", "Lou Gant", "Rep", "lou@prismpages.example", "Yearbook layout.")
    case(
        "prism-cloud",
        v,
        "2027-01-27T10:00:00-06:00",
        "PrismPages: documents shared with you",
        "Hi, the signed forms are too big for mail: https://drive.google.com/file/d/1x9Ab/view (RFI) and https://www.dropbox.com/s/77a/dpa.pdf (DPA). "
        "Order form attached. Wells Middle, needs sign-off by 3/11/2027.\n\nLou",
        [q(v, "courier")],
        items=(R, M, M),
        places=[WELLS],
        when="2027-03-11",
        style="gmail",
        tags=["cloud-link"],
        why="A link is no paper.",
    )
    _papers()
    _more_forms()


def _papers() -> None:
    v = Vendor(37, "Quarry Robotics", "QuarryBot", "Ann Reyes", "AR", "ann@quarryrobotics.example", "Robotics lessons.")
    case(
        "quarry-invoice",
        v,
        "2027-01-28T10:00:00-06:00",
        "QuarryBot order form + forms",
        "Order form and forms attached. Indian Trail. Approval needed by 3/17/27.\nAnn",
        [File("Order form.pdf", orders.invoice(v)), rfi(v, "acro", "RFI.pdf"), soppa(v, "acro", "DPA.pdf")],
        items=(M, R, R),
        places=[TRAIL],
        when="2027-03-17",
        style="plain",
        tags=["invoice-as-order-form"],
        why="The 'order form' is an invoice.",
    )

    v = Vendor(38, "Reedbed Reading", "Reedbed", "Ivy Shaw", "CSM", "ivy@reedbed.example", "Reading levels.")
    case(
        "reedbed-po-brochure",
        v,
        "2027-01-29T10:00:00-06:00",
        "Reedbed, your PO and our brochure",
        "Here are your PO, a brochure, RFI and DPA. Ninth St. School. We'd like approval by 3/18/27.\nIvy",
        [
            File("PO 27-00418.pdf", orders.purchase_order(v)),
            File("Reedbed.pdf", orders.brochure(v)),
            rfi(v, "flat", "RFI.pdf"),
            soppa(v, "free", "DPA.pdf"),
        ],
        items=(M, R, R),
        places=[NINTH],
        when="2027-03-18",
        style="plain",
        tags=["purchase-order", "brochure-as-order-form", "alias", "abbreviation"],
        why="A purchase order and a brochure are not the operator's order form.",
    )

    v = Vendor(39, "Saffron Spanish", "Saffron Lab", "Teo Vidal", "AM", "teo@saffronlab.example", "Listening tasks.")
    case(
        "saffron-list",
        v,
        "2027-02-01T10:00:00-06:00",
        "Saffron Lab",
        "Attached are our prices, W-9, last notice, RFI and DPA. Lakemont High School, approval date March 30, 2027.\nTeo",
        [
            File("Pricing.pdf", orders.price_list(v)),
            File("W9.pdf", orders.w9(v)),
            File("Notice.pdf", orders.renewal(v)),
            rfi(v, "acro", "RFI.pdf"),
            soppa(v, "acro", "DPA.pdf"),
        ],
        items=(M, R, R),
        places=[HIGH],
        when="2027-03-30",
        style="plain",
        tags=["price-list", "w-9", "renewal-notice"],
        why="A price list, a W-9 and a renewal notice are not an order form for this purchase.",
    )


def _more_forms() -> None:
    v = Vendor(40, "Tanager Tests", "Tanager Quiz", "Flo Beck", "AE", "flo@tanagertests.example", "Quizzes.")
    case(
        "tanager-fax",
        v,
        "2027-02-02T10:00:00-06:00",
        "Tanager fax",
        "The RFI went through our fax program. Quote and DPA attached. All buildings. Sign-off by 4/1/2027.\nFlo",
        [q(v), rfi(v, "fax", "FAX0202.tif"), soppa(v, "flat", "DPA.pdf", "image")],
        items=(R, R, R),
        places=ALL,
        when="2027-04-01",
        style="plain",
        tags=["complete", "tiff", "scan-handwritten", "sig-image", "district-wide"],
        why="A clean fax of a full RFI form; every building.",
    )

    v = Vendor(41, "Umber Art", "UmberStudio", "Kit Rowe", "Owner", "kit@umberart.example", "Drawing lessons.")
    case(
        "umber-l-block",
        v,
        "2027-02-03T10:00:00-06:00",
        "UmberStudio",
        "Forms + quote. Sherwood elementary. Approval by 4/5/27.\nKit",
        [q(v), rfi(v, "docx", "RFI.docx"), soppa(v, "free", "DPA.pdf", desig="", breach="")],
        items=(R, R, I),
        places=[SHER],
        when="2027-04-05",
        style="plain",
        tags=["several-blanks", "freetext-annotations", "sig-ink"],
        why="Designated Representative and Breach contact are empty.",
    )

    v = Vendor(
        42,
        "Vireo Music",
        "VireoNotes",
        "Al Chu",
        "Rep",
        "al@vireomusic.example",
        "Music theory.",
        street="77 Harbor Avenue",
    )
    case(
        "vireo-references",
        v,
        "2027-02-04T10:00:00-06:00",
        "VireoNotes",
        "Hello, our order form, RFI and DPA are attached. School: Oak Terrace School. Final approval by 4/6/27.\n\nAl Chu\nVireo Music",
        [
            q(v, "courier"),
            rfi(v, "docx", "RFI.docx", ref2_who="", ref2_contact="", ref2_tel=""),
            soppa(v, "acro", "DPA.pdf"),
        ],
        items=(R, I, R),
        places=[OAK],
        when="2027-04-06",
        tags=["several-blanks", "docx-content-controls", "table-row-blank"],
        why="The second reference of the RFI form is empty.",
    )

    v = Vendor(
        43, "Willet Weather", "Willet Stations", "Bo Frye", "Owner", "bo@willetweather.example", "Weather stations."
    )
    case(
        "willet-references",
        v,
        "2027-02-05T10:00:00-06:00",
        "Willet Stations",
        "Hello, our order form, RFI and DPA are attached. School: Indian Trail School. Final approval by 4/7/27.\n\nBo Frye",
        [q(v, "courier"), rfi(v, "acro", "RFI.pdf", ref1_who="", ref2_who=""), soppa(v, "acro", "DPA.pdf")],
        items=(R, I, R),
        places=[TRAIL],
        when="2027-04-07",
        tags=["several-blanks", "acroform-appearance", "table-row-blank"],
        why="The references name no district.",
    )

    v = Vendor(44, "Yarrow Lab", "YarrowSim", "Cy Pell", "Rep", "cy@yarrowlab.example", "Simulations.")
    case(
        "yarrow-sig-in-lea",
        v,
        "2027-02-08T10:00:00-06:00",
        "YarrowSim",
        "Hello, our order form, RFI and DPA are attached. School: Lakemont High School. Final approval by 4/8/27.\n\nCy Pell",
        [
            q(v, "courier"),
            rfi(v, "flat", "RFI.pdf"),
            soppa(v, "flat", "DPA.pdf", "image", sig="", l_sig="Signed Elsewhere"),
        ],
        items=(R, R, I),
        places=[HIGH],
        when="2027-04-08",
        tags=["sig-missing", "sig-elsewhere", "flat-typed-over"],
        why="A signature stands in the LEA's block only; the Provider's line is empty.",
    )
