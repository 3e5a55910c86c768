"""The open collections beside the project, if any: parsers' test mails, real bounces, labelled mails."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from soppa_mailbot.mail.manners import Caps, History, ignored_because, withheld_because
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Message

SHARED = Path(__file__).parents[3] / "shared"
ODDITIES = SHARED / "mail-oddities"
CORPUS = SHARED / "corpus"

needs_oddities = pytest.mark.skipif(
    not ODDITIES.is_dir(), reason="the collection of odd mail is not beside the project"
)
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled corpus is not beside the project")


def ignored(message: Message) -> str:
    return ignored_because(
        message,
        own_addresses=frozenset({"procurement@maplehollow88.example"}),
        own_message_id_domain="soppa-mailbot.maplehollow88.example",
    )


def withheld(message: Message) -> str:
    return withheld_because(message, History(), Caps(5, 20, 5), trusted_authserv=frozenset())


@needs_oddities
def test_every_odd_mail_gives_a_message_in_time() -> None:
    slowest = 0.0
    seen = 0
    for path in ODDITIES.glob("*/*"):
        raw = path.read_bytes()
        began = time.perf_counter()
        parse(raw)
        slowest = max(slowest, time.perf_counter() - began)
        seen += 1
    assert seen > 1000
    assert slowest < 3.0


@needs_oddities
def test_no_bounce_and_no_automatic_reply_is_answered() -> None:
    mails = {p.name: parse(p.read_bytes()) for p in (ODDITIES / "automatic").iterdir()}
    assert len(mails) == 270
    assert [name for name, message in mails.items() if not ignored(message)] == []


@needs_corpus
def test_only_what_nobody_waits_for_is_ignored() -> None:
    for line in (CORPUS / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        message = parse((CORPUS / "messages" / label["file"]).read_bytes())
        accepted = {label["disposition"], *label.get("accept", [])}
        assert ("ignored" in accepted) if ignored(message) else (label["disposition"] != "ignored"), label["file"]
        assert ignored(message) or not withheld(message), label["file"]
