"""Signs that Word puts for others: no-break spaces between words, and apostrophes of its own."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word

from made_files import part
from soppa_mailbot.forms.blanks.blank import learn
from soppa_mailbot.model import Blank, Field, Paragraph, Run
from soppa_mailbot.reading.base import Limits
from soppa_mailbot.reading.flow import with_plain_spaces
from soppa_mailbot.reading.open import Opener

NB = "\u00a0"


def learnt(data: bytes) -> Blank:
    (opened,) = Opener(Limits()).open(part("sheet.docx", data), "a1")
    return learn(opened.document, form="rfi", title="Vendor Sheet", file="sheet.docx")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ((f"Name{NB}of the{NB}product",), "Name of the product"),
        (("Name", f"{NB}of", NB, "it"), "Name of it"),  # across runs
        ((f"Name:{NB}{NB}{NB}{NB}end",), f"Name:{NB}{NB}{NB}{NB}end"),
        ((f"Name: {NB} end",), f"Name: {NB} end"),
        ((f"Name:{NB}",), f"Name:{NB}"),
        (("plain",), "plain"),
    ],
)
def test_between_words_it_is_a_space(runs: tuple[str, ...], text: str) -> None:
    (told,) = with_plain_spaces([Paragraph(tuple(map(Run, runs)))])
    assert told.text() == text
    assert len(told.runs) == len(runs)


def test_what_a_control_holds_stays() -> None:
    held = Field("product", "text", f"Birch{NB}Math", filled=True)
    (told,) = with_plain_spaces([Paragraph((Run(f"It{NB}is "), Run(f"Birch{NB}Math", held)))])
    assert [r.text for r in told.runs] == ["It is ", f"Birch{NB}Math"]
    assert told.runs[1].control is held


def test_a_form_with_them_asks_for_what_it_asks_without() -> None:
    asked = []
    for space in (" ", NB):
        word = Word()
        word.add_paragraph("Vendor Sheet of Birch District 9")
        word.add_paragraph(
            f"Check{space}mark{space}each{space}kind{space}of{space}data{space}that{space}is{space}used."
        )
        table = word.add_table(rows=0, cols=2)
        for row in (("Kind of data", f"Check{space}mark"), ("Name", ""), ("Date of birth", ""), ("Photograph", "")):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        word.add_paragraph(f"For{space}District{space}use{space}only")
        word.add_paragraph("Received: ____________")
        out = io.BytesIO()
        word.save(out)
        asked.append([(p.kind, p.option, p.party) for p in learnt(out.getvalue()).places])
    assert asked[0] == asked[1]
    assert ("text", "", "district") in asked[0]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_either_apostrophe_names_the_operator(apostrophe: str) -> None:
    word = Word()
    word.add_paragraph("Vendor Sheet of Birch District 9")
    word.add_paragraph(f"Operator{apostrophe}s legal name: ____________")
    out = io.BytesIO()
    word.save(out)
    assert [p.role for p in learnt(out.getvalue()).places] == ["operator"]
