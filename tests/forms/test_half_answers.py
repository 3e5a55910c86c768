"""Dates that were begun and not finished, and marks beside or around a box instead of in it."""

from __future__ import annotations

import io

import docx as python_docx
import form_papers as papers
import pytest
from form_papers import AGREEMENT, FULL, QUESTIONNAIRE, SIGNED, YES_NO

from soppa_mailbot.forms.common.values import is_unfinished_date
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Blank, Form


@pytest.fixture(scope="module")
def agreement() -> Blank:
    return papers.blank(papers.agreement(), "soppa", AGREEMENT, "agreement.pdf")


def form_of(data: bytes, blank: Blank, name: str = "paper.pdf") -> Form:
    (form,) = assemble(recognise(papers.read(data, name), (blank,)), (blank,))
    return form


@pytest.mark.parametrize("text", ["20__", "__/__/20", "__/__/2027", "2027", "20", "201", "2"])
def test_begun_dates(text: str) -> None:
    assert is_unfinished_date(text)


@pytest.mark.parametrize("text", ["2/1/2027", "1 Feb", "February 2027", "2-1-27", "20270201", "020127", "N/A", "today"])
def test_dates(text: str) -> None:
    assert not is_unfinished_date(text)


def test_a_begun_date_of_signing_is_none(agreement: Blank) -> None:
    form = form_of(papers.agreement({**SIGNED, "Date": "20__"}), agreement)
    assert form.status == "incomplete"
    assert form.open[0].startswith("Date")


def test_an_x_typed_beside_an_empty_box() -> None:
    blank = papers.blank(papers.questionnaire_docx(), "rfi", QUESTIONNAIRE, "questionnaire.docx")
    answers = {k: v for k, v in FULL.items() if k != YES_NO[0]}
    document = python_docx.Document(io.BytesIO(papers.questionnaire_docx(answers)))
    (line,) = [p for p in document.paragraphs if p.text.startswith(YES_NO[0])]
    line.runs[0].text = line.text.replace("☐ No", "☐ X No")
    out = io.BytesIO()
    document.save(out)
    form = form_of(out.getvalue(), blank, "back.docx")
    assert (form.status, form.open, len(form.doubtful)) == ("doubtful", (), 1)


@pytest.mark.parametrize(("ring", "status"), [(True, "doubtful"), (False, "incomplete")])
def test_a_ring_around_a_boxs_words(agreement: Blank, ring: bool, status: str) -> None:
    place = next(p for p in agreement.places if p.option == "Grade")
    assert place.box is not None
    left, top, right, bottom = place.box
    data = papers.agreement({k: v for k, v in SIGNED.items() if k != "Elements"})
    over = (left - 4, 792 - bottom - 5, right + 50, 792 - top + 5) if ring else (left, 20, right + 50, 40)
    assert form_of(papers.annotated(data, [(0, over, "")], "Circle"), agreement).status == status


@pytest.mark.parametrize("day", ["1", ""])
def test_the_parts_of_a_date_of_signing_stand_apart(day: str) -> None:
    def page(signed: str, *parts: str) -> bytes:
        canvas = papers.canvas_of(QUESTIONNAIRE, "Please answer every question and sign.")
        canvas.drawString(60, 690, "Company: " + ("Harbor Press" if signed else "_" * 30))
        canvas.drawString(60, 650, "Signature: " + (signed or "_" * 30))
        for n, (label, part) in enumerate(zip(("Day", "Month", "Year"), parts, strict=True)):
            canvas.drawString(330 + 80 * n, 650, f"{label}: {part or '_' * 5}")
        return bytes(canvas.getpdfdata())

    blank = papers.blank(page("", "", "", ""), "rfi", QUESTIONNAIRE)
    assert [p.label for p in blank.places] == ["Company", "Signature", "Day", "Month", "Year"]
    form = papers.copy_of(blank, page("/s/ Una Frey", day, "6", "2026"))
    assert form.open == (() if day else ("Day",))


@pytest.mark.parametrize(
    ("behind", "signed", "states"),
    [
        ("26", "", ["filled", "filled", "empty"]),  # the year's line is too short for a place
        ("27", "Ana Ruiz", ["filled", "filled", "filled"]),
        ("AR", "", ["filled", "filled", "doubtful"]),
    ],
)
def test_the_rest_of_a_year_says_nothing_of_the_line_to_sign_on_below(
    behind: str, signed: str, states: list[str]
) -> None:
    def page(day: str = "", month: str = "", year: str = "", name: str = "") -> bytes:
        canvas = papers.canvas_of("Vendor Assurance of Confidentiality", "Given to Marsh Hollow District 21.", size=12)
        canvas.drawString(60, 650, "IN WITNESS WHEREOF the company, by its officer, has signed this Assurance on the")
        canvas.drawString(60, 632, "______ day of ________________ , 20____ .")
        canvas.drawString(60, 600, "Signed ________________________________________")
        canvas.setFont("Times-Roman", 11)
        for x, y, text in ((66, 634, day), (150, 634, month), (276, 634, year), (110, 602, name)):
            canvas.drawString(x, y, text)
        return canvas.getpdfdata()

    blank = papers.blank(page(), "soppa", "Vendor Assurance of Confidentiality")
    assert [(p.kind, p.label.split()[-1]) for p in blank.places] == [
        ("text", "the"),
        ("text", "of"),
        ("signature", "Signed"),
    ]
    assert [r.state for r in papers.copy_of(blank, page("24", "January", behind, signed)).readings] == states
