"""Prints of a Word form: pages with few words of it between others, and a PDF version that asks the same."""

from __future__ import annotations

import io
import itertools
import random
from dataclasses import replace

import docx
import form_papers as papers
import pytest
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from soppa_mailbot.forms.recognise import _closest_version, recognise
from soppa_mailbot.model import FormPart, Place, PlaceReading

TITLE = "Operator Agreement for the Protection of Student Data"
SYLLABLES = ("ba", "den", "fo", "gri", "hal", "jun", "ker", "lo", "mi", "nor", "pas", "qui", "ra", "sel", "tu", "vex")
WORDS = ["".join(pair) for pair in itertools.permutations(SYLLABLES, 2)]
CLAUSES = [f"{n}. Operator " + " ".join(random.Random(n).choices(WORDS, k=20)) + "." for n in range(1, 41)]
SIGNED = ("In witness whereof the parties have signed.", "Signature: {}", "Printed name: {}", "Date: {}")
LAST = "The product is used for these school purposes and for none besides them: {}"
ANSWERS = ("/s/ Ana Ruiz", "Ana Ruiz", "3/4/2027", "reading practice")


def word_file() -> bytes:
    document = docx.Document()
    for text in (TITLE, *CLAUSES[:30], *(line.format("_" * 30) for line in (*SIGNED, LAST)), *CLAUSES[30:]):
        document.add_paragraph(text)
    return papers.saved(document)


