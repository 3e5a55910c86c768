"""Approval dates that are taken back, asked for in other words, or written without a month."""

from __future__ import annotations

import time
from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import Status

SENT = date(2026, 11, 3)  # a Tuesday

RECEIVED = [
    # words behind the day that say what it is for
    ("The teachers' window closes December 4th, so that's our deadline for your approval.", "2026-12-04"),
    ("Our go-live is Monday, December 7. That's also the date by which your approval must be final.", "2026-12-07"),
    ("The form comes back by Nov 25. The date that counts is Dec 11: we need final approval then.", "2026-12-11"),
    ("If approval comes after December 11, the grant is lost, so that is our cutoff.", "2026-12-11"),
    ("The agreement takes effect December 11, 2026. Approval is needed by December 15, 2026.", "2026-12-15"),
    # an occasion with its day
    ("Approval needed before the winter holiday (Dec 18).", "2026-12-18"),
    ("Approval needed before Thanksgiving, November 26.", "2026-11-26"),
    ("Approve no sooner than Nov 10 and no later than Dec 11.", "2026-12-11"),
    ("Timeline: District sign-off (final) – Dec 7, 2026; kickoff – Dec 14, 2026; training – Dec 16", "2026-12-07"),
    ("Please have this wrapped up on your end by 12/4.", "2026-12-04"),
    ("Required completion (district review): 12/4/2026", "2026-12-04"),
    ("We require that all reviews be completed prior to 12/04/2026.", "2026-12-04"),
    ("Sign-off target is 30 days out from this email.", "2026-12-03"),
    ("A decision no later than the second Friday in December, please.", "2026-12-11"),
    ("Approval needed by the last Friday of January 2027.", "2027-01-29"),
    ("Sign-off by the 1st Monday of next month", "2026-12-07"),
    ("Approval by the first Monday in November", "2027-11-01"),  # this year's was yesterday
    ("Deadline moved: originally December 4, now December 11, 2026 for the approval.", "2026-12-11"),
    ("Our approval deadline was December 4; it is now December 11.", "2026-12-11"),
    ("When we need a final yes from you: Friday, December 18, 2026.", "2026-12-18"),
    ("Need yes/no from the district by Dec 17 2026.", "2026-12-17"),
    ("Hoping the district can OK it by 11/30/26.", "2026-11-30"),
    ("Your board must OK it by Dec 10.", "2026-12-10"),
    (
        ("Could we have the District's approval by December 4? Sorry, strike that: we need it by Friday, Dec. 11th."),
        "2026-12-11",
    ),
    ("Approval by Dec 4, I mean Dec 11.", "2026-12-11"),
    ("Approval needed by Dec 4. Oops, Dec 11.", "2026-12-11"),
    ("Deadline: December 4 - correction: December 11", "2026-12-11"),
    ("Sign-off by Dec 4, no wait, Dec 11", "2026-12-11"),
    ("Deadline for approval: December 4, 2026 (make that December 11)", "2026-12-11"),
    ("Approval by 12/4. Actually 12/11 works better for us.", "2026-12-11"),
    ("Approval by 12/4. Sorry, I meant 12/11.", "2026-12-11"),
    ("We need approval by December 11, not December 4.", "2026-12-11"),
    ("We need approval by December 11 (not December 4 as I said on the phone).", "2026-12-11"),
    ("Approval by December 11. Sorry for the late notice, our quote expires December 31.", "2026-12-11"),
    ("The quote expires December 4. Sorry, December 31. Approval by January 8.", "2027-01-08"),
    ("Approval by December 4. Sorry, the quote expires on December 11.", "2026-12-04"),
    ("we need a thumbs up by Dec 11", "2026-12-11"),
    ("Please give us the green light by 12/11", "2026-12-11"),
    ("We'd need the ok from you by Dec. 11", "2026-12-11"),
    ("Need the district to say yes by 12/11/26.", "2026-12-11"),
    ("Final answer needed by Dec 11", "2026-12-11"),
    ("district must okay this by Dec 11", "2026-12-11"),
    ("A yes or no by Dec 11 would be great.", "2026-12-11"),
    ("Pls sign off b4 12/18", "2026-12-18"),
    ("We kindly ask that the approval it is done before of December 18.", "2026-12-18"),
    ("approval date 18 december", "2026-12-18"),
    ("Drop dead date for your OK is 12/18/26", "2026-12-18"),
    ("Would love a signed approval back no later than close of business on the 18th of December.", "2026-12-18"),
    ("we go live 1/5 so need you guys to approve by 12/18", "2026-12-18"),
    ("Approve by: Fri Dec 18", "2026-12-18"),
    ("Final approval -> 12.18.2026", "2026-12-18"),
    ("Deadline\tQuote valid\n12/18/2026\t12/31/2026", "2026-12-18"),
    ("Board meets Dec 14, so approval by the 18th works for us.", "2026-12-18"),
    ("We'd need a decision six weeks from today.", "2026-12-15"),
    ("need ur approval eod 12/18", "2026-12-18"),
    ("The date by when we need final approval & sign off would be Dec. 18th '26.", "2026-12-18"),
    ("Approval? December 18 please. Invoice date Jan 2.", "2026-12-18"),
    ("We would like that the district approves it on or before 18 of December of 2026.", "2026-12-18"),
    ("It has to be through the board by 12/18/2026.", "2026-12-18"),
    ("Deadline: none really, but Dec 18 would be nice", "2026-12-18"),
    ("first day of pilot 1/11; approval by 12/18 ; trial ends 2/11", "2026-12-18"),
    ("Approval by December 18? Hmm, make it the 21st.", "2026-12-21"),
    ("Target approval: mid-December; hard stop December 18.", "2026-12-18"),
    ("Approval by December 4. Oops, the quote is good until December 11.", "2026-12-04"),
    ("Approval by Dec 4. Sorry, demo moved to Dec 11.", "2026-12-04"),
    ("Approval by Dec 4, or actually the sooner the better, we start January 4.", "2026-12-04"),
    ("Approval by January 8. Correction: January 15.", "2027-01-15"),
    ("Please approve by 12/4 (oops, 12/14).", "2026-12-14"),
    ("Sign-off by Dec. 4. Disregard that, Dec. 14 is fine.", "2026-12-14"),
    ("The deadline was December 4; make that December 14.", "2026-12-14"),
    ("I wrote December 4 but that should be December 14 for the approval.", "2026-12-14"),
    ("Approval by December 4. Sorry, I'm out of office until December 11.", "2026-12-04"),
    ("The committee has to okay it by January 20.", "2027-01-20"),
    ("Can the superintendent give the nod by 1/20/27?", "2027-01-20"),
    ("looking for an official yes by jan 20", "2027-01-20"),
    ("We'd like your blessing by January 20, 2027.", "2027-01-20"),
    ("Approval date\tStart date\n1/20/2027\t2/1/2027", "2027-01-20"),
]
MISSING = [
    "To hold the pricing we need the order by December 4.",
    "The trial ends December 4, and that is the date on which our discount ends.",
    "Can you get it blessed by Dec 11?",
    "Is it OK by you if we call December 4?",
    "Let me know yes or no by Dec 4 whether you can join the webinar.",
    "Say yes by Dec 4 to lock in the price!",
    "Our quote is good thru 12/31 and implementation starts 1/4.",
    "We submitted on 10/2 and were told approval takes 4 weeks.",
    "The webinar is December 4, sorry, December 11.",
    "Yes or no, our office closes December 24.",
    "Is the board ok with a call December 4?",
    "The committee can clear the room by 12/4 for the demo.",
    "You can accept the quote by Dec 4.",
    "You must accept the terms by Dec 4 to keep the price.",
    "The final word on pricing comes December 4.",
]
UNCLEAR = [
    "Approval in the first half of December, please",
    "Can your team wrap up approvals before winter break?",
    "Need approval by 12/18 or 12/19.",
    "Sign-off needed by the 31st of November",
    "Quote expires January 31. Approval by the 15th please.",
    "We were told the board could approve it by December.",
    "Sign-off by January 8, the 15th at the latest.",
]


