"""Originals by SHA-256, once each, as plain files that a person can open.

`files/ab/abcdef...`: written in `files/.new`, flushed to disk, then renamed, so a name that is there is a whole file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from pathlib import Path

from soppa_mailbot import lazy_re as re
from soppa_mailbot.errors import StoreError

_NEW = ".new"
_ABANDONED = 3600.0  # seconds: what was not finished by then, nobody finishes any more
_NAME = re.compile(r"[0-9a-f]{64}")


class Files:
    """The folder of originals. Only the program's own user may read it: vendors' papers are in there."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def prepare(self) -> None:
        """Make the folder, and clear away what killed processes left half written.

        Raises StoreError when it can't be made or written.
        """
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"store.files: cannot make the folder {self.root}: {error.strerror}") from error
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise StoreError(f"store.files: {self.root} is not writable for the user that runs soppa-mailbot")
        for part in (self.root / _NEW).glob("part-*"):
            with contextlib.suppress(OSError):  # another program was quicker
                if time.time() - part.lstat().st_mtime > _ABANDONED:
                    part.unlink()

    def keep(self, data: bytes) -> str:
        """Store the bytes durably and answer with their name. Raises StoreError (temporary: a full disk may empty)."""
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        if path.exists():
            return name
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write_whole(path, data, self.root / _NEW)
        except OSError as error:
            raise StoreError(f"cannot keep an original in {self.root}: {error.strerror}", temporary=True) from error
        return name

    def read(self, name: str) -> bytes:
        """The bytes kept under this name. Raises StoreError when they are gone or no longer what they were."""
        try:
            data = self._path(name).read_bytes()
        except OSError as error:
            raise StoreError(f"the original {name} cannot be read from {self.root}: {error.strerror}") from error
        if hashlib.sha256(data).hexdigest() != name:
            raise StoreError(f"the original {name} in {self.root} was changed: restore it from a backup")
        return data

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"not the name of an original: {name!r}")
        return self.root / name[:2] / name


def _write_whole(path: Path, data: bytes, beside: Path) -> None:
    beside.mkdir(mode=0o700, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=beside, prefix="part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the name itself must survive a power cut
    finally:
        os.close(folder)
