"""A mail of ours: a value, and its bytes on the wire. Pure.

Whatever comes from a vendor's mail (names, subjects, Message-IDs) is made harmless here: nothing can add a header
field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr
from typing import Any

from soppa_mailbot import lazy_re as re
from soppa_mailbot.errors import DeliveryError

_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]+")
_MAX_REFERENCES = 20  # the first, which names the thread, and the latest


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes out with a mail; with a Content-ID it is a picture within the HTML body (RFC 2387, RFC 2392)."""

    name: str
    content_type: str  # "application/zip"; text is UTF-8
    data: bytes
    content_id: str = ""  # without angle brackets, as in the body's `cid:`


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail to one recipient. Its Message-ID and Date are fixed, so that a second try is the same mail."""

    message_id: str
    date: datetime  # aware
    to_name: str
    to_email: str
    subject: str
    text: str
    html: str
    reply_to: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    auto_submitted: str = "auto-replied"  # auto-generated for a digest (RFC 3834 §5)
    files: tuple[Enclosed, ...] = ()


class _MessageIds(UnstructuredHeader):
    """Message-IDs, folded between each other and never encoded: the library turns long ones into encoded words."""

    name: str

    def fold(self, *, policy: Policy[Any]) -> str:
        return f"{self.name}: " + f"{policy.linesep} ".join(str(self).split(" ")) + policy.linesep


_registry = HeaderRegistry()
for _name in ("in-reply-to", "references", "message-id"):
    _registry.map_to_type(_name, _MessageIds)  # type: ignore[arg-type]  # typeshed wants the base that the registry adds
_POLICY = SMTP.clone(header_factory=_registry, cte_type="7bit")


def as_bytes(mail: Outgoing, sender: str) -> bytes:
    """The mail as it goes over the wire. Raises DeliveryError (final) for an address that cannot be one."""
    message = EmailMessage(policy=_POLICY)
    for name, value in _headers(mail, sender).items():
        message[name] = value
    message.set_content(_body(mail.text), subtype="plain", charset="utf-8")
    if mail.html:
        message.add_alternative(_body(mail.html), subtype="html", charset="utf-8")
    _enclose(message, mail.files)
    # the same mail at every try: the library would draw another boundary each time
    for number, part in enumerate(p for p in message.walk() if p.is_multipart()):
        seed = f"{number or ''}{mail.message_id}"
        part.set_boundary("=_" + hashlib.sha256(seed.encode()).hexdigest()[:32])
    return message.as_bytes()


def _enclose(message: EmailMessage, files: Sequence[Enclosed]) -> None:
    """Pictures of the body beside its HTML, and everything else after both: what Outlook and Gmail show rightly."""
    html = message.get_body(("html",))
    for file in files:
        main, _, sub = file.content_type.partition("/")
        parameters = {"charset": "utf-8"} if main == "text" else {}
        name = one_line(file.name)[:120] or "file"
        if file.content_id and isinstance(html, EmailMessage):
            cid = f"<{file.content_id}>"
            html.add_related(file.data, main, sub, cid=cid, filename=name, disposition="inline", params=parameters)
        elif not file.content_id:
            message.add_attachment(file.data, main, sub, filename=name, params=parameters)


def _headers(mail: Outgoing, sender: str) -> Mapping[str, str]:
    recipient = envelope_address(mail.to_email)
    headers = {
        "From": _address(*parseaddr(sender)),
        "To": _address(mail.to_name, recipient),
        "Subject": one_line(mail.subject),
        "Date": format_datetime(mail.date),
        "Message-ID": mail.message_id,
        "In-Reply-To": " ".join(message_ids([mail.in_reply_to])),
        "References": " ".join(message_ids(mail.references)),
        "Reply-To": _address(*parseaddr(mail.reply_to)) if mail.reply_to else "",
        "Auto-Submitted": mail.auto_submitted,
        "X-Auto-Response-Suppress": "All",
        "MIME-Version": "1.0",
    }
    return {name: value for name, value in headers.items() if value}


def message_ids(values: Sequence[str]) -> list[str]:
    """Only what is a Message-ID and can stand in a header; the first and the latest of many."""
    found = list(dict.fromkeys(i for value in values for i in _MESSAGE_ID.findall(value)))
    return found if len(found) <= _MAX_REFERENCES else [found[0], *found[1 - _MAX_REFERENCES :]]


def one_line(text: str) -> str:
    """Text that cannot leave its header field."""
    return " ".join(_UNSAFE.sub(" ", text).split())[:900]


def envelope_address(address: str) -> str:
    """The bare address, its domain in ASCII. Raises DeliveryError (final) when it can't be written to.

    A local part beyond ASCII would need SMTPUTF8 (RFC 6531) all the way to the vendor: staff must write themselves.
    """
    bare = parseaddr(address)[1] if "<" in address else address.strip()
    local, at, domain = bare.rpartition("@")
    if _UNSAFE.search(address) or not (local and at and domain) or re.search(r"[\s<>,;:()\[\]\\\"]|@.*@", bare):
        raise DeliveryError(f"{one_line(address)!r} is no mail address", temporary=False)
    if not local.isascii():
        raise DeliveryError(f"{one_line(address)!r} has letters beyond ASCII before the @", temporary=False)
    try:
        return f"{local}@{domain if domain.isascii() else domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise DeliveryError(f"{one_line(address)!r}: no such domain can exist", temporary=False) from error


def _address(name: str, email: str) -> str:
    """`Name <address>`. Names lose what has a meaning in the header: the library unquotes an encoded name and then
    reads an address out of it."""
    shown = " ".join(re.sub(r"[^\w .'&+/-]", " ", one_line(name)).split())[:80]
    return f'"{shown}" <{email}>' if shown else email


def _body(text: str) -> str:
    return re.sub(r"[\x00\ud800-\udfff]", "\ufffd", text)
