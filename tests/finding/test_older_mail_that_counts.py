"""Older mail under a vendor's words: a colleague's note that is pointed to, questions that are answered one by one."""

from __future__ import annotations

from datetime import date

import pytest

from made_mails import DISTRICT, QUOTE, RECEIVED, mail, paper
from soppa_mailbot.finding.findings import findings
from soppa_mailbot.mail.forwarded import answered_between, colleagues_words
from soppa_mailbot.mail.numbered import answered_by_number
from soppa_mailbot.mail.parse import parse

NOTE = """
{said}

Owen Tarrant

---------- Forwarded message ---------
From: Priya Raman <{writer}>
Date: Tue, Nov 10, 2026 at 9:48 AM
Subject: The set for Birch Lake
To: Owen Tarrant <owen@planet.example>

Hi Owen,

The order form covers Cedar Middle School. They should give their final approval by March 19, 2027.

Priya
"""
POINTS = "FYI, forwarding it to you since I'm your contact. Everything is in Priya's note below and attached."


def forwarded(said: str = POINTS, writer: str = "priya@planet.example") -> bytes:
    return mail(NOTE.format(said=said, writer=writer), sender="Owen Tarrant <owen@planet.example>", subject="Fwd: set")


def told(raw: bytes) -> tuple[list[tuple[str, ...]], list[date | None]]:
    got = findings(parse(raw), (paper(QUOTE),), (), DISTRICT, received=RECEIVED, ignored="")
    return [f.value for _, f in got.locations], [f.value for _, f in got.deadlines]


def test_a_colleagues_note_that_is_pointed_to() -> None:
    assert colleagues_words(parse(forwarded())).startswith("Hi Owen")
    assert told(forwarded()) == ([("Cedar Middle School",)], [date(2027, 3, 19)])


@pytest.mark.parametrize(
    "raw",
    [
        forwarded("Our order form is attached."),
        forwarded(writer="priya@elsewhere.example"),
        forwarded("We are below your budget. Our order form is attached."),
    ],
)
def test_other_older_mail_counts_for_nothing(raw: bytes) -> None:
    assert colleagues_words(parse(raw)) == ""
    assert told(raw) == ([], [])


def test_the_senders_own_words_come_first() -> None:
    said = f"{POINTS} It is for Lincoln Elementary only; final approval by March 1, 2027."
    assert told(forwarded(said)) == ([("Lincoln Elementary School",)], [date(2027, 3, 1)])


BETWEEN = """Thanks for the quick answer! To your questions:

> 1. Which buildings?

Cedar and Lincoln.

> 2. By when do you need the District's
> final approval?

February 5, 2027

> 3. Please send the order form.

Attached.

Amara
"""


def test_questions_that_are_answered_between_their_lines() -> None:
    assert answered_between(BETWEEN) == (
        "1. Which buildings?\nCedar and Lincoln.\n\n"
        "2. By when do you need the District's final approval?\nFebruary 5, 2027\n\n"
        "3. Please send the order form:\nAttached."
    )
    places, days = told(mail(BETWEEN))
    assert days == [date(2027, 2, 5)] and set(places[0]) == {"Cedar Middle School", "Lincoln Elementary School"}


LISTED = """Hi Tracy, answers inline below.

> please send all five of these:
> 1. Your order form, quote or estimate

Estimate 1093, attached

> 4. The school(s) or department(s) that will use it (e.g. Lincoln Elementary)

Cedar

> 5. The date by which you need final District approval (e.g. March 1, 2027)

2/5/27
"""


def test_a_list_of_what_is_asked_for_is_answered_between_its_lines() -> None:
    """Its examples are the District's, and no answers."""
    assert told(mail(LISTED)) == ([("Cedar Middle School",)], [date(2027, 2, 5)])


def test_a_whole_mail_that_is_quoted_answers_nothing() -> None:
    under = "> We need it soon.\n> By when do you need the approval?\n\nWe call you. Our trial ends March 1, 2027.\n"
    assert answered_between(under) == ""
    assert answered_between("Hello,\n\nthe order form is attached.\n\n> Which schools?\n> By when?\n") == ""
    long = "> Which schools?\n\n" + "Line of a long text.\n" * 6 + "\n> By when?\n\nLater\n"
    assert answered_between(long) == ""


PROPOSED = """
Hello,

> Is it for Lincoln Elementary School?
{where}

> Do you need it by March 5, 2027?
{when}

Amara
"""


@pytest.mark.parametrize(
    ("where", "when", "school", "day"),
    [
        ("No, only for Cedar Middle School.", "April 9, 2027 is early enough.", "Cedar Middle School", (2027, 4, 9)),
        ("Cedar Middle School.", "By April 9, 2027, please.", "Cedar Middle School", (2027, 4, 9)),
        ("Yes.", "Yes, please.", "Lincoln Elementary School", (2027, 3, 5)),
    ],
)
def test_what_a_question_proposes_counts_where_the_answer_is_yes(
    where: str, when: str, school: str, day: tuple[int, int, int]
) -> None:
    places, days = told(mail(PROPOSED.format(where=where, when=when)))
    assert (places, days) == ([(school,)], [date(*day)])


NUMBERED = """
{said}

Owen Tarrant

On Tue, Nov 10, 2026 at 4:02 PM Birch Lake Procurement <procurement@birchlake12.example> wrote:
> Owen, {asked}
"""
ASKED = (
    "two things: 1) Which school(s) will use it? 2) By when must the District have approved it? And a quote, please."
)


@pytest.mark.parametrize(
    "said",
    [
        "Answers to your two questions: 1) Cedar. 2) March 19. The quote is attached.",
        "Hi,\n\n1. Cedar Middle School\n2. March 19, 2027\n\nThe quote is attached.",
        "Q1: Cedar. Q2: March 19, please.",
        "(2) March 19. I left out (1) Cedar (2) by March 19.",
    ],
)
def test_answers_by_number_over_the_questions(said: str) -> None:
    assert told(mail(NUMBERED.format(said=said, asked=ASKED), subject="RE: set"))[1] == [date(2027, 3, 19)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("The quote is attached.", ASKED),
        ("1) Cedar. 2) March 19.", "please send 1) the quote, 2) the RFI form."),
        ("1) Cedar. 2) March 19. 3) May 4.", ASKED),  # answers something else
        ("We sign 2) on March 19.", ASKED),
        ("1) It is for Cedar. 2) We cannot say yet.", ASKED),
        ("1) Cedar. 2) March 19.", "1) Which school will use it? 2) When does your price expire?"),
    ],
)
def test_numbers_that_answer_no_question_for_the_day(said: str, asked: str) -> None:
    assert told(mail(NUMBERED.format(said=said, asked=asked), subject="RE: set"))[1] == []


def test_numbered_pairs() -> None:
    pairs = answered_by_number("1) Yes, from May 4. 2) Cedar", "> 1. Do you start soon? 2. Which\n> school?")
    assert pairs == "Do you start soon.\nfrom May 4.\n\nWhich school?\nCedar"
    assert answered_by_number("1) Cedar", "1) Which school? 2) By when?") == ""
    assert answered_by_number("no numbers", "1) Which school? 2) By when?") == ""
