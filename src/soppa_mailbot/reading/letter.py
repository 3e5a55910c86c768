"""An attached or forwarded message (message/rfc822): what it says, and the files in it."""

from __future__ import annotations

from soppa_mailbot.mail.parse import parse
from soppa_mailbot.model import Message
from soppa_mailbot.reading.base import Limits, Opened
from soppa_mailbot.reading.flow import flow_of


def read(data: bytes, limits: Limits) -> Opened:
    """The message's own words as a flow, its attachments as children."""
    return opened_message(parse(data), limits)


def opened_message(message: Message, limits: Limits) -> Opened:
    words = message.own_words if message.own_words.strip() else message.text
    return Opened(
        flow=flow_of(words, limits),
        notes=_letterhead(message),
        children=message.parts[: limits.max_files],
        container=True,
        covering=True,
    )


def _letterhead(message: Message) -> tuple[str, ...]:
    """Who wrote it, about what and when: read by the finders of a forwarded vendor's mail."""
    sender = message.sender
    notes = [" ".join(filter(None, ("from:", sender.name, f"<{sender.email}>")))] if sender.email else []
    if message.subject:
        notes.append(f"subject: {message.subject}")
    if message.date is not None:
        notes.append(f"date: {message.date.isoformat()}")
    return tuple(notes)
