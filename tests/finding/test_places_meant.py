"""Places that plain words mean: another one than was said before, a person's pupils, the others of a group."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Quarry High School", "school", ("QHS", "Quarry High")),
    School("Brandt High School", "school", ("Brandt",)),
    School("Alder Middle School", "school", ("Alder Middle",)),
    School("Alder Elementary School", "school", ("Alder Elementary",)),
    School("Tarkio Elementary School", "school", ("Tarkio",)),
    School("Flint Hill Elementary School", "school", ("Flint Hill",)),
    School("Nodaway Technical Center", "school", ("Nodaway Center",)),
    School("Human Capital", "department", ("HR", "Human Resources")),
    School("Buildings and Grounds", "department", ("Maintenance", "Grounds")),
    School("Transportation", "department"),
    School("Finance and Treasury", "department", ("Finance", "Business Office")),
)
MIDDLE, ELEMENTARY, TARKIO, FLINT = (
    "Alder Middle School",
    "Alder Elementary School",
    "Tarkio Elementary School",
    "Flint Hill Elementary School",
)
HIGH, BRANDT, CENTER = "Quarry High School", "Brandt High School", "Nodaway Technical Center"
HR, GROUNDS, BUSES = "Human Capital", "Buildings and Grounds", "Transportation"


def find(text: str) -> LocationsFinding:
    return places.find(
        text, SCHOOLS, source="body", district_names=("Osage Bluff CUSD 9",), product_names=("Tool Barn", "Math Mill")
    )


def check(text: str, *expected: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, expected)


@pytest.mark.parametrize(
    "text",
    [
        "My colleague told you Alder Elementary would be using Math Mill. She misspoke: it's Alder Middle.",
        "Jo told you that Alder Elementary would use it. She meant Alder Middle.",
        "Our rep said Alder Elementary would use it. He got that wrong, it's Alder Middle, not the elementary.",
        "The order was for Alder Elementary. We were mistaken: it is for Alder Middle.",
        "We said Alder Elementary would use it. That was our error; the school is Alder Middle.",
        # with no word of correction
        "My colleague told you Alder Elementary would be using it. It's Alder Middle, not the elementary.",
        "She told you that Alder Elementary would use it. It is really Alder Middle, not Alder Elementary.",
        "You heard that Alder Elementary would use it. We meant Alder Middle and not the elementary school.",
    ],
)
def test_another_is_meant(text: str) -> None:
    check(text, MIDDLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brandt would use it. Our rep was mistaken about its price, it was for Alder Middle.", (BRANDT, MIDDLE)),
        ("Brandt and Tarkio will use it. It's Alder Middle, not the high school.", (TARKIO, MIDDLE)),
        (
            "Tarkio and Alder Elementary will use it. It's Alder Middle, not the elementary.",
            (TARKIO, ELEMENTARY, MIDDLE),
        ),
        ("Alder Middle will use it, not the elementary.", (MIDDLE,)),
    ],
)
def test_what_is_not_taken_back(text: str, expected: tuple[str, ...]) -> None:
    check(text, *expected)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, the welding classes at Nodaway Technical Center asked for Tool Barn. The quote's on here.",
        "Hello, a teacher at Nodaway Center asked for Tool Barn. The quote is attached.",
        "Good morning, the shop at Nodaway Center needs 20 seats.",
        "I had coffee with Rob Hale, who teaches welding at the Nodaway Center. Twenty of his students would be on it.",
        "We met Ms. Hale, a teacher at Nodaway Center. Her classes will use Tool Barn.",
        "We had lunch with Jo Hale from Nodaway Center; the seats would be for her two sections.",
        "I met Jo Hale, counselor at the Nodaway Center. It would be for her office.",
        "We spoke with the principal of Nodaway Center. The seats are for her seniors.",
        "Rob Hale, who teaches at the Nodaway Center, wrote. Twenty students would be on it, all in that building.",
    ],
)
def test_people_of_a_school(text: str) -> None:
    check(text, CENTER)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, the team at Brandt,",
        "Hi Brandt,",
        "Jo Hale, who teaches at Brandt, is our reference. Her students will be using it for the third year.",
        "We met Ms. Hale, a teacher at Brandt. Our team would use your forms.",
        "We met Ms. Hale, a teacher at Brandt. Her son works with us.",
        "We met Ms. Hale, a teacher at Brandt. Her classes will not use it.",
        "Ms. Hale, who teaches at Brandt, and Mr. Orr, who teaches at Tarkio, wrote. His classes will use it.",
    ],
)
def test_people_who_are_no_users(text: str) -> None:
    assert find(text).status is not Status.RECEIVED


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Bell over at Tarkio met us and his students already have songs on the free version. So: {}.",
        "Mr. Bell at Tarkio has been on the free version since fall; {}.",
        "Mr. Bell from Tarkio tried the free version and loves it. {}.",
        "Mr. Bell of Tarkio met us in May. The kids love the free plan. {}.",
    ],
)
def test_who_has_the_free_version(text: str) -> None:
    check(text.format("the quote for the paid one is attached"), TARKIO)
    check(text.format("Quote for the full version attached"), TARKIO)
    assert find(text.format("the quote is attached")).status is not Status.RECEIVED


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Bell at Tarkio is happy with the free version.",
        "Mr. Bell at Tarkio did not like the free version.",
        "Mr. Bell at Tarkio told us how to submit. His class is on the free version of another program.",
        "Ms. Lee of Brandt and Mr. Bell of Tarkio tried the free version.",
    ],
)
def test_who_stays_with_the_free_version(text: str) -> None:
    assert find(f"{text} The quote for the full version is attached.").status is not Status.RECEIVED


def test_a_user_that_is_named_counts_alone() -> None:
    check(
        "Ms. Hale, who teaches at Brandt, wrote. Tarkio Elementary will use it. Her classes will use it later.", TARKIO
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You have three elementary schools, and Tarkio already owns one, so our quote is for the other two.",
         (ELEMENTARY, FLINT)),
        ("There are three elementary schools. Tarkio has one already. The other two would use it.",
         (ELEMENTARY, FLINT)),
        ("Of your elementary schools, Tarkio and Flint Hill have it. The quote covers the remaining one.",
         (ELEMENTARY,)),
        ("Both high schools asked. Brandt has opted out; the quote is for the rest.", (HIGH,)),
        ("Of your two high schools, Brandt already has it, so this is for the other.", (HIGH,)),
        # nobody is left out
        ("Both high schools will use it, Brandt first. The other will start in May.", (HIGH, BRANDT)),
        ("All three elementary schools will use it. Tarkio starts in May and the other two in June.",
         (ELEMENTARY, TARKIO, FLINT)),
    ],
)  # fmt: skip
def test_the_others_of_a_group(text: str, expected: tuple[str, ...]) -> None:
    check(text, *expected)


def test_who_wants_more_is_not_out() -> None:
    found = find("You have three elementary schools, and Tarkio already has it and wants more. It's for the other two.")
    assert TARKIO in found.value


def test_others_that_do_not_count_out() -> None:
    found = find("You have three elementary schools. Tarkio already owns one. Our quote is for the other three.")
    assert (found.status, found.value) == (Status.UNCLEAR, ("the other three",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tool barn for qhs, 40 seats, pdf attached", HIGH),
        ("Qhs will use it.", HIGH),
        ("Maintenance would check their equipment in and out with it.", GROUNDS),
        ("HR would post its openings in it.", HR),
        ("The mechanics in Transportation would log repairs in it.", BUSES),
        ("With it, Maintenance can schedule its crews.", GROUNDS),
        ("Maintenance asked what it would cost for their shop. Here it is.", GROUNDS),
        ("HR wanted a number for Tool Barn. The quote is attached.", HR),
        ("tool barn for brandt, 20 seats, pdf attached", BRANDT),
        ("Transportation will plan routes and log repairs with Tool Barn.", BUSES),
        ("Maintenance asked us to price Tool Barn for their shop. The quote is attached.", GROUNDS),
        ("Transportation had us quote it. The quote is attached.", BUSES),
        ("HR asked if we could price 40 seats. The quote is enclosed.", HR),
    ],
)
def test_users_in_plain_words(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "HR would be happy with it.",
        "HR will go ahead with it.",
        "Transportation would host the data on it.",
        "HR would file the forms with it.",
        "Finance will pay for it.",
        "Finance would send the invoices with it.",
        "Transportation will compare our price with it.",
        "Maintenance asked us to price freight. The quote is attached.",
        "Finance asked us to price Tool Barn. The quote is attached.",
    ],
)
def test_offices_that_are_no_users(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    "words",
    ["Public Relations department", "Public Relations Department", "State Programs Department"],
)
def test_a_department_of_common_words(words: str) -> None:
    found = find(f"Four seats of Tool Barn for the {words}, quote attached.")
    assert (found.status, found.value) == (Status.UNCLEAR, (words,))


@pytest.mark.parametrize(
    "text",
    ["The Marketing Department of our company will call you.", "Our Public Relations department sent you the W-9."],
)
def test_departments_of_the_vendor(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty senders, split evenly:\n\n- HR\n- Maintenance\n- Transportation\n\nThe price is below.",
         (HR, GROUNDS, BUSES)),
        ("It will be used in two departments:\n* HR\n* Transportation (12 seats)\n", (HR, BUSES)),
        ("The seats break down like this:\n\nHR - 20\nMaintenance - 20\nTransportation - 20\n", (HR, GROUNDS, BUSES)),
        ("40 licenses for these people:\n1. HR staff\n2. Maintenance\n", (HR, GROUNDS)),
    ],
)  # fmt: skip
def test_a_list_of_departments(text: str, expected: tuple[str, ...]) -> None:
    check(text, *expected)


def test_a_list_with_an_unknown_department() -> None:
    found = find("Sixty senders, split evenly:\n\n- HR\n- Transportation\n- Public Relations\n")
    assert (found.status, found.value) == (Status.UNCLEAR, ("Public Relations",))


@pytest.mark.parametrize(
    "text",
    [
        "Please send copies to two offices:\n- HR\n- Finance\n",
        "The papers are to be signed by:\n- HR\n- Transportation\n",
        "It has three modules:\n- Transportation\n- Finance\n- Grades\n",
        "A. Security\nB. Transportation\n",
        "We have three teams:\n- Sales\n- Finance\n- HR\n",
    ],
)
def test_a_list_of_something_else(text: str) -> None:
    assert find(text).status is Status.MISSING
