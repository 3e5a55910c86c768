"""District forms on scanned and photographed pages: register each page onto a blank, then look for ink in its places.

A page that is recognised with doubt gives doubtful readings, never filled ones. A copy whose own words read otherwise
in the names is another District's form; other words that are changed make the copy doubtful (`scan_identity`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import cv2

from soppa_mailbot.forms.common.thresholds_scan import (
    ANCHORS,
    CLUTTER,
    LIKELY,
    LOOKING_SECONDS,
    SURE_PAGE,
    SURE_WORD,
    TIE,
    VERSION,
    WORK_DPI,
)
from soppa_mailbot.forms.identity.identity import spans
from soppa_mailbot.forms.papers.moved_labels import with_moved_labels
from soppa_mailbot.forms.papers.own_words import Known, compare, lines_to_write_on, own_tokens
from soppa_mailbot.forms.registering.closer import Allowance, Closer
from soppa_mailbot.forms.registering.ink import Added, added
from soppa_mailbot.forms.registering.registration import (
    Registered,
    filled_of,
    in_blank_frame,
    overlap_around,
    register,
    word_pairs,
)
from soppa_mailbot.forms.registering.word_ink import Seen, seen
from soppa_mailbot.forms.scans.scan_identity import PageWords, judged
from soppa_mailbot.forms.scans.scan_places import read_places
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.forms.scans.scan_strikes import struck
from soppa_mailbot.model import Blank, Box, Document, FormPart, Page, PlaceReading, Raster, RasterSource

BlankRaster = Callable[[str, int, float], Raster | None]
CANDIDATES = 8  # blank pages that one page is laid onto at most
SAME_SHADE = 60  # grey levels by which a field's tint may differ from the paper that is printed
BY_FEATURES = 3  # of them also without common words, which is slow


@dataclass(frozen=True, slots=True)
class Match:
    """One page of the document as one page of one blank. No pixels: a document may have many pages."""

    page: Page
    blank: Blank
    blank_page: Page
    overlap: float
    words: PageWords
    readings: tuple[PlaceReading, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scans:
    """What the scanned pages of a document hold."""

    parts: tuple[FormPart, ...]
    refused: frozenset[int]  # pages that are laid out as a blank's, and are another District's or another form's


class _Laid:
    """A page laid onto the print of a blank's page. Versions of a form, one to fill in and one to print, share it."""

    def __init__(self, blank_page: Page, picture: Raster, found: Registered) -> None:
        self.words, self.picture, self.found = blank_page.words, picture, found
        self.own = own_tokens(blank_page)
        self.lines = lines_to_write_on(blank_page)

    @cached_property
    def ink(self) -> Added:
        return added(self.found.ink, self.found.blank_ink, self.picture.dpi)

    @cached_property
    def marks(self) -> list[Seen | None]:
        return seen(self.own, self.ink.own, self.found.ink, self.picture.dpi)

    def is_print_of(self, blank_page: Page, picture: Raster) -> bool:
        """Whether another blank's page prints the same words and, pixel by pixel, looks the same."""
        mine, theirs = self.picture.gray, picture.gray
        if self.words != blank_page.words or mine.shape != theirs.shape:
            return False
        return cv2.countNonZero(cv2.compare(cv2.absdiff(mine, theirs), SAME_SHADE, cv2.CMP_GT)) == 0


def recognise_scan(
    document: Document, blanks: tuple[Blank, ...], raster: RasterSource, blank_raster: BlankRaster
) -> Scans:
    """One part for each copy of each form that the scanned pages hold. Two versions of a form whose pages look the same
    both claim a page; `completeness.assemble` settles that by the copy as a whole."""
    matches: list[Match] = []
    allowance = Allowance(LOOKING_SECONDS)
    for page in document.pages:
        if page.origin != "text":
            matches += _match(page, blanks, raster, blank_raster, allowance)
    parts: list[FormPart] = []
    refused: set[int] = set()
    for copy in _copies(matches):
        verdict = judged([m.words for m in copy])
        if verdict.another:
            refused.update(m.page.number for m in copy)
        else:
            parts.append(_part(document, copy, verdict.doubts))
    taken = {n for part in parts for n in part.pages}
    return Scans(tuple(parts), frozenset(refused - taken))


