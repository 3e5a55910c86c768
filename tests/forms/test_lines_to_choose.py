"""Lines before lettered answers of which one is initialled: "Select one: ____ (a) ... ____ (b) ..."."""

from __future__ import annotations

import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Student Privacy Rider"
ONE = "Select one (circle the letter, or write initials on the line before it):"
PARTS = (
    (
        "1. When the term ends.",
        ("delete all data within sixty days and", "give the data back to the District; or", "move it to the parent."),
    ),
    ("2. Helpers.", ("nobody else receives data;", "others receive data and are named below; or", "only totals.")),
)
WRAPPED = "certify it in writing;"


def page(marks: tuple[str, ...] = (), *, told: str = ONE, drawn: bool = True) -> bytes:
    """`marks`: "1a" -> what is written on that line."""
    canvas = papers.canvas_of(TITLE, f"{papers.DISTRICT} and the company that signs below agree as follows.")
    y = 690.0
    for number, (head, answers) in enumerate(PARTS, 1):
        canvas.drawString(60, y, head)
        canvas.drawString(74, y - 15, told)
        y -= 34
        for letter, answer in zip("abc", answers, strict=True):
            if drawn:
                canvas.line(74, y - 2, 110, y - 2)
            else:
                canvas.drawString(74, y, "_" * 7)
            canvas.drawString(118, y, f"({letter})")
            canvas.drawString(140, y, answer)
            written = next((m.partition("=")[2] for m in marks if m.startswith(f"{number}{letter}=")), "")
            canvas.drawString(84, y, written)
            if answer.endswith("and"):
                y -= 14
                canvas.drawString(140, y, WRAPPED)
            y -= 20
        y -= 10
    for label, text in (("Company", "Larkmont Maps LLC"), ("Signature", "/s/ Ada Moreau"), ("Date", "11/02/2026")):
        canvas.drawString(60, y, f"{label}: ______________________")
        canvas.drawString(130, y, text if marks else "")
        y -= 30
    return bytes(canvas.getpdfdata())


def read(blank: Blank, data: bytes) -> Form:
    (found,) = assemble(recognise(papers.read(data, "filled.pdf"), (blank,)), (blank,))
    return found


@pytest.mark.parametrize("drawn", [True, False])
def test_one_mark_answers(drawn: bool) -> None:
    blank = papers.blank(page(drawn=drawn), "soppa", TITLE, "rider.pdf")
    groups = {p.group for p in blank.places if p.kind == "check"}
    assert len(groups) == 2 and sum(p.kind == "check" for p in blank.places) == 6
    assert blank.places[0].option.endswith(WRAPPED)
    assert read(blank, page(("1b=AM", "2a=x"), drawn=drawn)).status == "complete"
    (left,) = read(blank, page(("1b=AM", "2a="), drawn=drawn)).open
    assert left.startswith("2. Helpers")
    assert read(blank, page(("1b=AM", "1c=AM", "2a=AM"), drawn=drawn)).contradictory


@pytest.mark.parametrize(
    "told", ["Write your initials on each line:", "The company promises:", "Initial every line below, one by one:"]
)
def test_lines_that_are_all_initialled(told: str) -> None:
    blank = papers.blank(page(told=told), "soppa", TITLE, "rider.pdf")
    assert set(read(blank, page(("1b=AM", "2a=AM"), told=told)).open) and not any(
        p.group and p.kind == "check" and [q.group for q in blank.places].count(p.group) > 1 for p in blank.places
    )
