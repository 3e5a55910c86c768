"""Days that stand near words of approval and are not the District's last day for this purchase, or none to rely on."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 11, 3)
DISTRICT = ("Maple Hollow CUSD 88", "Maple Hollow Community Unit School District 88", "MHCUSD 88")
DAY = date(2027, 1, 15)


def body(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body", district_names=DISTRICT)


OF_SOMETHING_ELSE = [
    # a price
    "The discounted price requires your approval by January 15, 2027.",
    "Early-bird pricing needs your approval by January 15, 2027.",
    "Deadline: January 15, 2027 for the early-bird discount",
    "Approval by January 15, 2027 earns 10% off all spring orders.",
    "To lock in this price, approve by January 15, 2027.",
    "Customer approval by January 15, 2027 to secure the discounted rate.",
    "Districts that sign by January 15, 2027 get three months free.",
    "Sign by January 15, 2027 and get the first month free!",
    # a bill
    "Statement attached; payment was due by January 15, 2027.",
    "The balance is now due by January 15, 2027.",
    # another paper or act
    "Please also approve the attached invoice for last year's workshop by January 15, 2027.",
    "We need the countersigned NDA by January 15, 2027 before we can share our SOC 2 report.",
    "Could you sign off on the artwork by January 15, 2027?",
    "Please approve the minutes of our call by January 15, 2027.",
    "The demo account you wanted will be ready by January 15, 2027.",
    "The Spanish version is expected to be finished by January 15, 2027.",
    # somebody else's yes
    "Our own legal team needs to approve the wording by January 15, 2027.",
    "Our Board of Directors will give its final approval of the contract by January 15, 2027.",
    "Apple's approval of our new app version is due by January 15, 2027.",
    "The school pays from a grant that ISBE must approve by January 15, 2027.",
    "Approval by our CFO is needed by January 15, 2027.",
    "The foundation must sign off on the grant by January 15, 2027.",
    # another district, another product
    "Cedar Grove CUSD 12 needs its final approval by January 15, 2027.",
    "In the Cedar Grove School District, approval is needed by January 15, 2027.",
    "For our other product, Larkspur Math, we need final approval by January 15, 2027.",
    # a meeting to which the writer comes
    "I'll be at your board meeting on January 15, 2027 and could answer questions there.",
    "Our trainer would gladly attend the board meeting on January 15, 2027.",
]


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_a_day_of_something_else_is_none(text: str) -> None:
    assert body(text).status is Status.MISSING


NOT_TO_RELY_ON = [
    # denied or taken back
    "We do not need final approval by January 15, 2027, as I wrote in September.",
    "We no longer need approval by January 15, 2027.",
    "Approval is not required by January 15, 2027.",
    "January 15, 2027 was our deadline for approval but the teachers have dropped it.",
    "Your secretary suggested approval by January 15, 2027. That is too late for us.",
    "Final approval was planned for January 15, 2027, but there is no date now.",
    "We hoped for sign-off by January 15, 2027. That date no longer holds.",
    # not settled
    "Approval needed by January 15, 2027 (tentative - the principal has yet to confirm).",
    "We may need final approval by January 15, 2027.",
    "Our deadline for approval is January 15, 2027, to be confirmed.",
    "Tentative deadline for approval: January 15, 2027",
    # asked
    "Is the deadline for final approval January 15, 2027? We could not find it.",
    "Is January 15, 2027 your deadline for approval?",
    "Do we need the final approval by January 15, 2027?",
    "Deadline: January 15, 2027?",
    # a condition
    "If you choose the two-year term, we would need final approval by January 15, 2027.",
    # said to be open elsewhere
    "Larkspur Math needs approval by January 15, 2027. For Larkspur Phonics no date has been set.",
    "Approval by January 15, 2027 for them; for you there is no fixed date yet.",
    "Final approval by January 15, 2027. Your own schools and date will follow.",
    "The discount needs final approval by January 15, 2027. Otherwise there is no hurry.",
]


@pytest.mark.parametrize("text", NOT_TO_RELY_ON)
def test_a_day_that_is_denied_or_open_is_unclear(text: str) -> None:
    assert body(text).status is Status.UNCLEAR


GOOD = [
    # a reason of price beside the District's approval
    "If approval could be wrapped up by January 15, 2027 that would be great, seats lock on February 2.",
    "Approval is needed by January 15, 2027 to keep this year's price.",
    "We'd need the final approval by January 15, 2027 to honor the discount.",
    "Please approve by January 15, 2027; the early-bird price ends December 1.",
    "Pricing requires final approval by January 15, 2027.",
    # who asks for the District's approval may be anybody
    "Our legal team needs the District's sign-off by January 15, 2027.",
    "Our board would like your final approval by January 15, 2027.",
    "Our CEO has signed; we need yours by January 15, 2027 and hope for approval.",
    "Our company needs final approval by January 15, 2027.",
    "The publisher asks that you give final approval by January 15, 2027.",
    "Our management software needs final approval by January 15, 2027.",
    "Approval of our proposal by January 15, 2027, please.",
    "Approval by your Board of Education by January 15, 2027.",
    "Your schools sign by January 15, 2027, then we start.",
    "The signed agreement is due by January 15, 2027; payment is due in July.",
    # the invoice comes after
    "Approval by January 15, 2027, please; the invoice follows.",
    "Please sign the NDPA and approve by January 15, 2027.",
    # the District, and others that are like it
    "Maple Hollow CUSD 88 must give its final approval by January 15, 2027.",
    "The Maple Hollow School District should approve by January 15, 2027.",
    "Final District approval\t01/15/2027",
    "Final District approval: needed by January 15, 2027.",
    "Formal School District approval is needed by January 15, 2027.",
    "Like Cedar Grove CUSD 12, we hope you can approve by January 15, 2027.",
    "This and our other order should be approved by January 15, 2027.",
    # a wish as a question, a reason with "not"
    "Could we have the final approval by January 15, 2027?",
    "Is it possible to get approval by January 15, 2027?",
    "If we do not get approval by January 15, 2027, we cannot start in February.",
    "If you take this to the Board, we would need approval by January 15, 2027.",
    "Final approval is needed by January 15, 2027, not later.",
    "Approval by January 15, 2027, please. That is not far off, we know.",
    "The deadline the teachers gave us was January 15, 2027.",
    # something else is open
    "Approval by January 15, 2027 please. The training date is still open.",
    "Approval by January 15, 2027 please. We will send the date for the training.",
    "Approval by January 15, 2027 (tentative start date: February 1).",
    "We have no date yet for the training; final approval by January 15, 2027 would be great.",
    "Everything should be ready by January 15, 2027.",
    "I'll be at your meeting, where we hope for the Board's approval on January 15, 2027.",
]


@pytest.mark.parametrize("text", GOOD)
def test_the_districts_day_stays(text: str) -> None:
    found = body(text)
    assert (found.status, found.value) == (Status.RECEIVED, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Customer approval is required by 1/15/2027 to lock in this price.",
        "Discount approval: VP Sales, 1/15/2027",
        "Credit approval by 1/15/2027",
    ],
)
def test_a_quotes_own_approval_is_none(text: str) -> None:
    assert deadline.find(text, SENT, source="Quote.pdf").status is Status.MISSING


def test_a_day_that_is_denied_gives_way_to_one_to_rely_on() -> None:
    text = "We do not need approval by December 4, 2026 any more. Sign-off by January 15, 2027 is early enough."
    assert body(text).value == DAY
    assert body("Is your deadline for papers December 4, 2026? We need approval by January 15, 2027.").value == DAY


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("1/15/2027", Status.RECEIVED),
        ("1/15/2027?", Status.UNCLEAR),
        ("1/15/2027 (?)", Status.UNCLEAR),
        ("1/15/2027 (tentative)", Status.UNCLEAR),
        ("1/15/2027, not confirmed", Status.UNCLEAR),
    ],
)
def test_a_forms_answer_with_a_question_mark_is_unclear(answer: str, status: Status) -> None:
    assert deadline.find(answer, SENT, source="RFI.pdf", labelled=True).status is status
