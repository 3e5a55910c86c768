"""Schools in the many words of vendors: users, and those that are named for another reason."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.products import product
from soppa_mailbot.model import School, Status

DISTRICT = ("Willow Ford CUSD 62",)
NORTH = School("Willow Ford North High School", "school", ("North High", "North"))
BAKER = School("Ella J. Baker Middle School", "school", ("Baker",))
HERON = School("Heron Creek Middle School", "school", ("Heron Creek",))
GRANT = School("Hiram Grant Elementary School", "school", ("Grant",))
FIELD = School("Nora Field Elementary School", "school", ("Field",))
ASTER = School("Aster Elementary School", "school", ("Aster",))
PARTRIDGE = School("Old Partridge Elementary School", "school", ("Partridge",))
STEM = School("Tolliver Science Magnet School", "school", ("Tolliver",))
ARTS = School("Winslow Fine Arts Magnet School", "school", ("Winslow",))
ELC = School("Little Otter Early Learning Center", "school", ("Little Otter",))
HR = School("Human Resources", "department", ("HR",))
IT = School("Technology Services", "department", ("IT",))
BUSES = School("Transportation", "department", ("Bus Garage",))
FACILITIES = School("Buildings and Grounds", "department", ("Buildings & Grounds",))
BUSINESS = School("Business Office", "department", ())
SPED = School("Special Services", "department", ("Special Education",))
SCHOOLS = (NORTH, BAKER, HERON, GRANT, FIELD, ASTER, PARTRIDGE, STEM, ARTS, ELC)
LIST = (*SCHOOLS, HR, IT, BUSES, FACILITIES, BUSINESS, SPED)


def find(text: str, **more: object) -> places.LocationsFinding:
    return places.find(text, LIST, source="body", district_names=DISTRICT, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "users"),
    [
        # notes without a verb
        ("Order form attached. Both middle schools, nobody else at this point.", (BAKER, HERON)),
        ("NetCastle Filter, 4,200 devices, districtwide. Quote attached.", SCHOOLS),
        ("DRILL LOGGER, ALL BUILDINGS IN THE DISTRICT. QUOTE ATTACHED.", SCHOOLS),
        ("Pricing attached for GaugeWorks in all schools, district-wide. Gym, kitchen.", SCHOOLS),
        ("NetCastle Filter, districtwide. It is for Aster only.", (ASTER,)),  # where a school is named, it counts
        # schools that will not use it
        ("Schools that WILL use it: Aster, Grant.\nSchools that will NOT use it: Baker, Heron Creek.", (ASTER, GRANT)),
        ("It is for the counselors of Aster; in Baker they have already an other tool.", (ASTER,)),
        ("The quote is for Aster and Grant. Baker and Heron Creek are on another bell system.", (ASTER, GRANT)),
        # papers listed under a school
        ("For Aster and Baker we submit:\n\n- order form (Word)\n- RFI form (PDF)\n\nThanks", (ASTER, BAKER)),
        ("It will be used at Special Services, and the sign-off has to be in place by May.", (SPED,)),
        ("Hi, the PE departments of the two middle schools want FjordFit, see quote.", (BAKER, HERON)),
        # an address
        ("It is for Aster.\nBaker Building, 210 Lakewood Avenue, Cedar Vale, IA 52999", (ASTER,)),
        ("Order form. Baker, 210 Lakewood Avenue, Cedar Vale, IA 52999 (319) 555-0111", ()),
    ],
)
def test_short_notes_and_lists(text: str, users: tuple[School, ...]) -> None:
    found = find(text)
    wanted = ("District-wide",) if users == SCHOOLS else tuple(s.name for s in users)
    assert (found.status, set(found.value)) == (Status.RECEIVED if users else Status.MISSING, set(wanted))


@pytest.mark.parametrize(
    ("text", "users"),
    [
        # where users are named, a place in another sentence of which nothing is said is none
        ("Thank you for the welcome at the fair at Heron Creek! As agreed, Hola will go to Ella J. Baker "
         "Middle School.",
         (BAKER,)),
        ("It goes to Heron Creek Middle School. The principal, Grant Ellis, needs the approval.", (HERON,)),
        ("The teacher at Heron Creek Middle, Mr. Lund, wants it.", (HERON,)),
        ("I met you at the fair. Aster Elementary, Dr. Ann Hale, will pilot it. Heron Creek hosted us.", (ASTER,)),
        ("Validated with children of Grant Elementary in our own town. The rooms at Aster and at Baker will have it.",
         (ASTER, BAKER)),
        ("The Business Office has the only log-ins. (Families can rank Tolliver and Winslow there.)", (BUSINESS,)),
        ("The first-grade rooms at Aster will use it, along with the music rooms over at Grant.", (ASTER, GRANT)),
        ("See attached for the order form, three classrooms at Baker and two at the Aster Elementary School.",
         (ASTER, BAKER)),
        ("The app is for Aster. Grant is to have it, too.", (ASTER, GRANT)),
        # pilots that are over, meetings, congratulations, what stands there already
        ("After a pilot at Aster (ended in May), it is bought for Baker and Grant. Aster decided to go a "
         "different way.",
         (BAKER, GRANT)),
        ("The arts team met yesterday at North High and chose Mosaic. Please treat it as a district-wide purchase.",
         SCHOOLS),
        ("Congratulations on the new playground at Aster, it was fun to see it! Kites is for Grant's three rooms.",
         (GRANT,)),
        ("It is for the classes at Baker. The library at Aster has our printed books already, that's separate.",
         (BAKER,)),
        ("This order is for Baker and Aster. (Grant ran the pilot last spring, they are not part of this one.)",
         (BAKER, ASTER)),
        ("The license is for Baker. Heron Creek looked at it too but decided to wait, so please don't count it.",
         (BAKER,)),
        ("Site license: covers all the elementary schools. (Your middle schools can be added later.)",
         (GRANT, FIELD, ASTER, PARTRIDGE)),
        ("It monitors the boilers at North High and Baker, but its users are the crew in Buildings & Grounds.",
         (FACILITIES,)),
        ("It has been in use at the Field and Grant districts in Iowa. Here it is for Baker.", (BAKER,)),
        ("We already work with Prairie Fork Middle School nearby. Mr. Tran, the band director at Baker, asked "
         "us to send a "
         "quote and your forms.", (BAKER,)),
        # who asks, who gets seats
        ("We have been asked by Heron Creek Middle School to provide thirty accounts.", (HERON,)),
        ("One teacher at Aster and one at Grant have asked for it, and those two buildings are covered.",
         (ASTER, GRANT)),
        ("the team at little otter has been using the free version and wants the school plan", (ELC,)),
        ("The teachers at Aster have been using the trial, which ends November 15, and would now "
         "like to buy it.", (ASTER,)),
        ("Marlene in HR has selected our tracking module.", (HR,)),
        ("One seat pack for the North High shop; the license email goes to IT.", (NORTH,)),
        ("URGENT! Transportation needs BusBright approved right away.", (BUSES,)),
        ("Transportation will use it for the buses and the Business Office for the cost reports.", (BUSES, BUSINESS)),
        ("Users are the Bus Garage and the secretaries in Special Education.", (BUSES, SPED)),
        ("It will be used by one student and her teacher at Hiram Grant Elementary School. The invoice "
         "should go to Special "
         "Education, but nobody there will log in.", (GRANT,)),
        ("The counselor at Aster is loving her trial. It ends soon, so she has asked us to get the paid plan going.",
         (ASTER,)),
        ("The art teacher at Aster, Mr. Lund, has asked for it.\nAttached: quote and forms.", (ASTER,)),
        ("The software itself sits with the Bus Garage. As the towers are at Aster and Baker we'll meet "
         "your man at Aster.",
         (BUSES,)),
        ("Goes to Transportation and Buildings & Grounds. Sandy in the Business Office set up our call.",
         (BUSES, FACILITIES)),
        ("HR and the Business Office.", (HR, BUSINESS)),
        ("Attached is quotation 77 for Shelf as requested by Special Services.", (SPED,)),
        ("Drones are going to be taught at North High.", (NORTH,)),
        ("The app's customer would be Aster, all grades.", (ASTER,)),
        # a clause of its own
        ("Following last year's pilot at Aster (which wrapped up in May), Baker has decided to buy it.", (BAKER,)),
        ("After a good pilot at Aster last spring, the committee wants it at both magnet schools.", (STEM, ARTS)),
        ("Two of your schools (Baker and Aster, Grant isn't in this round) want it.", (BAKER, ASTER)),
        ("It goes to both magnet schools. Nothing at the middle schools this round.", (STEM, ARTS)),
        ("We got a call from Grant. Baker and Aster both want the program.", (BAKER, ASTER)),
        ("We take pictures for Baker, Aster and Grant, as you know. Only Aster signed up for the builder.", (ASTER,)),
        ("It goes to ALL the elementary schools. Yes, all three: Aster, Grant and Nora Field.", (ASTER, GRANT, FIELD)),
        ("| Item     | Answer                    |\n|----------|---------------------------|\n"
         "| Users    | Baker, North High         |\n| Quote    | 77                        |", (BAKER, NORTH)),
        ("The trainers at each of these schools will be users: Baker, North High.", (BAKER, NORTH)),
        ("The purchase itself concerns Baker and Aster, with a console for it.", (BAKER, ASTER)),
        # groups
        ("Every building in the district's on it.", SCHOOLS),
        ("Principals do their reviews in it, at each and every school you have.", SCHOOLS),
        ("The copier program is going districtwide.", SCHOOLS),
        ("It is intended for use district-wide.", SCHOOLS),
        ("Tutoring shall be made available throughout the district.", SCHOOLS),
        ("Buildings: ALL (10 schools)\nStudents: 9,870", SCHOOLS),
        ("CivicQuest for the 8th grade teams, all middle schools. Papers attached.", (BAKER, HERON)),
        ("The two magnet schools have ordered our chess program.", (STEM, ARTS)),
        ("As last year, it covers every school in the district except Little Otter.", SCHOOLS[:-1]),
        ("They go into all schools except the two magnet schools, which have their own system.", (*SCHOOLS[:7], ELC)),
        # lists
        ("1) Willow Ford North High School - Ms. Dale\n2) Ella J. Baker Middle School - Mr. Otis", (NORTH, BAKER)),
        ("Two settings have signed up, namely Little Otter (nursery rooms) and Aster (kindergarten).", (ELC, ASTER)),
        ("Here is our order for Aster's and Grant's libraries.", (ASTER, GRANT)),
        ("It is for little otter. The estimate: Tiny Owl School Plan, 6 rooms x $79", (ELC,)),
    ],
)  # fmt: skip
def test_who_uses_it(text: str, users: tuple[School, ...]) -> None:
    found = find(text)
    wanted = ("District-wide",) if users == SCHOOLS else tuple(sorted(s.name for s in users))
    assert (found.status, tuple(sorted(found.value))) == (Status.RECEIVED, wanted), found.detail


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is set for Baker for sure, and either Heron Creek or Aster as a second site.", "Heron Creek"),
        ("Order: Aster Elementary (310 students) and Sandburg Elementary (285 students).", "Sandburg Elementary"),
        ("It will be used in the two buildings on the north side.", "the two buildings on the north side"),
        ("Buildings: ALL (7 schools)", "ALL (7 schools)"),
        ("It's for the front office at one of the Heron Creek buildings.", "Heron Creek"),
    ],
)
def test_what_a_person_must_ask(text: str, words: str) -> None:
    found = find(text)
    assert found.status == Status.UNCLEAR and words in found.value


@pytest.mark.parametrize(
    "text",
    [
        "             replaces the paper slips for field trips.",  # the product's name was blanked
        "Please ship the box to Aster Elementary School, they said they'd hold it. Quote attached.",
        "The estimate is attached.\n\nSid Garrity\nGarrity Lock, 212 W. Main, Aster",
        "SHIP TO\nWillow Ford CUSD 62\nBaker Middle School - Receiving\n2200 Reactor Way\n\nLuis",
        "We are the planner used by Lincoln Elementary and Ross Middle over in Tri-Creeks, and by 2,000 other schools.",
        "It is at work in 40 districts, for example at Baker Middle School in Moline and Nora Field in Park Ridge.",
    ],
)
def test_no_school_of_the_list(text: str) -> None:
    assert find(text, loosely=True).status == Status.MISSING


def test_junior_highs_beside_a_middle_school() -> None:
    listed = (HERON, School("Lark Junior High School", "school", ()), School("Finch Junior High School", "school", ()))
    for said in ("both junior highs", "the junior highs"):
        found = places.find(f"It is used at {said}. Nothing at the middle school.", listed, source="body")
        assert found.value == ("Lark Junior High School", "Finch Junior High School")


def test_a_whole_name_is_no_other_school_of_the_town() -> None:
    town = ("Early Learning Center", "High School", "Career Center")
    listed = tuple(School(f"Willow Ford {what}", "school", (what,)) for what in town)
    for school in listed:
        found = places.find(f"School - {school.name}", listed, source="body", district_names=DISTRICT)
        assert found.value == (school.name,)


def test_an_address_in_a_wide_cell_of_a_quote() -> None:
    line = "For: Willow Ford CUSD 62, Business Office, 1900 Old Mill Road, Willow Ford, IL 60199\t\t\t"
    found = places.find(f"QUOTATION\n{line}\nItem\tQty\nShelf\t1", LIST, source="q.xlsx", district_names=DISTRICT)
    assert found.status == Status.MISSING


def test_schools_are_no_product() -> None:
    named = tuple(n for s in LIST for n in (s.name, *s.aliases))
    body = "Here is our order for Aster's and Grant's libraries."
    assert product.find((), (), subject="E-books", body=body, places=named).names == ()
    assert product.find((), (), subject="E-books", body="Here is our order for Aster Reader.", places=named).names
