"""Words around schools and departments: who uses, who was only talked to, a heading without a colon."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

DISTRICT = ("Oak Valley CUSD 31",)
CEDAR = School("Cedar Grove Elementary School", "school", ("Cedar Grove",))
KING = School("Martin Luther King Jr. Elementary School", "school", ("King",))
FOX = School("Fox Hollow Intermediate School", "school", ("Fox Hollow",))
NORTH = School("Northwood Junior High", "school", ("Northwood JH",))
KENNEDY = School("Kennedy Middle School", "school", ("Kennedy",))
HR = School("Human Resources", "department", ("HR",))
IT = School("Information Technology", "department", ("IT",))
FINANCE = School("Business Services", "department", ("Finance",))
TECH = School("Technology Services", "department", ("Tech Department",))
PARK = School("Park View Elementary School", "school", ("Park View",))
LIST = (TECH, PARK, CEDAR, KING, FOX, NORTH, KENNEDY, HR, IT, FINANCE)


def names(text: str) -> tuple[Status, tuple[str, ...]]:
    found = places.find(text, LIST, source="body", district_names=DISTRICT)
    return found.status, tuple(sorted(found.value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HR will be using it.", (HR,)),
        ("HR uses it", (HR,)),
        ("Cedar Grove wishes to purchase Hallway from us.", (CEDAR,)),
        ("Cedar Grove wishes you a happy new year; Kennedy will use it.", (KENNEDY,)),
        ("As discussed at the dean's meeting, Hallway would be used at Kennedy.", (KENNEDY,)),
        ("The District's IT and Finance teams will be the users.", (IT, FINANCE)),
        ("We talked to the principal of Kennedy, but it's Fox Hollow that will use it.", (FOX,)),
        ("The principal of Kennedy will use it in two classrooms.", (KENNEDY,)),
        ("Where it will be used\n- cedar grove\n- king\n", (CEDAR, KING)),
        (
            "Schools:\n - Cedar Grve Elem School\n - King Elementary School\n - Kenedy Midle School",
            (CEDAR, KING, KENNEDY),
        ),
        ("HR would be the only user.", (HR,)),
        ("The Finance office is the department that will use it.", (FINANCE,)),
        ("The order form for one more connector (Human Resources) is enclosed.", (HR,)),
        ("We got your purchase order for Planet Dashboards (attached) for the Finance department.", (FINANCE,)),
        ("King is asking for it.", (KING,)),
        ("Human Resources will keep using it.", (HR,)),
        ("its for cedr grve elementry and Kenedy Middle", (CEDAR, KENNEDY)),
        ("Schools:\n - Northwod Jr. High\n - Kenedy Middle", (NORTH, KENNEDY)),
        ("It is for the club at King Elementary School and the Finance Office.", (KING, FINANCE)),
        ("For the tech dept.", (TECH,)),
        ("Attached is the questionnaire for Planet Timecard, which HR and Business Services will use.", (HR, FINANCE)),
        ("Kennedy band, to be approved by November 30.", (KENNEDY,)),
        ("Kennedy would now like to add Planet Essays, our new product.", (KENNEDY,)),
        ("Here is our order form for Planet Talks, parent-teacher conferences at Cedar Grove.", (CEDAR,)),
        ("Attached for Planet News (student newspaper at Fox Hollow): order form, questionnaire.", (FOX,)),
        ("With reference to your purchase order please confirm the approval of Planet Notes for Fox Hollow.", (FOX,)),
        ("Planet Menus (planning, recipes, allergens and much more for kitchens) is for Human Resources.", (HR,)),
        ("Attached is our quote for the time clock project of your Human Resources department.", (HR,)),
        ("User of the system: Business Services", (FINANCE,)),
        ("Site(s): Cedar Grove, Park View", (CEDAR, PARK)),
        ("(1) order form, (2) Technology Purchase Questionnaire. It will be used at King.", (KING,)),
        ("Participating schools\n* King\n* Kennedy\n\nThank you", (KING, KENNEDY)),
    ],
)
def test_who_uses_it(text: str, expected: tuple[School, ...]) -> None:
    assert names(text) == (Status.RECEIVED, tuple(sorted(s.name for s in expected)))


@pytest.mark.parametrize(
    "text",
    [
        "All K-12 students in the district will use it.",
        "All K-12 students in Oak Valley CUSD 31 will get an account.",
        "It is for every classroom in the district.",
        "District-wide, every front office.",
        "Estimate EG-4 for conferences is attached, every building in the district as usual.",
    ],
)
def test_everybody_is_the_whole_district(text: str) -> None:
    assert names(text) == (Status.RECEIVED, ("District-wide",))


@pytest.mark.parametrize(
    "text",
    [
        "We know that IT and Legal review these papers.",
        "Our trainer told me it works with every classroom in the country.",
        "IT will review the form.",
    ],
)
def test_who_reviews_is_no_user(text: str) -> None:
    assert names(text)[0] != Status.RECEIVED


def test_a_greeting_is_no_misspelt_team() -> None:
    listed = (School("Human Resources", "department", ("HR", "HR Department")), FINANCE)
    found = places.find("Hi team,\n\nUsed by the Finance office.", listed, source="body", district_names=DISTRICT)
    assert found.value == (FINANCE.name,)


@pytest.mark.parametrize(
    "text",
    [
        "I spoke with the teacher at Kennedy about it.",
        "The principal, Mrs. Anne Smith at Kennedy, told me to send this.",
    ],
)
def test_a_person_at_a_school_is_no_user(text: str) -> None:
    assert names(text)[0] is Status.UNCLEAR


def test_an_evening_school_shares_its_first_word() -> None:
    evening = School("Lakeview Evening High School", "school", ("Lakeview Evening",))
    early = School("Lakeview Early Childhood Center", "school", ("Lakeview ECC",))
    schools = (evening, early, CEDAR)

    def said(text: str) -> tuple[Status, tuple[str, ...]]:
        found = places.find(text, schools, source="body", district_names=DISTRICT)
        return found.status, found.value

    assert said("It is for Lakeview.") == (Status.UNCLEAR, ("Lakeview",))
    assert said("It is for Lakeview Evening.") == (Status.RECEIVED, (evening.name,))
    assert said("It is for Lakeview ECC.") == (Status.RECEIVED, (early.name,))
    assert said("It is for Lakeview High School.") == (Status.RECEIVED, (evening.name,))


GROVE = (
    School("Maple Grove East High School", "school", ("East", "East High")),
    School("Maple Grove Freshman Center", "school", ("Freshman Center",)),
    School("Maple Grove Junior High School", "school", ("MGJH",)),
    School("Student Services", "department", ("Counseling",)),
)


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("It will be used at Maple Grove South High School.", Status.UNCLEAR, ("Maple Grove South High School",)),
        ("It is for Maple Grove South High School and East High.", Status.UNCLEAR, ("Maple Grove South High School",)),
        ("It is for Maple Grove East High School.", Status.RECEIVED, (GROVE[0].name,)),
        ("Maple Grove East 9-12 High School will use it.", Status.RECEIVED, (GROVE[0].name,)),
        ("Maple Grove East Community High School will use it.", Status.RECEIVED, (GROVE[0].name,)),
        (
            "It is for East Community Elementary School.",
            Status.UNCLEAR,
            ("East Community Elementary School",),
        ),
        ("The film classes at East will use it.", Status.RECEIVED, (GROVE[0].name,)),
        ("The astronomy elective at East would use it.", Status.RECEIVED, (GROVE[0].name,)),
        ("It's for the junior high band.", Status.RECEIVED, (GROVE[2].name,)),
        ("It's for the junior high math curriculum.", Status.MISSING, ()),
        ("Prepared for\tMaple Grove CUSD 9\nUsers\tStudent Services Department", Status.RECEIVED, (GROVE[3].name,)),
        ("Prepared for\tMaple Grove CUSD 9\nStudent Services Department", Status.MISSING, ()),
        ("Bill To:\nMaple Grove CUSD 9\nDepartment\tStudent Services Department\n9 Elm St", Status.MISSING, ()),
    ],
)
def test_names_that_go_on_and_rows_of_users(text: str, status: Status, expected: tuple[str, ...]) -> None:
    found = places.find(text, GROVE, source="order.pdf", district_names=("Maple Grove CUSD 9",))
    assert (found.status, found.value) == (status, expected)


@pytest.mark.parametrize("verb", ["purchase", "buy", "use"])
def test_who_wishes_to_is_a_user(verb: str) -> None:
    found = places.find(f"Cedar Grove wishes to {verb} Hallway.", LIST, source="body", district_names=DISTRICT)
    assert found.value == ("Cedar Grove Elementary School",)
    assert [e.rule for e in found.evidence] == ["name, used"]
