"""Places whose names differ in one word of many, or have a comma of their own."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import School

LAKES = tuple(
    School(f"Sevenmile Lakes {side} High School", "school", (f"Lakes {side}",)) for side in ("North", "South", "West")
)
TEACHING = "Curriculum, Instruction and Assessment"
ALTERNATIVE = "Lakes Region Alternative Learning Consortium"
SCHOOLS = (
    *LAKES,
    School("Tri-County Career Consortium - Ames Campus", "school", ("Ames Campus",)),
    School(ALTERNATIVE, "school", ("Alternative Consortium",)),
    School("Newberry Transition Consortium", "school", ("Newberry",)),
    School(TEACHING, "department", ("C&I",)),
    School("Human Resources", "department", ("HR",)),
)


def found(text: str, *, labelled: bool = False) -> tuple[str, tuple[str, ...]]:
    said = places.find(text, SCHOOLS, source="rfi.pdf" if labelled else "body", labelled=labelled)
    return said.status.value, said.value


def test_another_word_is_no_slip() -> None:
    status, value = found("The newspaper staff of Sevenmile Lakes East High School will use it.")
    assert (status, value) == ("unclear", ("Sevenmile Lakes East High School",))


@pytest.mark.parametrize("slip", ["Sevenmile Lakes Wset High School", "Sevenmille Lakes West High School"])
def test_a_slip_is_one(slip: str) -> None:
    assert found(f"The newspaper staff of {slip} will use it.") == ("received", ("Sevenmile Lakes West High School",))


def test_what_several_places_are_called_behind_is_none_of_them() -> None:
    assert found("It is to be used at both Tri-County Career Consortium campuses.")[1] != (ALTERNATIVE,)
    assert found("It is to be used at the Alternative Consortium.") == ("received", (ALTERNATIVE,))


@pytest.mark.parametrize("labelled", [True, False])
def test_a_name_with_a_comma_is_one(labelled: bool) -> None:
    text = TEACHING if labelled else f"It will be used by {TEACHING}."
    assert found(text, labelled=labelled) == ("received", (TEACHING,))


def test_a_comma_still_parts_others() -> None:
    assert found(f"Users: {TEACHING}, Human Resources") == ("received", (TEACHING, "Human Resources"))
    assert found("Users: Newberry, Lakes West")[1] == (
        "Newberry Transition Consortium",
        "Sevenmile Lakes West High School",
    )
