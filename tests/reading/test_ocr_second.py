"""The second OCR engine: real pages, read by both engines."""

from __future__ import annotations

import importlib.util
import resource
from collections import Counter
from typing import Any

import cv2
import numpy as np
import pytest

from scans import DPI, as_png, degraded, printed
from soppa_mailbot.model import Part
from soppa_mailbot.reading import ocr_second
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.ocr_page import SECOND_ENGINE, Scan, read_scan, time_for_second
from soppa_mailbot.reading.sandbox import Workers

needs_engine = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("rapidocr", "onnxruntime")),
    reason="needs pip install 'soppa-mailbot[ocr]'",
)
_SHARE = 400  # pixels of the page from its top: words enough, and a fifth of the time


@pytest.fixture(scope="module")
def form() -> Any:
    return printed("soppa-agreement-print.pdf", "soppa")


@pytest.fixture(scope="module")
def truth(form: Any) -> Counter[str]:
    return Counter(w.text.lower() for w in form.opened.pages[0].words if w.box[3] < _SHARE * 72 / DPI)


@pytest.fixture(scope="module")
def poor(form: Any) -> Any:
    """Sent at low resolution, pale and full of noise."""
    gray = form.page(1)[:_SHARE]
    small = cv2.resize(gray, None, fx=0.42, fy=0.42, interpolation=cv2.INTER_AREA)
    pale = cv2.resize(small, gray.shape[::-1]).astype(np.float32) * 0.6 + 90
    return np.clip(pale + np.random.default_rng(1).normal(0, 35, pale.shape), 0, 255).astype(np.uint8)


def read(gray: Any, *, thorough: bool) -> Scan:
    height, width = gray.shape
    return read_scan(gray, DPI / 72, width * 72 / DPI, height * 72 / DPI, thorough=thorough)


def f1(scan: Scan, truth: Counter[str]) -> float:
    words = Counter(word.text.lower() for word in scan.words)
    return 2 * (words & truth).total() / (words.total() + truth.total())


@pytest.fixture(scope="module")
def first(poor: Any) -> Scan:
    return read(poor, thorough=False)


@pytest.fixture(scope="module")
def second(poor: Any) -> Scan:
    return read(poor, thorough=True)


@needs_engine
def test_a_poor_page_is_read_by_the_second_engine(first: Scan, second: Scan, truth: Counter[str]) -> None:
    assert first.words
    assert first.confidence < 0.75
    assert first.note == ""
    assert second.note == SECOND_ENGINE
    assert f1(second, truth) > max(0.65, f1(first, truth) + 0.4)


@needs_engine
def test_words_stand_where_they_are_printed(form: Any, second: Scan) -> None:
    printed_once = Counter(w.text for w in form.opened.pages[0].words)
    own = {w.text: w.box for w in form.opened.pages[0].words if printed_once[w.text] == 1}
    once = [w for w in second.words if len(w.text) > 5 and w.text in own]
    near = [w for w in once if abs(w.box[0] - own[w.text][0]) < 15 and abs(w.box[1] - own[w.text][1]) < 6]

    assert len(once) >= 5
    assert len(near) >= 0.75 * len(once)


def test_a_page_that_the_first_engine_reads_well_stays_with_it(form: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any) -> Any:
        raise AssertionError("not needed")

    monkeypatch.setattr(ocr_second, "recognise", never)

    scan = read(degraded(form.page(1)[:_SHARE], "heavy", 1), thorough=True)

    assert scan.confidence > 0.75
    assert scan.note == ""


def test_without_the_engine_the_first_reading_stands(poor: Any, first: Scan, monkeypatch: Any) -> None:
    monkeypatch.setattr(ocr_second, "available", lambda: False)

    thorough = read(poor, thorough=True)

    assert (thorough.words, thorough.note) == (first.words, "")


def test_an_engine_that_gives_up_leaves_the_first_reading(poor: Any, first: Scan, monkeypatch: Any) -> None:
    def no_memory(_: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(ocr_second, "available", lambda: True)
    monkeypatch.setattr(ocr_second, "_engine", lambda: no_memory)

    thorough = read(poor, thorough=True)

    assert (thorough.words, thorough.note) == (first.words, "")


def test_a_line_is_split_by_its_characters() -> None:
    words = ocr_second.split((100.0, 10.0, 200.0, 20.0), "to be or to", 0.99)

    assert [w.text for w in words] == ["to", "be", "or", "to"]
    assert words[0].box == pytest.approx((100.0, 10.0, 118.2, 20.0), abs=0.1)
    assert words[3].box == pytest.approx((181.8, 10.0, 200.0, 20.0), abs=0.1)
    assert all(w.confidence == 0.8 for w in words)  # a place that is computed decides nothing about a field


def test_later_pages_and_hurried_files_keep_to_the_first_engine() -> None:
    assert time_for_second(36.0, Limits(max_ocr_seconds=36))
    assert not time_for_second(17.0, Limits(max_ocr_seconds=36))
    assert not time_for_second(8.0, Limits(max_ocr_seconds=8))


@needs_engine
def test_without_room_in_memory_the_engine_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    ocr_second._engine.cache_clear()
    monkeypatch.setattr(resource, "getrlimit", lambda _: (600_000_000, 600_000_000))
    assert not ocr_second.available()
    monkeypatch.setattr(resource, "getrlimit", lambda _: (64_000_000_000, 64_000_000_000))
    assert ocr_second.available()


@needs_engine
@pytest.mark.parametrize(("memory_mb", "notes"), [(2048, (SECOND_ENGINE,)), (1000, ())])
def test_a_confined_worker_reads_with_it_where_it_has_room(poor: Any, memory_mb: int, notes: tuple[str, ...]) -> None:
    with Workers(memory_mb=memory_mb) as pool:
        (examined,) = pool.examine([Part("fax.png", "image/png", as_png(poor), inline=False)])

    (document,) = examined.documents
    assert document.unreadable is None
    assert document.notes == notes
