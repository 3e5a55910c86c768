"""Signatures under a condition: typed beside the name, put on the page, written on a scan."""

from __future__ import annotations

from dataclasses import replace

import form_papers as papers
import pytest
from form_papers import AGREEMENT, SIGNED

from soppa_mailbot.forms.papers.signed_under import with_conditions, with_written_notes
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Word

SUBJECT = "Signed subject to our redlines to clause 2"


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


@pytest.mark.parametrize(
    ("page", "at", "text"),
    [
        (0, (60, 440, 500, 456), "DRAFT v2 - for discussion, not yet approved by our legal"),
        (1, (60, 440, 500, 456), "This agreement is effective only upon execution of our master agreement"),
        (1, (100, 622, 330, 636), SUBJECT),  # right on the line to sign on
    ],
)
@pytest.mark.parametrize("kind", ["FreeText", "Stamp"])
def test_notes_on_the_page(
    agreement: Blank, page: int, at: tuple[float, float, float, float], text: str, kind: str
) -> None:
    paper = papers.agreement({k: v for k, v in SIGNED.items() if k != "By"}, signature_image=True)
    form = papers.copy_of(agreement, papers.annotated(paper, [(page, at, text)], kind))
    assert form.status == "doubtful"
    assert any(text[:60] in d for d in form.doubts), form.doubts


@pytest.mark.parametrize(
    "text", ["Signed on behalf of Harbor Phonics", "Approved by legal, no exceptions", "Please sign here"]
)
def test_notes_that_say_nothing(agreement: Blank, text: str) -> None:
    form = papers.copy_of(agreement, papers.annotated(papers.agreement(SIGNED), [(1, (60, 440, 500, 456), text)]))
    assert (form.status, form.doubts) == ("complete", ())


@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica"])
def test_a_condition_in_the_place_of_the_title(agreement: Blank, font: str) -> None:
    (part,) = recognise(papers.read(papers.agreement(SIGNED, font=font)), (agreement,))
    assert with_conditions(part) == part
    titled = next(r for r in part.readings if r.place.label == "Name and title" and r.place.party != "district")
    said = replace(titled, value="CEO, subject to legal approval")
    other = replace(part, readings=tuple(said if r == titled else r for r in part.readings))
    assert with_conditions(other).doubts == ('"CEO, subject to legal approval" stands beside the signature',)
    answer = next(r for r in part.readings if r.place.label == "Provider address")
    elsewhere = tuple(replace(r, value=said.value) if r == answer else r for r in part.readings)
    assert with_conditions(replace(part, readings=elsewhere)).doubts == ()


def written(text: str, left: float, top: float) -> tuple[Word, ...]:
    return tuple(Word(w, (left + 40 * n, top, left + 40 * n + 36, top + 10)) for n, w in enumerate(text.split()))


@pytest.mark.parametrize(
    ("text", "top", "told"),
    [
        (SUBJECT, 350, True),
        ("No exceptions taken, signed by our CEO", 350, False),
        (SUBJECT, 85, False),  # in the place of an answer
    ],
)
def test_lines_written_on_a_scan(agreement: Blank, text: str, top: float, told: bool) -> None:
    document = papers.read(papers.agreement(SIGNED))
    (part,) = recognise(document, (agreement,))
    pages = tuple(replace(p, origin="ocr", words=(*p.words, *written(text, 150, top))) for p in document.pages)
    doubts = with_written_notes(part, replace(document, pages=pages[:1]), agreement).doubts
    assert doubts == ((f'page 1: "{text}" is written on it',) if told else ())


def test_an_own_line_misread_is_no_note(monkeypatch: pytest.MonkeyPatch) -> None:
    clause = "This agreement is effective only upon execution by both parties and approval by the board."
    monkeypatch.setattr(papers, "CLAUSES", [clause])
    blank = papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")
    document = papers.read(papers.agreement(SIGNED))
    (part,) = recognise(document, (blank,))
    misread = written(clause.replace("agreement", "agreernent").replace("parties", "partles"), 20, 350)
    page = replace(document.pages[0], origin="ocr", words=misread)
    assert with_written_notes(part, replace(document, pages=(page,)), blank).doubts == ()


@pytest.mark.parametrize(
    ("right", "told"), [("Final approval needed by, if", False), ("subject to approval by counsel, if", True)]
)
def test_two_columns_read_in_one_line_are_the_forms_own(
    monkeypatch: pytest.MonkeyPatch, right: str, told: bool
) -> None:
    labels = ["Building or department, if known", "Purchase order, if any", "Final approval needed by, if known"]
    monkeypatch.setattr(papers, "CLAUSES", labels)
    blank = papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")
    document = papers.read(papers.agreement(SIGNED))
    (part,) = recognise(document, (blank,))
    row = (*written(labels[0], 20, 350), *written(right, 330, 350))
    page = replace(document.pages[0], origin="ocr", words=row)
    assert bool(with_written_notes(part, replace(document, pages=(page,)), blank).doubts) is told
