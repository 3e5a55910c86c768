"""The key that signs release codes: made at first use, beside the originals, readable for the program's user only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from soppa_mailbot.errors import StoreError
from soppa_mailbot.store.files import Files

NAME = "secret.key"
_BYTES = 32  # as long as the digest that it keys (RFC 2104 §3)


def secret_key(files: Files) -> bytes:
    """The key. Raises StoreError when it can be neither read nor made, or is not whole."""
    path = files.root / NAME
    try:
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path}: the key of the release codes cannot be read or made: {error.strerror}") from error
    if len(key) != _BYTES:
        raise StoreError(f"{path} is damaged: delete it; codes of earlier digests are then no longer good")
    return key


def _make(path: Path) -> None:
    """Written beside and linked: whoever comes first wins, and nobody ever sees half a key."""
    draft = path.with_name(f".{NAME}-{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()
