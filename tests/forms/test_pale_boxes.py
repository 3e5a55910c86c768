"""Printed boxes that a scanner keeps so pale that they are no ink."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.registering.registration import ink_of
from soppa_mailbot.forms.scans.pale_boxes import with_pale_boxes
from soppa_mailbot.forms.scans.scan_boxes import FoundBox, box_beside
from soppa_mailbot.forms.scans.word_sheets import WordSheet
from soppa_mailbot.model import Box, Page, Word

DPI = 200.0
SIDE = 20
X, Y = 400, 300  # pixels of the box's corner
USUAL = FoundBox((10.0, 10.0, 10.0 + SIDE * 72 / DPI, 10.0 + SIDE * 72 / DPI), False, 1)


def sheet(shade: int = 185, mark: int = 0, side: int = SIDE) -> WordSheet:
    """A page with words and one box, whose sides are as pale as `shade`, as is the `mark` in it."""
    gray = np.full((800, 1000), 250, np.uint8)
    for y in range(60, 260, 40):
        cv2.putText(gray, "The Operator keeps covered information", (60, y), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 30, 3)
    cv2.putText(gray, "Google", (X + 32, Y + 19), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 50, 3)
    cv2.rectangle(gray, (X, Y), (X + side, Y + side), shade, 2)
    if mark:
        cv2.line(gray, (X + 4, Y + 9), (X + 9, Y + 16), mark, 2)
        cv2.line(gray, (X + 9, Y + 16), (X + 16, Y + 3), mark, 2)
    noise = np.random.default_rng(7).integers(-3, 4, gray.shape)
    gray = np.clip(gray.astype(int) + noise, 0, 255).astype(np.uint8)
    return WordSheet(Page(1, 360, 288, (), (), "ocr", 0.9), gray, ink_of(gray), DPI, ())


def found_in(page: WordSheet, known: FoundBox | None = None) -> FoundBox | None:
    word = Word("Google", tuple(v * 72 / DPI for v in (X + 30, Y, X + 130, Y + 20)))
    return with_pale_boxes([USUAL, USUAL, known], [None, None, (word, True, page)])[2]


@pytest.mark.parametrize("shade", [195, 180])
def test_a_pale_box_is_empty(shade: int) -> None:
    page = sheet(shade)
    assert box_beside(page.ink, DPI, (155.0, 108.0, 190.0, 115.0), side=SIDE * 72 / DPI) is None, "it is no ink"
    letter = FoundBox((155.5, 108.0, 161.3, 113.8), True, 1)
    for known in (None, letter):
        box = found_in(page, known)
        assert box is not None and box.ticked is False and abs(box.box[0] - X * 72 / DPI) < 1


@pytest.mark.parametrize(
    "page",
    [
        sheet(mark=60),
        sheet(mark=190),  # with a pencil
        sheet(mark=222),
        sheet(235),  # grain
        sheet(side=12),  # no box of the form's
    ],
)
def test_nothing_else_is_told(page: WordSheet) -> None:
    assert found_in(page) is None


LETTER = (155.5, 108.0, 161.3, 113.8)  # among those of "Google"


def among_letters(
    page: WordSheet, *, ticked: bool = False, clear: int = 2, square: FoundBox | None = None, before: bool = True
) -> FoundBox | None:
    """What is told of a box that was found in a letter, where others stand clear before their options."""
    word = Word("Google", tuple(v * 72 / DPI for v in (X + 30, Y, X + 130, Y + 20)))
    off = word.box[0] - (X + SIDE) * 72 / DPI
    others = Word("Other", (USUAL.box[2] + off, 10.0, 60.0, 18.0))
    beside = [(others, True, page) if n < clear else None for n in range(2)]
    blank = sheet()  # the others stand on paper of their own
    beside = [None if b is None else (b[0], True, blank) for b in beside]
    letter = square or FoundBox(LETTER, ticked, 1)
    return with_pale_boxes([USUAL, USUAL, letter], [*beside, (word, before, page)])[2]


def test_the_box_before_a_letter_that_looks_like_one_is_told() -> None:
    box = among_letters(sheet(mark=60))
    assert box is not None and box.ticked is True and abs(box.box[0] - X * 72 / DPI) < 1


@pytest.mark.parametrize("page", [sheet(mark=222), sheet(235), sheet(side=12)])
@pytest.mark.parametrize("ticked", [False, True])
def test_a_letter_tells_nothing(page: WordSheet, ticked: bool) -> None:
    box = among_letters(page, ticked=ticked)
    assert box is not None and box.ticked is None


@pytest.mark.parametrize("known", [(148.0, 108.0, 153.8, 113.8), (186.5, 108.0, 192.3, 113.8)])
def test_a_small_square_before_or_behind_its_option_is_no_letter(known: Box) -> None:
    box = FoundBox(known, True, 1)
    assert among_letters(sheet(235), square=box) == box


def test_boxes_behind_their_options_may_be_among_letters() -> None:
    assert among_letters(sheet(235), before=False) == FoundBox(LETTER, False, 1)


def test_where_no_box_stands_clear_it_may_be_one() -> None:
    box = among_letters(sheet(235), clear=0)
    assert box == FoundBox(LETTER, False, 1)
