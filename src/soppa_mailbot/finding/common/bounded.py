"""Texts cut to a size and shape on which every pattern of this room ends soon.

A mail may hold a hundred thousand line feeds or brackets; patterns that skip over such runs from every start would take
minutes. Nothing that a person writes is lost: runs of one sign are shortened, and what lies far behind is left out.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

MAIL, PAPER = 40_000, 60_000  # characters; far beyond what a person writes, and terms and conditions tell nothing

_RUN = re.compile(r"([^\w\s])\1{40,}|([^\S\n])\2{40,}|(\n)(?:[^\S\n]*\n){3,}")
_SIGNS = re.compile(r"(\W{200})\W+")  # rules of mixed signs, pages of empty table cells
_LONG_WORD = re.compile(r"\S{400}(?=\S)")


def bounded(text: str, limit: int = MAIL) -> str:
    """The text without endless runs and endless words, at most `limit` characters of it."""
    shorter = _SIGNS.sub(r"\1\n", _RUN.sub(_shortened, text[: 4 * limit]))
    return _LONG_WORD.sub(lambda m: m.group(0) + " ", shorter)[:limit]


def _shortened(found: re.Match[str]) -> str:
    return "\n\n" if found.group(3) else found.group(0)[:40]
