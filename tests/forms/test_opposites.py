"""Boxes in a sentence that say a thing and its contrary."""

from __future__ import annotations

import io

import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.common.opposites import are_opposite, with_whole_sentences
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.naming.subject import subject_meaning
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Place

TITLE = "Letter of Information about Software"
LAW = "subject to the Illinois Student Online Personal Protection Act"


def sheet(lines: list[str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Times-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(60, 720, "Stony Ford School District 8 asks each company that offers software for this letter.")
    for n, line in enumerate(lines):
        canvas.drawString(60, 680 - 22 * n, line)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("lines", "question"),
    [
        (
            [
                "    The software (check one) (    ) is (    ) is not subject to the Illinois Student Online",
                "Personal Protection Act. It is used in schools.",
            ],
            "The software (check one)",
        ),
        ([f"Our software [  ] is   [  ] is not {LAW}."], "Our software"),
        ([f"Our software is [  ]   is not [  ] {LAW}."], "Our software"),
    ],
)
def test_the_end_of_the_sentence_is_meant_for_both(lines: list[str], question: str) -> None:
    data = sheet(lines)
    blank = papers.blank(data, "rfi", TITLE)
    yes, no = (p for p in blank.places if p.kind == "check")
    assert (yes.option, no.option) == (f"is {LAW}", f"is not {LAW}")
    assert yes.group_label == f"{question} is / is not {LAW}" and yes.group == no.group
    assert yes.role == "subject_to_soppa"
    assert [subject_meaning(p, p.option) for p in (yes, no)] == [True, False]
    for place, subject in ((yes, True), (no, False)):
        assert place.box is not None
        x, y = (place.box[0] + place.box[2]) / 2, (place.box[1] + place.box[3]) / 2
        marked = papers.annotated(data, [(0, (x - 4, 792 - y - 6, x + 6, 792 - y + 7), "X")])
        (form,) = assemble(recognise(papers.read(marked), [blank]), [blank])
        assert (form.subject_to_soppa, form.open) == (subject, ())


def boxes(*options: str) -> list[Place]:
    return [
        Place(f"b{n}", "check", o, required=True, option=o, group="g", group_label="We (check one)")
        for n, o in enumerate(options)
    ]


def test_which_answers_are_a_thing_and_its_contrary() -> None:
    have, not_have = with_whole_sentences(boxes("have", "have not had a breach of data. We"))
    assert (have.option, not_have.option) == ("have had a breach of data", "have not had a breach of data")
    assert are_opposite([have.option, not_have.option])
    assert [p.option for p in with_whole_sentences(boxes("is sold", "is not rented"))] == ["is sold", "is not rented"]
    assert [p.option for p in with_whole_sentences(boxes("Yes", "No"))] == ["Yes", "No"]
    assert not are_opposite(["Yes", "No"])


def test_a_fields_tooltip_of_one_word_leaves_the_rest_to_the_page() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    canvas.setFont("Times-Bold", 14)
    canvas.drawString(60, 740, TITLE)
    canvas.setFont("Times-Roman", 11)
    for x, text, tip in ((60, "Our product", ""), (130, "is", "is"), (160, f"is not {LAW}.", "is not")):
        if tip:
            canvas.acroForm.checkbox(name=f"law_{x}", tooltip=f"Our product: {tip}", x=x - 12, y=678, size=10)
        canvas.drawString(x, 680, text)
    canvas.acroForm.textfield(name="Company", x=60, y=640, width=200, height=14)
    canvas.save()
    places = papers.blank(out.getvalue(), "rfi", TITLE).places
    assert [p.option for p in places if p.kind == "check"] == [f"is {LAW}", f"is not {LAW}"]
