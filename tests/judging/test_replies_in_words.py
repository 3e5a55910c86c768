"""Replies of vendors in plain words, from raw mail to the verdict on the conversation.

Each reply comes upon a first mail with two schools and a date, or upon one without any: our letter then asks "which
school(s)" and "by when", and a line that holds nothing else answers it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from soppa_mailbot.finding.findings import findings
from soppa_mailbot.judging.judge import judge
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import District, Findings, Item, Kind, PaperFinding, ProductFinding, School, Status

OAK, HIGH = "Oak Ridge Middle School", "Maple Hollow High School"
LINCOLN, CEDAR, WILLOW = "Lincoln Elementary School", "Cedar Creek Elementary School", "Willow Bend Elementary School"
JANE = "Jane Addams Elementary School"
DISTRICT = District(
    name="Maple Hollow CUSD 88",
    aliases=("MHCUSD 88",),
    timezone="America/Chicago",
    domains=("maplehollow88.example",),
    address="procurement@maplehollow88.example",
    schools=(
        School(LINCOLN, "school", ("Lincoln",)),
        School(JANE, "school", ("Jane Addams", "Addams")),
        School(CEDAR, "school", ("Cedar Creek",)),
        School(WILLOW, "school", ("Willow Bend",)),
        School(OAK, "school", ("Oak Ridge", "ORMS")),
        School("Thomas Jefferson Middle School", "school", ("Jefferson",)),
        School(HIGH, "school", ("Maple Hollow High", "MHHS")),
        School("Stillwater High School", "school", ("Stillwater",)),
        School("Curriculum Department", "department", ("Curriculum",)),
    ),
    register=(),
    forms=(),
    blanks=(),
)
NOW = datetime(2026, 9, 8, 14, 0, tzinfo=UTC)
KNOWN = "It is meant for Oak Ridge Middle and Maple Hollow High; we need the final sign-off by November 13, 2026."
ORDER = PaperFinding("q", "quote.pdf", "", Kind.ORDER_FORM, topic="order_form", products=("Aspen Grammar",))


def mail(body: str, *, answering: bool = True, paper: bool = False) -> Findings:
    raw = (
        "From: Wendy Castillo <wendy@aspen.example>\nTo: procurement@maplehollow88.example\n"
        "Subject: Re: Aspen Grammar order form\nMessage-ID: <1@aspen.example>\n"
        "Date: Tue, 08 Sep 2026 09:00:00 -0500\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    text = (raw + body + "\n\nWendy\n").replace("\n", "\r\n").encode()
    got = findings(parse(text), (), (), DISTRICT, received=NOW, ignored="", answering=answering)
    more = {"papers": (ORDER,), "intent": "submission", "product": ProductFinding(("Aspen Grammar",))}
    return replace(got, **more) if paper else got


FIRST = mail(f"Our order form is attached. {KNOWN}", answering=False, paper=True)
FIRST_OPEN = mail("Our order form is attached.", answering=False, paper=True)


def after(*replies: str, first: Findings = FIRST) -> tuple[tuple[str, ...], str]:
    """The schools, and the date or its status, after these replies."""
    verdict = judge([first, *(mail(reply) for reply in replies)], DISTRICT)
    places, day = verdict.item(Item.LOCATIONS), verdict.item(Item.DEADLINE)
    assert places is not None and day is not None
    schools = places.value if places.status is Status.RECEIVED else (str(places.status),)
    return schools, day.value[0] if day.status is Status.RECEIVED else str(day.status)


def test_what_the_first_mails_say() -> None:
    assert after() == ((OAK, HIGH), "2026-11-13")
    assert after(first=FIRST_OPEN) == (("missing",), "missing")


# --- days ----

CHATTER = """
I am leaving Aspen Quill at the end of the month. Bob Roe will take over.
I will send the RFI form by October 2.
Expect the forms by 9/30.
Let's talk on September 16 at 10 AM.
Thank you! Let's talk on September 16 at 10 AM about the next steps.
Can I have an extension to September 18 for the RFI form?
Expected answer by September 20, 2026.
Our office is closed until September 14.
You will have the signed form by Friday.
Our CEO signs when she is back on October 1.
The quote is good until December 31, 2026.
Legal needs until the end of the month to sign the addendum.
Legal will be done by end of September.
Give me until 9/18 please.
Bob is back on 9/21 and will send the SOPPA form.
I start my leave on October 15; Bob Roe takes over.
The forms will be completed by September 25, 2026.
We plan to roll out on January 4, 2027.
I am on vacation from October 5 to October 16.
As of October 1 our new address is 5 Main St.
We will get the forms to you next week.
We'll submit everything on Monday, September 14.
Our lawyers have the SOPPA form, I expect it back on 9/18.
The forms are with our CEO, who returns October 5.
Please give us until October 1 to complete the RFI form.
Could we get more time? We need until 9/30 for the forms.
Mary will send you the SOPPA addendum on Tuesday.
The missing forms will reach you by September 18.
You'll get the RFI on 9/18.
Thanks, we'll return the forms by the 18th.
Thank you. Will do by September 18.
Got it. By 9/18 you have all of it.
Noted, we will have this done by 9/18.
Understood. Should be with you by 9/18!
I'm working on it, should be done by Friday.
Ok, by Friday.
I'm retiring on September 30, please write to Bob from then on.
My last day is September 18.
Could we meet on September 16 to go through the forms?
Are you free on 9/16?
Please call me on 9/14.
See you 12/15!
I'm in the district on September 16 and could drop off the forms.
We have a demo at Lincoln Elementary on September 16.
Board approved our budget on September 2.
Our fiscal year ends December 31.
The training at Oak Ridge is on November 3.
Is 11/13 still realistic? The teachers start on 11/30.
"""
NEW_DAYS = """
2026-12-18 | Actually December 18.
2026-12-18 | Make it December 18 instead.
2026-12-18 | Can we move it to December 18?
2026-12-18 | Sorry, I meant December 18, not November 13.
2026-12-18 | December 18 instead of November 13 would be fine.
2026-12-18 | Correction: December 18, 2026.
2026-12-18 | Please change the date to December 18.
2026-12-18 | New date: December 18.
2026-12-18 | The date on the form is wrong, it should be December 18.
2026-12-18 | We no longer need it by November; December 18 is fine.
2026-12-01 | Please disregard the date I gave before; we need approval by December 1, 2026.
2027-01-15 | The deadline moved to January 15.
2027-01-15 | Can we push the approval to Jan 15, 2027?
2026-12-01 | Final sign-off is needed no later than Dec 1.
2026-12-18 | Sorry, we gave you the wrong date: approval is needed by December 18.
2026-12-18 | The school wants to start on January 11, so we need approval by December 18.
2026-12-15 | As soon as possible, but December 15 at the latest.
2026-11-13 | November 13 is correct.
2026-11-13 | Yes, November 13.
2026-11-13 | Deadline: same as before.
"""
BARE_DAYS = """
December 15
12/15
dec 15
By December 15 please
December 15th. Thanks!
Great, 12/15 it is.
We would like it by 12/15.
The date would be December 15th. Forms to follow.
December 15th. I'll send the RFI form by October 2.
If possible by December 15.
"""


@pytest.mark.parametrize("reply", CHATTER.strip().splitlines())
def test_a_day_of_something_else_is_no_deadline(reply: str) -> None:
    assert after(reply)[1] == "2026-11-13"
    assert after(reply, first=FIRST_OPEN)[1] in ("missing", "unclear")


@pytest.mark.parametrize("line", NEW_DAYS.strip().splitlines())
def test_words_of_approval_or_correction_replace_the_day(line: str) -> None:
    day, reply = line.split(" | ")
    assert after(reply) == ((OAK, HIGH), day)


@pytest.mark.parametrize("reply", BARE_DAYS.strip().splitlines())
def test_a_day_by_itself_answers_the_open_question_and_contradicts_a_known_day(reply: str) -> None:
    assert after(reply, first=FIRST_OPEN)[1] == "2026-12-15"
    assert after(reply)[1] == "unclear", "nobody said which of the two counts"
    assert after(reply, "December 15 is correct.")[1] == "2026-12-15"


# --- schools ----

BARE_ANSWERS = """
Lincoln Elementary, 12/15
Hi Pat,||Lincoln Elementary, December 15.||Thanks,
lincoln elem - dec 15
Lincoln Elementary School|12/15/2026
1. Lincoln Elementary|2. December 15
School: Lincoln Elementary|Needed by: 12/15/26
It's for Lincoln Elementary, and December 15 works for us.
Lincoln Elementary, 12/15. I'm out of the office 9/14-9/18.
For Lincoln Elementary. If possible by December 15.
"""
ADDED = """
Please also add Lincoln Elementary.
Please also add Lincoln Elementary to the list of schools.
We would also like to include Lincoln Elementary.
One more school: Lincoln Elementary.
We have one more: Lincoln Elementary.
It's for the two schools mentioned plus Lincoln Elementary.
In addition to the two schools, Lincoln Elementary wants it too.
Lincoln Elementary will join as well.
Lincoln Elementary too please!
Lincoln Elementary would like to use it too.
Can you add Lincoln Elementary?
It should also cover Lincoln Elementary.
We have extended the quote to Lincoln Elementary.
A third school, Lincoln Elementary, wants in.
Sorry, we left out Lincoln Elementary.
Besides Oak Ridge and Maple Hollow High, Lincoln Elementary will use it.
And Lincoln Elementary, please.
+ Lincoln Elementary
"""
IN_PASSING = """
Our contract with Jane Addams ended on June 30.
We met the staff of Lincoln Elementary yesterday, nice school!
I used to teach at Stillwater High School. Forms will follow soon.
Hi, I met the team of Lincoln Elementary yesterday, great people! Will Lincoln get a contract as well?
Our invoice for Lincoln Elementary is still open.
Lincoln Elementary asked me for a demo.
We are also working with Jane Addams on another product.
Jane Addams Elementary has used our product since 2022.
Cedar Creek Elementary told us that you need the SOPPA form.
Our other quote is for Jane Addams.
Will Cedar Creek need a form of its own?
Do you also need a form for Jane Addams?
I am not at Oak Ridge today.
I will drop by Oak Ridge tomorrow.
Oak Ridge does not have a librarian.
"""
GIVEN_ANEW = """
Only Lincoln Elementary.
It's just Lincoln Elementary now.
Lincoln Elementary
It will be used at Lincoln Elementary.
Correction: the school is Lincoln Elementary, not Oak Ridge.
The final list of schools is Lincoln Elementary.
Please correct the schools to Lincoln Elementary.
"""
EXCHANGED = """
Lincoln Elementary instead of Oak Ridge.
Please replace Oak Ridge with Lincoln Elementary.
Change Oak Ridge to Lincoln Elementary.
Not Oak Ridge but Lincoln Elementary.
"""
DROPPED = """
Not Oak Ridge, sorry.
Please remove Oak Ridge from the list.
Please drop Oak Ridge.
Oak Ridge won't use it.
We withdraw Oak Ridge only.
Oak Ridge dropped out.
Oak Ridge has cancelled, so only Maple Hollow High School will use it.
Oak Ridge Middle is out. Only Maple Hollow High.
Only Maple Hollow High will use it, Oak Ridge dropped out.
"""


@pytest.mark.parametrize("reply", BARE_ANSWERS.strip().splitlines())
def test_a_bare_answer_to_our_list(reply: str) -> None:
    assert after(reply.replace("|", "\n"), first=FIRST_OPEN) == ((LINCOLN,), "2026-12-15")


@pytest.mark.parametrize("reply", ADDED.strip().splitlines())
def test_a_school_that_is_added_leaves_the_others(reply: str) -> None:
    assert after(reply) == ((OAK, HIGH, LINCOLN), "2026-11-13")
    assert LINCOLN in after(reply, first=FIRST_OPEN)[0]


@pytest.mark.parametrize("reply", IN_PASSING.strip().splitlines())
def test_a_school_that_is_named_in_passing_changes_nothing(reply: str) -> None:
    assert after(reply) == ((OAK, HIGH), "2026-11-13")
    assert after(reply, first=FIRST_OPEN)[0] in (("missing",), ("unclear",))


@pytest.mark.parametrize("reply", GIVEN_ANEW.strip().splitlines())
def test_a_list_that_stands_for_itself_replaces_the_old_one(reply: str) -> None:
    assert after(reply) == ((LINCOLN,), "2026-11-13")


@pytest.mark.parametrize("reply", EXCHANGED.strip().splitlines())
def test_one_school_in_place_of_another_leaves_the_third(reply: str) -> None:
    assert after(reply) == ((HIGH, LINCOLN), "2026-11-13")


@pytest.mark.parametrize("reply", DROPPED.strip().splitlines())
def test_a_school_that_drops_out(reply: str) -> None:
    assert after(reply) == ((HIGH,), "2026-11-13")
    assert after("Only Oak Ridge.", reply)[0] in (("unclear",), (HIGH,)), "the last one cannot drop out unnoticed"


def test_an_added_school_that_is_not_on_the_list_is_asked_for_and_costs_no_other() -> None:
    reply = "Lakeside Academy also wants it."
    assert after(reply)[0] == ("unclear",)
    assert after(reply, "Sorry, it is Willow Bend Elementary.")[0] == (OAK, HIGH, WILLOW)


def test_not_just_one_takes_that_one_not_away() -> None:
    assert OAK in after("It is for both Oak Ridge Middle and Lincoln Elementary, not just Oak Ridge Middle.")[0]


def test_adding_to_every_school_changes_nothing() -> None:
    assert after("It is for all schools now.", "Please also add Lincoln Elementary.")[0] == ("District-wide",)


def test_a_form_that_comes_with_chatter_is_read_for_the_schools_and_not_the_chatter() -> None:
    reply = mail("We met the staff of Lincoln Elementary yesterday. The RFI form is attached.")
    said = reply.locations[0]
    with_form = replace(
        reply,
        locations=(said, ("rfi_form", replace(said[1], status=Status.RECEIVED, value=(CEDAR,), bearing="", detail=""))),
        papers=(ORDER,),
        intent="submission",
    )
    verdict = judge([FIRST_OPEN, with_form], DISTRICT).item(Item.LOCATIONS)
    assert verdict is not None and verdict.value == (CEDAR,)
