"""Scans too poor to be laid onto a blank, whose title can still be read: a person must look at them.

A buyer who is handed a streaked fax headed with the form's title would not answer that the form is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from soppa_mailbot.forms.common.thresholds_scan import ILLEGIBLE, SURE_WORD, TITLE_LIKENESS, TITLE_WORDS
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.model import Blank, Document, FormPart, Page, PlaceReading

_SHORTEST_TITLE = 12  # letters: a shorter one is found by chance in what OCR makes of noise
_LEAST_WORDS = 15  # a page with fewer is no page of a form
_FEWEST_WORDS = 8  # what OCR makes of a fax of which next to nothing is left
_PAGE_SHAPE = (1.2, 1.6)  # height by width of a sheet of paper
_HEAD = 1200  # characters of a page in which its title stands


def by_title(document: Document, pages: Sequence[Page], blanks: Sequence[Blank]) -> list[FormPart]:
    """Doubtful parts for illegible pages under a blank's title; the illegible pages behind one go with it.

    `pages` are those that no blank was found on. Every place of the blank is doubtful.
    """
    poor = [p for p in pages if is_illegible(p)]
    out: list[FormPart] = []
    held: list[int] = []
    blank: Blank | None = None
    for page in poor:
        titled = _titled(page, blanks)
        if titled is not None or (held and page.number != held[-1] + 1):
            if blank is not None:
                out.append(_part(document, blank, held))
            blank, held = titled, []
        if blank is not None:
            held.append(page.number)
    if blank is not None and held:
        out.append(_part(document, blank, held))
    return out


def is_illegible(page: Page, least: int = _LEAST_WORDS) -> bool:
    """Whether OCR was sure of next to nothing on a page that has text; `least` words make it one."""
    words = [w for w in page.words if len(w.text) >= 3]
    sure = sum(w.confidence >= SURE_WORD for w in words)
    return page.origin != "text" and len(words) >= least and sure < ILLEGIBLE * len(words)


def _titled(page: Page, blanks: Sequence[Blank]) -> Blank | None:
    """The blank whose title the page bears; the likeliest, the first of equals."""
    head = " ".join(norms(" ".join(w.text for w in page.words)))[:_HEAD]
    best: tuple[float, Blank | None] = (0.0, None)
    for blank in blanks:
        words = norms(blank.title)
        title = " ".join(words)
        if len(words) < TITLE_WORDS or len(title) < _SHORTEST_TITLE:
            continue
        likeness = partial_ratio(title, head)
        if likeness >= TITLE_LIKENESS and likeness > best[0]:
            best = likeness, blank
    return best[1]


def _part(document: Document, blank: Blank, pages: Sequence[int]) -> FormPart:
    why = "the page is too poor to be read"
    readings = tuple(PlaceReading(place=p, state="doubtful", page=pages[0], why=why) for p in blank.places)
    return FormPart(
        form=blank.form,
        blank=blank.id,
        document=document.id,
        filename=document.filename,
        pages=tuple(pages),
        blank_pages=tuple(p.number for p in blank.document.pages),
        readings=readings,
        confidence=0.0,
        how="scan",
        doubts=("the scan bears the form's title, but is too poor to be read",),
    )


def unread_pages(document: Document, parts: Sequence[FormPart]) -> tuple[int, ...]:
    """Scanned pages of no form that are too poor to be read: they may be a form's, and only a person can tell.

    Of a single picture that is not shaped like a page nothing is said: it may show anything.
    """
    taken = {number for part in parts for number in part.pages}
    if len(document.pages) == 1 and document.content_type.startswith("image/"):
        page = document.pages[0]
        if not _PAGE_SHAPE[0] <= page.height / max(page.width, 1.0) <= _PAGE_SHAPE[1]:
            return ()
    return tuple(p.number for p in document.pages if p.number not in taken and is_illegible(p, _FEWEST_WORDS))
