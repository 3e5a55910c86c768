"""Words between brackets that stand for an answer, in Word forms."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.common.prompts import asked_by, prompts_in
from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise
from soppa_mailbot.model import Form

TITLE = "Fern Hollow Privacy Terms"
TERMS = (
    "These terms are between the schools of Fern Hollow and [insert legal name] (“Vendor”) of [city and state]. They "
    "begin on [start date] and end when the last pupil leaves [Reserved]."
)
REST = [
    "The vendor keeps the personal information of pupils safe and uses it for the schools and for nothing else.",
    "It is never sold and never used to choose advertising, and it is deleted when the terms have ended.",
    "Data kept [each element]:",
    "______________________________",
    "Signature: ______________________________",
]


def document(*texts: str) -> bytes:
    out = docx.Document()
    for text in (TITLE, *texts):
        out.add_paragraph(text)
    return papers.saved(out)


def read(*texts: str) -> Form:
    blank = papers.blank(document(TERMS, *REST), "soppa", TITLE, "blank.docx")
    (form,) = assemble(recognise(papers.read(document(*texts), "copy.docx"), (blank,)), (blank,))
    return form


FILLED = TERMS.replace("[insert legal name]", "Oak Apps LLC").replace("[city and state]", "Peoria, Illinois")
SIGNED = [*REST[:3], "names", "Signature: /s/ Ann Ott"]


def test_prompts_exchanged_for_answers_are_no_change_of_words() -> None:
    form = read(FILLED.replace("[start date]", "July 1, 2027"), *SIGNED)
    assert (form.status, form.doubts) == ("complete", ())
    values = {r.place.label: r.value for r in form.readings}
    assert values["legal name"] == "Oak Apps LLC"
    assert values["start date"] == "July 1, 2027"


def test_a_prompt_that_still_stands_is_told_as_open() -> None:
    form = read(FILLED, *SIGNED)
    assert (form.status, form.open) == ("incomplete", ("start date",))


def test_words_around_a_prompt_are_the_forms_own() -> None:
    changed = FILLED.replace("[start date]", "July 1, 2027").replace("the last pupil", "the vendor")
    assert read(changed, *SIGNED).status == "doubtful"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("of <Vendor name>, a [state of incorporation] company", ["Vendor name", "state of incorporation"]),
        ("Name: [enter text]", [""]),
        ("for [K-12 purpose], at [E-mail]", ["K-12 purpose", "E-mail"]),
        ("a [type of company, e.g. LLC]", ["type of company, e.g. LLC"]),
        ("[A. first item] [b] [I agree]", []),
        ("[date] ________", []),
        ("Data [each element]:", []),
        ("[Signature page follows]", []),
        ("the product[s] that [t]he operator offers [if any]", []),
        ("[x] Yes [ ] No, <jo@vendor.example>, [30] days", []),
    ],
)
def test_what_is_a_prompt(text: str, asked: list[str]) -> None:
    assert [asked_by(text[start:end]) for start, end in prompts_in(text)] == asked


LINE = "_" * 30


@pytest.mark.parametrize(
    ("texts", "asked"),
    [
        (("between the schools and", LINE, "[Provider]"), ["[Provider]"]),
        (("between the schools and", LINE, "<Name of company>"), ["<Name of company>"]),
        (("between the schools and", LINE, "[insert the product]"), ["[insert the product]", "product"]),
        (("Name of the company:", LINE, "[Kind of product]"), ["Name of the company", "Kind of product"]),
        ((f"Company: {LINE}", "[Kind of product]"), ["Company", "Kind of product"]),
    ],
)
def test_a_name_in_brackets_right_under_a_line_is_its_caption(texts: tuple[str, ...], asked: list[str]) -> None:
    blank = papers.blank(document(*REST[:2], *texts, *REST[:2]), "soppa", TITLE, "blank.docx")
    assert [p.label for p in blank.places] == asked
    named = texts[-1] in ("[Provider]", "<Name of company>") or "ompany" in asked[0]
    assert (blank.places[0].role == "operator") == named
