"""Which answers wait for a person: each class of [replies] hold, and that no other holds it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from soppa_mailbot import samples
from soppa_mailbot.answering.holding import held_because, withheld_because
from soppa_mailbot.mail.manners import History
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import (
    Address,
    Disposition,
    Findings,
    Form,
    Item,
    ItemVerdict,
    Message,
    Place,
    PlaceReading,
    Status,
)
from soppa_mailbot.settings.config_sections import RepliesSection

SERVER = "mx.juniperflats.example"
CLASSES = ("forged", "unauthenticated", "exempt", "first_contact", "scan")
FINE = samples.verdict(Disposition.COMPLETE, samples.items())
EXEMPT = samples.verdict(
    Disposition.COMPLETE, samples.items(soppa_form=ItemVerdict(Item.SOPPA_FORM, Status.EXEMPT, "rfi.pdf"))
)


def mail(result: str = "dmarc=pass") -> Message:
    lines = ["From: Dana <dana@acme.example>", "To: purchasing@juniperflats.example", "Subject: Quote"]
    if result:
        lines.insert(0, f"Authentication-Results: {SERVER}; {result}")
    return parse(("\r\n".join(lines) + "\r\n\r\nHello.").encode())


def evidence(*readings: tuple[str, tuple[str, ...]]) -> Findings:
    """A form whose places (kind, how it was read) are as given."""
    read = tuple(
        PlaceReading(Place(str(n), kind, "x", True), "filled", how=how) for n, (kind, how) in enumerate(readings)
    )
    form = Form(
        form="rfi", blank="b", blank_file="rfi.pdf", documents=("1",), filenames=("rfi.pdf",), pages=(("1", 1),),
        status="complete", open=(), doubtful=(), missing_pages=(), unsigned=False, signature=(), answers=(),
        subject_to_soppa=None, readings=read, filled_share=1.0,
    )  # fmt: skip
    return Findings(
        message_id="<1@acme.example>",
        sent=datetime(2026, 9, 8, tzinfo=UTC),
        sender=Address("Dana", "dana@acme.example"),
        vendor_name="Acme",
        subject="Quote",
        intent="submission",
        no_reply="",
        ignored=False,
        from_district=False,
        forms=(form,),
    )


TYPED = evidence(("text", ("text",)), ("signature", ("ink",)))


def why(*hold: str, **changes: Any) -> str:
    values: dict[str, Any] = {
        "message": mail(),
        "evidence": (TYPED,),
        "verdict": FINE,
        "history": History(),
        "known_sender": True,
    } | changes
    replies = RepliesSection(mode=values.pop("mode", "auto"), hold=hold, trusted_authserv=(SERVER,))  # type: ignore[arg-type]
    return held_because(
        values.pop("message"), values.pop("evidence"), values.pop("verdict"), replies, samples.district(), **values
    )


CASES: dict[str, tuple[dict[str, Any], str]] = {
    "forged": ({"message": mail("dmarc=fail")}, "the sender is forged (DMARC fail)"),
    "unauthenticated": ({"message": mail("")}, "the sender is not authenticated (replies.hold)"),
    "exempt": ({"verdict": EXEMPT}, "the operator says that SOPPA does not apply (replies.hold)"),
    "first_contact": ({"known_sender": False}, "the first mail of this operator (replies.hold)"),
    "scan": ({"evidence": (evidence(("text", ("ink",))), TYPED)}, "a form was read from a picture (replies.hold)"),
}


@pytest.mark.parametrize("held", CLASSES)
def test_each_class_is_held_where_it_is_named_and_only_there(held: str) -> None:
    changes, told = CASES[held]
    assert why(held, **changes) == told
    assert why(*CLASSES, **changes) == told, "named first or last, it holds"
    others = [c for c in CLASSES if c != held and not (held == "forged" and c == "unauthenticated")]
    assert why(*others, **changes) == ""
    assert why(held) == "", "an ordinary mail is not held by it"


def test_what_is_forged_is_not_authenticated_either() -> None:
    assert why("unauthenticated", message=mail("dmarc=fail")) == "the sender is not authenticated (replies.hold)"


def test_every_class_is_a_word_of_the_configuration() -> None:
    assert set(CASES) == set(CLASSES)
    assert RepliesSection(hold=CLASSES).hold == CLASSES
    assert RepliesSection().hold == ("forged",)


@pytest.mark.parametrize("how", [("ocr",), ("ink", "ocr"), ("ink",)])
def test_a_drawn_signature_alone_is_no_scan(how: tuple[str, ...]) -> None:
    assert why("scan", evidence=(evidence(("signature", how)),)) == ""
    assert why("scan", evidence=(evidence(("check", how)),)) != ""


def test_hold_mode_holds_everything() -> None:
    assert why(mode="hold") == "every answer waits (replies.mode)"


def test_caps_hold_whatever_is_named() -> None:
    assert "too many answers to this address" in why(history=History(to_address=5))


def test_what_a_machine_may_never_answer_is_withheld_and_not_merely_held() -> None:
    automatic = parse(b"From: no-reply@acme.example\r\nSubject: Quote\r\n\r\nHello.")
    assert withheld_because(automatic, RepliesSection(), samples.district())
    assert withheld_because(mail("dmarc=fail"), RepliesSection(trusted_authserv=(SERVER,)), samples.district()) == ""
