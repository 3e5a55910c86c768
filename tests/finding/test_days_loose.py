"""Days near words of approval that are no deadline, and days in words that an honest writer may choose."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 11, 3)  # a Tuesday
LABEL = "Deadline for final District approval and sign-off: "


def find(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body")


@pytest.mark.parametrize(
    "text",
    [
        f"{LABEL}not before January 15, 2027",
        f"{LABEL}January 15, 2027 or later",
        f"{LABEL}January 15, 2027, or whenever the Board meets next",
        f"{LABEL}1/15/2027 or at the next Board meeting",
        f"{LABEL}January 15, 2027 for the pilot; June 1, 2027 for the full rollout",
        f"{LABEL}around January 15, 2027",
        f"{LABEL}approx. January 15, 2027",
        f"{LABEL}1/15/2027 or so",
        f"{LABEL}end of Q1 2027",
        "Your form says to allow four weeks, so approval would be December 1, 2026 at the earliest.",
        "Final approval and sign-off by January 15, 2027 would be too late for us; what is possible?",
        "The principal hopes for approval by January 15, 2027, but we don't have a firm date.",
        "The Board could give its approval by January 15, 2027. There is no deadline from the school.",
        "We need it approved by the 15th of next December.",  # of this year or the next?
    ],
)
def test_no_day_to_rely_on(text: str) -> None:
    found = find(text)
    assert (found.status, found.value) == (Status.UNCLEAR, None)


@pytest.mark.parametrize(
    "text",
    [
        "The Superintendent told us that approval took until January 15, 2027 last time; we have no date.",
        "Our CFO must approve and sign off on the discount by January 15, 2027.",
        "If approval is given by January 15, 2027, we add two months free.",
        "Schools: Lincoln\nIf approval is given by January 15, 2027, we add two months free.\n\nThank you!",
        "When it is approved by December 1, you'll receive a 10% discount.",
        "Cedar Creek needs final approval by January 15, 2027 for its own order.",
    ],
)
def test_a_day_of_something_else(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        f"{LABEL}January 15, 2027 or sooner",
        f"{LABEL}January 15, 2027 or as soon as possible",
        f"{LABEL}on or before January 15, 2027",
        f"{LABEL}January 15, 2027, at the latest",
        f"{LABEL}January 15, 2027 for the pilot",
        f"{LABEL}January 15, 2027; the pilot starts on February 1, 2027",
        f"{LABEL}Janury 15, 2027",
        "Approval deadline is the 15th of next January",
        "We have to have a signed agreement by January 15, 2027.",
        "The board would have to vote on it at its January 15 meeting.",
        "Your superintendent must approve and sign off by January 15, 2027.",
        "Approval would be December 1 at the earliest, your form says. We need it by January 15, 2027.",
        "If it is approved by January 15, 2027, we can start the training on February 1.",
        "We need final approval by January 15, 2027; anything later would be too late.",
        "We have no fixed date, but approval by January 15, 2027 would help.",
        "We need approval by January 15, 2027. There is no deadline for the training.",
        "We need approval by January 15, 2027. The training will be around February 1.",
    ],
)
def test_a_day_to_rely_on(text: str) -> None:
    found = find(text)
    assert (found.status, str(found.value)) == (Status.RECEIVED, "2027-01-15")


@pytest.mark.parametrize(
    "text",
    [
        "The sign-off of the District can come any day of the week from January 11, the 15th being the last possible.",
        "Your approval can come any day in the week of January 11, with the 15th as the last possible day.",
        "The District may approve it between January 11 and January 15, the 15th being the latest.",
        "We need your approval on any day from January 11, January 15 being our last date.",
    ],
)
def test_the_last_of_several_days(text: str) -> None:
    assert (find(text).status, find(text).value) == (Status.RECEIVED, date(2027, 1, 15))


@pytest.mark.parametrize(
    "text",
    [
        "Training can come any day of the week from January 11, the 15th being the last possible.",
        "After your approval, the training can be any day from January 11, the 15th being the latest.",
        "We can deliver any day from January 11, January 15 being the last possible day.",
        "You can pay from January 11, the 15th being the last possible day.",
    ],
)
def test_the_last_of_several_days_for_something_else(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "Please approve ASAP, but in no event later than January 15, 2027, since our promotion can't be extended.",
        "Please approve as soon as possible, and in any event by January 15, 2027.",
        "Approval is needed as soon as you can, under no circumstances later than January 15, 2027.",
        "Please get it approved right away, at the absolute latest on January 15, 2027.",
        "We need the approval quickly, in any case before January 15, 2027.",
        "Also the approval date moved, from December 4 to January 15, 2027.",
        "The approval deadline was shifted, namely from December 4 to January 15, 2027.",
        "The date for approval has been pushed back - from December 4 to January 15, 2027.",
        "The approval date (December 4) has moved to January 15, 2027.",
        "The deadline for approval of December 4, 2026 has been extended to Friday, January 15, 2027.",
        "In order to honor the pricing we need approval from Maple Hollow CUSD 88 by Friday, January 15, 2027.",
        "For the discount to apply we need sign-off from Maple Hollow CUSD 88 by January 15, 2027.",
    ],
)
def test_a_last_day_beside_other_words(text: str) -> None:
    finding = deadline.find(text, SENT, source="body", district_names=("Maple Hollow CUSD 88",))
    assert finding.value == date(2027, 1, 15), finding.detail


@pytest.mark.parametrize(
    "text",
    [
        "Please pay ASAP, in any event by January 15, 2027.",
        "The teachers want to start soon, in any case before January 15, 2027, and need your approval.",
        "We want to begin ASAP, but in no event later than January 15, 2027. Please approve it.",
        "The approval review runs, as always, from December 4 to January 15, 2027.",
        "The start moved, from December 4 to January 15, 2027. Approval is needed.",
        "Once we have approval from Maple Hollow CUSD 88 we ship the kits by January 15, 2027.",
        "We got approval from Maple Hollow CUSD 88 before January 15, 2027.",
        "Our approval from Texas came before January 15, 2027.",
        "In order to honor the pricing we need approval from our finance team by January 15, 2027.",
        "We need approval from Lincoln Unit School District 27 by January 15, 2027.",
    ],
)
def test_a_last_day_of_something_else(text: str) -> None:
    finding = deadline.find(text, SENT, source="body", district_names=("Maple Hollow CUSD 88",))
    assert finding.status is not Status.RECEIVED, finding


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("no rush from our side & we dont have any date for the approval. thx!", Status.MISSING),
        ("We have no date for the approval.", Status.MISSING),
        ("No hurry with the approval, we don't have a deadline.", Status.MISSING),
        ("There is no deadline for the approval, so whenever it suits you.", Status.MISSING),
        ("We have no deadline for your approval, but ASAP would be great.", Status.UNCLEAR),
        ("No rush on the approval, we have no date for the training yet.", Status.UNCLEAR),
        ("Approval by mid-January, no hard deadline.", Status.UNCLEAR),
        ("We have no fixed date, but approval by January 15, 2027 would help.", Status.RECEIVED),
    ],
)
def test_who_says_that_there_is_no_day_names_none(text: str, status: Status) -> None:
    assert find(text).status is status


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "It has to be approved in time for the January Board meeting on the 12th; that is the last one.",
            "2027-01-12",
        ),
        (
            "In time for your February Board meeting on the 22nd please; that's when we'd need it approved.",
            "2027-02-22",
        ),
        ("We need it approved at your December meeting (the 10th).", "2026-12-10"),
        ("Final approval is needed by the December regular board meeting on Tuesday the 15th.", "2026-12-15"),
        (
            "Timeline:\n\nNov 9-13 | Technical review\n\nDec 12 | Final District approval\n\nDec 18 | Training",
            "2026-12-12",
        ),
        ("Timeline:\nNov 9 - Nov 13: demo week\nDec 12: District approval\nDec 18: training", "2026-12-12"),
        ("Approve by 12-1 pls. Concert's 12-17.", "2026-12-01"),
        ("We need the final approval by 12-1", "2026-12-01"),
        ("District approval deadline - I made mistake, I wrote November 20. Correct one is December 3.", "2026-12-03"),
        ("The sign-off date on the quote is an error. Right one is 12/3.", "2026-12-03"),
    ],
)
def test_days_said_loosely(text: str, day: str) -> None:
    assert str(find(text).value) == day


@pytest.mark.parametrize(
    "text",
    [
        "Please approve by 8-10 teachers at each school.",
        "For the approval there's no date on our side this time, so I'm leaving that line empty.",
        "There is no deadline for us at the moment.",
        "There is no specific date for approval right now.",
        "We need it approved by 15-20 people, before 5-40 please.",
        "We need it approved by 15-20 please.",
        "We need it approved by 5-40, please.",
        "Approval by 2024 was the plan.",
        "The text has been officially adopted by the state in 2027.",
        "Our scope was reviewed by an independent panel in 2024 and again in 2026.",
        "It was approved by the state in 2025.",
        "The price on the quote is wrong. Correct one is $40. The training is December 3.",
    ],
)
def test_no_day_is_said(text: str) -> None:
    assert find(text).status is Status.MISSING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Approval\n\nYou asked for a date. Sooner is better! Some time before winter break would be ideal.",
            "unclear",
        ),
        ("Approval\n\nYou asked what date we have in mind. December 4 would be ideal.", "2026-12-04"),
        ("Approval\n\nWe will follow up. A call on December 4 would be great.", "missing"),
        ("Approval\n\nWe need it.\n\nTraining\n\nHere too we are free. December 4 would be ideal.", "missing"),
        ("Training\n\nYou asked. Some time before winter break would be ideal.", "missing"),
        (
            "Approval\r\n\r\nWe need it.\r\n\r\nTraining\r\n\r\nHere too we are free. December 4 would be ideal.",
            "missing",
        ),
        ("Final sign-off timing\r\n\r\nYou asked us when. The week of December 7 will work best.", "unclear"),
        ("Board approval date\n\nWe had a look. 12/4 would work.", "2026-12-04"),
    ],
)
def test_a_wish_below_a_heading(text: str, said: str) -> None:
    found = find(text)
    assert said == (str(found.value) if found.value else found.status.value)


def test_a_crossed_line_of_a_checklist_is_still_to_come() -> None:
    """A cross in a list of places says "not there", in one of papers "not yet": its day is a day."""
    for cross in "✘❌":
        assert str(find(f"✅ Order form attached\n{cross} Final approval, by December 4\n").value) == "2026-12-04"
    assert str(find("✔ W-9 sent\n✖ Board approval (needed by 12/4)\n").value) == "2026-12-04"
