"""Boxes that are no drawn squares: rules before Yes and No, squares left white in a shaded area."""

from __future__ import annotations

import form_papers as papers
import pytest
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank

TITLE = "Software Vendor Terms"
INTRO = "Reed Marsh School District 40 asks every vendor to answer each question."
ASKED = ("Are terms shown to families?", "Is the product subject to SOPPA?")


def ruled(marks: tuple[str, str] = ("", ""), *, wide: float = 22) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 700, "Company")
    canvas.line(120, 698, 400, 698)
    canvas.drawString(124, 700, "Harbor Press" if any(marks) else "")
    for row, (question, mark) in enumerate(zip(ASKED, marks, strict=True)):
        y = 660 - 24 * row
        canvas.drawString(60, y, question)
        for x, option in ((300, "Yes"), (360, "No")):
            canvas.line(x, y - 2, x + wide, y - 2)
            canvas.drawString(x + wide + 4, y, option)
            canvas.drawString(x + 6, y, "X" if mark == option else "")
    return canvas.getpdfdata()


def area(canvas: Canvas, y: float, label: str) -> None:
    canvas.setFillGray(0.92)
    canvas.rect(60, y, 400, 36, stroke=0, fill=1)
    canvas.setFillGray(0.2)
    canvas.drawString(65, y + 25, label)


def shaded(marks: tuple[str, str] = ("", "")) -> bytes:
    canvas = papers.canvas_of(TITLE, INTRO, size=8)
    for row, label in enumerate(("Company", "Product")):
        area(canvas, 680 - 42 * row, label)
        canvas.drawString(70, 685 - 42 * row, "Harbor Press" if any(marks) else "")
    for row, (question, mark) in enumerate(zip(ASKED, marks, strict=True)):
        y = 590 - 42 * row
        area(canvas, y, question)
        for x, option in ((68, "Yes"), (120, "No")):
            canvas.setFillGray(1)
            canvas.rect(x, y + 5, 9, 9, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(x + 13, y + 6, option)
            canvas.drawString(x + 2, y + 7, "X" if mark == option else "")
    return canvas.getpdfdata()


def questions(blank: Blank) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for place in blank.places:
        if place.kind == "check":
            out.setdefault(place.group_label, []).append(place.option)
    return out


@pytest.mark.parametrize("draw", [ruled, shaded])
def test_each_question_is_answered_by_one_mark(draw: object) -> None:
    assert callable(draw)
    blank = papers.blank(draw(), "rfi", TITLE)
    assert questions(blank) == {question: ["Yes", "No"] for question in ASKED}
    (form,) = assemble(recognise(papers.read(draw(("No", "Yes"))), [blank]), [blank])
    assert (form.status, form.subject_to_soppa) == ("complete", True)
    (form,) = assemble(recognise(papers.read(draw(("", "No"))), [blank]), [blank])
    assert (form.status, form.subject_to_soppa) == ("incomplete", False)
    assert [o.partition(" (")[0] for o in form.open] == [ASKED[0]]


def test_longer_rules_are_written_on() -> None:
    blank = papers.blank(ruled(wide=50), "rfi", TITLE)
    assert questions(blank) == {}


@pytest.mark.parametrize("under", [False, True])
def test_equal_rules_before_yes_and_no_may_be_longer(under: bool) -> None:
    canvas = papers.canvas_of(TITLE, INTRO)
    canvas.drawString(60, 660, ASKED[0])
    for n, option in enumerate(("Yes", "No")):
        x, y = (80, 640 - 18 * n) if under else (80 + 100 * n, 640)
        canvas.line(x, y - 2, x + 50, y - 2)
        canvas.drawString(x + 54, y, option)
    assert questions(papers.blank(canvas.getpdfdata(), "rfi", TITLE)) == {ASKED[0]: ["Yes", "No"]}
