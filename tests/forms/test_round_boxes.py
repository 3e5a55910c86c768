"""Radio buttons on scans: a circle is no square whose inside tells the tick."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.registering.registration import ink_of
from soppa_mailbot.forms.scans.scan_boxes import box_within, is_round

DPI = 200
SCALE = DPI / 72
PLACE = (100.0, 100.0, 111.0, 111.0)  # points


def page(shape: str, *, corner: int = 0, blur: float = 0.0) -> Any:
    gray = np.full((500, 500), 255, np.uint8)
    left, top, right, bottom = (round(v * SCALE) for v in PLACE)
    if shape == "circle":
        cv2.circle(gray, ((left + right) // 2, (top + bottom) // 2), (right - left) // 2 - 1, 0, 2, cv2.LINE_AA)
    elif shape == "square":
        cv2.rectangle(gray, (left + 1 + corner, top + 1), (right - 1 - corner, bottom - 1), 0, 2)
    if blur:
        gray = cv2.GaussianBlur(gray, (0, 0), blur)
    return ink_of(gray)


@pytest.mark.parametrize("blur", [0.0, 1.0])
def test_a_circle_is_told_from_a_square(blur: float) -> None:
    assert is_round(page("circle", blur=blur), DPI, PLACE)
    assert not is_round(page("square", blur=blur), DPI, PLACE)
    assert not is_round(page("square", corner=3, blur=blur), DPI, PLACE), "a box that is not quite square"
    assert not is_round(page("nothing"), DPI, PLACE)


def test_a_thick_circle_would_pass_for_a_square() -> None:
    """What `is_round` is for: the sides of a square within the ring are ink for the most part."""
    assert box_within(page("circle", blur=1.0), DPI, PLACE) is not None
    found = box_within(page("square", blur=1.0), DPI, PLACE)
    assert found is not None and found.ticked is False
