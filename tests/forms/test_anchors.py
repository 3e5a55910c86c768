"""A blank's own words: n-grams that no answer interrupts."""

from __future__ import annotations

from soppa_mailbot.forms.blanks.anchors import page_anchors
from soppa_mailbot.forms.identity.candidates import candidates
from soppa_mailbot.model import Blank, Document, Page, Word

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
