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


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # the writer was there, or left something
        ("Quote attached. PS I left my good umbrella at the Wells front desk Tuesday.", ()),
        ("Quote attached. I think I left my badge in the Wells office.", ()),
        ("Quote attached. We parked at Wells and walked over.", ()),
        ("The quote is for Norton. I forgot my charger at Wells.", (NORTON,)),
        ("I left my samples at Wells, where the software will be used.", (WELLS,)),
        # seats told place by place
        ("East Ridge gets 11 classrooms, West Ridge gets 9, Wells none (they went with a competitor).", (EAST, WEST)),
        ("East Ridge 11, West Ridge 9, Wells 0.", (EAST, WEST)),
        ("Schools: East Ridge 11, Wells none", (EAST,)),
        ("The seats: Wells 0, Norton 11, East Ridge 9.", (NORTON, EAST)),
        ("MHHS has 30 seats and Wells 12.", (HIGH, WELLS)),
        ("MHHS has 30 seats, Wells 12, Norton 8.", (HIGH, WELLS, NORTON)),
        ("Wells gets 30 seats, Norton 12 and MHHS none for now.", (WELLS, NORTON)),
        ("Wells has none yet, so we quote 30 for Wells and 12 for Norton.", (WELLS, NORTON)),
        # where it began is not where it is
        ("It started as a Wells thing, then their coach moved to Norton and took it with him, so Norton it is.",
         (NORTON,)),
        ("It began as a Wells project, but the teacher went on, so it will be used at Norton.", (NORTON,)),
        ("It started at Wells and has spread to Norton too; both schools will use it.", (WELLS, NORTON)),
        ("We talked about Wells Middle and MHHS. In the end, Norton it is.", (NORTON,)),
        ("Wells, Norton and MHHS were in the running; Norton it is.", (NORTON,)),
        ("First we thought of Wells Middle School, but MHHS it is.", (HIGH,)),
        # whose pupils are counted
        ("Here is the offer. The professor of Italian at Norton Middle has 54 students.", (NORTON,)),
        ("Here is the offer, for Wells. The teacher at Norton has 54 students.", (WELLS,)),
        ("Here is the offer. The teacher at Norton has 54 students on her caseload already.", ()),
        ("The teacher at Norton has 54 students.", ()),
        # a question is no order
        ("It will be used at Wells. Your Facilities Department asked a few questions about the doors.", (WELLS,)),
        ("It will be used at Wells. Your Athletics Department asked some questions about sign-on.", (WELLS,)),
    ],
)  # fmt: skip
def test_who_uses_it_and_who_is_told_of(text: str, who: tuple[School, ...]) -> None:
    assert sorted(received(text)) == sorted(s.name for s in who)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It will be used by Food and Nutrition Services.", "Food and Nutrition Services"),
        ("It will be used by Buildings and Grounds.", "Buildings and Grounds"),
        ("The users are in Child Nutrition Services.", "Child Nutrition Services"),
        ("For use by your Office of Family Engagement.", "Office of Family Engagement"),
    ],
)
def test_an_office_that_is_not_on_the_list(text: str, words: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, (words,))


@pytest.mark.parametrize(
    "text",
    [
        "The platform is hosted by Amazon Web Services.",
        "It was used by Chicago Public Library Services in 2019.",
        "It will be used by many Public Libraries.",
    ],
)
def test_and_offices_of_others(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It will be used at MHHS and Wash. Middle.", ("Maple Hollow High School", "Washington Middle School")),
        ("Quote for Wash. Middle attached.", ("Washington Middle School",)),
        ("Who - teachers, Wells + Wash Middle", (WELLS.name, "Washington Middle School")),
        ("It will be used at Wash. Elem. and MHHS.", ("George Washington Elementary School", HIGH.name)),
        ("It will be used at Nort. Middle.", (NORTON.name,)),
        ("Used in one frank High School class at MHHS.", (HIGH.name,)),  # another word
        ("It will be used at Wood. Middle.", ()),  # nothing is cut off
        ("It will be used by Jeff middle school coach at MHHS.", (HIGH.name,)),  # a given name
        ("It is for Wells, i.e. Middle and High. Elementary School comes later.", (WELLS.name,)),
        ("It will be used at Green Middle.", ()),  # no short word for Greenwood
        ("It will be used at Gr. Middle.", ()),
        ("It will be used at Wash. High.", ()),
    ],
)
def test_a_name_cut_short(text: str, who: tuple[str, ...]) -> None:
    more = (
        *("George Washington Elementary", "Washington Middle", "Jefferson Middle"),
        *("Highland Elementary", "Greenwood Middle", "Franklin High", "Wood Lake Middle"),
    )
    found = places.find(text, (*LIST, *(School(f"{name} School", "school", ()) for name in more)), source="body")
    assert sorted(found.value if found.status is Status.RECEIVED else ()) == sorted(who)


def test_what_nobody_says_for_it_needs_its_full_stop() -> None:
    burn = (School("Washburn Middle School", "school", ()), HIGH)
    assert places.find("It will be used at Wash. Middle.", burn, source="body").value == ("Washburn Middle School",)
    assert places.find("It will be used at Wash Middle.", burn, source="body").status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text", ["Using department: Nurses' Office", "It will be used by the Nurses' Office.", "For the nurses’ office."]
)
def test_an_apostrophe_behind_the_plural(text: str) -> None:
    health = School("Health Services", "department", ("Nurses' Office",))
    assert places.find(text, (WELLS, health), source="body").value == ("Health Services",)


