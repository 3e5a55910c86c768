"""Words of a scanned Word form that a larger reading finds again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

import cv2
import numpy as np

from soppa_mailbot.forms.common.geometry import grown, height, same_row, union
from soppa_mailbot.forms.common.thresholds_scan import CLOSE_ZOOMS, SURE_WORD
from soppa_mailbot.forms.common.tokens import INK_WORD, Token, norms
from soppa_mailbot.forms.identity.identity import name_spans
from soppa_mailbot.forms.scans.scan_rooms import Inked, Pixels, Room
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.forms.texts.comparison import Comparison
from soppa_mailbot.model import Box, Word
from soppa_mailbot.reading.ocr import recognise

_BEFORE = 60.0  # points before a word that are read along with it
_LETTER = 2.0  # points of a letter's height, at least
_READ_AGAIN = 6  # words of a form, at most
_FIRST = 3  # words behind the one before a lost label that may be it
_ONE_LETTER = 14.0  # points across: broader ink is more than a letter
_LETTERS = 60  # rooms of a form that are read again, at most
_EDGE = 1.5  # points around such a letter that are its own
_ROUND_LETTER = 8.0  # points of white that are laid around it
_YES_NO = {("y",), ("n",)}


def names_read_again(comparison: Comparison, sheets: Sequence[WordSheet]) -> Comparison:
    """Numbers of the district's name that OCR read otherwise, found again where a larger reading has them."""
    own, to_paper = comparison.blank.tokens, list(comparison.to_paper)
    for i in {i for span in name_spans(own) for i in span.tokens if own[i].norm.isdigit() and to_paper[i] < 0}:
        before = to_paper[i - 1] if i else -1
        there = comparison.paper[before + 1 : before + 2] if before >= 0 else ()
        if there and there[0].norm.isdigit() and any(own[i].norm in said for said in _larger(there[0], sheets)):
            to_paper[i] = before + 1
    return replace(comparison, to_paper=to_paper)


def ink_read_again(comparison: Comparison, sheets: Sequence[WordSheet]) -> Comparison:
    """Single words of the form in whose place stands ink that OCR made nothing of, found again by a larger reading."""
    own, to_paper = comparison.blank.tokens, list(comparison.to_paper)
    for i in sorted(comparison.replaced())[:_READ_AGAIN]:
        before = to_paper[i - 1] if i else -1
        after = to_paper[i + 1] if i + 1 < len(to_paper) else -1
        there = comparison.paper[before + 1 : after] if 0 <= before < after else ()
        alone = len(there) == 1 and there[0].norm == INK_WORD
        if alone and any(said == (own[i].norm,) for said in _larger(there[0], sheets, before=2.0)):
            to_paper[i] = before + 1
    return replace(comparison, to_paper=to_paper)


def labels_read_again(comparison: Comparison, sheets: Sequence[WordSheet]) -> Comparison:
    """Lost words right before a place, of which OCR made another word beside what is written there, found again by a
    larger reading of that word alone: "By:" beside a signature that is higher than its line."""
    to_paper, own = list(comparison.to_paper), comparison.blank.tokens
    before_places = {s.at - 1 for s in comparison.blank.slots if s.kind != "check" and not s.is_cell}
    lost = [i for i in sorted(before_places) if i > 0 and to_paper[i] < 0 <= to_paper[i - 1]]
    for i in lost[:_READ_AGAIN]:
        after = next((j for j in to_paper[i + 1 :] if j >= 0), len(comparison.paper))
        for j in range(to_paper[i - 1] + 1, min(after, to_paper[i - 1] + 1 + _FIRST)):
            said = list(_larger(comparison.paper[j], sheets, before=2.0))
            if said and all(words == (own[i].norm,) for words in said):
                to_paper[i] = j
                break
    return replace(comparison, to_paper=to_paper)


def letters_in_rooms(
    where: Mapping[str, Room], ink: Mapping[str, Inked], sheets: Sequence[WordSheet]
) -> dict[str, str]:
    """By place, the letter for Yes or No that is all the ink in its room.

    A letter by itself, far from any word, is what OCR misreads or leaves out first; cut out, with white around it, it
    is read.
    """
    out: dict[str, str] = {}
    narrow = {i: f.box for i, f in ink.items() if f.some and not f.touching and f.across < _ONE_LETTER and f.box}
    for identity in list(narrow)[:_LETTERS]:
        words = [w for read in _alone(where[identity].page, narrow[identity], sheets) for w in read]
        said = {norms(w.text) for w in words if w.confidence >= SURE_WORD}
        if len(said) == 1 and (letter := said.pop()) in _YES_NO:
            out[identity] = letter[0].upper()
    return out


