"""Boxes crossed with hairlines that a scanner keeps too pale to be ink."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.registering.registration import ink_of
from soppa_mailbot.forms.scans.pale_crosses import with_pale_crosses
from soppa_mailbot.forms.scans.scan_boxes import FoundBox

DPI = 200.0
SIDE = 30
AT = 400, 300  # pixels of the box's corner
DOWN, UP = ((0, 0), (SIDE, SIDE)), ((0, SIDE), (SIDE, 0))


def sheet(*strokes: tuple[tuple[int, int], tuple[int, int]], shade: int = 205, inside: int = 248) -> Any:
    """A page with words and one box, whose `strokes` are drawn as pale as `shade`."""
    gray = np.full((800, 1000), 248, np.uint8)
    for y in range(60, 260, 40):
        cv2.putText(gray, "The Operator keeps covered information", (60, y), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 30, 3)
    x, y = AT
    gray[y : y + SIDE, x : x + SIDE] = inside
    for start, end in strokes:
        cv2.line(gray, (x + start[0], y + start[1]), (x + end[0], y + end[1]), shade, 1, cv2.LINE_AA)
    cv2.rectangle(gray, AT, (x + SIDE, y + SIDE), 60, 2)
    noise = np.random.default_rng(7).integers(-3, 4, gray.shape)
    return np.clip(gray.astype(int) + noise, 0, 255).astype(np.uint8)


def ticked(gray: Any, known: bool | None = False) -> bool | None:
    box = (AT[0] * 72 / DPI, AT[1] * 72 / DPI, (AT[0] + SIDE) * 72 / DPI, (AT[1] + SIDE) * 72 / DPI)
    (found, none) = with_pale_crosses([FoundBox(box, known, 1), None], {1: (gray, DPI)})
    assert found is not None and none is None
    return found.ticked


@pytest.mark.parametrize("shade", [215, 190])
@pytest.mark.parametrize("known", [False, None])
def test_a_pale_cross_ticks(shade: int, known: bool | None) -> None:
    gray = sheet(DOWN, UP, shade=shade)
    x, y = AT
    assert np.mean(ink_of(gray)[y + 6 : y + SIDE - 6, x + 6 : x + SIDE - 6] > 0) < 0.1, "it is no ink"
    assert ticked(gray, known) is True


@pytest.mark.parametrize(
    "gray",
    [
        sheet(),
        sheet(DOWN),  # a scratch
        sheet(DOWN, ((0, SIDE), (SIDE // 2, SIDE // 2))),  # something that shines through from the other side
        sheet(((0, 15), (SIDE, 15)), ((15, 0), (15, SIDE))),  # a fold, and another
        sheet(inside=205),  # a shadow
        sheet(DOWN, UP, shade=240),  # grain
    ],
)
def test_what_is_no_cross(gray: Any) -> None:
    assert ticked(gray) is False and ticked(gray, None) is None
