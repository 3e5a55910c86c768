"""Text from a mail, made safe to print on a terminal."""

from __future__ import annotations

import unicodedata


def clean(text: str, limit: int = 500) -> str:
    """One line without control, format or bidi characters (they could rewrite what the reader sees); cut at `limit`."""
    kept = text
    if not text.isprintable():  # most of it is, and lists are long
        kept = "".join(
            " " if c in "\t\r\n" else c
            for c in text
            if c in "\t\r\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")
        )
    line = " ".join(kept.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
