"""Words on other lines, and in other sentences, of the paragraph that a place of a Word form stands in."""

from __future__ import annotations

import docx
import form_papers as papers
import pytest

from soppa_mailbot.forms.completeness import assemble
from soppa_mailbot.forms.recognise import recognise

TITLE = "Agreement for the protection of records"
LINE = "_" * 24
BREACH = (
    "7. Breach. Operator notifies the District in the most expedient time possible and without unreasonable delay, but "
    "no later than thirty days after it was determined. Operator's contact for matters of a breach (name, telephone): "
)


def labels(*paragraphs: str) -> list[str]:
    document = docx.Document()
    for text in (TITLE, *paragraphs):
        document.add_paragraph(text)
    blank = papers.blank(papers.saved(document), "soppa", TITLE, "form.docx")
    return [p.label for p in blank.places]


def test_a_heading_on_the_line_above_is_no_part_of_a_label() -> None:
    assert labels(f"For district use\nReceived by: {LINE} Date received: {LINE}") == ["Received by", "Date received"]


def test_a_sentence_goes_on_over_a_line_break() -> None:
    assert labels(f"Who at the company\nkeeps the keys? {LINE}") == ["Who at the company keeps the keys?"]


def test_a_long_clause_is_named_by_what_it_asks_for() -> None:
    assert labels(f"{BREACH}{LINE}") == ["Operator's contact for matters of a breach (name, telephone)"]


def test_what_a_contract_calls_one_place_names_no_other() -> None:
    text = f"between the District and {LINE} (“Operator”), organized in the State of {LINE}, with offices at {LINE}."
    assert labels(text) == ["between the District and", "organized in the State of", "with offices at"]


SIGNED = ("Sincerely,", f"{LINE}\nSignature", f"{LINE}\nPrinted name and title", f"{LINE}\nDate signed")


def test_captions_under_lines_name_them_within_their_paragraph() -> None:
    district = f"{LINE}      {LINE}\nSuperintendent            Date of countersignature"
    assert labels(*SIGNED, district)[1:] == [
        "Printed name and title",
        "Date signed",
        "Superintendent",
        "Date of countersignature",
    ]
    assert labels(f"{LINE}\nSignature\n{LINE}\nDate") == ["Signature", "Date"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Name of the product:", f"{LINE}\nOne product a form"),  # asked over it
        (f"Name of the product\n{LINE}\nUse another sheet if need be",),  # words come first
        ("Name of the product", f"{LINE}\nNow tell us where it is used:", f"{LINE}"),  # asks for what follows
    ],
)
def test_other_words_under_a_line_do_not_name_it(paragraphs: tuple[str, ...]) -> None:
    assert labels(*paragraphs)[0] == "Name of the product"


def test_a_letter_whose_line_for_the_date_is_open_is_not_complete() -> None:
    def word(*paragraphs: str) -> bytes:
        document = docx.Document()
        for text in (TITLE, "The company keeps all records safe and tells the District of any loss.", *paragraphs):
            document.add_paragraph(text)
        return papers.saved(document)

    blank = papers.blank(word(*SIGNED), "soppa", TITLE, "form.docx")
    answers = ("/s/ Ann Loew", "Ann Loew, President", LINE)
    filled = [p.replace(LINE, a) for p, a in zip(SIGNED[1:], answers, strict=True)]
    paper = papers.read(word(SIGNED[0], *filled), "paper.docx")
    (form,) = assemble(recognise(paper, (blank,)), (blank,))
    assert (form.status, form.open) == ("incomplete", ("Date signed",))
