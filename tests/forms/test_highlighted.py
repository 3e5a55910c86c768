"""Questions of a Word form that were answered with the highlighter, no box being ticked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import docx
import form_papers as papers
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from soppa_mailbot.forms.recognise import recognise

TITLE = "Preliminary questions for vendors of software"
QUESTION = "Is the product subject to the Student Online Personal Protection Act?"
END = "Thank you for answering every one of these questions with care."


def marker(run: Run) -> None:
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def background(run: Run) -> None:
    """As Google Docs writes what was highlighted."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "ffff00")
    shading.set(qn("w:val"), "clear")
    run._r.get_or_add_rPr().append(shading)


def white(run: Run) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "FFFFFF")
    run._r.get_or_add_rPr().append(shading)


def grey(run: Run) -> None:
    """As text comes that was pasted from a page."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "F8F9FA")
    run._r.get_or_add_rPr().append(shading)


def form(pieces: Collection[str], chosen: Collection[str] = (), how: Callable[[Run], Any] = marker) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    row = document.add_paragraph(QUESTION + " ")
    for piece in pieces:
        run = row.add_run(piece)
        if piece in chosen:
            how(run)
        row.add_run("   ")
    document.add_paragraph(END)
    return papers.saved(document)


def answers(blank: bytes, copy: bytes) -> list[str]:
    known = papers.blank(blank, "rfi", TITLE, "blank.docx")
    (found,) = recognise(papers.read(copy, "copy.docx"), [known])
    return [r.value for r in found.readings if r.state == "filled"]


BEFORE, BEHIND = ("☐ Yes", "☐ No"), ("Yes ☐", "No ☐")


@pytest.mark.parametrize("how", [marker, background])
@pytest.mark.parametrize("pieces", [BEFORE, BEHIND, ("[ ] Yes", "[ ] No"), ("____ Yes", "____ No")])
@pytest.mark.parametrize("number", [0, 1])
def test_the_option_that_is_highlighted_is_the_answer(
    pieces: tuple[str, ...], number: int, how: Callable[[Run], Any]
) -> None:
    assert answers(form(pieces), form(pieces, [pieces[number]], how)) == [["Yes", "No"][number]]


def test_several_of_many_may_be_highlighted() -> None:
    pieces = ("☐ Names", "☐ Grades", "☐ Photographs")
    assert answers(form(pieces), form(pieces, pieces[:2])) == ["Names", "Grades"]


@pytest.mark.parametrize("pieces", [BEFORE, ("☐ Names", "☐ Grades")])
def test_all_options_highlighted_say_nothing(pieces: tuple[str, ...]) -> None:
    assert answers(form(pieces), form(pieces, pieces)) == []


def test_two_answers_of_a_question_that_takes_one_are_none() -> None:
    pieces = ("☐ Yes", "☐ No", "☐ N/A")
    assert answers(form(pieces), form(pieces, pieces[:2])) == []


def test_what_the_blank_highlights_itself_is_no_answer() -> None:
    assert answers(form(BEFORE, BEFORE[:1]), form(BEFORE, BEFORE[:1])) == []


@pytest.mark.parametrize("how", [white, grey])
def test_a_white_or_grey_background_is_no_highlight(how: Callable[[Run], Any]) -> None:
    assert answers(form(BEFORE), form(BEFORE, BEFORE[:1], how)) == []


def test_a_ticked_box_counts_before_a_highlight() -> None:
    ticked = ("☒ Yes", "☐ No")
    assert answers(form(BEFORE), form(ticked, ticked[1:])) == ["Yes"]
