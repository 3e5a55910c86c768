"""Hints in square brackets behind the lines of a letter, which go with the line that is written on."""

from __future__ import annotations

import docx
import form_papers as papers

from soppa_mailbot.forms.texts.stream import blank_stream
from soppa_mailbot.model import Form

TITLE = "Letter on the data of students"
TERMS = [
    f"Clause {n}. The company keeps promise number {n} for as long as file {n} of a school of the district is held."
    for n in range(12)
]
LETTER = (
    "We, {0}, with our main office at {1}, are the Operator. Mail to us goes to {2} at {3}. Mail to you goes to the "
    "Superintendent. We hold data for {4} and destroy it then."
)
LINE = "____________"
HINTS = ("[name]", "[street, city, state, ZIP]", "[name and title]", "[e-mail address]", "[not more than 30 days]")
WRITTEN = ("Harbor LLC", "9 Quay Street, Salem, IL 62881", "Ada Finch, Director", "ada@harbor.example", "20 days")


def letter(*answers: str) -> bytes:
    document = docx.Document()
    for text in (papers.DISTRICT, TITLE, LETTER.format(*answers), *TERMS):
        document.add_paragraph(text)
    return papers.saved(document)


def sent(*answers: str) -> Form:
    blank = papers.blank(letter(*(f"{LINE} {hint}" for hint in HINTS)), "soppa", TITLE, "letter.docx")
    return papers.copy_of(blank, letter(*answers), "sent.docx")


def states(form: Form) -> list[str]:
    return [r.state for r in form.readings]


def told(form: Form) -> list[str]:
    return [d for d in form.doubts if "were changed" in d]


def test_hints_that_went_with_their_lines_are_no_changed_words() -> None:
    form = sent(*WRITTEN[:4], f"{WRITTEN[4]} {HINTS[4]}")
    assert states(form) == ["filled"] * 5
    assert not told(form) and not form.doubtful


def test_a_line_that_went_with_its_hint_is_empty() -> None:
    form = sent(WRITTEN[0], "", WRITTEN[2], "", LINE)
    assert states(form) == ["filled", "empty", "filled", "empty", "empty"]


def test_a_number_in_brackets_is_a_term_and_words_in_round_ones_may_be() -> None:
    hints = (*HINTS[:3], "(any address of the company)", HINTS[4])
    flow = papers.read(letter(*(f"{LINE} {hint}" for hint in hints)), "letter.docx").flow
    assert [s.told for s in blank_stream(flow).slots] == [1, 4, 3, 0, 0]
