"""Existing agreements, places and deadlines."""
# ruff: noqa: E501 (sample letters read better unbroken)

from cases import ALL, CLAIR, EDGE, HIGH, KING, NORTH, OAK, SHER, TRAIL, WELLS, M, R, U, agreement, case, q
from mailing import Vendor

EXIST = (R, "not_required", "not_required")
NEW = (R, M, M)
OLD = {"track": "existing_agreement", "items": EXIST}


def tracks() -> None:
    cin = Vendor(
        50,
        "Cinderpath Learning Inc.",
        "Cinderpath Fractions",
        "Wes Loomis",
        "Renewals",
        "wes.loomis@cinderpath.example",
        "Fractions.",
    )
    fr = agreement("Cinderpath Learning Inc.", "Cinderpath Fractions", "2024-09-03", "2027-09-02")
    case(
        "cinderpath-on-file",
        cin,
        "2027-01-06T09:30:00-06:00",
        "Cinderpath Fractions seats",
        "Hello, quote attached for Oak Terrace. Please have everything approved by February 12, 2027.\n\nWes Loomis\nCinderpath Learning Inc.",
        [q(cin)],
        **OLD,
        places=[OAK],
        when="2027-02-12",
        agreement=fr,
        tags=["existing", "on-file"],
        why="The product has an active agreement.",
    )
    case(
        "cinderpath-expired",
        cin,
        "2027-01-07T09:30:00-06:00",
        "Cinderpath Decodables renewal order",
        "Hi, our order form for Cinderpath Decodables at St. Clair and Sherwood is attached. The DPA is on file with you. Approval date: 2/15/2027\n\nWes",
        [q(Vendor(51, cin.company, "Cinderpath Decodables", cin.person, cin.post, cin.email, ""), "courier")],
        items=NEW,
        places=[CLAIR, SHER],
        when="2027-02-15",
        agreement=agreement(cin.company, "Cinderpath Decodables", "2023-08-14", "2026-08-13", "expired"),
        product="Cinderpath Decodables",
        tags=["expired-agreement", "claims-agreement"],
        why="That agreement ran out in August 2026.",
    )
    case(
        "cinderpath-sibling",
        cin,
        "2027-01-08T09:30:00-06:00",
        "Cinderpath Algebra Lift",
        "Good news, Cinderpath Algebra Lift is out. Quote for Northwood JH attached. Needs final approval by Feb 19, 2027. You already have an agreement with us.\n\nWes",
        [q(Vendor(52, cin.company, "Cinderpath Algebra Lift", cin.person, cin.post, cin.email, ""))],
        items=NEW,
        places=[NORTH],
        when="2027-02-19",
        product="Cinderpath Algebra Lift",
        tags=["product-not-registered", "claims-agreement", "alias"],
        why="Another product of a registered operator.",
    )

    v = Vendor(
        53,
        "Osprey & Finch Publishing, LLC",
        "ReaderBay",
        "Moira Kent",
        "Sales Director",
        "moira@readerbay.example",
        "Library of e-books.",
    )
    osp = agreement(v.company, "", "2025-02-10", "2028-02-09")
    case(
        "readerbay-trade-name",
        v,
        "2027-01-11T09:30:00-06:00",
        "ReaderBay order RB-88",
        "Dear Ms. Bell,\n\nattached is the ReaderBay estimate for all schools. The board's approval is needed by March 1, 2027.\n\nMoira Kent\nReaderBay",
        [q(v, "estimate", "RB-88.pdf")],
        **OLD,
        places=ALL,
        when="2027-03-01",
        agreement=osp,
        tags=["existing", "on-file", "trade-name", "register-all-products", "district-wide"],
        why="The row has no product, so it covers ReaderBay.",
    )
    w = Vendor(
        54, "Midwest EdSource", "Gantry Atlas", "Clive Barr", "Inside Sales", "cbarr@midwestedsource.example", "Maps."
    )
    gan = agreement("Gantry Maps", "Gantry Atlas", "2025-06-02", "2028-06-01")
    case(
        "gantry-reseller",
        w,
        "2027-01-12T09:30:00-06:00",
        "Quote for Gantry Atlas (Gantry Maps)",
        "Hello Lakemont,\n\nwe are the authorized reseller for Gantry Maps. The attached quote is for Gantry Atlas at Wells Middle School. Approval please by 2/26/2027.\n\nClive Barr\nMidwest EdSource",
        [q(w)],
        **OLD,
        places=[WELLS],
        when="2027-02-26",
        agreement=gan,
        tags=["existing", "on-file", "reseller"],
        why="A reseller's mail is judged by the product.",
    )
    v = Vendor(55, "Velloria Systems", "Velloria Attendance", "Amy Zorn", "AE", "azorn@velloria.example", "Attendance.")
    case(
        "velloria-not-yet",
        v,
        "2026-11-20T09:30:00-06:00",
        "Velloria Attendance quote",
        "Hi, quote for the high school attached. The agreement starts December 1. We'd like your sign-off by January 15, 2027.\n\nAmy Zorn",
        [q(v)],
        items=NEW,
        places=[HIGH],
        when="2027-01-15",
        tags=["agreement-starts-later"],
        why="On the day of the mail the agreement has not begun.",
    )
    v = Vendor(56, "Tundra Codeworks", "BlockRanger", "Eli Voss", "AE", "eli@tundracode.example", "Coding.")
    tun = agreement(v.company, "BlockRanger", "2023-11-20", "2026-11-19")
    case(
        "tundra-last-day",
        v,
        "2026-11-20T04:30:00+00:00",
        "BlockRanger",
        "Late one from me. Order form for Edgewood attached, approval needed by 12/18/2026.\nEli",
        [q(v, "courier")],
        **OLD,
        places=[EDGE],
        when="2026-12-18",
        agreement=tun,
        style="plain",
        tags=["existing", "on-file", "agreement-last-day", "time-zone"],
        why="In Chicago it was still November 19, the last day.",
    )
    case(
        "tundra-day-after",
        v,
        "2026-11-20T13:30:00+00:00",
        "BlockRanger again",
        "One more, order form for Northwood attached, approval needed by 12/18/2026.\nEli",
        [q(v, "courier", "second.pdf")],
        items=NEW,
        places=[NORTH],
        when="2026-12-18",
        agreement={**tun, "status": "expired"},
        style="plain",
        tags=["expired-agreement", "time-zone"],
        why="The day after the last day.",
    )
    v = Vendor(57, "Mistral Wave Music", "TempoTutor", "Bea Cho", "Rep", "bea@mistralwave.example", "Rhythm.")
    case(
        "mistral-first-day",
        v,
        "2026-10-05T08:00:00-05:00",
        "TempoTutor",
        "Quote for TempoTutor. Building: Indian Trail. Your approval by Nov. 13, 2026, please.\n\nBea Cho",
        [q(v)],
        **OLD,
        places=[TRAIL],
        when="2026-11-13",
        agreement=agreement(v.company, "TempoTutor", "2026-10-05", "2029-10-04"),
        tags=["existing", "on-file", "agreement-first-day"],
        why="The first day counts.",
    )
    v = Vendor(58, "Solstice Surveys", "Solstice Pulse", "Ray Dunn", "AE", "ray@solsticesurveys.example", "Surveys.")
    case(
        "solstice-claims",
        v,
        "2027-01-13T09:30:00-06:00",
        "Solstice Pulse: DPA already signed with D112",
        "Hello! As you'll remember we signed your privacy agreement in 2024. So just the quote this time. All schools, approval by March 5th, 2027.\n\nRay",
        [q(v)],
        items=NEW,
        places=ALL,
        when="2027-03-05",
        tags=["claims-agreement", "district-wide"],
        why="No such agreement is on the register.",
    )
    _deadlines()
    _places()


