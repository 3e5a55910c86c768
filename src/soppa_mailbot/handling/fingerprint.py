"""Is this the same mail again? A digest of what the sender wrote, without what servers add on the way."""

from __future__ import annotations

import hashlib

from soppa_mailbot import lazy_re as re

# set once by the sender's program; everything else in a header may be added or rewritten by a server (RFC 5321 §4.4)
_SENDERS_OWN = (b"message-id", b"date", b"from", b"subject", b"in-reply-to")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_HEADER_LIMIT = 256_000  # bytes: no sender's own header is longer
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:(.*(?:\n[ \t].*)*)", re.MULTILINE)


def fingerprint(raw: bytes) -> str:
    """SHA-256 (hex) over the sender's own header fields and the body, whatever the line ends.

    The same mail delivered twice, or found again under a new UIDVALIDITY, has the same fingerprint though its trace
    fields differ; another mail under a re-used Message-ID has not.
    """
    parts = _HEADER_END.split(raw, maxsplit=1)
    header = parts[0][:_HEADER_LIMIT].replace(b"\r\n", b"\n")
    body = parts[1] if len(parts) == 2 else parts[0][_HEADER_LIMIT:]
    digest = hashlib.sha256()
    fields = {name.lower(): value for name, value in reversed(_FIELD.findall(header))}  # the first of each name
    for name in _SENDERS_OWN:
        digest.update(name + b":" + b" ".join(fields.get(name, b"").split()) + b"\n")
    digest.update(body.replace(b"\r\n", b"\n").rstrip(b"\n"))
    return digest.hexdigest()


def header_of(raw: bytes) -> bytes:
    """A mail's header alone (its first 256,000 bytes), as a mail without a body."""
    return _HEADER_END.split(raw, maxsplit=1)[0][:_HEADER_LIMIT] + b"\r\n\r\n"


def header_fields(raw: bytes) -> dict[str, str]:
    """The first of each header field on one line, undecoded: enough to name a mail that cannot be parsed."""
    header = _HEADER_END.split(raw, maxsplit=1)[0][:_HEADER_LIMIT].replace(b"\r\n", b"\n")
    found = reversed(_FIELD.findall(header))
    return {n.decode("ascii").lower(): " ".join(v.decode("utf-8", "replace").split()) for n, v in found}
