"""An X that is typed before an empty box of a Word form, and not into it."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.common.tokens import OFF, Token
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.typed_marks import marked_before
from soppa_mailbot.forms.recognise import recognise

TITLE = "Software Vendor Questionnaire"
INTRO = "We look at every piece of software before a school may buy it; please answer all questions."
BEFORE = ("Who will log in? Mark all that apply.", "☐ Students", "☐ Teachers", "☐ Office staff")


def form(*, staff: str = "☐", answers: str = "☐ Yes   ☐ No", behind: bool = False) -> bytes:
    document = docx.Document()
    asked = "Is AI part of the product?  " + (
        answers.replace("☐ Yes", "Yes ☐").replace("☐ No", "No ☐") if behind else answers
    )
    for text in (TITLE, INTRO, *BEFORE[:3], f"{staff} Office staff", asked, "Thank you for your answers."):
        document.add_paragraph(text)
    return papers.saved(document)


def states(sent: bytes, blank: bytes) -> dict[str, str]:
    known = papers.blank(blank, "rfi", TITLE, "rfi.docx")
    (part,) = assemble(recognise(papers.read(sent, "rfi.docx"), (known,)), (known,))
    return {r.place.option: r.state for r in part.readings}


@pytest.mark.parametrize("mark", ["X", "x", "✓", "☒"])
def test_a_mark_before_a_box(mark: str) -> None:
    told = states(form(staff=f"{mark} ☐", answers=f"☐ Yes   {mark} ☐ No"), form())
    assert told == {"Students": "empty", "Teachers": "empty", "Office staff": "filled", "Yes": "empty", "No": "filled"}


def test_a_mark_between_two_options_is_of_neither() -> None:
    told = states(form(staff="☒", answers="☐ Yes X ☐ No"), form())
    assert told["No"] == "doubtful"


def test_a_mark_before_a_box_that_stands_behind_its_words() -> None:
    told = states(form(staff="☒", answers="☐ Yes   X ☐ No", behind=True), form(behind=True))
    assert "filled" not in (told["Yes"], told["No"])


def token(text: str, left: float, *, wide: float = 8.0) -> Token:
    return Token(text, "☐" if text == OFF else text, page=1, box=(left, 100.0, left + wide, 110.0))


def test_on_a_page_it_stands_nearer_to_its_box_than_to_the_words_before() -> None:
    box = token(OFF, 200)
    assert marked_before([token("x", 189), box], token("yes", 150))
    assert marked_before([token("x", 189), box], None)
    assert not marked_before([token("x", 189), box], token("yes", 178))
    assert not marked_before([token("x", 170), box], token("yes", 100)), "too far from the box"
    assert not marked_before([token("n", 189), box], token("yes", 150))
    assert not marked_before([box], token("yes", 150))
