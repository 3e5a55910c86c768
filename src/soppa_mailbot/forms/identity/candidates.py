"""Which pages of a paper may be pages of which blank: by the word n-grams that they share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from soppa_mailbot.forms.blanks.anchors import phrases
from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.margins import margin_lines
from soppa_mailbot.forms.common.tokens import Token, norms, word_tokens
from soppa_mailbot.model import Blank, Document, Page, Word

_FEW_WORDS = 60  # besides a form's last lines on a page that holds nothing else: answers
_LITTLE = 0.12  # share of a page's phrases that are the blank's, where it holds little else: signatures, a list's end
_SIGNED_PAGE, _OWN_WORDS = 80, 0.6  # words of a page that is signed, at most; share of them that are the form's
_STRAY = 3  # phrases that a paper may share with a form by chance
_TAIL_WORDS = 40  # of a blank, which may stand there


@dataclass(frozen=True)
class Candidate:
    """Pages that may be one copy of a blank."""

    blank: Blank
    pairs: tuple[tuple[int, int], ...]  # (page of the paper, page of the blank); () for a Word blank
    pages: tuple[int, ...]  # of the paper
    weight: float  # n-grams found


def candidates(document: Document, blanks: Sequence[Blank]) -> list[Candidate]:
    """Copies of blanks that a document of pages may hold."""
    grams = {p.number: grams_of(p.words) for p in document.pages}
    out: list[Candidate] = []
    for blank in blanks:
        if blank.document.pages:
            found = _copies(document, blank, grams)
            out += found
            whole = [c for c in found if len(c.pairs) == len(blank.document.pages)]
            if not whole or any(_runs_on(c, found, blank, grams) for c in whole):
                wrapped = _wrapped(document, blank, grams)
                out += [w for w in wrapped if not whole or any(set(w.pages) > set(c.pages) for c in whole)]
        else:
            out += _wrapped(document, blank, grams)
    return out


def grams_of(words: Sequence[Word]) -> set[str]:
    """The n-grams of a page's words, up to three in a row."""
    return _all_grams([t.norm for t in word_tokens(words, 0) if t.norm not in ("__", "☐", "☒")])


def _all_grams(norms: Sequence[str]) -> set[str]:
    out = set(norms)
    out.update(f"{a} {b}" for a, b in pairwise(norms))
    out.update(f"{a} {b} {c}" for a, b, c in zip(norms, norms[1:], norms[2:], strict=False))
    return out


def weight_of(grams: Iterable[str]) -> float:
    """Three words in a row tell three times as much as a lone word of a label."""
    return float(sum(1 + g.count(" ") for g in grams))


def _copies(document: Document, blank: Blank, grams: dict[int, set[str]]) -> list[Candidate]:
    """Page by page: a page of the blank that the copy has already starts the next copy."""
    copies: list[dict[int, int]] = []
    weights: list[float] = []
    for page in document.pages:
        best, share, weight = 0, 0.0, 0.0
        for number, anchors in enumerate(blank.anchors, 1):
            whole = weight_of(anchors)
            got = weight_of(a for a in anchors if a in grams[page.number])
            if whole >= 6 and got / whole > share:
                best, share, weight = number, got / whole, got
        if share < limit.CANDIDATE_SHARE:
            continue
        number = blank.document.pages[best - 1].number
        if not copies or number in copies[-1]:
            copies.append({})
            weights.append(0.0)
        copies[-1][number] = page.number
        weights[-1] += weight
    return [
        Candidate(blank, tuple(sorted((p, b) for b, p in copy.items())), tuple(sorted(copy.values())), weight)
        for copy, weight in zip(copies, weights, strict=True)
    ]


def _runs_on(copy: Candidate, found: Sequence[Candidate], blank: Blank, grams: dict[int, set[str]]) -> bool:
    """Whether a page among a copy's, or behind it, holds words of the form that its pages lack: typed off in Word, a
    form has a page more, of which each of the blank's pages finds its better part."""
    anchors = phrases(blank)
    taken = {number for c in found for number in c.pages}
    pages = [anchors & grams[number] for number in copy.pages]
    free = [n for n in range(copy.pages[0], copy.pages[-1] + 2) if n in grams and n not in taken]
    return any(_adds(anchors & grams[number], pages) for number in free)


