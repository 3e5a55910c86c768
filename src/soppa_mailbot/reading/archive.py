"""ZIP archives: their members as parts, whatever their directory claims.

Sizes in a ZIP's directory are the sender's word (PKWARE APPNOTE 4.4.9), so every member is read only up to what is left
of the limit, and names never become paths.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from soppa_mailbot import lazy_re as re
from soppa_mailbot.model import Part, Reason
from soppa_mailbot.reading.base import CannotRead, Limits, Opened, UnreadableChild

_RATIO_FLOOR = 10_000_000  # blank scans compress by thousands: the ratio only tells a bomb once it is big
_JUNK = re.compile(r"(?i)(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive, or CannotRead(damaged)."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise CannotRead(Reason.DAMAGED, "the file is damaged or cut off") from error


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowed: int, max_ratio: int) -> bytes:
    """One member's bytes. Raises CannotRead: encrypted, too_large (also where the directory lies), damaged."""
    if info.flag_bits & 0x1:
        raise CannotRead(Reason.ENCRYPTED, "the archive needs a password")
    _refuse_size(info, info.file_size, allowed, max_ratio)
    try:
        with archive.open(info) as stream:
            data = stream.read(allowed + 1)
    except NotImplementedError as error:
        raise CannotRead(Reason.UNSUPPORTED, "packed by a method that cannot be read here") from error
    except _BROKEN as error:
        raise CannotRead(Reason.DAMAGED, "the archive is damaged or cut off") from error
    _refuse_size(info, len(data), allowed, max_ratio)
    return data


def _refuse_size(info: zipfile.ZipInfo, size: int, allowed: int, max_ratio: int) -> None:
    if size > allowed:
        raise CannotRead(Reason.TOO_LARGE, "unpacks to more than can be read here")
    if size > _RATIO_FLOOR and size > max_ratio * max(info.compress_size, 1):
        raise CannotRead(Reason.TOO_LARGE, "unpacks to far more than such a file should")


class Package:
    """The parts of an office file (docx, xlsx, odt: ZIPs too), read with the same care, within one budget."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._archive = open_archive(data)
        self._left = limits.max_unpacked
        self._ratio = limits.max_ratio
        self._infos = {i.filename.replace("\\", "/").lstrip("/"): i for i in self._archive.infolist()}

    def names(self) -> tuple[str, ...]:
        return tuple(self._infos)

    def read(self, name: str) -> bytes | None:
        """A part's bytes, None when there is no such part."""
        info = self._infos.get(name.lstrip("/"))
        if info is None:
            return None
        data = read_member(self._archive, info, self._left, self._ratio)
        self._left -= len(data)
        return data


@dataclass(frozen=True, slots=True)
class SafeName:
    name: str
    unsafe: bool  # it tried to leave its folder


def safe_name(raw: str) -> SafeName:
    """The last step of a path, fit to be shown and stored; `unsafe` when the path was absolute or climbed up."""
    path = raw.replace("\\", "/")
    steps = path.split("/")
    unsafe = path.startswith("/") or ".." in steps or bool(re.match(r"[A-Za-z]:", path)) or "\x00" in path
    name = next((s for s in reversed(steps) if s and s not in (".", "..")), "")
    name = re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "", name).strip()
    return SafeName(name[:200] or "unnamed", unsafe)


def _decoded_name(info: zipfile.ZipInfo) -> str:
    """Without the UTF-8 flag (bit 11) names are read as CP437, while most packers wrote UTF-8 all the same."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def read(data: bytes, limits: Limits) -> Opened:
    """The members of a ZIP."""
    archive = open_archive(data)
    children: list[Part | UnreadableChild] = []
    notes: list[str] = []
    left = limits.max_unpacked
    infos = [i for i in archive.infolist() if not i.is_dir() and not _JUNK.search(i.filename)]
    for info in infos[: limits.max_files]:
        safe = safe_name(_decoded_name(info))
        if safe.unsafe:
            notes.append(f"unsafe path in the archive: {safe.name}")
        try:
            payload = read_member(archive, info, left, limits.max_ratio)
        except CannotRead as error:
            children.append(UnreadableChild(safe.name, error.reason, error.detail))
            continue
        left -= len(payload)
        children.append(Part(safe.name, "application/octet-stream", payload, inline=False))
    if len(infos) > limits.max_files:
        detail = f"holds {len(infos)} files, of which the first {limits.max_files} were read"
        children.append(UnreadableChild("", Reason.TOO_LARGE, detail))
    if not infos:
        raise CannotRead(Reason.EMPTY, "the archive holds no file")
    return Opened(children=tuple(children), notes=tuple(notes), container=True)
