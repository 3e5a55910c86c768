"""Places that a paper names by mistake, as its sender says."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Benton Elementary School", "school", ()),
    School("Benton Middle School", "school", ()),
    School("Alder Elementary School", "school", ("Alder",)),
    School("Tarkio Elementary School", "school", ("Tarkio",)),
)
ELEMENTARY, ALDER, TARKIO = "Benton Elementary School", "Alder Elementary School", "Tarkio Elementary School"
IT_IS_FOR = "The licenses are for Benton Elementary, third grade only."
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    "said",
    [
        "A word on the quote: it says Benton Middle School, which is our mistake.",
        "A word on the quote: it says Benton Middle\nSchool, which is our mistake.",
        "The quote says Benton Middle School, which is a mistake.",
        "The quote says Benton Middle School. That is a typo.",
        "The order form still lists Benton Middle School - that is an error on our side.",
        "The quote names Benton Middle School, but that is wrong.",
        "The quote is made out to Benton Middle School (our mistake).",
        "The quote says Benton Middle School by mistake.",
        "The quote mistakenly says Benton Middle School.",
        "We put Benton Middle School on the quote by mistake.",
        "Benton Middle School on the quote is a typo.",
        "Please disregard the Benton Middle School on our quote.",
    ],
)
def test_a_mistake_is_no_user(said: str) -> None:
    for text in (f"{said} {IT_IS_FOR}", f"{IT_IS_FOR} {said}"):
        found = find(text)
        assert (found.status, found.value) == (Status.RECEIVED, (ELEMENTARY,)), text


def test_nothing_but_a_mistake() -> None:
    assert find("The quote says Benton Middle School; that is wrong.").status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # another thing is wrong, or what is named is not all
        ("The quote says 40 seats for Alder Elementary, which is our mistake. It should be 60.", (ALDER,)),
        ("The quote says 40 seats for Alder Elementary, which is wrong. It is for Tarkio.", (TARKIO,)),
        ("It is for Alder. The price on the quote is a typo.", (ALDER,)),
        ("It is for Alder. The quote says $400 for Alder, which is a typo.", (ALDER,)),
        ("It will be used at Alder. The quote says Alder, which is right.", (ALDER,)),
        ("The quote says Alder, which is wrong. It should be Tarkio.", (TARKIO,)),
        ("The quote says Alder, which is wrong; the licenses are for Tarkio.", (TARKIO,)),
        ("Schools: Alder and Tarkio. The quote says Tarkio twice, which is our mistake.", (ALDER, TARKIO)),
    ],
)
def test_what_stays(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, value)
