"""Sentences that name a school and say something else than that the software will be used there."""

from __future__ import annotations

import pytest

from soppa_mailbot.finding.locations import places
from soppa_mailbot.model import LocationsFinding, School, Status

SCHOOLS = (
    School("Alder Elementary School", "school", ("Alder",)),
    School("Birch Elementary School", "school", ("Birch",)),
    School("Business Office", "department", ("Finance",)),
)
ALDER = "Alder Elementary School"
QUOTE = "Our quote is attached. "


def find(text: str) -> LocationsFinding:
    return places.find(
        text, SCHOOLS, source="body", district_names=("Osage Bluff CUSD 9",), product_names=("Math Mill",)
    )


@pytest.mark.parametrize(
    "did",
    [
        "tried",
        "tested",
        "reviewed",
        "rejected",
        "turned down",
        "dropped",
        "used",
        "stopped using",
        "will stop using",
        "lost interest in",
        "got rid of",
        "does fine without",
        "has no need for",
        "has no plans to use",
        "hasn't decided whether to use",
        "asked whether they could use",
        "will look at",
        "has heard of",
        "told us about",
        "helped us build",
        "would never touch",
        "is on a waiting list for",
        "is too small for",
    ],
)
def test_whatever_else_its_people_do_with_it(did: str) -> None:
    assert find(f"{QUOTE}The teachers at Alder {did} it.").status is not Status.RECEIVED


@pytest.mark.parametrize(
    "text",
    [
        "See you at Alder on Monday.",
        "Parking is at Alder.",
        "We go to press; see you at Alder.",
        "Alder bought it last year.",
        "Alder is excited.",
        "We showed it at Alder.",
        "The library at Alder is lovely.",
        "Rob Mayhew teaches art at Alder.",
        "Will Alder use it?",
        "Will the teachers at Alder use it?",
        "Do you think Alder will use it?",
        "We wonder if Alder will use it.",
        "We are not sure whether it is for Alder.",
        "It isn't known if it is for Alder.",
        "I guess it is for Alder.",
        "It is probably for Alder.",
        "It is most likely for Alder.",
        "I think it's for Alder, but I am not sure.",
        "Someone said it is for Alder.",
        "It could be for Alder.",
        "If Alder uses it, the price is lower.",
        "Unless Alder wants it, we keep the price.",
        "Once the teachers at Alder agree, we start.",
        "It would have been for Alder.",
        "It's for schools like Alder.",
        "It's for a school such as Alder.",
        "It's made for schools the size of Alder.",
        "It's a good fit for Alder.",
        "I am guessing it's Alder, but I really can't be sure. Would you know?",
        "My best guess is that it's for Alder.",
        "We're assuming that Alder will use it.",
        "We can only guess that it is Alder.",
        "I have a hunch it's for Alder.",
        "It should be for Alder, though I don't know for sure.",
        "It's for Alder, but please don't hold me to it.",
        "It's for Alder, but I could be wrong.",
        "It's for Alder (a guess).",
        "The order is for Alder. I really can't be sure, though.",
        "Alder will use it. I'm not certain yet.",
        "The school is Alder, but I can't say for certain.",
        "School: Alder, but I'm not sure",
        "School: I think Alder",
        "Is it for Alder?",
        "Should the quote be for Alder?",
    ],
)
def test_told_supposed_or_asked(text: str) -> None:
    assert find(QUOTE + text).status is not Status.RECEIVED


@pytest.mark.parametrize(
    "text",
    [
        "The teachers at Alder will use it.",
        "The teachers at Alder start in May.",
        "The teachers at Alder share it.",
        "The art rooms at Alder have signed up.",
        "Product will live at Alder.",
        "It will go to Alder.",
        "We would start with Alder.",
        "The school is Alder.",
        "If Alder is to start in May, we need your approval soon.",
        "Math Mill would serve the pupils at Alder.",
        "The art crew at Alder is pumped.",
        "Alder has decided to go with us.",
        "Alder selected Math Mill.",
        "Alder has budgeted for it.",
        "Alder expects to use it in January.",
        "Alder teachers are eager to begin.",
        "The license would cover Alder.",
        "The clubs are at Alder.",
        "Eight seats are in the labs at Alder.",
        "Three are the reading rooms at Alder.",
        "Alder is included.",
        "Two sections are at Alder.",
        "Ms. Lee cannot wait to get this into the hands of her pupils over at Alder.",
        "It's Alder.",
        "The teachers at Alder asked if we could send our proposal; it's attached.",
        "40 seats at Alder",
        "Here is the quote for the library at Alder.",
        "Teachers at Alder do their reviews in it.",
        "Could we have the approval for Alder by May 3?",
        "We are sure that it is for Alder.",
        "We are not sure how many seats, but Alder will use it.",
        "Alder will use it, but I'm not sure when they start.",
        "Alder will use it. I am not sure about the number of seats, though.",
        "Alder will use it, my best guess is 40 seats.",
        "I can't be sure about the price, but it is for Alder.",
        "The quote is for Alder. We are guessing 40 seats.",
        "We checked whether the price holds: it does. It is for Alder.",
        "Dr. Price at Alder asked me to contact you. Before she can use Math Mill, you need papers.",
    ],
)
def test_use_in_many_words(text: str) -> None:
    found = find(QUOTE + text)
    assert (found.status, found.value) == (Status.RECEIVED, (ALDER,))


def test_one_or_the_other_is_asked_about() -> None:
    assert find(f"{QUOTE}Is it for Alder or Birch?").status is Status.UNCLEAR


def test_a_word_that_opens_a_sentence_is_no_given_name() -> None:
    birch = "Birch Elementary School"
    found = find(f"{QUOTE}It's no longer Alder. Instead Birch will use it.")
    assert (found.status, found.value) == (Status.RECEIVED, (birch,))
