"""Form fields that a vendor laid over the print of a Word form: their values answer where they stand."""

from __future__ import annotations

import io

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Preliminary information request for vendors of software"
ASKED = ("Company", "Where is the data hosted", "Liability insurance, carrier and limit")
QUESTION = "Is the product subject to the Student Online Personal Protection Act?"
END = "Thank you for answering each of these questions with care before the review begins."
FULL = {
    "Company": "Tern Analytics",
    ASKED[1]: "Own servers, Peoria, Illinois",
    ASKED[2]: "Hartline, $1 million",
    "Yes": "Y",
}


def word_file() -> bytes:
    document = docx.Document()
    for text in (TITLE, *(f"{label}: {'_' * 40}" for label in ASKED), f"{QUESTION} Yes ☐ No ☐", END):
        document.add_paragraph(text)
    return papers.saved(document)


def printed(answers: dict[str, str], *, hidden: bool = False) -> bytes:
    """The print with a field over each line and box, named as converters name them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 740, TITLE)
    flags = {"annotationFlags": "hidden"} if hidden else {}
    for n, label in enumerate(ASKED):
        y = 710 - 30 * n
        canvas.drawString(60, y, f"{label}: {'_' * 40}")
        x = 60 + canvas.stringWidth(f"{label}: ", "Helvetica", 10)
        canvas.acroForm.textfield(
            name=f"Text{n + 1}", x=x, y=y - 3, width=230, height=14, value=answers.get(label, ""), fontSize=9, **flags
        )
    y = 600.0
    canvas.drawString(60, y, f"{QUESTION} Yes")
    x = 60 + canvas.stringWidth(f"{QUESTION} Yes ", "Helvetica", 10)
    for n, option in enumerate(("Yes", "No")):
        canvas.rect(x, y - 1, 9, 9)
        checked = option in answers
        canvas.acroForm.checkbox(name=f"Check{n + 1}", x=x - 1, y=y - 2, size=11, checked=checked, **flags)
        canvas.drawString(x + 16, y, "No" if not n else "")
        x += 34
    canvas.drawString(60, 560, END)
    canvas.save()
    return out.getvalue()


def read(data: bytes) -> Form:
    blank = papers.blank(word_file(), "rfi", TITLE, "form.docx")
    (form,) = assemble(recognise(papers.read(data), [blank]), [blank])
    return form


def test_their_values_answer() -> None:
    form = read(printed(FULL))
    assert (form.status, form.subject_to_soppa) == ("complete", True)


@pytest.mark.parametrize("label", ASKED)
def test_an_empty_field_answers_nothing(label: str) -> None:
    form = read(printed({key: value for key, value in FULL.items() if key != label}))
    assert (form.status, [text.rstrip("?") for text in form.open]) == ("incomplete", [label])


def test_boxes_without_a_tick() -> None:
    form = read(printed({key: value for key, value in FULL.items() if key != "Yes"}))
    assert (form.status, form.open) == ("incomplete", (QUESTION,))


def test_hidden_fields_say_nothing() -> None:
    assert read(printed(FULL, hidden=True)).status == "blank"
