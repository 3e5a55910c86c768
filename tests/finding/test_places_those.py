"""Schools named for where a person works, or for what is beside them, of which a later clause says the use."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Middle School", "school", ("Tarkio",)),
    School("Benton Elementary School", "school", ("Benton",)),
)
BOTH = ("Alder Middle School", "Tarkio Middle School")
find = places_among(SCHOOLS)
TWO = "I met Ana Lund, who teaches at Alder, and her friend Mr. Obi of Tarkio Middle. "


@pytest.mark.parametrize(
    "text",
    [
        TWO + "They like it, and those two buildings are the ones this quote is for.",
        TWO + "The quote is for both schools.",
        TWO + "They had a trial. Our order form covers those two schools.",
        TWO + "The teachers of those schools get access.",
        TWO + "Those two schools are who it is for. The people at Benton are happy with what they have.",
    ],
)
def test_those_two(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "The garden is the one behind Alder, and only the teachers of that school get access.",
        "Mr. Obi, who teaches at Alder, wrote to us. That building is the one it is for.",
    ],
)
def test_that_one(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, BOTH[:1])


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund, who teaches at Alder, told us of you. The quote is not for that school.",
        "Ana Lund, who teaches at Alder, told us of you. Those three buildings are the ones this quote is for.",
        "Our garden is the one behind Alder. The demo is for that school.",
        "Alder is a customer of ours. Only the teachers of that school get access.",
    ],
)
def test_not_those(text: str) -> None:
    assert find(text).status is not Status.RECEIVED


@pytest.mark.parametrize(
    "said",
    [
        "I understand that the people at Tarkio are happy with what they have.",
        "The staff at Tarkio is satisfied with their own tool.",
        "Tarkio says they are fine with the one they use.",
    ],
)
def test_content_with_another(said: str) -> None:
    found = find(f"It is for Alder. {said}")
    assert (found.status, found.value) == (Status.RECEIVED, BOTH[:1])
    assert find(said).status is not Status.RECEIVED


def test_content_with_this() -> None:
    assert find("The teachers at Tarkio are happy with the trial and will use it.").value == BOTH[1:]


@pytest.mark.parametrize("said", ["are customers of ours already", "used it last year"])
def test_who_has_it_already_needs_more_than_that(said: str) -> None:
    assert find(f"Alder and Tarkio Middle {said}. The quote is for those two schools.").status is not Status.RECEIVED