@pytest.mark.parametrize(("text", "day"), RECEIVED)
def test_received(text: str, day: str) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status, str(found.value)) == (Status.RECEIVED, day)


@pytest.mark.parametrize("text", MISSING)
def test_dates_of_something_else_do_not_count(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status == Status.MISSING


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status == Status.UNCLEAR


@pytest.mark.parametrize(
    "word", ["Sorry, December 11. ", "approval by the 18th, no, wait, ", "I mean ", "Deadline\tQuote\n"]
)
def test_endless_corrections_take_bounded_time(word: str) -> None:
    started = time.process_time()
    deadline.find("Approval by December 4. " + word * 6000, SENT, source="body")
    assert time.process_time() - started < 8


def test_an_aside_of_an_order_form_parts_no_day_from_approval() -> None:
    found = deadline.find("Customer approval (final sign-off) needed by: December 16, 2026", SENT, source="Order.pdf")
    assert (found.status, str(found.value)) == (Status.RECEIVED, "2026-12-16")


@pytest.mark.parametrize(
    "text",
    [
        "I enclose the agreement, executed by me on October 19.",
        "The agreement was signed by Jane Doe on 10/19.",
        "November 20 is the last day to order at this price.",
    ],
)
def test_days_on_which_something_was_done_are_no_deadline(text: str) -> None:
    assert deadline.find(text, SENT, source="body").status == Status.MISSING


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("IT told us that December 15, 2026 is the last day for the District's final approval.", date(2026, 12, 15)),
        ("December 15 is the very last day to approve it.", date(2026, 12, 15)),
        ("Executed by me on October 19; please have it executed by November 20.", date(2026, 11, 20)),
        ("Please get it signed by the Board by December 3.", date(2026, 12, 3)),
    ],
)
def test_the_last_day_for_it(text: str, day: date) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status, found.value) == (Status.RECEIVED, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sign-off by Friday of next week would help.", date(2026, 11, 13)),
        ("Approval by Wednesday next week, please.", date(2026, 11, 11)),
        ("Approval by Thursday of this week, please.", date(2026, 11, 5)),
        ("Approval by Monday of the week after next.", date(2026, 11, 16)),
        ("Approval by Friday of next week, November 13.", date(2026, 11, 13)),
        ("They hope to be cleared two weeks from today if that is possible.", date(2026, 11, 17)),
        ("We know approvals take a while, but would hope to have yours within three weeks.", date(2026, 11, 24)),
    ],
)
def test_days_of_weeks_and_wishes(text: str, day: date) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status, found.value) == (Status.RECEIVED, day)


