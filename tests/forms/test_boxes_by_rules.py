"""Boxes alone in low cells of a table: their sides are all but one with the rules over and under them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.scans.scan_boxes import box_alone

DPI = 200.0
WIDE, HIGH, SIDE = 100, 37, 29  # pixels
TOP = LEFT = 35  # of the cell, in the picture
Stroke = tuple[tuple[int, int], ...]  # from the box's left upper corner


def ticked(*strokes: Stroke, gap: int = 4, tilt: int = 0) -> bool | None:
    ink = np.zeros((HIGH + 2 * TOP, WIDE + 2 * LEFT), np.uint8)
    for row in (TOP, TOP + HIGH):
        cv2.line(ink, (0, row), (WIDE + 2 * LEFT, row + tilt), 255, 2)
    for column in (LEFT, LEFT + WIDE):
        cv2.line(ink, (column, 0), (column, HIGH + 2 * TOP), 255, 3)
    x, y = LEFT + 35, TOP + gap + 1
    cv2.rectangle(ink, (x, y), (x + SIDE, y + SIDE), 255, 2)
    for stroke in strokes:
        cv2.polylines(ink, [np.array([(x + a, y + b) for a, b in stroke], np.int32)], False, 255, 3)
    room = tuple(v * 72 / DPI for v in (LEFT, TOP, LEFT + WIDE, TOP + HIGH))
    found = box_alone(ink, DPI, room, 7.6)  # type: ignore[arg-type]
    assert found is not None
    return found.ticked


@pytest.mark.parametrize("tilt", [0, 2])
@pytest.mark.parametrize("gap", [2, 3, 4])
def test_a_rule_is_no_stroke_over_a_box(gap: int, tilt: int) -> None:
    assert ticked(gap=gap, tilt=tilt) is False


def test_the_end_of_a_neighbours_stroke_is_none_either() -> None:
    assert ticked(((40, 36), (36, 29))) is False


@pytest.mark.parametrize(
    "strokes",
    [
        [((4, 10), (12, 24), (34, -14))],  # in the box, and out of it
        [((3, 3), (26, 26)), ((26, 3), (3, 26))],
    ],
)
def test_a_tick_is_one(strokes: Sequence[Stroke]) -> None:
    assert ticked(*strokes) is True


@pytest.mark.parametrize(
    "stroke",
    [
        ((-12, 10), (-6, 28), (2, 2)),  # over a corner
        ((34, 4), (40, 26), (48, -6)),  # beside the box, from rule to rule
        ((-16, 14), (44, 30), (44, -2)),
    ],
)
def test_what_else_is_drawn_in_the_cell_leaves_a_doubt(stroke: Stroke) -> None:
    assert ticked(stroke) is not False
