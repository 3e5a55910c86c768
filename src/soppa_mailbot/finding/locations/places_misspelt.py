"""The kind of a school, misspelt behind its name: "Otter Fork Hihg School", "Dunmore Junoir High"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from soppa_mailbot.finding.locations.places_words import LEVEL_PAIRS, LEVELS, NEUTRAL, Token, level_at

_SHORTEST = 4  # letters of a word that may be misspelt
_LONG = 6  # letters of one that is known though no "School" follows
_KINDS = frozenset(w for w in (*LEVELS, *(w for pair in LEVEL_PAIRS for w in pair)) if len(w) >= _SHORTEST) - NEUTRAL
_BEFORE = frozenset({"junior", "jr", "senior", "sr"})


def school_if_misspelt(norm: str) -> str:
    """The word itself, or "school" for "schol" and "shcool"."""
    near = norm[:1] == "s" and norm not in NEUTRAL and OSA.distance(norm, "school", score_cutoff=1) == 1
    return "school" if near else norm


def misspelt_level(words: Sequence[Token], at: int, own: Collection[str]) -> tuple[str, int] | None:
    """The level that stands here with a slip in a word, and how many tokens it takes, where none is spelt right.

    One letter wrong or two swapped, the first one right, and "School" or the rest of the kind beside it: a family's
    name may be as near. Where neither "School" nor "High" follows it must be a word of the place's own name.
    """
    return level_at([_meant(words, n, own) or words[n].norm for n in range(at, min(at + 2, len(words)))], 0)


def _meant(words: Sequence[Token], at: int, own: Collection[str]) -> str:
    word = words[at]
    if len(word.norm) < _SHORTEST:
        return ""
    following = school_if_misspelt(words[at + 1].norm) if at + 1 < len(words) else ""
    sure = following in NEUTRAL or following in LEVELS
    told = sure or (at > 0 and words[at - 1].norm in _BEFORE)
    told = told or (len(word.norm) >= _LONG and word.capital)
    kinds = _KINDS if sure else _KINDS.intersection(own)
    near = [w for w in kinds if w[0] == word.norm[0] and OSA.distance(w, word.norm, score_cutoff=1) == 1]
    # "Grace School" is a name, "Garde School" and "Grad School" are none
    near = [w for w in near if len(w) >= _LONG or len(w) != len(word.norm) or sorted(w) == sorted(word.norm)]
    return near[0] if told and len(near) == 1 else ""
