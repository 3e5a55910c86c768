"""Old Word documents (.doc): converted to .docx, given back the form fields that the converter drops, read as .docx.

What cannot be converted is read as bare paragraphs in their cells, with their form fields and pictures.
"""

from __future__ import annotations

import io
import struct
import tempfile
from dataclasses import replace
from pathlib import Path

from soppa_mailbot.model import Field, Paragraph, Reason, Run, Unreadable
from soppa_mailbot.reading.base import CannotRead, Limits, Opened
from soppa_mailbot.reading.doc_fields import DocParagraph, Placed, Word97, paragraphs
from soppa_mailbot.reading.doc_restore import restore_fields, shown_value
from soppa_mailbot.reading.doc_tables import Cell, in_cells
from soppa_mailbot.reading.flow import Budget

_NOTE = "converted from the old Word format"
_LOST = Unreadable(Reason.DAMAGED, "its check boxes, of the old Word format, could not be read")
_PICTURE = "PICTURE"
_DRAWN = Unreadable(Reason.DAMAGED, "what is drawn in it, in the old Word format, could not be read")


def read(data: bytes, limits: Limits) -> Opened:
    """The document as its .docx reads. Raises CannotRead: encrypted, damaged, unsupported (Word 95 and older)."""
    streams, macros = _streams(data)
    notes = [_NOTE] + (["macros"] if macros else [])
    try:
        document = Word97(*streams)
        story = paragraphs(document)
    except (ValueError, IndexError, struct.error, OverflowError):
        story = []
    converted = _converted(data)
    if converted is None:
        if not any(p.text.strip() for p in story):
            raise CannotRead(Reason.DAMAGED, "the file is damaged or too old to be read: please send a PDF")
        return _bare(_celled(story, document), notes, limits)
    placed = [f for p in story for f in p.fields]
    lost: tuple[Unreadable, ...] = ()
    restored, count = restore_fields(converted, story, limits)
    if count < len(placed) or any(f.data is None for f in placed):
        lost = (_LOST,)
    from soppa_mailbot.reading import docx

    opened = docx.read(restored, limits)
    return replace(opened, notes=(*opened.notes, *notes), unread=(*opened.unread, *lost))


def _streams(data: bytes) -> tuple[tuple[bytes, bytes, bytes], bool]:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            word = ole.openstream("WordDocument").read()
            # FibBase (§2.5.2): fEncrypted is bit 8, fWhichTblStm bit 9 of the flags at offset 10
            nfib, flags = struct.unpack_from("<H", word, 2)[0], struct.unpack_from("<H", word, 10)[0]
            if flags & 0x0100:
                raise CannotRead(Reason.ENCRYPTED, "the file needs a password")
            if nfib < 0x00C1:
                raise CannotRead(Reason.UNSUPPORTED, "a Word 95 or older document: please send a PDF")
            table = ole.openstream("1Table" if flags & 0x0200 else "0Table").read()
            extra = ole.openstream("Data").read() if ole.exists("Data") else b""
            return (word, table, extra), bool(ole.exists("Macros"))
    except CannotRead:
        raise
    except (OSError, ValueError, IndexError, TypeError, KeyError, struct.error) as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged or cut off") from error


def _converted(data: bytes) -> bytes | None:
    """The .docx, None when the converter refuses."""
    from doc2docx import convert

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.doc", Path(folder) / "out.docx"
        source.write_bytes(data)
        try:
            convert(source, target)
        except Exception:  # noqa: BLE001 - young parser, strict on real files: whatever it raises, we read them ourselves
            return None
        return target.read_bytes() if target.exists() else None


def _celled(story: list[DocParagraph], document: Word97) -> list[tuple[DocParagraph, Cell | None]]:
    """The paragraphs with their cells; none of damaged formatting."""
    try:
        return in_cells(story, document)
    except (ValueError, IndexError, struct.error):
        return [(p, None) for p in story]


def _bare(story: list[tuple[DocParagraph, Cell | None]], notes: list[str], limits: Limits) -> Opened:
    budget = Budget(limits)
    flow = tuple(Paragraph(_runs(p), cell) for p, cell in story if budget.take(p.text))
    fields = tuple(r.control for p in flow for r in p.runs if r.control)
    if any(p.ends_cell and cell is None for p, cell in story):
        notes = [*notes, "tables could not be read as such"]
    drawn = (_DRAWN,) if any(p.drawn for p, _ in story) else ()  # it may be a signature
    return Opened(flow=flow, fields=fields, notes=tuple(notes), unread=(*budget.unread(), *drawn))


def _runs(paragraph: DocParagraph) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    pictures = [Placed(p, p, None, _PICTURE) for p in paragraph.pictures]
    for placed in sorted([*paragraph.fields, *pictures], key=lambda p: (p.start, p.end)):
        if placed.start > at:
            runs.append(Run(paragraph.text[at : placed.start]))
        text = paragraph.text[placed.start : placed.end]
        runs.append(Run("", image=True) if placed.instruction == _PICTURE else _control(placed, text))
        at = max(at, placed.end)
    if at < len(paragraph.text):
        runs.append(Run(paragraph.text[at:]))
    return tuple(runs)


def _control(placed: Placed, text: str) -> Run:
    data = placed.data
    if data is None:
        return Run(text)
    if data.kind == "check":
        on = data.default if data.checked is None else data.checked
        return Run("☒" if on else "☐", Field(data.name, "check", "On" if on else "", on))
    value = shown_value(data, text)
    return Run(value or text, Field(data.name, data.kind, value, bool(value), options=data.options))
