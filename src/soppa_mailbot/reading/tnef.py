"""winmail.dat ([MS-OXTNEF]): what Outlook wraps a mail into when it takes the reader for an Outlook."""

from __future__ import annotations

import logging
import struct
from typing import Any

from soppa_mailbot.model import Part, Reason
from soppa_mailbot.reading.archive import safe_name
from soppa_mailbot.reading.base import CannotRead, Limits, Opened, UnreadableChild
from soppa_mailbot.reading.charset import decode_text
from soppa_mailbot.reading.flow import flow_of

_CONTENT_ID = 0x3712  # PidTagAttachContentId
_MIME_TAG = 0x370E  # PidTagAttachMimeTag

_OEM_CODEPAGE = struct.pack("<BI", 1, 0x00069007)  # level and name of attOemCodepage ([MS-OXTNEF] 2.1.3.2)
_HEAD = 6  # bytes: the signature and the legacy key


def _with_code_page(data: bytes) -> bytes:
    """The stream with the code page that it must have and other writers than Outlook leave out: Windows' Latin one.

    tnefparse decodes each string by it, and has no other to fall back on.
    """
    page = struct.pack("<II", 1252, 0)
    attribute = _OEM_CODEPAGE + struct.pack("<I", len(page)) + page + struct.pack("<H", sum(page))
    return data[:_HEAD] + attribute + data[_HEAD:]


def read(data: bytes, limits: Limits) -> Opened:
    """The files of a winmail.dat, and its body as a covering text when there is one."""
    from tnefparse import TNEF

    logging.getLogger("tnefparse").setLevel(logging.ERROR)  # it reports every odd property
    try:
        tnef = TNEF(data if _OEM_CODEPAGE in data else _with_code_page(data), do_checksum=False)
    # tnefparse takes lengths from the file and lets whatever they lead to escape
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, AssertionError, struct.error, LookupError,
            RecursionError, UnboundLocalError) as error:  # fmt: skip
        raise CannotRead(Reason.DAMAGED, "the winmail.dat is damaged or cut off") from error
    children = tuple(_children(tnef, limits))
    return Opened(
        flow=flow_of(_body(tnef, limits), limits),
        children=children,
        container=True,
        covering=True,
    )


def _children(tnef: Any, limits: Limits) -> list[Part | UnreadableChild]:
    out: list[Part | UnreadableChild] = []
    for attachment in tnef.attachments[: limits.max_files]:
        name = safe_name(_name(attachment)).name
        embedded = getattr(attachment, "embed", None)
        payload = bytes(attachment.data or b"")
        if embedded is not None:  # a message within: its TNEF follows the interface identifier
            name = name if name != "unnamed" else "message.dat"
        content_id = _property(attachment, _CONTENT_ID)
        out.append(Part(name, _property(attachment, _MIME_TAG).casefold(), payload, bool(content_id), content_id))
    return out


def _name(attachment: Any) -> str:
    try:
        name = attachment.long_filename() or attachment.name
    except UnicodeDecodeError:
        name = attachment._name
    return _text(name)


def _property(attachment: Any, number: int) -> str:
    return next((_text(a.data) for a in attachment.mapi_attrs if a.name == number), "")


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        value = decode_text(value.rstrip(b"\x00")) or ""
    return str(value or "").strip("\x00 ")


def _body(tnef: Any, limits: Limits) -> str:
    """Plain text, else HTML, else the compressed RTF that Exchange sends instead."""
    plain = _text(tnef.body)
    if plain.strip():
        return plain
    page = _text(tnef.htmlbody)
    if page.strip():
        from soppa_mailbot.reading.html import html_to_text

        return html_to_text(page)
    return rtf_body(tnef._rtfbody, limits)


def rtf_body(packed: Any, limits: Limits) -> str:
    """The words of a compressed RTF body; "" when it cannot be read, for the files matter more."""
    from soppa_mailbot.reading.compressed_rtf import decompress
    from soppa_mailbot.reading.rtf import rtf_to_text

    if isinstance(packed, list | tuple):
        packed = packed[0] if packed else b""
    if not isinstance(packed, bytes):
        return ""
    try:
        return rtf_to_text(decompress(packed, limits.max_unpacked))
    except (ValueError, CannotRead):
        return ""
