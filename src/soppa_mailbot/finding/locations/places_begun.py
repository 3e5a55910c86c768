"""A part of a longer name, alone: "It is for Heritage", where the list has Heritage Oaks and Heritage Park.

Which school is meant, or whether the only one that begins so is, a person says. "The Career Academy" is the one that
the list has.
"""

from __future__ import annotations

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_spellings import COMPASS
from soppa_mailbot.finding.locations.places_words import LEVELS, NEUTRAL, TYPES, Token

_SHORTEST = 5  # letters
_ENDS = re.compile(
    r"\s*(?:[.,;:!?)(\n–—]|$|-\s|(?:and|or|plus|as[ ]well|will|would|wants?|needs?|has|have)\b|[&+])", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:\b(?:for|at|by|and|or|plus|both|schools?)[ ]|[,:&+(][ ]?|(?:^|\n)[ ]{0,3}[-*•]?[ ]?)$", re.IGNORECASE
)
# "the Linden school", of which there are two
_THE = re.compile(r"\b(?:the|your)[ ]$", re.IGNORECASE)
_SCHOOL = re.compile(
    r"[ ](?:school|building|campus)(?=\s*(?:[.,;:!?)(\n]|$)|[ ](?:and|or|will|would|wants?|needs?|has)\b)"
)
_SHARED = 3  # words that two names may share behind "and"


def begun(text: str, words: list[Token], at: int, index: Index) -> tuple[Mention, int] | None:
    """The schools whose name of several words begins with the one at `at`, where no more of a name stands there.

    Where it is but one, that one is not said either.
    """
    word = words[at]
    if not word.capital or len(word.norm) < _SHORTEST or word.norm in (LEVELS.keys() | NEUTRAL | TYPES.keys()):
        return None
    if word.norm in COMPASS or word.norm in index.forms or _goes_on(words, at, index):
        return None
    places = index.begun_by(word.norm)
    led = max(0, word.start - 12)
    one_of_them = len(places) > 1 and _THE.search(text, led, word.start) and _SCHOOL.match(text, word.end)
    if not one_of_them and not (_ENDS.match(text, word.end) and _BEFORE.search(text, led, word.start)):
        return None
    named = places if len(places) > 1 else ()
    mention = Mention(word.start, word.end, word.text, named, strong=False, core=word.norm)
    return (mention, at + 1) if places else None


def _goes_on(words: list[Token], at: int, index: Index) -> bool:
    """Whether the word makes a name with the last words of the next one: "Upper and Lower Pine Ridge"."""
    norms = [w.norm for w in words[at + 1 : at + 4 + _SHARED]]
    return any(
        words[at].norm + "".join(norms[start : start + size]) in index.forms
        for start in (1, 2)
        for size in range(1, _SHARED + 1)
    )


def of_kind(text: str, words: list[Token], at: int, index: Index) -> tuple[Mention, int] | None:
    """The one school of a kind that is called by its kind alone: "the Career Academy"."""
    if not at or not words[at].capital or words[at - 1].norm not in ("the", "your"):
        return None
    found = index.only_of_kind([w.norm for w in words[at : at + _LONGEST_KIND]])
    if found is None:
        return None
    place, size = found
    start, end = words[at].start, words[at + size - 1].end
    mention = Mention(start, end, text[start:end], (place,), strong=True)
    return (mention, at + size) if _ENDS.match(text, end) else None


_LONGEST_KIND = 5  # words
