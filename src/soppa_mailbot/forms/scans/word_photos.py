"""A Word form photographed page by page: each picture holds a stretch of the form's text.

The pictures are read one by one; `copies` puts together what belongs to one copy, and a place that is on none of them
makes the copy doubtful: nobody knows whether its page was sent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from soppa_mailbot.forms.blanks.anchors import phrases
from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.identity.candidates import grams_of, weight_of
from soppa_mailbot.forms.identity.identity import spans
from soppa_mailbot.forms.scans.heads_of_photos import has_its_foot, has_its_title
from soppa_mailbot.forms.scans.poor_scan import is_illegible
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Blank, Document, FormPart, Page, RasterSource

if TYPE_CHECKING:
    from soppa_mailbot.forms.scans.word_sheets import WordScan

_LEAST = 0.08  # share of a blank's word n-grams that a picture of one of its pages must have, unless its foot names it
_TORN = 8  # words of the blank in a row that may be lost within a page
_WORDS = 25  # of the blank that must stand there
_BY_CHANCE = 0.1  # share of the words of a page that is not there which may be found elsewhere


def stretches(
    document: Document, pages: Sequence[Page], blanks: Sequence[Blank], raster: RasterSource
) -> Iterator[FormPart]:
    """For each page the part that it is of a Word blank, if any."""
    for page in pages:
        grams = grams_of(page.words)
        shares = [(_share(blank, grams), n, blank) for n, blank in enumerate(blanks) if not blank.document.pages]
        share, _, blank = max(shares, default=(0.0, 0, None), key=lambda s: s[:2])
        if blank is None or is_illegible(page):
            continue
        known = share >= _LEAST or has_its_foot(document, page, blank)
        if known or has_its_title(document, page, blank):
            part = stretch(document, [page], blank, raster)
            if part is not None and (known or not part.doubts):
                yield part


def _share(blank: Blank, grams: set[str]) -> float:
    anchors = phrases(blank)
    return weight_of(anchors & grams) / max(weight_of(anchors), 1.0)


def _names(comparison: Comparison, title: str) -> bool | None:
    """Whether the page names the district, or the form; False where it names another, None where nothing says."""
    told = spans(comparison.blank.tokens, title)
    replaced, found = comparison.replaced(), comparison.found
    names = [s for s in told if s.kind == "name"] or told
    if any(all(i in found for i in s.tokens) for s in names):
        return True
    return False if any(i in replaced for s in told for i in s.tokens) else None


def _longest_run(hits: Sequence[int]) -> Sequence[int]:
    """Of the words found, without those that stand far off, or behind a loss, by chance."""
    runs: list[list[int]] = []
    for hit in hits:
        if runs and hit - runs[-1][-1] <= _TORN:
            runs[-1].append(hit)
        else:
            runs.append([hit])
    run = max(runs, key=len, default=[])
    while len(run) >= _WORDS and run[-1] - run[-3] > 2:
        run = run[:-1]
    while len(run) >= _WORDS and run[2] - run[0] > 2:
        run = run[1:]
    return run


def ends_early(scan: WordScan) -> bool:
    """Whether of the words of a page, at the beginning or the end of a form, none is there."""
    hits = sorted(scan.comparison.found)
    run = _longest_run(hits)
    lost = len(scan.comparison.to_paper) - (run[-1] - run[0] + 1) if run else 0
    return lost >= _WORDS and len(hits) - len(run) <= _BY_CHANCE * lost


def stretch(document: Document, pages: Sequence[Page], blank: Blank, raster: RasterSource) -> FormPart | None:
    """The part of a Word blank that pages are; None where they are none, or another district's."""
    from soppa_mailbot.forms.scans import word_scan  # with OpenCV, which typed papers do without

    scan = word_scan.compared(blank, pages, raster)
    return stretch_of(scan, document, pages, blank) if scan is not None else None


def stretch_of(scan: WordScan, document: Document, pages: Sequence[Page], blank: Blank) -> FormPart | None:
    """The same of pages that were laid beside the blank's text already."""
    from soppa_mailbot.forms.scans import word_scan
    from soppa_mailbot.forms.scans.nothing_beyond import shows_nothing_else

    hits = _longest_run(sorted(scan.comparison.found))
    if len(hits) < _WORDS:
        return None
    first, last = hits[0], hits[-1]
    inner = len(hits) / (last - first + 1)
    named = _names(scan.comparison, blank.title)
    if inner < limit.SAME_FORM_SHARE or named is False:
        return None
    there = [j if first <= i <= last else -1 for i, j in enumerate(scan.comparison.to_paper)]
    scan = replace(scan, comparison=replace(scan.comparison, to_paper=there))
    mine = {s.id for s in scan.comparison.blank.slots if first < s.at <= last + 1}
    doubts = [] if inner >= limit.SAME_WORDING_SHARE else [f"only {inner:.0%} of the form's own words were found"]
    if named is None and first <= min((s.at for s in scan.comparison.blank.slots), default=0):
        doubts.append("the District's name is not on the picture of its first part")
    return FormPart(
        form=blank.form,
        blank=blank.id,
        document=document.id,
        filename=document.filename,
        pages=tuple(p.number for p in pages),
        blank_pages=(),
        readings=tuple(word_scan.read(scan, {p.id: p for p in blank.places if p.id in mine}, last)),
        confidence=round(inner, 4),
        how="scan",
        doubts=tuple(doubts),
        stretch=(first, last),
        whole=shows_nothing_else(scan, first, last),
    )