def printed(strange: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    answers = iter(ANSWERS)
    signed = [line.format(next(answers)) if "{}" in line else line for line in SIGNED]
    pages = (TITLE, *CLAUSES[:30]), [strange] if strange else signed, (LAST.format(next(answers)), *CLAUSES[30:])
    for lines in pages:
        canvas.setFont("Helvetica", 8)
        for n, line in enumerate(lines):
            canvas.drawString(40, 760 - 17 * n, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_page_with_signatures_only_between_others() -> None:
    blank = papers.blank(word_file(), "soppa", TITLE, "agreement.docx")
    (part,) = recognise(papers.read(printed()), [blank])
    assert part.pages == (1, 2, 3)
    assert [r.value for r in part.readings] == list(ANSWERS)


def test_a_strange_page_between_belongs_to_no_form() -> None:
    blank = papers.blank(word_file(), "soppa", TITLE, "agreement.docx")
    strange = "Our company was founded in Aurora and builds reading tools that children love. " * 2
    parts = recognise(papers.read(printed(strange)), [blank])
    assert all(2 not in part.pages for part in parts)


@pytest.mark.parametrize("behind", [False, True])
def test_a_quote_with_the_districts_address_is_no_page_of_the_form(behind: bool) -> None:
    address = "Cedar Ford Public School District 12, Purchasing, 410 Mill Street, Cedar Ford, Illinois 60000"
    document = docx.Document()
    texts = (TITLE, address, *CLAUSES[:6], *(line.format("_" * 30) for line in (*SIGNED, LAST)))
    for text in texts:
        document.add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "agreement.docx")
    answers = iter(ANSWERS)
    form = [text.replace("_" * 30, next(answers)) if "___" in text else text for text in texts]
    quote = ["QUOTE No. 77120", f"Prepared for: {address}", "Reader, 310 licenses at $12.00", "Total $3,720.00"]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    for lines in (form, quote) if behind else (quote, form):
        canvas.setFont("Helvetica", 8)
        for n, line in enumerate(lines):
            canvas.drawString(40, 760 - 17 * n, line)
        canvas.showPage()
    canvas.save()
    (part,) = recognise(papers.read(out.getvalue()), [blank])
    assert part.pages == ((1,) if behind else (2,))
    assert [r.value for r in part.readings] == list(ANSWERS)


def part(blank: str, states: str, label: str = "Purpose", confidence: float = 1.0) -> FormPart:
    readings = tuple(
        PlaceReading(
            Place(f"p{n}", "text", f"{label} {n}", required=True), {"f": "filled", "d": "doubtful", "e": "empty"}[s]
        )
        for n, s in enumerate(states)
    )
    return FormPart("rfi", blank, "a", "a.pdf", (1, 2), (1, 2, 3), readings, confidence, "text")


def _called(reading: PlaceReading, label: str, printed: str) -> PlaceReading:
    return replace(reading, place=replace(reading.place, label=label, printed=printed))


def test_of_versions_that_ask_the_same_the_one_that_is_read_surely() -> None:
    pdf, word = part("pdf", "fdd"), part("word", "fff")
    assert _closest_version(pdf, [pdf, word]) is word
    assert _closest_version(word, [pdf, word]) is word
    other = part("other", "fff", label="Reason")
    assert _closest_version(pdf, [pdf, other]) is pdf, "it asks something else"
    cut = replace(
        word, readings=tuple(_called(r, f"{r.place.label[:6]} 9 of it", r.place.label) for r in word.readings)
    )
    assert _closest_version(pdf, [pdf, cut]) is cut, "its tooltips say it in other words"
    sent, older = part("sent", "fffffffffd"), part("older", "fffffffff")
    assert _closest_version(sent, [sent, older]) is sent, "it asks less"
    worse = part("worse", "fff", confidence=0.97)
    assert _closest_version(pdf, [pdf, worse]) is pdf, "its words are not all there"


def test_what_no_one_asks_for_makes_no_version_less_sure() -> None:
    pdf, word = part("pdf", "ffe"), part("word", "fffd")
    extra = replace(word.readings[3], place=replace(word.readings[3].place, required=False))
    word = replace(word, readings=(*word.readings[:3], extra))
    assert _closest_version(pdf, [pdf, word]) is word
    assert _closest_version(pdf, [pdf, part("word", "ffd")]) is pdf


def test_a_version_that_runs_on_to_another_page_where_its_words_fit_better() -> None:
    """A Word form that was wrapped anew takes three pages; its print's layout is found on two of them."""
    printed = part("pdf", "fff", confidence=0.95)
    longer = replace(part("word", "fff"), pages=(1, 2, 3))
    assert _closest_version(printed, [printed, longer]) is longer
    assert _closest_version(printed, [printed, longer], [printed]) is printed, "its layout is there for sure"
    worse = replace(longer, confidence=0.96)
    assert _closest_version(printed, [printed, worse]) is printed
    doubted = replace(longer, doubts=("a word of it was changed",))
    assert _closest_version(printed, [printed, doubted]) is printed
    elsewhere = replace(longer, pages=(2, 3))
    assert _closest_version(printed, [printed, elsewhere]) is printed


def test_a_page_on_which_two_parties_sign_side_by_side_is_one_of_the_form() -> None:
    """Line by line their labels are mingled, and few runs of the form's words are left on it."""
    ours, theirs = ("By", "Print name", "Title", "Date"), ("Board President", "Attest", "Approved on", "File no.")
    document = docx.Document()
    for text in (TITLE, *CLAUSES[:20]):
        document.add_paragraph(text)
    for cell, labels in zip(document.add_table(1, 2).rows[0].cells, (ours, theirs), strict=True):
        for label in labels:
            cell.add_paragraph(f"{label}: {'_' * 24}")
    for text in (LAST.format("_" * 30), *CLAUSES[20:40]):
        document.add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "agreement.docx")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter)
    answers = ("/s/ Ana Ruiz", "Ana Ruiz", "Owner", "3/4/2027")
    for lines in ((TITLE, *CLAUSES[:20]), (), (LAST.format("reading practice"), *CLAUSES[20:40])):
        canvas.setFont("Helvetica", 8)
        for n, line in enumerate(lines):
            canvas.drawString(40, 760 - 17 * n, line)
        for n, (label, other, said) in enumerate(zip(ours, theirs, answers, strict=True) if not lines else ()):
            canvas.drawString(40, 740 - 28 * n, f"{label}: {said}")
            canvas.drawString(310, 752 - 28 * n, f"{other}: {'_' * 24}")
        canvas.showPage()
    canvas.save()
    (part,) = recognise(papers.read(out.getvalue()), [blank])
    assert part.pages == (1, 2, 3)
    assert [r.value for r in part.readings] == [*answers, *[""] * 4, "reading practice"]


def test_a_version_that_runs_on_to_another_page_and_leaves_less_in_doubt() -> None:
    printed = part("pdf", "ffd", confidence=0.985)
    longer = replace(part("word", "fff"), pages=(1, 2, 3))
    assert _closest_version(printed, [printed, longer]) is longer
    other = replace(part("other", "fff", label="Reason"), pages=(1, 2, 3))
    assert _closest_version(printed, [printed, other]) is printed, "it asks something else"
    fewer = replace(longer, confidence=0.98)
    assert _closest_version(printed, [printed, fewer]) is printed, "it has fewer of its words"
