"""A blank's own words: n-grams that no answer interrupts."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.blanks.anchors import page_anchors
from soppa_mailbot.forms.identity.candidates import candidates
from soppa_mailbot.model import Blank, Document, Page, Paragraph, Run, Word

OPTIONS = (
    "Identity ☐ Student name ☐ Date of birth ☐ Photograph ☐ None Enrollment ☐ Grade level ☐ Course schedule ☐ None"
)


def page(text: str) -> Page:
    words = [
        Word(w, (10.0 + 30 * (i % 16), 20.0 + 14 * (i // 16), 36.0 + 30 * (i % 16), 30.0))
        for i, w in enumerate(text.split())
    ]
    return Page(1, 612, 792, tuple(words))


def test_no_run_goes_on_over_a_box() -> None:
    anchors = page_anchors(Document("d", "blank.pdf", pages=(page(OPTIONS),)), ())
    assert not any("☐" in gram or "name date" in gram for gram in anchors[0])
    assert {"student name", "date of birth", "grade level"} <= set(anchors[0])


def test_a_page_of_boxes_is_found_again_with_marks_in_them() -> None:
    document = Document("d", "blank.pdf", pages=(page(OPTIONS),))
    blank = Blank("b", "soppa", "Data Elements", "blank.pdf", document, (), page_anchors(document, ()))
    filled = page(OPTIONS.replace("☐", "☐ X"))
    assert candidates(Document("e", "filled.pdf", pages=(filled,)), (blank,))[0].pairs == ((1, 1),)


REVIEW = "Lane Vendor Security and Privacy Review Worksheet for New Software"
ASKED = (
    "Legal name of the company Product and version Contact person",
    "A written policy on the security of information exists and is reviewed",
    "Employees with access to records of students pass a background check",
    "Hosting provider and region Insurance limit Completed by Date completed",
)
OFFICE = "LANE USE ONLY Reviewer Date Risk"


def lines_of(*lines: tuple[float, str]) -> tuple[Word, ...]:
    return tuple(
        Word(said, (50.0 + 40 * n, y, 88.0 + 40 * n, y + 10))
        for y, line in lines
        for n, said in enumerate(line.split())
    )


def review(*pages: tuple[tuple[float, str], ...]) -> list[tuple[int, ...]]:
    """The pages of each copy of a Word form in a paper whose pages have these lines, and the title in their foot."""
    flow = tuple(Paragraph((Run(text),)) for text in (REVIEW, *ASKED, OFFICE))
    form = Document("d", "blank.docx", flow=flow)
    blank = Blank("b", "rfi", REVIEW, "blank.docx", form, (), page_anchors(form, ()))
    paper = tuple(
        Page(n, 612.0, 792.0, lines_of(*said, (750.0, f"{REVIEW} page {n}"))) for n, said in enumerate(pages, 1)
    )
    return [c.pages for c in candidates(Document("e", "filled.pdf", pages=paper), (blank,))]


FIRST = ((50.0, REVIEW), *((100.0 + 40 * n, line) for n, line in enumerate(ASKED)))


@pytest.mark.parametrize("top", [40.0, 140.0])
def test_a_title_in_the_foot_of_each_page_begins_no_copy(top: float) -> None:
    assert review(FIRST, ((top, OFFICE),)) == [(1, 2)]


def test_a_second_copy_with_its_title_in_the_foot_is_one() -> None:
    whole = (*FIRST, (400.0, OFFICE))
    assert review(whole, whole) == [(1,), (2,)]
    assert review(FIRST, ((40.0, OFFICE),), FIRST, ((40.0, OFFICE),)) == [(1, 2), (3, 4)]
    assert review((), FIRST) == [(2,)]
