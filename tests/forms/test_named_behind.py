"""Lines that stand first in their row and are named in brackets behind: "..... (name of firm)  ..... (telephone)"."""

from __future__ import annotations

import form_papers as papers
import pytest

from soppa_mailbot.forms.blanks.unasked import gap_in
from soppa_mailbot.model import Blank

TITLE = "Vendor questionnaire"
INTRO = "Answer all questions of this questionnaire and send it to the office of Marsh Hollow District 21."
STATED = "The undersigned states that all answers are true."


def learn(*rows: str) -> Blank:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.setFont("Courier", 10)
    for n, text in enumerate((STATED, *rows)):
        canvas.drawString(60, 660 - 30 * n, text)
    return papers.blank(canvas.getpdfdata(), "rfi", TITLE, "form.pdf")


@pytest.mark.parametrize("sign", [".", "_"])
def test_each_line_is_named_by_the_bracket_behind_it(sign: str) -> None:
    line = sign * 25
    blank = learn(f"{line} (name of firm)   {line} (telephone)", f"{line} (title)   {line} (date)")
    assert [(p.label, p.required) for p in blank.places] == [
        (name, True) for name in ("name of firm", "telephone", "title", "date")
    ]


def test_a_line_alone_in_its_row() -> None:
    blank = learn("." * 30 + " (name of firm)", "." * 20 + " (telephone)")
    assert [p.label for p in blank.places] == ["name of firm", "telephone"]
    assert gap_in(blank) == ""


@pytest.mark.parametrize(
    "row",
    [
        "_" * 25 + " (if any)",
        "_" * 25 + " (please print)",
        "_" * 25 + " (the “Vendor”)",
        "_" * 25 + " (name), a corporation",
        "_" * 25 + " (firm)   State: " + "_" * 12,
    ],
)
def test_brackets_that_are_no_names_of_lines(row: str) -> None:
    names = {"if any", "please print", "the “Vendor”", "name", "firm"}
    assert not names & {p.label for p in learn(row).places}
