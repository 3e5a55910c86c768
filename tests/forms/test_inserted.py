"""Words put into a form's own sentences, and words of it that were struck through."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import docx as python_docx
import form_papers as papers
import pytest
from form_papers import FULL, QUESTIONNAIRE, YES_NO

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form

NOTICE = "The vendor keeps every record of a pupil for the purposes named here, and for nothing else."


def paper(answers: Mapping[str, str] | None, change: Callable[[Any], None] | None = None) -> bytes:
    """The questionnaire in Word with a paragraph of terms, and a change made to it."""
    document = python_docx.Document(io.BytesIO(papers.questionnaire_docx(answers)))
    document.paragraphs[1].insert_paragraph_before(NOTICE)
    if change:
        change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def swap(old: str, new: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        (found,) = [p for p in document.paragraphs if old in p.text]
        found.runs[0].text = found.text.replace(old, new)
        for run in found.runs[1:]:
            run.text = ""

    return change


def strike(old: str) -> Callable[[Any], None]:
    def change(document: Any) -> None:
        (found,) = [p for p in document.paragraphs if old in p.text]
        before, after = found.text.split(old, 1)
        found.runs[0].text = before
        for run in found.runs[1:]:
            run.text = ""
        found.add_run(old).font.strike = True
        found.add_run(after)

    return change


@pytest.fixture(scope="module")
def word() -> Blank:
    return papers.blank(paper(None), "rfi", QUESTIONNAIRE, "questionnaire.docx")


def form_of(data: bytes, blank: Blank, name: str = "back.docx") -> Form:
    (form,) = assemble(recognise(papers.read(data, name), (blank,)), (blank,))
    return form


@pytest.mark.parametrize(
    ("old", "new", "put"),
    [
        ("the resource show", "the resource not show", "not"),
        ("resource subject to", "resource not subject to", "not"),
        ("keeps every", "keeps, as it sees fit, every", ", as it sees fit,"),
        ("nothing else.", "nothing else. Our own terms prevail over this.", "Our own terms prevail over this."),
    ],
)
def test_words_put_into_the_forms_own(word: Blank, old: str, new: str, put: str) -> None:
    form = form_of(paper(FULL, swap(old, new)), word)
    assert form.status == "doubtful"
    assert any("was put into the form's own words" in d for d in form.doubts), form.doubts


def test_terms_taken_back_in_a_paragraph_of_its_own(word: Blank) -> None:
    def note(document: Any) -> None:
        document.paragraphs[2].insert_paragraph_before("The paragraph above does not apply to us.")

    assert form_of(paper(FULL, note), word).status == "doubtful"


def test_own_words_struck_through(word: Blank) -> None:
    form = form_of(paper(FULL, strike("and for nothing else")), word)
    assert form.doubts == ('"and for nothing else" is struck through among the form\'s own words',)
    assert form.status == "doubtful"


def test_an_answer_struck_through_is_none(word: Blank) -> None:
    form = form_of(paper(FULL, strike("$4,200")), word)
    assert (form.status, form.open, form.doubts) == ("incomplete", ("Annual cost",), ())


def add(text: str) -> Callable[[Any], None]:
    return lambda document: document.add_paragraph(text)


@pytest.mark.parametrize(
    "change",
    [
        None,
        add("Rider: section 4 of our terms is not applicable here."),
        lambda document: document.paragraphs[0].insert_paragraph_before("Dear Sir or Madam, not all is new."),
        swap("$4,200", "$4,200, not including training"),
        swap("2027 edition", "2027 edition, which is not the edition that this section of your terms was modified for"),
    ],
)
def test_answers_letters_and_riders_are_no_change(word: Blank, change: Callable[[Any], None] | None) -> None:
    form = form_of(paper(FULL, change), word)
    assert (form.status, form.doubts) == ("complete", ())


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("Exceptions to the District's form", "Vendor takes these exceptions.", "Section 4 is deleted."),
            "Section 4 is",
        ),
        (("Rider to your form", "Our master agreement prevails over the form."), "Our master agreement prevails"),
        (("Exceptions to the District's form", "None."), ""),
        (("Attachment: subcontractors", "Section 4 of our manual was replaced in May."), ""),
    ],
)
def test_a_list_of_exceptions_behind_the_form(word: Blank, lines: tuple[str, ...], told: str) -> None:
    def behind(document: Any) -> None:
        for line in lines:
            document.add_paragraph(line)

    form = form_of(paper(FULL, behind), word)
    assert [d.startswith(f"behind the form's last words: \"{told}") for d in form.doubts] == [True] * bool(told)
    assert form.status == ("doubtful" if told else "complete")


@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica"])  # laid over the blank, and read word by word
def test_exceptions_below_the_signatures(font: str) -> None:
    blank = papers.blank(papers.agreement(), "soppa", papers.AGREEMENT)
    lines = ((60, 60, "Exceptions to the Agreement"), (60, 45, "The Operator takes these: section 4 is deleted."))
    form = form_of(papers.agreement(papers.SIGNED, font=font, extra=lines), blank, "paper.pdf")
    assert form.status == "doubtful"
    assert any("4 is deleted" in doubt for doubt in form.doubts), form.doubts


def test_page_numbers_and_heads_between_lines_are_no_change() -> None:
    blank = papers.blank(papers.agreement(), "soppa", papers.AGREEMENT)
    numbered = papers.agreement(
        papers.SIGNED, font="Helvetica", extra=((60, 30, "Page 1 of 2"), (400, 770, "Harbor Phonics LLC, not a bank"))
    )
    form = form_of(numbered, blank, "paper.pdf")
    assert (form.status, form.doubts) == ("complete", ())


def test_no_is_an_answer(word: Blank) -> None:
    answers = {**FULL, "Contact fax": "No", "Version or edition": "Not known", YES_NO[0]: "No"}
    assert form_of(paper(answers), word).status == "complete"
