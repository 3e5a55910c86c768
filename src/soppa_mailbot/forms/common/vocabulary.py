"""Word lists, written as text, and texts as plain words."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text that are parted by commas."""
    return frozenset(" ".join(p.split()) for p in text.split(","))


def plain(text: str) -> str:
    """Words only, one blank between them, without case."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
