"""Mail made to hurt: it must be parsed within bounds, and say what was left out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soppa_mailbot.mail.manners import Caps, History, ignored_because, withheld_because
from soppa_mailbot.mail.mime import MAX_NODES
from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Message

SECONDS = 6.0  # the slowest takes about one on an idle machine
HEAD = b"From: Pat <pat@acme.example>\r\nSubject: t\r\n"
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = HEAD + b"Content-Type: text/html\r\n\r\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"


def nested(levels: int) -> bytes:
    level = b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
    return HEAD + b"".join(level % (i, i) for i in range(levels)) + b"\r\nx"


HOSTILE = {
    "nested 3000 deep": nested(3000),
    "one boundary for all levels": MIXED + b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 20_000,
    "10000 parts": MIXED + b"".join(b"--b\r\nContent-Type: image/gif; name=%d\r\n\r\nx\r\n" % i for i in range(10_000)),
    "a header of 5 MB": HEAD + b"X-A: " + b"a" * 5_000_000 + b"\r\n\r\nx",
    "100000 headers": HEAD + b"X-A: b\r\n" * 100_000 + b"\r\nx",
    "20000 encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\r\n\r\nx",
    "half encoded words": b"Subject: " + b"=?utf-8?b?" * 6_000 + b"\r\n\r\nx",
    "8000 parameters": HEAD + b"Content-Type: text/plain" + b"; a=b" * 8_000 + b"\r\n\r\nx",
    "an unfinished quoted parameter": HEAD + b'Content-Type: text/plain; a="' + b"\\" * 60_000 + b"\r\n\r\nx",
    "nested comments": b"From: " + b"(" * 2000 + b")" * 2000 + b" pat@acme.example\r\n\r\nx",
    "20000 recipients": HEAD + b"Cc: " + b", ".join(b"a%d@b.example" % i for i in range(20_000)) + b"\r\n\r\nx",
    "a line of dashes": PLAIN + b"-" * 900_000,
    "lines of dashes": PLAIN + (b"-" * 490 + b"\n") * 1_500,
    "lines of tabs": PLAIN + (b"\t" * 490 + b"x\n") * 1_500,
    "lines of letters": PLAIN + (b"a" * 490 + b"\n") * 1_500,
    "lines of names": PLAIN + (b"Lincoln " * 60 + b"\n") * 1_500,
    "nothing but empty lines": PLAIN + b"\r\n" * 2_000_000,
    "nothing but closings": PLAIN + b"Thanks,\nPat\n" * 5_000 + b"please\n",
    "nothing but attributions": PLAIN + b"On a\n" * 20_000,
    "nothing but header labels": PLAIN + b"From: a\nTo: b\n" * 10_000,
    "one flowed paragraph": HEAD + b"Content-Type: text/plain; format=flowed\r\n\r\n" + b"a \n" * 300_000,
    "uuencode without end": PLAIN + b"begin 644 a\n" * 50_000,
    "NULs": PLAIN + b"\0" * 900_000,
    "a slow codec": HEAD + b"Content-Type: text/plain; charset=idna\r\n\r\n" + b"a" * 600_000,
    "HTML 30000 deep": HTML + b"<div>" * 30_000 + b"hi",
    "tables 5000 deep": HTML + b"<table><tr><td>" * 5_000 + b"hi",
    "100000 cells": HTML + b"<table><tr>" + b"<td>a</td>" * 100_000,
    "100000 attributes": HTML + b"<a " + b"x=1 " * 100_000 + b">y",
    "nothing but less-than": HTML + b"<" * 900_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_bounded(name: str) -> None:
    began = time.process_time()
    message = parse(HOSTILE[name])
    assert time.process_time() - began < SECONDS
    assert isinstance(message, Message)
    assert len(message.parts) <= MAX_NODES


def test_what_is_left_out_is_said() -> None:
    assert "too many parts" in parse(HOSTILE["10000 parts"]).defects
    assert "parts nested too deeply" in parse(HOSTILE["nested 3000 deep"]).defects
    assert "a header field is cut off" not in parse(HOSTILE["8000 parameters"]).defects
    assert "the body is cut off" in parse(PLAIN + b"a b\n" * 300_000).defects


def answerable(message: Message) -> tuple[str, str]:
    return (
        ignored_because(message, own_addresses=frozenset({"p@d.example"}), own_message_id_domain="bot.d.example"),
        withheld_because(message, History(), Caps(5, 20, 5), trusted_authserv=frozenset({"mx.d.example"})),
    )


SEEDS = [p.read_bytes() for p in sorted((Path(__file__).parent.parent / "data" / "mail").glob("*.eml"))]
SPLINTERS = st.sampled_from(
    [b"\r\n", b"\r\n\r\n", b"--bb\r\n", b"--bb--", b"=?utf-8?q?", b"?=", b"\xff", b"\x00", b'"', b"<", b"> "]
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        cut = draw(st.integers(0, 40))
        raw[at : at + cut] = draw(st.one_of(SPLINTERS, st.binary(max_size=12)))
    return bytes(raw)


@given(st.one_of(mutated(), st.binary(max_size=400)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_give_a_message(raw: bytes) -> None:
    message = parse(raw)
    answerable(message)
    for text in (message.subject, message.sender.name, message.sender.email, *(p.filename for p in message.parts)):
        assert text.isprintable() and "\n" not in text
    assert not any(set(p.filename) & set("/\\\0") for p in message.parts)
    assert message.date is None or message.date.tzinfo is not None
    own = [line.strip() for line in message.own_words.split("\n")]
    assert set(own) <= {line.strip() for line in message.text.split("\n")} | {""}
