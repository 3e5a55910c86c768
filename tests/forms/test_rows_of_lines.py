"""Tables that are set with spaces: heads over rows of lines, of which each row is begun by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.pages.layout import layout_of
from soppa_mailbot.forms.pages.rows_of_lines import rows_of_lines
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Box, Mark, Page, Word

TITLE = "Letter on student information"
HEADS = ((170, "Company"), (310, "What it does"), (410, "City and state"))  # not over their lines
LINES = ((150, 262), (272, 384), (394, 490))
ROWS = ("First helper", "Second helper (if any)")
OPTIONAL = ("Second helper (if any)",)


def page(answers: Sequence[str] = (), *, heads: Sequence[tuple[int, str]] = HEADS, second: str = ROWS[1]) -> bytes:
    canvas = papers.canvas_of(TITLE, f"{papers.DISTRICT} and the company that signs below agree as follows.")
    canvas.drawString(60, 690, "7. Who else gets the information? Write NONE on the first line if there are none.")
    for left, head in heads:
        canvas.drawString(left, 668, head)
    for y, name in ((648, ROWS[0]), (624, second)):
        canvas.drawString(60, y, name)
        shift = 12 if len(name) > len(ROWS[0]) else 0  # as spaces set it
        for left, right in LINES:
            canvas.line(left + shift, y - 2, right + shift, y - 2)
    for (left, _), answer in zip(LINES, answers, strict=False):
        canvas.drawString(left + 4, 648, answer)
    return _signed(canvas, bool(answers))


def _signed(canvas: Canvas, filled: bool) -> bytes:
    for y, label, text in ((590, "Signature", "/s/ Ada Moreau"), (560, "Today's date", "11/02/2026")):
        canvas.drawString(60, y, f"{label}: ______________________")
        canvas.drawString(136, y, text if filled else "")
    return bytes(canvas.getpdfdata())


def blank_of(data: bytes) -> Blank:
    return papers.blank(data, "soppa", TITLE, "letter.pdf", optional=OPTIONAL)


def labels(blank: Blank) -> list[tuple[str, bool]]:
    return [(p.label, p.required) for p in blank.places]


def test_each_line_has_the_name_of_its_row_and_the_head_of_its_number() -> None:
    heads = ("company", "what it does", "city and state")
    told = labels(blank_of(page()))
    assert told[:6] == [(f"{row} {head}", row == ROWS[0]) for row in ROWS for head in heads]
    assert all(required for _, required in told[6:])


@pytest.mark.parametrize(
    ("answers", "status"), [(("Rack", "Hosting", "Elgin, IL"), "complete"), (("Rack", "", "Elgin, IL"), "incomplete")]
)
def test_a_second_row_that_may_stay_empty(answers: tuple[str, ...], status: str) -> None:
    blank = blank_of(page())
    (form,) = assemble(recognise(papers.read(page(answers), "filled.pdf"), (blank,)), (blank,))
    assert form.status == status
    assert form.open == (() if status == "complete" else (f"{ROWS[0]} what it does",))


@pytest.mark.parametrize(
    ("heads", "second"),
    [
        (HEADS[:2], ROWS[1]),  # no head for each line
        ((), ROWS[1]),
        (((150, "They get only what they need:"), *HEADS[1:]), ROWS[1]),
        (HEADS, "Who answers for the second helper if there is one?"),  # another question
    ],
)
def test_rows_that_are_no_such_table(heads: Sequence[tuple[int, str]], second: str) -> None:
    told = [label for label, _ in labels(blank_of(page(heads=heads, second=second)))]
    assert f"{ROWS[0]} what it does" not in told


def test_fields_on_the_lines_are_called_so_too() -> None:
    canvas = papers.canvas_of(TITLE, f"{papers.DISTRICT} and the company that signs below agree as follows.")
    canvas.drawString(60, 690, "7. Who else gets the information? Write NONE on the first line if there are none.")
    for left, head in HEADS:
        canvas.drawString(left, 668, head)
    for y, name in ((648, ROWS[0]), (624, ROWS[1])):
        canvas.drawString(60, y, name)
        for number, (left, right) in enumerate(LINES):
            canvas.acroForm.textfield(name=f"f{y}{number}", x=left + 20, y=y - 3, width=right - left, height=13)
    told = labels(blank_of(bytes(canvas.getpdfdata())))
    assert (f"{ROWS[0]} city and state", True) in told
    assert (f"{ROWS[1]} what it does", False) in told


TYPED = {
    "heads": ((165, "Company"), (300, "What it does"), (410, "AI use")),
    "names": ((60, 148, "First helper"), (60, 172, "Second helper")),
    "lines": (((130, 262), (272, 384), (394, 490)), ((135, 264), (274, 386), (396, 492))),
    "more": (),
    "marks": (),
}


def typed(**changed: Any) -> dict[Box, str]:
    """What the lines of a page are called that has heads, names before rows of lines, and more words and marks."""
    told = TYPED | changed
    spoken = [(x, 122, text) for x, text in told["heads"]] + [*told["names"], *told["more"]]
    words = []
    for x, y, text in spoken:
        for word in text.split():
            words.append(Word(word, (x, y, x + 5 * len(word), y + 10)))
            x += 5 * len(word) + 3
    ends = [y + 11 for _, y, _ in told["names"]]
    lines = [(a, y, b, y + 1) for y, row in zip(ends, told["lines"], strict=True) for a, b in row]
    return rows_of_lines(layout_of(Page(1, 612, 792, tuple(words), tuple(told["marks"]))), lines)


SAID = [f"{row} helper {head}" for row in ("First", "Second") for head in ("company", "what it does", "AI use")]
ROW = TYPED["names"]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"heads": ((60, "Who"), *TYPED["heads"])},  # over the rows' names
        {"more": ((60, 230, "Anything else is told on the next page."),)},
    ],
)
def test_rows_that_spaces_set(changed: dict[str, Any]) -> None:
    assert list(typed(**changed).values()) == SAID


@pytest.mark.parametrize(
    "changed",
    [
        {"heads": TYPED["heads"][:2]},
        {"heads": ((165, "Who of all your helpers does get it"), *TYPED["heads"][1:])},
        {"heads": (*TYPED["heads"][:2], (560, "AI use"))},  # beyond the lines
        {"names": (ROW[0], (16, 172, "The second helper that you have now"))},  # a question
        {"names": (ROW[0], (10, 172, "Second"))},  # far before its lines
        {"names": (ROW[0], (100, 172, "Second helper"))},  # over its first line
        {"names": (ROW[0], (60, 210, "Second helper"))},  # far below
        {"more": ((60, 160, "Others:"),)},  # between the rows
        {"more": ((266, 172, "or"),)},  # between two lines
        {"lines": (TYPED["lines"][0], ((135, 224), (230, 300), (310, 352)))},  # not under each other
        {"lines": (((130, 262), (250, 384), (394, 490)), TYPED["lines"][1])},  # one goes into the next
        {"lines": (TYPED["lines"][0], TYPED["lines"][1][:2])},
        {
            "marks": [
                Mark("rect", (a, y, b, y + 24)) for y in (137, 161) for a, b in ((128, 270), (270, 390), (390, 500))
            ]
        },
    ],
)
def test_rows_that_are_set_otherwise(changed: dict[str, Any]) -> None:
    assert typed(**changed) == {}
