"""What a blank's own words are: n-grams that no answer interrupts, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from soppa_mailbot.forms.common.tokens import OFF, ON, Token, grams, word_tokens
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Blank, Document, Page, Place

MAX_GRAMS = 4000  # of one page


def page_anchors(document: Document, places: Sequence[Place]) -> tuple[tuple[str, ...], ...]:
    """For each page of a blank (one for a Word file) its word n-grams, in order, each once."""
    if not document.pages:
        stream = blank_stream(document.flow)
        cuts = {s.at for s in stream.slots}
        return (_once(_runs(stream.tokens, cuts)),)
    return tuple(_once(_page_runs(p, [x for x in places if x.page == p.number])) for p in document.pages)


def phrases(blank: Blank) -> frozenset[str]:
    """The n-grams of more than one word of all pages of a blank: what single words in common do not make alike."""
    return frozenset(gram for page in blank.anchors for gram in page if " " in gram)


def _once(runs: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for run in runs:
        found.update(dict.fromkeys(grams(run)))
    return tuple(found)[:MAX_GRAMS]


def _runs(tokens: Sequence[Token], cuts: set[int]) -> Iterable[tuple[str, ...]]:
    run: list[str] = []
    paragraph = -1
    for index, token in enumerate(tokens):
        if index in cuts or token.paragraph != paragraph:
            yield tuple(run)
            run = []
        paragraph = token.paragraph
        run.append(token.norm)
    yield tuple(run)


def _page_runs(page: Page, places: Sequence[Place]) -> Iterable[tuple[str, ...]]:
    """Runs of words in the page's order, cut at boxes and lines and where a gap is wide enough for a place."""
    run: list[str] = []
    last: Token | None = None
    for token in word_tokens(page.words, page.number):
        if token.norm in ("__", ON, OFF):
            yield tuple(run)
            run, last = [], None
            continue
        if last is not None and _parted(last, token, places):
            yield tuple(run)
            run = []
        run.append(token.norm)
        last = token
    yield tuple(run)


def _parted(left: Token, right: Token, places: Sequence[Place]) -> bool:
    if left.unit == right.unit or left.box is None or right.box is None:
        return False
    a, b = left.box, right.box
    level = min(a[3], b[3]) - max(a[1], b[1]) > 0
    if level:
        return not -2 <= b[0] - a[2] <= 14
    return not 0 <= b[1] - a[1] <= 2.2 * (a[3] - a[1]) or (abs(b[0] - a[0]) > 420 and any(p.box for p in places))
