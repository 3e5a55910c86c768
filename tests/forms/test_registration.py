"""Pages laid onto their blank: what of the print must be found again."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from soppa_mailbot.forms import registration
from soppa_mailbot.forms.registration import register
from soppa_mailbot.forms.thresholds_scan import SURE_PAGE, WORK_DPI
from soppa_mailbot.model import Word
from soppa_mailbot.reading.image_gray import Gray

_DPI = WORK_DPI
_HIGH, _WIDE = 1100, 850
_LINES = (
    "Legal name of the operator",
    "Postal address with state",
    "Web page about privacy",
    "Person whom parents call",
    "Hosting company and country",
    "Ages that use accounts",
    "Encryption during transport",
    "Length of contract",
)


def test_hairlines_that_a_scanner_dropped_make_no_page_hard_to_read() -> None:
    page, whole = _page(hairlines=False), _page(hairlines=True)
    for left in range(0, _WIDE, 60):
        page[:, left : left + 30] = whole[:, left : left + 30]  # half of them is left
    assert _overlap(page) >= SURE_PAGE


def test_words_that_are_gone_make_it_hard_to_read() -> None:
    page = _page(hairlines=True)
    page[700:, :] = 255
    assert _overlap(page) < SURE_PAGE


def test_a_part_without_words_that_is_gone_makes_it_hard_to_read() -> None:
    page = _page(hairlines=True)
    page[:, 400:] = 255  # what was written there is gone as well
    assert _overlap(page) < SURE_PAGE


def test_rules_that_are_all_there_make_up_for_letters_that_are_thin() -> None:
    printed = registration._Print(_page(hairlines=True))
    rules = cv2.subtract(printed.ink, printed.letters)
    thin = printed.letters.copy()
    thin[:, ::9] = thin[:, 1::9] = thin[:, 2::9] = thin[:, 3::9] = thin[:, 4::9] = thin[:, 5::9] = 0
    found = registration._overlap(printed, cv2.bitwise_or(rules, thin))
    near = cv2.dilate(cv2.bitwise_or(rules, thin), np.ones((5, 5), np.uint8))
    letters = registration.overlap_of(printed.letters, near)
    assert letters < found == registration.overlap_of(printed.ink, near)


def _page(*, hairlines: bool) -> Any:
    page = np.full((_HIGH, _WIDE), 255, np.uint8)
    for n, line in enumerate(_LINES):
        cv2.putText(page, line, (60, 80 + 120 * n), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 0, 2)
        if hairlines:
            cv2.rectangle(page, (60, 92 + 120 * n), (790, 160 + 120 * n), 110, 1)
    return page


def _words() -> tuple[Word, ...]:
    wide = 72 / _DPI * 12
    return tuple(
        Word(word, (20 + wide * at, 24 + 43.2 * n, 20 + wide * (at + 3), 30 + 43.2 * n))
        for n, line in enumerate(_LINES)
        for at, word in enumerate(line.split())
    )


def _overlap(page: Any) -> float:
    found = register(Gray(page, _DPI), _words(), Gray(_page(hairlines=True), _DPI), _words(), features=False)
    return 0.0 if found is None else found.overlap


def test_pale_rules_that_a_scan_loses_do_not_make_it_another_page() -> None:
    """A designed page whose fields have pale frames and a tint: every letter is there, most of its rules are not."""
    gray = np.full((1100, 850), 255, np.uint8)
    for row in range(14):
        top = 60 + 70 * row
        cv2.putText(gray, f"Question number {row} of this page", (40, top), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 20, 1)
    framed = gray.copy()
    for row in range(14):
        for column in range(4):
            left, top = 40 + 195 * column, 75 + 70 * row
            cv2.rectangle(framed, (left, top), (left + 180, top + 40), 175, 2)
    printed = registration._Print(framed)
    found = registration._overlap(printed, registration.ink_of(gray))
    assert found >= registration.SURE_PAGE
    other = np.full_like(gray, 255)
    for row in range(14):
        cv2.putText(
            other, f"Something else altogether {row}", (60, 40 + 72 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 20, 1
        )
    assert registration._overlap(printed, registration.ink_of(other)) < registration.SAME_PAGE
