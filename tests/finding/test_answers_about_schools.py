"""What replies say of schools without naming a user: who drops out, who will tell."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.finding.locations.bearing import DROPS, PASSING, with_bearing
from soppa_mailbot.model import LocationsFinding, School

SCHOOLS = (School("Lincoln Elementary School", "school"), School("Prairie View Elementary School", "school"))


def reply(text: str) -> LocationsFinding:
    def look(words: str) -> LocationsFinding:
        return places.find(words, SCHOOLS, source="body", labelled=True)

    return with_bearing(text, places.find(text, SCHOOLS, source="body"), look, answering=True)


@pytest.mark.parametrize("text", ["Prairie View will not take part after all.", "Prairie View will not join us."])
def test_who_drops_out_is_not_added(text: str) -> None:
    assert reply(text).bearing == DROPS


def test_not_just_one_drops_nobody() -> None:
    assert len(reply("It is for Prairie View, not just Lincoln.").value) == len(SCHOOLS)
    assert reply("We need it everywhere, not just Lincoln.").bearing != DROPS
    assert reply("We need it everywhere, not Lincoln.").bearing == DROPS


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        ("Mrs. Ortiz at Lincoln will tell you", PASSING),
        ("The principal of Lincoln will let you know.", PASSING),
        ("Lincoln Elementary. Mrs. Ortiz will tell you more.", ""),
    ],
)
def test_who_will_tell_is_no_user_yet(text: str, bearing: str) -> None:
    assert reply(text).bearing == bearing
