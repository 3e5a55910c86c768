"""What was put on an order form or beside it, and what vendors put there that says nothing against it."""

from __future__ import annotations

from datetime import date

import pytest

from soppa_mailbot.finding.offers import set_aside
from soppa_mailbot.finding.papers import find
from soppa_mailbot.model import Box, Document, Kind, Mark, Page, PaperFinding, Word

LINES = (
    "Planet Learning, Inc.",
    "Quote Q-77",
    "Prepared for: Birch Lake SD 12",
    "Product Qty Unit price Total",
    "Planet Atlas 420 $11.50 $4,830.00",
    "Planet Globe 10 $2.00 $20.00",
    "Total $4,850.00",
)


def words() -> list[Word]:
    return [
        Word(word, (50 + 80 * at, 60 + 20 * row, 120 + 80 * at, 72 + 20 * row))
        for row, line in enumerate(LINES)
        for at, word in enumerate(line.split())
    ]


def judged(*, large: tuple[tuple[str, Box], ...] = (), marks: tuple[Mark, ...] = (), comment: str = "") -> PaperFinding:
    page = Page(1, 612, 792, (*words(), *(Word(text, box) for text, box in large)), marks)
    document = Document("d1", "Q-77.pdf", pages=(page,), comments=((1, comment),) if comment else ())
    names = ("Birch Lake SD 12",)
    return set_aside(find([document], (), district_names=names), date(2026, 11, 3), names).findings[0]


def note(text: str, kind: str = "freetext") -> Mark:
    return Mark(kind, (200, 20, 560, 50), text, annotation=True)


@pytest.mark.parametrize("text", ["VOID", "Expired", "SAMPLE"])
def test_a_word_across_the_page_ends_the_quote(text: str) -> None:
    found = judged(large=((text, (100, 400, 500, 500)),))
    assert (found.kind, found.detail) == (Kind.OTHER, f'a quote marked "{text.upper()}"')


def test_a_slanted_word_comes_in_letters() -> None:
    found = judged(
        large=tuple((c, (100 + 60 * i, 500 - 50 * i, 150 + 60 * i, 560 - 50 * i)) for i, c in enumerate("DRAFT"))
    )
    assert (found.kind, found.doubt) == (Kind.ORDER_FORM, 'a quote marked "DRAFT"')


@pytest.mark.parametrize("text", ["SUPERSEDED BY Q-80", "Void", "Status: Rejected"])
@pytest.mark.parametrize("kind", ["freetext", "stamp"])
def test_a_stamp_ends_it(text: str, kind: str) -> None:
    assert judged(marks=(note(text, kind),)).kind == Kind.OTHER


def test_a_struck_line_is_for_a_person() -> None:
    strike = Mark("strikeout", (48, 138, 210, 154), annotation=True)
    assert judged(marks=(strike,)).doubt == "a line of the order is struck out"


@pytest.mark.parametrize(
    "comment",
    ["Do not send - prices are last year's", "old price, do not use", "Quote superseded by Q-80", "TODO: seats"],
)
def test_a_comment_that_keeps_it_back_is_for_a_person(comment: str) -> None:
    found = judged(comment=comment)
    assert found.kind == Kind.ORDER_FORM and found.doubt


@pytest.mark.parametrize(
    ("large", "marks", "comment"),
    [
        ((("QUOTE", (50, 20, 300, 60)),), (), ""),
        ((("CONFIDENTIAL", (100, 400, 500, 500)),), (), ""),
        ((("Sample", (50, 500, 200, 540)), ("lessons", (210, 500, 400, 540))), (), ""),
        ((), (note("APPROVED", "stamp"), note("Received Nov 3 2026"), note("Sign here")), ""),
        ((), (Mark("strikeout", (368, 138, 450, 154), annotation=True),), ""),  # the list price
        ((), (), "Are these the old prices?"),
        ((), (), "Please sign here. Do not use a pencil."),
        ((), (), "We do not accept purchase cards."),
    ],
)
def test_what_says_nothing_against_it(
    large: tuple[tuple[str, Box], ...], marks: tuple[Mark, ...], comment: str
) -> None:
    found = judged(large=large, marks=marks, comment=comment)
    assert (found.kind, found.doubt) == (Kind.ORDER_FORM, "")
