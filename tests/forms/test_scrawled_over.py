"""A signature that runs over the printed words around its line, of which OCR makes one word."""

from __future__ import annotations

import numpy as np
import pytest

from soppa_mailbot.forms.scans import scrawled_over
from soppa_mailbot.forms.scans.scrawled_over import with_words_read
from soppa_mailbot.model import Page, Word
from soppa_mailbot.reading.ocr import Recognised
from soppa_mailbot.reading.word_order import reading_order
from word_prints import DPI, Sheet

_OWN = frozenset(["the", "company", "board", "signature", "printed", "name"])


def read(scrawl: Word, own: frozenset[str] = _OWN) -> list[str]:
    sheet = Sheet()
    for y, line in ((100, "THE COMPANY"), (130, "Signature:")):
        sheet.text(60, y, line)
    sheet.text(320, 100, "THE BOARD")
    sheet.text(60, 160, "Printed name: Ada Finch")
    lost = ("COMPANY", "Signature:")
    known = [w for w in sheet.words if w.text not in lost]
    sheet.stroke([(125 + 4 * n, 132 + (18, -30, 6, -4)[n % 4]) for n in range(30)], width=3)
    page = Page(1, 612, 792, reading_order([*known, scrawl]), (), "ocr", 0.95)
    found = with_words_read(page, np.array(sheet.picture), DPI, own)
    return [w.text.strip(":") for w in found.words]


_SCRAWL = Word("Vilwa", (122, 98, 246, 152), 0.2)


def test_the_words_of_the_form_under_it_and_beside_it_are_read() -> None:
    said = read(_SCRAWL)
    assert "Signature" in said and "Vilwa" not in said
    assert said.count("THE") == 2 and said.count("Printed") == 1  # what was read is not there twice


@pytest.mark.parametrize(
    "scrawl",
    [Word("Vilwa", (122, 98, 246, 152), 0.9), Word("Vilwa", (122, 130, 246, 141), 0.2)],
    ids=["read for sure", "as high as a line"],
)
def test_another_word_stays(scrawl: Word) -> None:
    said = read(scrawl)
    assert "Vilwa" in said and "Signature" not in said


def test_words_that_are_not_the_forms_are_not_taken() -> None:
    assert "Vilwa" in read(_SCRAWL, frozenset(["board"]))


def test_words_that_are_read_anew_without_being_sure_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """How sure OCR is of a word cannot be drawn."""
    unsure = Recognised((Word("Signature", (20, 20, 60, 30), 0.4),), 0.4)
    monkeypatch.setattr(scrawled_over, "recognise", lambda *_: unsure)
    assert "Vilwa" in read(_SCRAWL)
