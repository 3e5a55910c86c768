"""Boxes before places, groups that are spelt out, and exceptions said at length."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Blackhawk Middle School", "school", ("Blackhawk",)),
    School("Edison Middle School", "school", ("Edison",)),
    School("Prairie Middle School", "school", ("Prairie",)),
    School("Cherry Hill Elementary School", "school", ("Cherry Hill",)),
    School("Horizons Alternative School", "school", ("Horizons",)),
)
MIDDLE = tuple(s.name for s in SCHOOLS[:3])


def found(text: str) -> tuple[str, ...]:
    return places.find(text, SCHOOLS, source="order.pdf").value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sites (tick all that apply): ☒ Blackhawk MS   ☐ Edison MS   ☒ Prairie MS", (MIDDLE[0], MIDDLE[2])),
        ("Sites: [x] Blackhawk [ ] Edison", MIDDLE[:1]),
        ("Sites: ( ) Blackhawk (X) Edison", MIDDLE[1:2]),
        ("Sites:\n☐ Blackhawk\n☒ Edison\n☐ Prairie\n", MIDDLE[1:2]),
        ("Sites: ☐ Blackhawk ☐ Edison", ()),
        ("☒ Blackhawk\n☒ Edison\n", MIDDLE[:2]),
        ("Sites: Blackhawk [x] Edison [ ]", MIDDLE[:2]),  # behind the words: whose box is it?
    ],
)
def test_boxes(text: str, value: tuple[str, ...]) -> None:
    assert found(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "Users: all the schools that had the trial, i.e. Blackhawk and Edison.",
        "It will be used by all schools of the pilot, namely Blackhawk and Edison.",
        "It is for the middle schools, that is, Blackhawk and Edison.",
    ],
)
def test_a_group_that_is_spelt_out(text: str) -> None:
    assert found(text) == MIDDLE[:2]


def test_a_group_that_is_not() -> None:
    assert found("It will be used by all schools, i.e. district-wide.") == ("District-wide",)
    assert found("It is for the middle schools. That is, for now. Edison will train first.") == MIDDLE


@pytest.mark.parametrize(
    "text",
    [
        "It will be used at all of the schools with the exception of Horizons and Cherry Hill.",
        "It will be used at all schools, with the sole exceptions of Horizons and Cherry Hill.",
    ],
)
def test_an_exception_at_length(text: str) -> None:
    assert found(text) == MIDDLE


def test_a_mail_may_have_boxes_for_bullets() -> None:
    text = "The users are:\n❑ Blackhawk\n❑ Edison\n"
    assert places.find(text, SCHOOLS, source="body").value == MIDDLE[:2]


def test_a_mails_boxes_of_which_none_is_ticked() -> None:
    found = places.find("The users are:\n☐ Blackhawk\n☐ Edison\n", SCHOOLS, source="body")
    assert (found.status, found.value) == (Status.UNCLEAR, MIDDLE[:2])
    both = places.find("Blackhawk and Edison will use it.\n☐ W-9\n☐ quote\n", SCHOOLS, source="body")
    assert (both.status, both.value) == (Status.RECEIVED, MIDDLE[:2])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Building | Students | This order?\n\nBlackhawk | 9 | Yes\n\nEdison | 8 | No - have their own", MIDDLE[:1]),
        ("Teacher | School | Using it?\nA. Poe | Blackhawk | ✔\nB. Roe | Edison | ✘ (has her own)", MIDDLE[:1]),
        ("Site | Printers | Status\nBlackhawk | 9 | This proposal\nEdison | 8 | Declined", MIDDLE[:1]),
        ("Site | Printers | Status\nBlackhawk | 9 | new\nEdison | 8 | Installed, not part of this quote", MIDDLE[:1]),
        ("Nurse's office | Licence\nEdison | already licensed\nBlackhawk | new", MIDDLE[:1]),
        ("School | Decision\nBlackhawk | ordering\nEdison | waiting for 2027-28", MIDDLE[:1]),
        ("Year | Campuses\n2024-25 | Edison, Prairie\n2026-27 (this quote) | Blackhawk, Edison", MIDDLE[:2]),
        ("School | Seats | On board?\nBlackhawk | 9 | Yes\nEdison | 8 | Nope, later", MIDDLE[:1]),
        ("Building | On it?\nBlackhawk | ✓\nEdison | ❌ not this time", MIDDLE[:1]),
        ("School | Seats | Status\nBlackhawk | 9 | confirmed\nEdison | 8 | they withdrew", MIDDLE[:1]),
        ("Site | Answer\nBlackhawk | yes, 30 seats\nEdison | staying with paper", MIDDLE[:1]),
        ("Site | Pilot\nBlackhawk | yes, 30 seats\nEdison | staying with paper", MIDDLE[:1]),
        ("Site | Seats\nBlackhawk | 30\nEdison | staying with paper", MIDDLE[:1]),
        ("Site | Feedback\nBlackhawk | wants 30\nEdison | declined", MIDDLE[:1]),
        ("Campus | Term | Seats\nEdison | SY 25-26 | 9\nBlackhawk | 26-27, this order | 8", MIDDLE[:1]),
        # what is said of something else, or of the paper
        ("School | Seats | Status\nBlackhawk | 9 | passed on to the Board\nEdison | 8 | new", MIDDLE[:2]),
        ("School | Seats | Status\nBlackhawk | 9 | on hold\nEdison | 8 | on hold", MIDDLE[:2]),
        ("School | Seats | Status\nBlackhawk | 9 | waiting for your approval\nEdison | 8 | pending", MIDDLE[:2]),
        ("School | Seats | Rosters\nBlackhawk | 9 | not yet\nEdison | 8 | here", MIDDLE[:2]),
        ("School | Using iPads?\nBlackhawk | No\nEdison | Yes", MIDDLE[:2]),
        ("School | License | Seats\nBlackhawk | new | 9\nEdison | already licensed, adding seats | 8", MIDDLE[:2]),
        ("School | Rostered?\nBlackhawk | No\nEdison | Yes", MIDDLE[:2]),
        ("School | Seats | Notes\nBlackhawk | 9 | No. 1 on our list\nEdison | 8 | new", MIDDLE[:2]),
        ("School | Seats | Notes\nBlackhawk | 9 | next year's 5th graders too\nEdison | 8 | new", MIDDLE[:2]),
    ],
)
def test_rows_that_say_no(text: str, value: tuple[str, ...]) -> None:
    assert places.find(text, SCHOOLS, source="body").value == value
