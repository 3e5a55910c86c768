"""The place of a signature looked at a second time, on the page's picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from soppa_mailbot.forms.common import thresholds as limit
from soppa_mailbot.forms.common.geometry import center, grown, holds
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.common.values import is_prompt, signature_said
from soppa_mailbot.forms.papers.evidence import NO_SIGNATURE
from soppa_mailbot.model import Blank, Box, Document, Field, FormPart, Page, Place, PlaceReading, Raster, RasterSource

BlankRaster = Callable[[str, int, float], Raster | None]  # Blank.id, page, dpi -> the blank's page as a picture

_DPI = 100.0
_DARK = 140  # grey value under which a pixel is ink
_ON_LINE, _FAR = 3.0, 20.0  # points: words of one level; under a line that is farther away than this is no caption
_GREY = 225  # grey value under which a pixel is no white paper: the edge of a line
Mask = npt.NDArray[np.bool_]
Picture = npt.NDArray[np.uint8]


def confirm_signatures(
    part: FormPart,
    document: Document,
    blank: Blank,
    raster: RasterSource | None,
    blank_raster: BlankRaster | None,
) -> FormPart:
    """The part with unsigned places looked at again: a picture may show what no mark told, and then a person looks.

    A document that was digitally signed somewhere else than in the place is doubtful as well.
    """
    readings = []
    for reading in part.readings:
        if reading.place.role == "signature" and reading.place.party != "district":
            if reading.state == "empty":
                reading = _looked_at(reading, part, document, blank, raster, blank_raster)
            elif reading.state == "doubtful" and reading.why.endswith(NO_SIGNATURE):
                reading = _signed_digitally(reading, part, document, blank) or reading
        readings.append(reading)
    return replace(part, readings=tuple(readings))


def _looked_at(
    reading: PlaceReading,
    part: FormPart,
    document: Document,
    blank: Blank,
    raster: RasterSource | None,
    blank_raster: BlankRaster | None,
) -> PlaceReading:
    if signed := _signed_digitally(reading, part, document, blank):
        return signed
    if _put_elsewhere(document, blank) or any("digitally signed" in n.casefold() for n in document.notes):
        return replace(reading, state="doubtful", why="the file is digitally signed, but not in the form's place")
    if reading.why:
        return reading  # what stands there was read, and says that nobody signed
    tags = _tags(reading, document)
    added = _added_ink(reading, blank, raster, blank_raster, [box for _, box in tags])
    if added > limit.SIGNATURE_INK:
        return replace(reading, state="doubtful", how=("ink",), why=f"ink of {added} px where the blank has none")
    return replace(reading, why=f'"{tags[0][0][:60]}" {NO_SIGNATURE}') if tags else reading


def _put_elsewhere(document: Document, blank: Blank) -> list[Field]:
    """The fields that sign the file and are none of the form's."""
    known = {p.id for p in blank.places}
    return [f for f in document.fields if f.kind == "signature" and f.filled and f.name not in known]


def _signed_digitally(reading: PlaceReading, part: FormPart, document: Document, blank: Blank) -> PlaceReading | None:
    """The reading where a digital signature stands behind its label; words that it shows are its own: "Digitally signed
    by"."""
    if not any(_stands_at(f, reading.place, part, document, blank) for f in _put_elsewhere(document, blank)):
        return None
    why = "signed digitally behind its label"
    return replace(reading, state="filled", value="", how=("digital_signature",), why=why)


def _tags(reading: PlaceReading, document: Document) -> list[tuple[str, Box]]:
    """The labels in a place that a service for signing stuck there, and that say no more than "SIGN HERE >>".

    Their letters are no ink of a signature; what is drawn beside them may be one.
    """
    page = next((p for p in document.pages if p.number == reading.page), None)
    if page is None or reading.box is None:
        return []
    room = grown(reading.box, 2.0)
    notes = [m for m in page.marks if m.annotation and m.kind == "freetext" and holds(room, center(m.box))]
    return [(m.text.strip(), m.box) for m in notes if is_prompt(m.text) and signature_said(m.text) == "place"]


