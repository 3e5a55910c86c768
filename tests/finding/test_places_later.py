"""Places beside the users of a purchase: those that may come later, by another paper, or only house a device."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Middle School", "school", ("Tarkio",)),
    School("Benton Elementary School", "school", ("Benton",)),
    School("Technology Services", "department", ("Tech Services",)),
)
ALDER, TARKIO, BENTON = "Alder Middle School", "Tarkio Middle School", "Benton Elementary School"
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    "said",
    [
        "Should all go swimmingly we'd love to come to Tarkio Middle School in the 2027/28 year.",
        "If all goes well we would like to be at Tarkio Middle School next year.",
        "We hope to be in Tarkio Middle School the year after.",
        "We hope to add Tarkio if all goes well.",
        "We would love to bring it to Tarkio if the pilot goes well.",
        "We would like to expand to Tarkio in 2028.",
        "We'd be delighted to serve Tarkio Middle School one day too.",
        "Should it work out, we will bring it to Tarkio Middle School in 2028.",
        "If the pilot goes well, it would be used at Tarkio and Benton as well.",
        "Depending on the results, we might extend it to Tarkio Middle School.",
        "In 2027-28 we expect to add Tarkio and Benton.",
        "We anticipate adding Tarkio next fall.",
        "Next year we expect Tarkio and Benton to join.",
        "In year two we will add Tarkio and Benton.",
        "The following year it will be used at Tarkio.",
        "Tarkio and Benton would be added under a separate quote.",
        "Tarkio Middle School will be quoted separately.",
    ],
)
def test_may_come_later(said: str) -> None:
    for text in (f"It will be used at Alder. {said}", f"It will be used at Alder; {said[0].lower()}{said[1:]}"):
        found = find(text)
        assert (found.status, found.value) == (Status.RECEIVED, (ALDER,))


def test_later_in_the_same_sentence() -> None:
    for rest in ("with Tarkio to follow under a separate quote", "and if all goes well we'd love to add Tarkio too"):
        assert find(f"It will be used at Alder, {rest}.").value == (ALDER,)


@pytest.mark.parametrize(
    "said",
    [
        # the only ones that are named
        "We'd love to bring it to {} in the 2026/27 year; quote attached.",
        "We hope to serve {} from the 2027-28 year on; quote attached.",
        "In the 2027-28 school year it will be used at {}.",
        # what is handed in says so
        "It is for Alder. Next year we would love to add {}, see the attached second quote.",
        "It is for Alder. With the attached second quote we would love to add {} next year.",
        # a year that may be this purchase's
        "It is for Alder. In the 2027-28 school year it will be used at {}.",
        "It is for Alder now. Next year it will be used at Alder and {}.",
        "Should you approve it by May 1, it will be used at {} from August.",
    ],
)
def test_is_part_of_it(said: str) -> None:
    found = find(said.format("Tarkio Middle School"))
    assert found.status is Status.RECEIVED
    assert TARKIO in found.value


@pytest.mark.parametrize(
    "said",
    [
        "It is used by Technology Services; the schools will not notice it, although sensors will hang in {}.",
        "The users are Technology Services. Access points will be mounted at {}.",
        "Technology Services will run it. Cameras will be installed at {}.",
        "The software is for Technology Services. Our devices will be placed in {}.",
    ],
)
def test_only_houses_a_device(said: str) -> None:
    assert find(said.format("Tarkio, Alder and Benton")).value == ("Technology Services",)


def test_a_device_where_no_department_uses_it() -> None:
    assert find("The readers will be installed at Tarkio and Alder.").value == (TARKIO, ALDER)
    both = find("Technology Services and Tarkio will use it. Cameras will be installed at Tarkio.")
    assert set(both.value) == {"Technology Services", TARKIO}
    too = find("It will be used by Technology Services and installed on the tablets in Benton.")
    assert set(too.value) == {"Technology Services", BENTON}


def test_uses_the_free_version() -> None:
    found = find("Mr. Ortiz at Alder uses the free version. The quote for the full version for Tarkio is attached.")
    assert found.value == (TARKIO,)
    found = find("Ms. Lee at Alder uses the free version and wants the full one. It is for Tarkio too.")
    assert found.value == (ALDER, TARKIO)


def test_of_schools_that_will_not() -> None:
    text = "The principal of Tarkio Middle School met us. The quote is attached. {}"
    assert find(text.format("All the schools will notice it.")).status is Status.RECEIVED
    assert find(text.format("The schools will not notice it.")).status is not Status.RECEIVED