def test_a_day_of_this_week_that_is_over_is_none() -> None:
    assert deadline.find("Approval by Monday of this week.", SENT, source="body").status == Status.UNCLEAR


def test_how_long_it_takes_is_no_wish() -> None:
    assert deadline.find("We know approval takes a while, some three weeks.", SENT, source="body").value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Needed by: end of the year, so Dec 31.", date(2026, 12, 31)),
        ("Please have it approved by the last day before winter break, i.e. Friday, Dec. 18.", date(2026, 12, 18)),
        ("November 20 would be good for the sign-off, then we turn it on the week after.", date(2026, 11, 20)),
    ],
)
def test_a_day_told_twice(text: str, day: date) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status, found.value) == (Status.RECEIVED, day)


def test_timing_without_a_day_is_unclear() -> None:
    text = "As for timing, as soon as you can would be great, and certainly before spring break."
    assert deadline.find(text, SENT, source="body").status == Status.UNCLEAR


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "On the phone I said November 20 for the approval. Please strike that. The date by which we need the "
            "District's final approval and sign-off is now December 4, 2026.",
            "2026-12-04",
        ),
        (
            "We asked for approval by November 20. Please disregard that. The latest day by which the approval must "
            "be final for us is now December 4.",
            "2026-12-04",
        ),
        (
            "I had mentioned November 20 for the approval; this is superseded. The new date for the District's final "
            "approval is December 4, 2026.",
            "2026-12-04",
        ),
        ("The date by which we need approval is no longer November 20 but December 4.", "2026-12-04"),
        ("Approval no longer by December 4 but by December 11.", "2026-12-11"),
        ("Approval by November 20. Strike that. Final approval of the second product is needed by December 4.", ""),
        ("Approval by November 20. Please ignore the old quote. Approval of phase two is needed by December 4.", ""),
        ("The approval is no longer needed by December 4.", ""),
    ],
)
def test_a_day_that_is_struck_in_a_long_sentence(text: str, day: str) -> None:
    found = deadline.find(text, SENT, source="body")
    assert (found.status is Status.RECEIVED, str(found.value or "")) == (bool(day), day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("So that the choirs can train for the contest on April 9, we hope for your approval by Feb 5.", "2027-02-05"),
        ("To be ready for the science fair on April 9, we ask for approval by February 5.", "2027-02-05"),
        ("Because the history fair is on April 9, please approve by February 5.", "2027-02-05"),
        ("With the spring musical on March 12, we'd like final approval by January 15.", "2027-01-15"),
        ("For the meet on April 9, we need the District's approval and signature by February 5.", "2027-02-05"),
        ("Ahead of the parent night on January 20, final approval is needed by January 15.", "2027-01-15"),
        # both may be of the approval
        ("Because approval is due on April 9, we hope for sign-off by February 5.", ""),
        ("Since our deadline is April 9, we hope for approval by February 5.", ""),
        ("So that the District can sign on April 9, we hope for its approval by February 5.", ""),
        ("So that approval is given by January 8, we ask for sign-off by January 15.", ""),
        ("Before the winter break on December 18, we need approval, if possible by December 11.", ""),
        ("Approval by April 9, sign-off by February 5.", ""),
    ],
)
def test_the_day_of_what_it_is_wanted_for(text: str, day: str) -> None:
    found = deadline.find(text, SENT, source="body")
    wanted = (Status.RECEIVED, day) if day else (Status.UNCLEAR, "None")
    assert (found.status, str(found.value)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "I told Ms. Ruiz that we had to have your approval by December 4. Forget that one, our release slipped. "
        "We now need the District's final approval by January 15, 2027.",
        "We need approval by December 4. Scratch that, our launch moved. We need approval by January 15, 2027.",
        "I said we needed your approval by December 4. Our release\nslipped, so we now need it approved by January 15.",
        "We wrote that we need approval by December 4. That is off. We now need your approval by January 15, 2027.",
    ],
)
def test_a_day_that_was_told_earlier_is_replaced_with_its_reason(text: str) -> None:
    found = deadline.find(text, date(2026, 11, 6), source="body")
    assert (found.status, found.value) == (Status.RECEIVED, date(2027, 1, 15))


@pytest.mark.parametrize(
    "text",
    [
        "We need approval by December 4. We now need approval by January 15, 2027.",
        "I told them that Lincoln needs approval by December 4. Cedar now needs approval by January 15, 2027.",
        "Lincoln needs approval by December 4. Never mind the form, it follows. Oak needs approval by January 15.",
    ],
)
def test_two_days_of_which_none_is_taken_back(text: str) -> None:
    assert deadline.find(text, date(2026, 11, 6), source="body").status is Status.UNCLEAR
