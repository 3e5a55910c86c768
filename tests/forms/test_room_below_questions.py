"""Lines drawn well below their question, or below the option that they belong to."""

from __future__ import annotations

import form_papers as papers
import pytest

from soppa_mailbot.model import Blank

TITLE = "Vendor intake sheet"
INTRO = "Marsh Hollow District 21 asks every vendor of software to answer each question of this sheet, in a few words."
COMPANY, PRODUCT, HOST = "Company name", "Describe the product in your own words", "Where is the data stored?"
LINES = {COMPANY: 22, PRODUCT: 46, HOST: 22}  # points from a question's line down to the line to write on
OPTIONS = (
    "A. Vendor is a publicly held corporation.",
    "B. Vendor is not run by anyone who was convicted.",
    "C. Vendor is run by the following people convicted of a felony:",
)


def sheet(answers: dict[str, str] | None = None, *, under: float = 12, stroke: bool = False) -> bytes:
    """Questions with their line below; answers begin `under` points below the question's line of print."""
    canvas = papers.canvas_of(TITLE, INTRO)
    y = 680.0
    for question, down in LINES.items():
        canvas.drawString(60, y, question)
        canvas.setLineWidth(0.5)
        canvas.line(60, y - down, 420, y - down)
        if stroke and question == PRODUCT:
            canvas.line(300, y - 34, 300, y - 12)
        canvas.drawString(62, y - min(under, down - 2), (answers or {}).get(question, ""))
        y -= down + 30
    return canvas.getpdfdata()


FULL = {COMPANY: "Thimble Learning", PRODUCT: "A web site for typing lessons", HOST: "Ohio"}


def intake() -> Blank:
    return papers.blank(sheet(), "rfi", TITLE)


@pytest.mark.parametrize("under", [12, 20, 44])
@pytest.mark.parametrize("left", ["", COMPANY, PRODUCT, HOST])
def test_what_is_written_right_below_a_question_answers_it(under: float, left: str) -> None:
    form = papers.copy_of(intake(), sheet({k: v for k, v in FULL.items() if k != left}, under=under))
    assert (form.status, form.open) == (("incomplete", (left,)) if left else ("complete", ()))


@pytest.mark.parametrize("stroke", [False, True])
def test_what_is_drawn_between_ends_the_room(stroke: bool) -> None:
    place = next(p for p in papers.blank(sheet(stroke=stroke), "rfi", TITLE).places if p.label == PRODUCT)
    assert place.box is not None and (place.box[3] - place.box[1] > 30) == (not stroke)


def chosen(option: int, names: str = "", *, last: int = 2, label: str = "", ruled: bool = True) -> bytes:
    """Statements to choose from, one of which ends in a line below it."""
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, "Company: " + ("Acme Learning" if option >= 0 else "_" * 30))
    canvas.drawString(60, 670, "Check the statement that applies:")
    y = 650
    for n, words in enumerate([*OPTIONS[:2], OPTIONS[2]] if last == 2 else [OPTIONS[0], OPTIONS[2], OPTIONS[1]]):
        canvas.rect(60, y - 1, 9, 9)
        canvas.drawString(76, y, words)
        if n == option:
            canvas.drawString(62, y, "X")
        if words == OPTIONS[2]:
            y -= 22
            canvas.drawString(76, y, label)
            canvas.line(76 + canvas.stringWidth(label), y, 400, y)
            canvas.drawString(240, y + 2, names)
        y -= 20
    return canvas.getpdfdata()


@pytest.mark.parametrize(
    ("last", "option", "names", "status"),
    [
        (2, 0, "", "complete"),
        (2, 1, "", "complete"),
        (2, 2, "", "incomplete"),
        (2, 2, "J. Doe", "complete"),
        (1, 2, "", "complete"),  # the line is in the midst of the options
        (1, 1, "", "incomplete"),
        (1, 1, "J. Doe", "complete"),
    ],
)
def test_a_line_below_an_option_is_asked_of_who_chooses_it(last: int, option: int, names: str, status: str) -> None:
    blank = papers.blank(chosen(-1, last=last), "rfi", TITLE)
    assert papers.copy_of(blank, chosen(option, names, last=last)).status == status


def test_a_line_below_with_a_label_of_its_own_is_asked_of_everybody() -> None:
    blank = papers.blank(chosen(-1, label="Name of the officer: "), "rfi", TITLE)
    assert papers.copy_of(blank, chosen(0, label="Name of the officer: ")).open == ("Name of the officer",)
