"""Days by which something else than the approval is wanted, and days by which it is said not to be."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.deadlines import deadline
from soppa_mailbot.model import DeadlineFinding, Status

SENT = date(2026, 11, 3)
DAY = date(2026, 12, 11)


def body(text: str) -> DeadlineFinding:
    return deadline.find(text, SENT, source="body")


@pytest.mark.parametrize(
    "thing",
    [
        "training",
        "the rosters",
        "the class lists",
        "an invoice",
        "the deposit",
        "a purchase order",
        "the shipment",
        "the devices",
        "the setup",
        "our student data",
        "their names",
        "a demo",
        "a call",
        "the kickoff",
        "your feedback",
        "accounts",
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "We need {} by December 11, 2026.",
        "The teachers need {} from us by December 11, 2026.",
        "We would like to have {} by December 11, 2026.",
        "{} is needed by December 11, 2026.",
        "{} must be complete by 12/11/2026.",
    ],
)
def test_other_things_have_days_of_their_own(thing: str, said: str) -> None:
    assert body(said.format(thing)).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "We need it by December 11, 2026.",
        "We need everything by December 11, 2026.",
        "We need your decision by December 11, 2026.",
        "We need the rosters approved by December 11, 2026.",
        "We need approval for the training by December 11, 2026.",
        "We need the training in May and approval by December 11, 2026.",
        "The purchase order needs the final approval by December 11, 2026.",
    ],
)
def test_the_approval_keeps_its_own(text: str) -> None:
    assert (body(text).status, body(text).value) == (Status.RECEIVED, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "We do not need approval by December 11, 2026.",
        "We don't need it by December 11.",
        "Approval is not needed by December 11, 2026.",
        "Approval not needed by December 11.",
        "The approval need not be final by December 11, 2026.",
        "It does not have to be approved by December 11, 2026.",
        "Please do not approve by December 11; wait for our new quote.",
        "December 11 is the day by which we do not need approval.",
        "December 11 is when we don't need your sign-off.",
        "We no longer need your approval on or before December 11.",
    ],
)
def test_said_not_to_be_needed_by_then(text: str) -> None:
    assert body(text).status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Approval is not needed before December 11.",
        "We do not need approval until December 11, 2026.",
        "We don't need it in a rush: approval by December 11 is fine.",
        "We do not need a contract, just the approval by December 11.",
        "We don't need anything else, only your approval by December 11, 2026.",
        "We would not like to wait; please approve by December 11.",
        "If we don't have approval by December 11, the price goes up.",
        "We can't start unless it is approved by December 11.",
        "Approval not later than December 11.",
        "We will not start without your approval by December 11.",
        "Approval is needed not by December 4 but by December 11.",
    ],
)
def test_a_not_that_denies_something_else(text: str) -> None:
    assert (body(text).status, body(text).value) == (Status.RECEIVED, DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Approval by December 11 would be nice but isn't needed.",
        "In case of approval by December 11, the training is in January.",
        "They said approval by December 11, but I don't know if that's right.",
        "I think approval is needed by December 11, not sure.",
        "It said December 11 somewhere for approval, please check.",
        "Probably approval by December 11.",
        "I guess you must approve it by December 11.",
        "The approval date is to be decided, maybe December 11.",
        "Approval must not come before December 11.",
        "Please approve it in the shortest possible time.",
    ],
)
def test_only_supposed_or_held_open(text: str) -> None:
    assert body(text).status is Status.UNCLEAR


@pytest.mark.parametrize(
    "text",
    [
        "Approve by December 11 and save 10%.",
        "Parents must approve by December 11.",
        "Teachers approve the texts by December 11.",
        "Another district wants approval by December 11.",
        "We will approve your changes by December 11.",
        "The grant must be approved by December 11.",
        "Deadline for the grant: December 11, 2026",
        "Please send the kits ASAP, but no later than December 11.",
        "After approval we expect a purchase order by December 11.",
        "Your RFP is due by December 11.",
        "Approval requests are due December 11.",
        "The approval of last year runs to December 11.",
    ],
)
def test_of_others_and_of_other_things(text: str) -> None:
    assert body(text).status is Status.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "We expect approval by December 11.",
        "Ideally approval by December 11.",
        "Deadline for grant approval: December 11, 2026",
        "The last day for the rosters' approval is December 11.",
        "We would love a yes by December 11.",
        "Parents must sign too, and yours must be final by December 11.",
        "Approval by December 4 - sorry, I'm looking at the wrong calendar - make that December 11.",
        "I think we'd need approval by December 11.",
        "They said that the district must approve it by December 11.",
        "He says admin has to approve by December 11.",
        "The principal wants it approved by December 11.",
        "Unless approved by December 11, the offer lapses.",
        "Parents must sign first; your approval is needed by December 11.",
        "The teachers want your approval by December 11.",
    ],
)
def test_wished_and_wanted(text: str) -> None:
    assert (body(text).status, body(text).value) == (Status.RECEIVED, DAY)
