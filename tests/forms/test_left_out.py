"""Words of the form's own terms that are gone, and what copies lose without harm."""

from __future__ import annotations

import io

import docx as python_docx
import form_papers as papers
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from form_papers import AGREEMENT, FULL, QUESTIONNAIRE, SIGNED

from soppa_mailbot.model import Blank

TERMS = "The vendor does not sell the data of pupils, and it bears the cost of every notice. It shall carry insurance."
HINT = "Do not return this sheet."


PROMISE = "The vendor shall tell us of every loss."


def word(
    terms: str = TERMS, *, promise: bool = True, hint: bool = True, blank: bool = False, tracked: str = ""
) -> bytes:
    document = python_docx.Document(io.BytesIO(papers.questionnaire_docx(None if blank else FULL)))
    top = document.paragraphs[1]
    paragraph = top.insert_paragraph_before(terms.split(tracked)[0] if tracked else terms)
    if tracked:
        gone = paragraph.add_run(tracked)._r
        gone.find(qn("w:t")).tag = qn("w:delText")
        mark = OxmlElement("w:del")
        gone.addprevious(mark)
        mark.append(gone)
        paragraph.add_run(terms.split(tracked)[1])
    if promise:
        top.insert_paragraph_before(PROMISE)
    if hint:
        top.insert_paragraph_before(HINT)
    return papers.saved(document)


@pytest.fixture(scope="module")
def questionnaire() -> Blank:
    return papers.blank(word(blank=True), "rfi", QUESTIONNAIRE, "questionnaire.docx")


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("not ", '"not" is gone from "vendor does not sell the"'),
        (", and it bears the cost of every notice", '"and it bears the cost of every notice" is gone'),
        (" It shall carry insurance.", '"It shall carry insurance" is gone'),
        (" of pupils, and", '"of pupils and" is gone'),
    ],
)
@pytest.mark.parametrize("tracked", [True, False])
def test_terms_that_are_gone(questionnaire: Blank, gone: str, told: str, tracked: bool) -> None:
    copy = word(tracked=gone) if tracked else word(TERMS.replace(gone, ""))
    form = papers.copy_of(questionnaire, copy, "back.docx")
    assert form.status == "doubtful"
    assert any(d.startswith(told) for d in form.doubts), form.doubts


def test_a_whole_paragraph_of_terms(questionnaire: Blank) -> None:
    assert papers.copy_of(questionnaire, word(promise=False), "back.docx").status == "doubtful"


def test_instructions_and_slips_are_no_terms(questionnaire: Blank) -> None:
    for copy in (word(), word(hint=False), word(TERMS.replace("of every", "every"))):
        form = papers.copy_of(questionnaire, copy, "back.docx")
        assert (form.status, form.doubts) == ("complete", ())


@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica"])  # laid over the blank, and read word by word
def test_a_sentence_taken_out_of_a_pdf(monkeypatch: pytest.MonkeyPatch, font: str) -> None:
    clauses = list(papers.CLAUSES)
    monkeypatch.setattr(papers, "CLAUSES", [*clauses, "The Provider shall hold the District harmless."])
    blank = papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")
    assert papers.copy_of(blank, papers.agreement(SIGNED, font=font)).status == "complete"
    monkeypatch.setattr(papers, "CLAUSES", [*clauses, ""])
    form = papers.copy_of(blank, papers.agreement(SIGNED, font=font))
    assert form.status == "doubtful"
    assert form.doubts[0].startswith('"The Provider shall hold the District harmless." is gone')
