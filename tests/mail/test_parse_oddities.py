"""One small mail for each oddity, named by it; what it must become stands in expected.json beside the mails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from soppa_mailbot.codec import dump, load
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Message

DATA = Path(__file__).parent.parent / "data" / "mail"
EXPECTED: dict[str, dict[str, Any]] = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))

VIEWS: dict[str, Any] = {
    "subject": lambda m: m.subject,
    "own_words": lambda m: m.own_words,
    "signature": lambda m: m.signature,
    "quoted": lambda m: m.quoted,
    "html": lambda m: m.html,
    "message_id": lambda m: m.message_id,
    "sender": lambda m: [m.sender.name, m.sender.email],
    "sender_email": lambda m: m.sender.email,
    "date": lambda m: m.date.isoformat() if m.date else None,
    "filenames": lambda m: [p.filename for p in m.parts],
    "inline": lambda m: [p.inline for p in m.parts],
    "payloads": lambda m: [p.payload.decode() for p in m.parts],
    "part_types": lambda m: [p.content_type for p in m.parts],
    "types": lambda m: list(m.content_types),
    "forwarded": lambda m: [a.email for a in m.forwarded_from],
    "links": lambda m: list(m.links),
}


def read(name: str) -> Message:
    return parse((DATA / f"{name}.eml").read_bytes())


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_oddity(name: str) -> None:
    message = read(name)
    wanted = dict(EXPECTED[name])
    if "defect" in wanted:
        assert wanted.pop("defect") in message.defects
    if "quoted_has" in wanted:
        assert wanted["quoted_has"] in message.quoted
        assert wanted.pop("quoted_has") not in message.own_words
    assert {key: VIEWS[key](message) for key in wanted} == wanted


def test_every_mail_has_its_expectation() -> None:
    assert {p.stem for p in DATA.glob("*.eml")} == set(EXPECTED)


@pytest.mark.parametrize("name", ["apple-mail-inline-pdf", "nested-message-unnamed"])
def test_a_message_survives_storing(name: str) -> None:
    message = read(name)
    assert load(Message, dump(message)) == message
