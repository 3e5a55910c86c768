"""Raw bytes to a Message. Any bytes give one: what is odd about a mail becomes a defect, never an exception.

Addresses, dates and defects of the header are mail-parser's. It is given the header alone: of a whole message it
decodes every attachment once more, flattens nested messages into one, and refuses deep nesting. The tree is `mime`'s.
"""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime
from typing import Any

import mailparser

from soppa_mailbot import lazy_re as re
from soppa_mailbot.mail.bodies import Body, part_of, read_body, sort_leaves
from soppa_mailbot.mail.decoding import decode_words, printable, to_text
from soppa_mailbot.mail.headers import Head, decoded
from soppa_mailbot.mail.lines import OWN, Line, joined
from soppa_mailbot.mail.links import links_in
from soppa_mailbot.mail.mime import read_tree
from soppa_mailbot.mail.own_words import NOBODY, mark, split_of
from soppa_mailbot.mail.quotes import forwarded_senders
from soppa_mailbot.model import Address, Message

MAX_ADDRESSES = 200
MAX_REFERENCES = 100

_MESSAGE_ID = re.compile(r"<[^<>\s]{1,500}>")
_ANY_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*")
_FOR_LIBRARY = frozenset({"from", "to", "cc", "reply-to", "date"})
_EARLIEST, _LATEST = 1980, 2100  # RFC 822 is of 1982


def parse(raw: bytes) -> Message:
    """The message that these bytes are, or come closest to."""
    root, defects = read_tree(raw)
    head = root.head
    library = _library(head)
    sender = _sender(library, head)
    subject = decoded(next((v for n, v in head.fields if n.casefold() == "subject"), b""))
    leaves = sort_leaves(root)
    body = read_body(leaves.pieces)
    marked = mark(body.lines, sender, subject)
    split = split_of(marked)
    parts = tuple(part_of(node, body.content_ids) for node in leaves.others)
    return Message(
        message_id=next(iter(_ids(head, "message-id", bare=True)), ""),
        in_reply_to=_ids(head, "in-reply-to"),
        references=_ids(head, "references"),
        sender=sender,
        reply_to=_addresses(library.reply_to),
        to=_addresses(library.to),
        cc=_addresses(library.cc),
        date=_date(library, head),
        subject=subject,
        headers=tuple((n, decoded(v)) for n, v in head.fields),
        text=joined(body.lines),
        own_words=split.own,
        quoted=split.quoted,
        signature=split.signature,
        parts=parts + tuple(body.enclosed),
        links=_links(marked, body, sender, subject),
        forwarded_from=forwarded_senders(marked, subject),
        defects=tuple(dict.fromkeys((*defects, *body.defects, *_header_defects(library)))),
        content_types=tuple(node.content_type for node in root.walk()),
        html=body.html,
    )


def _links(marked: list[Line], body: Body, sender: Address, subject: str) -> tuple[str, ...]:
    """Of the own words as they are read and, where that is the plain text, of the same words in the HTML beside it."""
    own = [line for line in marked if line.role == OWN]
    if body.shadow:
        own += [line for line in mark(body.shadow, sender, subject) if line.role == OWN]
    return links_in(own)


def _library(head: Head) -> Any:
    """mail-parser over the first of each field that it reads for us, raw 8-bit text as UTF-8 (RFC 6532)."""
    chosen: dict[str, bytes] = {}
    for name, value in head.fields:
        if name.casefold() in _FOR_LIBRARY:
            chosen.setdefault(name.casefold(), value)
    lines = [n.encode() + b": " + to_text(v).replace("\x00", "").encode("utf-8", "replace") for n, v in chosen.items()]
    return mailparser.parse_from_bytes(b"\r\n".join(lines) + b"\r\n\r\n")


def _addresses(found: Any) -> tuple[Address, ...]:
    pairs = found if isinstance(found, list) else []
    made = (Address(_name(name), printable(mail).strip("<> ")) for name, mail in pairs[:MAX_ADDRESSES])
    return tuple(a for a in made if a.email)


def _name(name: str) -> str:
    return printable(decode_words(name)).strip("'\" ")


def _sender(library: Any, head: Head) -> Address:
    """The first From; where it can't be read as one, the first thing in it that looks like an address."""
    found = _addresses(library.from_)
    if found and "@" in found[0].email:
        return found[0]
    written = decoded(next((v for n, v in head.fields if n.casefold() == "from"), b""))
    match = _ANY_ADDRESS.search(written)
    if match is None:
        return Address(_name(re.sub(r"<[^<>]*>", "", written))[:200], "") if written else NOBODY
    return Address(_name(written[: match.start()].rstrip("<( "))[:200], match.group())


def _ids(head: Head, name: str, *, bare: bool = False) -> tuple[str, ...]:
    """Message-IDs of the fields of that name; a `bare` one has no brackets (against RFC 5322 §3.6.4)."""
    values = [to_text(v) for n, v in head.fields if n.casefold() == name]
    found = [match for value in values for match in _MESSAGE_ID.findall(re.sub(r"\s+", " ", value))]
    if not found and bare and values and (word := printable(values[0]).strip("<> ")):
        found = [f"<{word.split()[0][:500]}>"]
    return tuple(dict.fromkeys(found))[-MAX_REFERENCES:]


def _date(library: Any, head: Head) -> datetime | None:
    """mail-parser's reading, else the standard library's of dates with a zone ("9:41:07" without its zero)."""
    found: datetime | None = library.date
    if found is None:
        try:
            found = email.utils.parsedate_to_datetime(head.get("date"))
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    if found is None or found.tzinfo is None or not _EARLIEST <= found.year <= _LATEST:
        return None
    try:
        return found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _header_defects(library: Any) -> list[str]:
    """mail-parser's findings in its own words: "DateHeaderDefect: date[0]: invalid-date-syntax"."""
    found = [text for defect in library.defects for texts in defect.values() for text in texts]
    return [printable(str(text))[:200] for text in found[:20]]
