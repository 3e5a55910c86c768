"""Which words stand on one line, where two columns are not level."""

from __future__ import annotations

from soppa_mailbot.forms.common.lines import rows
from soppa_mailbot.model import Word


def word(text: str, left: float, top: float) -> Word:
    return Word(text, (left, top, left + 20, top + 12.2))


def test_a_typed_word_a_hair_higher_than_its_line_is_not_the_other_columns() -> None:
    """The right column's line begins half a line below the left one's; "2" was typed in a font of another height."""
    words = (
        word("targeted", 72, 400.4),
        word("advertising", 140, 400.4),
        word("Agreement", 380, 406.5),
        word("lasts", 430, 406.5),
        word("2", 456, 406.35),
        word("years", 470, 406.5),
    )
    assert [[w.text for w in row] for row in rows(words)] == [
        ["targeted", "advertising"],
        ["Agreement", "lasts", "2", "years"],
    ]


def test_a_word_that_stands_low_on_its_line_stays_there_where_it_has_no_other() -> None:
    words = (word("Name:", 72, 400.0), word("Ana", 110, 404.9), word("Title:", 72, 418.0))
    assert [[w.text for w in row] for row in rows(words)] == [["Name:", "Ana"], ["Title:"]]
