"""Names that are not whole: "Schol", a lost "and", a letter too few in a short name, the first word of a longer one."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

HERITAGES = ("Heritage Oaks Elementary School", "Heritage Park Elementary School")
TANSLEY, OXBOW, GARRETT = "Tansley Grade School", "Oxbow Grade School", "Garrett Middle School"
AG, GROUNDS = "Agriculture and Vocational", "Buildings and Grounds"
BOTH = ("Library and Technology", "Technology", "Library")
find = places_among(
    (
        *(School(name, "school", ()) for name in (TANSLEY, OXBOW, GARRETT, *HERITAGES)),
        *(School(name, "school", ()) for name in ("Birch Run School", "Anna Doe School", "Upper Ford School")),
        *(School(name, "school", ()) for name in ("Lower Ford School", "North Lake School")),
        *(School(name, "department", ()) for name in (AG, GROUNDS, "Athletics", *BOTH)),
    )
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It's for Tansly Grade Schol, about 40 kids.", {TANSLEY}),
        ("It's for Oxbow Shool.", {OXBOW}),
        ("It's for the teachers of Oxbow Grade Scool.", {OXBOW}),
        ("It will be used at Garrett Midle Schol.", {GARRETT}),
        ("It will be used at Garret Midle School.", {GARRETT}),
        ("It's for the Athletics and Agriculture Vocational programs.", {AG, "Athletics"}),
        ("Department: Agriculture Vocational; Athletics", {AG, "Athletics"}),
        ("It is for Agriculture/Vocational.", {AG}),
        ("It is for Buildings Grounds.", {GROUNDS}),
        ("It is for Buildings & Grounds.", {GROUNDS}),
        # one slip among names that are spelt right
        ("It will be used at Garret, Oxbow Grade School and Birch Run School.", {GARRETT, OXBOW, "Birch Run School"}),
        # two departments, where the list has both
        ("It is for Library/Technology.", {"Library", "Technology"}),
    ],
)
def test_a_name_with_a_slip_is_known(text: str, named: set[str]) -> None:
    found = find(text)
    assert (found.status, set(found.value)) == (Status.RECEIVED, named)


@pytest.mark.parametrize(
    "text", ["It will be used at Tansly.", "It's for Tansly, about 40 kids.", "It will be used at Garret and Oxbow."]
)
def test_a_slip_in_a_short_name_alone_is_for_a_person(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize("text", ["Tansly is our contact.", "It is for Tansy.", "I spoke to Garret on Monday."])
def test_but_a_word_that_is_used_nowhere_is_no_school(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("This one is for Heritage.", "Heritage"),
        ("It is for Birch.", "Birch"),
        ("The students at Heritage will use it.", "Heritage"),
        ("It runs at Oxbow, Birch and Garrett.", "Birch"),
    ],
)
def test_the_first_word_of_a_longer_name_is_for_a_person(text: str, named: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, (named,))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Heritage Learning sells it. It is for Oxbow.", {OXBOW}),
        ("Heritage is a leading company. It is for Oxbow.", {OXBOW}),
        ("We sold it to Heritage last year. It is for Oxbow.", {OXBOW}),
        ("Ask Birch. It is for Oxbow.", {OXBOW}),
        ("It is for Anna. It will be used at Oxbow.", {OXBOW}),
        ("It is for North. It will be used at Oxbow.", {OXBOW}),
        ("It is for Heritage Learning. It will be used at Oxbow.", {OXBOW}),
        ("It is for Oxbow and Ms. Heritage will use it.", {OXBOW}),
        ("It is for Heritage Oaks.", {HERITAGES[0]}),
        ("It is for Upper and Lower Ford.", {"Upper Ford School", "Lower Ford School"}),
    ],
)
def test_but_not_where_it_is_another_name(text: str, named: set[str]) -> None:
    found = find(text)
    assert (found.status, set(found.value)) == (Status.RECEIVED, named)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("It would be used at Oxbow and at Anna-Kath. Doe.", None),
        ("It would be used at Oxbow and at Ann. Doe.", {OXBOW, "Anna Doe School"}),
        ("It would be used at Ann. Doe School.", {"Anna Doe School"}),
        ("At Doe School it will be used, and at Oxbow.", {OXBOW, "Anna Doe School"}),
        ("It would be used at Oxbow and at Annie Doe School.", {OXBOW, "Anna Doe School"}),
        ("It would be used at Oxbow and at Bertha Doe School.", None),
    ],
)
def test_a_given_name_cut_short_or_another_one(text: str, named: set[str] | None) -> None:
    found = find(text)
    assert (set(found.value) if found.status is Status.RECEIVED else None) == named


@pytest.mark.parametrize("room", ["Kitchen", "Library", "Computer lab", "Classrooms"])
def test_a_room_and_its_school(room: str) -> None:
    assert find(f"Hello,\n{room}: Oxbow Grade School\nThanks").value == (OXBOW,)
    assert find(f"Hello,\n{room}: Riverside High School\nThanks").status is Status.UNCLEAR
    assert find(f"Hello,\n{room}: steam oven\nThanks").status is Status.MISSING


def test_an_arrow_before_a_line_is_a_bullet() -> None:
    assert find("Hello,\n→ Athletics is the department that would run it\n→ thanks").value == ("Athletics",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Here is our order form for the Career Academy:", {"Tri-Rivers Career Academy"}),
        ("It's for your Early Childhood Center and Oxbow.", {"Dell Early Childhood Center", OXBOW}),
        ("Our Career Academy product is for Oxbow.", {OXBOW}),
        ("It's for the career academy of life. It will be used at Oxbow.", {OXBOW}),
        ("It's for the career academy, and it will be used at Oxbow.", {OXBOW}),
        ("It's for the Career Academy Group. It will be used at Oxbow.", None),
        ("It's for Springfield Career Academy.", None),
        ("It's for the Lake County Career Academy.", None),
        ("It's for the Dual Language Academy.", None),  # the list has two
    ],
)
def test_what_only_one_school_is(text: str, named: set[str] | None) -> None:
    centers = ("Tri-Rivers Career Academy", "Dell Early Childhood Center")
    two = ("Fox Dual Language Academy", "Elk Dual Language Academy")
    find = places_among(tuple(School(name, "school", ()) for name in (OXBOW, *centers, *two)))
    found = find(text)
    assert (set(found.value) if found.status is Status.RECEIVED else None) == named


@pytest.mark.parametrize("no", "✘✗✕✖❌")
def test_a_school_that_is_crossed_out_of_a_list(no: str) -> None:
    said = f"Who is in:\n\n✔ Tansley Grade School\n✔ Oxbow Grade School\n{no} Garrett Middle School (has its own)\n"
    assert set(find(said).value) == {TANSLEY, OXBOW}


@pytest.mark.parametrize(
    "lines",
    [
        "✅ Tansley Grade School\n✅ Oxbow Grade School\n\n🚫 Garrett Middle School: they opted out",
        "✔\ufe0f Tansley Grade School\n✔\ufe0f Oxbow Grade School\n✖\ufe0f Garrett Middle School",
        "\t☑ Tansley Grade School\n\t☑ Oxbow Grade School\n\t⛔Garrett Middle School",
    ],
)
def test_crosses_of_other_kinds(lines: str) -> None:
    assert set(find(f"The seats are for:\n{lines}\n").value) == {TANSLEY, OXBOW}


def test_where_every_line_has_the_same_cross_it_is_a_bullet() -> None:
    assert set(find("It is for\n✖ Oxbow Grade School\n✖ Garrett Middle School\n\nThanks").value) == {OXBOW, GARRETT}


@pytest.mark.parametrize(
    "text",
    [
        "It is for Oxbow. She saw it at Garrett over in the Ridgeway district, where her daughter goes.",
        "It is for Oxbow. It runs at Garrett Middle School out in the Ridgeway School District.",
        "It is for Oxbow.\nShip to: Quarry CUSD 9, c/o Garrett Middle School receiving, 415 E. Third",
    ],
)
def test_another_districts_school_and_whose_care_a_parcel_is_sent_to(text: str) -> None:
    assert find(text).value == (OXBOW,)


def test_the_first_word_of_a_longer_name_may_be_a_persons() -> None:
    find = places_among((School("Kathryn Doe School", "school", ()), School(OXBOW, "school", ())))
    assert find("It is for Kathryn. It will be used at Oxbow.").value == (OXBOW,)
    assert find("It is for Kathryn Doe.").value == ("Kathryn Doe School",)


def test_whose_care_a_parcel_is_sent_to_alone() -> None:
    assert find("Attn: Garrett Middle School, 415 E. Third").status is Status.UNCLEAR
    assert find("Ship to: Quarry CUSD 9, c/o Garrett Middle School, 415 E. Third").status is Status.MISSING


def test_buildings_of_a_level() -> None:
    names = ("Ash Middle School", "Elm Middle School", "Fir High School")
    both = places_among(tuple(School(name, "school", ()) for name in names))(
        "Two middle school buildings, one license each."
    )
    assert set(both.value) == set(names[:2])
