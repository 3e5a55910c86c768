"""Departments that a later sentence makes users of, without their names."""

from __future__ import annotations

import pytest

from made_places import places_among
from soppa_mailbot.model import School, Status

SCHOOLS = (
    School("Alder Middle School", "school", ("Alder",)),
    School("Tarkio Middle School", "school", ("Tarkio",)),
    School("Newcomer Learning", "department", ("EL Department",)),
    School("Human Capital", "department", ("HR", "Human Resources")),
    School("Finance and Treasury", "department", ("Finance", "Business Office")),
    School("Transportation", "department", ("Bus Barn",)),
    School("Prairie Cooperative", "department", ("the Co-op",)),
)
NEWCOMER = ("Newcomer Learning",)
MONEY_AND_BUSES = ("Finance and Treasury", "Transportation")
find = places_among(SCHOOLS)


@pytest.mark.parametrize(
    "text",
    [
        # a person of the name of a school is none
        "Ms. Alder in Newcomer Learning asked us to submit it. Her department alone will be using it, with its tutors.",
        "Ms. Alder in Newcomer Learning asked us to submit it. It is a reading tool. Only her team will use it.",
        "Ms. Ito, who heads Newcomer Learning, told us to write; it will be used by her department only.",
        "Ana Ito, director of Newcomer Learning, told us to write. The seats are for her office.",
        "Newcomer Learning's director, Ms. Ito, told us to write. Her staff will be the only users.",
        "Newcomer Learning told us how to submit. Their staff plans to use it from May.",
        "We spoke with Newcomer Learning. That department will use it.",
        "Our contact is Mr. Ito (Newcomer Learning). The software will only be used in his division.",
        "It was good to meet Ana Ito from Newcomer Learning. She runs that department and she'd like Sprig for it.",
        "It was good to meet Ana Ito from Newcomer Learning. She heads it and wants Sprig for her tutors.",
        "It was good to meet Ana Ito from Newcomer Learning. She wants it for her team, so I have written a quote.",
        "Newcomer Learning told us how to submit. Here is the quote. They'd be the only users.",
        "Your Newcomer Learning director, Mr. Ito, asked for our best price on Planet Words for his department.",
        "Attached is the quote that Newcomer Learning asked us about in August. They'll be the ones logging in.",
    ],
)
def test_their_department(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, NEWCOMER)


@pytest.mark.parametrize(
    "text",
    [
        "Invoices go to the Business Office. Her department will use it.",
        "Ms. Alder in Newcomer Learning and Mr. Wu in Human Resources told us to write. Her department will use it.",
        "Ms. Ito in Newcomer Learning told us how to submit. Her team will review it.",
        "Ms. Ito in Newcomer Learning told us how to submit. Her department will not use it.",
        "Ms. Ito in Newcomer Learning told us how to submit. Our team will use your forms.",
        "Ms. Ito in Newcomer Learning told us how to submit. She runs it and wants a reference for it.",
        "Ms. Ito in Newcomer Learning told us how to submit. She wants W-9 forms for her office.",
        "Your Newcomer Learning director, Mr. Ito, asked for our W-9 form.",
        "The quote that Newcomer Learning has is old. They'll be the ones signing in May.",
        "Ms. Ito in Newcomer Learning told us how to submit. They would be the only readers of the form.",
    ],
)
def test_no_word_of_use(text: str) -> None:
    assert find(text).status is Status.MISSING


def test_of_a_school_in_the_same_sentence_more_would_be_said() -> None:
    found = find("Ms. Ito in Newcomer Learning and Mr. Wu at Alder told us to write. Her department will use it.")
    assert "Newcomer Learning" not in found.value


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Ito in Newcomer Learning told us how to submit. Alder will use it, and her team will use the reports.",
        "Ms. Ito in Newcomer Learning told us how to submit. Ms. Wu at Alder wants it. Her team will use it in May.",
        "Ms. Ito in Newcomer Learning told us how to submit. Her department will not use it. It is for Alder.",
        "Newcomer Learning told us how to submit. It is for Alder Middle School; they'd be the only users.",
    ],
)
def test_a_school_is_the_user(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, ("Alder Middle School",))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Y'all's HR folks want QuillPost for the newsletter. Quote is attached.", ("Human Capital",)),
        ("Your HR crew would like it for the newsletter.", ("Human Capital",)),
        ("The HR people want it.", ("Human Capital",)),
        ("Our friends in HR need it for onboarding.", ("Human Capital",)),
        ("As discussed with HR, who'll be the users, the quote is attached.", ("Human Capital",)),
        ("Per our talk with HR (they'll be the users), the quote is attached.", ("Human Capital",)),
        ("Per our call with HR, the users of it, quote attached.", ("Human Capital",)),
        ("We talked with Human Resources, who'd be the ones using it.", ("Human Capital",)),
        ("Quote attached, for our friends over in Newcomer Learning.", NEWCOMER),
        ("Quote attached, for y'all's folks in HR.", ("Human Capital",)),
        ("Quote attached for the good people at Newcomer Learning and HR.", (*NEWCOMER, "Human Capital")),
        ("Quote attached, for our friends in Newcomer Learning and for the folks at HR.", (*NEWCOMER, "Human Capital")),
        (
            "Quote attached, for the lovely crew down in Newcomer Learning and the gang at HR.",
            (*NEWCOMER, "Human Capital"),
        ),
        ("It is for the team in Newcomer Learning and for the folks at HR.", (*NEWCOMER, "Human Capital")),
        ("Quote attached for our friends at Alder.", ("Alder Middle School",)),
        # by what they do there
        ("It is for the tutors and speech teachers of the EL Department.", NEWCOMER),
        ("Quote attached. It will be used by the payroll clerks in HR.", ("Human Capital",)),
        ("Quote attached. It will be used by drivers of the Bus Barn.", ("Transportation",)),
        ("It is for two dispatchers at the Co-op. Quote attached.", ("Prairie Cooperative",)),
        ("The speech teachers of the Co-op will use it.", ("Prairie Cooperative",)),
        ("The only people in the district who will log in are the three ladies in finance.", ("Finance and Treasury",)),
        ("Those who will have accounts are the mechanics at the Bus Barn.", ("Transportation",)),
        ("We set up two teams in the app, one for finance and one for the bus barn.", MONEY_AND_BUSES),
        ("This module is operated by the business office.", ("Finance and Treasury",)),
    ],
)
def test_by_their_people(text: str, value: tuple[str, ...]) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.RECEIVED, value)


@pytest.mark.parametrize(
    "text",
    [
        "Your HR folks want a copy of the invoice.",
        "Y'all's HR folks want our W-9.",
        "HR needs it by Friday.",
        "HR folks need it for their records.",
        "As discussed with HR, who will be the approvers, the quote is attached.",
        "Per our talk with HR, who won't be the users, the quote is attached.",
        "The W-9 is attached for the folks in HR.",
        "Thanks for the help of your colleagues over in HR.",
        "The quote is attached, and the folks in HR will sign it.",
        "We met the speech teachers of the Co-op. Quote attached.",
        "There are two invoices, one for finance and one for the bus barn.",
        "The people who will review it are in finance.",
        "Quote attached; the payroll clerks in HR have a copy.",
    ],
)
def test_people_who_do_something_else(text: str) -> None:
    assert find(text).status is Status.MISSING
