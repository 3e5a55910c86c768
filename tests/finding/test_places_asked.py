"""Who asked for what is handed in, who gets seats, and papers' names with a place behind them: both ways."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding import findings
from soppa_mailbot.finding.locations import places
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Address, District, Form, Message, School, Status

DISTRICT = ("Thorn Valley CUSD 45", "Thorn Valley")
GARFIELD = School("Garfield Elementary School", "school", ("Garfield Elementary",))
NORTHSIDE = School("Northside Middle School", "school", ("Northside",))
WESTFIELD = School("Westfield High School", "school", ("Westfield",))
NORTH = School("Thorn Valley North High School", "school", ("North", "TV North"))
SOUTH = School("Thorn Valley South High School", "school", ("South", "TV South"))
BAND = School("Athletics and Activities", "department", ("Athletics", "Athletic Department"))
CURRICULUM = School("Curriculum and Assessment", "department", ("Curriculum Department", "C&A"))
HR = School("Human Resources", "department", ("HR",))
BUSINESS = School("Business Services", "department", ("Business Office", "Finance"))
BUS = School("Transportation", "department", ("Bus Garage",))
TECH = School("Technology Services", "department", ("IT", "Technology Department"))
LIST = (GARFIELD, NORTHSIDE, WESTFIELD, NORTH, SOUTH, BAND, CURRICULUM, HR, BUSINESS, BUS, TECH)


def found(text: str) -> tuple[Status, tuple[str, ...]]:
    finding = places.find(text, LIST, source="body", district_names=DISTRICT)
    return finding.status, tuple(sorted(finding.value))


def written(body: str, subject: str = "") -> Message:
    return parse(f"From: Jo <jo@planet.example>\r\nSubject: {subject}\r\n\r\n{body}\r\n".encode())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Here is our submission. Mr. Ruiz (band, TV South) and Ms. Tice (orchestra, TV North) asked for it.",
            (SOUTH, NORTH),
        ),
        ("Coach Bell (Westfield High) requested it. Order form enclosed.", (WESTFIELD,)),
        (
            "Attached is our quote. Mr. Dale at Westfield High School and Mrs. Orr at TV South both asked for it.",
            (SOUTH, WESTFIELD),
        ),
        ("Principal Dale at Westfield and principal Orr at TV South asked for it. Quote attached.", (SOUTH, WESTFIELD)),
        ("HR asked us to send the order form for the tracker. It isn't subject to SOPPA.", (HR,)),
        ("HR asked me for a proposal, which is attached.", (HR,)),
        ("HR and the Curriculum Department asked us for Palaver minutes for spring. Quote attached.", (CURRICULUM, HR)),
        # a yes to what the District asked
        ("Yes, the middle school, that's right. Order form attached.", (NORTHSIDE,)),
        ("Department that will use the product:\tTransportation", (BUS,)),
        ("Human Resources has requested the attached quote.", (HR,)),
        (
            "The counselor at Garfield Elementary School (Ms. Ortega) asked me to send you our proposal. See attached.",
            (GARFIELD,),
        ),
        ("The drama teacher at TV South asked us to send you the attached quote.", (SOUTH,)),
        ("The adviser at Westfield asked me to submit these forms to you.", (WESTFIELD,)),
        ("South asked us to send the quote.", (SOUTH,)),
        ("Please find attached our offer; Ms. Bell of Northside requested the quote.", (NORTHSIDE,)),
        ("It was requested by two teachers of Northside. The quote is attached.", (NORTHSIDE,)),
        ("This was asked for by the staff at Northside Middle School in your district. Quote attached.", (NORTHSIDE,)),
        ("Ms. Ruiz at TV South would like us to get this approved. The quote is attached.", (SOUTH,)),
        ("Enclosed is the order form that Athletics asked for.", (BAND,)),
        ("Enclosed is the quote TV South asked for.", (SOUTH,)),
        ("Attached is the proposal requested by the Bus Garage.", (BUS,)),
        ("The Athletic Department sent us the attached purchase order.", (BAND,)),
        # who uses it is said
        ("The counselor at Garfield Elementary asked me to send you our proposal. It is for Westfield.", (WESTFIELD,)),
        ("Garfield Elementary asked for it. It will be used at Westfield only. The quote is attached.", (WESTFIELD,)),
        (
            "Garfield Elementary asked for it. Westfield will use it as well. The quote is attached.",
            (GARFIELD, WESTFIELD),
        ),
        ("Northside requested 30 seats, Westfield will use 20.", (NORTHSIDE, WESTFIELD)),
        # who gets seats
        (
            "It is for the classes at Westfield. The Curriculum Department will get two seats as well.",
            (WESTFIELD, CURRICULUM),
        ),
        ("HR will receive five additional licenses.", (HR,)),
        ("Human Resources gets its own seats.", (HR,)),
        ("Westfield will have 30 licenses.", (WESTFIELD,)),
        # papers
        ("Here's the quote for Podcast Studio at South, as asked.", (SOUTH,)),
        ("Order form for the spring window, Curriculum & Assessment department.", (CURRICULUM,)),
        ("Attached is the quote for Screener, Curriculum Department.", (CURRICULUM,)),
        (
            "As you already have our agreement for Math, here is just the quote for Writing, for Northside.",
            (NORTHSIDE,),
        ),
        ("Since you already have our agreement, we only need the order for Northside approved.", (NORTHSIDE,)),
        ("At the request of TV South and Westfield we submit the quote.", (SOUTH, WESTFIELD)),
        ("At the request of your Athletic Department we submit the quote and the RFI.", (BAND,)),
        ("The request came from the Curriculum Department, attached are the quote and RFI.", (CURRICULUM,)),
        ("This order comes from Westfield. Attached are quote and RFI.", (WESTFIELD,)),
        ("Attached is an order from your Athletic Department for GameTape.", (BAND,)),
        ("The order for South's weather club. Forms attached.", (SOUTH,)),
        ("Forms for ClipLab attached (South only).", (SOUTH,)),
        ("Westfield is where it will be used. Forms attached.", (WESTFIELD,)),
        ("Westfield has already approved it, we need the district's approval. Forms attached.", (WESTFIELD,)),
        ("The specialist at Westfield asked if we could send our proposal; it's attached.", (WESTFIELD,)),
        ("Westfield asked us to send you the quote for Northside. Attached.", (NORTHSIDE,)),
        # who bought, runs, goes with it
        ("Your athletic director, Tom Reed, picked RosterUp for the Athletics department.", (BAND,)),
        ("TalkBoard - 12 iPad licenses - Curriculum Department. Approval needed by 12/4.", (CURRICULUM,)),
        ("This is the renewal for the content filter that your IT department runs. Attached: quote.", (TECH,)),
        ("It's the people in Human Resources who'd be the users.", (HR,)),
        ("The bookkeepers (Business Office) will be the users.", (BUSINESS,)),
        ("Transportation is getting the routing module. Quote enclosed.", (BUS,)),
        ("The math chairs of TV North and TV South have agreed on ProofPad. Forms attached.", (NORTH, SOUTH)),
        ("Westfield asked to be part of it. Forms attached.", (WESTFIELD,)),
        ("Submitting on behalf of Northside: order form, RFI.", (NORTHSIDE,)),
        ("Mrs. Ames, librarian at Northside, placed the order; attached is the order form.", (NORTHSIDE,)),
        ("I have attached the quote that Principal Hart at Northside signed off on.", (NORTHSIDE,)),
        ("We met with the English chair at Westfield, and they'd like to begin in May. Quote attached.", (WESTFIELD,)),
        ("The quote is for Garfield Elementary only, Westfield decided to pass.", (GARFIELD,)),
        ("Northside already has it, here is the quote for Westfield High School.", (WESTFIELD,)),
    ],
)
def test_places_of_use(text: str, value: tuple[School, ...]) -> None:
    assert found(text) == (Status.RECEIVED, tuple(sorted(s.name for s in value)))


@pytest.mark.parametrize(
    "text",
    [
        "Northside asked us to call you.",
        "Nobody at Northside asked for it. The quote is attached.",
        "The principal at Northside asked us to write to you.",
        "The counselor at Garfield Elementary School asked us to send the W-9.",
        "The Technology Department asked us to submit the forms.",
        "The Business Office asked us to send the quote to you.",
        "HR asked us for our W-9. It is attached.",
        "HR asked whether the forms are signed.",
        "The quote is attached. Ms. Bell of Northside asked about prices.",
        "The quote is attached. Our South office asked for it.",
        "Thorn Valley asked us to send the quote.",
        "Attached: order form. Last year Westfield High asked for it.",
        "The quote is attached. The Business Office will get two copies of the invoice.",
        "The quote is attached. The Business Office will get 2 invoices.",
        "The quote is attached. Human Resources will get the signed copy.",
        "Thanks for the quote for the training day in South.",
        "Quote for Dana Ruiz, Business Office.",
        "Order form for your review, Business Office.",
        "Westfield asked us for a donation. Forms attached.",
        "Westfield asked if we could call. Forms attached.",
        "At the request of the Technology Department, here are the forms.",
        "At the request of the Business Office, here are the quote and the forms.",
        "A copy of the invoice is attached at the request of TV South.",
        "The request came from our South office. Forms attached.",
        "Westfield has already bought it elsewhere. Forms attached.",
        "Westfield chose another vendor. Forms attached.",
        "Westfield has not approved it. Forms attached.",
        "Human Resources has approved it. Forms attached.",
        "Our prices (South only) are attached.",
        "Attached is the quote. IT approved the quote on Monday.",
        "Attached is the quote. Westfield decided against it.",
        "Attached is the quote. Westfield has decided to wait.",
        "The quote is attached. Westfield passed on it.",
        "HR asked us for the minutes of our Palaver call. Quote attached.",
        "HR asked us for Palaver access logs. Quote attached.",
        "Yes, the middle school already uses it. Order form attached.",
        "Yes, the middle school, is that right? Order form attached.",
        "Department that sells the product: Transportation Software Unit",
        "Westfield asked for a demo. Our forms are attached.",
        "Westfield asked for references. Our forms are attached.",
        "Please whitelist us in the firewall that your IT department manages. Quote attached.",
        "The people in Technology Services who will approve it have the login. Quote attached.",
        "Attached is the quote. The Business Office is getting the invoice.",
        "Attached is the quote. We talked with people at Westfield; they would like to see your forms first.",
        "Attached: W-9, 2 copies - Business Office.",
        "Last year, we sold it to Northside Middle School.",
    ],
)
def test_no_place_of_use(text: str) -> None:
    assert found(text)[0] in (Status.MISSING, Status.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The tool was requested by teachers of Stony Creek High School in your district. Quote attached.", "unclear"),
        ("It was requested by Stony Creek High School. Quote attached.", "unclear"),
        ("It was requested by Stony Creek High School in Ohio, too. Quote attached.", "missing"),
        ("It was not requested by Stony Creek High School. Quote attached.", "missing"),
        (
            "It was requested by Stony Creek High School. Northside will use it. Quote attached.",
            "received",
        ),
        ("The training was requested by Stony Creek High School. Quote attached.", "missing"),
        ("The training was requested by teachers of Northside. Quote attached.", "unclear"),
    ],
)
def test_a_school_that_asked_and_is_not_on_the_list(text: str, status: str) -> None:
    assert found(text)[0] == status


def test_a_finding_knows_whether_its_places_only_asked() -> None:
    def only_asked(text: str) -> bool:
        return places.only_asked(places.find(text, LIST, source="body", district_names=DISTRICT))

    assert only_asked("HR asked us to send the order form.")
    assert not only_asked("HR will use it. The order form is attached.")
    assert not only_asked("HR asked us to send the order form. IT will get two seats as well.")


@pytest.mark.parametrize(
    ("body", "answer", "places_told"),
    [
        ("HR asked us to send the order form.", "Westfield", [("rfi_form", (WESTFIELD.name,))]),
        ("HR asked us to send the order form.", "", [("body", (HR.name,))]),
        (
            "It is for HR. The order form is attached.",
            "Westfield",
            [("body", (HR.name,)), ("rfi_form", (WESTFIELD.name,))],
        ),
    ],
)
def test_users_of_the_form_stand_before_who_asked(
    body: str, answer: str, places_told: list[tuple[str, object]]
) -> None:
    form = Form(
        "rfi", "b", "b.pdf", ("d",), ("d.pdf",), (("d", 1),), "complete", (), (), (), False, (),
        (("schools", answer),), None, (), 1.0,
    )  # fmt: skip
    district = District(DISTRICT[0], (), "America/Chicago", (), "p@thorn.example", LIST, (), (), ())
    words = findings._Words(written(body), "", [form], [])
    told = findings._locations(
        words, district, DISTRICT, "", Address("", "jo@planet.example"), software="", answering=False
    )
    assert [(kind, f.value) for kind, f in told] == places_told


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Planet Math - Westfield", [("body", (WESTFIELD.name,))]),
        ("Planet Math: Westfield", [("body", (WESTFIELD.name,))]),
        ("Planet Math", []),
    ],
)
def test_a_school_at_the_subjects_end_where_the_body_only_doubts(subject: str, told: list[tuple[str, object]]) -> None:
    district = District(DISTRICT[0], (), "America/Chicago", (), "p@thorn.example", LIST, (), (), ())
    body = "Coach Ortiz at Westfield asked us to send these to you: the order form and the forms."
    words = findings._Words(written(body, subject), "", [], [])
    found = findings._locations(
        words, district, DISTRICT, "", Address("", "jo@planet.example"), software="", answering=False
    )
    assert [(kind, f.value) for kind, f in found if f.status is Status.RECEIVED] == told
