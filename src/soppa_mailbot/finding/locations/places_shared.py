"""Last words that several names share and that are said once: "North and South River", "Upper, Lower & West Creek"."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Form, Index
from soppa_mailbot.finding.locations.places_mentions import Mention
from soppa_mailbot.finding.locations.places_words import tokens

_WORD_BEFORE = re.compile(
    r"(?<![\w'-])(?P<word>[A-Za-z][\w']*)(?:,|[ ]?[/&+]|,?[ ](?:and|or|plus|as[ ]well[ ]as))[ ]?(?:(?:at|the)[ ]){0,2}$"
)
_MOST_SHARING = 5  # words that share the last one
_LONGEST_BEFORE = 50  # characters from a word to the name behind it


def with_shared(text: str, every: list[Mention], index: Index) -> list[Mention]:
    """The mentions of a text and, before each, the words that are a school's name with the last words of this one.

    A word that is a name by itself, or makes none of the list's together with them, stays what it is.
    """
    out: list[Mention] = []
    for mention in every:
        if not mention.department and (form := index.forms.get(mention.core)) and len(form.words) > 1:
            out += _sharing(text, mention, form, out[-1].end if out else 0, index)
        out.append(mention)
    return out


def _sharing(text: str, mention: Mention, form: Form, begin: int, index: Index) -> list[Mention]:
    found: list[Mention] = []
    start = mention.start
    while len(found) < _MOST_SHARING:
        said = _WORD_BEFORE.search(text, max(begin, start - _LONGEST_BEFORE), start)
        word = said["word"] if said else ""
        own = _completed(word, form, index) if word and word[0].isupper() == mention.capital else None
        if said is None or own is None:
            break
        start = said.start()
        places = tuple(sorted(own.places))
        levels = tuple(p for p in places if mention.level in index.entries[p].all_levels)
        if mention.level and mention.level != "*" and index.entries[places[0]].all_levels:
            places = levels
        found.insert(
            0,
            replace(
                mention,
                start=start,
                end=said.end("word"),
                words=word,
                places=places,
                level="",
                plural=False,
                guessed=False,
                core=own.key,
            ),
        )
    return found


def _completed(word: str, form: Form, index: Index) -> Form | None:
    """The name that a word makes with the last words of another: "North" with those of South River."""
    norms = [t.norm for t in tokens(word)]
    for size in range(1, len(form.words)):
        own = index.forms.get("".join([*norms, *form.words[size:]]))
        if own and not own.whole and len(own.words) == len(norms) + len(form.words) - size and own.key != form.key:
            return own
    return None
