"""Pages that OCR cannot read: a title that can still be read makes a person look; noise alone does not."""

from __future__ import annotations

import pytest

from soppa_mailbot.forms.scans.poor_scan import by_title, is_illegible, unread_pages
from soppa_mailbot.model import Blank, Document, Page, Place, Word

NOISE = (
    "Sty btn ode ia Binge Vwibe tine Boal amel Pests tva Aer Thb saabtoc Liane vile tat rages wetadts ees eird eters"
)
NAME = Place(id="name", kind="text", label="Operator", required=True)
BLANK = Blank("b1", "soppa", "Operator Data Assurances", "blank.pdf", Document("d", "blank.pdf"), (NAME,), ())


def page(number: int, text: str, confidence: float = 0.2, origin: str = "ocr") -> Page:
    words = tuple(Word(w, (10.0 * i, 10, 10.0 * i + 8, 20), confidence) for i, w in enumerate(text.split()))
    return Page(number, 612, 792, words, origin=origin)


def parts(*pages: Page) -> list[tuple[str, tuple[int, ...], set[str]]]:
    document = Document("d2", "fax.pdf", pages=pages)
    found = by_title(document, pages, (BLANK,))
    return [(p.form, p.pages, {r.state for r in p.readings}) for p in found]


def test_a_title_on_an_illegible_page_makes_the_copy_doubtful() -> None:
    first, second = page(1, f"Shaw Operator Dala Assurances {NOISE}"), page(2, NOISE)
    assert parts(first, second) == [("soppa", (1, 2), {"doubtful"})]


@pytest.mark.parametrize(
    "pages",
    [
        (page(1, NOISE), page(2, NOISE)),  # no title
        (page(1, f"Operator Data Assurances {NOISE}", confidence=0.95),),  # legible, and no form of ours
        (page(1, f"Operator Data Assurances {NOISE}", origin="text"),),  # typed
        (page(1, "Operator Data Assurances"),),  # next to no text
    ],
)
def test_nothing_is_made_of_other_pages(pages: tuple[Page, ...]) -> None:
    assert parts(*pages) == []


def test_legible_scans_are_legible() -> None:
    assert is_illegible(page(1, NOISE))
    assert not is_illegible(page(1, NOISE, confidence=0.9))


def test_pages_that_nobody_can_read_are_told_unless_they_are_a_form_s_or_a_picture_of_something() -> None:
    fax = Document("d2", "fax.pdf", pages=(page(1, NOISE), page(2, NOISE, confidence=0.95), page(3, "No. 7")))
    assert unread_pages(fax, ()) == (1,)
    assert unread_pages(fax, by_title(fax, [page(1, f"Operator Data Assurances {NOISE}")], (BLANK,))) == ()
    wide = Page(1, 792, 420, page(1, NOISE).words, origin="ocr")
    assert unread_pages(Document("d3", "shot.png", content_type="image/png", pages=(wide,)), ()) == ()
