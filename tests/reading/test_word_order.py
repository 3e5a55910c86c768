"""Words in reading order."""

from __future__ import annotations

import pytest

from soppa_mailbot.model import Word
from soppa_mailbot.reading.word_order import reading_order


def words(*, low: float = 540.0, confidence: float = 0.9) -> list[Word]:
    """A line with handwriting that stands higher than its print, of which "every" has no tall letters."""
    line = [
        ("that", 72, 537.4, 545.3),
        ("again", 110, 537.7, 545.4),
        ("every", 137, low, low + 8),
        ("12", 171, 535, 543),
    ]
    line += [("months.", 202, 537.4, 545.3), ("Breach.", 83, 558, 566)]
    return [Word(text, (x, top, x + 20, bottom), confidence) for text, x, top, bottom in line]


def test_a_word_without_tall_letters_stays_in_its_line() -> None:
    assert [w.text for w in reading_order(words())] == ["that", "again", "every", "12", "months.", "Breach."]


@pytest.mark.parametrize("said", [words(low=544.0), words(confidence=1.0)], ids=["lower", "a text layer"])
def test_what_stands_lower_is_a_line_of_its_own(said: list[Word]) -> None:
    assert [w.text for w in reading_order(said)][-2:] == ["every", "Breach."]


def test_what_stands_over_a_word_of_the_line_is_none_of_its_words() -> None:
    said = [w for w in words() if w.text != "every"] + [Word("year", (205, 540, 225, 548), 0.9)]
    assert [w.text for w in reading_order(said)][-2:] == ["year", "Breach."]
