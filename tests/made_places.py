"""Where a mail to a made-up district says that its software is used, for tests of the places a text names."""

from __future__ import annotations

from collections.abc import Callable

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School

DISTRICT = ("Quarry CUSD 9",)


def places_among(schools: tuple[School, ...]) -> Callable[[str], LocationsFinding]:
    """What is found in the text of a mail to a district with these schools."""

    def find(text: str) -> LocationsFinding:
        return places.find(text, schools, source="body", district_names=DISTRICT)

    return find