def _match(
    page: Page, blanks: tuple[Blank, ...], raster: RasterSource, blank_raster: BlankRaster, allowance: Allowance
) -> list[Match]:
    picture = raster(page.number, WORK_DPI)
    if picture is None:
        return []
    found: list[tuple[Blank, Page, _Laid]] = []
    best = 0.0
    most = 0
    well_read = page.confidence >= SURE_WORD  # then a page with hardly a word in common is another
    for rank, (shared, blank, blank_page) in enumerate(_likely(page, blanks)):
        if best >= SURE_PAGE and shared < VERSION * most:
            break  # the page is found; what comes now is less like it than a version of it would be
        blank_picture = blank_raster(blank.id, blank_page.number, WORK_DPI)
        if blank_picture is None:
            continue
        laid = next((lay for _, _, lay in found if lay.is_print_of(blank_page, blank_picture)), None)
        if laid is None:
            registered = register(
                picture,
                page.words,
                blank_picture,
                blank_page.words,
                features=rank < BY_FEATURES and (shared >= ANCHORS or not well_read),
                version=best >= SURE_PAGE,
                fields=[box for f in blank.document.fields for n, box, _ in f.boxes if n == blank_page.number],
            )
            laid = None if registered is None else _Laid(blank_page, blank_picture, registered)
        if laid is not None:
            found.append((blank, blank_page, laid))
            best, most = max(best, laid.found.overlap), max(most, shared)
    known: Known = {}
    near = [f for f in found if f[2].found.overlap >= best - TIE]
    matches = [_laid_out(page, picture, allowance, known, *f) for f in near]
    for other in (f for f in found if f not in near and f[2].found.overlap >= SURE_PAGE):
        # a version that lies a little worse, and has the page's very words: "Print edition" for "Fillable edition"
        if any(m.blank.form == other[0].form for m in matches) and not _worded(other[0].form, matches):
            matches.append(_laid_out(page, picture, allowance, known, *other))
    return [m for m in matches if not m.words.wording.changes or not _worded(m.blank.form, matches)]


def _worded(form: str, matches: list[Match]) -> bool:
    """Whether a version of the form has the page's very words."""
    return any(m.blank.form == form and not m.words.wording.changes for m in matches)


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
    page: Page,
    picture: Raster,
    allowance: Allowance,
    known: Known,
    blank: Blank,
    blank_page: Page,
    laid: _Laid,
) -> Match:
    found, ink = laid.found, laid.ink
    places = [p for p in blank.places if p.page == blank_page.number and p.box is not None]
    boxes = [p.box for p in places if p.box is not None]
    closer = Closer(picture, laid.picture, found, allowance)
    doubts = []
    if boxes and found.overlap < SURE_PAGE:
        found = replace(found, overlap=overlap_around(laid.picture, found, boxes))
    if found.overlap < SURE_PAGE:
        doubts.append(f"page {page.number} is hard to read ({found.overlap:.0%} of the form's print was found)")
    clutter = ink.outside([_grown(box) for box in boxes], filled_of(laid.picture))
    if clutter > CLUTTER:
        doubts.append(f"page {page.number} has streaks or stains ({clutter:.1%} of the paper)")
    named = spans(laid.own, blank.title)
    telling = {i for span in named for i in span.tokens}
    lines = [*boxes, *laid.lines]
    wording = compare(
        laid.own, laid.marks, boxes, telling, closer, known=known, written_on=lines, names_only=bool(doubts)
    )
    words = in_blank_frame(page.words, picture.dpi, found, laid.picture.dpi)
    sheet = Sheet(
        page.number,
        picture.dpi,
        found,
        ink,
        words,
        blank_page.words,
        closer,
        unsafe=bool(doubts),
        fields=bool(blank.document.fields),
        takes_dashes=blank.takes_dashes,
    )
    readings = read_places(sheet, places)
    if not doubts:
        readings = with_moved_labels(readings, laid.own, laid.marks, words, ink.within)
    out = struck(laid.own, ink.own, found.ink, laid.picture.dpi, boxes)
    return Match(
        page,
        blank,
        blank_page,
        found.overlap,
        PageWords(page.number, wording, tuple(named)),
        tuple(readings),
        (*doubts, *(f'page {page.number}: "{text}" is struck out' for text in out)),
    )


def _grown(box: Box) -> Box:
    """People write over the edge of a place."""
    return (box[0] - 8, box[1] - 12, box[2] + 8, box[3] + 8)


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


def _part(document: Document, copy: list[Match], doubts: tuple[str, ...]) -> FormPart:
    return FormPart(
        form=copy[0].blank.form,
        blank=copy[0].blank.id,
        document=document.id,
        filename=document.filename,
        pages=tuple(m.page.number for m in copy),
        blank_pages=tuple(m.blank_page.number for m in copy),
        readings=tuple(r for m in copy for r in m.readings),
        confidence=min(m.overlap for m in copy),
        how="scan",
        doubts=(*(doubt for m in copy for doubt in m.doubts), *doubts),
    )
