"""Boxes one over the other in a table's cell, their question in the cell beside them."""

from __future__ import annotations

import io

import docx
import form_papers as papers
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank

ASKED = (
    (700, ("Does the product receive student", "information of any kind?"), ("Yes", "No")),
    (
        650,
        ("Is the product subject to the Student", "Online Personal Protection Act?"),
        ("Yes. The agreement is enclosed", "No. It is not subject to it"),
    ),
)


def form() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, "Preliminary Questions on Software")
    for top, question, options in ASKED:
        canvas.rect(60, top - 40, 190, 40)
        canvas.rect(250, top - 40, 300, 40)
        for n, line in enumerate(question):
            canvas.drawString(65, top - 16 - 13 * n, line)
        for n, option in enumerate(options):
            canvas.rect(256, top - 16 - 20 * n, 9, 9)
            canvas.drawString(270, top - 14 - 20 * n, option)
    canvas.save()
    return out.getvalue()


def learnt() -> Blank:
    return papers.blank(form(), "rfi", "Preliminary Questions on Software")


def test_they_answer_one_question() -> None:
    blank = learnt()
    groups: dict[str, list[str]] = {}
    for place in blank.places:
        groups.setdefault(place.group_label, []).append(place.option)
    assert groups == {
        "Does the product receive student information of any kind?": ["Yes", "No"],
        "Is the product subject to the Student Online Personal Protection Act?": [
            "Yes. The agreement is enclosed",
            "No. It is not subject to it",
        ],
    }
    assert len({p.group for p in blank.places}) == 2


def test_a_copy_that_was_opened_in_word_keeps_label_and_options_apart() -> None:
    """A page reads line by line, the Word file cell by cell."""
    document = docx.Document()
    document.add_paragraph("Preliminary Questions on Software")
    table = document.add_table(rows=2, cols=2)
    ticked = (("☒ Yes   ☐ No"), ("☐ Yes. The agreement is enclosed   ☒ No. It is not subject to it"))
    for row, (_, question, _), options in zip(table.rows, ASKED, ticked, strict=True):
        row.cells[0].text, row.cells[1].text = " ".join(question), options
    (part,) = recognise(papers.read(papers.saved(document), "form.docx"), [learnt()])
    assert [r.state for r in part.readings] == ["filled", "empty", "empty", "filled"] and not part.doubts
