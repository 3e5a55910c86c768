"""What a form asks for does not depend on the size of its letters."""

from __future__ import annotations

import pytest

from forms.known_blanks import DISTRICTS, asked, learnt, read
from proving import PROVE
from soppa_mailbot.forms.blanks.one_size import brought_back, enlarged, enlargement
from soppa_mailbot.model import Document, Page, Word

# captions in the corners of cells, one of two lines; a day far under the signature; points of a list; two columns
SOME = (
    "sauk_ridge/district/forms/PS-210 print.pdf",
    "nippersink_valley/district/forms/student-data-agreement-print.pdf",
    "kestrel_city/district/forms/DP-7 Operator Covenant.pdf",
    "calumet_ridge/district/forms/Student_Data_Protection_Agreement_LG-12.pdf",
    "thornapple/district/forms/Student-Data-Privacy-Agreement-2025-26.pdf",
    "kettle_prairie_217/district/forms/Student-Data-Privacy-Agreement-217.pdf",
)
FORMS = sorted(str(p.relative_to(DISTRICTS)) for p in DISTRICTS.glob("*/district/forms/*.pdf")) if PROVE else SOME


@pytest.mark.parametrize("factor", [0.8, 1.22])
@pytest.mark.parametrize("name", FORMS)
def test_a_form_in_other_letters_asks_for_the_same(name: str, factor: float) -> None:
    document = read(name)
    usual, other = learnt(document), learnt(enlarged(document, factor))
    assert len(usual.places) > 20
    assert asked(other) == asked(usual)
    for place, same in zip(other.places, usual.places, strict=True):
        if place.box is not None and same.box is not None:
            # a line's thickness is told to a point
            assert place.box == pytest.approx([side * factor for side in same.box], abs=1.2)
    assert other.document.pages[0].width == pytest.approx(document.pages[0].width * factor, abs=0.1)


def page_of(height: float, words: int) -> Document:
    row = tuple(Word("word", (10.0 + 30 * n, 10.0, 35.0 + 30 * n, 10.0 + height)) for n in range(words))
    return Document("a1", "form.pdf", pages=(Page(1, 612, 792, row),))


@pytest.mark.parametrize(
    ("height", "words", "factor"),
    [
        (11.25, 30, 1.0),
        (9.0, 30, 1.25),
        (15.0, 30, 0.75),
        (4.0, 30, 1.6),  # a poster that was made small: no more than so much
        (30.0, 30, 0.7),
        (9.0, 5, 1.0),  # a few words tell no size
        (0.0, 30, 1.0),
    ],
)
def test_most_letters_come_to_the_usual_size(height: float, words: int, factor: float) -> None:
    assert enlargement(page_of(height, words)) == pytest.approx(factor)


def test_a_blank_stands_where_it_stood() -> None:
    document = read(SOME[0])
    assert brought_back(enlarged(document, 1.13), 1.13) == document
    assert enlarged(document, 1.0) is document
    assert enlarged(Document("a1", "form.docx"), 1.2).pages == ()
