"""Temporary folders of worker processes, which may hold pieces of what vendors sent: none may stay behind.

Whoever uses such a folder holds a lock in it, the program and its worker alike, and the kernel drops a lock with the
last process that has it (flock(2)). So what nobody holds belonged to processes that were killed together, and the next
program removes it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path

_PREFIX = "soppa-worker-"
_LOCK = ".in-use"
_NEWBORN = 60.0  # seconds: a folder without a lock may be one that is being made just now


class Scratch:
    """A new private folder. `lock` is inherited by the worker (`pass_fds`)."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        draft = self.path / f"{_LOCK}.new"
        self.lock = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self.lock, fcntl.LOCK_EX)
        draft.rename(self.path / _LOCK)  # under this name it is never seen without its holder

    def remove(self) -> None:
        """Gone with all that is in it. May be called twice."""
        shutil.rmtree(self.path, ignore_errors=True)
        lock, self.lock = self.lock, -1
        if lock >= 0:
            os.close(lock)


def sweep() -> int:
    """Remove the folders of this user that no process holds any more. How many there were."""
    removed = 0
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):  # somebody else's, or gone meanwhile
            if path.lstat().st_uid == os.getuid() and not path.is_symlink() and _abandoned(path):
                shutil.rmtree(path, ignore_errors=True)
                removed += 1
    return removed


def _abandoned(folder: Path) -> bool:
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except FileNotFoundError:
        return time.time() - folder.lstat().st_mtime > _NEWBORN
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True