def _alone(page: int, box: Box, sheets: Sequence[WordSheet]) -> Iterator[Sequence[Word]]:
    """What OCR reads in a box that is cut out and laid on white, larger."""
    sheet = next(s for s in sheets if s.page.number == page)
    scale = sheet.dpi / 72
    left, top, right, bottom = (round(v * scale) for v in grown(box, _EDGE))
    part = sheet.gray[max(0, top) : bottom, max(0, left) : right]
    paper = max(1.0, float(np.percentile(part, 85)))
    part = np.clip(part * (250.0 / paper), 0, 255).astype(np.uint8)
    white = round(_ROUND_LETTER * scale)
    part = cv2.copyMakeBorder(part, white, white, white, white, cv2.BORDER_CONSTANT, value=255)
    yield from _zoomed(part, sheet.dpi)


def lines_read_again(comparison: Comparison, sheets: Sequence[WordSheet]) -> Comparison:
    """Several words of the form that OCR read in part and garbled, found again where a larger reading has them all."""
    for run in _runs(sorted(comparison.replaced()))[:_READ_AGAIN]:
        own, to_paper = comparison.blank.tokens, comparison.to_paper
        before = to_paper[run[0] - 1] if run[0] else -1
        after = to_paper[run[-1] + 1] if run[-1] + 1 < len(to_paper) else -1
        there = comparison.paper[before + 1 : after] if 0 <= before < after else ()
        where = _of_one_line(there) if any(t.norm == INK_WORD for t in there) else None
        said = tuple(own[i].norm for i in run)
        if where is None or len(run) < 2 or said not in _larger(where, sheets, before=2.0):
            continue
        shift = len(run) - len(there)
        comparison = replace(
            comparison,
            paper=[*comparison.paper[: before + 1], *_spread(where, [own[i] for i in run]), *comparison.paper[after:]],
            to_paper=[
                before + 1 + i - run[0] if i in run else j + shift if j >= after else j for i, j in enumerate(to_paper)
            ],
        )
    return comparison


def _runs(numbers: Sequence[int]) -> list[range]:
    """Numbers that follow each other."""
    out: list[range] = []
    for n in numbers:
        if out and out[-1].stop == n:
            out[-1] = range(out[-1].start, n + 1)
        else:
            out.append(range(n, n + 1))
    return out


def _of_one_line(tokens: Sequence[Token]) -> Token | None:
    """All of them as one, where they stand in one line; a rule under it that was read as a word is none of them."""
    tokens = [t for t in tokens if t.box is None or t.norm == INK_WORD or height(t.box) >= _LETTER]
    boxes = [t.box for t in tokens if t.box is not None]
    if len(boxes) < len(tokens) or any(t.page != tokens[0].page for t in tokens):
        return None
    if not all(same_row(a, b) for a, b in pairwise(boxes)):
        return None
    return replace(tokens[0], norm=INK_WORD, box=reduce(union, boxes))


def _spread(where: Token, own: Sequence[Token]) -> list[Token]:
    """The form's own words as tokens of the paper, each in its share of the room where they were read."""
    assert where.box is not None
    left, top, right, bottom = where.box
    letter = (right - left) / sum(len(t.raw) + 1 for t in own)
    out = []
    for token in own:
        end = left + letter * (len(token.raw) + 1)
        out.append(replace(where, norm=token.norm, raw=token.raw, box=(left, top, end - letter, bottom)))
        left = end
    return out


def _larger(token: Token, sheets: Sequence[WordSheet], before: float = _BEFORE) -> Iterator[tuple[str, ...]]:
    """What OCR reads where a word stands, larger, and so many points before it."""
    sheet = next((s for s in sheets if s.page.number == token.page), None)
    if sheet is None or token.box is None:
        return
    scale = sheet.dpi / 72
    left, top, right, bottom = token.box
    part = sheet.gray[
        max(0, round((top - 3) * scale)) : round((bottom + 3) * scale),
        max(0, round((left - before) * scale)) : round((right + 4) * scale),
    ]
    for words in _zoomed(part, sheet.dpi):
        yield tuple(n for w in words for n in norms(w.text))


def _zoomed(part: Pixels, dpi: float) -> Iterator[Sequence[Word]]:
    for zoom in CLOSE_ZOOMS:
        larger = cv2.resize(part, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_CUBIC)
        yield recognise(larger, dpi * zoom, line=True).words
