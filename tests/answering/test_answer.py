"""The JSON that scripts read: every key and word of contract §3."""

from __future__ import annotations

import json
from datetime import date

from soppa_mailbot.answering.answer import as_json
from soppa_mailbot.model import (
    Address,
    Agreement,
    AgreementMatch,
    AttachmentVerdict,
    Disposition,
    Evidence,
    Item,
    ItemVerdict,
    Kind,
    Reply,
    Status,
    Track,
    Verdict,
)


def verdict(**more: object) -> Verdict:
    given: dict[str, object] = {
        "track": Track.NEW_OPERATOR,
        "disposition": Disposition.INCOMPLETE,
        "vendor_name": "Acme",
        "vendor_email": "jo@acme.example",
        "product": "AcmeMath",
        "agreement": None,
        "items": (),
        "attachments": (),
    }
    return Verdict(**{**given, **more})  # type: ignore[arg-type]


def test_an_answer_with_everything() -> None:
    items = (
        ItemVerdict(Item.ORDER_FORM, Status.RECEIVED, "Quote-1182.pdf", evidence=(Evidence("q.pdf", "Quote", 1),)),
        ItemVerdict(Item.RFI_FORM, Status.INCOMPLETE, "rfi.docx", "not filled in: Fax", open=("Fax",)),
        ItemVerdict(Item.SOPPA_FORM, Status.INCOMPLETE, "s.pdf", "not signed", unsigned=True),
        ItemVerdict(Item.LOCATIONS, Status.RECEIVED, "body", value=("Lincoln Elementary School",)),
        ItemVerdict(Item.DEADLINE, Status.RECEIVED, "body", value=("2027-01-15",)),
    )
    attachments = (
        AttachmentVerdict("all.pdf", Kind.BUNDLE, "box.zip", parts=(("1-2", Kind.ORDER_FORM), ("3", Kind.RFI_FORM))),
        AttachmentVerdict("x.pdf", Kind.UNREADABLE, detail="needs a password"),
    )
    row = Agreement("Acme LLC", "AcmeMath", ("acme.example",), date(2020, 1, 1), date(2024, 1, 1))
    reply = Reply("missing", Address("Jo", "jo@acme.example"), "Re: x", "text", "<p>html</p>", "<1@a>", ())
    answer = as_json(
        "0001.eml",
        "<1@a>",
        verdict(
            items=items, attachments=attachments, agreement=AgreementMatch(row, "expired"), warnings=("deadline_soon",)
        ),
        reply,
    )
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["file"], answer["message_id"], answer["track"]) == ("0001.eml", "<1@a>", "new_operator")
    assert answer["disposition"] == "incomplete"
    assert answer["vendor"] == {"name": "Acme", "email": "jo@acme.example", "product": "AcmeMath"}
    assert list(answer["items"]) == ["order_form", "rfi_form", "soppa_form", "locations", "deadline"]
    assert answer["items"]["order_form"]["source"] == "Quote-1182.pdf"
    assert answer["items"]["rfi_form"]["open"] == ["Fax"]
    assert answer["items"]["soppa_form"]["unsigned"] is True
    assert answer["items"]["locations"]["value"] == ["Lincoln Elementary School"]
    assert answer["items"]["deadline"]["value"] == "2027-01-15"
    assert answer["attachments"][0]["in"] == "box.zip"
    assert answer["attachments"][0]["parts"] == [
        {"pages": "1-2", "kind": "order_form"},
        {"pages": "3", "kind": "rfi_form"},
    ]
    assert "parts" not in answer["attachments"][1] and "in" not in answer["attachments"][1]
    assert answer["agreement"] == {
        "operator": "Acme LLC",
        "product": "AcmeMath",
        "signed": "2020-01-01",
        "expires": "2024-01-01",
        "status": "expired",
        "url": "",
    }
    assert answer["reply"] == {
        "template": "missing",
        "to": "jo@acme.example",
        "subject": "Re: x",
        "text": "text",
        "html": "<p>html</p>",
    }
    assert answer["warnings"] == ["deadline_soon"]


def test_an_answer_with_nothing() -> None:
    answer = as_json("1.eml", "", verdict(track=Track.NONE, disposition=Disposition.IGNORED), None)
    assert (answer["items"], answer["attachments"], answer["agreement"], answer["reply"]) == ({}, [], None, None)
    assert (answer["track"], answer["disposition"]) == ("none", "ignored")


def test_an_unclear_deadline_shows_its_words() -> None:
    unclear = ItemVerdict(Item.DEADLINE, Status.UNCLEAR, "body", value=("as soon as possible",))
    missing = ItemVerdict(Item.DEADLINE, Status.MISSING)
    assert as_json("1", "", verdict(items=(unclear,)), None)["items"]["deadline"]["value"] == "as soon as possible"
    assert as_json("1", "", verdict(items=(missing,)), None)["items"]["deadline"]["value"] == ""


def test_an_agreement_without_an_end() -> None:
    row = Agreement("Acme LLC", "", (), date(2020, 1, 1), None)
    assert as_json("1", "", verdict(agreement=AgreementMatch(row, "active")), None)["agreement"]["expires"] is None
