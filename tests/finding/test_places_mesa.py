"""Places as all sorts of people write them: corrections, groups, fragments; a district with plain words for names."""

from __future__ import annotations

import time

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Roosevelt Elementary School", "school", ("Roosevelt Elem", "RES", "Roosevelt Grade School")),
    School("Roosevelt Junior High School", "school", ("Roosevelt Jr. High", "Roosevelt JH", "RJHS")),
    School("Northgate Elementary School", "school", ("Northgate", "NGE")),
    School("Southgate Elementary School", "school", ("Southgate", "SGE")),
    School("Adams-Clay Academy", "school", ("ACA", "Adams Clay")),
    School("Mesa Point Intermediate School", "school", ("MPIS", "Intermediate School", "Intermediate")),
    School("Mesa Point High School", "school", ("MPHS", "Mesa Point HS", "the high school")),
    School("Small Steps Early Childhood Center", "school", ("Small Steps", "Early Childhood Center", "Pre-K Center")),
    School("Turning Point Alternative Program", "school", ("Turning Point", "Alternative Program")),
    School("Curriculum and Assessment", "department", ("Curriculum Office", "Curriculum Dept")),
    School("Student Services", "department", ("Special Services", "SPED", "Special Education")),
    School("Technology Services", "department", ("Tech Office", "IT", "Technology Department")),
    School("Human Resources", "department", ("HR",)),
    School("Business and Operations", "department", ("Business Office",)),
    School("Transportation", "department", ("Motor Pool", "Transportation Dept")),
    School("Athletics and Activities", "department", ("Athletics", "Athletic Department")),
)
DISTRICT = ("Mesa Point Unit School District 205", "MPUSD 205", "Mesa Point USD 205", "Mesa Point Schools")


def find(text: str) -> LocationsFinding:
    return places.find(text, SCHOOLS, source="body", district_names=DISTRICT)


