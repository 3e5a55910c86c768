"""Forms that take a dash for an answer: "A cell that does not apply gets N/A or a dash".

Of other forms a dash is a stray sign, which answers nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.common.geometry import center, height
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.model import Document, Paragraph, Place, Word

_SIGN = r"[-\u2010-\u2015\u2212]{1,3}"
_DASH = rf"(?:(?:a|an|the|one|single|short)\s){{0,2}}(?:dash(?:es)?\b|hyphens?\b|[\"“”'‘’(]{_SIGN}[\"“”'‘’)])"
_PUT = (
    r"(?:put|enter|write|type|use|mark|gets?|takes?|insert|place|draw|fill\sin|give|answer|say|state|show|indicate|"
    r"with|by)\b"
)
# "put N/A or a dash", "use a dash for none", "a dash means that nothing is shared", "N/A or a dash"
_TAKES = re.compile(
    rf"\b{_PUT}[^.;:!?]{{0,40}}?\b(?={_DASH})|\b{_PUT}\s{_DASH}|\bn/a\W{{1,4}}(?:or\s)?{_DASH}"
    rf"|{_DASH}\s(?:\S{{1,3}}\s)?(?:=|means?|stands\sfor|for|if|where|when)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\bn/a\b|\b(?:not|n['’]t)\s(?:apply|applicable|collected|used|shared|relevant|needed)\b|\binapplicable\b|\bnone\b|"
    r"\bnothing\b|\bempty\b|\bblanks?\b|\bunanswered\b|\b(?:no|nil)\s(?:answer|entry)\b|=\s?no?\b|\bif\sno?\b",
    re.IGNORECASE,
)
# "Do not use dashes", "without dashes", "A dash is not an answer"
_FORBIDS = re.compile(
    rf"(?:\b(?:not|never|avoid|no|without|than|nor|neither|instead\sof)\b|n['’]t\b)\s(?:[^\s.;:,\u2013\u2014-]+\s){{0,5}}?{_DASH}"
    rf"|{_DASH}(?:\s\w+){{0,4}}?\s(?:not|never|no)\b|{_DASH}[^.;:!?]{{0,40}}\b(?:incomplete|returned|rejected|refused)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?:not|n['’]t)\s(?:apply|applicable|collected|used|shared|relevant|needed)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z(])")
_ONLY = re.compile(_SIGN)
_APART = 0.8  # heights of its line from a dash to the next word, which it may belong to


def is_dash(text: str) -> bool:
    """Whether a text is a dash and nothing else: "-", "--", "—"."""
    return _ONLY.fullmatch(text.strip()) is not None


def takes_dashes(text: str) -> bool:
    """Whether a form says that a dash stands for what does not apply."""
    if (
        "dash" not in text.casefold()
        and "hyphen" not in text.casefold()
        and not re.search(rf"[\"“(]{_SIGN}[\"”)]", text)
    ):
        return False
    sentences = _SENTENCE.split(" ".join(text.split()))
    return any(_TAKES.search(s) and _NOTHING.search(s) and not _FORBIDS.search(_PAIR.sub(" ", s)) for s in sentences)


def answered_by_dash(place: Place) -> bool:
    """Whether a dash may answer a place: not the names of company, product and schools, a signer or a day."""
    return not (place.signs or place.role or is_of_signer(place.label))


def prints_dashes(document: Document) -> bool:
    """Whether a blank has dashes by themselves: a copy has them too, and they say nothing."""
    words = any(stands_alone(w, p.words) for p in document.pages for w in p.words)
    return words or any(map(is_cell_of_dash, document.flow)) or any(is_dash(f.value) for f in document.fields)


def stands_alone(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word is a dash, with no other right beside it."""
    return is_dash(word.text) and not any(o is not word and _touch(word, o) for o in words)


def _touch(one: Word, other: Word) -> bool:
    high = max(height(one.box), height(other.box))
    level = abs(center(one.box)[1] - center(other.box)[1]) < high / 2
    return level and max(other.box[0] - one.box[2], one.box[0] - other.box[2]) < _APART * high


def is_cell_of_dash(paragraph: Paragraph) -> bool:
    """Whether a table's cell of a Word file or sheet holds a dash and nothing else in a paragraph."""
    return paragraph.cell is not None and is_dash(paragraph.text())