ANOTHER_DEALING = [
    "Our September order for Wells, Norton and East Ridge is long delivered and has nothing to do with this one.",
    "The order for Wells is long delivered.",
    "The order for Wells was shipped and invoiced in September.",
    "Wells's September order has nothing to do with this one.",
    "Our earlier quote for Wells and Norton is a separate matter.",
    "The invoice for Wells is unrelated to this.",
    "The quote for Wells you asked about is not connected with this order.",
    "The proposal for Wells from last month is separate from this quote.",
    "The seats at Wells are from an older order and have nothing to do with this.",
]


@pytest.mark.parametrize("told", ANOTHER_DEALING)
def test_places_of_another_dealing(told: str) -> None:
    assert received(f"Order form attached, 54 licenses for MHHS. {told}") == (HIGH.name,)


@pytest.mark.parametrize(
    "text",
    [
        "The order for Wells is complete and attached.",
        "The order for Wells has been completed and is attached.",
        "This order for Wells has nothing to do with the one from September.",
        "The attached order for Wells is separate from the renewal.",
        "The attached order for Wells is a separate matter.",
        "Our order for Wells has nothing to do with the phonics agreement; it is new. Order form attached.",
        "The order for Wells will be delivered in September. Order form attached.",
        "The seats for Wells are billed in July.",
        "The licenses for Wells were paid by the PTO.",
    ],
)
def test_but_the_order_itself_counts(text: str) -> None:
    assert received(text) == (WELLS.name,)


@pytest.mark.parametrize(
    "text",
    [
        "The course is to be taken by the accelerated eighth graders at Wells and by the freshmen of MHHS.",
        "The course will be taken by the freshmen of MHHS and by the eighth graders of Wells.",
        "The test is to be taken by the seniors at MHHS and by the eighth graders at Wells.",
    ],
)
def test_pupils_by_whom_a_course_is_taken(text: str) -> None:
    assert set(received(text)) == {WELLS.name, HIGH.name}


@pytest.mark.parametrize(
    "told",
    [
        "The pictures are to be taken by the students at Wells.",
        "The minutes of the meeting will be taken by the eighth graders of Wells.",
        "The course is to be taken by the freshmen, as it was by those at Wells last year.",
        "The course is to be taken by the freshmen, as it was by the students at Wells.",
        "The video shows the seniors of Wells.",
    ],
)
def test_but_not_what_else_is_taken(told: str) -> None:
    assert received(f"The quote is for MHHS. {told}") == (HIGH.name,)


@pytest.mark.parametrize(
    "told",
    [
        "The grade 6 and 7 teams at Wells have finished their evaluation and asked me to send the paperwork to you.",
        "The sixth grade team at Wells has finished its pilot and asked me to send you the paperwork.",
        "The teachers at Wells completed the trial in October and asked us to send over the quote.",
        "Ms. Ortiz at Wells has finished her pilot and asked for the attached quote.",
        "Wells has tested it and asked me to send the quote.",
    ],
)
def test_who_asked_after_a_trial(told: str) -> None:
    assert received(f"Quote attached. {told}") == (WELLS.name,)


@pytest.mark.parametrize(
    "told",
    [
        "The teams at Wells have finished their evaluation and decided against it.",
        "The teams at Wells have finished their evaluation and asked me to take back the paperwork.",
        "The teams at Wells have finished their evaluation and asked me to send the invoice.",
        "IT has finished its security review and asked me to send the forms to your office.",
        "IT has finished its review and asked me to send the W-9.",
    ],
)
def test_but_not_who_asked_for_something_else(told: str) -> None:
    assert not received(f"Quote attached. {told}")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Users: HR department staff across the District (no student logins, no school licenses).", (HR.name,)),
        ("It will be used by the HR team throughout the District.", (HR.name,)),
        ("It will be used by Health Services staff in all schools.", (NURSES.name,)),
        ("Users: HR and all staff across the District.", ("District-wide",)),
        ("Users: HR, staff at all schools.", ("District-wide",)),
        ("It will be used by all staff across the District.", ("District-wide",)),
    ],
)
def test_where_a_departments_people_are(text: str, who: tuple[str, ...]) -> None:
    assert received(text) == who


LINCOLNS = (
    School("Lincoln Middle School", "school", ("Lincoln Middle",)),
    School("Lincoln Elementary School", "school", ("Lincoln Elem",)),
)


@pytest.mark.parametrize(
    "told",
    [
        ", i.e. the middle school and the elementary school.",
        " (the middle school and the elementary school).",
        ": the middle school and the elementary.",
        " - the middle school and the elementary.",
        ", meaning the elementary school and the middle school.",
        ", the middle school at once and the elementary school in May.",
    ],
)
def test_levels_that_tell_the_named_schools_again(told: str) -> None:
    found = places.find(f"It is for both of the Lincoln schools{told}", (*LIST, *LINCOLNS), source="body")
    assert (found.status, set(found.value)) == (Status.RECEIVED, {s.name for s in LINCOLNS})


def test_levels_that_tell_three_schools_again() -> None:
    three = (*LINCOLNS, School("Lincoln High School", "school", ("Lincoln High",)))
    told = "It is for the Lincoln schools: the elementary and the middle, the high school in May."
    assert set(places.find(told, (*LIST, *three), source="body").value) == {s.name for s in three}


def test_a_group_beside_them_adds_its_own() -> None:
    told = "It is for both Lincoln schools, the middle schools and MHHS."
    assert {WELLS.name, HIGH.name} < set(places.find(told, (*LIST, *LINCOLNS), source="body").value)


@pytest.mark.parametrize(
    "told",
    [
        "both Lincoln schools, i.e. the middle school and the preschool",  # none of them is one
        "both Lincoln schools and the elementary school",  # another one, and not said which
        "Lincoln Middle and the elementary school",
        "the middle school and the elementary school",
    ],
)
def test_but_no_others(told: str) -> None:
    found = places.find(f"It is for {told}.", (*LIST, *LINCOLNS), source="body")
    assert found.status is Status.UNCLEAR
