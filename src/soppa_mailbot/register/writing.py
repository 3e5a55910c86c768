"""The register's file: written whole or not at all, with the one before it beside it."""

from __future__ import annotations

import csv
import io
import os
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from soppa_mailbot.errors import UsageError
from soppa_mailbot.model import Agreement
from soppa_mailbot.register.columns import COLUMNS


def text_of(register: Sequence[Agreement]) -> str:
    """As `lists.read_register` reads it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in register:
        expires = row.expires.isoformat() if row.expires else ""
        writer.writerow([row.operator, row.product, ";".join(row.domains), row.signed.isoformat(), expires, row.url])
    return out.getvalue()


def replace_register(path: Path, register: Sequence[Agreement], now: datetime) -> Path:
    """Write it; the backup's path. Raises UsageError; then the old file is as it was."""
    backup = path.with_name(f"{path.name}.{now:%Y%m%dT%H%M%S}.bak")
    try:
        if path.exists():
            shutil.copy2(path, backup)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text_of(register))
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, draft)
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}; nothing was changed") from error
    return backup
