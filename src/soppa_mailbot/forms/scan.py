"""District forms on scanned and photographed pages: register each page onto a blank, then look for ink in its places.

Ink is one signal, what OCR reads in the place is the other: they must not contradict each other. Handwriting is ink and
never a value. A page that is recognised with doubt gives doubtful readings, never filled ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from soppa_mailbot.forms.ink import Added, added
from soppa_mailbot.forms.registration import (
    Registered,
    in_blank_frame,
    on_page,
    register,
    word_pairs,
)
from soppa_mailbot.forms.thresholds_scan import (
    CLUTTER,
    FAINT,
    INK,
    LIKELY,
    OTHER_WORDS,
    SURE_PAGE,
    SURE_WORD,
    TIE,
    VERSION,
    WORK_DPI,
)
from soppa_mailbot.model import Blank, Box, Document, FormPart, Page, Place, PlaceReading, Raster, RasterSource, Word

BlankRaster = Callable[[str, int, float], Raster | None]
CANDIDATES = 8  # blank pages that one page is laid onto at most
BY_FEATURES = 3  # of them also without common words, which is slow


@dataclass(frozen=True, slots=True)
class Match:
    """One page of the document as one page of one blank."""

    page: Page
    blank: Blank
    blank_page: Page
    found: Registered
    dpi: float  # of the page's raster
    added: Added
    words: tuple[Word, ...]  # of OCR, in the blank's frame
    doubts: tuple[str, ...]


def recognise_scan(
    document: Document, blanks: tuple[Blank, ...], raster: RasterSource, blank_raster: BlankRaster
) -> tuple[FormPart, ...]:
    """One part for each copy of each form that the scanned pages hold. Two versions of a form whose pages look the same
    both claim a page; `completeness.assemble` settles that by the copy as a whole."""
    matches: list[Match] = []
    for page in document.pages:
        if page.origin != "text":
            matches += _match(page, blanks, raster, blank_raster)
    return tuple(_part(document, copy) for copy in _copies(matches))


def _match(page: Page, blanks: tuple[Blank, ...], raster: RasterSource, blank_raster: BlankRaster) -> list[Match]:
    picture = raster(page.number, WORK_DPI)
    if picture is None:
        return []
    found: list[tuple[Blank, Page, Raster, Registered]] = []
    best = 0.0
    most = 0
    for rank, (shared, blank, blank_page) in enumerate(_likely(page, blanks)):
        if best >= SURE_PAGE and shared < VERSION * most:
            break  # the page is found; what comes now is less like it than a version of it would be
        blank_picture = blank_raster(blank.id, blank_page.number, WORK_DPI)
        if blank_picture is None:
            continue
        registered = register(picture, page.words, blank_picture, blank_page.words, features=rank < BY_FEATURES)
        if registered is not None:
            found.append((blank, blank_page, blank_picture, registered))
            best, most = max(best, registered.overlap), max(most, shared)
    matches = [_laid_out(page, picture, *f) for f in found if f[3].overlap >= best - TIE]
    return [match for match in matches if match is not None]


def _likely(page: Page, blanks: tuple[Blank, ...]) -> list[tuple[int, Blank, Page]]:
    """Pages of blanks that share words with this page, with their number; the likeliest first."""
    scored = [
        (len(word_pairs(blank_page.words, page.words)), blank, blank_page)
        for blank in blanks
        for blank_page in blank.document.pages
    ]
    scored = sorted((s for s in scored if s[0] >= LIKELY), key=lambda s: -s[0])
    return scored[:CANDIDATES]


def _laid_out(
    page: Page, picture: Raster, blank: Blank, blank_page: Page, blank_picture: Raster, found: Registered
) -> Match | None:
    words = in_blank_frame(page.words, picture.dpi, found, blank_picture.dpi)
    places = [p.box for p in blank.places if p.page == blank_page.number and p.box is not None]
    other = _other_words(blank_page.words, words, places)
    if other > OTHER_WORDS and found.overlap >= SURE_PAGE:
        return None  # laid out alike, worded otherwise: a near twin
    ink = added(found.ink, found.blank_ink, blank_picture.dpi)
    doubts = []
    if found.overlap < SURE_PAGE:
        doubts.append(f"page {page.number} is hard to read ({found.overlap:.0%} of the form's print was found)")
    clutter = ink.outside([_grown(box) for box in places])
    if clutter > CLUTTER:
        doubts.append(f"page {page.number} has streaks or stains ({clutter:.1%} of the paper)")
    return Match(page, blank, blank_page, found, picture.dpi, ink, words, tuple(doubts))


def _grown(box: Box) -> Box:
    """People write over the edge of a place."""
    return (box[0] - 8, box[1] - 12, box[2] + 8, box[3] + 8)


def _other_words(blank_words: tuple[Word, ...], words: tuple[Word, ...], places: list[Box]) -> float:
    """Share of the blank's longer words where OCR surely reads another word (and nobody has written over it)."""
    compared = different = 0
    for own in blank_words:
        token = _plain(own.text)
        if len(token) < 4 or any(_overlaps(own.box, box) for box in places):
            continue
        over = [w for w in words if _covers(w.box, own.box)]
        if not over:
            continue
        compared += 1
        if all(w.confidence >= SURE_WORD for w in over) and max(ratio(token, _plain(w.text)) for w in over) < 60:
            different += 1
    return different / compared if compared >= 20 else 0.0


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _overlaps(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _covers(box: Box, target: Box) -> bool:
    """The middle of the target lies in the box."""
    x, y = (target[0] + target[2]) / 2, (target[1] + target[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _copies(matches: Iterable[Match]) -> list[list[Match]]:
    """Pages of one blank in the order of the document; a blank page that comes again begins another copy."""
    copies: list[list[Match]] = []
    current: dict[str, list[Match]] = {}
    for match in matches:
        copy = current.get(match.blank.id)
        if copy is None or any(m.blank_page.number == match.blank_page.number for m in copy):
            copy = current[match.blank.id] = []
            copies.append(copy)
        copy.append(match)
    return copies


def _part(document: Document, copy: list[Match]) -> FormPart:
    readings = [
        _reading(match, place, place.box)
        for match in copy
        for place in match.blank.places
        if place.page == match.blank_page.number and place.box is not None
    ]
    return FormPart(
        form=copy[0].blank.form,
        blank=copy[0].blank.id,
        document=document.id,
        filename=document.filename,
        pages=tuple(m.page.number for m in copy),
        blank_pages=tuple(m.blank_page.number for m in copy),
        readings=tuple(readings),
        confidence=min(m.found.overlap for m in copy),
        how="scan",
        doubts=tuple(doubt for m in copy for doubt in m.doubts),
    )


def _reading(match: Match, place: Place, box: Box) -> PlaceReading:
    pixels = match.added.within(box)
    needed = INK.get(place.kind, INK["text"])
    own = [w for w in match.blank_page.words if _overlaps(w.box, box)]
    words = [w for w in match.words if _covers(box, w.box) and not _printed(w, own)]
    sure = bool(words) and all(w.confidence >= SURE_WORD for w in words)
    state, how = _state(pixels, needed, sure and place.kind not in ("check", "signature"))
    if match.doubts:
        state = "doubtful"
    value = " ".join(w.text for w in words) if sure and state == "filled" and place.kind != "signature" else ""
    return PlaceReading(
        place=place,
        state=state,
        value=value,
        how=how,
        page=match.page.number,
        box=on_page(box, match.found, match.added.dpi, match.dpi),
        why=f"{pixels} px of ink where the blank has none ({needed} make it filled)"
        + (f"; OCR reads '{' '.join(w.text for w in words)[:80]}'" if words else ""),
    )


def _state(pixels: int, needed: int, surely_worded: bool) -> tuple[str, tuple[str, ...]]:
    if pixels >= needed:
        return "filled", ("ink", "ocr") if surely_worded else ("ink",)
    if surely_worded:
        return "doubtful", ("ocr",)
    return ("empty", ()) if pixels <= FAINT * needed else ("doubtful", ("ink",))


def _printed(word: Word, own: list[Word]) -> bool:
    """The blank's own print, read again."""
    return any(ratio(_plain(word.text), _plain(w.text)) >= 70 for w in own)
