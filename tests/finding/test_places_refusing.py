"""Places of which is said that they have no part: whatever makes a user of a place must not when it is denied."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Alder Elementary School", "school", ("Alder",)),
    School("Birch Elementary School", "school", ("Birch",)),
    School("Cedar Middle School", "school", ("Cedar",)),
    School("St. Anne Middle School", "school", ("St. Anne",)),
    School("Drum High School", "school", ("Drum High",)),
    School("Business Office", "department", ("Finance",)),
)
ALDER, BIRCH, CEDAR = "Alder Elementary School", "Birch Elementary School", "Cedar Middle School"


def find(text: str) -> LocationsFinding:
    return places.find(
        text, SCHOOLS, source="body", district_names=("Osage Bluff CUSD 9",), product_names=("Math Mill",)
    )


# what is said of users, and the same denied
SAID = [
    ("Alder {} it.", ("will use", "will never use", "won't use", "will no longer use", "does not need", "can't use")),
    ("Alder and Birch {} it.", ("will use", "will never use", "won't be using", "would not like to buy")),
    ("Both middle schools, Cedar and St. Anne, {} it.", ("will use", "will never use", "will not use")),
    ("The middle schools (Cedar and St. Anne) {} it.", ("will use", "will not use", "will never use")),
    ("The middle schools {} it (Cedar and St. Anne).", ("will use", "will not use", "will never use")),
    ("Mrs. Ortiz (Alder) {} it.", ("will use", "won't use", "will never use")),
    ("All schools but Alder {} it.", ("will use", "will not use", "won't use")),
    ("Every school {} it.", ("will use", "won't use", "will never use")),
    ("Math Mill {} the teachers at Alder.", ("is for", "is not for", "was never meant for")),
    ("It {} St. Anne Middle School.", ("will be used at", "will not be used at", "will never be used at")),
    ("The seats {} the labs at Alder, Birch and Cedar.", ("are for", "are not for", "aren't for", "do not go to")),
    ("It {} the library at Alder (Room 4) and at Birch.", ("will be used by", "will not be used by")),
    ("The software {} Finance.", ("is used by", "is not used by", "will not be used in")),
    ("The schools that {} it are Alder and Birch.", ("will use", "will not use", "won't use", "don't need")),
    ("Schools that {} the software: Alder, Birch", ("will use", "will not use", "will never use", "won't need")),
    ("Which schools {} it? Alder and Birch.", ("will use", "will not use", "don't need")),
    ("Schools that {} Math Mill:\n* Alder\n* Birch\n", ("will use", "will not use", "won't use")),
    ("Our contact at Drum High is Pat Lee; she {} it in her lab.", ("will use", "will not use", "will never use")),
    ("Jo Hale, who teaches art at Alder, wrote. {} students will use it.", ("Her", "None of her", "Not one of her")),
    ("Jo Hale, who teaches art at Alder, wrote. It {} by her pupils.", ("would be used", "would not be used")),
    ("Ann Lee, who runs the Business Office, wrote. The seats {} for her office.", ("are", "are not", "aren't")),
]


@pytest.mark.parametrize(("text", "verbs"), SAID)
def test_nobody_who_is_said_to_have_no_part(text: str, verbs: tuple[str, ...]) -> None:
    said, *denied = verbs
    assert find(text.format(said)).status is Status.RECEIVED
    for verb in denied:
        found = find(text.format(verb))
        assert found.status is not Status.RECEIVED, (text.format(verb), found.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is not only for Alder but for Birch too.", (ALDER, BIRCH)),
        ("Two of your schools (Alder and Birch, Cedar isn't in this round) want it.", (ALDER, BIRCH)),
        ("It is not for Cedar, it is for Alder.", (ALDER,)),
        ("Alder needs it, Cedar won't use it.", (ALDER,)),
        ("It is for Alder (parents won't use it).", (ALDER,)),
        ("Instead of Cedar and Birch, Alder will use it.", (ALDER,)),
        ("It is for Alder and will not be used by students.", (ALDER,)),
        ("It will be used at Alder. Pupils won't need an account.", (ALDER,)),
        ("Alder will use it. It does not need a login.", (ALDER,)),
        ("Alder will use it and does not need training.", (ALDER,)),
        ("The software will be used at Alder, it will not be used outside of it.", (ALDER,)),
        ("Please don't send it to Cedar. Alder will use it.", (ALDER,)),
    ],
)
def test_others_still_count(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, value)
