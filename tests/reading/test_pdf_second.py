"""The second reader of blanks: it agrees with the first on real pages, and says where it does not."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.model import Word
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.pdf_second import disagreements, second_reading


def blank() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for number, line in enumerate(("Vendor name", "Data hosting location", "Number of users at the schools")):
        canvas.drawString(72, 700 - 40 * number, line + " ________")
        canvas.line(250, 698 - 40 * number, 500, 698 - 40 * number)
        canvas.rect(520, 696 - 40 * number, 10, 10)
    canvas.save()
    return out.getvalue()


def test_two_readers_agree_on_words_rules_and_boxes() -> None:
    (first,) = pdf.read(blank(), Limits()).pages
    second = second_reading(blank(), [1])[1]
    by_text = {word.text: word for word in second.words}
    for word in first.words:
        if word.text in by_text and word.text.isalpha():
            assert word.box == pytest.approx(by_text[word.text].box, abs=4)
    assert sorted(mark.kind for mark in first.marks) == sorted(mark.kind for mark in second.marks)
    for mark, other in zip(
        sorted(first.marks, key=lambda m: m.box), sorted(second.marks, key=lambda m: m.box), strict=True
    ):
        assert mark.box == pytest.approx(other.box, abs=1)
    assert disagreements(blank(), (first,)) == ()


def test_a_page_read_differently_is_named() -> None:
    (first,) = pdf.read(blank(), Limits()).pages
    misread = replace(first, words=(*first.words[1:], Word("Vcndor", first.words[0].box)))
    (note,) = disagreements(blank(), (misread,))
    assert note.startswith("page 1: two PDF readers see different words (vcndor, vendor)")


def test_no_second_opinion_on_broken_files() -> None:
    assert second_reading(b"%PDF-1.4 nothing", [1]) == {}
