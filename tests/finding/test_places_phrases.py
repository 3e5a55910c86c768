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


BEND = {
    "Alder": School("Alder Elementary School", "school", ("Alder",)),
    "N Bend": School("North Bend Elementary School", "school", ("North Bend",)),
    "S Bend": School("South Bend Elementary School", "school", ("South Bend",)),
    "Park": School("South Park Elementary School", "school", ()),
    "Ives": School("Ives Middle School", "school", ("Ives",)),
    "Oxley": School("Oxley Middle School", "school", ("Oxley",)),
    "Harbor": School("Harbor Alternative School", "school", ("Harbor",)),
    "Grove": School("Locust Grove Preschool", "school", ("Locust Grove",)),
    "Tech": School("Technology Services", "department", ("Technology Department", "IT")),
}
BUT_HARBOR = set(BEND) - {"Harbor", "Tech"}
WIDE = {"District-wide"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is taken out of a group
        ("Every school in the district gets a visitor desk except Harbor, which has no public entrance.", BUT_HARBOR),
        ("Each school in the district will have it, with the exception of Harbor.", BUT_HARBOR),
        ("All schools in the district get it save Harbor.", BUT_HARBOR),
        ("District-wide (except Harbor)", BUT_HARBOR),
        ("Every school in the district gets a desk; Harbor does not.", BUT_HARBOR),
        ("Every school in the district gets a desk, not Harbor.", BUT_HARBOR),
        ("Both middle schools will use it. Oxley Middle School will not.", {"Ives"}),
        ("Every school in the district gets a visitor desk except on Sundays.", WIDE),
        ("Every school gets a desk, except that Harbor gets two.", WIDE),
        ("All schools will use it, but Harbor School will start in spring.", WIDE),
        # and who is added to what is left of it
        ("For every elementary school but Alder, and also Locust Grove.", {"N Bend", "S Bend", "Park", "Grove"}),
        ("For every elementary school except Alder, plus Locust Grove.", {"N Bend", "S Bend", "Park", "Grove"}),
        ("For all elementary schools except Alder, and Locust Grove as well.", {"N Bend", "S Bend", "Park", "Grove"}),
        ("For every elementary school but Alder and Locust Grove.", {"N Bend", "S Bend", "Park"}),
        ("For every elementary school but Alder, and also not South Park.", {"N Bend", "S Bend"}),
        # grades beside their level
        ("Your 6-8 middle schools, all of them, will use it.", {"Ives", "Oxley"}),
        ("Your K-5 elementary schools will use it.", {"Alder", "N Bend", "S Bend", "Park"}),
        # a letter for a direction
        ("Used at N. Bend and S. Bend Elementary.", {"N Bend", "S Bend"}),
        ("quote is here for s. bend elem.. no rush", {"S Bend"}),
        ("quote for n bend elem and s. bend", {"N Bend", "S Bend"}),
        ("The users are at N/S Bend.", {"N Bend", "S Bend"}),
        ("Users: S. Park", {"Park"}),
        ("Spark will be used at Alder.", {"Alder"}),
        # pupils
        ("Ives asked for it, but it is being bought for the pupils of Oxley.", {"Oxley"}),
        # other reasons to name a school
        ("Invoice to: you\nMedia kit to: receiving dock, Ives Middle School\nThanks", set()),
        ("Ship-to for the guides: Ives Middle School, receiving dock\nThanks", set()),
        ("Deliver the readers to: Ives Middle School\nThanks", set()),
        ("Delivery site for the kits: Ives Middle School. Thanks", set()),
        ("Drop-off point: Ives Middle School\nThanks", set()),
        ("Delivery of logins: Ives Middle School\nThanks", {"Ives Middle School"}),
        (
            "Delivery location of logins: Ives Middle School, Oxley Middle School\nThanks",
            {"Ives Middle School", "Oxley Middle School"},
        ),
        ("Deliver the software to: Ives Middle School\nThanks", {"Ives Middle School"}),
        ("The boxes go to the loading dock at Ives Middle School.", set()),
        ("Licenses to: Ives Middle School", {"Ives"}),
        ("For reference, Unity Point CCSD and Brookhaven Elementary renewed this month as well.", set()),
        ("For reference, Ives and Oxley renewed this month as well.", set()),
        ("For reference, the quote is for Ives.", {"Ives"}),
    ],
)
def test_who_is_left_of_a_group_and_who_is_added(text: str, expected: set[str]) -> None:
    found = places.find(text, tuple(BEND.values()), source="body", district_names=("Bend CUSD 5",))
    assert found.status is (Status.RECEIVED if expected else Status.MISSING), found.detail
    assert set(found.value) == {BEND[n].name if n in BEND else n for n in expected}


@pytest.mark.parametrize(
    "text",
    [
        "The K-2 elementary schools will use it.",
        "Ives asked for it, but it is being bought for the pupils of West Bend Elementary.",
        "It will be used at S. Alder Elementary.",
    ],
)
def test_places_of_which_the_list_knows_nothing(text: str) -> None:
    found = places.find(text, tuple(BEND.values()), source="body", district_names=("Pecan CUSD 5",))
    assert found.status is Status.UNCLEAR


def test_a_departments_word_in_a_companys_name_is_none() -> None:
    for text in ("Westfield Technology Supply is pleased to quote it.", "Acme Technology Partners quotes it for you."):
        found = places.find(text, tuple(BEND.values()), source="body", district_names=DISTRICT, loosely=True)
        assert found.status is Status.MISSING
    found = places.find("The Technology team is pleased with it.", tuple(BEND.values()), source="body", loosely=True)
    assert found.value == ("Technology Services",)
