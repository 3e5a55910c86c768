"""A blank's own print where OCR reads it again on a scan."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from soppa_mailbot.model import Word


def is_printed(word: Word, own: Sequence[Word]) -> bool:
    """Whether a word is the blank's own print, read again."""
    return any(ratio(letters_of(word.text), letters_of(w.text)) >= 70 for w in own)


def letters_of(text: str) -> str:
    """The letters and digits of a word."""
    return "".join(c for c in text.casefold() if c.isalnum())
