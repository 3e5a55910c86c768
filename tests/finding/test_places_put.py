"""Parts of a school in which what is bought will be: a school of the list is the user, another is unclear."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Elementary School", "school", ("Tarkio",)),
)
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    "said",
    [
        "The readers will be mounted on the buses of {}. Requested date of approval: December 15, 2026.",
        "The kiosks will be placed at the front desk of {}.",
        "The sensors are to be installed above the doors of {}.",
        "It will run on the tablets of {}.",
        "The readers are going on all buses of {}.",
        "The cards will be handed out to the bus riders of {}.",
        "The cards are for the bus riders of {}.",
    ],
)
def test_in_a_part_of_it(said: str) -> None:
    unknown = find(said.format("Lakeshore Middle School"))
    assert (unknown.status, unknown.value) == (Status.UNCLEAR, ("Lakeshore Middle School",))
    for name in ("Alder Middle School", "Alder"):
        found = find(said.format(name))
        assert (found.status, found.value) == (Status.RECEIVED, ("Alder Middle School",))


@pytest.mark.parametrize(
    "text",
    [
        "Our readers are mounted on the buses of Lakeshore Middle School.",
        "The readers will not be mounted on the buses of Lakeshore Middle School.",
        "The readers will be mounted on the buses of Lakeshore Middle School in Peoria as well.",
        "We will be on the steps of Lakeshore Middle School on Monday.",
        "The demo will run on the tablets of Lakeshore Middle School.",
        "Copies of the form will be given to the bookkeepers of Lakeshore Middle School.",
    ],
)
def test_other_reasons(text: str) -> None:
    assert find(text).status is Status.MISSING
    found = find(f"{text} It will be used at Tarkio.")
    assert (found.status, found.value) == (Status.RECEIVED, ("Tarkio Elementary School",))
