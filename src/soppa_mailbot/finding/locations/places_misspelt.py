"""The kind of a school, misspelt behind its name: "Otter Fork Hihg School", "Dunmore Junoir High"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA

from soppa_mailbot.finding.locations.places_words import LEVEL_PAIRS, LEVELS, NEUTRAL, TYPES, Token, level_at

_SHORTEST = 4  # letters of a word that may be misspelt
_LONG = 6  # letters of one that is known though no "School" follows
_KINDS = frozenset(w for w in (*LEVELS, *(w for pair in LEVEL_PAIRS for w in pair)) if len(w) >= _SHORTEST) - NEUTRAL
_BEFORE = frozenset({"junior", "jr", "senior", "sr"})


def misspelt_level(words: Sequence[Token], at: int, own: Collection[str]) -> tuple[str, int] | None:
    """The level that stands here with a slip in a word, and how many tokens it takes; None where there is no such.

    One letter wrong or two swapped, the first one right, and "School" or the rest of the kind beside it: a family's
    name may be as near. Where neither "School" nor "High" follows it must be a word of the place's own name.
    """
    here = [w.norm for w in words[at : at + 2]]
    spelt = [_meant(words, at + n, own) or norm for n, norm in enumerate(here)]
    level = level_at(spelt, 0) if spelt and spelt != here else None
    return level if level and spelt[: level[1]] != here[: level[1]] else None


def _meant(words: Sequence[Token], at: int, own: Collection[str]) -> str:
    word = words[at]
    if len(word.norm) < _SHORTEST or word.norm in LEVELS or word.norm in NEUTRAL or word.norm in TYPES:
        return ""
    following = words[at + 1].norm if at + 1 < len(words) else ""
    sure = following in NEUTRAL or following in LEVELS
    told = sure or (at > 0 and words[at - 1].norm in _BEFORE)
    told = told or (len(word.norm) >= _LONG and word.capital)
    kinds = _KINDS if sure else _KINDS.intersection(own)
    near = [w for w in kinds if w[0] == word.norm[0] and OSA.distance(w, word.norm, score_cutoff=1) == 1]
    # "Grace School" is a name, "Garde School" and "Grad School" are none
    near = [w for w in near if len(w) >= _LONG or len(w) != len(word.norm) or sorted(w) == sorted(word.norm)]
    return near[0] if told and len(near) == 1 else ""
