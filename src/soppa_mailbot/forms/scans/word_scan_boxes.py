"""Boxes on a scanned Word form: beside their options, alone in their cells, typed over, or typed as brackets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.words_ringed import is_ringed_word
from soppa_mailbot.forms.scans.pale_boxes import with_pale_boxes
from soppa_mailbot.forms.scans.pale_crosses import with_pale_crosses
from soppa_mailbot.forms.scans.scan_boxes import (
    FoundBox,
    box_alone,
    box_beside,
    each_its_own,
    mark_alone,
    mark_before,
    of_one_size,
    usual_side,
)
from soppa_mailbot.forms.scans.scan_brackets import brackets_beside, told
from soppa_mailbot.forms.scans.scan_rooms import Room
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.forms.scans.words_of_boxes import word_beside
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Word

_SQUARES = 3  # boxes in cells of their own that tell that a form prints boxes as well as it types brackets
_BRACKETS = 2  # boxes typed as brackets that tell that a form types its boxes


def printed_boxes(
    comparison: Comparison,
    slots: Sequence[Slot],
    options: Mapping[str, str],
    where: Mapping[str, Room],
    sheets: Sequence[WordSheet],
) -> list[FoundBox | None]:
    """The printed box of each place, or its typed brackets."""
    found: list[FoundBox | None] = []
    beside: list[tuple[Word, bool, WordSheet] | None] = []  # none for a word that is ringed: its letters are no box
    for slot in slots:
        checked = slot.kind == "check" and not (slot.is_cell or slot.is_line or is_ringed_word(slot.id))
        room = where.get(slot.id) if checked else None
        word = word_beside(comparison, slot, options.get(slot.id, ""), sheets) if checked and room is None else None
        square = next((_alone_in(room, s) for s in sheets if s.page.number == room.page), None) if room else None
        if word is not None:
            square = box_beside(word[2].ink, word[2].dpi, word[0].box, before=word[1])
            square = None if square is None else replace(square, page=word[2].page.number)
        found.append(square)
        beside.append(word)
    alone = [where.get(s.id) if s.kind == "check" and s.id in where else None for s in slots]
    found = with_pale_boxes(_of_usual_size(found, beside), beside)
    found = _typed_over(of_one_size(found), beside, alone, sheets)
    found = with_pale_crosses(found, {s.page.number: (s.gray, s.dpi) for s in sheets})
    typed = [None if w is None else brackets_beside(w[2].ink, w[2].dpi, w[0].box, before=w[1]) for w in beside]
    if sum(t is not None and t.box is not None for t in typed) < _BRACKETS:
        return each_its_own(found)
    papers = [(None, 72.0) if w is None else (w[2].ink, w[2].dpi) for w in beside]
    bracketed = [
        square if w is None else (None if box is None else replace(box, page=w[2].page.number))
        for w, box, square in zip(beside, told(typed, papers), found, strict=True)
    ]
    if sum(w is None and square is not None for w, square in zip(beside, found, strict=True)) >= _SQUARES:
        clear = [box if b is not None and b.box is not None else None for b, box in zip(typed, bracketed, strict=True)]
        return each_its_own([a or b or c for a, b, c in zip(clear, found, bracketed, strict=True)])
    # a form that types its boxes, and prints none in cells, prints no others: what looks like a square is a letter
    return each_its_own(bracketed)


def _of_usual_size(
    found: Sequence[FoundBox | None], beside: Sequence[tuple[Word, bool, WordSheet] | None]
) -> list[FoundBox | None]:
    """The boxes; where a tick has hidden one and what was found is none of the form's size, it is looked for again."""
    usual = usual_side(found)
    out = list(found)
    for n, (box, word) in enumerate(zip(of_one_size(found), beside, strict=True)):
        if box is None and word is not None and usual:
            again = box_beside(word[2].ink, word[2].dpi, word[0].box, before=word[1], side=usual)
            out[n] = found[n] if again is None else replace(again, page=word[2].page.number)
    return out


def _typed_over(
    found: Sequence[FoundBox | None],
    beside: Sequence[tuple[Word, bool, WordSheet] | None],
    alone: Sequence[Room | None],
    sheets: Sequence[WordSheet],
) -> list[FoundBox | None]:
    """The boxes, those as ticked in whose place a mark stands: an X typed for the box before the form was printed.

    Where it must stand tell the other boxes, before their options or, in the `alone` rooms, in cells of their own.
    """
    usual = usual_side(found)
    if not usual:
        return list(found)
    offs = [
        word[0].box[0] - box.box[2]
        for word, box in zip(beside, found, strict=True)
        if word is not None and word[1] and box is not None
    ]
    out: list[FoundBox | None] = []
    for box, word, room in zip(found, beside, alone, strict=True):
        mark = None
        if box is None and word is not None and word[1] and offs:
            off = float(np.median(offs))
            mark = mark_before(word[2].ink, word[2].dpi, word[0].box, off, usual), word[2].page.number
        elif box is None and room is not None and word is None:
            sheet = next((s for s in sheets if s.page.number == room.page), None)
            mark = None if sheet is None else (mark_alone(sheet.ink, sheet.dpi, room.box, usual), room.page)
        out.append(box if mark is None or mark[0] is None else replace(mark[0], page=mark[1]))
    return out


def _alone_in(room: Room, sheet: WordSheet) -> FoundBox | None:
    heights = sorted(w.box[3] - w.box[1] for w in sheet.page.words)
    found = box_alone(sheet.ink, sheet.dpi, room.box, heights[len(heights) // 2]) if heights else None
    return None if found is None else replace(found, page=sheet.page.number)
