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
