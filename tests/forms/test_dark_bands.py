"""White words on dark bands of a scan, which are read by themselves."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from soppa_mailbot.forms.scans.dark_bands import with_bands_read
from soppa_mailbot.model import Page, Word

pytest.importorskip("tesserocr")
DPI = 200.0
BAND = 120, 300, 1500, 344  # pixels
MISREAD = Word("eRObbeT", (200.0, 110.0, 240.0, 122.0))  # in the band
BELOW = Word("Telephone", (50.0, 140.0, 100.0, 150.0))


def sheet(words: str, *, dark: int = 80) -> Any:
    picture = Image.new("L", (1700, 1000), 245)
    draw = ImageDraw.Draw(picture)
    draw.rectangle(BAND, fill=dark)
    font = ImageFont.load_default(25)
    draw.text((420, 306), words, fill=250, font=font)
    for row in range(6):
        draw.text((140, 380 + 40 * row), "Telephone of the person who is called", fill=30, font=font)
    noise = np.random.default_rng(5).normal(0, 5, (1000, 1700))
    return np.clip(np.asarray(picture).astype(float) + noise, 0, 255).astype(np.uint8)


def read(gray: Any) -> list[str]:
    page = Page(1, 612.0, 360.0, (MISREAD, BELOW), origin="ocr")
    return [w.text for w in with_bands_read(page, gray, DPI).words]


def test_the_words_of_a_band_are_read() -> None:
    assert read(sheet("STUDENT DATA")) == ["STUDENT", "DATA", "Telephone"]


@pytest.mark.parametrize("gray", [sheet(""), sheet("STUDENT DATA", dark=170)])
def test_what_was_read_is_kept(gray: Any) -> None:
    """Of a band without words, and of one that is light enough for the words to have been read with all others."""
    assert read(gray) == ["eRObbeT", "Telephone"]
