"""Whether a PDF was changed after it was signed: the signed bytes read again, and compared with the whole file.

A file may well go on behind its signature: validation data for the archive, a time stamp. What matters to a person is
whether fields, annotations or page contents are others than the signer saw.
"""

from __future__ import annotations

import hashlib
import io
from typing import Any

import pikepdf

from soppa_mailbot.model import Field
from soppa_mailbot.reading.pdf_fields import FieldReader
from soppa_mailbot.reading.pdf_frame import Frame
from soppa_mailbot.reading.pdf_signatures import signed_bytes
from soppa_mailbot.reading.pdf_values import items

_LINE_ENDS = 16  # bytes behind the signed ones that mean nothing
_MAX_STREAM = 20_000_000  # bytes of raw page content that are compared

DIGITALLY_SIGNED = "digitally signed"
CHANGED_AFTER = "changed after it was signed"


def signature_notes(
    pdf: Any, data: bytes, fields: tuple[Field, ...], signatures: list[Any], frames: list[Frame]
) -> tuple[str, ...]:
    """Notes on the signatures (`/V` of signed fields) of an open pikepdf document; the cryptography is not checked."""
    if not signatures:
        return ()
    end = max(signed_bytes(value) for value in signatures)
    if len(data) - end <= _LINE_ENDS:
        return (DIGITALLY_SIGNED,)
    try:
        with pikepdf.open(io.BytesIO(data[:end]), suppress_warnings=True) as before:
            same = _entered(FieldReader(before, frames).read()) == _entered(fields) and _pages(before) == _pages(pdf)
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError):
        same = False  # what was signed is no file of its own: nobody can say what the signer saw
    return (DIGITALLY_SIGNED,) if same else (DIGITALLY_SIGNED, CHANGED_AFTER)


def _entered(fields: tuple[Field, ...]) -> dict[str, str]:
    """Values by name; an archive's time stamp is a signature field more, which is no change."""
    return {field.name: field.value for field in fields if field.kind != "signature"}


def _pages(pdf: Any) -> list[tuple[str, int]]:
    """For each page a digest of its content streams, and how many annotations lie on it that are no fields."""
    out = []
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        streams = items(contents) if isinstance(contents, pikepdf.Array) else [contents]
        digest = hashlib.sha256()
        room = _MAX_STREAM
        for stream in streams:
            if isinstance(stream, pikepdf.Stream) and room > 0:
                raw = bytes(stream.read_raw_bytes())
                digest.update(raw)
                room -= len(raw)
        # where the signed bytes name an annotation that only came later there is none
        found = [a for a in items(page.obj.get("/Annots")) if isinstance(a, pikepdf.Dictionary)]
        marks = [a for a in found if str(a.get("/Subtype", "")) != "/Widget"]
        out.append((digest.hexdigest(), len(marks)))
    return out
