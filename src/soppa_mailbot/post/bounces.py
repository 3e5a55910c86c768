"""Delivery reports about our own mail (RFC 3464, and what older servers write instead). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Message

_RECIPIENT = re.compile(r"^(?:Final|Original)-Recipient:[^;\n]*;\s*<?([^\s<>;]+@[^\s<>;]+?)>?\s*$", re.I | re.M)
_ACTION = re.compile(r"^Action:\s*(\w+)", re.I | re.M)
_MESSAGE_ID = re.compile(r"<[^<>\s@]+@[^<>\s@]+>")
_REPORT_TYPES = ("message/delivery-status", "message/rfc822", "text/rfc822-headers", "message/global-delivery-status")
_LOOK_AT = 64_000  # characters of each part: a report's own lines stand in front


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a report says: about which mails, to whom. `delayed` ones are no failure yet."""

    message_ids: tuple[str, ...]
    recipients: tuple[str, ...]  # casefolded


def read_bounce(message: Message) -> Bounce | None:
    """The failed delivery that this mail reports, None when it reports none."""
    texts = [p.payload[:_LOOK_AT].decode("utf-8", "replace") for p in message.parts if _is_report_part(p.content_type)]
    failed = message.header("X-Failed-Recipients")
    reports = "message/delivery-status" in message.content_types or "multipart/report" in message.content_types
    if not (reports or failed or _from_daemon(message)):
        return None
    everything = "\n".join((*texts, message.text[:_LOOK_AT], message.quoted[:_LOOK_AT])).replace("\r\n", "\n")
    actions = {action.casefold() for action in _ACTION.findall(everything)}
    if actions and not actions & {"failed"}:
        return None
    ids = (*message.in_reply_to, *message.references, *_MESSAGE_ID.findall(everything))
    recipients = (*_RECIPIENT.findall(everything), *re.split(r"[,\s]+", failed))
    return Bounce(
        message_ids=tuple(dict.fromkeys(i for i in ids if i != message.message_id)),
        recipients=tuple(dict.fromkeys(r.strip("<>").casefold() for r in recipients if "@" in r)),
    )


def _is_report_part(content_type: str) -> bool:
    return content_type in _REPORT_TYPES


def _from_daemon(message: Message) -> bool:
    local = message.sender.email.partition("@")[0].casefold()
    return local in ("mailer-daemon", "postmaster") or message.header("Return-Path").strip() == "<>"