def _wrapped(document: Document, blank: Blank, grams: dict[int, set[str]]) -> list[Candidate]:
    """Runs of pages over which a blank's text may have been wrapped anew."""
    anchors = phrases(blank)
    whole = weight_of(anchors)
    if whole < 12:
        return []
    own = _vocabulary(blank)
    runs: list[list[int]] = []
    seen: list[set[str]] = []
    few: dict[int, frozenset[str]] = {}  # pages with little of it, and little else
    for page in document.pages:
        here = anchors & grams[page.number]
        if weight_of(here) < 0.04 * whole:
            enough = len(here) > _LITTLE * sum(" " in gram for gram in grams[page.number])
            if enough or _is_worded_so(page.words, own):
                few[page.number] = here
            continue
        own_lines = here
        if runs:
            before = next(p for p in document.pages if p.number == runs[-1][-1])
            own_lines = (anchors & grams_of(_beside_running(page, before))) or here
        again = runs and len(own_lines & seen[-1]) > 0.5 * len(own_lines)
        between = range(runs[-1][-1] + 1, page.number) if runs else ()
        if runs and not again and all(n in few for n in between):
            runs[-1] += [*between, page.number]
            seen[-1] = seen[-1].union(here, *(few[n] for n in between))
        else:
            runs.append([page.number])
            seen.append(set(here))
    runs = [_without_others(run, anchors, grams) for run in runs]
    taken = {number for run in runs for number in run}
    for run in runs:
        run += _overflow(document, run[-1], blank, grams, taken)
    return [
        Candidate(blank, (), tuple(run), weight_of(found))
        for run, found in zip(runs, seen, strict=True)
        if weight_of(found) >= limit.CUT_FLOW_SHARE * whole
    ]


def _beside_running(page: Page, before: Page) -> list[Word]:
    """A page's words without lines of its head and foot that the page before has there: one copy has its title on each
    page."""
    known = {key for key, _ in margin_lines(before)}
    running = {id(w) for key, words in margin_lines(page) if key in known for w in words}
    return [w for w in page.words if id(w) not in running]


def _vocabulary(blank: Blank) -> frozenset[str]:
    texts = [w.text for p in blank.document.pages for w in p.words] or [p.text() for p in blank.document.flow]
    return frozenset(n for text in texts for n in norms(text))


def _is_worded_so(words: Sequence[Word], own: frozenset[str]) -> bool:
    """Whether a page of few words has those of a form: where two parties sign beside each other, lines are mingled."""
    said = [n for w in words for n in norms(w.text)]
    return len(said) <= _SIGNED_PAGE and sum(n in own for n in said) >= _OWN_WORDS * max(len(said), 1)


def _without_others(run: list[int], anchors: frozenset[str], grams: dict[int, set[str]]) -> list[int]:
    """The run without papers before and behind the form: a quote has the District's name and address of it, no more."""
    pages = [anchors & grams[number] for number in run]
    first, end = 0, len(run)
    while end - first > 1 and not _adds(pages[first], pages[first + 1 : end]):
        first += 1
    while end - first > 1 and not _adds(pages[end - 1], pages[first : end - 1]):
        end -= 1
    return run[first:end]


def _adds(page: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    """Whether a page holds more of a form than its other pages do."""
    return len(page - frozenset().union(*others)) > _STRAY


def _overflow(document: Document, last: int, blank: Blank, grams: dict[int, set[str]], taken: set[int]) -> list[int]:
    """The page behind the last, where it holds the blank's last lines and next to nothing else.

    Longer answers push "Completed by ... Date ..." onto a page of its own, too little to be found by itself.
    """
    page = next((p for p in document.pages if p.number == last + 1 and p.number not in taken), None)
    if page is None:
        return []
    own = [n for p in blank.document.pages for t in word_tokens(p.words, 0) for n in norms(t.norm)]
    own = own or [n for p in blank.document.flow if p.part == "body" for n in norms(p.text())]
    own = own[-_TAIL_WORDS:]
    if len([n for w in page.words for n in norms(w.text) if n not in own]) > _FEW_WORDS:
        return []
    tail = {f"{a} {b}" for a, b in pairwise(own)}
    return [page.number] if tail & grams[page.number] - grams[last] else []


def flow_candidates(tokens: Sequence[Token], blanks: Sequence[Blank]) -> list[Blank]:
    """Blanks of whose n-grams a running text holds enough to be compared word by word."""
    here = _all_grams([t.norm for t in tokens if t.norm not in ("__", "☐", "☒")])
    out = []
    for blank in blanks:
        anchors = phrases(blank)
        whole = weight_of(anchors)
        if whole >= 12 and weight_of(a for a in anchors if a in here) >= limit.CUT_FLOW_SHARE * whole:
            out.append(blank)
    return out
