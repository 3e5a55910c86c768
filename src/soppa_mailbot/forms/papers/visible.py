"""Whether the words of a page can be seen on its picture: white letters, or words under a white box, say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from soppa_mailbot.forms.common.geometry import center, common, grown, height, holds
from soppa_mailbot.forms.common.tokens import grams, norms
from soppa_mailbot.forms.papers.signing import BlankRaster
from soppa_mailbot.model import Blank, Box, Document, FormPart, Page, PlaceReading, Raster, RasterSource, Word

_DPI = 100.0
_CONTRAST = 30  # grey values by which letters differ from what they stand on
_LETTERS = 0.015  # of a word's area that differs so; print has 0.1 and more, the edge of a rule 0.01
_CORE = (0.2, 0.38)  # of a word's height left out at its top and bottom, where rules and neighbours lie
_RUN = 3  # words of the form in a row that cannot be seen
_NOTHING_SEEN = 0.6  # of a page's words: then its picture is not to be trusted
_IN_TEXT = frozenset({"text", "typed"})
_DRAWN = frozenset({"text", "typed", "ink", "image"})


def confirm_seen(
    part: FormPart,
    document: Document,
    blank: Blank,
    raster: RasterSource | None,
    blank_raster: BlankRaster | None = None,
) -> FormPart:
    """The part with answers that stand in the text but not on the picture made doubtful, and with a doubt where words
    of the form are covered: words that the blank's own picture shows."""
    if raster is None:
        return part
    pages = {p.number: p for p in document.pages if p.number in part.pages}
    unseen = {number: _unseen(page, raster) for number, page in pages.items()}
    readings = tuple(
        _drawn(_looked_at(r, pages.get(r.page), unseen.get(r.page, ())), pages.get(r.page), raster)
        for r in part.readings
    )
    own = {g for p in blank.document.pages for g in grams(_words(p), _RUN)}
    covered = [n for n, hidden in unseen.items() if _covers_form(pages[n], hidden, own, part.readings)]
    if covered and (hidden := _hidden_in(blank, blank_raster)):
        covered = [n for n in covered if _covers_form(pages[n], unseen[n], own - hidden, part.readings)]
    doubts = tuple(f"page {number}: words of the form are covered" for number in covered)
    return replace(part, readings=readings, doubts=(*part.doubts, *doubts))


def _words(page: Page) -> tuple[str, ...]:
    return tuple(n for w in page.words for n in norms(w.text))


def _hidden_in(blank: Blank, raster: BlankRaster | None) -> set[str]:
    """Words in a row that the blank itself does not show: a foot outside of what is printed of a spreadsheet."""
    out: set[str] = set()
    if raster is None:
        return out
    for page in blank.document.pages:
        hidden = set(_unseen(page, partial(raster, blank.id)))
        at = [i for i, w in enumerate(page.words) for _ in norms(w.text)]
        runs = grams(_words(page), _RUN)
        out |= {run for n, run in enumerate(runs) if hidden.issuperset(at[n : n + _RUN])}
    return out


def _looked_at(reading: PlaceReading, page: Page | None, unseen: Sequence[int]) -> PlaceReading:
    if reading.state != "filled" or not reading.how or not set(reading.how) <= _IN_TEXT:
        return reading
    if page is None or reading.box is None or not unseen:
        return reading
    there = [
        i for i, w in enumerate(page.words) if holds(grown(reading.box, 3.0), center(w.box)) and w.text.strip("_. ")
    ]
    said = set(norms(reading.value))
    there = [i for i in there if not said or set(norms(page.words[i].text)) & said] or there
    hidden = set(unseen)
    if not there or any(i not in hidden for i in there):
        return reading
    return replace(
        reading, state="doubtful", why=f'"{reading.value[:60]}" is in the text but cannot be seen on the page'
    )


def _drawn(reading: PlaceReading, page: Page | None, raster: RasterSource) -> PlaceReading:
    """A signature that was drawn and then covered is doubtful."""
    if reading.state != "filled" or not reading.place.signs or page is None or reading.box is None:
        return reading
    if not set(reading.how) <= _DRAWN or not set(reading.how) & {"ink", "image"}:
        return reading
    around = grown(reading.box, 12.0, 16.0)
    marks = [m for m in page.marks if m.kind in ("curve", "ink", "image", "stamp") and common(m.box, around) > 0]
    picture = raster(page.number, _DPI)
    # An annotation may have no appearance and is drawn all the same by whoever shows it.
    if not marks or picture is None or any(m.annotation or _seen(m.box, picture) for m in marks):
        return reading
    return replace(reading, state="doubtful", why="what is drawn there cannot be seen on the page")


def _covers_form(page: Page, unseen: Sequence[int], own: set[str], readings: Sequence[PlaceReading]) -> bool:
    """Whether some words in a row cannot be seen that stand in the blank just so."""
    rooms = [r.box for r in readings if r.page == page.number and r.box]
    hidden = [i for i in unseen if not any(holds(room, center(page.words[i].box)) for room in rooms)]
    for at in range(len(hidden) - _RUN + 1):
        run = hidden[at : at + _RUN]
        words = [n for i in run for n in norms(page.words[i].text)]
        if run[-1] - run[0] == _RUN - 1 and " ".join(words[:_RUN]) in own:
            return True
    return False


def _unseen(page: Page, raster: RasterSource) -> list[int]:
    """Numbers of the words that cannot be seen; [] where the picture shows next to nothing at all."""
    picture = raster(page.number, _DPI)
    if picture is None:
        return []
    out = [i for i, word in enumerate(page.words) if _telling(word) and not _seen(word.box, picture)]
    return out if len(out) < _NOTHING_SEEN * max(len(page.words), 1) else []


def _telling(word: Word) -> bool:
    return any(c.isalnum() for c in word.text) and height(word.box) < 60


def _seen(box: Box, picture: Raster) -> bool:
    """Whether letters stand out in a box, dark on light or light on dark."""
    import numpy as np

    zoom = picture.dpi / 72.0
    high = height(box)
    top, bottom = box[1] + _CORE[0] * high, box[3] - _CORE[1] * high
    left, right = max(int(box[0] * zoom), 0), int(box[2] * zoom) + 1
    crop = picture.gray[max(int(top * zoom), 0) : int(bottom * zoom) + 1, left:right]
    if crop.size < 12:
        return True  # too small to tell, or off the page
    ground = float(np.median(crop))
    return bool(np.count_nonzero(np.abs(crop.astype(np.int16) - ground) > _CONTRAST) >= max(_LETTERS * crop.size, 2))
