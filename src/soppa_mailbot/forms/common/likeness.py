"""Whether what OCR read can be the word that the blank prints: OCR takes some signs for others.

Letters may be misread here and there. A digit may be taken for a letter that looks like it, never for another digit: a
day count or a district's number that reads otherwise is another one.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.common.thresholds_scan import SAME_WORD

# Letters that OCR gives for a digit.
_FOR_DIGIT = {
    "0": "oqdcu", "1": "lijtf", "2": "z", "3": "e", "4": "ah", "5": "s", "6": "bg", "7": "ty", "8": "bse", "9": "gq",
}  # fmt: skip
_SHAPES = str.maketrans({"0": "o", "1": "l", "i": "l", "j": "l", "5": "s", "8": "b", "2": "z"})
_SHORT = 3  # letters: in so short a word two must differ


def likeness(own: str, read: str) -> str:
    """same | other | unclear. Both in normal form (`tokens.normal`); of one word, or of several joined."""
    if own == read:
        return "same"
    if own.isdigit():
        return _number(own, read)
    a, b = _shape(own), _shape(read)
    if a == b:
        return "same"
    if any(c.isdigit() for c in own) and any(c.isdigit() for c in read):
        mine, theirs = ("".join(c for c in t if c.isdigit()) for t in (own, read))
        if mine != theirs and len(mine) == len(theirs):
            return "other"
    if len(a) > _SHORT:
        return "same" if ratio(a, b) >= SAME_WORD else "other"
    return "other" if Levenshtein.distance(a, b) > 1 else "unclear"


def _shape(text: str) -> str:
    return text.replace("rn", "m").replace("vv", "w").translate(_SHAPES)


def _number(own: str, read: str) -> str:
    if len(own) == len(read):
        wrong = [b for a, b in zip(own, read, strict=True) if a != b and b not in _FOR_DIGIT[a]]
        if not wrong:
            return "same"
        return "other" if all(b.isdigit() for b in wrong) else "unclear"
    return "other" if read.isdigit() else "unclear"
