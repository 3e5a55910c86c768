"""PDF pages that unpack to more than can be drawn: refused before PDFium is asked for them.

A kilobyte of a Flate stream may hold a megabyte, packed twice a gigabyte, and PDFium unpacks a page's content whole. It
then keeps some 650 bytes for each piece of text and 30 for each byte of lines: measured, a page of 8 MB whose every
letter is placed by itself takes 920 MB. What QPDF cannot take apart is not looked at here: should it cost the worker
its life, the sandbox says why.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf

from soppa_mailbot.model import Reason
from soppa_mailbot.reading.base import CannotRead
from soppa_mailbot.reading.patience import worked
from soppa_mailbot.reading.pdf_values import dictionary, items, name_of

MAX_CONTENT = 16_000_000  # bytes of one page's content, forms that it draws among them
MAX_SHOWN = 750_000  # pieces of text on one page
_SECONDS = 3.0  # for the look: a file with more pages has them looked at as far as that goes
_MAX_FORMS = 500  # of one page's resources
_CHUNK = 65_536

_Size = tuple[int, int]  # bytes, pieces of text


def refuse_bombs(pdf: Any) -> None:
    """Raises CannotRead (too large) where a page of an open pikepdf document unpacks to too much."""
    known: dict[tuple[int, int], _Size] = {}
    until = worked() + _SECONDS
    for page in pdf.pages:
        if worked() >= until:
            return
        size = shown = 0
        for stream in _streams(page.obj):
            if stream.objgen not in known:
                known[stream.objgen] = _size(stream)
            size, shown = size + known[stream.objgen][0], shown + known[stream.objgen][1]
            if size > MAX_CONTENT or shown > MAX_SHOWN:
                raise CannotRead(Reason.TOO_LARGE, "holds a page that is too large once unpacked")


def _streams(page: Any) -> Iterator[Any]:
    """Content of a page, and the forms that its resources name."""
    contents = page.get("/Contents")
    for stream in items(contents) if isinstance(contents, pikepdf.Array) else [contents]:
        if isinstance(stream, pikepdf.Stream):
            yield stream
    resources = dictionary(page.get("/Resources"))
    objects = dictionary(resources.get("/XObject")) if resources is not None else None
    if objects is None:
        return
    for name in list(objects.keys())[:_MAX_FORMS]:
        form = objects.get(name)
        if isinstance(form, pikepdf.Stream) and name_of(form.get("/Subtype")) == "Form":
            yield form


def _size(stream: Any) -> _Size:
    """Of the unpacked stream, counted up to the limits and never kept."""
    filters = stream.get("/Filter")
    names = [name_of(f) for f in items(filters)] if isinstance(filters, pikepdf.Array) else [name_of(filters)]
    chunks: Iterator[bytes] = iter((bytes(stream.read_raw_bytes()),))
    for name in names:
        if name in ("FlateDecode", "Fl"):
            chunks = _unpacked(chunks)
        elif name:
            return 0, 0
    size = shown = 0
    for chunk in chunks:
        size += len(chunk)
        shown += chunk.count(b"Tj") + chunk.count(b"TJ")
        if size > MAX_CONTENT or shown > MAX_SHOWN:
            break
    return size, shown


def _unpacked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    try:
        for packed in chunks:
            while packed and not unpacker.eof:
                out = unpacker.decompress(packed, _CHUNK)
                packed = unpacker.unconsumed_tail
                if out:
                    yield out
    except zlib.error:  # damaged: PDFium unpacks as far as it can, and so far it was counted
        return
