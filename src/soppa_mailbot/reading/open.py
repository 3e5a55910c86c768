"""An attachment, with all that is inside it, as Documents.

Containers (ZIP, attached messages, winmail.dat, `.msg`) are unwrapped and not listed themselves; what cannot be opened
is a Document that says why. Runs inside a worker process.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from soppa_mailbot.model import Document, Part, RasterSource, Reason, Unreadable
from soppa_mailbot.reading.base import CannotRead, Limits, Opened, Reader, UnreadableChild
from soppa_mailbot.reading.decoration import is_plumbing, is_small_picture, is_wordless_picture
from soppa_mailbot.reading.flow import with_plain_spaces
from soppa_mailbot.reading.sniff import FileType, sniff

# module:function of each reader, imported when a file of its kind turns up: a DOCX never loads PDFium
_READERS = {
    "pdf": "pdf:read",
    "image": "image:read",
    "docx": "docx:read",
    "doc": "doc:read",
    "xlsx": "xlsx:read",
    "xls": "sheet:read",
    "xlsb": "sheet:read",
    "odt": "opendocument:read",
    "ods": "opendocument:read_sheet",
    "pages": "pages:read",
    "rtf": "rtf:read",
    "html": "html:read",
    "txt": "text:read",
    "csv": "text:read_csv",
    "ics": "text:read_calendar",
    "zip": "archive:read",
    "mail": "letter:read",
    "tnef": "tnef:read",
    "msg": "outlook:read",
}
_CONTAINERS = ("zip", "mail", "tnef", "msg")


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    document: Document
    raster: RasterSource | None = None  # pictures of its pages, until the next document is asked for


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is about to be opened: all that is known of it should the worker die of it."""

    id: str
    filename: str
    container: str
    size: int
    sha256: str


class Opener:
    """Opens one attachment. `done` documents are not given again, `dead` ones are not even touched."""

    def __init__(
        self,
        limits: Limits,
        *,
        begin: Callable[[Beginning], None] = lambda _: None,
        done: frozenset[str] = frozenset(),
        dead: frozenset[str] = frozenset(),
    ) -> None:
        self._limits = limits
        self._begin = begin
        self._done = done
        self._dead = dead
        self._bytes_left = limits.max_unpacked
        self._files_left = limits.max_files

    def open(self, part: Part, id_: str) -> Iterator[OpenedDocument]:
        """Every document in the attachment; its own id is `id_`, those inside have `id_.1`, `id_.2` ..."""
        yield from self._open(part, id_, "", 0, ())

    def _open(
        self, part: Part, id_: str, container: str, depth: int, inherited: tuple[str, ...]
    ) -> Iterator[OpenedDocument]:
        if id_ in self._dead:
            return
        base = Document(
            id=id_,
            filename=part.filename or "attachment",
            container=container,
            sha256=hashlib.sha256(part.payload).hexdigest(),
            size=len(part.payload),
            notes=inherited,
        )
        self._begin(Beginning(base.id, base.filename, container, base.size, base.sha256))
        try:
            kind = sniff(part)
            base = replace(base, content_type=kind.mime, filename=part.filename or _unnamed(kind))
            if is_plumbing(part, kind) or is_small_picture(part, kind):
                yield from self._give(OpenedDocument(replace(base, decoration=True)))
                return
            if kind.kind in _CONTAINERS and depth >= self._limits.max_depth:
                raise CannotRead(Reason.TOO_LARGE, "packed in more layers than can be opened here")
            opened = self._read(part, kind)
        except CannotRead as error:
            yield from self._give(_unreadable(base, error.reason, error.detail))
            return
        yield from self._documents(part, kind, base, opened)
        yield from self._children(opened, base, depth)

    def _read(self, part: Part, kind: FileType) -> Opened:
        limits = replace(self._limits, max_unpacked=self._bytes_left, max_files=max(self._files_left, 0))
        opened = _reader(kind)(part.payload, limits)
        self._bytes_left -= sum(len(c.payload) for c in opened.children if isinstance(c, Part))
        return opened

    def _documents(self, part: Part, kind: FileType, base: Document, opened: Opened) -> Iterator[OpenedDocument]:
        """The file's own document: none for a container that says nothing itself."""
        document = replace(
            base,
            pages=opened.pages,
            flow=with_plain_spaces(opened.flow),
            fields=opened.fields,
            covering=opened.covering,
            notes=(*base.notes, *opened.notes),
            comments=opened.comments,
            sheets=opened.sheets,
            unread=opened.unread,
        )
        if opened.container and not (opened.covering and any(p.text().strip() for p in opened.flow)):
            return
        if is_wordless_picture(part, kind, document):
            document = replace(document, decoration=True)
        yield from self._give(OpenedDocument(document, opened.raster))

    def _children(self, opened: Opened, base: Document, depth: int) -> Iterator[OpenedDocument]:
        inherited = opened.notes if opened.container and not opened.covering else ()
        for number, child in enumerate(opened.children, 1):
            id_ = f"{base.id}.{number}"
            if isinstance(child, UnreadableChild):
                lost = Document(id=id_, filename=child.filename, container=base.filename, notes=inherited)
                if not child.filename:
                    lost = replace(base, id=id_)
                yield from self._give(_unreadable(lost, child.reason, child.detail))
            elif self._files_left <= 0:
                detail = f"holds more files than the {self._limits.max_files} that are read"
                yield from self._give(_unreadable(replace(base, id=id_), Reason.TOO_LARGE, detail))
                return
            else:
                self._files_left -= 1
                yield from self._open(child, id_, base.filename, depth + 1, inherited)

    def _give(self, opened: OpenedDocument) -> Iterator[OpenedDocument]:
        if opened.document.id not in self._done and opened.document.id not in self._dead:
            yield opened


def _reader(kind: FileType) -> Reader:
    module, _, function = _READERS[kind.kind].partition(":")
    reader: Reader = getattr(import_module(f"soppa_mailbot.reading.{module}"), function)
    return reader


def _unreadable(document: Document, reason: Reason, detail: str) -> OpenedDocument:
    return OpenedDocument(replace(document, unreadable=Unreadable(reason, detail)))


def _unnamed(kind: FileType) -> str:
    """A name for people where the mail gives none."""
    stem = "message" if kind.kind in ("mail", "msg") else "attachment"
    return stem + re.sub(r"[^.a-z0-9]", "", kind.extension)
