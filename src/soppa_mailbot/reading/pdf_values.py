"""Values of a PDF's objects as plain Python, whatever a file holds in their place (pikepdf)."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf

MAX_TEXT = 20_000  # characters of one value


def text_of(value: Any) -> str:
    """A string, name, number, stream or array of those as text; anything else is ""."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, pikepdf.Name):
        text = str(value).removeprefix("/")
    elif isinstance(value, pikepdf.String):
        text = str(value)
    elif isinstance(value, pikepdf.Stream):
        text = str(pikepdf.String(stream_bytes(value, 2 * MAX_TEXT)[: 2 * MAX_TEXT]))
    elif isinstance(value, pikepdf.Array):
        text = "; ".join(text_of(item) for item in list(value)[:100])
    elif value is None or isinstance(value, bool | pikepdf.Dictionary):
        return ""
    else:
        text = str(value)
    clean = text[:MAX_TEXT].replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return clean.encode("utf-8", "replace").decode("utf-8")


def numbers(value: Any) -> list[float]:
    """The numbers of an array; [] when it is none."""
    try:
        return [float(item) for item in items(value)[:8]]
    except (TypeError, ValueError):
        return []


def dictionary(value: Any) -> Any:
    return value if isinstance(value, pikepdf.Dictionary | pikepdf.Stream) else None


def items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []


def name_of(value: Any) -> str:
    return str(value).removeprefix("/") if isinstance(value, pikepdf.Name) else ""


def integer(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def stream_bytes(stream: Any, limit: int) -> bytes:
    """The decoded bytes of a stream, b"" where they are more than `limit` or in a filter that cannot be bounded.

    Only FlateDecode is undone here: QPDF unpacks a whole stream at once, and 2 kB can hold a gigabyte.
    """
    filters = stream.get("/Filter")
    names = [name_of(f) for f in items(filters)] if isinstance(filters, pikepdf.Array) else [name_of(filters)]
    raw: bytes = bytes(stream.read_raw_bytes())
    for name in names:
        if name in ("FlateDecode", "Fl"):
            unpacker = zlib.decompressobj()
            try:
                raw = unpacker.decompress(raw, limit + 1)
            except zlib.error:
                return b""
        elif name:
            return b""
    return raw if len(raw) <= limit else b""
