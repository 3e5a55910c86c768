"""Places that sit a purchase out, in a sentence of their own."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.finding.locations.places_sat_out import sits_out
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


@pytest.mark.parametrize(
    "said",
    [
        "Benton Middle School has its own program",
        "Benton Middle School buys its own stuff through the county",
        "Benton Middle School has a contract with another company through June",
        "Benton Middle School uses something else",
        "Benton Middle School will keep building by hand",
        "Benton Middle School continues to do this on paper",
        "Benton Middle School wanted in but the greenhouse fell through",
        "Benton Middle School hoped to join too, but the network isn't ready",
        "her colleague at Benton Middle School, Mr. Ames, considered joining but will not",
        "Benton Middle School said no thank you",
        "Benton Middle School's staff voted it down",
        "Benton Middle School serves as this year's comparison group and will receive no accounts",
        "Benton Middle School needs no licenses",
        "we also had talks with Benton Middle School, but they have decided to wait until 2027-28",
        "we also met Benton Middle School, though they are going with another vendor",
        "no to Benton Middle School",
        "the seats for Benton Middle School were on last year's PO",
        "principals of Benton Middle School will be kept informed",
        # who of the school says so, and with other verbs
        "Benton Middle School's teachers buy their own stuff",
        "the Benton Middle School team is staying with paper",
        "Benton Middle School's staff are happy with what they have",
        "Benton Middle School stays with paper",
        "Benton Middle School does it in house",
        "Benton Middle School will go on doing it manually",
        "Benton Middle School writes its own materials",
        "Benton Middle School has signed a deal with another vendor",
        "Benton Middle School acts as the control group",
        "Benton Middle School gets no accounts",
        "Benton Middle School considered participating, but the budget did not allow it",
        "Benton Middle School turned us down",
        "Benton Middle School took a pass",
        "Benton Middle School has its own",
        "Benton Middle School already has its own from the county",
        "Benton Middle School's people said they won't",
        "Benton Middle School has no interest this year",
        "Benton Middle School wanted to, but the network isn't ready",
        "Benton Middle School wanted logins too, but Ron said no",
        "Benton Middle School hoped for seats, but the board turned it down",
        "Mr. Ames at Benton Middle School considered joining but will not",
        "their office staff at Benton Middle School voted against it",
        "the other science teachers at Benton Middle School said no",
        "the remaining science teachers at Benton Middle School said no",
        "this is not to be mixed up with Benton Middle School",
        "easily mistaken for Benton Middle School",
        "the form names Benton Middle School, which we wrote in error",
        "we also spoke with Benton Middle School, but they opted out",
        "we also called Benton Middle School, yet its principal has chosen to stay with paper",
        "principals of Benton Middle School will just be copied",
        "families of Benton Middle School are kept in the loop",
        "the kits for Benton Middle School were part of an earlier order",
        "not to be mixed up with Benton Middle School, which we listed by mistake",
    ],
)
def test_does_without(said: str) -> None:
    found = find(f"It will be used at Alder and Tarkio; {said}.")
    assert (found.status, found.value) == (Status.RECEIVED, (ALDER, TARKIO))


@pytest.mark.parametrize(
    "said",
    [
        "Benton Middle School has its own license key",
        "Benton Middle School has a contract with us through June",
        "Benton Middle School will keep using it",
        "Benton Middle School will keep grading on paper until it arrives",
        "Benton Middle School wanted in but only with 20 seats",
        "Benton Middle School needs no training",
        "Benton Middle School said no changes are needed",
        "Benton Middle School was on last year's order too and is renewing",
        "they have declined the training, Benton Middle School too",
        "Benton Middle School does it with paper kits of ours",
        "Benton Middle School signed the agreement with the others",
        "it is for Benton Middle School, too, which we left out by mistake last time",
        "and for Benton Middle School, which we had forgotten, dropped by mistake before",
        "it is for Benton Middle School too, which they counted by mistake as one school with Tarkio",
        "the seats for Benton Middle School were on last year's PO and are on this one again",
        "the seats are for Benton Middle School too, which was on the earlier quote and is now on this one",
        "Benton Middle School wanted in, but is now with 20 seats on the list",
        "teachers of Benton Middle School will be informed and use it in May",
    ],
)
def test_does_not_do_without(said: str) -> None:
    assert BENTON in find(f"It will be used at Alder and Tarkio; {said}.").value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("We put this in at Alder and Tarkio. Both have said no thank you. Order: Benton Middle School.", (BENTON,)),
        ("We offered it to Alder and Tarkio. Neither is interested. Order: Benton Middle School.", (BENTON,)),
        ("It is for Alder and Tarkio. They declined the training.", (ALDER, TARKIO)),
        ("It is for Alder and Tarkio. They have decided to wait with the rollout until May.", (ALDER, TARKIO)),
        ("It is for Alder and Tarkio. They opted out of the training.", (ALDER, TARKIO)),
        ("It is for Alder and Tarkio, but they are not ready with rosters yet.", (ALDER, TARKIO)),
        ("It is for Alder; Tarkio said yes.", (ALDER, TARKIO)),
        ("It is for Alder and Tarkio. Both said no changes are needed.", (ALDER, TARKIO)),
        ("Schools that will use it: Alder. Tarkio won't, they have their own.", (ALDER,)),
        ("Schools: Alder, Tarkio. Neither has a computer lab.", (ALDER, TARKIO)),
        ("Schools: Alder, Tarkio\nNeither is interested in a demo, they know it.", (ALDER, TARKIO)),
        ("It is for Alder and Tarkio. They decided against the training.", (ALDER, TARKIO)),
        ("Schools: Alder; Tarkio won't.", (ALDER,)),
        ("Schools: Alder, but Tarkio isn't included.", (ALDER,)),
        ("Seats go to Alder - not to be confused with Tarkio, which we quoted in error.", (ALDER,)),
    ],
)
def test_who_declined(text: str, value: tuple[str, ...]) -> None:
    assert find(text).value == value


def test_it_is_said_of_the_place_itself() -> None:
    """Not of whoever stands before it."""
    assert sits_out("It is for Alder; ", " uses something else for this.")
    assert sits_out("It is for Alder and the team at ", " uses something else for this.")
    assert not sits_out("The trainer whom we send to ", " uses something else for this.")
    assert not sits_out("Our reseller for ", " has its own system.")


FOUR = places_among(
    (
        School("Birch Creek Elementary School", "school", ("Birch Creek",)),
        School("Tubman Elementary School", "school", ("Tubman",)),
        School("East High School", "school", ("East High",)),
        School("West High School", "school", ("West High",)),
    )
)
CREEK, TUBMAN, EAST, WEST = (
    "Birch Creek Elementary School",
    "Tubman Elementary School",
    "East High School",
    "West High School",
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Quote attached. Both HS.", (EAST, WEST)),
        ("its for both hs", (EAST, WEST)),
        ("Counselors at both highs, that's all (elementary has its own thing).", (EAST, WEST)),
        ("Just the counselors at Birch Creek Elementary, nobody else.", (CREEK,)),
        ("order form attached. birch creek + east high + tubmann. thanks", (CREEK, EAST, TUBMAN)),
        ("It's for Mr. Fitch at Birch Crk.", (CREEK,)),
        ("The order is for the elementary schools as Mrs. Ames put it to me: that is Birch Creek.", (CREEK,)),
        (
            "- Filter: now every device, all schools, K-12 plus Birch Creek Elementary (v1 had only the high schools)",
            ("District-wide",),
        ),
        (
            "Where it goes:\n\nTubman - 6 rooms\nEast (the high school) - 11 rooms\nBirch Creek - 9 rooms",
            (TUBMAN, EAST, CREEK),
        ),
    ],
)
def test_short_words_for_users(text: str, value: tuple[str, ...]) -> None:
    assert FOUR(text).value == value


SIX = places_among(
    (
        School("Quarry Bluff East High School", "school", ("East High",)),
        School("Quarry Bluff West High School", "school", ("West High",)),
        School("Washington Middle School", "school", ("Washington",)),
        School("Limestone Middle School", "school", ("Limestone",)),
        School("Little Bluff Preschool", "school", ("Little Bluff",)),
        School("Birchwood Elementary School", "school", ("Birchwood",)),
    )
)
MIDDLES = ("Washington Middle School", "Limestone Middle School")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Both middle schools plus East. No to West, their staff voted it down.",
            (*MIDDLES, "Quarry Bluff East High School"),
        ),
        ("For both middle schools, East side routes first.", MIDDLES),
        ("The two middle schools, in the East, will use it.", MIDDLES),
        ("who: Mr. Gallo, art, Limestone. Ms. Dietz, art, Washington Middle.", MIDDLES[::-1]),
        ("Users: Mrs. Ortiz, Limestone. Mr. Ng, Birchwood, says hi.", MIDDLES[1:]),
        ("Right? Washington's (Coach Ruiz) and Limestone's (Ms. Pell), with 20 seats.", MIDDLES),
        ("- both middle schools + lil bluff", (*MIDDLES, "Little Bluff Preschool")),
    ],
)
def test_short_names_beside_others(text: str, value: tuple[str, ...]) -> None:
    assert SIX(text).value == value


def test_persons_of_schools_who_are_thanked() -> None:
    for said in (
        "We met Washington's (Coach Ruiz) and Limestone's (Ms. Pell).",
        "Washington's (Coach Ruiz) told us so.",
    ):
        assert SIX(said).status is not Status.RECEIVED
    found = SIX("Thanks to Washington's (Coach Ruiz) and Limestone's (Ms. Pell) for the talk.")
    assert found.status is not Status.RECEIVED
