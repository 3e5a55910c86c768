"""Bytes to text, when nobody says how they were written."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode_text(data: bytes, declared: str = "") -> str | None:
    """The text, or None when these bytes are no text. A BOM decides, then `declared`, UTF-8, and Windows-1252.

    Cut-off multi-byte characters at the end are forgiven, so that the beginning of a file can be asked.
    """
    for bom, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(bom):
            return _plausible(data.decode(name, "replace"))
    if declared:
        try:
            return _plausible(data.decode(declared))
        except (LookupError, UnicodeDecodeError):
            pass
    if data[:2000].count(0) > len(data[:2000]) // 4:
        return _utf16_without_bom(data)
    try:
        return _plausible(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return _plausible(data[: error.start].decode("utf-8"))
    return _plausible(data.decode("cp1252", "replace"))


def _utf16_without_bom(data: bytes) -> str | None:
    name = "utf-16-le" if data[1:2000:2].count(0) > data[0:2000:2].count(0) else "utf-16-be"
    return _plausible(data.decode(name, "replace"))


def _plausible(text: str) -> str | None:
    """Text has next to no control characters and few undecodable ones."""
    sample = text[:65536]
    odd = len(_CONTROL.findall(sample)) + sample.count("\ufffd")
    return text if odd <= max(2, len(sample) // 50) else None
