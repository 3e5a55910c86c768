"""Places that are told aside: persons and subjects in brackets, users in brackets, who asked, what is added."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

LIST = (
    School("Alder Ford High School", "school", ("AFHS", "Alder Ford High", "the High School")),
    School("Alder Ford Junior High School", "school", ("AFJH", "Alder Ford Junior High")),
    School("Pickerel Elementary School", "school", ("Pickerel",)),
    School("Juniper Grade School", "school", ("Juniper",)),
    School("Business Office", "department", ("Bookkeeping", "Bookkeeper's Office")),
    School("Technology Department", "department", ("Technology", "Tech Department", "IT")),
    School("Curriculum Office", "department", ("Curriculum", "Curriculum and Assessment")),
    School("Transportation", "department", ("Bus Barn", "Bus Garage")),
    School("Food Service", "department", ("Cafeteria", "Lunch Program")),
)
HIGH, JUNIOR, PICKEREL, JUNIPER, BUSINESS, TECH, CURRICULUM, BUS, FOOD = (s.name for s in LIST)


def found(text: str) -> tuple[Status, tuple[str, ...]]:
    one = places.find(text, LIST, source="body", district_names=("Alder Ford CUSD 9", "Alder Ford Unit 9"))
    value = one.value if one.status == Status.UNCLEAR else tuple(sorted(one.value))
    return one.status, value


@pytest.mark.parametrize(
    "aside",
    [
        "Frau Lindqvist, German",
        "Mme Roux, French",
        "Señora Ortiz, world languages",
        "Mrs. Dorn",
        "Ms. Roe, 3rd grade",
        "AP Government",
        "Latin",
        "Principal Dana Whit",
        "Prof. Adler, Room 12",
        "robotics club",
        "attn. Herr Voss",
        "Room B, Sister Agnes",
        "Journalism, Yearbook",
    ],
)
def test_a_person_or_a_subject_in_brackets_is_no_place(aside: str) -> None:
    assert found(f"School: Alder Ford High School ({aside})") == (Status.RECEIVED, (HIGH,))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Pickerel Elementary (Riverbend)", ("Riverbend",)),
        ("Pickerel Elementary (and Riverbend)", ("Riverbend",)),
        ("Pickerel Elementary (or Riverbend)", ("Riverbend",)),
        ("Pickerel Elementary (German Valley)", ("German Valley",)),
        ("Pickerel Elementary (Drama Academy)", ("Drama Academy",)),
        ("Pickerel Elementary (Dr. King Elementary)", ("Dr. King Elementary",)),
        ("Pickerel Elementary, Frau Holle", ("Frau Holle",)),
        ("Pickerel (German), Riverbend (French)", ("Riverbend",)),
    ],
)
def test_another_place_in_brackets_stays_one(answer: str, words: tuple[str, ...]) -> None:
    assert found(f"Schools: {answer}") == (Status.UNCLEAR, words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Since it is for hourly employees (bus barn and bookkeeping), SOPPA does not apply.", (BUSINESS, BUS)),
        ("It is for staff only (food service, bus garage).", (FOOD, BUS)),
        ("Used by office staff (bookkeeping).", (BUSINESS,)),
        ("The tool is for hourly workers (the bus barn).", (BUS,)),
        ("It serves classified personnel (cafeteria and transportation).", (FOOD, BUS)),
        ("The users are adult employees (technology and bus garage).", (TECH, BUS)),
        ("For use by your people (IT and bookkeeping).", (BUSINESS, TECH)),
        ("The software is used by two departments (technology, curriculum).", (CURRICULUM, TECH)),
        ("For non-teaching staff (lunch program)", (FOOD,)),
        ("Licensed for 12 employees (bus barn)", (BUS,)),
        # who asked for the product
        ("Requested by your Technology Department, sign-off by 12/14/2026.", (TECH,)),
        ("Requested by the Business Office; approval by 12/14/2026.", (BUSINESS,)),
        ("The purchase was requested by your Technology Department.", (TECH,)),
        ("This order was requested by Food Service.", (FOOD,)),
        ("It was ordered by the Curriculum Office.", (CURRICULUM,)),
        ("Quote requested by the Technology Department.", (TECH,)),
        ("Chosen by your Curriculum Office, approval needed by 12/14/2026", (CURRICULUM,)),
        ("The licenses were requested by Food Service.", (FOOD,)),
        ("The subscription is wanted by Transportation.", (BUS,)),
        # what is added
        ("Here is just the order form for adding Juniper and Pickerel. We'd need sign-off.", (JUNIPER, PICKEREL)),
        ("The attached order form adds Pickerel and Juniper.", (JUNIPER, PICKEREL)),
        ("Order form for adding Pickerel attached.", (PICKEREL,)),
        ("We're adding Juniper to the renewal.", (JUNIPER,)),
        ("Attached is the order form to add Pickerel and Juniper.", (JUNIPER, PICKEREL)),
        ("The renewal adds two buildings, Pickerel and Juniper.", (JUNIPER, PICKEREL)),
        ("Here is the proposal for adding Juniper.", (JUNIPER,)),
        ("Please find the order for adding the High School.", (HIGH,)),
        ("Thanks for considering Planet Math for Pickerel! Our quote is attached.", (PICKEREL,)),
        ("The chair at Juniper heard about it from a colleague at Pickerel. It is for Juniper alone.", (JUNIPER,)),
        # the District's name, and better words
        ("The librarian at Alder Ford High School asked for it.", (HIGH,)),
        ("The librarian at Alder Ford asked for it. It will be used at Pickerel.", (PICKEREL,)),
        ("The librarian at Alder Ford asked for it. It is for Alder Ford Junior High.", (JUNIOR,)),
    ],
)
def test_users(text: str, value: tuple[str, ...]) -> None:
    assert found(text) == (Status.RECEIVED, tuple(sorted(value)))


@pytest.mark.parametrize(
    "text",
    [
        "It is not for employees (bus barn and bookkeeping).",
        "Our support staff (technology) will call you.",
        "It integrates with your systems (technology and transportation).",
        "It is for teachers (curriculum and assessment tools).",
        "It was developed for people (transportation and logistics).",
        "The W-9 requested by the Business Office is attached.",
        "The RFI form was requested by your Technology Department.",
        "The certificate requested by your Business Office is attached.",
        "Documents requested by the Technology Department are attached.",
        "As requested by the Technology Department, here are the papers.",
        "The changes, requested by the Technology Department, are made.",
        "Requested by our Technology Department.",
        "The superintendent at Alder Ford asked for it.",
        "Someone at Alder Ford asked for it.",
        "Thanks to the librarian at Alder Ford for her time.",
        "The librarian at Alder Ford asked us to send the forms.",
    ],
)
def test_no_users(text: str) -> None:
    assert found(text)[0] == Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "They are considering adding Pickerel. The order form is attached.",
        "They are considering Planet Math for Pickerel. The order form is attached.",
        "We hope to add Pickerel later. The order form is attached.",
        "We may add Pickerel next year.",
        "We are not adding Pickerel.",
        "You could add Pickerel later; the order form is attached.",
        "We talked about adding Pickerel. The quote is attached.",
    ],
)
def test_what_may_be_added_is_not_added(text: str) -> None:
    assert found(text) == (Status.UNCLEAR, ("Pickerel",))


@pytest.mark.parametrize(
    "text",
    [
        "The librarian at Alder Ford asked for it.",
        "A teacher at Alder Ford asked for it.",
        "The principal at Alder Ford wants it.",
        "Our contact, the counselor at Alder Ford, asked for it.",
        "Librarian Jo Pell at Alder Ford requested the software.",
        "The nurse at Alder Ford needs it by fall.",
        "The science teachers at Alder Ford will use it.",
        "Coach Bell from Alder Ford ordered it.",
        "The dean at Alder Ford picked it.",
        "The media specialist at Alder Ford ordered it.",
    ],
)
def test_a_person_of_a_school_that_bears_the_districts_name(text: str) -> None:
    assert found(text) == (Status.UNCLEAR, ("Alder Ford",))


@pytest.mark.parametrize(
    "text",
    [
        "Pickerel Elementary was a customer of ours until 2023 and can serve as a reference.",
        "Pickerel Elementary has been one of our customers for years.",
        "Juniper Grade School is a longtime client and speaks well of us.",
        "Juniper Grade School may be named as a reference.",
        "Alder Ford High School is one of our references.",
        "Juniper Grade School will gladly vouch for our support.",
        "Our new office is right behind Juniper Grade School.",
        "1180 N. Elevator Road (behind Alder Ford High School)",
        "We moved to 12 Mill Street, opposite Juniper Grade School.",
        "We just went live at Juniper Grade School, in case you want a reference.",
        "References: Pickerel County Schools (Missouri) and Juniper Prep in Boston.",
        "Customers: Peoria, Maple Grove USD, Pickerel Elementary (Tulsa)",
        "As used at Pickerel Elementary and 200 others!",
        "Happy readers at Pickerel Elementary and 200 others!",
        "Trusted by Juniper Grade School and more than 40 more",
        "Our current customers: Juniper Grade School and others.",
        "Juniper Academy in Vermont and the Pickerel schools (Idaho) use it today and will gladly answer questions.",
        "The van is parked around the corner from Pickerel Elementary.",
    ],
)
def test_a_customer_of_old_and_a_landmark_use_nothing(text: str) -> None:
    assert found(f"Our quote is attached. {text}") == (Status.MISSING, ())


@pytest.mark.parametrize(
    "text",
    [
        "Pickerel Elementary is a new customer and will use it from January.",
        "Pickerel Elementary is a customer of ours and would like to add 20 seats.",
        "Pickerel Elementary will use it and can serve as a reference later.",
        "Pickerel Elementary, which has been a client since 2021, would like to renew.",
    ],
)
def test_a_customer_that_buys_again_uses_it(text: str) -> None:
    assert found(f"Our quote is attached. {text}") == (Status.RECEIVED, (PICKEREL,))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("English teachers at Pickerel will use it, together with the Curriculum Office.", (PICKEREL, CURRICULUM)),
        ("The students of Pickerel will use it for reading, together with Juniper Grade School.", (JUNIPER, PICKEREL)),
        ("It is for Pickerel, with the Tech Department as administrator.", (PICKEREL, TECH)),
        ("It is for Pickerel. We talked with the Tech Department.", (PICKEREL,)),
        ("It is for Pickerel, and we met together with the Curriculum Office last week.", (PICKEREL,)),
    ],
)
def test_who_uses_it_with_them(text: str, places: tuple[str, ...]) -> None:
    assert found(text) == (Status.RECEIVED, tuple(sorted(places)))


@pytest.mark.parametrize("department", ["Theater Department", "Math Department", "World Language Dept"])
def test_a_department_that_teaches_is_its_schools(department: str) -> None:
    assert found(f"School: Alder Ford High School, {department}") == (Status.RECEIVED, (HIGH,))


def test_another_department_is_asked_about() -> None:
    assert found("School: Alder Ford High School, Nutrition Department") == (Status.UNCLEAR, ("Nutrition Department",))


CENTERS = (
    *LIST,
    School("Dunmore Freshman Center", "school", ("DFC",)),
    School("Whitfield Freshman Center", "school", ("WFC",)),
    School("Ironbridge Career Academy", "school", ("ICA",)),
    School("Larch Virtual Academy", "school", ("LVA",)),
)


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("Sites: both freshman centers", Status.RECEIVED, ("Dunmore Freshman Center", "Whitfield Freshman Center")),
        ("It is for the two academies.", Status.RECEIVED, ("Ironbridge Career Academy", "Larch Virtual Academy")),
        ("Sites: all three freshman centers", Status.UNCLEAR, ("all three freshman centers",)),
        ("Our product is used in academies everywhere.", Status.MISSING, ()),
    ],
)
def test_schools_that_are_called_alike(text: str, status: Status, value: tuple[str, ...]) -> None:
    one = places.find(text, CENTERS, source="body", district_names=())
    assert (one.status, one.value) == (status, value)


@pytest.mark.parametrize(
    "text", ["It will go to Pickerel or to Juniper.", "One site: it goes to Juniper or to Pickerel."]
)
def test_one_or_the_other_place_is_not_both(text: str) -> None:
    assert found(text)[0] == Status.UNCLEAR
