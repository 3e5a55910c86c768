"""Schools told by their kind, groups of which some are left out, and groups that are no users."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.locations.places_weighed import DISTRICT_WIDE
from soppa_mailbot.model import School, Status

DISTRICT = ("Oak Valley CUSD 31",)
CEDAR = School("Cedar Grove Elementary School", "school", ("Cedar Grove",))
PARK = School("Park View Elementary School", "school", ("Park View",))
KENNEDY = School("Kennedy Middle School", "school", ("Kennedy",))
HIGH = School("Oak Valley High School", "school", ("OVHS",))
BRIDGE = School("Bridge Alternative School", "school", ("Bridge",))
ARTS = School("Sandburg Academy", "school", ())
ROAD = School("Academy Road Elementary School", "school", ())
CAREER = School("Whitfield Technical Center", "school", ("Career Center",))
HR = School("Human Resources", "department", ("HR",))
LIST = (CEDAR, PARK, KENNEDY, HIGH, BRIDGE, ARTS, CAREER, HR)


def find(text: str) -> tuple[Status, tuple[str, ...]]:
    found = places.find(text, LIST, source="body", district_names=DISTRICT)
    return found.status, tuple(sorted(found.value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The alternative school will use it.", (BRIDGE,)),
        ("It's for the career center and the academy.", (ARTS, CAREER)),
        ("Oak Valley High School and the Career Ctr will use it.", (HIGH, CAREER)),
        ("All schools except the alternative school would use it.", (CEDAR, PARK, KENNEDY, HIGH, ARTS, CAREER)),
        ("READER works in all schools. This order is for Cedar Grove.", (CEDAR,)),
        ("Our software is designed for all schools. It will be used at Cedar Grove.", (CEDAR,)),
        ("Our product is used in all schools of Naperville. We'd license it for Kennedy Middle School.", (KENNEDY,)),
        ("Kennedy's library wants the product.", (KENNEDY,)),
        ("Ms. Cole, the librarian at Kennedy, wrote to us. Atlas would be used in her library only.", (KENNEDY,)),
        ("Mr. Bell at Kennedy asked for Atlas. He needs it for his classes.", (KENNEDY,)),
        ("The order form is for Mr. Bell at Kennedy. He needs it approved soon.", (KENNEDY,)),
        ("Please consider Crewline, which Human Resources will use to pay teachers.", (HR,)),
        ("The order is for Kennedy, Cedar Grove and OVHS; Park View and Bridge decided against it.",
         (KENNEDY, CEDAR, HIGH)),
        ("- Users: Kennedy\n- Teacher training: March 24, in the library of Oak Valley High School", (KENNEDY,)),
        ("Cedar Grove Elementary in the Harmon district uses it. Yours would be Kennedy.", (KENNEDY,)),
        ("Users: Kenndey JH", (KENNEDY,)),
        ("Schools: Cedra Grvoe Elementary", (CEDAR,)),
        ("thank you for the bridge call! As agreed, Atlas is for Kennedy.", (KENNEDY,)),
        ("We'd start with Cedar Grove this year and add Park View next year under a separate order.", (CEDAR,)),
    ],
)  # fmt: skip
def test_who_uses_it(text: str, expected: tuple[School, ...]) -> None:
    assert find(text) == (Status.RECEIVED, tuple(sorted(s.name for s in expected)))


@pytest.mark.parametrize(
    "text",
    [
        "It will be used in all schools of the district.",
        "It will be used in all schools in Oak Valley.",
        "It'll work for all schools in your district.",
        "It will be used in all schools in Spring 2027.",
        "It will be used in all schools in Grades 3-5.",
        "It will be used at all schools, but a teacher must start it.",
        "All schools, except that the licences start in May.",
    ],
)
def test_all_of_them(text: str) -> None:
    assert find(text) == (Status.RECEIVED, (DISTRICT_WIDE,))


@pytest.mark.parametrize(
    "text", ["All schools except the two smallest will use it.", "It is for all schools but the northern ones."]
)
def test_some_are_left_out_that_nobody_can_tell(text: str) -> None:
    assert find(text)[0] is Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "It works at all schools, also small ones.",
        "The academies have it.",
        "Teachers will use our academy for training.",
        "The licenses include access to the academy.",
        "Atlas will be used with the academy that we host.",
        "The academy offers free webinars. Teachers can use the academy at no cost.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert find(text)[0] is Status.MISSING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Schools: Academy Road Elementary and Kennedy", (ROAD, KENNEDY)),
        ("Our road map is attached. On the Road to reading, it will be used at Kennedy.", (KENNEDY,)),
    ],
)
def test_a_school_called_after_its_street_is_not_called_road(text: str, expected: tuple[School, ...]) -> None:
    found = places.find(text, (ROAD, KENNEDY), source="body", district_names=DISTRICT)
    assert set(found.value) == {s.name for s in expected}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Oak Valley Hihg School", HIGH),  # the District's own name, and the high school's by its kind alone
        ("Oakvalley Hihg School", HIGH),
        ("the oak valley hgih school", HIGH),
        ("Kennedy Midddle School", KENNEDY),
        ("Cedar Grove Elementray", CEDAR),
        ("Kennedy Junoir High", KENNEDY),
        ("Oak Valley Fiddle School", None),
        ("Kennedy Hihg School", None),  # a school that is not on the list
        ("Oak Valley Hugh School", None),  # another word, not a slip
    ],
)
def test_a_kind_that_is_misspelt(words: str, expected: School | None) -> None:
    schools = (*LIST[:2], School("Kennedy Middle School", "school", ()), *LIST[3:])
    found = places.find(f"It will be used at {words}.", schools, source="body", district_names=DISTRICT)
    if expected is None:
        assert found.status is not Status.RECEIVED
    else:
        assert (found.status, found.value) == (Status.RECEIVED, (expected.name,))


GRADE = School("Kinsley Grade School", "school", ("Kinsley Grade", "KGS"))
ORVIL = School("Orvil Grade School", "school", ("Orvil Grade",))
JUNIOR = School("K-O-T Junior High School", "school", ("Orvil Junior High", "Kinsley Junior High"))
UPPER = School("Kinsley Center for Upper Grades", "school", ("Kinsley Upper",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is meant for Kinsley Grade.", {GRADE}),
        ("It is meant for Kinsley Grade, Orvil Grade and Orvil Junior High.", {GRADE, ORVIL, JUNIOR}),
        ("It will be used at Orvil Grade School.", {ORVIL}),
        ("It will be used at Orvil Attendance Center.", None),
        ("It will be used at Kinsley.", None),
        ("It will be used at Millbrook Attendance Center.", None),
        ("It will be used at Orvil, Grade 7.", None),
        ("It will be used at Orvil grade by grade.", None),
    ],
)
def test_names_that_the_list_has_word_for_word(text: str, expected: set[School] | None) -> None:
    district = ("Kinsley-Orvil-Thayer CUSD 259", "KOT 259")
    found = places.find(text, (GRADE, ORVIL, JUNIOR, UPPER), source="body", district_names=district)
    if expected is None:
        assert found.status is not Status.RECEIVED
    else:
        assert (found.status, set(found.value)) == (Status.RECEIVED, {s.name for s in expected})


def test_a_center_that_is_a_school_and_is_not_on_the_list() -> None:
    found = places.find("It is for the kitchen at Millbrook Attendance Center.", LIST, source="body")
    assert (found.status, found.value) == (Status.UNCLEAR, ("Millbrook Attendance Center",))


@pytest.mark.parametrize(
    "name", ["Mason Elementary", "Sherman Elementary", "Harris Middle School", "Hamilton High School"]
)
def test_another_name_is_no_misspelling(name: str) -> None:
    kinds = ("Madison Elementary School", "Sheridan Elementary School", "Harrison Middle School", "Hampton High School")
    schools = tuple(School(n, "school", ()) for n in kinds)
    assert places.find(f"It is used at {name}.", schools, source="body").status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("Network Services", ("Network Services",)),  # "Services" is no slip for "Sp. Services"
        ("Sp. Services", ("Special Services",)),
        ("Specal Services", ("Special Services",)),
    ],
)
def test_the_common_word_of_a_department_is_no_misspelling(answer: str, value: tuple[str, ...]) -> None:
    departments = (School("Special Services", "department", ("SpEd",)), School("Technology Services", "department", ()))
    assert places.find(f"Schools and departments: {answer}", departments, source="body").value == value


def test_a_misspelt_kind_that_no_school_follows() -> None:
    kennedys = (KENNEDY, School("Kennedy Elementary School", "school", ()))
    found = places.find("It will be used at Kennedy Elementray.", kennedys, source="body")
    assert found.value == ("Kennedy Elementary School",)
    # no kind of those on the list, and a junior high that is not on it
    assert find("It will be used at Oak Valley Primery.") == (Status.MISSING, ())
    assert find("It will be used at Oak Valley Junior Hihg.")[0] is Status.UNCLEAR


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Quote for Nth Fork H.S. attached.", ("North Fork High School",)),
        ("Quote for Nth. Fork High School attached.", ("North Fork High School",)),
        ("Quote for Sth Fork H.S. attached.", ("South Fork High School",)),
        ("It shall be used on St Claire (groups 6 till 8).", ("St. Clair Grade School",)),
        ("It will be used at St Claire.", ("St. Clair Grade School",)),
        ("It shall be used on Baxter.", ("Baxter Grade School",)),
        ("Quote for 5th Fork H.S. attached.", ()),
        ("It will be used at Baxton.", ()),  # a slip in a short name that says nothing of itself
        ("It shall be used on St Claire Road.", ()),
        ("It shall be used on Chromebooks.", ()),
        ("It will be used at St Clara.", ()),
    ],
)
def test_names_cut_short_and_saints(text: str, value: tuple[str, ...]) -> None:
    kinds = ("North Fork High School", "South Fork High School", "St. Clair Grade School", "Baxter Grade School")
    schools = tuple(School(n, "school", (n.split(" Grade")[0],)) for n in kinds)
    found = places.find(text, schools, source="body")
    assert (found.value if found.status is Status.RECEIVED else ()) == value


def test_another_ending_is_no_misspelling() -> None:
    schools = (School("Woodlawn Elementary School", "school", ()),)
    assert places.find("It is used at Woodland Elementary.", schools, source="body").status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Our account manager met the principal at Kennedy. He needs this signed by January.",
        "I talked to the secretary at Kennedy. She needs the licenses list before the demo.",
    ],
)
def test_who_needs_papers_uses_nothing(text: str) -> None:
    assert find(text)[0] is not Status.RECEIVED
