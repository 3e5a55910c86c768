"""All finders over one mail, from raw bytes: what it brought, nothing decided."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from made_mails import DISTRICT, QUOTE, RECEIVED, mail, paper
from soppa_mailbot.finding.common.bounded import bounded
from soppa_mailbot.finding.findings import district_names, findings
from soppa_mailbot.finding.mails import claims, intent
from soppa_mailbot.finding.orders.order_form import assess
from soppa_mailbot.finding.products import product
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import (
    Agreement,
    Disposition,
    Document,
    Findings,
    Item,
    Kind,
    Page,
    Reason,
    School,
    Status,
    Unreadable,
    Word,
)


def found(raw: bytes, *documents: Document, ignored: str = "", answering: bool = False) -> Findings:
    return findings(parse(raw), documents, (), DISTRICT, received=RECEIVED, ignored=ignored, answering=answering)


def test_a_plain_submission_on_file() -> None:
    body = "Hello,\n\nPlanet Math is for Lincoln Elementary. We need final approval by March 1, 2027.\n\nJo"
    got = found(mail(body), paper(QUOTE))
    assert got.intent == "submission" and got.no_reply == "" and not got.from_district
    assert got.product.names == ("Planet Math",)
    assert [(k, f.value) for k, f in got.locations if k == "body"] == [("body", ("Lincoln Elementary School",))]
    assert [(k, f.value) for k, f in got.deadlines] == [("body", date(2027, 3, 1))]
    assert judge([got], DISTRICT).disposition == Disposition.ON_FILE


@pytest.mark.parametrize(
    ("item", "said", "where"),
    [
        (
            "Lincoln Reader",
            "We send our quote for Lincoln Reader. It is for Cedar Middle School.",
            ("Cedar Middle School",),
        ),
        ("Lincoln Reader", "We send our quote for Lincoln Reader.", ()),
        ("Reading Rocket - Lincoln", "The order is Reading Rocket - Lincoln.", ("Lincoln Elementary School",)),
        ("Planet Podcast Studio", "Our quote for Planet Podcast Studio at Lincoln.", ("Lincoln Elementary School",)),
    ],
)
def test_a_school_in_a_products_name_is_none(item: str, said: str, where: tuple[str, ...]) -> None:
    got = found(mail(f"{said}\n\nJo"), paper(QUOTE.replace("Planet Math", item)))
    assert [p.products for p in got.papers] == [(item,)] or "-" in item
    assert tuple(v for k, f in got.locations if k == "body" and f.status == Status.RECEIVED for v in f.value) == where


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Harlow Public Schools, School District No. 5", ("Harlow Public Schools",)),
        ("Harlow Community Schools 5", ("Harlow Community Schools",)),
        ("Harlow School District 5", ()),  # "Harlow School District" may be another's
    ],
)
def test_the_districts_name_without_its_number(name: str, names: tuple[str, ...]) -> None:
    assert district_names(replace(DISTRICT, name=name, aliases=())) == (name, *names)


def test_the_order_form_in_the_mail_itself() -> None:
    got = found(mail(f"Please take this as our order form for Cedar Middle School.\n\n{QUOTE}\n"))
    assert [(p.kind, p.document) for p in got.papers] == [(Kind.ORDER_FORM, "body")]
    assert judge([got], DISTRICT).attachments == ()


def test_the_schools_of_the_order_form() -> None:
    got = found(mail("The order form is attached."), paper(QUOTE + "\nSchools that will use it: Cedar Middle School"))
    assert [(k, f.value, f.status) for k, f in got.locations] == [
        ("order_form", ("Cedar Middle School",), Status.RECEIVED)
    ]


def test_a_row_that_names_a_school_is_no_product() -> None:
    table = "Site\tSeats\tUnit price\tTotal\nCedar MS\t150\t$8.00\t$1,200.00\nLincoln\t120\t$8.00\t$960.00"
    read = found(mail(f"Below is our quote for Planet Chemistry.\n\n{table}\nTotal\t270\t\t$2,160.00\n"))
    ((_, where),) = read.locations
    assert set(where.value) == {"Cedar Middle School", "Lincoln Elementary School"}
    assert "Cedar MS" not in read.product.names


def test_staff_forward_and_the_vendors_address() -> None:
    body = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: Ana Roy <ana@orbit.example>\n"
        "Date: Mon, Nov 9, 2026 at 3:14 PM\nSubject: quote\nTo: Tom <tom@birchlake12.example>\n\nAttached is our quote."
    )
    got = found(mail(body, sender="Tom <tom@birchlake12.example>"), paper(QUOTE))
    assert got.from_district and got.vendor_email == "ana@orbit.example"
    assert judge([got], DISTRICT).disposition == Disposition.REVIEW


def test_an_ignored_mail_keeps_its_reason() -> None:
    got = found(mail("I am away."), ignored="Auto-Submitted: auto-replied")
    assert (got.ignored, got.no_reply, got.intent) == (True, "Auto-Submitted: auto-replied", "automatic")


def test_a_locked_file_is_named() -> None:
    locked = Document("d", "Order form.pdf", unreadable=Unreadable(Reason.ENCRYPTED, "needs a password"))
    got = found(mail("Please find our order form attached. It is for Lincoln, approval by March 1, 2027."), locked)
    item = judge([got], DISTRICT).items[0]
    assert (item.status, item.detail) == (Status.MISSING, "Order form.pdf needs a password")


def test_a_mail_without_date_counts_from_the_day_it_came() -> None:
    raw = mail("Order form attached, approval by March 1").replace(b"Date: Thu, 12 Nov 2026 12:00:00 -0600\r\n", b"")
    got = found(raw, paper(QUOTE))
    assert got.sent == RECEIVED and got.doubts
    assert [f.value for _, f in got.deadlines] == [date(2027, 3, 1)]


def test_a_lone_day_answers_only_in_a_conversation() -> None:
    raw = mail("March 1, 2027\n", subject="Re: Planet Math")
    assert found(raw, answering=True).intent == "submission"
    assert found(raw).intent == "inquiry"


HOSTILE = (
    "Aa Bb " * 20_000,
    "\n" * 100_000,
    "(" * 100_000,
    "- " * 60_000,
    "order form for " * 8_000,
    "a" * 200_000,
    "1,2" * 40_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: repr(t[:8]))
def test_endless_texts_end_soon(text: str) -> None:
    start = time.process_time()
    intent.intent_of(text, text, (), form_found=False, place_found=False, date_found=False)
    claims.claims_agreement(text)
    claims.claims_exempt(text)
    claims.cloud_links((text,), text)
    product.find((), (), subject=text, body=text, register=DISTRICT.register)
    assess(text)
    assert time.process_time() - start < 10  # minutes without the bounds


def test_bounds_leave_what_people_write_alone() -> None:
    text = f"{QUOTE}\n\nThanks\n--------------------\nJo\n\n\n"
    assert bounded(text) == text
    assert len(bounded("x" * 10**6)) <= 40_000


def scanned(text: str, *, confidence: float) -> Document:
    """A scanned paper, whose words with digits OCR reads with this confidence."""
    words = [
        Word(
            w,
            (40.0 + 60 * x, 40.0 + 14 * y, 90.0 + 60 * x, 50.0 + 14 * y),
            confidence if any(map(str.isdigit, w)) else 1,
        )
        for y, line in enumerate(text.splitlines())
        for x, w in enumerate(line.split())
    ]
    return Document("s", "scan.pdf", pages=(Page(1, 1200, 792, tuple(words), origin="ocr", confidence=0.9),))


@pytest.mark.parametrize(
    ("body", "confidence", "expected"),
    [
        ("It is for Cedar, approval by Dec. 18, 2026.", 0.8, (Status.RECEIVED, ("2026-12-18",))),
        ("It is for Cedar, approval by Dec. 18, 2026.", 0.97, (Status.UNCLEAR, ("2026-12-13", "2026-12-18"))),
        ("It is for Cedar.", 0.8, (Status.UNCLEAR, ("12-13-26",))),
        ("It is for Cedar.", 0.97, (Status.RECEIVED, ("2026-12-13",))),
    ],
)
def test_a_day_that_a_scan_shows_badly_is_no_second_day(
    body: str, confidence: float, expected: tuple[Status, tuple[str, ...]]
) -> None:
    order = f"{QUOTE}\nFinal approval needed by 12-13-26"
    got = found(mail(body), scanned(order, confidence=confidence))
    day = next(i for i in judge([got], DISTRICT).items if i.item == Item.DEADLINE)
    assert (day.status, day.value) == expected


LETTER = (
    "Planet Learning, Inc.\nNovember 12, 2026\nTo the Cedar office:\nPlanet Math will be used at Lincoln Elementary. "
    "We ask for your final approval by March 1, 2027.\nSincerely,\nJo Li"
)


def test_a_cover_letter_says_what_the_mail_leaves_to_it() -> None:
    got = found(
        mail("Please see the cover letter and enclosures.\n\nJo"), paper(QUOTE), paper(LETTER, "Cover letter.docx")
    )
    assert [(k, f.value, f.evidence[0].source) for k, f in got.locations] == [
        ("body", ("Lincoln Elementary School",), "Cover letter.docx")
    ]
    assert [(k, f.value) for k, f in got.deadlines] == [("body", date(2027, 3, 1))]


@pytest.mark.parametrize(
    ("body", "letter", "name"),
    [
        ("Our papers are attached. It is for Cedar Middle School.", LETTER, "Cover letter.docx"),  # the mail says it
        ("Our papers are attached.", LETTER, "Planet brochure.docx"),  # nobody calls it a letter
        ("Our papers are attached.", LETTER, "Reference letter.docx"),  # of another customer
        ("See the cover letter.", LETTER.replace("To the Cedar office:", "To whom it may concern:"), "Letter.docx"),
        ("Please see the cover letter.", LETTER.replace("Sincerely,", ""), "Flyer.docx"),  # it closes like none
    ],
)
def test_what_is_no_cover_letter_says_nothing_of_schools(body: str, letter: str, name: str) -> None:
    got = found(mail(body), paper(QUOTE), paper(letter, name))
    assert "Lincoln Elementary School" not in [v for _, f in got.locations for v in f.value]


def test_a_cell_in_two_lines_beside_cells_half_way_between_them_is_one_row() -> None:
    def line(y: float, *words: tuple[float, str]) -> list[Word]:
        return [Word(text, (x, y, x + 6.0 * len(text), y + 11.0)) for x, text in words]

    rows = [
        *line(100, (60, "Order"), (95, "Form"), (130, "no."), (155, "7")),
        *line(120, (60, "Item"), (370, "Qty"), (430, "Price")),
        *line(140, (60, "Planet"), (102, "Math,"), (140, "seats,"), (182, "Lincoln")),
        *line(146, (370, "40"), (430, "$360.00")),
        *line(152, (60, "Elementary"), (130, "School")),
        *line(175, (60, "Total"), (430, "$360.00")),
    ]
    order = Document("q.pdf", "q.pdf", pages=(Page(1, 612, 792, tuple(rows), (), "text", 1.0),))
    assert "Planet Math, seats, Lincoln Elementary School\t40\t$360.00" in order.text().splitlines()
    got = found(mail("The order form is attached."), order)
    assert [(k, f.value) for k, f in got.locations] == [("order_form", ("Lincoln Elementary School",))]


def test_a_day_for_approval_in_the_order_form_goes_before_a_meeting_of_the_board_in_the_mail() -> None:
    body = "We have been told that it is on the agenda of the Board meeting of January 26, 2027."
    got = found(mail(body), paper(QUOTE + "\nFinal District approval needed by: January 15, 2027"))
    assert [f.value for _, f in got.deadlines] == [date(2027, 1, 15)]
    alone = found(mail(body), paper(QUOTE))
    assert [f.value for _, f in alone.deadlines] == [date(2027, 1, 26)], (
        "where nothing else is said it counts as before"
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The order form is attached. The department is stated on it.", ("Transportation",)),
        ("The order form is attached.", ()),
    ],
)
def test_a_department_under_the_address_counts_where_the_mail_points_to_it(body: str, told: tuple[str, ...]) -> None:
    district = replace(DISTRICT, schools=(*DISTRICT.schools, School("Transportation", "department")))
    head = "Prepared for: Birch Lake SD 12, 4 Oak Street, Birch Lake, IL 60000\nDepartment: Transportation\n"
    documents = (paper(f"Planet Learning, Inc.\n{head}{QUOTE}"),)
    got = findings(parse(mail(body)), documents, (), district, received=RECEIVED, ignored="")
    assert tuple(v for _, f in got.locations for v in f.value) == told


def test_a_board_meeting_by_which_approval_is_needed_counts_beside_another_day() -> None:
    body = "We need final District approval at the Board meeting of January 26, 2027."
    got = found(mail(body), paper(QUOTE + "\nFinal District approval needed by: March 30, 2027"))
    assert {f.value for _, f in got.deadlines} == {date(2027, 1, 26), date(2027, 3, 30)}


def test_ship_to_and_user_in_one_label_names_the_user() -> None:
    district = replace(DISTRICT, schools=(*DISTRICT.schools, School("Transportation", "department", ("Bus Garage",))))
    documents = (paper(QUOTE + "\nShip to / user: Bus Garage"),)
    got = findings(parse(mail("Here you go.")), documents, (), district, received=RECEIVED, ignored="")
    assert [f.value for _, f in got.locations] == [("Transportation",)]


@pytest.mark.parametrize(
    ("subject", "status", "value"),
    [
        ("Planet Math for Lincoln Elementary", Status.RECEIVED, ("Lincoln Elementary School",)),
        ("Order form, Cedar", Status.RECEIVED, ("Cedar Middle School",)),
        ("Planet Math for Riverton High School", Status.UNCLEAR, ("Riverton High School",)),
        ("Our papers for Birch Lake", Status.MISSING, ()),  # the District
        ("A question for the Business Office", Status.MISSING, ()),  # whom it is for
        ("Papers for the Business Office", Status.MISSING, ()),
        ("Quote for Business Office", Status.MISSING, ()),
        ("DepotBoard for the business office", Status.RECEIVED, ("Business Office",)),
        ("Re: Planet Math for the Business Office", Status.RECEIVED, ("Business Office",)),
        ("Planet Math", Status.MISSING, ()),
        (
            "Planet Math quote, for Lincoln Elementary and Cedar Middle, district approval needed by 1/22/2027",
            Status.RECEIVED,
            ("Lincoln Elementary School", "Cedar Middle School"),
        ),
        ("Planet Math for Cedar - approval by January 22", Status.RECEIVED, ("Cedar Middle School",)),
        ("Order form, Cedar, 40 seats", Status.RECEIVED, ("Cedar Middle School",)),
        ("DepotBoard for the business office, need approval by 1/22", Status.RECEIVED, ("Business Office",)),
        ("Cedar wrote to us - what comes next", Status.MISSING, ()),
        ("Papers for Cedar, see you at the fair", Status.MISSING, ()),
    ],
)
def test_a_school_in_the_subject_counts_where_nothing_else_names_one(
    subject: str, status: Status, value: tuple[str, ...]
) -> None:
    office = School("Business Office", "department", ())
    district = replace(DISTRICT, schools=(*DISTRICT.schools, office))
    raw = mail("Please find our papers attached.\n", subject=subject)
    got = findings(parse(raw), (paper(QUOTE),), (), district, received=RECEIVED, ignored="")
    verdict = judge([got], district).item(Item.LOCATIONS)
    assert verdict is not None
    assert (verdict.status, verdict.value) == (status, value)
    assert all(e.quote == subject for e in verdict.evidence)


@pytest.mark.parametrize(
    ("subject", "body", "value"),
    [
        (
            "Planet Math quotation (Lincoln + Cedar)",
            "Locations are in the subject line above.",
            ("Lincoln Elementary School", "Cedar Middle School"),
        ),
        (
            "Planet Math for Cedar and Lincoln",
            "See the subject line for the schools.",
            ("Cedar Middle School", "Lincoln Elementary School"),
        ),
        ("Planet Math - Cedar, Lincoln", "The schools are subject to approval.", ("Lincoln Elementary School",)),
    ],
)
def test_a_mail_that_says_that_its_subject_names_the_schools(subject: str, body: str, value: tuple[str, ...]) -> None:
    got = found(mail(f"Our quote is attached. {body}\n", subject=subject), paper(QUOTE))
    assert [f.value for _, f in got.locations] == [value]


@pytest.mark.parametrize("said", ["Cedar backed out on Monday.", "Cedar has withdrawn."])
def test_of_the_schools_in_the_subject_one_backed_out(said: str) -> None:
    got = found(mail(f"Our quote is attached. {said}\n", subject="Planet Math - Lincoln & Cedar"), paper(QUOTE))
    assert [f.value for _, f in got.locations] == [("Lincoln Elementary School",)]


def test_a_school_in_the_mail_goes_before_one_in_the_subject() -> None:
    got = found(mail("It is for Cedar Middle School.\n", subject="Planet Math for Lincoln Elementary"))
    assert [f.value for _, f in got.locations] == [("Cedar Middle School",)]


@pytest.mark.parametrize("body", ["", "See subject.\n", "please see the subject line\n"])
def test_a_mail_that_says_all_in_its_subject(body: str) -> None:
    subject = "Planet Math for Lincoln Elementary, approval needed by March 1, 2027"
    got = found(mail(body, subject=subject), paper(QUOTE))
    verdict = judge([got], DISTRICT)
    day = verdict.item(Item.DEADLINE)
    assert day is not None and (day.status, day.value) == (Status.RECEIVED, ("2027-03-01",))


def _day_of(got: Findings) -> Status:
    return next(i.status for i in judge([got], DISTRICT).items if i.item == Item.DEADLINE)


@pytest.mark.parametrize(
    "subject",
    [
        "Planet Math - district approval needed by 3/1/27",
        "Planet Math, need your approval by March 1",
        "Quote 77 (final approval by March 1, 2027, please)",
    ],
)
def test_a_day_for_approval_that_only_the_subject_names(subject: str) -> None:
    got = found(mail("Our quote for Lincoln is attached.\n", subject=subject), paper(QUOTE))
    assert [(f.status, f.value) for _, f in got.deadlines] == [(Status.RECEIVED, date(2027, 3, 1))]
    own = found(mail("Approval is needed by April 5, 2027.\n", subject=subject), paper(QUOTE))
    assert _day_of(own) is Status.UNCLEAR  # two different dates


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Planet Math: approval by March 1", "We need final approval by March 1, 2027."),
        ("Re: Planet Math: approval by March 8", "We need final approval by March 1, 2027."),
        ("Fwd: Planet Math: approval by March 8", "We need final approval by March 1, 2027."),
        ("Planet Math quote of November 9 for approval", "We need final approval by March 1, 2027."),
        ("Planet Math approval, our letter of March 8", "We need final approval by March 1, 2027."),
        ("Planet Math, training on March 8", "We need final approval by March 1, 2027."),
        ("Planet Math: approval by March 8", "Not by March 8, as we wrote first: we need final approval by March 1."),
        ("Planet Math: approval by March 8", "The subject line is old. We need final approval by March 1, 2027."),
        ("Planet Math: approval by March 8", "Correction: final approval is needed by March 1, 2027."),
    ],
)
def test_a_subject_that_says_nothing_else_of_the_day(subject: str, body: str) -> None:
    got = found(mail(body, subject=subject), paper(QUOTE))
    assert [f.value for _, f in got.deadlines] == [date(2027, 3, 1)]


def test_a_form_for_another_day_than_the_subject() -> None:
    order = paper(QUOTE + "\nFinal District approval needed by: March 30, 2027")
    got = found(mail("Our order form is attached.", subject="Planet Math: approval needed by March 1"), order)
    assert _day_of(got) is Status.UNCLEAR


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Planet Math - district approval needed by March 1, 2027",  # whose words?
        "Planet Math - reply needed by March 1, 2027",
        "Planet Math - price valid until March 1, 2027",
        "Planet Math - discount approval by March 1, 2027",
        "Planet Math - approved on November 2",
        "Planet Math - approval ASAP",
        "Planet Math training on March 1, 2027",
    ],
)
def test_another_day_in_the_subject(subject: str) -> None:
    assert not found(mail("Our quote for Lincoln is attached.\n", subject=subject), paper(QUOTE)).deadlines


def test_a_row_for_a_school_is_no_product() -> None:
    rows = "Lincoln Elementary School\tseats\t150\t$8.00\t$1,200.00\nTotal"
    got = found(mail("Our quote for Planet Math."), paper(QUOTE.replace("Total\t$360.00", f"{rows}\t$1,560.00")))
    assert [p.products for p in got.papers] == [("Planet Math",)]


def test_an_empty_answer_does_not_say_what_its_subject_says() -> None:
    got = found(mail("", subject="Re: Planet Math at Lincoln, approval needed by March 1, 2027"), answering=True)
    assert not got.deadlines


OFFICES = (School("Health Services", "department", ("Nurses", "School Nurses")), School("Finance", "department", ()))


@pytest.mark.parametrize(
    ("body", "sold", "places"),
    [
        ("Please see attached order form PL-3 for Planet Nurse.", "Planet Nurse", ()),  # the register tells it
        ("Please see attached order form PL-3 for Orchard Nurse.", "Orchard Nurse", ()),  # the order form tells it
        ("Our order for Orchard Nurses is enclosed, PL-3.", "Orchard Nurses", ()),
        ("Here is the quote PL-3 for Orchard Finance.", "Orchard Finance", ()),
        (
            "Please see attached order form PL-3 for Planet Nurse. It is for the school nurses.",
            "Planet Nurse",
            ("Health Services",),
        ),
        ("Order form PL-3 for Planet Nurse. Finance will use it.", "Planet Nurse", ("Finance",)),
        ("Our order for Orchard Kids is enclosed. Lincoln, PL-3.", "Orchard Kids", ("Lincoln Elementary School",)),
    ],
)
def test_the_name_of_a_product_names_no_place(body: str, sold: str, places: tuple[str, ...]) -> None:
    rows = (Agreement("Planet Health Systems, Inc.", "Planet Nurse", ("planet.example",), date(2025, 1, 1), None),)
    district = replace(DISTRICT, schools=(*DISTRICT.schools, *OFFICES), register=rows)
    raw = mail(f"Hello,\n{body} We need the approval by March 1, 2027.\nJo")
    quote = QUOTE.replace("Planet Math", sold)
    got = findings(parse(raw), (paper(quote),), (), district, received=RECEIVED, ignored="")
    assert tuple(place for _, f in got.locations for place in f.value) == places


MORE_OFFICES = (
    School("Library Services", "department", ("Libraries",)),
    School("Information Services", "department", ("Technology Department", "IT")),
    School("Communications", "department", ()),
)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (
            "Our quote is attached. It will be used by the libraries; sign-off by March 1, 2027 please.",
            "Library Services",
        ),
        ("Our quote is attached. It would be used in the libraries.", "Library Services"),
        ("Our quote is attached. It will be used by the libraries at Lincoln.", "Lincoln Elementary School"),
        ("Our quote is attached. Kids read in the libraries.", ""),
        ("Orchard Technology sells fonts. Attached: three seats in your Communications office.", "Communications"),
    ],
)
def test_places_of_plain_words(body: str, places: str) -> None:
    district = replace(DISTRICT, schools=(*DISTRICT.schools, *MORE_OFFICES), register=())
    raw = mail(f"Hello,\n\n{body}\n\nJo Li\nOrchard Technology, Inc.", sender="Jo Li <jo@orchard.example>")
    quote = QUOTE.replace("Planet Math", "Orchard Draw").replace("Quote\n", "Orchard Technology, Inc.\nQuote\n")
    got = findings(parse(raw), (paper(quote),), (), district, received=RECEIVED, ignored="")
    named = [place for _, f in got.locations if f.status is Status.RECEIVED for place in f.value]
    assert named == ([places] if places else [])
