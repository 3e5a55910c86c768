"""A mark where a box would be, on a scan that took none of the box's sides over."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.scans.scan_boxes import FoundBox, mark_alone, of_one_size

_DPI = 144.0  # two pixels a point
_SIDE = 10.0  # points
_ROOM = (20.0, 20.0, 60.0, 60.0)


def _page(*, cross: bool, specks: list[tuple[int, int]]) -> np.ndarray:
    ink = np.zeros((200, 200), np.uint8)
    if cross:
        cv2.line(ink, (72, 72), (88, 88), 255, 2)
        cv2.line(ink, (72, 88), (88, 72), 255, 2)
    for x, y in specks:
        ink[y : y + 3, x : x + 3] = 255
    return ink


@pytest.mark.parametrize("specks", [[], [(45, 45)], [(112, 50), (50, 112)]], ids=["clean", "a speck", "two"])
def test_dust_is_no_part_of_a_mark(specks: list[tuple[int, int]]) -> None:
    found = mark_alone(_page(cross=True, specks=specks), _DPI, _ROOM, _SIDE)
    assert found is not None and found.ticked
    assert found.box == pytest.approx((35, 35, 45, 45), abs=1)


def test_dust_alone_is_no_mark() -> None:
    assert mark_alone(_page(cross=False, specks=[(60, 60), (80, 80)]), _DPI, _ROOM, _SIDE) is None


@pytest.mark.parametrize(
    ("larger", "kept"),
    [
        ((10.1, 10.1, 10.4, 10.1), True),  # form fields beside content controls
        ((10.1, 10.1, 10.1), False),  # too few
        ((9.0, 10.1, 11.2, 12.0), False),  # letters
        ((14.0, 14.1, 14.0, 14.0), False),
        ((5.0, 5.0, 5.0, 5.0), False),
    ],
)
def test_boxes_of_a_second_size(larger: tuple[float, ...], kept: bool) -> None:
    usual = [FoundBox((0.0, 9.0 * n, 7.2, 9.0 * n + 7.2), ticked=False) for n in range(9)]
    others = [FoundBox((50.0, 20.0 * n, 50.0 + side, 20.0 * n + side), ticked=True) for n, side in enumerate(larger)]
    assert of_one_size([*usual, None, *others]) == [*usual, None, *(others if kept else [None] * len(others))]
