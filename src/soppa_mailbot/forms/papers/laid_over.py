"""A paper that is laid out as the blank: each page laid over its own, and what was added read place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.geometry import center, holds
from soppa_mailbot.forms.common.tokens import Token, word_tokens
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.identity.candidates import Candidate
from soppa_mailbot.forms.identity.identity import Identity, judged, spans
from soppa_mailbot.forms.papers.left_out import left_out
from soppa_mailbot.forms.papers.marker import with_marked_options
from soppa_mailbot.forms.papers.overwritten import Added, put_over, without_frames
from soppa_mailbot.forms.papers.regions import read_places
from soppa_mailbot.forms.papers.rings_over import with_words_chosen
from soppa_mailbot.forms.papers.signed_under import says_how_signed
from soppa_mailbot.forms.registering.overlay import Overlay, lay_over
from soppa_mailbot.model import Document, FormPart, Page, Place, PlaceReading


@dataclass(frozen=True)
class Held:
    """What came of holding pages, or a text, against one blank."""

    part: FormPart | None = None  # the copy of the blank, if it is one
    twin: bool = False  # laid out the same for sure, yet another form
    sure: bool = False  # laid out as the blank for sure: what stands where its words should is another text
    named: bool = False  # the blank's name of the district stands in it
    foreign: bool = False  # another district's name stands where the blank has this one's
    put_over: tuple[Added, ...] = ()  # what was added over the form's own words
    sure_pages: frozenset[int] = frozenset()  # of the blank: laid out the very same in the paper, word for word


def read_laid_over(document: Document, candidate: Candidate) -> Held:
    """All pages of the candidate over their blank's; nothing when one of them has another layout."""
    blank = candidate.blank
    layers: list[tuple[int, int, Overlay]] = []
    for number, blank_number in candidate.pairs:
        page = next(p for p in document.pages if p.number == number)
        own = next(p for p in blank.document.pages if p.number == blank_number)
        layer = lay_over(own, page)
        if layer is None:
            return Held()
        layers.append((number, blank_number, layer))
    identity = _identity_of_layers([layer for _, _, layer in layers], blank.title)
    sure = min(layer.fit for _, _, layer in layers) >= limit.AFFINE_SURE
    if identity.another or identity.share < limit.SAME_FORM_SHARE:
        twin = sure and identity.another
        return Held(twin=twin, foreign=twin and identity.foreign > 0)
    readings: list[PlaceReading] = []
    over: list[Added] = []
    gone: list[str] = []
    for number, blank_number, layer in layers:
        page = next(p for p in document.pages if p.number == number)
        blank_page = next(p for p in blank.document.pages if p.number == blank_number)
        places = [p for p in blank.places if p.page == blank_number]
        read = with_marked_options(read_places(page, places, layer, document.fields), layer, page)
        readings += with_words_chosen(read, layer, page)
        over += _put_over(page, blank_page, places, layer)
        gone += _left_out(document, places, layer)
    how = "fields" if any("field" in r.how for r in readings) else "text"
    part = FormPart(
        form=blank.form,
        blank=blank.id,
        document=document.id,
        filename=document.filename,
        pages=tuple(n for n, _, _ in layers),
        blank_pages=tuple(b for _, b, _ in layers),
        readings=tuple(readings),
        confidence=round(identity.share, 4),
        how=how,
        doubts=(*identity.doubts(), *dict.fromkeys(gone)),
    )
    exact = frozenset(b for _, b, lay in layers if lay.share >= limit.SURE_LAYOUT and lay.fit >= limit.AFFINE_SURE)
    return Held(part, sure=sure, named=identity.names[0] > 0, put_over=tuple(over), sure_pages=exact)


def _put_over(page: Page, blank_page: Page, places: Sequence[Place], layer: Overlay) -> list[Added]:
    at = layer.map.box
    own = [at(t.box) for i, t in enumerate(layer.own) if i in layer.found and t.box]
    marks = without_frames(layer.marks, [at(m.box) for m in blank_page.marks])
    offered = [at(p.box) for p in places if p.box and is_ringed_word(p.id)]  # one of them may be struck out
    own = [b for b in own if not any(holds(o, center(b)) for o in offered)]
    boxes, signed = [at(p.box) for p in places if p.box], [at(p.box) for p in places if p.box and says_how_signed(p)]
    return put_over(page, own, layer.added + layer.across, marks, boxes, signed)


def _left_out(document: Document, places: Sequence[Place], layer: Overlay) -> tuple[str, ...]:
    """Own words that are gone; of a place's own hint ("MM/DD/YYYY") nothing is left where it was filled."""
    hints = {i for i, t in enumerate(layer.own) if t.box and any(p.box and holds(p.box, center(t.box)) for p in places)}
    paper = (t for page in document.pages for t in word_tokens(page.words, page.number))
    return left_out(layer.own, layer.found | hints, layer.replaced, (), paper)


def _identity_of_layers(layers: Sequence[Overlay], title: str) -> Identity:
    own: list[Token] = []
    found: set[int] = set()
    replaced: set[int] = set()
    named = []
    parts: list[tuple[int, Overlay]] = []
    for layer in layers:
        base = len(own)
        own += layer.own
        parts.append((base, layer))
        found |= {base + i for i in layer.found}
        replaced |= {base + i for i in layer.replaced}
        for span in spans(layer.own, title):
            kind_at = base + span.kind_at if span.kind_at >= 0 else -1
            named.append(replace(span, tokens=tuple(base + i for i in span.tokens), kind_at=kind_at))

    def instead(indices: Sequence[int]) -> list[Token]:
        base, layer = max((p for p in parts if p[0] <= indices[0]), key=lambda p: p[0])
        return layer.in_place_of([i - base for i in indices if i - base < len(layer.own)])

    return judged(own, found, replaced, named, instead=instead)
