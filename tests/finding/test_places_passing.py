"""Places that are named in passing: who counts where nothing better is said, and who is there for another reason."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

DISTRICT = ("Alder Mill CUSD 9",)
BIRCH = School("Birch Lane Elementary School", "school", ("Birch Lane",))
STONE = School("Stone Road Elementary School", "school", ("Stone Road",))
OTTER_N = School("Otter North Middle School", "school", ("Otter North",))
OTTER_S = School("Otter South Middle School", "school", ("Otter South",))
OTTER_HIGH = School("Otter High School", "school", ("Otter High",))
HIGH = School("Alder Junior-Senior High School", "school", ("Alder Jr-Sr High",))
TRADES = School("Vale Trades Academy", "school", ("VTA", "Trades Academy"))
NURSES = School("Health Office", "department", ("School Nurses", "Nursing"))
CURRICULUM = School("Learning and Teaching", "department", ("L&T", "Curriculum Office"))
BUSES = School("Transportation", "department", ("Bus Garage", "Transportation Department"))
HR = School("Human Resources", "department", ("HR",))
IT = School("Technology", "department", ("IT", "IT Department"))
LIST = (BIRCH, STONE, OTTER_N, OTTER_S, OTTER_HIGH, HIGH, TRADES, NURSES, CURRICULUM, BUSES, HR, IT)


def found(text: str, *, loosely: bool = True) -> tuple[Status, list[str]]:
    one = places.find(text, LIST, source="body", district_names=DISTRICT, loosely=loosely)
    return one.status, sorted(one.value)


@pytest.mark.parametrize(
    "text",
    [
        "I was reading about Birch Lane's new schedule and thought of you.",
        "Congratulations on Birch Lane's STEM award! Our tool fits it well.",
    ],
)
def test_news_of_a_school_is_no_use_of_it(text: str) -> None:
    assert found(text)[0] is not Status.RECEIVED


@pytest.mark.parametrize(
    "text",
    ["We heard about Birch Lane's wish to use it. Papers attached.", "We are excited about Birch Lane using Gradely."],
)
def test_news_of_its_use_is(text: str) -> None:
    assert found(text) == (Status.RECEIVED, [BIRCH.name])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("These 20 seats belong to the Health Office, which hands them out.", (NURSES,)),
        ("L&T (that is Dr. Pell's shop) wants Gradely for its writing rubrics.", (CURRICULUM,)),
        ("Two offices asked about it, the Curriculum Office and HR. Our order form is attached.", (CURRICULUM, HR)),
        ("Your school nurses saw it at a conference and would like it for their log.", (NURSES,)),
        ("Nobody outside HR will get a log-in.", (HR,)),
        ("The renewal is attached, 12 seats, Health Office as before.", (NURSES,)),
        ("Birch Lane will use it. That's the date the department chair gave us.", (BIRCH,)),
        ("Birch Lane will use it. We heard the department head would like it soon.", (BIRCH,)),
        ("Otter High already uses our atlas, and now Birch Lane wants to add the globe.", (BIRCH,)),
        ("Your middle schools already use our atlas and our maps, and now Birch Lane wants the globe.", (BIRCH,)),
        ("Birch Lane already uses our atlas, and now they would like to buy the globe.", (BIRCH,)),
        ("The attached order is our renewal. Both middle schools are on it again.", (OTTER_N, OTTER_S)),
        ("It is shared by the Health Office and the Transportation Department.", (NURSES, BUSES)),
        ("Birch Lane (IL) will use it.", (BIRCH,)),
        ("It would be used by the people over at the bus garage.", (BUSES,)),
        ("Gradely was picked by the reading coaches of Birch Lane and Stone Road.", (BIRCH, STONE)),
        ("VTA's welding program chose Gradely.", (TRADES,)),
        ("As in former years it is run by your IT department alone; no school logs in.", (IT,)),
    ],
)
def test_what_is_named_for_no_other_reason_counts(text: str, expected: tuple[School, ...]) -> None:
    assert found(text) == (Status.RECEIVED, sorted(s.name for s in expected))


@pytest.mark.parametrize(
    "text",
    [
        "Please route the quote to Technology for review.",
        "Technology, please look at the attached forms.",
        "As discussed with Mr. Dow of Human Resources, our quote is attached.",
        "HR told me where to send it.",
        "The invoice goes to Human Resources.",
        "Our IT department will fill in the form.",
        "Transportation must sign first.",
    ],
)
def test_an_office_with_another_part_is_no_user(text: str) -> None:
    assert found(text)[0] is not Status.RECEIVED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gradely goes to Birch Lane. Ms. Ito, who teaches art at Stone Road, told us about you.", (BIRCH,)),
        ("It is for Birch Lane, which sits in the same building as Stone Road.", (BIRCH,)),
        ("It is for the Curriculum Office. Mr. Dow has his desk at the Birch Lane school.", (CURRICULUM,)),
        ("After the trial at Stone Road last spring it is Birch Lane that will have the seats.", (BIRCH,)),
        ("It was tested at Stone Road from March to May of last year. Birch Lane will be the only user.", (BIRCH,)),
        ("Birch Lane will use it. The aides at Stone Road wanted it too but the principal said no.", (BIRCH,)),
        ("Now that Stone Road is up and running, please add Birch Lane to the order.", (BIRCH,)),
        ("Gradely has been at Stone Road since May; the order form adds Birch Lane.", (BIRCH,)),
        ("It is for Birch Lane; Technology will review our forms.", (BIRCH,)),
        ("For Birch Lane only. The principal of Stone Road (she knows us well) will gladly be a reference.", (BIRCH,)),
        ("One more seat, please, for the nurse at Birch Lane.", (BIRCH,)),
        ("The principals, Ms. Orr at Birch Lane and Mr. Fay at Stone Road, would both like to use it.", (BIRCH, STONE)),
        ("I spoke with the clerk at Birch Lane. The order form for Gradely at her school is attached.", (BIRCH,)),
        ("I met the art teachers at Birch Lane. They are the only users.", (BIRCH,)),
        ("60 seats for the welding kids at the Trades Academy are on the quote.", (TRADES,)),
        ("Where: every one of the two middle schools", (OTTER_N, OTTER_S)),
        ("Both Otter middle schools, North and South, will use it.", (OTTER_N, OTTER_S)),
        ("The subscription of Alder Jr-Sr High is renewed.", (HIGH,)),
        ("Schools: Birch Lane (art classes) and Trades Academy (IT pathway)", (BIRCH, TRADES)),
        ("It will be used in the art departments of both elementary schools.", (BIRCH, STONE)),
        ("Who: Birch Lane, comp sci dept.", (BIRCH,)),
    ],
)
def test_others_that_are_named_beside_the_users(text: str, expected: tuple[School, ...]) -> None:
    assert found(text, loosely=False) == (Status.RECEIVED, sorted(s.name for s in expected))


def test_a_workplace_alone_is_no_place() -> None:
    assert found("I met Mr. Fay, who coaches at Otter North, at a fair. Our quote is attached.")[0] is Status.MISSING


@pytest.mark.parametrize("line", ["To: Human Resources, Alder Mill CUSD 9", "Ship to: Stone Road Elementary, 3 Oak St"])
def test_whom_a_quote_is_addressed_to_is_no_user(line: str) -> None:
    text = f"QUOTE 114\n{line}\nGradely, 20 seats\t$20.00\t$400.00"
    assert places.find(text, LIST, source="quote.pdf", district_names=DISTRICT).status is Status.MISSING


def test_a_label_of_two_lines_on_a_quote() -> None:
    text = (
        "Prepared by\tDale Orr\nDepartment that will use the\nsoftware\tTransportation\nApproval needed by\t12/18/2026"
    )
    one = places.find(text, LIST, source="quote.pdf", district_names=DISTRICT)
    assert (one.status, one.value) == (Status.RECEIVED, (BUSES.name,))


@pytest.mark.parametrize(
    "text",
    [
        "You may remember us from the pilot that Birch Lane ran in 2021.",
        "You may remember us: Birch Lane had a free pilot of an earlier version back in 2022.",
        "We sold it to Birch Lane in 2022.",
        "Meet us at the open house of Birch Lane on December 3!",
        "Join us at Birch Lane on Friday.",
        "Proud sponsor of the Otter High robotics team",
        "We love working with Birch Lane!",
    ],
)
def test_what_is_over_and_what_invites_names_no_place_of_use(text: str) -> None:
    assert found(text) == (Status.MISSING, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Birch Lane had a free pilot in 2022 and would like to buy 60 seats now.", (BIRCH,)),
        ("It will be used at Birch Lane in 2027.", (BIRCH,)),
        ("We love working with Birch Lane. It is for Stone Road.", (STONE,)),
        ("Birch Lane keeps it for another year, and this time Stone Road joins in.", (BIRCH, STONE)),
        ("Otter High's social studies teachers are waiting for it.", (OTTER_HIGH,)),
        ("Otter High's chess club will use it.", (OTTER_HIGH,)),
    ],
)
def test_who_uses_it_beside_what_is_over(text: str, expected: tuple[School, ...]) -> None:
    assert found(text, loosely=False) == (Status.RECEIVED, sorted(s.name for s in expected))


@pytest.mark.parametrize(("name", "status"), [("Sunny Grades", "missing"), ("Sunny Grade School", "unclear")])
def test_grades_in_a_products_name_are_no_school(name: str, status: str) -> None:
    assert found(f"Our quote for {name} is attached.")[0] == Status(status)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is for the middle schools, Otter North excepted.", (OTTER_S,)),
        ("Users: your middle schools, Otter South excluded", (OTTER_N,)),
        ("Where: the Health Office - Mrs. Teague's department.", (NURSES,)),
    ],
)
def test_what_is_said_behind_a_comma_or_a_dash(text: str, expected: tuple[School, ...]) -> None:
    assert found(text) == (Status.RECEIVED, sorted(s.name for s in expected))


def test_a_persons_department_alone_is_not_known() -> None:
    assert found("Users: Mrs. Teague's department")[0] is Status.UNCLEAR


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Buildings: Birch Lane and Stone Road\n\nI just heard that Stone Road has it, so please strike Stone Road.",
            (BIRCH,),
        ),
        ("It is for Birch Lane and Stone Road. Please take Stone Road off the list.", (BIRCH,)),
        ("It is for Birch Lane and Stone Road. Leave out Stone Road, please.", (BIRCH,)),
        ("It is for the middle schools. Please remove Otter North.", (OTTER_S,)),
        ("It is for Stone Road. Please drop Stone Road a note.", (STONE,)),
        ("It is for Stone Road, and we take Stone Road seriously.", (STONE,)),
        ("Remove Birch Lane. It is for Stone Road.", (STONE,)),
    ],
)
def test_who_is_taken_out_again(text: str, expected: tuple[School, ...]) -> None:
    assert found(text) == (Status.RECEIVED, sorted(s.name for s in expected))


def test_rows_of_a_table_that_have_no_part_in_it() -> None:
    rows = (
        "Site\tSeats\tStatus",
        "Birch Lane\t170\tthis order",
        "Stone Road\t140\talready licensed through June 2027, nothing to do",
        "Otter North\t0\tdecided against it in September",
        "Otter South\t90\talready approved by its principal",
    )
    assert found("\n".join(rows)) == (Status.RECEIVED, sorted(s.name for s in (BIRCH, OTTER_S)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is for two sections at Birch Lane (Stone Road had a few seats some years back but dropped them).",
            (BIRCH,),
        ),
        ("It is for Birch Lane (Stone Road may join later).", (BIRCH,)),
        ("It is for the middle schools (Otter North and Otter South).", (OTTER_N, OTTER_S)),
        ("The pilot at Stone Road wrapped up last week. Now Birch Lane wants the full version.", (BIRCH,)),
        ("The pilot at Stone Road is over and they want 40 seats.", (STONE,)),
    ],
)
def test_asides_and_pilots_that_are_over(text: str, expected: tuple[School, ...]) -> None:
    assert found(text) == (Status.RECEIVED, sorted(s.name for s in expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is for the sixth-grade science teachers, so both of the middle schools.", (OTTER_N, OTTER_S)),
        ("Licenses will go to HR and to the Health Office (three each).", (HR, NURSES)),
        ("The four sections are taught at Otter High.", (OTTER_HIGH,)),
        (
            "When Ms. Ortiz was still teaching at Stone Road she piloted it there. This order is for Birch Lane.",
            (BIRCH,),
        ),
    ],
)
def test_said_by_the_way(text: str, expected: tuple[School, ...]) -> None:
    assert found(text) == (Status.RECEIVED, sorted(s.name for s in expected))


def test_where_an_event_was_held_is_no_place_of_use() -> None:
    assert found("They saw us at the fall conference, which was held at Otter High this year.")[0] is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Our trainer has booked the computer lab at Birch Lane for May 4.",
        "The other half of the sessions will be at Birch Lane on May 5, since HR has no room.",
        "We have rented the auditorium of Birch Lane for the in-service.",
        "The kick-off will be in the gym at Birch Lane.",
        "The workshop has been moved to the library at Birch Lane.",
        "The training sessions will be held on May 4 at Birch Lane and Stone Road.",
        "Our trainers will be in the lab at Birch Lane.",
    ],
)
def test_rooms_of_a_training_are_no_place_of_use(text: str) -> None:
    assert found(f"Here is our quote for Human Resources. {text}") == (Status.RECEIVED, [HR.name])


@pytest.mark.parametrize(
    "text",
    [
        "We have reserved 30 seats for the lab at Birch Lane.",
        "The 40 tutoring sessions will be at Birch Lane.",
        "After the training the software will be used at Birch Lane.",
        "The demo was at Birch Lane, and they will use it.",
    ],
)
def test_rooms_in_which_it_is_used(text: str) -> None:
    assert found(text, loosely=False) == (Status.RECEIVED, [BIRCH.name])


@pytest.mark.parametrize(
    "text",
    [
        "It tracks bus rides to all of your schools, of course, but only your garage staff will log in to it.",
        "It counts the trips at all schools.",
        "RideWay monitors the engines in every building.",
    ],
)
def test_what_the_product_does_for_all_makes_no_users(text: str) -> None:
    assert found(f"Our quote is attached for the Bus Garage. {text}") == (Status.RECEIVED, [BUSES.name])


def test_use_at_all_schools_beside_one() -> None:
    assert found("The quote is for Birch Lane. It will be used at all schools.")[1] == ["District-wide"]
    assert found("Here is our quote. It tracks bus rides at all of your schools.")[1] == ["District-wide"]


def test_initials_before_a_kind_are_no_name_by_themselves() -> None:
    """ "AM" is the District as well; the "Oak" of "Oak School" is no initials."""
    schools = (
        School("Alder Mill High School", "school", ("AM High", "Alder Mill HS")),
        School("Oak School", "school", ()),
        BIRCH,
    )

    def value(text: str) -> list[str]:
        return sorted(places.find(text, schools, source="body", district_names=DISTRICT).value)

    assert value("We've been under agreement with AM9 since 2025. Birch Lane will use it.") == [BIRCH.name]
    assert value("We work with AM. Birch Lane will use it.") == [BIRCH.name]
    assert value("AM High will use it.") == value("It is for the AM High School.") == ["Alder Mill High School"]
    assert value("Oak will use it.") == ["Oak School"]
