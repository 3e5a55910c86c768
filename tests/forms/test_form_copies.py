"""Copies: two in one file, one over several files, versions that look alike, a PDF form that comes back as Word."""

from __future__ import annotations

import io
from dataclasses import replace

import docx as python_docx
import form_papers as papers
import pytest
from form_papers import (
    AGREEMENT,
    BLANKS_OF_AGREEMENT,
    CLAUSES,
    DISTRICT,
    ELEMENTS,
    FULL,
    QUESTIONNAIRE,
    SIGNATURE,
    SIGNED,
)

from soppa_mailbot import codec
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Document, Form, FormPart, Paragraph, Run, Word


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


@pytest.fixture(scope="module")
def word() -> Blank:
    return papers.blank(papers.questionnaire_docx(), "rfi", QUESTIONNAIRE, "questionnaire.docx")


def judged(document: Document, *blanks: Blank) -> tuple[Form, ...]:
    return assemble(recognise(document, blanks), blanks)


def test_a_learnt_blank_and_a_reading_survive_their_way_through_json(agreement: Blank) -> None:
    assert codec.load(Blank, codec.dump(agreement)) == agreement
    (part,) = recognise(papers.read(papers.agreement(SIGNED)), (agreement,))
    assert codec.load(FormPart, codec.dump(part)) == part
    assert assemble((part,), (codec.load(Blank, codec.dump(agreement)),))[0].status == "complete"


def test_two_copies_in_one_word_file(word: Blank) -> None:
    empty = papers.read(papers.questionnaire_docx(), "x.docx")
    full = papers.read(papers.questionnaire_docx(FULL), "x.docx")
    both = replace(empty, flow=empty.flow + full.flow, fields=())
    assert [f.status for f in judged(both, word)] == ["blank", "complete"]


def test_word_file_that_ends_early(word: Blank) -> None:
    full = papers.read(papers.questionnaire_docx(FULL), "x.docx")
    (form,) = judged(replace(full, flow=full.flow[:12]), word)
    assert form.status == "incomplete"
    assert "Which devices are supported? Mark all that apply" in form.open


def agreement_in_word(answers: dict[str, str], district: str = DISTRICT) -> Document:
    """The flat agreement as somebody would convert it: its text in paragraphs, glyphs for boxes."""
    document = python_docx.Document()
    document.add_paragraph(AGREEMENT)
    document.add_paragraph(f"between {district} and the Provider named here")
    for label in BLANKS_OF_AGREEMENT:
        document.add_paragraph(f"{label}: {answers.get(label, '')}")
    for number, clause in enumerate(CLAUSES, 1):
        document.add_paragraph(f"{number}. {clause.format(district=district)}")
    document.add_paragraph("Records that the resource uses (check all that apply):")
    document.add_paragraph("  ".join(f"{'☒' if answers.get('Elements') == e else '☐'} {e}" for e in ELEMENTS))
    document.add_paragraph(f"{AGREEMENT} - {district}")
    document.add_paragraph(
        "Whoever signs states that the statements above are true and that the signer may bind the party."
    )
    table = document.add_table(rows=0, cols=2)
    heads = table.add_row().cells
    heads[0].text, heads[1].text = "FOR THE PROVIDER", "FOR THE DISTRICT"
    for label in SIGNATURE:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = f"{label}: {answers.get(label, '')}", f"{label}: "
    document.add_paragraph("SDP rev. 2")
    out = io.BytesIO()
    document.save(out)
    return papers.read(out.getvalue(), "converted.docx")


def test_flat_pdf_that_comes_back_as_a_word_file(agreement: Blank) -> None:
    (full,) = judged(agreement_in_word(SIGNED), agreement)
    assert (full.status, full.signature) == ("complete", ("typed",))
    (undated,) = judged(agreement_in_word({k: v for k, v in SIGNED.items() if k != "Provider address"}), agreement)
    assert (undated.status, undated.open) == ("incomplete", ("Provider address (page 1)",))
    (unsigned,) = judged(agreement_in_word({k: v for k, v in SIGNED.items() if k != "By"}), agreement)
    assert (unsigned.status, unsigned.unsigned) == ("incomplete", True)
    assert judged(agreement_in_word(SIGNED, papers.TWIN), agreement) == ()


def test_boxes_that_a_converter_lost_are_doubtful(word: Blank) -> None:
    full = papers.read(papers.questionnaire_docx(FULL), "x.docx")
    drop = str.maketrans("", "", "☒☐[]")
    flow = tuple(
        Paragraph((Run(p.text().replace("[X]", "").replace("[ ]", "").translate(drop)),), p.cell, p.part)
        for p in full.flow
    )
    (form,) = judged(replace(full, flow=flow, fields=()), word)
    assert form.status == "doubtful"
    assert "Which devices are supported? Mark all that apply" in form.doubtful
    assert form.subject_to_soppa is None


def claims(blank: Blank, pages: tuple[int, ...], answers: dict[str, str]) -> list[FormPart]:
    """One part for each photographed page, as if each picture were a file."""
    (whole,) = recognise(papers.read(papers.agreement(answers)), (blank,))
    return [
        replace(
            whole,
            document=f"photo {n}",
            filename=f"photo {n}.jpg",
            pages=(1,),
            blank_pages=(n,),
            readings=tuple(r for r in whole.readings if r.place.page == n),
        )
        for n in pages
    ]


def test_versions_that_look_alike_make_one_copy(agreement: Blank) -> None:
    """Both versions claim every photograph; each is counted once, and a page that one version missed is borrowed."""
    other = replace(agreement, id="0123456789abcdef", file="agreement-again.pdf")
    both = (agreement, other)
    mine, theirs = claims(agreement, (1, 2), SIGNED), claims(agreement, (1, 2), SIGNED)
    theirs = [replace(p, blank=other.id) for p in theirs]
    (form,) = assemble([mine[0], theirs[0], mine[1], theirs[1]], both)
    assert (form.status, form.blank, len(form.pages)) == ("complete", agreement.id, 2)
    (form,) = assemble([mine[0], theirs[1]], both)
    assert (form.status, form.missing_pages, len(form.pages)) == ("complete", (), 2)


def test_an_altered_clause_is_a_doubt(agreement: Blank) -> None:
    document = papers.read(papers.agreement(SIGNED))
    changed = {"seventy": "three", "two": "hundred"}
    pages = tuple(
        replace(p, words=tuple(Word(changed.get(w.text, w.text), w.box) for w in p.words)) for p in document.pages
    )
    (form,) = judged(replace(document, pages=pages), agreement)
    assert form.status == "doubtful"
    assert any("seventy two" in doubt for doubt in form.doubts)


def test_a_long_answer_that_runs_into_the_next_place_answers_only_its_own() -> None:
    blank = papers.blank(papers.questionnaire(), "rfi", QUESTIONNAIRE)
    answers = {k: v for k, v in FULL.items() if k != "Approval needed by"}
    answers["Contact fax"] = "There is none and has not been one in any of our offices for ten years"
    (form,) = judged(papers.read(papers.questionnaire(answers)), blank)
    assert (form.status, form.doubtful) == ("doubtful", ("Approval needed by",))
