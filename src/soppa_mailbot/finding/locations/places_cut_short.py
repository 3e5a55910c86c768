"""Schools whose name is cut short before its level: "Wash. Middle", "Jeff Elementary".

With a full stop any beginning of a name may be meant, without one only what everybody says for such a name: "Green
Elementary" is no Greenwood.
"""

from __future__ import annotations

from soppa_mailbot.finding.locations.places_index import Index
from soppa_mailbot.finding.locations.places_mention import Mention
from soppa_mailbot.finding.locations.places_words import LEVELS, NEUTRAL, Token, level_at

_USUAL = {"wash": "washington", "jeff": "jefferson", "linc": "lincoln", "roos": "roosevelt", "frank": "franklin"}
_SHORTEST = 3  # letters that are left of a name
_LEFT_OUT = 2  # letters that are missing, at least


def cut_short(text: str, words: list[Token], at: int, index: Index) -> tuple[Mention, int] | None:
    """The schools of the level said behind it whose name begins as the word at `at` does."""
    word = words[at]
    stopped = text.startswith(".", word.end)
    if not word.capital or len(word.norm) < _SHORTEST or word.norm in LEVELS or not (stopped or word.norm in _USUAL):
        return None
    if at + 1 >= len(words) or text[word.end : words[at + 1].start].strip(" ") not in ("", "."):
        return None
    level = level_at([w.norm for w in words[at + 1 : at + 3]], 0)
    if level is None or not words[at + 1].capital:
        return None  # "... at Wash. middle schools are"
    begun = [f for f in index.forms.values() if f.words[0].startswith(word.norm) and not f.whole]
    if not stopped:
        begun = [f for f in begun if f.words[0] == _USUAL[word.norm]]
    begun = [f for f in begun if len(f.words[0]) >= len(word.norm) + _LEFT_OUT]
    places = {p for f in begun for p in f.places | f.derived if level[0] in index.entries[p].all_levels}
    end = at + 1 + level[1]
    if end < len(words) and words[end].norm in NEUTRAL and text[words[end - 1].end : words[end].start] == " ":
        end += 1
    start, upto = word.start, words[end - 1].end
    mention = Mention(start, upto, text[start:upto], tuple(sorted(places)), True, level=level[0], core=word.norm)
    return (mention, end) if places else None
