"""Places of which a mail says in other words, or in a sentence beside, who will use the software and who will not."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

WELLS = School("Ella J. Wells Middle School", "school", ("Wells",))
NORTON = School("Amos Norton Middle School", "school", ("Norton",))
EAST = School("East Ridge Elementary School", "school", ("East Ridge", "EREL"))
WEST = School("West Ridge Elementary School", "school", ("West Ridge", "WREL"))
HIGH = School("Maple Hollow High School", "school", ("MHHS",))
IT = School("Information Technology", "department", ("IT", "Technology Department"))
HR = School("Human Resources", "department", ("HR", "Personnel"))
NURSES = School("Health Services", "department", ("School Nurses", "Nursing"))
WORKS = School("Operations and Maintenance", "department", ("O&M", "Facilities"))
LIST = (WELLS, NORTON, EAST, WEST, HIGH, IT, HR, NURSES, WORKS)


def find(text: str, *, loosely: bool = False) -> places.LocationsFinding:
    return places.find(text, LIST, source="body", district_names=("Maple Hollow SD 71",), loosely=loosely)


def received(text: str, *, loosely: bool = False) -> tuple[str, ...]:
    found = find(text, loosely=loosely)
    return found.value if found.status is Status.RECEIVED else ()


@pytest.mark.parametrize(
    "text",
    [
        "Wells Hendrickson here from Acme; my colleague Norton Tanner spoke with you.",
        "My colleague Wells Hendrickson has prepared the quote.",
        "This is Norton Hendrickson from Acme. The quote is attached.",
        "I'm Norton Hendrickson, and the quote is attached.",
        "Please call Norton Hendrickson or me about the quote.",
    ],
)
def test_a_first_name_that_is_a_school(text: str) -> None:
    assert received(text, loosely=True) == ()


@pytest.mark.parametrize(
    "text",
    [
        "My colleague spoke with Wells Library staff; it will be used at Wells.",
        "This is for Wells.",
        "The order is for Wells, the library there will use it.",
    ],
)
def test_and_the_school_itself(text: str) -> None:
    assert received(text) == (WELLS.name,)


@pytest.mark.parametrize(
    "text",
    [
        "The teacher from East Ridge Elementary wishes it. You have also a West Ridge, it is not concerned.",
        "It is for East Ridge. I know that you have a West Ridge; that one isn't affected.",
        "It will be used at East Ridge. There is a West Ridge too, but it is not involved.",
        "The teachers at East Ridge wish to use it. West Ridge, which is not concerned by this, has another.",
    ],
)
def test_who_is_not_concerned(text: str) -> None:
    assert received(text, loosely=True) == (EAST.name,)


@pytest.mark.parametrize(
    "text",
    [
        "It is for East Ridge, it is not meant for home use.",
        "It will be used at East Ridge; it is not affected by the new law.",
        "East Ridge Elementary wishes to use it.",
    ],
)
def test_and_what_the_product_is_not(text: str) -> None:
    assert received(text) == (EAST.name,)


@pytest.mark.parametrize(
    "aside",
    [
        "Ms. Lund asked about MHHS as well. Not part of this one!",
        "Ms. Lund asked about MHHS too. That is not part of this quote.",
        "Ms. Lund mentioned MHHS. It's not included.",
        "Ms. Lund asked about MHHS. That would be a separate quote.",
    ],
)
def test_asked_about_and_no_part_of_it(aside: str) -> None:
    assert received(f"The quote is for the labs at Wells and Norton.\n\nP.S. {aside}") == (WELLS.name, NORTON.name)


def test_what_is_said_of_users_leaves_them() -> None:
    text = "Wells and Norton will use it. Training is separate. It is not included in the price."
    assert received(text) == (WELLS.name, NORTON.name)


def test_backed_out_and_still_in() -> None:
    assert received("MHHS backed out on Monday. Wells and Norton are still in.") == (WELLS.name, NORTON.name)


@pytest.mark.parametrize(
    "text",
    [
        "It will be available to the students and the librarian of Ella J. Wells Middle School.",
        "It will be made available to the principal at Wells.",
    ],
)
def test_available_to_its_people(text: str) -> None:
    assert received(text) == (WELLS.name,)


@pytest.mark.parametrize(
    "lead",
    [
        "The before- and after-care staff at these two:",
        "You asked who. The art teachers of these 2 schools:",
        "It gives seats to the counselors at the following:",
    ],
)
def test_a_list_below_without_bullets(lead: str) -> None:
    assert received(f"{lead}\n  East Ridge\n  Wells\nYou asked when. We need approval by May 3.") == (
        EAST.name,
        WELLS.name,
    )


@pytest.mark.parametrize(
    "lead", ["We met the staff at these two:", "The staff never replied at these two:", "We were at these two:"]
)
def test_and_of_others_who_were_met(lead: str) -> None:
    assert received(f"{lead} East Ridge and Wells.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "East Ridge's social worker and the one at Wells are the two people who'll use it in their buildings.",
        "East Ridge's librarian and the one at Wells will use it.",
        "East Ridge's psychologist and her colleague at Wells will be using it.",
    ],
)
def test_a_person_of_each(text: str) -> None:
    assert received(text) == (EAST.name, WELLS.name)


@pytest.mark.parametrize(
    "text",
    [
        "East Ridge's librarian and the one at Wells met us last week.",
        "East Ridge's social worker and the one at Wells are happy with paper.",
    ],
)
def test_and_no_word_of_use(text: str) -> None:
    assert received(text) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("HR assigns the trainings and reports on them, so list HR as the using department.", HR),
        ("Please put O&M down as the user.", WORKS),
        ("Please name your Technology Department as the sole user.", IT),
        ("You can list Wells as the location.", WELLS),
    ],
)
def test_listed_as_the_user(text: str, who: School) -> None:
    assert received(text) == (who.name,)


@pytest.mark.parametrize(
    "text",
    [
        "Please list HR as the contact.",
        "Please do not list HR as the using department.",
        "Please put HR down as the location for the invoices.",
    ],
)
def test_and_listed_as_something_else(text: str) -> None:
    assert received(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "MHHS shop & the O&M shop, 1 license each.",
        "Maple Hollow High School and O&M, two seats each.",
    ],
)
def test_seats_for_each(text: str) -> None:
    assert received(text) == (HIGH.name, WORKS.name)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Here's the quote we discussed with your IT shop. They'd be the sole users; no student touches it.", IT),
        ("Your school nurses reviewed our demo and asked for a quote. They will be using Acme Charts for it.", NURSES),
        ("HR reviewed three vendors and picked us. They'll be the users: the director and two clerks.", HR),
        ("HR saw our demo. They plan to use it for onboarding.", HR),
    ],
)
def test_they_will_use_it(text: str, who: School) -> None:
    assert received(text) == (who.name,)


@pytest.mark.parametrize(
    "text",
    [
        "HR asked what the teachers of the District say. They will use it.",
        "Your IT team set up the accounts for the counselors. They'll be the users.",
        "HR saw our demo. They will use it as a reference.",
        "Your IT team sent us a form. They will use our address for it.",
    ],
)
def test_they_may_be_others(text: str) -> None:
    assert received(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It will be used at the Ridge elementary school by its librarian.",
        "It is for the Ridge Elementary School.",
        "It will be used at your Ridge school.",
    ],
)
def test_one_of_several_that_end_alike(text: str) -> None:
    found = find(text)
    assert found.status is Status.UNCLEAR
    assert EAST.name in found.detail and WEST.name in found.detail


@pytest.mark.parametrize("text", ["We are the Ridge School District's vendor.", "The Ridge School of Art made it."])
def test_and_no_school_at_all(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "User is your Department of Family Outreach.",
        "The users are your Department of Family Outreach and Care.",
        "It will be used by your Division of Outreach.",
    ],
)
def test_a_department_of_something(text: str) -> None:
    assert find(text).status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    ["It was reviewed by your Department of Family Outreach.", "It is used by the Department of Labor."],
)
def test_and_a_department_that_is_no_user(text: str) -> None:
    assert find(text).status is Status.MISSING
