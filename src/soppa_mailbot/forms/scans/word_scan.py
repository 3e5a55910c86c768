"""A Word form that was printed, filled in and scanned: there is no page to lay it over, so it is read word by word.

OCR's words are laid beside the blank's text; boxes to tick are looked for beside their options, and ink that OCR has
not read becomes a word of its own. What then stands between two labels is the answer, as in a Word file. Where the
blank's own words beside a place were not found again, what stands there may be they: that place is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.slots import Stream
from soppa_mailbot.forms.common.thresholds_scan import SURE_WORD, WORK_DPI
from soppa_mailbot.forms.common.tokens import norms
from soppa_mailbot.forms.papers.beside_label import behind_labels
from soppa_mailbot.forms.papers.cell_lines import with_cell_lines
from soppa_mailbot.forms.papers.running import read_slots
from soppa_mailbot.forms.registering.registration import ink_of
from soppa_mailbot.forms.scans.believed import believed, doubted
from soppa_mailbot.forms.scans.boxes_as_words import with_boxes_and_ink, with_its_tick
from soppa_mailbot.forms.scans.dark_bands import with_bands_read
from soppa_mailbot.forms.scans.marks_on_lines import mark_on_line
from soppa_mailbot.forms.scans.misread import centuries_parted, repaired
from soppa_mailbot.forms.scans.read_larger import (
    ink_read_again,
    labels_read_again,
    letters_in_rooms,
    lines_read_again,
    names_read_again,
)
from soppa_mailbot.forms.scans.scan_boxes import FoundBox
from soppa_mailbot.forms.scans.scan_rooms import Inked, Room, inked, rooms, ruled
from soppa_mailbot.forms.scans.scrawled_over import with_words_read
from soppa_mailbot.forms.scans.word_scan_boxes import printed_boxes
from soppa_mailbot.forms.scans.word_scan_heads import heads_and_feet
from soppa_mailbot.forms.scans.word_sheets import WordScan, WordSheet
from soppa_mailbot.forms.texts.comparison import Comparison, compare
from soppa_mailbot.forms.texts.exclusive import excluding, questions
from soppa_mailbot.forms.texts.list_numbers import with_unread_numbers
from soppa_mailbot.forms.texts.paging import heads_of, paper_tokens
from soppa_mailbot.forms.texts.reading_orders import in_its_order
from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Blank, Page, Place, PlaceReading, RasterSource

_MISREAD = 4  # words more of a form that another order of its words must show: fewer may be chance
_BY_CELLS = 2  # words more of a form that its cells must show: each short answer in them is one
_OPENING = 3  # paragraphs with which a form begins


def compared(blank: Blank, pages: Sequence[Page], raster: RasterSource) -> WordScan | None:
    """None without pictures of the pages."""
    sheets = []
    stream = blank_stream(blank.document.flow)
    own = {t.norm for t in stream.tokens}
    opening = [p.text() for p in blank.document.flow if p.part == "body"][:_OPENING]
    for page in pages:
        picture = raster(page.number, WORK_DPI)
        if picture is None:
            return None
        heads = heads_and_feet(page, heads_of(blank.document.flow), opening, pages[0].number)
        bare = replace(page, words=tuple(w for w in page.words if w not in heads))
        bare = with_bands_read(bare, picture.gray, picture.dpi)
        bare = with_words_read(bare, picture.gray, picture.dpi, own)
        sheets.append(WordSheet(bare, picture.gray, ink_of(picture.gray), picture.dpi, heads))
    first = _laid_beside(stream, [s.page for s in sheets])
    lined = [ruled(s.page, s.ink, s.dpi) for s in sheets]
    where = rooms(first, lined)
    options = {p.id: p.option for p in blank.places}
    found = printed_boxes(first, stream.slots, options, where, sheets)
    boxes = [(slot, box) for slot, box in zip(stream.slots, found, strict=True) if box is not None]
    whole = [with_boxes_and_ink(sheet, first, boxes) for sheet in sheets]
    second = with_unread_numbers(names_read_again(_laid_beside(stream, whole), sheets))
    second = labels_read_again(lines_read_again(ink_read_again(second, sheets), sheets), sheets)
    where = rooms(second, lined)
    ink = {i: f for sheet in sheets for i, f in _inked(sheet, second, where, [b for _, b in boxes]).items()}
    ticks = {slot.id: box.ticked for slot, box in boxes if box.ticked is not None}
    for slot in stream.slots:
        marked = ticks.get(slot.id, False)  # a mark that was seen as one is not counted as ink
        asked = slot.kind == "check" and slot.is_cell and not marked and slot.id in ink
        if asked and (ink[slot.id].empty or ink[slot.id].some):
            ticks[slot.id] = ink[slot.id].some
        if slot.kind == "check" and slot.is_line and (told := mark_on_line(second, slot, sheets)) is not None:
            ticks[slot.id] = told
    written = {s.id for s in stream.slots if s.kind != "check"}
    asked_for = {i: found for i, found in ink.items() if i in written}
    return WordScan(second, tuple(sheets), ticks, where, ink, letters_in_rooms(where, asked_for, sheets))


def _inked(
    sheet: WordSheet, comparison: Comparison, where: Mapping[str, Room], boxes: Sequence[FoundBox]
) -> dict[str, Inked]:
    own = [comparison.paper[j] for j in comparison.to_paper if j >= 0]
    printed = [t.box for t in own if t.page == sheet.page.number and t.box is not None]
    printed += [*(w.box for w in sheet.heads), *(with_its_tick(b) for b in boxes if b.page == sheet.page.number)]
    return inked(where, sheet.page.number, sheet.ink, sheet.dpi, printed)


def _laid_beside(stream: Stream, pages: Sequence[Page]) -> Comparison:
    least = max(_MISREAD, len(stream.tokens) // 50)
    found = in_its_order(compare(stream, paper_tokens(pages, by_cells=False)), pages, least=least)
    # a scan may show the rules of its table: then a cell's lines are read one after the other
    cell_by_cell = [replace(t, cell=None) for t in paper_tokens(pages)]
    by_cells = compare(stream, cell_by_cell)
    more = len(by_cells.found) - len(found.found)
    # one label more is none by chance where all others are found as well: a side head's second line parted it
    if more >= _BY_CELLS or (more > 0 and set(found.found) < set(by_cells.found)):
        found = by_cells
    found = centuries_parted(with_cell_lines(found))
    for _ in range(2):  # a label's last word that was misread hides what stands beside it, and the other way round
        found = behind_labels(repaired(found))
    return found


def read(scan: WordScan, places: Mapping[str, Place], until: int | None = None) -> list[PlaceReading]:
    """What each place holds. Words that OCR is not sure of are ink: an answer, and no value.

    `until` is the number of the blank's word with which the pages end, where they are not all of the form.
    """
    words = [w for sheet in scan.sheets for w in sheet.page.words]
    sure = {n for w in words if w.confidence >= SURE_WORD for n in norms(w.text)}
    unsure = {n for w in words if w.confidence < SURE_WORD for n in norms(w.text)}
    slots = {s.id: s for s in scan.comparison.blank.slots}
    return without_contradictions(
        [
            believed(r, scan, slots[r.place.id], sure - unsure, until)
            for r in read_slots(scan.comparison, places, ())
            if r.place.id in slots
        ]
    )


def without_contradictions(readings: Sequence[PlaceReading]) -> list[PlaceReading]:
    """The readings, boxes that cannot all be meant doubtful: on a picture one of them is sooner misread."""
    out = list(readings)
    for row in questions(readings):
        marked = [n for n in row if readings[n].state == "filled"]
        if excluding([readings[n] for n in row]):
            for n in marked:
                out[n] = doubted(readings[n], "another answer seems to be marked as well")
    return out
