"""The parts of a Word file: opened by python-docx where it can, from the ZIP itself where it refuses.

python-docx refuses templates, strict OOXML and files with a broken relationship, all of which Word opens. Sizes are
checked before anything is unpacked; nothing outside the file is ever fetched.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from soppa_mailbot.model import Reason
from soppa_mailbot.reading.base import CannotRead, Limits

MAX_ENTRIES = 5_000
MAX_PART = 50_000_000  # bytes of one XML part
_RATIO_MATTERS = 1_000_000  # bytes: below this any compression ratio is harmless

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = b"http://purl.oclc.org/ooxml/"
# Strict OOXML (ISO/IEC 29500-1) has namespaces of its own for the same elements as the transitional one.
_STRICT_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)

# What zipfile, zlib and python-docx answer hostile archives with, found by mutating real files.
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)

Related = tuple[str, str, bool]  # kind (last step of the relationship type), target, external


class Package:
    """The parts by name, and how they hang together."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = [info.filename for info in archive.infolist() if info.filename.rstrip("/")]
        self._known = {name.casefold(): name for name in self.names}
        self._elements: dict[str, Any] = {}

    def adopt(self, elements: dict[str, Any]) -> None:
        """Take trees that python-docx has parsed already."""
        self._elements.update(elements)

    def blob(self, name: str) -> bytes:
        """The bytes of a part; b"" where it is absent."""
        known = self._known.get(name.casefold())
        if known is None:
            return b""
        try:
            return self._archive.read(known)
        except _BROKEN_ZIP as error:
            raise CannotRead(Reason.DAMAGED, f"its part {name} cannot be unpacked") from error

    def element(self, name: str) -> Any:
        """The root element of an XML part; None where it is absent. Raises CannotRead for a broken one."""
        if name in self._elements:
            return self._elements[name]
        blob = self.blob(name)
        if not blob:
            return None
        self._elements[name] = root = _parse(blob, name)
        return root

    def related(self, name: str) -> Iterator[Related]:
        """The relationships of a part ("" for the package's own)."""
        folder, _, base = name.rpartition("/")
        rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        try:
            root = self.element(rels)
        except CannotRead:
            return
        for item in root if root is not None else ():
            kind = str(item.get("Type") or "").rpartition("/")[2]
            external = item.get("TargetMode") == "External"
            target = str(item.get("Target") or "")
            if not external:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            yield kind, target, external

    def main(self) -> str:
        """The name of the document part."""
        for kind, target, external in self.related(""):
            if kind == "officeDocument" and not external and target.casefold() in self._known:
                return self._known[target.casefold()]
        return self._known.get("word/document.xml", "")


def open_package(data: bytes, limits: Limits) -> Package:
    """Raises CannotRead: encrypted, damaged, or too large when unpacked."""
    if data.startswith(_OLE):
        _refuse_ole(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN_ZIP as error:
        raise CannotRead(Reason.DAMAGED, "not a Word document, or cut off") from error
    _check_sizes(archive, limits)
    package = Package(archive)
    if not package.main():
        raise CannotRead(Reason.DAMAGED, "there is no Word document in it")
    if _STRICT not in package.blob(package.main())[:4_000]:
        package.adopt(_by_python_docx(data))
    return package


def _refuse_ole(data: bytes) -> None:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            encrypted = ole.exists("EncryptedPackage") or ole.exists("EncryptionInfo")
    except (OSError, ValueError, IndexError, KeyError, TypeError) as error:
        raise CannotRead(Reason.DAMAGED, "not a Word document") from error
    if encrypted:
        raise CannotRead(Reason.ENCRYPTED, "needs a password")
    raise CannotRead(Reason.UNSUPPORTED, "an old binary document, not a .docx")


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Python's zipfile never unpacks more of a member than its directory entry says, so the entries can be trusted."""
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise CannotRead(Reason.TOO_LARGE, f"{len(entries)} parts in one document")
    if sum(entry.file_size for entry in entries) > limits.max_unpacked:
        raise CannotRead(Reason.TOO_LARGE, "unpacks to more than is allowed")
    for entry in entries:
        if entry.flag_bits & 1:
            raise CannotRead(Reason.ENCRYPTED, "needs a password")
        if entry.file_size <= _RATIO_MATTERS:
            continue
        if entry.filename.endswith((".xml", ".rels")) and entry.file_size > MAX_PART:
            raise CannotRead(Reason.TOO_LARGE, f"its part {entry.filename} is too large")
        if entry.file_size > limits.max_ratio * max(entry.compress_size, 1):
            raise CannotRead(Reason.TOO_LARGE, "packed suspiciously small")


def _by_python_docx(data: bytes) -> dict[str, Any]:
    """The trees of python-docx's parts; {} where it refuses the file."""
    from docx.opc.exceptions import OpcError
    from docx.opc.package import OpcPackage
    from docx.opc.part import XmlPart

    try:
        parts = OpcPackage.open(io.BytesIO(data)).iter_parts()
        return {str(part.partname).lstrip("/"): part.element for part in parts if isinstance(part, XmlPart)}
    except (*_BROKEN_ZIP, OpcError, etree.LxmlError, AttributeError, TypeError):
        return {}


def _parse(blob: bytes, name: str) -> Any:
    if _STRICT in blob:
        for strict, transitional in _STRICT_NAMESPACES:
            blob = blob.replace(strict, transitional)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as error:
        raise CannotRead(Reason.DAMAGED, f"its part {name} is not well-formed XML") from error
