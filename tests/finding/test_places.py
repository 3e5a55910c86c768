"""Schools and departments among streets, companies, people and other districts' schools."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proving import LONG
from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status


def listed(text: str) -> tuple[School, ...]:
    rows = [line.split("|") for line in text.strip().splitlines()]
    return tuple(School(r[0].strip(), r[1].strip(), tuple(a for a in r[2].strip().split(";") if a)) for r in rows)


BIRCH = listed("""
Glenwood Elementary School | school | GES
Greenwood Elementary School | school |
Washington Elementary School | school | Washington El
Abraham Lincoln Elementary School | school | Lincoln
Rosa Parks Elementary School | school | Parks
Prairie Ridge Elementary School | school | Prairie Ridge;PRES
Washington Middle School | school | Washington Junior High;WMS
Hawthorn Woods Middle School | school | Hawthorn Woods
Birchwood High School | school | BHS
North High School | school | North HS
Langston Hughes Arts Academy | school | Hughes
Early Childhood Center | school | ECC
Special Services | department | Special Education;SpEd;Special Ed
Information Technology | department | IT;Technology Department
Business Office | department | Finance
Human Resources | department | HR
Transportation | department |
Curriculum & Instruction | department | C&I;Teaching and Learning
""")
DISTRICT = ("Birchwood CUSD 12", "Birchwood Community Unit School District 12", "BCUSD 12", "Birchwood Schools")
GLEN, GREEN, WASH_E, LINC, PARKS, PRAIRIE, WASH_M, HAW, BIRCH_H, NORTH, HUGHES, ECC, SPED, IT, BIZ, HR, BUS, CI = (
    s.name for s in BIRCH
)
ELEMENTARY = (GLEN, GREEN, WASH_E, LINC, PARKS, PRAIRIE)
MIDDLE = (WASH_M, HAW)
HIGH = (BIRCH_H, NORTH)
WIDE = ("District-wide",)


def find(text: str, **more: object) -> LocationsFinding:
    more.setdefault("source", "body")
    more.setdefault("district_names", DISTRICT)
    return places.find(text, BIRCH, **more)  # type: ignore[arg-type]


RECEIVED: list[tuple[str, tuple[str, ...]]] = [
    ("School is North. We'd need the approval by January 15.", (NORTH,)),
    ("Schools are Parks and North.", (PARKS, NORTH)),
    ("Human Resources is the department that uses it, and Hughes will come on board as well.", (HR, HUGHES)),
    # labels and lists
    ("Schools: Glenwood Elementary and Prairie Ridge Elementary", (GLEN, PRAIRIE)),
    ("Schools: Glenwood Elementary School, Hawthorn Woods Middle School", (GLEN, HAW)),
    ("School: Parks", (PARKS,)),
    ("School(s): Glenwood; Parks; Hughes", (GLEN, PARKS, HUGHES)),
    ("School(s)/Department(s): Birchwood High School", (BIRCH_H,)),
    ("Schools - WMS, PRES and BHS", (WASH_M, PRAIRIE, BIRCH_H)),
    ("Schools -> Prairie Ridge, Hawthorn Woods", (PRAIRIE, HAW)),
    ("4. Schools that will use the software: Glenwood Elementary and Parks Elementary", (GLEN, PARKS)),
    ("(d) School(s) or department(s): Transportation", (BUS,)),
    ("Schools:\n- Glenwood Elementary\n- Parks Elementary\n\nDeadline: 12/4/2026", (GLEN, PARKS)),
    ("Schools using the product:\nGlenwood Elementary\nParks Elementary\n\nThanks!", (GLEN, PARKS)),
    ("Locations: Hawthorn Woods Middle School; Parks", (HAW, PARKS)),
    ("Building(s): North HS", (NORTH,)),
    ("Where: Prairie Ridge El", (PRAIRIE,)),
    ("Who: Hughes Academy", (HUGHES,)),
    ("Ship to / user: Business Office", (BIZ,)),
    ("A tracker for your Transportation crew: estimate (Excel) and our forms attached.", (BUS,)),
    ("Schools: Glenwood Elementary (list in Excel), Parks", (GLEN, PARKS)),
    ("It will be used by the human resources offices of Glenwood and Hawthorn Woods.", (GLEN, HAW)),
    ("School where licenses will be used\tSeats\tRostering\nPrairie Ridge El\t320\tOneRoster", (PRAIRIE,)),
    # level and town
    ("This one is for Prairie Ridge and the elementary school in Glenwood.", (GLEN, PRAIRIE)),
    ("It will be used at the middle school in Washington.", (WASH_M,)),
    ("For use at the high school in Birchwood.", (BIRCH_H,)),
    ("Used by: Special Education Department", (SPED,)),
    ("Users - Business Office and HR", (BIZ, HR)),
    ("Use: Business Office and the IT Department", (BIZ, IT)),
    ("For: Glenwood and Greenwood", (GLEN, GREEN)),
    ("Department: C&I", (CI,)),
    ("Department: Curriculum and Instruction", (CI,)),
    ("Department\tHuman Resources", (HR,)),
    ("Schools: Lincoln, Washington El, and Hughes", (LINC, WASH_E, HUGHES)),
    ("schools: glenwood and hawthorn woods for now", (GLEN, HAW)),
    ("School: Parks Elementary   Deadline: 12/4", (PARKS,)),
    ("School: Glenwood Elementary (grades 3-5), 200 seats", (GLEN,)),
    ("Schools: Glenwood Elementary (120 seats), Parks Elementary (80 seats)", (GLEN, PARKS)),
    ("School: Glenwood Elementary School, 400 Main Street, Birchwood, IL 60599", (GLEN,)),
    ("School: Hawthorn Woods Middle School, geography", (HAW,)),
    # sentences
    ("It will be used by Birchwood High School and North High School staff.", HIGH),
    ("It's for WMS and Hawthorn Woods, the 6th grade math teams.", (WASH_M, HAW)),
    ("They are for the robotics courses at Hughes Academy.", (HUGHES,)),
    ("The kiosks are for the front offices at Birchwood High School and Washington Middle School.", (BIRCH_H, WASH_M)),
    ("Art classes at Hawthorn Woods Middle School and Birchwood High School will use it.", (HAW, BIRCH_H)),
    ("Rosa Parks Elementary School and Glenwood Elementary School will use it.", (PARKS, GLEN)),
    ("Hawthorn Woods Middle School, geography. Sign-off by 9/28/2026.", (HAW,)),
    ("Please find our order form for Hall Pass at Hawthorn Woods Middle School.", (HAW,)),
    ("its for Praire Rigde Elem and Glenwod elementary. estimate attached", (PRAIRIE, GLEN)),
    ("for teachers at Hawthorne Woods", (HAW,)),
    ("HawthornWoods Middle School will pilot it.", (HAW,)),
    ("Glen wood Elementary will pilot it.", (GLEN,)),
    ("The software will be used by the Special Education department.", (SPED,)),
    ("The Special Education Department will use the product.", (SPED,)),
    ("It will be used by the Business Office only.", (BIZ,)),
    ("This is used by your Business Office:", (BIZ,)),
    ("used by SpEd and C&I", (SPED, CI)),
    ("The Department of Transportation will use it for routing.", (BUS,)),
    ("It will be used by Human Resources.", (HR,)),
    ("The software is for the Technology Department.", (IT,)),
    ("Lincoln Elementary will use it.", (LINC,)),
    ("Abraham Lincoln Elementary will use it.", (LINC,)),
    ("A. Lincoln Elementary School will use it.", (LINC,)),
    ("Washington MS will use it.", (WASH_M,)),
    ("Washington Jr. High will use it.", (WASH_M,)),
    ("Washington Elementary and Middle Schools will use it.", (WASH_E, WASH_M)),
    ("North High will use it", (NORTH,)),
    ("Students at Hughes will use it.", (HUGHES,)),
    ("We would start with Glenwood Elementary.", (GLEN,)),
    ("The Early Childhood Center will use it.", (ECC,)),
    ("Schools: ECC, PRES", (ECC, PRAIRIE)),
    ("GLENWOOD ELEMENTARY SCHOOL WILL USE IT", (GLEN,)),
    ("Glenwood’s 4th graders will use it at Glenwood Elementary School", (GLEN,)),
    ("Glenwood Elementary School\nFinal sign-off requested by Friday, January 15, 2027", (GLEN,)),
    ("Order Form for Parks Elementary School attached.", (PARKS,)),
    # enumerations that say the kind once
    ("Hawthorn Woods and Washington Middle will use it.", (HAW, WASH_M)),
    ("Washington and Hawthorn Woods Middle Schools will use it.", (WASH_M, HAW)),
    ("For use at Lincoln, Prairie Ridge and Glenwood Elementary.", (LINC, PRAIRIE, GLEN)),
    ("Birchwood and North High will use it.", HIGH),
    ("Schools: Birchwood and North High", HIGH),
    ("It is for the middle schools, Washington and Hawthorn Woods.", MIDDLE),
    ("both high schools (Birchwood and North)", HIGH),
    ("Three elementary schools: Lincoln, Parks and Glenwood", (LINC, PARKS, GLEN)),
    ("All three schools, Glenwood, Greenwood and Parks Elementary, will use it.", (GLEN, GREEN, PARKS)),
    # groups
    ("Schools: both high schools.", HIGH),
    ("It will be used at both middle schools.", MIDDLE),
    ("It would be given in grades 6 to 12, that is at both middle schools and both high schools.", MIDDLE + HIGH),
    ("Used by all six elementary schools", ELEMENTARY),
    ("Used in all elementary schools", ELEMENTARY),
    ("Used at the six elementary schools.", ELEMENTARY),
    ("We want to roll it out to all 6 elementaries.", ELEMENTARY),
    ("It will be used in the elementary and middle schools.", ELEMENTARY + MIDDLE),
    ("It is for each of the middle schools.", MIDDLE),
    ("It will be used in every high school.", HIGH),
    ("Schools: middle schools and high schools", MIDDLE + HIGH),
    ("Schools: all elementary schools and Washington Middle School", (*ELEMENTARY, WASH_M)),
    ("It's for all elementary schools except Lincoln.", (GLEN, GREEN, WASH_E, PARKS, PRAIRIE)),
    ("Schools: both junior highs", MIDDLE),
    # the whole district
    ("Schools: all schools in the district", WIDE),
    ("Schools: District-wide", WIDE),
    ("School(s): All", WIDE),
    ("The software will be used district-wide.", WIDE),
    ("This is a districtwide purchase for use by all staff.", WIDE),
    ("It will be used in the health offices of all 12 schools.", WIDE),
    ("It will be used in all twelve schools.", WIDE),
    ("Used in every school", WIDE),
    ("It will be deployed in all buildings.", WIDE),
    ("It will be used throughout the district.", WIDE),
    ("The entire district will use it.", WIDE),
    ("It will be used across Birchwood CUSD 12.", WIDE),
    ("Locations: all campuses", WIDE),
    # other ways of saying it
    ("We plan to bring it to all six of your elementary schools.", ELEMENTARY),
    ("K-5 classrooms in each of your six elementary buildings will have it.", ELEMENTARY),
    ("It is meant for all of the elementary schools.", ELEMENTARY),
    ("Licenses cover your six elementary schools.", ELEMENTARY),
    ("The six elementary schools would be using it.", ELEMENTARY),
    ("Participating schools are the two high schools.", HIGH),
    ("Participating schools are Glenwood and Parks.", (GLEN, PARKS)),
    ("Your two middle schools are the users.", MIDDLE),
    ("The users will be the teachers of both middle schools.", MIDDLE),
    ("This license is for both high schools and both middle schools", HIGH + MIDDLE),
    ("Both of your high schools want it.", HIGH),
    ("All elementary and middle schools will get access.", ELEMENTARY + MIDDLE),
    ("(4) all elementary schools", ELEMENTARY),
    ("4. Both middle schools", MIDDLE),
    ("4) District-wide", WIDE),
    ("It's a district wide rollout.", WIDE),
    ("We understand that the whole district will be using it.", WIDE),
    ("The license covers all of your schools.", WIDE),
    ("Every building will receive it.", WIDE),
    ("all schools (district-wide)", WIDE),
    ("Who will use it: all District schools", WIDE),
    ("Use is planned in all schools of the District.", WIDE),
    ("Parents of students at all schools will get messages.", WIDE),
    ("The quote covers the entire District.", WIDE),
    ("Schools/departments: entire district", WIDE),
    ("Location(s): all", WIDE),
    ("The product is to be used in all 12 of the District's schools.", WIDE),
    ("Scope: district-wide", WIDE),
    ("Schools involved: Hughes, Parks", (HUGHES, PARKS)),
    ("The schools are Glenwood El and Parks El.", (GLEN, PARKS)),
    ("Schools that will use it are Glenwood and Lincoln.", (GLEN, LINC)),
    ("The schools would be Hawthorn Woods and North High.", (HAW, NORTH)),
    ("We are working with Hawthorn Woods Middle School on a pilot.", (HAW,)),
    ("Our product would go to the art rooms of Lincoln and Parks.", (LINC, PARKS)),
    ("The transportation office will use it to route buses.", (BUS,)),
    ("It helps your Transportation Department route buses.", (BUS,)),
    ("The only user is HR.", (HR,)),
    ("It is used in the Business Office to track invoices.", (BIZ,)),
    ("Only your business office staff will use it.", (BIZ,)),
    ("It's a tool for your HR team.", (HR,)),
    ("It will be operated by the Transportation Department.", (BUS,)),
    ("Department using the software: Finance", (BIZ,)),
    ("The software stays within Human Resources.", (HR,)),
    ("Used by: the Finance office", (BIZ,)),
    ("Your Finance Department asked for it and will be its only user.", (BIZ,)),
    ("Accessed by staff of the Business Office.", (BIZ,)),
    ("Special Education and Transportation will both use it.", (SPED, BUS)),
    ("For the Special Education Department and Glenwood Elementary.", (SPED, GLEN)),
    ("Requesting department: Curriculum & Instruction", (CI,)),
    ("Dept: SpEd", (SPED,)),
    ("The C&I team will manage it.", (CI,)),
    ("Teaching and Learning will be using it.", (CI,)),
    ("Ms. Diaz's class at Parks will use it", (PARKS,)),
    ("Ms. Diaz at Parks Elementary wants it for her students.", (PARKS,)),
    ("for the 3rd graders at lincoln elementary", (LINC,)),
    ("The counselors of North High School have chosen it.", (NORTH,)),
    ("Birchwood HS only", (BIRCH_H,)),
    ("Just BHS.", (BIRCH_H,)),
    ("Glenwood", (GLEN,)),
    ("Both Washingtons will use it", (WASH_E, WASH_M)),
    ("Washington Elementary & Washington Middle", (WASH_E, WASH_M)),
    ("Greenwood Elem., Glenwood Elem., and Parks Elem.", (GREEN, GLEN, PARKS)),
    ("Locations of use - Lincoln Elementary & the ECC", (LINC, ECC)),
    ("Bldg: PRES", (PRAIRIE,)),
    ("Site license for Hawthorn Woods MS (450 students)", (HAW,)),
    ("Ship to: Business Office\nSite: North High School", (NORTH,)),
    ("It's going to be used by students at Hughes Arts Academy", (HUGHES,)),
    ("We are excited to partner with Langston Hughes Arts Academy on this order.", (HUGHES,)),
    ("the folks at Prairie Ridge would like 30 seats", (PRAIRIE,)),
    ("Teachers in grades K-2 at Glenwood, Parks and Lincoln have tried it and want to buy it.", (GLEN, PARKS, LINC)),
    ("Each 6th grader at Washington Middle and Hawthorn Woods Middle", MIDDLE),
    ("Our contact at North High School is Pat Lee; she will use it in her lab.", (NORTH,)),
    ("It is for the Washington Middle School orchestra.", (WASH_M,)),
    ("Glenwood Elementary might join next year. Parks Elementary will use it.", (PARKS,)),
    ("Parks Elementary will use it, and perhaps Glenwood Elementary later.", (PARKS,)),
    ("Parks Elementary (not Glenwood) will use it.", (PARKS,)),
    ("All schools but Lincoln will use it.", tuple(s.name for s in BIRCH if s.kind == "school" and s.name != LINC)),
    ("All middle schools, excluding Washington", (HAW,)),
    # beside names that mean something else
    ("Schools: Glenwood Elementary\n\nThanks,\nCarter Lincoln\nDirector, Prairie Ridge Territory", (GLEN,)),
    ("Glenwood Elementary will use it. Lincoln already uses it.", (GLEN,)),
    ("It is for Glenwood Elementary, not for Greenwood Elementary.", (GLEN,)),
    ("Last year we were at Parks Elementary; this year Glenwood Elementary will use it.", (GLEN,)),
    ("The principal at Hawthorn Woods asked us to submit this for Glenwood Elementary.", (GLEN,)),
    ("We received the purchase order from Birchwood High School. The high school's music lab will use it.", (BIRCH_H,)),
    ("We loved meeting the team from Parks and Glenwood. Those two schools would be the pilots.", (PARKS, GLEN)),
    ("A teacher at Hughes Academy would like to use it in her classroom.", (HUGHES,)),
    ("The math department at North High School will use it.", (NORTH,)),
    ("Special Education teachers at Parks Elementary will use it.", (PARKS,)),
    ("The Special Education Department at Parks Elementary will use it.", (PARKS,)),
    ("Please have your IT department call us. Glenwood Elementary will use it.", (GLEN,)),
    ("Our customers include Boulder High School. Here it is for North High School.", (NORTH,)),
    ("Jefferson County schools use it too; here Glenwood Elementary will.", (GLEN,)),
    ("Lincoln has been using it and would like to renew.", (LINC,)),
    ("The Lincoln Elementary School library will use it, 100 Washington Street.", (LINC,)),
]

MISSING = [
    "",
    "Our sister company is in Hawthorn Woods.",
    "Lincoln, our CEO, sends his best.",
    "Hughes & Parks LLP are our lawyers.",
    "Our counsel, Parks and Hughes, reviewed the form.",
    "Please call Lincoln at 555-0100.",
    "Hosting location: Washington",
    "We are glad to hear from the District Office.",
    "It was developed with teachers from elementary schools.",
    "The high school version is included.",
    "Used by 400 schools nationwide.",
    "Trusted by Lincoln Elementary in Dixon.",
    "Our data center is in North Carolina.",
    "All staff at our office signed.",
    "Invoices go to the Business Office.",
    "Signed by Human Resources Director Ann Lee",
    "Questions can go to our Special Education team.",
    "Thank you for forwarding it to Curriculum & Instruction.",
    "Approved by the Information Technology department in 2024",
    "I met your Transportation director at a conference.",
    "We have a SOPPA agreement with Washington CUSD 5.",
    "The elementary edition is for grades K-5.",
    "It includes a library of 200 books for Parks and Recreation.",
    "The district-wide license is discounted.",
    "Hello Birchwood, please find our papers attached.",
    "We would like to do business with Birchwood.",
    "Birchwood CUSD 12 will find our order form attached.",
    "Carter Lincoln will call you.",
    "Ms. Parks will call you about it.",
    "Mr. Hughes and Dr. Lincoln signed.",
    "Our office is at 100 Washington Street.",
    "1200 Prairie Ridge Road, Hawthorn Woods, IL 60599",
    "Offices in Lincoln | Washington | Glenwood",
    "We are based in Washington, DC.",
    "Glenwood Software, Inc. is pleased to send its order form.",
    "Prairie Ridge Learning LLC sells it.",
    "Lincoln Financial Services pays our invoices.",
    "Our IT department has signed the form.",
    "Our legal department sends it with a password.",
    "Our Human Resources and Transportation services are outsourced.",
    "Dear Business Office,",
    "Please forward this to your Business Office.",
    "We comply with special education laws and human resources rules.",
    "It reduces transportation costs for special education students.",
    "Our products are used in schools across the country.",
    "All schools that we serve get the same price.",
    "We offer the same price to all schools.",
    "The software works for elementary and middle school students.",
    "It is aligned with high school science standards.",
    "Order form attached, IT is simple, WE WILL CALL.",
    "See https://lincoln.example/schools and mail parks@glenwood.example",
    "Lincoln_Elementary.pdf is attached",
    "Thanks\n\nOn Mon, Nov 2, 2026 at 9:41 AM Procurement wrote:\n> Schools: Lincoln Elementary\n",
    "We have served Lincoln Elementary School in Springfield since 2019.",
    "We trained teachers in the North last year.",
    "School district: Birchwood CUSD 12",
    "School year: 2026-27",
    "Location of data: Ohio",
    "Schools: see attached",
    "The SOPPA form, the RFI form and the order form are attached.",
    "I graduated from college in 2010. Washington is lovely.",
    "Our headquarters at 5 Hughes Ave are closed.",
    "The Glenwood Bank signed.",
    "Read our report on high schools.",
    "My kids and I love books.",
]

UNCLEAR: list[tuple[str, tuple[str, ...]]] = [
    ("Screens go up at Riverbend Middle School", ("Riverbend Middle School",)),
    ("School: Riverbend", ("Riverbend",)),
    ("Schools: Glenwood Elementary and Riverbend Middle School", ("Riverbend Middle School",)),
    ("Schools: Glenwood, Riverbend, Parks", ("Riverbend",)),
    ("Riverbend High School will use it.", ("Riverbend High School",)),
    ("It's for the teachers at Washington.", ("Washington",)),
    ("School: Washington", ("Washington",)),
    ("Hawthorn Woods Elementary will use it.", ("Hawthorn Woods Elementary",)),
    ("Lincoln Middle School will use it.", ("Lincoln Middle School",)),
    ("North Lincoln Elementary will use it.", ("North Lincoln Elementary",)),
    ("It is for the high school.", ("the high school",)),
    ("Schools: all seven elementary schools", ("all seven elementary schools",)),
    ("It will be used in all 14 schools.", ("all 14 schools",)),
    ("It will be used in three elementary schools.", ("three elementary schools",)),
    ("It will be used at some of the elementary schools.", ("some of the elementary schools",)),
    ("all three middle schools (Washington and Hawthorn Woods)", ("all three middle schools",)),
    ("It will be used at all K-8 buildings.", ("all K-8 buildings",)),
    ("Schools: TBD", ("TBD",)),
    ("Schools: to be determined", ("to be determined",)),
    ("The Athletics Department will use it.", ("Athletics Department",)),
    ("Department: Athletics", ("Athletics",)),
    ("It is for Glenwood Elementary or Greenwood Elementary.", ("Glenwood Elementary", "Greenwood Elementary")),
    ("The principal at Hawthorn Woods asked us to write to you.", ("Hawthorn Woods",)),
    ("Glenwood Elementary already uses it.", ("Glenwood Elementary",)),
    ("School: Grenwood Elementary", ("Grenwood Elementary",)),  # one letter from either of two
    ("Glenwood Middle School will use it", ("Glenwood Middle School",)),
    ("The Riverbend and Glenwood schools will use it", ("Riverbend",)),
    ("It's for one of the middle schools.", ("one of the middle schools",)),
    ("It's for several elementary schools.", ("several elementary schools",)),
    ("5 elementary schools will use it", ("5 elementary schools",)),
    ("School: Birchwood", ("Birchwood",)),  # the district, or its high school
]


@pytest.mark.parametrize(("text", "names"), RECEIVED)
def test_received(text: str, names: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, sorted(found.value)) == (Status.RECEIVED, sorted(names)), found
    assert found.evidence and all(e.quote and e.rule and e.source == "body" for e in found.evidence)


@pytest.mark.parametrize("text", MISSING)
def test_names_of_something_else_do_not_count(text: str) -> None:
    assert find(text).status == Status.MISSING, find(text)


@pytest.mark.parametrize(("text", "words"), UNCLEAR)
def test_unclear_with_the_words(text: str, words: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, words), found
    assert found.detail and found.evidence


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("Glenwood Elementary School", Status.RECEIVED, (GLEN,)),
        ("glenwood, parks", Status.RECEIVED, (GLEN, PARKS)),
        ("Glenwood Elementary\nParks Elementary", Status.RECEIVED, (GLEN, PARKS)),
        ("GES, WMS (grades 3-8)", Status.RECEIVED, (GLEN, WASH_M)),
        ("All schools", Status.RECEIVED, WIDE),
        ("All", Status.RECEIVED, WIDE),
        ("District wide", Status.RECEIVED, WIDE),
        ("Both middle schools", Status.RECEIVED, MIDDLE),
        ("Middle schools", Status.RECEIVED, MIDDLE),
        ("Special Ed", Status.RECEIVED, (SPED,)),
        ("IT", Status.RECEIVED, (IT,)),
        ("Human Resources Dept.", Status.RECEIVED, (HR,)),
        ("Glenwood Elementary, 3rd grade", Status.RECEIVED, (GLEN,)),
        ("Riverbend", Status.UNCLEAR, ("Riverbend",)),
        ("riverbend", Status.UNCLEAR, ("riverbend",)),
        ("Washington", Status.UNCLEAR, ("Washington",)),
        ("Glenwood and Riverbend", Status.UNCLEAR, ("Riverbend",)),
        ("TBD", Status.UNCLEAR, ("TBD",)),
        ("we will tell you later", Status.UNCLEAR, ("we will tell you later",)),
        ("See order form", Status.MISSING, ()),
        ("N/A", Status.MISSING, ()),
        ("", Status.MISSING, ()),
    ],
)
def test_a_form_answer(text: str, status: Status, value: tuple[str, ...]) -> None:
    found = find(text, labelled=True, source="rfi.docx", page=1)
    assert (found.status, found.value) == (status, value), found
    assert all(e.source == "rfi.docx" and e.page == 1 for e in found.evidence)


def test_vendor_and_sender_names_are_not_schools() -> None:
    text = "Prairie Ridge would like to do business with you. We at Glenwood sell to teachers."
    assert find(text, vendor_names=("Prairie Ridge", "Glenwood Software, Inc.")).status == Status.MISSING
    named = find("Schools: Glenwood Elementary School", vendor_names=("Glenwood",))
    assert named.value == (GLEN,)


def test_a_products_whole_name_is_no_school() -> None:
    text = "We send you our quote for Glenwood Reader. It is for Prairie Ridge."
    assert GLEN in find(text).value
    named = find(text, product_names=("Glenwood Reader", "Glenwood"))
    assert named.value and GLEN not in named.value
    assert find("Our quote for Glenwood Elementary School", product_names=("Glenwood",)).value == (GLEN,)


CITY = listed("""
PS 12 | school |
PS 121 | school | Public School 121
st. mary's academy | school | St. Mary's
O'Hare Middle School | school | O'Hare
riverside elementary | school | riverside
Riverdale K-8 | school |
Summit K-8 School | school |
Dr. Martin Luther King Jr. High School | school | MLK;King High School
Career Center | school |
José Martí International Academy | school |
Central Office | department | District Office
Athletics | department | Athletic Department;AD
Facilities & Grounds | department | Maintenance
""")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Schools: PS 12", ("PS 12",)),
        ("Schools: P.S. 12 and PS121", ("PS 12", "PS 121")),
        ("It will be used at Public School 121.", ("PS 121",)),
        ("Schools: St Mary's and O’Hare", ("st. mary's academy", "O'Hare Middle School")),
        ("St. Mary's Academy will use it.", ("st. mary's academy",)),
        ("OHare Middle will use it.", ("O'Hare Middle School",)),
        ("Riverside Elementary will use it.", ("riverside elementary",)),
        ("It will be used at both K-8 schools.", ("Riverdale K-8", "Summit K-8 School")),
        ("Riverdale K-8 will use it.", ("Riverdale K-8",)),
        ("Students at MLK will use it.", ("Dr. Martin Luther King Jr. High School",)),
        ("Martin Luther King High School will use it.", ("Dr. Martin Luther King Jr. High School",)),
        ("King High School will use it.", ("Dr. Martin Luther King Jr. High School",)),
        ("The Career Center will use it.", ("Career Center",)),
        ("Jose Marti Academy will use it.", ("José Martí International Academy",)),
        ("The Athletics Department will use it.", ("Athletics",)),
        ("Department: Maintenance", ("Facilities & Grounds",)),
        ("Department: Facilities and Grounds", ("Facilities & Grounds",)),
        ("It is for the high school.", ("Dr. Martin Luther King Jr. High School",)),
        ("used by the District Office", ("Central Office",)),
    ],
)
def test_another_districts_list(text: str, names: tuple[str, ...]) -> None:
    found = places.find(text, CITY, source="body")
    assert (found.status, sorted(found.value)) == (Status.RECEIVED, sorted(names)), found


@pytest.mark.parametrize(
    "text", ["Schools: PS 13", "King Elementary School will use it.", "Riverbank Elementary will use it."]
)
def test_another_districts_list_unclear(text: str) -> None:
    assert places.find(text, CITY, source="body").status == Status.UNCLEAR


def test_every_name_and_alias_of_a_list_is_found_behind_a_label() -> None:
    for school in (*BIRCH, *CITY):
        schools = BIRCH if school in BIRCH else CITY
        for name in (school.name, *school.aliases, school.name.lower()):
            found = places.find(f"School(s)/Department(s): {name}", schools, source="body", district_names=DISTRICT)
            assert found.value == (school.name,), (name, found)


def test_pairs_of_schools_in_a_sentence() -> None:
    schools = [s for s in BIRCH if s.kind == "school"]
    for one, two in itertools.permutations(schools, 2):
        found = find(f"The software will be used at {one.name} and {two.name}.")
        assert found.value == (one.name, two.name), found


def test_wrapped_lines_read_as_one_and_are_quoted_as_they_stand() -> None:
    text = (
        "We’d like to offer it to all six elementary \n   schools, for the reading teams of Birchwood CUSD 12\nthere."
    )
    found = find(text)
    assert found.value == ELEMENTARY
    assert found.evidence[0].quote == " ".join(text.split())


def test_an_empty_list_finds_no_school() -> None:
    assert places.find("Schools: Glenwood", (), source="body").status == Status.UNCLEAR
    assert places.find("We will use it.", (), source="body").status == Status.MISSING


_SCRAPS = (
    "Schools: Lincoln Elementary Glenwod Greenwod Washington Middle High and , ; ( ) not except all both "
    "the six 14 schools "
    "district-wide Dept IT HR Special Education PS 12 for at used by will use Street Inc. Mr. \n \t - > & "
    "or North 100"
)
WORDS = st.sampled_from(_SCRAPS.split(" "))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | st.text(max_size=10), max_size=40), st.booleans())
def test_received_names_are_always_on_the_list(parts: list[str], labelled: bool) -> None:
    found = find(" ".join(parts), labelled=labelled)
    if found.status == Status.RECEIVED:
        assert found.value and set(found.value) <= {s.name for s in BIRCH} | {"District-wide"}
    else:
        assert found.status == Status.UNCLEAR or not found.value
    assert all(len(e.quote) <= 200 for e in found.evidence)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            School,
            st.text(max_size=15),
            st.sampled_from(["school", "department"]),
            st.lists(st.text(max_size=8), max_size=2).map(tuple),
        ),
        max_size=5,
    )
)
def test_any_school_list_can_be_searched(schools: list[School]) -> None:
    text = "Schools: " + ", ".join(s.name for s in schools)
    assert places.find(text, tuple(schools), source="body").status in Status


@pytest.mark.parametrize(
    "text",
    [
        "Lincoln " * 130_000,
        "Schools: " * 110_000,
        "Lincoln Elementary, " * 50_000,
        "a" * 1_000_000,
        "A b " * 250_000,
        "all the the " * 80_000,
        "(" * 1_000_000,
        "Special Education " * 55_000,
        "elementary and middle and " * 40_000,
        "Schools:\n" * 110_000,
        "of the Of The " * 70_000,
        "Thanks,\nJo Park\n" * 60_000,
    ],
    ids=range(12),
)
def test_a_megabyte_takes_bounded_time(text: str) -> None:
    begun = time.process_time()
    find(text[:LONG])
    assert time.process_time() - begun < 5


RIDGE = listed("""
Kettle Ridge High School North | school | KR North;North Campus
Kettle Ridge High School South | school | South Campus
Kettle Ridge High School West | school | West Campus
Dunmore High School | school | Dunmore
Kettle Ridge Evening High School | school | Night School
Cedar Middle School | school |
Barton Middle School | school |
Library Media Services | department | School Libraries
""")
NORTHERN, SOUTHERN, WESTERN, DUNMORE, EVENING, CEDAR, BARTON, LIBRARIES = (s.name for s in RIDGE)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It is for Kettle Ridge South.", (SOUTHERN,)),
        ("For Kettle Ridge North and West.", (NORTHERN, WESTERN)),
        ("Schools: the three Kettle Ridge campuses (North, South and West).", (NORTHERN, SOUTHERN, WESTERN)),
        (
            "It will be used at the Kettle Ridge campuses (North and South) and at Dunmore.",
            (NORTHERN, SOUTHERN, DUNMORE),
        ),
        ("It is for the middle schools (not Barton).", (CEDAR,)),
        ("This is for everybody, everywhere in the district.", WIDE),
        ("We wish everyone in your district well. It is for Dunmore.", (DUNMORE,)),
    ],
)
def test_names_with_their_kind_in_the_middle_and_other_ways_to_say_which(text: str, names: tuple[str, ...]) -> None:
    found = places.find(text, RIDGE, source="body", district_names=("Kettle Ridge Township HSD 243",))
    assert (found.status, sorted(found.value)) == (Status.RECEIVED, sorted(names)), found


def test_a_center_that_will_use_it_and_is_not_on_the_list_is_asked_about() -> None:
    assert places.find("Thornton Fractional Center will use it.", RIDGE, source="body").status is Status.UNCLEAR
    assert places.find("The Thornton Data Center will be in Iowa.", RIDGE, source="body").status is Status.MISSING


@pytest.mark.parametrize(
    ("other", "alias", "status"),
    [
        ("Alder Grove School", "Alder KC", Status.UNCLEAR),
        ("Alder Grove School", "Alder", Status.RECEIVED),  # the list calls it so
        ("Birch Grove School", "Alder KC", Status.RECEIVED),
    ],
)
def test_a_surname_that_another_schools_name_begins_with(other: str, alias: str, status: Status) -> None:
    schools = (School(other, "school", ()), School("Frances Alder Kindergarten Center", "school", (alias,)))
    assert places.find("It will be used at Alder.", schools, source="body").status is status
    assert places.find("It will be used at Alder KC.", schools, source="body").value == (schools[1].name,)


@pytest.mark.parametrize(
    ("house", "status"),
    [("Transition House", Status.UNCLEAR), ("Learning House", Status.UNCLEAR), ("Carriage House", Status.RECEIVED)],
)
def test_a_house_that_is_a_program_leaves_the_name_of_its_place(house: str, status: Status) -> None:
    schools = (School("Birch Creek High School", "school", ()), School(f"Birch Creek {house}", "school", ()))
    assert places.find("It will be used at Birch Creek.", schools, source="body").status is status