RECEIVED: list[tuple[str, tuple[str, ...]]] = [
    (
        (
            "Acme Phonics is for Northgate and Small Steps... sorry, scratch that, Northgate and "
            "Southgate. Approval by 2/12/2027."
        ),
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("It's for Northgate. Sorry, I mean Southgate.", ("Southgate Elementary School",)),
    ("It's for Northgate, I mean Southgate.", ("Southgate Elementary School",)),
    (
        "Schools: Northgate, Small Steps - correction: Northgate and Southgate",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("Will be used at Northgate - no wait, Southgate.", ("Southgate Elementary School",)),
    ("For Northgate and Southgate. Strike that, just Northgate.", ("Northgate Elementary School",)),
    (
        "For Northgate and Southgate. Sorry, also Small Steps.",
        ("Northgate Elementary School", "Small Steps Early Childhood Center", "Southgate Elementary School"),
    ),
    ("We'd like it at Roosevelt Elementary... oops, Roosevelt Junior High.", ("Roosevelt Junior High School",)),
    ("Used by: MPHS (make that MPIS)", ("Mesa Point Intermediate School",)),
    ("I wrote Small Steps above but that should be Southgate.", ("Southgate Elementary School",)),
    (
        "Schools: Northgate, Small Steps\n\nPS: I wrote Small Steps above, it should have been Southgate.",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    (
        "Teachers at Northgate will use it. Correction, teachers at Southgate will use it.",
        ("Southgate Elementary School",),
    ),
    (
        "Sorry for the delay! It's for Northgate and Southgate.",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    (
        "Northgate will use it. Sorry for the short notice. Southgate will use it as well.",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("It's for Northgate. Oops, forgot Southgate.", ("Northgate Elementary School", "Southgate Elementary School")),
    ("District-wide. Actually, just the high school.", ("Mesa Point High School",)),
    ("For the high school. Actually, make that district-wide.", ("District-wide",)),
    ("It will be at Northgate, or rather at Southgate.", ("Southgate Elementary School",)),
    ("For Northgate. Sorry! Southgate, not Northgate.", ("Southgate Elementary School",)),
    (
        "for northgate and small steps. oops sorry meant northgate and southgate",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("For Transportation. Scratch that, it's for Athletics and Activities.", ("Athletics and Activities",)),
    ("Quote attached for Northgate. My mistake, Southgate.", ("Southgate Elementary School",)),
    (
        ("Attached is the order form & questionnaire. For the motor pool. Would need it approved within 60 days."),
        ("Transportation",),
    ),
    (
        "hey there!! quote attached. It's for the alternative program, and they'd need sign-off by 1/4/2027",
        ("Turning Point Alternative Program",),
    ),
    ("It will be used by the special services team", ("Student Services",)),
    ("The alternative program will use it", ("Turning Point Alternative Program",)),
    ("for the pre-k center", ("Small Steps Early Childhood Center",)),
    (
        "For the early childhood center and the alternative program",
        ("Small Steps Early Childhood Center", "Turning Point Alternative Program"),
    ),
    ("Our proposal, intake questionnaire and signed rider are attached for Student Services.", ("Student Services",)),
    (
        (
            "Here's your PO back with my initials, plus our price list. Transportation dept. Sign off "
            "by the 4th of December 2026 please"
        ),
        ("Transportation",),
    ),
    (
        (
            "Attached is the quote (Business Office). We are looking to have everything approved by "
            "end of February 2027."
        ),
        ("Business and Operations",),
    ),
    (
        "Attached is our order form (Northgate & Southgate).",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("Order form (for Northgate) and rider attached.", ("Northgate Elementary School",)),
    ("quote attached (HR)", ("Human Resources",)),
    (
        "Use: our 3 elementary buildings plus the junior high",
        (
            "Northgate Elementary School",
            "Roosevelt Elementary School",
            "Roosevelt Junior High School",
            "Southgate Elementary School",
        ),
    ),
    (
        "For the three elementary schools and the junior high.",
        (
            "Northgate Elementary School",
            "Roosevelt Elementary School",
            "Roosevelt Junior High School",
            "Southgate Elementary School",
        ),
    ),
    ("For the junior high and the high school", ("Mesa Point High School", "Roosevelt Junior High School")),
    ("It's for the junior high.", ("Roosevelt Junior High School",)),
    ("It's for the junior high school math teachers", ("Roosevelt Junior High School",)),
    ("used at the junior high only", ("Roosevelt Junior High School",)),
    ("The junior high will pilot it.", ("Roosevelt Junior High School",)),
    (
        "for the elementaries and the junior high",
        (
            "Northgate Elementary School",
            "Roosevelt Elementary School",
            "Roosevelt Junior High School",
            "Southgate Elementary School",
        ),
    ),
    (
        "For the intermediate school and all three elementaries",
        (
            "Mesa Point Intermediate School",
            "Northgate Elementary School",
            "Roosevelt Elementary School",
            "Southgate Elementary School",
        ),
    ),
    ("Proposal for Acme Pulse across all nine MPUSD buildings.", ("District-wide",)),
    ("Proposal for Acme Pulse across all nine MPUSD 205 buildings.", ("District-wide",)),
    ("For all Mesa Point schools.", ("District-wide",)),
    ("Use: all 9 Mesa Point USD 205 campuses", ("District-wide",)),
    (
        "the three Mesa Point elementary schools will use it",
        ("Northgate Elementary School", "Roosevelt Elementary School", "Southgate Elementary School"),
    ),
    (
        "We'd like to be approved by January 14, 2027 so Southgate can start second semester.",
        ("Southgate Elementary School",),
    ),
    ("so that Southgate can pilot it", ("Southgate Elementary School",)),
    ("so Southgate can begin in January", ("Southgate Elementary School",)),
    ("that way Small Steps can use it in spring", ("Small Steps Early Childhood Center",)),
    (
        (
            "Hello, attached is the order paperwork for Acme Benchmarks at Southgate. Approval by Nov "
            "25, 2026 would be wonderful.\nGwen"
        ),
        ("Southgate Elementary School",),
    ),
    ("hi there, quote for roosevelt jr high attached, thx, sent from my iphone", ("Roosevelt Junior High School",)),
    # a part of the first one stands for it, and the next is named in one breath with it
    *(
        (f"Its for the {part} and the Motor Pool.", ("Mesa Point High School", "Transportation"))
        for part in ("MPHS hallway", "MPHS front office", "MPHS's computer lab", "MPHS gym", "MPHS science room")
    ),
    ("It is for the MPHS hallway. We met in the Northgate gym and Southgate was closed.", ("Mesa Point High School",)),
    ("Purchaser: MPUSD 205. End users: MPIS + MPHS.", ("Mesa Point High School", "Mesa Point Intermediate School")),
    (
        "We are hoping to get this into Ms. Doyle's room at Southgate by second semester.",
        ("Southgate Elementary School",),
    ),
    (
        (
            "Good afternoon, I send you the order form. The software is for to use in the schools "
            "Northgate and Southgate. Thank you very much."
        ),
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("The licenses they are for the teachers of the school Small Steps.", ("Small Steps Early Childhood Center",)),
    ("It is for all the schools of the district, please.", ("District-wide",)),
    (
        "Building\tSeats\tCost\nNorthgate\t120\t$600\nSouthgate\t80\t$400",
        ("Northgate Elementary School", "Southgate Elementary School"),
    ),
    (
        "Site: MPHS (grades 9-12) / Site: MPIS (grades 4-6)",
        ("Mesa Point High School", "Mesa Point Intermediate School"),
    ),
    (
        (
            "Our rep visited Roosevelt Elementary last spring and the teachers there loved it, so this "
            "order covers Roosevelt Elementary."
        ),
        ("Roosevelt Elementary School",),
    ),
    ("40 seats @ Northgate, 35 seats @ Southgate", ("Northgate Elementary School", "Southgate Elementary School")),
    ("Who: 3rd grade team, Northgate. When: approval by 12/18.", ("Northgate Elementary School",)),
    ("Not for the high school. Just MPIS.", ("Mesa Point Intermediate School",)),
    (
        "every elementary plus MPIS",
        (
            "Mesa Point Intermediate School",
            "Northgate Elementary School",
            "Roosevelt Elementary School",
            "Southgate Elementary School",
        ),
    ),
    ("Only Curriculum & Assessment staff get logins.", ("Curriculum and Assessment",)),
    ("Mesa Point High School's counseling office will be using this with seniors.", ("Mesa Point High School",)),
    ("Both Roosevelts!", ("Roosevelt Elementary School", "Roosevelt Junior High School")),
    ("Lakeview Prep is already a customer; you'd be next with Adams-Clay.", ("Adams-Clay Academy",)),
    (
        "It's for Northgate & Southgate - correction, Northgate & Small Steps.",
        ("Northgate Elementary School", "Small Steps Early Childhood Center"),
    ),
    ("Schools: Northgate, Southgate. Oops - Northgate only.", ("Northgate Elementary School",)),
    ("Used by Athletics. Sorry, that should be Technology Services.", ("Technology Services",)),
    ("We need seats at MPIS. Wait, no, at MPHS.", ("Mesa Point High School",)),
    ("Quote attached for the junior high, sorry, the high school.", ("Mesa Point High School",)),
    ("It's for all three elementaries. Scratch that, only Northgate.", ("Northgate Elementary School",)),
    ("Use: Northgate. PS: sorry, forgot Southgate!", ("Northgate Elementary School", "Southgate Elementary School")),
    ("For Northgate. My apologies, it is Southgate.", ("Southgate Elementary School",)),
    (
        "Locations: Northgate; Southgate (edit: MPIS too)",
        ("Mesa Point Intermediate School", "Northgate Elementary School", "Southgate Elementary School"),
    ),
    ("I meant Southgate, not Northgate: it's for Southgate.", ("Southgate Elementary School",)),
    ("Northgate will use it. Disregard that, Southgate will use it.", ("Southgate Elementary School",)),
    ("Sorry for the confusion earlier, Southgate will use it.", ("Southgate Elementary School",)),
    ("Sorry, the earlier mail was cut off. For Southgate.", ("Southgate Elementary School",)),
]
UNCLEAR = [
    "For Northgate and Southgate, I mean Small Steps.",
    "It is for Northgate. Sorry, I misspoke, it is Riverbend Elementary.",
    "All eight MPUSD buildings will use it",
    "Roosevelt will be piloting this.",
    "For Northgate, Southgate and Small Steps. I mean MPIS.",
]
MISSING = [
    "Our program is great for intermediate readers.",
    "We have beginner, intermediate and advanced levels.",
    "Please add the program to your list.",
    "Jan Moor (Northgate) asked us for a quote.",
    "Our junior high division has 12 staff.",
    "It's great for junior high students.",
    "For our records: which school will be using this?",
    "Our Roosevelt office is closed. Sorry, Northgate Plaza is closed too.",
    "Sorry, I mean to call Southgate next week.",
    "Thanks for the quick call. Actually the office in Northgate will send the invoice.",
    "The invoice (Business Office) is attached.",
    "Please forward our quote to the Business Office.",
    "Order form attached, cc Technology Services.",
    "Our intermediate plan costs more. The Intermediate plan is $500.",
    "We have an alternative program for small districts.",
    "Quote attached for the curriculum office to look at.",
    "The junior high and the high school in Dixon use it.",
    "Our junior high, the one in Dixon, loves it.",
    "It was developed for the junior high, not for adults.",
    "Hello Northgate,",
    "Northgate asked me to call you.",
    "Please ask Northgate to call us.",
    "Southgate can tell you more about it.",
    "All schools, approved by the state, get 10% off.",
    "Every elementary teacher knows it.",
    "each high school student gets an ID",
    "all MPUSD 205 vendors must sign the form",
    "questions about special education services? call us",
    "We got the questionnaire from the motor pool.",
    "invoice for the motor pool attached",
]


@pytest.mark.parametrize(("text", "names"), RECEIVED)
def test_received(text: str, names: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, tuple(sorted(found.value))) == (Status.RECEIVED, names)


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear(text: str) -> None:
    assert find(text).status == Status.UNCLEAR


@pytest.mark.parametrize("text", MISSING)
def test_names_of_something_else_do_not_count(text: str) -> None:
    assert find(text).status == Status.MISSING


@pytest.mark.parametrize(
    "word", ["sorry, Northgate. ", "no, wait, ", "I mean Southgate, not Northgate; ", "Site\tSeats\n"]
)
def test_endless_corrections_take_bounded_time(word: str) -> None:
    started = time.process_time()
    find("For Northgate. " + word * 6000)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    "text",
    [
        "For Northgate. Sorry," + " ." * 30 + " xyzzy Southgate",
        "For Northgate, " + "may. " * 280 + "xyzzy",
        "Acme quote " + "(" * 900 + "Northgate)",
        "School\t" * 200 + "\n" + "Northgate\t" * 200,
    ],
)
def test_no_pattern_tries_all_ways(text: str) -> None:
    started = time.process_time()
    find(text)
    assert time.process_time() - started < 2


ALIASED = (
    School("Fork Junior High School", "school", ("Junior High",)),
    School("Fork High School", "school", ("High School",)),
    School("Martin Luther King Jr. Elementary School", "school", ()),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is for the jr. high science room.", ("Fork Junior High School",)),
        ("It is for the Jr High math department.", ("Fork Junior High School",)),
        ("It is for the high school science room.", ("Fork High School",)),
        ("It is for Martin Luther King Jr. Elementary.", ("Martin Luther King Jr. Elementary School",)),
        ("It was written by Fred Luther, jr.", ()),
    ],
)
def test_a_short_name_of_the_list_may_be_shortened(text: str, names: tuple[str, ...]) -> None:
    assert places.find(text, ALIASED, source="body", district_names=DISTRICT).value == names
