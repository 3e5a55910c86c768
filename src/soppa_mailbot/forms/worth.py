"""Which pages far back in a long file are worth reading in full, told by their bare words.

Nothing is decided here: a page that is taken too many costs some milliseconds, one that is left is as if not sent. So
the tests are generous, and the wording of two versions of a form is not told apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.forms.blanks.anchors import phrases
from soppa_mailbot.forms.identity.candidates import grams_of, weight_of
from soppa_mailbot.model import Blank, Word

# Share of the n-grams of one of a blank's pages. Right pages hold 0.93 and more, scanned and read by OCR 0.5 and more;
# papers that are no form of the district 0.00 to 0.12.
_PAGE_SHARE = 0.3
# Share of a whole blank's n-grams: where its text was wrapped anew over other pages.
_WRAPPED_SHARE = 0.04
_LEAST = 6.0  # weight of n-grams below which a page of a blank says nothing
_PRICE = re.compile(r"[$\u20ac]\s?\d|\b\d[\d,]*\.\d\d\b")
_PRICED = re.compile(r"(?i)\b(?:quot(?:e|ation)|estimate|proposal|order|sub-?total|total|unit price|qty|quantity)\b")


class WorthReading:
    """Whether a page may be one of a District form, or of an order form."""

    def __init__(self, blanks: Sequence[Blank]) -> None:
        self._pages = [
            (frozenset(page), weight_of(page))
            for blank in blanks
            for page in blank.anchors
            if weight_of(page) >= _LEAST
        ]
        wholes = [phrases(blank) for blank in blanks]
        self._wholes = [(whole, weight_of(whole)) for whole in wholes if weight_of(whole) >= 2 * _LEAST]

    def __call__(self, words: Sequence[Word]) -> bool:
        text = " ".join(word.text for word in words)
        if _PRICE.search(text) and _PRICED.search(text):
            return True
        here = grams_of(words)
        return any(weight_of(page & here) >= _PAGE_SHARE * weight for page, weight in self._pages) or any(
            weight_of(whole & here) >= _WRAPPED_SHARE * weight for whole, weight in self._wholes
        )