def _hearth(n, **more) -> Vendor:
    return Vendor(
        n,
        "Hearthside Counseling Apps",
        "FeelingsCheck",
        "Ginny Poe",
        "Account Manager",
        "ginny.poe@hearthside.example",
        "Mood check-ins.",
        **more,
    )


HEARTH = agreement("Hearthside Counseling Apps", "FeelingsCheck", "2025-03-17", "2028-03-16")


def _asks(slug, n, date, text, places, when, tags, why, **more) -> None:
    v = _hearth(n)
    more.setdefault("subject", "FeelingsCheck order")
    subject = more.pop("subject")
    case(
        slug,
        v,
        date,
        subject,
        text,
        [q(v)],
        **OLD,
        places=places,
        when=when,
        agreement=HEARTH,
        tags=["existing", *tags],
        why=why,
        **more,
    )


def _deadlines() -> None:
    _asks(
        "hearth-asap",
        60,
        "2027-01-14T09:00:00-06:00",
        "Quote attached for Oak Terrace. We hope for the sign-off just as soon as you can manage it.\n\nGinny",
        [OAK],
        (U, None),
        ["deadline-asap"],
        "No day is named.",
    )
    _asks(
        "hearth-conflict",
        61,
        "2027-01-15T09:00:00-06:00",
        "Quote attached for every school in the district.\nApproval deadline: March 3, 2027\n\nP.S. Final sign-off has to be in our hands by March 10, 2027.\n\nGinny",
        ALL,
        (U, None),
        ["deadline-conflict", "district-wide"],
        "Two different dates for the approval.",
    )
    _asks(
        "hearth-past",
        62,
        "2027-01-18T09:00:00-06:00",
        "Order attached, Sherwood Elementary. Approval was needed by January 8, 2027.\n\nGinny",
        [SHER],
        (U, None),
        ["deadline-past"],
        "The date is past.",
        style="plain",
    )
    _asks(
        "hearth-no-year",
        63,
        "2026-12-08T09:00:00-06:00",
        "Quote attached. Building: Edgewood. Please sign off no later than February 5.\n\nGinny",
        [EDGE],
        "2027-02-05",
        ["on-file", "deadline-no-year"],
        "The next February 5 is in 2027.",
    )
    _asks(
        "hearth-weeks",
        64,
        "2027-01-19T09:00:00-06:00",
        "Quote attached, it is for Northwood. We need the District's approval within six weeks.\n\nGinny",
        [NORTH],
        "2027-03-02",
        ["on-file", "deadline-relative"],
        "Six weeks from the day of the mail.",
    )
    _asks(
        "hearth-season",
        65,
        "2027-01-20T09:00:00-06:00",
        "Quote attached for Lakemont HS. Final approval by spring would be great.\n\nGinny",
        [HIGH],
        (U, None),
        ["deadline-season"],
        "A season is not a date.",
    )
    _asks(
        "hearth-traps",
        66,
        "2027-01-21T09:00:00-06:00",
        "Quote attached for Lakemont HS. Pricing is good through March 31, 2027. Licenses start on April 1, 2027, and we invoice on April 15, 2027.\n\nGinny",
        [HIGH],
        None,
        ["valid-until-trap", "start-date-trap"],
        "Expiry, start and invoice dates are not the approval date.",
        style="gmail",
    )
    _asks(
        "hearth-eom",
        67,
        "2027-01-22T09:00:00-06:00",
        "Quote attached, King School. Board approval is requested by end of March 2027.\n\nGinny",
        [KING],
        "2027-03-31",
        ["on-file", "end-of-month", "alias"],
        "The last day of March.",
    )


