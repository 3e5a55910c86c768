"""Schools and departments that a mail names without saying that they will use the software."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Lincoln Elementary School", "school", ("Lincoln",)),
    School("Prairie View Elementary School", "school", ("Prairie View",)),
    School("Thomas Edison Middle School", "school", ("Edison",)),
    School("Oak Ridge High School", "school", ("Oak Ridge",)),
    School("Information Technology", "department", ("IT Department", "Technology Department")),
    School("Human Resources", "department", ("HR",)),
    School("Business Office", "department", ("Finance",)),
)
LINCOLN = ("Lincoln Elementary School",)
BOTH = ("Lincoln Elementary School", "Prairie View Elementary School")


def look(text: str) -> tuple[Status, tuple[str, ...]]:
    found = places.find(text, SCHOOLS, source="body", district_names=("Maple Hollow CUSD 88",))
    return found.status, found.value


@pytest.mark.parametrize(
    "text",
    [
        # named in passing
        "The Information Technology department will have to set up rostering.",
        "Human Resources will need background checks of our trainers.",
        "The Technology Department needs to install the connector first.",
        "Rosters from Lincoln and Prairie View are still missing.",
        "Teachers from Lincoln and Prairie View met us at the conference in Springfield.",
        "Your website asks for the school(s) that will use the software, e.g. Lincoln Elementary.",
        "It was nice to meet you at the ed-tech fair in the gym of Oak Ridge High.",
        "We are submitting the order form for our Edison Edition (biographies on video).",
        "It is used by more than 4,000 schools. Ask Oak Ridge (NJ), Lincoln (IL) or Huerta Prep (CO)!",
        "Books: Edison Edition",
        # not chosen, or given up
        "It will be used at Lincoln if the principal agrees.",
        "Lincoln Elementary and Prairie View have shown interest, none has committed.",
        "It will be used at Lincoln Elementary, but the principal has not agreed yet.",
        "The pilot at Lincoln Elementary was cancelled.",
        "In September we wrote that Lincoln will use it. The new schools will be named by the principals.",
        "Schools: Lincoln? (please tell us)",
        "It will be used at Lincoln Elementary. Which of your schools come next and first is still open.",
        # all schools in an offer, a condition, a hope
        "District-wide licenses are also available.",
        "If all schools in the district use it, the price drops to $9.",
        "We hope that all schools in the district will one day use it.",
        # another district, another product
        "In Cedar Grove CUSD 12, Lincoln Elementary and Prairie View will use it next year.",
        "It was first made for the Lincoln Public Schools in Nebraska.",
        "Schools that will use it: Lincoln Elementary\n\nYour own schools and date will follow.",
        "Our other product, Larkspur Math, is for Lincoln Elementary.",
        "Larkspur Math is for Lincoln. For Larkspur Phonics we still wait for the schools and the date.",
    ],
)
def test_no_place_of_use_is_named(text: str) -> None:
    assert look(text)[0] is not Status.RECEIVED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Information Technology department will use it to set up rostering.", ("Information Technology",)),
        ("Human Resources will use it for background checks.", ("Human Resources",)),
        ("Teachers at Lincoln met us in May and would like to use it there.", LINCOLN),
        ("Teachers at Lincoln and Prairie View will use it.", BOTH),
        ("The order is for Lincoln. Other schools will follow.", LINCOLN),
        ("Lincoln will pilot it. The next schools will be named by the principals.", LINCOLN),
        ("It will be used at Lincoln Elementary if approved in time.", LINCOLN),
        ("If you have questions, call me. It is for Lincoln Elementary.", LINCOLN),
        ("It is for Lincoln. Which of the rooms get it first is still open.", LINCOLN),
        ("It is for Lincoln. The principal has not confirmed the number of seats yet.", LINCOLN),
        ("It is for Lincoln. We will send the schools their log-ins.", LINCOLN),
        ("The demo was cancelled, but Lincoln Elementary will use it.", LINCOLN),
        ("Once approved all schools will use it.", ("District-wide",)),
        ("All schools in the district will use it.", ("District-wide",)),
        ("This is for our new school, Edison Middle School.", ("Thomas Edison Middle School",)),
        ("Like Cedar Grove CUSD 12, your school Lincoln Elementary will use it.", LINCOLN),
        ("Our other product is used elsewhere. This one is for Lincoln Elementary.", LINCOLN),
    ],
)
def test_a_place_of_use_stays(text: str, value: tuple[str, ...]) -> None:
    assert look(text) == (Status.RECEIVED, value)
