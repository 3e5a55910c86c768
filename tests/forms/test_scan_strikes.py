"""Lines struck through with a pen on a scanned page."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.common.tokens import Token
from soppa_mailbot.forms.scans.scan_strikes import struck

DPI = 144.0
WORDS = ["The", "operator", "shall", "pay", "for", "every", "notice", "and", "all", "fees"]


def tokens() -> list[Token]:
    out, left = [], 40.0
    for word in WORDS:
        out.append(Token(word.casefold(), word, page=1, box=(left, 100.0, left + 6.0 * len(word), 110.0)))
        left += 6.0 * len(word) + 3.5
    return out


def printed(own: list[Token]) -> Any:
    """Upright strokes where letters are."""
    sheet = np.zeros((300, 900), np.uint8)
    for token in own:
        assert token.box is not None
        left, top, right, bottom = (round(v * DPI / 72) for v in token.box)
        for x in range(left + 1, right - 1, 5):
            cv2.line(sheet, (x, top + 4), (x, bottom - 2), 255, 2)
    return sheet


def drawn(*strokes: tuple[float, float, float, float, int]) -> tuple[str, ...]:
    own = tokens()
    blank = printed(own)
    page = blank.copy()
    for x0, y0, x1, y1, thick in strokes:
        cv2.line(page, (round(x0 * 2), round(y0 * 2)), (round(x1 * 2), round(y1 * 2)), 255, thick)
    return struck(own, blank, page, DPI, [])


def test_a_stroke_through_the_line() -> None:
    assert drawn((40, 105, 380, 106.5, 3)) == (" ".join(WORDS),)
    assert drawn((40, 104, 200, 106, 2)) == ("The operator shall pay for every",)


@pytest.mark.parametrize(
    "strokes",
    [
        (),
        ((40, 111.5, 380, 112, 3),),  # an underline
        ((40, 105, 380, 105, 24),),  # a highlighter
        ((130, 90, 145, 125, 3), (220, 90, 200, 125, 3)),  # a signature's loops
        ((40, 105, 110, 105, 3),),  # two words: may be a slip of the pen
    ],
)
def test_what_strikes_nothing_out(strokes: tuple[tuple[float, float, float, float, int], ...]) -> None:
    assert drawn(*strokes) == ()


def test_writing_in_a_place_strikes_nothing_out() -> None:
    own = tokens()
    page = printed(own)
    cv2.line(page, (80, 210), (760, 210), 255, 3)
    assert struck(own, printed(own), page, DPI, [(30.0, 98.0, 500.0, 112.0)]) == ()
