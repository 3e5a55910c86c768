"""Ink in a scan's place to sign that signs nothing: words that say otherwise, a lone cross, a ring around the line."""

from __future__ import annotations

from collections.abc import Sequence

from soppa_mailbot.forms.common.geometry import center, grown, holds, overlaps
from soppa_mailbot.forms.common.thresholds_scan import CLOSE_ZOOMS, READ_WORD
from soppa_mailbot.forms.common.values import signature_said
from soppa_mailbot.forms.papers.evidence import NO_SIGNATURE
from soppa_mailbot.forms.registering.strokes import Stroke, is_cross, is_ring
from soppa_mailbot.forms.scans.scan_print import is_printed, letters_of
from soppa_mailbot.forms.scans.scan_sheets import Sheet
from soppa_mailbot.model import Box, Word

_NO_SIGNATURE = ("no", "place", "unsure")
_ON_STICKERS = frozenset({"signhere", "pleasesignhere", "signaturehere", "signhereplease"})
_LOOPS = 2  # more words than that; "11/11/2022" is one
_TAB = (26.0, 12.0)  # points around the words "SIGN HERE" that the sticker takes on which they are printed


def no_signature(sheet: Sheet, box: Box, words: Sequence[Word], needed: int, drawn: Sequence[Stroke]) -> str:
    """Why ink in a place to sign is no signature; "" where it is one."""
    for found in (words, _read_again(sheet, box)):
        read = _legible(found)
        text = " ".join(w.text for w in read if any(c.isalnum() for c in w.text))
        if is_scribble(text):
            continue
        said = signature_said(text)
        if tabs := _sticker(found):
            read, text, said = tabs, "SIGN HERE", "place"
        if said == "yes":
            break
        tab = _TAB if said == "place" else (2.0, 2.0)
        if said in ("no", "condition") or (said in _NO_SIGNATURE and _besides(sheet, box, read, tab) < needed):
            return f"there stands '{text[:60]}', which {NO_SIGNATURE}"
    here = [s for s in drawn if s.within(box)]
    if is_cross(here):
        return "there is a cross and no signature"
    if is_ring(here):
        return "there is a ring around the line and no signature"
    return ""


def is_scribble(text: str) -> bool:
    """Whether what OCR reads are the loops of a pen: one or two digits over and over, "2292. 2 2 2"."""
    signs = {c for c in text if c.isalnum()}
    return len(text.split()) > _LOOPS and len(signs) <= 2 and all(c.isdigit() for c in signs)


def _read_again(sheet: Sheet, box: Box) -> list[Word]:
    own = [w for w in sheet.own if overlaps(w.box, box)]
    found = sheet.closer.read(grown(box, 3.0), CLOSE_ZOOMS[0], line=False)
    return [w for w in found if holds(grown(box, 3.0), center(w.box)) and not is_printed(w, own)]


def _sticker(words: Sequence[Word]) -> list[Word]:
    """The words of a sticker, if nothing else can be read: OCR is seldom sure of what is printed on grey."""
    lettered = [w for w in words if len(letters_of(w.text)) > 1]
    return lettered if "".join(letters_of(w.text) for w in lettered) in _ON_STICKERS else []


def _legible(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if w.confidence >= READ_WORD]


def _besides(sheet: Sheet, box: Box, words: Sequence[Word], reach: tuple[float, float]) -> int:
    """Pixels of ink in the place that belong to none of the words, with `reach` points beside and above them."""
    x, y = reach
    around = [(w.box[0] - x, w.box[1] - y, w.box[2] + x, w.box[3] + y) for w in words]
    return sheet.added.without(around).within(box)
