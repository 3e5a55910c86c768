"""Words that names share and that are said once: "North and South River", "River North and South"."""

from __future__ import annotations

from dataclasses import replace

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.locations.places_index import Form, Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_words import tokens

_JOINED = r"(?:,|[ ]?[/&+]|,?[ ](?:and|or|plus|as[ ]well[ ]as))[ ]?(?:(?:at|the)[ ]){0,2}"
_WORD_BEFORE = re.compile(rf"(?<![\w'-])(?P<word>[A-Za-z][\w']*){_JOINED}$")
# not "North River and South Elementary", which is another name
_WORD_BEHIND = re.compile(rf"{_JOINED}(?P<word>[A-Za-z]\w*)(?![\w'-])(?![ ](?-i:[A-Z]))")
_MOST_SHARING = 5  # words that share the last one
_SHARED_OF = 2  # words of a name at least
_LONGEST_BEFORE = 50  # characters from a word to the name behind it


def with_shared(text: str, every: list[Mention], index: Index) -> list[Mention]:
    """The mentions of a text and, beside each, the words that are a school's name with words of this one.

    A word that is a name by itself, or makes none of the list's together with them, stays what it is.
    """
    out: list[Mention] = []
    for at, mention in enumerate(every):
        form = index.forms.get(mention.core)
        if mention.department or form is None or len(form.words) < _SHARED_OF:
            out.append(mention)
            continue
        out += _before(text, mention, form, out[-1].end if out else 0, index)
        out.append(mention)
        out += _behind(text, mention, form, every[at + 1].start if at + 1 < len(every) else len(text), index)
    return out


def _before(text: str, mention: Mention, form: Form, begin: int, index: Index) -> list[Mention]:
    found: list[Mention] = []
    start = mention.start
    while len(found) < _MOST_SHARING:
        said = _WORD_BEFORE.search(text, max(begin, start - _LONGEST_BEFORE), start)
        word = said["word"] if said else ""
        own = _completed(word, form, index) if word and word[0].isupper() == mention.capital else None
        if said is None or own is None:
            break
        start = said.start()
        found.insert(0, _mention(mention, own, start, said.end("word"), word, index))
    return found


def _behind(text: str, mention: Mention, form: Form, end: int, index: Index) -> list[Mention]:
    found: list[Mention] = []
    at = mention.end
    while len(found) < _MOST_SHARING:
        said = _WORD_BEHIND.match(text, at)
        if said is None or said.end("word") > end or said["word"][0].isupper() != mention.capital:
            break
        own = _completed(said["word"], form, index) or _begun(said["word"], form, index)
        if own is None:
            break
        at = said.end("word")
        found.append(_mention(mention, own, said.start("word"), at, said["word"], index))
    return found


def _mention(mention: Mention, own: Form, start: int, end: int, word: str, index: Index) -> Mention:
    places = tuple(sorted(own.places))
    if mention.level and mention.level != "*" and index.entries[places[0]].all_levels:
        places = tuple(p for p in places if mention.level in index.entries[p].all_levels)
    return replace(
        mention,
        start=start,
        end=end,
        words=word,
        places=places,
        level="",
        plural=False,
        guessed=False,
        core=own.key,
    )


def _completed(word: str, form: Form, index: Index) -> Form | None:
    """The name that a word makes with the last words of another: "North" with those of South River."""
    norms = [t.norm for t in tokens(word)]
    for size in range(1, len(form.words)):
        own = index.forms.get("".join([*norms, *form.words[size:]]))
        if own and not own.whole and len(own.words) == len(norms) + len(form.words) - size and own.key != form.key:
            return own
    return None


def _begun(word: str, form: Form, index: Index) -> Form | None:
    """The name that the first words of another begin: "West" with those of Wells East."""
    norms = [t.norm for t in tokens(word)]
    for size in range(len(form.words) - 1, 0, -1):
        own = index.forms.get("".join([*form.words[:size], *norms]))
        if own and not own.whole and len(own.words) == size + len(norms) and own.key != form.key:
            return own
    return None
