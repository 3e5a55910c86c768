"""Pages laid onto their blank: what of the print must be found again."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from soppa_mailbot.forms.common.thresholds_scan import SURE_PAGE, WORK_DPI
from soppa_mailbot.forms.registering import registration
from soppa_mailbot.forms.registering.registration import register
from soppa_mailbot.forms.registering.scan_ink import dotted_rules_of
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


@pytest.mark.parametrize("shade", [175, 142])  # a fax makes white of middle grey as well
def test_pale_rules_that_a_scan_loses_do_not_make_it_another_page(shade: int) -> None:
    """A designed page whose fields have pale frames and a tint: every letter is there, most of its rules are not."""
    gray = np.full((1100, 850), 255, np.uint8)
    for row in range(14):
        top = 60 + 70 * row
        cv2.putText(gray, f"Question number {row} of this page", (40, top), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 20, 1)
    framed = gray.copy()
    for row in range(14):
        for column in range(4):
            left, top = 40 + 195 * column, 75 + 70 * row
            cv2.rectangle(framed, (left, top), (left + 180, top + 40), shade, 2)
    printed = registration._Print(framed)
    found = registration._overlap(printed, registration.ink_of(gray))
    assert found >= registration.SURE_PAGE
    other = np.full_like(gray, 255)
    for row in range(14):
        cv2.putText(
            other, f"Something else altogether {row}", (60, 40 + 72 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 20, 1
        )
    assert registration._overlap(printed, registration.ink_of(other)) < registration.SAME_PAGE


def test_a_pale_foot_that_a_fax_breaks_up_makes_no_answer_hard_to_read() -> None:
    page = _page(hairlines=False)
    for column in range(4):
        foot = (20 + 200 * column, 1060)
        cv2.putText(page, "Form 7, rev. May, Birch Lake", foot, cv2.FONT_HERSHEY_SIMPLEX, 0.5, 100, 2)
    scan = page.copy()
    scan[1050:1056, 20:850] = 255
    found = register(Gray(scan, _DPI), _words(), Gray(page, _DPI), _words(), features=False)
    assert found is not None and found.overlap < SURE_PAGE
    rows = [(20.0, 30.0 + 43.2 * n, 280.0, 60.0 + 43.2 * n) for n in range(len(_LINES))]
    assert registration.overlap_around(Gray(page, _DPI), found, rows[:5]) >= SURE_PAGE
    assert registration.overlap_around(Gray(page, _DPI), found, rows) < SURE_PAGE  # the last is near the foot
    gone = scan.copy()
    gone[500:700] = 255
    found = register(Gray(gone, _DPI), _words(), Gray(page, _DPI), _words(), features=False)
    assert found is None or registration.overlap_around(Gray(page, _DPI), found, rows[:5]) < SURE_PAGE


def test_dark_bands_do_not_set_what_is_ink() -> None:
    """Beside a heading in a dark band a thin grey frame is print all the same."""
    gray = np.full((800, 850), 255, np.uint8)
    for top in range(40, 700, 150):
        cv2.rectangle(gray, (40, top), (800, top + 25), 60, -1)
        for row in (50, 76, 102):
            cv2.rectangle(gray, (40, top + 30), (800, top + row), 130, 1)
            cv2.putText(gray, "Name of the product", (50, top + row - 6), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 90, 1)
    ink = registration.ink_of(gray)
    assert all(ink[top + row, 300:500].all() for top in range(40, 700, 150) for row in (50, 76, 102))


def test_hairlines_of_a_blank_are_no_vendors_ink() -> None:
    gray = _page(hairlines=False)
    for n in range(len(_LINES)):
        cv2.line(gray, (60, 170 + 120 * n), (790, 170 + 120 * n), 150, 1)
    shaded = gray.copy()
    cv2.rectangle(shaded, (60, 100), (790, 160), 200, -1)  # a grey cell is no line
    with_lines = registration.ink_of(shaded, hairlines=True)
    assert all(with_lines[170 + 120 * n, 200:600].all() for n in range(len(_LINES)))
    assert not with_lines[120:140, 200:600].any()
    assert not registration.ink_of(gray)[170, 200:600].any()


def test_frames_of_fields_need_not_be_on_paper() -> None:
    page = _page(hairlines=False)
    fields = [
        (60 * 72 / _DPI, y * 72 / _DPI, 790 * 72 / _DPI, (y + 68) * 72 / _DPI)
        for y in range(92, 92 + 120 * len(_LINES), 120)
    ]
    scan, blank = Gray(page, _DPI), Gray(_page(hairlines=True), _DPI)
    bare = register(scan, _words(), blank, _words(), features=False)
    known = register(scan, _words(), blank, _words(), features=False, fields=fields)
    assert known is not None
    assert known.overlap >= SURE_PAGE
    assert bare is None or bare.overlap < SURE_PAGE


def test_a_rule_that_a_scan_shows_only_faintly_is_there() -> None:
    page = _page(hairlines=True)
    faint = np.where(page == 110, 228, page).astype(np.uint8)
    assert registration.ink_of(faint)[92, 200:600].any() == np.False_
    assert _overlap(faint) >= SURE_PAGE


def _dotted(gray: Any, tone: int) -> None:
    """Rows of dots to write on under each line of print."""
    for n in range(len(_LINES)):
        for left in range(60, 790, 6):
            cv2.line(gray, (left, 112 + 120 * n), (left + 2, 112 + 120 * n), tone, 2)


def test_dotted_rules_that_a_scan_loses_are_no_letters() -> None:
    printed, page = _page(hairlines=False), _page(hairlines=False)
    _dotted(printed, 60)
    whole = printed.copy()
    for left in range(0, _WIDE, 60):
        page[:, left : left + 30] = whole[:, left : left + 30]  # half of them is left
    found = register(Gray(page, _DPI), _words(), Gray(printed, _DPI), _words(), features=False)
    assert found is not None and found.overlap >= SURE_PAGE


def test_a_row_of_dots_is_told_from_letters() -> None:
    dots, letters = np.zeros((_HIGH, _WIDE), np.uint8), 255 - _page(hairlines=False)
    for left in range(60, 790, 8):
        cv2.circle(dots, (left, 300), 2, 255, -1)
        cv2.circle(dots, (700, left), 2, 255, -1)
    assert cv2.countNonZero(cv2.subtract(dots, dotted_rules_of(dots))) == 0
    assert cv2.countNonZero(dotted_rules_of(letters)) == 0
