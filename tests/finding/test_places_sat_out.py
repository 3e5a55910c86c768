"""Places that sit a purchase out, in a sentence of their own."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Middle School", "school", ("Tarkio",)),
    School("Benton Elementary School", "school", ()),
    School("Benton Middle School", "school", ()),
)
ALDER, TARKIO, BENTON = "Alder Middle School", "Tarkio Middle School", "Benton Middle School"
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    "said",
    [
        "Benton's middle school was interested as well but is staying with paper this year, so leave them out.",
        "Benton Middle School was interested as well but is staying with paper this year.",
        "Benton Middle School was interested too, but they are waiting a year.",
        "The teachers at Benton Middle School had shown interest but they're sticking with their workbooks.",
        "Benton Middle School looked into it, but has no budget for it.",
        "Benton Middle School seemed keen but in the end decided to wait until next year.",
        "Benton Middle School is staying with paper for now.",
        "Benton Middle School would rather stick with their textbooks.",
        "Benton Middle School is not ready yet, so please don't include them.",
        "Benton Middle School was undecided, please leave that school out.",
        "Benton Middle School was interested as well. Please leave them out for now.",
    ],
)
def test_is_left_out(said: str) -> None:
    found = find(f"It is for seventh grade at Alder and Tarkio. {said}")
    assert (found.status, found.value) == (Status.RECEIVED, (ALDER, TARKIO))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is for Alder. Benton Middle School was interested too and will use it in spring.", (ALDER, BENTON)),
        ("Alder Middle School was interested but can't start before May. Quote attached.", (ALDER,)),
        ("Alder Middle School was interested and is waiting for your approval. Quote attached.", (ALDER,)),
        ("Alder Middle School is staying with us this year, renewal attached.", (ALDER,)),
        ("Alder Middle School is keeping its seats. Quote attached.", (ALDER,)),
        ("The quote is for Alder. The brochures are big, so leave them out.", (ALDER,)),
        ("The quote for Alder Middle School has old rows. Please leave them out.", (ALDER,)),
        ("Alder will use it. The price was wrong, so ignore it.", (ALDER,)),
    ],
)
def test_what_stays(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, value)
