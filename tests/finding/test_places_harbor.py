"""Places as all sorts of people write them; a district with middle schools and a junior high."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Rosa M. Diaz Middle School", "school", ("Diaz", "Diaz Middle", "Diaz MS")),
    School("Deer Trail School", "school", ("Deer Trail", "DTS")),
    School("Elm Terrace School", "school", ("Elm Terrace", "ETS")),
    School("Westlake Junior High", "school", ("Westlake", "Westlake JH", "WJH")),
    School("Lakeside Middle School", "school", ("Lakeside", "Lakeside MS")),
    School("District 70 Preschool Center", "school", ("Preschool Center", "D70 Preschool", "Early Childhood Center")),
    School("Escuela Peña", "school", ("Peña", "Pena Dual Language")),
    School("St. Croix Elementary School", "school", ("St. Croix", "Saint Croix")),
    School("Fifth Street School", "school", ("Fifth Street", "5th Street School")),
    School("Cesar Chavez Elementary School", "school", ("Chavez", "CCE", "Chavez Elementary", "Chavez School")),
    School("Brookfield Elementary School", "school", ("Brookfield",)),
    School("Harborview High School", "school", ("Harborview HS", "HHS")),
    School("Special Services", "department", ("Special Education", "SPED", "Student Services")),
    School("Teaching and Learning", "department", ("Curriculum", "C&I", "Curriculum Office")),
    School("Technology", "department", ("IT", "Tech Department", "Information Technology")),
    School("Human Resources", "department", ("HR", "Personnel")),
    School("Business Services", "department", ("Business Office", "Finance")),
    School("Transportation", "department", ("Motor Pool",)),
    School("Nutrition Services", "department", ("Food Service", "Cafeteria Services")),
    School("Community Relations", "department", ("Communications", "PR Office")),
)
DISTRICT = ("Harborview Public Schools, District 112", "Harborview D70", "LPS 112")


def find(text: str) -> LocationsFinding:
    return places.find(text, SCHOOLS, source="body", district_names=DISTRICT)


RECEIVED: list[tuple[str, tuple[str, ...]]] = [
    (
        "Morning. Quote + your form attached. For the motor pool. Need board OK by 2/22/2027 if we can.",
        ("Transportation",),
    ),
    ("this is for the business office", ("Business Services",)),
    ("it's for food service", ("Nutrition Services",)),
    ("It's used by the tech department.", ("Technology",)),
    ("Our program at Brookfield", ("Brookfield Elementary School",)),
    ("Both middle schools will use this.", ("Lakeside Middle School", "Rosa M. Diaz Middle School")),
    ("It's for the junior high.", ("Westlake Junior High",)),
    (
        "For both middle schools and the junior high",
        ("Lakeside Middle School", "Rosa M. Diaz Middle School", "Westlake Junior High"),
    ),
    ("all three middle schools", ("Lakeside Middle School", "Rosa M. Diaz Middle School", "Westlake Junior High")),
    ("Hi, quote for the high school attached. The agreement starts December 1.", ("Harborview High School",)),
    ("quote for the junior high attached", ("Westlake Junior High",)),
    (
        "For both middle schools, the junior high and HHS.",
        ("Harborview High School", "Lakeside Middle School", "Rosa M. Diaz Middle School", "Westlake Junior High"),
    ),
    ("Elm Terrace wants it too. Quote, RFI and the DPA.", ("Elm Terrace School",)),
    ("Brookfield would like to start in March.", ("Brookfield Elementary School",)),
    ("Brookfield asked for 30 seats.", ("Brookfield Elementary School",)),
    (
        "Hello, quote attached for Elm Terrace. Please have everything approved by February 12, 2027.",
        ("Elm Terrace School",),
    ),
    (
        (
            "Hi, our order form for Acme Decodables at St. Croix and Brookfield is attached. The DPA "
            "is on file with you."
        ),
        ("Brookfield Elementary School", "St. Croix Elementary School"),
    ),
    (
        "Please see attached docs (order, RFI, signed DPA). Elm Terrace, approval date 3/1/2027.",
        ("Elm Terrace School",),
    ),
    ("Quote, RFI, DPA. Deer Trail, by March 8, 2027 (final approval).\nNate", ("Deer Trail School",)),
    (
        "scans attached, plus quote. lakeside + westlake. approval by 3/22/27. thx eve",
        ("Lakeside Middle School", "Westlake Junior High"),
    ),
    (
        "Here are your PO, a brochure, RFI and DPA. Fifth St. School. We'd like approval by 3/18/27.",
        ("Fifth Street School",),
    ),
    ("So just the quote this time. All schools, approval by March 5th, 2027.", ("District-wide",)),
    ("Brookfield, need approval 3/1", ("Brookfield Elementary School",)),
    ("Both middle schools, sign-off by 3/1/27.", ("Lakeside Middle School", "Rosa M. Diaz Middle School")),
    ("Elm Terrace + Brookfield, need OK by Mar 1", ("Brookfield Elementary School", "Elm Terrace School")),
    ("5th St School, approval 3/1", ("Fifth Street School",)),
    ("used at Saint Croix Elementary", ("St. Croix Elementary School",)),
    ("at 5th Street", ("Fifth Street School",)),
    ("The software will be used at Escuela Pena only.", ("Escuela Peña",)),
    (
        "it's going in the classrooms at CCE & St. Croix",
        ("Cesar Chavez Elementary School", "St. Croix Elementary School"),
    ),
    ("Location (s) : Diaz MS , Westlake JH", ("Rosa M. Diaz Middle School", "Westlake Junior High")),
    (
        "- Brookfield (2 classrooms)\n- Fifth Street (4 classrooms)\n- total 6 classrooms",
        ("Brookfield Elementary School", "Fifth Street School"),
    ),
    ("Nutrition Services will use it in every cafeteria.", ("Nutrition Services",)),
    ("Chavez School, 22 rooms", ("Cesar Chavez Elementary School",)),
    ("Lakeside's science dept. would like it for 7th grade", ("Lakeside Middle School",)),
    ("Our district contact is Finance (Jo Bell), but the users are teachers at HHS.", ("Harborview High School",)),
    ("IT will have to whitelist us. Users: Communications.", ("Community Relations",)),
    (
        "Who needs it? The three middle-grade buildings: Diaz, Lakeside, Westlake.",
        ("Lakeside Middle School", "Rosa M. Diaz Middle School", "Westlake Junior High"),
    ),
    ("please use for Westlake JHS not Westlake Elem", ("Westlake Junior High",)),
    ("Elm Terrace... or rather Brookfield", ("Brookfield Elementary School",)),
    (
        "for the junior high and both middle schools",
        ("Lakeside Middle School", "Rosa M. Diaz Middle School", "Westlake Junior High"),
    ),
    ("our quote (Brookfield and Elm Terrace) is attached", ("Brookfield Elementary School", "Elm Terrace School")),
    ("so the junior high can use it in spring", ("Westlake Junior High",)),
    ("and the high school would use it too", ("Harborview High School",)),
]
UNCLEAR = [
    "The middle school will use it.",
    "Hi folks at Elm Terrace!",
    "Dear Brookfield Elementary,",
    "Good morning Harborview High School,",
    "LOCATIONS: ALL ELEMENTARY BUILDINGS",
]
MISSING = [
    "We offer software for special education students.",
    "Our tool for human resources is great.",
    "W-9 attached for the Business Office.",
    "Quote attached for HR to review.",
    "Hello Brookfield team,",
    "The Chavez family has been a pleasure to work with.",
    "Sincerely,\nDana Brookfield\nElm Terrace Software",
    "thx\ndiaz",
    "Jo Chavez, approval by 3/1.",
    "Approval by 3/1. Finance will be billed in June.",
    "5th Street, Suite 4, Chicago",
    "Our office at 12 Fifth St. is open.",
    "Brookfield, IL 60000",
]


@pytest.mark.parametrize(("text", "names"), RECEIVED)
def test_received(text: str, names: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, tuple(sorted(found.value))) == (Status.RECEIVED, names)


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear(text: str) -> None:
    assert find(text).status == Status.UNCLEAR


@pytest.mark.parametrize("text", MISSING)
def test_names_of_something_else_do_not_count(text: str) -> None:
    assert find(text).status == Status.MISSING
