"""Initials of a school typed on a phone: "for kphs", "Kphs will use it", where the list has KPHS."""

from __future__ import annotations

from soppa_mailbot import lazy_re as re

# ends like a kind of school and is no word: "rhs", "kpms", "ojh", and not "games" or "paths"
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{1,4}(?:hs|ms|es)|[a-z]{1,2}hs|[a-z]{1,3}jhs?", re.IGNORECASE)


def typed_small(word: str) -> str:
    """The initials that a word in small letters may be; the word itself where it may be none."""
    small = word.islower() or (word[:1].isupper() and word[1:].islower())
    return word.upper() if small and _INITIALS.fullmatch(word) else word
