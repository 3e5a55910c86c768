"""A name with a word before it that makes it another, or is its own: "North Lincoln", "Kath. Osei"."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot.finding.locations.places_core import begins_with_a_given_name, core_of
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_spellings import COMPASS
from soppa_mailbot.finding.locations.places_words import (
    GIVEN_NAMES,
    LEVELS,
    NEUTRAL,
    QUALIFIERS,
    Token,
    is_joined,
    tokens,
)

_LEFT_OF_WORD = 3  # letters of a word that is cut short, and of a name and its short form


def with_other_name(text: str, words: list[Token], at: int, mention: Mention, index: Index) -> Mention:
    """Such as "North Lincoln Elementary" is not Lincoln Elementary, and neither is "N. Lincoln Elementary"."""
    before = words[at - 1] if at and is_joined(text, words, at) else None
    if before is None or not before.capital or not mention.capital:
        return mention
    if _cuts_short(before, text, mention, index):
        return replace(mention, start=before.start, words=text[before.start : mention.end])
    if mention.strong and before.norm in GIVEN_NAMES and _has_another_given_name(before, mention, index):
        return replace(mention, places=(), start=before.start, words=text[before.start : mention.end])
    if before.norm not in QUALIFIERS and not (mention.strong and _is_direction(before, mention, index)):
        return mention
    if "/" in text[before.end : words[at].start]:
        return mention  # "North/South River": two
    return replace(mention, places=(), start=before.start, words=text[before.start : mention.end])


def _cuts_short(word: Token, text: str, mention: Mention, index: Index) -> bool:
    """Whether a word before a name is another of its own, cut short: "Kath. Osei", of Katherine Osei."""
    if len(word.norm) < _LEFT_OF_WORD or not text.startswith(".", word.end):
        return False
    own = [index.entries[p].words for p in mention.places]
    return bool(own) and all(any(w.startswith(word.norm) and w != word.norm for w in words) for words in own)


def _has_another_given_name(word: Token, mention: Mention, index: Index) -> bool:
    """Whether the places are named after a person of another given name: "Bertha Doe School" is not Anna Doe School."""
    own = [[t.norm for t in tokens(index.entries[p].school.name)] for p in mention.places]
    near = word.norm[:_LEFT_OF_WORD]  # "Kathy" may be Katherine
    return bool(own) and all(
        begins_with_a_given_name(core_of(name)) and not any(w.startswith(near) for w in name) for name in own
    )


def _is_direction(word: Token, mention: Mention, index: Index) -> bool:
    """Whether a letter stands for a direction: in "E. Baker Elementary" it may be Ella Baker's."""
    named = {w[:1] for p in mention.places for w in index.entries[p].words - NEUTRAL - LEVELS.keys()}
    return word.norm in COMPASS.values() and word.norm not in named
