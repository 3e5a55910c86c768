"""Boxes one over the other in a table's cell, their question in the cell beside them."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.blank import learn
from soppa_mailbot.model import Document
from soppa_mailbot.reading import pdf
from soppa_mailbot.reading.base import Limits


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


def test_they_answer_one_question() -> None:
    opened = pdf.read(form(), Limits())
    blank = learn(
        Document("b", "form.pdf", sha256="2" * 64, pages=opened.pages, fields=opened.fields),
        form="rfi",
        title="Preliminary Questions on Software",
        file="form.pdf",
    )
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
