"""Boxes and unread ink of a scanned page among its words, without what OCR made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from soppa_mailbot.forms.common.geometry import same_row
from soppa_mailbot.forms.common.slots import Slot
from soppa_mailbot.forms.common.tokens import INK_WORD, OFF, ON, Token, norms
from soppa_mailbot.forms.registering.scan_ink import unexplained
from soppa_mailbot.forms.scans.scan_boxes import FoundBox
from soppa_mailbot.forms.scans.word_scan_heads import is_in_margin
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.forms.texts.list_numbers import NUMBER, NUMBER_WIDTH, leads
from soppa_mailbot.model import Box, Page, Word
from soppa_mailbot.reading.word_order import reading_order

_JUNK = 3  # letters that OCR makes of a box before the word beside it
_AWAY = 4.0  # points between a box and the ink of its tick that reaches out of it


def with_boxes_and_ink(sheet: WordSheet, comparison: Comparison, boxes: Sequence[tuple[Slot, FoundBox]]) -> Page:
    """The page with its boxes and unread ink among its words, and without what OCR made of the boxes."""
    page = sheet.page
    mine = [(slot, found) for slot, found in boxes if _on(comparison, slot, page)]
    words: list[Word] = []
    for word in page.words:
        kept: Word | None = word
        for slot, found in mine:
            if kept is not None:
                kept = _beside_box(kept, found, comparison.blank.tokens[slot.at : slot.at + 1])
        if kept is not None:
            words.append(kept)
    heads = _paragraph_heads(comparison, page)
    words = [w for w in words if not _numbers(w, heads, words)]
    printed = [*(with_its_tick(f) for _, f in mine), *(w.box for w in sheet.heads)]
    ink = unexplained(page, sheet.ink, sheet.dpi, printed)
    ink = [w for w in ink if not _numbers(w, heads, words) and not is_in_margin(w.box, sheet)]
    signs = [Word(ON if f.ticked else OFF, f.box) for _, f in mine if f.ticked is not None]
    return replace(page, words=reading_order([*words, *signs, *ink]))


def _paragraph_heads(comparison: Comparison, page: Page) -> list[Box]:
    """Where the first words of the blank's paragraphs stand on a page."""
    own = comparison.blank.tokens
    first = [i for i in range(len(own)) if i == 0 or own[i].paragraph != own[i - 1].paragraph]
    there = [comparison.paper[comparison.to_paper[i]] for i in first if comparison.to_paper[i] >= 0]
    return [t.box for t in there if t.page == page.number and t.box is not None]


def _numbers(word: Word, heads: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether a word is a list's number, which Word prints before a paragraph and does not keep in its text."""
    box = word.box
    if not (NUMBER.fullmatch(word.text) or (word.text == INK_WORD and box[2] - box[0] < NUMBER_WIDTH)):
        return False
    if any(w is not word and same_row(w.box, box) and w.box[2] <= box[0] for w in words):
        return False  # an answer in a row
    return any(leads(box, h) for h in heads)


def _on(comparison: Comparison, slot: Slot, page: Page) -> bool:
    near = [i for i in (slot.at, slot.at - 1) if 0 <= i < len(comparison.to_paper) and comparison.to_paper[i] >= 0]
    return bool(near) and comparison.paper[comparison.to_paper[near[0]]].page == page.number


def with_its_tick(found: FoundBox) -> Box:
    """A box with the room into which its tick may reach."""
    left, top, right, bottom = found.box
    return left - _AWAY, top - 2 * _AWAY, right + _AWAY, bottom + _AWAY


def _beside_box(word: Word, found: FoundBox, option: Sequence[Token]) -> Word | None:
    """A word without the box: None for what OCR made of the box alone, the option where both were read as one."""
    left, top, right, bottom = found.box
    if not top - 4 <= (word.box[1] + word.box[3]) / 2 <= bottom + 4:
        return word
    if left - 3 <= word.box[0] and word.box[2] <= right + 3:
        return None
    if word.box[0] < right - 2 and word.box[2] > right + 3 and word.box[0] > left - 6:
        rest = word.text
        if option:
            first = next((n for n in range(_JUNK + 1) if norms(rest[n:])[:1] == (option[0].norm,)), 0)
            rest = rest[first:]
        return Word(rest, (right + 1, word.box[1], word.box[2], word.box[3]), word.confidence)
    return word
