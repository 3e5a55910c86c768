"""Two parties' lines level on a blank's page, sent as a Word file that has each party's in one cell."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Student Privacy Agreement of Marsh Hollow"
CLAUSES = (
    "The Operator keeps the information of students of the District safe and uses it for the service alone.",
    "It deletes the information within thirty days after the service ends, and says so to the District in writing.",
)
LEFT = ("Signature:", "Printed name:", "Title:", "Date signed:")
RIGHT = ("Board President:", "Attest, Secretary:", "Board action on:", "")
ALIKE = tuple(f"District {label.lower()}" for label in LEFT)
LINE = "_" * 24
ANSWERS = ("/s/ Ana Ruiz", "Ana Ruiz", "Managing Member", "10/12/2026")


def blank(right: tuple[str, ...]) -> Blank:
    canvas = papers.canvas_of(TITLE, CLAUSES[0], size=10)
    canvas.drawString(72, 690, CLAUSES[1])
    canvas.drawString(72, 660, "OPERATOR")
    canvas.drawString(306, 660, "BOARD OF EDUCATION")
    for n, labels in enumerate(zip(LEFT, right, strict=True)):
        for x, label in zip((72, 306), labels, strict=True):
            canvas.drawString(x, 636 - 24 * n, f"{label} {LINE}" if label else "")
    optional = tuple(label.strip(":") for label in right if label)
    return papers.blank(bytes(canvas.getpdfdata()), "soppa", TITLE, "form.pdf", optional)


def sent(left: tuple[str, ...], right: tuple[str, ...] = RIGHT, board: tuple[str, ...] = ("", "", "", "")) -> Form:
    document = docx.Document()
    for text in (TITLE, *CLAUSES):
        document.add_paragraph(text)
    row = document.add_table(rows=1, cols=2).rows[0]
    parties = (("OPERATOR", LEFT, left), ("BOARD OF EDUCATION", right, board))
    for cell, (head, labels, answers) in zip(row.cells, parties, strict=True):
        cell.text = head
        for label, answer in zip(labels, answers, strict=True):
            cell.add_paragraph(f"{label} {answer or LINE}" if label else "")
    known = (blank(right),)
    (form,) = assemble(recognise(papers.read(papers.saved(document), "signed.docx"), known), known)
    return form


def values(form: Form) -> dict[str, str]:
    return {r.place.label: r.value for r in form.readings if r.state == "filled"}


@pytest.mark.parametrize("right", [RIGHT, ALIKE])
def test_each_party_has_its_own_answers(right: tuple[str, ...]) -> None:
    form = sent(ANSWERS, right)
    assert form.status == "complete" and not form.unsigned
    assert values(form) == dict(zip((label.strip(":") for label in LEFT), ANSWERS, strict=True))


@pytest.mark.parametrize("lacking", range(4))
def test_a_line_that_is_left_empty_stays_so(lacking: int) -> None:
    form = sent(tuple("" if n == lacking else t for n, t in enumerate(ANSWERS)))
    assert form.status == "incomplete" and form.unsigned == (lacking == 0)
    assert LEFT[lacking].strip(":") not in values(form)


@pytest.mark.parametrize("right", [RIGHT, ALIKE])
def test_what_only_the_board_wrote_is_no_answer_of_the_operator(right: tuple[str, ...]) -> None:
    board = ("Dana Holt", "Lee Marsh", "October 6", "10/6/2026" if right[3] else "")
    form = sent(("", "", "", ""), right, board)
    assert not {label.strip(":") for label in LEFT} & set(values(form))
