"""Tokens by which staff release or discard one held answer by mail: signed, bound to its words, and expiring. Pure.

    [RELEASE-412-20260915-7GQ4M2...]      outbox row, last day, signature (HMAC-SHA-256, RFC 2104, cut to 100 bits)

The signature covers the answer's Message-ID and words: a token stands for what the digest showed, and for nothing that
the answer was changed into since. Letters and digits only, either case: mail programs leave those alone.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date

from soppa_mailbot import lazy_re as re

_TOKEN = re.compile(r"\[\s*RELEASE-(\d{1,12})-(\d{8})-([A-Z2-7]{20})\s*\]", re.IGNORECASE)
_SIGNATURE = 20  # characters of base32, 5 bits each


@dataclass(frozen=True, slots=True)
class Token:
    """As it stood in a subject; true only once `holds` says so."""

    reply: int
    expires: date  # the last day on which it is good
    signature: str


@dataclass(frozen=True, slots=True)
class Held:
    """What a token is bound to."""

    reply: int
    submission: int
    message_id: str
    words: str  # recipient, subject and text of the answer


def make(key: bytes, held: Held, expires: date) -> str:
    """The token with its brackets."""
    return f"[RELEASE-{held.reply}-{expires:%Y%m%d}-{_signature(key, held, expires)}]"


def find(subject: str) -> tuple[Token, ...]:
    """Every different token of a subject, whoever wrote it."""
    found = []
    for reply, day, signature in _TOKEN.findall(subject):
        try:
            expires = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        except ValueError:
            continue
        found.append(Token(int(reply), expires, signature.upper()))
    return tuple(dict.fromkeys(found))


def holds(key: bytes, token: Token, held: Held, today: date) -> str:
    """Why a token is not good for this answer, "" when it is."""
    if token.reply != held.reply or not hmac.compare_digest(token.signature, _signature(key, held, token.expires)):
        return "the release code does not fit this answer: it was changed since, or the code is not ours"
    if today > token.expires:
        return f"the release code expired on {token.expires}: use the one of a newer digest"
    return ""


def _signature(key: bytes, held: Held, expires: date) -> str:
    words = hashlib.sha256(held.words.encode("utf-8", "replace")).hexdigest()
    covered = "\0".join(("release", str(held.reply), str(held.submission), held.message_id, f"{expires:%Y%m%d}", words))
    digest = hmac.new(key, covered.encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode()[:_SIGNATURE]
