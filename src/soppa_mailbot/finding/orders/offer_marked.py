"""What was put on an order form or beside it: "VOID" across the page, a stamp, a struck line, a reviewer's comment.

None of it is in the running text. A word across the page and a stamp say what a line "VOID" would say; a bought line
that is struck through, and a comment not to use the prices, are for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from soppa_mailbot import lazy_re as re
from soppa_mailbot.finding.orders import no_offer, offer_states
from soppa_mailbot.finding.orders.no_offer import Ruling
from soppa_mailbot.finding.products.line_items import tables
from soppa_mailbot.forms.common.geometry import center, height, holds
from soppa_mailbot.forms.common.vocabulary import phrases
from soppa_mailbot.model import Document, Page, Word

_ACROSS = 30.0  # points: higher words lie across the page; a title may be as high, and says none of these words
_LETTER = 792.0  # of a page of the usual height
_SAME_LINE = 0.3  # of a word's height
_SURE_WORD = 0.6  # of OCR
_MOST = 60  # such words of a page that are looked at
_PIECES = 20  # slanted words come letter by letter
_ENDED = frozenset(
    p.replace(" ", "")
    for p in phrases(
        """void, voided, null and void, cancelled, canceled, expired, superseded, rejected, withdrawn, obsolete, sample,
        specimen, not valid, invalid, do not use"""
    )
)
_UNDONE = frozenset(
    p.replace(" ", "")
    for p in phrases(
        """draft, draft only, preliminary, not approved, unapproved, pending approval, example, for discussion only, do
        not sign, not for signature, not an offer, not a quote, internal use only, internal only, internal"""
    )
)
_KEPT_BACK = re.compile(
    r"\b(?:do[ ]not|don't|please[ ]don't)[ ](?:send|submit|release|issue|sign|accept|forward|use)"
    r"(?:[ ](?:this|it|yet|until|them|these|to)\b|[ ]?(?:[-–—.,;:!]|$))|"
    r"\b(?:old|outdated|wrong|incorrect|last[ ]year'?s)[ ](?:prices?|pricing|quote|version|rates?|numbers?|"
    r"quantit\w+)\b|"
    r"\b(?:prices?|pricing|quote|rates?|numbers?|quantit\w+)[ ](?:is|are|was|were)[ ](?:still[ ]|all[ ]|from[ ])?"
    r"(?:old|outdated|wrong|incorrect|not[ ](?:final|right|correct|approved)|last[ ]year)",
    re.IGNORECASE,
)


def ruling(document: Document, pages: Sequence[int]) -> Ruling | None:
    """What speaks against an order form on these pages (all: ())."""
    mine = [p for p in document.pages if not pages or p.number in pages]
    found = [r for page in mine for r in (*_across(page), *_stamped(page), *_struck(page))]
    found += _said(text for number, text in document.comments if not number or not pages or number in pages)
    return next((r for r in found if r.sure), found[0] if found else None)


def _across(page: Page) -> Iterator[Ruling]:
    high = _ACROSS * max(1.0, page.height / _LETTER)
    large = [w for w in page.words if height(w.box) > high and w.confidence >= _SURE_WORD][:_MOST]
    for first in range(len(large)):
        said = ""
        for last in range(first, min(first + _PIECES, len(large))):
            said += _letters(large[last].text)
            if said in _ENDED | _UNDONE and _alone(large, first, last, said):
                yield Ruling(f'a quote marked "{said.upper()}"', said in _ENDED, said.upper())


def _alone(large: Sequence[Word], first: int, last: int, said: str) -> bool:
    """Whether no other word stands beside these on their line: "Sample lessons" is a heading."""
    beside = [(large[i], large[j]) for i, j in ((first - 1, first), (last + 1, last)) if 0 <= i < len(large)]
    return not any(
        _letters(other.text) not in ("", said)
        and abs(center(other.box)[1] - center(word.box)[1]) < _SAME_LINE * height(word.box)
        for other, word in beside
    )


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def _stamped(page: Page) -> Iterator[Ruling]:
    for mark in page.marks:
        if mark.kind in ("freetext", "stamp") and mark.text.strip():
            word = _letters(mark.text)
            if word in _ENDED | _UNDONE:
                yield Ruling(f'a quote marked "{mark.text.strip()[:40]}"', word in _ENDED, mark.text)
            elif ruled := no_offer.ruling(mark.text) or offer_states.ruling(mark.text):
                yield ruled


def _struck(page: Page) -> Iterator[Ruling]:
    """A line of what is bought whose name is struck through: `strikeout` annotations, as viewers draw them."""
    strikes = [m.box for m in page.marks if m.kind == "strikeout"][:_MOST]
    struck = [w for w in page.words if any(holds(s, center(w.box)) for s in strikes)]
    names = {" ".join(i.name.split()[:2]): i.line for t in tables(page.text()) for i in t.items if i.price}
    for run in _runs(page.words, struck):
        for name, line in names.items():
            if name and run.startswith(name):
                yield Ruling("a line of the order is struck out", False, line)


def _runs(words: Iterable[Word], struck: Sequence[Word]) -> list[str]:
    """Struck words that follow one another, together."""
    there, out, run = {id(w) for w in struck}, list[str](), list[str]()
    for word in words:
        if id(word) in there:
            run.append(word.text)
        elif run:
            out.append(" ".join(run))
            run = []
    return [*out, " ".join(run)] if run else out


def _said(comments: Iterable[str]) -> Iterator[Ruling]:
    for comment in comments:
        told = " ".join(comment.replace("’", "'").split())
        if told.endswith("?"):  # what is asked is between reviewers
            continue
        if found := _KEPT_BACK.search(told):
            yield Ruling(f'a comment on the quote says "{told[:80]}"', False, found[0])
        elif ruled := no_offer.ruling(comment) or offer_states.ruling(comment):
            yield Ruling(ruled.detail, False, ruled.quote)