def _stands_at(field: Field, place: Place, part: FormPart, document: Document, blank: Blank) -> bool:
    """Whether a field that signed the file was put behind the label of a place to sign, or on the line over it, and of
    no other's.

    A paper that was set anew holds its lines elsewhere than the blank; its words are the blank's.
    """
    page = next((p for p in document.pages if p.number == field.page and p.number in part.pages), None)
    if page is None or field.box is None:
        return False
    box = field.box
    level = [w for w in page.words if box[1] <= center(w.box)[1] <= box[3] and w.box[0] < box[0]]
    before = norms(" ".join(w.text for w in sorted(level, key=lambda w: w.box[0])))
    labels = {p.id: norms(p.label) for p in blank.places if p.role == "signature" or p.kind == "signature"}
    mine = labels.pop(place.id, ())
    if not mine or mine in labels.values():
        return False
    return before[-len(mine) :] == mine or _words_under_line(page, box) == mine


def _words_under_line(page: Page, field: Box) -> tuple[str, ...]:
    """The caption right under the line to write on that a field stands on; () where words over the line are as near."""
    words = [w for w in page.words if w.box[0] < field[2] and field[0] < w.box[2]]
    lines = [w.box for w in words if set(w.text) == {"_"} and field[1] <= center(w.box)[1] <= field[3] + _ON_LINE]
    if len(lines) != 1:
        return ()
    left, top, right, bottom = lines[0]
    said = [w for w in page.words if left - 1 <= w.box[0] < right and norms(w.text)]
    under = min((w.box[1] - bottom for w in said if w.box[1] >= bottom - 1), default=_FAR)
    over = min((top - w.box[3] for w in said if w.box[3] <= top + 1), default=_FAR)
    if under >= min(over, _FAR):
        return ()
    row = [w for w in said if abs(w.box[1] - bottom - under) <= _ON_LINE]
    return norms(" ".join(w.text for w in sorted(row, key=lambda w: w.box[0])))


def _added_ink(
    reading: PlaceReading,
    blank: Blank,
    raster: RasterSource | None,
    blank_raster: BlankRaster | None,
    without: Sequence[Box] = (),
) -> int:
    """Dark pixels at 200 dpi in the place where the blank has none; 0 when one of the pictures is missing.

    `without`: boxes on the paper's page in which they do not count.
    """
    if raster is None or blank_raster is None or reading.box is None or reading.place.box is None:
        return 0
    there = raster(reading.page, _DPI)
    here = blank_raster(blank.id, reading.place.page, _DPI)
    if there is None or here is None:
        return 0
    scale = (200.0 / _DPI) ** 2
    ours, theirs = _crop(here, reading.place.box), _crop(there, reading.box)
    high, wide = min(ours.shape[0], theirs.shape[0]), min(ours.shape[1], theirs.shape[1])
    added = (theirs[:high, :wide] < _DARK) & ~_near(ours[:high, :wide] < _GREY)
    zoom = there.dpi / 72.0
    left, top = (max(round(v * zoom), 0) for v in grown(reading.box, 2.0, -2.0)[:2])  # of the crop
    for box in without:
        x0, y0, x1, y1 = (round(v * zoom) for v in box)
        added[max(y0 - top, 0) : max(y1 - top, 0), max(x0 - left, 0) : max(x1 - left, 0)] = False
    return round(scale * int(np.count_nonzero(added)))


def _near(ink: Mask) -> Mask:
    """Pixels on ink or right beside it: a line drawn a little lower is the same line, smoothed otherwise."""
    padded = np.pad(ink, 1)
    out = np.zeros_like(ink)
    for down in range(3):
        for across in range(3):
            out |= padded[down : down + ink.shape[0], across : across + ink.shape[1]]
    return out


def _crop(picture: Raster, box: Box) -> Picture:
    zoom = picture.dpi / 72.0
    left, top, right, bottom = (round(v * zoom) for v in grown(box, 2.0, -2.0))
    return np.asarray(picture.gray[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)])
