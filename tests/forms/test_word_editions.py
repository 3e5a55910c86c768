"""Scans that a form's page edition explains with doubts only, read by its Word edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from soppa_mailbot.forms.word_editions import by_word_edition
from soppa_mailbot.model import Blank, Document, FormPart, Page, Place, PlaceReading

PAGES = tuple(Page(n, 612.0, 792.0, ()) for n in (1, 2, 3))
PRINT = Blank("pdf", "soppa", "Agreement", "soppa.pdf", Document("p", "soppa.pdf", pages=PAGES), ())
WORD = Blank("word", "soppa", "Agreement", "soppa.docx", Document("w", "soppa.docx"), ())
OTHER = Blank("other", "rfi", "Form", "rfi.docx", Document("o", "rfi.docx"), ())
PLACE = Place("p1", "text", "Days to delete", required=True)


def part(blank: Blank, pages: tuple[int, ...], state: str = "filled", doubts: tuple[str, ...] = ()) -> FormPart:
    reading = PlaceReading(PLACE, state, "45")
    return FormPart(blank.form, blank.id, "d", "scan.pdf", pages, (), (reading,), 0.99, "scan", doubts)


HARD = part(PRINT, (1, 2), "doubtful", ("page 2 is hard to read",))


def replaced(
    parts: Sequence[FormPart], found: Sequence[FormPart], *, alike: bool = True, blanks: Sequence[Blank] = (PRINT, WORD)
) -> list[str]:
    def read(pages: Sequence[Page], editions: Sequence[Blank]) -> Sequence[FormPart]:
        assert [p.number for p in pages] == sorted(n for p in parts for n in p.pages if p.form == "soppa")
        assert all(not b.document.pages for b in editions)
        return found

    return [p.blank for p in by_word_edition(parts, PAGES, blanks, read, lambda a, b: alike)]


def test_a_copy_in_doubt_is_the_word_editions_that_reads_it_without() -> None:
    assert replaced([HARD], [part(WORD, (1, 2))]) == ["word"]


def test_what_is_left_open_there_is_told() -> None:
    assert replaced([HARD], [part(WORD, (1, 2), "empty")]) == ["word"]


def test_two_parts_of_a_copy_of_which_one_could_not_be_laid_over() -> None:
    parts = [part(PRINT, (1,)), part(PRINT, (2,), "doubtful", ("the picture could not be laid over the form",))]
    assert replaced(parts, [part(WORD, (1, 2))]) == ["word"]


@pytest.mark.parametrize(
    "found",
    [
        [],
        [part(WORD, (1, 2), "doubtful")],
        [part(WORD, (1, 2), doubts=("other words",))],
        [part(WORD, (1,))],  # not all of its pages
        [replace(part(WORD, (1, 2)), confidence=0.9)],
        [part(WORD, (1, 2)), part(WORD, (1, 2))],
    ],
)
def test_what_the_word_edition_does_not_explain_stays_in_doubt(found: list[FormPart]) -> None:
    assert replaced([HARD], found) == ["pdf"]


def test_an_edition_that_asks_something_else_explains_nothing() -> None:
    assert replaced([HARD], [part(WORD, (1, 2))], alike=False) == ["pdf"]


def test_a_copy_without_a_doubt_is_left_alone() -> None:
    assert replaced([part(PRINT, (1, 2))], [part(WORD, (1, 2))]) == ["pdf"]
    assert replaced([HARD], [part(WORD, (1, 2))], blanks=(PRINT, OTHER)) == ["pdf"]


def test_two_copies_in_one_file_are_left_to_a_person() -> None:
    parts = [HARD, part(PRINT, (2, 3), "doubtful", ("page 3 is hard to read",))]
    found = by_word_edition(
        parts, PAGES, (PRINT, WORD), lambda pages, editions: [part(WORD, (1, 2))], lambda a, b: True
    )
    assert found == parts