def _places() -> None:
    _asks(
        "hearth-middle",
        70,
        "2027-01-25T09:00:00-06:00",
        "Quote attached, for the middle school. Approval by March 12, 2027.\n\nGinny",
        (U, None),
        "2027-03-12",
        ["ambiguous-school"],
        "The district has two middle schools.",
    )
    _asks(
        "hearth-unknown",
        71,
        "2027-01-25T11:00:00-06:00",
        "Quote attached. School: Maplecrest Elementary. Approval by March 12, 2027.\n\nGinny",
        (U, ["Maplecrest Elementary"]),
        "2027-03-12",
        ["unknown-school"],
        "No such school is on the list.",
    )
    _asks(
        "hearth-traps-in-names",
        72,
        "2027-01-26T09:00:00-06:00",
        "Please find our quote attached. Approval is needed by March 15, 2027.\n\nThank you,\n\nGinny Poe\nAccount Manager, Hearthside Counseling Apps\n2210 Northwood Drive, Suite 12, Oak Terrace, IL 60181\n"
        "Proud partner of Edgewood Ventures",
        None,
        "2027-03-15",
        ["school-names-in-signature", "address-trap"],
        "The names stand in a signature and an address only.",
    )
    _asks(
        "hearth-negation",
        73,
        "2027-01-26T11:00:00-06:00",
        "Quote attached for Indian Trail and Oak Terrace. Northwood decided not to take part. Approval by March 16, 2027.\n\nGinny",
        [TRAIL, OAK],
        "2027-03-16",
        ["on-file", "negation"],
        "Northwood is named as not taking part.",
    )
    _asks(
        "hearth-typo",
        74,
        "2027-01-27T09:00:00-06:00",
        "Quote attached. Schools:\n - Ida B Wells MS\n - Egdewood Midle School\n - Northwod Jr. High\n\nDate of final approval: 03/17/2027\n\nGinny",
        [WELLS, EDGE, NORTH],
        "2027-03-17",
        ["on-file", "misspelled-school"],
        "Misspelled names can still be told.",
        style="plain",
    )
    _asks(
        "hearth-dept",
        75,
        "2027-01-28T09:00:00-06:00",
        "Quote attached, this one is for SPED and the PR Office. Please approve by March 18, 2027.\n\nGinny",
        ["Special Services", "Community Relations"],
        "2027-03-18",
        ["on-file", "alias", "department"],
        "Two departments by their short names.",
    )
