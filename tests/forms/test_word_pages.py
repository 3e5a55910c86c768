"""Where the words of a Word form stand on the pages that it is printed on."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import form_papers as papers
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

TITLE = "Birch Lake Software Profile"
Line = tuple[float, float, str]


def word_blank(*texts: str) -> Blank:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return papers.blank(papers.saved(document), "rfi", TITLE, "blank.docx")


def pages(*lines: Sequence[Line]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    for page in lines:
        canvas.setFont("Helvetica", 9)
        for left, down, text in page:
            canvas.drawString(left, 792 - down, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(blank: Blank, data: bytes) -> tuple[Form, ...]:
    return tuple(assemble(recognise(papers.read(data), (blank,)), (blank,)))


QUESTIONS = [
    "Answer each of these questions, so that our schools can decide whether the software may be used.",
    "Name of the company that offers it: ____________________",
    "What the pupils do with the software: ____________________",
    "Where the records of pupils are stored: ____________________",
]
DASHES = " ".join("-" * 30)
LAST = ["Completed by: ____________________ Date: __________", f"{DASHES} Office use {DASHES}", "Log number: ______"]


def test_the_last_lines_on_a_page_of_their_own_beside_a_rule_of_dashes() -> None:
    blank = word_blank(TITLE, *QUESTIONS, *LAST)
    first = [TITLE, QUESTIONS[0], *(q.replace("____", " Reading", 1) for q in QUESTIONS[1:])]
    last = ["Completed by: Ann Ott ____ Date: 3/4/2027 ___", *LAST[1:]]
    (form,) = read(blank, pages(*([(60, 60 + 30 * n, t) for n, t in enumerate(page)] for page in (first, last))))
    assert (form.pages[-1][1], form.doubts, form.status) == (2, (), "complete")


def test_another_page_behind_a_whole_form_is_none_of_it() -> None:
    blank = word_blank(TITLE, *QUESTIONS, *LAST)
    whole = [TITLE, *QUESTIONS, *LAST]
    other = ["Log number of our offer: 17"]
    (form,) = read(blank, pages(*([(60, 60 + 30 * n, t) for n, t in enumerate(page)] for page in (whole, other))))
    assert [n for _, n in form.pages] == [1]
    assert form.status == "blank"
