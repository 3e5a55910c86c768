"""One process a store: cron's `run --once` and the daemon never work on the same mailbox at the same time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from soppa_mailbot.errors import StoreError
from soppa_mailbot.store.database import Store, sqlite_file


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Hold the lock, or raise StoreError (temporary) that names who has it. The kernel drops it when a process dies."""
    database = sqlite_file(store.engine)
    path = store.files.root / ".lock" if database is None else database.with_name(database.name + ".lock")
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreError(f"cannot write the lock file {path}: {error.strerror}") from error
    try:
        try:  # lockf, not flock: a worker process that outlives us would go on holding a flock
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            owner = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
            raise StoreError(
                f"another soppa-mailbot (process {owner}) is working on this store; nothing was done. "
                "Use either the daemon or cron, not both",
                temporary=True,
            ) from error
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)
