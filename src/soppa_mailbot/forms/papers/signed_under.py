"""A signature under a condition: in the place of the signature, the name or the day, or written on a scanned page.

On pages with text `overwritten` sees what was added beside the places; of a scan only OCR's lines tell it.
"""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from soppa_mailbot.forms.common.geometry import center, grown, holds
from soppa_mailbot.forms.common.reservations import reserves
from soppa_mailbot.forms.common.signer import is_of_signer
from soppa_mailbot.forms.common.vocabulary import plain
from soppa_mailbot.model import Blank, Document, FormPart, Page, Place, lines_of

_SHOWN = 80
_MOST = 40  # such lines of one copy that are looked at
_AROUND = (8.0, 12.0)  # points, across and down, by which people write over the edge of a place
_OWN = 75.0  # likeness (0 to 100) from which a line is one of the form's own, misread or not
_OWN_PART, _WORDS = 90.0, 3  # the same of a column's share of a line, and how many words tell it


def says_how_signed(place: Place) -> bool:
    """Whether the operator signs there, or gives name, title or day of whoever does."""
    asked = place.signs or place.role == "signature_date" or is_of_signer(place.label)
    return asked and place.party != "district"


def with_conditions(part: FormPart) -> FormPart:
    """The part with a doubt where such an answer makes the signature depend on something."""
    told = (
        f'"{r.value[:_SHOWN]}" stands beside the signature'
        for r in part.readings
        if r.value and says_how_signed(r.place) and reserves(r.value)
    )
    return replace(part, doubts=tuple(dict.fromkeys((*part.doubts, *told))))


def with_written_notes(part: FormPart, document: Document, blank: Blank) -> FormPart:
    """A scanned part with a doubt for each line that makes its signature depend on something, and is no answer."""
    own = plain(blank.document.text())
    lines = [
        (f'page {page.number}: "{" ".join(line.split())[:_SHOWN]}" is written on it', line)
        for page in document.pages
        if page.number in part.pages and page.origin == "ocr"
        for line in _beside_answers(page, part).splitlines()
        if reserves(line)
    ][:_MOST]
    told = [said for said, line in lines if not _is_own(line, own)]
    return replace(part, doubts=tuple(dict.fromkeys((*part.doubts, *told)))) if told else part


def _is_own(line: str, own: str) -> bool:
    """Whether a line is one of the form's own, or several of them side by side, as columns are read in one line."""
    if partial_ratio(plain(line), own) >= _OWN:
        return True
    parts = [plain(part) for part in line.split("\t")]
    return len(parts) > 1 and all(len(p.split()) >= _WORDS and partial_ratio(p, own) >= _OWN_PART for p in parts)


def _beside_answers(page: Page, part: FormPart) -> str:
    """The lines of a page without what stands in places that are not the signer's."""
    rooms = [
        grown(r.box, *_AROUND)
        for r in part.readings
        if r.box and r.page == page.number and not says_how_signed(r.place)
    ]
    return lines_of(tuple(w for w in page.words if not any(holds(room, center(w.box)) for room in rooms)))
