"""A scan of a Word form without one of its pages."""

from __future__ import annotations

from dataclasses import replace

import docx
import pytest

from soppa_mailbot.forms.absent_pages import told_beside, told_whole
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.model import Blank, Document, FormPart, Page, PlaceReading, Reason, Unreadable
from word_prints import learnt

LINES = [f"Clause {n}. Promise number {n} holds for as long as file {n} of school {n} is held." for n in range(20)]
PAGES = tuple(range(1, 4))


@pytest.fixture(scope="module")
def blank() -> Blank:
    document = docx.Document()
    for part in ("Company", "Storage", "Signature"):
        for line in (f"Part {part}", *LINES, f"{part}: ____________"):
            document.add_paragraph(line)
    return learnt(document)


def parts(blank: Blank, *pages: int, whole: bool = True, document: str = "a") -> list[FormPart]:
    """A third of the form on each page."""
    size = len(" ".join((*LINES, "Part Company", "Company")).split())
    return [
        FormPart(
            blank.form, blank.id, document, "scan.pdf", (n,), (),
            (PlaceReading(blank.places[n - 1], "filled", "Ada Finch"),), 1.0, "scan",
            stretch=(size * (n - 1), size * n - 1), whole=whole,
        )
        for n in pages
    ]  # fmt: skip


def test_a_page_that_is_not_there_is_open(blank: Blank) -> None:
    (form,) = assemble(parts(blank, 1, 3), [blank])
    assert (form.status, form.open, form.doubts) == ("incomplete", ("Storage",), ())


def two_together(blank: Blank, *, whole: bool = True) -> FormPart:
    """The first two pages, read as one."""
    one, two = parts(blank, 1, 2, whole=whole)
    return replace(one, pages=(1, 2), readings=(*one.readings, *two.readings), stretch=(one.stretch[0], two.stretch[1]))


def test_pages_that_were_read_together(blank: Blank) -> None:
    (form,) = assemble([two_together(blank)], [blank])
    assert (form.status, form.open, form.unsigned, form.doubts) == ("incomplete", (), True, ())
    (form,) = assemble([two_together(blank, whole=False)], [blank])
    assert form.status == "doubtful" and "on no picture" in form.doubts[0]


def test_what_may_be_on_another_page_is_a_doubt(blank: Blank) -> None:
    one = parts(blank, 1)
    third = parts(blank, 3)
    torn = [replace(p, stretch=(0, third[0].stretch[0] - 10)) for p in one]
    scraps = [replace(p, stretch=(p.stretch[0], p.stretch[0] + 60)) for p in parts(blank, 1, 3)]
    for sent in (
        one,  # too little of the form
        parts(blank, 1, 3, whole=False),  # something else is on its pages, or beside them
        one + parts(blank, 3, document="b"),  # photographs: one may have been forgotten
        torn + third,  # next to nothing is between the two pages
        one + parts(blank, 1, 3),  # a page is there twice: of two copies
        scraps,  # most of the form is not there
    ):
        (form,) = assemble(sent, [blank])
        assert form.status == "doubtful" and "on no picture" in form.doubts[0]


def test_a_document_with_another_page_is_not_told_whole(blank: Blank) -> None:
    document = Document("a", "scan.pdf", pages=tuple(Page(n, 612, 792, ()) for n in PAGES))
    assert not any(p.whole for p in told_whole(parts(blank, 1, 3), document))
    assert all(p.whole for p in told_whole(parts(blank, *PAGES), document))
    beside = [*parts(blank, 1, 2), *parts(blank, 3, whole=False)]
    assert not any(p.whole for p in told_whole(beside, document))


@pytest.mark.parametrize(
    ("beside", "whole"),
    [
        (Document("b", "photo.jpg", pages=(Page(1, 612, 792, (), origin="ocr"),)), False),
        (Document("b", "page.pdf", unreadable=Unreadable(Reason.DAMAGED, "the file is damaged")), False),
        (Document("b", "brochure.pdf", pages=(Page(1, 612, 792, ()),)), True),
        (Document("c", "quote.jpg", pages=(Page(1, 612, 792, (), origin="ocr"),)), True),
    ],
    ids=["a picture of nothing known", "a damaged file", "typed", "known"],
)
def test_the_page_may_lie_in_a_file_beside_it(blank: Blank, beside: Document, whole: bool) -> None:
    (first, last) = told_beside(parts(blank, 1, 3), [beside], {"b"})
    assert first.whole == last.whole == whole
