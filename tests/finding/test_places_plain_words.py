"""Plain words for who uses a product: "go in everywhere", "HR wants it", "used of your finance people"."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Middle School", "school", ("Tarkio",)),
    School("Benton Elementary School", "school", ()),
    School("Benton Middle School", "school", ()),
    School("Paula Montoya Dual Language Academy", "school", ("Montoya",)),
    School("Ella J. Wells Elementary School", "school", ("Wells",)),
    School("Quarry High School", "school", ()),
    School("Stone High School", "school", ()),
    School("Transportation", "department", ("Bus Garage",)),
    School("Human Resources", "department", ("HR",)),
    School("Business Office", "department", ("Finance",)),
)
WIDE = ("District-wide",)
MONTOYA = ("Paula Montoya Dual Language Academy",)
TARKIO = ("Tarkio Middle School",)


def find(text: str) -> LocationsFinding:
    return places.find(
        text, SCHOOLS, source="body", district_names=("Quarry CUSD 9",), product_names=("Sprig", "Wattle Hire")
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sprig would go in everywhere: every school, every office, district-wide.", WIDE),
        ("Sprig goes everywhere, in every school.", WIDE),
        ("It will be installed in all schools.", WIDE),
        ("HR wants Wattle Hire. Here is the quote.", ("Human Resources",)),
        ("HR would like Sprig for its clerks.", ("Human Resources",)),
        ("The program will be used of your finance people only.", ("Business Office",)),
        ("It will be used only by the finance folks.", ("Business Office",)),
        # a person of a department, whose given name is a school's
        ("Your folks at the bus garage (Wells Hendrickson and crew) want to go with it.", ("Transportation",)),
        ("The bus garage (Wells Hendrickson) wants it.", ("Transportation",)),
        ("Wells Hendrickson in Transportation wants it.", ("Transportation",)),
        ("It is for Wells and Tarkio.", ("Ella J. Wells Elementary School", *TARKIO)),
        # a name with a slip in each word
        ("I send the offer for Paola Montoia Dual Languege Academy.", MONTOYA),
        ("I send the offer for Paula Montoya Dual Language Acadamy.", MONTOYA),
        ("Sprig is wanted at Tarkio Middle School.", TARKIO),
        ("I send the quote for Sprig, also wanted at Tarkio Middle School.", TARKIO),
        ("It's wanted across Tarkio Middle School, not at Stone High School.", TARKIO),
        # another talk at the beginning
        ("Per the conversation with your cabinet, Sprig goes into Tarkio.", TARKIO),
        ("As discussed with Ms. Ito, it goes into Tarkio.", TARKIO),
        ("As discussed with Alder and Benton Middle, it will be used at Tarkio.", TARKIO),
        ("After we met with Alder, Sprig goes into Tarkio.", TARKIO),
        ("As discussed with Tarkio, it will be used by seventh graders.", TARKIO),
        ("As discussed with Tarkio, it will be used in January.", TARKIO),
        # who backed out
        ("It is for Alder – strike that, the Alder people backed out, it's Tarkio now.", TARKIO),
        ("It is for Benton Middle. Scratch that, Benton has dropped out, so it is Tarkio Middle.", TARKIO),
        ("Schools: Tarkio (Alder Middle backed out)", TARKIO),
    ],
)
def test_said_plainly(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, value)


def test_all_but_some_after_a_talk() -> None:
    found = find("Per the talk with your cabinet, Sprig goes into every school building except the two high schools.")
    assert found.status is Status.RECEIVED
    assert not {"Quarry High School", "Stone High School"} & set(found.value)
    assert len(found.value) == 6


@pytest.mark.parametrize(
    "text",
    [
        "HR wants the W-9.",
        "Sprig is not wanted at Tarkio.",
        "Sprig is really not wanted at Tarkio Middle School.",
        "Sprig is no longer wanted at Tarkio Middle School.",
        "Your signature is wanted at Tarkio Middle School.",
        "Our trainer is wanted at Tarkio Middle School.",
        "We wanted to thank the team at Tarkio Middle School.",
        "HR wants Sprig to send a W-9.",
        "Please ask your finance people for the purchase order.",
        "The invoice goes to your finance people.",
        "The finance people at our company will call you.",
        "Transportation (Ann Ito) will review the quote.",
        "It is for Wells Hendrickson and her team.",
        "We have gone everywhere with it, to fairs and conferences, and are known in every school of the state.",
    ],
)
def test_no_users(text: str) -> None:
    assert find(text).status is not Status.RECEIVED


RIDGES = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Middle School", "school", ("Tarkio",)),
    School("Linden Park Middle School", "school", ("Linden Park",)),
    School("Linden Street Elementary School", "school", ("Linden Street",)),
    School("Fox Run Elementary School", "school", ("Fox Run",)),
    School("Wells Elementary School", "school", ("Wells",)),
    School("Quarry High School", "school", ("QHS",)),
    School("Stone High School", "school", ("Stone",)),
    School("Sprout House Preschool", "school", ("Sprout House",)),
    School("Curriculum and Assessment", "department", ("Curriculum Office",)),
    School("Technology Services", "department", ("Tech Office",)),
    School("Human Resources", "department", ("HR",)),
)
ALDER, TARKIO_MS, PARK, STREET, FOX, WELLS, QUARRY, STONE, SPROUT, CURRICULUM, TECH, HR = (s.name for s in RIDGES)


def among_ridges(text: str) -> LocationsFinding:
    return places.find(text, RIDGES, source="body", district_names=("Maple Hollow SD 71",))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # who comes for an event
        ("I'll be down your way for the open house at Wells on October 29. The licenses go to Fox Run.", {FOX}),
        ("She'll stop by for the science night at Wells next week. It's for Fox Run.", {FOX}),
        ("I come to you with a quote for the concert at Wells.", {WELLS}),
        ("We quote ten tablets for the book fair at Wells.", {WELLS}),
        # whose children went there
        ("It's for Fox Run. I know it well, both my boys went to Wells and we played Fox Run often!", {FOX}),
        ("It's for Fox Run. I know it well, my wife's sister's girls go to Wells, and played there!", {FOX}),
        ("Our team's students at Wells will use it.", {WELLS}),
        # who dropped out since
        (
            "We'd talked about Alder, Wells and Fox Run back in August; Wells has since dropped out. So it's two "
            "buildings now, Alder and Fox Run, and the quote reflects that.",
            {ALDER, FOX},
        ),
        # another deal before
        (
            "Ann on our team handled Spanish for Quarry High and sits here, but this one's solely for Stone High.",
            {STONE},
        ),
        ("I handled the Spanish quote for Quarry High, and it is for the renewal.", {QUARRY}),
        # what else an office did
        ("The thirty licenses are for HR; Technology Services only did the security review.", {HR}),
        ("The seats are for Fox Run Elementary; Wells Elementary only tested it.", {FOX}),
        ("Wells Elementary only needs ten seats, Fox Run Elementary will use it in May.", {WELLS, FOX}),
        # who holds the seats
        ("Agents are the people in your Tech Office.", {TECH}),
        ("Editors will be the staff of the Curriculum Office.", {CURRICULUM}),
        # a department behind a group of schools
        (
            "The seats are for the administrators at both high schools and for the Curriculum Office.",
            {QUARRY, STONE, CURRICULUM},
        ),
        # who joins
        ("QM-640 is attached. The choirs of both high schools are joining Cloud Chorus.", {QUARRY, STONE}),
        # some of those
        (
            "It's for twelve classrooms. Four of those are at Fox Run, four at Wells, the other four at Alder.",
            {FOX, WELLS, ALDER},
        ),
        # a number without those that are taken out
        ("It's for the two elementaries besides Wells (they bought it), and Sprout House.", {FOX, STREET, SPROUT}),
        ("It's for the two elementary schools other than Wells.", {FOX, STREET}),
        ("It's for the three elementaries except Wells.", {FOX, STREET}),
        # asked of the reader
        ("Which schools should we list? Wells and Fox Run.", {WELLS, FOX}),
    ],
)
def test_said_in_a_letters_own_words(text: str, value: set[str]) -> None:
    found = among_ridges(text)
    assert (found.status, set(found.value)) == (Status.RECEIVED, value)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It's meant for the Linden school.", Status.UNCLEAR),
        ("It's for the one elementary school other than Wells.", Status.UNCLEAR),
        ("It's for the two elementaries besides Wells and Sprout House.", Status.UNCLEAR),
        ("Which school should I put down? Riverbend.", Status.UNCLEAR),
        ("Which school should I put down? riverbend", Status.UNCLEAR),
        ("Which of your schools should I put down for it? She didn't say and I forgot to ask her.", Status.MISSING),
        ("See the Linden school board policy.", Status.MISSING),
        ("Our agents are the people in your area, ask Tech Office.", Status.MISSING),
        ("The invoice copies go to the Tech Office.", Status.MISSING),
    ],
)
def test_which_are_meant_cannot_be_told(text: str, status: Status) -> None:
    assert among_ridges(text).status is status


def test_copies_that_go_to_an_office() -> None:
    assert HR not in among_ridges("The quote is for both middle schools; copies go to the high schools and HR.").value


def test_offices_that_were_heard_from_or_did_something_else() -> None:
    text = (
        "We've been thrilled to hear from the Curriculum Office and from Technology Services. The thirty hosts are all "
        "HR staff; Technology Services only did the security review."
    )
    found = places.find(text, RIDGES, source="body", district_names=("Maple Hollow SD 71",), loosely=True)
    assert found.value == (HR,)
