"""Has a set of files changed on disk? Cheap to ask: bytes are read again only where the file system says something."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

QUIET_SECONDS = 2.0  # a file that was written to this lately may not be written to its end


@dataclass(frozen=True, slots=True)
class _Seen:
    stat: tuple[int, int, int]  # mtime in ns, size, inode
    digest: str  # SHA-256


class Watched:
    """Some files, as they were when they were last looked at. A file that is not there is one without bytes."""

    def __init__(self, files: Callable[[], Iterable[Path]], quiet_seconds: float = QUIET_SECONDS) -> None:
        self._files = files
        self._quiet = quiet_seconds
        self._seen = self._look({})

    def changed(self) -> bool:
        """Whether bytes differ from the last time that this was said; while somebody still writes, not yet."""
        now = self._look(self._seen)
        if {path: seen.digest for path, seen in now.items()} == {path: s.digest for path, s in self._seen.items()}:
            self._seen = now
            return False
        if any(self._being_written(now.get(path)) for path in now.keys() | self._seen.keys()):
            return False
        self._seen = now
        return True

    def forget(self) -> None:
        """Let the next look say that everything changed: what was done about it must be done again."""
        self._seen = {path: _Seen((0, 0, 0), "") for path in self._seen}

    def _look(self, before: dict[Path, _Seen]) -> dict[Path, _Seen]:
        return {path: _seen(path, before.get(path)) for path in self._files()}

    def _being_written(self, seen: _Seen | None) -> bool:
        return seen is not None and 0 <= time.time() - seen.stat[0] / 1e9 < self._quiet


def _seen(path: Path, before: _Seen | None) -> _Seen:
    try:
        found = path.stat()
        stat = (found.st_mtime_ns, found.st_size, found.st_ino)
        if before is not None and before.stat == stat:
            return before
        return _Seen(stat, hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:  # gone, or not to be read: whoever uses it says so better
        return _Seen((0, 0, 0), "absent")
