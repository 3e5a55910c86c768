"""Which answers wait for a person. Pure.

Two steps. What may never be answered by a machine gets no answer at all (`withheld_because`). Where an answer is right
but somebody should look first (`held_because`), it is written and waits: staff release or discard it.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.mail import manners
from soppa_mailbot.mail.manners import Caps, History
from soppa_mailbot.model import District, Findings, Form, Item, Message, Status, Verdict
from soppa_mailbot.settings.config_sections import RepliesSection


def withheld_because(message: Message, replies: RepliesSection, district: District) -> str:
    """Why this mail gets no answer, whoever sent it and however many went out; "" when it may."""
    return _manners(message, History(), replies, district, trusted=())


def held_because(
    message: Message,
    evidence: Sequence[Findings],
    verdict: Verdict,
    replies: RepliesSection,
    district: District,
    *,
    history: History,
    known_sender: bool,
) -> str:
    """Why the answer waits for a person, "" when it goes out by itself.

    `evidence` is all that the verdict rests on; `known_sender`: somebody at the District has let an answer go to this
    operator before.
    """
    believed = replies.trusted_authserv if "forged" in replies.hold else ()
    if reason := _manners(message, history, replies, district, trusted=believed):
        return reason
    if replies.mode == "hold":
        return "every answer waits (replies.mode)"
    trusted = frozenset(name.casefold() for name in replies.trusted_authserv)
    soppa = verdict.item(Item.SOPPA_FORM)
    holds = {
        "unauthenticated": not manners.is_authenticated(message, trusted),
        "exempt": soppa is not None and soppa.status is Status.EXEMPT,
        "first_contact": not known_sender,
        "scan": any(_from_a_picture(form) for found in evidence for form in found.forms),
    }
    told = {
        "unauthenticated": "the sender is not authenticated",
        "exempt": "the operator says that SOPPA does not apply",
        "first_contact": "the first mail of this operator",
        "scan": "a form was read from a picture",
    }
    return next((f"{told[rule]} (replies.hold)" for rule in replies.hold if holds.get(rule)), "")


def _from_a_picture(form: Form) -> bool:
    """Something else than a signature was read from ink or by OCR: a drawn signature alone makes no scan."""
    return any({"ink", "ocr"} & set(r.how) and r.place.kind != "signature" for r in form.readings)


def _manners(
    message: Message, history: History, replies: RepliesSection, district: District, *, trusted: tuple[str, ...]
) -> str:
    return manners.withheld_because(
        message,
        history,
        Caps(replies.per_address_per_day, replies.per_domain_per_day, replies.per_submission_per_day),
        trusted_authserv=frozenset(trusted),
        own_addresses=frozenset({district.address.casefold()}),
        own_domains=frozenset(district.domains),
    )
