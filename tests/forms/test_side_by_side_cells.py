"""Two parties' cells side by side in a Word form: its print is read line by line, and each answer is its column's."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.forms.texts.strip_columns import split_at
from soppa_mailbot.model import Blank, Form, Word

TITLE = "Student Privacy Agreement of Marsh Hollow"
CLAUSES = (
    "The Operator keeps the information of students of the District safe and uses it for the service alone.",
    "It deletes the information within thirty days after the service ends, and says so to the District in writing.",
)
LEFT = ("By (officer’s signature):", "Name (please print):", "Office held:")
RIGHT = ("Superintendent:", "Attest, Board Secretary:", "Board agenda item:")
LINE = "_" * 26


def blank() -> Blank:
    document = docx.Document()
    for text in (TITLE, *CLAUSES):
        document.add_paragraph(text)
    table = document.add_table(rows=4, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "OPERATOR", "DISTRICT"
    for n, labels in enumerate(zip(LEFT, RIGHT, strict=True), 1):
        for column, label in enumerate(labels):
            table.cell(n, column).text = f"{label}\n{LINE}"
    optional = tuple(label.strip(":") for label in RIGHT)
    return papers.blank(papers.saved(document), "soppa", TITLE, "form.docx", optional)


def printed(left: tuple[str, ...], right: tuple[str, ...] = ("", "", "")) -> Form:
    canvas = papers.canvas_of(TITLE, CLAUSES[0], size=10)
    canvas.drawString(72, 690, CLAUSES[1])
    canvas.drawString(72, 660, "OPERATOR")
    canvas.drawString(306, 660, "DISTRICT")
    for n in range(3):
        y = 640 - 36 * n
        canvas.drawString(72, y, LEFT[n])
        canvas.drawString(306, y, RIGHT[n])
        canvas.drawString(72, y - 14, left[n] or LINE)
        canvas.drawString(306, y - 14, right[n] or LINE)
    known = (blank(),)
    (form,) = assemble(recognise(papers.read(bytes(canvas.getpdfdata()), "print.pdf"), known), known)
    return form


def values(form: Form) -> dict[str, str]:
    return {r.place.label: r.value for r in form.readings if r.state == "filled"}


def test_the_operators_answers_are_not_the_districts() -> None:
    form = printed(("/s/ Ana Ruiz", "Ana Ruiz", "Managing Member"))
    assert form.status == "complete" and not form.unsigned
    assert values(form) == {
        "By (officer’s signature)": "/s/ Ana Ruiz",
        "Name (please print)": "Ana Ruiz",
        "Office held": "Managing Member",
    }


@pytest.mark.parametrize("lacking", [0, 1, 2])
def test_a_line_that_is_left_empty_stays_so(lacking: int) -> None:
    answers = tuple("" if n == lacking else t for n, t in enumerate(("/s/ Ana Ruiz", "Ana Ruiz", "Member")))
    form = printed(answers)
    assert form.status == "incomplete"
    assert LEFT[lacking].strip(":") not in values(form)


def test_what_only_the_district_wrote_is_no_answer_of_the_operator() -> None:
    form = printed(("", "", ""), ("Dana Holt", "Lee Marsh", "7.2"))
    assert form.status == "blank"
    assert not {label.strip(":") for label in LEFT} & set(values(form))


def words(line: str, x: float, y: float) -> list[Word]:
    """Words of a line, six points to a letter and three between two of them."""
    out = []
    for text in line.split():
        out.append(Word(text, (x, y, x + 6 * len(text), y + 10)))
        x += 6 * len(text) + 3
    return out


@pytest.mark.parametrize("whole", [False, True])
def test_a_strip_between_two_words_of_the_sentence_over_columns_parts_it_not(whole: bool) -> None:
    """Right of a label's left end the sentence over it goes on: no column begins there."""
    sentence = words("They agree to all of it", 60, 100)
    begins = sentence[4].box[0]  # of "of"
    page = [*words("It is short", 60, 80), *sentence]
    lines = ("OPERATOR", "By: AL", "Name: Al", "Date: May"), ("DISTRICT", "By: __", "Name: __", "Date: __")
    for n, (left, right) in enumerate(zip(*lines, strict=True)):
        page += [*words(left, 60, 130 + 20 * n + 8 * bool(n)), *words(right, begins, 130 + 20 * n)]
    label = next(w.box for w in page if w.text == "By:" and w.box[0] == begins)
    said = [w.text for w in split_at(page, begins - 2, whole=whole, label=label)]
    assert " ".join(said).startswith("It is short They agree to all of it OPERATOR By: AL Name: Al")
    if whole:
        assert " ".join(said).endswith("Date: May DISTRICT By: __ Name: __ Date: __")
